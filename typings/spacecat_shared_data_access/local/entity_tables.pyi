"""The tables of all entities, derived from what the entities declare.

Columns, keys, references and indexes come from the schemas. What no schema says, such as a unique key,
stands here by hand; the tables of the Jira integration stand in `tables.sql` altogether.
"""

from collections.abc import Mapping

from spacecat_shared_data_access.schema import Schema

def all_tables_sql() -> str:
    """Write the SQL that makes the tables of all registered entities, safe to apply again."""

def table_sql(schema: Schema, schemas: Mapping[str, Schema]) -> str:
    """Write the SQL that makes the table of one entity, and its indexes.

    Args:
        schema: The entity's.
        schemas: The entities by their tables: a foreign key leads only to one of these.
    """
