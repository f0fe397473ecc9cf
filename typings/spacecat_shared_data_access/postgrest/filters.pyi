"""Filter values as PostgREST reads them.

The source of the rules: PostgREST's documentation of reserved characters, and of PostgreSQL's array
literals. Percent-encoding is left to httpx.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

T = TypeVar("T")

def filter_text(value: Any) -> str:
    """Write one value of a filter, such as the ``Done`` of ``eq.Done``.

    Args:
        value: A string, number, boolean, datetime, UUID or enum member; a map or list becomes JSON.

    Raises:
        ValidationError: The value is None, which no comparison matches, or cannot be written.
    """

def is_text(value: Any) -> str:
    """Write the value of an ``is`` filter: ``null``, ``true``, ``false``, or a word of PostgREST's."""

def list_text(values: Iterable[Any]) -> str:
    """Write the values of an ``in`` filter: ``(a,"b,c")``."""

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
