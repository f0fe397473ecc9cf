"""SiteTopForm: forms are identified by URL and form source, which may be missing."""

import pytest

from spacecat_shared_data_access.errors import ValidationError
from unit.helpers import ECHO, ID, body, error_response, filters, maybe_await, params, uuid

SITE, URL = ID, "https://a.com/form"


@pytest.fixture
def forms(data_access, server):
    server.respond_with(ECHO)
    return data_access.SiteTopForm


def an_item(**values):
    return {"site_id": SITE, "url": URL, "source": "rum", **values}


@pytest.mark.parametrize(
    ("given", "stored"),
    [({}, ""), ({"form_source": None}, ""), ({"formSource": None}, ""), ({"formSource": ".x"}, ".x")],
)
async def test_a_form_source_that_is_missing_is_stored_empty(forms, server, given, stored):
    await maybe_await(forms.create(an_item(**given)))
    assert body(server.last)["form_source"] == stored
    await maybe_await(forms.create_many([an_item(**given)]))
    assert body(server.last)[0]["form_source"] == stored


@pytest.mark.parametrize("url", ["", None, 5])
async def test_a_form_needs_a_url(forms, server, url):
    with pytest.raises(ValidationError, match="URL is required and cannot be empty"):
        await maybe_await(forms.create(an_item(url=url)))
    with pytest.raises(ValidationError, match="for all items"):
        await maybe_await(forms.create_many([an_item(), an_item(url=url)]))
    assert server.requests == []


async def test_an_invalid_item_is_refused(forms):
    with pytest.raises(ValidationError, match="URL is required"):
        await maybe_await(forms.create(None))
    with pytest.raises(ValidationError, match="must be a non-empty array"):
        await maybe_await(forms.create_many(None))


async def test_an_invalid_item_is_returned_as_given(forms):
    json_item = {"siteId": "x", "url": URL, "source": "rum"}
    result = await maybe_await(forms.create_many([json_item, an_item(site_id="x")]))
    assert [each.item.keys() - {"siteId", "site_id", "url", "source"} for each in result.error_items] == [
        {"formSource"},
        {"form_source"},
    ]


class TestFinding:
    async def test_with_a_source_one_request_is_sent(self, forms, server):
        server.respond_with([])
        assert await maybe_await(forms.find_by_url_and_form_source(URL, ".x")) is None
        assert filters(server.last) == [("url", f"eq.{URL}"), ("form_source", "eq..x")]
        assert len(server.requests) == 1

    async def test_without_a_source_an_empty_one_then_null_is_requested(self, forms, server):
        server.respond_with([], [{"id": uuid(3), "url": URL}])
        found = await maybe_await(forms.find_by_url_and_form_source(URL))
        assert found.get_id() == uuid(3)
        assert [dict(filters(each))["form_source"] for each in server.requests] == ["eq.", "is.null"]
        orders = {dict(params(each))["order"] for each in server.requests}
        assert orders == {"url.desc,form_source.desc,traffic.desc,id.desc"}

    async def test_returns_none_on_an_error_and_logs_it(self, forms, server, caplog):
        server.respond_with(error_response(403, "42501", "denied"))
        assert await maybe_await(forms.find_by_url_and_form_source(URL)) is None
        assert "Failed to find form by URL and form_source: Failed to query" in caplog.messages
        server.respond_with([], error_response(403, "42501", "denied"))
        assert await maybe_await(forms.find_by_url_and_form_source(URL)) is None
        assert "Legacy null form_source search failed: Failed to query" in caplog.messages

    async def test_needs_a_url(self, forms):
        for call in (forms.find_by_url_and_form_source, forms.remove_by_url_and_form_source):
            with pytest.raises(ValidationError, match="URL is required"):
                await maybe_await(call(""))


class TestRemoving:
    @pytest.mark.parametrize(("source", "extra"), [(None, []), ("rum", [("source", "eq.rum")])])
    async def test_forms_of_a_site_and_a_source_are_removed(self, forms, server, source, extra):
        server.respond_with([{"id": uuid(1)}, {"id": uuid(2)}], 204)
        await maybe_await(forms.remove_for_site_id(SITE, source))
        assert filters(server.requests[0]) == [("site_id", f"eq.{SITE}"), *extra]
        assert filters(server.last) == [("id", f"in.({uuid(1)},{uuid(2)})")]

    @pytest.mark.parametrize("value", ["", ["rum"], [], {}, 0, False, 5, b"rum"])
    async def test_an_empty_or_invalid_filter_removes_nothing(self, forms, server, value):
        calls = [forms.remove_for_site_id, forms.remove_by_url_and_form_source]
        # An empty form source is a value: that of a form with an unknown selector.
        for call in calls[:1] if value == "" else calls:
            with pytest.raises(ValidationError, match=r"must be a non-empty string|cannot be stored"):
                await maybe_await(call(SITE, value))
        assert server.requests == []

    async def test_nothing_to_remove_is_not_an_error(self, forms, server):
        server.respond_with([])
        await maybe_await(forms.remove_for_site_id(SITE))
        await maybe_await(forms.remove_by_url_and_form_source(URL))
        assert set(server.methods) == {"GET"}
        with pytest.raises(ValidationError, match="SiteId is required"):
            await maybe_await(forms.remove_for_site_id())

    async def test_a_form_is_removed_by_url_and_source(self, forms, server):
        server.respond_with([{"id": uuid(4)}], 204)
        await maybe_await(forms.remove_by_url_and_form_source(URL, ".x"))
        assert filters(server.last) == [("id", f"in.({uuid(4)})")]
