"""Retries: the one place that decides whether a request that failed is sent again, and when.

The tables below are the whole policy. tenacity runs it; it is imported when something first fails, since
importing it takes longer than what else a program pays at its start.
"""

from __future__ import annotations

import math
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, fields
from enum import Enum, auto
from logging import Logger
from typing import TYPE_CHECKING, Final, Self, TypeVar

import httpx

from spacecat_shared_data_access.errors import DataAccessError, NoAnswerError, PostgrestError, ValidationError
from spacecat_shared_data_access.postgrest.connection_errors import describe, is_certificate_error
from spacecat_shared_data_access.postgrest.deadline import seconds_until

if TYPE_CHECKING:
    from tenacity import RetryCallState

    from spacecat_shared_data_access.postgrest.request import Query

T = TypeVar("T")


class FailureKind(Enum):
    """What a failure says about the request."""

    NOT_SENT = auto()
    """It never left: no connection."""
    NOT_EXECUTED = auto()
    """The server turned it away before it did anything."""
    ROLLED_BACK = auto()
    """The database undid it."""
    UNKNOWN = auto()
    """It may have been done: the answer was lost."""
    FINAL = auto()
    """It would fail again."""


class Operation(Enum):
    """What a request does, as far as it matters for sending it twice."""

    READ = auto()
    """GET and HEAD."""
    INSERT = auto()
    """Rows that do not all bring their primary key: nobody could tell a second one from the first."""
    KEYED_INSERT = auto()
    """Rows that bring their primary key, which lets none of them in twice: see `idempotency`."""
    UPSERT = auto()
    UPDATE = auto()
    DELETE = auto()
    COUNTED_DELETE = auto()
    """A DELETE that asks for the rows that it removed: a second one would tell of none."""
    CALL = auto()
    """A function of the database."""


_EVERYTHING: Final = frozenset(Operation)
# Doing them twice comes to the same as doing them once.
_REPEATABLE: Final = frozenset(
    {Operation.READ, Operation.KEYED_INSERT, Operation.UPSERT, Operation.UPDATE, Operation.DELETE}
)

RETRYABLE: Final[Mapping[FailureKind, frozenset[Operation]]] = {
    FailureKind.NOT_SENT: _EVERYTHING,
    FailureKind.NOT_EXECUTED: _EVERYTHING,
    FailureKind.ROLLED_BACK: _EVERYTHING,
    FailureKind.UNKNOWN: _REPEATABLE,
    FailureKind.FINAL: frozenset(),
}

# By the code in the answer's body: a SQLSTATE, a class of them, or PostgREST's own.
_BY_CODE: Final[Mapping[str, FailureKind]] = {
    "PGRST000": FailureKind.NOT_EXECUTED,  # no connection to the database
    "PGRST001": FailureKind.UNKNOWN,  # the connection to the database broke
    "PGRST002": FailureKind.NOT_EXECUTED,  # no schema cache yet
    "PGRST003": FailureKind.NOT_EXECUTED,  # no connection was free in time
    "40001": FailureKind.ROLLED_BACK,  # serialization failure
    "40P01": FailureKind.ROLLED_BACK,  # deadlock
    "57014": FailureKind.FINAL,  # statement timeout
    "57P01": FailureKind.UNKNOWN,  # the database was told to stop
    "57P02": FailureKind.UNKNOWN,  # the database crashed
    "57P03": FailureKind.NOT_EXECUTED,  # the database is starting
    "08": FailureKind.UNKNOWN,  # connection exception
    "53": FailureKind.NOT_EXECUTED,  # insufficient resources
}
_CODE = re.compile(r"[0-9A-Z]{5}|PGRST[0-9A-Z]{3}")
_TOO_MANY_REQUESTS: Final = 429
# Without a code: a gateway's own answer, or a 2xx that cannot be read, which says no more than none.
_TELLING_NOTHING: Final = frozenset({*range(200, 300), *range(500, 600)})

_NEVER_LEFT: Final = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)


def classify_failure(failure: BaseException) -> FailureKind:
    """Tell what a failure says about the request: the body's code decides first, then the status."""
    if isinstance(failure, NoAnswerError):
        return _fault_of_connection(failure.cause)
    if not isinstance(failure, PostgrestError) or failure.status is None:
        return FailureKind.FINAL
    # A proxy's JSON may have a "code" of its own.
    code = failure.code if failure.code and _CODE.fullmatch(failure.code) else ""
    known = _BY_CODE.get(code) or _BY_CODE.get(code[:2])
    if known is not None:
        return known
    if failure.status == _TOO_MANY_REQUESTS:
        return FailureKind.NOT_EXECUTED
    return FailureKind.UNKNOWN if not code and failure.status in _TELLING_NOTHING else FailureKind.FINAL


