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
_ExperimentName: TypeAlias = Literal[
    "experiment_id", "created_at", "updated_at", "updated_by", "site_id", "conversion_event_name",
    "conversion_event_value", "end_date", "exp_id", "name", "start_date", "status", "type", "url",
    "variants"
]
_ExperimentInclude: TypeAlias = Literal[
    "site", "site.organization", "site.audits", "site.experiments", "site.key_events",
    "site.latest_audits", "site.latest_audit", "site.opportunities", "site.site_candidates",
    "site.site_enrollments", "site.site_ims_org_accesses", "site.site_top_forms", "site.site_top_pages",
    "site.trial_user_activities", "site.page_intents", "site.page_citabilities"
]
_ExperimentItems: TypeAlias = ExperimentItem | ExperimentJsonItem
_ExperimentKeys: TypeAlias = ExperimentValues | ExperimentJsonValues
_ExperimentFind: TypeAlias = FindOptions[ExperimentAttributes, _ExperimentName, _ExperimentInclude]
_ExperimentModel: TypeAlias = ModelOptions[ExperimentAttributes, _ExperimentName, _ExperimentInclude]
_ExperimentCursor: TypeAlias = CursorOptions[ExperimentAttributes, _ExperimentName, _ExperimentInclude]
_ExperimentList: TypeAlias = ListOptions[ExperimentAttributes, _ExperimentName, _ExperimentInclude]
# fmt: on

@type_check_only
class _ExperimentOptional(TypedDict, total=False):
    experiment_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str
    conversion_event_name: str | None
    conversion_event_value: str | None
    end_date: str | datetime | None
    name: str | None
    start_date: str | datetime | None
    type: str | None

@type_check_only
class ExperimentItem(_ExperimentOptional):
    """An item of `create`, by Python name."""

    site_id: str | UUID
    exp_id: str
    status: Experiment.Status | str
    url: str
    variants: list[Any] | tuple[Any, ...]

@type_check_only
class ExperimentValues(_ExperimentOptional, total=False):
    """Values of some attributes, by Python name."""

    site_id: str | UUID
    exp_id: str
    status: Experiment.Status | str
    url: str
    variants: list[Any] | tuple[Any, ...]

@type_check_only
class _ExperimentJsonOptional(TypedDict, total=False):
    experimentId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str
    conversionEventName: str | None
    conversionEventValue: str | None
    endDate: str | datetime | None
    name: str | None
    startDate: str | datetime | None
    type: str | None

@type_check_only
class ExperimentJsonItem(_ExperimentJsonOptional):
    """An item of `create`, by JSON name."""

    siteId: str | UUID
    expId: str
    status: Experiment.Status | str
    url: str
    variants: list[Any] | tuple[Any, ...]

@type_check_only
class ExperimentJsonValues(_ExperimentJsonOptional, total=False):
    """Values of some attributes, by JSON name."""

    siteId: str | UUID
    expId: str
    status: Experiment.Status | str
    url: str
    variants: list[Any] | tuple[Any, ...]

class _ExperimentProperties:
    experiment_id: ReadOnly[str]
    created_at: ReadOnly[str]
    updated_at: ReadOnly[str]
    updated_by: Writable[str, str]
    site_id: Writable[str, str | UUID]
    conversion_event_name: Writable[str | None, str | None]
    conversion_event_value: Writable[str | None, str | None]
    end_date: Writable[str | None, str | datetime | None]
    exp_id: Writable[str, str]
    name: Writable[str | None, str | None]
    start_date: Writable[str | None, str | datetime | None]
    status: Writable[Experiment.Status | str, Experiment.Status | str]
    type: Writable[str | None, str | None]
    url: Writable[str, str]
    variants: Writable[list[Any], list[Any] | tuple[Any, ...]]

@type_check_only
class ExperimentAttributes(_ExperimentProperties, EntityAttributes):
    """The ``attrs`` of a ``where`` callback."""

class _ExperimentFindBy(
    FindOptions[ExperimentAttributes, _ExperimentName, _ExperimentInclude], ExperimentValues, total=False
): ...
class _ExperimentModelBy(
    ModelOptions[ExperimentAttributes, _ExperimentName, _ExperimentInclude], ExperimentValues, total=False
): ...
class _ExperimentCursorBy(
    CursorOptions[ExperimentAttributes, _ExperimentName, _ExperimentInclude], ExperimentValues, total=False
): ...
class _ExperimentListBy(
    ListOptions[ExperimentAttributes, _ExperimentName, _ExperimentInclude], ExperimentValues, total=False
): ...
class _ExperimentPageBy(
    PageOptions[ExperimentAttributes, _ExperimentName, _ExperimentInclude], ExperimentValues, total=False
): ...

