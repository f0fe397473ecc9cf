import errno
import io
import logging
import socket
import sys
import threading
import time
from contextlib import suppress
from copy import copy, deepcopy
from enum import Enum
from types import SimpleNamespace

import pytest

from spacecat_shared_data_access import (
    ConflictError,
    DataAccessError,
    UnavailableError,
    ValidationError,
    data_access_wrapper,
)
from spacecat_shared_data_access.models.base import DatastoreType
from spacecat_shared_data_access.models.configuration import (
    Configuration,
    ConfigurationCollection,
    check_configuration,
)
from spacecat_shared_data_access.models.configuration.bucket import (
    FIRST,
    ConfigurationObject,
    Stored,
    unchanged,
)
from spacecat_shared_data_access.models.configuration.collection import _page_size
from spacecat_shared_data_access.postgrest.deadline import deadline_scope
from unit.helpers import ID, OTHER_ID, maybe_await

DOCUMENT = {
    "queues": {"audits": "q1"},
    "jobs": [
        {"group": "audits", "type": "cwv", "interval": "daily"},
        {"group": "imports", "type": "cwv", "interval": "daily"},
    ],
    "handlers": {
        "cwv": {"enabledByDefault": True, "productCodes": ["ASO"]},
        "404": {
            "enabledByDefault": False,
            "enabled": {"sites": [], "orgs": [OTHER_ID]},
            "disabled": {"sites": [], "orgs": []},
            "productCodes": ["ASO"],
        },
    },
    "slackRoles": {"admin": ["U1"]},
}
SITE = SimpleNamespace(get_id=lambda: ID, get_organization_id=lambda: OTHER_ID)
ORGANIZATION = SimpleNamespace(get_id=lambda: OTHER_ID)


@pytest.fixture
def configuration():
    collection = SimpleNamespace(log=logging.getLogger("spacecat_shared_data_access"), blocking=True)
    return Configuration(check_configuration(DOCUMENT), "version-1", collection)


class TestModel:
    def test_a_configuration_is_one_version(self, configuration):
        assert configuration.get_id() == configuration.get_version() == "version-1"
        assert configuration.get_configuration_id() == "version-1"
        assert repr(configuration) == "<Configuration version-1>"
        assert configuration.get_created_at() is None
        assert configuration.get_updated_at() is None

    def test_to_json_leaves_out_what_is_null_and_to_dict_has_python_names(self, configuration):
        assert configuration.to_json() == DOCUMENT
        assert configuration.to_dict()["slack_roles"] == {"admin": ["U1"]}

    def test_a_handler_is_added_among_the_others(self, configuration):
        configuration.add_handler("new", {"enabledByDefault": False, "productCodes": ["ASO"]})
        assert configuration.get_handlers().keys() == {"cwv", "404", "new"}
        configuration.add_handler("bare", None)
        assert configuration.get_handler("bare") == {}
        with pytest.raises(ValidationError, match=r"^handler_data must be an object$"):
            configuration.add_handler("text", "x")
        assert configuration.get_handler("text") is None

    @pytest.mark.parametrize("name", ["handlers", "jobs", "queues", "slack_roles", "updated_by"])
    def test_a_property_reads_and_assigns(self, configuration, name):
        value = configuration.to_dict().get(name)
        assert getattr(configuration, name) == value
        new = {"handlers": {}, "jobs": [], "queues": {"a": "b"}, "slack_roles": {}, "updated_by": "u"}[name]
        setattr(configuration, name, new)
        assert getattr(configuration, name) == getattr(configuration, f"get_{name}")() == new

    @pytest.mark.parametrize("name", ["created_at", "updated_at"])
    def test_timestamps_are_read_only(self, configuration, name):
        assert getattr(configuration, name) is None
        with pytest.raises(AttributeError):
            setattr(configuration, name, "2026-07-02T09:38:00.000Z")

    def test_a_misspelt_attribute_is_an_error(self, configuration):
        with pytest.raises(AttributeError):
            configuration.handler = {}


# Everything that returns values of the document.
READS = {
    "to_json": lambda model: model.to_json(),
    "to_dict": lambda model: model.to_dict(),
    "get_handlers": lambda model: model.get_handlers(),
    "get_handler": lambda model: model.get_handler("404"),
    "get_jobs": lambda model: model.get_jobs(),
    "get_queues": lambda model: model.get_queues(),
    "get_slack_roles": lambda model: model.get_slack_roles(),
    "get_slack_role_members_by_role": lambda model: model.get_slack_role_members_by_role("admin"),
    "get_enabled_site_ids_for_handler": lambda model: model.get_enabled_site_ids_for_handler("404"),
    "get_enabled_audits_for_site": lambda model: model.get_enabled_audits_for_site(SITE),
    "get_disabled_audits_for_site": lambda model: model.get_disabled_audits_for_site(SITE),
}

# Everything that stores a value, with the value.
WRITES = {
    "set_handlers": lambda model, value: model.set_handlers({"new": value}),
    "set_jobs": lambda model, value: model.set_jobs([value]),
    "set_queues": lambda model, value: model.set_queues({"new": value}),
    "set_slack_roles": lambda model, value: model.set_slack_roles({"new": [value]}),
    "add_handler": lambda model, value: model.add_handler("new", value),
    "update_handler_properties": lambda model, value: model.update_handler_properties("cwv", {"a": value}),
    "replace_handler_enabled_disabled": lambda model, value: model.replace_handler_enabled_disabled(
        "cwv", {"enabled": {"sites": [value]}}
    ),
    "update_configuration": lambda model, value: model.update_configuration(
        {"handlers": {"new": value}, "jobs": [value], "queues": {"new": value}}
    ),
    "update_queues": lambda model, value: model.update_queues({"new": value}),
    "update_job": lambda model, value: model.update_job("cwv", {"a": value}),
}


def change_everywhere(value):
    """Change every list and mapping in a value."""
    if isinstance(value, dict):
        for each in list(value.values()):
            change_everywhere(each)
        value["changed"] = True
    elif isinstance(value, list):
        for each in value:
            change_everywhere(each)
        value.append("changed")


class TestCopies:
    """A configuration shares no nested value with its callers or with another model."""

    @pytest.mark.parametrize("name", READS)
    def test_a_change_inside_a_returned_value_does_not_change_the_model(self, configuration, name):
        before = deepcopy(READS[name](configuration))
        change_everywhere(READS[name](configuration))
        assert READS[name](configuration) == before
        assert configuration.to_json() == DOCUMENT

    @pytest.mark.parametrize("name", WRITES)
    def test_a_later_change_inside_a_given_value_does_not_change_the_model(self, configuration, name):
        given = {"nested": [{"deep": ["x"]}]}
        WRITES[name](configuration, given)
        before = deepcopy(configuration.to_json())
        change_everywhere(given)
        assert configuration.to_json() == before != DOCUMENT

    def test_a_later_change_inside_the_document_does_not_change_the_model(self, configuration):
        document = deepcopy(DOCUMENT)
        model = Configuration(document, None, configuration.collection)
        change_everywhere(document)
        assert model.to_json() == DOCUMENT

    def test_a_later_change_of_the_product_codes_does_not_change_the_model(self, configuration):
        codes = ["ASO"]
        configuration.register_audit("new", product_codes=codes)
        codes.append("LLMO")
        assert configuration.get_handler("new")["productCodes"] == ["ASO"]

    @pytest.mark.parametrize(
        "change",
        [
            *(lambda model, write=write: write(model, {"a": 1}) for write in WRITES.values()),
            lambda model: model.register_audit("new", product_codes=["ASO"]),
            lambda model: model.unregister_audit("cwv"),
            lambda model: model.disable_handler_for_site("cwv", SITE),
            lambda model: model.enable_handler_for_site(
                "404", SimpleNamespace(get_id=lambda: ID, get_organization_id=lambda: ID)
            ),
        ],
    )
    def test_a_change_of_a_copy_does_not_change_the_model(self, configuration, change):
        twin = copy(configuration)
        change(twin)
        assert twin.to_json() != DOCUMENT
        assert configuration.to_json() == DOCUMENT


