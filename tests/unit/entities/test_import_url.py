import pytest

from spacecat_shared_data_access import ValidationError
from spacecat_shared_data_access.models.import_job import ImportJob
from unit.helpers import ECHO, ID, PARENT_ID, body, filters, maybe_await

URL = {"import_job_id": PARENT_ID, "status": "PENDING", "url": "https://example.com/a"}


@pytest.fixture
def urls(data_access):
    return data_access.ImportUrl


async def test_a_url_expires_after_thirty_days(urls, server, clock):
    server.respond_with(ECHO)
    url = await maybe_await(urls.create(URL))
    assert url.get_record_expires_at() == 1785577080  # 2026-08-01T09:38:00Z
    assert body(server.last)["import_job_id"] == PARENT_ID


async def test_the_urls_of_a_job_are_found_by_status(data_access, server):
    server.respond_with(
        [{"id": PARENT_ID, "base_url": "https://example.com", "status": "RUNNING"}],
        [{"id": ID, **URL, "status": "REDIRECT"}],
    )
    job = await maybe_await(data_access.ImportJob.find_by_id(PARENT_ID))
    (url,) = await maybe_await(job.get_import_urls_by_status("REDIRECT"))
    assert url.get_status() is ImportJob.ImportUrlStatus.REDIRECT
    assert filters(server.last) == [("import_job_id", f"eq.{PARENT_ID}"), ("status", "eq.REDIRECT")]


@pytest.mark.parametrize(
    ("values", "complaint"),
    [
        ({"url": "/a"}, "url failed validation"),
        ({"status": "GONE"}, "status is invalid"),
        ({"import_job_id": "x"}, "import_job_id failed validation"),
    ],
)
async def test_values_are_checked(urls, server, values, complaint):
    with pytest.raises(ValidationError) as raised:
        await maybe_await(urls.create({**URL, **values}))
    assert str(raised.value.cause) == complaint
    assert server.requests == []
