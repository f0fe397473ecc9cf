"""The recorded cases of validateMetadata."""

import pytest

from conformance.cases import recorded_functions
from spacecat_shared_data_access import ValidationError, validate_metadata


@pytest.mark.parametrize("case", recorded_functions("validateMetadata"), ids=lambda case: case["name"])
def test_validate_metadata_behaves_as_recorded(case):
    if case["result"] is None:
        assert validate_metadata(*case["args"]) is None
        return
    with pytest.raises(ValidationError) as raised:
        validate_metadata(*case["args"])
    assert str(raised.value) == case["result"]["message"]
