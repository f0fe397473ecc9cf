from datetime import UTC, datetime

import pytest

from spacecat_shared_data_access import ConflictError, ValidationError
from spacecat_shared_data_access.models.import_job import ImportJob
from unit.helpers import ECHO, ID, body, error_response, filters, maybe_await

JOB = {"base_url": "https://example.com", "hashed_api_key": "0123abcd", "status": "RUNNING"}


@pytest.fixture
def jobs(data_access):
    return data_access.ImportJob


async def test_jobs_are_found_by_when_they_started(jobs, server):
    server.respond_with([{"id": ID, "status": "COMPLETE"}])
    found = await maybe_await(
        jobs.all_by_date_range(datetime(2026, 6, 1, tzinfo=UTC), "2026-06-30T23:59:59.999Z")
    )
    assert [job.get_status() for job in found] == [ImportJob.ImportJobStatus.COMPLETE]
    assert filters(server.last) == [
        ("started_at", "gte.2026-06-01T00:00:00.000Z"),
        ("started_at", "lte.2026-06-30T23:59:59.999Z"),
    ]


@pytest.mark.parametrize(
    ("start", "end", "complaint"),
    [
        ("2026-06-01", "2026-06-30T23:59:59.999Z", "Invalid start date: 2026-06-01"),
        (None, "2026-06-30T23:59:59.999Z", "Invalid start date: null"),
        ("2026-06-01T00:00:00.000Z", "", "Invalid end date: "),
        (
            "2026-06-01T00:00:00.000Z",
            "2026-06-31T00:00:00.000Z",
            "Invalid end date: 2026-06-31T00:00:00.000Z",
        ),
    ],
)
async def test_a_date_range_needs_two_timestamps(jobs, server, start, end, complaint):
    with pytest.raises(ValidationError) as raised:
        await maybe_await(jobs.all_by_date_range(start, end))
    assert raised.value.message == complaint
    assert "such as 2026-07-02T09:38:00.000Z" in str(raised.value)
    assert server.requests == []


@pytest.mark.parametrize(
    "options",
    [
        None,
        False,
        {},
        {"enableJavascript": False, "pageLoadTimeout": 0, "type": "xwalk", "data": {"a": 1}},
        {"data": None},
        {"pageLoadTimeout": 30000.0},
        {"ENABLEJAVASCRIPT": "unchecked in this spelling"},
        {"type": ImportJob.ImportOptionType.DOC},
    ],
)
async def test_options_are_stored(jobs, server, options):
    server.respond_with(ECHO)
    await maybe_await(jobs.create({**JOB, "options": options}))
    assert body(server.last)["options"] == options


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        ("x", "Invalid options: x"),
        (["x", None, True], "Invalid options: x,,true"),
        ({"startDate": 1, "type": "doc", "colour": 2}, "Invalid options: startDate,colour"),
        ({"enableJavascript": "yes"}, "Invalid value for enableJavascript: yes"),
        ({"enableJavascript": None}, "Invalid value for enableJavascript: null"),
        ({"pageLoadTimeout": -1}, "Invalid value for pageLoadTimeout: -1"),
        ({"pageLoadTimeout": 1.5}, "Invalid value for pageLoadTimeout: 1.5"),
        ({"pageLoadTimeout": True}, "Invalid value for pageLoadTimeout: true"),
        ({"type": "pdf"}, "Invalid value for type: pdf"),
        ({"data": {}}, "Invalid value for data: {}"),
        ({"data": "x"}, "Invalid value for data: x"),
    ],
)
async def test_wrong_options_are_refused(jobs, server, options, complaint):
    with pytest.raises(ValidationError) as raised:
        await maybe_await(jobs.create({**JOB, "options": options}))
    assert raised.value.cause.message == complaint
    assert server.requests == []


async def test_wrong_options_are_refused_by_the_setter_too(jobs, server):
    server.respond_with([{"id": ID, **JOB}])
    job = await maybe_await(jobs.find_by_id(ID))
    with pytest.raises(ValidationError, match=r"^Validation failed in importJob: Invalid options: colour"):
        job.set_options({"colour": 1})


@pytest.mark.parametrize(
    ("values", "complaint"),
    [
        ({"base_url": "example.com"}, "base_url failed validation"),
        ({"url_count": 1.5}, "url_count failed validation"),
        ({"duration": "1"}, "duration must be a number, duration failed validation"),
        ({"started_at": ""}, "started_at failed validation"),
        ({"status": "PENDING"}, "status is invalid"),
    ],
)
async def test_other_values_are_checked(jobs, values, complaint):
    with pytest.raises(ValidationError) as raised:
        await maybe_await(jobs.create({**JOB, **values}))
    assert raised.value.cause.message == complaint


async def test_a_hashed_api_key_appears_in_no_log_or_repr(jobs, server, caplog):
    server.respond_with(
        error_response(
            409, "23505", "duplicate key", details="Key (hashed_api_key)=(0123abcd) already exists."
        )
    )
    with pytest.raises(ConflictError) as raised:
        await maybe_await(jobs.create(JOB))
    assert "0123abcd" not in caplog.text
    assert "0123abcd" not in f"{raised.value.details} {raised.value.cause.details}"
