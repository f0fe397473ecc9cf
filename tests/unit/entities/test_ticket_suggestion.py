from uuid import UUID

import pytest

from spacecat_shared_data_access import ConflictError, ValidationError
from unit.helpers import ID, OTHER_ID, body, error_response, filters, maybe_await, params, uuid


async def test_bridges_are_found_for_fifty_suggestions_at_a_time(data_access, server):
    server.respond_with(lambda request: [{"id": ID, "suggestion_id": filters(request)[0][1][4:40]}])
    ids = [uuid(number) for number in range(101)]
    found = await maybe_await(data_access.TicketSuggestion.all_by_suggestion_ids([*ids, *ids]))
    assert sorted(bridge.get_suggestion_id() for bridge in found) == [uuid(0), uuid(50), uuid(100)]
    asked = [dict(filters(request))["suggestion_id"] for request in server.requests]
    assert sorted(len(text.split(",")) for text in asked) == [1, 50, 50]
    assert sorted(each for text in asked for each in text[4:-1].split(",")) == ids


async def test_bridges_are_found_for_tickets(data_access, server):
    server.respond_with([{"id": ID, "ticket_id": OTHER_ID}])
    found = await maybe_await(data_access.TicketSuggestion.all_by_ticket_ids((UUID(OTHER_ID),)))
    assert [bridge.get_ticket_id() for bridge in found] == [OTHER_ID]
    assert filters(server.last) == [("ticket_id", f"in.({OTHER_ID})")]


async def test_without_ids_nothing_is_requested(data_access, server):
    assert await maybe_await(data_access.TicketSuggestion.all_by_ticket_ids([])) == []
    assert server.requests == []


@pytest.mark.parametrize(
    ("ids", "complaint"),
    [
        (None, "ticket_ids must be an array"),
        (ID, "ticket_ids must be an array"),
        ([ID, 5], "ticket_ids must contain items of type string"),
        ([ID, None], "ticket_ids must contain items of type string"),
    ],
)
async def test_ids_must_be_a_list_of_strings(data_access, server, ids, complaint):
    with pytest.raises(ValidationError) as raised:
        await maybe_await(data_access.TicketSuggestion.all_by_ticket_ids(ids))
    assert str(raised.value) == f"Validation failed in TicketSuggestionCollection: {complaint}"
    assert server.requests == []


async def test_a_bridge_is_found_by_its_suggestion(data_access, server):
    server.respond_with([{"id": ID, "suggestion_id": OTHER_ID}])
    bridge = await maybe_await(data_access.TicketSuggestion.find_by_suggestion_id(OTHER_ID))
    assert bridge.get_suggestion_id() == OTHER_ID
    assert dict(params(server.last))["order"] == "suggestion_id.desc,id.desc"


async def test_a_second_ticket_for_a_suggestion_is_a_conflict(data_access, server):
    server.respond_with(
        error_response(409, "23505", "duplicate key", f"Key (suggestion_id)=({ID}) already exists.")
    )
    with pytest.raises(ConflictError):
        await maybe_await(
            data_access.TicketSuggestion.create(
                {"ticket_id": ID, "suggestion_id": ID, "opportunity_id": ID, "created_by": "me"}
            )
        )
    assert body(server.last).keys() == {
        "id",
        "created_at",
        "ticket_id",
        "suggestion_id",
        "opportunity_id",
        "created_by",
    }
