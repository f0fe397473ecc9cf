# mypy: disable-error-code="overload-overlap, override, misc"
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
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
from spacecat_shared_data_access.models.site.model import AsyncSite, Site, _SiteInclude
from spacecat_shared_data_access.postgrest.where import Expression, Operators
from spacecat_shared_data_access.schema.schema import Schema

# fmt: off
_ReportName: TypeAlias = Literal[
    "report_id", "created_at", "updated_at", "updated_by", "site_id", "report_type", "report_period",
    "comparison_period", "storage_path", "status"
]
_ReportInclude: TypeAlias = Literal[
    "site", "site.organization", "site.audits", "site.experiments", "site.key_events",
    "site.latest_audits", "site.latest_audit", "site.opportunities", "site.site_candidates",
    "site.site_enrollments", "site.site_ims_org_accesses", "site.site_top_forms", "site.site_top_pages",
    "site.trial_user_activities", "site.page_intents", "site.page_citabilities"
]
_ReportItems: TypeAlias = ReportItem | ReportJsonItem
_ReportKeys: TypeAlias = ReportValues | ReportJsonValues
_ReportFind: TypeAlias = FindOptions[ReportAttributes, _ReportName, _ReportInclude]
_ReportModel: TypeAlias = ModelOptions[ReportAttributes, _ReportName, _ReportInclude]
_ReportCursor: TypeAlias = CursorOptions[ReportAttributes, _ReportName, _ReportInclude]
_ReportList: TypeAlias = ListOptions[ReportAttributes, _ReportName, _ReportInclude]
# fmt: on

@type_check_only
class _ReportOptional(TypedDict, total=False):
    report_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    storage_path: str | None
    status: Report.Status | str

@type_check_only
class ReportItem(_ReportOptional):
    """An item of `create`, by Python name."""

    site_id: str | UUID
    report_type: str
    report_period: Any
    comparison_period: Any

@type_check_only
class ReportValues(_ReportOptional, total=False):
    """Values of some attributes, by Python name."""

    site_id: str | UUID
    report_type: str
    report_period: Any
    comparison_period: Any

@type_check_only
class _ReportJsonOptional(TypedDict, total=False):
    reportId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    storagePath: str | None
    status: Report.Status | str

@type_check_only
class ReportJsonItem(_ReportJsonOptional):
    """An item of `create`, by JSON name."""

    siteId: str | UUID
    reportType: str
    reportPeriod: Any
    comparisonPeriod: Any

@type_check_only
class ReportJsonValues(_ReportJsonOptional, total=False):
    """Values of some attributes, by JSON name."""

    siteId: str | UUID
    reportType: str
    reportPeriod: Any
    comparisonPeriod: Any

class _ReportProperties:
    report_id: ReadOnly[str]
    created_at: ReadOnly[str]
    updated_at: ReadOnly[str]
    updated_by: Writable[str | None, str | None]
    site_id: Writable[str, str | UUID]
    report_type: Writable[str, str]
    report_period: Writable[Any, Any]
    comparison_period: Writable[Any, Any]
    storage_path: Writable[str | None, str | None]
    status: Writable[Report.Status | str, Report.Status | str]

@type_check_only
class ReportAttributes(_ReportProperties, EntityAttributes):
    """The ``attrs`` of a ``where`` callback."""

class _ReportFindBy(FindOptions[ReportAttributes, _ReportName, _ReportInclude], ReportValues, total=False): ...
class _ReportModelBy(ModelOptions[ReportAttributes, _ReportName, _ReportInclude], ReportValues, total=False): ...
class _ReportCursorBy(CursorOptions[ReportAttributes, _ReportName, _ReportInclude], ReportValues, total=False): ...
class _ReportListBy(ListOptions[ReportAttributes, _ReportName, _ReportInclude], ReportValues, total=False): ...
class _ReportPageBy(PageOptions[ReportAttributes, _ReportName, _ReportInclude], ReportValues, total=False): ...

class _ReportUpdates(TypedDict, total=False):
    updated_by: str | None
    site_id: str | UUID
    report_type: str
    report_period: Any
    comparison_period: Any
    storage_path: str | None
    status: Report.Status | str

class _ReportFields(_ReportProperties):
    def get_report_id(self) -> str:
        """Return report_id."""

    def get_created_at(self) -> str:
        """Return created_at."""

    def get_updated_at(self) -> str:
        """Return updated_at."""

    def get_updated_by(self) -> str | None:
        """Return updated_by, or None."""

    def set_updated_by(self, value: str | None) -> Self: ...
    def get_site_id(self) -> str:
        """Return site_id."""

    def set_site_id(self, value: str | UUID) -> Self: ...
    def get_report_type(self) -> str:
        """Return report_type."""

    def set_report_type(self, value: str) -> Self: ...
    def get_report_period(self) -> Any:
        """Return report_period."""

    def set_report_period(self, value: Any) -> Self: ...
    def get_comparison_period(self) -> Any:
        """Return comparison_period."""

    def set_comparison_period(self, value: Any) -> Self: ...
    def get_storage_path(self) -> str | None:
        """Return storage_path, or None."""

    def set_storage_path(self, value: str | None) -> Self: ...
    def get_status(self) -> Report.Status | str:
        """Return status."""

    def set_status(self, value: Report.Status | str) -> Self: ...

