from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, Literal, NamedTuple, Required, TypeAlias, TypedDict, type_check_only

from spacecat_shared_data_access.models.base.collection import _AttributesT, _IncludeT, _NameT
from spacecat_shared_data_access.models.base.eager_loading import IncludeTree
from spacecat_shared_data_access.postgrest.keyset import SortKey
from spacecat_shared_data_access.postgrest.where import Expression, Operators
from spacecat_shared_data_access.schema import Schema

Direction: TypeAlias = Literal["asc", "desc"]
OrderTerm: TypeAlias = str | tuple[str, Direction]

class PageOptions(TypedDict, Generic[_AttributesT, _NameT, _IncludeT], total=False):
    order: Direction
    order_by: _NameT | tuple[_NameT, Direction] | Mapping[str, str] | Sequence[_NameT | tuple[_NameT, Direction]] | None
    attributes: Sequence[_NameT] | None
    between: tuple[_NameT, Any, Any] | Mapping[str, Any] | None
    where: Callable[[_AttributesT, Operators], Expression | None] | None
    index: str | None
    include: Sequence[_IncludeT] | None

class Options(PageOptions, total=False):
    limit: int | None
    cursor: str | None
    return_cursor: bool
    fetch_all_pages: bool | None

@type_check_only
class FindOptions(TypedDict, Generic[_AttributesT, _NameT, _IncludeT], total=False):
    """The options of a call that finds one entity: see `Options`."""

    order: Direction
    order_by: _NameT | tuple[_NameT, Direction] | Mapping[str, str] | Sequence[_NameT | tuple[_NameT, Direction]] | None
    attributes: Sequence[_NameT] | None
    between: tuple[_NameT, Any, Any] | Mapping[str, Any] | None
    where: Callable[[_AttributesT, Operators], Expression | None] | None
    index: str | None
    include: Sequence[_IncludeT] | None
    cursor: str | None

@type_check_only
class ModelOptions(FindOptions[_AttributesT, _NameT, _IncludeT], Generic[_AttributesT, _NameT, _IncludeT], total=False):
    """The options of a listing that returns one model or None."""

    limit: Required[Literal[1]]
    return_cursor: Literal[False]
    fetch_all_pages: bool | None

@type_check_only
class CursorOptions(
    FindOptions[_AttributesT, _NameT, _IncludeT], Generic[_AttributesT, _NameT, _IncludeT], total=False
):
    """The options of a listing that returns a page."""

    limit: int | None
    return_cursor: Required[Literal[True]]
    fetch_all_pages: bool | None

@type_check_only
class ListOptions(FindOptions[_AttributesT, _NameT, _IncludeT], Generic[_AttributesT, _NameT, _IncludeT], total=False):
    """The options of a listing that returns a list."""

    limit: int | None
    return_cursor: Literal[False]
    fetch_all_pages: bool | None

@type_check_only
class PageOrModelOptions(
    FindOptions[_AttributesT, _NameT, _IncludeT], Generic[_AttributesT, _NameT, _IncludeT], total=False
):
    """The options of a listing that always returns a page, unless its limit is 1."""

    limit: int | None
    return_cursor: bool
    fetch_all_pages: bool | None

class Between(NamedTuple):
    column: str
    start: str
    end: str

class QueryPlan(NamedTuple):
    filters: tuple[tuple[str, str], ...]
    order: tuple[SortKey, ...]
    select: str = ...
    limit: int | None = None
    offset: int = 0
    after: tuple[Any, ...] | None = None
    all_pages: bool = False
    return_cursor: bool = False
    between: Between | None = None
    conditions: tuple[Expression, ...] = ...
    is_ordered: bool = False
    is_page: bool = False
    include: IncludeTree | None = None
    is_counted: bool = False

    @property
    def reads_everything(self) -> bool: ...

def plan_query(schema: Schema, keys: Mapping[str, Any] | None, options: Options | Mapping[str, Any]) -> QueryPlan: ...
def plan_first(schema: Schema, keys: Mapping[str, Any], attributes: Sequence[str] | None = None) -> QueryPlan: ...
def split_keywords(
    schema: Schema, keys: Mapping[str, Any] | None, options: Mapping[str, Any]
) -> tuple[Mapping[str, Any], Options]: ...
def index_order(
    schema: Schema, keys: tuple[str, ...], index_name: str | None = None, *, ascending: bool = False
) -> tuple[SortKey, ...]: ...
def sort_keys(schema: Schema, plan: QueryPlan) -> list[SortKey]: ...
def query_text(schema: Schema, plan: QueryPlan) -> str: ...
def key_filters(schema: Schema, keys: Mapping[str, Any], *, check_ids: bool = True) -> tuple[tuple[str, str], ...]: ...
def has_invalid_id(schema: Schema, keys: Mapping[str, Any]) -> bool: ...
def filter_column(schema: Schema, name: str) -> str: ...
def key_value(name: str, value: Any) -> Any: ...
def key_text(schema: Schema, name: str, value: Any, *, check_ids: bool = True) -> str: ...
def common_attribute(schema: Schema, keys: Sequence[Mapping[str, Any]]) -> str | None: ...
def key_texts(schema: Schema, name: str, keys: Sequence[Mapping[str, Any]], *, check_ids: bool = True) -> list[str]: ...
def checked_limit(limit: object) -> int | None: ...
def refuse_listing_options(method: str, options: Mapping[str, Any]) -> None: ...
def refuse_ambiguous_options(schema: Schema, options: Mapping[str, Any]) -> None: ...
def select_text(schema: Schema, attributes: Sequence[str] | None) -> str: ...
def order_terms(order_by: object) -> list[tuple[str, str]]: ...
