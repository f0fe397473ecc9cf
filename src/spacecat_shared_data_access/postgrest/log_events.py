"""The names and fields of log lines, for loggers that write JSON. See docs/TRACING.md."""

from __future__ import annotations

from enum import StrEnum
from logging import Logger
from typing import Any

from spacecat_shared_data_access.errors import DataAccessError


class LogEvent(StrEnum):
    """What a log line reports. The values are stable."""

    REQUEST = "request"
    REQUEST_RETRIED = "request_retried"
    API_KEY_RENEWED = "api_key_renewed"
    WRITE_CONFIRMED = "write_confirmed"
    DEADLINES_UNSUPPORTED = "deadlines_unsupported"
    INVALID_ARGUMENTS = "invalid_arguments"
    INVALID_ITEMS = "invalid_items"
    CALL_FAILED = "call_failed"
    HOOK_FAILED = "hook_failed"
    GETTER_FAILED = "getter_failed"
    EMPTY_ROW = "empty_row"
    REFERENCE_NOT_FOUND = "reference_not_found"
    SAVE_MANY = "save_many"
    REMOVED = "removed"
    TRUNCATED = "truncated"
    CONFIG_INVALID = "config_invalid"
    STATUS_TRANSITION_INVALID = "status_transition_invalid"
    SUGGESTIONS_SET = "suggestions_set"
    ACCESS_GRANTED = "access_granted"
    ACCESS_REJECTED = "access_rejected"
    CONFIGURATION_STORED = "configuration_stored"
    CONFIGURATION_NOT_FOUND = "configuration_not_found"
    HANDLER_OVERRIDE = "handler_override"
    TEMPORARY_METHOD = "temporary_method"
    IDEMPOTENCY_KEY_NOT_RELEASED = "idempotency_key_not_released"


def log_fields(event: LogEvent, **fields: Any) -> dict[str, Any]:
    """Return the ``extra`` of a log line: its ``event_name`` and fields, without those that are None.

    Args:
        event: What the line reports.
        **fields: Further fields. They must not be the name of an attribute of `logging.LogRecord`.
    """
    return {"event_name": event.value} | {name: value for name, value in fields.items() if value is not None}


def log_call_failed(log: Logger, entity: str, error: DataAccessError, text: str, *args: object) -> None:
    """Log that a call failed, with the error's code and status. `text` and `args` are the message."""
    extra = log_fields(LogEvent.CALL_FAILED, entity=entity, code=error.code, http_status=error.status)
    log.error(text, *args, extra=extra)


def log_removed(log: Logger, entity: str, count: int) -> None:
    """Log that entities were removed."""
    extra = log_fields(LogEvent.REMOVED, entity=entity, count=count)
    log.info("Removed %d items for [%s]", count, entity, extra=extra)


def log_empty_row(log: Logger, entity: str) -> None:
    """Log that a row without values is left out."""
    extra = log_fields(LogEvent.EMPTY_ROW, entity=entity)
    log.warning("Failed to create instance of [%s]: record is empty", entity, extra=extra)


def log_invalid_parent(log: Logger, entity: str) -> None:
    """Log that a created entity does not belong to the parent that was passed."""
    extra = log_fields(LogEvent.INVALID_ITEMS, entity=entity)
    log.warning("Failed to associate parent with child [%s]: parent is invalid", entity, extra=extra)
