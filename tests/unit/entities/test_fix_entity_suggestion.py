from uuid import UUID

import pytest

from spacecat_shared_data_access import Page, ValidationError
from unit.helpers import ECHO, ID, OTHER_ID, PARENT_ID, body, filters, make_model, maybe_await, params

LINK = {
    "suggestion_id": ID,
    "fix_entity_id": OTHER_ID,
    "opportunity_id": PARENT_ID,
    "fix_entity_created_at": "2026-06-01T23:59:00.000Z",
}


@pytest.fixture
def links(data_access):
    return data_access.FixEntitySuggestion


@pytest.fixture
def link(links):
    return make_model(links, LINK)


async def test_a_link_has_no_id_and_no_updated_by(links, server):
    server.respond_with(ECHO)
    made = await maybe_await(links.create({**LINK, "updated_by": "somebody"}))
    assert body(server.last).keys() == {*LINK, "created_at", "updated_at"}
    assert made.get_fix_entity_id() == OTHER_ID


async def test_a_link_is_not_found_by_an_id(links, server):
    with pytest.raises(ValidationError, match=r"^fix_entity_suggestion_id is not stored"):
        await maybe_await(links.exists_by_id(ID))
    assert server.requests == []


async def test_the_database_computes_the_date(links, server):
    server.respond_with([{**LINK, "fix_entity_created_date": "2026-06-01"}])
    (found,) = await maybe_await(
        links.all_by_opportunity_id_and_fix_entity_created_date(PARENT_ID, "2026-06-01")
    )
    assert found.get_fix_entity_created_date() == "2026-06-01"
    assert ("fix_entity_created_date", "eq.2026-06-01") in filters(server.last)


@pytest.mark.parametrize("moment", ["", 5, None])
async def test_a_link_needs_the_creation_time_of_its_fix(links, server, moment):
    with pytest.raises(ValidationError):
        await maybe_await(links.create({**LINK, "fix_entity_created_at": moment, "opportunity_id": None}))
    assert server.requests == []


class TestId:
    def test_the_id_is_composed_of_both_sides(self, link):
        assert link.get_id() == f"{ID}#{OTHER_ID}"

    def test_an_id_in_the_row_is_preferred(self, links):
        assert make_model(links, {**LINK, "fix_entity_suggestion_id": "x"}).get_id() == "x"

    @pytest.mark.parametrize("missing", ["suggestion_id", "fix_entity_id"])
    def test_a_partial_row_has_no_id(self, links, missing):
        assert make_model(links, {**LINK, missing: None}).get_id() is None

    def test_both_sides_identify_it(self, link):
        assert link.generate_composite_keys() == {"suggestion_id": ID, "fix_entity_id": OTHER_ID}


async def test_a_link_is_removed_by_both_sides(link, server):
    server.respond_with(204)
    await maybe_await(link.remove())
    assert filters(server.last) == [("suggestion_id", f"eq.{ID}"), ("fix_entity_id", f"eq.{OTHER_ID}")]


async def test_links_are_stored_by_both_sides(links, link, server):
    server.respond_with(201)
    await maybe_await(links.save_many([link]))
    assert dict(params(server.last))["on_conflict"] == "suggestion_id,fix_entity_id"


class TestLinksOfASuggestion:
    async def test_all(self, links, server):
        server.respond_with([LINK])
        (found,) = await maybe_await(links.all_by_suggestion_id(UUID(ID)))
        assert found.get_suggestion_id() == ID
        assert filters(server.last) == [("suggestion_id", f"eq.{ID}")]

    async def test_a_page(self, links, server):
        server.respond_with([LINK])
        page = await maybe_await(links.all_by_suggestion_id(ID, limit=5, order="asc", return_cursor=True))
        assert isinstance(page, Page)
        assert dict(params(server.last))["order"] == "suggestion_id.asc,fix_entity_id.asc"

    @pytest.mark.parametrize("id_", [None, "", "x", 5])
    async def test_only_by_an_id(self, links, server, id_):
        complaint = "^Validation failed in FixEntitySuggestionCollection: suggestion_id must be a valid UUID$"
        with pytest.raises(ValidationError, match=complaint):
            await maybe_await(links.all_by_suggestion_id(id_))
        assert server.requests == []
