# mypy: disable-error-code="overload-overlap, override"
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from typing import Any, Unpack, overload
from uuid import UUID

from spacecat_shared_data_access.models.base.core import (
    AsyncCollectionCore,
    CollectionCore,
    M,
    _AttributesT,
    _ItemT,
    _NameT,
    _ValuesT,
)
from spacecat_shared_data_access.models.base.options import (
    CursorOptions,
    FindOptions,
    ListOptions,
    ModelOptions,
    PageOptions,
)

from spacecat_shared_data_access.models.base.results import BatchResult, Page
from spacecat_shared_data_access.postgrest.where import Expression, Operators

class ReadingCollection(CollectionCore[M, _ItemT, _ValuesT, _AttributesT, _NameT]):
    @overload
    def all(
        self, sort_keys: _ValuesT | None = None, **options: Unpack[ModelOptions[_AttributesT, _NameT]]
    ) -> M | None: ...
    @overload
    def all(
        self, sort_keys: _ValuesT | None = None, **options: Unpack[CursorOptions[_AttributesT, _NameT]]
    ) -> Page[M]: ...
    @overload
    def all(
        self, sort_keys: _ValuesT | None = None, **options: Unpack[ListOptions[_AttributesT, _NameT]]
    ) -> list[M]: ...
    @overload
    def all_by_index_keys(
        self, keys: _ValuesT, **options: Unpack[ModelOptions[_AttributesT, _NameT]]
    ) -> M | None: ...
    @overload
    def all_by_index_keys(
        self, keys: _ValuesT, **options: Unpack[CursorOptions[_AttributesT, _NameT]]
    ) -> Page[M]: ...
    @overload
    def all_by_index_keys(
        self, keys: _ValuesT, **options: Unpack[ListOptions[_AttributesT, _NameT]]
    ) -> list[M]: ...
    def find_by_all(
        self, sort_keys: _ValuesT | None = None, **options: Unpack[FindOptions[_AttributesT, _NameT]]
    ) -> M | None: ...
    def find_by_index_keys(
        self, keys: _ValuesT, **options: Unpack[FindOptions[_AttributesT, _NameT]]
    ) -> M | None: ...
    def first(
        self, keys: _ValuesT | None = None, **options: Unpack[FindOptions[_AttributesT, _NameT]]
    ) -> M | None: ...
    def page(
        self,
        keys: _ValuesT | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[PageOptions[_AttributesT, _NameT]],
    ) -> Page[M]: ...
    def find_by_id(self, id_: str | UUID) -> M | None: ...
    def exists_by_id(self, id_: str | UUID) -> bool: ...
    def batch_get_by_keys(
        self, keys: Sequence[_ValuesT], *, attributes: Sequence[_NameT] | None = None
    ) -> BatchResult[M]: ...
    def count(
        self,
        keys: _ValuesT | None = None,
        *,
        where: Callable[[_AttributesT, Operators], Expression | None] | None = None,
        between: tuple[_NameT, Any, Any] | Mapping[str, Any] | None = None,
    ) -> int: ...
    def iterate(
        self,
        keys: _ValuesT | None = None,
        *,
        limit: int | None = None,
        **options: Unpack[FindOptions[_AttributesT, _NameT]],
    ) -> Iterator[M]: ...

