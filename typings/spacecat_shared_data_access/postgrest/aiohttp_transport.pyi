"""aiohttp below httpx: the transport of ``async_transport="aiohttp"`` (extra ``[aiohttp]``).

httpx's own asynchronous transport looks through all its connections, and polls the idle ones, whenever a
request begins or ends. aiohttp does not. httpx-aiohttp brings the two together; here is what it leaves
open: errors by their right names, no cookies, and no retries but ours.
"""

import ssl

import httpx
from httpx_aiohttp import AiohttpTransport

class Transport(AiohttpTransport):
    """Sends httpx's requests over aiohttp's connections.

    Args:
        verify: By what a server's certificate is checked.
        limits: How many connections there may be, and how long an idle one is kept.
    """

    def __init__(self, verify: ssl.SSLContext, limits: httpx.Limits) -> None: ...
    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request and give the answer, whose body is yet to be read."""
