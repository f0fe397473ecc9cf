"""The SELECT for a read plan, and the query that counts its rows."""

from psycopg import sql

from spacecat_shared_data_access.local.plan import ReadNode
from spacecat_shared_data_access.local.statements.fragments import Parameters

class Reader:
    """Builds the query for a read plan.

    Args:
        schema: The schema of the tables.
        values: The parameters of the statement.
        from_source: Whether the root's rows come from the preceding statement instead of a table.
    """

    def __init__(self, schema: str, values: Parameters, *, from_source: bool = False) -> None: ...
    def query(self, node: ReadNode) -> sql.Composed:
        """Return the SELECT for a resource and everything embedded in it."""

    def count(self, node: ReadNode) -> sql.Composed:
        """Return a SELECT with a row for each row of the result, regardless of its range."""

    def _reference(self, node: ReadNode) -> sql.Identifier:
        """Return the qualifier of a resource's columns. The root's table has its full name."""

    def _embedded(self, child: ReadNode) -> list[sql.Composed]:
        """Return the columns that an embedded resource adds to the rows above."""
