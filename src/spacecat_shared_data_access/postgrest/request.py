"""Builds the requests for a table, with postgrest's query builders, and recognizes the kind of a request.

The builders get no session, since `Service` sends the requests. Rows, their columns and ``Prefer`` are set here
after building: postgrest would list the columns in an order that changes from process to process.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum, auto
from typing import Any, Final

import httpx
import orjson
from postgrest import CountMethod, ReturnMethod, SyncRequestBuilder, SyncSelectRequestBuilder
from postgrest.base_request_builder import RequestConfig
from yarl import URL

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.postgrest.filters import MAX_URL_BYTES, encoded_length
from spacecat_shared_data_access.postgrest.headers import check_sent_headers
from spacecat_shared_data_access.schema.values import NUL

Query = SyncSelectRequestBuilder
"""A query builder: its methods add filters, order and limits."""

# Parameters that do not select rows.
_NOT_FILTERS: Final = frozenset({"select", "columns", "on_conflict", "order", "limit", "offset"})
_NEED_FILTER: Final = frozenset({"PATCH", "DELETE"})
_READS: Final = frozenset({"GET", "HEAD"})
_OF_A_WRITE: Final = frozenset({"accept", "content-type", "prefer"})
_ENCODED_NUL: Final = "%00"
_NUL_IN_JSON: Final = rb"\u0000"
_NUL_MESSAGE: Final = "A text with a NUL character cannot be sent: PostgreSQL does not store it"
_REPRESENTATION: Final = "return=representation"
_MERGE: Final = "resolution=merge-duplicates"
_SINGLE: Final = "application/vnd.pgrst.object+json"


class Operation(Enum):
    """The kinds of requests that differ in whether they can be repeated."""

    READ = auto()
    """GET and HEAD."""
    INSERT = auto()
    """Rows that do not all include their primary key: a second copy could not be recognised."""
    KEYED_INSERT = auto()
    """Rows that include their primary key, so that none is inserted twice: see `idempotency`."""
    UPSERT = auto()
    UPDATE = auto()
    DELETE = auto()
    COUNTED_DELETE = auto()
    """A DELETE that returns the deleted rows, or their number: a second one would return none."""
    CALL = auto()
    """A call of a database function."""


class Table:
    """Builds the requests for a table.

    Args:
        base_url: The server's URL.
        name: The table's name.
    """

    __slots__ = ("_base_url", "name")

    def __init__(self, base_url: URL, name: str) -> None:
        self._base_url = base_url
        self.name = name

    def select(self, columns: str = "*", *, is_counted: bool = False) -> Query:
        """Build a query that reads rows, and counts all that match if ``is_counted``."""
        return self._builder().select(columns, count=CountMethod.exact if is_counted else None)

    def count(self) -> Query:
        """Build a query that counts rows: HEAD with ``count=exact``."""
        return self._builder().select("*", count=CountMethod.exact, head=True)

    def insert(self, rows: Mapping[str, Any] | Sequence[Mapping[str, Any]]) -> Query:
        """Build an insert of a row or rows that returns the stored rows."""
        # The builder gets an empty row; _with_rows sets the real ones.
        query = self._builder().insert({}, returning=ReturnMethod.representation)
        return _prefer(_with_rows(query, rows).select("*"), _REPRESENTATION)

    def upsert(
        self,
        rows: Mapping[str, Any] | Sequence[Mapping[str, Any]],
        *,
        on_conflict: str,
        read_back: bool,
    ) -> Query:
        """Build an upsert: insert rows, or update those that exist.

        Args:
            rows: One row, or several with the same columns.
            on_conflict: The columns that identify existing rows, separated by commas.
            read_back: Whether to return the stored rows.
        """
        query = _with_rows(self._builder().upsert({}, on_conflict=on_conflict), rows)
        if not read_back:
            return _prefer(query, _MERGE)
        return _prefer(query.select("*"), f"{_MERGE},{_REPRESENTATION}")

    def update(self, values: Mapping[str, Any], *, single: bool = False) -> Query:
        """Build an update that returns the stored rows. The caller adds filters.

        Args:
            values: The new values by column.
            single: Whether the server updates nothing unless exactly one row matches (406 PGRST116).
        """
        query = _prefer(self._builder().update(values).select("*"), _REPRESENTATION)
        if single:
            query.request.headers["Accept"] = _SINGLE
        return query

    def delete(self, *, read_back: str | None = None) -> Query:
        """Build a delete. The caller adds filters.

        Args:
            read_back: The columns of the deleted rows to return, or None. With columns the request is not
                sent again if its response is lost, since the second response would contain no rows.
        """
        query = self._builder().delete()
        if read_back is None:
            return _prefer(query, None)
        return _prefer(query.select(read_back), _REPRESENTATION)

    def _builder(self) -> SyncRequestBuilder:
        return SyncRequestBuilder(
            session=None,  # type: ignore[arg-type] # never used: see the module's docstring
            path=self._base_url / self.name,
            headers=httpx.Headers(),
            auth=None,
            retry_enabled=False,
        )


def operation_of(query: Query) -> Operation:
    """Return the kind of operation of a query. A POST that is neither an upsert nor an RPC is an insert."""
    request = query.request
    method, preferences = str(request.http_method), request.headers.get("Prefer", "")
    if method in {"GET", "HEAD"}:
        return Operation.READ
    if method == "PATCH":
        return Operation.UPDATE
    if method == "DELETE":
        return Operation.COUNTED_DELETE if reports_rows(query) else Operation.DELETE
    if is_call(query):
        return Operation.CALL
    return Operation.UPSERT if "resolution=" in preferences else Operation.INSERT


def is_call(query: Query) -> bool:
    """Return whether a query calls a database function."""
    return query.request.path.parent.name == "rpc"


def reports_rows(query: Query) -> bool:
    """Return whether the response to a write has the rows that it changed, or their number."""
    preferences = query.request.headers.get("Prefer", "")
    return _REPRESENTATION in preferences or "count=" in preferences


def function_call(base_url: URL, name: str, arguments: Mapping[str, Any]) -> Query:
    """Build a call of a database function.

    Args:
        base_url: The server's URL.
        name: The function's name.
        arguments: The arguments by name.

    Raises:
        ValidationError: The name cannot be used in a path.
    """
    if name in {"", ".", ".."} or NUL in name or "/" in name:
        raise ValidationError("the name of a database function must be a text without / and NUL")
    request: RequestConfig[httpx.Client] = RequestConfig(
        session=None,  # type: ignore[arg-type] # never used: see the module's docstring
        path=base_url / "rpc" / name,
        http_method="POST",
        headers=httpx.Headers(),
        params=httpx.QueryParams(),
        auth=None,
        json=dict(arguments),
        retry_enabled=False,
    )
    return SyncSelectRequestBuilder(request)


def encoded_query(
    method: str,
    url: str,
    *,
    params: httpx.QueryParams,
    headers: httpx.Headers,
    content: bytes | None,
    auth: httpx.Auth | None,
) -> Query:
    """Create the query for a request whose parts are encoded already.

    Args:
        method: The HTTP method.
        url: The URL without parameters.
        params: The parameters.
        headers: The request's own headers. They replace those of every request.
        content: The body, as JSON.
        auth: Signs the request. None for the credentials of every request.

    Raises:
        ValidationError: A header is invalid.
    """
    check_sent_headers(headers)
    request: RequestConfig[httpx.Client] = RequestConfig(
        session=None,  # type: ignore[arg-type] # never used: see the module's docstring
        path=URL(url, encoded=True),
        http_method=method,
        headers=headers,
        params=params,
        auth=auth,  # type: ignore[arg-type] # httpx, which gets it, takes any httpx.Auth
        json=content,  # sent unchanged
        retry_enabled=False,
    )
    return SyncSelectRequestBuilder(request)


def read_back_query(query: Query) -> Query:
    """Build a query that reads the table that another query writes, with the same credentials and schema."""
    written = query.request
    headers = httpx.Headers(written.headers)
    for name in _OF_A_WRITE & headers.keys():
        del headers[name]
    return encoded_query(
        "GET",
        str(written.path),
        params=httpx.QueryParams({"select": "*"}),
        headers=headers,
        content=None,
        auth=written.auth,
    )


def filters_of(query: Query) -> list[tuple[str, str]]:
    """Return a query's filters as pairs of a column, or a logical operator, and its value."""
    return [(name, text) for name, text in query.request.params.multi_items() if name not in _NOT_FILTERS]


