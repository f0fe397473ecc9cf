"""The network of the blocking face, within a deadline.

httpx bounds the wait for a connection, its making, each write and each read; not all of them together. An
answer that drips would last for as long as it likes.
"""

from collections.abc import Iterable
from typing import Any

import httpcore
import httpx

class TimedBackend(httpcore.NetworkBackend):
    """Opens connections on which nothing takes longer than `deadline.no_later_than` allows.

    Args:
        backend: What opens them.
    """

    def __init__(self, backend: httpcore.NetworkBackend) -> None: ...
    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect, within the deadline."""

def keep_within_deadlines(client: httpx.Client) -> None:
    """Let what a client sends keep within the deadline that holds where it is called.

    Where a later httpx or httpcore keeps these parts under other names, a warning says so, and the deadline
    is looked at between reads only, as it is for a client of the caller's own.

    Args:
        client: A client of this package's own, that has sent nothing yet.
    """
