# mypy: disable-error-code="overload-overlap, override, misc"
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar, Generic, Literal, Self, TypeAlias, TypedDict, Unpack, overload, type_check_only
from uuid import UUID

from spacecat_shared_data_access.models.base import AsyncBaseCollection, AsyncBaseModel, BaseCollection, BaseModel
from spacecat_shared_data_access.models.base.collection import _Docs, _Iter, _List, _New, _Number, _One, _Page
from spacecat_shared_data_access.models.base.model import EntityAttributes, ReadOnly, Writable
from spacecat_shared_data_access.models.base.queries import (
    CursorOptions,
    FindOptions,
    ListOptions,
    ModelOptions,
    PageOptions,
)
from spacecat_shared_data_access.models.base.results import Page
from spacecat_shared_data_access.models.import_job import AsyncImportJob, ImportJob, _ImportJobInclude
from spacecat_shared_data_access.models.jobs import JobUrlStatus
from spacecat_shared_data_access.postgrest.where import Expression, Operators
from spacecat_shared_data_access.schema.schema import Schema

# fmt: off
_ImportUrlName: TypeAlias = Literal[
    "import_url_id", "created_at", "updated_at", "updated_by", "record_expires_at", "import_job_id",
    "file", "path", "reason", "status", "url"
]
_ImportUrlInclude: TypeAlias = Literal["import_job", "import_job.import_urls"]
_ImportUrlItems: TypeAlias = ImportUrlItem | ImportUrlJsonItem
_ImportUrlKeys: TypeAlias = ImportUrlValues | ImportUrlJsonValues
_ImportUrlFind: TypeAlias = FindOptions[ImportUrlAttributes, _ImportUrlName, _ImportUrlInclude]
_ImportUrlModel: TypeAlias = ModelOptions[ImportUrlAttributes, _ImportUrlName, _ImportUrlInclude]
_ImportUrlCursor: TypeAlias = CursorOptions[ImportUrlAttributes, _ImportUrlName, _ImportUrlInclude]
_ImportUrlList: TypeAlias = ListOptions[ImportUrlAttributes, _ImportUrlName, _ImportUrlInclude]
# fmt: on

@type_check_only
class _ImportUrlOptional(TypedDict, total=False):
    import_url_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    record_expires_at: float
    file: str | None
    path: str | None
    reason: str | None

@type_check_only
class ImportUrlItem(_ImportUrlOptional):
    """An item of `create`, by Python name."""

    import_job_id: str | UUID
    status: JobUrlStatus | str
    url: str

@type_check_only
class ImportUrlValues(_ImportUrlOptional, total=False):
    """Values of some attributes, by Python name."""

    import_job_id: str | UUID
    status: JobUrlStatus | str
    url: str

@type_check_only
class _ImportUrlJsonOptional(TypedDict, total=False):
    importUrlId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    recordExpiresAt: float
    file: str | None
    path: str | None
    reason: str | None

@type_check_only
class ImportUrlJsonItem(_ImportUrlJsonOptional):
    """An item of `create`, by JSON name."""

    importJobId: str | UUID
    status: JobUrlStatus | str
    url: str

@type_check_only
class ImportUrlJsonValues(_ImportUrlJsonOptional, total=False):
    """Values of some attributes, by JSON name."""

    importJobId: str | UUID
    status: JobUrlStatus | str
    url: str

class _ImportUrlProperties:
    import_url_id: ReadOnly[str]
    created_at: ReadOnly[str]
    updated_at: ReadOnly[str]
    updated_by: Writable[str | None, str | None]
    record_expires_at: ReadOnly[float | None]
    import_job_id: Writable[str, str | UUID]
    file: Writable[str | None, str | None]
    path: Writable[str | None, str | None]
    reason: Writable[str | None, str | None]
    status: Writable[JobUrlStatus | str, JobUrlStatus | str]
    url: Writable[str, str]

