"""Scripted replies: they are used in order, and the last one is repeated."""

from collections.abc import Callable, Mapping
from typing import Any, Self, TypeAlias

import httpx

from spacecat_shared_data_access.testing.rows import Entity
from spacecat_shared_data_access.testing.sent import SentRequest

Reply: TypeAlias = Callable[[SentRequest], httpx.Response]

class Script:
    """The replies to requests of one kind, and those requests. `MockPostgrest.on` creates it.

    Each method adds one reply. The first request gets the first one, and so on; the last one is repeated.

    Args:
        entity: The entity whose rows `reply` builds, if any.

    Attributes:
        requests: The requests, in order.
    """

    requests: list[SentRequest]

    def __init__(self, entity: Entity | None = None) -> None: ...
    def reply(self, *items: Mapping[str, Any]) -> Self:
        """Reply with rows; without arguments with an empty list.

        A write that requests no rows gets an empty response. Filters are not evaluated.

        Args:
            *items: The attributes of each row, as `row` takes them.

        Raises:
            ValidationError: A name is not an attribute, or a value cannot be stored.
            TypeError: The script is not for an entity: use `reply_json`.
        """

    def reply_json(self, value: Any) -> Self:
        """Reply with JSON: the result of a function, or rows with embedded rows.

        Args:
            value: The value to serialize, such as a list of rows by column.
        """

    def echo(self) -> Self:
        """Reply to a write with the rows in its body, as PostgREST does."""

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

    def fail(self, error: httpx.RequestError) -> Self:
        """Fail without a response, as when the network fails.

        Args:
            error: The error that httpx raises, such as ``httpx.ConnectError("refused")``.
        """

    def answer(self, reply: Reply) -> Self:
        """Reply with the result of a function.

        Args:
            reply: Takes the request and returns a new response. If it raises, the HTTP client raises.
        """

    def clear(self) -> Self:
        """Remove all replies."""

    @property
    def ready(self) -> bool:
        """Whether there is a reply."""

    def respond(self, request: SentRequest) -> httpx.Response:
        """Record a request and return the response. There has to be a reply."""
