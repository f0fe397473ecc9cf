"""Retries: the one place that decides whether a request that failed is sent again."""

from __future__ import annotations

from spacecat_shared_data_access.errors import DataAccessError


def may_retry(method: str, failure: DataAccessError, attempt: int) -> bool:  # noqa: ARG001 - the decision's inputs
    """Decide whether a failed request is sent again.

    Args:
        method: The HTTP method.
        failure: What went wrong.
        attempt: How often it was sent, 1 or more.

    Returns:
        False: nothing is retried yet. Every failure is raised at once.
    """
    return False
