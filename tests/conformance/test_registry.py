"""Every entity of the original is registered with exactly its declarations."""

import gzip
import json
from enum import StrEnum

import pytest

from conformance.cases import HERE
from conformance.replay import python_name
from spacecat_shared_data_access import EntityRegistry
from spacecat_shared_data_access.models.base import accessors
from spacecat_shared_data_access.schema.attribute import MISSING
from spacecat_shared_data_access.schema.naming import camel_to_snake
from spacecat_shared_data_access.schema.reference import ReferenceType

with gzip.open(HERE / "entities.json.gz", "rt", encoding="utf-8") as file:
    ORIGINAL = json.load(file)["entities"]

# 4.22.1 of the original dropped it.
BRAND = ORIGINAL["Brand"]
for part in ("attributes", "columns"):
    del BRAND[part]["pendingSemrushProvisioning"]
BRAND["modelAccessors"] = [name for name in BRAND["modelAccessors"] if "PendingSemrush" not in name]

# Configuration has neither table nor schema: it is stored in S3 and has its own tests.
ENTITIES = sorted(ORIGINAL.keys() - {"Configuration"})
# Accessors that BaseModel itself has.
INHERITED = {"get_id", "get_created_at", "get_updated_at", "get_record_expires_at"}


def schema_of(entity):
    return EntityRegistry.schema_of(entity)


def snake(names):
    return [python_name(name) for name in names]


def accessor_name(schema, name):
    """Return the Python name of an accessor: that of its attribute, which is not always plain snake case."""
    for attribute in schema.attributes.values():
        capitalized = attribute.json_name[0].upper() + attribute.json_name[1:]
        for verb in ("get", "set"):
            if name == f"{verb}{capitalized}":
                return f"{verb}_{attribute.name}"
    return python_name(name)


def test_every_entity_is_registered_and_no_other():
    assert EntityRegistry.entity_names() == sorted(ORIGINAL)


@pytest.mark.parametrize("entity", ENTITIES)
class TestEntity:
    def test_names_and_options(self, entity):
        schema, original = schema_of(entity), ORIGINAL[entity]
        assert schema.model_name == entity
        assert schema.collection_name == original["collection"]["class"]
        assert schema.table == original["table"]
        assert schema.id_name == camel_to_snake(original["idName"])
        assert schema.schema_version == original["version"]
        assert schema.options.allow_updates is original["options"]["allowUpdates"]
        assert schema.options.allow_remove is original["options"]["allowRemove"]

    def test_attributes(self, entity):
        schema, original = schema_of(entity), ORIGINAL[entity]["attributes"]
        assert list(schema.attributes) == [camel_to_snake(name) for name in original]
        for json_name, declared in original.items():
            attribute = schema.attributes[camel_to_snake(json_name)]
            assert attribute.json_name == json_name
            kind = declared["type"]
            if isinstance(kind, list):
                assert list(attribute.values) == kind, json_name
            else:
                assert attribute.type == kind, json_name
            assert attribute.required is bool(declared.get("required")), json_name
            assert attribute.read_only is bool(declared.get("readOnly")), json_name
            assert attribute.postgrest_ignore is bool(declared.get("postgrestIgnore")), json_name
            assert attribute.hidden is bool(declared.get("hidden")), json_name
            assert (attribute.get is not None) is ("get" in declared), json_name
            assert (attribute.validate is not None) >= ("validate" in declared), json_name

    def test_defaults_and_watchers(self, entity):
        schema = schema_of(entity)
        for json_name, declared in ORIGINAL[entity]["attributes"].items():
            attribute = schema.attributes[camel_to_snake(json_name)]
            default = declared.get("default", MISSING)
            if default is MISSING:
                assert attribute.default is MISSING, json_name
            elif isinstance(default, dict) and default.get("(callable)"):
                assert attribute.default is not MISSING, json_name
            else:
                assert attribute.make_default() == default, json_name
            watch = declared.get("watch", [])
            assert attribute.watch == ("*" if watch == "*" else tuple(snake(watch))), json_name

    def test_columns(self, entity):
        schema = schema_of(entity)
        columns = {camel_to_snake(name): column for name, column in ORIGINAL[entity]["columns"].items()}
        assert schema.columns == columns

    def test_indexes(self, entity):
        schema, original = schema_of(entity), ORIGINAL[entity]["indexes"]
        assert list(schema.indexes) == list(original)
        for name, declared in original.items():
            index = schema.indexes[name]
            assert list(index.partition_keys) == snake(declared["pk"].get("composite", [])), name
            assert list(index.sort_keys) == snake(declared["sk"].get("composite", [])), name
            if name != "primary":
                assert index.type == declared["indexType"], name

    def test_references(self, entity):
        described = [
            {
                "type": str(reference.type),
                "target": reference.target,
                "sortKeys": list(reference.sort_keys),
                **(
                    {"required": reference.required}
                    if reference.type is ReferenceType.BELONGS_TO
                    else {"removeDependents": reference.remove_dependents}
                ),
            }
            for reference in schema_of(entity).references
        ]
        assert described == [
            {
                "type": reference["type"],
                "target": reference["target"],
                **reference["options"],
                "sortKeys": snake(reference["options"]["sortKeys"]),
            }
            for reference in ORIGINAL[entity]["references"]
        ]

    def test_collection_accessors(self, entity):
        schema, original = schema_of(entity), ORIGINAL[entity]
        wanted = set(snake(original["collectionAccessors"]))
        generated = {name for name, _ in schema.finders()}
        by_hand = set(snake(original["collection"].get("methods", [])))
        assert generated - by_hand <= wanted | by_hand
        assert wanted <= generated | by_hand
        for name in wanted:
            assert callable(getattr(schema.collection_class, name)), name

    def test_model_accessors(self, entity):
        schema, original = schema_of(entity), ORIGINAL[entity]
        model = schema.model_class
        for reference in schema.references:
            if reference.is_child_reference:
                accessors.install_sorted_getters(model, f"{reference.getter}_by_")
        wanted = {accessor_name(schema, name) for name in original["modelAccessors"]}
        by_hand = {accessor_name(schema, name) for name in original["model"].get("methods", [])}
        # Only the model's own accessors: LatestAudit inherits those of Audit.
        generated = {name for name, member in vars(model).items() if getattr(member, "is_generated", False)}
        assert wanted - generated - by_hand - INHERITED == set()
        assert generated - wanted - by_hand - INHERITED == set()

    def test_methods_written_by_hand(self, entity):
        schema, original = schema_of(entity), ORIGINAL[entity]
        renamed = {"to_json": "to_json"}
        for name in snake(original["model"].get("methods", [])):
            assert callable(getattr(schema.model_class, renamed.get(name, name))), name
        for name in snake(original["collection"].get("methods", [])):
            assert callable(getattr(schema.collection_class, name)), name

    def test_sets_of_constants_are_enums_of_the_model(self, entity):
        model = schema_of(entity).model_class
        enums = [
            sorted(str(value) for value in member)
            for member in vars(model).values()
            if isinstance(member, type) and issubclass(member, StrEnum)
        ]
        for name, constants in (ORIGINAL[entity]["model"].get("statics") or {}).items():
            values = constants.values() if isinstance(constants, dict) else []
            if values and all(isinstance(value, str) for value in values) and not hasattr(model, name):
                assert sorted(values) in enums, name
