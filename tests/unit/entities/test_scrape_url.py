import pytest

from spacecat_shared_data_access import ValidationError
from unit.helpers import ECHO, ID, PARENT_ID, body, filters, maybe_await

URL = {
    "scrape_job_id": PARENT_ID,
    "status": "PENDING",
    "url": "https://example.com/a",
    "processing_type": "default",
}


@pytest.fixture
def urls(data_access):
    return data_access.ScrapeUrl


@pytest.mark.parametrize(
    ("hours", "earliest"),
    [
        ((), "2026-06-25T09:38:00.000Z"),
        ((24,), "2026-07-01T09:38:00.000Z"),
        ((0.5,), "2026-07-02T09:08:00.000Z"),
        ((0,), "2026-07-02T09:38:00.000Z"),
    ],
)
async def test_recent_scrapes_of_a_url_are_found(urls, server, clock, hours, earliest):
    server.respond_with([{"id": ID, **URL}])
    (found,) = await maybe_await(
        urls.all_recent_by_url_and_processing_type("https://example.com/a", "default", *hours)
    )
    assert found.get_url() == "https://example.com/a"
    assert filters(server.last) == [
        ("url", "eq.https://example.com/a"),
        ("is_original", "eq.true"),
        ("processing_type", "eq.default"),
        ("created_at", f"gte.{earliest}"),
        ("created_at", "lte.2026-07-02T09:38:00.000Z"),
    ]


async def test_recent_scrapes_need_a_url(urls, server):
    with pytest.raises(ValidationError, match=r"^url is required$"):
        await maybe_await(urls.all_recent_by_url_and_processing_type(None, "default"))
    assert server.requests == []


async def test_is_original_is_true_by_default(urls, server):
    server.respond_with(ECHO)
    await maybe_await(urls.create(URL))
    assert body(server.last)["is_original"] is True
    await maybe_await(urls.create({**URL, "is_original": False}))
    assert body(server.last)["is_original"] is False


@pytest.mark.parametrize(
    ("values", "complaint"),
    [
        ({"url": "a"}, "url failed validation"),
        ({"options": []}, "options failed validation"),
        ({"is_original": "yes"}, "is_original must be a boolean"),
        ({"processing_type": None}, "processing_type is required"),
    ],
)
async def test_values_are_checked(urls, server, values, complaint):
    with pytest.raises(ValidationError) as raised:
        await maybe_await(urls.create({**URL, **values}))
    assert str(raised.value.cause) == complaint
    assert server.requests == []