def to_httpx(
    query: Query, client: httpx.Client | httpx.AsyncClient, headers: Mapping[str, str], schema: str
) -> httpx.Request:
    """Convert a query to an httpx request.

    Args:
        query: The query.
        client: The client, whose defaults the request gets.
        headers: The headers of every request, such as the credentials.
        schema: The database schema.

    Raises:
        ValidationError: The query updates or deletes rows without a filter, contains a value that JSON or
            PostgreSQL does not support, or its URL is too long.
    """
    built = query.request
    method = str(built.http_method)
    if method in _NEED_FILTER and not any(_selects_rows(name) for name, _ in filters_of(query)):
        raise ValidationError(f"A {method} needs a filter: without one it would affect all rows")
    profile = "accept-profile" if method in _READS else "content-profile"
    # All names are in lower case, so that a later value replaces an earlier one.
    sent = {"accept": "application/json", profile: schema, **headers, **built.headers}
    content = None
    if built.json is not None and method != "DELETE":
        content = _encoded(built.json)
        sent.setdefault("content-type", "application/json")
    try:
        # As one string: if path and parameters are passed separately, httpx parses the URL twice.
        url = f"{built.path}?{built.params}" if built.params else str(built.path)
        if _ENCODED_NUL in url:
            raise ValidationError(_NUL_MESSAGE)
        if len(url) > MAX_URL_BYTES:
            raise _too_long(query, len(url))
        return client.build_request(method, url, headers=sent, content=content)
    except UnicodeEncodeError as error:
        raise ValidationError("A text with a lone surrogate (half a character) cannot be sent") from error
    except httpx.InvalidURL:
        # httpx's message quotes parts of the URL.
        raise ValidationError("The request's URL is not valid") from None


