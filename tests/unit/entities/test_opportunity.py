import pytest

from spacecat_shared_data_access import DataAccessError, ValidationError
from spacecat_shared_data_access.models.opportunity import Opportunity
from unit.helpers import (
    ECHO,
    ID,
    OTHER_ID,
    PARENT_ID,
    THIRD_ID,
    body,
    error_response,
    filters,
    make_model,
    maybe_await,
    params,
    uuid,
)

HALF_A_SCOPE = "scope_type and scope_id must both be set or both be absent"
ROW = {
    "id": ID,
    "site_id": PARENT_ID,
    "type": "cwv",
    "origin": "AUTOMATION",
    "title": "CWV",
    "status": "NEW",
}
NEW_ONE = {"site_id": PARENT_ID, "type": "cwv", "origin": "AI", "title": "CWV"}
SUGGESTION = {"type": "CODE_CHANGE", "rank": 1, "data": {"url": "https://a.com"}}
HALVES = [
    {"scope_type": "brand"},
    {"scopeType": "brand"},
    {"scope_id": OTHER_ID},
    {"scopeId": OTHER_ID, "scopeType": ""},
    {"scope_id": OTHER_ID, "scope_type": None},
]


@pytest.fixture
def opportunities(data_access):
    return data_access.Opportunity


@pytest.fixture
def opportunity(opportunities):
    return make_model(opportunities, ROW)


def with_row(opportunities, **values):
    return make_model(opportunities, {**ROW, **values})


class TestScope:
    @pytest.mark.parametrize(
        "scope",
        [
            {},
            {"scope_type": "brand", "scope_id": OTHER_ID},
            {"scopeType": Opportunity.ScopeType.SITE, "scopeId": OTHER_ID},
            {"scope_type": None, "scope_id": None},
        ],
    )
    async def test_a_complete_scope_or_none_is_created(self, opportunities, server, scope):
        server.respond_with(ECHO)
        await maybe_await(opportunities.create({**NEW_ONE, **scope}))
        await maybe_await(opportunities.create_many([{**NEW_ONE, **scope}]))
        assert server.methods == ["POST", "POST"]

    @pytest.mark.parametrize("scope", HALVES)
    async def test_an_incomplete_scope_is_refused_before_create(self, opportunities, server, scope):
        for call in (
            lambda: opportunities.create({**NEW_ONE, **scope}),
            lambda: opportunities.create_many([NEW_ONE, {**NEW_ONE, **scope}]),
        ):
            with pytest.raises(ValidationError) as raised:
                await maybe_await(call())
            assert str(raised.value) == HALF_A_SCOPE
        assert server.requests == []

    @pytest.mark.parametrize("scope", HALVES)
    async def test_an_incomplete_scope_is_refused_before_update(self, opportunities, server, scope):
        with pytest.raises(ValidationError) as raised:
            await maybe_await(opportunities.update_by_keys({"opportunity_id": ID}, scope))
        assert str(raised.value) == HALF_A_SCOPE
        assert server.requests == []

    async def test_both_parts_of_a_scope_are_updated(self, opportunities, server):
        server.respond_with([ROW])
        scope = {"scopeType": "site", "scope_id": OTHER_ID}
        await maybe_await(opportunities.update_by_keys({"opportunity_id": ID}, scope))
        assert body(server.last) == {"scope_type": "site", "scope_id": OTHER_ID}

    async def test_both_parts_of_a_scope_are_saved(self, opportunity, server):
        server.respond_with([ROW])
        opportunity.set_scope_type("brand")
        with pytest.raises(ValidationError, match=HALF_A_SCOPE):
            await maybe_await(opportunity.save())
        assert server.requests == []
        await maybe_await(opportunity.set_scope_id(OTHER_ID).save())
        assert (body(server.last)["scope_type"], body(server.last)["scope_id"]) == ("brand", OTHER_ID)

    async def test_one_part_of_a_scope_is_not_saved_alone(self, opportunities, server):
        opportunity = with_row(opportunities, scope_type="brand", scope_id=OTHER_ID)
        opportunity.set_scope_id(THIRD_ID)
        with pytest.raises(DataAccessError) as raised:
            await maybe_await(opportunity.save())
        assert raised.value.message == f"Failed to save entity opportunity with ID {ID}"
        assert str(raised.value.cause) == HALF_A_SCOPE
        assert server.requests == []

    async def test_other_values_are_saved_with_a_scope(self, opportunities, server):
        server.respond_with([ROW])
        opportunity = with_row(opportunities, scope_type="brand", scope_id=OTHER_ID)
        await maybe_await(opportunity.set_title("LCP").save())
        assert set(body(server.last)) == {"title", "updated_at"}

    async def test_opportunities_are_found_by_scope(self, opportunities, server):
        server.respond_with([ROW])
        found = await maybe_await(opportunities.all_by_scope(Opportunity.ScopeType.BRAND, OTHER_ID))
        assert [each.get_id() for each in found] == [ID]
        assert filters(server.last) == [("scope_type", "eq.brand"), ("scope_id", f"eq.{OTHER_ID}")]
        assert ("order", "scope_id.desc,scope_type.desc,id.desc") in params(server.last)

    @pytest.mark.parametrize(
        ("scope", "name"),
        [((None, OTHER_ID), "scope_type"), (("brand", ""), "scope_id"), (("brand",), "scope_id")],
    )
    async def test_finding_by_scope_requires_both_parts(self, opportunities, server, scope, name):
        with pytest.raises(ValidationError, match=f"all_by_scope: {name} is required"):
            await maybe_await(opportunities.all_by_scope(*scope))
        assert server.requests == []

    @pytest.mark.parametrize("type_", ["planet", "BRAND"])
    async def test_the_scope_type_must_be_known(self, opportunities, type_):
        with pytest.raises(ValidationError, match="scope_type failed validation"):
            await maybe_await(opportunities.create({**NEW_ONE, "scope_type": type_, "scope_id": OTHER_ID}))


