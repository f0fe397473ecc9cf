"""`row` converts attributes by name to a row by column."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from spacecat_shared_data_access import Ticket, ValidationError
from spacecat_shared_data_access.testing import row
from unit.helpers import CLOCK, ID, OTHER_ID


def test_names_become_columns():
    made = row("Ticket", task_management_connection_id=ID, ticket_key="ASO-1")
    assert (made["connection_id"], made["ticket_key"]) == (ID, "ASO-1")
    assert "task_management_connection_id" not in made


def test_either_spelling_is_accepted():
    assert row("Ticket", {"taskManagementConnectionId": ID})["connection_id"] == ID
    assert (
        row(Ticket, {"ticketId": ID}, ticket_key="ASO-1").items() >= {"id": ID, "ticket_key": "ASO-1"}.items()
    )


def test_values_become_json():
    made = row("OAuthNonce", nonce="n", expires_at=datetime(2026, 7, 2, tzinfo=UTC), o_auth_nonce_id=UUID(ID))
    assert (made["expires_at"], made["id"]) == ("2026-07-02T00:00:00.000Z", ID)


def test_missing_attributes_have_the_values_of_a_new_entity(clock):
    made = row("Organization", name="ACME")
    assert made["created_at"] == made["updated_at"] == CLOCK
    assert UUID(made["id"])
    assert row("Organization")["id"] != row("Organization")["id"]


def test_given_values_are_not_replaced_by_defaults():
    made = row("Organization", organization_id=OTHER_ID, created_at=None)
    assert (made["id"], made["created_at"]) == (OTHER_ID, None)


def test_nothing_is_validated():
    assert row("Ticket", organization_id="nobody")["organization_id"] == "nobody"


def test_attributes_without_a_column_are_omitted():
    assert "updated_by" not in row("Ticket", updated_by="me")


@pytest.mark.parametrize(
    ("attributes", "complaint"),
    [
        (
            {"colour": "red", "size": 5},
            "colour is not an attribute of ticket, size is not an attribute of ticket",
        ),
        ({"ticket_key": "A", "ticketKey": "B"}, "ticket_key is given twice"),
        ({"ticket_key": object()}, "ticket_key: "),
    ],
)
def test_an_error_names_the_attribute(attributes, complaint):
    with pytest.raises(ValidationError) as raised:
        row("Ticket", attributes)
    assert raised.value.message.startswith(complaint)
