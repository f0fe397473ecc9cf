"""What calls on a collection give back beyond models."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from spacecat_shared_data_access.errors import ValidationError

M = TypeVar("M")

@dataclass(frozen=True, slots=True)
class Page(Generic[M]):
    """One page of a listing: iterable, with a length, and falsy when it is empty.

    Attributes:
        data: The models, in the order of the query.
        cursor: What ``cursor=`` takes to go on behind this page; None on the last.
    """

    data: list[M]
    cursor: str | None

    def __iter__(self) -> Iterator[M]: ...
    def __len__(self) -> int: ...
    def __bool__(self) -> bool: ...

@dataclass(frozen=True, slots=True)
class ErrorItem:
    """An item that was refused before anything was sent.

    Attributes:
        item: The item, as it was given.
        error: Why.
    """

    item: Mapping[str, Any]
    error: ValidationError

@dataclass(frozen=True, slots=True)
class CreateResult(Generic[M]):
    """What became of the items of ``create_many``.

    Attributes:
        created_items: Models of the items that were stored.
        error_items: The items that were refused.
    """

    created_items: list[M]
    error_items: list[ErrorItem]

@dataclass(frozen=True, slots=True)
class BatchResult(Generic[M]):
    """What ``batch_get_by_keys`` found.

    Attributes:
        data: The models that are there.
        unprocessed: Keys that could not be asked for; always empty with PostgREST.
    """

    data: list[M]
    unprocessed: list[Mapping[str, Any]]
