"""The schema cache: tables, columns, keys and functions, and the relationships between tables."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

Cardinality: TypeAlias = Literal["many-to-one", "one-to-many", "one-to-one", "many-to-many"]
ColumnPair: TypeAlias = tuple[str, str]

@dataclass(frozen=True, slots=True)
class Column:
    """A column: its type as SQL writes it, and the SQL of its default, if any."""

    name: str
    type: str
    default: str | None

@dataclass(frozen=True, slots=True)
class ForeignKey:
    """A foreign key: `columns` are pairs of a column and the column that it references."""

    name: str
    table: str
    foreign_table: str
    columns: tuple[ColumnPair, ...]

@dataclass(frozen=True, slots=True)
class Table:
    """A table or view.

    Attributes:
        schema: Its schema.
        name: Its name.
        columns: Its columns by name, in order.
        primary_key: The columns of its primary key.
        unique_keys: The columns of each unique key, including the primary key.
        is_view: Whether it is a view.
        insertable: Whether rows can be inserted.
        updatable: Whether rows can be updated.
        deletable: Whether rows can be deleted.
    """

    schema: str
    name: str
    columns: dict[str, Column]
    primary_key: tuple[str, ...] = ...
    unique_keys: tuple[frozenset[str], ...] = ...
    is_view: bool = False
    insertable: bool = True
    updatable: bool = True
    deletable: bool = True

@dataclass(frozen=True, slots=True)
class Junction:
    """The join table of a many-to-many relationship.

    Attributes:
        table: Its name.
        source_constraint: The foreign key to the table where the relationship begins.
        target_constraint: The foreign key to the related table.
        source: Pairs of a column of the first table and a column of the join table.
        target: Pairs of a column of the related table and a column of the join table.
    """

    table: str
    source_constraint: str
    target_constraint: str
    source: tuple[ColumnPair, ...]
    target: tuple[ColumnPair, ...]

@dataclass(frozen=True, slots=True)
class Relationship:
    """A relationship from one table to another, by a foreign key or through a join table.

    Attributes:
        table: The table where it begins.
        foreign_table: The related table.
        cardinality: As seen from `table`.
        constraint: The foreign key's name.
        columns: Pairs of a column of `table` and a column of `foreign_table`.
        junction: The join table of a many-to-many relationship.
    """

    table: str
    foreign_table: str
    cardinality: Cardinality
    constraint: str = ""
    columns: tuple[ColumnPair, ...] = ...
    junction: Junction | None = None

    @property
    def to_one(self) -> bool:
        """Whether there is at most one related row."""

    def matches(self, target: str, hint: str | None) -> bool:
        """Return whether `target!hint` in a select can refer to this relationship.

        https://docs.postgrest.org/en/latest/references/api/resource_embedding.html#foreign-key-joins-on-multiple-foreign-key-relationships
        """

    def _matches_itself(self, target: str, hint: str | None, single: ColumnPair | None) -> bool:
        """Match a table that references itself: its name means the children, the column's name the parent."""

@dataclass(frozen=True, slots=True)
class Parameter:
    """A function's parameter. Without a name it can only be passed the whole body."""

    name: str
    type: str
    required: bool
    variadic: bool = False

@dataclass(frozen=True, slots=True)
class Function:
    """A function that can be called.

    Attributes:
        schema: Its schema.
        name: Its name.
        parameters: Its input parameters.
        volatility: "i" immutable, "s" stable, "v" volatile.
        returns_set: Whether it returns any number of rows.
        returns_rows: Whether its result has columns.
        returns_void: Whether it returns nothing.
        returned_table: The table whose rows it returns, if any.
    """

    schema: str
    name: str
    parameters: tuple[Parameter, ...]
    volatility: str
    returns_set: bool
    returns_rows: bool
    returns_void: bool
    returned_table: str | None

    @property
    def scalar(self) -> bool:
        """Whether it returns values instead of rows."""

    def accepts(self, names: frozenset[str]) -> bool:
        """Return whether it can be called with exactly these arguments."""

    @property
    def takes_whole_body(self) -> bool:
        """Whether its only parameter is unnamed and takes a JSON body."""

@dataclass(frozen=True, slots=True)
class Catalog:
    """The tables, functions and relationships of one schema.

    Attributes:
        schema: Its name.
        tables: Tables and views by name.
        functions: Functions by name, overloaded ones together.
        relationships: Relationships by the table where they begin.
    """

    schema: str
    tables: dict[str, Table]
    functions: dict[str, tuple[Function, ...]] = ...
    relationships: dict[str, tuple[Relationship, ...]] = ...

def relationships(
    tables: dict[str, Table], foreign_keys: Iterable[ForeignKey]
) -> dict[str, tuple[Relationship, ...]]:
    """Return all relationships between tables, by the table where they begin.

    Args:
        tables: The tables by name.
        foreign_keys: The foreign keys between them.
    """

def describe(relationship: Relationship) -> dict[str, Any]:
    """Return a relationship as PostgREST lists it in the details of an ambiguous embedding."""
