"""The schema cache: which tables, columns, keys and functions there are, and how tables relate."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

Cardinality: TypeAlias = Literal["many-to-one", "one-to-many", "one-to-one", "many-to-many"]
ColumnPair: TypeAlias = tuple[str, str]

@dataclass(frozen=True, slots=True)
class Column:
    """A column: its type as SQL spells it, and the SQL of its default, if any."""

    name: str
    type: str
    default: str | None

@dataclass(frozen=True, slots=True)
class ForeignKey:
    """A foreign key: pairs of a column and the column that it references."""

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
        columns: Its columns by name, in their order.
        primary_key: The columns of its primary key.
        unique_keys: The columns of each of its keys, the primary one included.
        is_view: Whether it is not a table.
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
    """The table between two tables that are related many to many.

    Attributes:
        table: Its name.
        source_constraint: The foreign key that leads to the one table.
        target_constraint: The foreign key that leads to the other.
        source: Pairs of a column of the one table and the junction's column.
        target: Pairs of a column of the other table and the junction's column.
    """

    table: str
    source_constraint: str
    target_constraint: str
    source: tuple[ColumnPair, ...]
    target: tuple[ColumnPair, ...]

@dataclass(frozen=True, slots=True)
class Relationship:
    """One way from a table to another one, along a foreign key or through a junction.

    Attributes:
        table: Where it begins.
        foreign_table: Where it leads.
        cardinality: Seen from where it begins.
        constraint: The foreign key's name.
        columns: Pairs of a column here and a column there.
        junction: For many-to-many, the table between.
    """

    table: str
    foreign_table: str
    cardinality: Cardinality
    constraint: str = ""
    columns: tuple[ColumnPair, ...] = ...
    junction: Junction | None = None

    @property
    def to_one(self) -> bool:
        """Whether there is at most one row at the other end."""

    def matches(self, target: str, hint: str | None) -> bool:
        """Whether `target!hint` in a select can mean this relationship.

        https://docs.postgrest.org/en/latest/references/api/resource_embedding.html#foreign-key-joins-on-multiple-foreign-key-relationships
        """

    def _matches_itself(self, target: str, hint: str | None, single: ColumnPair | None) -> bool:
        """A table that references itself: children by the table's name, the parent by the column's."""

@dataclass(frozen=True, slots=True)
class Parameter:
    """A function's parameter; without a name it can only be given the whole body."""

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
        returns_set: Whether it gives any number of rows.
        returns_rows: Whether what it gives has columns.
        returns_void: Whether it gives nothing.
        returned_table: The table whose rows it gives, if any.
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
        """Whether it gives one value."""

    def accepts(self, names: frozenset[str]) -> bool:
        """Whether it can be called with just these arguments."""

    @property
    def takes_whole_body(self) -> bool:
        """Whether it has but one parameter, unnamed, for a JSON body."""

@dataclass(frozen=True, slots=True)
class Catalog:
    """What one schema offers.

    Attributes:
        schema: Its name.
        tables: Tables and views by name.
        functions: Functions by name, overloaded ones together.
        relationships: Ways to other tables, by the table where they begin.
    """

    schema: str
    tables: dict[str, Table]
    functions: dict[str, tuple[Function, ...]] = ...
    relationships: dict[str, tuple[Relationship, ...]] = ...

def relationships(
    tables: dict[str, Table], foreign_keys: Iterable[ForeignKey]
) -> dict[str, tuple[Relationship, ...]]:
    """Every way from one table to another.

    Args:
        tables: The tables by name.
        foreign_keys: The foreign keys between them.

    Returns:
        The relationships by the table where they begin.
    """

def describe(relationship: Relationship) -> dict[str, Any]:
    """A relationship as the details of an ambiguous embedding list it."""
