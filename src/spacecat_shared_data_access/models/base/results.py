"""Results of a collection's methods other than models."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Generic, TypeVar

from spacecat_shared_data_access.errors import ValidationError

M = TypeVar("M")


class DatastoreType(StrEnum):
    """Where a collection stores its entities."""

    POSTGREST = "postgrest"
    S3 = "s3"


@dataclass(frozen=True, slots=True)
class Page(Generic[M]):
    """One page of a listing: iterable, with a length, and falsy when it is empty.

    Attributes:
        data: The models, in the order of the query.
        cursor: The ``cursor`` argument that reads the next page; None on the last page.
    """

    data: list[M]
    cursor: str | None

    def __iter__(self) -> Iterator[M]:
        return iter(self.data)

    def __len__(self) -> int:
        return len(self.data)

    def __bool__(self) -> bool:
        return bool(self.data)


@dataclass(frozen=True, slots=True)
class ErrorItem:
    """An item that was refused before anything was sent.

    Attributes:
        item: The item, as the caller passed it.
        error: Why it was refused.
    """

    item: Mapping[str, Any] = field(repr=False)
    error: ValidationError


@dataclass(frozen=True, slots=True)
class CreateResult(Generic[M]):
    """The result of ``create_many``.

    Attributes:
        created_items: Models of the items that were stored.
        error_items: The items that were refused.
    """

    created_items: list[M]
    error_items: list[ErrorItem]


@dataclass(frozen=True, slots=True)
class BatchResult(Generic[M]):
    """The result of ``batch_get_by_keys``.

    Attributes:
        data: The models of the entities that exist.
        unprocessed: Keys that could not be read; always empty with PostgREST.
    """

    data: list[M]
    unprocessed: list[Mapping[str, Any]]


def copy_of_result(found: Any) -> Any:
    """Return the result of an accessor for a caller, who may change it: a list is copied."""
    return found.copy() if isinstance(found, list) else found
