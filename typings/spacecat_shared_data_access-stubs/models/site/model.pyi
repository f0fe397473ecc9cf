# mypy: disable-error-code="overload-overlap, override, misc"
from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar, Literal, Self, TypeAlias, TypedDict, Unpack, overload, type_check_only
from uuid import UUID

import httpx

from spacecat_shared_data_access.models.audit import AsyncAudit, Audit, _AuditCursor, _AuditList, _AuditModel
from spacecat_shared_data_access.models.base import AsyncBaseModel, BaseModel
from spacecat_shared_data_access.models.base.model import EntityAttributes, ReadOnly, Writable
from spacecat_shared_data_access.models.base.queries import (
    CursorOptions,
    FindOptions,
    ListOptions,
    ModelOptions,
    PageOptions,
)
from spacecat_shared_data_access.models.base.results import Page
from spacecat_shared_data_access.models.experiment import (
    AsyncExperiment,
    Experiment,
    _ExperimentCursor,
    _ExperimentList,
    _ExperimentModel,
)
from spacecat_shared_data_access.models.key_event import (
    AsyncKeyEvent,
    KeyEvent,
    _KeyEventCursor,
    _KeyEventList,
    _KeyEventModel,
)
from spacecat_shared_data_access.models.latest_audit import (
    _LatestAuditCursor,
    _LatestAuditFind,
    _LatestAuditList,
    _LatestAuditModel,
)
from spacecat_shared_data_access.models.opportunity import (
    AsyncOpportunity,
    Opportunity,
    _OpportunityCursor,
    _OpportunityList,
    _OpportunityModel,
)
from spacecat_shared_data_access.models.organization import AsyncOrganization, Organization, _OrganizationInclude
from spacecat_shared_data_access.models.page_citability import (
    AsyncPageCitability,
    PageCitability,
    _PageCitabilityCursor,
    _PageCitabilityList,
    _PageCitabilityModel,
)
from spacecat_shared_data_access.models.page_intent import (
    AsyncPageIntent,
    PageIntent,
    _PageIntentCursor,
    _PageIntentList,
    _PageIntentModel,
)
from spacecat_shared_data_access.models.site_candidate import (
    AsyncSiteCandidate,
    SiteCandidate,
    _SiteCandidateCursor,
    _SiteCandidateList,
    _SiteCandidateModel,
)
from spacecat_shared_data_access.models.site_config import Config
from spacecat_shared_data_access.models.site_enrollment import (
    AsyncSiteEnrollment,
    SiteEnrollment,
    _SiteEnrollmentCursor,
    _SiteEnrollmentList,
    _SiteEnrollmentModel,
)
from spacecat_shared_data_access.models.site_ims_org_access import (
    AsyncSiteImsOrgAccess,
    SiteImsOrgAccess,
    _SiteImsOrgAccessCursor,
    _SiteImsOrgAccessList,
    _SiteImsOrgAccessModel,
)
from spacecat_shared_data_access.models.site_top_form import (
    AsyncSiteTopForm,
    SiteTopForm,
    _SiteTopFormCursor,
    _SiteTopFormList,
    _SiteTopFormModel,
)
from spacecat_shared_data_access.models.site_top_page import (
    AsyncSiteTopPage,
    SiteTopPage,
    _SiteTopPageCursor,
    _SiteTopPageList,
    _SiteTopPageModel,
)
from spacecat_shared_data_access.models.trial_user_activity import (
    AsyncTrialUserActivity,
    TrialUserActivity,
    _TrialUserActivityCursor,
    _TrialUserActivityList,
    _TrialUserActivityModel,
)
from spacecat_shared_data_access.schema.attribute import Record

# fmt: off
_SiteName: TypeAlias = Literal[
    "site_id", "created_at", "updated_at", "updated_by", "organization_id", "base_url", "name",
    "is_primary_locale", "language", "region", "config", "code", "delivery_type", "authoring_type",
    "github_url", "delivery_config", "hlx_config", "is_sandbox", "is_live", "is_live_toggled_at",
    "external_owner_id", "external_site_id", "page_types", "project_id"
]
_SiteInclude: TypeAlias = Literal[
    "organization", "organization.sites", "organization.projects", "organization.entitlements",
    "organization.trial_users", "organization.task_management_connections", "audits",
    "audits.latest_audit", "audits.latest_audit.latest_audit", "audits.latest_audit.opportunities",
    "audits.opportunities", "audits.opportunities.suggestions", "audits.opportunities.fix_entities",
    "experiments", "key_events", "latest_audits", "latest_audits.latest_audit",
    "latest_audits.latest_audit.latest_audit", "latest_audits.latest_audit.opportunities",
    "latest_audits.opportunities", "latest_audits.opportunities.suggestions",
    "latest_audits.opportunities.fix_entities", "latest_audit", "latest_audit.latest_audit",
    "latest_audit.latest_audit.latest_audit", "latest_audit.latest_audit.opportunities",
    "latest_audit.opportunities", "latest_audit.opportunities.suggestions",
    "latest_audit.opportunities.fix_entities", "opportunities", "opportunities.audit",
    "opportunities.latest_audit", "opportunities.suggestions",
    "opportunities.suggestions.fix_entity_suggestions", "opportunities.fix_entities",
    "opportunities.fix_entities.fix_entity_suggestions", "site_candidates", "site_enrollments",
    "site_enrollments.entitlement", "site_ims_org_accesses", "site_ims_org_accesses.organization",
    "site_top_forms", "site_top_pages", "trial_user_activities", "trial_user_activities.trial_user",
    "trial_user_activities.entitlement", "page_intents", "page_citabilities"
]
_SiteItems: TypeAlias = SiteItem | SiteJsonItem
_SiteKeys: TypeAlias = SiteValues | SiteJsonValues
_SiteFind: TypeAlias = FindOptions[SiteAttributes, _SiteName, _SiteInclude]
_SiteModel: TypeAlias = ModelOptions[SiteAttributes, _SiteName, _SiteInclude]
_SiteCursor: TypeAlias = CursorOptions[SiteAttributes, _SiteName, _SiteInclude]
_SiteList: TypeAlias = ListOptions[SiteAttributes, _SiteName, _SiteInclude]
# fmt: on

