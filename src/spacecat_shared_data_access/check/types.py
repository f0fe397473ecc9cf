"""Which column types can hold the values of an attribute."""

from __future__ import annotations

from typing import Final

from spacecat_shared_data_access.check.facts import ColumnFacts
from spacecat_shared_data_access.schema import Attribute, ReferenceType, Schema
from spacecat_shared_data_access.schema.validation import is_uuid, optional

_TIMESTAMP: Final = "timestamp with time zone"
_TEXTS: Final = frozenset({"text", "character varying", "character", "citext"})
_NUMBERS: Final = frozenset({"smallint", "integer", "bigint", "numeric", "real", "double precision"})
_JSON: Final = frozenset({"json", "jsonb"})
_UUID_LENGTH: Final = 36
_TIMESTAMP_LENGTH: Final = 24  # 2026-01-01T00:00:00.000Z


def expected_type(schema: Schema, attribute: Attribute) -> str:
    """Return the column type that fits an attribute best."""
    if attribute.values is not None:
        return "text"
    match attribute.type:
        case "string":
            if _is_uuid(schema, attribute):
                return "uuid"
            return _TIMESTAMP if _is_timestamp(schema, attribute) else "text"
        case "number":
            return "numeric"
        case "boolean":
            return "boolean"
    return "jsonb"


def can_hold(schema: Schema, attribute: Attribute, column: ColumnFacts) -> bool:
    """Return whether a column can hold the values of an attribute."""
    if column.max_length is not None and column.max_length < _least_length(schema, attribute):
        return False
    if attribute.values is not None:
        return column.type in _TEXTS or column.values is not None
    if attribute.type in {"list", "set"} and _is_array_of(attribute, column.type):
        return True
    return column.type in _types(schema, attribute)


def _types(schema: Schema, attribute: Attribute) -> frozenset[str]:
    match attribute.type:
        case "string":
            return _TEXTS | _types_of_text(schema, attribute)
        case "number":
            return _NUMBERS
        case "boolean":
            return frozenset({"boolean"})
    return _JSON


def _types_of_text(schema: Schema, attribute: Attribute) -> set[str]:
    # The types, besides texts, whose values PostgREST reads and writes as the texts of this attribute. IDs and dates
    # are also recognized by their names, since not every attribute declares what its texts are.
    name, types = attribute.name, set[str]()
    if _is_uuid(schema, attribute) or name.endswith("_id"):
        types.add("uuid")
    if _is_timestamp(schema, attribute) or name.endswith(("_date", "_time")):
        types.add(_TIMESTAMP)
    if name.endswith("_date") and name not in schema.timestamps:
        types.add("date")
    return types


def _is_array_of(attribute: Attribute, type_: str) -> bool:
    if not type_.endswith("[]"):
        return False
    element, item = type_.removesuffix("[]"), (attribute.items or {}).get("type")
    match item:
        case "number":
            return element in _NUMBERS
        case "boolean":
            return element == "boolean"
        case None | "any" | "map":
            return element in _JSON
    return element not in _NUMBERS | _JSON | {"boolean"}  # strings, or the values of an enum


def _least_length(schema: Schema, attribute: Attribute) -> int:
    if attribute.values is not None:
        return max(map(len, attribute.values))
    if _is_uuid(schema, attribute):
        return _UUID_LENGTH
    return _TIMESTAMP_LENGTH if _is_timestamp(schema, attribute) else 0


def _is_uuid(schema: Schema, attribute: Attribute) -> bool:
    is_foreign_key = attribute.name in {
        each.foreign_key for each in schema.references_by_type(ReferenceType.BELONGS_TO)
    }
    return attribute.is_id or is_foreign_key or attribute.validate in {is_uuid, optional(is_uuid)}


def _is_timestamp(schema: Schema, attribute: Attribute) -> bool:
    return attribute.name in schema.timestamps or attribute.name.endswith("_at")
