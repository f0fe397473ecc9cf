# mypy: disable-error-code="overload-overlap, override"
from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar, Literal, Self, TypeAlias, TypedDict, Unpack, overload, type_check_only
from uuid import UUID

from spacecat_shared_data_access.models.base import (
    AsyncBaseCollection,
    AsyncBaseModel,
    BaseCollection,
    BaseModel,
)
from spacecat_shared_data_access.models.base.queries import (
    CursorOptions,
    FindOptions,
    ListOptions,
    ModelOptions,
)
from spacecat_shared_data_access.models.base.results import Page
from spacecat_shared_data_access.models.import_job import AsyncImportJob, ImportJob, _ImportJobInclude
from spacecat_shared_data_access.models.jobs import JobUrlStatus
from spacecat_shared_data_access.postgrest.where import Column
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

@type_check_only
class ImportUrlAttributes:
    """The ``attrs`` of a ``where`` callback."""

    import_url_id: Column
    created_at: Column
    updated_at: Column
    updated_by: Column
    record_expires_at: Column
    import_job_id: Column
    file: Column
    path: Column
    reason: Column
    status: Column
    url: Column

    def __getitem__(self, column: str) -> Column: ...

class _ImportUrlFields:
    def get_import_url_id(self) -> str:
        """Return import_url_id."""

    def get_created_at(self) -> str:
        """Return the timestamp of creation."""

    def get_updated_at(self) -> str:
        """Return the timestamp of the last change; None if the table has none."""

    def get_updated_by(self) -> str | None:
        """Return updated_by, or None."""

    def set_updated_by(self, value: str | None) -> Self:
        """Set updated_by and return the model. `save` stores it."""

    def get_import_job_id(self) -> str:
        """Return import_job_id."""

    def set_import_job_id(self, value: str | UUID) -> Self:
        """Set import_job_id and return the model. `save` stores it."""

    def get_file(self) -> str | None:
        """Return file, or None."""

    def set_file(self, value: str | None) -> Self:
        """Set file and return the model. `save` stores it."""

    def get_path(self) -> str | None:
        """Return path, or None."""

    def set_path(self, value: str | None) -> Self:
        """Set path and return the model. `save` stores it."""

    def get_reason(self) -> str | None:
        """Return reason, or None."""

    def set_reason(self, value: str | None) -> Self:
        """Set reason and return the model. `save` stores it."""

    def get_status(self) -> JobUrlStatus | str:
        """Return status."""

    def set_status(self, value: JobUrlStatus | str) -> Self:
        """Set status and return the model. `save` stores it."""

    def get_url(self) -> str:
        """Return url."""

    def set_url(self, value: str) -> Self:
        """Set url and return the model. `save` stores it."""

class ImportUrl(_ImportUrlFields, BaseModel):
    ENTITY_NAME: ClassVar[str]
    IMPORT_URL_EXPIRES_IN_DAYS: ClassVar[int]

    def get_import_job(self, *, include: Sequence[_ImportJobInclude] = ()) -> ImportJob | None:
        """Return the ImportJob that this entity belongs to, or None."""

class AsyncImportUrl(_ImportUrlFields, AsyncBaseModel):
    """One page of an import job and the result of its import.

    ``file`` and ``path`` are the location of the result; ``reason`` explains a failure.
    """

    ENTITY_NAME: ClassVar[str]
    IMPORT_URL_EXPIRES_IN_DAYS: ClassVar[int]

    async def get_import_job(self, *, include: Sequence[_ImportJobInclude] = ()) -> AsyncImportJob | None:
        """Return the ImportJob that this entity belongs to, or None."""

