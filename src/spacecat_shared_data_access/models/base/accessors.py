"""Accessors: the methods that a schema gives its model and its collection, made once on the class."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from copy import deepcopy
from enum import StrEnum
from inspect import Parameter, Signature
from typing import TYPE_CHECKING, Any, Final

from spacecat_shared_data_access.errors import DataAccessError, ReferenceError, unknown_keyword
from spacecat_shared_data_access.models.base.options import Options, key_value
from spacecat_shared_data_access.models.base.registry import EntityRegistry
from spacecat_shared_data_access.postgrest.sync_bridge import bridge_override, is_bridged, sync_or_async
from spacecat_shared_data_access.schema import Attribute, Reference, ReferenceType, Schema
from spacecat_shared_data_access.schema.naming import id_name_for, reference_getter_for, with_keys
from spacecat_shared_data_access.schema.validation import check_key, has_text
from spacecat_shared_data_access.schema.values import copy_json

if TYPE_CHECKING:
    from spacecat_shared_data_access.models.base.collection import BaseCollection
    from spacecat_shared_data_access.models.base.model import BaseModel

_SELF: Final = Parameter("self", Parameter.POSITIONAL_OR_KEYWORD)
_OPTIONS: Final = Parameter("options", Parameter.VAR_KEYWORD)

_log: Final = logging.getLogger("spacecat_shared_data_access")


def install_finders(cls: type, schema: Schema) -> None:
    """Give a collection ``all_by_…`` and ``find_by_…`` for every prefix of every index."""
    for name, keys in schema.finders():
        _install(cls, name, sync_or_async(_finder(schema, name, keys)))


def install_attribute_accessors(cls: type, schema: Schema) -> None:
    """Give a model a getter for each attribute, and a setter for each that may change."""
    for name, attribute in schema.attributes.items():
        _install(cls, f"get_{name}", _getter(schema, attribute))
        if schema.options.allow_updates and not attribute.read_only:
            _install(cls, f"set_{name}", _setter(attribute))


def install_reference_getters(cls: type, schema: Schema) -> None:
    """Give a model an accessor for each reference."""
    for reference in schema.references:
        follow = (
            _parent_getter(reference) if not reference.is_child_reference else _children_getter(reference, ())
        )
        _install(cls, reference.getter, sync_or_async(follow))


def install_sorted_getters(cls: type[BaseModel], name: str) -> bool:
    """Give a model the accessors that narrow a reference's children by the target's sort keys.

    They depend on the target's own schema, so they are made when one of them is first asked for.

    Args:
        cls: The model.
        name: The accessor that was asked for, such as ``get_tickets_by_updated_at``.

    Returns:
        Whether the model has it now.

    Raises:
        ReferenceError: The name is one of a reference whose target is not registered.
    """
    schema: Schema | None = getattr(cls, "schema", None)
    if schema is None or not name.startswith("get_"):
        return False
    for reference in schema.references:
        if reference.is_child_reference and name.startswith(f"{reference.getter}_by_"):
            for keys in _sorted_key_sets(schema, reference):
                follow = sync_or_async(_children_getter(reference, keys))
                _install(cls, with_keys(f"{reference.getter}_by", keys), follow)
    return name in vars(cls)


def parent_getter(parent: BaseModel) -> str:
    """Give the name of the accessor by which children reach this parent."""
    return reference_getter_for(parent.schema.model_name, many=False)


def _install(cls: type, name: str, method: Callable[..., Any]) -> None:
    present = getattr(cls, name, None)
    if present is None or getattr(present, "is_generated", False):
        method.is_generated = True  # type: ignore[attr-defined] # so that a rebuilt schema may replace it
        method.__qualname__ = f"{cls.__name__}.{name}"
        setattr(cls, name, method)
    elif is_bridged(method) and not is_bridged(present):
        setattr(cls, name, bridge_override(present, method))


def _finder(schema: Schema, name: str, keys: tuple[str, ...]) -> Callable[..., Any]:
    if name.startswith("all_by_"):

        async def find(self: BaseCollection[Any], *values: Any, **options: Any) -> Any:
            return await self.all_by_index_keys(_keys(schema, name, keys, values, options), **options)
    else:

        async def find(self: BaseCollection[Any], *values: Any, **options: Any) -> Any:
            return await self.find_by_index_keys(_keys(schema, name, keys, values, options), **options)

    what = "all entities" if name.startswith("all_by_") else "the first entity"
    return _taking(keys, _named(find, name, f"Find {what} by {', '.join(keys)}. Takes the options of `all`."))


def _keys(
    schema: Schema, name: str, keys: tuple[str, ...], values: tuple[Any, ...], options: dict[str, Any]
) -> dict[str, Any]:
    # Keys come by position or by name; what is left in the options are options.
    if len(values) > len(keys):
        raise TypeError(f"{name}() takes {len(keys)} keys ({', '.join(keys)}) but {len(values)} were given")
    named = dict(zip(keys, values, strict=False))
    missing = keys[len(values) :]
    unknown = options.keys() - Options.__annotations__.keys() - set(missing)
    if unknown & named.keys():
        raise TypeError(f"{name}() got multiple values for argument {min(unknown & named.keys())!r}")
    if unknown:
        raise unknown_keyword(name, min(unknown), (*missing, *Options.__annotations__))
    for key in missing:
        named[key] = options.pop(key, None)
    named = {key: key_value(key, value) for key, value in named.items()}
    for key, value in named.items():
        check_key(schema.attributes[key], value)
    return named


def _is_read_from_row(schema: Schema, attribute: Attribute) -> bool:
    # Whether a value is what the row has in one column: nothing shapes it, and no other attribute's column
    # is called as this one is.
    columns_of_others = {column for column, name in schema.renamed_columns if name != attribute.name}
    return attribute.column is not None and attribute.get is None and attribute.name not in columns_of_others


def _getter(schema: Schema, attribute: Attribute) -> Callable[[BaseModel], Any]:
    name, column = attribute.name, attribute.stored_name
    if not _is_read_from_row(schema, attribute):

        def get(self: BaseModel) -> Any:
            return deepcopy(self.record.get(name))
    elif isinstance(attribute.type, type) and issubclass(attribute.type, StrEnum):
        members: Mapping[Any, StrEnum] = {member.value: member for member in attribute.type}

        def get(self: BaseModel) -> Any:
            value = self._value(name, column)
            # A value that is newer than this code stays as it is.
            return members.get(value, value) if isinstance(value, str) else copy_json(value)
    else:

        def get(self: BaseModel) -> Any:
            record = self._record
            value = self._value(name, column) if record is None else record.get(name)
            return copy_json(value) if value.__class__ is dict or value.__class__ is list else value

    none = "" if attribute.required and not attribute.postgrest_ignore else "; None where there is none"
    return _named(get, f"get_{name}", f"Give {name}{none}.")


def _setter(attribute: Attribute) -> Callable[[BaseModel, Any], BaseModel]:
    name = attribute.name

    def set_(self: BaseModel, value: Any) -> BaseModel:
        self.patcher.patch_value(name, value)
        return self

    return _named(set_, f"set_{name}", f"Set {name} and give the model back. `save` stores it.")


def _parent_getter(reference: Reference) -> Callable[..., Any]:
    name, key = reference.getter, reference.foreign_key

    async def follow(self: BaseModel) -> Any:
        try:
            return self._cached((name,))
        except KeyError:
            pass
        id_: Any = self.record.get(key)
        found = await _target(self, reference).find_by_id(id_) if has_text(id_) else None
        self._cache((name,), found)
        return found

    return _named(follow, name, f"Give the {reference.entity} that this entity belongs to, or None.")


def _children_getter(reference: Reference, sort_keys: tuple[str, ...]) -> Callable[..., Any]:
    name = with_keys(f"{reference.getter}_by", sort_keys) if sort_keys else reference.getter
    is_many = reference.type is ReferenceType.HAS_MANY

    async def follow(self: BaseModel, *values: Any, **options: Any) -> Any:
        target = _target(self, reference)
        named = _keys(target.schema, name, sort_keys, values, options)
        call = (name, *named.values())
        if not options:
            try:
                return self._cached(call)
            except KeyError:
                pass
        keys = {id_name_for(self.schema.model_name): self.get_id(), **named}
        found = await (
            target.all_by_index_keys(keys, **options)
            if is_many
            else target.find_by_index_keys(keys, **options)
        )
        if options:
            return found
        self._cache(call, found)
        return self._cached(call)

    what = (
        f"all of this entity's {reference.entity} children"
        if is_many
        else f"this entity's {reference.entity}"
    )
    by = f" by {', '.join(sort_keys)}" if sort_keys else ""
    return _taking(sort_keys, _named(follow, name, f"Give {what}{by}. Takes the options of `all`."))


def _sorted_key_sets(schema: Schema, reference: Reference) -> list[tuple[str, ...]]:
    target = _schema_of(reference)
    reciprocal = target.reference_to(ReferenceType.BELONGS_TO, schema.model_name)
    if reciprocal is None:
        _log.warning("Reciprocal reference not found for %s to %s", schema.model_name, reference.target)
        return []
    keys = reciprocal.sort_keys
    return [keys[:length] for length in range(1, len(keys) + 1)]


def _target(model: BaseModel, reference: Reference) -> BaseCollection[Any]:
    _schema_of(reference)
    return model.collection.registry.collection_of(reference.entity)


def _schema_of(reference: Reference) -> Schema:
    try:
        return EntityRegistry.schema_of(reference.entity)
    except DataAccessError as error:
        raise ReferenceError(
            f"[{reference.type} -> {reference.target}] {error.message}", cause=error
        ) from error


def _taking(keys: tuple[str, ...], method: Callable[..., Any]) -> Callable[..., Any]:
    # What `help` and an interpreter show, as the stubs do.
    named = (Parameter(key, Parameter.POSITIONAL_OR_KEYWORD) for key in keys)
    method.__signature__ = Signature([_SELF, *named, _OPTIONS], __validate_parameters__=False)  # type: ignore[attr-defined] # what inspect reads
    return method


def _named(method: Callable[..., Any], name: str, doc: str) -> Callable[..., Any]:
    method.__name__ = name
    method.__doc__ = doc
    return method
