"""A database of the caller's own: what it lacks is reported, and is created only on request."""

from spacecat_shared_data_access.local.tables import WantedTables

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
