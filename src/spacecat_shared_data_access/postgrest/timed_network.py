"""The network of the blocking face, within a deadline.

httpx bounds the wait for a connection, its making, each write and each read; not all of them together. An
answer that drips would last for as long as it likes.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from ssl import SSLContext
from typing import Any, Final

import httpcore
import httpx

from spacecat_shared_data_access.postgrest.deadline import seconds_left

_PIECE: Final = 65_536
_log: Final = logging.getLogger("spacecat_shared_data_access")


class TimedBackend(httpcore.NetworkBackend):
    """Opens connections on which nothing takes longer than `deadline.deadline_scope` allows.

    Args:
        backend: What opens them.
    """

    def __init__(self, backend: httpcore.NetworkBackend) -> None:
        self._backend = backend

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect, within the deadline."""
        bounded = _bounded(timeout, httpcore.ConnectTimeout)
        return _TimedStream(self._backend.connect_tcp(host, port, bounded, local_address, socket_options))


class _TimedStream(httpcore.NetworkStream):
    def __init__(self, stream: httpcore.NetworkStream) -> None:
        self._stream = stream

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _bounded(timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        # In pieces, since each of them has the time anew.
        for start in range(0, len(buffer), _PIECE):
            piece = buffer[start : start + _PIECE]
            self._stream.write(piece, _bounded(timeout, httpcore.WriteTimeout))

    def start_tls(
        self, ssl_context: SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        bounded = _bounded(timeout, httpcore.ConnectTimeout)
        return _TimedStream(self._stream.start_tls(ssl_context, server_hostname, bounded))

    def close(self) -> None:
        self._stream.close()

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def keep_within_deadlines(client: httpx.Client) -> None:
    """Let what a client sends keep within the deadline that holds where it is called.

    Where a later httpx or httpcore keeps these parts under other names, a warning says so, and the deadline
    is looked at between reads only, as it is for a client of the caller's own.

    Args:
        client: A client of this package's own, that has sent nothing yet.
    """
    # httpx takes no network of ours, unless a whole transport is given, which would leave out the
    # environment's proxies.
    try:
        for transport in (client._transport, *client._mounts.values()):  # noqa: SLF001 - see above
            if isinstance(transport, httpx.HTTPTransport):
                pool = transport._pool  # noqa: SLF001 - see above
                pool._network_backend = TimedBackend(pool._network_backend)  # noqa: SLF001 - see above
    except AttributeError as error:
        _log.warning("httpx %s cannot be held to deadlines within a read: %s", httpx.__version__, error)


def _bounded(timeout: float | None, fault: type[httpcore.TimeoutException]) -> float | None:
    left = seconds_left()
    if left <= 0:
        raise fault("the deadline passed")
    return left if timeout is None else min(timeout, left)
