import pytest

from spacecat_shared_data_access import ValidationError
from spacecat_shared_data_access.errors import AccessDeniedError
from spacecat_shared_data_access.models.page_citability import PageCitability
from unit.helpers import ECHO, PARENT_ID, body, error_response, maybe_await, params

URL = "https://example.com/a"
CITABILITY = {"site_id": PARENT_ID, "url": URL}


async def assert_refused(collection, server, item, complaint):
    with pytest.raises(ValidationError) as raised:
        await maybe_await(collection.create(item))
    assert str(raised.value.cause) == complaint
    assert server.requests == []


@pytest.mark.parametrize("options", [{}, {"upsert": False}, {"on_conflict": "site_id"}])
async def test_create_upserts_by_url(data_access, server, options):
    server.respond_with(ECHO)
    values = {**CITABILITY, "citability_score": 0.5, "bot_words": 0, "is_deployed_at_edge": True}
    made = await maybe_await(data_access.PageCitability.create(values, **options))
    assert made.get_citability_score() == 0.5
    assert dict(params(server.last))["on_conflict"] == "url"
    assert "resolution=merge-duplicates" in server.last.headers["Prefer"]
    assert body(server.last)["updated_by"] == PageCitability.DEFAULT_UPDATED_BY


async def test_an_error_names_the_failed_operation(data_access, server):
    server.respond_with(error_response(403, "42501"))
    with pytest.raises(AccessDeniedError, match=r"^Failed to create$"):
        await maybe_await(data_access.PageCitability.create(CITABILITY))


@pytest.mark.parametrize(
    ("values", "complaint"),
    [
        ({"url": "x"}, "url failed validation"),
        (
            {"citability_score": "5"},
            "citability_score must be a number, citability_score failed validation",
        ),
        ({"content_ratio": True}, "content_ratio must be a number, content_ratio failed validation"),
        ({"word_difference": ""}, "word_difference must be a number"),
        ({"bot_words": float("nan")}, "bot_words: a number that is not finite cannot be sent as JSON"),
        ({"normal_words": []}, "normal_words must be a number, normal_words failed validation"),
        ({"is_deployed_at_edge": 1}, "is_deployed_at_edge must be a boolean"),
    ],
)
async def test_values_are_checked(data_access, server, values, complaint):
    await assert_refused(data_access.PageCitability, server, {**CITABILITY, **values}, complaint)
