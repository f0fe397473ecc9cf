"""AuditUrl: pages are identified by site and URL; enabled audits; sorting."""

from typing import ClassVar

import pytest

from spacecat_shared_data_access import Page
from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.audit_url import AuditUrl, AuditUrlCollection
from unit.helpers import ECHO, ID, body, filters, make_model, maybe_await, params

SITE = ID
URL = "https://a.com/b"


def a_row(url=URL, **values):
    return {"site_id": SITE, "url": url, "audits": ["cwv"], "by_customer": False, **values}


@pytest.fixture
def urls(data_access, server):
    server.respond_with([a_row()])
    return data_access.AuditUrl


@pytest.fixture
def page(urls):
    return urls.create_instance_from_row(a_row())


def addresses(found):
    return [each.get_url() for each in found]


async def test_a_page_is_found_by_site_and_address(urls, server):
    for call in (urls.find_by_id, urls.find_by_site_id_and_url):
        assert (await maybe_await(call(SITE, URL))).get_url() == URL
        assert filters(server.last) == [("site_id", f"eq.{SITE}"), ("url", f"eq.{URL}")]


@pytest.mark.parametrize("arguments", [(), (SITE,), ("", URL), (SITE, "")])
async def test_both_are_needed(urls, server, arguments):
    with pytest.raises(ValidationError, match="Both site_id and url are required"):
        await maybe_await(urls.find_by_id(*arguments))
    assert server.requests == []


async def test_saving_and_removing_filter_by_both_keys(page, server):
    server.respond_with([a_row(url="https://a.com/new")])
    await maybe_await(page.set_url("https://a.com/new").save())
    assert filters(server.last) == [("site_id", f"eq.{SITE}"), ("url", f"eq.{URL}")]
    server.respond_with(204)
    await maybe_await(page.remove())
    assert server.last.method == "DELETE"
    assert filters(server.last) == [("site_id", f"eq.{SITE}"), ("url", "eq.https://a.com/new")]


class TestSwitches:
    def test_list_the_enabled_audits(self, page):
        assert page.is_audit_enabled("cwv")
        assert not page.is_audit_enabled("404")

    async def test_are_enabled_once(self, page, server):
        server.respond_with([a_row()])
        await maybe_await(page.enable_audit("404").enable_audit("404").save())
        assert body(server.last)["audits"] == ["cwv", "404"]

    def test_that_are_enabled_are_unchanged(self, page):
        assert page.enable_audit("cwv") is page
        assert not page.patcher.has_updates

    def test_are_disabled(self, page):
        assert page.disable_audit("cwv").get_audits() == []
        assert page.patcher.has_updates

    def test_of_a_page_without_any_are_disabled(self, urls):
        bare = make_model(urls, {"site_id": SITE, "url": URL})
        assert not bare.is_audit_enabled("cwv")
        assert bare.enable_audit("cwv").get_audits() == ["cwv"]


@pytest.mark.parametrize(("stored", "reported"), [(True, True), (False, False), (None, False)])
def test_is_customer_url_returns_by_customer(urls, stored, reported):
    assert urls.create_instance_from_row(a_row(by_customer=stored)).is_customer_url() is reported


class TestListings:
    @pytest.fixture(
        params=[
            ("all_by_site_id_sorted", ()),
            ("all_by_site_id_and_audit_type", ("cwv",)),
            ("all_by_site_id_by_customer_sorted", (True,)),
        ],
        ids=lambda call: call[0],
    )
    def listing(self, request, urls):
        name, arguments = request.param
        return lambda site, **options: maybe_await(getattr(urls, name)(site, *arguments, **options))

    async def test_return_a_page_with_or_without_a_limit(self, listing, server):
        found = await listing(SITE)
        assert isinstance(found, Page)
        assert (addresses(found.data), found.cursor) == ([URL], None)
        server.respond_with([a_row(), a_row("https://a.com/a")])
        found = await listing(SITE, limit=2)
        assert len(found.data) == 2
        assert found.cursor is not None

    async def test_return_one_or_none_with_a_limit_of_one(self, listing, server):
        assert isinstance(await listing(SITE, limit=1), AuditUrl)
        server.respond_with([])
        assert await listing(SITE, limit=1, sort_by="url") is None

    async def test_are_sorted_if_requested(self, listing, server):
        server.respond_with([a_row("https://a.com/b"), a_row("https://a.com/A"), a_row("https://a.com/c")])
        found = await listing(SITE, sort_by="url")
        assert [address[-1] for address in addresses(found.data)] == ["A", "b", "c"]
        found = await listing(SITE, sort_by="url", sort_order="desc")
        assert [address[-1] for address in addresses(found.data)] == ["c", "b", "A"]

    async def test_need_a_site(self, listing, server):
        with pytest.raises(ValidationError, match="required"):
            await listing("")
        assert server.requests == []


