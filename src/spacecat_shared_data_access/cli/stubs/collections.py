"""The parameters of a collection's methods: options, and values by an entity's attributes."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from spacecat_shared_data_access.cli.stubs.mirror import (
    Function,
    arguments_of,
    as_plain,
    doc_of,
    expression,
)

ROOT = "BaseCollection"
PARAMETERS = ("_ItemT", "_ValuesT", "_AttributesT", "_NameT", "_IncludeT")
"""The type parameters of the stubs' collections besides the model: see `TYPE_PARAMETERS`."""

TYPE_PARAMETERS = """
_ItemT = TypeVar("_ItemT", default=Mapping[str, Any])
_ValuesT = TypeVar("_ValuesT", default=Mapping[str, Any])
_AttributesT = TypeVar("_AttributesT", default=Attributes)
_NameT = TypeVar("_NameT", default=str)
_IncludeT = TypeVar("_IncludeT", default=str)
_One = TypeVar("_One")
_Page = TypeVar("_Page")
_List = TypeVar("_List")
_New = TypeVar("_New")
_Number = TypeVar("_Number")
_Iter = TypeVar("_Iter")
"""

# The options of a call, by its result: ``limit=1`` and ``return_cursor=True`` decide what a listing returns.
FIND = "FindOptions"
MODEL = "ModelOptions"
CURSOR = "CursorOptions"
LIST = "ListOptions"
PAGE = "PageOrModelOptions"
_GENERIC = "[_AttributesT, _NameT, _IncludeT]"
NAMED_OPTIONS = (FIND, MODEL, CURSOR, LIST)
GENERATED_OPTIONS = (*NAMED_OPTIONS, PAGE)
WITH_KEYWORDS = (*NAMED_OPTIONS, "PageOptions")
"""The options of methods that take attributes by keyword too."""

KEYWORD_METHODS = ("all", "first", "page", "iterate", "count", "create")
"""The methods of a collection that take attributes by keyword."""

RESULTS = ("_One", "_Page", "_List", "_New", "_Number", "_Iter")
"""The type parameters of the methods that both APIs share: their results."""

DOCUMENTED = "_Docs"
_OF_LISTINGS = ("limit", "return_cursor", "fetch_all_pages")
_OPTIONS = f"""
@type_check_only
class {FIND}(TypedDict, Generic{_GENERIC}, total=False):
    '''The options of a call that finds one entity: see `Options`.'''
    {{fields}}

@type_check_only
class {MODEL}({FIND}{_GENERIC}, Generic{_GENERIC}, total=False):
    '''The options of a listing that returns one model or None.'''
    limit: Required[Literal[1]]
    return_cursor: Literal[False]
    fetch_all_pages: bool | None

@type_check_only
class {CURSOR}({FIND}{_GENERIC}, Generic{_GENERIC}, total=False):
    '''The options of a listing that returns a page.'''
    limit: int | None
    return_cursor: Required[Literal[True]]
    fetch_all_pages: bool | None

@type_check_only
class {LIST}({FIND}{_GENERIC}, Generic{_GENERIC}, total=False):
    '''The options of a listing that returns a list.'''
    limit: int | None
    return_cursor: Literal[False]
    fetch_all_pages: bool | None

@type_check_only
class {PAGE}({FIND}{_GENERIC}, Generic{_GENERIC}, total=False):
    '''The options of a listing that always returns a page, unless its limit is 1.'''
    limit: int | None
    return_cursor: bool
    fetch_all_pages: bool | None
"""

# Replacements in the annotations of parameters and options, by their name.
_ITEMS = {"Mapping[str, Any]": "_ItemT"}
_VALUES = {"Mapping[str, Any]": "_ValuesT"}
_NAMES = {"str": "_NameT"}
_REPLACED = {
    "item": _ITEMS,
    "new_items": _ITEMS,
    "keys": _VALUES,
    "sort_keys": _VALUES,
    "updates": _VALUES,
    "attributes": _NAMES,
    "on_conflict": _NAMES,
    "include": {"str": "_IncludeT"},
    "order_by": {
        "str | tuple[str, Direction]": "_NameT | tuple[_NameT, Direction]",
        "Sequence[OrderTerm]": "Sequence[_NameT | tuple[_NameT, Direction]]",
    },
    "between": {"tuple[str, Any, Any]": "tuple[_NameT, Any, Any]"},
    "where": {"Where": "Callable[[_AttributesT, Operators], Expression | None]"},
}


def alias_of(entity: str, options: str) -> str:
    """Return the alias of an entity's options, such as ``_TicketFind`` for the `FindOptions` of tickets."""
    return f"{entity}{options.removesuffix('Options')}"