def of_shape(**sections):
    """Return a model of a stored document with these sections."""
    collection = SimpleNamespace(log=logging.getLogger("spacecat_shared_data_access"), blocking=True)
    return Configuration({**DOCUMENT, **sections}, None, collection)


HANDLER_CALLS = {
    "add_handler": lambda model: model.add_handler("new", {}),
    "update_handler_properties": lambda model: model.update_handler_properties("cwv", {"a": 1}),
    "replace_handler_enabled_disabled": lambda model: model.replace_handler_enabled_disabled(
        "cwv", {"enabled": {"sites": []}}
    ),
    "update_configuration": lambda model: model.update_configuration({"handlers": {"cwv": {"a": 1}}}),
    "is_handler_enabled_for_site": lambda model: model.is_handler_enabled_for_site("cwv", SITE),
    "is_handler_enabled_for_org": lambda model: model.is_handler_enabled_for_org("cwv", ORGANIZATION),
    "is_handler_disabled_for_site": lambda model: model.is_handler_disabled_for_site("cwv", SITE),
    "is_handler_disabled_for_org": lambda model: model.is_handler_disabled_for_org("cwv", ORGANIZATION),
    "is_handler_dependency_met_for_site": lambda model: model.is_handler_dependency_met_for_site("cwv", SITE),
    "is_handler_dependency_met_for_org": lambda model: model.is_handler_dependency_met_for_org(
        "cwv", ORGANIZATION
    ),
    "enable_handler_for_site": lambda model: model.enable_handler_for_site("cwv", SITE),
    "enable_handler_for_org": lambda model: model.enable_handler_for_org("cwv", ORGANIZATION),
    "disable_handler_for_site": lambda model: model.disable_handler_for_site("cwv", SITE),
    "disable_handler_for_org": lambda model: model.disable_handler_for_org("cwv", ORGANIZATION),
    "update_handler_sites": lambda model: model.update_handler_sites("cwv", ID, True),
    "update_handler_orgs": lambda model: model.update_handler_orgs("cwv", ID, False),
    "get_enabled_site_ids_for_handler": lambda model: model.get_enabled_site_ids_for_handler("cwv"),
    "get_enabled_audits_for_site": lambda model: model.get_enabled_audits_for_site(SITE),
    "get_disabled_audits_for_site": lambda model: model.get_disabled_audits_for_site(SITE),
    "register_audit": lambda model: model.register_audit("new", product_codes=["ASO"]),
    "unregister_audit": lambda model: model.unregister_audit("cwv"),
}
JOB_CALLS = {
    "update_job": lambda model: model.update_job("cwv", {"a": 1}),
    "register_audit": HANDLER_CALLS["register_audit"],
    "unregister_audit": HANDLER_CALLS["unregister_audit"],
    "get_enabled_audits_for_site": HANDLER_CALLS["get_enabled_audits_for_site"],
    "get_disabled_audits_for_site": HANDLER_CALLS["get_disabled_audits_for_site"],
    "update_configuration": lambda model: model.update_configuration(
        {"jobs": [{"type": "cwv", "group": "audits"}]}
    ),
}
# These look at all handlers rather than at one, or replace it without reading it.
OF_ALL_HANDLERS = {"add_handler", "register_audit"}


class Name(Enum):
    CWV = "cwv"