def _selects_rows(name: str) -> bool:
    # The name of a filter on an embedded resource has a dot, and does not select the rows that are written.
    return name in {"not.and", "not.or"} or name.startswith('"') or "." not in name.partition("->")[0]


def _too_long(query: Query, length: int) -> ValidationError:
    parts = [("path", str(query.request.path)), *query.request.params.multi_items()]
    longest, _ = max(parts, key=lambda part: encoded_length(part[1]))
    return ValidationError(
        f"{longest}: the filter is too long. The request's URL has {length:,} characters, "
        f"more than the limit of {MAX_URL_BYTES:,}: shorten its filters"
    )


def _encoded(values: Any) -> bytes:
    try:
        content = values if isinstance(values, bytes) else orjson.dumps(values)
    except orjson.JSONEncodeError as error:
        raise ValidationError(f"The values cannot be sent as JSON: {error}") from error
    # The same bytes may be an escaped backslash followed by "u0000".
    if _NUL_IN_JSON in content and _contains_nul(orjson.loads(content)):
        raise ValidationError(_NUL_MESSAGE)
    return content


def _contains_nul(value: Any) -> bool:
    match value:
        case str():
            return NUL in value
        case Mapping():
            return any(_contains_nul(each) for item in value.items() for each in item)
        case list() | tuple():
            return any(map(_contains_nul, value))
    return False


def _prefer(query: Query, preferences: str | None) -> Query:
    if preferences is None:
        query.request.headers.pop("Prefer", None)
    else:
        query.request.headers["Prefer"] = preferences
    return query


def _with_rows(query: Query, rows: Mapping[str, Any] | Sequence[Mapping[str, Any]]) -> Query:
    query.request.json = rows
    if not isinstance(rows, Mapping):
        columns = sorted(set().union(*rows))
        quoted = ",".join(f'"{column}"' for column in columns)
        query.request.params = query.request.params.set("columns", quoted)
    return query
