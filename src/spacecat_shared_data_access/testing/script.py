"""Scripted replies: they are used in order, and the last one is repeated."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Self

import httpx

from spacecat_shared_data_access.testing.rows import row
from spacecat_shared_data_access.testing.sent import SentRequest

if TYPE_CHECKING:
    from spacecat_shared_data_access.testing.rows import Entity

Reply = Callable[[SentRequest], httpx.Response]


class Script:
    """The replies to requests of one kind, and those requests. `MockPostgrest.on` creates it.

    Each method adds one reply. The first request gets the first one, and so on; the last one is repeated.

    Args:
        entity: The entity whose rows `reply` builds, if any.

    Attributes:
        requests: The requests, in order.
    """

    def __init__(self, entity: Entity | None = None) -> None:
        self._entity = entity
        self._replies: list[Reply] = []
        self._lock = threading.Lock()
        self.requests: list[SentRequest] = []

    def reply(self, *items: Mapping[str, Any]) -> Self:
        """Reply with rows; without arguments with an empty list.

        A write that requests no rows gets an empty response. Filters are not evaluated.

        Args:
            *items: The attributes of each row, as `row` takes them.

        Raises:
            ValidationError: A name is not an attribute, or a value cannot be stored.
            TypeError: The script is not for an entity: use `reply_json`.
        """
        if self._entity is None:
            raise TypeError("reply() makes rows of an entity: use reply_json() for a function")
        entity = self._entity
        return self.reply_json([row(entity, item) for item in items])

    def reply_json(self, value: Any) -> Self:
        """Reply with JSON: the result of a function, or rows with embedded rows.

        Args:
            value: The value to serialize, such as a list of rows by column.
        """
        return self.answer(lambda request: _done(request, value))

    def echo(self) -> Self:
        """Reply to a write with the rows in its body, as PostgREST does."""
        return self.answer(lambda request: _done(request, request.rows))

    def refuse(
        self,
        status: int,
        code: str | None = None,
        message: str = "refused",
        *,
        details: str | None = None,
        hint: str | None = None,
    ) -> Self:
        """Reply with an error, as PostgREST does.

        Args:
            status: The HTTP status, such as 409.
            code: The SQLSTATE or PostgREST's own code, such as ``23505`` or ``PGRST116``.
            message: The message of the error.
            details: Its details.
            hint: Its hint.
        """
        error = {"code": code, "message": message, "details": details, "hint": hint}
        return self.answer(lambda _request: httpx.Response(status, json=error))

    def fail(self, error: httpx.RequestError) -> Self:
        """Fail without a response, as when the network fails.

        Args:
            error: The error that httpx raises, such as ``httpx.ConnectError("refused")``.
        """

        def raise_it(_request: SentRequest) -> httpx.Response:
            raise error

        return self.answer(raise_it)

    def answer(self, reply: Reply) -> Self:
        """Reply with the result of a function.

        Args:
            reply: Takes the request and returns a new response. If it raises, the HTTP client raises.
        """
        with self._lock:
            self._replies.append(reply)
        return self

    def clear(self) -> Self:
        """Remove all replies."""
        with self._lock:
            self._replies.clear()
        return self

    @property
    def ready(self) -> bool:
        """Whether there is a reply."""
        return bool(self._replies)

    def respond(self, request: SentRequest) -> httpx.Response:
        """Record a request and return the response. There has to be a reply."""
        with self._lock:
            self.requests.append(request)
            reply = self._replies.pop(0) if len(self._replies) > 1 else self._replies[0]
        return reply(request)


def _done(request: SentRequest, value: Any) -> httpx.Response:
    """Return the response to a successful request with this result."""
    if request.method in {"POST", "PATCH", "DELETE"} and not request.target.startswith("rpc/"):
        if "return=representation" not in request.preferences:
            return httpx.Response(201 if request.method == "POST" else 204)
        return httpx.Response(201 if request.method == "POST" else 200, json=value)
    headers = {}
    # Only with the total: without one the reply might be taken for a part of a longer list.
    if isinstance(value, list) and "count=exact" in request.preferences:
        headers["Content-Range"] = f"0-{len(value) - 1}/{len(value)}" if value else "*/0"
    if request.method == "HEAD":
        return httpx.Response(200, headers=headers)
    return httpx.Response(200, json=value, headers=headers)
