"""Errors as PostgREST returns them: a status, a code, a message, and optional details and hint.

The codes and their statuses are those of
https://docs.postgrest.org/en/latest/references/errors.html, SQLSTATEs included.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from http import HTTPStatus
from typing import Any

import psycopg
from psycopg_pool import PoolTimeout

from spacecat_shared_data_access.local.header_fields import sendable

_CLOSE_ENOUGH = 0.75
_STATUSES = range(200, 600)  # 1xx would only announce a response

# The class of a SQLSTATE (its first two characters) decides, except for the codes listed in full.
_STATUS_BY_CLASS = {
    "08": 503, "09": 500, "0L": 403, "0P": 403, "25": 500, "28": 403, "2D": 500, "38": 500, "39": 500,
    "3B": 500, "40": 500, "53": 503, "54": 500, "55": 500, "57": 500, "58": 500, "F0": 500, "HV": 500,
    "P0": 500, "XX": 500,
}  # fmt: skip
_STATUS_BY_SQLSTATE = {
    "23503": 409, "23505": 409, "25006": 405, "42883": 404, "42P01": 404, "42P17": 500, "53400": 500,
    "57P01": 503, "P0001": 400,
}  # fmt: skip


@dataclass(eq=False)
class RequestError(Exception):
    """The error response to a request.

    Attributes:
        status: The HTTP status.
        code: A SQLSTATE or one of PostgREST's own codes (PGRST…).
        message: What went wrong.
        details: Text, or a list of relationships for an ambiguous embedding.
        hint: What to try instead.
        headers: Further headers of the response, by lower-case name.
    """

    status: int
    code: str
    message: str
    details: Any = None
    hint: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


class StaleCatalogError(RequestError):
    """A name that is not in the schema cache. It may have been created since the cache was read."""


def closest(name: str, candidates: Iterable[str], *, at_least: float = _CLOSE_ENOUGH) -> str | None:
    """Return the candidate most similar to a misspelt name, or None if none is similar enough."""
    return next(iter(get_close_matches(name, sorted(set(candidates)), n=1, cutoff=at_least)), None)


def invalid_body(message: str) -> RequestError:
    """Return the error for a body that cannot be parsed, or whose rows have different keys."""
    return RequestError(400, "PGRST102", message)


def invalid_range(details: str) -> RequestError:
    """Return the error for a range that is empty or begins beyond the last row."""
    return RequestError(416, "PGRST103", "Requested range not satisfiable", details)


def not_embedded(name: str) -> RequestError:
    """Return the error for a filter, order or range on a resource that `select` does not embed."""
    hint = f"Verify that '{name}' is included in the 'select' query parameter."
    return RequestError(400, "PGRST108", f"'{name}' is not an embedded resource in this request", hint=hint)


def from_postgres(error: psycopg.Error, *, anonymous: bool) -> RequestError:
    """Convert an error of the database.

    Args:
        error: The error that psycopg raised.
        anonymous: Whether the request ran as the anonymous role. Insufficient privilege is then 401
            (authenticate first), else 403.
    """
    if isinstance(error, PoolTimeout):
        return RequestError(504, "PGRST003", "Timed out acquiring connection from connection pool.")
    sqlstate = error.sqlstate
    if sqlstate is None:
        if isinstance(error, psycopg.DataError):  # psycopg refuses NUL characters
            return RequestError(400, "22021", 'invalid byte sequence for encoding "UTF8": 0x00')
        message = "Database client error. Retrying the connection."
        return RequestError(503, "PGRST001", message, str(error))
    diagnosis = error.diag
    message = diagnosis.message_primary or ""
    if sqlstate == "PGRST":
        return _raised_response(message, diagnosis.message_detail)
    status = _status(sqlstate, message, anonymous=anonymous)
    headers = {"www-authenticate": "Bearer"} if status == HTTPStatus.UNAUTHORIZED else {}
    return RequestError(status, sqlstate, message, diagnosis.message_detail, diagnosis.message_hint, headers)


def _status(sqlstate: str, message: str, *, anonymous: bool) -> int:
    if sqlstate == "42501":  # insufficient privilege
        return 401 if anonymous else 403
    if sqlstate == "22023":  # invalid parameter value; a token may name a role that does not exist
        return 401 if message.startswith("role") and message.endswith("does not exist") else 400
    if sqlstate == "21000":  # cardinality violation; pg-safeupdate raises it too
        return 400 if message.endswith("requires a WHERE clause") else 500
    if sqlstate.startswith("PT"):  # RAISE SQLSTATE 'PT402' means status 402
        number = sqlstate[2:]
        return int(number) if number.isdecimal() and int(number) in _STATUSES else 500
    return _STATUS_BY_SQLSTATE.get(sqlstate) or _STATUS_BY_CLASS.get(sqlstate[:2], 400)


def _raised_response(message: str, detail: str | None) -> RequestError:
    """Return the response that RAISE SQLSTATE 'PGRST' describes as JSON in MESSAGE and DETAIL."""
    try:
        body, response = json.loads(message), json.loads(detail or "")
        code, text, details, hint = body["code"], body["message"], body.get("details"), body.get("hint")
        are_texts = isinstance(code, str) and isinstance(text, str) and isinstance(hint, str | None)
        if are_texts and isinstance(details, str | None) and response["status"] in _STATUSES:
            return RequestError(
                int(response["status"]), code, text, details, hint, sendable(response["headers"])
            )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        pass
    unreadable = "Could not parse JSON in the \"RAISE SQLSTATE 'PGRST'\" error"
    return RequestError(500, "PGRST121", unreadable, f"MESSAGE {message!r}, DETAIL {detail!r}")
