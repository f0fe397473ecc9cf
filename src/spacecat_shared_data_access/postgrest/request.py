"""Requests: what can be asked of one table, built with postgrest's builders.

The builders only build here: they are made afresh for every request, and `Service` sends what they
hold. Prefer and columns are set by this module, so that the same call always makes the same request.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import httpx
import orjson
from postgrest import CountMethod, ReturnMethod, SyncRequestBuilder, SyncSelectRequestBuilder
from postgrest.base_request_builder import RequestConfig
from yarl import URL

from spacecat_shared_data_access.errors import DataAccessError, ValidationError
from spacecat_shared_data_access.postgrest.filters import MOST_URL_BYTES, encoded_length
from spacecat_shared_data_access.schema.values import NUL

Query = SyncSelectRequestBuilder
"""A request in the making: filters, order and limits are added with its methods."""

# Parameters that say how a request is answered, not which rows it is about.
_NO_FILTERS: Final = frozenset({"select", "columns", "on_conflict", "order", "limit", "offset"})
_NARROWED: Final = frozenset({"PATCH", "DELETE"})
_READS: Final = frozenset({"GET", "HEAD"})
_ENCODED_NUL: Final = "%00"
_NUL_IN_JSON: Final = rb"\u0000"
_NUL_REFUSED: Final = "A text with a NUL character cannot be sent: PostgreSQL has none"
_REPRESENTATION: Final = "return=representation"
_MERGE: Final = "resolution=merge-duplicates"
_SINGLE: Final = "application/vnd.pgrst.object+json"


class Table:
    """One table of a server, and the requests that can be made of it.

    Args:
        base_url: The server's address.
        name: The table's name.
    """

    __slots__ = ("_base_url", "name")

    def __init__(self, base_url: URL, name: str) -> None:
        self._base_url = base_url
        self.name = name

    def select(self, columns: str = "*") -> Query:
        """Read rows."""
        return self._builder().select(columns)

    def count(self) -> Query:
        """Count rows without reading them: HEAD, with ``count=exact``."""
        return self._builder().select("*", count=CountMethod.exact, head=True)

    def insert(self, rows: Mapping[str, Any] | Sequence[Mapping[str, Any]]) -> Query:
        """Add a row or rows, and read back what was stored."""
        query = self._builder().insert({}, returning=ReturnMethod.representation)
        return _prefer(_with_rows(query, rows).select("*"), _REPRESENTATION)

    def upsert(
        self,
        rows: Mapping[str, Any] | Sequence[Mapping[str, Any]],
        *,
        on_conflict: str,
        read_back: bool,
    ) -> Query:
        """Add rows, or change those that are there.

        Args:
            rows: One row, or several of the same columns.
            on_conflict: The columns, joined by commas, by which a row is known to be there.
            read_back: Whether to ask for what was stored.
        """
        query = _with_rows(self._builder().upsert({}, on_conflict=on_conflict), rows)
        if not read_back:
            return _prefer(query, _MERGE)
        return _prefer(query.select("*"), f"{_MERGE},{_REPRESENTATION}")

    def update(self, values: Mapping[str, Any], *, single: bool = False) -> Query:
        """Change the rows that the filters added next name, and read back what was stored.

        Args:
            values: New values by column.
            single: Whether the server is to change nothing unless exactly one row matches (406 PGRST116).
        """
        query = _prefer(self._builder().update(values).select("*"), _REPRESENTATION)
        if single:
            query.request.headers["Accept"] = _SINGLE
        return query

    def delete(self, *, read_back: str | None = None) -> Query:
        """Remove the rows that the filters added next name.

        Args:
            read_back: The columns of the removed rows to ask for; None for none. Who asks wants to know
                what this very request removed: it is not sent again when its answer was lost.
        """
        query = self._builder().delete()
        if read_back is None:
            return _prefer(query, None)
        return _prefer(query.select(read_back), _REPRESENTATION)

    def _builder(self) -> SyncRequestBuilder:
        # The builder would send through its session; here nothing but `Service` sends.
        return SyncRequestBuilder(
            session=None,  # type: ignore[arg-type] # never used: see above
            path=self._base_url / self.name,
            headers=httpx.Headers(),
            auth=None,
            retry_enabled=False,
        )


def function_call(base_url: URL, name: str, arguments: Mapping[str, Any]) -> Query:
    """Call a function of the database.

    Args:
        base_url: The server's address.
        name: The function's name.
        arguments: Its arguments by name.

    Raises:
        ValidationError: The name is not one that a path can hold.
    """
    if name in {"", ".", ".."} or NUL in name or "/" in name:
        raise ValidationError("the name of a database function must be a text without / and NUL")
    request: RequestConfig[httpx.Client] = RequestConfig(
        session=None,  # type: ignore[arg-type] # never used, as in Table
        path=base_url / "rpc" / name,
        http_method="POST",
        headers=httpx.Headers(),
        params=httpx.QueryParams(),
        auth=None,
        json=dict(arguments),
        retry_enabled=False,
    )
    return SyncSelectRequestBuilder(request)


def filters_of(query: Query) -> list[tuple[str, str]]:
    """Give what says which rows a query is about: pairs of a column, or a logical operator, and a text."""
    return [(name, text) for name, text in query.request.params.multi_items() if name not in _NO_FILTERS]


def to_httpx(
    query: Query, client: httpx.Client | httpx.AsyncClient, headers: Mapping[str, str], schema: str
) -> httpx.Request:
    """Turn a query into the request that goes over the wire.

    Args:
        query: What was built.
        client: Whose defaults the request gets.
        headers: What every request carries, such as the credentials.
        schema: The database schema, sent as the profile.

    Raises:
        DataAccessError: It would change or remove rows without saying which.
        ValidationError: It contains a value that JSON or PostgreSQL cannot hold, or its URL is too long.
    """
    built = query.request
    method = str(built.http_method)
    if method in _NARROWED and not filters_of(query):
        raise DataAccessError(f"A {method} needs a filter that says which rows it is about")
    profile = "Accept-Profile" if method in _READS else "Content-Profile"
    own = dict(built.headers)  # their names are in small letters
    sent = {"Accept": own.pop("accept", "application/json"), profile: schema, **headers, **own}
    content = None
    if built.json is not None and method != "DELETE":
        content = _encoded(built.json)
        sent["Content-Type"] = "application/json"
    try:
        # Path and query in one: handed over apart, httpx would parse the address twice.
        url = f"{built.path}?{built.params}" if built.params else str(built.path)
        if _ENCODED_NUL in url:
            raise ValidationError(_NUL_REFUSED)
        if len(url) > MOST_URL_BYTES:
            raise _too_long(query, len(url))
        return client.build_request(method, url, headers=sent, content=content)
    except UnicodeEncodeError as error:
        raise ValidationError("A text with half a character (a lone surrogate) cannot be sent") from error
    except httpx.InvalidURL:
        # Its words quote parts of the URL.
        raise ValidationError("The request's URL is not valid") from None


def _too_long(query: Query, length: int) -> ValidationError:
    parts = [("path", str(query.request.path)), *query.request.params.multi_items()]
    longest, _ = max(parts, key=lambda part: encoded_length(part[1]))
    return ValidationError(
        f"{longest}: the filter is too long. The request's URL has {length:,} characters, "
        f"more than the limit of {MOST_URL_BYTES:,}: shorten its filters"
    )


def _encoded(values: Any) -> bytes:
    try:
        content = orjson.dumps(values)
    except orjson.JSONEncodeError as error:
        raise ValidationError(f"The values cannot be sent as JSON: {error}") from error
    # The bytes are also those of a backslash that is followed by u0000: only then is each text looked at.
    if _NUL_IN_JSON in content and _holds_nul(values):
        raise ValidationError(_NUL_REFUSED)
    return content


def _holds_nul(value: Any) -> bool:
    match value:
        case str():
            return NUL in value
        case Mapping():
            return any(_holds_nul(each) for item in value.items() for each in item)
        case list() | tuple():
            return any(map(_holds_nul, value))
    return False


def _prefer(query: Query, preferences: str | None) -> Query:
    if preferences is None:
        query.request.headers.pop("Prefer", None)
    else:
        query.request.headers["Prefer"] = preferences
    return query


def _with_rows(query: Query, rows: Mapping[str, Any] | Sequence[Mapping[str, Any]]) -> Query:
    # The builder is not shown the rows: it would gather their columns too, in an order that changes from
    # process to process.
    query.request.json = rows
    if not isinstance(rows, Mapping):
        columns = sorted(set().union(*rows))
        quoted = ",".join(f'"{column}"' for column in columns)
        query.request.params = query.request.params.set("columns", quoted)
    return query
