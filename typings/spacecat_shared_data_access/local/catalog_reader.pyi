"""Reads the schema cache from pg_catalog."""

from typing import Any

from psycopg import AsyncConnection

from spacecat_shared_data_access.local.catalog import Catalog

async def read_catalog(connection: AsyncConnection[Any], schema: str) -> Catalog:
    """Read the schema cache of one schema.

    Args:
        connection: A connection as a role that may read pg_catalog.
        schema: The exposed schema.
    """
