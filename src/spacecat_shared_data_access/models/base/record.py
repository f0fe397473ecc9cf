"""RowRecord: a model's values, read from its row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from spacecat_shared_data_access.postgrest.log_events import LogEvent, log_fields
from spacecat_shared_data_access.postgrest.rows import Row, from_stored
from spacecat_shared_data_access.schema.attribute import Attribute, Record
from spacecat_shared_data_access.schema.partial_record import PartialRecord, not_read
from spacecat_shared_data_access.schema.values import copy_json, read_timestamp, to_jsonable

if TYPE_CHECKING:
    from spacecat_shared_data_access.models.base.collection import BaseCollection
    from spacecat_shared_data_access.models.base.model import BaseModel
    from spacecat_shared_data_access.schema.schema import Field, Schema

# Shared by the records of which nothing was set. It stays empty: a record that keeps anything has its own.
_NOTHING_SET: Final[dict[str, Any]] = {}


class RowRecord(MutableMapping[str, Any]):
    """The values of a model that was read, by Python attribute name. Null values are absent.

    A value is converted from the row when it is read, and nested values are copied. Setting a value replaces
    the row by a copy. A column without an attribute keeps its name.

    If only some attributes were read, accessing another one raises ValidationError: it may not be null, so
    whatever depends on it could go wrong.

    Args:
        collection: The collection of the model.
        row: Its values by column name; not changed.
        is_whole: Whether all attributes were read: a column that the row lacks is then null.

    Attributes:
        row: The values by column name, as the database returned them or as they were set.
        kept: The values that need no conversion: those that were set (None for null), results of ``get``
            hooks, and defaults of attributes without a column.
    """

    __slots__ = ("_collection", "_is_whole", "kept", "row")

    def __init__(self, collection: BaseCollection[Any], row: Row, is_whole: bool) -> None:  # noqa: FBT001 - called once per row: a keyword costs time
        self._collection = collection
        self.row = row
        self._is_whole = is_whole
        self.kept = _NOTHING_SET
        if collection.schema.computes_values:
            self.kept = {
                attribute.name: to_jsonable(attribute.make_default())
                for attribute in collection.schema.virtual_defaults
                if self.stored_value(attribute.name) is None
            }

    @property
    def is_partial(self) -> bool:
        """Whether only some attributes were read."""
        return not self._is_whole and any(map(self._row_lacks, self._collection.schema.columns))

    @property
    def unread(self) -> frozenset[str]:
        """The attributes that were neither read nor set."""
        if self._is_whole:
            return frozenset()
        return frozenset(filter(self._row_lacks, self._collection.schema.columns))

    def stored_value(self, name: str) -> Any:
        """Return an attribute's value as it is in the row; None if it is null or was not read."""
        schema, row = self._collection.schema, self.row
        if name not in schema.row_keys:
            return None if name in schema.stored_columns else row.get(name)
        first, column = schema.row_keys[name]
        value = row.get(first)
        return row.get(column) if value is None else value

    def stored_row(self) -> Row:
        """Return the values as they are in the row, by column, without those that are null or were not read."""
        schema, row = self._collection.schema, self.row
        columns = schema.stored_columns
        stored = row.copy()  # faster than a new dict of the same values
        for key, value in row.items():
            if value is None or key not in columns:
                del stored[key]
        for name, column in schema.renamed_columns:
            value = row.get(name)
            if value is not None:
                stored[column] = value
        return stored

    def known_value(self, name: str) -> Any:
        """Return a value; None if it is null or was not read."""
        if name in self.kept:
            return copy_json(self.kept[name])
        schema, value = self._collection.schema, self.stored_value(name)
        is_timestamp = value.__class__ is str and name in schema.timestamps
        value = read_timestamp(value) if is_timestamp else from_stored(value)
        get = schema.get_hooks.get(name)
        if get is None or value is None:
            return value
        # If two threads read it first at the same time, both get the same object.
        return copy_json(self.kept.setdefault(name, self._apply(get, name, value)))

    def selected(self, fields: Iterable[Field]) -> Record:
        """Return some of the values, without those that are null or were not read.

        Args:
            fields: The attributes, such as `Schema.fields`.
        """
        row, kept = self.row, self.kept
        found: Record = {}
        for key, name, column, alias, read_text in fields:
            value = row.get(column)
            if value.__class__ is str and (alias is None or alias not in row):  # most values
                found[key] = read_text(value) if "T" in value and name not in kept else value
            elif value is not None or column is None or alias in row:
                value = self.known_value(name)
                if value is not None:
                    found[key] = value
        return found

    def copy(self) -> Record:
        """Return the values as a dict, which refuses what was not read, as this record does."""
        schema, unread = self._collection.schema, self.unread
        found = self.selected(schema.fields)
        for name in (*self.row, *self.kept):
            if name not in schema.stored_columns and name not in found:
                value = self.known_value(name)
                if value is not None:
                    found[name] = value
        return PartialRecord(found, unread) if unread else found

    def twin(self) -> RowRecord:
        """Return an independent record of the same row, with the same values set."""
        twin = RowRecord(self._collection, self.row, self._is_whole)
        if self.kept:
            twin.kept = {name: copy_json(value) for name, value in self.kept.items()}
        return twin

    def mark_stored(self, changes: Row) -> None:
        """Keep the exact stored values of some columns."""
        self.row = {**self.row, **changes}

    def get(self, key: str, default: Any = None) -> Any:
        """Return a value, or the default if it is null.

        Raises:
            ValidationError: The attribute was not read.
        """
        value = self.known_value(key)
        if value is not None:
            return value
        if not self._is_whole and key in self.unread:
            raise not_read([key])
        return default

    def _row_lacks(self, name: str) -> bool:
        return self._collection.schema.columns[name] not in self.row and name not in self.row

    def _apply(self, get: Callable[[Any], Any], name: str, value: Any) -> Any:
        try:
            return get(value)
        except Exception:
            entity_name, log = self._collection.entity_name, self._collection.log
            log.warning(
                "Failed to apply getter for %s on [%s]",
                name,
                entity_name,
                exc_info=True,
                extra=log_fields(LogEvent.GETTER_FAILED, entity=entity_name, attribute=name),
            )
            return value

    def __getitem__(self, name: str) -> Any:
        value = self.get(name)
        if value is None:
            raise KeyError(name)
        return value

    def __setitem__(self, name: str, value: Any) -> None:
        self.update({name: value})

    def update(self, values: Any = (), /, **more: Any) -> None:
        """Set several values, as a dict's ``update`` does."""
        new = dict(values)
        new.update(more)
        keys = self._collection.schema.row_keys
        # Getters read most values from the row, whether they were set or not.
        row = self.row.copy()
        for name, value in new.items():
            for key in keys.get(name, (name,)):
                row[key] = value
        self.row = row
        self.kept = {**self.kept, **new}

    def __delitem__(self, name: str) -> None:
        if name not in self:
            raise KeyError(name)
        self[name] = None

    def __contains__(self, name: object) -> bool:
        return self.get(name) is not None  # type: ignore[arg-type] # any other key is not found

    def __iter__(self) -> Iterator[str]:
        return iter(self.copy())

    def __len__(self) -> int:
        return len(self.copy())

    def __reduce__(self) -> tuple[Any, ...]:
        return dict, (dict(self.copy()),)  # a copy, or a pickle, is a dict: it has no collection

    def __repr__(self) -> str:
        return repr(dict(self.copy()))