@type_check_only
class ImportUrlAttributes(_ImportUrlProperties, EntityAttributes):
    """The ``attrs`` of a ``where`` callback."""

class _ImportUrlFindBy(
    FindOptions[ImportUrlAttributes, _ImportUrlName, _ImportUrlInclude], ImportUrlValues, total=False
): ...
class _ImportUrlModelBy(
    ModelOptions[ImportUrlAttributes, _ImportUrlName, _ImportUrlInclude], ImportUrlValues, total=False
): ...
class _ImportUrlCursorBy(
    CursorOptions[ImportUrlAttributes, _ImportUrlName, _ImportUrlInclude], ImportUrlValues, total=False
): ...
class _ImportUrlListBy(
    ListOptions[ImportUrlAttributes, _ImportUrlName, _ImportUrlInclude], ImportUrlValues, total=False
): ...
class _ImportUrlPageBy(
    PageOptions[ImportUrlAttributes, _ImportUrlName, _ImportUrlInclude], ImportUrlValues, total=False
): ...

class _ImportUrlUpdates(TypedDict, total=False):
    updated_by: str | None
    import_job_id: str | UUID
    file: str | None
    path: str | None
    reason: str | None
    status: JobUrlStatus | str
    url: str

class _ImportUrlFields(_ImportUrlProperties):
    def get_import_url_id(self) -> str:
        """Return import_url_id."""

    def get_created_at(self) -> str:
        """Return created_at."""

    def get_updated_at(self) -> str:
        """Return updated_at."""

    def get_updated_by(self) -> str | None:
        """Return updated_by, or None."""

    def set_updated_by(self, value: str | None) -> Self: ...
    def get_import_job_id(self) -> str:
        """Return import_job_id."""

    def set_import_job_id(self, value: str | UUID) -> Self: ...
    def get_file(self) -> str | None:
        """Return file, or None."""

    def set_file(self, value: str | None) -> Self: ...
    def get_path(self) -> str | None:
        """Return path, or None."""

    def set_path(self, value: str | None) -> Self: ...
    def get_reason(self) -> str | None:
        """Return reason, or None."""

    def set_reason(self, value: str | None) -> Self: ...
    def get_status(self) -> JobUrlStatus | str:
        """Return status."""

    def set_status(self, value: JobUrlStatus | str) -> Self: ...
    def get_url(self) -> str:
        """Return url."""

    def set_url(self, value: str) -> Self: ...

class ImportUrl(_ImportUrlFields, BaseModel):
    ENTITY_NAME: ClassVar[str]
    IMPORT_URL_EXPIRES_IN_DAYS: ClassVar[int]

    def update(self, **values: Unpack[_ImportUrlUpdates]) -> Self: ...
    def get_import_job(self, *, include: Sequence[_ImportJobInclude] = ()) -> ImportJob | None:
        """Return the ImportJob that this entity belongs to, or None."""

class AsyncImportUrl(_ImportUrlFields, AsyncBaseModel):
    """One page of an import job and the result of its import.

    ``file`` and ``path`` are the location of the result; ``reason`` explains a failure.
    """

    ENTITY_NAME: ClassVar[str]
    IMPORT_URL_EXPIRES_IN_DAYS: ClassVar[int]

    async def update(self, **values: Unpack[_ImportUrlUpdates]) -> Self: ...
    async def get_import_job(self, *, include: Sequence[_ImportJobInclude] = ()) -> AsyncImportJob | None:
        """Return the ImportJob that this entity belongs to, or None."""

