"""The messages that an audit's steps send to other services.

Their keys are JSON names. The keys of a step's result may be Python or JSON names.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.schema.naming import camel_to_snake, snake_to_camel
from spacecat_shared_data_access.schema.validation import is_falsy, is_number
from spacecat_shared_data_access.schema.values import to_jsonable

Payload = dict[str, Any]

_IMPORT_FIELDS: Final = ("type", "siteId", "pageUrl", "startDate", "endDate", "urlConfigs")
_DEFAULT_MAX_SCRAPE_AGE: Final = 24


@dataclass(frozen=True, slots=True)
class AuditStepDestinationConfig:
    """How a step's result is sent to a destination.

    Attributes:
        format_payload: Builds the message from the step's result, the audit's context (data for the next step)
            and the handler's context.
        get_queue_url: Returns the queue's URL from the handler's context, or None if its environment lacks it.
            None for a destination without a queue.
    """

    format_payload: Callable[..., Payload]
    get_queue_url: Callable[[Any], str | None] | None = None


def queue_url(variable: str) -> Callable[[Any], str | None]:
    """Return a function that reads a queue's URL from the environment of the handler's context."""
    return lambda context: _environment(context, variable)


def import_payload(
    step_result: Mapping[str, Any],
    audit_context: Mapping[str, Any] | None = None,
    context: Any = None,  # noqa: ARG001 - the signature of all destinations
) -> Payload:
    """Build the message for the import worker.

    Args:
        step_result: ``type`` of the import, ``site_id``; optional ``page_url``, ``start_date``, ``end_date``,
            ``url_configs`` and ``allow_cache`` (true by default).
        audit_context: Data for the next step.
        context: Not used.
    """
    step = _step(step_result)
    return {
        **{name: step[name] for name in _IMPORT_FIELDS if name in step},
        "allowCache": _allow_cache(step),
        **_audit_context(audit_context),
    }


def scraper_payload(
    step_result: Mapping[str, Any], audit_context: Mapping[str, Any] | None = None, context: Any = None
) -> Payload:
    """Build the message for the content scraper.

    Args:
        step_result: ``urls``, ``site_id`` (the job's ID); optional ``processing_type``, ``options``,
            ``allow_cache``, ``completion_queue_url`` and ``custom_headers``, which replace the headers of the
            site's scraper configuration.
        audit_context: Data for the next step.
        context: ``env`` has the URL of the queue of audit jobs, ``site`` is the site.
    """
    step = _step(step_result)
    payload: Payload = {
        **({"urls": step["urls"]} if "urls" in step else {}),
        **({"jobId": step["siteId"]} if "siteId" in step else {}),
        "processingType": _or(step.get("processingType"), "default"),
        "skipMessage": False,
        "allowCache": _allow_cache(step),
        "options": _or(step.get("options"), {}),
    }
    queue = _or(step.get("completionQueueUrl"), _environment(context, "AUDIT_JOBS_QUEUE_URL"))
    if queue is not None:
        payload["completionQueueUrl"] = queue
    payload |= _audit_context(audit_context)
    headers = step.get("customHeaders")
    if headers is None:
        headers = _site_headers(_read(context, "site"))
    if headers:
        payload["customHeaders"] = to_jsonable(headers)
    return payload


def scrape_client_payload(
    step_result: Mapping[str, Any], audit_context: Mapping[str, Any] | None = None, context: Any = None
) -> Payload:
    """Build the message for the scrape client.

    Args:
        step_result: ``urls`` (mappings with a ``url``), ``site_id``; optional ``processing_type``, ``options``,
            ``max_scrape_age`` (hours, 24 by default), ``completion_queue_url`` and ``custom_headers``.
        audit_context: Data for the next step.
        context: ``env`` has the URL of the queue of audit jobs; ``trace_id`` is included in the message.

    Raises:
        ValidationError: ``urls`` is not a list.
    """
    step = _step(step_result)
    urls = step.get("urls")
    if not isinstance(urls, list):
        raise ValidationError("urls must be a list")
    age = step.get("maxScrapeAge")
    queue = _or(step.get("completionQueueUrl"), _environment(context, "AUDIT_JOBS_QUEUE_URL"))
    payload: Payload = {
        "urls": [_read(url, "url") for url in urls],
        "processingType": _or(step.get("processingType"), "default"),
        "options": _or(step.get("options"), {}),
        "maxScrapeAge": age if is_number(age) else _DEFAULT_MAX_SCRAPE_AGE,
        "metaData": {
            "auditData": {
                **({"siteId": step["siteId"]} if "siteId" in step else {}),
                "completionQueueUrl": _or(queue, ""),
                **_audit_context(audit_context),
            }
        },
    }
    if not is_falsy(step.get("customHeaders")):
        payload["customHeaders"] = step["customHeaders"]
    trace = _read(context, "trace_id")
    if not is_falsy(trace):
        payload["traceId"] = trace
    return payload


def _step(step_result: Mapping[str, Any]) -> Payload:
    return {snake_to_camel(name): to_jsonable(value) for name, value in step_result.items()}


def _audit_context(audit_context: Mapping[str, Any] | None) -> Payload:
    return {} if audit_context is None else {"auditContext": to_jsonable(audit_context)}


def _allow_cache(step: Payload) -> Any:
    allowed = step.get("allowCache")
    # "true" and "false" are accepted too, and passed on as strings.
    return allowed if str(allowed).lower() in {"true", "false"} else True


def _site_headers(site: Any) -> Any:
    config = _call(site, "get_config")
    return _read(_call(config, "get_scraper_config"), "headers")


def _call(source: Any, name: str) -> Any:
    method = getattr(source, name, None)
    return method() if callable(method) else None


def _environment(context: Any, name: str) -> str | None:
    return _read(_read(context, "env"), name)  # type: ignore[no-any-return] # the environment has strings


def _read(source: Any, name: str) -> Any:
    # Depending on the framework, a handler's context is an object or a mapping.
    if isinstance(source, Mapping):
        return next((each for key, each in source.items() if name in {key, camel_to_snake(key)}), None)
    return getattr(source, name, None)


def _or(value: Any, default: Any) -> Any:
    return default if is_falsy(value) else value
