"""The recorded cases of creating a data access, of its logger, and of an error."""

import logging
from types import SimpleNamespace

import pytest

from conformance.cases import recorded_functions
from spacecat_shared_data_access import (
    DataAccessError,
    EntityRegistry,
    ValidationError,
    create_data_access,
    data_access_wrapper,
)


def the_case(function):
    (case,) = recorded_functions(function)
    return case


@pytest.fixture
def no_environment(monkeypatch):
    monkeypatch.delenv("POSTGREST_URL", raising=False)


@pytest.mark.parametrize("case", recorded_functions("createDataAccess"), ids=lambda case: case["name"])
def test_a_data_access_needs_its_url(case, no_environment):
    assert case["result"]["message"].startswith("postgrestUrl is required")
    with pytest.raises(ValidationError, match=r"^postgrest_url is required"):
        create_data_access(*case["args"])


@pytest.mark.parametrize("case", recorded_functions("default"), ids=lambda case: case["name"])
def test_the_wrapper_puts_a_data_access_on_the_context(case, no_environment):
    (given,) = case["args"]
    context = SimpleNamespace(env=given["env"])
    if "dataAccess" in given:
        context.data_access = given["dataAccess"]

    @data_access_wrapper
    def handle(event, context):
        return event

    expected = case["result"]
    if "$error" in expected:
        assert expected["message"] == "POSTGREST_URL is required"
        with pytest.raises(ValidationError, match=r"is required \(in the environment: POSTGREST_URL\)$"):
            handle("request", context)
        return
    assert handle("request", context) == expected["request"]
    if "dataAccess" in given:
        assert context.data_access is given["dataAccess"]
        return
    assert set(EntityRegistry.entity_names()) <= set(dir(context.data_access))
    assert list(context.data_access.config.s2s_allowed_ims_org_ids) == expected["allowed"]
    # The original's keys: the entities and the services.
    assert len(EntityRegistry.entity_names()) == expected["entities"] - 1


def test_the_logger_is_pythons_own_unless_one_is_given():
    # The original keeps a registry of one logger, with functions to set, get and reset it. Python's
    # logging is such a registry: the package's logger is found there by name, and configured there.
    assert {the_case(name)["result"] for name in ("getLogger", "registerLogger", "resetLoggerRegistry")} == {
        True
    }
    named = logging.getLogger("spacecat_shared_data_access")
    mine = logging.getLogger("mine")
    with create_data_access(postgrest_url="http://postgrest.test") as data_access:
        assert data_access.Ticket.log is named
        assert data_access.Configuration.log is named
    with create_data_access(postgrest_url="http://postgrest.test", log=mine) as data_access:
        assert data_access.Ticket.log is mine
        assert data_access.Configuration.log is mine


def test_an_error_has_its_cause():
    case = the_case("ValidationError")
    message, details, cause = case["args"]
    error = ValidationError(message, details=str(details), cause=RuntimeError(cause["message"]))
    assert type(error).__name__ == case["result"]["name"]
    assert error.message == case["result"]["message"]
    assert error.details == str(case["result"]["details"])
    assert str(error.cause) == case["result"]["cause"]["message"]
    assert isinstance(error, DataAccessError) is case["result"]["isDataAccessError"]
