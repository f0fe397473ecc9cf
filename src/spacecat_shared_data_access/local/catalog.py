"""The schema cache: tables, columns, keys and functions, and the relationships between tables."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import permutations
from typing import Any, Literal

Cardinality = Literal["many-to-one", "one-to-many", "one-to-one", "many-to-many"]
ColumnPair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class CatalogColumn:
    """A column.

    Attributes:
        name: Its name.
        type: Its type as SQL writes it: `character varying(10)`.
        default: The SQL of its default, if any.
        base_type: Its type without length or precision, and without the domain: `character varying`.
        nullable: Whether it may be null.
        max_length: The most characters that it holds; None without a limit.
        enum: The values of its enum type; empty for any other type.
        description: The comment on it, if any.
    """

    name: str
    type: str
    default: str | None
    base_type: str
    nullable: bool = True
    max_length: int | None = None
    enum: tuple[str, ...] = ()
    description: str | None = None


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """A foreign key: `columns` are pairs of a column and the column that it references."""

    name: str
    table: str
    foreign_table: str
    columns: tuple[ColumnPair, ...]


@dataclass(frozen=True, slots=True)
class CatalogTable:
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
        description: The comment on it, if any.
    """

    schema: str
    name: str
    columns: dict[str, CatalogColumn]
    primary_key: tuple[str, ...] = ()
    unique_keys: tuple[frozenset[str], ...] = ()
    is_view: bool = False
    insertable: bool = True
    updatable: bool = True
    deletable: bool = True
    description: str | None = None


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
        forward: Whether the foreign key is one of `table`, not of `foreign_table`.
    """

    table: str
    foreign_table: str
    cardinality: Cardinality
    constraint: str = ""
    columns: tuple[ColumnPair, ...] = ()
    junction: Junction | None = None
    forward: bool = False

    @property
    def to_one(self) -> bool:
        """Whether there is at most one related row."""
        return self.cardinality in {"many-to-one", "one-to-one"}

    def matches(self, target: str, hint: str | None) -> bool:
        """Return whether `target!hint` in a select can refer to this relationship.

        https://docs.postgrest.org/en/latest/references/api/resource_embedding.html#foreign-key-joins-on-multiple-foreign-key-relationships
        """
        single = self.columns[0] if len(self.columns) == 1 else None
        if self.table == self.foreign_table:
            return self._matches_itself(target, hint, single)
        if hint is None:
            return target in {self.foreign_table, self.constraint or None, single and single[0]}
        if target != self.foreign_table:
            return False
        return hint in {self.constraint or None, self.junction and self.junction.table, *(single or ())}

    def _matches_itself(self, target: str, hint: str | None, single: ColumnPair | None) -> bool:
        """Match a table that references itself: its name means the children, the column's name the parent."""
        if self.cardinality == "one-to-many" and target == self.foreign_table:
            return hint is None or hint in {self.constraint, single and single[1]}
        return (
            self.cardinality == "many-to-one" and hint is None and single is not None and target == single[0]
        )


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
        description: The comment on it, if any.
    """

    schema: str
    name: str
    parameters: tuple[Parameter, ...]
    volatility: str
    returns_set: bool
    returns_rows: bool
    returns_void: bool
    returned_table: str | None
    description: str | None = None

    def accepts(self, names: frozenset[str]) -> bool:
        """Return whether it can be called with exactly these arguments."""
        known = {parameter.name for parameter in self.parameters}
        required = {parameter.name for parameter in self.parameters if parameter.required}
        return required <= names <= known and "" not in required

    @property
    def takes_whole_body(self) -> bool:
        """Whether its only parameter is unnamed and takes a JSON body."""
        return len(self.parameters) == 1 and (
            not self.parameters[0].name and self.parameters[0].type in {"json", "jsonb"}
        )


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
    tables: dict[str, CatalogTable]
    functions: dict[str, tuple[Function, ...]] = field(default_factory=dict)
    relationships: dict[str, tuple[Relationship, ...]] = field(default_factory=dict)


def relationships(
    tables: dict[str, CatalogTable], foreign_keys: Iterable[ForeignKey]
) -> dict[str, tuple[Relationship, ...]]:
    """Return all relationships between tables, by the table where they begin.

    Args:
        tables: The tables by name.
        foreign_keys: The foreign keys between them.
    """
    found: dict[str, list[Relationship]] = {}
    by_table: dict[str, list[ForeignKey]] = {}
    for key in foreign_keys:
        by_table.setdefault(key.table, []).append(key)
        for relationship in _both_ways(tables[key.table], key):
            found.setdefault(relationship.table, []).append(relationship)
    for name, keys in by_table.items():
        for relationship in _through(tables[name], keys):
            found.setdefault(relationship.table, []).append(relationship)
    return {name: tuple(ways) for name, ways in found.items()}


def _both_ways(table: CatalogTable, key: ForeignKey) -> Iterator[Relationship]:
    unique = any(unique <= {column for column, _ in key.columns} for unique in table.unique_keys)
    backward = tuple((foreign, column) for column, foreign in key.columns)
    there: Cardinality = "one-to-one" if unique else "many-to-one"
    back: Cardinality = "one-to-one" if unique else "one-to-many"
    yield Relationship(key.table, key.foreign_table, there, key.name, key.columns, forward=True)
    yield Relationship(key.foreign_table, key.table, back, key.name, backward)


def _through(table: CatalogTable, keys: list[ForeignKey]) -> Iterator[Relationship]:
    """Return the many-to-many relationships of a table whose primary key consists of two foreign keys."""
    for source, target in permutations(keys, 2):
        columns = {column for column, _ in (*source.columns, *target.columns)}
        if table.primary_key and columns <= set(table.primary_key):
            junction = Junction(
                table.name,
                source.name,
                target.name,
                tuple((foreign, column) for column, foreign in source.columns),
                tuple((foreign, column) for column, foreign in target.columns),
            )
            yield Relationship(source.foreign_table, target.foreign_table, "many-to-many", junction=junction)


def describe(relationship: Relationship) -> dict[str, Any]:
    """Return a relationship as PostgREST lists it in the details of an ambiguous embedding."""
    here, there = relationship.table, relationship.foreign_table
    junction = relationship.junction
    if junction:
        source = ", ".join(column for _, column in junction.source)
        target = ", ".join(column for _, column in junction.target)
        text = (
            f"{junction.table} using {junction.source_constraint}({source})"
            f" and {junction.target_constraint}({target})"
        )
    else:
        near = ", ".join(column for column, _ in relationship.columns)
        far = ", ".join(column for _, column in relationship.columns)
        text = f"{relationship.constraint} using {here}({near}) and {there}({far})"
    return {
        "cardinality": relationship.cardinality,
        "embedding": f"{here} with {there}",
        "relationship": text,
    }
