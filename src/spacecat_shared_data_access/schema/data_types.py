"""Types of stored JSON data, for pydantic models.

They accept what the original accepts: numbers and booleans may be given as text, text is never empty, and a
key may be missing although null is not a valid value. Only modules that are imported on first use may import
this one, because importing pydantic is slow.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal, InvalidOperation
from ipaddress import AddressValueError, IPv6Address
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints
from pydantic import ValidationError as PydanticError
from pydantic.alias_generators import to_camel
from pydantic_core import PydanticCustomError

from spacecat_shared_data_access.schema.validation import text_length

ABSENT: Final[Any] = None
"""The default of an optional key. Defaults are not validated: an explicit null is still invalid."""

# The original's messages by type of pydantic error.
_WORDS: Final = {
    "missing": "is required",
    "string_type": "must be a string",
    "string_too_short": "is not allowed to be empty",
    "list_type": "must be an array",
    "dict_type": "must be of type object",
    "model_type": "must be of type object",
    "extra_forbidden": "is not allowed",
}

_GREATEST_SAFE_INTEGER: Final = 2**53 - 1
_NUMBER: Final = re.compile(
    r"\s*[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?P<exponent>e[+-]?[0-9]+)?\s*", re.IGNORECASE
)
# Below this JavaScript writes numbers with an exponent, and the original then does not compare digits.
_SMALL: Final = 1e-6

# RFC 3986, except that a percent sign may stand alone.
_UNRESERVED: Final = r"\w\-.~%!$&'()*+,;="
_URI: Final = re.compile(
    rf"""
    (?P<scheme>[a-z][a-z\d+,\-.]*):
    (?P<hierarchy>
        //(?:[{_UNRESERVED}:]*@)?                            # user
        (?:\[(?P<literal>[^\]]*)\]|[{_UNRESERVED}]{{1,255}}) # host
        (?::\d*)?                                            # port
        (?:/[{_UNRESERVED}:@]*)*
      | /(?:[{_UNRESERVED}:@]+(?:/[{_UNRESERVED}:@]*)*)?
      | [{_UNRESERVED}:@]+(?:/[{_UNRESERVED}:@]*)*
      | //(?:/[{_UNRESERVED}:@]*)+                           # no host, as in file:///
    )
    (?:\?[{_UNRESERVED}:@/?]*)?
    (?:\#[{_UNRESERVED}:@/?]*)?
    """,
    re.VERBOSE | re.ASCII | re.IGNORECASE,
)
_FUTURE_ADDRESS: Final = re.compile(
    rf"v[\da-f]+\.[{_UNRESERVED.replace('%', '')}:]+", re.ASCII | re.IGNORECASE
)
_LENIENT_URL: Final = re.compile(r"https?://|/", re.IGNORECASE)

_GUID: Final = re.compile(
    r"(?P<open>[\[{(]?)[0-9a-f]{8}(?P<dash>[:-]?)(?:[0-9a-f]{4}(?P=dash)?){3}[0-9a-f]{12}(?P<close>[\]})]?)",
    re.IGNORECASE,
)
_PAIRS: Final = frozenset({("", ""), ("[", "]"), ("{", "}"), ("(", ")")})

_MOMENT: Final = re.compile(
    r"(?:\d{4}|(?!-0{6})[+-]\d{6})"
    r"(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?"
    r"(?:[T\s](?:24:00|(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?)"
    r"(?:Z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)?)?)?",
    re.ASCII,
)


class Data(BaseModel):
    """A model of stored data. Undeclared keys are ignored."""

    model_config = ConfigDict(extra="ignore", defer_build=True)


class StrictModel(Data):
    """A model that rejects undeclared keys."""

    model_config = ConfigDict(extra="forbid", alias_generator=to_camel)


class OpenModel(Data):
    """A model that keeps undeclared keys."""

    model_config = ConfigDict(extra="allow", alias_generator=to_camel)


def complaint(error: PydanticError) -> str:
    """Return the first problem of a pydantic error, in the original's wording.

    Args:
        error: The error raised by pydantic.

    Returns:
        The path to the value and the problem, such as ``"issues[0].type" must be a string``. The root's
        path is ``"value"``.
    """
    return complaints(error, whole='"value" ')[0]


def complaints(error: PydanticError, *, whole: str = "") -> list[str]:
    """Return all problems of a pydantic error, in the original's wording: see `complaint`.

    Args:
        error: The error raised by pydantic.
        whole: The text to use as the root's path.
    """
    return [
        f"{_place_of(each['loc']) or whole}{_WORDS.get(each['type'], each['msg'])}"
        for each in error.errors(include_url=False, include_context=False, include_input=False)
    ]


def refused(what: str) -> PydanticCustomError:
    """Create the error that a validator raises for an invalid value, such as ``must be a number``."""
    return PydanticCustomError("refused", "{what}", {"what": what})


def check_that(accepts: Callable[[Any], object], complaint: str) -> AfterValidator:
    """Return a validator that refuses the values that a function does not accept."""

    def check(value: Any) -> Any:
        if not accepts(value):
            raise refused(complaint)
        return value

    return AfterValidator(check)


def one_of(values: Iterable[str]) -> AfterValidator:
    """Return a validator of values that are one of these."""
    allowed = tuple(str(value) for value in values)
    return check_that(
        lambda value: isinstance(value, str) and value in allowed, f"must be one of [{', '.join(allowed)}]"
    )


def at_most(length: int) -> AfterValidator:
    """Return a validator of text with a maximum length in UTF-16 code units, as JavaScript counts."""
    complaint = f"length must be less than or equal to {length} characters long"
    return check_that(lambda text: text_length(text) <= length, complaint)


def at_least(limit: int) -> AfterValidator:
    """Return a validator of numbers that are not less than a limit."""
    return check_that(lambda number: number >= limit, f"must be greater than or equal to {limit}")


def _is_uri(text: str) -> bool:
    match = _URI.fullmatch(text)
    return match is not None and _is_address(match["literal"]) and _names_host(match)


def _is_address(literal: str | None) -> bool:
    if literal is None or _FUTURE_ADDRESS.fullmatch(literal):
        return True
    try:
        return IPv6Address(literal).scope_id is None
    except AddressValueError:
        return False


def _names_host(match: re.Match[str]) -> bool:
    hierarchy = match["hierarchy"]
    return match["scheme"] not in {"http", "https"} or (
        hierarchy.startswith("//") and not hierarchy.startswith("///")
    )


def _is_guid(text: str) -> bool:
    match = _GUID.fullmatch(text)
    return match is not None and (match["open"], match["close"]) in _PAIRS


def _as_number(value: Any) -> int | float:
    number = _number_in(value) if isinstance(value, str) else value
    if not isinstance(number, int | float) or isinstance(number, bool) or number != number:  # noqa: PLR0124 - NaN
        raise refused("must be a number")
    if number in {float("inf"), float("-inf")}:
        raise refused("cannot be infinity")
    if abs(number) > _GREATEST_SAFE_INTEGER:
        raise refused("must be a safe number")
    return number


def _number_in(text: str) -> float | None:
    match = _NUMBER.fullmatch(text)
    if match is None:
        return None
    number = float(text)
    is_small = match["exponent"] is None and 0 < abs(number) < _SMALL
    if not is_small and not _keeps_digits(number, text.strip()):
        raise refused("must be a safe number")
    return number


def _keeps_digits(number: float, text: str) -> bool:
    try:
        return Decimal(text) == Decimal(repr(number))
    except InvalidOperation:  # the exponent is too large
        return False


def _as_boolean(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    spelt = value.strip().lower() if isinstance(value, str) else None
    if spelt not in {"true", "false"}:
        raise refused("must be a boolean")
    return spelt == "true"


def _place_of(location: tuple[int | str, ...]) -> str:
    path = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in location)
    return f'"{path.removeprefix(".")}" ' if path else ""


Text = Annotated[str, StringConstraints(strict=True, min_length=1)]
"""Non-empty text."""

TextOrEmpty = Annotated[str, StringConstraints(strict=True)]
"""Any text."""

Uri = Annotated[Text, check_that(_is_uri, "must be a valid uri")]
"""An absolute URI (RFC 3986), of any scheme."""

UriOrEmpty = Annotated[
    TextOrEmpty, check_that(lambda text: text == "" or _is_uri(text), "must be a valid uri")
]
"""An absolute URI, or empty text."""

LenientUrl = Annotated[Text, check_that(_LENIENT_URL.match, "must start with http://, https://, or /")]
"""Text that starts like an http or https URL or a path, for links as found on pages."""

Guid = Annotated[Text, check_that(_is_guid, "must be a valid GUID")]
"""A UUID of any version, separated by hyphens, colons or nothing, optionally in brackets."""

Moment = Annotated[Text, check_that(_MOMENT.fullmatch, "must be in iso format")]
"""An ISO 8601 date or date-time, as JavaScript's Date parses it."""

Number = Annotated[float, BeforeValidator(_as_number)]
"""A finite number whose digits a double preserves, or text that contains one."""

Boolean = Annotated[bool, BeforeValidator(_as_boolean)]
"""A boolean, or the text ``true`` or ``false``."""