@type_check_only
class _SiteOptional(TypedDict, total=False):
    site_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    name: str | None
    is_primary_locale: bool | None
    language: str | None
    region: str | None
    config: Any
    code: Any
    delivery_type: Site.DeliveryType | str
    authoring_type: Site.AuthoringType | str | None
    github_url: str | None
    delivery_config: Any
    hlx_config: Any
    is_sandbox: bool | None
    is_live: bool
    is_live_toggled_at: str | datetime | None
    external_owner_id: str | None
    external_site_id: str | None
    page_types: list[dict[str, Any]] | tuple[dict[str, Any], ...] | None
    project_id: str | None

@type_check_only
class SiteItem(_SiteOptional):
    """An item of `create`, by Python name."""

    organization_id: str | UUID
    base_url: str

@type_check_only
class SiteValues(_SiteOptional, total=False):
    """Values of some attributes, by Python name."""

    organization_id: str | UUID
    base_url: str

@type_check_only
class _SiteJsonOptional(TypedDict, total=False):
    siteId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    name: str | None
    isPrimaryLocale: bool | None
    language: str | None
    region: str | None
    config: Any
    code: Any
    deliveryType: Site.DeliveryType | str
    authoringType: Site.AuthoringType | str | None
    gitHubURL: str | None
    deliveryConfig: Any
    hlxConfig: Any
    isSandbox: bool | None
    isLive: bool
    isLiveToggledAt: str | datetime | None
    externalOwnerId: str | None
    externalSiteId: str | None
    pageTypes: list[dict[str, Any]] | tuple[dict[str, Any], ...] | None
    projectId: str | None

@type_check_only
class SiteJsonItem(_SiteJsonOptional):
    """An item of `create`, by JSON name."""

    organizationId: str | UUID
    baseURL: str

@type_check_only
class SiteJsonValues(_SiteJsonOptional, total=False):
    """Values of some attributes, by JSON name."""

    organizationId: str | UUID
    baseURL: str

class _SiteProperties:
    site_id: ReadOnly[str]
    created_at: ReadOnly[str]
    updated_at: ReadOnly[str]
    updated_by: Writable[str | None, str | None]
    organization_id: Writable[str, str | UUID]
    base_url: Writable[str, str]
    name: Writable[str | None, str | None]
    is_primary_locale: Writable[bool | None, bool | None]
    language: Writable[str | None, str | None]
    region: Writable[str | None, str | None]
    config: Writable[Any, Any]
    code: Writable[Any, Any]
    delivery_type: Writable[Site.DeliveryType | str, Site.DeliveryType | str]
    authoring_type: Writable[Site.AuthoringType | str | None, Site.AuthoringType | str | None]
    github_url: Writable[str | None, str | None]
    delivery_config: Writable[Any, Any]
    hlx_config: Writable[Any, Any]
    is_sandbox: Writable[bool | None, bool | None]
    is_live: Writable[bool, bool]
    is_live_toggled_at: Writable[str | None, str | datetime | None]
    external_owner_id: ReadOnly[str | None]
    external_site_id: ReadOnly[str | None]
    page_types: Writable[list[dict[str, Any]] | None, list[dict[str, Any]] | tuple[dict[str, Any], ...] | None]
    project_id: Writable[str | None, str | None]

@type_check_only
class SiteAttributes(_SiteProperties, EntityAttributes):
    """The ``attrs`` of a ``where`` callback."""

class _SiteFindBy(FindOptions[SiteAttributes, _SiteName, _SiteInclude], SiteValues, total=False): ...
class _SiteModelBy(ModelOptions[SiteAttributes, _SiteName, _SiteInclude], SiteValues, total=False): ...
class _SiteCursorBy(CursorOptions[SiteAttributes, _SiteName, _SiteInclude], SiteValues, total=False): ...
class _SiteListBy(ListOptions[SiteAttributes, _SiteName, _SiteInclude], SiteValues, total=False): ...
class _SitePageBy(PageOptions[SiteAttributes, _SiteName, _SiteInclude], SiteValues, total=False): ...

class _SiteUpdates(TypedDict, total=False):
    updated_by: str | None
    organization_id: str | UUID
    base_url: str
    name: str | None
    is_primary_locale: bool | None
    language: str | None
    region: str | None
    config: Any
    code: Any
    delivery_type: Site.DeliveryType | str
    authoring_type: Site.AuthoringType | str | None
    github_url: str | None
    delivery_config: Any
    hlx_config: Any
    is_sandbox: bool | None
    is_live: bool
    is_live_toggled_at: str | datetime | None
    page_types: list[dict[str, Any]] | tuple[dict[str, Any], ...] | None
    project_id: str | None

