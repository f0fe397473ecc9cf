# mypy: disable-error-code="overload-overlap, override"
"""Site: the model."""

import re
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import (
    Any,
    ClassVar,
    Final,
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

import httpx

from spacecat_shared_data_access.models.audit import AsyncAudit, Audit, AuditAttributes, _AuditName
from spacecat_shared_data_access.models.base import AsyncBaseModel, BaseModel
from spacecat_shared_data_access.models.base.options import FindOptions, ListOptions
from spacecat_shared_data_access.models.base.results import Page
from spacecat_shared_data_access.models.experiment import (
    AsyncExperiment,
    Experiment,
    ExperimentAttributes,
    _ExperimentName,
)
from spacecat_shared_data_access.models.key_event import (
    AsyncKeyEvent,
    KeyEvent,
    KeyEventAttributes,
    _KeyEventName,
)
from spacecat_shared_data_access.models.latest_audit import LatestAuditAttributes, _LatestAuditName
from spacecat_shared_data_access.models.opportunity import (
    AsyncOpportunity,
    Opportunity,
    OpportunityAttributes,
    _OpportunityName,
)
from spacecat_shared_data_access.models.organization import AsyncOrganization, Organization
from spacecat_shared_data_access.models.page_citability import (
    AsyncPageCitability,
    PageCitability,
    PageCitabilityAttributes,
    _PageCitabilityName,
)
from spacecat_shared_data_access.models.page_intent import (
    AsyncPageIntent,
    PageIntent,
    PageIntentAttributes,
    _PageIntentName,
)
from spacecat_shared_data_access.models.site_candidate import (
    AsyncSiteCandidate,
    SiteCandidate,
    SiteCandidateAttributes,
    _SiteCandidateName,
)
from spacecat_shared_data_access.models.site_config import Config
from spacecat_shared_data_access.models.site_enrollment import (
    AsyncSiteEnrollment,
    SiteEnrollment,
    SiteEnrollmentAttributes,
    _SiteEnrollmentName,
)
from spacecat_shared_data_access.models.site_ims_org_access import (
    AsyncSiteImsOrgAccess,
    SiteImsOrgAccess,
    SiteImsOrgAccessAttributes,
    _SiteImsOrgAccessName,
)
from spacecat_shared_data_access.models.site_top_form import (
    AsyncSiteTopForm,
    SiteTopForm,
    SiteTopFormAttributes,
    _SiteTopFormName,
)
from spacecat_shared_data_access.models.site_top_page import (
    AsyncSiteTopPage,
    SiteTopPage,
    SiteTopPageAttributes,
    _SiteTopPageName,
)
from spacecat_shared_data_access.models.trial_user_activity import (
    AsyncTrialUserActivity,
    TrialUserActivity,
    TrialUserActivityAttributes,
    _TrialUserActivityName,
)
from spacecat_shared_data_access.postgrest.where import Column
from spacecat_shared_data_access.schema.attribute import Record

AUTHOR_HOST: Final[re.Pattern[str]]
"How the host of a cloud service's author begins; its groups are the program and the environment."
_SiteName: TypeAlias = Literal[
    "site_id",
    "created_at",
    "updated_at",
    "updated_by",
    "organization_id",
    "base_url",
    "name",
    "is_primary_locale",
    "language",
    "region",
    "config",
    "code",
    "delivery_type",
    "authoring_type",
    "github_url",
    "delivery_config",
    "hlx_config",
    "is_sandbox",
    "is_live",
    "is_live_toggled_at",
    "external_owner_id",
    "external_site_id",
    "page_types",
    "project_id",
]

@type_check_only
class SiteItem(TypedDict):
    """What `create` takes, by Python name."""

    site_id: NotRequired[str | UUID]
    created_at: NotRequired[str | datetime]
    updated_at: NotRequired[str | datetime]
    updated_by: NotRequired[str | None]
    organization_id: str | UUID
    base_url: str
    name: NotRequired[str | None]
    is_primary_locale: NotRequired[bool | None]
    language: NotRequired[str | None]
    region: NotRequired[str | None]
    config: NotRequired[Any]
    code: NotRequired[Any]
    delivery_type: NotRequired[Site.DeliveryType | str]
    authoring_type: NotRequired[Site.AuthoringType | str | None]
    github_url: NotRequired[str | None]
    delivery_config: NotRequired[Any]
    hlx_config: NotRequired[Any]
    is_sandbox: NotRequired[bool | None]
    is_live: NotRequired[bool]
    is_live_toggled_at: NotRequired[str | datetime | None]
    external_owner_id: NotRequired[str | None]
    external_site_id: NotRequired[str | None]
    page_types: NotRequired[list[dict[str, Any]] | tuple[dict[str, Any], ...] | None]
    project_id: NotRequired[str | None]

@type_check_only
class SiteValues(TypedDict, total=False):
    """Values of some attributes, by Python name."""

    site_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
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
    external_owner_id: str | None
    external_site_id: str | None
    page_types: list[dict[str, Any]] | tuple[dict[str, Any], ...] | None
    project_id: str | None

@type_check_only
class SiteJsonItem(TypedDict):
    """What `create` takes, by JSON name."""

    siteId: NotRequired[str | UUID]
    createdAt: NotRequired[str | datetime]
    updatedAt: NotRequired[str | datetime]
    updatedBy: NotRequired[str | None]
    organizationId: str | UUID
    baseURL: str
    name: NotRequired[str | None]
    isPrimaryLocale: NotRequired[bool | None]
    language: NotRequired[str | None]
    region: NotRequired[str | None]
    config: NotRequired[Any]
    code: NotRequired[Any]
    deliveryType: NotRequired[Site.DeliveryType | str]
    authoringType: NotRequired[Site.AuthoringType | str | None]
    gitHubURL: NotRequired[str | None]
    deliveryConfig: NotRequired[Any]
    hlxConfig: NotRequired[Any]
    isSandbox: NotRequired[bool | None]
    isLive: NotRequired[bool]
    isLiveToggledAt: NotRequired[str | datetime | None]
    externalOwnerId: NotRequired[str | None]
    externalSiteId: NotRequired[str | None]
    pageTypes: NotRequired[list[dict[str, Any]] | tuple[dict[str, Any], ...] | None]
    projectId: NotRequired[str | None]

@type_check_only
class SiteJsonValues(TypedDict, total=False):
    """Values of some attributes, by JSON name."""

    siteId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    organizationId: str | UUID
    baseURL: str
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
class SiteAttributes:
    """What a where callback gets as ``attrs``."""

    site_id: Column
    created_at: Column
    updated_at: Column
    updated_by: Column
    organization_id: Column
    base_url: Column
    name: Column
    is_primary_locale: Column
    language: Column
    region: Column
    config: Column
    code: Column
    delivery_type: Column
    authoring_type: Column
    github_url: Column
    delivery_config: Column
    hlx_config: Column
    is_sandbox: Column
    is_live: Column
    is_live_toggled_at: Column
    external_owner_id: Column
    external_site_id: Column
    page_types: Column
    project_id: Column

    def __getitem__(self, column: str) -> Column: ...

class _SiteFields:
    """The getters and setters of a `Site`, blocking or not."""

    def get_site_id(self) -> str:
        """Give site_id."""

    def get_created_at(self) -> str:
        """Return the timestamp of creation."""

    def get_updated_at(self) -> str:
        """Return the timestamp of the last change; None where the table keeps none."""

    def get_updated_by(self) -> str | None:
        """Give updated_by; None where there is none."""

    def set_updated_by(self, value: str | None) -> Self:
        """Set updated_by and give the model back. `save` stores it."""

    def get_organization_id(self) -> str:
        """Give organization_id."""

    def set_organization_id(self, value: str | UUID) -> Self:
        """Set organization_id and give the model back. `save` stores it."""

    def get_base_url(self) -> str:
        """Give base_url."""

    def set_base_url(self, value: str) -> Self:
        """Set base_url and give the model back. `save` stores it."""

    def get_name(self) -> str | None:
        """Give name; None where there is none."""

    def set_name(self, value: str | None) -> Self:
        """Set name and give the model back. `save` stores it."""

    def get_is_primary_locale(self) -> bool | None:
        """Give is_primary_locale; None where there is none."""

    def set_is_primary_locale(self, value: bool | None) -> Self:
        """Set is_primary_locale and give the model back. `save` stores it."""

    def get_language(self) -> str | None:
        """Give language; None where there is none."""

    def set_language(self, value: str | None) -> Self:
        """Set language and give the model back. `save` stores it."""

    def get_region(self) -> str | None:
        """Give region; None where there is none."""

    def set_region(self, value: str | None) -> Self:
        """Set region and give the model back. `save` stores it."""

    def get_config(self) -> Any:
        """Give config."""

    def get_code(self) -> Any:
        """Give code; None where there is none."""

    def set_code(self, value: Any) -> Self:
        """Set code and give the model back. `save` stores it."""

    def get_delivery_type(self) -> Site.DeliveryType | str:
        """Give delivery_type."""

    def set_delivery_type(self, value: Site.DeliveryType | str) -> Self:
        """Set delivery_type and give the model back. `save` stores it."""

    def get_authoring_type(self) -> Site.AuthoringType | str | None:
        """Give authoring_type; None where there is none."""

    def set_authoring_type(self, value: Site.AuthoringType | str | None) -> Self:
        """Set authoring_type and give the model back. `save` stores it."""

    def get_github_url(self) -> str | None:
        """Give github_url; None where there is none."""

    def set_github_url(self, value: str | None) -> Self:
        """Set github_url and give the model back. `save` stores it."""

    def get_delivery_config(self) -> Any:
        """Give delivery_config; None where there is none."""

    def set_delivery_config(self, value: Any) -> Self:
        """Set delivery_config and give the model back. `save` stores it."""

    def get_hlx_config(self) -> Any:
        """Give hlx_config; None where there is none."""

    def set_hlx_config(self, value: Any) -> Self:
        """Set hlx_config and give the model back. `save` stores it."""

    def get_is_sandbox(self) -> bool | None:
        """Give is_sandbox; None where there is none."""

    def set_is_sandbox(self, value: bool | None) -> Self:
        """Set is_sandbox and give the model back. `save` stores it."""

    def get_is_live(self) -> bool:
        """Give is_live."""

    def set_is_live(self, value: bool) -> Self:
        """Set is_live and give the model back. `save` stores it."""

    def get_is_live_toggled_at(self) -> str | None:
        """Give is_live_toggled_at; None where there is none."""

    def set_is_live_toggled_at(self, value: str | datetime | None) -> Self:
        """Set is_live_toggled_at and give the model back. `save` stores it."""

    def get_external_owner_id(self) -> str | None:
        """Give external_owner_id; None where there is none."""

    def get_external_site_id(self) -> str | None:
        """Give external_site_id; None where there is none."""

    def get_page_types(self) -> list[dict[str, Any]] | None:
        """Give page_types; None where there is none."""

    def set_page_types(self, value: list[dict[str, Any]] | tuple[dict[str, Any], ...] | None) -> Self:
        """Set page_types and give the model back. `save` stores it."""

    def get_project_id(self) -> str | None:
        """Give project_id; None where there is none."""

    def set_project_id(self, value: str | None) -> Self:
        """Set project_id and give the model back. `save` stores it."""

class Site(_SiteFields, BaseModel):
    """One site of an organization.

    ``external_owner_id`` and ``external_site_id`` are by what its platform knows it: they follow from
    the authoring type and the platform's configuration. Removing a site removes the delegations of it.
    """

    ENTITY_NAME: ClassVar[str]

    class DeliveryType(StrEnum):
        """What delivers a site's pages."""

        AEM_CS = "aem_cs"
        AEM_EDGE = "aem_edge"
        AEM_AMS = "aem_ams"
        AEM_HEADLESS = "aem_headless"
        OTHER = "other"

    class AuthoringType(StrEnum):
        """Where a site's pages are written."""

        CS_CW = "cs/crosswalk"
        CS = "cs"
        AMS = "ams"
        SP = "sharepoint"
        GD = "googledocs"
        DA = "documentauthoring"

    DEFAULT_DELIVERY_TYPE: ClassVar[DeliveryType]

    def toggle_live(self) -> Self:
        """Make a site live that is not, and the other way round. `save` stores it."""

    def set_config(self, value: Config | Mapping[str, Any]) -> Self:
        """Set the configuration and give the model back. `save` stores it.

        What becomes of one that is not valid is up to ``CONFIG_VALIDATION_ENFORCEMENT``: ``off`` takes
        it, ``warn`` (the default) writes it to the log and takes it, ``enforce`` refuses it.

        Args:
            value: A `Config`, or a plain configuration.

        Raises:
            ValidationError: It is not valid, in mode ``enforce`` (``Invalid config for Site: …``); or
                it is None.
        """

    def resolve_final_url(
        self, *, timeout: float = 10.0, client: httpx.Client | httpx.AsyncClient | None = None
    ) -> str:
        """Find out where the site's base URL leads to, by asking for it and following redirects.

        Where the configuration overrides the base URL, that is the answer, and nobody is asked. Where it
        has a User-Agent, that is who asks.

        Args:
            timeout: Seconds to connect, and to wait for each answer.
            client: What to ask with: an httpx.Client, or an httpx.AsyncClient under asyncio. It is never
                closed nor changed. One of its own where not given.

        Returns:
            The URL without its scheme, such as ``www.example.com/en``.

        Raises:
            UnavailableError: A server did not answer, or the redirects do not end.
        """

    def get_organization(self) -> Organization | None:
        """Give the Organization that this entity belongs to, or None."""

    @overload
    def get_audits(
        self,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[AuditAttributes, _AuditName]],
    ) -> Audit | None:
        """Give all of this entity's Audit children. Takes the options of `all`."""

    @overload
    def get_audits(
        self,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[AuditAttributes, _AuditName]],
    ) -> Page[Audit]: ...
    @overload
    def get_audits(
        self,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[AuditAttributes, _AuditName]],
    ) -> list[Audit]: ...
    @overload
    def get_audits_by_audit_type(
        self,
        audit_type: str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[AuditAttributes, _AuditName]],
    ) -> Audit | None:
        """Give all of this entity's Audit children by audit_type. Takes the options of `all`."""

    @overload
    def get_audits_by_audit_type(
        self,
        audit_type: str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[AuditAttributes, _AuditName]],
    ) -> Page[Audit]: ...
    @overload
    def get_audits_by_audit_type(
        self,
        audit_type: str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[AuditAttributes, _AuditName]],
    ) -> list[Audit]: ...
    @overload
    def get_audits_by_audit_type_and_audited_at(
        self,
        audit_type: str,
        audited_at: str | datetime,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[AuditAttributes, _AuditName]],
    ) -> Audit | None:
        """Give all of this entity's Audit children by audit_type, audited_at. Takes the options of `all`."""

    @overload
    def get_audits_by_audit_type_and_audited_at(
        self,
        audit_type: str,
        audited_at: str | datetime,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[AuditAttributes, _AuditName]],
    ) -> Page[Audit]: ...
    @overload
    def get_audits_by_audit_type_and_audited_at(
        self,
        audit_type: str,
        audited_at: str | datetime,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[AuditAttributes, _AuditName]],
    ) -> list[Audit]: ...
    @overload
    def get_experiments(
        self,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ExperimentAttributes, _ExperimentName]],
    ) -> Experiment | None:
        """Give all of this entity's Experiment children. Takes the options of `all`."""

    @overload
    def get_experiments(
        self,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[ExperimentAttributes, _ExperimentName]],
    ) -> Page[Experiment]: ...
    @overload
    def get_experiments(
        self,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ExperimentAttributes, _ExperimentName]],
    ) -> list[Experiment]: ...
    @overload
    def get_experiments_by_exp_id(
        self,
        exp_id: str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ExperimentAttributes, _ExperimentName]],
    ) -> Experiment | None:
        """Give all of this entity's Experiment children by exp_id. Takes the options of `all`."""

    @overload
    def get_experiments_by_exp_id(
        self,
        exp_id: str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[ExperimentAttributes, _ExperimentName]],
    ) -> Page[Experiment]: ...
    @overload
    def get_experiments_by_exp_id(
        self,
        exp_id: str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ExperimentAttributes, _ExperimentName]],
    ) -> list[Experiment]: ...
    @overload
    def get_experiments_by_exp_id_and_url(
        self,
        exp_id: str,
        url: str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ExperimentAttributes, _ExperimentName]],
    ) -> Experiment | None:
        """Give all of this entity's Experiment children by exp_id, url. Takes the options of `all`."""

    @overload
    def get_experiments_by_exp_id_and_url(
        self,
        exp_id: str,
        url: str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[ExperimentAttributes, _ExperimentName]],
    ) -> Page[Experiment]: ...
    @overload
    def get_experiments_by_exp_id_and_url(
        self,
        exp_id: str,
        url: str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ExperimentAttributes, _ExperimentName]],
    ) -> list[Experiment]: ...
    @overload
    def get_experiments_by_exp_id_and_url_and_updated_at(
        self,
        exp_id: str,
        url: str,
        updated_at: str | datetime,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ExperimentAttributes, _ExperimentName]],
    ) -> Experiment | None:
        """Give all of this entity's Experiment children by exp_id, url, updated_at. Takes the options of `all`."""

    @overload
    def get_experiments_by_exp_id_and_url_and_updated_at(
        self,
        exp_id: str,
        url: str,
        updated_at: str | datetime,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[ExperimentAttributes, _ExperimentName]],
    ) -> Page[Experiment]: ...
    @overload
    def get_experiments_by_exp_id_and_url_and_updated_at(
        self,
        exp_id: str,
        url: str,
        updated_at: str | datetime,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ExperimentAttributes, _ExperimentName]],
    ) -> list[Experiment]: ...
    @overload
    def get_key_events(
        self,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[KeyEventAttributes, _KeyEventName]],
    ) -> KeyEvent | None:
        """Give all of this entity's KeyEvent children. Takes the options of `all`."""

    @overload
    def get_key_events(
        self,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[KeyEventAttributes, _KeyEventName]],
    ) -> Page[KeyEvent]: ...
    @overload
    def get_key_events(
        self,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[KeyEventAttributes, _KeyEventName]],
    ) -> list[KeyEvent]: ...
    @overload
    def get_key_events_by_time(
        self,
        time: str | datetime,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[KeyEventAttributes, _KeyEventName]],
    ) -> KeyEvent | None:
        """Give all of this entity's KeyEvent children by time. Takes the options of `all`."""

    @overload
    def get_key_events_by_time(
        self,
        time: str | datetime,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[KeyEventAttributes, _KeyEventName]],
    ) -> Page[KeyEvent]: ...
    @overload
    def get_key_events_by_time(
        self,
        time: str | datetime,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[KeyEventAttributes, _KeyEventName]],
    ) -> list[KeyEvent]: ...
    @overload
    def get_latest_audits(
        self,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[LatestAuditAttributes, _LatestAuditName]],
    ) -> Audit | None:
        """Give all of this entity's LatestAudit children. Takes the options of `all`."""

    @overload
    def get_latest_audits(
        self,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[LatestAuditAttributes, _LatestAuditName]],
    ) -> Page[Audit]: ...
    @overload
    def get_latest_audits(
        self,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[LatestAuditAttributes, _LatestAuditName]],
    ) -> list[Audit]: ...
    @overload
    def get_latest_audits_by_audit_type(
        self,
        audit_type: str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[LatestAuditAttributes, _LatestAuditName]],
    ) -> Audit | None:
        """Give all of this entity's LatestAudit children by audit_type. Takes the options of `all`."""

    @overload
    def get_latest_audits_by_audit_type(
        self,
        audit_type: str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[LatestAuditAttributes, _LatestAuditName]],
    ) -> Page[Audit]: ...
    @overload
    def get_latest_audits_by_audit_type(
        self,
        audit_type: str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[LatestAuditAttributes, _LatestAuditName]],
    ) -> list[Audit]: ...
    def get_latest_audit(
        self, **options: Unpack[FindOptions[LatestAuditAttributes, _LatestAuditName]]
    ) -> Audit | None:
        """Give this entity's LatestAudit. Takes the options of `all`."""

    def get_latest_audit_by_audit_type(
        self, audit_type: str, **options: Unpack[FindOptions[LatestAuditAttributes, _LatestAuditName]]
    ) -> Audit | None:
        """Give this entity's LatestAudit by audit_type. Takes the options of `all`."""

    @overload
    def get_opportunities(
        self,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[OpportunityAttributes, _OpportunityName]],
    ) -> Opportunity | None:
        """Give all of this entity's Opportunity children. Takes the options of `all`."""

    @overload
    def get_opportunities(
        self,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[OpportunityAttributes, _OpportunityName]],
    ) -> Page[Opportunity]: ...
    @overload
    def get_opportunities(
        self,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[OpportunityAttributes, _OpportunityName]],
    ) -> list[Opportunity]: ...
    @overload
    def get_opportunities_by_status(
        self,
        status: Opportunity.Status | str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[OpportunityAttributes, _OpportunityName]],
    ) -> Opportunity | None:
        """Give all of this entity's Opportunity children by status. Takes the options of `all`."""

    @overload
    def get_opportunities_by_status(
        self,
        status: Opportunity.Status | str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[OpportunityAttributes, _OpportunityName]],
    ) -> Page[Opportunity]: ...
    @overload
    def get_opportunities_by_status(
        self,
        status: Opportunity.Status | str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[OpportunityAttributes, _OpportunityName]],
    ) -> list[Opportunity]: ...
    @overload
    def get_opportunities_by_status_and_updated_at(
        self,
        status: Opportunity.Status | str,
        updated_at: str | datetime,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[OpportunityAttributes, _OpportunityName]],
    ) -> Opportunity | None:
        """Give all of this entity's Opportunity children by status, updated_at. Takes the options of `all`."""

    @overload
    def get_opportunities_by_status_and_updated_at(
        self,
        status: Opportunity.Status | str,
        updated_at: str | datetime,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[OpportunityAttributes, _OpportunityName]],
    ) -> Page[Opportunity]: ...
    @overload
    def get_opportunities_by_status_and_updated_at(
        self,
        status: Opportunity.Status | str,
        updated_at: str | datetime,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[OpportunityAttributes, _OpportunityName]],
    ) -> list[Opportunity]: ...
    @overload
    def get_site_candidates(
        self,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteCandidateAttributes, _SiteCandidateName]],
    ) -> SiteCandidate | None:
        """Give all of this entity's SiteCandidate children. Takes the options of `all`."""

    @overload
    def get_site_candidates(
        self,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[SiteCandidateAttributes, _SiteCandidateName]],
    ) -> Page[SiteCandidate]: ...
    @overload
    def get_site_candidates(
        self,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteCandidateAttributes, _SiteCandidateName]],
    ) -> list[SiteCandidate]: ...
    @overload
    def get_site_enrollments(
        self,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteEnrollmentAttributes, _SiteEnrollmentName]],
    ) -> SiteEnrollment | None:
        """Give all of this entity's SiteEnrollment children. Takes the options of `all`."""

    @overload
    def get_site_enrollments(
        self,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[SiteEnrollmentAttributes, _SiteEnrollmentName]],
    ) -> Page[SiteEnrollment]: ...
    @overload
    def get_site_enrollments(
        self,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteEnrollmentAttributes, _SiteEnrollmentName]],
    ) -> list[SiteEnrollment]: ...
    @overload
    def get_site_ims_org_accesses(
        self,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteImsOrgAccessAttributes, _SiteImsOrgAccessName]],
    ) -> SiteImsOrgAccess | None:
        """Give all of this entity's SiteImsOrgAccess children. Takes the options of `all`."""

    @overload
    def get_site_ims_org_accesses(
        self,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[SiteImsOrgAccessAttributes, _SiteImsOrgAccessName]],
    ) -> Page[SiteImsOrgAccess]: ...
    @overload
    def get_site_ims_org_accesses(
        self,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteImsOrgAccessAttributes, _SiteImsOrgAccessName]],
    ) -> list[SiteImsOrgAccess]: ...
    @overload
    def get_site_top_forms(
        self,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteTopFormAttributes, _SiteTopFormName]],
    ) -> SiteTopForm | None:
        """Give all of this entity's SiteTopForm children. Takes the options of `all`."""

    @overload
    def get_site_top_forms(
        self,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[SiteTopFormAttributes, _SiteTopFormName]],
    ) -> Page[SiteTopForm]: ...
    @overload
    def get_site_top_forms(
        self,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteTopFormAttributes, _SiteTopFormName]],
    ) -> list[SiteTopForm]: ...
    @overload
    def get_site_top_forms_by_source(
        self,
        source: str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteTopFormAttributes, _SiteTopFormName]],
    ) -> SiteTopForm | None:
        """Give all of this entity's SiteTopForm children by source. Takes the options of `all`."""

    @overload
    def get_site_top_forms_by_source(
        self,
        source: str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[SiteTopFormAttributes, _SiteTopFormName]],
    ) -> Page[SiteTopForm]: ...
    @overload
    def get_site_top_forms_by_source(
        self,
        source: str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteTopFormAttributes, _SiteTopFormName]],
    ) -> list[SiteTopForm]: ...
    @overload
    def get_site_top_forms_by_source_and_traffic(
        self,
        source: str,
        traffic: float,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteTopFormAttributes, _SiteTopFormName]],
    ) -> SiteTopForm | None:
        """Give all of this entity's SiteTopForm children by source, traffic. Takes the options of `all`."""

    @overload
    def get_site_top_forms_by_source_and_traffic(
        self,
        source: str,
        traffic: float,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[SiteTopFormAttributes, _SiteTopFormName]],
    ) -> Page[SiteTopForm]: ...
    @overload
    def get_site_top_forms_by_source_and_traffic(
        self,
        source: str,
        traffic: float,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteTopFormAttributes, _SiteTopFormName]],
    ) -> list[SiteTopForm]: ...
    @overload
    def get_site_top_pages(
        self,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteTopPageAttributes, _SiteTopPageName]],
    ) -> SiteTopPage | None:
        """Give all of this entity's SiteTopPage children. Takes the options of `all`."""

    @overload
    def get_site_top_pages(
        self,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[SiteTopPageAttributes, _SiteTopPageName]],
    ) -> Page[SiteTopPage]: ...
    @overload
    def get_site_top_pages(
        self,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteTopPageAttributes, _SiteTopPageName]],
    ) -> list[SiteTopPage]: ...
    @overload
    def get_site_top_pages_by_source(
        self,
        source: str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteTopPageAttributes, _SiteTopPageName]],
    ) -> SiteTopPage | None:
        """Give all of this entity's SiteTopPage children by source. Takes the options of `all`."""

    @overload
    def get_site_top_pages_by_source(
        self,
        source: str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[SiteTopPageAttributes, _SiteTopPageName]],
    ) -> Page[SiteTopPage]: ...
    @overload
    def get_site_top_pages_by_source(
        self,
        source: str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteTopPageAttributes, _SiteTopPageName]],
    ) -> list[SiteTopPage]: ...
    @overload
    def get_site_top_pages_by_source_and_geo(
        self,
        source: str,
        geo: str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteTopPageAttributes, _SiteTopPageName]],
    ) -> SiteTopPage | None:
        """Give all of this entity's SiteTopPage children by source, geo. Takes the options of `all`."""

    @overload
    def get_site_top_pages_by_source_and_geo(
        self,
        source: str,
        geo: str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[SiteTopPageAttributes, _SiteTopPageName]],
    ) -> Page[SiteTopPage]: ...
    @overload
    def get_site_top_pages_by_source_and_geo(
        self,
        source: str,
        geo: str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteTopPageAttributes, _SiteTopPageName]],
    ) -> list[SiteTopPage]: ...
    @overload
    def get_site_top_pages_by_source_and_geo_and_traffic(
        self,
        source: str,
        geo: str,
        traffic: float,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteTopPageAttributes, _SiteTopPageName]],
    ) -> SiteTopPage | None:
        """Give all of this entity's SiteTopPage children by source, geo, traffic. Takes the options of `all`."""

    @overload
    def get_site_top_pages_by_source_and_geo_and_traffic(
        self,
        source: str,
        geo: str,
        traffic: float,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[SiteTopPageAttributes, _SiteTopPageName]],
    ) -> Page[SiteTopPage]: ...
    @overload
    def get_site_top_pages_by_source_and_geo_and_traffic(
        self,
        source: str,
        geo: str,
        traffic: float,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteTopPageAttributes, _SiteTopPageName]],
    ) -> list[SiteTopPage]: ...
    @overload
    def get_trial_user_activities(
        self,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TrialUserActivityAttributes, _TrialUserActivityName]],
    ) -> TrialUserActivity | None:
        """Give all of this entity's TrialUserActivity children. Takes the options of `all`."""

    @overload
    def get_trial_user_activities(
        self,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[TrialUserActivityAttributes, _TrialUserActivityName]],
    ) -> Page[TrialUserActivity]: ...
    @overload
    def get_trial_user_activities(
        self,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TrialUserActivityAttributes, _TrialUserActivityName]],
    ) -> list[TrialUserActivity]: ...
    @overload
    def get_page_intents(
        self,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[PageIntentAttributes, _PageIntentName]],
    ) -> PageIntent | None:
        """Give all of this entity's PageIntent children. Takes the options of `all`."""

    @overload
    def get_page_intents(
        self,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[PageIntentAttributes, _PageIntentName]],
    ) -> Page[PageIntent]: ...
    @overload
    def get_page_intents(
        self,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[PageIntentAttributes, _PageIntentName]],
    ) -> list[PageIntent]: ...
    @overload
    def get_page_citabilities(
        self,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[PageCitabilityAttributes, _PageCitabilityName]],
    ) -> PageCitability | None:
        """Give all of this entity's PageCitability children. Takes the options of `all`."""

    @overload
    def get_page_citabilities(
        self,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[PageCitabilityAttributes, _PageCitabilityName]],
    ) -> Page[PageCitability]: ...
    @overload
    def get_page_citabilities(
        self,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[PageCitabilityAttributes, _PageCitabilityName]],
    ) -> list[PageCitability]: ...

