"""Listings: read a query page by page, by sort keys where the order allows it and otherwise by offset."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping, Sequence
from typing import NamedTuple

from spacecat_shared_data_access.errors import PostgrestError
from spacecat_shared_data_access.postgrest.keyset import Filter, SortKey, filters_after, filters_of_nulls
from spacecat_shared_data_access.postgrest.rows import Row

RowPage = tuple[list[Row], bool]
"""The rows of a page, and whether further rows may follow: see `row_limit`."""


class PageRequest(NamedTuple):
    """One page to read.

    Attributes:
        select: The columns to read, as PostgREST writes them.
        after: Filters that select the rows after the previous page; none for the first page.
        offset: How many of the selected rows to skip.
        limit: How many rows to read at most.
    """

    select: str
    after: tuple[Filter, ...]
    offset: int
    limit: int


class Listing:
    """The pages of a query.

    The first page is read by offset, as the original does. Each further page continues after the last row
    of the previous one (keyset pagination): it costs no more than the first, and no row is skipped or
    repeated when others are inserted or deleted meanwhile. If the sort keys do not allow that, offsets go on.

    Args:
        fetch: Reads one page. Returns its rows, and whether further rows may follow.
        select: The columns to read, as PostgREST writes them.
        sort_keys: The columns that order the rows, without those that have the same value in all rows.
            Together they are unique. Empty to read by offset.
        offset: How many rows to skip.
        after: Filters that select the rows after the one to continue from: see `filters_after`.
        names: The names that the columns of the sort keys have in the rows, if `fetch` adds them to what it
            reads.
    """

    def __init__(
        self,
        fetch: Callable[[PageRequest], Awaitable[RowPage]],
        *,
        select: str,
        sort_keys: Sequence[SortKey],
        offset: int = 0,
        after: tuple[Filter, ...] = (),
        names: Mapping[str, str] | None = None,
    ) -> None:
        self._fetch = fetch
        self._select = select
        self._sort_keys = sort_keys
        self._offset = offset
        self._after = after
        self._names = names
        selected = select.split(",")
        is_selected = select == "*" or names is not None
        self._unselected = (
            [] if is_selected else [key.column for key in sort_keys if key.column not in selected]
        )

    async def pages(self, page_size: int, limit: int | None = None) -> AsyncGenerator[list[Row], None]:
        """Read page after page until there are no more rows.

        Args:
            page_size: How many rows to read at once.
            limit: How many rows to read in all; None for all there are.

        Yields:
            The rows of each page. The last page may be empty.

        Raises:
            PostgrestError: The server returned the same page twice.
        """
        select, offset, left = self._select, self._offset, limit
        after = self._after
        while left is None or left > 0:
            size = page_size if left is None else min(page_size, left)
            rows, has_more = await self._fetch(PageRequest(select, after, offset, size))
            has_more = has_more and (left is None or left > len(rows))
            if has_more and self._unselected and select is self._select:
                # The next page is found by the sort keys of this one, which were not read.
                select = ",".join([select, *self._unselected])
                continue
            if has_more:
                after, offset = self._next(rows[-1], after, offset + len(rows))
            for column in self._unselected:
                for row in rows:
                    row.pop(column, None)
            yield rows
            left = None if left is None else left - len(rows)
            if not has_more:
                if left == 0 or not self._skips_nulls(after):
                    return
                after, offset = filters_of_nulls(self._sort_keys[0].column), 0

    def _next(self, last: Row, after: tuple[Filter, ...], offset: int) -> tuple[tuple[Filter, ...], int]:
        if self._names is not None:
            last = {column: last[name] for column, name in self._names.items() if name in last}
        following = filters_after(last, self._sort_keys)
        if following is None:
            return after, offset
        if following == after:
            raise PostgrestError("The server returned the same page twice")
        return following, 0

    def _skips_nulls(self, after: tuple[Filter, ...]) -> bool:
        # Whether the filters leave out the rows without a value in the first column: see `filters_after`.
        first = self._sort_keys[0] if self._sort_keys else None
        if first is None or not after or not first.ascending or len(self._sort_keys) == 1:
            return False
        return after[0] not in filters_of_nulls(first.column)
