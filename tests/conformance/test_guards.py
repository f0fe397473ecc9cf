"""The recorded cases of the guards."""

import math

import pytest

from conformance.cases import recorded_functions
from spacecat_shared_data_access import ValidationError
from spacecat_shared_data_access.schema import guards

GUARDS = {
    "guardAny": guards.guard_any,
    "guardArray": guards.guard_array,
    "guardBoolean": guards.guard_boolean,
    "guardEnum": guards.guard_enum,
    "guardId": guards.guard_id,
    "guardMap": guards.guard_map,
    "guardNumber": guards.guard_number,
    "guardSet": guards.guard_set,
    "guardString": guards.guard_string,
}
NUMBERS = {"Infinity": math.inf, "-Infinity": -math.inf, "NaN": math.nan}


def argument(recorded):
    if isinstance(recorded, dict) and "$number" in recorded:
        return NUMBERS[recorded["$number"]]
    return recorded


@pytest.mark.parametrize("case", recorded_functions(*GUARDS), ids=lambda case: case["name"])
def test_a_guard_behaves_as_recorded(case):
    guard, arguments = GUARDS[case["fn"]], [argument(each) for each in case["args"]]
    if case["result"] is None:
        assert guard(*arguments) is None
        return
    with pytest.raises(ValidationError) as raised:
        guard(*arguments)
    assert str(raised.value) == case["result"]["message"]