class TestShapes:
    """A stored document of a wrong shape is an error that names the part, not one from inside the package."""

    @staticmethod
    def check_refusal(model, call, complaint):
        before = deepcopy(model.to_json())
        with pytest.raises(ValidationError) as raised:
            call(model)
        assert str(raised.value) == complaint
        assert model.to_json() == before

    @pytest.mark.parametrize("name", HANDLER_CALLS)
    @pytest.mark.parametrize("handlers", [[1], "x", 5, True, [], "", 0, False])
    def test_handlers_must_be_an_object(self, name, handlers):
        self.check_refusal(of_shape(handlers=handlers), HANDLER_CALLS[name], "handlers must be an object")

    @pytest.mark.parametrize("name", sorted(HANDLER_CALLS.keys() - OF_ALL_HANDLERS))
    @pytest.mark.parametrize("handler", [[1], "x", 5, True, [], "", 0, False])
    def test_a_handler_must_be_an_object(self, name, handler):
        model = of_shape(handlers={"cwv": handler})
        self.check_refusal(model, HANDLER_CALLS[name], "handlers.cwv must be an object")

    @pytest.mark.parametrize("name", JOB_CALLS)
    @pytest.mark.parametrize(
        ("jobs", "complaint"),
        [
            *((each, "jobs must be an array") for each in (5, "x", {}, {"a": 1}, True, "", 0)),
            *(([DOCUMENT["jobs"][1], each], "jobs[1] must be an object") for each in (5, "x", None, [1], [])),
        ],
    )
    def test_jobs_must_be_objects(self, name, jobs, complaint):
        self.check_refusal(of_shape(jobs=jobs), JOB_CALLS[name], complaint)

    @pytest.mark.parametrize("queues", ["x", [1], 5, True, [], "", 0])
    @pytest.mark.parametrize(
        "call",
        [
            lambda model: model.update_queues({"a": "b"}),
            lambda model: model.update_configuration({"queues": {"a": "b"}}),
        ],
    )
    def test_queues_must_be_an_object(self, queues, call):
        self.check_refusal(of_shape(queues=queues), call, "queues must be an object")

    @pytest.mark.parametrize("state", ["enabled", "disabled"])
    @pytest.mark.parametrize("lists", [[1], "x", 5, True, []])
    @pytest.mark.parametrize(
        "name", ["update_handler_sites", "update_handler_orgs", "replace_handler_enabled_disabled"]
    )
    def test_a_handlers_lists_must_be_in_an_object(self, name, state, lists):
        model = of_shape(handlers={"cwv": {"enabledByDefault": True, state: lists}})
        self.check_refusal(model, HANDLER_CALLS[name], f"handlers.cwv.{state} must be an object")

    @pytest.mark.parametrize(
        ("name", "part"),
        [
            ("is_handler_enabled_for_site", "disabled.sites"),
            ("is_handler_enabled_for_site", "disabled.orgs"),
            ("is_handler_enabled_for_site", "enabled.sites"),
            ("is_handler_enabled_for_org", "disabled.orgs"),
            ("is_handler_disabled_for_site", "disabled.sites"),
            ("is_handler_disabled_for_site", "enabled.sites"),
            ("is_handler_disabled_for_site", "disabled.orgs"),
            ("is_handler_disabled_for_org", "disabled.orgs"),
            ("disable_handler_for_site", "disabled.sites"),
            ("update_handler_sites", "disabled.sites"),
            ("update_handler_sites", "enabled.sites"),
            ("update_handler_orgs", "disabled.orgs"),
            ("update_handler_orgs", "enabled.orgs"),
            ("get_enabled_site_ids_for_handler", "enabled.sites"),
            ("get_enabled_audits_for_site", "disabled.sites"),
        ],
    )
    @pytest.mark.parametrize("ids", [{"a": 1}, "x", 5, True])
    def test_ids_must_be_in_a_list(self, name, part, ids):
        state, kind = part.split(".")
        model = of_shape(handlers={"cwv": {"enabledByDefault": True, state: {kind: ids}}})
        self.check_refusal(model, HANDLER_CALLS[name], f"handlers.cwv.{part} must be an array")

    @pytest.mark.parametrize("id_", [{}, [ID], 5, None])
    @pytest.mark.parametrize("state", ["enabled", "disabled"])
    def test_a_list_is_not_changed_unless_its_ids_are_texts(self, state, id_):
        model = of_shape(handlers={"cwv": {"enabledByDefault": True, state: {"sites": [ID, id_]}}})
        complaint = f"handlers.cwv.{state}.sites[1] must be a string"
        self.check_refusal(model, HANDLER_CALLS["update_handler_sites"], complaint)

    @pytest.mark.parametrize(
        "name", ["is_handler_dependency_met_for_site", "is_handler_dependency_met_for_org"]
    )
    @pytest.mark.parametrize(
        ("dependencies", "complaint"),
        [
            ("x", "handlers.cwv.dependencies must be an array"),
            ({}, "handlers.cwv.dependencies must be an array"),
            ([{"handler": "404"}, "x"], "handlers.cwv.dependencies[1] must be an object"),
        ],
    )
    def test_dependencies_must_be_objects(self, name, dependencies, complaint):
        model = of_shape(handlers={"cwv": {"dependencies": dependencies}})
        self.check_refusal(model, HANDLER_CALLS[name], complaint)

    @pytest.mark.parametrize("type_", [["x"], {"a": 1}, 5, None])
    def test_the_type_of_a_job_may_be_anything(self, type_):
        model = of_shape(jobs=[{"group": "audits", "type": type_}, *DOCUMENT["jobs"]])
        assert model.get_enabled_audits_for_site(SITE) == ["cwv"]

    def test_a_type_may_be_an_enum_member(self):
        model = of_shape()
        model.update_handler_properties(Name.CWV, {"movingAvgThreshold": 2})
        model.replace_handler_enabled_disabled(Name.CWV, {"enabled": {"sites": [ID]}})
        model.update_job(Name.CWV, {"interval": "weekly"})
        assert model.get_handlers().keys() == {"cwv", "404"}
        assert model.get_handler("cwv")["movingAvgThreshold"] == 2
        assert model.get_enabled_site_ids_for_handler("cwv") == [ID]
        assert model.get_jobs()[0]["interval"] == "weekly"

    def test_a_section_of_a_wrong_shape_is_returned_and_can_be_replaced(self):
        model = of_shape(handlers=[1], jobs=5, queues="x", slackRoles=[2])
        assert (model.get_handlers(), model.get_jobs(), model.get_queues()) == ([1], 5, "x")
        assert (model.get_slack_roles(), model.get_handler("cwv")) == ([2], None)
        assert model.get_slack_role_members_by_role("admin") == []
        model.set_handlers(DOCUMENT["handlers"])
        model.set_jobs(DOCUMENT["jobs"])
        model.set_queues(DOCUMENT["queues"])
        model.set_slack_roles(DOCUMENT["slackRoles"])
        assert model.to_json() == DOCUMENT

    @pytest.mark.parametrize(
        "odd",
        [
            5,
            1.5,
            "x",
            b"x",
            [1],
            [object()],
            {1: object()},
            object(),
            "\0",
            pytest.param(10**5000, id="huge"),
        ],
    )
    @pytest.mark.parametrize(
        ("call", "name"),
        [
            (lambda model, odd: model.register_audit("new", odd, "never", ["ASO"]), "enabled_by_default"),
            (lambda model, odd: model.update_handler_sites("cwv", ID, odd), "enabled"),
            (lambda model, odd: model.update_handler_orgs("cwv", ID, odd), "enabled"),
        ],
    )
    def test_a_switch_must_be_a_boolean(self, call, name, odd):
        self.check_refusal(of_shape(), lambda model: call(model, odd), f"{name} must be a boolean")

    @pytest.mark.parametrize("odd", [object(), b"x", "\0", pytest.param(10**5000, id="huge")])
    @pytest.mark.parametrize(
        ("call", "name"),
        [
            (lambda model, odd: model.add_handler(odd, {}), "type"),
            (lambda model, odd: model.update_handler_properties(odd, {}), "type"),
            (lambda model, odd: model.replace_handler_enabled_disabled(odd, {"enabled": {}}), "type"),
            (lambda model, odd: model.update_job(odd, {}), "type"),
            (lambda model, odd: model.add_handler("new", {"a": odd}), "handler_data"),
            (lambda model, odd: model.update_handler_properties("cwv", {"a": odd}), "properties"),
            (lambda model, odd: model.replace_handler_enabled_disabled("cwv", {"enabled": odd}), "data"),
            (lambda model, odd: model.update_configuration({"queues": odd}), "data"),
            (lambda model, odd: model.update_queues({"a": odd}), "queues"),
            (lambda model, odd: model.update_job("cwv", {"a": odd}), "properties"),
            (lambda model, odd: model.register_audit(odd), "type"),
            (lambda model, odd: model.register_audit("new", False, odd, ["ASO"]), "interval"),
            (lambda model, odd: model.register_audit("new", product_codes=odd), "product_codes"),
            (lambda model, odd: model.unregister_audit(odd), "type"),
            (lambda model, odd: model.update_handler_sites("cwv", odd, True), "site_id"),
            (lambda model, odd: model.update_handler_orgs("cwv", odd, True), "org_id"),
            (lambda model, odd: model.set_updated_by(odd), "updated_by"),
            (lambda model, odd: model.set_queues({"a": odd}), "queues"),
            (lambda model, odd: model.set_jobs([{"a": odd}]), r"jobs[0]"),
        ],
    )
    def test_what_cannot_be_stored_is_an_error_that_names_the_argument(self, call, name, odd):
        model = of_shape()
        with pytest.raises(ValidationError) as raised:
            call(model, odd)
        assert str(raised.value).startswith(f"{name}: ")
        assert model.to_json() == DOCUMENT


