"""Filter values as PostgREST reads them.

The source of the rules: PostgREST's documentation of reserved characters, and of PostgreSQL's array
literals. Percent-encoding is left to httpx.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, TypeVar

T = TypeVar("T")
MOST_URL_BYTES: Final = 65536
"How long the URL of a request may be: httpx takes no longer one."

def filter_text(value: Any) -> str:
    """Write one value of a filter, such as the ``Done`` of ``eq.Done``.

    Args:
        value: A string, number, boolean, datetime, UUID or enum member; a map or list becomes JSON.
            The microseconds of a datetime are kept, since a stored timestamp may have them.

    Raises:
        ValidationError: The value is None, which no comparison matches, cannot be written, or is
            longer than a URL.
    """

def encoded_length(text: str) -> int:
    """Return how many bytes a text takes in a URL."""

def check_filter_column(column: str) -> str:
    """Check that PostgREST reads a parameter of this name as a filter, and return the name.

    Source: PostgREST's reserved query parameters (``select``, ``limit``, ``and``, …). A server would
    ignore a filter of such a name, or take it for something else.

    Args:
        column: A column, or a path such as ``metadata->>cloudId`` or ``organizations.name``.

    Raises:
        ValidationError: The name is reserved, or contains NUL.
    """

def is_text(value: Any) -> str:
    """Write the value of an ``is`` filter: ``null``, ``true``, ``false``, or a word of PostgREST's."""

def list_text(values: Iterable[Any]) -> str:
    """Write the values of an ``in`` filter: ``(a,"b,c")``."""

def is_long_list(text: str) -> bool:
    """Return whether a list as `list_text` writes it is longer than a part of `chunks_of` may be."""

def chunks_of(values: Iterable[T]) -> Iterator[list[T]]:
    """Split the values of an ``in`` filter so that no request's URL grows too long.

    Yields:
        Lists of at most 50 values and, percent-encoded, some 4,000 bytes.
    """

def any_of_text(columns: Sequence[str], keys: Iterable[Sequence[Any]]) -> str:
    """Write the value of an ``or`` filter for rows of any of some keys: ``and(a.eq.1,b.eq.2),and(…)``.

    Args:
        columns: The columns of a key.
        keys: For each key its values, in the order of the columns.
    """

def array_text(values: Iterable[Any]) -> str:
    """Write a PostgreSQL array literal: ``{a,"b c"}``."""

def contained_text(value: Any) -> str:
    """Write the value of a ``contains`` filter: JSON for a map, else an array literal."""
