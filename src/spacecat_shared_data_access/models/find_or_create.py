"""Entities of which there is one for a key, and which several callers may create at once."""

from __future__ import annotations

from collections.abc import Awaitable, Mapping
from typing import Any

from spacecat_shared_data_access.errors import ConflictError
from spacecat_shared_data_access.models.base.collection import M


async def create_or_find(create: Awaitable[M], collection: Any, keys: Mapping[str, Any]) -> M:
    """Create an entity, or find the one that another caller created in the meantime.

    Args:
        create: The creation.
        collection: The entity's collection. (In the stubs a `BaseCollection` is not awaited.)
        keys: The key that makes it unique.

    Raises:
        ConflictError: The creation met one, but nothing is found: it was about another key.
    """
    try:
        return await create
    except ConflictError:
        found: M | None = await collection.find_by_index_keys(keys)
        if found is None:
            raise
        return found
