"""The errors of direct queries: each is a `postgrest.APIError` and a `DataAccessError`.

So code that was written for the postgrest package keeps working, and other code can tell a conflict from an outage as
it does for entities.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from postgrest import APIError

from spacecat_shared_data_access.errors import (
    AccessDeniedError,
    ConflictError,
    DataAccessError,
    UnavailableError,
    ValidationError,
    error_class,
)


class DirectQueryError(APIError, DataAccessError):
    """A direct query failed.

    ``code`` is the server's. If the response has none, it is the status as text, as in the postgrest package; None
    if there was no response. ``json()`` returns message, code, hint and details.
    """

    message: str

    def __init__(self, error: dict[str, Any]) -> None:
        super().__init__(error)
        self.args = (self.message,)


class DirectConflictError(DirectQueryError, ConflictError):
    """Another row already has a value that must be unique."""


class DirectAccessDeniedError(DirectQueryError, AccessDeniedError):
    """The role lacks the permission."""


class DirectUnavailableError(DirectQueryError, UnavailableError):
    """The server is unreachable or temporarily unavailable."""


class DirectValidationError(DirectQueryError, ValidationError):
    """The query is invalid; nothing was sent."""


_CLASSES: Final[dict[type[DataAccessError], type[DirectQueryError]]] = {
    ConflictError: DirectConflictError,
    AccessDeniedError: DirectAccessDeniedError,
    UnavailableError: DirectUnavailableError,
    ValidationError: DirectValidationError,
}


@contextmanager
def direct_errors() -> Iterator[None]:
    """Raise the errors of a block as those of a direct query."""
    try:
        yield
    except DirectQueryError:
        raise
    except APIError as error:
        raise DirectQueryError(error.json()) from error
    except DataAccessError as error:
        raise direct_error(error) from error


def direct_error(cause: DataAccessError) -> DirectQueryError:
    """Create the error of a direct query from its cause, with the cause's message and attributes."""
    code = cause.code or (None if cause.status is None else str(cause.status))
    parts = {"message": cause.message, "code": code, "hint": cause.hint, "details": cause.details}
    error = _CLASSES.get(error_class(cause), DirectQueryError)(parts)
    error.status = cause.status
    error.attempts, error.in_doubt = cause.attempts, cause.in_doubt
    error.__cause__ = cause
    return error
