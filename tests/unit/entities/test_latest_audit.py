"""LatestAudit: the newest audits by site and type."""

import pytest

from spacecat_shared_data_access.errors import DataAccessError, ValidationError
from spacecat_shared_data_access.models.audit import Audit
from spacecat_shared_data_access.models.base import Page
from spacecat_shared_data_access.postgrest.cursors import encode_cursor
from unit.helpers import ID, OTHER_ID, collect, filters, maybe_await, params, uuid

SITE, OTHER_SITE = ID, OTHER_ID


def a_row(number, site, kind, day):
    return {
        "id": uuid(number),
        "site_id": site,
        "audit_type": kind,
        "audited_at": f"2026-06-{day:02d}T00:00:00+00:00",
        "audit_result": {"scores": {"seo": 1}},
    }


ROWS = [
    a_row(1, SITE, "cwv", 1),
    a_row(2, SITE, "cwv", 5),
    a_row(3, SITE, "404", 3),
    a_row(4, OTHER_SITE, "cwv", 4),
    a_row(5, OTHER_SITE, "cwv", 2),
]


@pytest.fixture
def latest(data_access, server):
    server.respond_with(ROWS)
    return data_access.LatestAudit


def days(audits):
    return [int(audit.get_audited_at()[8:10]) for audit in audits]


def order(request):
    return dict(params(request))["order"]


async def test_all_returns_the_newest_per_site_and_type_newest_first(latest):
    found = await maybe_await(latest.all())
    assert days(found) == [5, 4, 3]
    assert {type(audit) for audit in found} == {Audit}


async def test_all_can_return_the_oldest_first(latest, server):
    assert days(await maybe_await(latest.all(order="asc"))) == [3, 4, 5]
    assert order(server.last) == "id.desc"


async def test_of_two_audits_with_the_same_time_the_first_is_returned(latest, server):
    server.respond_with([a_row(1, SITE, "cwv", 1), a_row(2, SITE, "cwv", 1)])
    assert [audit.get_id() for audit in await maybe_await(latest.all())] == [uuid(1)]


async def test_keys_become_filters(latest, server):
    await maybe_await(latest.all_by_site_id(SITE))
    assert filters(server.last) == [("site_id", f"eq.{SITE}")]
    await maybe_await(latest.all_by_audit_type("cwv"))
    assert filters(server.last) == [("audit_type", "eq.cwv")]


async def test_a_limit_bounds_the_number_of_audits(latest, server):
    server.respond_with(ROWS[:2], ROWS[2:4], ROWS[4:])
    assert days(await maybe_await(latest.all(limit=2))) == [5, 4]


async def test_a_limit_of_one_returns_the_newest_or_none(latest, server):
    newest = await maybe_await(latest.all(limit=1))
    assert days([newest]) == [5]
    assert len(server.requests) == 1
    server.respond_with([])
    assert await maybe_await(latest.all(limit=1)) is None


async def test_a_page_has_no_cursor(latest):
    page = await maybe_await(latest.all(return_cursor=True, fetch_all_pages=False))
    assert (days(page.data), page.cursor) == ([5, 4, 3], None)


async def test_a_page_of_one_is_a_page(latest):
    page = await maybe_await(latest.all(limit=1, return_cursor=True))
    assert isinstance(page, Page)
    assert days(page) == [5]


async def test_first_returns_the_first_of_all(latest):
    assert days([await maybe_await(latest.first())]) == [5]
    assert days([await maybe_await(latest.first(order="asc"))]) == [3]


async def test_first_returns_none_without_audits(latest, server):
    server.respond_with([])
    assert await maybe_await(latest.first({"site_id": SITE})) is None


async def test_pages_contain_the_newest_audits(latest):
    first = await maybe_await(latest.page(limit=2))
    assert days(first) == [5, 4]
    second = await maybe_await(latest.page(limit=2, cursor=first.cursor))
    assert (days(second), second.cursor) == ([3], None)
    assert not await maybe_await(latest.page(limit=2, cursor=encode_cursor(7)))
    assert (await maybe_await(latest.page(limit=3))).cursor is None


