"""Parsing a request, as far as it is possible without the database."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacecat_shared_data_access.local.errors import RequestError, invalid_range
from spacecat_shared_data_access.local.parsing.query_string import parse_query_string
from spacecat_shared_data_access.local.parsing.scanner import whole_number
from spacecat_shared_data_access.local.parsing.terms import QueryString, Range
from spacecat_shared_data_access.local.payload import Payload, read_payload
from spacecat_shared_data_access.local.preferences import Preferences

METHODS = ("GET", "HEAD", "POST", "PATCH", "PUT", "DELETE", "OPTIONS")
_WRITING = frozenset({"POST", "PATCH", "PUT", "DELETE"})
_CALLING = frozenset({"GET", "HEAD", "POST", "OPTIONS"})
_WITH_BODY = frozenset({"POST", "PATCH", "PUT"})
_RPC_PATH = 2


@dataclass(frozen=True, slots=True)
class RawRequest:
    """A request as received.

    Attributes:
        method: The HTTP method.
        path: The path's segments, decoded.
        query_string: As received, without the question mark.
        headers: Lower-case names and values, in order.
        body: The body.
    """

    method: str
    path: tuple[str, ...]
    query_string: str
    headers: Sequence[tuple[str, str]]
    body: bytes

    def header(self, name: str) -> str | None:
        """Return the value of the first header with this lower-case name, or None."""
        return next((value for key, value in self.headers if key == name), None)


@dataclass(frozen=True, slots=True)
class ApiRequest:
    """A parsed request.

    Attributes:
        method: The HTTP method.
        name: The table or function; empty for the root.
        rpc: Whether it calls a function.
        query: The parsed query string.
        preferences: The parsed Prefer headers.
        payload: The parsed body; None for a method without one.
        accept: The Accept header.
        profile: The schema that was named, or None.
        range: The range of rows to return.
        max_rows: The maximum number of rows to return of each resource, or None.
    """

    method: str
    name: str
    rpc: bool
    query: QueryString
    preferences: Preferences
    payload: Payload | None
    accept: str
    profile: str | None
    range: Range
    max_rows: int | None = None

    @property
    def reads(self) -> bool:
        """Whether it is a GET or HEAD."""
        return self.method in {"GET", "HEAD"}


def read_request(raw: RawRequest, schema: str, max_rows: int | None = None) -> ApiRequest:
    """Parse a request.

    Args:
        raw: The request as received.
        schema: The exposed schema.
        max_rows: The maximum number of rows to return of each resource, or None.

    Raises:
        RequestError: It cannot be parsed, or is not allowed.
        UnicodeDecodeError: The query string is not UTF-8.
    """
    rpc = len(raw.path) == _RPC_PATH and raw.path[0] == "rpc"
    if len(raw.path) > 1 and not rpc:
        raise RequestError(404, "PGRST125", "Invalid path specified in request URL")
    if rpc and raw.method not in _CALLING:
        raise RequestError(405, "PGRST101", f"Cannot use the {raw.method} method on RPC")
    if raw.method not in METHODS or (not raw.path and raw.method in _WRITING):
        raise RequestError(405, "PGRST117", f"Unsupported HTTP method: {raw.method}")
    profile = raw.header("content-profile" if raw.method in _WRITING else "accept-profile")
    if profile not in {None, schema}:
        hint = f"Only the following schemas are exposed: {schema}"
        raise RequestError(406, "PGRST106", f"Invalid schema: {profile}", hint=hint)
    reads = raw.method in {"GET", "HEAD"}
    query = parse_query_string(raw.query_string, arguments=rpc and reads)
    payload = None
    if raw.method in _WITH_BODY:
        body = raw.body or (b"{}" if rpc else b"")
        payload = read_payload(body, raw.header("content-type"), query.columns)
    return ApiRequest(
        raw.method,
        raw.path[-1] if raw.path else "",
        rpc,
        query,
        Preferences.parse(value for key, value in raw.headers if key == "prefer"),
        payload,
        raw.header("accept") or "",
        profile,
        _top_level_range(query, raw.header("range") if raw.method == "GET" else None),
        max_rows,
    )


def _top_level_range(query: QueryString, header: str | None) -> Range:
    """Return the intersection of the ranges of the query string and the Range header."""
    asked = query.ranges.get((), Range())
    if asked.limit is not None and asked.limit < 0:
        raise invalid_range("Limit should be greater than or equal to zero.")
    found = re.fullmatch("([0-9]+)-([0-9]*)", header or "")  # no unit: it is in Range-Unit, if anywhere
    if found is None or asked.limit == 0:
        return asked
    first = whole_number(found[1]) or 0
    last = whole_number(found[2])
    if last is not None and last < first:
        raise invalid_range(
            "The lower boundary must be lower than or equal to the upper boundary in the Range header."
        )
    ends = [last] if last is not None else []
    if asked.limit is not None:
        ends.append(asked.offset + asked.limit - 1)
    offset = max(first, asked.offset)
    limit = min(ends) - offset + 1 if ends else None
    if limit is not None and limit < 1:
        raise invalid_range("Limit should be greater than or equal to zero.")
    return Range(offset, limit)
