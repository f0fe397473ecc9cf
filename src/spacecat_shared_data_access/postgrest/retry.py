"""Retries: decides whether and when a failed request is sent again.

The tables below are the complete policy: see docs/RELIABILITY.md. tenacity runs the retries.
"""

from __future__ import annotations

import math
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, fields
from enum import Enum, auto
from logging import Logger
from typing import TYPE_CHECKING, Final, NamedTuple, Self, TypeVar

import httpx

from spacecat_shared_data_access.errors import (
    DataAccessError,
    NoResponseError,
    PostgrestError,
    ValidationError,
)
from spacecat_shared_data_access.postgrest.connection_errors import describe, is_certificate_error
from spacecat_shared_data_access.postgrest.deadline import seconds_until
from spacecat_shared_data_access.postgrest.log_events import LogEvent, log_fields
from spacecat_shared_data_access.postgrest.request import Operation
from spacecat_shared_data_access.postgrest.tracing import count_resend

if TYPE_CHECKING:
    from tenacity import AsyncRetrying, RetryCallState

    from spacecat_shared_data_access.postgrest.request import Query

T = TypeVar("T")


class FailureKind(Enum):
    """The kind of failure of a request."""

    NOT_SENT = auto()
    """There was no connection."""
    NOT_EXECUTED = auto()
    """The server rejected it before it did anything."""
    ROLLED_BACK = auto()
    """The database rolled it back."""
    AMBIGUOUS = auto()
    """It may have taken effect: the response was lost."""
    FINAL = auto()
    """It would fail again."""


_ALL_OPERATIONS: Final = frozenset(Operation)
# Repeating them has the same effect as sending them once.
_IDEMPOTENT: Final = frozenset(
    {Operation.READ, Operation.KEYED_INSERT, Operation.UPSERT, Operation.UPDATE, Operation.DELETE}
)

RETRYABLE: Final[Mapping[FailureKind, frozenset[Operation]]] = {
    FailureKind.NOT_SENT: _ALL_OPERATIONS,
    FailureKind.NOT_EXECUTED: _ALL_OPERATIONS,
    FailureKind.ROLLED_BACK: _ALL_OPERATIONS,
    FailureKind.AMBIGUOUS: _IDEMPOTENT,
    FailureKind.FINAL: frozenset(),
}

# By the code in the response: a SQLSTATE, the first two digits of one (its class), or a PostgREST code.
_BY_CODE: Final[Mapping[str, FailureKind]] = {
    "PGRST000": FailureKind.NOT_EXECUTED,  # no connection to the database
    "PGRST001": FailureKind.AMBIGUOUS,  # the connection to the database broke
    "PGRST002": FailureKind.NOT_EXECUTED,  # no schema cache yet
    "PGRST003": FailureKind.NOT_EXECUTED,  # timeout while waiting for a database connection
    "40001": FailureKind.ROLLED_BACK,  # serialization failure
    "40P01": FailureKind.ROLLED_BACK,  # deadlock
    "57014": FailureKind.FINAL,  # statement timeout
    "57P01": FailureKind.AMBIGUOUS,  # the database is shut down
    "57P02": FailureKind.AMBIGUOUS,  # the database crashed
    "57P03": FailureKind.NOT_EXECUTED,  # the database is starting
    "08": FailureKind.AMBIGUOUS,  # connection exception
    "53": FailureKind.NOT_EXECUTED,  # insufficient resources
}
_CODE: Final = r"[0-9A-Z]{5}|PGRST[0-9A-Z]{3}"
_TOO_MANY_REQUESTS: Final = 429
# If there is no code: a gateway's response, or a 2xx that cannot be read.
_AMBIGUOUS_STATUSES: Final = frozenset({*range(200, 300), *range(500, 600)})

_NOT_SENT: Final = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)


def classify_failure(failure: BaseException) -> FailureKind:
    """Return the kind of a failure: by the code in the response or, without one, by its status."""
    if isinstance(failure, NoResponseError):
        return _classify_transport_error(failure.cause)
    if not isinstance(failure, PostgrestError) or failure.status is None:
        return FailureKind.FINAL
    # The JSON of a proxy may have a "code" of another kind.
    code = failure.code if failure.code and re.fullmatch(_CODE, failure.code) else ""
    known = _BY_CODE.get(code) or _BY_CODE.get(code[:2])
    if known is not None:
        return known
    if failure.status == _TOO_MANY_REQUESTS:
        return FailureKind.NOT_EXECUTED
    return FailureKind.AMBIGUOUS if not code and failure.status in _AMBIGUOUS_STATUSES else FailureKind.FINAL


