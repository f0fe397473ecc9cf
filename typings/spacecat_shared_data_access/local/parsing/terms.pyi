"""What a query string says, once it is read."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Arrow: TypeAlias = Literal["->", "->>"]
Operator: TypeAlias = Literal[
    "eq",
    "neq",
    "gt",
    "gte",
    "lt",
    "lte",
    "like",
    "ilike",
    "match",
    "imatch",
    "cs",
    "cd",
    "ov",
    "sl",
    "sr",
    "nxr",
    "nxl",
    "adj",
    "in",
    "is",
    "isdistinct",
    "fts",
    "plfts",
    "phfts",
    "wfts",
]

@dataclass(frozen=True, slots=True)
class JsonStep:
    """One step into a JSON value: `->key`, `->>key`, or the same with an index."""

    arrow: Arrow
    key: str | int

@dataclass(frozen=True, slots=True)
class Field:
    """A column, and a path into its value."""

    name: str
    path: tuple[JsonStep, ...] = ...

    @property
    def output_name(self) -> str | None:
        """The key under which a value from inside appears: the last name on the path."""

@dataclass(frozen=True, slots=True)
class SelectColumn:
    """`alias:column->path::cast`."""

    field: Field
    alias: str | None = None
    cast: str | None = None

@dataclass(frozen=True, slots=True)
class SelectEmbed:
    """`alias:relation!hint!inner(…)`, or `...relation(…)` to spread its columns."""

    relation: str
    items: tuple[SelectItem, ...]
    alias: str | None = None
    hint: str | None = None
    inner: bool = False
    spread: bool = False

SelectItem: TypeAlias = SelectColumn | SelectEmbed

@dataclass(frozen=True, slots=True)
class Filter:
    """`column=not.operator(any).value`.

    Attributes:
        field: What is compared.
        operator: PostgREST's abbreviation of the operator.
        value: The text after the operator; a tuple for `in`.
        negated: Whether `not.` precedes the operator.
        modifier: `any`, `all`, or the language of a full-text search.
    """

    field: Field
    operator: Operator
    value: str | tuple[str, ...]
    negated: bool = False
    modifier: str | None = None

@dataclass(frozen=True, slots=True)
class Logic:
    """`not.and(…)`: a tree of filters."""

    operator: Literal["and", "or"]
    children: tuple[Condition, ...]
    negated: bool = False

Condition: TypeAlias = Filter | Logic

@dataclass(frozen=True, slots=True)
class OrderTerm:
    """`column.desc.nullslast`, or `relation(column).desc` for a column of an embedded resource."""

    field: Field
    relation: str | None = None
    descending: bool | None = None
    nulls_first: bool | None = None

@dataclass(frozen=True, slots=True)
class Range:
    """How many rows, and from which one on. None: no limit."""

    offset: int = 0
    limit: int | None = None

    @property
    def whole(self) -> bool:
        """Whether no rows are left out."""

Path: TypeAlias = tuple[str, ...]

@dataclass(frozen=True, slots=True)
class QueryString:
    """A query string, read. Each path leads to the embedded resource that is meant; () is the root.

    Attributes:
        select: What to return.
        filters: Horizontal filters.
        logic: Trees of filters from `and` and `or`.
        orders: Order terms.
        ranges: Rows from limit and offset.
        columns: The columns to write, where given.
        on_conflict: The columns of the key to upsert on, where given.
        arguments: For a function called with GET: its arguments.
    """

    select: tuple[SelectItem, ...]
    filters: tuple[tuple[Path, Filter], ...] = ...
    logic: tuple[tuple[Path, Logic], ...] = ...
    orders: tuple[tuple[Path, tuple[OrderTerm, ...]], ...] = ...
    ranges: dict[Path, Range] = ...
    columns: tuple[str, ...] | None = None
    on_conflict: tuple[str, ...] | None = None
    arguments: tuple[tuple[str, str], ...] = ...
