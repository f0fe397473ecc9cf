"""PlgOnboarding: valid domains and stored values."""

import pytest

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.plg_onboarding import PlgOnboarding
from unit.helpers import ECHO, ID, body, filters, maybe_await

ITEM = {
    "ims_org_id": "1234567890ABCDEF12345678@AdobeOrg",
    "domain": "nba.com/kings",
    "base_url": "https://nba.com/kings",
}


@pytest.mark.parametrize(
    "domain",
    [
        "nba.com",
        "a.b.co",
        "a.co",
        "1.com",
        "xn--bcher-kva.example",
        "nba.xn--p1ai",
        "nba.com/kings/a_b~c-d",
        "nba.com/a.b",
        "nba.com/-",
        f"{'a' * 249}.com",
        f"nba.com/{'a' * 2040}",
    ],
)
def test_a_host_with_or_without_a_path_is_a_domain(domain):
    assert PlgOnboarding.is_valid_domain(domain)


@pytest.mark.parametrize(
    "domain",
    [
        *(
            "",
            ".",
            "com",
            "localhost",
            "NBA.com",
            "nba.com/Kings",
            "nba.c",
            "nba..com",
            ".nba.com",
            "nba.com.",
        ),
        *("127.0.0.1", "127.1", "2130706433", "0x7f.0.0.1", "0177.0.0.1", "foo.1", "nba.c0m", "[::1]"),
        *("https://nba.com", "nba.com:80", "nba.com?x", "nba.com#x", "user@nba.com", "nba.com/a%20b"),
        *("nba.com/", "nba.com//a", "/nba.com", "nba.com/.a", "nba.com/..", "nba.com/a.", "nba.com/a..b"),
        *("-nba.com", "nba-.com", "n_ba.com", "nba.com\n", "nba .com", "n\u00e4h.de", "nba.com/\x7f"),
        *(f"{'a' * 250}.com", f"nba.com/{'a' * 2041}", None, 5, [], {}, b"nba.com", True),
    ],
)
def test_anything_else_is_not_a_domain(domain):
    assert not PlgOnboarding.is_valid_domain(domain)


@pytest.mark.parametrize(
    ("given", "normal"), [("NBA.com/Kings", "nba.com/kings"), ("ÄÖ.de", "äö.de"), (5, 5), (None, None)]
)
def test_a_domain_is_normalized_to_lower_case(given, normal):
    assert PlgOnboarding.normalize_domain(given) == normal


async def test_an_onboarding_starts_in_progress(data_access, server):
    server.respond_with(ECHO)
    onboarding = await maybe_await(data_access.PlgOnboarding.create(ITEM))
    assert (body(server.last)["status"], body(server.last)["created_by"]) == ("IN_PROGRESS", "system")
    assert onboarding.get_status() is PlgOnboarding.Status.IN_PROGRESS


@pytest.mark.parametrize(
    "wrong",
    [
        {"domain": "NBA.com"},
        {"ims_org_id": "1234567890ABCDEF12345678@AdobeOrg\n"},
        {"ims_org_id": "1234567890ABCDEF1234567\u212a@AdobeOrg"},
        {"site_id": "x"},
        {"error": []},
        {"completed_at": "today"},
        {"reviews": [None]},
        {"reviews": [{"decision": "MAYBE", "reviewedAt": "2026-07-02T09:38:00.000Z"}]},
        {"reviews": [{"decision": "UPHELD", "reviewedAt": "2026-07-02"}]},
    ],
)
async def test_invalid_values_are_refused(data_access, server, wrong):
    with pytest.raises(ValidationError) as raised:
        await maybe_await(data_access.PlgOnboarding.create({**ITEM, **wrong}))
    assert next(iter(wrong)) in str(raised.value)
    assert server.requests == []


async def test_valid_values_are_stored(data_access, server):
    server.respond_with(ECHO)
    right = {
        "site_id": "",
        "error": {"message": "m"},
        "completed_at": "2026-07-02T09:38:00.000Z",
        "reviews": [
            {"decision": PlgOnboarding.ReviewDecision.UPHELD, "reviewedAt": "2026-07-02T09:38:00.000Z"}
        ],
    }
    await maybe_await(data_access.PlgOnboarding.create({**ITEM, **right}))
    assert body(server.last)["reviews"][0]["decision"] == "UPHELD"


async def test_one_is_found_by_organization_and_domain(data_access, server):
    server.respond_with([{"id": ID}])
    await maybe_await(data_access.PlgOnboarding.find_by_ims_org_id_and_domain(ITEM["ims_org_id"], "nba.com"))
    assert filters(server.last) == [("ims_org_id", f"eq.{ITEM['ims_org_id']}"), ("domain", "eq.nba.com")]
