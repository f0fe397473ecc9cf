"""Token: a site's tokens of a cycle, created if they are missing."""

import pytest

from spacecat_shared_data_access.errors import ConflictError, ValidationError
from spacecat_shared_data_access.models.token_grants import TOKEN_GRANTS, token_type_for
from unit.helpers import ECHO, ID, body, error_response, filters, make_model, maybe_await, params

SITE = ID


def spent(attrs, op):
    return op.gte(attrs.used, 3)


@pytest.fixture
def tokens(data_access, server, clock):
    server.respond_with([], ECHO)
    return data_access.Token


@pytest.mark.parametrize(
    ("row", "left"),
    [({"total": 3, "used": 1}, 2), ({"total": 3, "used": 5}, 0), ({"total": 3}, 3), ({"used": 1}, 0)],
)
def test_remaining_tokens_are_never_negative(tokens, row, left):
    assert make_model(tokens, {"id": ID, **row}).get_remaining() == left


async def test_the_current_cycle_is_the_month(tokens, server):
    assert await maybe_await(tokens.find_by_site_id_and_token_type(SITE, "grant_cwv")) is None
    assert filters(server.last) == [
        ("site_id", f"eq.{SITE}"),
        ("token_type", "eq.grant_cwv"),
        ("cycle", "eq.2026-07"),
    ]
    assert server.methods == ["GET"]


@pytest.mark.parametrize(
    ("total", "made"), [(None, 3), (2, 2), (99, 3), (0, 1), (-4, 1), ("2", 2), (1.5, 1.5), (float("inf"), 3)]
)
async def test_missing_tokens_are_created_within_the_grant(tokens, server, total, made):
    token = await maybe_await(
        tokens.find_by_site_id_and_token_type(SITE, "grant_cwv", create_if_not_found=True, total=total)
    )
    sent = body(server.last)
    assert (sent["total"], sent["used"], sent["cycle"]) == (made, 0, "2026-07")
    assert token.get_remaining() == made


@pytest.mark.parametrize("flag", [False, None, "yes", 1])
async def test_they_are_created_only_on_request(tokens, server, flag):
    found = await maybe_await(
        tokens.find_by_site_id_and_token_type(SITE, "grant_cwv", create_if_not_found=flag)
    )
    assert found is None
    assert server.methods == ["GET"]


async def test_existing_tokens_are_returned(tokens, server):
    server.respond_with([{"id": ID, "total": 3, "used": 3}])
    found = await maybe_await(
        tokens.find_by_site_id_and_token_type(SITE, "grant_cwv", create_if_not_found=True)
    )
    assert (found.get_id(), server.methods) == (ID, ["GET"])


@pytest.mark.parametrize("total", ["many", float("nan"), []])
async def test_the_total_must_be_a_number(tokens, total):
    with pytest.raises(ValidationError, match="total must be a number"):
        await maybe_await(
            tokens.find_by_site_id_and_token_type(SITE, "grant_cwv", create_if_not_found=True, total=total)
        )


async def test_a_site_and_a_known_type_are_required(tokens, server):
    for call in (tokens.find_by_site_id_and_token_type, tokens.find_last_created_by_site_id_and_token_type):
        for arguments in ((), (SITE,), ("", "grant_cwv")):
            with pytest.raises(ValidationError, match="site_id and token_type are required"):
                await maybe_await(call(*arguments))
    with pytest.raises(ValidationError, match="no token grant config for token_type: grant_moon"):
        await maybe_await(tokens.find_by_site_id_and_token_type(SITE, "grant_moon"))
    assert server.requests == []


async def test_the_latest_tokens_are_of_the_latest_cycle(tokens, server):
    await maybe_await(tokens.find_last_created_by_site_id_and_token_type(SITE, "grant_moon"))
    assert dict(params(server.last))["order"] == "site_id.desc,token_type.desc,cycle.desc,id.desc"


@pytest.mark.parametrize(
    ("options", "extra"),
    [
        ({}, []),
        ({"cycle": "2026-06"}, [("cycle", "eq.2026-06")]),
        ({"token_types": ["a", "b"]}, [("token_type", "in.(a,b)")]),
        ({"token_types": ("a",), "cycle": "c"}, [("cycle", "eq.c"), ("token_type", "in.(a)")]),
        ({"where": spent}, [("used", "gte.3")]),
        ({"token_types": ["a"], "where": spent}, [("token_type", "in.(a)"), ("used", "gte.3")]),
        ({"token_types": ["a"], "where": lambda attrs, op: None}, [("token_type", "in.(a)")]),
        ({"token_types": ["a"], "where": None}, [("token_type", "in.(a)")]),
    ],
)
async def test_tokens_of_a_site_can_be_filtered(tokens, server, options, extra):
    assert await maybe_await(tokens.all_by_site_id(SITE, **options)) == []
    assert filters(server.last) == [("site_id", f"eq.{SITE}"), *extra]


@pytest.mark.parametrize(
    ("site", "options", "message"),
    [
        ("", {}, "site_id is required"),
        (SITE, {"token_types": []}, "token_types must be a non-empty array"),
        (SITE, {"token_types": "a"}, "token_types must be a non-empty array"),
        (SITE, {"token_types": ["a", ""]}, "token_types must be a non-empty array"),
        (SITE, {"cycle": ""}, "cycle must be a non-empty string"),
        (SITE, {"token_types": ["a"], "where": "used"}, "where must be a callable"),
        (SITE, {"token_types": ["a"], "where": lambda attrs, op: True}, "a condition made with op"),
    ],
)
async def test_filters_are_checked(tokens, server, site, options, message):
    with pytest.raises(ValidationError, match=message):
        await maybe_await(tokens.all_by_site_id(site, **options))
    assert server.requests == []


def test_token_types_and_grants_are_defined():
    assert token_type_for("broken-backlinks") == "grant_broken_backlinks"
    assert {grant.tokens_per_cycle for grant in TOKEN_GRANTS.values()} == {3}
    assert all(name == grant.token_type for name, grant in TOKEN_GRANTS.items())


async def test_tokens_created_concurrently_are_returned(tokens, server):
    stored = {"id": ID, "site_id": SITE, "token_type": "grant_cwv", "cycle": "2026-07", "total": 3, "used": 0}
    server.respond_with([], error_response(409, "23505", "duplicate key value"), [stored])
    token = await maybe_await(
        tokens.find_by_site_id_and_token_type(SITE, "grant_cwv", create_if_not_found=True)
    )
    assert token.get_id() == ID
    assert server.methods == ["GET", "POST", "GET"]
    assert filters(server.requests[0]) == filters(server.last)


async def test_another_conflict_is_raised(tokens, server):
    server.respond_with([], error_response(409, "23505", "duplicate key value"), [])
    with pytest.raises(ConflictError, match="Failed to create"):
        await maybe_await(tokens.find_by_site_id_and_token_type(SITE, "grant_cwv", create_if_not_found=True))
