"""The stubs of the package, from its sources and its schemas."""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from importlib import import_module

import spacecat_shared_data_access as package
from spacecat_shared_data_access._exports import EXPORTS
from spacecat_shared_data_access.cli.stubs.collections import (
    DOCUMENTED,
    GENERATED_OPTIONS,
    PARAMETERS,
    RESULTS,
    TYPE_PARAMETERS,
    bound_collection,
    documented_methods,
    shared_base,
    with_generic_options,
)
from spacecat_shared_data_access.cli.stubs.entities import EntityStub
from spacecat_shared_data_access.cli.stubs.mirror import (
    class_named,
    declaration,
    doc_of,
    expression,
    mirror,
    without_docstrings,
    without_unused,
)
from spacecat_shared_data_access.cli.stubs.sources import PACKAGE, Module, Sources
from spacecat_shared_data_access.cli.stubs.sync_async import async_class, sync_class, with_plain_generators
from spacecat_shared_data_access.models.base import queries
from spacecat_shared_data_access.models.base.registry import EntityRegistry
from spacecat_shared_data_access.schema import Schema

OPTIONS = {*GENERATED_OPTIONS, *(name for name in vars(queries) if name.endswith("Options"))}
# The imports of generated code. Those that a module does not use are removed again.
_IMPORTS = f"""\
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping, Sequence
from datetime import datetime
from typing import (
    Any, ClassVar, Final, Generic, Literal, Never, NotRequired, Required, Self, TypeAlias, TypedDict, TypeVar,
    Unpack, overload, type_check_only,
)
from uuid import UUID
from {PACKAGE}.models.base.collection import {", ".join((*PARAMETERS, *RESULTS, DOCUMENTED))}
from {PACKAGE}.models.base.model import EntityAttributes, ReadOnly, Writable
from {PACKAGE}.models.base.queries import {", ".join(sorted(OPTIONS))}
from {PACKAGE}.models.base.registry import AsyncEntityRegistry, EntityRegistry
from {PACKAGE}.models.base.results import Page
from {PACKAGE}.postgrest.where import Attributes, Column, Expression, Operators
from {PACKAGE}.schema.classes import ModelClass
from {PACKAGE}.schema.schema import Schema
"""

# The overload for limit=1 overlaps with the others by design, and some entities override methods as in the
# sources. Neither concerns the users of the stubs.
_SETTINGS = '# mypy: disable-error-code="overload-overlap, override, misc"\n'


# Private names that other stubs import.
_USED_ELSEWHERE = {f"{PACKAGE}.models.base.collection": {*RESULTS, DOCUMENTED}}
# Modules without async names whose types their sources cannot express either.
_ALWAYS = {PACKAGE, f"{PACKAGE}.data_access", f"{PACKAGE}.models.base.queries"}


