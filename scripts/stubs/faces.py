"""Both faces of a class: what blocks, and what is awaited."""

from __future__ import annotations

import ast
from collections.abc import Callable
from copy import deepcopy
from typing import TypeVar

from stubs.mirror import Function

IsTwoFaced = Callable[[str], bool]
Node = TypeVar("Node", bound=ast.AST)


def blocking_face(cls: ast.ClassDef) -> ast.ClassDef:
    """Give the class whose calls block: ``async def`` becomes ``def``."""
    face = deepcopy(cls)
    face.body = [_blocking(each) if isinstance(each, ast.AsyncFunctionDef) else each for each in face.body]
    return face


def async_face(cls: ast.ClassDef, is_two_faced: IsTwoFaced) -> ast.ClassDef:
    """Give the class whose calls are awaited; models and collections in its annotations are such too."""
    face = awaited(deepcopy(cls), is_two_faced)
    face.name = f"Async{cls.name}"
    face.body = [_shared(each, cls.name) if isinstance(each, ast.ClassDef) else each for each in face.body]
    face.body = [_iterating(each) if isinstance(each, ast.AsyncFunctionDef) else each for each in face.body]
    return face


def own_face(node: Node) -> Node:
    """Give what has one face as a stub says it, in place."""
    _Iterating().visit(node)
    return node


def awaited(node: Node, is_two_faced: IsTwoFaced) -> Node:
    """Put the awaited class in the place of each class with two faces, in place."""
    _Awaited(is_two_faced).visit(node)
    return node


class _Iterating(ast.NodeTransformer):
    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AST:
        return _iterating(node)


class _Awaited(ast.NodeTransformer):
    def __init__(self, is_two_faced: IsTwoFaced) -> None:
        self._is_two_faced = is_two_faced

    def visit_Name(self, node: ast.Name) -> ast.Name:
        return ast.Name(f"Async{node.id}") if self._is_two_faced(node.id) else node

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        return node  # an enum of a model is the same for both

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        return self.generic_visit(node)


def _blocking(function: ast.AsyncFunctionDef) -> ast.FunctionDef:
    returns = function.returns
    if isinstance(returns, ast.Subscript) and ast.unparse(returns.value) == "AsyncIterator":
        returns = ast.Subscript(ast.Name("Iterator"), returns.slice)
    fields = {name: getattr(function, name) for name in function._fields} | {"returns": returns}
    return ast.FunctionDef(**fields, lineno=0)


def _iterating(function: ast.AsyncFunctionDef) -> Function:
    # An asynchronous generator is called, not awaited: in a stub that is a plain def.
    if not ast.unparse(function.returns or function).startswith(("AsyncIterator", "AsyncGenerator")):
        return function
    return ast.FunctionDef(**{name: getattr(function, name) for name in function._fields}, lineno=0)


def _shared(cls: ast.ClassDef, owner: str) -> ast.stmt:
    alias = ast.Attribute(ast.Name(owner), cls.name)
    return ast.AnnAssign(ast.Name(cls.name), ast.Name("TypeAlias"), alias, 1)
