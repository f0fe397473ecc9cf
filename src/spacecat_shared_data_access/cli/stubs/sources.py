"""The package's parsed sources, and which of their classes have an async name."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

PACKAGE = "spacecat_shared_data_access"
TYPES_ONLY = "TYPE_CHECKING"


@dataclass(frozen=True, slots=True)
class Module:
    """One module of the package.

    Attributes:
        name: Its dotted name.
        path: Its path in the package's folder.
        tree: Its syntax tree.
        homes: The module of each imported name.
        async_named: Its own classes that have an async name at run time.
    """

    name: str
    path: Path
    tree: ast.Module
    homes: dict[str, str] = field(default_factory=dict)
    async_named: list[str] = field(default_factory=list)


class Sources:
    """All modules of the package.

    Args:
        root: The package's folder.
    """

    def __init__(self, root: Path) -> None:
        self.modules: dict[str, Module] = {}
        for path in sorted(root.rglob("*.py")):
            module = _read(path, root)
            self.modules[module.name] = module

    def has_async_name(self, module: str, name: str) -> bool:
        """Return whether a name refers, in a module, to a class that has an async name."""
        found = self.modules.get(module)
        if found is None:
            return False
        if found.homes.get(name, module) != module:
            return self.has_async_name(found.homes[name], name)
        return name in found.async_named


def statements(tree: ast.Module) -> list[ast.stmt]:
    """Return a module's statements, with those under ``if TYPE_CHECKING`` in place of the ``if``."""
    found: list[ast.stmt] = []
    for node in tree.body:
        if isinstance(node, ast.If) and TYPES_ONLY in ast.unparse(node.test):
            found.extend(node.body)
        elif not isinstance(node, ast.If):
            found.append(node)
    return found


def _read(path: Path, root: Path) -> Module:
    relative = path.relative_to(root)
    parts = [PACKAGE, *relative.with_suffix("").parts]
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    module = Module(name, relative, ast.parse(path.read_text(encoding="utf-8"), filename=str(path)))
    for node in statements(module.tree):
        match node:
            case ast.ImportFrom(module=str(home), names=names):
                module.homes.update({alias.asname or alias.name: home for alias in names})
            case ast.ClassDef(name=cls) if name.startswith(f"{PACKAGE}.models."):
                found = import_module(name)
                if getattr(found, f"Async{cls}", None) is getattr(found, cls):
                    module.async_named.append(cls)
    return module
