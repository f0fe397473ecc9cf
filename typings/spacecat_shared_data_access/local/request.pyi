"""A request, as far as it can be read without the database."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacecat_shared_data_access.local.parsing.terms import QueryString, Range
from spacecat_shared_data_access.local.payload import Payload
from spacecat_shared_data_access.local.preferences import Preferences

METHODS: tuple[str, ...]

@dataclass(frozen=True, slots=True)
class RawRequest:
    """What came over the wire.

    Attributes:
        method: The HTTP method.
        path: The path's segments, decoded.
        query_string: As it came, without the question mark.
        headers: Names in lower case, and values, in order.
        body: The body.
    """

    method: str
    path: tuple[str, ...]
    query_string: str
    headers: Sequence[tuple[str, str]]
    body: bytes

    def header(self, name: str) -> str | None:
        """The first header of this lower-case name."""

@dataclass(frozen=True, slots=True)
class ApiRequest:
    """What is asked for.

    Attributes:
        method: The HTTP method.
        name: The table or function; empty for the root.
        rpc: Whether it is a function.
        query: The query string, read.
        preferences: The Prefer header, read.
        payload: The body, read; None for a method without one.
        accept: The Accept header.
        profile: The schema that was named, or None.
        range: Which rows are asked for, of all.
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
    """Read a request.

    Args:
        raw: What came.
        schema: The exposed schema.

    Raises:
        PostgrestError: Something in it cannot be read, or is not allowed.
    """