class ImportUrlCollection(BaseCollection[ImportUrl, _ImportUrlItems, _ImportUrlKeys, ImportUrlAttributes, _ImportUrlName, _ImportUrlInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

    @overload
    def all_by_import_job_id(
        self, import_job_id: str | UUID, **options: Unpack[_ImportUrlModel]
    ) -> ImportUrl | None:
        """Find all entities by import_job_id. Takes the options of `all`."""

    @overload
    def all_by_import_job_id(
        self, import_job_id: str | UUID, **options: Unpack[_ImportUrlCursor]
    ) -> Page[ImportUrl]: ...
    @overload
    def all_by_import_job_id(
        self, import_job_id: str | UUID, **options: Unpack[_ImportUrlList]
    ) -> list[ImportUrl]: ...
    def find_by_import_job_id(
        self, import_job_id: str | UUID, **options: Unpack[_ImportUrlFind]
    ) -> ImportUrl | None:
        """Find the first entity by import_job_id. Takes the options of `all`."""

    @overload
    def all_by_import_job_id_and_status(
        self, import_job_id: str | UUID, status: JobUrlStatus | str, **options: Unpack[_ImportUrlModel]
    ) -> ImportUrl | None:
        """Find all entities by import_job_id, status. Takes the options of `all`."""

    @overload
    def all_by_import_job_id_and_status(
        self, import_job_id: str | UUID, status: JobUrlStatus | str, **options: Unpack[_ImportUrlCursor]
    ) -> Page[ImportUrl]: ...
    @overload
    def all_by_import_job_id_and_status(
        self, import_job_id: str | UUID, status: JobUrlStatus | str, **options: Unpack[_ImportUrlList]
    ) -> list[ImportUrl]: ...
    def find_by_import_job_id_and_status(
        self, import_job_id: str | UUID, status: JobUrlStatus | str, **options: Unpack[_ImportUrlFind]
    ) -> ImportUrl | None:
        """Find the first entity by import_job_id, status. Takes the options of `all`."""

class AsyncImportUrlCollection(AsyncBaseCollection[AsyncImportUrl, _ImportUrlItems, _ImportUrlKeys, ImportUrlAttributes, _ImportUrlName, _ImportUrlInclude]):  # fmt: skip
    """All URLs of import jobs."""

    COLLECTION_NAME: ClassVar[str]

    @overload
    async def all_by_import_job_id(
        self, import_job_id: str | UUID, **options: Unpack[_ImportUrlModel]
    ) -> AsyncImportUrl | None:
        """Find all entities by import_job_id. Takes the options of `all`."""

    @overload
    async def all_by_import_job_id(
        self, import_job_id: str | UUID, **options: Unpack[_ImportUrlCursor]
    ) -> Page[AsyncImportUrl]: ...
    @overload
    async def all_by_import_job_id(
        self, import_job_id: str | UUID, **options: Unpack[_ImportUrlList]
    ) -> list[AsyncImportUrl]: ...
    async def find_by_import_job_id(
        self, import_job_id: str | UUID, **options: Unpack[_ImportUrlFind]
    ) -> AsyncImportUrl | None:
        """Find the first entity by import_job_id. Takes the options of `all`."""

    @overload
    async def all_by_import_job_id_and_status(
        self, import_job_id: str | UUID, status: JobUrlStatus | str, **options: Unpack[_ImportUrlModel]
    ) -> AsyncImportUrl | None:
        """Find all entities by import_job_id, status. Takes the options of `all`."""

    @overload
    async def all_by_import_job_id_and_status(
        self, import_job_id: str | UUID, status: JobUrlStatus | str, **options: Unpack[_ImportUrlCursor]
    ) -> Page[AsyncImportUrl]: ...
    @overload
    async def all_by_import_job_id_and_status(
        self, import_job_id: str | UUID, status: JobUrlStatus | str, **options: Unpack[_ImportUrlList]
    ) -> list[AsyncImportUrl]: ...
    async def find_by_import_job_id_and_status(
        self, import_job_id: str | UUID, status: JobUrlStatus | str, **options: Unpack[_ImportUrlFind]
    ) -> AsyncImportUrl | None:
        """Find the first entity by import_job_id, status. Takes the options of `all`."""

schema: Schema
