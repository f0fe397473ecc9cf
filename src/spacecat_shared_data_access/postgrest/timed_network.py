"""A network backend that keeps the sync API's requests within their deadline.

httpx limits each step of a request (connecting, each write, each read), but not their sum. A response that
arrives slowly enough would never time out.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from ssl import SSLContext
from typing import Any, Final

import httpcore
import httpx

from spacecat_shared_data_access.postgrest.deadline import seconds_left
from spacecat_shared_data_access.postgrest.httpx_internals import replace_network, transports_of
from spacecat_shared_data_access.postgrest.log_events import LogEvent, log_fields

_CHUNK_SIZE: Final = 65_536
_log: Final = logging.getLogger("spacecat_shared_data_access")


class DeadlineBackend(httpcore.NetworkBackend):
    """Opens connections whose operations end at the deadline of the current `deadline.deadline_scope`.

    Args:
        backend: The backend that opens the connections.
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
        """Open a connection."""
        timeout = _limited(timeout, httpcore.ConnectTimeout)
        return _DeadlineStream(self._backend.connect_tcp(host, port, timeout, local_address, socket_options))


class _DeadlineStream(httpcore.NetworkStream):
    def __init__(self, stream: httpcore.NetworkStream) -> None:
        self._stream = stream

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _limited(timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        # In chunks, since httpcore applies the timeout to each send, not to the whole buffer.
        for start in range(0, len(buffer), _CHUNK_SIZE):
            chunk = buffer[start : start + _CHUNK_SIZE]
            self._stream.write(chunk, _limited(timeout, httpcore.WriteTimeout))

    def start_tls(
        self, ssl_context: SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        timeout = _limited(timeout, httpcore.ConnectTimeout)
        return _DeadlineStream(self._stream.start_tls(ssl_context, server_hostname, timeout))

    def close(self) -> None:
        self._stream.close()

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def apply_deadlines(client: httpx.Client) -> None:
    """Make a client's connections respect deadlines.

    With a version of httpx or httpcore that names its internals differently, a warning is logged, and the
    deadline is only checked between reads, as for an injected client.

    Args:
        client: A client that this package created and that has not sent anything yet.
    """
    try:
        for each in transports_of(client):
            if isinstance(each, httpx.HTTPTransport):
                replace_network(each, DeadlineBackend)
    except AttributeError as error:
        _log.warning(
            "httpx %s cannot be held to deadlines within a read: %s",
            httpx.__version__,
            error,
            extra=log_fields(LogEvent.DEADLINES_UNSUPPORTED),
        )


def _limited(timeout: float | None, exception: type[httpcore.TimeoutException]) -> float | None:
    left = seconds_left()
    if left <= 0:
        raise exception("the deadline passed")
    return left if timeout is None else min(timeout, left)
