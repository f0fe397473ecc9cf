import copy
import logging
import pickle

import httpx
import pytest

from spacecat_shared_data_access import errors
from spacecat_shared_data_access.errors import (
    AccessDeniedError,
    ConflictError,
    DataAccessError,
    NoResponseError,
    PostgrestError,
    UnavailableError,
    ValidationError,
    wrap_error,
)
from spacecat_shared_data_access.models.base.error_translation import logged_error
from unit.helpers import ID, error_response, maybe_await
from unit.sample_entities import FILM

CLASSES = [getattr(errors, name) for name in errors.__all__]


@pytest.mark.parametrize("kind", CLASSES)
def test_every_error_is_a_data_access_error(kind):
    assert issubclass(kind, DataAccessError)
    assert kind.__name__ in errors.__all__


@pytest.mark.parametrize("kind", CLASSES)
@pytest.mark.parametrize("carry", [copy.copy, copy.deepcopy, lambda error: pickle.loads(pickle.dumps(error))])  # noqa: S301 - our own
def test_an_error_keeps_its_attributes_when_copied_or_pickled(kind, carry):
    cause = ValidationError("title is required")
    error = kind("Failed", code="23505", status=409, details="Key", hint="Try", cause=cause)
    error.add_note("at noon")
    carried = carry(error)
    assert type(carried) is kind
    assert carried.args == ("Failed",)
    assert (carried.message, carried.code, carried.status, carried.details, carried.hint) == (
        "Failed",
        "23505",
        409,
        "Key",
        "Try",
    )
    assert type(carried.cause) is ValidationError
    assert carried.cause.message == "title is required"
    assert str(carried) == "Failed: title is required"
    assert carried.__notes__ == ["at noon"]


def test_a_subclass_with_another_signature_can_be_copied_and_pickled():
    carried = pickle.loads(pickle.dumps(PickyError(5)))  # noqa: S301 - our own
    assert (type(carried), carried.number, str(carried)) == (PickyError, 5, "number 5")


class PickyError(DataAccessError):
    def __init__(self, number):
        super().__init__(f"number {number}")
        self.number = number


def test_a_foreign_cause_is_pickled_by_name():
    request = httpx.Request("GET", "http://postgrest.test", headers={"apikey": "top-secret"})
    error = NoResponseError("No answer", cause=httpx.ConnectError("refused", request=request))
    pickled = pickle.dumps(error)
    assert b"top-secret" not in pickled
    carried = pickle.loads(pickled)  # noqa: S301 - our own
    assert isinstance(carried.cause, DataAccessError)
    assert str(carried.cause) == "ConnectError"


def test_the_cause_is_the_dunder_cause():
    cause = ValueError("why")
    error = DataAccessError("what", cause=cause)
    assert error.cause is error.__cause__ is cause
    assert DataAccessError("what").cause is None


def test_str_adds_the_message_of_a_validation_error_only():
    assert str(DataAccessError("Failed", cause=ValidationError("a is required"))) == "Failed: a is required"
    assert str(DataAccessError("Failed", cause=PostgrestError("relation missing"))) == "Failed"
    assert str(DataAccessError("Failed", cause=ValueError("x"))) == "Failed"


@pytest.mark.parametrize(
    ("cause", "kind"),
    [
        (PostgrestError("x", code="23505", status=409), ConflictError),
        (PostgrestError("x", status=409), ConflictError),
        (PostgrestError("x", code="23503", status=409), DataAccessError),
        (PostgrestError("x", code="42501", status=403), AccessDeniedError),
        (PostgrestError("x", code="42501", status=500), AccessDeniedError),
        (PostgrestError("x", code="PGRST301", status=401), AccessDeniedError),
        (PostgrestError("x", status=401), AccessDeniedError),
        (PostgrestError("x", status=403), AccessDeniedError),
        (PostgrestError("x", status=429), UnavailableError),
        (PostgrestError("x", status=500), UnavailableError),
        (PostgrestError("x", code="PGRST002", status=503), UnavailableError),
        (PostgrestError("x", code="21000", status=500), DataAccessError),
        (PostgrestError("x", code="PGRST205", status=404), DataAccessError),
        (PostgrestError("x", status=302), DataAccessError),
        (PostgrestError("x", code="22P02", status=400), DataAccessError),
        (PostgrestError("x"), DataAccessError),
        (NoResponseError("x"), UnavailableError),
        (ValidationError("x"), ValidationError),
        (ConflictError("x"), ConflictError),
        (AccessDeniedError("x"), AccessDeniedError),
        (UnavailableError("x"), UnavailableError),
        (DataAccessError("x"), DataAccessError),
    ],
)
def test_an_error_is_of_the_class_that_fits_its_cause(cause, kind):
    error = wrap_error("Failed to query", cause)
    assert type(error) is kind
    assert error.cause is cause


