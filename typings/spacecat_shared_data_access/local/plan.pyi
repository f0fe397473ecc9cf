"""The read plan: the tree of a select, with the filters, order and range of each resource."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacecat_shared_data_access.local.catalog import Catalog, Relationship, Table
from spacecat_shared_data_access.local.parsing.terms import (
    Condition,
    OrderTerm,
    Path,
    QueryString,
    Range,
    SelectColumn,
    SelectEmbed,
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
    table: Table | None
    number: int = 0
    depth: int = 0
    columns: list[SelectColumn] = ...
    children: list[ReadNode] = ...
    conditions: list[Condition] = ...
    order: tuple[OrderTerm, ...] = ...
    range: Range = ...
    relationship: Relationship | None = None
    embed: SelectEmbed | None = None

    @property
    def output_name(self) -> str:
        """The key of its rows in the rows above."""

    @property
    def shows_nothing(self) -> bool:
        """Whether no column of it was selected, so that it only filters the rows above."""

    def child(self, name: str) -> ReadNode | None:
        """Return the embedded resource with this alias or name, or None."""

    def at(self, path: Path) -> ReadNode:
        """Return the resource at the end of a path.

        Raises:
            PostgrestError: PGRST108 if the select does not embed it.
        """

    def walk(self) -> Iterator[ReadNode]:
        """Yield this node and all nodes below it."""

def read_plan(catalog: Catalog, name: str, query: QueryString, *, mutation: bool = False) -> ReadNode:
    """Build the plan for reading a table, or the rows that a statement returns.

    Args:
        catalog: The schema cache.
        name: The table, view or function.
        query: The parsed query string.
        mutation: Whether the rows come from a mutation. Filters on the root then select the rows to
            change, and order and ranges are ignored.

    Raises:
        PostgrestError: A relationship does not exist or is ambiguous, or a resource is not embedded.
    """

def find_relationship(catalog: Catalog, origin: str, embed: SelectEmbed) -> Relationship:
    """Return the relationship that an embedding refers to.

    Raises:
        PostgrestError: PGRST200 if there is none, PGRST201 if there are several.
    """

def returned_columns(root: ReadNode) -> list[str]:
    """Return the columns that a mutation has to return: selected ones, joined ones, and the primary key."""
