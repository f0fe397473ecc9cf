"""`FaultProxy`: a proxy between a client and a server that causes the faults of a plan."""

import asyncio
import contextlib
import socket
import threading
from collections import Counter
from collections.abc import Coroutine, Iterator
from dataclasses import dataclass
from typing import Any, Self
from urllib.parse import urlsplit

import h11

from faults.fault_types import Fault
from faults.plans import Plan, Script
from faults.wire import Request, ServerResponse, Stream


@dataclass(eq=False)
class Seen:
    """One request that the proxy received.

    Attributes:
        request: The request.
        fault: Its fault.
        response: The server's response; None if the server has not received the request or not responded yet.
    """

    request: Request
    fault: Fault
    response: ServerResponse | None = None


class _Exchange:
    def __init__(self, seen: Seen, client: Stream, proxy: "FaultProxy") -> None:
        self.request = seen.request
        self._seen = seen
        self._client = client
        self._proxy = proxy

    async def forward(self) -> ServerResponse:
        self._seen.response = await self._proxy.ask_server(self.request)
        return self._seen.response

    async def reply(self, response: ServerResponse) -> None:
        await self._client.write_response(response, [self._body(response)])

    async def reply_partly(self, response: ServerResponse, length: int) -> None:
        await self._client.write_response(response, [self._body(response)[:length]], whole=False)

    async def reply_slowly(self, response: ServerResponse, at_once: int, pause: float) -> None:
        body = self._body(response)
        pieces = (body[start : start + at_once] for start in range(0, len(body), at_once))
        await self._client.write_response(response, pieces, pause=pause)

    def _body(self, response: ServerResponse) -> bytes:
        # The response to a HEAD has the headers of its body, but no body (RFC 9110, 9.3.2).
        return b"" if self.request.method == "HEAD" else response.body

    async def wait_until_closed(self) -> None:
        await self._client.wait_until_closed()

    async def close(self) -> None:
        await self._client.close()

    def reset(self) -> None:
        self._client.reset()

    async def refuse_for(self, seconds: float) -> None:
        await self._proxy.refuse_for(seconds)


class FaultProxy:
    """An HTTP proxy in a thread of its own, as a context manager.

    Args:
        upstream: The server's URL.
        plan: Chooses the faults; an empty `Script` by default.

    Attributes:
        plan: The plan, which may be replaced at any time.
        seen: The requests, in order.
    """

    def __init__(self, upstream: str, plan: Plan | None = None) -> None:
        parts = urlsplit(upstream)
        self._server = (parts.hostname or "", parts.port or 80)
        self.plan: Plan = Script() if plan is None else plan
        self.seen: list[Seen] = []
        self._open: set[Stream] = set()
        # Strong references, since asyncio keeps only weak ones to tasks.
        self._tasks: set[asyncio.Task[None]] = set()
        self._asking = 0
        self._listener: asyncio.Server | None = None
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="fault-proxy", daemon=True)
        # It never listens, but reserves the port while the listening socket is closed.
        self._holder = _bound(0)
        self._port: int = self._holder.getsockname()[1]

    @property
    def url(self) -> str:
        """The URL for clients."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def script(self) -> Script:
        """The plan, which has to be a script."""
        assert isinstance(self.plan, Script)
        return self.plan

    def counts(self) -> Counter[str]:
        """Return the number of requests by fault."""
        return Counter(str(each.fault) for each in self.seen)

    def connections(self) -> int:
        """Return the number of open client connections."""
        return len(self._open)

    def is_quiet(self) -> bool:
        """Return whether the server has responded to all requests."""
        return self._asking == 0

    def __enter__(self) -> Self:
        self._thread.start()
        self._do(self._listen())
        return self

    def __exit__(self, *_: object) -> None:
        self._do(self._stop())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()
        self._holder.close()

    def refuse(self) -> None:
        """Refuse new connections, and close existing ones."""
        self._do(self._stop_listening())
        self.drop_connections()

    def accept(self) -> None:
        """Accept connections again."""
        self._do(self._listen())

    @contextlib.contextmanager
    def refusing(self) -> Iterator[None]:
        """Refuse connections in a with block."""
        self.refuse()
        try:
            yield
        finally:
            self.accept()

    def drop_connections(self) -> None:
        """Close all client connections, including idle ones."""
        self._do(self._close_all())

    async def ask_server(self, request: Request) -> ServerResponse:
        """Send a request to the server on a new connection."""
        self._asking += 1
        try:
            stream = Stream(*await asyncio.open_connection(*self._server), h11.CLIENT)
            try:
                await stream.write_request(request)
                return await stream.read_response()
            finally:
                await stream.close()
        finally:
            self._asking -= 1

    async def refuse_for(self, seconds: float) -> None:
        """Refuse connections for some seconds. Called in the proxy's thread."""
        if self._listener is None:
            return  # another request has already done so
        await self._stop_listening()
        await self._close_all()
        await asyncio.sleep(seconds)
        await self._listen()

    def _do(self, work: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(work, self._loop).result()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_forever()

    async def _listen(self) -> None:
        self._listener = await asyncio.start_server(self._serve, sock=_bound(self._port), backlog=1024)

    async def _stop_listening(self) -> None:
        if self._listener is not None:
            self._listener.close()
            self._listener = None

    async def _close_all(self) -> None:
        while self._open:
            with contextlib.suppress(ConnectionError):
                await self._open.pop().close()

    async def _stop(self) -> None:
        await self._stop_listening()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        stream = Stream(reader, writer, h11.SERVER)
        self._open.add(stream)
        # A client may close its connection at any point.
        with contextlib.suppress(ConnectionError, h11.RemoteProtocolError, asyncio.CancelledError):
            while (request := await stream.read_request()) is not None:
                await self._meet(request, stream)
                if not stream.next_cycle():
                    break
        self._open.discard(stream)
        with contextlib.suppress(ConnectionError, asyncio.CancelledError):
            await stream.close()

    async def _meet(self, request: Request, stream: Stream) -> None:
        seen = Seen(request, self.plan.fault_for(request))
        self.seen.append(seen)
        await seen.fault.meet(_Exchange(seen, stream, self))


def _bound(port: int) -> socket.socket:
    # asyncio disables Nagle's algorithm only if the protocol is named.
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    made.bind(("127.0.0.1", port))
    return made
