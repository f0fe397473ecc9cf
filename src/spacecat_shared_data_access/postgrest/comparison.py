"""Comparison: whether a stored row is what was sent, although the database writes values its own way."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal, InvalidOperation
from typing import Any, Final
from uuid import UUID

import orjson

from spacecat_shared_data_access.postgrest.records import Row
from spacecat_shared_data_access.schema.values import from_timestamp

# PostgreSQL keeps microseconds, and rounds what is finer.
_MOMENT: Final = timedelta(milliseconds=1)
_DATE_LENGTH: Final = len("2026-07-02")
# A `real` keeps seven digits.
_PRECISION: Final = 1e-6


def row_matches(stored: Row, sent: Mapping[str, Any], *, but: frozenset[str] = frozenset()) -> bool:
    """Tell whether a stored row holds what was sent.

    What was not sent, or was sent as null, is the database's to fill in and is not compared.

    Args:
        stored: The row as it was read.
        sent: Values by column.
        but: Columns that are not compared either.
    """
    return all(
        column in stored and _same(value, stored[column])
        for column, value in sent.items()
        if value is not None and column not in but
    )


def _same(sent: Any, stored: Any) -> bool:
    match sent, stored:
        case (bool(), _) | (_, bool()):
            same = sent is stored or _written(sent) == _written(stored)
        case str(), str():
            same = sent == stored or _same_moment(sent, stored) or _same_uuid(sent, stored)
        case dict(), dict():
            same = sent.keys() == stored.keys() and all(_same(sent[key], stored[key]) for key in sent)
        case list(), list():
            same = len(sent) == len(stored) and all(map(_same, sent, stored))
        case (int() | float() | str(), int() | float() | str()):
            same = _same_number(sent, stored)
        case (dict() | list(), str()):  # JSON in a column of text
            same = _same(sent, _parsed(stored))
        case _:
            same = sent == stored
    return bool(same)


def _same_number(sent: float | str, stored: float | str) -> bool:
    # A number in a column of text comes back as text, and the other way round.
    try:
        numbers = Decimal(str(sent)), Decimal(str(stored))
    except InvalidOperation:
        return False
    if isinstance(sent, float) or isinstance(stored, float):
        return math.isclose(*numbers, rel_tol=_PRECISION)
    return numbers[0] == numbers[1]


def _same_moment(sent: str, stored: str) -> bool:
    # A column may keep a date only, or a time without its zone.
    if _DATE_LENGTH in {len(sent), len(stored)}:
        sent, stored = sent[:_DATE_LENGTH], stored[:_DATE_LENGTH]
        return sent == stored and from_timestamp(f"{sent}T00:00Z") is not None
    moment = from_timestamp(sent)
    other = from_timestamp(stored) or from_timestamp(f"{stored}Z")
    return moment is not None and other is not None and abs(moment - other) < _MOMENT


def _same_uuid(sent: str, stored: str) -> bool:
    try:
        return UUID(sent) == UUID(stored)
    except ValueError:
        return False


def _written(value: Any) -> str:
    return value if isinstance(value, str) else orjson.dumps(value).decode()


def _parsed(text: str) -> Any:
    try:
        return orjson.loads(text)
    except ValueError:
        return None