class PackageStubs:
    """The stubs of the package, or of a program's modules.

    Args:
        sources: The modules.
        schemas: The entities.
    """

    def __init__(self, sources: Sources, schemas: Iterable[Schema]) -> None:
        self.sources = sources
        self._by_model: dict[tuple[str, str], EntityStub] = {}
        self._by_collection: dict[tuple[str, str], EntityStub] = {}
        for schema in schemas:
            stub = EntityStub(schema)
            self._by_model[_place(schema.model_class)] = stub
            self._by_collection[_place(schema.collection_class)] = stub

    def texts(self) -> Iterator[tuple[Module, str]]:
        """Yield each module that needs a stub, with the text of the stub, not formatted yet."""
        for module in filter(self._needs_stub, self.sources.modules.values()):
            yield module, text_of(_public_names() if module.name == PACKAGE else self.stub_of(module), module)

    def _needs_stub(self, module: Module) -> bool:
        # The source of any other module has its types.
        has_async_names = any(
            self.sources.has_async_name(module.name, name) for name in _exported_names(module)
        )
        return has_async_names or module.name in _ALWAYS

    def stub_of(self, module: Module, add: Callable[[ast.Module], None] | None = None) -> ast.Module:
        """Return the stub of a module.

        Args:
            module: One of the sources.
            add: Adds declarations to the stub, with the names of the sources.
        """
        tree = mirror(module)
        special = {
            f"{PACKAGE}.data_access": self._with_collections,
            f"{PACKAGE}.models.base.collection": _with_type_parameters,
            f"{PACKAGE}.models.base.model": _without_getattr,
            f"{PACKAGE}.models.base.queries": with_generic_options,
            f"{PACKAGE}.models.audit": _with_shadowed_names,
            f"{PACKAGE}.models.opportunity": self._with_added_items,
        }
        if module.name in special:
            special[module.name](tree)
        tree.body = [each for node in tree.body for each in self._with_both_classes(node, module)]
        if add is not None:
            add(tree)
        tree.body = [*doc_of(tree), *_missing_imports(tree, module), *tree.body[len(doc_of(tree)) :]]
        self._import_async_names(tree)
        without_docstrings(tree, module)
        used = _USED_ELSEWHERE.get(module.name, set()).copy()
        for entity in self._by_model.values():
            if entity.home == module.name:
                used |= entity.private_names
        return without_unused(tree, used)

    def _with_both_classes(self, node: ast.stmt, module: Module) -> list[ast.stmt]:
        if not isinstance(node, ast.ClassDef) or node.name not in module.async_named:
            return [with_plain_generators(node)]
        cls = node
        before: list[ast.stmt] = []
        entity = self._by_model.get((module.name, cls.name))
        of_collection = self._by_collection.get((module.name, cls.name))
        if entity is not None:
            before = ast.parse(f"{entity.declarations()}\n\n{entity.fields()}").body
            cls.bases.insert(0, ast.Name(f"_{entity.name}Fields"))
            cls.body += [*entity.update_method(), *entity.reference_getters()]
            before = [*_imports(entity.needs, module), *before]
        elif of_collection is not None:
            cls = bound_collection(cls, of_collection.type_arguments)
            of_collection.add_keywords(cls.body)
            finders = of_collection.shared_finders(self._base_collection)
            before = [*_imports(of_collection.needs | of_collection.type_names, module), finders]
        elif any("[M]" in ast.unparse(base) for base in cls.bases):
            cls = bound_collection(cls, PARAMETERS)
        has_async_name = partial(self.sources.has_async_name, module.name)
        sync, asynchronous = sync_class(cls), async_class(cls, has_async_name)
        if of_collection is not None:
            name, model = f"_{of_collection.name}Finders", of_collection.model
            sync.bases.insert(0, shared_base(name, model, sync=True))
            asynchronous.bases.insert(0, shared_base(name, f"Async{model}", sync=False))
        return [*before, sync, asynchronous]

    @property
    def _base_collection(self) -> ast.ClassDef:
        return class_named(self.sources.modules[f"{PACKAGE}.models.base.collection"].tree, "BaseCollection")

    def _with_collections(self, tree: ast.Module) -> None:
        # The collections by name, instead of a __getattr__ that accepts any name.
        base = class_named(tree, "_Collections")
        base.body = [each for each in base.body if _name_of(each) not in {"__getattr__", "registry"}]
        for prefix in ("", "Async"):
            cls = class_named(tree, f"{prefix}DataAccess")
            cls.body.append(declaration("registry", f"{prefix}EntityRegistry"))
            for entity in EntityRegistry.entity_names():
                cls.body.append(declaration(entity, f"{prefix}{entity}Collection"))
        collections = {f"{entity}Collection" for entity in EntityRegistry.entity_names()}
        for module in self.sources.modules.values():
            names = [ast.alias(name) for name in module.async_named if name in collections]
            tree.body.append(ast.ImportFrom(module.name, names, 0))

    def _with_added_items(self, tree: ast.Module) -> None:
        # The items of these methods have the entity's attributes; only the foreign key is optional.
        cls = class_named(tree, "Opportunity")
        methods = {each.name: each for each in cls.body if isinstance(each, ast.AsyncFunctionDef)}
        of_entity = {each.name: each for each in self._by_model.values()}
        adding = {
            "add_suggestions": ("Suggestion", ""),
            "add_fix_entities": ("FixEntity", "    suggestions: list[str] | tuple[str, ...]"),
        }
        for method, (name, extra) in adding.items():
            entity = of_entity[name]
            place = tree.body.index(cls)
            tree.body[place:place] = ast.parse(entity.added_items("Opportunity", extra)).body
            items = f"Sequence[Added{name}Item | Added{name}JsonItem]"
            methods[method].args.args[1].annotation = expression(items)

    def _import_async_names(self, tree: ast.Module) -> None:
        for node in tree.body:
            if isinstance(node, ast.ImportFrom) and node.module:
                more = [
                    ast.alias(f"Async{alias.name}")
                    for alias in node.names
                    if self.sources.has_async_name(node.module, alias.name)
                ]
                node.names = [*node.names, *more]


