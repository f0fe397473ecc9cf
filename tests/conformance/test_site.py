"""The recorded cases of a site's configuration and its functions."""

import re

import pytest
import time_machine

from conformance.cases import CLOCK, masked, recorded_functions
from conformance.deviations.site import CONFIGS
from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.site_config import (
    Config,
    extract_well_known_tags,
    validate_configuration,
)
from spacecat_shared_data_access.schema.naming import camel_to_snake

NAMES = {"addLlmoAIQuestions": "add_llmo_ai_questions", "getLlmoAIQuestions": "get_llmo_ai_questions"}
# After the path, the messages of the original have the wording of its validation library.
PREFIX = re.compile(
    r"Configuration validation error:|CDN logs filter validation error:"
    r"|Invalid (?:import config:|URL patterns|audit target URLs?)"
)
PATH = re.compile(r'"([^"\n]+)"(?= (?:is|must|does|with|length|contains))')


def name_of(case):
    return case["name"]


def assert_same_error(error, recorded):
    """Check that an error has the same beginning as the recorded one, and names the same path."""
    message = recorded["message"].replace(
        "updateRumConfig: hasDomainKey", "update_rum_config: has_domain_key"
    )
    prefix = PREFIX.match(message)
    if prefix is None:
        assert error.message == message
        return
    assert error.message.startswith(prefix[0])
    path = PATH.findall(message)[-1]
    assert f'"{path}' in error.message


def outcome_of(call, recorded):
    """Return the result of a call. If an error is recorded, check that it is raised and return it."""
    if not (isinstance(recorded, dict) and "$error" in recorded):
        return call()
    with pytest.raises(ValidationError) as raised:
        call()
    assert_same_error(raised.value, recorded)
    return recorded


def arguments_of(method, arguments):
    if method == "updateOnboardConfig" and len(arguments) > 1:
        return arguments[:1], {"max_history": arguments[1]["maxHistory"]}
    return arguments, {}


@pytest.mark.parametrize("case", recorded_functions("Config"), ids=name_of)
def test_config_behaves_as_recorded(case, caplog):
    deviation = CONFIGS.get(case["name"], {})
    with time_machine.travel(CLOCK, tick=False):
        config = Config(*case["args"])
        expected_returns = deviation.get("returns", case["returns"])
        for (method, *arguments), expected in zip(case["chain"], expected_returns, strict=True):
            given, options = arguments_of(method, arguments)
            call = getattr(config, NAMES.get(method) or camel_to_snake(method))
            returned = outcome_of(
                lambda call=call, given=given, options=options: call(*given, **options), expected
            )
            assert masked(returned) == expected
        state = masked(config.state)
    assert state == deviation.get("state", case["state"])
    assert masked(Config.to_dynamo_item(config)) == deviation.get("result", case["result"])
    assert [["warn", record.getMessage()] for record in caplog.records] == case.get("log", [])


@pytest.mark.parametrize(
    "case", recorded_functions("Config.toDynamoItem(Config.fromDynamoItem(…))"), ids=name_of
)
def test_dynamo_item_survives_a_round_trip(case):
    assert Config.to_dynamo_item(Config.from_dynamo_item(*case["args"])) == case["result"]


@pytest.mark.parametrize("case", recorded_functions("validateConfiguration"), ids=name_of)
def test_validate_configuration_behaves_as_recorded(case):
    recorded = case["result"]
    assert outcome_of(lambda: validate_configuration(*case["args"]), recorded) == recorded


@pytest.mark.parametrize("case", recorded_functions("extractWellKnownTags"), ids=name_of)
def test_extract_well_known_tags_returns_the_recorded_tags(case):
    assert extract_well_known_tags(*case["args"]) == case["result"]


def test_every_deviation_is_of_a_recorded_config():
    assert CONFIGS.keys() <= {case["name"] for case in recorded_functions("Config")}
    assert all(deviation["reason"] for deviation in CONFIGS.values())
