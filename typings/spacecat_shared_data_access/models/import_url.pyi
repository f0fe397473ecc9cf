# mypy: disable-error-code="overload-overlap, override"
"""ImportUrl: one URL of an import job."""

from datetime import datetime
from typing import (
    ClassVar,
    Literal,
    NotRequired,
    Self,
    TypeAlias,
    TypedDict,
    Unpack,
    overload,
    type_check_only,
)
from uuid import UUID

from spacecat_shared_data_access.models.base import (
    AsyncBaseCollection,
    AsyncBaseModel,
    BaseCollection,
    BaseModel,
)
from spacecat_shared_data_access.models.base.options import FindOptions, ListOptions
from spacecat_shared_data_access.models.base.results import Page
from spacecat_shared_data_access.models.import_job import AsyncImportJob, ImportJob
from spacecat_shared_data_access.postgrest.where import Column
from spacecat_shared_data_access.schema.schema import Schema

_ImportUrlName: TypeAlias = Literal[
    "import_url_id",
    "created_at",
    "updated_at",
    "updated_by",
    "record_expires_at",
    "import_job_id",
    "file",
    "path",
    "reason",
    "status",
    "url",
]

@type_check_only
class ImportUrlItem(TypedDict):
    """What `create` takes, by Python name."""

    import_url_id: NotRequired[str | UUID]
    created_at: NotRequired[str | datetime]
    updated_at: NotRequired[str | datetime]
    updated_by: NotRequired[str | None]
    record_expires_at: NotRequired[float]
    import_job_id: str | UUID
    file: NotRequired[str | None]
    path: NotRequired[str | None]
    reason: NotRequired[str | None]
    status: ImportJob.ImportUrlStatus | str
    url: str

@type_check_only
class ImportUrlValues(TypedDict, total=False):
    """Values of some attributes, by Python name."""

    import_url_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    record_expires_at: float
    import_job_id: str | UUID
    file: str | None
    path: str | None
    reason: str | None
    status: ImportJob.ImportUrlStatus | str
    url: str

@type_check_only
class ImportUrlJsonItem(TypedDict):
    """What `create` takes, by JSON name."""

    importUrlId: NotRequired[str | UUID]
    createdAt: NotRequired[str | datetime]
    updatedAt: NotRequired[str | datetime]
    updatedBy: NotRequired[str | None]
    recordExpiresAt: NotRequired[float]
    importJobId: str | UUID
    file: NotRequired[str | None]
    path: NotRequired[str | None]
    reason: NotRequired[str | None]
    status: ImportJob.ImportUrlStatus | str
    url: str

@type_check_only
class ImportUrlJsonValues(TypedDict, total=False):
    """Values of some attributes, by JSON name."""

    importUrlId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    recordExpiresAt: float
    importJobId: str | UUID
    file: str | None
    path: str | None
    reason: str | None
    status: ImportJob.ImportUrlStatus | str
    url: str

@type_check_only
class ImportUrlAttributes:
    """What a where callback gets as ``attrs``."""

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
    """The getters and setters of a `ImportUrl`, blocking or not."""

    def get_import_url_id(self) -> str:
        """Give import_url_id."""

    def get_created_at(self) -> str:
        """Return the timestamp of creation."""

    def get_updated_at(self) -> str:
        """Return the timestamp of the last change; None where the table keeps none."""

    def get_updated_by(self) -> str | None:
        """Give updated_by; None where there is none."""

    def set_updated_by(self, value: str | None) -> Self:
        """Set updated_by and give the model back. `save` stores it."""

    def get_import_job_id(self) -> str:
        """Give import_job_id."""

    def set_import_job_id(self, value: str | UUID) -> Self:
        """Set import_job_id and give the model back. `save` stores it."""

    def get_file(self) -> str | None:
        """Give file; None where there is none."""

    def set_file(self, value: str | None) -> Self:
        """Set file and give the model back. `save` stores it."""

    def get_path(self) -> str | None:
        """Give path; None where there is none."""

    def set_path(self, value: str | None) -> Self:
        """Set path and give the model back. `save` stores it."""

    def get_reason(self) -> str | None:
        """Give reason; None where there is none."""

    def set_reason(self, value: str | None) -> Self:
        """Set reason and give the model back. `save` stores it."""

    def get_status(self) -> ImportJob.ImportUrlStatus | str:
        """Give status."""

    def set_status(self, value: ImportJob.ImportUrlStatus | str) -> Self:
        """Set status and give the model back. `save` stores it."""

    def get_url(self) -> str:
        """Give url."""

    def set_url(self, value: str) -> Self:
        """Set url and give the model back. `save` stores it."""

class ImportUrl(_ImportUrlFields, BaseModel):
    """One page that an import job takes over, and what became of it.

    ``file`` and ``path`` say where the outcome is, ``reason`` why there is none.
    """

    ENTITY_NAME: ClassVar[str]
    IMPORT_URL_EXPIRES_IN_DAYS: ClassVar[int]

    def get_import_job(self) -> ImportJob | None:
        """Give the ImportJob that this entity belongs to, or None."""

