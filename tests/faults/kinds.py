"""Kinds of faults: what a network, a proxy in between or a server under strain does to one request.

Each says with `executed` whether the server did what it was asked before the fault: a client that gets
no answer cannot tell.
"""

import asyncio
import json
import threading
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import Protocol

from faults.wire import Answer, Request

_PAGE = b"<!doctype html><html><head><title>Sign in</title></head><body>Please sign in.</body></html>"
_TICK = 0.002  # seconds between looks at a gate


class Exchange(Protocol):
    """One request at the proxy, and what can be done with it."""

    request: Request

    async def forward(self) -> Answer:
        """Let the server have the request, and give its answer."""

    async def reply(self, answer: Answer) -> None:
        """Give the client an answer."""

    async def reply_partly(self, answer: Answer, length: int) -> None:
        """Give the client the head of an answer, and only the beginning of the body that it promises."""

    async def reply_slowly(self, answer: Answer, at_once: int, pause: float) -> None:
        """Give the client an answer, a few bytes of its body at once, seconds apart."""

    async def wait_until_closed(self) -> None:
        """Wait until the client hangs up."""

    async def close(self) -> None:
        """Hang up properly."""

    def reset(self) -> None:
        """Hang up rudely."""

    async def refuse_for(self, seconds: float) -> None:
        """Hang up on all clients, and refuse their connections for a while."""


@dataclass(frozen=True)
class Fault(ABC):
    """What is done to one request."""

    @abstractmethod
    async def meet(self, exchange: Exchange) -> None:
        """Do it."""

    def __str__(self) -> str:
        """What it is counted as: `Reset`, `Reset executed`, `Reply 503 PGRST001`."""
        return f"{type(self).__name__}{' executed' if getattr(self, 'executed', False) else ''}"


@dataclass(frozen=True)
class Pass(Fault):
    """No fault at all."""

    async def meet(self, exchange: Exchange) -> None:
        await exchange.reply(await exchange.forward())


@dataclass(frozen=True)
class Reset(Fault):
    """The connection is reset: RST."""

    executed: bool = False

    async def meet(self, exchange: Exchange) -> None:
        if self.executed:
            await exchange.forward()
        exchange.reset()


@dataclass(frozen=True)
class Close(Fault):
    """The connection is closed in place of an answer: FIN."""

    executed: bool = False

    async def meet(self, exchange: Exchange) -> None:
        if self.executed:
            await exchange.forward()
        await exchange.close()


@dataclass(frozen=True)
class CloseIdle(Fault):
    """The request passes, and then the connection, which was to be kept alive, is closed without a word."""

    executed = True

    async def meet(self, exchange: Exchange) -> None:
        await exchange.reply(await exchange.forward())
        await exchange.close()


@dataclass(frozen=True)
class Reply(Fault):
    """Something else answers in the server's place: PostgREST for its database, a load balancer, a guard.

    Args:
        status: The HTTP status.
        code: The code in a body as PostgREST writes it; None for a page of HTML.
        retry_after: Seconds, as the header Retry-After.
    """

    status: int
    code: str | None = None
    retry_after: int | None = None
    executed: bool = False

    async def meet(self, exchange: Exchange) -> None:
        if self.executed:
            await exchange.forward()
        await exchange.reply(self._answer())

    def _answer(self) -> Answer:
        body, kind = _PAGE, b"text/html; charset=utf-8"
        if self.code is not None:
            said = {"code": self.code, "details": None, "hint": None, "message": f"a fault, {self.code}"}
            body, kind = json.dumps(said).encode(), b"application/json; charset=utf-8"
        headers = [(b"Content-Type", kind), (b"Content-Length", str(len(body)).encode())]
        if self.retry_after is not None:
            headers.append((b"Retry-After", str(self.retry_after).encode()))
        return Answer(self.status, tuple(headers), body)

    def __str__(self) -> str:
        return f"Reply {self.status} {self.code or 'HTML'}{' executed' if self.executed else ''}"


@dataclass(frozen=True)
class Truncate(Fault):
    """The answer breaks off in the middle of its body; `rudely` with RST, else with FIN."""

    rudely: bool = False
    executed = True

    async def meet(self, exchange: Exchange) -> None:
        answer = await exchange.forward()
        await exchange.reply_partly(answer, len(answer.body) // 2)
        if self.rudely:
            exchange.reset()
        else:
            await exchange.close()


@dataclass(frozen=True)
class Garble(Fault):
    """The answer is whole HTTP, but only half of the JSON, as from a cache that went wrong."""

    executed = True

    async def meet(self, exchange: Exchange) -> None:
        answer = await exchange.forward()
        half = answer.body[: len(answer.body) // 2]
        lengths = (b"content-length", b"transfer-encoding")
        headers = [each for each in answer.headers if each[0].lower() not in lengths]
        headers.append((b"Content-Length", str(len(half)).encode()))
        await exchange.reply(Answer(answer.status, tuple(headers), half))


@dataclass(frozen=True)
class Stall(Fault):
    """No answer, and the connection stays open until the client has had enough."""

    executed: bool = False

    async def meet(self, exchange: Exchange) -> None:
        if self.executed:
            await exchange.forward()
        await exchange.wait_until_closed()
        await exchange.close()


@dataclass(frozen=True)
class Delay(Fault):
    """The request passes, some seconds late."""

    seconds: float
    executed = True

    async def meet(self, exchange: Exchange) -> None:
        await asyncio.sleep(self.seconds)
        await exchange.reply(await exchange.forward())


@dataclass(frozen=True)
class Drip(Fault):
    """The answer's body comes a few bytes at once, seconds apart."""

    at_once: int = 16
    pause: float = 0.001
    executed = True

    async def meet(self, exchange: Exchange) -> None:
        await exchange.reply_slowly(await exchange.forward(), self.at_once, self.pause)


@dataclass(frozen=True)
class Hold(Fault):
    """The request passes, but not before `gate` is set. `reached` tells that it is there."""

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
    """The server restarts: all connections are gone, and for some seconds it refuses new ones."""

    seconds: float

    async def meet(self, exchange: Exchange) -> None:
        await exchange.refuse_for(self.seconds)
