"""The builders of direct queries: postgrest's own, with errors of this package.

``maybe_single()`` finds out itself that there are several rows, and would raise an error that is not a
`DataAccessError`.
"""

from __future__ import annotations

from typing import Any

from postgrest import (
    AsyncMaybeSingleRequestBuilder,
    AsyncRequestBuilder,
    AsyncRPCFilterRequestBuilder,
    AsyncSelectRequestBuilder,
    SyncMaybeSingleRequestBuilder,
    SyncRequestBuilder,
    SyncRPCFilterRequestBuilder,
    SyncSelectRequestBuilder,
)
from postgrest.base_request_builder import SingleAPIResponse

from spacecat_shared_data_access.postgrest.direct_errors import direct_errors


class _SyncMaybeSingle(SyncMaybeSingleRequestBuilder):
    def execute(self) -> SingleAPIResponse | None:
        with direct_errors():
            return super().execute()


class _SyncSelect(SyncSelectRequestBuilder):
    def maybe_single(self) -> SyncMaybeSingleRequestBuilder:
        return _SyncMaybeSingle(self.request)


class SyncCall(SyncRPCFilterRequestBuilder):
    """Builds the call of a database function."""

    def maybe_single(self) -> SyncMaybeSingleRequestBuilder:
        """Retrieve at most one row."""
        return _SyncMaybeSingle(self.request)


class SyncTable(SyncRequestBuilder):
    """Builds the queries of a table."""

    def select(self, *columns: str, **options: Any) -> SyncSelectRequestBuilder:
        """Build a query that reads rows."""
        return _SyncSelect(super().select(*columns, **options).request)


class _AsyncMaybeSingle(AsyncMaybeSingleRequestBuilder):
    async def execute(self) -> SingleAPIResponse | None:
        with direct_errors():
            return await super().execute()


class _AsyncSelect(AsyncSelectRequestBuilder):
    def maybe_single(self) -> AsyncMaybeSingleRequestBuilder:
        return _AsyncMaybeSingle(self.request)


class AsyncCall(AsyncRPCFilterRequestBuilder):
    """Builds the call of a database function."""

    def maybe_single(self) -> AsyncMaybeSingleRequestBuilder:
        """Retrieve at most one row."""
        return _AsyncMaybeSingle(self.request)


class AsyncTable(AsyncRequestBuilder):
    """Builds the queries of a table."""

    def select(self, *columns: str, **options: Any) -> AsyncSelectRequestBuilder:
        """Build a query that reads rows."""
        return _AsyncSelect(super().select(*columns, **options).request)