class AsyncSite(_SiteFields, AsyncBaseModel):
    """One site of an organization.

    ``external_owner_id`` and ``external_site_id`` are by what its platform knows it: they follow from
    the authoring type and the platform's configuration. Removing a site removes the delegations of it.
    """

    ENTITY_NAME: ClassVar[str]
    DeliveryType: TypeAlias = Site.DeliveryType
    AuthoringType: TypeAlias = Site.AuthoringType
    DEFAULT_DELIVERY_TYPE: ClassVar[DeliveryType]

    def toggle_live(self) -> Self:
        """Make a site live that is not, and the other way round. `save` stores it."""

    def set_config(self, value: Config | Mapping[str, Any]) -> Self:
        """Set the configuration and give the model back. `save` stores it.

        What becomes of one that is not valid is up to ``CONFIG_VALIDATION_ENFORCEMENT``: ``off`` takes
        it, ``warn`` (the default) writes it to the log and takes it, ``enforce`` refuses it.

        Args:
            value: A `Config`, or a plain configuration.

        Raises:
            ValidationError: It is not valid, in mode ``enforce`` (``Invalid config for Site: …``); or
                it is None.
        """

    async def resolve_final_url(
        self, *, timeout: float = 10.0, client: httpx.Client | httpx.AsyncClient | None = None
    ) -> str:
        """Find out where the site's base URL leads to, by asking for it and following redirects.

        Where the configuration overrides the base URL, that is the answer, and nobody is asked. Where it
        has a User-Agent, that is who asks.

        Args:
            timeout: Seconds to connect, and to wait for each answer.
            client: What to ask with: an httpx.Client, or an httpx.AsyncClient under asyncio. It is never
                closed nor changed. One of its own where not given.

        Returns:
            The URL without its scheme, such as ``www.example.com/en``.

        Raises:
            UnavailableError: A server did not answer, or the redirects do not end.
        """

    async def get_organization(self) -> AsyncOrganization | None:
        """Give the Organization that this entity belongs to, or None."""

    @overload
    async def get_audits(
        self,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[AuditAttributes, _AuditName]],
    ) -> AsyncAudit | None:
        """Give all of this entity's Audit children. Takes the options of `all`."""

    @overload
    async def get_audits(
        self,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[AuditAttributes, _AuditName]],
    ) -> Page[AsyncAudit]: ...
    @overload
    async def get_audits(
        self,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[AuditAttributes, _AuditName]],
    ) -> list[AsyncAudit]: ...
    @overload
    async def get_audits_by_audit_type(
        self,
        audit_type: str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[AuditAttributes, _AuditName]],
    ) -> AsyncAudit | None:
        """Give all of this entity's Audit children by audit_type. Takes the options of `all`."""

    @overload
    async def get_audits_by_audit_type(
        self,
        audit_type: str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[AuditAttributes, _AuditName]],
    ) -> Page[AsyncAudit]: ...
    @overload
    async def get_audits_by_audit_type(
        self,
        audit_type: str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[AuditAttributes, _AuditName]],
    ) -> list[AsyncAudit]: ...
    @overload
    async def get_audits_by_audit_type_and_audited_at(
        self,
        audit_type: str,
        audited_at: str | datetime,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[AuditAttributes, _AuditName]],
    ) -> AsyncAudit | None:
        """Give all of this entity's Audit children by audit_type, audited_at. Takes the options of `all`."""

    @overload
    async def get_audits_by_audit_type_and_audited_at(
        self,
        audit_type: str,
        audited_at: str | datetime,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[AuditAttributes, _AuditName]],
    ) -> Page[AsyncAudit]: ...
    @overload
    async def get_audits_by_audit_type_and_audited_at(
        self,
        audit_type: str,
        audited_at: str | datetime,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[AuditAttributes, _AuditName]],
    ) -> list[AsyncAudit]: ...
    @overload
    async def get_experiments(
        self,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ExperimentAttributes, _ExperimentName]],
    ) -> AsyncExperiment | None:
        """Give all of this entity's Experiment children. Takes the options of `all`."""

    @overload
    async def get_experiments(
        self,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[ExperimentAttributes, _ExperimentName]],
    ) -> Page[AsyncExperiment]: ...
    @overload
    async def get_experiments(
        self,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ExperimentAttributes, _ExperimentName]],
    ) -> list[AsyncExperiment]: ...
    @overload
    async def get_experiments_by_exp_id(
        self,
        exp_id: str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ExperimentAttributes, _ExperimentName]],
    ) -> AsyncExperiment | None:
        """Give all of this entity's Experiment children by exp_id. Takes the options of `all`."""

    @overload
    async def get_experiments_by_exp_id(
        self,
        exp_id: str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[ExperimentAttributes, _ExperimentName]],
    ) -> Page[AsyncExperiment]: ...
    @overload
    async def get_experiments_by_exp_id(
        self,
        exp_id: str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ExperimentAttributes, _ExperimentName]],
    ) -> list[AsyncExperiment]: ...
    @overload
    async def get_experiments_by_exp_id_and_url(
        self,
        exp_id: str,
        url: str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ExperimentAttributes, _ExperimentName]],
    ) -> AsyncExperiment | None:
        """Give all of this entity's Experiment children by exp_id, url. Takes the options of `all`."""

    @overload
    async def get_experiments_by_exp_id_and_url(
        self,
        exp_id: str,
        url: str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[ExperimentAttributes, _ExperimentName]],
    ) -> Page[AsyncExperiment]: ...
    @overload
    async def get_experiments_by_exp_id_and_url(
        self,
        exp_id: str,
        url: str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ExperimentAttributes, _ExperimentName]],
    ) -> list[AsyncExperiment]: ...
    @overload
    async def get_experiments_by_exp_id_and_url_and_updated_at(
        self,
        exp_id: str,
        url: str,
        updated_at: str | datetime,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ExperimentAttributes, _ExperimentName]],
    ) -> AsyncExperiment | None:
        """Give all of this entity's Experiment children by exp_id, url, updated_at. Takes the options of `all`."""

    @overload
    async def get_experiments_by_exp_id_and_url_and_updated_at(
        self,
        exp_id: str,
        url: str,
        updated_at: str | datetime,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[ExperimentAttributes, _ExperimentName]],
    ) -> Page[AsyncExperiment]: ...
    @overload
    async def get_experiments_by_exp_id_and_url_and_updated_at(
        self,
        exp_id: str,
        url: str,
        updated_at: str | datetime,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[ExperimentAttributes, _ExperimentName]],
    ) -> list[AsyncExperiment]: ...
    @overload
    async def get_key_events(
        self,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[KeyEventAttributes, _KeyEventName]],
    ) -> AsyncKeyEvent | None:
        """Give all of this entity's KeyEvent children. Takes the options of `all`."""

    @overload
    async def get_key_events(
        self,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[KeyEventAttributes, _KeyEventName]],
    ) -> Page[AsyncKeyEvent]: ...
    @overload
    async def get_key_events(
        self,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[KeyEventAttributes, _KeyEventName]],
    ) -> list[AsyncKeyEvent]: ...
    @overload
    async def get_key_events_by_time(
        self,
        time: str | datetime,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[KeyEventAttributes, _KeyEventName]],
    ) -> AsyncKeyEvent | None:
        """Give all of this entity's KeyEvent children by time. Takes the options of `all`."""

    @overload
    async def get_key_events_by_time(
        self,
        time: str | datetime,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[KeyEventAttributes, _KeyEventName]],
    ) -> Page[AsyncKeyEvent]: ...
    @overload
    async def get_key_events_by_time(
        self,
        time: str | datetime,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[KeyEventAttributes, _KeyEventName]],
    ) -> list[AsyncKeyEvent]: ...
    @overload
    async def get_latest_audits(
        self,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[LatestAuditAttributes, _LatestAuditName]],
    ) -> AsyncAudit | None:
        """Give all of this entity's LatestAudit children. Takes the options of `all`."""

    @overload
    async def get_latest_audits(
        self,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[LatestAuditAttributes, _LatestAuditName]],
    ) -> Page[AsyncAudit]: ...
    @overload
    async def get_latest_audits(
        self,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[LatestAuditAttributes, _LatestAuditName]],
    ) -> list[AsyncAudit]: ...
    @overload
    async def get_latest_audits_by_audit_type(
        self,
        audit_type: str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[LatestAuditAttributes, _LatestAuditName]],
    ) -> AsyncAudit | None:
        """Give all of this entity's LatestAudit children by audit_type. Takes the options of `all`."""

    @overload
    async def get_latest_audits_by_audit_type(
        self,
        audit_type: str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[LatestAuditAttributes, _LatestAuditName]],
    ) -> Page[AsyncAudit]: ...
    @overload
    async def get_latest_audits_by_audit_type(
        self,
        audit_type: str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[LatestAuditAttributes, _LatestAuditName]],
    ) -> list[AsyncAudit]: ...
    async def get_latest_audit(
        self, **options: Unpack[FindOptions[LatestAuditAttributes, _LatestAuditName]]
    ) -> AsyncAudit | None:
        """Give this entity's LatestAudit. Takes the options of `all`."""

    async def get_latest_audit_by_audit_type(
        self, audit_type: str, **options: Unpack[FindOptions[LatestAuditAttributes, _LatestAuditName]]
    ) -> AsyncAudit | None:
        """Give this entity's LatestAudit by audit_type. Takes the options of `all`."""

    @overload
    async def get_opportunities(
        self,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[OpportunityAttributes, _OpportunityName]],
    ) -> AsyncOpportunity | None:
        """Give all of this entity's Opportunity children. Takes the options of `all`."""

    @overload
    async def get_opportunities(
        self,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[OpportunityAttributes, _OpportunityName]],
    ) -> Page[AsyncOpportunity]: ...
    @overload
    async def get_opportunities(
        self,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[OpportunityAttributes, _OpportunityName]],
    ) -> list[AsyncOpportunity]: ...
    @overload
    async def get_opportunities_by_status(
        self,
        status: Opportunity.Status | str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[OpportunityAttributes, _OpportunityName]],
    ) -> AsyncOpportunity | None:
        """Give all of this entity's Opportunity children by status. Takes the options of `all`."""

    @overload
    async def get_opportunities_by_status(
        self,
        status: Opportunity.Status | str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[OpportunityAttributes, _OpportunityName]],
    ) -> Page[AsyncOpportunity]: ...
    @overload
    async def get_opportunities_by_status(
        self,
        status: Opportunity.Status | str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[OpportunityAttributes, _OpportunityName]],
    ) -> list[AsyncOpportunity]: ...
    @overload
    async def get_opportunities_by_status_and_updated_at(
        self,
        status: Opportunity.Status | str,
        updated_at: str | datetime,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[OpportunityAttributes, _OpportunityName]],
    ) -> AsyncOpportunity | None:
        """Give all of this entity's Opportunity children by status, updated_at. Takes the options of `all`."""

    @overload
    async def get_opportunities_by_status_and_updated_at(
        self,
        status: Opportunity.Status | str,
        updated_at: str | datetime,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[OpportunityAttributes, _OpportunityName]],
    ) -> Page[AsyncOpportunity]: ...
    @overload
    async def get_opportunities_by_status_and_updated_at(
        self,
        status: Opportunity.Status | str,
        updated_at: str | datetime,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[OpportunityAttributes, _OpportunityName]],
    ) -> list[AsyncOpportunity]: ...
    @overload
    async def get_site_candidates(
        self,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteCandidateAttributes, _SiteCandidateName]],
    ) -> AsyncSiteCandidate | None:
        """Give all of this entity's SiteCandidate children. Takes the options of `all`."""

    @overload
    async def get_site_candidates(
        self,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[SiteCandidateAttributes, _SiteCandidateName]],
    ) -> Page[AsyncSiteCandidate]: ...
    @overload
    async def get_site_candidates(
        self,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteCandidateAttributes, _SiteCandidateName]],
    ) -> list[AsyncSiteCandidate]: ...
    @overload
    async def get_site_enrollments(
        self,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteEnrollmentAttributes, _SiteEnrollmentName]],
    ) -> AsyncSiteEnrollment | None:
        """Give all of this entity's SiteEnrollment children. Takes the options of `all`."""

    @overload
    async def get_site_enrollments(
        self,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[SiteEnrollmentAttributes, _SiteEnrollmentName]],
    ) -> Page[AsyncSiteEnrollment]: ...
    @overload
    async def get_site_enrollments(
        self,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteEnrollmentAttributes, _SiteEnrollmentName]],
    ) -> list[AsyncSiteEnrollment]: ...
    @overload
    async def get_site_ims_org_accesses(
        self,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteImsOrgAccessAttributes, _SiteImsOrgAccessName]],
    ) -> AsyncSiteImsOrgAccess | None:
        """Give all of this entity's SiteImsOrgAccess children. Takes the options of `all`."""

    @overload
    async def get_site_ims_org_accesses(
        self,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[SiteImsOrgAccessAttributes, _SiteImsOrgAccessName]],
    ) -> Page[AsyncSiteImsOrgAccess]: ...
    @overload
    async def get_site_ims_org_accesses(
        self,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteImsOrgAccessAttributes, _SiteImsOrgAccessName]],
    ) -> list[AsyncSiteImsOrgAccess]: ...
    @overload
    async def get_site_top_forms(
        self,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteTopFormAttributes, _SiteTopFormName]],
    ) -> AsyncSiteTopForm | None:
        """Give all of this entity's SiteTopForm children. Takes the options of `all`."""

    @overload
    async def get_site_top_forms(
        self,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[SiteTopFormAttributes, _SiteTopFormName]],
    ) -> Page[AsyncSiteTopForm]: ...
    @overload
    async def get_site_top_forms(
        self,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteTopFormAttributes, _SiteTopFormName]],
    ) -> list[AsyncSiteTopForm]: ...
    @overload
    async def get_site_top_forms_by_source(
        self,
        source: str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteTopFormAttributes, _SiteTopFormName]],
    ) -> AsyncSiteTopForm | None:
        """Give all of this entity's SiteTopForm children by source. Takes the options of `all`."""

    @overload
    async def get_site_top_forms_by_source(
        self,
        source: str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[SiteTopFormAttributes, _SiteTopFormName]],
    ) -> Page[AsyncSiteTopForm]: ...
    @overload
    async def get_site_top_forms_by_source(
        self,
        source: str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteTopFormAttributes, _SiteTopFormName]],
    ) -> list[AsyncSiteTopForm]: ...
    @overload
    async def get_site_top_forms_by_source_and_traffic(
        self,
        source: str,
        traffic: float,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteTopFormAttributes, _SiteTopFormName]],
    ) -> AsyncSiteTopForm | None:
        """Give all of this entity's SiteTopForm children by source, traffic. Takes the options of `all`."""

    @overload
    async def get_site_top_forms_by_source_and_traffic(
        self,
        source: str,
        traffic: float,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[SiteTopFormAttributes, _SiteTopFormName]],
    ) -> Page[AsyncSiteTopForm]: ...
    @overload
    async def get_site_top_forms_by_source_and_traffic(
        self,
        source: str,
        traffic: float,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteTopFormAttributes, _SiteTopFormName]],
    ) -> list[AsyncSiteTopForm]: ...
    @overload
    async def get_site_top_pages(
        self,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteTopPageAttributes, _SiteTopPageName]],
    ) -> AsyncSiteTopPage | None:
        """Give all of this entity's SiteTopPage children. Takes the options of `all`."""

    @overload
    async def get_site_top_pages(
        self,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[SiteTopPageAttributes, _SiteTopPageName]],
    ) -> Page[AsyncSiteTopPage]: ...
    @overload
    async def get_site_top_pages(
        self,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteTopPageAttributes, _SiteTopPageName]],
    ) -> list[AsyncSiteTopPage]: ...
    @overload
    async def get_site_top_pages_by_source(
        self,
        source: str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteTopPageAttributes, _SiteTopPageName]],
    ) -> AsyncSiteTopPage | None:
        """Give all of this entity's SiteTopPage children by source. Takes the options of `all`."""

    @overload
    async def get_site_top_pages_by_source(
        self,
        source: str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[SiteTopPageAttributes, _SiteTopPageName]],
    ) -> Page[AsyncSiteTopPage]: ...
    @overload
    async def get_site_top_pages_by_source(
        self,
        source: str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteTopPageAttributes, _SiteTopPageName]],
    ) -> list[AsyncSiteTopPage]: ...
    @overload
    async def get_site_top_pages_by_source_and_geo(
        self,
        source: str,
        geo: str,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteTopPageAttributes, _SiteTopPageName]],
    ) -> AsyncSiteTopPage | None:
        """Give all of this entity's SiteTopPage children by source, geo. Takes the options of `all`."""

    @overload
    async def get_site_top_pages_by_source_and_geo(
        self,
        source: str,
        geo: str,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[SiteTopPageAttributes, _SiteTopPageName]],
    ) -> Page[AsyncSiteTopPage]: ...
    @overload
    async def get_site_top_pages_by_source_and_geo(
        self,
        source: str,
        geo: str,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteTopPageAttributes, _SiteTopPageName]],
    ) -> list[AsyncSiteTopPage]: ...
    @overload
    async def get_site_top_pages_by_source_and_geo_and_traffic(
        self,
        source: str,
        geo: str,
        traffic: float,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteTopPageAttributes, _SiteTopPageName]],
    ) -> AsyncSiteTopPage | None:
        """Give all of this entity's SiteTopPage children by source, geo, traffic. Takes the options of `all`."""

    @overload
    async def get_site_top_pages_by_source_and_geo_and_traffic(
        self,
        source: str,
        geo: str,
        traffic: float,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[SiteTopPageAttributes, _SiteTopPageName]],
    ) -> Page[AsyncSiteTopPage]: ...
    @overload
    async def get_site_top_pages_by_source_and_geo_and_traffic(
        self,
        source: str,
        geo: str,
        traffic: float,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[SiteTopPageAttributes, _SiteTopPageName]],
    ) -> list[AsyncSiteTopPage]: ...
    @overload
    async def get_trial_user_activities(
        self,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TrialUserActivityAttributes, _TrialUserActivityName]],
    ) -> AsyncTrialUserActivity | None:
        """Give all of this entity's TrialUserActivity children. Takes the options of `all`."""

    @overload
    async def get_trial_user_activities(
        self,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[TrialUserActivityAttributes, _TrialUserActivityName]],
    ) -> Page[AsyncTrialUserActivity]: ...
    @overload
    async def get_trial_user_activities(
        self,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[TrialUserActivityAttributes, _TrialUserActivityName]],
    ) -> list[AsyncTrialUserActivity]: ...
    @overload
    async def get_page_intents(
        self,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[PageIntentAttributes, _PageIntentName]],
    ) -> AsyncPageIntent | None:
        """Give all of this entity's PageIntent children. Takes the options of `all`."""

    @overload
    async def get_page_intents(
        self,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[PageIntentAttributes, _PageIntentName]],
    ) -> Page[AsyncPageIntent]: ...
    @overload
    async def get_page_intents(
        self,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[PageIntentAttributes, _PageIntentName]],
    ) -> list[AsyncPageIntent]: ...
    @overload
    async def get_page_citabilities(
        self,
        *,
        limit: Literal[1],
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[PageCitabilityAttributes, _PageCitabilityName]],
    ) -> AsyncPageCitability | None:
        """Give all of this entity's PageCitability children. Takes the options of `all`."""

    @overload
    async def get_page_citabilities(
        self,
        *,
        return_cursor: Literal[True],
        limit: int | None = None,
        **options: Unpack[ListOptions[PageCitabilityAttributes, _PageCitabilityName]],
    ) -> Page[AsyncPageCitability]: ...
    @overload
    async def get_page_citabilities(
        self,
        *,
        limit: int | None = None,
        return_cursor: Literal[False] = False,
        **options: Unpack[ListOptions[PageCitabilityAttributes, _PageCitabilityName]],
    ) -> list[AsyncPageCitability]: ...

def authoring_type_of(host: str) -> Site.AuthoringType | None:
    """Give the authoring type that a preview's or an author's host tells of, or None."""

def external_owner_id(_value: object, record: Record) -> str | None:
    """Give by what a site's platform knows its owner: a set hook."""

def external_site_id(_value: object, record: Record) -> str | None:
    """Give by what a site's platform knows the site: a set hook."""
