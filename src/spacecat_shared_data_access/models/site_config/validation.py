"""Validation of a configuration and of its parts."""
# ruff: noqa: PLC0415 - importing the pydantic models takes longer than reading a hundred sites: only when needed
# mypy: disable-error-code="no-any-return"
# pydantic does not type what it dumps.

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, Final

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.site_config.constants import AuditTargetSource
from spacecat_shared_data_access.postgrest.log_events import LogEvent, log_fields
from spacecat_shared_data_access.schema.attribute import MISSING
from spacecat_shared_data_access.schema.values import to_jsonable

if TYPE_CHECKING:
    from pydantic import TypeAdapter

_log: Final = logging.getLogger("spacecat_shared_data_access")


def validate_configuration(config: Any = MISSING) -> Any:
    """Check the configuration of a site or an organization.

    Args:
        config: The configuration, as JSON.

    Returns:
        The sanitized configuration, a new dict: numbers, booleans and dates given as text are converted,
        defaults are added, and keys that are not stored are removed. None if `config` is omitted.

    Raises:
        ValidationError: The configuration is invalid. The message gives the path to the first invalid
            value (``Configuration validation error: …``).
    """
    if config is MISSING:
        return None
    from spacecat_shared_data_access.models.site_config.schemas import CONFIGURATION

    return _validate(CONFIGURATION, config, "Configuration validation error:")


def sanitize_configuration(config: Any) -> dict[str, Any]:
    """Return the sanitized configuration or, if it is invalid, a copy. Logs a warning in this case."""
    try:
        return validate_configuration(config)
    except ValidationError as error:
        _log.warning(
            "Site configuration validation failed, using provided data",
            extra=log_fields(LogEvent.CONFIG_INVALID, error=error.message),
        )
    # As `{ ...config }` in JavaScript: strings and lists give their items by index, other values nothing.
    data = to_jsonable(config)
    if isinstance(data, dict):
        return data
    return {str(place): item for place, item in enumerate(data)} if isinstance(data, str | list) else {}


def check_list(name: str, value: Any) -> list[Any]:
    """Return an argument as a JSON list. Raises ValidationError if it is not a list."""
    value = to_jsonable(value)
    if not isinstance(value, list):
        raise ValidationError(f"{name} must be an array")
    return value


def check_map(name: str, value: Any) -> dict[str, Any]:
    """Return an argument as a JSON object. Raises ValidationError if it is not a mapping."""
    value = to_jsonable(value)
    if not isinstance(value, dict):
        raise ValidationError(f"{name} must be of type object")
    return value


def check_source(source: str) -> str:
    """Return the source of audit targets as text. Raises ValidationError if it is unknown."""
    source = to_jsonable(source)
    if source not in tuple(AuditTargetSource):
        names = ", ".join(AuditTargetSource)
        raise ValidationError(f'Invalid audit target source: "{source}". Must be one of: {names}')
    return source


def check_import(import_type: str, config: Any) -> dict[str, Any]:
    """Return the sanitized configuration of an import.

    Raises:
        ValidationError: ``Invalid import config: …``.
    """
    from spacecat_shared_data_access.models.site_config.schemas import IMPORTS

    return _validate(IMPORTS[import_type], config, "Invalid import config:")


def check_audit_target(target: Any) -> dict[str, str]:
    """Return a checked audit target. Raises ValidationError (``Invalid audit target URL …``)."""
    from spacecat_shared_data_access.models.site_config.schemas import AUDIT_TARGET

    return _validate(AUDIT_TARGET, target, "Invalid audit target URL")


def check_audit_targets(targets: Any) -> list[dict[str, str]]:
    """Return checked audit targets. Raises ValidationError (``Invalid audit target URLs …``)."""
    from spacecat_shared_data_access.models.site_config.schemas import AUDIT_TARGETS

    return _validate(AUDIT_TARGETS, targets, "Invalid audit target URLs")


def check_url_patterns(patterns: Any) -> list[dict[str, Any]]:
    """Return checked URL patterns. Raises ValidationError (``Invalid URL patterns …``)."""
    from spacecat_shared_data_access.models.site_config.schemas import URL_PATTERNS

    return _validate(URL_PATTERNS, patterns, "Invalid URL patterns")


def check_cdn_logs_filter(filters: Any) -> list[dict[str, Any]]:
    """Return the sanitized filters of CDN logs.

    Raises:
        ValidationError: ``CDN logs filter validation error: …``.
    """
    from spacecat_shared_data_access.models.site_config.schemas import CDN_LOGS_FILTERS

    return _validate(CDN_LOGS_FILTERS, filters, "CDN logs filter validation error:")


def _validate(schema: TypeAdapter[Any], value: Any, message: str) -> Any:
    from pydantic import ValidationError as PydanticError

    from spacecat_shared_data_access.schema.data_types import complaint

    try:
        checked = schema.validate_python(to_jsonable(value))
    except PydanticError as error:
        path, is_key, _ = (found := complaint(error)).partition(".[key]")
        problem = f'{path}" is not allowed' if is_key else found
        raise ValidationError(f"{message} {problem}") from None
    return schema.dump_python(checked, by_alias=True, exclude_unset=True, warnings=False)
