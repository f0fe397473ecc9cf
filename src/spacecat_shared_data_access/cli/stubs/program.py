"""The stub of a program's module that declares entities."""

from __future__ import annotations

import argparse
import ast
import sys
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from inspect import isasyncgenfunction, iscoroutinefunction, unwrap
from pathlib import Path
from types import ModuleType
from typing import Any

import spacecat_shared_data_access as package
from spacecat_shared_data_access._exports import EXPORTS
from spacecat_shared_data_access.cli import output
from spacecat_shared_data_access.cli.modules import search_current_directory
from spacecat_shared_data_access.cli.stubs.mirror import stub_of_function
from spacecat_shared_data_access.cli.stubs.package import PackageStubs, text_of
from spacecat_shared_data_access.cli.stubs.sources import PACKAGE, TYPES_ONLY, Module, Sources
from spacecat_shared_data_access.errors import DataAccessError, ValidationError
from spacecat_shared_data_access.models.base import BaseCollection, BaseModel, EntityRegistry
from spacecat_shared_data_access.schema import Schema

_DATA_ACCESS = f"{PACKAGE}.data_access"
_CREATORS = {"create_data_access": "DataAccess", "create_async_data_access": "AsyncDataAccess"}

_HEADER = """\
# Written by `spacecat-data-access stubs {module}`. Do not edit.
# pyright: reportIncompatibleMethodOverride=false, reportIncompatibleVariableOverride=false
# pyright: reportOverlappingOverload=false, reportPrivateUsage=false, reportInconsistentOverload=false
"""


def write_stubs(arguments: argparse.Namespace) -> int:
    """Write the stubs of modules, print their paths, and return the exit code."""
    for module in arguments.modules:
        try:
            output.say(str(write_stub(module)))
        except DataAccessError as error:
            return output.fail(str(error))
    return 0


def write_stub(name: str) -> Path:
    """Write the stub of a module beside it.

    The module is imported. The entities that it declares need not be registered.

    Args:
        name: The module's dotted name.

    Returns:
        The path of the stub.

    Raises:
        ValidationError: There is no such module, it has no source file, or it declares no entities.
    """
    path = _source_of(name)
    found = import_module(name)
    schemas = _schemas_of(found)
    if not schemas:
        raise ValidationError(f"{name} declares no entities: there is no model that a schema was built for")
    for schema in schemas:
        if not EntityRegistry.is_registered(schema.model_name):
            EntityRegistry.register_entity(schema)
    sources = Sources(Path(package.__file__).parent)
    module = _read(found, path)
    for other in (module, *_other_modules(module)):
        sources.modules[other.name] = other
    stub = path.with_suffix(".pyi")
    stubs = PackageStubs(sources, [*EntityRegistry.schemas(), *schemas])
    tree = stubs.stub_of(module, lambda tree: _add_data_access(tree, module, schemas, stubs))
    stub.write_text(_HEADER.format(module=name) + text_of(tree, module), encoding="utf-8")
    return stub


def _source_of(name: str) -> Path:
    search_current_directory()
    try:
        spec = find_spec(name)
    except (ImportError, ValueError):
        spec = None
    if spec is None:
        raise ValidationError(f"there is no module {name}")
    path = Path(spec.origin or "")
    if path.suffix != ".py" or name.partition(".")[0] == PACKAGE:
        raise ValidationError(f"{name} is not a module of a program, in a .py file")
    return path


def _schemas_of(module: ModuleType) -> list[Schema]:
    # Of the entities that the module declares or imports, without those of the package.
    models = [
        each for each in vars(module).values() if isinstance(each, type) and issubclass(each, BaseModel)
    ]
    schemas: list[Any] = [vars(each).get("schema") for each in models]
    return [
        each
        for each in dict.fromkeys(schemas)
        if isinstance(each, Schema) and each.model_class.__module__.partition(".")[0] != PACKAGE
    ]


def _read(found: ModuleType, path: Path) -> Module:
    tree = ast.parse(path.read_text(encoding="utf-8"), filename=str(path))
    names = _Names(found)
    tree.body = [each for node in tree.body for each in names.plain(node)]
    module = Module(found.__name__, path, tree)
    for node in tree.body:
        if isinstance(node, ast.ImportFrom):
            home = _absolute(node, found)
            module.homes.update({alias.asname or alias.name: home for alias in node.names})
        elif isinstance(node, ast.ClassDef) and _has_both_apis(getattr(found, node.name, None)):
            module.async_named.append(node.name)
            _make_overrides_async(node, getattr(found, node.name))
    return module


def _absolute(node: ast.ImportFrom, found: ModuleType) -> str:
    if not node.level:
        return node.module or ""
    base = (found.__package__ or "").split(".")
    parts = base[: len(base) - node.level + 1]
    return ".".join([*parts, *([node.module] if node.module else [])])