class _SiteFields(_SiteProperties):
    def get_site_id(self) -> str:
        """Return site_id."""

    def get_created_at(self) -> str:
        """Return created_at."""

    def get_updated_at(self) -> str:
        """Return updated_at."""

    def get_updated_by(self) -> str | None:
        """Return updated_by, or None."""

    def set_updated_by(self, value: str | None) -> Self: ...
    def get_organization_id(self) -> str:
        """Return organization_id."""

    def set_organization_id(self, value: str | UUID) -> Self: ...
    def get_base_url(self) -> str:
        """Return base_url."""

    def set_base_url(self, value: str) -> Self: ...
    def get_name(self) -> str | None:
        """Return name, or None."""

    def set_name(self, value: str | None) -> Self: ...
    def get_is_primary_locale(self) -> bool | None:
        """Return is_primary_locale, or None."""

    def set_is_primary_locale(self, value: bool | None) -> Self: ...
    def get_language(self) -> str | None:
        """Return language, or None."""

    def set_language(self, value: str | None) -> Self: ...
    def get_region(self) -> str | None:
        """Return region, or None."""

    def set_region(self, value: str | None) -> Self: ...
    def get_config(self) -> Any:
        """Return config."""

    def get_code(self) -> Any:
        """Return code, or None."""

    def set_code(self, value: Any) -> Self: ...
    def get_delivery_type(self) -> Site.DeliveryType | str:
        """Return delivery_type."""

    def set_delivery_type(self, value: Site.DeliveryType | str) -> Self: ...
    def get_authoring_type(self) -> Site.AuthoringType | str | None:
        """Return authoring_type, or None."""

    def set_authoring_type(self, value: Site.AuthoringType | str | None) -> Self: ...
    def get_github_url(self) -> str | None:
        """Return github_url, or None."""

    def set_github_url(self, value: str | None) -> Self: ...
    def get_delivery_config(self) -> Any:
        """Return delivery_config, or None."""

    def set_delivery_config(self, value: Any) -> Self: ...
    def get_hlx_config(self) -> Any:
        """Return hlx_config, or None."""

    def set_hlx_config(self, value: Any) -> Self: ...
    def get_is_sandbox(self) -> bool | None:
        """Return is_sandbox, or None."""

    def set_is_sandbox(self, value: bool | None) -> Self: ...
    def get_is_live(self) -> bool:
        """Return is_live."""

    def set_is_live(self, value: bool) -> Self: ...
    def get_is_live_toggled_at(self) -> str | None:
        """Return is_live_toggled_at, or None."""

    def set_is_live_toggled_at(self, value: str | datetime | None) -> Self: ...
    def get_external_owner_id(self) -> str | None:
        """Return external_owner_id, or None."""

    def get_external_site_id(self) -> str | None:
        """Return external_site_id, or None."""

    def get_page_types(self) -> list[dict[str, Any]] | None:
        """Return page_types, or None."""

    def set_page_types(self, value: list[dict[str, Any]] | tuple[dict[str, Any], ...] | None) -> Self: ...
    def get_project_id(self) -> str | None:
        """Return project_id, or None."""

    def set_project_id(self, value: str | None) -> Self: ...