def attribute_getter(schema: Schema, attribute: Attribute) -> Callable[[BaseModel], Any]:
    """Return the method of a model that returns an attribute's value from its record."""
    name, column, alias, read_text = schema.reading(attribute.name)
    if column is None:

        def get(self: BaseModel) -> Any:
            return copy_json(self.record.get(name))

    else:

        def get(self: BaseModel) -> Any:
            record: Any = self._record
            try:
                value = record.row[column]
            except (AttributeError, KeyError):  # not a RowRecord, or its row lacks the column
                return copy_json(record.get(name))
            if alias is not None and alias in record.row:
                return record.get(name)
            if value.__class__ is str:  # the most frequent case, without further calls
                return read_text(value) if "T" in value and name not in record.kept else value
            return None if value is None else record.get(name)

    if isinstance(attribute.type, type) and issubclass(attribute.type, StrEnum):
        members: Mapping[Any, StrEnum] = {member.value: member for member in attribute.type}
        read = get

        def get(self: BaseModel) -> Any:
            value = read(self)
            # A value that is newer than this version of the package stays a text.
            return members.get(value, value) if isinstance(value, str) else value

    return get


def plain_values(record: MutableMapping[str, Any], schema: Schema, fields: Sequence[Field]) -> dict[str, Any]:
    """Return some values of a model's record as plain JSON, without those that are null or were not read.

    Args:
        record: The model's values.
        schema: The entity.
        fields: The attributes: `Schema.fields` or `Schema.json_fields`.
    """
    if isinstance(record, RowRecord):
        values = record.selected(fields)
        if not record.kept:  # so no hook was called
            return values
    else:
        known = ((key, copy_json(record.get(name))) for key, name, *_ in fields)
        values = {key: value for key, value in known if value is not None}
    hooks = schema.get_hooks
    for key, name, *_ in fields if hooks else ():
        if name in hooks and key in values:
            # A value that a hook changed is converted back to the one that is stored.
            values[key] = to_jsonable(values[key])
    return values


def known_value(record: MutableMapping[str, Any], name: str) -> Any:
    """Return a value of a model's record; None if it is null or was not read."""
    return record.known_value(name) if isinstance(record, RowRecord) else record.get(name)


def unread_in(record: MutableMapping[str, Any], names: Iterable[str]) -> list[str]:
    """Return those of some attributes that were neither read nor set."""
    unread = record.unread if isinstance(record, RowRecord) else frozenset()
    return [name for name in names if name in unread]


def twin_of(record: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Return an independent copy of a model's record, of the same type."""
    return record.twin() if isinstance(record, RowRecord) else copy_record(record)


def copy_record(record: MutableMapping[str, Any]) -> Record:
    """Return a deep copy of a model's record, so that a hook cannot change the model."""
    if isinstance(record, RowRecord):
        return record.copy()
    return {name: copy_json(value) for name, value in record.items()}
