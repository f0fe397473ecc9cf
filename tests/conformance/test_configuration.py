"""The recorded cases of the configuration's model and its validation."""

import logging

import pytest

from conformance.cases import in_python_names, recorded_functions
from conformance.replay import python_name
from spacecat_shared_data_access import ValidationError
from spacecat_shared_data_access.models.configuration import Configuration, check_configuration

LEVELS = {"INFO": "info", "WARNING": "warn", "ERROR": "error"}


class Collection:
    """A fake of the collection: a save returns what it would store."""

    blocking = True
    log = logging.getLogger("spacecat_shared_data_access")

    async def create(self, data):
        return data


class SiteOrOrganization:
    def __init__(self, recorded):
        self._ids = recorded

    def get_id(self):
        return self._ids["id"]

    def get_organization_id(self):
        return self._ids["organizationId"]


def argument(recorded):
    for mark in ("$site", "$org"):
        if isinstance(recorded, dict) and mark in recorded:
            return SiteOrOrganization(recorded[mark])
    return recorded


def outcome(configuration, call):
    method, *arguments = call
    try:
        return getattr(configuration, python_name(method))(*map(argument, arguments))
    except ValidationError as error:
        return {"$error": "Error", "message": error.message}


@pytest.mark.parametrize("case", recorded_functions("Configuration"), ids=lambda case: case["name"])
def test_a_configuration_behaves_as_recorded(case, caplog):
    caplog.set_level(logging.INFO, logger="spacecat_shared_data_access")
    data, version = case["args"]
    configuration = Configuration(data, version, Collection())
    assert [outcome(configuration, call) for call in case["chain"]] == case["returns"]
    assert configuration.to_json() == case["result"]
    logged = [[LEVELS[each.levelname], each.getMessage()] for each in caplog.records]
    assert logged == [[level, in_python_names(text)] for level, text in case.get("log", [])]


@pytest.mark.parametrize("case", recorded_functions("checkConfiguration"), ids=lambda case: case["name"])
def test_check_configuration_behaves_as_recorded(case):
    if isinstance(case["result"], dict) and "$error" in case["result"]:
        with pytest.raises(ValidationError) as raised:
            check_configuration(*case["args"])
        assert str(raised.value) == case["result"]["message"]
    else:
        assert check_configuration(*case["args"]) == case["result"]
