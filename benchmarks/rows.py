"""The canned rows: tickets of 13 columns, of which one is not an attribute of the entity."""

from __future__ import annotations

import json
from functools import cache
from typing import Any, Final

ALL_ROWS: Final = 100_000
ORGANIZATION_ID: Final = "3d2f1f6e-8f3c-4b59-9a41-2f8f0f6f7a10"
CONNECTION_ID: Final = "5b0c8d5e-7c1f-4c0e-8b57-6f1d1a2b3c4d"


def row_id(number: int) -> str:
    """Return the ID of a row."""
    return f"{number:08x}-4c1d-4e2f-8a3b-{number:012x}"


@cache
def _parts() -> tuple[str, str]:
    # The JSON before and after the ID, the same in all rows, so that the server does not spend time on json.
    text = json.dumps(row(0), separators=(",", ":"))
    before, after = text.split(row_id(0), 1)
    return before, after


def row(number: int) -> dict[str, Any]:
    """Return one row as PostgREST does: with nulls, and timestamps in microseconds."""
    return {
        "id": row_id(number),
        "organization_id": ORGANIZATION_ID,
        "connection_id": CONNECTION_ID,
        "opportunity_id": None,
        "external_ticket_id": "10042",
        "ticket_key": "ASO-42",
        "ticket_url": "https://example.atlassian.net/browse/ASO-42",
        "ticket_status": "In Progress",
        "ticket_provider": "jira_cloud",
        "created_by": "8C6043F15F43B6390A49401A@AdobeID",
        "created_at": "2026-07-02T09:38:00.123456+00:00",
        "updated_at": "2026-07-02T09:38:00.654321+00:00",
        "updated_by": "system",
    }


def page(offset: int, limit: int) -> bytes:
    """Return a page of rows as JSON; shorter or empty at the end."""
    before, after = _parts()
    numbers = range(offset, min(offset + limit, ALL_ROWS))
    return f"[{','.join(f'{before}{row_id(number)}{after}' for number in numbers)}]".encode()


def new_items(count: int) -> list[dict[str, Any]]:
    """Return items for ``create_many``, by Python attribute name."""
    return [
        {
            "organization_id": ORGANIZATION_ID,
            "task_management_connection_id": CONNECTION_ID,
            "external_ticket_id": str(10_000 + number),
            "ticket_key": f"ASO-{number}",
            "ticket_url": f"https://example.atlassian.net/browse/ASO-{number}",
            "ticket_provider": "jira_cloud",
            "created_by": "8C6043F15F43B6390A49401A@AdobeID",
        }
        for number in range(count)
    ]
