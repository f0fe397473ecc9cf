"""What an audit's steps send to the workers that carry them out.

The payloads are messages for services of their own: their keys are JSON names. A step's result, as an
audit gives it, may spell its keys in either way.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

Payload: TypeAlias = dict[str, Any]

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

def content_scraper_queue(context: Any) -> str | None:
    """Give the address of the content scraper's queue."""

def import_payload(
    step_result: Mapping[str, Any], audit_context: Mapping[str, Any] | None = None, context: Any = None
) -> Payload:
    """Make the message for the import worker.

    Args:
        step_result: ``type`` of the import, ``site_id``; where wanted ``page_url``, ``start_date``,
            ``end_date``, ``url_configs`` and ``allow_cache`` (true where not given).
        audit_context: What the next step needs.
        context: Not needed here.
    """

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