class TestSwitches:
    def test_disabling_a_handler_that_is_off_by_default_keeps_it_enabled_through_the_organization(
        self, configuration
    ):
        assert configuration.is_handler_enabled_for_site("404", SITE)
        configuration.disable_handler_for_site("404", SITE)
        assert configuration.is_handler_enabled_for_site("404", SITE)
        assert not configuration.is_handler_disabled_for_site("404", SITE)

    def test_a_site_that_is_enabled_again_is_in_one_list_only(self, configuration):
        configuration.disable_handler_for_site("cwv", SITE)
        assert configuration.get_handler("cwv")["disabled"] == {"orgs": [], "sites": [ID]}
        configuration.enable_handler_for_site("cwv", SITE)
        assert configuration.get_handler("cwv")["disabled"]["sites"] == []
        assert configuration.get_enabled_site_ids_for_handler("cwv") == [ID]

    def test_a_handler_with_a_missing_dependency_is_disabled(self, configuration):
        configuration.add_handler(
            "broken", {"enabledByDefault": False, "dependencies": [{"handler": "gone"}, {"handler": "cwv"}]}
        )
        with pytest.raises(ValidationError, match=rf"^Cannot enable handler broken for site {ID} because of"):
            configuration.enable_handler_for_site("broken", SITE)
        with pytest.raises(ValidationError, match=r"because of missing dependencies: gone$"):
            configuration.enable_handler_for_org("broken", ORGANIZATION)
        assert configuration.is_handler_dependency_met_for_org("cwv", ORGANIZATION) is True

    def test_audits_are_distinguished_from_other_jobs(self, configuration):
        assert configuration.get_enabled_audits_for_site(SITE) == ["cwv"]
        configuration.disable_handler_for_org("cwv", ORGANIZATION)
        assert configuration.get_disabled_audits_for_site(SITE) == ["cwv"]
        assert configuration.is_handler_disabled_for_org("cwv", ORGANIZATION)

    def test_an_override_is_logged_with_its_site_or_organization(self, configuration, caplog):
        caplog.set_level(logging.INFO)
        configuration.update_handler_orgs("cwv", OTHER_ID, False)
        configuration.update_handler_sites("cwv", ID, True)
        assert configuration.is_handler_enabled_for_site("cwv", SITE)
        (record,) = caplog.records
        assert (record.handler, record.site_id, record.organization_id) == ("cwv", ID, OTHER_ID)


class TestUpdates:
    @pytest.mark.parametrize(
        ("section", "complaint"),
        [
            ({"jobs": []}, "Jobs must be a non-empty array if provided"),
            ({"jobs": ["x"]}, r"jobs\[0\] must be an object"),
            ({"jobs": None}, "Jobs must be a non-empty array if provided"),
            ({"queues": {}}, "Queues must be a non-empty object if provided"),
            ({"handlers": {"cwv": 5}}, "handlers.cwv must be an object"),
        ],
    )
    def test_an_invalid_section_leaves_the_others_unchanged(self, configuration, section, complaint):
        changes = {"handlers": {"new": {"enabledByDefault": True}}, "queues": {"a": "b"}, **section}
        with pytest.raises(ValidationError, match=rf"^{complaint}$"):
            configuration.update_configuration(changes)
        assert configuration.to_json() == DOCUMENT

    def test_sections_are_merged(self, configuration):
        configuration.update_configuration(
            {
                "handlers": {"cwv": {"movingAvgThreshold": 2}, "404": None},
                "jobs": (
                    {"group": Configuration.JobGroup.AUDITS, "type": "cwv", "interval": "weekly"},
                    {"group": "reports", "type": "cwv", "interval": "daily"},
                ),
                "queues": {"imports": "q2"},
            }
        )
        assert configuration.get_handler("cwv")["movingAvgThreshold"] == 2
        assert configuration.get_handler("404") == DOCUMENT["handlers"]["404"]
        assert configuration.get_jobs() == [
            {"group": "audits", "type": "cwv", "interval": "weekly"},
            {"group": "imports", "type": "cwv", "interval": "daily"},
            {"group": "reports", "type": "cwv", "interval": "daily"},
        ]
        assert configuration.get_queues() == {"audits": "q1", "imports": "q2"}
        assert check_configuration(configuration.to_json()) == configuration.to_json()

    def test_an_invalid_list_leaves_the_handler_unchanged(self, configuration):
        with pytest.raises(ValidationError, match=r"^disabled.orgs must be an array$"):
            configuration.replace_handler_enabled_disabled(
                "cwv", {"enabled": {"sites": [ID]}, "disabled": {"orgs": None}}
            )
        assert configuration.to_json() == DOCUMENT

    def test_lists_are_replaced_or_created(self, configuration, caplog):
        configuration.replace_handler_enabled_disabled("cwv", {"enabled": {"sites": (ID,)}, "disabled": None})
        assert configuration.get_handler("cwv")["enabled"] == {"sites": [ID], "orgs": []}
        assert configuration.get_handler("cwv")["disabled"] == {"sites": [], "orgs": []}
        assert "replace_handler_enabled_disabled invoked" in caplog.text

    @pytest.mark.parametrize(
        ("type_", "data", "complaint"),
        [
            ("cwv", {}, "Data cannot be empty"),
            ("cwv", None, "Data cannot be empty"),
            ("gone", {"enabled": {}}, 'Handler "gone" not found in configuration'),
        ],
    )
    def test_lists_need_a_handler_and_data(self, configuration, type_, data, complaint):
        with pytest.raises(ValidationError, match=rf"^{complaint}$"):
            configuration.replace_handler_enabled_disabled(type_, data)

    def test_the_first_job_of_a_type_is_changed(self, configuration):
        configuration.update_job("cwv", {"interval": Configuration.JobInterval.WEEKLY_SLOT_23})
        assert [job["interval"] for job in configuration.get_jobs()] == ["weekly-slot-23", "daily"]

    @pytest.mark.parametrize(
        ("type_", "properties", "complaint"),
        [
            ("gone", {}, 'Job type "gone" not found in configuration'),
            ("cwv", {"group": "x"}, 'Invalid group "x". Must be one of: audits, imports, reports, scrapes'),
            ("cwv", None, "properties must be an object"),
        ],
    )
    def test_a_job_is_checked(self, configuration, type_, properties, complaint):
        with pytest.raises(ValidationError) as raised:
            configuration.update_job(type_, properties)
        assert str(raised.value) == complaint
        assert configuration.to_json() == DOCUMENT

    @pytest.mark.parametrize(
        ("properties", "complaint"),
        [
            ({"productCodes": []}, "productCodes must be a non-empty array"),
            ({"productCodes": ["MOON"]}, "Invalid product codes provided"),
            ({"dependencies": [{"handler": "x"}]}, 'Dependency handler "x" does not exist in configuration'),
            ({"dependencies": ["x"]}, "dependencies[0] must be an object"),
            ({"movingAvgThreshold": None}, "movingAvgThreshold must be greater than or equal to 1"),
            (
                {"percentageChangeThreshold": "0.5"},
                "percentageChangeThreshold must be greater than or equal to 1",
            ),
        ],
    )
    def test_a_handlers_properties_are_checked(self, configuration, properties, complaint):
        with pytest.raises(ValidationError) as raised:
            configuration.update_handler_properties("cwv", properties)
        assert str(raised.value) == complaint
        assert configuration.to_json() == DOCUMENT

    def test_a_handlers_properties_are_merged(self, configuration):
        properties = {
            "productCodes": ["LLMO"],
            "movingAvgThreshold": "many",
            "dependencies": [{"handler": "404"}],
        }
        configuration.update_handler_properties("cwv", properties)
        assert configuration.get_handler("cwv") == {"enabledByDefault": True, **properties}
        with pytest.raises(ValidationError, match=r'^Handler "gone" not found in configuration$'):
            configuration.update_handler_properties("gone", {})

    def test_an_audit_is_registered_and_unregistered_with_its_job(self, configuration):
        configuration.register_audit("new-audit", True, Configuration.JobInterval.DAILY, ("ASO",))
        assert configuration.get_jobs()[-1] == {"group": "audits", "type": "new-audit", "interval": "daily"}
        assert configuration.get_handler("new-audit")["productCodes"] == ["ASO"]
        configuration.unregister_audit("new-audit")
        assert configuration.to_json() == DOCUMENT

    def test_the_first_audit_needs_no_lists(self):
        configuration = Configuration({}, None, SimpleNamespace())
        configuration.register_audit("first", product_codes=["ASO"])
        assert configuration.get_jobs() == [{"group": "audits", "type": "first", "interval": "never"}]
        configuration.set_jobs(None)
        configuration.unregister_audit("first")
        assert configuration.get_handlers() == {}

    @pytest.mark.parametrize(
        ("arguments", "complaint"),
        [
            ((None,), "Audit type must be a non-empty string"),
            ((" ",), "Audit type must be a non-empty string"),
            (("a" * 51,), "Audit type must not exceed 50 characters"),
            (("A",), "Audit type can only contain lowercase letters, numbers, and hyphens"),
            (("a\n",), "Audit type can only contain lowercase letters, numbers, and hyphens"),
            (("cwv",), 'Audit type "cwv" is already registered'),
            (("a", False, "never"), "No product codes provided"),
        ],
    )
    def test_an_audit_is_checked(self, configuration, arguments, complaint):
        with pytest.raises(ValidationError) as raised:
            configuration.register_audit(*arguments)
        assert str(raised.value) == complaint
        assert configuration.to_json() == DOCUMENT

    @pytest.mark.parametrize(
        ("type_", "complaint"),
        [("", "Audit type must be a non-empty string"), ("gone", 'Audit type "gone" is not registered')],
    )
    def test_only_a_registered_audit_can_be_unregistered(self, configuration, type_, complaint):
        with pytest.raises(ValidationError, match=rf"^{complaint}$"):
            configuration.unregister_audit(type_)