class _ExperimentUpdates(TypedDict, total=False):
    updated_by: str
    site_id: str | UUID
    conversion_event_name: str | None
    conversion_event_value: str | None
    end_date: str | datetime | None
    exp_id: str
    name: str | None
    start_date: str | datetime | None
    status: Experiment.Status | str
    type: str | None
    url: str
    variants: list[Any] | tuple[Any, ...]

class _ExperimentFields(_ExperimentProperties):
    def get_experiment_id(self) -> str:
        """Return experiment_id."""

    def get_created_at(self) -> str:
        """Return created_at."""

    def get_updated_at(self) -> str:
        """Return updated_at."""

    def get_updated_by(self) -> str:
        """Return updated_by."""

    def set_updated_by(self, value: str) -> Self: ...
    def get_site_id(self) -> str:
        """Return site_id."""

    def set_site_id(self, value: str | UUID) -> Self: ...
    def get_conversion_event_name(self) -> str | None:
        """Return conversion_event_name, or None."""

    def set_conversion_event_name(self, value: str | None) -> Self: ...
    def get_conversion_event_value(self) -> str | None:
        """Return conversion_event_value, or None."""

    def set_conversion_event_value(self, value: str | None) -> Self: ...
    def get_end_date(self) -> str | None:
        """Return end_date, or None."""

    def set_end_date(self, value: str | datetime | None) -> Self: ...
    def get_exp_id(self) -> str:
        """Return exp_id."""

    def set_exp_id(self, value: str) -> Self: ...
    def get_name(self) -> str | None:
        """Return name, or None."""

    def set_name(self, value: str | None) -> Self: ...
    def get_start_date(self) -> str | None:
        """Return start_date, or None."""

    def set_start_date(self, value: str | datetime | None) -> Self: ...
    def get_status(self) -> Experiment.Status | str:
        """Return status."""

    def set_status(self, value: Experiment.Status | str) -> Self: ...
    def get_type(self) -> str | None:
        """Return type, or None."""

    def set_type(self, value: str | None) -> Self: ...
    def get_url(self) -> str:
        """Return url."""

    def set_url(self, value: str) -> Self: ...
    def get_variants(self) -> list[Any]:
        """Return variants."""

    def set_variants(self, value: list[Any] | tuple[Any, ...]) -> Self: ...

class Experiment(_ExperimentFields, BaseModel):
    ENTITY_NAME: ClassVar[str]
    DEFAULT_UPDATED_BY: ClassVar[str]

    class Status(StrEnum):
        ACTIVE = "ACTIVE"
        INACTIVE = "INACTIVE"

    def update(self, **values: Unpack[_ExperimentUpdates]) -> Self: ...
    def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> Site | None:
        """Return the Site that this entity belongs to, or None."""

class AsyncExperiment(_ExperimentFields, AsyncBaseModel):
    """One experiment (``exp_id``) on one page (``url``), with its variants and its conversion event."""

    ENTITY_NAME: ClassVar[str]
    DEFAULT_UPDATED_BY: ClassVar[str]
    Status: TypeAlias = Experiment.Status

    async def update(self, **values: Unpack[_ExperimentUpdates]) -> Self: ...
    async def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> AsyncSite | None:
        """Return the Site that this entity belongs to, or None."""

