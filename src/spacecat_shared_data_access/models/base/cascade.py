"""Cascade delete: remove an entity's dependents before it, level by level, many in a request.

Dependents are found from the top down and removed from the bottom up: a row is removed after those that
reference it.
"""

from __future__ import annotations

from collections.abc import Coroutine, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from graphlib import TopologicalSorter
from typing import TYPE_CHECKING, Any, Final

from spacecat_shared_data_access.errors import (
    AccessDeniedError,
    DataAccessError,
    UnavailableError,
    wrap_error,
)
from spacecat_shared_data_access.models.base.registry import EntityRegistry
from spacecat_shared_data_access.models.base.related import (
    can_list_children,
    is_generated,
    parent_id_of,
    same_id,
    target_of,
)
from spacecat_shared_data_access.postgrest.filters import chunks_of
from spacecat_shared_data_access.postgrest.log_events import LogEvent, log_fields
from spacecat_shared_data_access.schema import Reference, ReferenceType
from spacecat_shared_data_access.schema.classes import ModelClass

if TYPE_CHECKING:
    from spacecat_shared_data_access.models.base.collection import BaseCollection
    from spacecat_shared_data_access.models.base.model import BaseModel

# PostgREST does not know the dependents' table or column, so there is nothing to remove.
_NOT_IN_SCHEMA_CACHE: Final = frozenset({"PGRST204", "PGRST205"})


@dataclass(eq=False, slots=True)
class _Node:
    """An entity to remove, and the entities because of which it is removed."""

    model: BaseModel
    parents: list[_Node] = field(default_factory=list)

    def is_above(self, other: _Node) -> bool:
        """Return whether another node is this one, or is removed because of it."""
        seen, above = set[_Node](), [other]
        while above:
            node = above.pop()
            if node is self:
                return True
            if node not in seen:
                seen.add(node)
                above += node.parents
        return False


_Found = list[tuple[list[_Node], "BaseModel"]]


