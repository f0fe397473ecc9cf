"""API keys that change: read from a function for each request, and once more where one is refused."""

import logging
from collections.abc import AsyncGenerator, Awaitable, Callable, Generator
from typing import TypeAlias

import httpx
from pydantic import SecretStr

ApiKeyFunction: TypeAlias = Callable[[], str | SecretStr | Awaitable[str | SecretStr]]
"Returns the key of the moment. Only an asynchronous data access awaits one."

class ApiKeyAuth(httpx.Auth):
    """Signs each request with a key that a function returns.

    A response of 401 is not taken for the last word: the key may just have been replaced. The function is
    asked again, and the request sent once more. Nothing was done by the first, so that holds for writes too.

    Args:
        function: Returns the key.
        log: Where to say that a request was sent once more.

    Raises (each request):
        ValidationError: What the function returned is not a key.
        DataAccessError: The function raised an error, which is the `cause`.
    """

    def __init__(self, function: ApiKeyFunction, log: logging.Logger) -> None: ...
    def sync_auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response]:
        """Sign a request, and once more after a 401."""

    def async_auth_flow(self, request: httpx.Request) -> AsyncGenerator[httpx.Request, httpx.Response]:
        """Sign a request, and once more after a 401."""

def key_headers(key: str) -> dict[str, str]:
    """Return the headers that carry a key."""

def renewals_of(request: httpx.Request) -> int:
    """Return how often a request was sent once more with a fresh key."""
