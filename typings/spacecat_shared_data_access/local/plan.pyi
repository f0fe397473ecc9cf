"""The read plan: the tree of a select, with filters, order and ranges on the resources they are for."""

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
        name: The table or view, or the function, that it is read from.
        table: What the schema cache knows of it; None for a function that gives other rows.
        columns: What to return of it.
        children: The resources embedded in it.
        conditions: Its filters, to be joined with AND.
        order: Its order.
        range: Which of its rows.
        relationship: How it hangs on the resource above; None for the root.
        embed: How it was asked for; None for the root.
        number: Unique in the tree.
        depth: How many resources are above it.
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
        """The key under which it appears in the rows above."""

    @property
    def shows_nothing(self) -> bool:
        """Whether nothing of it was selected: it then only filters the rows above."""

    def child(self, name: str) -> ReadNode | None:
        """The embedded resource of this alias or name."""

    def at(self, path: Path) -> ReadNode:
        """The resource at the end of a path.

        Raises:
            PostgrestError: PGRST108 where the select does not embed it.
        """

    def walk(self) -> Iterator[ReadNode]:
        """This node and all below it."""

def read_plan(catalog: Catalog, name: str, query: QueryString, *, mutation: bool = False) -> ReadNode:
    """Make the plan for reading a table, or the rows that a statement gave.

    Args:
        catalog: The schema cache.
        name: The table, view or function.
        query: What is asked for.
        mutation: Whether the rows come from a mutation: filters on the root then chose the rows to
            change, and order and ranges mean nothing.

    Raises:
        PostgrestError: A relationship that is not there or not clear, or a resource not embedded.
    """

def find_relationship(catalog: Catalog, origin: str, embed: SelectEmbed) -> Relationship:
    """The one relationship that an embedding means.

    Raises:
        PostgrestError: PGRST200 where there is none, PGRST201 where there are several.
    """

def returned_columns(root: ReadNode) -> list[str]:
    """The columns that a mutation has to return for its read plan: selected, joined on, and the key."""
