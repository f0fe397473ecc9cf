"""JSON Schema of an entity: what its models' ``to_json`` returns, for programs in any language."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from spacecat_shared_data_access.schema.attribute import MISSING, Attribute
from spacecat_shared_data_access.schema.validation import (
    has_text,
    is_integer,
    is_number,
    is_url,
    is_uuid,
    optional,
)
from spacecat_shared_data_access.schema.values import to_jsonable

if TYPE_CHECKING:
    from spacecat_shared_data_access.schema.schema import Schema

_TYPES: Final[Mapping[str, dict[str, Any]]] = {
    "string": {"type": "string"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
    "list": {"type": "array"},
    "set": {"type": "array", "uniqueItems": True},
    "map": {"type": "object"},
    "any": {},
}

# What a declaration's validator says about a value besides its type.
_BY_VALIDATOR: Final[Mapping[Callable[..., object], dict[str, Any]]] = {
    is_uuid: {"format": "uuid"},
    optional(is_uuid): {"format": "uuid"},
    is_url: {"format": "uri"},
    optional(is_url): {"format": "uri"},
    has_text: {"minLength": 1},
    is_integer: {"type": "integer"},
    optional(is_integer): {"type": "integer"},
    is_number: {"type": "number"},
    optional(is_number): {"type": "number"},
}


def json_schema_of(schema: Schema) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of an entity: see `BaseModel.json_schema`."""
    attributes = schema.attributes.values()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": schema.model_name,
        "description": inspect.getdoc(schema.model_class) or schema.model_name,
        "type": "object",
        "properties": {each.json_name: _property_of(schema, each) for each in attributes},
        "required": [each.json_name for each in attributes if _is_always_present(each)],
    }


def _is_always_present(attribute: Attribute) -> bool:
    return attribute.required and (attribute.column is not None or attribute.default is not MISSING)


def _property_of(schema: Schema, attribute: Attribute) -> dict[str, Any]:
    if attribute.values is None:
        declared = {"type": attribute.type, "items": attribute.items, "properties": attribute.properties}
        described = _value_of(declared)
    else:
        described = {"type": "string", "enum": list(attribute.values)}
    described |= _of_validator(attribute)
    if attribute.name in schema.timestamps:
        described["format"] = "date-time"
    elif attribute.is_id or attribute.name in {each.foreign_key for each in schema.parents}:
        described["format"] = "uuid"
    description = attribute.description or _enum_description(attribute.type)
    if description:
        described["description"] = description
    if attribute.read_only or not schema.options.allow_updates:
        described["readOnly"] = True
    if not callable(attribute.default) and attribute.default not in (MISSING, None):
        described["default"] = to_jsonable(attribute.default)
    return described


def _of_validator(attribute: Attribute) -> dict[str, Any]:
    try:
        return _BY_VALIDATOR.get(attribute.validate, {}) if attribute.validate else {}
    except TypeError:  # an unhashable callable object
        return {}


def _value_of(declared: object) -> dict[str, Any]:
    # A value as a declaration's `items` and `properties` describe it.
    if not isinstance(declared, Mapping):
        return {}
    kind = declared.get("type", "any")
    if not isinstance(kind, str):
        return {"type": "string", "enum": [str(value) for value in kind]}
    described = dict(_TYPES.get(kind, {}))
    if kind in {"list", "set"} and declared.get("items"):
        described["items"] = _value_of(declared["items"])
    if kind == "map" and isinstance(declared.get("properties"), Mapping):
        fields = declared["properties"]
        described["properties"] = {name: _value_of(field) for name, field in fields.items()}
        required = [
            name for name, field in fields.items() if isinstance(field, Mapping) and field.get("required")
        ]
        if required:
            described["required"] = required
    return described


def _enum_description(type_: object) -> str | None:
    # The class's own docstring, not that of StrEnum.
    is_enum = isinstance(type_, type) and issubclass(type_, StrEnum)
    doc = vars(type_).get("__doc__") if is_enum else None
    return inspect.cleandoc(doc) if doc else None