class Site(_SiteFields, BaseModel):
    ENTITY_NAME: ClassVar[str]

    class DeliveryType(StrEnum):
        AEM_CS = "aem_cs"
        AEM_EDGE = "aem_edge"
        AEM_AMS = "aem_ams"
        AEM_HEADLESS = "aem_headless"
        OTHER = "other"

    class AuthoringType(StrEnum):
        CS_CW = "cs/crosswalk"
        CS = "cs"
        AMS = "ams"
        SP = "sharepoint"
        GD = "googledocs"
        DA = "documentauthoring"

    DEFAULT_DELIVERY_TYPE: ClassVar[DeliveryType]

    def toggle_live(self) -> Self: ...
    def set_config(self, value: Config | Mapping[str, Any]) -> Self: ...
    def resolve_final_url(
        self, *, timeout: float = 10.0, client: httpx.Client | httpx.AsyncClient | None = None
    ) -> str: ...
    def update(self, **values: Unpack[_SiteUpdates]) -> Self: ...
    def get_organization(self, *, include: Sequence[_OrganizationInclude] = ()) -> Organization | None:
        """Return the Organization that this entity belongs to, or None."""

    @overload
    def get_audits(self, **options: Unpack[_AuditModel]) -> Audit | None:
        """Return all of this entity's Audit children. Takes the options of `all`."""

    @overload
    def get_audits(self, **options: Unpack[_AuditCursor]) -> Page[Audit]: ...
    @overload
    def get_audits(self, **options: Unpack[_AuditList]) -> list[Audit]: ...
    @overload
    def get_audits_by_audit_type(self, audit_type: str, **options: Unpack[_AuditModel]) -> Audit | None:
        """Return all of this entity's Audit children by audit_type. Takes the options of `all`."""

    @overload
    def get_audits_by_audit_type(self, audit_type: str, **options: Unpack[_AuditCursor]) -> Page[Audit]: ...
    @overload
    def get_audits_by_audit_type(self, audit_type: str, **options: Unpack[_AuditList]) -> list[Audit]: ...
    @overload
    def get_audits_by_audit_type_and_audited_at(
        self, audit_type: str, audited_at: str | datetime, **options: Unpack[_AuditModel]
    ) -> Audit | None:
        """Return all of this entity's Audit children by audit_type, audited_at. Takes the options of `all`."""

    @overload
    def get_audits_by_audit_type_and_audited_at(
        self, audit_type: str, audited_at: str | datetime, **options: Unpack[_AuditCursor]
    ) -> Page[Audit]: ...
    @overload
    def get_audits_by_audit_type_and_audited_at(
        self, audit_type: str, audited_at: str | datetime, **options: Unpack[_AuditList]
    ) -> list[Audit]: ...
    @overload
    def get_experiments(self, **options: Unpack[_ExperimentModel]) -> Experiment | None:
        """Return all of this entity's Experiment children. Takes the options of `all`."""

    @overload
    def get_experiments(self, **options: Unpack[_ExperimentCursor]) -> Page[Experiment]: ...
    @overload
    def get_experiments(self, **options: Unpack[_ExperimentList]) -> list[Experiment]: ...
    @overload
    def get_experiments_by_exp_id(self, exp_id: str, **options: Unpack[_ExperimentModel]) -> Experiment | None:
        """Return all of this entity's Experiment children by exp_id. Takes the options of `all`."""

    @overload
    def get_experiments_by_exp_id(self, exp_id: str, **options: Unpack[_ExperimentCursor]) -> Page[Experiment]: ...
    @overload
    def get_experiments_by_exp_id(self, exp_id: str, **options: Unpack[_ExperimentList]) -> list[Experiment]: ...
    @overload
    def get_experiments_by_exp_id_and_url(
        self, exp_id: str, url: str, **options: Unpack[_ExperimentModel]
    ) -> Experiment | None:
        """Return all of this entity's Experiment children by exp_id, url. Takes the options of `all`."""

    @overload
    def get_experiments_by_exp_id_and_url(
        self, exp_id: str, url: str, **options: Unpack[_ExperimentCursor]
    ) -> Page[Experiment]: ...
    @overload
    def get_experiments_by_exp_id_and_url(
        self, exp_id: str, url: str, **options: Unpack[_ExperimentList]
    ) -> list[Experiment]: ...
    @overload
    def get_experiments_by_exp_id_and_url_and_updated_at(
        self, exp_id: str, url: str, updated_at: str | datetime, **options: Unpack[_ExperimentModel]
    ) -> Experiment | None:
        """Return all of this entity's Experiment children by exp_id, url, updated_at. Takes the options of `all`."""

    @overload
    def get_experiments_by_exp_id_and_url_and_updated_at(
        self, exp_id: str, url: str, updated_at: str | datetime, **options: Unpack[_ExperimentCursor]
    ) -> Page[Experiment]: ...
    @overload
    def get_experiments_by_exp_id_and_url_and_updated_at(
        self, exp_id: str, url: str, updated_at: str | datetime, **options: Unpack[_ExperimentList]
    ) -> list[Experiment]: ...
    @overload
    def get_key_events(self, **options: Unpack[_KeyEventModel]) -> KeyEvent | None:
        """Return all of this entity's KeyEvent children. Takes the options of `all`."""

    @overload
    def get_key_events(self, **options: Unpack[_KeyEventCursor]) -> Page[KeyEvent]: ...
    @overload
    def get_key_events(self, **options: Unpack[_KeyEventList]) -> list[KeyEvent]: ...
    @overload
    def get_key_events_by_time(self, time: str | datetime, **options: Unpack[_KeyEventModel]) -> KeyEvent | None:
        """Return all of this entity's KeyEvent children by time. Takes the options of `all`."""

    @overload
    def get_key_events_by_time(self, time: str | datetime, **options: Unpack[_KeyEventCursor]) -> Page[KeyEvent]: ...
    @overload
    def get_key_events_by_time(self, time: str | datetime, **options: Unpack[_KeyEventList]) -> list[KeyEvent]: ...
    @overload
    def get_latest_audits(self, **options: Unpack[_LatestAuditModel]) -> Audit | None:
        """Return all of this entity's LatestAudit children. Takes the options of `all`."""

    @overload
    def get_latest_audits(self, **options: Unpack[_LatestAuditCursor]) -> Page[Audit]: ...
    @overload
    def get_latest_audits(self, **options: Unpack[_LatestAuditList]) -> list[Audit]: ...
    @overload
    def get_latest_audits_by_audit_type(self, audit_type: str, **options: Unpack[_LatestAuditModel]) -> Audit | None:
        """Return all of this entity's LatestAudit children by audit_type. Takes the options of `all`."""

    @overload
    def get_latest_audits_by_audit_type(
        self, audit_type: str, **options: Unpack[_LatestAuditCursor]
    ) -> Page[Audit]: ...
    @overload
    def get_latest_audits_by_audit_type(self, audit_type: str, **options: Unpack[_LatestAuditList]) -> list[Audit]: ...
    def get_latest_audit(self, **options: Unpack[_LatestAuditFind]) -> Audit | None:
        """Return this entity's LatestAudit. Takes the options of `all`."""

    def get_latest_audit_by_audit_type(self, audit_type: str, **options: Unpack[_LatestAuditFind]) -> Audit | None:
        """Return this entity's LatestAudit by audit_type. Takes the options of `all`."""

    @overload
    def get_opportunities(self, **options: Unpack[_OpportunityModel]) -> Opportunity | None:
        """Return all of this entity's Opportunity children. Takes the options of `all`."""

    @overload
    def get_opportunities(self, **options: Unpack[_OpportunityCursor]) -> Page[Opportunity]: ...
    @overload
    def get_opportunities(self, **options: Unpack[_OpportunityList]) -> list[Opportunity]: ...
    @overload
    def get_opportunities_by_status(
        self, status: Opportunity.Status | str, **options: Unpack[_OpportunityModel]
    ) -> Opportunity | None:
        """Return all of this entity's Opportunity children by status. Takes the options of `all`."""

    @overload
    def get_opportunities_by_status(
        self, status: Opportunity.Status | str, **options: Unpack[_OpportunityCursor]
    ) -> Page[Opportunity]: ...
    @overload
    def get_opportunities_by_status(
        self, status: Opportunity.Status | str, **options: Unpack[_OpportunityList]
    ) -> list[Opportunity]: ...
    @overload
    def get_opportunities_by_status_and_updated_at(
        self, status: Opportunity.Status | str, updated_at: str | datetime, **options: Unpack[_OpportunityModel]
    ) -> Opportunity | None:
        """Return all of this entity's Opportunity children by status, updated_at. Takes the options of `all`."""

    @overload
    def get_opportunities_by_status_and_updated_at(
        self, status: Opportunity.Status | str, updated_at: str | datetime, **options: Unpack[_OpportunityCursor]
    ) -> Page[Opportunity]: ...
    @overload
    def get_opportunities_by_status_and_updated_at(
        self, status: Opportunity.Status | str, updated_at: str | datetime, **options: Unpack[_OpportunityList]
    ) -> list[Opportunity]: ...
    @overload
    def get_site_candidates(self, **options: Unpack[_SiteCandidateModel]) -> SiteCandidate | None:
        """Return all of this entity's SiteCandidate children. Takes the options of `all`."""

    @overload
    def get_site_candidates(self, **options: Unpack[_SiteCandidateCursor]) -> Page[SiteCandidate]: ...
    @overload
    def get_site_candidates(self, **options: Unpack[_SiteCandidateList]) -> list[SiteCandidate]: ...
    @overload
    def get_site_enrollments(self, **options: Unpack[_SiteEnrollmentModel]) -> SiteEnrollment | None:
        """Return all of this entity's SiteEnrollment children. Takes the options of `all`."""

    @overload
    def get_site_enrollments(self, **options: Unpack[_SiteEnrollmentCursor]) -> Page[SiteEnrollment]: ...
    @overload
    def get_site_enrollments(self, **options: Unpack[_SiteEnrollmentList]) -> list[SiteEnrollment]: ...
    @overload
    def get_site_ims_org_accesses(self, **options: Unpack[_SiteImsOrgAccessModel]) -> SiteImsOrgAccess | None:
        """Return all of this entity's SiteImsOrgAccess children. Takes the options of `all`."""

    @overload
    def get_site_ims_org_accesses(self, **options: Unpack[_SiteImsOrgAccessCursor]) -> Page[SiteImsOrgAccess]: ...
    @overload
    def get_site_ims_org_accesses(self, **options: Unpack[_SiteImsOrgAccessList]) -> list[SiteImsOrgAccess]: ...
    @overload
    def get_site_top_forms(self, **options: Unpack[_SiteTopFormModel]) -> SiteTopForm | None:
        """Return all of this entity's SiteTopForm children. Takes the options of `all`."""

    @overload
    def get_site_top_forms(self, **options: Unpack[_SiteTopFormCursor]) -> Page[SiteTopForm]: ...
    @overload
    def get_site_top_forms(self, **options: Unpack[_SiteTopFormList]) -> list[SiteTopForm]: ...
    @overload
    def get_site_top_forms_by_source(self, source: str, **options: Unpack[_SiteTopFormModel]) -> SiteTopForm | None:
        """Return all of this entity's SiteTopForm children by source. Takes the options of `all`."""

    @overload
    def get_site_top_forms_by_source(self, source: str, **options: Unpack[_SiteTopFormCursor]) -> Page[SiteTopForm]: ...
    @overload
    def get_site_top_forms_by_source(self, source: str, **options: Unpack[_SiteTopFormList]) -> list[SiteTopForm]: ...
    @overload
    def get_site_top_forms_by_source_and_traffic(
        self, source: str, traffic: float, **options: Unpack[_SiteTopFormModel]
    ) -> SiteTopForm | None:
        """Return all of this entity's SiteTopForm children by source, traffic. Takes the options of `all`."""

    @overload
    def get_site_top_forms_by_source_and_traffic(
        self, source: str, traffic: float, **options: Unpack[_SiteTopFormCursor]
    ) -> Page[SiteTopForm]: ...
    @overload
    def get_site_top_forms_by_source_and_traffic(
        self, source: str, traffic: float, **options: Unpack[_SiteTopFormList]
    ) -> list[SiteTopForm]: ...
    @overload
    def get_site_top_pages(self, **options: Unpack[_SiteTopPageModel]) -> SiteTopPage | None:
        """Return all of this entity's SiteTopPage children. Takes the options of `all`."""

    @overload
    def get_site_top_pages(self, **options: Unpack[_SiteTopPageCursor]) -> Page[SiteTopPage]: ...
    @overload
    def get_site_top_pages(self, **options: Unpack[_SiteTopPageList]) -> list[SiteTopPage]: ...
    @overload
    def get_site_top_pages_by_source(self, source: str, **options: Unpack[_SiteTopPageModel]) -> SiteTopPage | None:
        """Return all of this entity's SiteTopPage children by source. Takes the options of `all`."""

    @overload
    def get_site_top_pages_by_source(self, source: str, **options: Unpack[_SiteTopPageCursor]) -> Page[SiteTopPage]: ...
    @overload
    def get_site_top_pages_by_source(self, source: str, **options: Unpack[_SiteTopPageList]) -> list[SiteTopPage]: ...
    @overload
    def get_site_top_pages_by_source_and_geo(
        self, source: str, geo: str, **options: Unpack[_SiteTopPageModel]
    ) -> SiteTopPage | None:
        """Return all of this entity's SiteTopPage children by source, geo. Takes the options of `all`."""

    @overload
    def get_site_top_pages_by_source_and_geo(
        self, source: str, geo: str, **options: Unpack[_SiteTopPageCursor]
    ) -> Page[SiteTopPage]: ...
    @overload
    def get_site_top_pages_by_source_and_geo(
        self, source: str, geo: str, **options: Unpack[_SiteTopPageList]
    ) -> list[SiteTopPage]: ...
    @overload
    def get_site_top_pages_by_source_and_geo_and_traffic(
        self, source: str, geo: str, traffic: float, **options: Unpack[_SiteTopPageModel]
    ) -> SiteTopPage | None:
        """Return all of this entity's SiteTopPage children by source, geo, traffic. Takes the options of `all`."""

    @overload
    def get_site_top_pages_by_source_and_geo_and_traffic(
        self, source: str, geo: str, traffic: float, **options: Unpack[_SiteTopPageCursor]
    ) -> Page[SiteTopPage]: ...
    @overload
    def get_site_top_pages_by_source_and_geo_and_traffic(
        self, source: str, geo: str, traffic: float, **options: Unpack[_SiteTopPageList]
    ) -> list[SiteTopPage]: ...
    @overload
    def get_trial_user_activities(self, **options: Unpack[_TrialUserActivityModel]) -> TrialUserActivity | None:
        """Return all of this entity's TrialUserActivity children. Takes the options of `all`."""

    @overload
    def get_trial_user_activities(self, **options: Unpack[_TrialUserActivityCursor]) -> Page[TrialUserActivity]: ...
    @overload
    def get_trial_user_activities(self, **options: Unpack[_TrialUserActivityList]) -> list[TrialUserActivity]: ...
    @overload
    def get_page_intents(self, **options: Unpack[_PageIntentModel]) -> PageIntent | None:
        """Return all of this entity's PageIntent children. Takes the options of `all`."""

    @overload
    def get_page_intents(self, **options: Unpack[_PageIntentCursor]) -> Page[PageIntent]: ...
    @overload
    def get_page_intents(self, **options: Unpack[_PageIntentList]) -> list[PageIntent]: ...
    @overload
    def get_page_citabilities(self, **options: Unpack[_PageCitabilityModel]) -> PageCitability | None:
        """Return all of this entity's PageCitability children. Takes the options of `all`."""

    @overload
    def get_page_citabilities(self, **options: Unpack[_PageCitabilityCursor]) -> Page[PageCitability]: ...
    @overload
    def get_page_citabilities(self, **options: Unpack[_PageCitabilityList]) -> list[PageCitability]: ...

