"""Accessors: the methods that a schema adds to its model and its collection."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from inspect import Parameter, Signature
from typing import TYPE_CHECKING, Any, Final

from spacecat_shared_data_access.errors import unknown_keyword
from spacecat_shared_data_access.models.base.eager_loading import include_tree, load_related
from spacecat_shared_data_access.models.base.properties import install_properties
from spacecat_shared_data_access.models.base.queries import Options, key_value
from spacecat_shared_data_access.models.base.record import attribute_getter, known_value
from spacecat_shared_data_access.models.base.related import target_of, target_schema
from spacecat_shared_data_access.models.base.results import copy_of_result
from spacecat_shared_data_access.postgrest.log_events import LogEvent, log_fields
from spacecat_shared_data_access.postgrest.sync_bridge import bridge_override, is_bridged, sync_or_async
from spacecat_shared_data_access.schema import Attribute, Reference, ReferenceType, Schema
from spacecat_shared_data_access.schema.naming import id_name_for, reference_getter_for, with_keys
from spacecat_shared_data_access.schema.validation import check_key, has_text

if TYPE_CHECKING:
    from spacecat_shared_data_access.models.base.collection import BaseCollection
    from spacecat_shared_data_access.models.base.model import BaseModel

_SELF: Final = Parameter("self", Parameter.POSITIONAL_OR_KEYWORD)
_OPTIONS: Final = Parameter("options", Parameter.VAR_KEYWORD)

_log: Final = logging.getLogger("spacecat_shared_data_access")


def install_finders(cls: type, schema: Schema) -> None:
    """Add ``all_by_…`` and ``find_by_…`` to a collection for every prefix of every index."""
    for name, keys in schema.finders():
        _install(cls, name, sync_or_async(_finder(schema, name, keys)))


def install_attribute_accessors(cls: type, schema: Schema) -> None:
    """Add a getter and a property to a model for each attribute, and a setter for each that can be updated."""
    for name, attribute in schema.attributes.items():
        _install(cls, f"get_{name}", _getter(schema, attribute))
        if schema.options.allow_updates and not attribute.read_only:
            _install(cls, f"set_{name}", _setter(attribute))
    _install(cls, "get_id", _getter(schema, schema.attributes[schema.id_name]))
    install_properties(cls, schema)


def install_reference_getters(cls: type, schema: Schema) -> None:
    """Add an accessor to a model for each reference."""
    for reference in schema.references:
        follow = (
            _parent_getter(reference) if not reference.is_child_reference else _children_getter(reference, ())
        )
        _install(cls, reference.getter, sync_or_async(follow))


def install_sorted_getters(cls: type[BaseModel], name: str) -> bool:
    """Add the accessors to a model that filter a reference's children by the target's sort keys.

    They depend on the target's schema, so they are added when one of them is first used.

    Args:
        cls: The model.
        name: The accessor that is used, such as ``get_tickets_by_updated_at``.

    Returns:
        Whether the model has this accessor now.

    Raises:
        ReferenceError: The target of the reference is not registered.
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


def set_parent(child: BaseModel, parent: BaseModel) -> bool:
    """Make a child's accessor for its parent return this object.

    Returns:
        Whether it is the parent: whether the child's foreign key is its ID.
    """
    id_name = getattr(parent, "id_name", None)
    if id_name is None:
        return False
    id_ = known_value(child.record, id_name)
    if id_ is None or id_ != known_value(parent.record, id_name):
        return False
    child.cache_reference((parent_getter(parent),), parent)
    return True


def parent_getter(parent: BaseModel) -> str:
    """Return the name of the accessor with which children read this parent."""
    return reference_getter_for(parent.schema.model_name, many=False)


def mark_generated(method: Callable[..., Any]) -> None:
    """Mark a method as one that schemas generate, so that the next schema may replace it."""
    method.is_generated = True  # type: ignore[attr-defined] # see _install


def _install(cls: type, name: str, method: Callable[..., Any]) -> None:
    present = getattr(cls, name, None)
    if present is None or getattr(present, "is_generated", False):
        mark_generated(method)
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
    # Take keys by position or by name; the rest of the options remain in them.
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


def _getter(schema: Schema, attribute: Attribute) -> Callable[[BaseModel], Any]:
    none = "" if attribute.required and not attribute.postgrest_ignore else ", or None"
    get = attribute_getter(schema, attribute)
    return _named(get, f"get_{attribute.name}", f"Return {attribute.name}{none}.")


def _setter(attribute: Attribute) -> Callable[[BaseModel, Any], BaseModel]:
    name = attribute.name

    def set_(self: BaseModel, value: Any) -> BaseModel:
        self.patcher.patch_value(name, value)
        return self

    return _named(set_, f"set_{name}", f"Set {name} and return the model. `save` stores it.")


def _parent_getter(reference: Reference) -> Callable[..., Any]:
    name, key = reference.getter, reference.foreign_key

    async def follow(self: BaseModel, *, include: Sequence[str] = ()) -> Any:
        tree = {} if include == () else include_tree(target_of(self, reference).schema, include)
        try:
            found = self.cached_reference((name,))
        except KeyError:
            id_: Any = self.record.get(key)
            found = await target_of(self, reference).find_by_id(id_) if has_text(id_) else None
            self.cache_reference((name,), found)
        if tree and found is not None:
            await load_related([found], tree)
        return found

    return _named(follow, name, f"Return the {reference.entity} that this entity belongs to, or None.")


def _children_getter(reference: Reference, sort_keys: tuple[str, ...]) -> Callable[..., Any]:
    name = with_keys(f"{reference.getter}_by", sort_keys) if sort_keys else reference.getter
    is_many = reference.type is ReferenceType.HAS_MANY

    async def follow(self: BaseModel, *values: Any, **options: Any) -> Any:
        target = target_of(self, reference)
        named = _keys(target.schema, name, sort_keys, values, options)
        call = (name, *named.values())
        if not options:
            try:
                return self.cached_reference(call)
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
        self.cache_reference(call, found)
        return copy_of_result(found)

    what = (
        f"all of this entity's {reference.entity} children"
        if is_many
        else f"this entity's {reference.entity}"
    )
    by = f" by {', '.join(sort_keys)}" if sort_keys else ""
    return _taking(sort_keys, _named(follow, name, f"Return {what}{by}. Takes the options of `all`."))


def _sorted_key_sets(schema: Schema, reference: Reference) -> list[tuple[str, ...]]:
    target = target_schema(reference)
    reciprocal = target.reference_to(ReferenceType.BELONGS_TO, schema.model_name)
    if reciprocal is None:
        _log.warning(
            "Reciprocal reference not found for %s to %s",
            schema.model_name,
            reference.target,
            extra=log_fields(LogEvent.REFERENCE_NOT_FOUND, entity=schema.entity_name),
        )
        return []
    keys = reciprocal.sort_keys
    return [keys[:length] for length in range(1, len(keys) + 1)]


def _taking(keys: tuple[str, ...], method: Callable[..., Any]) -> Callable[..., Any]:
    # The signature that `help` shows, as in the stubs.
    named = (Parameter(key, Parameter.POSITIONAL_OR_KEYWORD) for key in keys)
    method.__signature__ = Signature([_SELF, *named, _OPTIONS], __validate_parameters__=False)  # type: ignore[attr-defined] # what inspect reads
    return method


def _named(method: Callable[..., Any], name: str, doc: str) -> Callable[..., Any]:
    method.__name__ = name
    method.__doc__ = doc
    return method