def _classify_transport_error(error: BaseException | None) -> FailureKind:
    if error is None or isinstance(error, httpx.UnsupportedProtocol) or is_certificate_error(error):
        return FailureKind.FINAL
    return FailureKind.NOT_SENT if isinstance(error, _NOT_SENT) else FailureKind.AMBIGUOUS


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryPolicy:
    """How often and for how long a request is tried.

    Which failures are retried cannot be configured: see docs/RELIABILITY.md.

    Attributes:
        attempts: The maximum number of attempts, including the first.
        base_delay: The maximum delay before the second attempt, in seconds. The delay is random; its
            maximum doubles with each attempt.
        max_delay: The upper bound of that maximum, in seconds.
        max_retry_after: The maximum time to wait for a server's ``Retry-After``, in seconds. The random
            delay is added to it.
        deadline: The maximum time for all attempts and delays of a request together, in seconds. An
            attempt in progress is cut off.

    Raises:
        ValidationError: A field has an invalid value. The message names it.
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

        If ``postgrest_api_key`` is a function, a request with a rejected key (401) is still sent again
        with a new key.
        """
        return cls(attempts=1)


class RetryContext(NamedTuple):
    """The state that all attempts of a request share.

    Attributes:
        query: The request.
        operation: The kind of operation.
        policy: The retry policy.
        deadline: The deadline of all attempts, as a time of the monotonic clock.
        sleep: Waits for some seconds.
        log: The logger of retries.
    """

    query: Query
    operation: Operation
    policy: RetryPolicy
    deadline: float
    sleep: Callable[[float], Awaitable[None]]
    log: Logger

    def is_retryable(self, failure: BaseException) -> bool:
        """Return whether the request can be sent again after this failure."""
        return self.operation in RETRYABLE[classify_failure(failure)]

    def is_ambiguous(self, failure: BaseException) -> bool:
        """Return whether the failed request may have changed data."""
        return self.operation is not Operation.READ and classify_failure(failure) is FailureKind.AMBIGUOUS


async def send_with_retries(send: Callable[[], Awaitable[T]], context: RetryContext) -> tuple[T, bool]:
    """Send a request until it succeeds or the policy allows no further attempt.

    Args:
        send: Sends the request once.
        context: What the attempts share.

    Returns:
        The result, and whether the response to an earlier attempt was lost, so that it may have taken effect
        before this one.

    Raises:
        DataAccessError: The error of the last attempt, with the number of attempts (``attempts``) and
            whether any of them may have taken effect (``in_doubt``).
    """
    # The first attempt runs outside the loop, since it rarely fails: importing tenacity takes some 10 ms of
    # a cold start, and its loop 40 µs of every request.
    try:
        return await send(), False
    except DataAccessError as error:
        error.in_doubt = context.is_ambiguous(error)
        if context.policy.attempts == 1 or not context.is_retryable(error):
            raise
        failure = error
    async for attempt in _retrying(context):
        with attempt:
            if attempt.retry_state.attempt_number == 1:
                raise failure  # tenacity counts, and waits after, the attempt that failed above
            try:
                return await send(), failure.in_doubt
            except DataAccessError as error:
                error.attempts += failure.attempts
                error.in_doubt = failure.in_doubt or context.is_ambiguous(error)
                failure = error
                raise
    raise AssertionError("tenacity ended without an outcome")


def _retrying(context: RetryContext) -> AsyncRetrying:
    import tenacity  # noqa: PLC0415 - imported after a failure only: see send_with_retries

    policy = context.policy
    jitter = tenacity.wait_random_exponential(multiplier=policy.base_delay, max=policy.max_delay)
    is_last = tenacity.stop_after_attempt(policy.attempts)
    return tenacity.AsyncRetrying(
        sleep=context.sleep,
        retry=tenacity.retry_if_exception(context.is_retryable),
        wait=lambda state: min(_retry_after(state), policy.max_retry_after) + jitter(state),
        stop=lambda state: is_last(state) or state.upcoming_sleep >= seconds_until(context.deadline),
        before_sleep=lambda state: _log_retry(context, state),
        reraise=True,
    )


def _failure_of(state: RetryCallState) -> BaseException | None:
    return None if state.outcome is None else state.outcome.exception()


def _retry_after(state: RetryCallState) -> float:
    failure = _failure_of(state)
    return (failure.retry_after or 0.0) if isinstance(failure, PostgrestError) else 0.0


def _log_retry(context: RetryContext, state: RetryCallState) -> None:
    count_resend()
    request, reason = context.query.request, _reason(_failure_of(state))
    attempt, attempts = state.attempt_number + 1, context.policy.attempts
    context.log.warning(
        "%s %s: %s; attempt %d of %d in %.2f s",
        request.http_method,
        request.path.name,
        reason,
        attempt,
        attempts,
        state.upcoming_sleep,
        extra=log_fields(
            LogEvent.REQUEST_RETRIED,
            http_method=str(request.http_method),
            table=request.path.name,
            reason=reason,
            attempt=attempt,
            attempts=attempts,
            delay_s=state.upcoming_sleep,
        ),
    )


def _reason(failure: BaseException | None) -> str:
    # Without the error's message, which may quote values.
    if isinstance(failure, DataAccessError) and failure.status is not None:
        return f"HTTP {failure.status}" + (f" [{failure.code}]" if failure.code else "")
    cause = failure.cause if isinstance(failure, DataAccessError) else None
    error = cause or failure
    return "no failure" if error is None else describe(error)