class AsyncSite(_SiteFields, AsyncBaseModel):
    """A site of an organization.

    ``external_owner_id`` and ``external_site_id`` are the IDs used by the site's platform. They are derived
    from the authoring type and the platform's configuration. Removing a site also removes its delegations.
    """

    ENTITY_NAME: ClassVar[str]
    DeliveryType: TypeAlias = Site.DeliveryType
    AuthoringType: TypeAlias = Site.AuthoringType
    DEFAULT_DELIVERY_TYPE: ClassVar[DeliveryType]

    def toggle_live(self) -> Self:
        """Toggle whether the site is live. `save` stores it."""

    def set_config(self, value: Config | Mapping[str, Any]) -> Self:
        """Set the configuration and return the model. `save` stores it.

        The environment variable ``CONFIG_VALIDATION_ENFORCEMENT`` says how an invalid configuration is
        handled: ``off`` accepts it, ``warn`` (the default) logs and accepts it, ``enforce`` rejects it. A
        value that is not a mapping, such as JSON text, is always rejected.

        Args:
            value: A `Config`, or a mapping.

        Raises:
            ValidationError: The value is not a mapping; or it is invalid, in mode ``enforce``
                (``Invalid config for Site: …``).
        """

    async def resolve_final_url(
        self, *, timeout: float = 10.0, client: httpx.Client | httpx.AsyncClient | None = None
    ) -> str:
        """Return the URL that the site's base URL redirects to.

        If the configuration overrides the base URL, return that without a request. A User-Agent in the
        configuration is sent with the requests.

        Args:
            timeout: The time to connect, and to wait for each response, in seconds.
            client: The client to use: an httpx.Client, or an httpx.AsyncClient in the async API. It is
                neither closed nor changed. The default is a new one.

        Returns:
            The URL without its scheme, such as ``www.example.com/en``.

        Raises:
            ValidationError: The timeout is not a positive number, the client has the wrong type, or the
                model was read without its base URL.
            UnavailableError: A server did not respond, or there are too many redirects.
        """

    async def update(self, **values: Unpack[_SiteUpdates]) -> Self: ...
    async def get_organization(self, *, include: Sequence[_OrganizationInclude] = ()) -> AsyncOrganization | None:
        """Return the Organization that this entity belongs to, or None."""

    @overload
    async def get_audits(self, **options: Unpack[_AuditModel]) -> AsyncAudit | None:
        """Return all of this entity's Audit children. Takes the options of `all`."""

    @overload
    async def get_audits(self, **options: Unpack[_AuditCursor]) -> Page[AsyncAudit]: ...
    @overload
    async def get_audits(self, **options: Unpack[_AuditList]) -> list[AsyncAudit]: ...
    @overload
    async def get_audits_by_audit_type(self, audit_type: str, **options: Unpack[_AuditModel]) -> AsyncAudit | None:
        """Return all of this entity's Audit children by audit_type. Takes the options of `all`."""

    @overload
    async def get_audits_by_audit_type(self, audit_type: str, **options: Unpack[_AuditCursor]) -> Page[AsyncAudit]: ...
    @overload
    async def get_audits_by_audit_type(self, audit_type: str, **options: Unpack[_AuditList]) -> list[AsyncAudit]: ...
    @overload
    async def get_audits_by_audit_type_and_audited_at(
        self, audit_type: str, audited_at: str | datetime, **options: Unpack[_AuditModel]
    ) -> AsyncAudit | None:
        """Return all of this entity's Audit children by audit_type, audited_at. Takes the options of `all`."""

    @overload
    async def get_audits_by_audit_type_and_audited_at(
        self, audit_type: str, audited_at: str | datetime, **options: Unpack[_AuditCursor]
    ) -> Page[AsyncAudit]: ...
    @overload
    async def get_audits_by_audit_type_and_audited_at(
        self, audit_type: str, audited_at: str | datetime, **options: Unpack[_AuditList]
    ) -> list[AsyncAudit]: ...
    @overload
    async def get_experiments(self, **options: Unpack[_ExperimentModel]) -> AsyncExperiment | None:
        """Return all of this entity's Experiment children. Takes the options of `all`."""

    @overload
    async def get_experiments(self, **options: Unpack[_ExperimentCursor]) -> Page[AsyncExperiment]: ...
    @overload
    async def get_experiments(self, **options: Unpack[_ExperimentList]) -> list[AsyncExperiment]: ...
    @overload
    async def get_experiments_by_exp_id(
        self, exp_id: str, **options: Unpack[_ExperimentModel]
    ) -> AsyncExperiment | None:
        """Return all of this entity's Experiment children by exp_id. Takes the options of `all`."""

    @overload
    async def get_experiments_by_exp_id(
        self, exp_id: str, **options: Unpack[_ExperimentCursor]
    ) -> Page[AsyncExperiment]: ...
    @overload
    async def get_experiments_by_exp_id(
        self, exp_id: str, **options: Unpack[_ExperimentList]
    ) -> list[AsyncExperiment]: ...
    @overload
    async def get_experiments_by_exp_id_and_url(
        self, exp_id: str, url: str, **options: Unpack[_ExperimentModel]
    ) -> AsyncExperiment | None:
        """Return all of this entity's Experiment children by exp_id, url. Takes the options of `all`."""

    @overload
    async def get_experiments_by_exp_id_and_url(
        self, exp_id: str, url: str, **options: Unpack[_ExperimentCursor]
    ) -> Page[AsyncExperiment]: ...
    @overload
    async def get_experiments_by_exp_id_and_url(
        self, exp_id: str, url: str, **options: Unpack[_ExperimentList]
    ) -> list[AsyncExperiment]: ...
    @overload
    async def get_experiments_by_exp_id_and_url_and_updated_at(
        self, exp_id: str, url: str, updated_at: str | datetime, **options: Unpack[_ExperimentModel]
    ) -> AsyncExperiment | None:
        """Return all of this entity's Experiment children by exp_id, url, updated_at. Takes the options of `all`."""

    @overload
    async def get_experiments_by_exp_id_and_url_and_updated_at(
        self, exp_id: str, url: str, updated_at: str | datetime, **options: Unpack[_ExperimentCursor]
    ) -> Page[AsyncExperiment]: ...
    @overload
    async def get_experiments_by_exp_id_and_url_and_updated_at(
        self, exp_id: str, url: str, updated_at: str | datetime, **options: Unpack[_ExperimentList]
    ) -> list[AsyncExperiment]: ...
    @overload
    async def get_key_events(self, **options: Unpack[_KeyEventModel]) -> AsyncKeyEvent | None:
        """Return all of this entity's KeyEvent children. Takes the options of `all`."""

    @overload
    async def get_key_events(self, **options: Unpack[_KeyEventCursor]) -> Page[AsyncKeyEvent]: ...
    @overload
    async def get_key_events(self, **options: Unpack[_KeyEventList]) -> list[AsyncKeyEvent]: ...
    @overload
    async def get_key_events_by_time(
        self, time: str | datetime, **options: Unpack[_KeyEventModel]
    ) -> AsyncKeyEvent | None:
        """Return all of this entity's KeyEvent children by time. Takes the options of `all`."""

    @overload
    async def get_key_events_by_time(
        self, time: str | datetime, **options: Unpack[_KeyEventCursor]
    ) -> Page[AsyncKeyEvent]: ...
    @overload
    async def get_key_events_by_time(
        self, time: str | datetime, **options: Unpack[_KeyEventList]
    ) -> list[AsyncKeyEvent]: ...
    @overload
    async def get_latest_audits(self, **options: Unpack[_LatestAuditModel]) -> AsyncAudit | None:
        """Return all of this entity's LatestAudit children. Takes the options of `all`."""

    @overload
    async def get_latest_audits(self, **options: Unpack[_LatestAuditCursor]) -> Page[AsyncAudit]: ...
    @overload
    async def get_latest_audits(self, **options: Unpack[_LatestAuditList]) -> list[AsyncAudit]: ...
    @overload
    async def get_latest_audits_by_audit_type(
        self, audit_type: str, **options: Unpack[_LatestAuditModel]
    ) -> AsyncAudit | None:
        """Return all of this entity's LatestAudit children by audit_type. Takes the options of `all`."""

    @overload
    async def get_latest_audits_by_audit_type(
        self, audit_type: str, **options: Unpack[_LatestAuditCursor]
    ) -> Page[AsyncAudit]: ...
    @overload
    async def get_latest_audits_by_audit_type(
        self, audit_type: str, **options: Unpack[_LatestAuditList]
    ) -> list[AsyncAudit]: ...
    async def get_latest_audit(self, **options: Unpack[_LatestAuditFind]) -> AsyncAudit | None:
        """Return this entity's LatestAudit. Takes the options of `all`."""

    async def get_latest_audit_by_audit_type(
        self, audit_type: str, **options: Unpack[_LatestAuditFind]
    ) -> AsyncAudit | None:
        """Return this entity's LatestAudit by audit_type. Takes the options of `all`."""

    @overload
    async def get_opportunities(self, **options: Unpack[_OpportunityModel]) -> AsyncOpportunity | None:
        """Return all of this entity's Opportunity children. Takes the options of `all`."""

    @overload
    async def get_opportunities(self, **options: Unpack[_OpportunityCursor]) -> Page[AsyncOpportunity]: ...
    @overload
    async def get_opportunities(self, **options: Unpack[_OpportunityList]) -> list[AsyncOpportunity]: ...
    @overload
    async def get_opportunities_by_status(
        self, status: Opportunity.Status | str, **options: Unpack[_OpportunityModel]
    ) -> AsyncOpportunity | None:
        """Return all of this entity's Opportunity children by status. Takes the options of `all`."""

    @overload
    async def get_opportunities_by_status(
        self, status: Opportunity.Status | str, **options: Unpack[_OpportunityCursor]
    ) -> Page[AsyncOpportunity]: ...
    @overload
    async def get_opportunities_by_status(
        self, status: Opportunity.Status | str, **options: Unpack[_OpportunityList]
    ) -> list[AsyncOpportunity]: ...
    @overload
    async def get_opportunities_by_status_and_updated_at(
        self, status: Opportunity.Status | str, updated_at: str | datetime, **options: Unpack[_OpportunityModel]
    ) -> AsyncOpportunity | None:
        """Return all of this entity's Opportunity children by status, updated_at. Takes the options of `all`."""

    @overload
    async def get_opportunities_by_status_and_updated_at(
        self, status: Opportunity.Status | str, updated_at: str | datetime, **options: Unpack[_OpportunityCursor]
    ) -> Page[AsyncOpportunity]: ...
    @overload
    async def get_opportunities_by_status_and_updated_at(
        self, status: Opportunity.Status | str, updated_at: str | datetime, **options: Unpack[_OpportunityList]
    ) -> list[AsyncOpportunity]: ...
    @overload
    async def get_site_candidates(self, **options: Unpack[_SiteCandidateModel]) -> AsyncSiteCandidate | None:
        """Return all of this entity's SiteCandidate children. Takes the options of `all`."""

    @overload
    async def get_site_candidates(self, **options: Unpack[_SiteCandidateCursor]) -> Page[AsyncSiteCandidate]: ...
    @overload
    async def get_site_candidates(self, **options: Unpack[_SiteCandidateList]) -> list[AsyncSiteCandidate]: ...
    @overload
    async def get_site_enrollments(self, **options: Unpack[_SiteEnrollmentModel]) -> AsyncSiteEnrollment | None:
        """Return all of this entity's SiteEnrollment children. Takes the options of `all`."""

    @overload
    async def get_site_enrollments(self, **options: Unpack[_SiteEnrollmentCursor]) -> Page[AsyncSiteEnrollment]: ...
    @overload
    async def get_site_enrollments(self, **options: Unpack[_SiteEnrollmentList]) -> list[AsyncSiteEnrollment]: ...
    @overload
    async def get_site_ims_org_accesses(
        self, **options: Unpack[_SiteImsOrgAccessModel]
    ) -> AsyncSiteImsOrgAccess | None:
        """Return all of this entity's SiteImsOrgAccess children. Takes the options of `all`."""

    @overload
    async def get_site_ims_org_accesses(
        self, **options: Unpack[_SiteImsOrgAccessCursor]
    ) -> Page[AsyncSiteImsOrgAccess]: ...
    @overload
    async def get_site_ims_org_accesses(
        self, **options: Unpack[_SiteImsOrgAccessList]
    ) -> list[AsyncSiteImsOrgAccess]: ...
    @overload
    async def get_site_top_forms(self, **options: Unpack[_SiteTopFormModel]) -> AsyncSiteTopForm | None:
        """Return all of this entity's SiteTopForm children. Takes the options of `all`."""

    @overload
    async def get_site_top_forms(self, **options: Unpack[_SiteTopFormCursor]) -> Page[AsyncSiteTopForm]: ...
    @overload
    async def get_site_top_forms(self, **options: Unpack[_SiteTopFormList]) -> list[AsyncSiteTopForm]: ...
    @overload
    async def get_site_top_forms_by_source(
        self, source: str, **options: Unpack[_SiteTopFormModel]
    ) -> AsyncSiteTopForm | None:
        """Return all of this entity's SiteTopForm children by source. Takes the options of `all`."""

    @overload
    async def get_site_top_forms_by_source(
        self, source: str, **options: Unpack[_SiteTopFormCursor]
    ) -> Page[AsyncSiteTopForm]: ...
    @overload
    async def get_site_top_forms_by_source(
        self, source: str, **options: Unpack[_SiteTopFormList]
    ) -> list[AsyncSiteTopForm]: ...
    @overload
    async def get_site_top_forms_by_source_and_traffic(
        self, source: str, traffic: float, **options: Unpack[_SiteTopFormModel]
    ) -> AsyncSiteTopForm | None:
        """Return all of this entity's SiteTopForm children by source, traffic. Takes the options of `all`."""

    @overload
    async def get_site_top_forms_by_source_and_traffic(
        self, source: str, traffic: float, **options: Unpack[_SiteTopFormCursor]
    ) -> Page[AsyncSiteTopForm]: ...
    @overload
    async def get_site_top_forms_by_source_and_traffic(
        self, source: str, traffic: float, **options: Unpack[_SiteTopFormList]
    ) -> list[AsyncSiteTopForm]: ...
    @overload
    async def get_site_top_pages(self, **options: Unpack[_SiteTopPageModel]) -> AsyncSiteTopPage | None:
        """Return all of this entity's SiteTopPage children. Takes the options of `all`."""

    @overload
    async def get_site_top_pages(self, **options: Unpack[_SiteTopPageCursor]) -> Page[AsyncSiteTopPage]: ...
    @overload
    async def get_site_top_pages(self, **options: Unpack[_SiteTopPageList]) -> list[AsyncSiteTopPage]: ...
    @overload
    async def get_site_top_pages_by_source(
        self, source: str, **options: Unpack[_SiteTopPageModel]
    ) -> AsyncSiteTopPage | None:
        """Return all of this entity's SiteTopPage children by source. Takes the options of `all`."""

    @overload
    async def get_site_top_pages_by_source(
        self, source: str, **options: Unpack[_SiteTopPageCursor]
    ) -> Page[AsyncSiteTopPage]: ...
    @overload
    async def get_site_top_pages_by_source(
        self, source: str, **options: Unpack[_SiteTopPageList]
    ) -> list[AsyncSiteTopPage]: ...
    @overload
    async def get_site_top_pages_by_source_and_geo(
        self, source: str, geo: str, **options: Unpack[_SiteTopPageModel]
    ) -> AsyncSiteTopPage | None:
        """Return all of this entity's SiteTopPage children by source, geo. Takes the options of `all`."""

    @overload
    async def get_site_top_pages_by_source_and_geo(
        self, source: str, geo: str, **options: Unpack[_SiteTopPageCursor]
    ) -> Page[AsyncSiteTopPage]: ...
    @overload
    async def get_site_top_pages_by_source_and_geo(
        self, source: str, geo: str, **options: Unpack[_SiteTopPageList]
    ) -> list[AsyncSiteTopPage]: ...
    @overload
    async def get_site_top_pages_by_source_and_geo_and_traffic(
        self, source: str, geo: str, traffic: float, **options: Unpack[_SiteTopPageModel]
    ) -> AsyncSiteTopPage | None:
        """Return all of this entity's SiteTopPage children by source, geo, traffic. Takes the options of `all`."""

    @overload
    async def get_site_top_pages_by_source_and_geo_and_traffic(
        self, source: str, geo: str, traffic: float, **options: Unpack[_SiteTopPageCursor]
    ) -> Page[AsyncSiteTopPage]: ...
    @overload
    async def get_site_top_pages_by_source_and_geo_and_traffic(
        self, source: str, geo: str, traffic: float, **options: Unpack[_SiteTopPageList]
    ) -> list[AsyncSiteTopPage]: ...
    @overload
    async def get_trial_user_activities(
        self, **options: Unpack[_TrialUserActivityModel]
    ) -> AsyncTrialUserActivity | None:
        """Return all of this entity's TrialUserActivity children. Takes the options of `all`."""

    @overload
    async def get_trial_user_activities(
        self, **options: Unpack[_TrialUserActivityCursor]
    ) -> Page[AsyncTrialUserActivity]: ...
    @overload
    async def get_trial_user_activities(
        self, **options: Unpack[_TrialUserActivityList]
    ) -> list[AsyncTrialUserActivity]: ...
    @overload
    async def get_page_intents(self, **options: Unpack[_PageIntentModel]) -> AsyncPageIntent | None:
        """Return all of this entity's PageIntent children. Takes the options of `all`."""

    @overload
    async def get_page_intents(self, **options: Unpack[_PageIntentCursor]) -> Page[AsyncPageIntent]: ...
    @overload
    async def get_page_intents(self, **options: Unpack[_PageIntentList]) -> list[AsyncPageIntent]: ...
    @overload
    async def get_page_citabilities(self, **options: Unpack[_PageCitabilityModel]) -> AsyncPageCitability | None:
        """Return all of this entity's PageCitability children. Takes the options of `all`."""

    @overload
    async def get_page_citabilities(self, **options: Unpack[_PageCitabilityCursor]) -> Page[AsyncPageCitability]: ...
    @overload
    async def get_page_citabilities(self, **options: Unpack[_PageCitabilityList]) -> list[AsyncPageCitability]: ...

def external_owner_id(_value: object, record: Record) -> str | None: ...
def external_site_id(_value: object, record: Record) -> str | None: ...