def test_the_attributes_of_the_cause_are_copied():
    cause = PostgrestError("duplicate", code="23505", status=409, details="Key", hint="None")
    error = wrap_error("Failed to create", cause)
    assert (error.code, error.status, error.details, error.hint) == ("23505", 409, "Key", "None")
    assert error.message == "Failed to create"


@pytest.mark.parametrize(
    ("cause", "line"),
    [
        (ValidationError("title is required"), "Failed - title is required"),
        (
            PostgrestError("no table", code="42P01", details="gone", hint="make it"),
            "Failed - [42P01] no table - gone - hint: make it",
        ),
        (PostgrestError("HTTP 502"), "Failed - HTTP 502"),
        (
            PostgrestError("dup", code="23505", details="Key (a, b)=(1, x (y)) already exists."),
            "Failed - [23505] dup - Key (a, b)=(…) already exists.",
        ),
        (
            PostgrestError("fk", code="23503", details='Key (a)=(1) is not present in table "b".'),
            'Failed - [23503] fk - Key (a)=(…) is not present in table "b".',
        ),
        (
            PostgrestError("check", code="23514", details="Failing row contains (1, a\nb, (c))."),
            "Failed - [23514] check - Failing row contains (…).",
        ),
        pytest.param(
            PostgrestError("ex", code="23P01", details="Key (a)=(1) conflicts with existing key (a)=(2)."),
            "Failed - [23P01] ex - Key (a)=(…) conflicts with existing key (a)=(…).",
            id="existing key",
        ),
        pytest.param(
            PostgrestError("dup", code="23505", details="Key (a)=(one) is two) already exists."),
            "Failed - [23505] dup - Key (a)=(…) already exists.",
            id="value that looks like the end",
        ),
    ],
)
def test_a_failure_is_logged_once_without_values_quoted_by_the_database(cause, line, caplog):
    error = logged_error(FILM, logging.getLogger("test"), "Failed", cause)
    assert caplog.messages == [f"[film] {line}"]
    assert error.cause is cause
    assert error.details == cause.details


async def test_an_error_names_the_entity_and_its_table(data_access, server):
    server.respond_with(error_response(403, "42501", "denied", "server's details"))
    ticket = data_access.Ticket.create_instance_from_row({"id": ID, "ticket_status": "Open"})
    nonces = data_access.OAuthNonce
    for call, names in [
        (lambda: data_access.Ticket.find_by_id(ID), ("ticket", "tickets")),
        (lambda: ticket.set_ticket_status("Done").save(), ("ticket", "tickets")),
        (ticket.remove, ("ticketSuggestion", "ticket_suggestions")),
        (lambda: nonces.delete(nonce="n"), ("oAuthNonce", "oauth_nonces")),
        (lambda: data_access.Ticket.create({"ticket_key": 5}), ("ticket", "tickets")),
    ]:
        with pytest.raises(DataAccessError) as raised:
            await maybe_await(call())
        assert (raised.value.entity_name, raised.value.table_name) == names
        restored = pickle.loads(pickle.dumps(raised.value))  # noqa: S301 - our own
        assert (restored.entity_name, restored.table_name) == names
    assert DataAccessError("x").entity_name is DataAccessError("x").table_name is None
