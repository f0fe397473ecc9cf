"""Validation of a configuration and of its parts."""

from typing import Any

def validate_configuration(config: Any = ...) -> Any:
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

def sanitize_configuration(config: Any) -> dict[str, Any]:
    """Return the sanitized configuration or, if it is invalid, a copy. Logs a warning in this case."""

def check_list(name: str, value: Any) -> list[Any]:
    """Return an argument as a JSON list. Raises ValidationError if it is not a list."""

def check_map(name: str, value: Any) -> dict[str, Any]:
    """Return an argument as a JSON object. Raises ValidationError if it is not a mapping."""

def check_source(source: str) -> str:
    """Return the source of audit targets as text. Raises ValidationError if it is unknown."""

def check_import(import_type: str, config: Any) -> dict[str, Any]:
    """Return the sanitized configuration of an import.

    Raises:
        ValidationError: ``Invalid import config: …``.
    """

def check_audit_target(target: Any) -> dict[str, str]:
    """Return a checked audit target. Raises ValidationError (``Invalid audit target URL …``)."""

def check_audit_targets(targets: Any) -> list[dict[str, str]]:
    """Return checked audit targets. Raises ValidationError (``Invalid audit target URLs …``)."""

def check_url_patterns(patterns: Any) -> list[dict[str, Any]]:
    """Return checked URL patterns. Raises ValidationError (``Invalid URL patterns …``)."""

def check_cdn_logs_filter(filters: Any) -> list[dict[str, Any]]:
    """Return the sanitized filters of CDN logs.

    Raises:
        ValidationError: ``CDN logs filter validation error: …``.
    """
