"""Retries: the one place that decides whether a request that failed is sent again, and when.

The tables below are the whole policy. tenacity runs it; it is imported when something first fails, since
importing it takes longer than what else a program pays at its start.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from logging import Logger
from typing import Final, Self, TypeVar

from spacecat_shared_data_access.errors import DataAccessError
from spacecat_shared_data_access.postgrest.request import Query

T = TypeVar("T")

class Fault(Enum):
    """What a failure says about the request."""

    NOT_SENT = ...
    "It never left: no connection."
    NOT_EXECUTED = ...
    "The server turned it away before it did anything."
    ROLLED_BACK = ...
    "The database undid it."
    UNKNOWN = ...
    "It may have been done: the answer was lost."
    FINAL = ...
    "It would fail again."

class Operation(Enum):
    """What a request does, as far as it matters for sending it twice."""

    READ = ...
    "GET and HEAD."
    INSERT = ...
    "Rows that do not all bring their primary key: nobody could tell a second one from the first."
    KEYED_INSERT = ...
    "Rows that bring their primary key, which lets none of them in twice: see `once`."
    UPSERT = ...
    UPDATE = ...
    DELETE = ...
    COUNTED_DELETE = ...
    "A DELETE that asks for the rows that it removed: a second one would tell of none."
    CALL = ...
    "A function of the database."

SENT_AGAIN: Final[Mapping[Fault, frozenset[Operation]]]

def fault_of(failure: BaseException) -> Fault:
    """Tell what a failure says about the request: the body's code decides first, then the status."""

def operation_of(query: Query) -> Operation:
    """Tell what a request does. A POST that is no upsert and no call is an insert."""

@dataclass(frozen=True, slots=True, kw_only=True)
class RetryPolicy:
    """How often a request is tried, and how long that may take.

    Which failures are worth another attempt is not configurable: see docs/RELIABILITY.md.

    Attributes:
        attempts: How often a request is sent at most, the first time included.
        base_delay: Seconds. Before the second attempt lies a random wait of at most this; before each
            further one, of at most twice as long.
        max_delay: Seconds that no such wait is longer than.
        max_retry_after: Seconds of a server's ``Retry-After`` that are waited at most, before the random
            wait.
        deadline: Seconds for all attempts and waits of a request together. An attempt that is still
            under way is cut off.

    Raises:
        ValidationError: A field is not as described; the message names it.
    """

    attempts: int = 4
    base_delay: float = 0.1
    max_delay: float = 2.0
    max_retry_after: float = 10.0
    deadline: float = 60.0

    def __post_init__(self) -> None: ...
    @classmethod
    def off(cls) -> Self:
        """Return the policy that sends every request once.

        One that is refused for its key (401) is sent with a fresh one all the same, where
        ``postgrest_api_key`` is a function.
        """

@dataclass(frozen=True, slots=True)
class Course:
    """All that the attempts of one request share.

    Attributes:
        operation: What the request does.
        what: How the log calls it: method and table, never its values.
        policy: How often it may be sent.
        deadline: The moment when all of it must be over.
        sleep: How to wait.
        log: Where to tell of each retry.
    """

    operation: Operation
    what: str
    policy: RetryPolicy
    deadline: float
    sleep: Callable[[float], Awaitable[None]]
    log: Logger

    def may_go_on(self, failure: BaseException) -> bool:
        """Tell whether the request may be sent again after this failure."""

    def leaves_doubt(self, failure: BaseException) -> bool:
        """Tell whether the request may have changed something although it failed like this."""

async def try_again(
    attempt: Callable[[], Awaitable[T]], failure: DataAccessError, course: Course
) -> tuple[T, bool]:
    """Go on after a first attempt that failed, as the policy says.

    Args:
        attempt: Sends the request once more.
        failure: How the first attempt failed.
        course: What the attempts share.

    Returns:
        What an attempt brought, and whether an earlier one may have been done as well.

    Raises:
        DataAccessError: The last attempt's failure. It tells how many there were (``attempts``), and
            whether any of them may have been done (``in_doubt``).
    """
