"""The errors that this package raises.

All of them are `DataAccessError`, so a broad ``except`` and a narrow one both work. An error tells
what the server answered in `code`, `status`, `details` and `hint`, and what led to it in `cause`;
its text says only what may reach an end user.
"""

from typing import Any

__all__ = [
    "AccessDeniedError",
    "ConflictError",
    "DataAccessError",
    "NoAnswerError",
    "PostgrestError",
    "ReferenceError",
    "SchemaBuilderError",
    "SchemaError",
    "SchemaValidationError",
    "UnavailableError",
    "ValidationError",
]

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
    """

    message: str
    code: str | None
    status: int | None
    details: str | None
    hint: str | None
    attempts: int = 1
    in_doubt: bool = False

    def __init__(
        self,
        message: str,
        *,
        code: str | None = None,
        status: int | None = None,
        details: str | None = None,
        hint: str | None = None,
        cause: BaseException | None = None,
    ) -> None: ...
    @property
    def cause(self) -> BaseException | None:
        """The error that led to this one, or None. The same as ``__cause__``."""

    def __reduce__(self) -> tuple[Any, ...]: ...

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

def caused(message: str, cause: DataAccessError) -> DataAccessError:
    """Make the error that tells what failed because of `cause`.

    Args:
        message: What failed.
        cause: Why: an error of the wire or of validation. Its facts are carried over.

    Returns:
        An error of the class that fits the cause: `ValidationError`, `ConflictError`,
        `AccessDeniedError` or `UnavailableError`, else `DataAccessError`. The message of an
        `UnavailableError` says how many attempts there were, if more than one.
    """
