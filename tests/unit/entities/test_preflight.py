from uuid import UUID

import pytest

from spacecat_shared_data_access import ValidationError
from spacecat_shared_data_access.models.preflight import Preflight
from unit.helpers import (
    ECHO,
    ID,
    OTHER_ID,
    PARENT_ID,
    THIRD_ID,
    body,
    filters,
    make_model,
    maybe_await,
    params,
)

PREFLIGHT = {
    "site_id": PARENT_ID,
    "async_job_id": THIRD_ID,
    "url": "https://example.com/a",
    "created_by": {"email": "somebody@example.com"},
}


@pytest.fixture
def preflights(data_access):
    return data_access.Preflight


async def test_a_new_preflight_is_in_progress(preflights, server):
    server.respond_with(ECHO)
    made = await maybe_await(preflights.create(PREFLIGHT))
    assert made.get_status() is Preflight.Status.IN_PROGRESS
    assert body(server.last)["async_job_id"] == THIRD_ID


def test_dictionaries_omit_the_job(preflights):
    preflight = make_model(preflights, {"id": ID, **PREFLIGHT})
    assert preflight.get_async_job_id() == THIRD_ID
    assert preflight.to_dict().keys() == {"preflight_id", "site_id", "url", "created_by"}
    assert preflight.to_json().keys() == {"preflightId", "siteId", "url", "createdBy"}


async def test_the_job_is_stored(preflights, server):
    server.respond_with(201)
    preflight = make_model(preflights, {"id": ID, **PREFLIGHT})
    await maybe_await(preflights.save_many([preflight]))
    assert body(server.last)[0]["async_job_id"] == THIRD_ID


class TestOfASiteAndAPage:
    ROWS = ({"id": ID, **PREFLIGHT}, {"id": OTHER_ID, **PREFLIGHT, "url": "https://example.com/b"})

    @pytest.mark.parametrize(
        ("url", "ids"),
        [
            (("https://example.com/b",), [OTHER_ID]),
            (("https://example.com/c",), []),
            ((None,), [ID, OTHER_ID]),
            (("",), [ID, OTHER_ID]),
            ((), [ID, OTHER_ID]),
        ],
    )
    async def test_preflights_of_a_page_or_of_the_site_are_found(self, preflights, server, url, ids):
        server.respond_with(list(self.ROWS))
        found = await maybe_await(preflights.all_by_site_id_and_url(UUID(PARENT_ID), *url))
        assert [each.get_id() for each in found] == ids
        assert filters(server.last) == [("site_id", f"eq.{PARENT_ID}")]
        assert dict(params(server.last))["order"] == "site_id.desc,updated_at.desc,id.desc"

    @pytest.mark.parametrize("site_id", [None, "", 5])
    async def test_a_site_is_required(self, preflights, server, site_id):
        with pytest.raises(ValidationError, match=r"^site_id is required$"):
            await maybe_await(preflights.all_by_site_id_and_url(site_id, "https://example.com/a"))
        assert server.requests == []


@pytest.mark.parametrize(
    ("values", "complaint"),
    [
        ({"url": "example.com"}, "url failed validation"),
        ({"url": f"https://example.com/{'a' * 2029}"}, "url failed validation"),
        ({"url": f"https://example.com/{'😀' * 1015}"}, "url failed validation"),
        ({"url": 5}, "url must be a string, url failed validation"),
        ({"created_by": {"email": ""}}, "created_by failed validation"),
        ({"created_by": {"name": "x"}}, "created_by failed validation"),
        ({"created_by": "x"}, "created_by failed validation"),
        ({"created_by": []}, "created_by failed validation"),
        ({"ended_at": "today"}, "ended_at failed validation"),
        ({"status": "DONE"}, "status is invalid"),
    ],
)
async def test_values_are_checked(preflights, server, values, complaint):
    with pytest.raises(ValidationError) as raised:
        await maybe_await(preflights.create({**PREFLIGHT, **values}))
    assert raised.value.cause.message == complaint
    assert server.requests == []


async def test_a_url_of_2048_characters_is_accepted(preflights, server):
    server.respond_with(ECHO)
    url = f"https://example.com/{'a' * 2028}"
    assert (await maybe_await(preflights.create({**PREFLIGHT, "url": url}))).get_url() == url
