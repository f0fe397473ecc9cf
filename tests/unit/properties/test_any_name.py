"""Names convert back to their origin, for all entities and by rule."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hypothesis_profiles import examples
from spacecat_shared_data_access import EntityRegistry, ValidationError
from spacecat_shared_data_access.schema.naming import (
    camel_to_snake,
    decapitalize,
    entity_for,
    id_name_for,
    plural,
    reference_getter_for,
    singular,
    snake_to_camel,
    table_for,
)

# A one-letter part merges with the next one (`isATest`), and a digit has no upper case.
PART = r"[a-z][a-z0-9]+"
snake_names = st.from_regex(rf"{PART}(_{PART}){{0,4}}", fullmatch=True)
camel_names = st.from_regex(r"[a-z][a-z0-9]+([A-Z][a-z0-9]+){0,4}", fullmatch=True)
words = st.text(max_size=15)

ENTITIES = [name for name in EntityRegistry.entity_names() if name != "Configuration"]


@given(name=snake_names)
def test_a_python_name_converts_to_json_and_back(name):
    json_name = snake_to_camel(name)
    assert "_" not in json_name
    assert camel_to_snake(json_name) == name


@given(name=camel_names)
def test_a_json_name_converts_to_python_and_back(name):
    if name not in {"baseUrl", "githubUrl"}:
        assert snake_to_camel(camel_to_snake(name)) == name


@given(name=words)
def test_any_text_has_names(name):
    for rule in (
        camel_to_snake,
        snake_to_camel,
        singular,
        plural,
        decapitalize,
        entity_for,
        id_name_for,
        table_for,
    ):
        assert isinstance(rule(name), str)
    for many in (True, False):
        assert reference_getter_for(name, many=many).startswith("get_")


@pytest.mark.parametrize("entity", ENTITIES)
class TestOfEveryEntity:
    def test_each_attribute_is_found_by_either_name(self, entity):
        schema = EntityRegistry.schema_of(entity)
        for name, attribute in schema.attributes.items():
            assert camel_to_snake(attribute.json_name) == name
            assert schema.attribute_named(name) is attribute
            assert schema.attribute_named(attribute.json_name) is attribute

    def test_no_two_attributes_share_a_name(self, entity):
        schema = EntityRegistry.schema_of(entity)
        json_names = [attribute.json_name for attribute in schema.attributes.values()]
        assert len(set(json_names)) == len(json_names)
        assert len(set(schema.columns.values())) == len(schema.columns)

    def test_an_entity_has_consistent_singular_and_plural_names(self, entity):
        assert entity_for(plural(entity)) == singular(entity) == entity
        assert id_name_for(plural(entity)) == id_name_for(entity) == EntityRegistry.schema_of(entity).id_name

    @examples(20)
    @given(name=st.text(max_size=12))
    def test_no_other_name_is_accepted_as_an_attribute(self, entity, name):
        schema = EntityRegistry.schema_of(entity)
        known = {each.json_name for each in schema.attributes.values()} | schema.attributes.keys()
        if name not in known:
            with pytest.raises(ValidationError):
                schema.attribute_named(name)


def test_no_two_entities_share_a_table():
    tables = {name: EntityRegistry.schema_of(name).table for name in ENTITIES}
    # The latest audits are a view of the audits.
    del tables["LatestAudit"]
    assert len(set(tables.values())) == len(tables)
