"""The example listings find what belongs together, with as many requests as they say."""

import os
import runpy
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from patience import PATIENCE
from spacecat_shared_data_access import create_data_access

EXAMPLE = Path(__file__).parents[2] / "examples" / "listings.py"


@pytest.fixture(scope="module")
def listings():
    return runpy.run_path(str(EXAMPLE))


@pytest.fixture
def counted(server, empty_tables):
    """A data access, and the requests that it sends."""
    requests = []
    settings = {"postgrest_url": server.url, "postgrest_api_key": server.api_key}
    with (
        httpx.Client(event_hooks={"request": [requests.append]}) as client,
        create_data_access(settings, client=client) as data_access,
    ):
        yield data_access, requests


@pytest.mark.parametrize(
    ("name", "few", "many"),
    [
        # Of 60 tickets with one connection, of 60 sites, of 60 sites with one entitlement.
        ("tickets_of_organization", 3, 4),
        ("sites_with_latest_audits", 2, 3),
        ("enrollments_with_entitlements", 3, 4),
    ],
)
def test_the_number_of_requests_depends_on_50_ids(listings, counted, name, few, many):
    data_access, requests = counted
    listings["store_rows"](data_access, count=100)
    data_access.Audit.all()  # after that, the client knows that the server returns 400 rows at once
    for count, expected in ((3, few), (60, many)):
        organization_id = listings["store_rows"](data_access, count=count)
        requests.clear()
        assert len(listings[name](data_access, organization_id)) == count
        assert len(requests) == expected


def test_what_is_found_belongs_together(listings, counted):
    data_access, _ = counted
    organization_id = listings["store_rows"](data_access, count=2)
    tickets = listings["tickets_of_organization"](data_access, organization_id)
    assert len(tickets) == 2
    for each in tickets:
        assert sorted(each["suggestionIds"]) == [f"{each['ticketId']}-{letter}" for letter in "ab"]
        assert each["instanceUrl"] == "https://acme.atlassian.net"
    sites = listings["sites_with_latest_audits"](data_access, organization_id)
    latest = "2026-06-01T00:00:00.000Z"
    assert [each["latestAudits"] for each in sites] == [{"cwv": latest, "sitemap": latest}] * 2
    enrollments = listings["enrollments_with_entitlements"](data_access, organization_id)
    assert {each["baseURL"]: (each["productCode"], each["tier"]) for each in enrollments} == {
        each["baseURL"]: ("LLMO", "PAID") for each in sites
    }


def test_it_runs_from_a_shell():
    finished = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-W", "error", str(EXAMPLE)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=PATIENCE,
        env=os.environ | {"POSTGREST_URL": "http://127.0.0.1:9"},
    )
    assert (finished.returncode, finished.stderr) == (0, "")
    counts = [line for line in finished.stdout.splitlines() if line.endswith(" requests")]
    assert counts == [
        "tickets_of_organization: 4 requests",
        "sites_with_latest_audits: 2 requests",
        "enrollments_with_entitlements: 3 requests",
    ]