def _fault_of_connection(error: BaseException | None) -> FailureKind:
    if error is None or isinstance(error, httpx.UnsupportedProtocol):
        return FailureKind.FINAL  # our own doing
    if is_certificate_error(error):
        return FailureKind.FINAL  # it would not be trusted another time either
    return FailureKind.NOT_SENT if isinstance(error, _NEVER_LEFT) else FailureKind.UNKNOWN


def operation_of(query: Query) -> Operation:
    """Tell what a request does. A POST that is no upsert and no call is an insert."""
    request = query.request
    method, preferences = str(request.http_method), request.headers.get("Prefer", "")
    if method in {"GET", "HEAD"}:
        return Operation.READ
    if method == "PATCH":
        return Operation.UPDATE
    if method == "DELETE":
        return Operation.COUNTED_DELETE if "return=representation" in preferences else Operation.DELETE
    if request.path.parent.name == "rpc":
        return Operation.CALL
    return Operation.UPSERT if "resolution=" in preferences else Operation.INSERT


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

    def __post_init__(self) -> None:
        if not isinstance(self.attempts, int) or isinstance(self.attempts, bool) or self.attempts < 1:
            raise ValidationError("attempts of a RetryPolicy must be a positive integer")
        for each in fields(self)[1:]:
            value = getattr(self, each.name)
            is_number = isinstance(value, int | float) and not isinstance(value, bool)
            if not is_number or not math.isfinite(value) or value < 0:
                raise ValidationError(f"{each.name} of a RetryPolicy must be a number of seconds, 0 or more")
        if self.deadline == 0:
            raise ValidationError("deadline of a RetryPolicy must be more than 0 seconds")

    @classmethod
    def off(cls) -> Self:
        """Return the policy that sends every request once.

        One that is refused for its key (401) is sent with a fresh one all the same, where
        ``postgrest_api_key`` is a function.
        """
        return cls(attempts=1)


@dataclass(frozen=True, slots=True)
class RetryContext:
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

    def is_retryable(self, failure: BaseException) -> bool:
        """Tell whether the request may be sent again after this failure."""
        return self.operation in RETRYABLE[classify_failure(failure)]

    def is_ambiguous(self, failure: BaseException) -> bool:
        """Tell whether the request may have changed something although it failed like this."""
        return self.operation is not Operation.READ and classify_failure(failure) is FailureKind.UNKNOWN


async def retry(
    attempt: Callable[[], Awaitable[T]], failure: DataAccessError, course: RetryContext
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
    failure.in_doubt = course.is_ambiguous(failure)
    if course.policy.attempts == 1 or not course.is_retryable(failure):
        raise failure

    import tenacity  # noqa: PLC0415 - see the module's docstring

    policy = course.policy
    jitter = tenacity.wait_random_exponential(multiplier=policy.base_delay, max=policy.max_delay)
    enough = tenacity.stop_after_attempt(policy.attempts)
    rounds = tenacity.AsyncRetrying(
        sleep=course.sleep,
        retry=tenacity.retry_if_exception(course.is_retryable),
        wait=lambda state: min(_retry_after(state), policy.max_retry_after) + jitter(state),
        stop=lambda state: enough(state) or state.upcoming_sleep >= seconds_until(course.deadline),
        before_sleep=lambda state: _tell(course, state),
        reraise=True,
    )
    last = failure
    async for each in rounds:
        with each:
            number = each.retry_state.attempt_number
            if number == 1:
                raise failure  # it was made before tenacity was asked
            try:
                return await attempt(), last.in_doubt
            except DataAccessError as error:
                error.attempts += last.attempts
                error.in_doubt = last.in_doubt or course.is_ambiguous(error)
                last = error
                raise
    raise AssertionError("tenacity ended without an outcome")


def _failure_of(state: RetryCallState) -> BaseException | None:
    return None if state.outcome is None else state.outcome.exception()


def _retry_after(state: RetryCallState) -> float:
    failure = _failure_of(state)
    return (failure.retry_after or 0.0) if isinstance(failure, PostgrestError) else 0.0


def _tell(course: RetryContext, state: RetryCallState) -> None:
    course.log.warning(
        "%s: %s; attempt %d of %d in %.2f s",
        course.what,
        _reason(_failure_of(state)),
        state.attempt_number + 1,
        course.policy.attempts,
        state.upcoming_sleep,
    )


def _reason(failure: BaseException | None) -> str:
    # Never the message: it may quote values.
    if isinstance(failure, DataAccessError) and failure.status is not None:
        return f"HTTP {failure.status}" + (f" [{failure.code}]" if failure.code else "")
    cause = failure.cause if isinstance(failure, DataAccessError) else None
    error = cause or failure
    return "no failure" if error is None else describe(error)
