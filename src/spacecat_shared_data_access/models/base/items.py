"""Items: build records from the items of a create."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, MutableMapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from uuid import UUID

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.base.record import copy_record, known_value, unread_in
from spacecat_shared_data_access.schema.attribute import MISSING, Record
from spacecat_shared_data_access.schema.item_checks import ItemChecker
from spacecat_shared_data_access.schema.partial_record import not_read
from spacecat_shared_data_access.schema.validation import run_set_hook
from spacecat_shared_data_access.schema.values import (
    NUL,
    convert_timestamp,
    later_than,
    new_id,
    new_ids,
    now,
    to_jsonable,
    touch,
)

if TYPE_CHECKING:
    from spacecat_shared_data_access.schema import Schema


_ANY_ID: Final = str(UUID(int=0))  # as valid as any other


class _Shape(NamedTuple):
    # The attributes and defaults of all items that have the same keys.
    names: tuple[str, ...]  # the attributes of the keys
    timestamps: tuple[str, ...]  # those of them that are timestamps
    defaults: Record  # the defaults of all other attributes; None for those that each item computes
    computed: list[tuple[str, Callable[[], Any]]]
    checker: ItemChecker  # checks all but the defaults that are valid in every item


class ItemBuilder:
    """Builds the records of the items of one call.

    All of them get the same time, and their IDs are generated together. What depends only on an item's keys
    is computed once for each set of keys.

    Args:
        schema: The entity's schema.
        count: How many items there are.
    """

    def __init__(self, schema: Schema, count: int = 1) -> None:
        self._schema = schema
        self._count = count
        self._present = now()
        self._ids: list[str] = []
        self._shapes: dict[tuple[str, ...], _Shape] = {}
        self._hooks = [(name, self._at_present if set_ is touch else set_) for name, set_ in schema.set_hooks]
        self._hooks_set_time_only = all(set_ == self._at_present for _, set_ in self._hooks)
        self._checker = ItemChecker(schema)

    def prepare(self, item: Mapping[str, Any]) -> Record:
        """Return the record of an item: with plain values, defaults and ``set`` hooks, validated.

        Args:
            item: Values by Python or JSON attribute name; not changed.

        Raises:
            ValidationError: Attributes are unknown or invalid. The message names all of them, joined with ``, ``.
        """
        if not isinstance(item, Mapping):
            raise ValidationError("an item must be a mapping")
        shape = self._shape_of(item)
        record = self._with_defaults(item, shape)
        for name, set_ in self._hooks:
            value = run_set_hook(name, set_, record.get(name), record)
            if value is not None:
                record[name] = value
        shape.checker.check(record)
        return record

    def with_defaults(self, item: Mapping[str, Any]) -> Record:
        """Return an item's values as plain JSON, with the defaults of the attributes that it lacks.

        Raises:
            ValidationError: A key is not an attribute, or a value cannot be stored; the message names it.
        """
        return self._with_defaults(item, self._shape_of(item))

    def _with_defaults(self, item: Mapping[str, Any], shape: _Shape) -> Record:
        record = dict(zip(shape.names, item.values(), strict=True))
        _make_plain(record, shape.timestamps)
        record.update(shape.defaults)
        for name, make in shape.computed:
            default = make()
            if default is MISSING:
                del record[name]
            else:
                record[name] = to_jsonable(default)
        return record

    def _shape_of(self, item: Mapping[str, Any]) -> _Shape:
        keys = tuple(item)
        shape = self._shapes.get(keys)
        if shape is None:
            shape = self._shapes[keys] = self._new_shape(item)
        return shape

    def _new_shape(self, item: Mapping[str, Any]) -> _Shape:
        given, uuids = self._schema.by_attribute(item), self._schema.uuids
        defaults: Record = {}
        computed: list[tuple[str, Callable[[], Any]]] = []
        for attribute in self._schema.with_default:
            name, default = attribute.name, attribute.default
            if name in given:
                continue
            defaults[name] = None
            if default is now:
                defaults[name] = self._present
            elif default is new_id:
                computed.append((name, self._fresh_id))
            elif _is_plain_text(default):
                defaults[name] = default
            elif default is not None:
                computed.append((name, attribute.make_default))
        timestamps = tuple(self._schema.timestamps & given.keys())
        same: Record = {}
        if self._hooks_set_time_only:  # another hook may change the record
            differing = {*given, *dict(computed), *dict(self._hooks)}
            same = {name: defaults.get(name) for name in self._schema.attributes if name not in differing}
            same |= {name: _ANY_ID for name, make in computed if make == self._fresh_id and name in uuids}
        return _Shape(tuple(given), timestamps, defaults, computed, self._checker.without(same))

    def _fresh_id(self) -> str:
        if not self._ids:
            self._ids = new_ids(self._count)
        return self._ids.pop()

    def _at_present(self, _value: object, _record: object) -> str:
        return self._present


def plain_values(schema: Schema, values: Mapping[str, Any]) -> Record:
    """Return values as plain JSON by Python attribute name.

    Args:
        schema: The entity's schema.
        values: Values by Python or JSON attribute name.

    Raises:
        ValidationError: A key is not an attribute, or a value cannot be stored; the message names it.
    """
    named = schema.by_attribute(values)
    _make_plain(named, schema.timestamps & named.keys())
    return named


def _make_plain(record: Record, timestamps: Iterable[str]) -> None:
    for name, value in record.items():
        if value.__class__ is not str or not value.isascii() or NUL in value:  # see _is_plain_text
            record[name] = plain_value(name, value)
    for name in timestamps:
        record[name] = convert_timestamp(record[name])


def _is_plain_text(value: object) -> bool:
    # The most frequent kind of value. It needs no conversion.
    return value.__class__ is str and value.isascii() and NUL not in value


def plain_value(name: str, value: Any) -> Any:
    """Return one attribute's value as plain JSON. Raises ValidationError, which names the attribute."""
    try:
        return to_jsonable(value)
    except ValidationError as error:
        raise ValidationError(f"{name}: {error.message}") from error


def watched_values(schema: Schema, record: MutableMapping[str, Any], changed: Mapping[str, Any]) -> Record:
    """Return the values that watchers derive from a change, such as ``updated_at``.

    Args:
        schema: The entity's schema.
        record: The model's values, including the changed ones; not changed.
        changed: The attributes that changed.

    Raises:
        ValidationError: A watcher needs attributes that were not read; the message names them.
    """
    values: Record = {}
    for attribute, set_ in schema.watchers:
        name = attribute.name
        if not attribute.watches(changed):
            continue
        if name == "updated_at":
            values[name] = later_than(known_value(record, name))
            continue
        watched = () if attribute.watch == "*" else attribute.watch
        missing = unread_in(record, (name, *watched))
        if missing:
            raise not_read(missing, f"what follows from {', '.join(changed)}")
        seen = copy_record(record)
        seen.update(values)
        values[name] = run_set_hook(name, set_, seen.get(name), seen)
    return values