def with_handler(**properties):
    return {
        **DOCUMENT,
        "handlers": {"cwv": {"enabledByDefault": True, "productCodes": ["ASO"], **properties}},
    }


class TestCheck:
    @pytest.mark.parametrize(
        ("document", "complaint"),
        [
            (None, '"value" must be of type object'),
            ([], '"value" must be of type object'),
            ({}, '"queues" is required'),
            ({**DOCUMENT, "queues": {}}, '"queues" must have at least 1 key'),
            ({**DOCUMENT, "queues": None}, '"queues" must be of type object'),
            ({**DOCUMENT, "jobs": None}, '"jobs" must be an array'),
            ({**DOCUMENT, "jobs": ["x"]}, '"jobs[0]" must be of type object'),
            ({**DOCUMENT, "jobs": [{"type": "x", "interval": "daily"}]}, '"jobs[0].group" is required'),
            ({**DOCUMENT, "handlers": None}, '"handlers" must be of type object'),
            ({**DOCUMENT, "handlers": {"x": None}}, '"handlers.x" must be of type object'),
            ({**DOCUMENT, "slackRoles": {}}, '"slackRoles" must have at least 1 key'),
            (with_handler(enabledByDefault=1), '"handlers.cwv.enabledByDefault" must be a boolean'),
            (with_handler(productCodes=[]), '"handlers.cwv.productCodes" must contain at least 1 items'),
            (with_handler(productCodes=[""]), '"handlers.cwv.productCodes[0]" is not allowed to be empty'),
            (with_handler(enabled={"x": 1}), '"handlers.cwv.enabled.x" is not allowed'),
            (with_handler(enabled=None), '"handlers.cwv.enabled" must be of type object'),
            (with_handler(colour=1), '"handlers.cwv.colour" is not allowed'),
            (with_handler(movingAvgThreshold="x"), '"handlers.cwv.movingAvgThreshold" must be a number'),
            (
                with_handler(movingAvgThreshold=".5"),
                '"handlers.cwv.movingAvgThreshold" must be greater than or equal to 1',
            ),
        ],
    )
    def test_an_error_names_the_invalid_value(self, document, complaint):
        with pytest.raises(ValidationError) as raised:
            check_configuration(document)
        assert str(raised.value) == f"Configuration validation error: {complaint}"

    def test_an_unknown_interval_is_refused(self):
        job = {"group": "audits", "type": "x", "interval": "weekly-slot-24"}
        with pytest.raises(
            ValidationError, match=r'"jobs\[0\]\.interval" must be one of \[never, every-hour'
        ):
            check_configuration({**DOCUMENT, "jobs": [job]})

    def test_text_is_converted_to_the_type_it_represents(self):
        checked = check_configuration(with_handler(enabledByDefault=" TRUE", movingAvgThreshold="2"))
        assert checked["handlers"]["cwv"]["enabledByDefault"] is True
        assert checked["handlers"]["cwv"]["movingAvgThreshold"] == 2

    def test_other_keys_are_kept(self):
        document = {**DOCUMENT, "jobs": [{**DOCUMENT["jobs"][0], "extra": 1}], "more": {"a": None}}
        assert check_configuration(document) == document

    def test_a_missing_document_is_none(self):
        assert check_configuration() is None


class Object:
    """A fake of the object in S3."""

    def __init__(self):
        self.written = []
        self.conditions = []

    def write(self, content, metadata, condition):
        self.written.append((content, metadata))
        self.conditions.append(condition)
        return Stored(content, "version-2", '"etag-2"')

    def read(self, *_version):
        return None

    def versions(self, *_page):
        listed = {"Key": "config/spacecat/global-config.json", "VersionId": "v1", "LastModified": "then"}
        return {"Versions": [listed]}

    def metadata(self, _version_id):
        if isinstance(self.reported, Exception):
            raise self.reported
        return self.reported


@pytest.fixture
def stored():
    return Object()


@pytest.fixture
def configurations(data_access, stored):
    collection = data_access.Configuration
    collection._stored = stored
    return collection


