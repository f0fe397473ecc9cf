"""HTTP/1.1 over a stream: complete requests and responses, with h11."""

import asyncio
import socket
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import h11

Headers = tuple[tuple[bytes, bytes], ...]
_CHUNK = 1 << 16
_LINGER_NOT_AT_ALL = struct.pack("ii", 1, 0)  # l_onoff, l_linger


@dataclass(frozen=True, slots=True)
class Request:
    """A complete request."""

    method: str
    target: str
    headers: Headers
    body: bytes

    @property
    def path(self) -> str:
        return self.target.partition("?")[0]


@dataclass(frozen=True, slots=True)
class ServerResponse:
    """A complete response."""

    status: int
    headers: Headers
    body: bytes


class Stream:
    """One connection and its h11 state; `role` is h11's name for our side."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, role: Any) -> None:
        self._reader = reader
        self._writer = writer
        self._state = h11.Connection(role)

    async def read_request(self) -> Request | None:
        """Return the next request, or None if the connection was closed."""
        event = await self._next()
        if not isinstance(event, h11.Request):
            return None
        body = await self._read_body()
        headers = tuple(event.headers.raw_items())
        return Request(event.method.decode(), event.target.decode(), headers, body)

    async def read_response(self) -> ServerResponse:
        event = await self._next()
        if not isinstance(event, h11.Response):
            raise ConnectionError(f"no response, but {event}")
        body = await self._read_body()
        return ServerResponse(event.status_code, tuple(event.headers.raw_items()), body)

    async def write_request(self, request: Request) -> None:
        head = h11.Request(method=request.method, target=request.target, headers=request.headers)
        await self._write(head, [request.body])

    async def write_response(
        self, response: ServerResponse, pieces: Iterable[bytes], *, whole: bool = True, pause: float = 0
    ) -> None:
        """Write a response, with its body in pieces and a pause in seconds after each.

        If it is not `whole`, the pieces have fewer bytes than the Content-Length.
        """
        head = h11.Response(status_code=response.status, headers=response.headers)
        await self._write(head, pieces, whole=whole, pause=pause)

    def next_cycle(self) -> bool:
        """Prepare for another request. Return False if the connection cannot be used again."""
        if not self._state.our_state is self._state.their_state is h11.DONE:
            return False
        self._state.start_next_cycle()
        return True

    async def wait_until_closed(self) -> None:
        """Wait until the other side closes the connection."""
        while await self._reader.read(_CHUNK):
            pass

    async def close(self) -> None:
        """Close the connection with FIN."""
        self._writer.close()
        await self._writer.wait_closed()

    def reset(self) -> None:
        """Close the connection with RST, and discard unsent data."""
        own: socket.socket = self._writer.get_extra_info("socket")
        own.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _LINGER_NOT_AT_ALL)
        self._writer.transport.abort()

    async def _next(self) -> Any:
        while (event := self._state.next_event()) is h11.NEED_DATA:
            self._state.receive_data(await self._reader.read(_CHUNK))
        return event

    async def _read_body(self) -> bytes:
        body = bytearray()
        while isinstance(event := await self._next(), h11.Data):
            body += event.data
        return bytes(body)

    async def _write(
        self, head: Any, pieces: Iterable[bytes], *, whole: bool = True, pause: float = 0
    ) -> None:
        self._writer.write(self._state.send(head))
        for piece in pieces:
            self._writer.write(self._state.send(h11.Data(data=piece)))
            if pause:
                await self._writer.drain()
                await asyncio.sleep(pause)
        if whole:
            self._writer.write(self._state.send(h11.EndOfMessage()))
        await self._writer.drain()