def _packed(text: str) -> str:
    # The formatter would put each name of a long Literal, and each type argument, on a line of its own.
    def pack(alias: re.Match[str]) -> str:
        names = textwrap.fill(alias[2], 106, initial_indent="    ", subsequent_indent="    ")
        return f"{alias[1]}[\n{names}\n]"

    def unformatted(aliases: re.Match[str]) -> str:
        text = aliases[0].replace("'", '"')
        packed = re.sub(r"^(_\w+: TypeAlias = Literal)\[(.{60,})\]$", pack, text, flags=re.MULTILINE)
        return f"# fmt: off\n{packed}# fmt: on\n"

    text = re.sub(r"(?:^_\w+: TypeAlias = .+\n){2,}", unformatted, text, flags=re.MULTILINE)
    return re.sub(r"^class \w+Collection\(\w+\[.+\]\):$", r"\g<0>  # fmt: skip", text, flags=re.MULTILINE)


def text_of(tree: ast.Module, module: Module) -> str:
    """Return a stub as text, not formatted yet."""
    settings = _SETTINGS if module.async_named else ""
    return f"{settings}{_packed(ast.unparse(ast.fix_missing_locations(tree)))}\n"


def _exported_names(module: Module) -> list[str]:
    return [*module.async_named, *getattr(import_module(module.name), "__all__", ())]


def _place(cls: type) -> tuple[str, str]:
    return cls.__module__, cls.__name__


def _name_of(node: ast.stmt) -> str:
    target = node.target if isinstance(node, ast.AnnAssign) else node
    return str(getattr(target, "id", None) or getattr(target, "name", ""))


def _imports(needs: set[tuple[str, str]], module: Module) -> list[ast.stmt]:
    module.homes.update({name: home for home, name in needs if home != module.name})
    return [ast.ImportFrom(home, [ast.alias(name)], 0) for home, name in sorted(needs) if home != module.name]


def _missing_imports(tree: ast.Module, module: Module) -> list[ast.stmt]:
    bound = {*module.homes, *map(_name_of, tree.body)}
    found: list[ast.stmt] = []
    for node in ast.parse(_IMPORTS).body:
        if isinstance(node, ast.ImportFrom):
            node.names = [alias for alias in node.names if alias.name not in bound]
            if node.names and node.module != module.name:
                found.append(node)
    return found


def _with_type_parameters(tree: ast.Module) -> None:
    place = next(at for at, node in enumerate(tree.body) if isinstance(node, ast.Assign))
    # Models of the sync and of the async API have the same root.
    tree.body[place : place + 1] = ast.parse(f'M = TypeVar("M", bound=ModelClass)\n{TYPE_PARAMETERS}').body
    collection = class_named(tree, "BaseCollection")
    collection.body = [each for each in collection.body if _name_of(each) != "__getattr__"]
    tree.body.append(documented_methods(collection))
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module == "typing":
            node.names = [alias for alias in node.names if alias.name != "TypeVar"]
    tree.body.append(ast.ImportFrom("typing_extensions", [ast.alias("TypeVar")], 0))


_DESCRIPTORS = """
_Get_co = TypeVar("_Get_co", covariant=True)
_Set_contra = TypeVar("_Set_contra", contravariant=True)

@type_check_only
class EntityAttributes:
    '''The ``attrs`` of a ``where`` callback.'''
    def __getitem__(self, column: str) -> Column: ...

@type_check_only
class ReadOnly(Generic[_Get_co]):
    '''A property that cannot be assigned; a column among the ``attrs`` of a ``where`` callback.'''
    @overload
    def __get__(self, model: EntityAttributes, owner: object = None) -> Column: ...
    @overload
    def __get__(self, model: object, owner: object = None) -> _Get_co: ...
    def __set__(self, model: object, value: Never) -> None: ...

@type_check_only
class Writable(ReadOnly[_Get_co], Generic[_Get_co, _Set_contra]):
    '''A property that can be assigned.'''
    def __set__(self, model: object, value: _Set_contra) -> None: ...
"""


def _without_getattr(tree: ast.Module) -> None:
    # The accessors are spelled out: any other name is a mistake.
    model = class_named(tree, "BaseModel")
    model.body = [each for each in model.body if _name_of(each) not in {"__getattr__", "__setattr__"}]
    tree.body += ast.parse(_DESCRIPTORS).body


def _with_shadowed_names(tree: ast.Module) -> None:
    # `AuditType = AuditType` in a class would mean itself.
    for name in ("AuditType", "AuditStepDestination"):
        place = tree.body.index(class_named(tree, name)) + 1
        tree.body[place:place] = ast.parse(f"_{name}: TypeAlias = {name}").body


def _public_names() -> ast.Module:
    imports = [ast.ImportFrom(f"{PACKAGE}.{home}", [ast.alias(name)], 0) for name, home in EXPORTS.items()]
    imports.append(ast.ImportFrom(f"{PACKAGE}._version", [ast.alias("__version__")], 0))
    names = ast.parse(f"__all__ = {sorted(package.__all__)}").body
    return ast.Module([*imports, *names], [])
