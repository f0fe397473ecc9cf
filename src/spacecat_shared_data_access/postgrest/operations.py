"""The kinds of requests that differ in whether they can be repeated."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacecat_shared_data_access.postgrest.request import Query


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
    return "return=representation" in preferences or "count=" in preferences