class AsyncReadingCollection(AsyncCollectionCore[M, _ItemT, _ValuesT, _AttributesT, _NameT]):
    """The finders that every collection has.

    All take the keyword options of `Options`. Nothing found is None or an empty list, never an error.

    Raises (each of them):
        ValidationError: A key or an option is wrong; nothing was sent.
        DataAccessError: The server refused (``Failed to query``), with its code and status.
        UnavailableError: The server could not be reached or could not answer.
    """

    @overload
    async def all(
        self, sort_keys: _ValuesT | None = None, **options: Unpack[ModelOptions[_AttributesT, _NameT]]
    ) -> M | None:
        """Find all entities, or those whose attributes have these values.

        Args:
            sort_keys: Values by attribute name.
            **options: See `Options`.

        Returns:
            Models in the order of the index that fits, descending unless ``order="asc"``. With
            ``return_cursor`` a `Page`, else with ``limit=1`` one model or None. To get one model use
            `first`, to get a page use `page`: their results do not depend on the options.

        Pages after the first continue after the last row (keyset pagination): rows that are inserted or
        deleted meanwhile move nothing. See docs/PITFALLS.md.
        """

    @overload
    async def all(
        self, sort_keys: _ValuesT | None = None, **options: Unpack[CursorOptions[_AttributesT, _NameT]]
    ) -> Page[M]: ...
    @overload
    async def all(
        self, sort_keys: _ValuesT | None = None, **options: Unpack[ListOptions[_AttributesT, _NameT]]
    ) -> list[M]: ...
    @overload
    async def all_by_index_keys(
        self, keys: _ValuesT, **options: Unpack[ModelOptions[_AttributesT, _NameT]]
    ) -> M | None:
        """Find the entities whose attributes have these values. See `all`."""

    @overload
    async def all_by_index_keys(
        self, keys: _ValuesT, **options: Unpack[CursorOptions[_AttributesT, _NameT]]
    ) -> Page[M]: ...
    @overload
    async def all_by_index_keys(
        self, keys: _ValuesT, **options: Unpack[ListOptions[_AttributesT, _NameT]]
    ) -> list[M]: ...
    async def find_by_all(
        self, sort_keys: _ValuesT | None = None, **options: Unpack[FindOptions[_AttributesT, _NameT]]
    ) -> M | None:
        """Find the first of all entities in the order of `all`, or None."""

    async def find_by_index_keys(
        self, keys: _ValuesT, **options: Unpack[FindOptions[_AttributesT, _NameT]]
    ) -> M | None:
        """Find the first entity whose attributes have these values, or None."""

    async def first(
        self, keys: _ValuesT | None = None, **options: Unpack[FindOptions[_AttributesT, _NameT]]
    ) -> M | None:
        """Find the first entity in the order of `all`, or None.

        Args:
            keys: Values that attributes must have, by name; all entities where not given.
            **options: As for `all`, but those about limits and pages have no effect.
        """

    async def page(
        self,
        keys: _ValuesT | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[PageOptions[_AttributesT, _NameT]],
    ) -> Page[M]:
        """Read one page of a listing.

        Args:
            keys: Values that attributes must have, by name; all entities where not given.
            limit: How many models a page has at most, 1 or more.
            cursor: Where to go on: the `cursor` of the page before. None for the first page.
            **options: See `PageOptions`. Give the same ones for each page of a listing.

        Returns:
            The models in the order of `all`, and the cursor of the next page. An empty page is falsy.
        """

    async def find_by_id(self, id_: str | UUID) -> M | None:
        """Find an entity by its id, or None.

        Args:
            id_: A UUID, as text or as a UUID object.
        """

    async def exists_by_id(self, id_: str | UUID) -> bool:
        """Tell whether there is an entity of this id."""

    async def batch_get_by_keys(
        self, keys: Sequence[_ValuesT], *, attributes: Sequence[_NameT] | None = None
    ) -> BatchResult[M]:
        """Find entities by many keys in few requests.

        Where all keys have one and the same attribute, 50 values are asked for at a time; else, and
        where the database finds a value invalid, each key has a request of its own, and an invalid
        value counts as not there.

        Args:
            keys: Values by attribute name, one mapping for each entity.
            attributes: The attributes to read; all where not given.

        Returns:
            The entities that are there, in no order that could be relied on. A key that is given many
            times finds its entity once.
        """

    async def count(
        self,
        keys: _ValuesT | None = None,
        *,
        where: Callable[[_AttributesT, Operators], Expression | None] | None = None,
        between: tuple[_NameT, Any, Any] | Mapping[str, Any] | None = None,
    ) -> int:
        """Count entities without reading them.

        Args:
            keys: Values that attributes must have, by name; all entities where not given.
            where: Further conditions, as for `all`.
            between: A range, as for `all`.
        """

    def iterate(
        self,
        keys: _ValuesT | None = None,
        *,
        limit: int | None = None,
        **options: Unpack[FindOptions[_AttributesT, _NameT]],
    ) -> AsyncIterator[M]:
        """Go through entities one by one, reading a page at a time, in constant memory.

        The loop may save or remove what it is given, and others may insert and delete rows meanwhile: no
        row is skipped or yielded twice, unless its sort key changes. See docs/PITFALLS.md.

        Args:
            keys: Values that attributes must have, by name; all entities where not given.
            **options: As for `all`; a limit is how many to give at most. Not ``return_cursor`` and
                ``fetch_all_pages``.

        Yields:
            Models, in the order of `all`.
        """