class TestCollection:
    async def test_without_a_bucket_every_call_raises(self, data_access, server):
        configurations = data_access.Configuration
        message = r"^S3 configuration is required for Configuration storage\. Ensure S3_CONFIG_BUCKET"
        for call in (
            lambda: configurations.create({}),
            configurations.find_latest,
            configurations.list_versions,
            lambda: configurations.find_by_version("1"),
        ):
            with pytest.raises(DataAccessError, match=message):
                await maybe_await(call())
        assert server.requests == []

    async def test_without_boto3_the_error_names_the_extra(self, opened, monkeypatch):
        monkeypatch.setitem(sys.modules, "boto3", None)
        with pytest.raises(DataAccessError, match=r"pip install 'spacecat-shared-data-access\[s3\]'$"):
            await maybe_await(opened(s3_bucket="bucket").Configuration.find_latest())

    async def test_a_closed_data_access_sends_nothing(self, opened, stored):
        data_access = opened(s3_bucket="bucket")
        configurations = data_access.Configuration
        configurations._stored = stored
        model = await maybe_await(configurations.create(DOCUMENT))
        stored.written.clear()
        await maybe_await(data_access.close() if hasattr(data_access, "close") else data_access.aclose())
        stored.read = stored.versions = stored.metadata = None  # none of them is called
        for call in (
            lambda: configurations.create(DOCUMENT),
            lambda: configurations.create(DOCUMENT, replacing=None),
            model.save,
            configurations.find_latest,
            configurations.list_versions,
            lambda: configurations.find_by_version("1"),
        ):
            with pytest.raises(DataAccessError, match=r"^The data access is closed$"):
                await maybe_await(call())
        assert stored.written == []

    async def test_a_data_access_closed_during_a_listing_reads_no_metadata(self, opened, stored):
        data_access = opened(s3_bucket="bucket")
        configurations = data_access.Configuration
        configurations._stored = stored
        listed = stored.versions()

        def close_and_list(*_page):
            configurations.service._closed = True
            return listed

        stored.versions = close_and_list
        stored.metadata = None  # is not called
        with pytest.raises(DataAccessError, match=r"^The data access is closed$"):
            await maybe_await(configurations.list_versions())

    @pytest.mark.parametrize("odd", [5, 0, False, b"x", ["x"], [], object(), "\0", "\ud800"])
    @pytest.mark.parametrize("name", ["key_marker", "version_id_marker"])
    async def test_a_marker_must_be_text(self, configurations, stored, name, odd):
        stored.versions = None  # is not called
        with pytest.raises(ValidationError, match=rf"^{name}\b"):
            await maybe_await(configurations.list_versions(**{name: odd}))

    @pytest.mark.parametrize(
        "odd", [True, False, b"10", [10], (), {}, object(), float("nan"), float("inf"), -float("inf"), 1j]
    )
    async def test_a_limit_must_be_a_number_or_text(self, configurations, stored, odd):
        stored.versions = None  # is not called
        with pytest.raises(ValidationError, match=r"^limit must be a number$"):
            await maybe_await(configurations.list_versions(limit=odd))

    @pytest.mark.parametrize("odd", [None, 5, "false", [], object()])
    async def test_detail_must_be_a_boolean(self, configurations, stored, odd):
        stored.versions = None  # is not called
        with pytest.raises(ValidationError, match=r"^detail must be a boolean$"):
            await maybe_await(configurations.list_versions(detail=odd))

    @pytest.mark.parametrize("nothing", [None, ""])
    async def test_an_empty_marker_is_none(self, configurations, stored, nothing):
        pages = []
        versions = stored.versions

        def record(*page):
            pages.append(page)
            return versions()

        stored.versions = record
        await maybe_await(
            configurations.list_versions(key_marker=nothing, version_id_marker=nothing, detail=False)
        )
        assert pages == [(25, None, None)]

    @pytest.mark.parametrize(
        "odd",
        [
            None,
            "",
            0,
            True,
            1.5,
            b"x",
            ["x"],
            {"a": 1},
            "\0",
            "\ud800",
            pytest.param(10**5000, id="huge"),
        ],
    )
    async def test_a_version_must_be_text_or_an_integer(self, configurations, stored, odd):
        stored.read = None  # is not called
        with pytest.raises(ValidationError, match=r"^version\b"):
            await maybe_await(configurations.find_by_version(odd))

    async def test_configuration_is_one_of_the_collections(self, data_access):
        configurations = data_access.Configuration
        assert isinstance(configurations, ConfigurationCollection)
        assert data_access.registry.get_collection("ConfigurationCollection") is configurations
        assert data_access.registry.get_collections()["Configuration"] is configurations
        assert "Configuration" in dir(data_access)
        assert configurations.DATASTORE_TYPE == DatastoreType.S3
        assert data_access.Ticket.DATASTORE_TYPE == "postgrest"
        assert "Configuration" not in {schema.model_name for schema in data_access.registry.schemas()}
        with pytest.raises(DataAccessError, match=r"^The entity Configuration has no schema$"):
            data_access.registry.schema_of("Configuration")
        assert repr(configurations) == "<ConfigurationCollection in None>"

    @pytest.mark.usefixtures("clock")
    async def test_ids_and_timestamps_are_generated(self, configurations, stored):
        created = await maybe_await(
            configurations.create(
                {
                    **DOCUMENT,
                    "configurationId": "old",
                    "created_at": "old",
                    "updatedAt": "old",
                    "updated_by": "",
                    "more": 1,
                }
            )
        )
        assert created.get_version() == "version-2"
        moment = "2026-07-02T09:38:00.000Z"
        assert (created.get_created_at(), created.get_updated_at()) == (moment, moment)
        assert created.get_updated_by() == "system"
        ((content, metadata),) = stored.written
        assert b'"more":1' in content
        assert b"old" not in content
        assert metadata == {"updatedby": "system", "updatedat": moment}

    async def test_a_document_replaces_what_the_caller_read(self, configurations, stored):
        first = Configuration(DOCUMENT, "version-1", configurations, '"etag-1"')
        await maybe_await(configurations.create(DOCUMENT))
        await maybe_await(configurations.create(DOCUMENT, replacing=None))
        await maybe_await(configurations.create(DOCUMENT, replacing=first))
        await maybe_await(first.save())
        # The conflicting version is then that of the model.
        await maybe_await(first.save())
        assert stored.conditions == [
            {},
            {"IfNoneMatch": "*"},
            {"IfMatch": '"etag-1"'},
            {"IfMatch": '"etag-1"'},
            {"IfMatch": '"etag-2"'},
        ]

    @pytest.mark.parametrize("replacing", ["version-1", 5, [], {}, False])
    async def test_only_a_configuration_can_be_replaced(self, configurations, stored, replacing):
        with pytest.raises(ValidationError, match=r"^replacing must be a configuration that was read"):
            await maybe_await(configurations.create(DOCUMENT, replacing=replacing))
        assert stored.written == []

    @pytest.mark.usefixtures("clock")
    async def test_a_save_omits_the_timestamps_of_the_read_version(self, configurations):
        first = Configuration(
            {**DOCUMENT, "createdAt": "old", "updatedAt": "old", "updatedBy": "me"}, "1", configurations
        )
        second = await maybe_await(first.save())
        assert second is not first
        assert second.get_updated_by() == "me"
        assert second.get_created_at() == "2026-07-02T09:38:00.000Z"
        assert first.get_created_at() == "old"

    @pytest.mark.parametrize("section", ["handlers", "jobs", "queues", "slack_roles"])
    @pytest.mark.parametrize("value", ["{}", "", 5, True, ["x"], b"{}", object()])
    def test_a_section_is_replaced_by_one_of_its_kind_only(self, configuration, section, value):
        with pytest.raises(ValidationError):
            getattr(configuration, f"set_{section}")(value)
        assert configuration.to_json() == DOCUMENT

    @pytest.mark.parametrize(
        ("data", "complaint"),
        [
            (None, "data must be a mapping"),
            ({"jobs": []}, 'Configuration validation error: "queues" is required'),
            (
                {**DOCUMENT, "version": 2**70 + 1},
                "an integer of more than 64 bits cannot be sent as JSON",
            ),
        ],
    )
    async def test_an_invalid_document_is_not_sent(self, configurations, stored, data, complaint, caplog):
        with pytest.raises(ValidationError) as raised:
            await maybe_await(configurations.create(data))
        assert str(raised.value) == f"Failed to create configuration in S3: {complaint}"
        assert caplog.messages == [str(raised.value)]
        assert stored.written == []

    @pytest.mark.parametrize(
        ("failure", "level", "reported"),
        [
            (DataAccessError("Not Found", code="404"), logging.WARNING, "(404): Not Found"),
            (DataAccessError("Denied", code="AccessDenied"), logging.ERROR, "(AccessDenied): Denied"),
            (UnavailableError("No answer"), logging.ERROR, "(UnavailableError): No answer"),
        ],
    )
    async def test_a_version_without_metadata_is_listed_too(
        self, configurations, stored, failure, level, reported, caplog
    ):
        stored.reported = failure
        (version,) = (await maybe_await(configurations.list_versions())).versions
        assert (version.version_id, version.last_modified, version.updated_by) == ("v1", "then", None)
        (record,) = caplog.records
        assert record.levelno == level
        assert record.getMessage() == f"Failed to read metadata for configuration version v1 {reported}"

    @pytest.mark.parametrize(
        ("written", "who"),
        [
            ("me", "me"),
            ("=?UTF-8?B?SsO8cmdlbg==?=", "Jürgen"),
            ("=?ISO-8859-1?Q?J=FCrgen?=", "Jürgen"),
            ("=?none?B?AAAA?=", "=?none?B?AAAA?="),
            ("", None),
        ],
    )
    async def test_the_author_of_a_version_is_decoded_as_header_text(
        self, configurations, stored, written, who
    ):
        stored.reported = {"updatedby": written}
        (version,) = (await maybe_await(configurations.list_versions())).versions
        assert (version.updated_by, version.updated_at) == (who, None)

    @pytest.mark.parametrize(
        ("limit", "size"),
        [
            (25, 25),
            ("10", 10),
            (0, 1),
            (-5, 1),
            (5000, 1000),
            ("7 apples", 7),
            ("x", 25),
            (None, 25),
            (3.9, 3),
            (2**70, 1000),
            pytest.param(10**5000, 1000, id="huge"),
            pytest.param("9" * 5000, 1000, id="many digits"),
            pytest.param("-" + "9" * 5000, 1, id="many negative digits"),
        ],
    )
    async def test_the_page_size_must_be_valid_for_s3(self, limit, size):
        assert _page_size(limit) == size


