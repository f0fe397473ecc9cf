"""The tables of all entities, derived from their schemas.

Columns, keys, references and indexes come from the schemas. What a schema does not declare, such as a unique
key, is listed here; the tables of the Jira integration are written out in `tables.sql`.
"""

from collections.abc import Collection, Mapping
from typing import Final

from spacecat_shared_data_access.schema import Schema

ROLES: Final[tuple[str, ...]]
"The roles that PostgREST switches to after it has logged in."

def all_tables_sql() -> str:
    """Build the SQL that creates the tables of all registered entities, safe to apply again."""

def table_names() -> list[str]:
    """Return the names of the tables of all registered entities."""

def function_names() -> list[str]:
    """Return the names of the functions that the entities call."""

def partial_sql(tables: Collection[str], functions: Collection[str]) -> str:
    """Build the SQL that creates some of the tables and functions, with grants on those alone.

    Args:
        tables: Names of `table_names`. Tables that they reference have to exist, or be among them.
        functions: Names of `function_names`.
    """

def table_sql(schema: Schema, schemas: Mapping[str, Schema]) -> str:
    """Build the SQL that creates the table of one entity, and its indexes.

    Args:
        schema: The entity's schema.
        schemas: The schemas by their tables. Foreign keys reference only these tables.
    """
