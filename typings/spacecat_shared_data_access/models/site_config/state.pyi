"""The state of a site's or organization's configuration: plain JSON, validated when first looked at."""

from collections.abc import Iterator, Mapping
from typing import Any, Self

def validate_configuration(config: Any = ...) -> Any:
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

class ConfigState(Mapping[str, Any]):
    """What all parts of a configuration work on.

    Args:
        data: The plain configuration; an empty one where not given. Where it is not valid, it is taken
            as it is, with a warning in the log.
        copy: Whether to copy it now; data that are plain and that nobody changes can wait.
    """

    __slots__ = ("_given", "_state")

    def __init__(self, data: Any = None, *, copy: bool = True) -> None: ...
    @classmethod
    def of_stored(cls, data: Any) -> Self:
        """Make a configuration of what a row holds: the ``get`` hook."""

    def __getitem__(self, key: str) -> Any: ...
    def __iter__(self) -> Iterator[str]: ...
    def __len__(self) -> int: ...

def value_of(item: Any, key: str) -> Any:
    """Give what an item of a list has under a key; None where it is no map."""

def checked_list(name: str, value: Any) -> list[Any]:
    """Give a plain copy of a list that an updater takes.

    Raises:
        ValidationError: It is none.
    """

def checked_map(name: str, value: Any) -> dict[str, Any]:
    """Give a plain copy of a map that an updater takes.

    Raises:
        ValidationError: It is none.
    """
