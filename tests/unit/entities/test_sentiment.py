"""Behaviour that SentimentGuideline and SentimentTopic share: the key is the site and their own ID."""

import pytest

from spacecat_shared_data_access import Page
from spacecat_shared_data_access.errors import ValidationError
from unit.helpers import ECHO, ID, body, filters, maybe_await, uuid

SITE = ID
KEYS = {"SentimentGuideline": "guideline_id", "SentimentTopic": "topic_id"}


@pytest.fixture(params=list(KEYS))
def entity(request):
    return request.param


@pytest.fixture
def key(entity):
    return KEYS[entity]


@pytest.fixture
def collection(data_access, server, entity, key):
    server.respond_with([{"site_id": SITE, key: uuid(9), "name": "N", "enabled": False}])
    return getattr(data_access, entity)


async def test_one_is_found_by_site_and_id(collection, server, key):
    assert (await maybe_await(collection.find_by_id(SITE, uuid(9)))).get_name() == "N"
    assert filters(server.last) == [("site_id", f"eq.{SITE}"), (key, f"eq.{uuid(9)}")]


@pytest.mark.parametrize("arguments", [(), (SITE,), ("", "x"), (SITE, "")])
async def test_both_are_needed(collection, server, key, arguments):
    with pytest.raises(ValidationError, match=f"Both site_id and {key} are required"):
        await maybe_await(collection.find_by_id(*arguments))
    assert server.requests == []


async def test_listings_return_a_page(collection, server):
    found = await maybe_await(collection.all_by_site_id(SITE))
    assert isinstance(found, Page)
    assert (len(found.data), found.cursor) == (1, None)
    found = await maybe_await(
        collection.all_by_site_id_enabled(SITE, where=lambda attrs, op: op.eq(attrs.name, "x"))
    )
    assert isinstance(found, Page)
    assert filters(server.last) == [("site_id", f"eq.{SITE}"), ("enabled", "eq.true"), ("name", "eq.x")]


async def test_a_limit_of_one_returns_one_or_none(collection, server):
    assert (await maybe_await(collection.all_by_site_id(SITE, limit=1))).get_name() == "N"
    server.respond_with([])
    assert await maybe_await(collection.all_by_site_id_enabled(SITE, limit=1)) is None


async def test_listings_and_removal_need_a_site(collection, server):
    for call in (collection.all_by_site_id, collection.all_by_site_id_enabled, collection.remove_for_site_id):
        with pytest.raises(ValidationError, match="SiteId is required"):
            await maybe_await(call(""))
    assert server.requests == []


async def test_removing_by_site_filters_by_both_keys(collection, server, key):
    rows = [{"site_id": SITE, key: uuid(number)} for number in (1, 2)]
    server.respond_with(rows, 204)
    await maybe_await(collection.remove_for_site_id(SITE))
    assert server.methods == ["GET", "DELETE", "DELETE"]
    assert {dict(filters(each))[key] for each in server.requests[1:]} == {f"eq.{uuid(1)}", f"eq.{uuid(2)}"}
    server.respond_with([])
    await maybe_await(collection.remove_for_site_id(SITE))
    assert server.last.method == "GET"


async def test_saving_and_removing_filter_by_both_keys(collection, server, key):
    model = await maybe_await(collection.find_by_id(SITE, uuid(9)))
    await maybe_await(model.set_name("New").save())
    assert filters(server.last) == [("site_id", f"eq.{SITE}"), (key, f"eq.{uuid(9)}")]
    server.respond_with(204)
    await maybe_await(model.remove())
    assert filters(server.last) == [("site_id", f"eq.{SITE}"), (key, f"eq.{uuid(9)}")]


async def test_an_id_is_generated_on_creation(collection, server, key):
    server.respond_with(ECHO)
    item = {"site_id": SITE, "name": "N"}
    if key == "guideline_id":
        item["instruction"] = "Do"
    await maybe_await(collection.create(item))
    sent = body(server.last)
    assert sent[key][14] == "4"
    assert (sent["enabled"], sent["created_by"]) == (True, "system")
