"""Validation of configurations and of parts of them. Imported late: it builds all of pydantic's models."""

from typing import Any

def check_configuration(config: Any) -> dict[str, Any]:
    """Give a configuration as it is after validation. See `validate_configuration`."""

def check_import(import_type: str, config: Any) -> dict[str, Any]:
    """Give the configuration of one import as it is after validation.

    Raises:
        ValidationError: ``Invalid import config: …``.
    """

def check_audit_target(target: Any) -> dict[str, str]:
    """Give one audit target. Raises ValidationError (``Invalid audit target URL …``)."""

def check_audit_targets(targets: Any) -> list[dict[str, str]]:
    """Give audit targets. Raises ValidationError (``Invalid audit target URLs …``)."""

def check_url_patterns(patterns: Any) -> list[dict[str, Any]]:
    """Give URL patterns. Raises ValidationError (``Invalid URL patterns …``)."""

def check_cdn_logs_filter(filters: Any) -> list[dict[str, Any]]:
    """Give filters of CDN logs as they are after validation.

    Raises:
        ValidationError: ``CDN logs filter validation error: …``.
    """
