"""Parsing a request, as far as it is possible without the database."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacecat_shared_data_access.local.parsing.terms import QueryString, Range
from spacecat_shared_data_access.local.payload import Payload
from spacecat_shared_data_access.local.preferences import Preferences

METHODS: tuple[str, ...]

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

    @property
    def reads(self) -> bool:
        """Whether it is a GET or HEAD."""

def read_request(raw: RawRequest, schema: str) -> ApiRequest:
    """Parse a request.

    Args:
        raw: The request as received.
        schema: The exposed schema.

    Raises:
        PostgrestError: It cannot be parsed, or is not allowed.
    """