class CascadeDelete:
    """Removes all entities that depend on one.

    An entity that overrides ``_remove``, or whose collection overrides ``remove_by_index_keys``, is removed
    by its own method, which also removes its dependents. Custom accessors and has_one references are
    queried individually: a has_one returns the first entity in its order.

    Args:
        root: The entity. It is not removed itself.
    """

    def __init__(self, root: BaseModel) -> None:
        self._root = _Node(root)
        self._service = root.service
        self._nodes = {_identity(root): self._root}

    async def run(self) -> None:
        """Remove the dependents.

        Raises:
            DataAccessError: A query failed, and nothing was removed; or a removal failed
                (``Failed to remove dependent entity <name> with ID <id>``): the levels below it, and the
                rest of its level, were removed, and nothing above.
        """
        level = [self._root]
        while level:
            found = await self._service.gather(list(self._searches(level)))
            children = [self._take(parents, model) for each in found for parents, model in each]
            level = [node for node in children if node is not None]
        for nodes in self._deepest_first():
            await self._service.gather(list(self._removals(nodes)))

    def _take(self, parents: list[_Node], model: BaseModel) -> _Node | None:
        # Return the new node, or None if the entity was found before: by another reference, or in a cycle.
        identity = _identity(model)
        known = self._nodes.get(identity)
        if known is None:
            self._nodes[identity] = node = _Node(model, parents)
            return node
        known.parents += [parent for parent in parents if not known.is_above(parent)]
        return None

    def _deepest_first(self) -> list[tuple[_Node, ...]]:
        # Each level contains the nodes whose parents are all above it. The first one is the root's.
        sorter = TopologicalSorter({node: node.parents for node in self._nodes.values()})
        sorter.prepare()
        levels = []
        while sorter.is_active():
            level = sorter.get_ready()
            levels.append(level)
            sorter.done(*level)
        return levels[:0:-1]

    def _searches(self, level: Sequence[_Node]) -> Iterator[Coroutine[Any, Any, _Found]]:
        for nodes in _by_class(level):
            model = nodes[0].model
            if nodes[0] is not self._root and not _uses_default_delete(model):
                continue
            for reference in model.schema.references:
                if not reference.is_child_reference or not reference.remove_dependents:
                    continue
                if len(nodes) > 1 and _can_be_listed(model, reference):
                    by_id = {same_id(node.model.get_id()): node for node in nodes}
                    for ids in chunks_of(by_id):
                        yield self._children_of_all({id_: by_id[id_] for id_ in ids}, reference)
                else:
                    for node in nodes:
                        yield self._children_of(node, reference)

    async def _children_of(self, node: _Node, reference: Reference) -> _Found:
        with self._error_context(node):
            try:
                node.model.forget_references()  # what was found before may be incomplete
                found: Any = await getattr(node.model, reference.getter)()
            except DataAccessError as error:
                if error.code in _NOT_IN_SCHEMA_CACHE:
                    return []
                raise
        children: Iterable[Any] = [found] if isinstance(found, ModelClass) else found or []
        return [([node], model) for model in children]

    async def _children_of_all(self, parents: dict[str, _Node], reference: Reference) -> _Found:
        first = next(iter(parents.values()))
        target, key = target_of(first.model, reference), first.model.schema.id_name
        attributes = [target.id_name, key] if _is_known_by_id(target) else None
        with self._error_context(first):
            try:
                found = await target.list_children(key, list(parents), attributes=attributes)
            except DataAccessError as error:
                if error.code in _NOT_IN_SCHEMA_CACHE:
                    return []
                raise
        everyone = list(parents.values())  # of a child whose foreign key is spelled in another way
        owners = [parents.get(parent_id_of(model, key)) for model in found]
        return [([owner] if owner else everyone, model) for owner, model in zip(owners, found, strict=True)]

    def _removals(self, level: Sequence[_Node]) -> Iterator[Coroutine[Any, Any, None]]:
        for nodes in _by_class(level):
            if _uses_default_delete(nodes[0].model):
                by_keys = {tuple(node.model.generate_composite_keys().values()): node for node in nodes}
                for chunk in chunks_of(by_keys):
                    yield self._remove_together([by_keys[values] for values in chunk])
            else:
                for node in nodes:
                    yield self._remove_by_its_rules(node)

    async def _remove_by_its_rules(self, node: _Node) -> None:
        with self._error_context(node, is_wrapped=True):
            await node.model.remove_as_dependent()

    async def _remove_together(self, nodes: list[_Node]) -> None:
        with self._error_context(nodes[0]):
            try:
                keys = [node.model.generate_composite_keys() for node in nodes]
                await nodes[0].model.collection.remove_together(keys)
            except DataAccessError as error:
                # Retry one by one to find the rejected row. Permission and availability errors apply to all.
                if len(nodes) == 1 or isinstance(error, AccessDeniedError | UnavailableError):
                    raise
            else:
                return
        await self._service.gather([self._remove_together([node]) for node in nodes])

    @contextmanager
    def _error_context(self, node: _Node, *, is_wrapped: bool = False) -> Iterator[None]:
        # Wrap the error once per ancestor; the root wraps its own.
        try:
            yield
        except DataAccessError as error:
            wrapped = error
            while node is not self._root:
                name = f"{node.model.entity_name} with ID {node.model.get_id()}"
                if not is_wrapped:
                    node.model.log.error(  # noqa: TRY400 - the error itself is logged already
                        "Failed to remove record", extra=log_fields(LogEvent.CALL_FAILED, entity=name)
                    )
                    wrapped = _wrap_error(f"Failed to remove entity {name}", wrapped)
                node.model.log.error(  # noqa: TRY400 - as above
                    "Failed to remove dependent entity %s",
                    name,
                    extra=log_fields(LogEvent.CALL_FAILED, entity=name),
                )
                wrapped = _wrap_error(f"Failed to remove dependent entity {name}", wrapped)
                node, is_wrapped = node.parents[0], False
            if wrapped is error:
                raise
            raise wrapped from wrapped.cause


def _wrap_error(message: str, cause: DataAccessError) -> DataAccessError:
    error = wrap_error(message, cause)
    error.__cause__ = cause
    return error


def _identity(model: BaseModel) -> tuple[object, ...]:
    keys = model.generate_composite_keys()
    for name, value in keys.items():
        if not isinstance(value, Hashable):
            raise DataAccessError(f"{name} of {model.entity_name} is not a valid key")
    return (type(model), *keys.values())


def _by_class(nodes: Iterable[_Node]) -> Iterable[list[_Node]]:
    groups: dict[type, list[_Node]] = {}
    for node in nodes:
        groups.setdefault(type(node.model), []).append(node)
    return groups.values()


def _uses_default_delete(model: BaseModel) -> bool:
    return model.has_default("_remove") and model.collection.has_default("remove_by_index_keys")


def _is_known_by_id(target: BaseCollection[Any]) -> bool:
    model_class: type[BaseModel] = target.schema.model_class  # type: ignore[assignment] # a BaseModel
    return model_class.has_default("_remove", "generate_composite_keys")


def _can_be_listed(model: BaseModel, reference: Reference) -> bool:
    return (
        reference.type is ReferenceType.HAS_MANY
        and EntityRegistry.is_registered(reference.entity)
        and is_generated(type(model), reference)
        and can_list_children(target_of(model, reference), reference)
    )
