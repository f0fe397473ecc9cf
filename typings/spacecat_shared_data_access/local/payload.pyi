"""The body of a request: rows to write, or the arguments of a function."""

from dataclasses import dataclass

JSON: str
CSV: str
FORM: str

@dataclass(frozen=True, slots=True)
class Payload:
    """A parsed body.

    Attributes:
        text: The body as JSON.
        keys: The keys that all of its rows have.
        is_object: Whether it is one object instead of a list.
    """

    text: str
    keys: tuple[str, ...]
    is_object: bool

EMPTY: Payload

def read_payload(content: bytes, content_type: str, columns: tuple[str, ...] | None) -> Payload:
    """Parse a body.

    Args:
        content: The body as received.
        content_type: The Content-Type header; an empty string means JSON.
        columns: The keys to use if the query string names them. Rows may then have others or lack some.

    Raises:
        PostgrestError: PGRST102 if it cannot be parsed or its rows have different keys.
    """
