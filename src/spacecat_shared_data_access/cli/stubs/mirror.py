"""A module's stub: its declarations without the code."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from copy import deepcopy
from importlib import import_module
from typing import Any

from spacecat_shared_data_access.cli.stubs.sources import PACKAGE, Module, statements
from spacecat_shared_data_access.schema import Schema

_ELLIPSIS = ast.Constant(...)
_LONGEST_DEFAULT = 40
_KEPT_IN_SLOTS = "__slots__"
Function = ast.FunctionDef | ast.AsyncFunctionDef


class UntypedError(Exception):
    """A public name has no annotation, and its type is not obvious."""


def mirror(module: Module) -> ast.Module:
    """Return the stub of a module: its public names, and the private names that they use."""
    nodes = [stub for node in statements(module.tree) for stub in _top_level(node, module)]
    return ast.Module(nodes, [])


def without_unused(tree: ast.Module, used_elsewhere: set[str]) -> ast.Module:
    """Remove private definitions and imports that nothing uses, and move the imports to the top.

    Args:
        tree: The stub.
        used_elsewhere: Private names that other stubs import.
    """
    body = tree.body
    while True:
        used = {*_used_names(body), *used_elsewhere}
        kept = [node for node in body if not _is_unused(node, used)]
        if len(kept) == len(body):
            break
        body = kept
    imports: dict[str, ast.stmt] = {}
    for node in body:
        for each in _single_imports(node, used):
            imports.setdefault(each.names[0].asname or each.names[0].name, each)
    others = [node for node in body if not isinstance(node, ast.Import | ast.ImportFrom)]
    doc = doc_of(ast.Module(others, []))
    return ast.Module([*doc, *imports.values(), *others[len(doc) :]], [])


def without_docstrings(tree: ast.Module, module: Module) -> None:
    """Remove the docstrings that an editor finds in the module, under the same name. In place."""
    in_source = {name for name, _ in _named(module.tree)}
    for name, node in _named(tree):
        if name in in_source and doc_of(node):
            node.body = node.body[1:] or [ast.Expr(_ELLIPSIS)]
    tree.body = tree.body[len(doc_of(tree)) :]


def arguments_of(function: Function) -> Iterator[ast.arg]:
    """Yield a function's parameters, without ``*args`` and ``**options``."""
    yield from (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)


def as_plain(function: Function, **changes: Any) -> ast.FunctionDef:
    """Return a function with ``def`` instead of ``async def``, and with other fields of its node changed."""
    return ast.FunctionDef(**{name: getattr(function, name) for name in function._fields} | changes, lineno=0)


def expression(text: str) -> ast.expr:
    """Return the node of an expression."""
    return ast.parse(text, mode="eval").body


def declaration(name: str, annotation: str) -> ast.stmt:
    """Return the statement ``name: annotation``."""
    return ast.parse(f"{name}: {annotation}").body[0]


def doc_of(node: ast.AST) -> list[ast.stmt]:
    """Return the statement of a docstring in a list; an empty list if there is none."""
    body: list[ast.stmt] = getattr(node, "body", [])
    return body[:1] if body and _is_text(body[0]) else []


def class_named(tree: ast.Module, name: str) -> ast.ClassDef:
    """Return a class of a module."""
    return next(node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == name)


def _top_level(node: ast.stmt, module: Module) -> list[ast.stmt]:  # noqa: C901, PLR0911 - one case per kind of statement
    match node:
        case ast.ImportFrom(module="__future__"):
            return []
        case ast.Import() | ast.ImportFrom():
            return [deepcopy(node)]
        case ast.ClassDef():
            return [stub_of_class(node)]
        case ast.FunctionDef(name="__getattr__" | "__dir__"):
            return []  # the stub names everything
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            return [stub_of_function(node)]
        case ast.Assign(targets=[ast.Name(id="__all__")]):
            # As it is at run time, with the async names.
            return ast.parse(f"__all__ = {sorted(import_module(module.name).__all__)}").body
        case ast.Assign(targets=[ast.Name(id="schema")]):
            return [declaration("schema", "Schema")]
        case ast.Assign(targets=[ast.Name(id=name)], value=value):
            return [_assignment(name, value, module)]
        case ast.AnnAssign(target=ast.Name(id=name), annotation=annotation, value=value):
            return [_annotated(name, annotation, value, module)]
        case ast.Expr() if _is_text(node):
            return [deepcopy(node)]
    return []


def _assignment(name: str, value: ast.expr, module: Module) -> ast.stmt:
    match value:
        case ast.Call(func=ast.Name(id="TypeVar")):
            return ast.Assign([ast.Name(name)], deepcopy(value), lineno=0)
        case ast.Name(id=alias) if alias[:1].isupper():
            return _alias(name, value)
        case ast.Subscript() | ast.BinOp(op=ast.BitOr()):
            return _alias(name, value)
    return _annotated(name, ast.Name("Final"), value, module, final=False)