class _ExperimentFinders(_Docs, Generic[_One, _Page, _List, _New, _Number, _Iter]):
    @overload
    def all(self, sort_keys: _ExperimentKeys | None = None, **options: Unpack[_ExperimentModelBy]) -> _One: ...
    @overload
    def all(self, sort_keys: _ExperimentKeys | None = None, **options: Unpack[_ExperimentCursorBy]) -> _Page: ...
    @overload
    def all(self, sort_keys: _ExperimentKeys | None = None, **options: Unpack[_ExperimentListBy]) -> _List: ...
    def first(self, keys: _ExperimentKeys | None = None, **options: Unpack[_ExperimentFindBy]) -> _One: ...
    def page(
        self,
        keys: _ExperimentKeys | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[_ExperimentPageBy],
    ) -> _Page: ...
    def count(
        self,
        keys: _ExperimentKeys | None = None,
        *,
        where: Callable[[ExperimentAttributes, Operators], Expression | None] | None = None,
        between: tuple[_ExperimentName, Any, Any] | Mapping[str, Any] | None = None,
        **values: Unpack[ExperimentValues],
    ) -> _Number: ...
    def iterate(
        self, keys: _ExperimentKeys | None = None, *, limit: int | None = None, **options: Unpack[_ExperimentFindBy]
    ) -> _Iter: ...
    def create(
        self,
        item: _ExperimentItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _ExperimentName | Sequence[_ExperimentName] | None = None,
        **values: Unpack[ExperimentValues],
    ) -> _New: ...
    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_ExperimentModel]) -> _One:
        """Find all entities by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_ExperimentCursor]) -> _Page: ...
    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_ExperimentList]) -> _List: ...
    def find_by_site_id(self, site_id: str | UUID, **options: Unpack[_ExperimentFind]) -> _One:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_exp_id(self, site_id: str | UUID, exp_id: str, **options: Unpack[_ExperimentModel]) -> _One:
        """Find all entities by site_id, exp_id. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_exp_id(
        self, site_id: str | UUID, exp_id: str, **options: Unpack[_ExperimentCursor]
    ) -> _Page: ...
    @overload
    def all_by_site_id_and_exp_id(
        self, site_id: str | UUID, exp_id: str, **options: Unpack[_ExperimentList]
    ) -> _List: ...
    def find_by_site_id_and_exp_id(self, site_id: str | UUID, exp_id: str, **options: Unpack[_ExperimentFind]) -> _One:
        """Find the first entity by site_id, exp_id. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_exp_id_and_url(
        self, site_id: str | UUID, exp_id: str, url: str, **options: Unpack[_ExperimentModel]
    ) -> _One:
        """Find all entities by site_id, exp_id, url. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_exp_id_and_url(
        self, site_id: str | UUID, exp_id: str, url: str, **options: Unpack[_ExperimentCursor]
    ) -> _Page: ...
    @overload
    def all_by_site_id_and_exp_id_and_url(
        self, site_id: str | UUID, exp_id: str, url: str, **options: Unpack[_ExperimentList]
    ) -> _List: ...
    def find_by_site_id_and_exp_id_and_url(
        self, site_id: str | UUID, exp_id: str, url: str, **options: Unpack[_ExperimentFind]
    ) -> _One:
        """Find the first entity by site_id, exp_id, url. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_exp_id_and_url_and_updated_at(
        self,
        site_id: str | UUID,
        exp_id: str,
        url: str,
        updated_at: str | datetime,
        **options: Unpack[_ExperimentModel],
    ) -> _One:
        """Find all entities by site_id, exp_id, url, updated_at. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_exp_id_and_url_and_updated_at(
        self,
        site_id: str | UUID,
        exp_id: str,
        url: str,
        updated_at: str | datetime,
        **options: Unpack[_ExperimentCursor],
    ) -> _Page: ...
    @overload
    def all_by_site_id_and_exp_id_and_url_and_updated_at(
        self, site_id: str | UUID, exp_id: str, url: str, updated_at: str | datetime, **options: Unpack[_ExperimentList]
    ) -> _List: ...
    def find_by_site_id_and_exp_id_and_url_and_updated_at(
        self, site_id: str | UUID, exp_id: str, url: str, updated_at: str | datetime, **options: Unpack[_ExperimentFind]
    ) -> _One:
        """Find the first entity by site_id, exp_id, url, updated_at. Takes the options of `all`."""

class ExperimentCollection(_ExperimentFinders[Experiment | None, Page[Experiment], list[Experiment], Experiment, int, Iterator[Experiment]], BaseCollection[Experiment, _ExperimentItems, _ExperimentKeys, ExperimentAttributes, _ExperimentName, _ExperimentInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

class AsyncExperimentCollection(_ExperimentFinders[Coroutine[Any, Any, AsyncExperiment | None], Coroutine[Any, Any, Page[AsyncExperiment]], Coroutine[Any, Any, list[AsyncExperiment]], Coroutine[Any, Any, AsyncExperiment], Coroutine[Any, Any, int], AsyncIterator[AsyncExperiment]], AsyncBaseCollection[AsyncExperiment, _ExperimentItems, _ExperimentKeys, ExperimentAttributes, _ExperimentName, _ExperimentInclude]):  # fmt: skip
    """All experiments."""

    COLLECTION_NAME: ClassVar[str]

schema: Schema
