"""The state of a site's or organization's configuration: plain JSON, validated when first looked at."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from typing import Any, Final, Self

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.schema.attribute import MISSING
from spacecat_shared_data_access.schema.validation import is_falsy
from spacecat_shared_data_access.schema.values import plain

_log: Final = logging.getLogger("spacecat_shared_data_access")


def validate_configuration(config: Any = MISSING) -> Any:
    """Check a configuration.

    Args:
        config: What is to become a site's or an organization's configuration.

    Returns:
        A new configuration, sanitized: numbers, booleans and dates that came as other text are what
        they say, defaults are filled in, and what is not kept is left out. None where nothing was given.

    Raises:
        ValidationError: ``Configuration validation error: …``, with the path to the first value that is
            wrong.
    """
    if config is MISSING:
        return None
    # Building pydantic's models takes longer than reading a hundred sites: only when one is looked into.
    from spacecat_shared_data_access.models.site_config.validation import (  # noqa: PLC0415 - see above
        check_configuration,
    )

    return check_configuration(plain(config))


class ConfigState(Mapping[str, Any]):
    """What all parts of a configuration work on.

    Args:
        data: The plain configuration; an empty one where not given. Where it is not valid, it is taken
            as it is, with a warning in the log.
        copy: Whether to copy it now; data that are plain and that nobody changes can wait.
    """

    __slots__ = ("_given", "_state")

    def __init__(self, data: Any = None, *, copy: bool = True) -> None:
        given = {} if data is None else data
        self._given: Any = plain(given) if copy else given
        self._state: dict[str, Any] | None = None

    @classmethod
    def of_stored(cls, data: Any) -> Self:
        """Make a configuration of what a row holds: the ``get`` hook."""
        return cls(data, copy=False)

    @property
    def _data(self) -> dict[str, Any]:
        if self._state is None:
            self._state = _sanitized(self._given)
            self._given = None
        return self._state

    def __getitem__(self, key: str) -> Any:
        return self._data[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._data)

    def __len__(self) -> int:
        return len(self._data)

    def __repr__(self) -> str:
        # Only what there is: an API key may be among the values.
        return f"<{type(self).__name__} of {', '.join(self) or 'nothing'}>"

    def _at(self, *path: str) -> Any:
        # The value at a path; None where it leads nowhere.
        value: Any = self._data
        for key in path:
            if not isinstance(value, Mapping):
                return None
            value = value.get(plain(key))
        return value

    def _part(self, *path: str) -> dict[str, Any]:
        # The map at a path, which is made where it is missing.
        value = self._data
        for key in path:
            value = _made(value, plain(key), {})
            if not isinstance(value, dict):
                raise ValidationError(f'"{".".join(path)}" must be of type object')
        return value

    def _list(self, *path: str) -> list[Any]:
        # The list at a path, which is made where it is missing.
        value = _made(self._part(*path[:-1]), path[-1], [])
        if not isinstance(value, list):
            raise ValidationError(f'"{".".join(path)}" must be an array')
        return value


def value_of(item: Any, key: str) -> Any:
    """Give what an item of a list has under a key; None where it is no map."""
    return item.get(key) if isinstance(item, Mapping) else None


def checked_list(name: str, value: Any) -> list[Any]:
    """Give a plain copy of a list that an updater takes.

    Raises:
        ValidationError: It is none.
    """
    value = plain(value)
    if not isinstance(value, list):
        raise ValidationError(f"{name} must be an array")
    return value


def checked_map(name: str, value: Any) -> dict[str, Any]:
    """Give a plain copy of a map that an updater takes.

    Raises:
        ValidationError: It is none.
    """
    value = plain(value)
    if not isinstance(value, dict):
        raise ValidationError(f"{name} must be of type object")
    return value


def _made(holder: dict[str, Any], key: str, empty: Any) -> Any:
    if is_falsy(holder.get(key)):
        holder[key] = empty
    return holder[key]


def _sanitized(data: Any) -> dict[str, Any]:
    try:
        state: dict[str, Any] = validate_configuration(data)
    except ValidationError as error:
        _log.warning(
            "Site configuration validation failed, using provided data", extra={"error": error.message}
        )
        return _spread(plain(data))
    return state


def _spread(data: Any) -> dict[str, Any]:
    # As the original's `{ ...data }`: what is no map gives its items by their places, or nothing.
    if isinstance(data, dict):
        return data
    return {str(place): item for place, item in enumerate(data)} if isinstance(data, str | list) else {}
