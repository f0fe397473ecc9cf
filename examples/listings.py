"""Listings with related entities, as a web service returns them, each with a fixed number of requests.

Run it with ``python examples/listings.py``. It starts its own server with an embedded PostgreSQL, stores a few
rows, and prints each listing with the requests that it took.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import httpx

from spacecat_shared_data_access import DataAccess, create_data_access
from spacecat_shared_data_access.local import LocalPostgrest


def tickets_of_organization(data_access: DataAccess, organization_id: str) -> list[dict[str, Any]]:
    """Return an organization's tickets, each with its Jira site and the suggestions that it is for.

    One request for the tickets, one for each 50 connections, and one for the suggestions of each 50 tickets.
    """
    tickets = data_access.Ticket.all_by_organization_id(
        organization_id, include=["task_management_connection", "ticket_suggestions"]
    )
    listing = []
    for ticket in tickets:
        connection = ticket.get_task_management_connection()
        listing.append(
            {
                **ticket.to_json(),
                "instanceUrl": connection and connection.get_instance_url(),
                "suggestionIds": [each.get_suggestion_id() for each in ticket.get_ticket_suggestions()],
            }
        )
    return listing


def sites_with_latest_audits(data_access: DataAccess, organization_id: str) -> list[dict[str, Any]]:
    """Return an organization's sites, each with its latest audit of each type.

    One request for the sites, and one for the audits of each 50 sites.
    """
    sites = data_access.Site.all_by_organization_id(organization_id, include=["latest_audits"])
    return [
        {
            "id": site.get_id(),
            "baseURL": site.get_base_url(),
            "latestAudits": {
                audit.get_audit_type(): audit.get_audited_at() for audit in site.get_latest_audits()
            },
        }
        for site in sites
    ]


def enrollments_with_entitlements(data_access: DataAccess, organization_id: str) -> list[dict[str, Any]]:
    """Return the products in which an organization's sites are enrolled, each with the tier of its entitlement.

    One request for the sites, and one for each 50 sites and for each 50 entitlements.
    """
    sites = data_access.Site.all_by_organization_id(organization_id, include=["site_enrollments.entitlement"])
    return [
        {
            "baseURL": site.get_base_url(),
            "productCode": entitlement.get_product_code(),
            "tier": entitlement.get_tier(),
        }
        for site in sites
        for enrollment in site.get_site_enrollments()
        if (entitlement := enrollment.get_entitlement()) is not None
    ]


LISTINGS: tuple[Callable[[DataAccess, str], list[dict[str, Any]]], ...] = (
    tickets_of_organization,
    sites_with_latest_audits,
    enrollments_with_entitlements,
)


def store_rows(data_access: DataAccess, *, count: int = 3) -> str:
    """Store an organization with some sites and tickets.

    Args:
        data_access: Where to store them.
        count: How many sites, and how many tickets. Each site has two audits of each of two types, and an
            enrollment; each ticket has two suggestions.

    Returns:
        The organization's ID.
    """
    organization_id = data_access.Organization.create({"name": "ACME"}).get_id()
    connection = data_access.TaskManagementConnection.create(
        {
            "organization_id": organization_id,
            "provider": "jira_cloud",
            "display_name": "ACME's Jira",
            "instance_url": "https://acme.atlassian.net",
            "connected_by": "jane.doe@example.com",
            "external_instance_id": "35273b54-3f06-40d2-880f-dd28cf8daafa",
            "metadata": {"cloudId": "35273b54-3f06-40d2-880f-dd28cf8daafa"},
        }
    )
    tickets = data_access.Ticket.create_many(
        [
            {
                "organization_id": organization_id,
                "task_management_connection_id": connection.get_id(),
                "external_ticket_id": f"100{number}",
                "ticket_key": f"ASO-{number}",
                "ticket_url": f"https://acme.atlassian.net/browse/ASO-{number}",
                "ticket_provider": "jira_cloud",
                "created_by": "jane.doe@example.com",
            }
            for number in range(count)
        ]
    ).created_items
    data_access.TicketSuggestion.create_many(
        [
            {
                "ticket_id": ticket.get_id(),
                "suggestion_id": f"{ticket.get_id()}-{letter}",
                "opportunity_id": "opportunity-1",
                "created_by": "jane.doe@example.com",
            }
            for ticket in tickets
            for letter in "ab"
        ]
    )
    sites = data_access.Site.create_many(
        [
            {
                "organization_id": organization_id,
                "base_url": f"https://www-{number}-{organization_id}.example.com",
            }
            for number in range(count)
        ]
    ).created_items
    data_access.Audit.create_many(
        [
            {
                "site_id": site.get_id(),
                "audit_type": audit_type,
                "audited_at": f"2026-0{month}-01T00:00:00.000Z",
                "audit_result": {"score": month},
                "full_audit_ref": "https://audits.example.com/1",
            }
            for site in sites
            for audit_type in ("cwv", "sitemap")
            for month in (5, 6)
        ]
    )
    entitlement = data_access.Entitlement.create(
        {"organization_id": organization_id, "product_code": "LLMO", "tier": "PAID"}
    )
    data_access.SiteEnrollment.create_many(
        [{"site_id": site.get_id(), "entitlement_id": entitlement.get_id()} for site in sites]
    )
    return organization_id


def main() -> None:
    """Store rows, and print each listing with the requests that it took."""
    requests: list[httpx.Request] = []
    with (
        LocalPostgrest() as server,
        httpx.Client(event_hooks={"request": [requests.append]}) as client,
        create_data_access({"postgrest_url": server.url}, client=client) as data_access,
    ):
        organization_id = store_rows(data_access)
        for listing in LISTINGS:
            requests.clear()
            found = listing(data_access, organization_id)
            print(f"{listing.__name__}: {len(requests)} requests")
            print(json.dumps(found, indent=2))


if __name__ == "__main__":
    main()
