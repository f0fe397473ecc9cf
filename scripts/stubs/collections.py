"""What a collection's methods take: the options, and values by an entity's attributes."""

from __future__ import annotations

import ast
from copy import deepcopy

from stubs.mirror import Function, arguments_of

ROOT = "CollectionCore"
PARAMETERS = ("_ItemT", "_ValuesT", "_AttributesT", "_NameT")
"""What the stubs' collections are generic in besides their model: see `TYPE_PARAMETERS`."""

TYPE_PARAMETERS = """
_ItemT = TypeVar("_ItemT", default=Mapping[str, Any])
_ValuesT = TypeVar("_ValuesT", default=Mapping[str, Any])
_AttributesT = TypeVar("_AttributesT", default=Attributes)
_NameT = TypeVar("_NameT", default=str)
"""

OPTIONS = '''
@type_check_only
class QueryOptions(TypedDict, Generic[_AttributesT, _NameT], total=False):
    """{query}"""

    order: Direction
    order_by: _NameT | tuple[_NameT, Direction] | Mapping[str, str] | None
    attributes: Sequence[_NameT] | None
    between: tuple[_NameT, Any, Any] | Mapping[str, Any] | None
    where: Callable[[_AttributesT, Operators], Expression | None] | None
    index: str | None

@type_check_only
class FindOptions(QueryOptions[_AttributesT, _NameT], Generic[_AttributesT, _NameT], total=False):
    """{find}"""

    cursor: str | None

@type_check_only
class ListOptions(FindOptions[_AttributesT, _NameT], Generic[_AttributesT, _NameT], total=False):
    """{list}"""

    fetch_all_pages: bool | None
'''

# How a parameter's annotation changes, by its name: what stands for what.
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
    "between": {"tuple[str, Any, Any]": "tuple[_NameT, Any, Any]"},
    "where": {"Where": "Callable[[_AttributesT, Operators], Expression | None]"},
}


def options_of(*documented: str) -> str:
    """Write the options of queries, finders and listings, with what the runtime's own say of each.

    Args:
        *documented: The docstrings of the runtime's `PageOptions` and `Options`.
    """
    lines = "\n".join(text.partition("Attributes:\n")[2] for text in documented)
    # Indented anew: from Python 3.13 on the compiler takes a docstring's indentation away.
    kept = [f"        {line.strip()}" for line in lines.splitlines() if line.strip()]
    of_pages = ("limit:", "cursor:", "return_cursor:", "fetch_all_pages:")
    parts = {
        "query": [line for line in kept if not line.strip().startswith(of_pages)],
        "find": [line for line in kept if line.strip().startswith("cursor:")],
        "list": [line for line in kept if line.strip().startswith("fetch_all_pages:")],
    }
    titles = {
        "query": "What a query takes besides its keys.",
        "find": "What a finder takes besides its keys.",
        "list": "What a listing takes besides keys and limits.",
    }
    return OPTIONS.format(
        **{
            name: "\n".join((f"{titles[name]}\n\n    Attributes:", *lines, "    "))
            for name, lines in parts.items()
        }
    )


def bound_collection(cls: ast.ClassDef, arguments: tuple[str, ...]) -> ast.ClassDef:
    """Give a collection's methods the types of an entity, or the type parameters that stand for them.

    Args:
        cls: The collection, with ``async def`` as in its source.
        arguments: What stands for `PARAMETERS`.
    """
    bound = deepcopy(cls)
    bound.bases = [_with_arguments(base, arguments) for base in bound.bases]
    bound.body = [each for member in bound.body for each in _method(member)]
    if arguments != PARAMETERS:
        put = dict(zip(PARAMETERS, arguments, strict=True))
        bound = _Replaced(put).visit(bound)
    return bound


def _with_arguments(base: ast.expr, arguments: tuple[str, ...]) -> ast.expr:
    if not isinstance(base, ast.Subscript) or isinstance(base.slice, ast.Tuple):
        return base
    more = [ast.parse(each, mode="eval").body for each in arguments]
    return ast.Subscript(base.value, ast.Tuple([base.slice, *more]))


def _method(member: ast.stmt) -> list[ast.stmt]:
    if not isinstance(member, Function):
        return [member]
    for arg in arguments_of(member):
        if arg.annotation is not None and arg.arg in _REPLACED:
            arg.annotation = _Replaced(_REPLACED[arg.arg]).visit(arg.annotation)
    takes_options = member.args.kwarg is not None and "Options" in ast.unparse(member.args.kwarg)
    return list(with_options(member)) if takes_options else [member]


def with_options(method: Function) -> list[Function]:
    """Spell out the options of a method, one overload for each kind of result."""
    assert method.returns is not None
    returns = ast.unparse(method.returns)
    parts = [each.strip() for each in returns.split("|")]
    one = next((each for each in parts if each != "None" and "[" not in each), None)
    page = next((each for each in parts if each.startswith("Page[")), None)
    listed = next((each for each in parts if each.startswith("list[")), None)
    if one is None and listed is None and page is not None:
        return [_overload(method, returns, {}, "QueryOptions")]
    if page is None:
        is_listing = returns.startswith("AsyncIterator")
        return [
            _overload(method, returns, {"limit": "int | None = None"} if is_listing else {}, "FindOptions")
        ]
    limit = "int | None = None"
    forms = [(f"{one} | None", {"limit": "Literal[1]", "return_cursor": "Literal[False] = False"})]
    if listed is None:
        forms.append((page, {"limit": limit, "return_cursor": "bool = False"}))
    else:
        forms.append((page, {"return_cursor": "Literal[True]", "limit": limit}))
        forms.append((listed, {"limit": limit, "return_cursor": "Literal[False] = False"}))
    overloads = [_overload(method, result, words, "ListOptions") for result, words in forms]
    for place, each in enumerate(overloads):
        each.decorator_list = [ast.Name("overload"), *each.decorator_list]
        if place:
            each.body = [ast.Expr(ast.Constant(...))]
    return overloads


def _overload(method: Function, returns: str, words: dict[str, str], options: str) -> Function:
    form = deepcopy(method)
    form.returns = ast.parse(returns, mode="eval").body
    text = ", ".join(f"{name}: {type_}" for name, type_ in words.items())
    extra = ast.parse(f"def f(*, {text}): ..." if text else "def f(): ...").body[0]
    assert isinstance(extra, ast.FunctionDef)
    form.args.kwonlyargs = [*form.args.kwonlyargs, *extra.args.kwonlyargs]
    form.args.kw_defaults = [*form.args.kw_defaults, *extra.args.kw_defaults]
    annotation = f"Unpack[{options}[_AttributesT, _NameT]]"
    form.args.kwarg = ast.arg("options", ast.parse(annotation, mode="eval").body)
    return form


def spelled_out(method: str, arguments: tuple[str, ...]) -> list[ast.stmt]:
    """Parse a method with its options spelled out for an entity.

    Args:
        method: The method's text, indented as in a class.
        arguments: What stands for `PARAMETERS`.
    """
    cls = ast.parse(f"class _:\n{method}").body[0]
    assert isinstance(cls, ast.ClassDef)
    return bound_collection(cls, arguments).body


class _Replaced(ast.NodeTransformer):
    def __init__(self, put: dict[str, str]) -> None:
        self._put = put

    def generic_visit(self, node: ast.AST) -> ast.AST:
        if isinstance(node, ast.Name | ast.Subscript):
            replacement = self._put.get(ast.unparse(node))
            if replacement is not None:
                return ast.parse(replacement, mode="eval").body
        return super().generic_visit(node)
