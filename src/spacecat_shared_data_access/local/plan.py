"""The read plan: the tree of a select, with the filters, order and range of each resource."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from spacecat_shared_data_access.local.catalog import Catalog, CatalogTable, Relationship, describe
from spacecat_shared_data_access.local.errors import (
    RequestError,
    StaleCatalogError,
    closest,
    not_embedded,
)
from spacecat_shared_data_access.local.parsing.terms import (
    Condition,
    OrderTerm,
    Path,
    QueryString,
    Range,
    SelectColumn,
    SelectEmbed,
    SelectItem,
)


@dataclass(slots=True)
class ReadNode:
    """One resource of a select.

    Attributes:
        name: The table, view or function that it is read from.
        table: Its entry in the schema cache; None for a function whose rows are not those of a table.
        columns: The columns to return.
        children: The resources embedded in it.
        conditions: Its filters, joined with AND.
        order: Its order.
        range: The range of its rows.
        relationship: Its relationship to the resource above; None for the root.
        embed: The part of the select that asked for it; None for the root.
        number: A number that is unique in the tree.
        depth: The number of resources above it.
    """

    name: str
    table: CatalogTable | None
    number: int = 0
    depth: int = 0
    columns: list[SelectColumn] = field(default_factory=list)
    children: "list[ReadNode]" = field(default_factory=list)
    conditions: list[Condition] = field(default_factory=list)
    order: tuple[OrderTerm, ...] = ()
    range: Range = field(default_factory=Range)
    relationship: Relationship | None = None
    embed: SelectEmbed | None = None

    @property
    def output_name(self) -> str:
        """The key of its rows in the rows above."""
        return (self.embed.alias or self.embed.relation) if self.embed else self.name

    @property
    def shows_nothing(self) -> bool:
        """Whether no column of it was selected, so that it only filters the rows above."""
        return not self.columns and all(child.shows_nothing for child in self.children)

    def child(self, name: str) -> "ReadNode | None":
        """Return the embedded resource with this alias or name, or None."""
        for node in self.children:
            if node.embed and name in {node.embed.alias, node.embed.relation}:
                return node
        return None

    def at(self, path: Path) -> "ReadNode":
        """Return the resource at the end of a path.

        Raises:
            RequestError: PGRST108 if the select does not embed it.
        """
        node = self
        for name in path:
            below = node.child(name)
            if below is None:
                raise not_embedded(name)
            node = below
        return node

    def limit_rows(self, rows: int | None) -> None:
        """Return at most some rows of each resource; any number of them if it is None."""
        if rows is not None:
            for node in self.walk():
                node.range = node.range.at_most(rows)

    def walk(self) -> "Iterator[ReadNode]":
        """Yield this node and all nodes below it."""
        yield self
        for node in self.children:
            yield from node.walk()


def read_plan(catalog: Catalog, name: str, query: QueryString, *, mutation: bool = False) -> ReadNode:
    """Build the plan for reading a table, or the rows that a statement returns.

    Args:
        catalog: The schema cache.
        name: The table, view or function.
        query: The parsed query string.
        mutation: Whether the rows come from a mutation. Filters on the root then select the rows to
            change, and ranges are ignored.

    Raises:
        RequestError: A relationship does not exist or is ambiguous, or a resource is not embedded.
    """
    root = ReadNode(name, catalog.tables.get(name))
    _fill(catalog, root, query.select, count(1))
    conditions: list[tuple[Path, Condition]] = [*query.filters, *query.logic]
    for path, condition in conditions:
        if path or not mutation:
            root.at(path).conditions.append(condition)
    for path, terms in query.orders:
        root.at(path).order = terms
    if not mutation:
        for path, rows in query.ranges.items():
            root.at(path).range = rows
    for node in root.walk():
        _check_related_orders(node)
    return root


def _fill(catalog: Catalog, node: ReadNode, items: tuple[SelectItem, ...], numbers: Iterator[int]) -> None:
    for item in items:
        if isinstance(item, SelectColumn):
            node.columns.append(item)
            continue
        relationship = find_relationship(catalog, node.name, item)
        below = ReadNode(
            relationship.foreign_table,
            catalog.tables.get(relationship.foreign_table),
            next(numbers),
            node.depth + 1,
            relationship=relationship,
            embed=item,
        )
        _fill(catalog, below, item.items, numbers)
        node.children.append(below)


def find_relationship(catalog: Catalog, origin: str, embed: SelectEmbed) -> Relationship:
    """Return the relationship that an embedding refers to.

    Raises:
        RequestError: PGRST200 if there is none, PGRST201 if there are several.
    """
    ways = catalog.relationships.get(origin, ())
    found = [way for way in ways if way.matches(embed.relation, embed.hint)]
    if len(found) == 1:
        return found[0]
    if found:
        raise _ambiguous(origin, embed, found)
    hinted = f"' using the hint '{embed.hint}" if embed.hint else ""
    details = (
        f"Searched for a foreign key relationship between '{origin}' and '{embed.relation}{hinted}'"
        f" in the schema '{catalog.schema}', but no matches were found."
    )
    meant = closest(embed.relation, (way.foreign_table for way in ways))
    hint = None
    if meant and meant != embed.relation:
        hint = f"Perhaps you meant '{meant}' instead of '{embed.relation}'."
    message = f"Could not find a relationship between '{origin}' and '{embed.relation}' in the schema cache"
    raise StaleCatalogError(400, "PGRST200", message, details, hint)


def _ambiguous(origin: str, embed: SelectEmbed, found: list[Relationship]) -> RequestError:
    names = [
        f"'{way.foreign_table}!{way.junction.table if way.junction else way.constraint}'" for way in found
    ]
    return RequestError(
        300,
        "PGRST201",
        f"Could not embed because more than one relationship was found for '{origin}' and '{embed.relation}'",
        [describe(way) for way in found],
        f"Try changing '{embed.relation}' to one of the following: {', '.join(names)}."
        " Find the desired relationship in the 'details' key.",
    )


def _check_related_orders(node: ReadNode) -> None:
    for term in node.order:
        if term.relation is None:
            continue
        related = node.child(term.relation)
        if related is None:
            raise not_embedded(term.relation)
        if not (related.relationship and related.relationship.to_one):
            name = related.output_name
            details = f"'{node.name}' and '{name}' do not form a many-to-one or one-to-one relationship"
            message = f"A related order on '{name}' is not possible"
            raise RequestError(400, "PGRST118", message, details)


def returned_columns(root: ReadNode) -> list[str]:
    """Return the columns that a mutation has to return: selected ones, joined ones, and the primary key."""
    selected = [column.field.name for column in root.columns]
    if "*" in selected:
        return ["*"]
    joins = [
        column
        for node in root.children
        if node.relationship
        for column, _ in (
            node.relationship.junction.source if node.relationship.junction else node.relationship.columns
        )
    ]
    return sorted({*selected, *joins, *(root.table.primary_key if root.table else ())})
