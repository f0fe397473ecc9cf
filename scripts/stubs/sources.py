"""The package's sources, parsed, and which of their classes have two faces."""

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
        path: Where it is, below the package's folder.
        tree: What it says.
        homes: The modules that its imported names come from.
        two_faced: The classes of its own that say ``AsyncX = X``.
    """

    name: str
    path: Path
    tree: ast.Module
    homes: dict[str, str] = field(default_factory=dict)
    two_faced: list[str] = field(default_factory=list)


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

    def has_two_faces(self, module: str, name: str) -> bool:
        """Tell whether a name means a class with two faces in a module."""
        found = self.modules.get(module)
        if found is None:
            return False
        if found.homes.get(name, module) != module:
            return self.has_two_faces(found.homes[name], name)
        return name in found.two_faced


def statements(tree: ast.Module) -> list[ast.stmt]:
    """Give a module's statements; those for type checkers only are among them, the others' guard is not."""
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
                    module.two_faced.append(cls)
    return module
