"""SELECT for a read plan, and the count that goes with it."""

from psycopg import sql

from spacecat_shared_data_access.local.plan import ReadNode
from spacecat_shared_data_access.local.statements.fragments import Parameters

class Reader:
    """Composes the query for a read plan.

    Args:
        schema: Where the tables are.
        values: Takes the parameters.
        from_source: Whether the root's rows come from the statement before, not from its table.
    """

    def __init__(self, schema: str, values: Parameters, *, from_source: bool = False) -> None: ...
    def query(self, node: ReadNode) -> sql.Composed:
        """The SELECT for a resource and all that is embedded in it."""

    def count(self, node: ReadNode) -> sql.Composed:
        """A SELECT with a row for each row of the whole result, whatever its range."""

    def _reference(self, node: ReadNode) -> sql.Identifier:
        """What a resource's columns are qualified with; the root's table by its full name."""

    def _embedded(self, child: ReadNode) -> list[sql.Composed]:
        """What of an embedded resource appears in the rows above."""
