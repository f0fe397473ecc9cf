"""The errors that this package raises.

All of them are subclasses of `DataAccessError`. Its attributes `code`, `status`, `details` and `hint` have what the
server returned, and `cause` has the original error. The message can be shown to end users.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

__all__ = [
    "AccessDeniedError",
    "ConflictError",
    "DataAccessError",
    "NoResponseError",
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
_CARDINALITY_VIOLATION: Final = "21000"  # an upsert with two rows of one key, for which PostgREST returns 500
_CONFLICT: Final = 409
_DENIED: Final = frozenset({401, 403})
_TOO_MANY_REQUESTS: Final = 429
_SERVER_ERROR: Final = 500
# Slightly less than difflib's default of 0.6, so that `org_id` suggests `organization_id`.
_SIMILARITY: Final = 0.55


class DataAccessError(Exception):
    """The base class of all errors of this package.

    Args:
        message: What failed. Can be shown to end users.
        code: The SQLSTATE or PostgREST code (``23505``, ``PGRST205``), if the server returned one.
        status: The HTTP status of the response, if there was one.
        details: The details that the server returned. May contain names of columns, and values.
        hint: The hint that the server returned.
        cause: The original error.

    Attributes:
        message: The message. ``str()`` adds the message of a cause that is a `ValidationError`, unless it is
            already included.
        attempts: How often the request was sent.
        in_doubt: Whether a write may have taken effect: the response to an attempt was lost.
        entity_name: The entity of the failed call, as in messages (``oAuthNonce``), or None. The original has
            it and `table_name` in ``details``.
        table_name: The entity's table (``oauth_nonces``), or None.
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
        """The original error, or None. The same as ``__cause__``."""
        return self.__cause__

    def __str__(self) -> str:
        if isinstance(self.__cause__, ValidationError) and str(self.__cause__) not in self.message:
            return f"{self.message}: {self.__cause__}"
        return self.message

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (type(self), self.message, dict(self.__dict__), _picklable(self.__cause__))


class ValidationError(DataAccessError):
    """The value of an attribute, an option or a setting is invalid. Nothing was sent."""


class SchemaError(DataAccessError):
    """A schema does not have the requested attribute, reference or index."""


class SchemaBuilderError(DataAccessError):
    """A declaration is invalid; raised by `SchemaBuilder`."""


class SchemaValidationError(DataAccessError):
    """The arguments of `Schema` are invalid."""


class ReferenceError(DataAccessError):
    """A reference is declared incorrectly, or its target entity is not registered."""


class ConflictError(DataAccessError):
    """Another row already has a value that must be unique (SQLSTATE 23505, HTTP 409)."""


class RequestInFlightError(ConflictError):
    """Another request holds the idempotency key and is still being processed. Try again later."""


class AccessDeniedError(DataAccessError):
    """The role of the request lacks the permission (HTTP 401 or 403, SQLSTATE 42501)."""


class UnavailableError(DataAccessError):
    """The server is unreachable or temporarily unavailable: network errors, HTTP 429 and 5xx.

    A 500 for an upsert with two rows of one key (21000) is a `DataAccessError`.

    If `in_doubt` is true, a write may have taken effect: its response was lost.
    """


class PostgrestError(DataAccessError):
    """PostgREST returned an error, or the response does not come from PostgREST.

    It is the `cause` of the errors that collections raise.

    Attributes:
        retry_after: The value of ``Retry-After`` in seconds, or None.
    """

    retry_after: float | None = None


class NoResponseError(PostgrestError, UnavailableError):
    """There was no response: a connection failed, was lost, or timed out."""


def wrap_error(message: str, cause: DataAccessError) -> DataAccessError:
    """Create the error of a failed call from its cause.

    Args:
        message: What failed.
        cause: The error of a request or of validation. Its attributes are copied.

    Returns:
        A `ValidationError`, `ConflictError`, `AccessDeniedError` or `UnavailableError`, depending on the
        cause, otherwise a `DataAccessError`. The message of an `UnavailableError` includes the number of
        attempts if there was more than one.
    """
    kind = error_class(cause)
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
        candidates: The existing names.
    """
    message = f"{type(owner).__name__!r} object has no attribute {name!r}"
    # The protocols of copy and pickle look up such names, and expect them to be missing.
    hint = "" if name.startswith("_") else _hint(name, candidates)
    return AttributeError(f"{message}{hint}", name=name, obj=owner)


def unknown_keyword(method: str | None, name: str, candidates: Iterable[str]) -> TypeError:
    """Return the error for a keyword argument that a method does not take, with the most similar name.

    Args:
        method: The method's name; None if it is not known.
        name: The keyword that was given.
        candidates: The keywords that it takes, the most likely first.
    """
    got = "" if method is None else f"{method}() got an "
    return TypeError(f"{got}unexpected keyword argument {name!r}{_hint(name, candidates)}")


def _hint(name: str, candidates: Iterable[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only used in errors

    by_lower = {each.lower(): each for each in candidates if not each.startswith("_")}
    nearest = get_close_matches(name.lower(), by_lower, n=1, cutoff=_SIMILARITY)
    return f". Did you mean {by_lower[nearest[0]]!r}?" if nearest else ""


def error_class(cause: DataAccessError) -> type[DataAccessError]:
    """Return the class of the error that a caller gets for a cause: see `wrap_error`."""
    for kind in (ValidationError, ConflictError, AccessDeniedError, UnavailableError):
        if isinstance(cause, kind):
            return kind
    # The code is more reliable than the status, which a proxy may have set.
    if cause.code == _UNIQUE_VIOLATION or (cause.code is None and cause.status == _CONFLICT):
        return ConflictError
    if cause.code == _INSUFFICIENT_PRIVILEGE or cause.status in _DENIED:
        return AccessDeniedError
    if cause.code == _CARDINALITY_VIOLATION:
        return DataAccessError
    if cause.status is not None and (cause.status == _TOO_MANY_REQUESTS or cause.status >= _SERVER_ERROR):
        return UnavailableError
    return DataAccessError


def _picklable(cause: BaseException | None) -> BaseException | None:
    # httpx's exceptions contain the request, and so the credentials: only their name is pickled.
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