def with_generic_options(tree: ast.Module) -> None:
    """Make the options generic in an entity's attributes, and add those that are for type checkers only.

    Args:
        tree: The stub of the module of `Options`, which is changed.
    """
    classes = [each for each in tree.body if isinstance(each, ast.ClassDef)]
    by_name = {each.name: each for each in classes}
    place = tree.body.index(by_name["Options"]) + 1
    fields = [
        f"{name}: {ast.unparse(annotation)}"
        for name, annotation in _fields(by_name["Options"], by_name)
        if name not in _OF_LISTINGS
    ]
    for cls in classes:
        if cls.name != "Options" and "TypedDict" in map(ast.unparse, cls.bases):
            cls.bases.append(expression(f"Generic{_GENERIC}"))
            for field in cls.body:
                if isinstance(field, ast.AnnAssign):
                    field.annotation = _of_attributes(field)
    tree.body[place:place] = ast.parse(_OPTIONS.replace("{fields}", "\n    ".join(fields))).body


def _fields(cls: ast.ClassDef, by_name: dict[str, ast.ClassDef]) -> Iterator[tuple[str, ast.expr]]:
    for base in map(ast.unparse, cls.bases):
        if base in by_name:
            yield from _fields(by_name[base], by_name)
    for field in cls.body:
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            yield field.target.id, _of_attributes(field)


def _of_attributes(field: ast.AnnAssign) -> ast.expr:
    replaced = _REPLACED.get(ast.unparse(field.target), {})
    annotation: ast.expr = _Replaced(replaced).visit(deepcopy(field.annotation))
    return annotation


def bound_collection(cls: ast.ClassDef, arguments: tuple[str, ...]) -> ast.ClassDef:
    """Return a collection whose methods have the types of an entity, or the type parameters for them.

    Args:
        cls: The collection, with ``async def`` as in its source.
        arguments: The types to use for `PARAMETERS`.
    """
    bound = deepcopy(cls)
    bound.bases = [_with_arguments(base, arguments) for base in bound.bases]
    bound.body = [each for member in bound.body for each in _method(member)]
    if arguments != PARAMETERS:
        put = dict(zip(PARAMETERS, arguments, strict=True))
        # An entity's stub has names for its options, so that a signature stays readable.
        entity = put["_NameT"].removesuffix("Name")
        put |= {f"{options}{_GENERIC}": alias_of(entity, options) for options in NAMED_OPTIONS}
        bound = _Replaced(put).visit(bound)
    return bound


def _with_arguments(base: ast.expr, arguments: tuple[str, ...]) -> ast.expr:
    if not isinstance(base, ast.Subscript) or isinstance(base.slice, ast.Tuple):
        return base
    return ast.Subscript(base.value, ast.Tuple([base.slice, *map(expression, arguments)]))


def _method(member: ast.stmt) -> list[ast.stmt]:
    if not isinstance(member, Function):
        return [member]
    rest = [member.args.vararg] if member.args.vararg else []
    for arg in (*arguments_of(member), *rest):
        if arg.annotation is not None and arg.arg in _REPLACED:
            arg.annotation = _Replaced(_REPLACED[arg.arg]).visit(arg.annotation)
    return list(with_options(member))


def with_options(method: Function) -> list[Function]:
    """Return a method with its options spelled out, as one overload per kind of result."""
    options = method.args.kwarg and ast.unparse(method.args.kwarg.annotation or method.args.kwarg)
    match re.fullmatch(r"Unpack\[(\w*Options)\]", options or ""):
        case None:
            return [method]
        case found if found[1] != "Options":
            return [_overload(method, None, found[1])]
    returns = ast.unparse(method.returns or method)
    parts = [each.strip() for each in returns.split("|")]
    one = next((each for each in parts if each != "None" and "[" not in each), None)
    page = next((each for each in parts if each.startswith("Page[")), None)
    listed = next((each for each in parts if each.startswith("list[")), None)
    if returns.startswith("AsyncIterator"):
        form = _overload(method, None, FIND)
        form.args.kwonlyargs.append(ast.arg("limit", expression("int | None")))
        form.args.kw_defaults.append(ast.Constant(None))
        return [form]
    if page is None:
        return [_overload(method, None, FIND)]
    if one is None:
        return [_overload(method, None, PAGE)]
    if listed is None:
        forms = [(f"{one} | None", MODEL), (page, PAGE)]
    else:
        forms = [(f"{one} | None", MODEL), (page, CURSOR), (listed, LIST)]
    overloads = [_overload(method, result, kind) for result, kind in forms]
    for place, each in enumerate(overloads):
        each.decorator_list = [ast.Name("overload"), *each.decorator_list]
        if place:
            each.body = [ast.Expr(ast.Constant(...))]
    return overloads


