"""Comparison: whether a stored row is what was sent, although the database writes values its own way."""

from collections.abc import Mapping
from typing import Any

from spacecat_shared_data_access.postgrest.records import Row

def holds(stored: Row, sent: Mapping[str, Any], *, but: frozenset[str] = ...) -> bool:
    """Tell whether a stored row holds what was sent.

    What was not sent, or was sent as null, is the database's to fill in and is not compared.

    Args:
        stored: The row as it was read.
        sent: Values by column.
        but: Columns that are not compared either.
    """
