"""A database of the caller's own: what it lacks is reported, and is created only on request."""

from typing import Any

import psycopg
from psycopg import sql

from spacecat_shared_data_access.local.postgres import (
    APPLYING,
    MISSING_TABLES,
    LocalPostgrestError,
    connected,
    set_search_path,
)
from spacecat_shared_data_access.local.tables import WantedTables

# Of whatever parameters: a function of the caller's own is left alone.
_MISSING_FUNCTIONS = """
SELECT name FROM unnest(%s::text[]) AS name WHERE NOT EXISTS (
  SELECT FROM pg_proc WHERE proname = name AND pronamespace = %s::text::regnamespace) ORDER BY name
"""
_ROLES = "SELECT rolname FROM pg_roles"


def create_missing(url: str, wanted: WantedTables, schema: str) -> None:
    """Create the tables and functions that a database lacks, with grants on those alone, in one transaction.

    The roles that the grants are for are created along with them if they are missing. What exists is neither
    replaced nor granted to anybody, and if nothing is missing nothing is done.

    Args:
        url: The database.
        wanted: What it is to have.
        schema: The schema to create them in.

    Raises:
        LocalPostgrestError: The database refuses it.
    """
    with connected(url) as connection:
        connection.execute("SELECT pg_advisory_xact_lock(%s)", [APPLYING])
        tables, functions = _missing(connection, wanted, schema)
        if not tables and not functions:
            return
        before = _role_names(connection)
        connection.execute(wanted.sql_for(tables, functions).encode())
        login = connection.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user").fetchone()
        if login == (False,):  # since PostgreSQL 16 not even the one who created a role may switch to it
            for role in _role_names(connection) - before:
                grant = sql.SQL("GRANT {} TO CURRENT_USER").format(sql.Identifier(role))
                connection.execute(grant)
        connection.execute("NOTIFY pgrst, 'reload schema'")


def check(url: str, wanted: WantedTables, anon_role: str, schema: str) -> None:
    """Check that a database has everything it takes to be served. Nothing is changed.

    Args:
        url: The database.
        wanted: What it is to have.
        anon_role: The role of requests without a token.
        schema: The schema that is served.

    Raises:
        LocalPostgrestError: Something is missing; the message names all of it, and what to do.
    """
    with connected(url) as connection:
        connection.execute("SET TRANSACTION READ ONLY")
        tables, functions = _missing(connection, wanted, schema)
        missing_for_role = _missing_for_role(connection, anon_role, schema)
    problems = []
    if tables:
        problems.append(f"no table {', '.join(tables)}")
    if functions:
        problems.append(f"no function {', '.join(functions)}")
    if problems:
        problems[-1] += " (create_tables=True, or --create-tables, creates what is missing and nothing else)"
    problems += missing_for_role
    if problems:
        raise LocalPostgrestError(f"the database has {'; '.join(problems)}. Nothing was changed in it")


def _missing(
    connection: psycopg.Connection[Any], wanted: WantedTables, schema: str
) -> tuple[list[str], list[str]]:
    # Whatever search path the login has: names without a schema are those of this one.
    set_search_path(connection, schema)
    tables = connection.execute(MISSING_TABLES, [list(wanted.tables)]).fetchall()
    quoted = sql.Identifier(schema).as_string()
    functions = connection.execute(_MISSING_FUNCTIONS, [list(wanted.functions), quoted]).fetchall()
    return [name for (name,) in tables], [name for (name,) in functions]


def _missing_for_role(connection: psycopg.Connection[Any], role: str, schema: str) -> list[str]:
    """Return what requests without a token would fail for."""
    name = sql.Identifier(role)
    if role not in _role_names(connection):
        return [f"no role {role}, as which requests without a token run (CREATE ROLE {name.as_string()})"]
    found = []
    try:
        with connection.transaction(force_rollback=True):
            connection.execute(sql.SQL("SET LOCAL ROLE {}").format(name))
    except psycopg.errors.InsufficientPrivilege:
        grant = f"GRANT {name.as_string()} TO …"
        found.append(f"no right for the login to switch to the role {role} ({grant})")
    usage = connection.execute("SELECT has_schema_privilege(%s, %s, 'USAGE')", [role, schema]).fetchone()
    if usage == (False,):
        grant = f"GRANT USAGE ON SCHEMA {sql.Identifier(schema).as_string()} TO {name.as_string()}"
        found.append(f"no right for the role {role} to use the schema {schema} ({grant})")
    return found


def _role_names(connection: psycopg.Connection[Any]) -> set[str]:
    return {name for (name,) in connection.execute(_ROLES).fetchall()}
