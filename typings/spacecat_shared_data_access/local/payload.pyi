"""The body of a request: rows to write, or a function's arguments."""

from dataclasses import dataclass

JSON: str
CSV: str
FORM: str

@dataclass(frozen=True, slots=True)
class Payload:
    """A body.

    Attributes:
        text: It, as JSON.
        keys: The keys that all of its rows have.
        is_object: Whether it is one object, not a list.
    """

    text: str
    keys: tuple[str, ...]
    is_object: bool

EMPTY: Payload

def read_payload(content: bytes, content_type: str, columns: tuple[str, ...] | None) -> Payload:
    """Read a body.

    Args:
        content: It, as it came.
        content_type: The header; empty means JSON.
        columns: The keys to use, where the query string says so; rows may then have others, or lack some.

    Raises:
        PostgrestError: PGRST102 where it cannot be read or its rows have unlike keys.
    """