async def test_pages_of_an_audit_contain_it_in_their_list(urls, server):
    await maybe_await(
        urls.all_by_site_id_and_audit_type(SITE, "cwv", where=lambda attrs, op: op.eq(attrs.url, "x"))
    )
    assert filters(server.last) == [("site_id", f"eq.{SITE}"), ("audits", "cs.{cwv}"), ("url", "eq.x")]


async def test_customer_pages_use_their_index(urls, server):
    await maybe_await(urls.all_by_site_id_by_customer_sorted(SITE, False))
    assert filters(server.last) == [("site_id", f"eq.{SITE}"), ("by_customer", "eq.false")]
    assert dict(params(server.last))["order"] == "site_id.desc,by_customer.desc,url.desc,id.desc"


@pytest.mark.parametrize("by_customer", [None, "true", 1])
async def test_by_customer_is_a_boolean(urls, by_customer):
    for call in (urls.all_by_site_id_by_customer_sorted, urls.remove_for_site_id_by_customer):
        with pytest.raises(ValidationError, match="by_customer must be a boolean"):
            await maybe_await(call(SITE, by_customer))


async def test_pages_of_a_site_are_removed_one_by_one(urls, server):
    server.respond_with([a_row(), a_row("https://a.com/c")], 204)
    await maybe_await(urls.remove_for_site_id(SITE))
    assert server.methods == ["GET", "DELETE", "DELETE"]
    assert {dict(filters(each))["url"] for each in server.requests[1:]} == {f"eq.{URL}", "eq.https://a.com/c"}


async def test_customer_pages_are_removed(urls, server):
    server.respond_with([a_row()], 204)
    await maybe_await(urls.remove_for_site_id_by_customer(SITE, True))
    assert ("by_customer", "eq.true") in filters(server.requests[0])
    assert server.methods == ["GET", "DELETE"]


async def test_nothing_is_deleted_if_nothing_is_found(urls, server):
    server.respond_with([])
    await maybe_await(urls.remove_for_site_id(SITE))
    assert server.methods == ["GET"]
    with pytest.raises(ValidationError, match="SiteId is required"):
        await maybe_await(urls.remove_for_site_id())


async def test_a_page_is_stored_with_its_defaults(urls, server):
    server.respond_with(ECHO)
    await maybe_await(urls.create({"site_id": SITE, "url": URL}))
    sent = body(server.last)
    assert (sent["audits"], sent["by_customer"], sent["created_by"]) == ([], True, "system")


class TestSorting:
    ITEMS: ClassVar = [
        {"url": "b", "createdAt": "2"},
        {"url": "a"},
        {"url": "B", "created_at": "1"},
        {"url": "á"},
    ]

    def test_is_by_created_at_by_default_with_missing_values_last(self):
        assert AuditUrlCollection.sort_audit_urls(self.ITEMS) == [self.ITEMS[place] for place in (2, 0, 1, 3)]

    @pytest.mark.parametrize("sort_by", ["created_at", "createdAt"])
    def test_puts_missing_values_last_in_descending_order_too(self, sort_by):
        found = AuditUrlCollection.sort_audit_urls(self.ITEMS, sort_by, "desc")
        assert found == [self.ITEMS[place] for place in (0, 2, 1, 3)]

    def test_by_url_compares_letters_before_accents_and_case(self):
        assert [each["url"] for each in AuditUrlCollection.sort_audit_urls(self.ITEMS, "url")] == list("aábB")

    def test_by_an_unknown_attribute_keeps_the_order(self):
        assert AuditUrlCollection.sort_audit_urls(self.ITEMS, "colour", "desc") == self.ITEMS

    def test_items_that_are_not_models_keep_the_order(self):
        assert AuditUrlCollection.sort_audit_urls([1, 2], "url") == [1, 2]

    def test_of_an_empty_list_is_empty(self):
        assert AuditUrlCollection.sort_audit_urls([], "url") == []
