"""What the shapes of a configuration are made of, besides the types of all stored JSON data."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BeforeValidator, ConfigDict
from pydantic.alias_generators import to_camel

from spacecat_shared_data_access.schema.data_types import Data, Moment, Number, Text, at_most, refused
from spacecat_shared_data_access.schema.validation import text_length
from spacecat_shared_data_access.schema.values import to_timestamp

_MOMENT: Final = re.compile(
    r"(?P<year>\d{4}|[+-]\d{6})(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?"
    r"(?:.(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.(?P<decimals>\d+))?)?)?"
    r"(?:Z|(?P<sign>[+-])(?P<zone_hours>\d\d):?(?P<zone_minutes>\d\d)?)?"
)


class Part(Data):
    """A part of a configuration: keys that it does not declare are refused."""

    model_config = ConfigDict(extra="forbid", alias_generator=to_camel)


class Open(Data):
    """A part of a configuration that keeps keys which it does not declare."""

    model_config = ConfigDict(extra="allow", alias_generator=to_camel)


class Stripped(Data):
    """A part of a configuration that leaves out keys which it does not declare."""

    model_config = ConfigDict(extra="ignore", alias_generator=to_camel)


def at_least(limit: int) -> AfterValidator:
    """Make the validator of a number that is not less than a limit."""

    def check(value: float) -> float:
        if value < limit:
            raise refused(f"must be greater than or equal to {limit}")
        return value

    return AfterValidator(check)


def not_above(limit: int) -> AfterValidator:
    """Make the validator of a number that is not greater than a limit."""

    def check(value: float) -> float:
        if value > limit:
            raise refused(f"must be less than or equal to {limit}")
        return value

    return AfterValidator(check)


def at_most_items(count: int) -> AfterValidator:
    """Make the validator of a list of at most so many items."""

    def check(value: list[Any]) -> list[Any]:
        if len(value) > count:
            raise refused(f"must contain less than or equal to {count} items")
        return value

    return AfterValidator(check)


def matching(pattern: str) -> AfterValidator:
    """Make the validator of a text that matches a pattern as a whole."""
    compiled = re.compile(pattern)

    def check(value: str) -> str:
        if compiled.fullmatch(value) is None:
            raise refused(f"fails to match the required pattern: {pattern}")
        return value

    return AfterValidator(check)


def _lowered(value: Any) -> Any:
    return value.lower() if isinstance(value, str) else value


def _without_fraction(value: float) -> float:
    # What says a whole number stays one: JSON of the original has no 3.0.
    return int(value) if value.is_integer() else value


def _check_whole(value: float) -> float:
    if value != int(value):
        raise refused("must be an integer")
    return value


def _check_country(value: str) -> str:
    if text_length(value) != 2:  # noqa: PLR2004 - ISO 3166-1 alpha-2
        raise refused("length must be 2 characters long")
    return value


def _as_timestamp(value: str) -> str:
    match = _MOMENT.fullmatch(value)
    if match is None:  # pragma: no cover - `Moment` lets nothing else pass
        return value
    parts = match.groupdict(default="0")
    sign = -1 if parts["sign"] == "+" else 1
    try:
        moment = (
            datetime(int(parts["year"]), max(int(parts["month"]), 1), 1, tzinfo=UTC)
            + timedelta(
                days=max(int(parts["day"]), 1) - 1,  # as JavaScript, which takes February 30 for March 2
                hours=int(parts["hour"]) + sign * int(parts["zone_hours"]),
                minutes=int(parts["minute"]) + sign * int(parts["zone_minutes"]),
                seconds=int(parts["second"]),
                milliseconds=int(parts["decimals"][:3].ljust(3, "0")),
            )
        )
    except (ValueError, OverflowError):  # a year that Python's calendar does not have
        return value
    return to_timestamp(moment)


Amount = Annotated[Number, AfterValidator(_without_fraction)]
"""A number, or text that says one."""

Whole = Annotated[Amount, AfterValidator(_check_whole)]
"""A number without a fraction."""

Count = Annotated[Whole, at_least(0)]
"""A number of things."""

Country = Annotated[Text, AfterValidator(_check_country)]
"""The code of a country, two letters."""

Timestamp = Annotated[Moment, AfterValidator(_as_timestamp)]
"""A date or date-time of ISO 8601, brought to the one form of timestamps."""

LowerCased = BeforeValidator(_lowered)
"""Makes text lower-case before it is checked."""

HeaderName = Annotated[Text, matching(r"[A-Za-z0-9!#$%&'*+\-.^_`|~]+"), at_most(64)]
"""The name of an HTTP header (RFC 7230, 3.2.6)."""

HeaderValue = Annotated[Text, matching(r"[\t\x20-\x7E]+"), at_most(1024)]
"""The value of an HTTP header in plain ASCII: with a line break in it, it would begin another header."""
