"""The recorded cases of finding the index for the keys of a query."""

import pytest

from conformance.cases import recorded_functions
from spacecat_shared_data_access import EntityRegistry
from spacecat_shared_data_access.schema.naming import camel_to_snake


@pytest.mark.parametrize(
    "case", recorded_functions("schema.findIndexNameByKeys"), ids=lambda case: case["name"]
)
def test_keys_find_the_index_that_was_recorded(case):
    entity, keys = case["args"]
    index = EntityRegistry.schema_of(entity).index_for([camel_to_snake(name) for name in keys])
    assert index.name == case["result"]["index"]
    assert list(index.keys) == [camel_to_snake(name) for name in case["result"]["keys"]]
