import pytest

from spacecat_shared_data_access import ValidationError
from spacecat_shared_data_access.models.page_intent import PageIntent
from unit.helpers import ECHO, ID, PARENT_ID, body, filters, maybe_await, params

URL = "https://example.com/a"
INTENT = {"site_id": PARENT_ID, "url": URL, "page_intent": "COMMERCIAL", "topic": "photos"}


async def assert_refused(collection, server, item, complaint):
    with pytest.raises(ValidationError) as raised:
        await maybe_await(collection.create(item))
    assert str(raised.value.cause) == complaint
    assert server.requests == []


async def test_it_is_stored(data_access, server):
    server.respond_with(ECHO)
    made = await maybe_await(data_access.PageIntent.create(INTENT))
    assert made.get_page_intent() is PageIntent.PageIntent.COMMERCIAL
    assert body(server.last)["updated_by"] == PageIntent.DEFAULT_UPDATED_BY


async def test_it_is_found_by_its_url(data_access, server):
    server.respond_with([{"id": ID, **INTENT}])
    assert (await maybe_await(data_access.PageIntent.find_by_url(URL))).get_topic() == "photos"
    assert filters(server.last) == [("url", f"eq.{URL}")]
    assert dict(params(server.last))["order"] == "url.desc,updated_at.desc,id.desc"


@pytest.mark.parametrize(
    ("values", "complaint"),
    [
        ({"url": "/a"}, "url failed validation"),
        ({"page_intent": "commercial"}, "page_intent is invalid"),
        ({"topic": None}, "topic is required"),
    ],
)
async def test_values_are_checked(data_access, server, values, complaint):
    await assert_refused(data_access.PageIntent, server, {**INTENT, **values}, complaint)
