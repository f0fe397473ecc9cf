"""Checks the headers that a caller adds to requests."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Mapping
from typing import Final

import httpx

from spacecat_shared_data_access.errors import ValidationError

# RFC 9110, 5.6.2.
_TOKEN: Final = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
# Headers that httpx sets.
_OF_THE_CONNECTION: Final = frozenset(
    {
        "connection",
        "content-length",
        "expect",
        "host",
        "keep-alive",
        "proxy-connection",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
    }
)
# Headers that the package sets, or that change the meaning of responses: a Range would silently truncate listings.
# Direct queries may have them.
_RESERVED: Final = frozenset({"accept", "accept-profile", "prefer", "range", "range-unit"})
# Headers of the body (Content-Type, Content-Profile …) and of conditional requests.
_RESERVED_PREFIXES: Final = ("content-", "if-")


def check_header_value(value: str) -> str:
    """Return a header's value without surrounding whitespace.

    Raises:
        ValueError: The value is not valid (RFC 9110, 5.5). The message does not quote it: it may be a key.
    """
    value = value.strip()
    if not value.isascii() or not value.isprintable():
        raise ValueError("must be printable ASCII")
    return value


def check_headers(headers: Mapping[object, object]) -> dict[str, str]:
    """Return headers with lower-case names.

    Args:
        headers: Values by name.

    Raises:
        ValueError: A name is invalid, reserved, or given twice in different cases, or a value is invalid.
            The message does not quote values.
    """
    checked: dict[str, str] = {}
    for name, value in headers.items():
        lower = _checked_name(name)
        if lower in _RESERVED or lower.startswith(_RESERVED_PREFIXES):
            raise _reserved(name)
        if lower in checked:
            raise ValueError(f"{name} is given twice: names of headers have no case")
        if not isinstance(value, str):
            raise ValueError(f"{name} must be a string")  # noqa: TRY004 - pydantic takes a ValueError
        try:
            checked[lower] = check_header_value(value)
        except ValueError as error:
            raise ValueError(f"{name} {error}") from None
    return checked


def check_sent_text(name: str, value: str) -> None:
    """Check a text that is sent in a header as it is.

    Args:
        name: What it is, for the message.
        value: The text.

    Raises:
        ValidationError: It is not valid. The message does not quote it: it may be a key.
    """
    with contextlib.suppress(ValueError):
        if check_header_value(value) == value:
            return
    raise ValidationError(f"{name} must be printable ASCII without surrounding whitespace")


def check_sent_headers(headers: httpx.Headers) -> None:
    """Check the headers of a direct query, which may include those of PostgREST.

    Raises:
        ValidationError: A name or a value is invalid, or a header belongs to the connection.
    """
    for name, value in headers.raw:  # in any case, and not decoded
        text = name.decode("latin-1")
        try:
            _checked_name(text)
        except ValueError as error:
            raise ValidationError(str(error)) from None
        check_sent_text(text, value.decode("latin-1"))


def _checked_name(name: object) -> str:
    """Return a header's name in lower case."""
    if not isinstance(name, str) or not _TOKEN.fullmatch(name):
        raise ValueError("a header's name must be of letters, digits and !#$%&'*+-.^_`|~ (RFC 9110)")
    if name.lower() in _OF_THE_CONNECTION:
        raise _reserved(name)
    return name.lower()


def _reserved(name: object) -> ValueError:
    return ValueError(f"{name} is set by the package and cannot be given")