def _overload(method: Function, returns: str | None, options: str) -> Function:
    form = deepcopy(method)
    if returns is not None:
        form.returns = expression(returns)
    form.args.kwarg = ast.arg("options", expression(f"Unpack[{options}{_GENERIC}]"))
    return form


def spelled_out(method: str, arguments: tuple[str, ...]) -> list[ast.stmt]:
    """Return a method with its options spelled out for an entity.

    Args:
        method: The method's text, indented as in a class.
        arguments: The types to use for `PARAMETERS`.
    """
    cls: Any = ast.parse(f"class _:\n{method}").body[0]
    return bound_collection(cls, arguments).body


def keyword_options(entity: str, arguments: str, attributes: str) -> str:
    """Return the types of the keyword arguments of methods that take options and attributes.

    Args:
        entity: The entity's name.
        arguments: The type arguments of its options.
        attributes: The TypedDict of the attributes that can be given by keyword.
    """
    return "\n".join(
        f"class {alias_of(f'_{entity}', options)}By({options}[{arguments}], {attributes}, total=False): ..."
        for options in WITH_KEYWORDS
    )


def with_attribute_keywords(body: list[ast.stmt], entity: str, arguments: str, attributes: str) -> None:
    """Add an entity's attributes to the keywords of the methods that take them. In place.

    Args:
        body: The body of a collection, with the types of the entity.
        entity: The entity's name.
        arguments: As for `keyword_options`.
        attributes: As for `keyword_options`.
    """
    put = {f"{options}[{arguments}]": options for options in WITH_KEYWORDS}
    put |= {alias_of(f"_{entity}", options): options for options in WITH_KEYWORDS}
    by = {name: f"{alias_of(f'_{entity}', options)}By" for name, options in put.items()}
    for method in body:
        if isinstance(method, Function) and method.name in KEYWORD_METHODS and method.args.kwarg:
            annotation = method.args.kwarg.annotation or ast.Constant(None)
            untyped = ast.unparse(annotation) == "Any" and method.args.kwarg.arg == "values"
            method.args.kwarg.annotation = (
                expression(f"Unpack[{attributes}]") if untyped else _Replaced(by).visit(annotation)
            )


def shared_methods(body: list[ast.stmt], model: str) -> list[ast.stmt]:
    """Return methods as those of a class that both APIs share, whose results are type parameters.

    Args:
        body: Methods as ``async def``.
        model: The class of the models that they return.
    """
    results = dict(zip(_results_of(model, sync=False), RESULTS, strict=True))
    return [
        as_plain(method, returns=ast.Name(results[ast.unparse(method.returns or method)]))
        for method in body
        if isinstance(method, Function)
    ]


def shared_base(name: str, model: str, *, sync: bool) -> ast.expr:
    """Return the class of shared methods with the results of one API as its type arguments.

    Args:
        name: The class.
        model: The class of the models, in this API.
        sync: Whether it is the sync API.
    """
    results = [
        each if sync or each.startswith("AsyncIterator") else f"Coroutine[Any, Any, {each}]"
        for each in _results_of(model, sync=sync)
    ]
    return expression(f"{name}[{', '.join(results)}]")


def _results_of(model: str, *, sync: bool) -> list[str]:
    iterator = "Iterator" if sync else "AsyncIterator"
    return [f"{model} | None", f"Page[{model}]", f"list[{model}]", model, "int", f"{iterator}[{model}]"]


def documented_methods(cls: ast.ClassDef) -> ast.ClassDef:
    """Return a class with the docstrings of a collection's `KEYWORD_METHODS`, for editors."""
    methods = [each for each in cls.body if isinstance(each, Function) and each.name in KEYWORD_METHODS]
    texts = "\n".join(
        f"    def {each.name}(self, *args: Any, **options: Any) -> Any: ..." for each in methods
    )
    found: Any = ast.parse(f"@type_check_only\nclass {DOCUMENTED}:\n{texts}").body[0]
    for method, source in zip(found.body, methods, strict=True):
        method.body = doc_of(source)
    return found  # type: ignore[no-any-return] # parsed from the text of a class


class _Replaced(ast.NodeTransformer):
    def __init__(self, put: dict[str, str]) -> None:
        self._put = put

    def generic_visit(self, node: ast.AST) -> ast.AST:
        if isinstance(node, ast.Name | ast.Subscript | ast.BinOp):
            replacement = self._put.get(ast.unparse(node))
            if replacement is not None:
                return expression(replacement)
        return super().generic_visit(node)