async def test_a_page_calls_where_once(latest):
    calls = []
    await maybe_await(latest.page(limit=2, where=lambda attrs, op: calls.append(attrs)))
    await maybe_await(latest.all(where=lambda attrs, op: calls.append(attrs)))
    await maybe_await(latest.count(where=lambda attrs, op: calls.append(attrs)))
    assert len(calls) == 3


@pytest.mark.parametrize("options", [{"limit": 0}, {"limit": None}, {"limit": 2, "cursor": "!"}])
async def test_invalid_page_options_are_refused(latest, server, options):
    with pytest.raises(ValidationError):
        await maybe_await(latest.page(**options))
    assert server.requests == []


async def test_identifying_attributes_are_read_even_if_not_requested(latest, server):
    assert days(await maybe_await(latest.all(attributes=["audit_id"]))) == [5, 4, 3]
    assert dict(params(server.last))["select"] == "id,site_id,audit_type,audited_at"


@pytest.mark.parametrize("keys", [{"site_id": SITE}, {"audit_type": "cwv"}, {"siteId": SITE}])
async def test_with_one_key_the_newest_by_time_is_found(latest, server, keys):
    await maybe_await(latest.find_by_index_keys(keys, order="asc"))
    assert order(server.last) == "audited_at.desc,id.desc"


async def test_with_site_and_type_their_index_is_used(latest, server):
    found = await maybe_await(latest.find_by_id(SITE, "cwv"))
    assert found.get_id() == uuid(1)
    assert order(server.last) == "site_id.desc,audit_type.desc,audited_at.desc,id.desc"
    await maybe_await(latest.find_by_all())
    assert order(server.last) == "id.desc"


async def test_an_order_option_is_respected(latest, server):
    await maybe_await(latest.find_by_index_keys({"site_id": SITE}, order_by=("created_at", "asc")))
    assert order(server.last) == "created_at.asc,id.asc"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("nope", "cwv"), "site_id must be a valid UUID"),
        ((), "site_id must be a valid UUID"),
        ((SITE,), "audit_type is required"),
        ((SITE, ""), "audit_type is required"),
    ],
)
async def test_find_by_id_takes_a_site_and_a_type(latest, server, arguments, message):
    with pytest.raises(ValidationError, match=f"Validation failed in latestAudit: {message}"):
        await maybe_await(latest.find_by_id(*arguments))
    assert server.requests == []


async def test_a_latest_audit_has_no_id_of_its_own(latest, server):
    with pytest.raises(ValidationError, match=r"^latest_audit_id is not an attribute of audit$"):
        await maybe_await(latest.exists_by_id(ID))
    assert server.requests == []


async def test_audit_type_is_required(latest):
    with pytest.raises(ValidationError, match="audit_type is required"):
        await maybe_await(latest.all_by_audit_type(""))


async def test_the_newest_are_counted_and_iterated(latest):
    assert await maybe_await(latest.count()) == 3
    assert days(await collect(latest.iterate())) == [5, 4, 3]
    assert days(await collect(latest.iterate(limit=2, order="asc"))) == [3, 4]


@pytest.mark.parametrize(
    ("write", "message"),
    [
        (lambda latest: latest.create({}), "created"),
        (lambda latest: latest.create_many([{}]), "created"),
        (lambda latest: latest.update_by_keys({"site_id": ID}, {"is_live": True}), "updated"),
        (lambda latest: latest.remove_by_ids([ID]), "removed"),
        (lambda latest: latest.remove_by_index_keys([{"site_id": ID, "audit_type": "cwv"}]), "removed"),
        (lambda latest: latest.remove_together([{"site_id": ID}]), "removed"),
    ],
)
async def test_nothing_is_written(latest, server, write, message):
    with pytest.raises(
        DataAccessError, match=f"^LatestAudit is derived from Audit in v3 and cannot be {message}"
    ):
        await maybe_await(write(latest))
    assert server.requests == []
