"""`MockPostgrest`: a server with scripted responses, without a network."""

from __future__ import annotations

from typing import Final, Self

import httpx
import respx

from spacecat_shared_data_access.models.base import EntityRegistry
from spacecat_shared_data_access.testing.rows import Entity, schema_of
from spacecat_shared_data_access.testing.script import Script
from spacecat_shared_data_access.testing.sent import SentRequest

_METHODS: Final = ("GET", "HEAD", "POST", "PATCH", "DELETE")
_ANY: Final = "*"


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

    def __init__(self, url: str = "http://postgrest.test") -> None:
        self.url = url
        self.requests: list[SentRequest] = []
        self.unscripted: list[UnscriptedRequestError] = []
        self._scripts: dict[tuple[str, str], Script] = {}
        self.router = respx.MockRouter(assert_all_called=False)
        self.router.route(url__startswith=f"{url}/").mock(side_effect=self._answer)

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
        if method is not None and method not in _METHODS:
            raise ValueError(f"method must be one of {', '.join(_METHODS)}, not {method!r}")
        return self._scripts.setdefault((schema_of(entity).table, method or _ANY), Script(entity))

    def on_call(self, function: str) -> Script:
        """Return the script of replies to calls of a function of the database.

        Args:
            function: The function's name.
        """
        return self._scripts.setdefault((f"rpc/{function}", _ANY), Script())

    def on_any(self) -> Script:
        """Return the script of replies to requests that have no script of their own."""
        return self._scripts.setdefault((_ANY, _ANY), Script())

    def start(self) -> None:
        """Start to answer requests."""
        self.router.start()

    def stop(self) -> None:
        """Stop, so that httpx reaches the network again."""
        self.router.stop(quiet=True)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        self.stop()
        if error is None and self.unscripted:  # the code under test caught it
            raise self.unscripted[0]

    def _answer(self, request: httpx.Request) -> httpx.Response:
        sent = SentRequest(request)
        self.requests.append(sent)
        for key in ((sent.target, sent.method), (sent.target, _ANY), (_ANY, _ANY)):
            script = self._scripts.get(key)
            if script is not None and script.ready:
                return script.respond(sent)
        error = UnscriptedRequestError(_complaint(sent))
        self.unscripted.append(error)
        raise error

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.url}, asked {len(self.requests)} times>"


def _complaint(sent: SentRequest) -> str:
    if sent.target.startswith("rpc/"):
        name = sent.target.removeprefix("rpc/")
        return f"no reply is scripted for {sent}: add one with on_call({name!r}).reply_json(...)"
    names = [schema.model_name for schema in EntityRegistry.schemas() if schema.table == sent.target]
    if not names:
        return f"no reply is scripted for {sent}, which is no entity's: add one with on_any().reply_json(...)"
    return (
        f"no reply is scripted for {sent.method} of {' or '.join(names)} ({sent}):"
        f" add one with on({names[0]!r}).reply(...)"
    )