def _has_both_apis(cls: object) -> bool:
    return isinstance(cls, type) and issubclass(cls, BaseModel | BaseCollection)


def _make_overrides_async(node: ast.ClassDef, cls: type) -> None:
    # A plain def that overrides a coroutine method is awaited under an AsyncDataAccess.
    for place, member in enumerate(node.body):
        if isinstance(member, ast.FunctionDef) and _overrides_coroutine(cls, member.name):
            fields = {name: getattr(member, name) for name in member._fields}
            node.body[place] = ast.AsyncFunctionDef(**fields, lineno=member.lineno, col_offset=0)


def _overrides_coroutine(cls: type, name: str) -> bool:
    # Methods of the package are wrapped: see the sync bridge.
    inherited = (unwrap(vars(base)[name]) for base in cls.__mro__[1:] if callable(vars(base).get(name)))
    return any(iscoroutinefunction(each) or isasyncgenfunction(each) for each in inherited)


def _other_modules(module: Module) -> Iterator[Module]:
    # The program's modules from which it imports models or collections.
    for home in dict.fromkeys(module.homes.values()):
        found = sys.modules.get(home)
        path = Path(getattr(found, "__file__", None) or "")
        if found is None or home.partition(".")[0] == PACKAGE or path.suffix != ".py":
            continue
        if any(_has_both_apis(each) and each.__module__ == home for each in vars(found).values()):
            yield _read(found, path)


class _Names(ast.NodeTransformer):
    """Replaces async names by the plain ones, from the modules that define them."""

    def __init__(self, found: ModuleType) -> None:
        self._found = found
        self._plain: dict[str, str] = {}

    def plain(self, node: ast.stmt) -> list[ast.stmt]:
        """Return a statement of a module with plain names; those under ``if TYPE_CHECKING`` unwrapped."""
        if isinstance(node, ast.If) and TYPES_ONLY in ast.unparse(node.test):
            return [each for inner in node.body for each in self.plain(inner)]
        if isinstance(node, ast.ImportFrom):
            return self._imports(node)
        changed: ast.stmt = self.visit(node)
        return [changed]

    def visit_Name(self, node: ast.Name) -> ast.Name:
        return ast.Name(self._plain.get(node.id, node.id), node.ctx)

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        # A quoted annotation.
        if isinstance(node.value, str) and node.value in self._plain:
            return ast.Name(self._plain[node.value])
        return node

    def _imports(self, node: ast.ImportFrom) -> list[ast.stmt]:
        home = _absolute(node, self._found)
        imports: list[ast.stmt] = []
        for alias in node.names:
            name, source = alias.name, home
            plain = name.removeprefix("Async")
            if plain != name and _has_both_apis(getattr(sys.modules.get(home), plain, None)):
                self._plain[alias.asname or name] = alias.asname or plain
                name = plain
            if home == PACKAGE and name in EXPORTS:
                source = f"{PACKAGE}.{EXPORTS[name]}"
            imports.append(ast.ImportFrom(source, [ast.alias(name, alias.asname)], 0))
        return imports


def _add_data_access(tree: ast.Module, module: Module, schemas: list[Schema], stubs: PackageStubs) -> None:
    """Declare data accesses that have the program's collections, in a module's stub."""
    offered = {*_CREATORS, *_CREATORS.values()}
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module == _DATA_ACCESS:
            node.names = [alias for alias in node.names if alias.name not in offered]
    tree.body = [node for node in tree.body if not isinstance(node, ast.ImportFrom) or node.names]
    source = stubs.sources.modules[_DATA_ACCESS].tree
    tree.body[:0] = [node for node in source.body if isinstance(node, ast.Import | ast.ImportFrom)]
    for creator, name in _CREATORS.items():
        prefix = "Async" if name.startswith("Async") else ""
        tree.body.append(ast.ImportFrom(_DATA_ACCESS, [ast.alias(name, f"_{name}")], 0))
        lines = "\n".join(
            f"    {each.model_name}: {prefix}{each.collection_class.__name__}" for each in schemas
        )
        tree.body += ast.parse(f"class {name}(_{name}):\n{lines}").body
        if getattr(sys.modules[module.name], creator, None) is getattr(package, creator):
            functions = [each for each in source.body if getattr(each, "name", None) == creator]
            tree.body += [stub_of_function(each) for each in functions if isinstance(each, ast.FunctionDef)]
    for schema in schemas:
        home = schema.collection_class.__module__
        if home != module.name:
            name = schema.collection_class.__name__
            names = [ast.alias(name), ast.alias(f"Async{name}")]
            tree.body.append(ast.ImportFrom(home, names, 0))
