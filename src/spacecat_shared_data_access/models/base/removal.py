"""Removal: what depends on an entity goes before it, a level at a time and many in a request.

What goes is found from the top, and removed from the bottom: no row goes before those that point at it.
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
from spacecat_shared_data_access.postgrest.filters import chunks_of
from spacecat_shared_data_access.schema import Reference, ReferenceType
from spacecat_shared_data_access.schema.naming import id_name_for

if TYPE_CHECKING:
    from spacecat_shared_data_access.models.base.collection import BaseCollection
    from spacecat_shared_data_access.models.base.model import BaseModel

# PostgREST does not know the dependents' table or column: there is nothing to remove.
_NOT_IN_SCHEMA_CACHE: Final = frozenset({"PGRST204", "PGRST205"})
_BASE: Final = __name__.rpartition(".")[0]


@dataclass(eq=False, slots=True)
class _Node:
    """One entity that goes, and those that it goes with."""

    model: BaseModel
    parents: list[_Node] = field(default_factory=list)

    def is_above(self, other: _Node) -> bool:
        """Tell whether the other one goes because of this one, or is this one."""
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
    """The removal of all that depends on one entity.

    An entity with rules of its own (a ``_remove``, or a collection's ``remove_by_index_keys``, that is
    written by hand) is removed by them, on its own, with what depends on it. So is looked for on its own
    what a hand-written accessor finds, and what a has_one does, which is the first in its order.

    Args:
        root: The entity. It stays.
    """

    def __init__(self, root: BaseModel) -> None:
        self._root = _Node(root)
        self._service = root.service
        self._nodes = {_identity(root): self._root}

    async def run(self) -> None:
        """Remove the dependents.

        Raises:
            DataAccessError: Something could not be found, and nothing is removed; or something could not
                be removed (``Failed to remove dependent entity <name> with ID <id>``): what is on its
                level, or below, is removed but for what was refused, and nothing above is.
        """
        level = [self._root]
        while level:
            found = await self._service.gather(list(self._searches(level)))
            children = [self._take(parents, model) for each in found for parents, model in each]
            level = [node for node in children if node is not None]
        for nodes in self._deepest_first():
            await self._service.gather(list(self._removals(nodes)))

    def _take(self, parents: list[_Node], model: BaseModel) -> _Node | None:
        # The node of what was found, or None where it was found before: by another way, or in a circle.
        identity = _identity(model)
        known = self._nodes.get(identity)
        if known is None:
            self._nodes[identity] = node = _Node(model, parents)
            return node
        known.parents += [parent for parent in parents if not known.is_above(parent)]
        return None

    def _deepest_first(self) -> list[tuple[_Node, ...]]:
        # On each level those all of whose parents are above it; the root, alone on the first, stays.
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
                if len(nodes) > 1 and _can_be_asked_at_once(model, reference):
                    by_id = {node.model.get_id(): node for node in nodes}
                    for ids in chunks_of(by_id):
                        yield self._children_of_all({id_: by_id[id_] for id_ in ids}, reference)
                else:
                    for node in nodes:
                        yield self._children_of(node, reference)

    async def _children_of(self, node: _Node, reference: Reference) -> _Found:
        with self._error_context(node):
            try:
                found = await node.model._follow(reference)  # noqa: SLF001 - model and removal are one unit
            except DataAccessError as error:
                if error.code in _NOT_IN_SCHEMA_CACHE:
                    return []
                raise
        return [([node], model) for model in found]

    async def _children_of_all(self, parents: dict[str, _Node], reference: Reference) -> _Found:
        first = next(iter(parents.values()))
        target = first.model.collection.registry.collection_of(reference.entity)
        key = id_name_for(first.model.schema.model_name)
        with self._error_context(first):
            try:
                found = await target._models(  # noqa: SLF001 - as above
                    where=lambda attrs, op: op.in_(getattr(attrs, key), list(parents)),
                    attributes=[target.id_name, key] if _is_known_by_id(target) else None,
                )
            except DataAccessError as error:
                if error.code in _NOT_IN_SCHEMA_CACHE:
                    return []
                raise
        everyone = list(parents.values())  # of a child whose parent's id the database writes otherwise
        owners = [parents.get(str(model.record.get(key))) for model in found]
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
        with self._error_context(node, is_told=True):
            await node.model._remove()  # noqa: SLF001 - as above

    async def _remove_together(self, nodes: list[_Node]) -> None:
        with self._error_context(nodes[0]):
            try:
                keys = [node.model.generate_composite_keys() for node in nodes]
                await nodes[0].model.collection._remove_together(keys)  # noqa: SLF001 - as above
            except DataAccessError as error:
                # Whom the database refuses shows one by one; who may not, or cannot, has an answer.
                if len(nodes) == 1 or isinstance(error, AccessDeniedError | UnavailableError):
                    raise
            else:
                return
        await self._service.gather([self._remove_together([node]) for node in nodes])

    @contextmanager
    def _error_context(self, node: _Node, *, is_told: bool = False) -> Iterator[None]:
        # A failure is told from the entity up to the root, which tells for itself.
        try:
            yield
        except DataAccessError as error:
            failure = error
            while node is not self._root:
                name = f"{node.model.entity_name} with ID {node.model.get_id()}"
                if not is_told:
                    node.model.log.error("Failed to remove record")  # noqa: TRY400 - the failure itself is logged already
                    failure = _wrap_error(f"Failed to remove entity {name}", failure)
                node.model.log.error("Failed to remove dependent entity %s", name)  # noqa: TRY400 - as above
                failure = _wrap_error(f"Failed to remove dependent entity {name}", failure)
                node, is_told = node.parents[0], False
            if failure is error:
                raise
            raise failure from failure.cause


def _wrap_error(message: str, cause: DataAccessError) -> DataAccessError:
    error = wrap_error(message, cause)
    error.__cause__ = cause
    return error


def _identity(model: BaseModel) -> tuple[object, ...]:
    keys = model.generate_composite_keys()
    for name, value in keys.items():
        if not isinstance(value, Hashable):
            raise DataAccessError(f"{name} of {model.entity_name} was read as what is no key")
    return (type(model), *keys.values())


def _by_class(nodes: Iterable[_Node]) -> Iterable[list[_Node]]:
    groups: dict[type, list[_Node]] = {}
    for node in nodes:
        groups.setdefault(type(node.model), []).append(node)
    return groups.values()


def _uses_default_delete(model: BaseModel) -> bool:
    return _is_common(type(model), "_remove") and _is_common(type(model.collection), "remove_by_index_keys")


def _is_known_by_id(target: BaseCollection[Any]) -> bool:
    model_class = target.schema.model_class
    return _is_common(model_class, "_remove") and _is_common(model_class, "generate_composite_keys")


def _can_be_asked_at_once(model: BaseModel, reference: Reference) -> bool:
    if reference.type is not ReferenceType.HAS_MANY or not EntityRegistry.is_registered(reference.entity):
        return False
    target = type(model.collection.registry.collection_of(reference.entity))
    is_generated = getattr(getattr(type(model), reference.getter), "is_generated", False)
    return is_generated and all(_is_common(target, name) for name in ("all_by_index_keys", "_models"))


def _is_common(cls: type, name: str) -> bool:
    # Whether a class has a method as the base classes have it, rather than one of its own.
    module: str = getattr(cls, name).__module__
    return module.startswith(f"{_BASE}.")