def _annotated(
    name: str, annotation: ast.expr, value: ast.expr | None, module: Module, *, final: bool = True
) -> ast.stmt:
    if final and not (isinstance(annotation, ast.Name) and annotation.id == "Final"):
        return ast.AnnAssign(ast.Name(name), plain_annotation(annotation), None, 1)
    if final and isinstance(value, ast.Constant):
        return ast.AnnAssign(ast.Name(name), annotation, value, 1)
    inferred = _type_of(value)
    if inferred is None:
        if isinstance(getattr(import_module(module.name), name, None), Schema):
            inferred = "Schema"
        elif not module.name.startswith(PACKAGE):
            inferred = "Any"  # of a program, which may be typed less strictly
        elif name.startswith("_"):
            inferred = "object"
        else:
            raise UntypedError(f"{module.name}.{name} needs an annotation: its type cannot be derived")
    return declaration(name, f"Final[{inferred}]" if final else inferred)


def _alias(name: str, value: ast.expr) -> ast.stmt:
    return ast.AnnAssign(ast.Name(name), ast.Name("TypeAlias"), plain_annotation(value), 1)


def _type_of(value: ast.expr | None) -> str | None:  # noqa: PLR0911 - one case per kind of value
    # Only the obvious cases; anything else is annotated in the source.
    match value:
        case ast.Constant(value=constant):
            return type(constant).__name__
        case ast.Tuple(elts=[first, *_]):
            return f"tuple[{_type_of(first) or 'object'}, ...]"
        case ast.Set(elts=[first, *_]):
            return f"set[{_type_of(first) or 'object'}]"
        case ast.Call(func=ast.Name(id="frozenset"), args=[ast.Set(elts=[first, *_])]):
            return f"frozenset[{_type_of(first) or 'object'}]"
        case ast.Call(func=(ast.Name() | ast.Attribute()) as func):
            text = ast.unparse(func)
            return text if text.rpartition(".")[2].lstrip("_")[:1].isupper() else None
        case ast.Name(id=name) if name[:1].isupper() and not name.isupper():
            return f"type[{name}]"
    return None


class _Plain(ast.NodeTransformer):
    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.value, ast.Name) and node.value.id == "Annotated":
            parts: Any = node.slice
            first: ast.expr = parts.elts[0]  # the rest is for pydantic
            return first
        return node


def plain_annotation(annotation: ast.expr) -> ast.expr:
    """Return an annotation without quotes and without the metadata of ``Annotated``."""
    if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
        annotation = expression(annotation.value)
    plain: ast.expr = _Plain().visit(deepcopy(annotation))
    return plain


def stub_of_function(node: Function) -> Function:
    """Return a function's signature and docstring."""
    stub = deepcopy(node)
    for arg in ast.walk(stub.args):
        if isinstance(arg, ast.arg) and arg.annotation is not None:
            arg.annotation = plain_annotation(arg.annotation)
    if stub.returns is not None:
        stub.returns = plain_annotation(stub.returns)
    elif stub.name == "__init__":
        stub.returns = ast.Constant(None)
    stub.args.defaults = [_default(each) for each in stub.args.defaults]
    stub.args.kw_defaults = [each and _default(each) for each in stub.args.kw_defaults]
    # Caching does not change the types.
    stub.decorator_list = [
        each for each in stub.decorator_list if ast.unparse(each) not in {"cache", "cached"}
    ]
    stub.body = doc_of(node) or [ast.Expr(_ELLIPSIS)]
    return stub


def _default(value: ast.expr) -> ast.expr:
    simple = isinstance(value, ast.Constant) and len(repr(value.value)) < _LONGEST_DEFAULT
    return value if simple else _ELLIPSIS


def stub_of_class(node: ast.ClassDef) -> ast.ClassDef:
    """Return the declarations of a class."""
    stub = deepcopy(node)
    stub.decorator_list = [each for each in stub.decorator_list if ast.unparse(each) != "with_async_name"]
    kind = _kind_of(node)
    functions = {each.name: each for each in node.body if isinstance(each, Function)}
    body = [member for each in node.body for member in _member(each, kind, functions)]
    if kind == "plain":
        declared = set(functions) | {target for each in body if (target := _target(each))}
        body = [*doc_of(node), *_instance_attributes(node, declared), *body[len(doc_of(node)) :]]
    stub.body = body or [ast.Expr(_ELLIPSIS)]
    return stub


def _kind_of(node: ast.ClassDef) -> str:
    bases = {ast.unparse(base).rpartition(".")[2] for base in node.bases}
    if bases & {"StrEnum", "Enum", "IntEnum"}:
        return "enum"
    if any("dataclass" in ast.unparse(each) for each in node.decorator_list):
        return "dataclass"
    return "plain"


def _target(node: ast.stmt) -> str | None:
    return node.target.id if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) else None


