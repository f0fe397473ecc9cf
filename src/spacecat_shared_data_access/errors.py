"""The errors that this package raises.

All of them are `DataAccessError`, so a broad ``except`` and a narrow one both work. An error tells
what the server answered in `code`, `status`, `details` and `hint`, and what led to it in `cause`;
its text says only what may reach an end user.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

__all__ = [
    "AccessDeniedError",
    "ConflictError",
    "DataAccessError",
    "NoAnswerError",
    "PostgrestError",
    "ReferenceError",
    "RequestInFlightError",
    "SchemaBuilderError",
    "SchemaError",
    "SchemaValidationError",
    "UnavailableError",
    "ValidationError",
]

_UNIQUE_VIOLATION: Final = "23505"
_INSUFFICIENT_PRIVILEGE: Final = "42501"
_CONFLICT: Final = 409
_DENIED: Final = frozenset({401, 403})
_TOO_MANY_REQUESTS: Final = 429
_SERVER_ERROR: Final = 500
# A little below difflib's own 0.6, so that `org_id` finds `organization_id`.
_LEAST_SIMILAR: Final = 0.55


class DataAccessError(Exception):
    """Something went wrong while data were read, written or declared.

    Args:
        message: What failed, in words that may reach an end user.
        code: The SQLSTATE or PostgREST code (``23505``, ``PGRST205``), where a server gave one.
        status: The HTTP status of the answer, where there was one.
        details: What the server told about the failure. May name columns and values.
        hint: What the server advised.
        cause: The error that led to this one.

    Attributes:
        message: As given. ``str()`` adds the cause's words where the cause is a `ValidationError` and
            the message does not say them already.
        attempts: How often the request was sent.
        in_doubt: Whether a write may have been done all the same: the answer to an attempt was lost.
        entity_name: The entity that the failed call was about, as messages write it (``oAuthNonce``); None
            if it was about none. With `table_name` what the original has in ``details``.
        table_name: The entity's table (``oauth_nonces``); None as above.
    """

    attempts: int = 1
    in_doubt: bool = False
    entity_name: str | None = None
    table_name: str | None = None

    def __init__(
        self,
        message: str,
        *,
        code: str | None = None,
        status: int | None = None,
        details: str | None = None,
        hint: str | None = None,
        cause: BaseException | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.code = code
        self.status = status
        self.details = details
        self.hint = hint
        if cause is not None:
            self.__cause__ = cause

    @property
    def cause(self) -> BaseException | None:
        """The error that led to this one, or None. The same as ``__cause__``."""
        return self.__cause__

    def __str__(self) -> str:
        if isinstance(self.__cause__, ValidationError) and str(self.__cause__) not in self.message:
            return f"{self.message}: {self.__cause__}"
        return self.message

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (type(self), self.message, dict(self.__dict__), _portable(self.__cause__))


class ValidationError(DataAccessError):
    """A value that an attribute, an option or a setting does not take. Nothing was sent."""


class SchemaError(DataAccessError):
    """A schema was asked for something that it cannot give."""


class SchemaBuilderError(DataAccessError):
    """A declaration that `SchemaBuilder` refuses."""


class SchemaValidationError(DataAccessError):
    """The parts handed to `Schema` do not make a schema."""


class ReferenceError(DataAccessError):
    """A reference that is declared wrongly, or leads to an entity that is not registered."""


class ConflictError(DataAccessError):
    """The database already holds a row that excludes this one (SQLSTATE 23505, HTTP 409)."""


class RequestInFlightError(ConflictError):
    """Another request holds the idempotency key and is still being processed. Try again later."""


class AccessDeniedError(DataAccessError):
    """The role of the request may not do this (HTTP 401 or 403, SQLSTATE 42501)."""


class UnavailableError(DataAccessError):
    """The server could not be reached, or could not answer now (network, HTTP 429 and 5xx).

    A write may have been done all the same, where `in_doubt` says so: the answer was lost, not the request.
    """


class PostgrestError(DataAccessError):
    """What PostgREST answered, or the fact that an answer was not one of PostgREST's.

    It is the `cause` of the errors that collections raise.

    Attributes:
        retry_after: Seconds that the server asked to wait for, or None.
    """

    retry_after: float | None = None


class NoAnswerError(PostgrestError, UnavailableError):
    """A request got no answer: no connection, a broken one, or none in time."""


def wrap_error(message: str, cause: DataAccessError) -> DataAccessError:
    """Make the error that tells what failed because of `cause`.

    Args:
        message: What failed.
        cause: Why: an error of the wire or of validation. Its facts are carried over.

    Returns:
        An error of the class that fits the cause: `ValidationError`, `ConflictError`,
        `AccessDeniedError` or `UnavailableError`, else `DataAccessError`. The message of an
        `UnavailableError` says how many attempts there were, if more than one.
    """
    kind = _class_for(cause)
    if kind is UnavailableError and cause.attempts > 1:
        message = f"{message} (after {cause.attempts} attempts)"
    error = kind(
        message,
        code=cause.code,
        status=cause.status,
        details=cause.details,
        hint=cause.hint,
        cause=cause,
    )
    error.attempts, error.in_doubt = cause.attempts, cause.in_doubt
    error.entity_name, error.table_name = cause.entity_name, cause.table_name
    return error


def unknown_attribute(owner: object, name: str, candidates: Iterable[str]) -> AttributeError:
    """Return the error for an attribute that an object does not have, with the most similar name.

    Args:
        owner: The object.
        name: The attribute that was asked for.
        candidates: The names that it may have been meant to be.
    """
    message = f"{type(owner).__name__!r} object has no attribute {name!r}"
    # Protocols such as copying and pickling look for names of this kind, and expect to miss them.
    hint = "" if name.startswith("_") else _hint(name, candidates)
    return AttributeError(f"{message}{hint}", name=name, obj=owner)


def unknown_keyword(method: str | None, name: str, candidates: Iterable[str]) -> TypeError:
    """Return the error for a keyword argument that a method does not take, with the most similar name.

    Args:
        method: The method's name; None if it is not known.
        name: The keyword that was given.
        candidates: The keywords that it takes, those that are meant most likely first.
    """
    got = "" if method is None else f"{method}() got an "
    return TypeError(f"{got}unexpected keyword argument {name!r}{_hint(name, candidates)}")


def _hint(name: str, candidates: Iterable[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - needed for errors only

    by_lower = {each.lower(): each for each in candidates if not each.startswith("_")}
    nearest = get_close_matches(name.lower(), by_lower, n=1, cutoff=_LEAST_SIMILAR)
    return f". Did you mean {by_lower[nearest[0]]!r}?" if nearest else ""


def _class_for(cause: DataAccessError) -> type[DataAccessError]:
    for kind in (ValidationError, ConflictError, AccessDeniedError, UnavailableError):
        if isinstance(cause, kind):
            return kind
    # The body's code is nearer to the truth than the status, which a proxy may have chosen.
    if cause.code == _UNIQUE_VIOLATION or (cause.code is None and cause.status == _CONFLICT):
        return ConflictError
    if cause.code == _INSUFFICIENT_PRIVILEGE or cause.status in _DENIED:
        return AccessDeniedError
    if cause.status is not None and (cause.status == _TOO_MANY_REQUESTS or cause.status >= _SERVER_ERROR):
        return UnavailableError
    return DataAccessError


def _portable(cause: BaseException | None) -> BaseException | None:
    # A transport's exception holds its request, and with it the credentials: only its name travels.
    if cause is None or isinstance(cause, DataAccessError):
        return cause
    return DataAccessError(type(cause).__name__)


def _restore(
    kind: type[DataAccessError], message: str, state: dict[str, Any], cause: BaseException | None
) -> DataAccessError:
    error = kind.__new__(kind, message)
    error.args = (message,)
    error.__dict__.update(state)
    error.__cause__ = cause
    return error
