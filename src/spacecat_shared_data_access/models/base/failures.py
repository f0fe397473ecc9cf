"""Failures: how an error of the wire becomes the one that a collection raises, logged once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spacecat_shared_data_access.errors import DataAccessError, ValidationError, wrap_error

if TYPE_CHECKING:
    from logging import Logger

    from spacecat_shared_data_access.schema import Schema

# PostgreSQL quotes values: `Key (nonce)=(…) already exists.`, `Failing row contains (…).` The values may
# hold any of these words themselves, so everything up to the last of them goes.
_KEY_VALUES = re.compile(
    r"(?<=\)=)\(.*\)(?= (?:already exists|is not present|is still referenced|conflicts with))", re.DOTALL
)
_OTHER_KEY = re.compile(r"(conflicts with existing key \([^)]*\)=)\(.*\)", re.DOTALL)
# Class 22 of PostgreSQL's codes is about a value, and quotes it.
_DATA_EXCEPTION = "22"
_QUOTED = re.compile(r'".*"', re.DOTALL)
_ROW_VALUES = re.compile(r"(?<=Failing row contains )\(.*\)", re.DOTALL)


def failure(schema: Schema, log: Logger, message: str, cause: DataAccessError) -> DataAccessError:
    """Make the error that tells what failed, and log it.

    Values that the database quoted are kept out of the log, and out of the error too where the entity
    holds secrets.

    Args:
        schema: The entity at hand.
        log: Where to.
        message: What failed.
        cause: Why.
    """
    details = None if cause.details is None else _without_values(cause.details)
    if schema.has_secrets:
        cause.details = details
        if (cause.code or "").startswith(_DATA_EXCEPTION):
            cause.message = _QUOTED.sub('"…"', cause.message)
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
    log.error("[%s] %s", schema.entity_name, " - ".join(parts))
    return error


def validation_error(log: Logger, message: str) -> ValidationError:
    """Make the error for a call that cannot be done as it was made, and log it."""
    log.error("%s", message)
    return ValidationError(message)


def _without_values(details: str) -> str:
    details = _OTHER_KEY.sub(r"\1(…)", details)
    return _ROW_VALUES.sub("(…)", _KEY_VALUES.sub("(…)", details))
