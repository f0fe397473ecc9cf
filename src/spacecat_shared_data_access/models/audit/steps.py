"""What an audit's steps send to the workers that carry them out.

The payloads are messages for services of their own: their keys are JSON names. A step's result, as an
audit gives it, may spell its keys in either way.
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

_IMPORTED: Final = ("type", "siteId", "pageUrl", "startDate", "endDate", "urlConfigs")
_MOST_HOURS_OLD: Final = 24


@dataclass(frozen=True, slots=True)
class AuditStepDestinationConfig:
    """How a step's result reaches a destination.

    Attributes:
        format_payload: Makes the message: takes the step's result, the audit's context (what the next
            step needs to go on) and the handler's context.
        get_queue_url: Gives the queue's address from the handler's context, None where its environment
            lacks it; None for a destination that is called without a queue.
    """

    format_payload: Callable[..., Payload]
    get_queue_url: Callable[[Any], str | None] | None = None


def import_worker_queue(context: Any) -> str | None:
    """Give the address of the import worker's queue."""
    return _environment(context, "IMPORT_WORKER_QUEUE_URL")


def content_scraper_queue(context: Any) -> str | None:
    """Give the address of the content scraper's queue."""
    return _environment(context, "CONTENT_SCRAPER_QUEUE_URL")


def import_payload(
    step_result: Mapping[str, Any],
    audit_context: Mapping[str, Any] | None = None,
    context: Any = None,  # noqa: ARG001 - destinations are called alike
) -> Payload:
    """Make the message for the import worker.

    Args:
        step_result: ``type`` of the import, ``site_id``; where wanted ``page_url``, ``start_date``,
            ``end_date``, ``url_configs`` and ``allow_cache`` (true where not given).
        audit_context: What the next step needs.
        context: Not needed here.
    """
    step = _step(step_result)
    return {
        **{name: step[name] for name in _IMPORTED if name in step},
        "allowCache": _cache_allowed(step),
        **_audit_context(audit_context),
    }


def scraper_payload(
    step_result: Mapping[str, Any], audit_context: Mapping[str, Any] | None = None, context: Any = None
) -> Payload:
    """Make the message for the content scraper.

    Args:
        step_result: ``urls``, ``site_id`` (the job's id); where wanted ``processing_type``, ``options``,
            ``allow_cache``, ``completion_queue_url`` and ``custom_headers``, which stand in for the
            headers of the site's scraper configuration.
        audit_context: What the next step needs.
        context: Its ``env`` names the queue of audit jobs, its ``site`` the site.
    """
    step = _step(step_result)
    payload: Payload = {
        **({"urls": step["urls"]} if "urls" in step else {}),
        **({"jobId": step["siteId"]} if "siteId" in step else {}),
        "processingType": _or(step.get("processingType"), "default"),
        "skipMessage": False,
        "allowCache": _cache_allowed(step),
        "options": _or(step.get("options"), {}),
    }
    queue = _or(step.get("completionQueueUrl"), _environment(context, "AUDIT_JOBS_QUEUE_URL"))
    if queue is not None:
        payload["completionQueueUrl"] = queue
    payload |= _audit_context(audit_context)
    headers = step.get("customHeaders")
    if headers is None:
        headers = _headers_of_site(_read(context, "site"))
    if headers:
        payload["customHeaders"] = to_jsonable(headers)
    return payload


def scrape_client_payload(
    step_result: Mapping[str, Any], audit_context: Mapping[str, Any] | None = None, context: Any = None
) -> Payload:
    """Make what the scrape client takes.

    Args:
        step_result: ``urls`` (maps with a ``url``), ``site_id``; where wanted ``processing_type``,
            ``options``, ``max_scrape_age`` (hours, 24 where not given), ``completion_queue_url`` and
            ``custom_headers``.
        audit_context: What the next step needs.
        context: Its ``env`` names the queue of audit jobs; its ``trace_id`` goes along.

    Raises:
        ValidationError: There is no list of URLs.
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
        "maxScrapeAge": age if is_number(age) else _MOST_HOURS_OLD,
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


def _cache_allowed(step: Payload) -> Any:
    allowed = step.get("allowCache")
    # A boolean in words counts too, and goes on as it is.
    return allowed if str(allowed).lower() in {"true", "false"} else True


def _headers_of_site(site: Any) -> Any:
    config = _called(site, "get_config")
    return _read(_called(config, "get_scraper_config"), "headers")


def _called(source: Any, name: str) -> Any:
    method = getattr(source, name, None)
    return method() if callable(method) else None


def _environment(context: Any, name: str) -> str | None:
    return _read(_read(context, "env"), name)  # type: ignore[no-any-return] # environments hold text


def _read(source: Any, name: str) -> Any:
    # A handler's context is an object or a mapping, as its framework has it.
    if isinstance(source, Mapping):
        return next((each for key, each in source.items() if name in {key, camel_to_snake(key)}), None)
    return getattr(source, name, None)


def _or(value: Any, other: Any) -> Any:
    return other if is_falsy(value) else value
