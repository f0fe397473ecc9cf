import pytest

from spacecat_shared_data_access import ValidationError
from spacecat_shared_data_access.models.async_job import AsyncJob
from unit.helpers import ECHO, ID, body, maybe_await


@pytest.fixture
def jobs(data_access):
    return data_access.AsyncJob


async def test_a_job_expires_after_seven_days(jobs, server, clock):
    server.respond_with(ECHO)
    job = await maybe_await(jobs.create({"status": AsyncJob.Status.IN_PROGRESS}))
    assert job.get_record_expires_at() == 1783589880  # 2026-07-09T09:38:00Z
    assert job.get_started_at() == "2026-07-02T09:38:00.000Z"
    assert body(server.last)["status"] == "IN_PROGRESS"
    assert "record_expires_at" not in body(server.last)


@pytest.mark.parametrize(
    "values",
    [
        {"result_location": "s3://bucket/key"},
        {"result_location": "https://example.com/result"},
        {"result_location": ""},
        {"result_type": AsyncJob.ResultType.INLINE},
        {"result": {"pages": 3}},
        {"result": ["a"]},
        {"result": False},
        {"error": {"code": "E1", "message": "too slow", "details": [1]}},
        {"error": {}},
        {"metadata": {"jobType": "preflight"}},
        {"ended_at": "2026-07-02T10:00:00.000Z"},
    ],
)
async def test_a_valid_status_and_result_are_stored(jobs, server, values):
    server.respond_with(ECHO)
    await maybe_await(jobs.create({"status": "COMPLETED", **values}))
    sent = body(server.last)
    assert {name: sent[name] for name in values} == values


@pytest.mark.parametrize(
    ("values", "complaint"),
    [
        ({"result_location": "ftp://example.com"}, "result_location failed validation"),
        ({"result_location": 5}, "result_location must be a string, result_location failed validation"),
        ({"result_type": "s3"}, "result_type failed validation"),
        ({"result": "text"}, "result failed validation"),
        ({"error": ["x"]}, "error must be a map, error failed validation"),
        ({"metadata": "x"}, "metadata failed validation"),
        ({"ended_at": "yesterday"}, "ended_at failed validation"),
        ({"status": "DONE"}, "status is invalid"),
    ],
)
async def test_an_invalid_status_or_result_is_refused(jobs, server, values, complaint):
    with pytest.raises(ValidationError) as raised:
        await maybe_await(jobs.create({"status": "COMPLETED", **values}))
    assert raised.value.cause.message == complaint
    assert server.requests == []


async def test_jobs_are_found_by_status(jobs, server):
    server.respond_with([{"id": ID, "status": "FAILED"}])
    job = await maybe_await(jobs.find_by_status(AsyncJob.Status.FAILED))
    assert job.get_status() is AsyncJob.Status.FAILED
