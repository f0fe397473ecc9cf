"""SiteTopPage: removing the pages of a site, a source and a country."""

import pytest

from spacecat_shared_data_access.errors import ValidationError
from unit.helpers import ECHO, ID, body, filters, maybe_await, uuid

SITE = ID


@pytest.mark.parametrize(
    ("arguments", "extra"),
    [
        ((), {}),
        (("ahrefs",), {"source": "eq.ahrefs"}),
        (("ahrefs", "us"), {"source": "eq.ahrefs", "geo": "eq.us"}),
        ((None, "us"), {"geo": "eq.us"}),
    ],
)
async def test_only_matching_pages_are_removed(data_access, server, arguments, extra):
    server.respond_with([{"id": uuid(1)}, {"id": uuid(2)}], 204)
    await maybe_await(data_access.SiteTopPage.remove_for_site_id(SITE, *arguments))
    assert dict(filters(server.requests[0])) == {"site_id": f"eq.{SITE}", **extra}
    assert filters(server.last) == [("id", f"in.({uuid(1)},{uuid(2)})")]


@pytest.mark.parametrize("method", ["source", "geo"])
@pytest.mark.parametrize("value", ["", ["seo"], [], {}, 0, False, 5, b"seo", object()])
async def test_an_empty_or_invalid_filter_removes_nothing(data_access, server, method, value):
    with pytest.raises(ValidationError):
        await maybe_await(data_access.SiteTopPage.remove_for_site_id(SITE, **{method: value}))
    assert server.requests == []


async def test_nothing_to_remove_is_not_an_error(data_access, server):
    server.respond_with([])
    await maybe_await(data_access.SiteTopPage.remove_for_site_id(SITE))
    assert server.methods == ["GET"]


async def test_a_site_is_needed(data_access, server):
    with pytest.raises(ValidationError, match="SiteId is required"):
        await maybe_await(data_access.SiteTopPage.remove_for_site_id())
    assert server.requests == []


async def test_geo_is_global_by_default(data_access, server):
    server.respond_with(ECHO)
    item = {"site_id": SITE, "url": "https://a.com", "traffic": 5, "source": "ahrefs"}
    await maybe_await(data_access.SiteTopPage.create(item))
    assert body(server.last)["geo"] == "global"
    with pytest.raises(ValidationError, match="traffic failed validation"):
        await maybe_await(data_access.SiteTopPage.create({**item, "traffic": 1.5}))