class TestObject:
    """Requests to boto3, and how its failures are reported."""

    @pytest.fixture
    def waits(self, monkeypatch):
        waits = []
        monkeypatch.setattr("botocore.endpoint.time", SimpleNamespace(sleep=waits.append))
        monkeypatch.setenv("AWS_ACCESS_KEY_ID", "key")
        monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
        monkeypatch.setenv("AWS_ENDPOINT_URL_S3", "http://s3.test")
        return waits

    @pytest.fixture
    def stored(self, waits):  # noqa: ARG002 - sets up what the client finds in the environment
        return ConfigurationObject("bucket", "eu-west-1", connect_timeout=1.5, read_timeout=2.5)

    @pytest.mark.parametrize(
        "fault",
        [
            OSError(errno.EBUSY, "Device or resource busy"),
            socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution"),
            ConnectionResetError(errno.ECONNRESET, "Connection reset by peer"),
            TimeoutError("timed out"),
        ],
    )
    def test_a_host_name_that_cannot_be_resolved_is_tried_four_times(self, stored, waits, monkeypatch, fault):
        asked = []

        def fail(host, *_args, **_kwargs):
            asked.append(host)
            raise fault

        monkeypatch.setattr("socket.getaddrinfo", fail)
        with pytest.raises(UnavailableError, match=r"^No response from S3: "):
            stored.read()
        assert asked == ["s3.test"] * 4
        assert len(waits) == 3

    def test_the_configured_timeouts_bound_the_wait(self, stored):
        config = stored._client().meta.config
        assert (config.connect_timeout, config.read_timeout) == (1.5, 2.5)
        assert config.retries == {"mode": "standard", "total_max_attempts": 4}

    def test_missing_credentials_are_an_error(self, stored, monkeypatch):
        for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
            monkeypatch.delenv(name)
        monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", "/nowhere")
        monkeypatch.setenv("AWS_CONFIG_FILE", "/nowhere")
        monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
        with pytest.raises(DataAccessError, match=r"^Unable to locate credentials$"):
            stored.read()

    @pytest.mark.parametrize(
        "endpoint",
        [
            "notaurl",
            "http://",
            "http://[::1",
            "http://user:sekret@127.0.0.1:port",
            "http://user:sekret@127.0.0.1:99999",
            "http://user:sekret@ho st",
            "ftp://user:sekret@s3.test",
        ],
    )
    async def test_an_unusable_endpoint_is_an_error_without_its_credentials(
        self, opened, monkeypatch, endpoint
    ):
        monkeypatch.setenv("AWS_ENDPOINT_URL_S3", endpoint)
        configurations = opened(s3_bucket="bucket", region="eu-west-1").Configuration
        message = (
            r"^Failed to retrieve configuration from S3: The request to S3 could not be made: \w+\. "
            r"Check the AWS settings, such as AWS_ENDPOINT_URL_S3$"
        )
        with pytest.raises(DataAccessError, match=message) as raised:
            await maybe_await(configurations.find_latest())
        assert not isinstance(raised.value.cause.cause, DataAccessError | None)
        assert "sekret" not in str(raised.value)

    @pytest.mark.usefixtures("waits")
    @pytest.mark.parametrize("failure", [ValueError("sekret"), KeyError("sekret"), RuntimeError("sekret")])
    @pytest.mark.parametrize("call", ["create", "find_latest", "find_by_version", "list_versions"])
    async def test_any_error_of_the_client_is_translated(self, opened, failure, call):
        def fail(**_request):
            raise failure

        configurations = opened(s3_bucket="bucket").Configuration
        operations = ("get_object", "put_object", "head_object", "list_object_versions")
        configurations._stored._created = SimpleNamespace(**dict.fromkeys(operations, fail))
        arguments = {"create": [DOCUMENT], "find_by_version": ["1"]}.get(call, [])
        with pytest.raises(DataAccessError, match=f": {type(failure).__name__}\\. Check the AWS") as raised:
            await maybe_await(getattr(configurations, call)(*arguments))
        assert raised.value.cause.cause is failure
        assert "sekret" not in str(raised.value)

    def test_credentials_that_cannot_be_read_are_an_error_without_the_output(
        self, stored, monkeypatch, tmp_path
    ):
        config = tmp_path / "config"
        config.write_text("[default]\ncredential_process = sh -c 'echo sekret >&2; exit 1'\n")
        for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
            monkeypatch.delenv(name)
        monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", "/nowhere")
        monkeypatch.setenv("AWS_CONFIG_FILE", str(config))
        with pytest.raises(DataAccessError, match=r"could not be made: CredentialRetrievalError\.") as raised:
            stored.read()
        assert "sekret" not in str(raised.value)

    def test_a_response_that_is_not_from_s3_leaves_a_write_in_doubt(self, stored):
        from botocore.parsers import ResponseParserError  # noqa: PLC0415 - an extra

        def fail(**_request):
            raise ResponseParserError("<html>")

        stored._created = SimpleNamespace(put_object=fail)
        with pytest.raises(UnavailableError, match=r"^No response from S3: ResponseParserError$") as raised:
            stored.write(b"{}", {}, {})
        assert raised.value.in_doubt

    def test_a_truncated_body_is_an_error(self, stored):
        from botocore.response import StreamingBody  # noqa: PLC0415 - an extra

        body = StreamingBody(io.BytesIO(b'{"que'), content_length=100)
        stored._created = SimpleNamespace(get_object=lambda **_: {"Body": body})
        with pytest.raises(UnavailableError, match=r"^No response from S3: IncompleteReadError$"):
            stored.read()

    def test_a_write_is_conditional(self, stored):
        asked = []

        def put(**request):
            asked.append(request)
            return {"VersionId": "version-2", "ETag": '"etag-2"'}

        stored._created = SimpleNamespace(put_object=put)
        for condition in (FIRST, unchanged('"etag-1"'), unchanged(None)):
            assert stored.write(b"{}", {}, condition) == (b"{}", "version-2", '"etag-2"')
        names = ("IfMatch", "IfNoneMatch")
        assert [{name: each[name] for name in names if name in each} for each in asked] == [
            {"IfNoneMatch": "*"},
            {"IfMatch": '"etag-1"'},
            {},
        ]

    @pytest.mark.parametrize(
        ("code", "status"),
        [("PreconditionFailed", 412), ("ConditionalRequestConflict", 409), ("NoSuchKey", 404)],
    )
    def test_an_unmet_condition_is_a_conflict(self, stored, code, status):
        stored._created = Refusing(code, status)
        with pytest.raises(ConflictError, match="has changed since it was read") as raised:
            stored.write(b"{}", {}, unchanged('"etag-1"'))
        assert (raised.value.code, raised.value.status, raised.value.in_doubt) == (code, status, False)

    def test_a_conflict_with_the_own_write_whose_response_was_lost_is_success(self, stored):
        stored._created = Refusing("PreconditionFailed", 412, attempts=2, latest=b'{"mine": 1}')
        assert stored.write(b'{"mine": 1}', {}, FIRST) == (b'{"mine": 1}', "version-9", '"etag-9"')

    def test_after_a_lost_response_a_conflict_with_another_write_is_raised(self, stored):
        stored._created = Refusing("PreconditionFailed", 412, attempts=2, latest=b'{"theirs": 1}')
        with pytest.raises(ConflictError) as raised:
            stored.write(b'{"mine": 1}', {}, unchanged('"etag-1"'))
        assert raised.value.in_doubt

    @pytest.mark.parametrize(("status", "in_doubt"), [(500, True), (503, True), (403, False), (404, False)])
    def test_a_write_without_a_success_is_in_doubt_unless_it_was_refused(self, stored, status, in_doubt):
        stored._created = Refusing("SomeCode", status)
        with pytest.raises(DataAccessError) as raised:
            stored.write(b"{}", {}, unchanged('"etag-1"'))
        assert raised.value.in_doubt is in_doubt

    @pytest.mark.usefixtures("waits")
    def test_a_write_without_a_response_is_in_doubt(self, stored, monkeypatch):
        def fail(*_args, **_kwargs):
            raise ConnectionResetError(errno.ECONNRESET, "Connection reset by peer")

        monkeypatch.setattr("socket.getaddrinfo", fail)
        with pytest.raises(UnavailableError) as raised:
            stored.write(b"{}", {}, {})
        assert raised.value.in_doubt


