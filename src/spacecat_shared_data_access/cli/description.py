"""Descriptions of entities as data, for `entities` and `describe`."""

from __future__ import annotations

from collections.abc import Iterable
from inspect import getdoc
from typing import Any, Final

from spacecat_shared_data_access.models.base import BaseCollection, BaseModel, EntityRegistry
from spacecat_shared_data_access.models.base.accessors import install_sorted_getters
from spacecat_shared_data_access.models.base.properties import attributes_without_property
from spacecat_shared_data_access.models.configuration import Configuration, ConfigurationCollection
from spacecat_shared_data_access.schema import Attribute, Index, Reference, Schema
from spacecat_shared_data_access.schema.attribute import MISSING
from spacecat_shared_data_access.schema.json_schema import json_schema_of
from spacecat_shared_data_access.schema.printing import maker_name

WITHOUT_SCHEMA: Final[str] = Configuration.ENTITY_NAME


def summary_of(entity: str) -> dict[str, Any]:
    """Return an entity's name, its table (None if it has none) and a sentence about it."""
    if entity == WITHOUT_SCHEMA:
        return {"entity": entity, "table": None, "summary": _sentence(Configuration)}
    schema = EntityRegistry.schema_of(entity)
    return {"entity": entity, "table": schema.table, "summary": _sentence(schema.model_class)}


def description_of(schema: Schema) -> dict[str, Any]:
    """Return everything that a schema declares, as JSON values by Python names."""
    return {
        **summary_of(schema.model_name),
        "allow_updates": schema.options.allow_updates,
        "allow_remove": schema.options.allow_remove,
        "attributes": [_attribute(each) for each in schema.attributes.values()],
        "indexes": [_index(each) for each in schema.indexes.values()],
        "references": [_reference(each) for each in schema.references],
        "accessors": accessors_of(schema),
        "json_schema": json_schema_of(schema),
    }


def description_of_configuration() -> dict[str, Any]:
    """Return the description of Configuration, which has neither a table nor a schema."""
    return {
        **summary_of(WITHOUT_SCHEMA),
        "accessors": {
            "collection": {"methods": _methods(ConfigurationCollection, object)},
            "model": {"methods": _methods(Configuration, object)},
        },
    }


def accessors_of(schema: Schema) -> dict[str, dict[str, list[str]]]:
    """Return the names of an entity's methods, except those that all entities have.

    They are looked up on the classes, so every one of them exists.
    """
    model, collection = schema.model_class, schema.collection_class
    names = list(schema.attributes)
    described = {
        "getters": _present(model, (f"get_{name}" for name in names)),
        "setters": _present(model, (f"set_{name}" for name in names)),
        "attributes_without_property": attributes_without_property(schema),
        "references": _present(model, _reference_getters(schema)),
    }
    finders = _present(collection, (name for name, _ in schema.finders()))
    return {
        "collection": {"finders": finders, "methods": _methods(collection, BaseCollection, finders)},
        "model": {**described, "methods": _methods(model, BaseModel, *described.values())},
    }


def _sentence(cls: type) -> str:
    return (getdoc(cls) or "").partition("\n")[0]


def _attribute(attribute: Attribute) -> dict[str, Any]:
    described: dict[str, Any] = {
        "name": attribute.name,
        "json_name": attribute.json_name,
        "type": attribute.type if isinstance(attribute.type, str) else "enum",
        "column": attribute.column,
        "required": attribute.required,
        "read_only": attribute.read_only,
    }
    if attribute.values is not None:
        described["values"] = list(attribute.values)
    if callable(attribute.default):
        described["default_made_by"] = maker_name(attribute.default)
    elif attribute.default is not MISSING:
        described["default"] = attribute.default
    if attribute.items is not None:
        described["items"] = attribute.items
    return described


def _index(index: Index) -> dict[str, Any]:
    return {
        "name": index.name,
        "type": index.type,
        "partition_keys": list(index.partition_keys),
        "sort_keys": list(index.sort_keys),
    }


def _reference(reference: Reference) -> dict[str, Any]:
    described: dict[str, Any] = {
        "type": reference.type,
        "target": reference.target,
        "entity": reference.entity,
        "accessor": reference.getter,
    }
    if reference.is_child_reference:
        return {**described, "remove_dependents": reference.remove_dependents}
    return {
        **described,
        "foreign_key": reference.foreign_key,
        "required": reference.required,
        "sort_keys": list(reference.sort_keys),
    }


def _reference_getters(schema: Schema) -> Iterable[str]:
    for reference in schema.references:
        prefix = f"{reference.getter}_by_"
        if reference.is_child_reference and issubclass(schema.model_class, BaseModel):
            install_sorted_getters(schema.model_class, prefix)
        yield reference.getter
        yield from (name for name in vars(schema.model_class) if name.startswith(prefix))


def _present(cls: type, names: Iterable[str]) -> list[str]:
    return [name for name in dict.fromkeys(names) if hasattr(cls, name)]


def _methods(cls: type, base: type, *described: Iterable[str]) -> list[str]:
    # Methods that neither the base nor another list has. A name with a capital is a nested enum.
    known = {*dir(base), *(name for names in described for name in names)}
    return [
        name for name in dir(cls) if name not in known and name[0].islower() and callable(getattr(cls, name))
    ]
