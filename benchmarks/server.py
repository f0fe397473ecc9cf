"""The canned server: it responds from memory, so that the client is measured.

``python -m benchmarks.server DELAY`` listens on a free loopback port, prints its address, and serves until its
standard input is closed. All table names mean the same table: a GET with ``id`` returns one row, with
``offset`` and ``limit`` a page of 100,000 rows; a POST returns the rows that it was sent. Each response is sent
after the delay, in seconds.
"""

from __future__ import annotations

import asyncio
import re
import sys
from functools import cache
from typing import Final

from benchmarks import rows

_END_OF_HEAD: Final = b"\r\n\r\n"
_LENGTH: Final = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_OFFSET: Final = re.compile(rb"[?&]offset=(\d+)")
_LIMIT: Final = re.compile(rb"[?&]limit=(\d+)")
_BY_ID: Final = re.compile(rb"[?&]id=eq\.")
# A page that continues after a row. The IDs begin with the row's number, and the rows are in that order.
_AFTER: Final = re.compile(rb"\bid(?:=|\.)[lg]t\.([0-9a-f]{8})-")


def _response(status: bytes, body: bytes) -> bytes:
    return (
        b"HTTP/1.1 %b\r\nContent-Type: application/json; charset=utf-8\r\nContent-Range: 0-0/*\r\n"
        b"Content-Length: %d\r\n\r\n%b" % (status, len(body), body)
    )


@cache
def _page(offset: int, limit: int) -> bytes:
    return _response(b"200 OK", rows.page(offset, limit))


class Canned(asyncio.Protocol):
    """One kept-alive connection.

    Args:
        delay: How long each response takes, in seconds.
    """

    def __init__(self, delay: float = 0.0) -> None:
        self._delay = delay
        self._received = bytearray()
        self._transport: asyncio.WriteTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the transport for the responses."""
        assert isinstance(transport, asyncio.WriteTransport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Respond to every complete request."""
        self._received += data
        while (head_end := self._received.find(_END_OF_HEAD)) >= 0:
            body_start = head_end + len(_END_OF_HEAD)
            length = _LENGTH.search(self._received, 0, head_end)
            end = body_start + (int(length[1]) if length else 0)
            if len(self._received) < end:
                return
            request = bytes(self._received[:end])
            del self._received[:end]
            assert self._transport is not None
            response = self._response_to(request, body_start)
            if self._delay:
                asyncio.get_running_loop().call_later(self._delay, self._transport.write, response)
            else:
                self._transport.write(response)

    def _response_to(self, request: bytes, body_start: int) -> bytes:
        method, target, _ = request.split(b" ", 2)
        if method == b"POST":
            body = request[body_start:]
            return _response(b"201 Created", body if body.startswith(b"[") else b"[%b]" % body)
        if _BY_ID.search(target):
            return _page(0, 1)
        offset, limit, after = _OFFSET.search(target), _LIMIT.search(target), _AFTER.search(target)
        start = int(after[1], 16) + 1 if after else int(offset[1]) if offset else 0
        return _page(start, int(limit[1]) if limit else rows.ALL_ROWS)


async def serve(delay: float) -> None:
    """Listen, print the address, and serve until standard input is closed."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Canned(delay), "127.0.0.1", 0, backlog=1_000)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", flush=True)
    async with server:
        await loop.run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(serve(float(sys.argv[1])))
