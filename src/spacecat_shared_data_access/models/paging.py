"""Collections whose listings are always pages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from spacecat_shared_data_access.models.base import BaseCollection, Page
from spacecat_shared_data_access.models.base.collection import M
from spacecat_shared_data_access.models.base.queries import Options
from spacecat_shared_data_access.postgrest.where import Where, all_of


class PagedCollection(BaseCollection[M]):
    """A collection whose own listings return a `Page`, with or without a limit."""

    async def _page(
        self, keys: Mapping[str, Any], options: Options, *, where: Where | None = None, **fixed: Any
    ) -> Page[M] | M | None:
        # As in `all`, a limit of 1 alone asks for one model or None.
        wants_one = options.get("limit") == 1 and not options.get("return_cursor")
        asked: Any = {**options, **fixed, "return_cursor": not wants_one}
        if where is not None:
            asked["where"] = all_of(where, options.get("where"))
        found: Any = await self.all_by_index_keys(keys, **asked)
        return found  # type: ignore[no-any-return] # a page, unless one model was asked for
