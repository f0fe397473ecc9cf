import pytest

from spacecat_shared_data_access import Page, ValidationError
from spacecat_shared_data_access.models.scrape_job import ScrapeJob
from unit.helpers import ECHO, ID, OTHER_ID, body, filters, maybe_await, params

JOB = {"base_url": "https://example.com", "processing_type": "default", "status": "RUNNING"}
ALIKE = ("https://example.com", ScrapeJob.ScrapeProcessingType.FORM, "T", "F")


@pytest.fixture
def jobs(data_access):
    return data_access.ScrapeJob


@pytest.fixture
def all_alike(jobs):
    return jobs.all_by_base_url_and_processing_type_and_opt_enable_javascript_and_opt_hide_consent_banner


@pytest.fixture
def find_alike(jobs):
    return jobs.find_by_base_url_and_processing_type_and_opt_enable_javascript_and_opt_hide_consent_banner


async def test_jobs_are_found_by_when_they_started(jobs, server):
    server.respond_with([])
    assert (
        await maybe_await(jobs.all_by_date_range("2026-06-01T00:00:00.000Z", "2026-06-02T00:00:00.000Z"))
        == []
    )
    assert filters(server.last) == [
        ("started_at", "gte.2026-06-01T00:00:00.000Z"),
        ("started_at", "lte.2026-06-02T00:00:00.000Z"),
    ]
    with pytest.raises(ValidationError, match=r"^Invalid end date: tomorrow: a timestamp is "):
        await maybe_await(jobs.all_by_date_range("2026-06-01T00:00:00.000Z", "tomorrow"))


async def test_jobs_are_found_by_url_processing_type_and_options(all_alike, server):
    server.respond_with([{"id": ID}, {"id": OTHER_ID}])
    found = await maybe_await(all_alike(*ALIKE, order="asc"))
    assert [job.get_id() for job in found] == [ID, OTHER_ID]
    assert filters(server.last) == [
        ("base_url", "eq.https://example.com"),
        ("processing_type", "eq.form"),
        ("opt_enable_javascript", "eq.T"),
        ("opt_hide_consent_banner", "eq.F"),
    ]
    assert dict(params(server.last))["order"].startswith("base_url.asc,processing_type.asc,")


async def test_every_key_is_required(all_alike, find_alike, server):
    for find in (all_alike, find_alike):
        with pytest.raises(ValidationError, match=r"^processing_type is required$"):
            await maybe_await(find("https://example.com", None, "T", "F"))
    assert server.requests == []


@pytest.mark.parametrize(("options", "limit"), [({}, "1"), ({"limit": 5}, "5"), ({"limit": None}, "1")])
async def test_a_limit_of_one_returns_a_job(find_alike, server, options, limit):
    server.respond_with([{"id": ID}, {"id": OTHER_ID}])
    job = await maybe_await(find_alike(*ALIKE, **options))
    assert job.get_id() == ID
    assert dict(params(server.last))["limit"] == limit


@pytest.mark.parametrize("options", [{}, {"limit": 5}])
async def test_a_limit_of_one_returns_none_without_a_match(find_alike, server, options):
    server.respond_with([])
    assert await maybe_await(find_alike(*ALIKE, **options)) is None


async def test_with_return_cursor_a_page_is_returned(find_alike, server):
    server.respond_with([{"id": ID}, {"id": OTHER_ID}])
    job = await maybe_await(find_alike(*ALIKE, return_cursor=True))
    assert not isinstance(job, Page)
    page = await maybe_await(find_alike(*ALIKE, limit=2, return_cursor=True))
    assert isinstance(page, Page)
    assert page.cursor is not None


@pytest.mark.parametrize(
    ("options", "flags"),
    [
        ({"enableJavascript": True}, ("T", "F")),
        ({"enableJavascript": False, "hideConsentBanners": True}, ("F", "T")),
        ({"enableJavascript": [], "hideConsentBanners": ""}, ("T", "F")),
        ({}, ("F", "F")),
        (None, ("F", "F")),
    ],
)
async def test_options_set_flags_that_are_not_stored(jobs, server, options, flags):
    server.respond_with(ECHO)
    job = await maybe_await(jobs.create(JOB))
    job.set_options(options)
    await maybe_await(job.save())
    assert (job.get_opt_enable_javascript(), job.get_opt_hide_consent_banner()) == flags
    sent = body(server.last)
    assert sent["options"] == options
    assert not sent.keys() & {"opt_enable_javascript", "opt_hide_consent_banner"}


@pytest.mark.parametrize(
    ("values", "complaint"),
    [
        ({"options": ["x"]}, "options failed validation"),
        ({"processing_type": 5}, "processing_type must be a string, processing_type failed validation"),
        ({"failed_count": 0.5}, "failed_count failed validation"),
        ({"abort_info": []}, "abort_info must be a map"),
    ],
)
async def test_values_are_checked(jobs, server, values, complaint):
    with pytest.raises(ValidationError) as raised:
        await maybe_await(jobs.create({**JOB, **values}))
    assert str(raised.value.cause) == complaint
    assert server.requests == []


async def test_a_job_expires_after_120_days(jobs, server, clock):
    server.respond_with(ECHO)
    job = await maybe_await(jobs.create(JOB))
    assert job.get_record_expires_at() == 1793353080  # 2026-10-30T09:38:00Z
    assert (job.get_duration(), job.get_url_count()) == (0, 0)
