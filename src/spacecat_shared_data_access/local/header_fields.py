"""Header fields that a function of the database sets: what of them can be sent."""

import re

# RFC 9110, 5.1: a field's name is a token.
_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
# They say how long the body is and what becomes of the connection, which is the HTTP server's to know.
_FRAMING = frozenset({"connection", "content-length", "transfer-encoding", "upgrade"})


def sendable(fields: dict[object, object]) -> dict[str, str]:
    """Give the fields as they can be sent, by lower-case name; those of the HTTP server are left out.

    Args:
        fields: What JSON said.

    Raises:
        ValueError: A name is no token, or a value no text of one line.
    """
    checked: dict[str, str] = {}
    for name, value in fields.items():
        if not isinstance(name, str) or not isinstance(value, str):
            raise ValueError("a header is a name and a text")  # noqa: TRY004 - it is the JSON that is wrong
        if not _NAME.fullmatch(name) or not value.isprintable():
            raise ValueError("a header's name is a token, and its value a line")
        if name.lower() not in _FRAMING:
            # As PostgREST, which sends UTF-8; here a character stands for a byte.
            checked[name.lower()] = value.strip().encode().decode("latin-1")
    return checked
