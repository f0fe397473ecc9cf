"""Access to the values of a JSON document by path."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.schema.validation import is_falsy
from spacecat_shared_data_access.schema.values import to_jsonable


def value_at(data: Any, *path: str) -> Any:
    """Return the value at a path, or None if there is none."""
    for key in map(to_jsonable, path):
        if not isinstance(data, Mapping) or not isinstance(key, str):
            return None
        data = data.get(key)
    return data


def map_at(data: dict[str, Any], *path: str) -> dict[str, Any]:
    """Return the map at a path, and create it if it is missing.

    Raises:
        ValidationError: A key is not a string, or there is another value at the path or above it.
    """
    for key in path:
        data = _get_or_create(data, to_jsonable(key), {})
        if not isinstance(data, dict):
            raise ValidationError(f'"{".".join(map(str, path))}" must be of type object')
    return data


def list_at(data: dict[str, Any], *path: str) -> list[Any]:
    """Return the list at a path, and create it if it is missing.

    Raises:
        ValidationError: There is another value at the path or above it.
    """
    value = _get_or_create(map_at(data, *path[:-1]), path[-1], [])
    if not isinstance(value, list):
        raise ValidationError(f'"{".".join(map(str, path))}" must be an array')
    return value


def _get_or_create(data: dict[str, Any], key: str, new: Any) -> Any:
    if not isinstance(key, str):
        raise ValidationError("a key of a configuration must be a string")
    if is_falsy(data.get(key)):
        data[key] = new
    return data[key]
