"""Items: what becomes of values on their way into a record and out of one."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.postgrest.records import Row, row_to_record
from spacecat_shared_data_access.schema.attribute import MISSING, Record
from spacecat_shared_data_access.schema.validation import call_hook, check_item
from spacecat_shared_data_access.schema.values import later_than, plain

if TYPE_CHECKING:
    from spacecat_shared_data_access.schema import Schema


def prepare(schema: Schema, item: Mapping[str, Any]) -> Record:
    """Make an item ready to be stored: plain values, defaults, ``set`` hooks, then validation.

    Args:
        schema: What the entity declares.
        item: Values by Python or JSON attribute name; not changed.

    Raises:
        ValidationError: Names every attribute that is unknown or wrong, joined with ``, ``.
    """
    if not isinstance(item, Mapping):
        raise ValidationError("an item must be a mapping")
    record = with_defaults(schema, item)
    for name, set_ in schema.set_hooks:
        value = call_hook(set_, record.get(name), record)
        if value is not None:
            record[name] = value
    check_item(schema, record)
    return record


def with_defaults(schema: Schema, item: Mapping[str, Any]) -> Record:
    """Give an item's values as plain JSON, with the defaults of what it lacks. Raises as `plain_values`."""
    record = plain_values(schema, item)
    for attribute in schema.with_default:
        if attribute.name not in record:
            default = attribute.make_default()
            if default is not MISSING:
                record[attribute.name] = plain(default)
    return record


def plain_values(schema: Schema, values: Mapping[str, Any]) -> Record:
    """Give values as plain JSON by Python attribute name, whichever spelling their keys have.

    Raises:
        ValidationError: A key is no attribute, or a value cannot be stored; the message names it.
    """
    named = schema.by_attribute(values)
    for name, value in named.items():
        if (
            value.__class__ is not str or not value.isascii()
        ):  # such a text, the most frequent value, is plain
            named[name] = plain_value(name, value)
    return named


def plain_value(name: str, value: Any) -> Any:
    """Give one attribute's value as plain JSON. Raises ValidationError, which names the attribute."""
    try:
        return plain(value)
    except ValidationError as error:
        raise ValidationError(f"{name}: {error.message}") from error


def hydrate(schema: Schema, row: Row, log: logging.Logger) -> Record:
    """Turn a row into a model's record: ``get`` hooks, and defaults of what has no column.

    Args:
        schema: What the entity declares.
        row: Not changed.
        log: Where to tell of a hook that failed; the value then stays as it is stored.
    """
    record = row_to_record(schema, row)
    for attribute in schema.unstored_with_default:
        record.setdefault(attribute.name, plain(attribute.make_default()))
    for name, get in schema.get_hooks:
        if name in record:
            try:
                record[name] = get(record[name])
            except Exception:
                log.warning("Failed to apply getter for %s on [%s]", name, schema.entity_name, exc_info=True)
    return record


def watched_values(schema: Schema, record: Record, changed: Mapping[str, Any]) -> Record:
    """Give what watchers set because of a change: ``updated_at``, and whatever is derived.

    Args:
        schema: What the entity declares.
        record: The model's values, the changed ones among them; not changed.
        changed: The attributes that changed.
    """
    values: Record = {}
    for name, attribute in schema.attributes.items():
        if attribute.set is None or not attribute.watches(changed):
            continue
        if name == "updated_at":
            values[name] = later_than(record.get(name))
        else:
            values[name] = call_hook(attribute.set, record.get(name), {**record, **values})
    return values
