"""What is answered: replies in the order in which they are given, the last one again and again."""

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
    """The replies to requests of one kind, and those requests. Made by `MockPostgrest.on` and its like.

    Each method adds one reply. The first request gets the first one, and so on; the last one answers all
    that come after.

    Args:
        entity: Whose rows `reply` makes; None where it is not about an entity.

    Attributes:
        requests: What was asked, in order.
    """

    def __init__(self, entity: Entity | None = None) -> None:
        self._entity = entity
        self._replies: list[Reply] = []
        self._lock = threading.Lock()
        self.requests: list[SentRequest] = []

    def reply(self, *items: Mapping[str, Any]) -> Self:
        """Answer with rows, or with none.

        A write that asks for nothing back is told that it is done. Filters are not looked at.

        Args:
            *items: Attributes of each, as `row` takes them.

        Raises:
            ValidationError: A name is no attribute, or a value cannot be stored.
            TypeError: This script is not about an entity: use `reply_json`.
        """
        if self._entity is None:
            raise TypeError("reply() makes rows of an entity: use reply_json() where there is none")
        entity = self._entity
        return self.reply_json([row(entity, item) for item in items])

    def reply_json(self, value: Any) -> Self:
        """Answer with JSON as it is: what a function gives, or rows with embedded ones.

        Args:
            value: Rows by column, or whatever else it is.
        """
        return self.answer(lambda request: _done(request, value))

    def echo(self) -> Self:
        """Answer a write with the rows that it sent, as PostgREST does."""
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
        """Answer with an error, as PostgREST does.

        Args:
            status: The HTTP status: 409.
            code: The SQLSTATE, or PostgREST's own code: ``23505``, ``PGRST116``.
            message: What the database says.
            details: What it says in addition.
            hint: What it suggests.
        """
        error = {"code": code, "message": message, "details": details, "hint": hint}
        return self.answer(lambda _request: httpx.Response(status, json=error))

    def fail(self, error: httpx.RequestError) -> Self:
        """Give no answer, as where the network fails.

        Args:
            error: What httpx raises: ``httpx.ConnectError("refused")``.
        """

        def raise_it(_request: SentRequest) -> httpx.Response:
            raise error

        return self.answer(raise_it)

    def answer(self, reply: Reply) -> Self:
        """Answer with whatever a function makes of the request.

        Args:
            reply: Gives the response, a new one each time; what it raises is raised by the HTTP client.
        """
        with self._lock:
            self._replies.append(reply)
        return self

    def clear(self) -> Self:
        """Forget the replies."""
        with self._lock:
            self._replies.clear()
        return self

    @property
    def ready(self) -> bool:
        """Whether there is a reply."""
        return bool(self._replies)

    def respond(self, request: SentRequest) -> httpx.Response:
        """Take note of a request, and give its answer; there must be one."""
        with self._lock:
            self.requests.append(request)
            reply = self._replies.pop(0) if len(self._replies) > 1 else self._replies[0]
        return reply(request)


def _done(request: SentRequest, value: Any) -> httpx.Response:
    """The answer to a request that was carried out, and has this to tell."""
    if request.method in {"POST", "PATCH", "DELETE"} and not request.target.startswith("rpc/"):
        if "return=representation" not in request.preferences:
            return httpx.Response(201 if request.method == "POST" else 204)
        return httpx.Response(201 if request.method == "POST" else 200, json=value)
    headers = {}
    if isinstance(value, list):
        counted = str(len(value)) if "count=exact" in request.preferences else "*"
        headers["Content-Range"] = f"0-{len(value) - 1}/{counted}" if value else f"*/{counted}"
    if request.method == "HEAD":
        return httpx.Response(200, headers=headers)
    return httpx.Response(200, json=value, headers=headers)
