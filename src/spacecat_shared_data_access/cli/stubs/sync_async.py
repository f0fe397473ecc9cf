"""The two stub classes of one class: its sync and its async API."""

from __future__ import annotations

import ast
from collections.abc import Callable
from copy import deepcopy
from typing import TypeVar

from spacecat_shared_data_access.cli.stubs.mirror import as_plain

HasAsyncName = Callable[[str], bool]
Node = TypeVar("Node", bound=ast.AST)


def sync_class(cls: ast.ClassDef) -> ast.ClassDef:
    """Return the class of the sync API: ``async def`` becomes ``def``."""
    copy = _without(deepcopy(cls), "__aiter__")
    copy.body = [_sync_method(each) if isinstance(each, ast.AsyncFunctionDef) else each for each in copy.body]
    return copy


def async_class(cls: ast.ClassDef, has_async_name: HasAsyncName) -> ast.ClassDef:
    """Return the class of the async API; its annotations name async models and collections."""
    copy = _without(deepcopy(cls), "__iter__")
    _AsyncNames(has_async_name).visit(copy)
    copy.name = f"Async{cls.name}"
    copy.body = [_shared(each, cls.name) if isinstance(each, ast.ClassDef) else each for each in copy.body]
    return with_plain_generators(copy)


def _without(cls: ast.ClassDef, method: str) -> ast.ClassDef:
    # A collection is iterated with `for` in one API, and with `async for` in the other. It has no length.
    names = {method, "__len__", "__bool__"}
    if any(getattr(each, "name", None) == "__aiter__" for each in cls.body):
        cls.body = [each for each in cls.body if getattr(each, "name", None) not in names]
    return cls


def with_plain_generators(node: Node) -> Node:
    """Declare asynchronous generators as a stub does, with ``def``: their calls are not awaited. In place."""
    _PlainGenerators().visit(node)
    return node


class _PlainGenerators(ast.NodeTransformer):
    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AST:
        returns = ast.unparse(node.returns or node)
        return as_plain(node) if returns.startswith(("AsyncIterator", "AsyncGenerator")) else node


class _AsyncNames(ast.NodeTransformer):
    # Replaces each class that has an async name by that name.
    def __init__(self, has_async_name: HasAsyncName) -> None:
        self._has_async_name = has_async_name

    def visit_Name(self, node: ast.Name) -> ast.Name:
        return ast.Name(f"Async{node.id}") if self._has_async_name(node.id) else node

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        return node  # an enum of a model is the same in both


def _sync_method(function: ast.AsyncFunctionDef) -> ast.FunctionDef:
    returns = function.returns
    if isinstance(returns, ast.Subscript) and ast.unparse(returns.value) == "AsyncIterator":
        returns = ast.Subscript(ast.Name("Iterator"), returns.slice)
    return as_plain(function, returns=returns)


def _shared(cls: ast.ClassDef, owner: str) -> ast.stmt:
    alias = ast.Attribute(ast.Name(owner), cls.name)
    return ast.AnnAssign(ast.Name(cls.name), ast.Name("TypeAlias"), alias, 1)