class _ImportUrlFinders(_Docs, Generic[_One, _Page, _List, _New, _Number, _Iter]):
    @overload
    def all(self, sort_keys: _ImportUrlKeys | None = None, **options: Unpack[_ImportUrlModelBy]) -> _One: ...
    @overload
    def all(self, sort_keys: _ImportUrlKeys | None = None, **options: Unpack[_ImportUrlCursorBy]) -> _Page: ...
    @overload
    def all(self, sort_keys: _ImportUrlKeys | None = None, **options: Unpack[_ImportUrlListBy]) -> _List: ...
    def first(self, keys: _ImportUrlKeys | None = None, **options: Unpack[_ImportUrlFindBy]) -> _One: ...
    def page(
        self,
        keys: _ImportUrlKeys | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[_ImportUrlPageBy],
    ) -> _Page: ...
    def count(
        self,
        keys: _ImportUrlKeys | None = None,
        *,
        where: Callable[[ImportUrlAttributes, Operators], Expression | None] | None = None,
        between: tuple[_ImportUrlName, Any, Any] | Mapping[str, Any] | None = None,
        **values: Unpack[ImportUrlValues],
    ) -> _Number: ...
    def iterate(
        self, keys: _ImportUrlKeys | None = None, *, limit: int | None = None, **options: Unpack[_ImportUrlFindBy]
    ) -> _Iter: ...
    def create(
        self,
        item: _ImportUrlItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _ImportUrlName | Sequence[_ImportUrlName] | None = None,
        **values: Unpack[ImportUrlValues],
    ) -> _New: ...
    @overload
    def all_by_import_job_id(self, import_job_id: str | UUID, **options: Unpack[_ImportUrlModel]) -> _One:
        """Find all entities by import_job_id. Takes the options of `all`."""

    @overload
    def all_by_import_job_id(self, import_job_id: str | UUID, **options: Unpack[_ImportUrlCursor]) -> _Page: ...
    @overload
    def all_by_import_job_id(self, import_job_id: str | UUID, **options: Unpack[_ImportUrlList]) -> _List: ...
    def find_by_import_job_id(self, import_job_id: str | UUID, **options: Unpack[_ImportUrlFind]) -> _One:
        """Find the first entity by import_job_id. Takes the options of `all`."""

    @overload
    def all_by_import_job_id_and_status(
        self, import_job_id: str | UUID, status: JobUrlStatus | str, **options: Unpack[_ImportUrlModel]
    ) -> _One:
        """Find all entities by import_job_id, status. Takes the options of `all`."""

    @overload
    def all_by_import_job_id_and_status(
        self, import_job_id: str | UUID, status: JobUrlStatus | str, **options: Unpack[_ImportUrlCursor]
    ) -> _Page: ...
    @overload
    def all_by_import_job_id_and_status(
        self, import_job_id: str | UUID, status: JobUrlStatus | str, **options: Unpack[_ImportUrlList]
    ) -> _List: ...
    def find_by_import_job_id_and_status(
        self, import_job_id: str | UUID, status: JobUrlStatus | str, **options: Unpack[_ImportUrlFind]
    ) -> _One:
        """Find the first entity by import_job_id, status. Takes the options of `all`."""

class ImportUrlCollection(_ImportUrlFinders[ImportUrl | None, Page[ImportUrl], list[ImportUrl], ImportUrl, int, Iterator[ImportUrl]], BaseCollection[ImportUrl, _ImportUrlItems, _ImportUrlKeys, ImportUrlAttributes, _ImportUrlName, _ImportUrlInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

class AsyncImportUrlCollection(_ImportUrlFinders[Coroutine[Any, Any, AsyncImportUrl | None], Coroutine[Any, Any, Page[AsyncImportUrl]], Coroutine[Any, Any, list[AsyncImportUrl]], Coroutine[Any, Any, AsyncImportUrl], Coroutine[Any, Any, int], AsyncIterator[AsyncImportUrl]], AsyncBaseCollection[AsyncImportUrl, _ImportUrlItems, _ImportUrlKeys, ImportUrlAttributes, _ImportUrlName, _ImportUrlInclude]):  # fmt: skip
    """All URLs of import jobs."""

    COLLECTION_NAME: ClassVar[str]

schema: Schema