class Report(_ReportFields, BaseModel):
    ENTITY_NAME: ClassVar[str]

    class Status(StrEnum):
        PROCESSING = "processing"
        SUCCESS = "success"
        FAILED = "failed"

    def get_raw_storage_path(self) -> str | None: ...
    def get_enhanced_storage_path(self) -> str | None: ...
    def update(self, **values: Unpack[_ReportUpdates]) -> Self: ...
    def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> Site | None:
        """Return the Site that this entity belongs to, or None."""

class AsyncReport(_ReportFields, AsyncBaseModel):
    """A report of a type (``report_type``) over a period, compared with another period.

    Its files are in S3 under ``storage_path``, which `ReportCollection.create` sets if it is missing.
    """

    ENTITY_NAME: ClassVar[str]
    Status: TypeAlias = Report.Status

    def get_raw_storage_path(self) -> str | None:
        """Return the path of the raw data; None if the report has no storage path."""

    def get_enhanced_storage_path(self) -> str | None:
        """Return the path of the enhanced data; None if the report has no storage path."""

    async def update(self, **values: Unpack[_ReportUpdates]) -> Self: ...
    async def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> AsyncSite | None:
        """Return the Site that this entity belongs to, or None."""

class _ReportFinders(_Docs, Generic[_One, _Page, _List, _New, _Number, _Iter]):
    @overload
    def all(self, sort_keys: _ReportKeys | None = None, **options: Unpack[_ReportModelBy]) -> _One: ...
    @overload
    def all(self, sort_keys: _ReportKeys | None = None, **options: Unpack[_ReportCursorBy]) -> _Page: ...
    @overload
    def all(self, sort_keys: _ReportKeys | None = None, **options: Unpack[_ReportListBy]) -> _List: ...
    def first(self, keys: _ReportKeys | None = None, **options: Unpack[_ReportFindBy]) -> _One: ...
    def page(
        self,
        keys: _ReportKeys | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[_ReportPageBy],
    ) -> _Page: ...
    def count(
        self,
        keys: _ReportKeys | None = None,
        *,
        where: Callable[[ReportAttributes, Operators], Expression | None] | None = None,
        between: tuple[_ReportName, Any, Any] | Mapping[str, Any] | None = None,
        **values: Unpack[ReportValues],
    ) -> _Number: ...
    def iterate(
        self, keys: _ReportKeys | None = None, *, limit: int | None = None, **options: Unpack[_ReportFindBy]
    ) -> _Iter: ...
    @overload
    def all_by_report_type(self, report_type: str, **options: Unpack[_ReportModel]) -> _One:
        """Find all entities by report_type. Takes the options of `all`."""

    @overload
    def all_by_report_type(self, report_type: str, **options: Unpack[_ReportCursor]) -> _Page: ...
    @overload
    def all_by_report_type(self, report_type: str, **options: Unpack[_ReportList]) -> _List: ...
    def find_by_report_type(self, report_type: str, **options: Unpack[_ReportFind]) -> _One:
        """Find the first entity by report_type. Takes the options of `all`."""

    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_ReportModel]) -> _One:
        """Find all entities by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_ReportCursor]) -> _Page: ...
    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_ReportList]) -> _List: ...
    def find_by_site_id(self, site_id: str | UUID, **options: Unpack[_ReportFind]) -> _One:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_ReportModel]
    ) -> _One:
        """Find all entities by site_id, updated_at. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_ReportCursor]
    ) -> _Page: ...
    @overload
    def all_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_ReportList]
    ) -> _List: ...
    def find_by_site_id_and_updated_at(
        self, site_id: str | UUID, updated_at: str | datetime, **options: Unpack[_ReportFind]
    ) -> _One:
        """Find the first entity by site_id, updated_at. Takes the options of `all`."""

class ReportCollection(_ReportFinders[Report | None, Page[Report], list[Report], Report, int, Iterator[Report]], BaseCollection[Report, _ReportItems, _ReportKeys, ReportAttributes, _ReportName, _ReportInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

    def create(
        self,
        item: _ReportItems | None = None,
        *,
        upsert: bool = True,
        on_conflict: _ReportName | Sequence[_ReportName] | None = None,
        **values: Unpack[ReportValues],
    ) -> Report: ...

class AsyncReportCollection(_ReportFinders[Coroutine[Any, Any, AsyncReport | None], Coroutine[Any, Any, Page[AsyncReport]], Coroutine[Any, Any, list[AsyncReport]], Coroutine[Any, Any, AsyncReport], Coroutine[Any, Any, int], AsyncIterator[AsyncReport]], AsyncBaseCollection[AsyncReport, _ReportItems, _ReportKeys, ReportAttributes, _ReportName, _ReportInclude]):  # fmt: skip
    """The collection of reports."""

    COLLECTION_NAME: ClassVar[str]

    async def create(
        self,
        item: _ReportItems | None = None,
        *,
        upsert: bool = True,
        on_conflict: _ReportName | Sequence[_ReportName] | None = None,
        **values: Unpack[ReportValues],
    ) -> AsyncReport:
        """Create a report, or update the report with the same ID.

        If it has no storage path, a second request sets it to ``reports/<site>/<type>/<id>/``.

        Args:
            item: The values, by attribute name. See `BaseCollection.create`.
            upsert: Has no effect: this is always an upsert.
            on_conflict: Has no effect: this is always the ID.
            **values: Further values, by attribute name.

        Raises:
            ValidationError: As for `BaseCollection.create`.
            DataAccessError: As for `BaseCollection.create`; or the path could not be stored (``Failed to
                save entity …``), and the report exists without one.
        """

schema: Schema
