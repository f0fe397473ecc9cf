"""The recorded cases of a fix's change details and of its status transitions."""

import re

import pytest

from conformance.cases import recorded_functions
from spacecat_shared_data_access import ValidationError
from spacecat_shared_data_access.models.fix_entity import is_allowed_fix_transition, validate_change_details

# Hand-written messages of the original. The others are those of its validation library: only the paths are compared.
BY_HAND = re.compile(r"result\.(?:applied|changeResults) (?:is|contains) .*")


@pytest.mark.parametrize("case", recorded_functions("validateChangeDetails"), ids=lambda case: case["name"])
def test_change_details_are_validated_as_recorded(case):
    recorded = case["result"]
    if not isinstance(recorded, dict):
        assert validate_change_details(*case["args"]) is recorded
        return
    with pytest.raises(ValidationError) as raised:
        validate_change_details(*case["args"])
    message = raised.value.message
    assert message.startswith("change_details (v2) invalid: ")
    for path in re.findall(r'"([\w.\[\]]+)" (?:is|must|with)', recorded["message"]):
        assert f'"{path}"' in message
    for words in BY_HAND.findall(recorded["message"]):
        assert words in message


@pytest.mark.parametrize("case", recorded_functions("isAllowedFixTransition"), ids=lambda case: case["name"])
def test_a_status_may_change_as_recorded(case):
    assert is_allowed_fix_transition(*case["args"]) is case["result"]
