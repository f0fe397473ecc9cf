"""`MockPostgrest`: a server with scripted responses, without a network."""

from types import TracebackType
from typing import Self

import respx

from spacecat_shared_data_access.testing.rows import Entity
from spacecat_shared_data_access.testing.script import Script
from spacecat_shared_data_access.testing.sent import SentRequest

class UnscriptedRequestError(AssertionError):
    """A request has no scripted reply. The message names the request, and how to add a reply."""

class MockPostgrest:
    """Answers requests to its address with scripted replies, and records them.

    It starts with ``with`` or `start`. From then on all of httpx is mocked, by respx. Requests to other
    addresses are refused, so that a test cannot reach the network, unless ``router`` has a route for them.
    It serves the sync and the async API.

    Args:
        url: The address to answer for. It does not have to exist.

    Attributes:
        url: The address, for ``postgrest_url`` of ``create_data_access``.
        requests: The requests, in order.
        unscripted: The requests that had no reply, as errors.
        router: respx's router, for requests of the code under test to other addresses.
    """

    url: str
    requests: list[SentRequest]
    unscripted: list[UnscriptedRequestError]
    router: respx.MockRouter

    def __init__(self, url: str = "http://postgrest.test") -> None: ...
    def on(self, entity: Entity, method: str | None = None) -> Script:
        """Return the script of replies to requests for an entity.

        A script for a method takes precedence over the one for all methods. The same arguments return the
        same script.

        Args:
            entity: Its name, its model's class, or its collection.
            method: GET, HEAD (for counts), POST, PATCH or DELETE; all of them if not given.

        Raises:
            DataAccessError: No such entity is registered, or it has no table.
            ValueError: The method is not one of these.
        """

    def on_call(self, function: str) -> Script:
        """Return the script of replies to calls of a function of the database.

        Args:
            function: The function's name.
        """

    def on_any(self) -> Script:
        """Return the script of replies to requests that have no script of their own."""

    def start(self) -> None:
        """Start to answer requests."""

    def stop(self) -> None:
        """Stop, so that httpx reaches the network again."""

    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