def _member(  # noqa: C901, PLR0911 - one case per kind of member
    node: ast.stmt, kind: str, functions: dict[str, Function]
) -> list[ast.stmt]:
    match node:
        case ast.Expr() if _is_text(node):
            return [deepcopy(node)]
        case ast.ClassDef():
            return [stub_of_class(node)]
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            return [] if _is_hidden(node) else [stub_of_function(node)]
        case ast.Assign(targets=[ast.Name(id="__slots__")], value=value):
            return [deepcopy(node)] if _is_literal(value) else []
        case ast.Assign(targets=[ast.Name(id=name)]) if name.startswith("_"):
            return []
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if kind == "enum":
            return [ast.Assign([ast.Name(name)], value if _is_literal(value) else _ELLIPSIS, lineno=0)]
        case ast.Assign(targets=[ast.Name(id=name)], value=ast.Name(id=other)) if other in functions:
            copy = stub_of_function(functions[other])
            copy.name = name
            return [copy]
        case ast.Assign(targets=[ast.Name(id=name)], value=ast.Name(id=other)):
            return [_alias(name, ast.Name(f"_{other}" if name == other else other))]
        case ast.Assign(targets=[ast.Name(id=name)], value=value):
            return [declaration(name, f"ClassVar[{_type_of(value) or 'object'}]")]
        case ast.AnnAssign(target=ast.Name(id=name)) if name.startswith("_") and kind != "dataclass":
            return []
        case ast.AnnAssign(
            target=ast.Name(id=name), annotation=ast.Name(id="TypeAlias"), value=ast.expr() as value
        ):
            return [_alias(name, value)]
        case ast.AnnAssign():
            return [_field(node)]
    return []


def _is_hidden(function: Function) -> bool:
    if function.name in {"__repr__", "__str__"}:
        return True  # inherited from object
    # A private method that has a docstring is a hook for subclasses, unless it is abstract.
    is_abstract = any("abstract" in ast.unparse(each) for each in function.decorator_list)
    return _is_private(function.name) and (is_abstract or not doc_of(function))


def _field(node: ast.AnnAssign) -> ast.AnnAssign:
    stub = deepcopy(node)
    stub.annotation = plain_annotation(node.annotation)
    if ast.unparse(node.annotation).startswith(("ClassVar", "Final")):
        stub.value = None
        return stub
    match node.value:
        case None | ast.Constant():
            pass
        case ast.Call(func=ast.Name(id="field" | "Field"), args=args, keywords=keywords):
            has_default = bool(args) or any(word.arg in {"default", "default_factory"} for word in keywords)
            stub.value = _ELLIPSIS if has_default else None
        case _:
            stub.value = _ELLIPSIS
    return stub


def _instance_attributes(node: ast.ClassDef, declared: set[str]) -> Iterator[ast.stmt]:
    constructor = next((each for each in node.body if getattr(each, "name", "") == "__init__"), None)
    if not isinstance(constructor, ast.FunctionDef):
        return
    given = {each.arg: each.annotation for each in arguments_of(constructor)}
    for each in ast.walk(constructor):
        match each:
            case ast.Assign(targets=[ast.Attribute(value=ast.Name(id="self"), attr=name)], value=value):
                annotation = given.get(value.id) if isinstance(value, ast.Name) else None
                text = ast.unparse(annotation) if annotation is not None else _type_of(value)
            case ast.AnnAssign(target=ast.Attribute(value=ast.Name(id="self"), attr=name)):
                text = ast.unparse(each.annotation)
            case _:
                continue
        if name.startswith("_") or name in declared:
            continue
        if text is None:
            raise UntypedError(f"self.{name} of {node.name} needs an annotation: its type cannot be derived")
        declared.add(name)
        yield declaration(name, text)


def _is_text(node: ast.stmt) -> bool:
    match node:
        case ast.Expr(value=ast.Constant(value=str())):
            return True
    return False


def _is_literal(value: ast.expr) -> bool:
    return all(isinstance(each, ast.Constant | ast.Tuple | ast.Load) for each in ast.walk(value))


def _used_names(nodes: Iterable[ast.stmt]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Import | ast.ImportFrom):
            continue
        own = getattr(node, "name", None)
        targets = {id(each.target) for each in ast.walk(node) if isinstance(each, ast.AnnAssign)}
        targets |= {id(target) for target in getattr(node, "targets", ())}
        for each in ast.walk(node):
            if isinstance(each, ast.Name) and each.id != own and id(each) not in targets:
                yield each.id
        match node:
            case ast.Assign(targets=[ast.Name(id="__all__")], value=value):
                yield from (str(each.value) for each in ast.walk(value) if isinstance(each, ast.Constant))


def _is_unused(node: ast.stmt, used: set[str]) -> bool:
    match node:
        case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
            return _is_private(name) and name not in used
        case ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]):
            return _is_private(name) and name not in used
    return False


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.endswith("__")


def _single_imports(node: ast.stmt, used: set[str]) -> Iterator[ast.Import | ast.ImportFrom]:
    if isinstance(node, ast.Import | ast.ImportFrom):
        for alias in node.names:
            if alias.asname == alias.name or (alias.asname or alias.name).partition(".")[0] in used:
                single = deepcopy(node)
                single.names = [alias]
                yield single


def _named(
    node: ast.Module | ast.ClassDef, prefix: str = ""
) -> Iterator[tuple[str, ast.ClassDef | Function]]:
    for each in node.body:
        if isinstance(each, ast.ClassDef | Function):
            yield f"{prefix}{each.name}", each
        if isinstance(each, ast.ClassDef):
            yield from _named(each, f"{prefix}{each.name}.")
