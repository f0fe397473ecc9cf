"""What is answered: replies in the order in which they are given, the last one again and again."""

from collections.abc import Callable, Mapping
from typing import Any, Self, TypeAlias

import httpx

from spacecat_shared_data_access.testing.rows import Entity
from spacecat_shared_data_access.testing.sent import SentRequest

Reply: TypeAlias = Callable[[SentRequest], httpx.Response]

class Script:
    """The replies to requests of one kind, and those requests. Made by `MockPostgrest.on` and its like.

    Each method adds one reply. The first request gets the first one, and so on; the last one answers all
    that come after.

    Args:
        entity: Whose rows `reply` makes; None where it is not about an entity.

    Attributes:
        requests: What was asked, in order.
    """

    requests: list[SentRequest]

    def __init__(self, entity: Entity | None = None) -> None: ...
    def reply(self, *items: Mapping[str, Any]) -> Self:
        """Answer with rows, or with none.

        A write that asks for nothing back is told that it is done. Filters are not looked at.

        Args:
            *items: Attributes of each, as `row` takes them.

        Raises:
            ValidationError: A name is no attribute, or a value cannot be stored.
            TypeError: This script is not about an entity: use `reply_json`.
        """

    def reply_json(self, value: Any) -> Self:
        """Answer with JSON as it is: what a function gives, or rows with embedded ones.

        Args:
            value: Rows by column, or whatever else it is.
        """

    def echo(self) -> Self:
        """Answer a write with the rows that it sent, as PostgREST does."""

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

    def fail(self, error: httpx.RequestError) -> Self:
        """Give no answer, as where the network fails.

        Args:
            error: What httpx raises: ``httpx.ConnectError("refused")``.
        """

    def answer(self, reply: Reply) -> Self:
        """Answer with whatever a function makes of the request.

        Args:
            reply: Gives the response, a new one each time; what it raises is raised by the HTTP client.
        """

    def clear(self) -> Self:
        """Forget the replies."""

    @property
    def ready(self) -> bool:
        """Whether there is a reply."""

    def respond(self, request: SentRequest) -> httpx.Response:
        """Take note of a request, and give its answer; there must be one."""
