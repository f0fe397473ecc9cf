"""Read the rows of a direct query to its end, whatever the server's row limit is."""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from typing import TYPE_CHECKING, Any, Final

import httpx
from postgrest import (
    AsyncRPCFilterRequestBuilder,
    AsyncSelectRequestBuilder,
    SyncRPCFilterRequestBuilder,
    SyncSelectRequestBuilder,
)

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.postgrest.direct import Session
from spacecat_shared_data_access.postgrest.direct_errors import direct_errors
from spacecat_shared_data_access.postgrest.keyset import SortKey
from spacecat_shared_data_access.postgrest.listing import Listing, PageRequest, RowPage
from spacecat_shared_data_access.postgrest.request import Query, encoded_query
from spacecat_shared_data_access.postgrest.rows import Row

if TYPE_CHECKING:
    from spacecat_shared_data_access.postgrest.service import Service

_BUILDERS: Final = (
    SyncSelectRequestBuilder,
    SyncRPCFilterRequestBuilder,
    AsyncSelectRequestBuilder,
    AsyncRPCFilterRequestBuilder,
)
_ROWS: Final = "application/json"
_ROWS_WITHOUT_NULLS: Final = "application/vnd.pgrst.array+json;nulls=stripped"
# Other terms order by JSON paths or by embedded resources.
_ORDER_TERM = re.compile(r"(\w+)(?:\.(asc|desc))?(?:\.(nullsfirst|nullslast))?")
_DEFAULT_NULLS: Final = {"asc": "nullslast", "desc": "nullsfirst"}


class DirectRows:
    """The rows of a direct query.

    Args:
        service: Sends the requests.
        query: The query.
        unique: The column, or columns together, that identify a row.

    Raises:
        DirectValidationError: The query is not a select of this service, or has no total order.
    """

    def __init__(self, service: Service, query: Any, unique: str | Sequence[str]) -> None:
        self._service = service
        with direct_errors():
            self._check(query)
            params: httpx.QueryParams = query.request.params
            self._request = query.request
            self._limit, self._offset = _number(params, "limit"), _number(params, "offset") or 0
            self._select = params.get("select", "*")
            self._sort_keys = _sort_keys(params, (unique,) if isinstance(unique, str) else unique)
        for name in ("limit", "offset"):
            params = params.remove(name)
        self._params = params
        # Added to what the caller selects, since that may not include the sort keys, or name them otherwise.
        is_whole = self._select == "*"
        self._names = {
            key.column: key.column if is_whole else f"spacecat_key_{place}"
            for place, key in enumerate(self._sort_keys)
        }
        self._added = [] if is_whole else list(self._names.values())

    async def all(self) -> list[Row]:
        """Return all rows."""
        return [row async for row in self.iterate()]

    async def iterate(self) -> AsyncGenerator[Row, None]:
        """Yield all rows, reading one page at a time."""
        size, limit = self._service.page_size, self._limit
        listing = Listing(
            self._fetch,
            select=self._select,
            sort_keys=self._sort_keys,
            offset=self._offset,
            names=self._names,
        )
        names, last = list(self._names.values()), None
        with direct_errors():
            async with aclosing(listing.pages(size, limit)) as pages:
                async for page in pages:
                    for row in page:
                        key = [row.get(name) for name in names]
                        if names and key == last:
                            columns = " and ".join(self._names)
                            raise ValidationError(f"two rows are equal in {columns}: see unique=")
                        last = key
                        for name in self._added:
                            row.pop(name, None)
                        yield row

    def _check(self, query: Any) -> None:
        if not isinstance(query, _BUILDERS):
            raise ValidationError(
                "query must be a select: what select() returns, without single(), csv() or explain()"
            )
        session, method = query.request.session, str(query.request.http_method)
        if not isinstance(session, Session) or session.service is not self._service:
            raise ValidationError("query must be built with services.postgrest_client of this data access")
        if method != "GET":
            raise ValidationError(
                f"query must be a select, not a {method}: all of its pages are read. "
                "A database function is called with rpc(…, get=True)"
            )
        if query.request.headers.get("Accept", _ROWS).partition(";")[0] not in {_ROWS, "*/*"}:
            raise ValidationError("query must return rows, not another media type")

    async def _fetch(self, page: PageRequest) -> RowPage:
        aliases = [f"{alias}:{column}" for column, alias in self._names.items() if alias in self._added]
        params = self._params.set("select", ",".join([self._select, *aliases]))
        for name, text in page.after:
            params = params.add(name, text)
        params = params.set("offset", page.offset).set("limit", page.limit)
        return await self._service.page(self._query(params), page.limit)

    def _query(self, params: httpx.QueryParams) -> Query:
        request = self._request
        session: Session = request.session
        headers = httpx.Headers(request.headers)
        # The total would be counted for each page.
        preferences = [each for each in headers.get_list("Prefer", split_commas=True) if "count=" not in each]
        headers["Prefer"] = ",".join(preferences)
        headers["Accept"] = _ROWS_WITHOUT_NULLS if request.strip_nulls else _ROWS
        auth = request.auth or (None if "Authorization" in headers else session.auth)
        return encoded_query(
            "GET",
            str(request.path),
            params=params,
            headers=headers,
            content=None,
            auth=session.resolve_auth(auth, headers),
        )


def _number(params: httpx.QueryParams, name: str) -> int | None:
    given = params.get_list(name)
    if not given:
        return None
    if len(given) > 1 or not given[0].isascii() or not given[0].isdigit():
        raise ValidationError(f"query must have one {name}, a number that is not negative")
    return int(given[0])


def _sort_keys(params: httpx.QueryParams, unique: Sequence[str]) -> list[SortKey]:
    """Return the keys by which a query is sorted, up to the one that makes the order total.

    Empty if they do not allow keyset pagination: see `filters_after`.

    Raises:
        ValidationError: The order is missing, or not total.
    """
    order = params.get("order")
    is_list = isinstance(unique, list | tuple | set | frozenset)
    if not is_list or not unique or not all(isinstance(each, str) and each for each in unique):
        raise ValidationError("unique must be a column's name, or a list of names")
    names = " and ".join(unique)
    hint = "".join(f".order({each!r})" for each in unique)
    if not order:
        raise ValidationError(
            f"query has no order. Its pages need one that is the same each time: add {hint}, or pass the "
            "columns of its key as unique="
        )
    fixed = {name for name, text in params.multi_items() if text.startswith("eq.")}
    missing, keys = set(unique) - fixed, list[SortKey]()
    allows_keyset = True
    for term in order.split(","):
        match = _ORDER_TERM.fullmatch(term)
        if match is None:
            allows_keyset = False
        elif match[1] not in fixed:
            direction = match[2] or "asc"
            keys.append(SortKey(match[1], ascending=direction == "asc"))
            allows_keyset = allows_keyset and match[3] in {None, _DEFAULT_NULLS[direction]}
            missing.discard(match[1])
        if not missing:
            break
    if missing:
        raise ValidationError(
            f"the query's order {order} is not total: it does not include {names}, so rows could be "
            f"skipped or repeated. Add {hint}, or pass the columns of its key as unique="
        )
    return keys if allows_keyset else []
