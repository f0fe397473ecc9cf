"""Faults that a network, a load balancer or a server under load causes in one request.

`executed` is whether the server has executed the request before the fault. A client without a response cannot
know.
"""

import asyncio
import json
import threading
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import Protocol

from faults.wire import Request, ServerResponse

_PAGE = b"<!doctype html><html><head><title>Sign in</title></head><body>Please sign in.</body></html>"
_TICK = 0.002  # seconds between looks at a gate


class Exchange(Protocol):
    """One request at the proxy, and the operations on it."""

    request: Request

    async def forward(self) -> ServerResponse:
        """Send the request to the server, and return its response."""

    async def reply(self, response: ServerResponse) -> None:
        """Send a response to the client."""

    async def reply_partly(self, response: ServerResponse, length: int) -> None:
        """Send the headers of a response, and only the first bytes of its body."""

    async def reply_slowly(self, response: ServerResponse, at_once: int, pause: float) -> None:
        """Send a response, with pauses of some seconds between pieces of its body."""

    async def wait_until_closed(self) -> None:
        """Wait until the client closes the connection."""

    async def close(self) -> None:
        """Close the connection with FIN."""

    def reset(self) -> None:
        """Close the connection with RST."""

    async def refuse_for(self, seconds: float) -> None:
        """Close all connections, and refuse new ones for some seconds."""


@dataclass(frozen=True)
class Fault(ABC):
    """A fault in one request."""

    @abstractmethod
    async def meet(self, exchange: Exchange) -> None:
        """Cause the fault."""

    def __str__(self) -> str:
        """Return its name in reports: `Reset`, `Reset executed`, `Reply 503 PGRST001`."""
        return f"{type(self).__name__}{' executed' if getattr(self, 'executed', False) else ''}"


@dataclass(frozen=True)
class Pass(Fault):
    """No fault."""

    async def meet(self, exchange: Exchange) -> None:
        await exchange.reply(await exchange.forward())


@dataclass(frozen=True)
class Reset(Fault):
    """The connection is closed with RST instead of a response."""

    executed: bool = False

    async def meet(self, exchange: Exchange) -> None:
        if self.executed:
            await exchange.forward()
        exchange.reset()


@dataclass(frozen=True)
class Close(Fault):
    """The connection is closed with FIN instead of a response."""

    executed: bool = False

    async def meet(self, exchange: Exchange) -> None:
        if self.executed:
            await exchange.forward()
        await exchange.close()


@dataclass(frozen=True)
class CloseIdle(Fault):
    """The request passes, and then its connection is closed although it could be kept alive."""

    executed = True

    async def meet(self, exchange: Exchange) -> None:
        await exchange.reply(await exchange.forward())
        await exchange.close()


@dataclass(frozen=True)
class Reply(Fault):
    """Another response instead of the server's: from PostgREST without its database, from a load balancer.

    Args:
        status: The HTTP status.
        code: The code in a JSON body as PostgREST writes it; None for an HTML page.
        retry_after: Seconds for the Retry-After header.
    """

    status: int
    code: str | None = None
    retry_after: int | None = None
    executed: bool = False

    async def meet(self, exchange: Exchange) -> None:
        if self.executed:
            await exchange.forward()
        await exchange.reply(self._response())

    def _response(self) -> ServerResponse:
        body, kind = _PAGE, b"text/html; charset=utf-8"
        if self.code is not None:
            said = {"code": self.code, "details": None, "hint": None, "message": f"a fault, {self.code}"}
            body, kind = json.dumps(said).encode(), b"application/json; charset=utf-8"
        headers = [(b"Content-Type", kind), (b"Content-Length", str(len(body)).encode())]
        if self.retry_after is not None:
            headers.append((b"Retry-After", str(self.retry_after).encode()))
        return ServerResponse(self.status, tuple(headers), body)

    def __str__(self) -> str:
        return f"Reply {self.status} {self.code or 'HTML'}{' executed' if self.executed else ''}"


@dataclass(frozen=True)
class Truncate(Fault):
    """The response ends in the middle of its body, with FIN or (`rudely`) with RST."""

    rudely: bool = False
    executed = True

    async def meet(self, exchange: Exchange) -> None:
        response = await exchange.forward()
        await exchange.reply_partly(response, len(response.body) // 2)
        if self.rudely:
            exchange.reset()
        else:
            await exchange.close()


@dataclass(frozen=True)
class Garble(Fault):
    """The response is valid HTTP with half of the JSON, as from a defective cache."""

    executed = True

    async def meet(self, exchange: Exchange) -> None:
        response = await exchange.forward()
        half = response.body[: len(response.body) // 2]
        lengths = (b"content-length", b"transfer-encoding")
        headers = [each for each in response.headers if each[0].lower() not in lengths]
        headers.append((b"Content-Length", str(len(half)).encode()))
        await exchange.reply(ServerResponse(response.status, tuple(headers), half))


@dataclass(frozen=True)
class Stall(Fault):
    """No response, and the connection stays open until the client closes it."""

    executed: bool = False

    async def meet(self, exchange: Exchange) -> None:
        if self.executed:
            await exchange.forward()
        await exchange.wait_until_closed()
        await exchange.close()


@dataclass(frozen=True)
class Delay(Fault):
    """The request passes after some seconds."""

    seconds: float
    executed = True

    async def meet(self, exchange: Exchange) -> None:
        await asyncio.sleep(self.seconds)
        await exchange.reply(await exchange.forward())


@dataclass(frozen=True)
class Drip(Fault):
    """The body of the response arrives a few bytes at a time."""

    at_once: int = 16
    pause: float = 0.001
    executed = True

    async def meet(self, exchange: Exchange) -> None:
        await exchange.reply_slowly(await exchange.forward(), self.at_once, self.pause)


@dataclass(frozen=True)
class Hold(Fault):
    """The request waits for `gate`, and then passes. `reached` is set when it waits."""

    gate: threading.Event = field(default_factory=threading.Event)
    reached: threading.Event = field(default_factory=threading.Event)
    executed = True

    async def meet(self, exchange: Exchange) -> None:
        self.reached.set()
        while not self.gate.is_set():  # noqa: ASYNC110 - it is set in another thread
            await asyncio.sleep(_TICK)
        await exchange.reply(await exchange.forward())


@dataclass(frozen=True)
class Outage(Fault):
    """The server restarts: all connections are closed, and new ones are refused for some seconds."""

    seconds: float

    async def meet(self, exchange: Exchange) -> None:
        await exchange.refuse_for(self.seconds)
