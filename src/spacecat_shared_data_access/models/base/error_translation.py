"""Translate errors of the wire into those that a collection raises, and log each once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from spacecat_shared_data_access.errors import DataAccessError, PostgrestError, ValidationError, wrap_error
from spacecat_shared_data_access.postgrest.log_events import LogEvent, log_fields

if TYPE_CHECKING:
    from logging import Logger

    from spacecat_shared_data_access.schema import Schema

# Patterns that `re` compiles, and keeps, on first use: an error is rare, and a cold start faster without them.

# PostgreSQL quotes values: `Key (nonce)=(…) already exists.`, `Failing row contains (…).` The values may
# contain any of these words, so everything up to the last of them is removed.
_KEY_VALUES: Final = (
    r"(?s)(?<=\)=)\(.*\)(?= (?:already exists|is not present|is still referenced|conflicts with))"
)
_OTHER_KEY: Final = r"(?s)(conflicts with existing key \([^)]*\)=)\(.*\)"
# The messages of PostgreSQL's error class 22 (data exception) quote the value.
_DATA_EXCEPTION = "22"
_QUOTED: Final = r'(?s)".*"'
_ROW_VALUES: Final = r"(?s)(?<=Failing row contains )\(.*\)"


TRANSLATED = (PostgrestError, ValidationError)
"""The errors of a request that a collection raises as errors of its operation."""


@contextmanager
def translate_errors(schema: Schema, log: Logger, message: str) -> Iterator[None]:
    """Raise what the server or a validation refuses as the error of the operation that failed.

    Args:
        schema: The entity.
        log: Where the error is logged.
        message: What failed, such as ``Failed to query``.

    Raises:
        DataAccessError: See `logged_error`.
    """
    try:
        yield
    except TRANSLATED as error:
        raise logged_error(schema, log, message, error) from error


def logged_error(schema: Schema, log: Logger, message: str, cause: DataAccessError) -> DataAccessError:
    """Create the error of an operation that failed, and log it.

    Values that the database quotes are kept out of the log, and out of the error too if the entity has
    secrets.

    Args:
        schema: The entity.
        log: Where the error is logged.
        message: What failed.
        cause: Why it failed.

    Returns:
        The error, of the class that fits the cause: see `wrap_error`.
    """
    details = None if cause.details is None else _without_values(cause.details)
    if schema.has_secrets:
        cause.details = details
        if (cause.code or "").startswith(_DATA_EXCEPTION):
            cause.message = re.sub(_QUOTED, '"…"', cause.message)
            cause.args = (cause.message,)
    error = wrap_error(message, cause)
    error.entity_name, error.table_name = schema.entity_name, schema.table
    parts = [error.message]
    if isinstance(cause, ValidationError):
        parts.append(str(cause))
    elif cause.code is not None:
        parts.append(f"[{cause.code}] {cause.message}")
    else:
        parts.append(cause.message)
    if details:
        parts.append(details)
    if cause.hint:
        parts.append(f"hint: {cause.hint}")
    log.error(
        "[%s] %s",
        schema.entity_name,
        " - ".join(parts),
        extra=log_fields(
            LogEvent.CALL_FAILED,
            entity=schema.entity_name,
            table=schema.table,
            code=cause.code,
            http_status=cause.status,
            attempts=cause.attempts,
            in_doubt=cause.in_doubt,
        ),
    )
    return error


def logged_validation_error(log: Logger, message: str) -> ValidationError:
    """Create the error of a call with invalid arguments, and log it."""
    log.error("%s", message, extra=log_fields(LogEvent.INVALID_ARGUMENTS))
    return ValidationError(message)


def _without_values(details: str) -> str:
    details = re.sub(_OTHER_KEY, r"\1(…)", details)
    return re.sub(_ROW_VALUES, "(…)", re.sub(_KEY_VALUES, "(…)", details))
