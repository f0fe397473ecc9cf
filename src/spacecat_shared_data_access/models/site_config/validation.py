"""Validation of configurations and of parts of them. Imported late: it builds all of pydantic's models."""

from __future__ import annotations

from typing import Any, Final

from pydantic import BaseModel, TypeAdapter
from pydantic import ValidationError as PydanticError

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.site_config.import_shapes import IMPORT_TYPE_SCHEMAS
from spacecat_shared_data_access.models.site_config.shapes import (
    AuditTarget,
    CdnLogsFilters,
    Configuration,
    UrlPattern,
)
from spacecat_shared_data_access.schema.data_types import complaint

_CDN_LOGS_FILTERS: Final = TypeAdapter[list[Any]](CdnLogsFilters)
_URL_PATTERNS: Final = TypeAdapter(list[UrlPattern])
_AUDIT_TARGETS: Final = TypeAdapter(list[AuditTarget])


def check_configuration(config: Any) -> dict[str, Any]:
    """Give a configuration as it is after validation. See `validate_configuration`."""
    return _of_model(Configuration, config, "Configuration validation error:")


def check_import(import_type: str, config: Any) -> dict[str, Any]:
    """Give the configuration of one import as it is after validation.

    Raises:
        ValidationError: ``Invalid import config: …``.
    """
    return _of_model(IMPORT_TYPE_SCHEMAS[import_type], config, "Invalid import config:")


def check_audit_target(target: Any) -> dict[str, str]:
    """Give one audit target. Raises ValidationError (``Invalid audit target URL …``)."""
    return _of_model(AuditTarget, target, "Invalid audit target URL")


def check_audit_targets(targets: Any) -> list[dict[str, str]]:
    """Give audit targets. Raises ValidationError (``Invalid audit target URLs …``)."""
    return _of_list(_AUDIT_TARGETS, targets, "Invalid audit target URLs")


def check_url_patterns(patterns: Any) -> list[dict[str, Any]]:
    """Give URL patterns. Raises ValidationError (``Invalid URL patterns …``)."""
    return _of_list(_URL_PATTERNS, patterns, "Invalid URL patterns")


def check_cdn_logs_filter(filters: Any) -> list[dict[str, Any]]:
    """Give filters of CDN logs as they are after validation.

    Raises:
        ValidationError: ``CDN logs filter validation error: …``.
    """
    return _of_list(_CDN_LOGS_FILTERS, filters, "CDN logs filter validation error:")


def _failure(failed: str, error: PydanticError) -> ValidationError:
    path, is_key, _ = (told := complaint(error)).partition(".[key]")
    return ValidationError(f'{failed} {path}" is not allowed' if is_key else f"{failed} {told}")


def _of_model(model: type[BaseModel], value: Any, failed: str) -> dict[str, Any]:
    try:
        return model.model_validate(value).model_dump(by_alias=True, exclude_unset=True, warnings=False)
    except PydanticError as error:
        raise _failure(failed, error) from None


def _of_list(adapter: TypeAdapter[Any], value: Any, failed: str) -> list[dict[str, Any]]:
    try:
        checked = adapter.validate_python(value)
    except PydanticError as error:
        raise _failure(failed, error) from None
    dumped: list[dict[str, Any]] = adapter.dump_python(
        checked, by_alias=True, exclude_unset=True, warnings=False
    )
    return dumped
