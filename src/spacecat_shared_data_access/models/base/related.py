"""Related entities of many models: children of many parents, and parents by their IDs, in few requests.

Cascade delete and eager loading are built on these.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from spacecat_shared_data_access.errors import DataAccessError, ReferenceError
from spacecat_shared_data_access.models.base.registry import EntityRegistry
from spacecat_shared_data_access.schema import Reference, ReferenceType, Schema
from spacecat_shared_data_access.schema.validation import is_uuid

if TYPE_CHECKING:
    from spacecat_shared_data_access.models.base.collection import BaseCollection
    from spacecat_shared_data_access.models.base.model import BaseModel


def target_schema(reference: Reference) -> Schema:
    """Return the schema of a reference's entity.

    Raises:
        ReferenceError: The entity is not registered.
    """
    try:
        return EntityRegistry.schema_of(reference.entity)
    except DataAccessError as error:
        raise ReferenceError(
            f"[{reference.type} -> {reference.target}] {error.message}", cause=error
        ) from error


def target_of(model: BaseModel, reference: Reference) -> BaseCollection[Any]:
    """Return the collection in which a model's related entities are found.

    Raises:
        ReferenceError: The entity is not registered.
    """
    schema = target_schema(reference)
    entity = schema.model_name if reference.is_child_reference else schema.result_entity
    return model.collection.registry.collection_of(entity)


def is_generated(model_class: type, reference: Reference) -> bool:
    """Return whether a model's accessor for a reference is the generated one, not its own."""
    return getattr(getattr(model_class, reference.getter), "is_generated", False)


def can_list_children(target: BaseCollection[Any], reference: Reference) -> bool:
    """Return whether `BaseCollection.list_children` finds what the generated accessors of parents find.

    It does not if the children's collection overrides the finder that the accessors call, unless it overrides
    `list_children` too.
    """
    finder = "all_by_index_keys" if reference.type is ReferenceType.HAS_MANY else "find_by_index_keys"
    return target.has_default(finder, "list_models") or not target.has_default("list_children")


def can_list_by_ids(target: BaseCollection[Any]) -> bool:
    """Return whether `list_by_ids` finds what ``find_by_id`` finds: the collection overrides no finder."""
    return target.has_default("find_by_id", "find_by_index_keys", "list_models")


def same_id(value: object) -> str:
    """Return an ID in the form in which equal ones are equal texts: a UUID may be in upper case."""
    text = str(value)
    return text.lower() if is_uuid(text) else text


def parent_id_of(child: BaseModel, foreign_key: str) -> str:
    """Return the ID of a child's parent, as stored, in the form of `same_id`."""
    stored = child.get_stored_text(foreign_key)
    return same_id(child.record.get(foreign_key) if stored is None else stored)


async def list_by_ids(collection: BaseCollection[Any], ids: Sequence[str]) -> list[Any]:
    """Return the entities with these IDs, in no particular order. One request, so at most 50 IDs."""
    name = collection.id_name
    return await collection.list_models(
        where=lambda attrs, op: op.in_(getattr(attrs, name), ids), is_counted=True
    )


async def list_children(
    collection: BaseCollection[Any],
    foreign_key: str,
    parent_ids: Iterable[str],
    *,
    attributes: Sequence[str] | None = None,
    order_by: Any = None,
    limit: int | None = None,
) -> list[Any]:
    """Return the children of many parents.

    Args:
        collection: The children's collection.
        foreign_key: The attribute that holds the parent's ID.
        parent_ids: At most 50 IDs, so that they fit in one URL.
        attributes: The attributes to read; all by default.
        order_by: The order of the children; by default that of `all_by_index_keys` with the foreign key.
        limit: The maximum number of children; all by default.
    """
    ids = list(parent_ids)
    return await collection.list_models(
        where=lambda attrs, op: op.in_(getattr(attrs, foreign_key), ids),
        index=collection.schema.index_for((foreign_key,)).name,
        order_by=order_by,
        attributes=attributes,
        limit=limit,
        is_counted=True,
    )


async def list_first_children(
    collection: BaseCollection[Any],
    foreign_key: str,
    parent_ids: Iterable[str],
    *,
    attributes: Sequence[str] | None = None,
    order_by: Any = None,
) -> list[Any]:
    """Return the first child of each of many parents, as far as they have one.

    Usually the first page has all of them. If it does not, because some parents have so many children, only
    the other parents are asked for again: there are never more requests than parents.

    Args:
        collection: The children's collection.
        foreign_key: The attribute that holds the parent's ID.
        parent_ids: At most 50 IDs, so that they fit in one URL.
        attributes: The attributes to read, with the foreign key; all by default.
        order_by: The order of the children; by default that of `find_by_index_keys` with the foreign key.
    """
    first: dict[str, Any] = {}
    missing = {same_id(id_): id_ for id_ in parent_ids}
    while missing:
        limit = collection.service.page_size
        children = await list_children(
            collection,
            foreign_key,
            missing.values(),
            attributes=attributes,
            order_by=order_by,
            limit=limit,
        )
        for child in children:
            first.setdefault(parent_id_of(child, foreign_key), child)
        left = {key: id_ for key, id_ in missing.items() if key not in first}
        if len(children) < limit or len(left) == len(missing):
            break
        missing = left
    return list(first.values())