class TestDeadline:
    """No call to S3 exceeds the deadline of an invocation, however long boto3 would wait and retry."""

    @pytest.fixture
    def silent(self, monkeypatch):
        """The connections to an S3 that accepts requests but does not respond during the test."""
        connections = []
        with socket.create_server(("127.0.0.1", 0)) as listening:

            def accept():
                with suppress(OSError):
                    while True:
                        connections.append(listening.accept()[0])

            thread = threading.Thread(target=accept, daemon=True)
            thread.start()
            monkeypatch.setenv("AWS_ACCESS_KEY_ID", "key")
            monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
            monkeypatch.setenv("AWS_ENDPOINT_URL_S3", f"http://127.0.0.1:{listening.getsockname()[1]}")
            yield connections
            listening.shutdown(socket.SHUT_RDWR)
            thread.join()
            self.end_abandoned_calls(connections)

    @staticmethod
    def end_abandoned_calls(connections):
        """Close connections until the abandoned threads have ended, and return how many were closed."""
        hung_up = 0
        while any(each.name == "spacecat-until-deadline" for each in threading.enumerate()):
            while connections:
                connections.pop().close()
                hung_up += 1
            time.sleep(0.001)
        return hung_up

    @pytest.fixture
    def configurations(self, opened, silent):  # noqa: ARG002 - the S3 of the environment
        return opened(s3_bucket="bucket", region="eu-west-1").Configuration

    @pytest.mark.parametrize("call", ["find_latest", "find_by_version", "list_versions"])
    async def test_a_read_ends_at_the_deadline(self, configurations, ticks, call):
        arguments = ["1"] if call == "find_by_version" else []
        configurations._stored._client()  # importing boto3 takes longer than the test wants to
        with deadline_scope(ticks.now + 0.3), pytest.raises(UnavailableError) as raised:
            await maybe_await(getattr(configurations, call)(*arguments))
        assert str(raised.value).endswith("from S3: No response from S3 in time")
        assert not raised.value.in_doubt

    async def test_a_write_is_in_doubt_and_is_not_repeated(self, configurations, silent, ticks):
        configurations._stored._client()
        with deadline_scope(ticks.now + 0.3), pytest.raises(UnavailableError) as raised:
            await maybe_await(configurations.create(DOCUMENT))
        assert raised.value.in_doubt
        ticks.advance(1)
        assert self.end_abandoned_calls(silent) <= 1  # boto3 would try again

    async def test_without_time_left_nothing_is_sent(self, configurations, silent):
        with deadline_scope(time.monotonic() - 1):
            for call in (configurations.find_latest, lambda: configurations.create(DOCUMENT)):
                with pytest.raises(UnavailableError) as raised:
                    await maybe_await(call())
                assert not raised.value.in_doubt
        assert silent == []

    async def test_an_invocation_has_one(self, configurations, api):
        configurations._stored._client()

        def handle(_event, _context):
            return configurations.find_latest()

        async def handle_async(_event, _context):
            return await configurations.find_latest()

        handler = data_access_wrapper(handle if api == "blocking" else handle_async)
        invocation = SimpleNamespace(data_access=object(), get_remaining_time_in_millis=lambda: 300)
        with pytest.raises(UnavailableError):
            await maybe_await(handler({}, invocation))

    async def test_a_response_in_time_is_used(self, opened):
        configurations = opened(s3_bucket="bucket").Configuration
        body = io.BytesIO(b'{"queues": {}}')
        configurations._stored._created = SimpleNamespace(
            get_object=lambda **_: {"Body": body, "VersionId": threading.current_thread().name}
        )
        with deadline_scope(time.monotonic() + 60):
            found = await maybe_await(configurations.find_latest())
        assert found.get_version() == "spacecat-until-deadline"


class Refusing:
    """A fake of boto3's client for an S3 that rejects every write."""

    def __init__(self, code, status, attempts=0, latest=None):
        self.error = {"Error": {"Code": code, "Message": "no"}}
        self.error["ResponseMetadata"] = {"HTTPStatusCode": status, "RetryAttempts": attempts}
        self.latest = latest

    def put_object(self, **_request):
        from botocore.exceptions import ClientError  # noqa: PLC0415 - an extra

        raise ClientError(self.error, "PutObject")

    def get_object(self, **_request):
        return {"Body": io.BytesIO(self.latest), "VersionId": "version-9", "ETag": '"etag-9"'}
