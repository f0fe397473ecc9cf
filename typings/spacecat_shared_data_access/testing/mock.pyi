"""`MockPostgrest`: a server that answers as it is told, without a network."""

from types import TracebackType
from typing import Self

import respx

from spacecat_shared_data_access.testing.rows import Entity
from spacecat_shared_data_access.testing.script import Script
from spacecat_shared_data_access.testing.sent import SentRequest

class UnscriptedRequestError(AssertionError):
    """Something was asked for that there is no reply to; the message says what, and how to add one."""

class MockPostgrest:
    """Answers the requests to its address with scripted replies, and keeps what was asked.

    Starts with ``with`` or `start`. From then on all of httpx is mocked, by respx: what goes to another
    address is refused, so that a test reaches no network, unless ``router`` has a route for it. It serves
    both faces.

    Args:
        url: The address that it answers for. It need not exist.

    Attributes:
        url: The address, to be given to ``create_data_access`` as ``postgrest_url``.
        requests: What was asked, in order.
        unscripted: What was asked and had no reply.
        router: respx's router, for what the code under test asks of other addresses.
    """

    url: str
    requests: list[SentRequest]
    unscripted: list[UnscriptedRequestError]
    router: respx.MockRouter

    def __init__(self, url: str = "http://postgrest.test") -> None: ...
    def on(self, entity: Entity, method: str | None = None) -> Script:
        """Say what requests for an entity are answered.

        A script for a method goes before the one for all methods. Asked twice for the same, this gives
        the same script.

        Args:
            entity: Its name, its model's class, or its collection.
            method: GET, HEAD (which counts), POST, PATCH or DELETE; all of them where not given.

        Raises:
            DataAccessError: No such entity is registered, or it is not kept in a table.
            ValueError: The method is none of those.
        """

    def on_call(self, function: str) -> Script:
        """Say what calls of a function of the database are answered.

        Args:
            function: The function's name.
        """

    def on_any(self) -> Script:
        """Say what all requests are answered that have no script of their own."""

    def start(self) -> None:
        """Start to answer."""

    def stop(self) -> None:
        """Stop, and let httpx reach the network again."""

    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
