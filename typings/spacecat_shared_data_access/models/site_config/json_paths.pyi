"""Access to the values of a JSON document by path."""

from typing import Any

def value_at(data: Any, *path: str) -> Any:
    """Return the value at a path, or None if there is none."""

def map_at(data: dict[str, Any], *path: str) -> dict[str, Any]:
    """Return the map at a path, and create it if it is missing.

    Raises:
        ValidationError: There is another value at the path or above it.
    """

def list_at(data: dict[str, Any], *path: str) -> list[Any]:
    """Return the list at a path, and create it if it is missing.

    Raises:
        ValidationError: There is another value at the path or above it.
    """
