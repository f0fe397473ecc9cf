"""The tables of all entities, derived from what the entities declare.

Columns, keys, references and indexes come from the schemas. What no schema says, such as a unique key,
stands here by hand; the tables of the Jira integration stand in `tables.sql` altogether.
"""

from collections.abc import Collection, Mapping
from typing import Final

from spacecat_shared_data_access.schema import Schema

ROLES: Final[tuple[str, ...]]
"The roles that the grants are for, as PostgREST uses them: it logs in and switches to one of them."

def all_tables_sql() -> str:
    """Build the SQL that creates the tables of all registered entities, safe to apply again."""

def table_names() -> list[str]:
    """Return the names of the tables of all registered entities."""

def function_names() -> list[str]:
    """Return the names of the functions that the entities call."""

def partial_sql(tables: Collection[str], functions: Collection[str]) -> str:
    """Build the SQL that creates some of the tables and functions, with grants on those alone.

    Args:
        tables: Names of `table_names`. A table that another one references has to be there already, or
            be among them.
        functions: Names of `function_names`.
    """

def table_sql(schema: Schema, schemas: Mapping[str, Schema]) -> str:
    """Write the SQL that makes the table of one entity, and its indexes.

    Args:
        schema: The entity's.
        schemas: The entities by their tables: a foreign key leads only to one of these.
    """