class TestAddSuggestions:
    async def test_they_get_the_opportunity_id(self, opportunity, server):
        server.respond_with(ECHO)
        given = [
            SUGGESTION,
            {**SUGGESTION, "opportunity_id": OTHER_ID},
            {**SUGGESTION, "opportunityId": OTHER_ID},
        ]
        result = await maybe_await(opportunity.add_suggestions(given))
        assert [row["opportunity_id"] for row in body(server.last)] == [ID, ID, ID]
        for suggestion in result.created_items:
            assert await maybe_await(suggestion.get_opportunity()) is opportunity
        assert server.paths == ["/suggestions"]
        assert given[1]["opportunity_id"] == OTHER_ID

    async def test_invalid_suggestions_are_returned(self, opportunity, server):
        server.respond_with(ECHO)
        result = await maybe_await(opportunity.add_suggestions([{"type": "CODE_CHANGE"}, SUGGESTION, "x"]))
        assert len(result.created_items) == 1
        assert [(each.item, str(each.error)) for each in result.error_items] == [
            ({"type": "CODE_CHANGE", "opportunityId": ID}, "rank is required, data is required"),
            ("x", "an item must be a mapping"),
        ]

    @pytest.mark.parametrize("given", [[], None, "x"])
    async def test_at_least_one_is_required(self, opportunity, given):
        with pytest.raises(ValidationError, match="items must be a non-empty array"):
            await maybe_await(opportunity.add_suggestions(given))


def fix(number, *suggestions, **values):
    return {
        "type": "CODE_CHANGE",
        "change_details": {"file": f"{number}.js"},
        "suggestions": [uuid(each) for each in suggestions],
        **values,
    }


def known(*numbers):
    """The rows of the existing suggestions."""
    return [{"id": uuid(number)} for number in numbers]


