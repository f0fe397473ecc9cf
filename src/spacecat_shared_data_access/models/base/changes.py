"""Patcher: the changes of a model that are not stored yet."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import TYPE_CHECKING, Any, NamedTuple

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.base.items import plain_value, watched_values
from spacecat_shared_data_access.models.base.record import RowRecord, copy_record, twin_of
from spacecat_shared_data_access.postgrest.rows import Row
from spacecat_shared_data_access.schema.attribute import MISSING, Record, Validator
from spacecat_shared_data_access.schema.validation import (
    as_hook,
    check_value,
    run_set_hook,
    takes_record,
    validation_error,
)
from spacecat_shared_data_access.schema.values import convert_timestamp, copy_json

if TYPE_CHECKING:
    from spacecat_shared_data_access.schema import Schema


class Changes(NamedTuple):
    """What one save stores, by Python attribute name.

    Attributes:
        set: The values that were set.
        values: The values to store: those, and what watchers derive from them.
    """

    set: Record
    values: Record


class Patcher:
    """Validates the values that are set on a model, and keeps the changes until they are stored.

    Args:
        schema: The entity's schema.
        record: The model's values. Setting an attribute changes them at once.

    Attributes:
        stored: The values as they are stored, without the unsaved changes.
    """

    __slots__ = ("_record", "_schema", "_updates", "stored")

    def __init__(self, schema: Schema, record: MutableMapping[str, Any]) -> None:
        self._schema = schema
        self._record = record
        self._updates: Record = {}
        self.stored = twin_of(record)

    def patch_value(self, name: str, value: Any, *, by_type_only: bool = False) -> None:
        """Set one attribute.

        Args:
            name: The attribute.
            value: Its new value. None is allowed if the attribute is not required.
            by_type_only: Whether to check only the type and leave the attribute's ``validate`` to the
                caller.

        Raises:
            ValidationError: The schema forbids updates, the attribute is read-only or unknown, or the
                value is invalid. The model is not changed.
        """
        self.check_updates_allowed()
        attribute = self._schema.attributes.get(name)
        if attribute is None:
            raise ValidationError(f"Property {name} does not exist on entity {self._schema.entity_name}.")
        if attribute.read_only:
            raise ValidationError(f"The property {name} is read-only and cannot be updated.")
        try:
            value = plain_value(name, value)
            if name in self._schema.timestamps:
                value = convert_timestamp(value)
        except ValidationError as error:
            raise validation_error(self._schema.entity_name, error.message) from error
        check_value(
            self._schema, attribute, value, self._seen_by(attribute.validate), by_type_only=by_type_only
        )
        if attribute.set is not None and not attribute.watch:
            value = run_set_hook(name, as_hook(attribute.set), value, self._seen_by(attribute.set))
        self._updates = {**self._updates, name: value}
        self._record[name] = self._read(name, value)

    def check_updates_allowed(self) -> None:
        """Raise ValidationError if the schema forbids updates."""
        if not self._schema.options.allow_updates:
            raise ValidationError(f"Updates prohibited by schema for {self._schema.model_name}.")

    @property
    def updates(self) -> Record:
        """The attributes that were set since the model was read or saved, with their values."""
        return {name: copy_json(value) for name, value in self._updates.items()}

    @property
    def has_updates(self) -> bool:
        """Whether anything was set since the model was read or saved."""
        return bool(self._updates)

    def stored_value(self, name: str) -> Any:
        """Return an attribute's stored value, without the unsaved changes; None if it is null.

        Raises:
            ValidationError: The attribute was not read.
        """
        return self.stored.get(name)

    def copy(self, record: MutableMapping[str, Any]) -> Patcher:
        """Return a patcher of the same changes for a copy of the model's record."""
        twin = Patcher(self._schema, record)
        twin._updates = self._updates
        twin.stored = twin_of(self.stored)
        return twin

    def changes(self) -> Changes:
        """Return what a save has to store."""
        set_ = self._updates
        return Changes(set_, {**set_, **watched_values(self._schema, self._record, set_)})

    def mark_clean(self, changes: Changes, row: Row | None = None) -> None:
        """Drop changes that were stored, except those that were set again during the save.

        Args:
            changes: What was stored: the result of `changes`.
            row: The stored row, if known: a trigger may have set another ``updated_at``.
        """
        again: Record = {}
        if self._updates is not changes.set:
            again = {
                name: value
                for name, value in self._updates.items()
                if value is not changes.set.get(name, MISSING)
            }
        self._updates = again
        self.stored.update(changes.values)
        read = changes.values
        if again or self._schema.get_hooks:
            read = {name: self._read(name, value) for name, value in read.items() if name not in again}
        self._record.update(read)
        if row is not None and "updated_at" in row and isinstance(self.stored, RowRecord):
            self.stored.mark_stored({"updated_at": row["updated_at"]})

    def _seen_by(self, hook: Validator | None) -> Record:
        # The record that a hook receives: a copy, if it takes one at all.
        return copy_record(self._record) if hook is not None and takes_record(hook) else {}

    def _read(self, name: str, value: Any) -> Any:
        get = self._schema.get_hooks.get(name)
        return value if get is None or value is None else get(value)
