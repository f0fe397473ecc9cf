"""Checks the headers that a caller adds to every request."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

# RFC 9110, 5.6.2.
_TOKEN: Final = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
# Headers that the package (Accept, Prefer …) or httpx (Host, Connection …) sets, or that change the meaning of
# responses: a Range would silently truncate listings.
_RESERVED: Final = frozenset(
    {
        "accept",
        "accept-profile",
        "connection",
        "expect",
        "host",
        "keep-alive",
        "prefer",
        "proxy-connection",
        "range",
        "range-unit",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
    }
)
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
        if not isinstance(name, str) or not _TOKEN.fullmatch(name):
            raise ValueError("a header's name must be of letters, digits and !#$%&'*+-.^_`|~ (RFC 9110)")
        lower = name.lower()
        if lower in _RESERVED or lower.startswith(_RESERVED_PREFIXES):
            raise ValueError(f"{name} is set by the package and cannot be given")
        if lower in checked:
            raise ValueError(f"{name} is given twice: names of headers have no case")
        if not isinstance(value, str):
            raise ValueError(f"{name} must be a string")  # noqa: TRY004 - pydantic takes a ValueError
        try:
            checked[lower] = check_header_value(value)
        except ValueError as error:
            raise ValueError(f"{name} {error}") from None
    return checked
