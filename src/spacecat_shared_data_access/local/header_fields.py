"""Checks the header fields that a function in the database sets."""

import re

# RFC 9110, 5.1: a field's name is a token.
_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
# The HTTP server sets these itself: they describe the body's length and the connection.
_FRAMING = frozenset({"connection", "content-length", "transfer-encoding", "upgrade"})


def sendable(fields: dict[object, object]) -> dict[str, str]:
    """Return header fields by lower-case name, without those that the HTTP server sets itself.

    Args:
        fields: Names and values, as parsed from JSON.

    Raises:
        ValueError: A name is not a token, or a value is not a single line of text.
    """
    checked: dict[str, str] = {}
    for name, value in fields.items():
        if not isinstance(name, str) or not isinstance(value, str):
            raise ValueError("a header is a name and a text")  # noqa: TRY004 - the JSON is invalid
        if not _NAME.fullmatch(name) or not value.isprintable():
            raise ValueError("a header's name is a token, and its value a line")
        if name.lower() not in _FRAMING:
            # PostgREST sends UTF-8; in a header of ASGI a latin-1 character stands for a byte.
            checked[name.lower()] = value.strip().encode().decode("latin-1")
    return checked
