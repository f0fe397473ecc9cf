"""The parts of a parsed query string."""

from dataclasses import dataclass, field
from typing import Literal

Arrow = Literal["->", "->>"]
Operator = Literal[
    "eq", "neq", "gt", "gte", "lt", "lte", "like", "ilike", "match", "imatch", "cs", "cd", "ov", "sl", "sr",
    "nxr", "nxl", "adj", "in", "is", "isdistinct", "fts", "plfts", "phfts", "wfts",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class JsonStep:
    """One step of a JSON path: `->key`, `->>key`, or the same with an index."""

    arrow: Arrow
    key: str | int


@dataclass(frozen=True, slots=True)
class Field:
    """A column and a JSON path into its value."""

    name: str
    path: tuple[JsonStep, ...] = ()

    @property
    def output_name(self) -> str | None:
        """The key of the value in the result: the last name of the path. None without a path."""
        if not self.path:
            return None
        keys = (step.key.partition("\0")[0] for step in reversed(self.path) if isinstance(step.key, str))
        return next(filter(None, keys), self.name)  # PostgreSQL has no empty names


@dataclass(frozen=True, slots=True)
class SelectColumn:
    """`alias:column->path::cast`."""

    field: Field
    alias: str | None = None
    cast: str | None = None


@dataclass(frozen=True, slots=True)
class SelectEmbed:
    """`alias:relation!hint!inner(…)`, or `...relation(…)`, which spreads its columns."""

    relation: str
    items: "tuple[SelectItem, ...]"
    alias: str | None = None
    hint: str | None = None
    inner: bool = False
    spread: bool = False


SelectItem = SelectColumn | SelectEmbed


@dataclass(frozen=True, slots=True)
class Filter:
    """`column=not.operator(any).value`.

    Attributes:
        field: The field that is compared.
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
    children: "tuple[Condition, ...]"
    negated: bool = False


Condition = Filter | Logic


@dataclass(frozen=True, slots=True)
class OrderTerm:
    """`column.desc.nullslast`, or `relation(column).desc` for a column of an embedded resource."""

    field: Field
    relation: str | None = None
    descending: bool | None = None
    nulls_first: bool | None = None


@dataclass(frozen=True, slots=True)
class Range:
    """A range of rows; a limit of None means all."""

    offset: int = 0
    limit: int | None = None

    def at_most(self, rows: int) -> "Range":
        """Return the part of the range that starts where it does and has at most some rows."""
        return Range(self.offset, rows if self.limit is None else min(self.limit, rows))


Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QueryString:
    """A parsed query string. Each path leads to an embedded resource; () is the root.

    Attributes:
        select: The columns and embedded resources to return.
        filters: Filters on columns.
        logic: Trees of filters from `and` and `or`.
        orders: Order terms.
        ranges: Ranges from `limit` and `offset`.
        columns: The columns to write, if given.
        on_conflict: The columns of the key to upsert on, if given.
        arguments: The arguments of a function that is called with GET.
        parameters: All names and values, in order.
    """

    select: tuple[SelectItem, ...]
    filters: tuple[tuple[Path, Filter], ...] = ()
    logic: tuple[tuple[Path, Logic], ...] = ()
    orders: tuple[tuple[Path, tuple[OrderTerm, ...]], ...] = ()
    ranges: dict[Path, Range] = field(default_factory=dict)
    columns: tuple[str, ...] | None = None
    on_conflict: tuple[str, ...] | None = None
    arguments: tuple[tuple[str, str], ...] = ()
    parameters: tuple[tuple[str, str], ...] = ()
