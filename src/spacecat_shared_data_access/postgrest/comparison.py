"""Compares stored rows with sent values, allowing for how the database formats them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal, InvalidOperation
from typing import Any, Final
from uuid import UUID

import orjson

from spacecat_shared_data_access.postgrest.rows import Row
from spacecat_shared_data_access.schema.values import from_timestamp

# PostgreSQL rounds to microseconds.
_TIME_TOLERANCE: Final = timedelta(milliseconds=1)
_DATE_LENGTH: Final = len("2026-07-02")
# A `real` has seven significant digits.
_RELATIVE_TOLERANCE: Final = 1e-6


def row_matches(stored: Row, sent: Mapping[str, Any], *, ignore: frozenset[str] = frozenset()) -> bool:
    """Return whether a stored row has the values that were sent.

    Columns that were not sent, or sent as null, are not compared: the database may fill them in.

    Args:
        stored: The row as it was read.
        sent: The values by column.
        ignore: Columns that are not compared.
    """
    return all(
        column in stored and _same(value, stored[column])
        for column, value in sent.items()
        if value is not None and column not in ignore
    )


def _same(sent: Any, stored: Any) -> bool:
    match sent, stored:
        case (bool(), _) | (_, bool()):
            same = sent is stored or _to_text(sent) == _to_text(stored)
        case str(), str():
            same = sent == stored or _same_time(sent, stored) or _same_uuid(sent, stored)
        case dict(), dict():
            same = sent.keys() == stored.keys() and all(_same(sent[key], stored[key]) for key in sent)
        case list(), list():
            same = len(sent) == len(stored) and all(map(_same, sent, stored))
        case (int() | float() | str(), int() | float() | str()):
            same = _same_number(sent, stored)
        case (dict() | list(), str()):  # JSON in a text column
            same = _same(sent, _parsed(stored))
        case _:
            same = sent == stored
    return bool(same)


def _same_number(sent: float | str, stored: float | str) -> bool:
    # One of them may be text: a number in a text column, or the reverse.
    try:
        numbers = Decimal(str(sent)), Decimal(str(stored))
    except InvalidOperation:
        return False
    if isinstance(sent, float) or isinstance(stored, float):
        return math.isclose(*numbers, rel_tol=_RELATIVE_TOLERANCE)
    return numbers[0] == numbers[1]


def _same_time(sent: str, stored: str) -> bool:
    # A column may store the date only, or the time without its zone.
    if _DATE_LENGTH in {len(sent), len(stored)}:
        sent, stored = sent[:_DATE_LENGTH], stored[:_DATE_LENGTH]
        return sent == stored and from_timestamp(f"{sent}T00:00Z") is not None
    moment = from_timestamp(sent)
    other = from_timestamp(stored) or from_timestamp(f"{stored}Z")
    return moment is not None and other is not None and abs(moment - other) < _TIME_TOLERANCE


def _same_uuid(sent: str, stored: str) -> bool:
    try:
        return UUID(sent) == UUID(stored)
    except ValueError:
        return False


def _to_text(value: Any) -> str:
    return value if isinstance(value, str) else orjson.dumps(value).decode()


def _parsed(text: str) -> Any:
    try:
        return orjson.loads(text)
    except ValueError:
        return None
