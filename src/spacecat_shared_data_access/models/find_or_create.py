"""Entities of which there is one for a key, and which several callers may create at once."""

from __future__ import annotations

from collections.abc import Awaitable, Mapping
from typing import TYPE_CHECKING, Any

from spacecat_shared_data_access.errors import ConflictError
from spacecat_shared_data_access.models.base.core import M

if TYPE_CHECKING:
    from spacecat_shared_data_access.models.base import BaseCollection


async def create_or_find(create: Awaitable[M], collection: BaseCollection[M], keys: Mapping[str, Any]) -> M:
    """Create an entity, or find the one that another caller created in the meantime.

    Args:
        create: The creation.
        collection: Where the entity is found.
        keys: The key that makes it unique.

    Raises:
        ConflictError: The creation met one, but nothing is found: it was about another key.
    """
    try:
        return await create
    except ConflictError:
        found = await collection.find_by_index_keys(keys)
        if found is None:
            raise
        return found
