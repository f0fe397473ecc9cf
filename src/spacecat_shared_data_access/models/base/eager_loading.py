"""Eager loading: read the related entities of many models in few requests, and cache them in the models."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Coroutine, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.base.registry import EntityRegistry
from spacecat_shared_data_access.models.base.related import (
    can_list_by_ids,
    can_list_children,
    is_generated,
    list_by_ids,
    parent_id_of,
    same_id,
    target_of,
    target_schema,
)
from spacecat_shared_data_access.postgrest.filters import chunks_of
from spacecat_shared_data_access.schema import Reference, ReferenceType, Schema
from spacecat_shared_data_access.schema.classes import ModelClass
from spacecat_shared_data_access.schema.validation import has_text, is_uuid

if TYPE_CHECKING:
    from spacecat_shared_data_access.models.base.collection import BaseCollection
    from spacecat_shared_data_access.models.base.model import BaseModel
    from spacecat_shared_data_access.postgrest.service import Service

IncludeTree: TypeAlias = dict[str, "IncludeTree"]
"""The names of references to load, each with those to load for the entities found. Empty for none."""

_Call: TypeAlias = Callable[[], Coroutine[Any, Any, None]]
_Results: TypeAlias = dict[tuple[int, Reference], Any]


def include_tree(
    schema: Schema, include: Sequence[str] | None, attributes: Sequence[str] | None = None
) -> IncludeTree:
    """Return the tree of an ``include`` option, after checking it.

    Args:
        schema: The entity that is queried.
        include: The names of references, or dotted paths of them.
        attributes: The attributes that the query reads; None for all.

    Raises:
        ValidationError: ``include`` is not a list of strings, a name is not that of a reference, or the
            attribute that a reference needs is not among those that are read.
        ReferenceError: The entity of a reference is not registered.
    """
    if include is None:
        return {}
    if isinstance(include, str):
        raise ValidationError(f'include must be a list of names: write include=["{include}"]')
    if not isinstance(include, list | tuple) or not all(isinstance(path, str) for path in include):
        raise ValidationError("include must be a list of names, which are strings")
    tree: IncludeTree = {}
    for path in include:
        level, branch = schema, tree
        for name in path.split("."):
            reference = _reference(level, name, path)
            branch = branch.setdefault(name, {})
            level = EntityRegistry.schema_of(target_schema(reference).result_entity)
    if tree and isinstance(attributes, list | tuple):  # any other type is refused by the query
        _check_attributes(schema, tree, attributes)
    return tree


def _reference(schema: Schema, name: str, path: str) -> Reference:
    reference = schema.related.get(name)
    if reference is None:
        known = f"it has {', '.join(schema.related)}" if schema.related else "it has none"
        of_path = "" if path == name else f" of {path!r}"
        raise ValidationError(
            f"include: {name!r}{of_path} is not a related entity of {schema.model_name}: {known}"
        )
    return reference


def _check_attributes(schema: Schema, tree: IncludeTree, attributes: Sequence[str]) -> None:
    read = {schema.attribute_named(name).name for name in attributes}
    if not read:
        return
    for name in tree:
        reference = schema.related[name]
        if not is_generated(schema.model_class, reference):
            continue  # only the accessor knows what it needs
        needed = schema.id_name if reference.is_child_reference else reference.foreign_key
        if needed not in read:
            raise ValidationError(f"include: {name!r} needs {needed}, so add it to attributes")


def checked_models(models: Any, schema: Schema, service: Service) -> list[BaseModel]:
    """Return the models of a ``prefetch`` as a list.

    Raises:
        ValidationError: They are not an iterable of models of the entity, or one belongs to another data access.
    """
    is_iterable = isinstance(models, Iterable)
    listed = list(models) if is_iterable else []
    if not is_iterable or not all(isinstance(model, schema.model_class) for model in listed):
        raise ValidationError(f"prefetch: models must be a list of {schema.model_name} models")
    if any(model.service is not service for model in listed):
        raise ValidationError(f"prefetch: a {schema.model_name} belongs to another data access")
    return listed


async def load_related(models: Sequence[BaseModel], tree: IncludeTree, *, are_new: bool = False) -> None:
    """Load related entities and cache them in the models, so that the reference accessors send no request.

    Each level sends one request per reference, 50 IDs and page, concurrently within the service's limit. A
    parent of several models is one object. What a model has cached already is not loaded again.

    Accessors that an entity defines itself are called for each model. If the collection of the related
    entity overrides finders, these are called for each ID.

    Args:
        models: Models with these references, of one data access.
        tree: The references to load.
        are_new: Whether the models were just read, so that they can serve as the parents of related entities.

    Raises:
        ValidationError: A model was read without the attribute that a reference needs.
        DataAccessError: A query failed.
    """
    loader = _Loader(models if are_new else ())
    level = [(models, tree)]
    while level:
        steps = [step for found, branches in level for step in _steps(found, branches)]
        results = await loader.load(steps)
        level = [(_found_by(step, results), step.branches) for step in steps if step.branches]


class _Step(NamedTuple):
    """One reference of models of one entity, and what to load for the entities that it finds."""

    reference: Reference
    models: list[BaseModel]
    branches: IncludeTree


def _steps(models: Iterable[BaseModel], tree: IncludeTree) -> Iterator[_Step]:
    by_class: defaultdict[type[BaseModel], dict[int, BaseModel]] = defaultdict(dict)
    for model in models:
        by_class[type(model)][id(model)] = model
    for cls, distinct in by_class.items():
        for name, branches in tree.items():
            yield _Step(_reference(cls.schema, name, name), list(distinct.values()), branches)


class _Loader:
    """Loads level after level, and keeps the parents that were found.

    Args:
        models: Models that can serve as parents.
    """

    def __init__(self, models: Iterable[BaseModel]) -> None:
        # By entity and ID. None is a parent that does not exist.
        self._parents: dict[tuple[str, str], BaseModel | None] = {}
        self._add_parents(models)

    async def load(self, steps: Sequence[_Step]) -> _Results:
        """Load the related entities of one level.

        Returns:
            The results of accessors that entities define themselves, which need not cache them.
        """
        results: _Results = {}
        calls: list[_Call] = []
        links: list[tuple[BaseModel, Reference, tuple[str, str] | None]] = []
        missing: defaultdict[BaseCollection[Any], dict[str, str]] = defaultdict(dict)
        for reference, models in _waiting(steps):
            if not is_generated(type(models[0]), reference):
                calls += [partial(_call_accessor, reference, model, results) for model in models]
            elif reference.is_child_reference:
                calls += self._children_calls(reference, models)
            else:
                target = target_of(models[0], reference)
                for model in models:
                    id_: Any = model.record.get(reference.foreign_key)
                    key = (target.schema.model_name, same_id(id_)) if has_text(id_) else None
                    links.append((model, reference, key))
                    if key is not None and key not in self._parents:
                        missing[target][key[1]] = id_
        for target, ids in missing.items():
            calls += self._parent_calls(target, ids.values())
        if calls:
            await steps[0].models[0].service.gather([call() for call in calls])
        for model, reference, key in links:
            if key is None or key in self._parents:
                model.cache_reference((reference.getter,), None if key is None else self._parents[key])
        return results

    def _children_calls(self, reference: Reference, parents: Iterable[BaseModel]) -> Iterator[_Call]:
        by_id: defaultdict[str, list[BaseModel]] = defaultdict(list)  # several objects may be one entity
        for parent in parents:
            by_id[parent.get_id()].append(parent)
        target = target_of(next(iter(by_id.values()))[0], reference)
        if can_list_children(target, reference):
            for ids in chunks_of(by_id):
                yield partial(self._load_children, target, reference, {id_: by_id[id_] for id_ in ids})
        else:
            for models in by_id.values():
                yield partial(_call_generated_accessor, reference, models)

    async def _load_children(
        self, target: BaseCollection[Any], reference: Reference, parents: dict[str, list[BaseModel]]
    ) -> None:
        is_many = reference.type is ReferenceType.HAS_MANY
        foreign_key = next(iter(parents.values()))[0].schema.id_name
        found = await target.list_children(foreign_key, list(parents), only_first=not is_many)
        children: dict[str, list[BaseModel]] = {same_id(id_): [] for id_ in parents}
        for child in found:
            parent_id = parent_id_of(child, foreign_key)
            if parent_id not in children:  # the column's type has other spellings of one value
                for models in parents.values():
                    await _call_generated_accessor(reference, models)
                return
            children[parent_id].append(child)
        self._add_parents(found)
        for id_, models in parents.items():
            own = children[same_id(id_)]
            for model in models:
                model.cache_reference((reference.getter,), own if is_many else next(iter(own), None))

    def _parent_calls(self, target: BaseCollection[Any], ids: Iterable[str]) -> Iterator[_Call]:
        if can_list_by_ids(target):
            # For any other ID the accessor raises an error, so it is left to that.
            for chunk in chunks_of(id_ for id_ in ids if is_uuid(id_)):
                yield partial(self._load_parents, target, chunk)
        else:
            for id_ in ids:
                yield partial(self._load_parent, target, id_)

    async def _load_parents(self, target: BaseCollection[Any], ids: Sequence[str]) -> None:
        self._add_parents(await list_by_ids(target, ids))
        for id_ in ids:
            self._parents.setdefault((target.schema.model_name, same_id(id_)), None)

    async def _load_parent(self, target: BaseCollection[Any], id_: str) -> None:
        self._parents[target.schema.model_name, same_id(id_)] = await target.find_by_id(id_)

    def _add_parents(self, models: Iterable[BaseModel]) -> None:
        for model in models:
            if not model.is_partial:
                self._parents.setdefault((model.schema.model_name, same_id(model.get_id())), model)


def _waiting(steps: Iterable[_Step]) -> Iterator[tuple[Reference, list[BaseModel]]]:
    # The models whose accessor has not cached a result, each of them once. Several paths may lead to one.
    waiting: defaultdict[tuple[type, Reference], dict[int, BaseModel]] = defaultdict(dict)
    for step in steps:
        for model in step.models:
            try:
                model.cached_reference((step.reference.getter,))
            except KeyError:
                waiting[type(model), step.reference][id(model)] = model
    for (_, reference), models in waiting.items():
        yield reference, list(models.values())


async def _call_accessor(reference: Reference, model: BaseModel, results: _Results) -> None:
    results[id(model), reference] = await getattr(model, reference.getter)()


async def _call_generated_accessor(reference: Reference, models: Sequence[BaseModel]) -> None:
    # They are one entity, so the result of one of them, which caches it, is that of all.
    found = await getattr(models[0], reference.getter)()
    for model in models[1:]:
        model.cache_reference((reference.getter,), found)


def _found_by(step: _Step, results: _Results) -> list[BaseModel]:
    found: list[BaseModel] = []
    for model in step.models:
        try:
            related = model.cached_reference((step.reference.getter,))
        except KeyError:
            related = results.get((id(model), step.reference))
        if related is not None:
            found += [related] if isinstance(related, ModelClass) else related  # type: ignore[list-item] # a BaseModel
    return found