class AsyncImportUrl(_ImportUrlFields, AsyncBaseModel):
    """One page that an import job takes over, and what became of it.

    ``file`` and ``path`` say where the outcome is, ``reason`` why there is none.
    """

    ENTITY_NAME: ClassVar[str]
    IMPORT_URL_EXPIRES_IN_DAYS: ClassVar[int]

    async def get_import_job(self) -> AsyncImportJob | None:
        """Give the ImportJob that this entity belongs to, or None."""

class ImportUrlCollection(
    BaseCollection[
        ImportUrl,
        ImportUrlItem | ImportUrlJsonItem,
        ImportUrlValues | ImportUrlJsonValues,
        ImportUrlAttributes,
        _ImportUrlName,
    ]
):
    """All URLs of import jobs."""

    COLLECTION_NAME: ClassVar[str]

    @overload
    def all_by_import_job_id(
        self,
        import_job_id: str | UUID,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ImportUrlAttributes, _ImportUrlName]],
    ) -> ImportUrl | None:
        """Find all entities by import_job_id. Takes the options of `all`."""

    @overload
    def all_by_import_job_id(
        self,
        import_job_id: str | UUID,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[ImportUrlAttributes, _ImportUrlName]],
    ) -> Page[ImportUrl]: ...
    @overload
    def all_by_import_job_id(
        self,
        import_job_id: str | UUID,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ImportUrlAttributes, _ImportUrlName]],
    ) -> list[ImportUrl]: ...
    def find_by_import_job_id(
        self, import_job_id: str | UUID, **options: Unpack[FindOptions[ImportUrlAttributes, _ImportUrlName]]
    ) -> ImportUrl | None:
        """Find the first entity by import_job_id. Takes the options of `all`."""

    @overload
    def all_by_import_job_id_and_status(
        self,
        import_job_id: str | UUID,
        status: ImportJob.ImportUrlStatus | str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ImportUrlAttributes, _ImportUrlName]],
    ) -> ImportUrl | None:
        """Find all entities by import_job_id, status. Takes the options of `all`."""

    @overload
    def all_by_import_job_id_and_status(
        self,
        import_job_id: str | UUID,
        status: ImportJob.ImportUrlStatus | str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[ImportUrlAttributes, _ImportUrlName]],
    ) -> Page[ImportUrl]: ...
    @overload
    def all_by_import_job_id_and_status(
        self,
        import_job_id: str | UUID,
        status: ImportJob.ImportUrlStatus | str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ImportUrlAttributes, _ImportUrlName]],
    ) -> list[ImportUrl]: ...
    def find_by_import_job_id_and_status(
        self,
        import_job_id: str | UUID,
        status: ImportJob.ImportUrlStatus | str,
        **options: Unpack[FindOptions[ImportUrlAttributes, _ImportUrlName]],
    ) -> ImportUrl | None:
        """Find the first entity by import_job_id, status. Takes the options of `all`."""

class AsyncImportUrlCollection(
    AsyncBaseCollection[
        AsyncImportUrl,
        ImportUrlItem | ImportUrlJsonItem,
        ImportUrlValues | ImportUrlJsonValues,
        ImportUrlAttributes,
        _ImportUrlName,
    ]
):
    """All URLs of import jobs."""

    COLLECTION_NAME: ClassVar[str]

    @overload
    async def all_by_import_job_id(
        self,
        import_job_id: str | UUID,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ImportUrlAttributes, _ImportUrlName]],
    ) -> AsyncImportUrl | None:
        """Find all entities by import_job_id. Takes the options of `all`."""

    @overload
    async def all_by_import_job_id(
        self,
        import_job_id: str | UUID,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[ImportUrlAttributes, _ImportUrlName]],
    ) -> Page[AsyncImportUrl]: ...
    @overload
    async def all_by_import_job_id(
        self,
        import_job_id: str | UUID,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ImportUrlAttributes, _ImportUrlName]],
    ) -> list[AsyncImportUrl]: ...
    async def find_by_import_job_id(
        self, import_job_id: str | UUID, **options: Unpack[FindOptions[ImportUrlAttributes, _ImportUrlName]]
    ) -> AsyncImportUrl | None:
        """Find the first entity by import_job_id. Takes the options of `all`."""

    @overload
    async def all_by_import_job_id_and_status(
        self,
        import_job_id: str | UUID,
        status: ImportJob.ImportUrlStatus | str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ImportUrlAttributes, _ImportUrlName]],
    ) -> AsyncImportUrl | None:
        """Find all entities by import_job_id, status. Takes the options of `all`."""

    @overload
    async def all_by_import_job_id_and_status(
        self,
        import_job_id: str | UUID,
        status: ImportJob.ImportUrlStatus | str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[ImportUrlAttributes, _ImportUrlName]],
    ) -> Page[AsyncImportUrl]: ...
    @overload
    async def all_by_import_job_id_and_status(
        self,
        import_job_id: str | UUID,
        status: ImportJob.ImportUrlStatus | str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ImportUrlAttributes, _ImportUrlName]],
    ) -> list[AsyncImportUrl]: ...
    async def find_by_import_job_id_and_status(
        self,
        import_job_id: str | UUID,
        status: ImportJob.ImportUrlStatus | str,
        **options: Unpack[FindOptions[ImportUrlAttributes, _ImportUrlName]],
    ) -> AsyncImportUrl | None:
        """Find the first entity by import_job_id, status. Takes the options of `all`."""

schema: Schema