class TestAddFixEntities:
    @pytest.mark.usefixtures("clock")
    async def test_each_is_linked_to_its_suggestions(self, opportunity, server):
        server.respond_with(known(40, 41), ECHO, ECHO)
        executed_at = "2026-06-20T08:00:00.000Z"
        given = [fix(1, 40), fix(2, 40, 41, executed_at=executed_at)]
        result = await maybe_await(opportunity.add_fix_entities(given))
        assert server.paths == ["/suggestions", "/fix_entities", "/fix_entity_suggestions"]
        assert filters(server.requests[0]) == [("id", f"in.({uuid(40)},{uuid(41)})")]
        first, second = (made.get_id() for made in result.created_items)
        assert [row["opportunity_id"] for row in body(server.requests[1])] == [ID, ID]
        links = [
            (row["opportunity_id"], row["fix_entity_id"], row["suggestion_id"], row["fix_entity_created_at"])
            for row in body(server.requests[2])
        ]
        assert links == [
            (ID, first, uuid(40), "2026-07-02T09:38:00.000Z"),
            (ID, second, uuid(40), executed_at),
            (ID, second, uuid(41), executed_at),
        ]
        assert result.error_items == []

    async def test_an_invalid_fix_does_not_shift_the_links_of_the_others(self, opportunity, server):
        server.respond_with(known(40, 41, 42, 43), ECHO, ECHO)
        # The first and the third differ only in their suggestions.
        given = [fix(1, 40, type="MAGIC"), fix(2, 41), fix(1, 42, type="MAGIC"), fix(3, 43)]
        result = await maybe_await(opportunity.add_fix_entities(given))
        links = {row["fix_entity_id"]: row["suggestion_id"] for row in body(server.requests[2])}
        made = {each.get_change_details()["file"]: links[each.get_id()] for each in result.created_items}
        assert made == {"2.js": uuid(41), "3.js": uuid(43)}
        assert [each.item for each in result.error_items] == [given[0], given[2]]

    @pytest.mark.parametrize(
        ("item", "complaint"),
        [
            ({}, "fixEntity must have a suggestions property"),
            ("x", "fixEntity must have a suggestions property"),
            ({"suggestions": None}, "fixEntity must have a suggestions property"),
            ({"suggestions": "x"}, "fixEntity.suggestions must be an array"),
            ({"suggestions": {"a": 1}}, "fixEntity.suggestions must be an array"),
            ({"suggestions": []}, "fixEntity.suggestions cannot be empty"),
            ({"suggestions": ()}, "fixEntity.suggestions cannot be empty"),
        ],
    )
    async def test_a_fix_needs_suggestions(self, opportunity, server, item, complaint):
        result = await maybe_await(opportunity.add_fix_entities([item]))
        assert [(each.item, str(each.error)) for each in result.error_items] == [(item, complaint)]
        assert result.created_items == []
        assert server.requests == []

    async def test_its_suggestions_must_exist(self, opportunity, server):
        server.respond_with(known(40))
        item = fix(1, 40, 98, 99)
        result = await maybe_await(opportunity.add_fix_entities([item]))
        assert [(each.item, str(each.error)) for each in result.error_items] == [
            (item, f"Invalid suggestion IDs: {uuid(98)}, {uuid(99)}")
        ]
        assert server.paths == ["/suggestions"]

    async def test_if_all_are_invalid_nothing_is_linked(self, opportunity, server):
        server.respond_with(known(40))
        result = await maybe_await(opportunity.add_fix_entities([fix(1, 40, type="MAGIC")]))
        assert [str(each.error) for each in result.error_items] == ["type is invalid"]
        assert server.paths == ["/suggestions"]

    async def test_an_empty_list_is_accepted(self, opportunity, server):
        result = await maybe_await(opportunity.add_fix_entities([]))
        assert (result.created_items, result.error_items) == ([], [])
        assert server.requests == []

    async def test_the_arguments_are_not_changed(self, opportunity, server):
        server.respond_with(known(40), ECHO, ECHO)
        item = fix(1, 40)
        await maybe_await(opportunity.add_fix_entities([item]))
        assert item == fix(1, 40)

    async def test_failed_links_raise(self, opportunity, server):
        server.respond_with(known(40), ECHO, error_response(403, "42501"))
        with pytest.raises(DataAccessError, match="Failed to create many"):
            await maybe_await(opportunity.add_fix_entities([fix(1, 40)]))


class TestLatestAudit:
    async def test_the_latest_audit_is_found_by_its_id(self, opportunities, server):
        server.respond_with([{"id": OTHER_ID, "audit_type": "cwv"}])
        opportunity = with_row(opportunities, latest_audit_id=OTHER_ID)
        audit = await maybe_await(opportunity.get_latest_audit())
        assert (audit.schema.model_name, audit.get_id()) == ("Audit", OTHER_ID)
        assert server.paths == ["/audits"]
        assert filters(server.last) == [("id", f"eq.{OTHER_ID}")]

    async def test_the_latest_audit_is_cached(self, opportunities, server):
        server.respond_with([{"id": OTHER_ID, "audit_type": "cwv"}])
        opportunity = with_row(opportunities, latest_audit_id=OTHER_ID)
        audit = await maybe_await(opportunity.get_latest_audit())
        assert await maybe_await(opportunity.get_latest_audit()) is audit
        assert len(server.requests) == 1

    @pytest.mark.parametrize("id_", [None, ""])
    async def test_the_latest_audit_is_none_without_an_id(self, opportunities, server, id_):
        assert await maybe_await(with_row(opportunities, latest_audit_id=id_).get_latest_audit()) is None
        assert server.requests == []


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("runbook", ["", "https://a.com"], ["nope", "ftp://a"]),
        ("data", [0, "", {"a": 1}], [{}, 5, ["x"]]),
        ("guidance", [False, {"a": 1}], [{}, "x"]),
        ("last_audited_at", ["", "2026-06-01T00:00:00.000Z"], ["2026-06-01"]),
        ("tags", [[], ["a", "b"]], []),
    ],
)
async def test_values(opportunities, server, name, good, bad):
    server.respond_with(ECHO)
    for value in good:
        await maybe_await(opportunities.create({**NEW_ONE, name: value}))
    for value in bad:
        with pytest.raises(ValidationError, match=f"{name} failed validation"):
            await maybe_await(opportunities.create({**NEW_ONE, name: value}))
