import logging
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, Final, Generic, Self, TypeAlias, TypeVar

import httpx
from postgrest import (
    AsyncPostgrestClient,
    AsyncRPCFilterRequestBuilder,
    AsyncSelectRequestBuilder,
    SyncPostgrestClient,
    SyncRPCFilterRequestBuilder,
    SyncSelectRequestBuilder,
)

from spacecat_shared_data_access.config import DataAccessConfig
from spacecat_shared_data_access.models.access_grant_log import AccessGrantLogCollection, AsyncAccessGrantLogCollection
from spacecat_shared_data_access.models.api_key import ApiKeyCollection, AsyncApiKeyCollection
from spacecat_shared_data_access.models.async_job import AsyncAsyncJobCollection, AsyncJobCollection
from spacecat_shared_data_access.models.audit import AsyncAuditCollection, AuditCollection
from spacecat_shared_data_access.models.audit_url import AsyncAuditUrlCollection, AuditUrlCollection
from spacecat_shared_data_access.models.base.registry import AsyncEntityRegistry, EntityRegistry
from spacecat_shared_data_access.models.brand import AsyncBrandCollection, BrandCollection
from spacecat_shared_data_access.models.brand_semrush_project import (
    AsyncBrandSemrushProjectCollection,
    BrandSemrushProjectCollection,
)
from spacecat_shared_data_access.models.configuration.collection import (
    AsyncConfigurationCollection,
    ConfigurationCollection,
)
from spacecat_shared_data_access.models.consumer import AsyncConsumerCollection, ConsumerCollection
from spacecat_shared_data_access.models.contact_sales_lead import (
    AsyncContactSalesLeadCollection,
    ContactSalesLeadCollection,
)
from spacecat_shared_data_access.models.entitlement import AsyncEntitlementCollection, EntitlementCollection
from spacecat_shared_data_access.models.experiment import AsyncExperimentCollection, ExperimentCollection
from spacecat_shared_data_access.models.fix_entity.collection import AsyncFixEntityCollection, FixEntityCollection
from spacecat_shared_data_access.models.fix_entity_suggestion import (
    AsyncFixEntitySuggestionCollection,
    FixEntitySuggestionCollection,
)
from spacecat_shared_data_access.models.geo_experiment import AsyncGeoExperimentCollection, GeoExperimentCollection
from spacecat_shared_data_access.models.idempotency_key import AsyncIdempotencyKeyCollection, IdempotencyKeyCollection
from spacecat_shared_data_access.models.import_job import AsyncImportJobCollection, ImportJobCollection
from spacecat_shared_data_access.models.import_url import AsyncImportUrlCollection, ImportUrlCollection
from spacecat_shared_data_access.models.key_event import AsyncKeyEventCollection, KeyEventCollection
from spacecat_shared_data_access.models.latest_audit import AsyncLatestAuditCollection, LatestAuditCollection
from spacecat_shared_data_access.models.oauth_nonce import AsyncOAuthNonceCollection, OAuthNonceCollection
from spacecat_shared_data_access.models.opportunity import AsyncOpportunityCollection, OpportunityCollection
from spacecat_shared_data_access.models.organization import AsyncOrganizationCollection, OrganizationCollection
from spacecat_shared_data_access.models.page_citability import AsyncPageCitabilityCollection, PageCitabilityCollection
from spacecat_shared_data_access.models.page_intent import AsyncPageIntentCollection, PageIntentCollection
from spacecat_shared_data_access.models.plg_onboarding import AsyncPlgOnboardingCollection, PlgOnboardingCollection
from spacecat_shared_data_access.models.preflight import AsyncPreflightCollection, PreflightCollection
from spacecat_shared_data_access.models.project import AsyncProjectCollection, ProjectCollection
from spacecat_shared_data_access.models.report import AsyncReportCollection, ReportCollection
from spacecat_shared_data_access.models.scrape_job import AsyncScrapeJobCollection, ScrapeJobCollection
from spacecat_shared_data_access.models.scrape_url import AsyncScrapeUrlCollection, ScrapeUrlCollection
from spacecat_shared_data_access.models.sentiment_guideline import (
    AsyncSentimentGuidelineCollection,
    SentimentGuidelineCollection,
)
from spacecat_shared_data_access.models.sentiment_topic import AsyncSentimentTopicCollection, SentimentTopicCollection
from spacecat_shared_data_access.models.site.collection import AsyncSiteCollection, SiteCollection
from spacecat_shared_data_access.models.site_candidate import AsyncSiteCandidateCollection, SiteCandidateCollection
from spacecat_shared_data_access.models.site_enrollment import AsyncSiteEnrollmentCollection, SiteEnrollmentCollection
from spacecat_shared_data_access.models.site_ims_org_access import (
    AsyncSiteImsOrgAccessCollection,
    SiteImsOrgAccessCollection,
)
from spacecat_shared_data_access.models.site_top_form import AsyncSiteTopFormCollection, SiteTopFormCollection
from spacecat_shared_data_access.models.site_top_page import AsyncSiteTopPageCollection, SiteTopPageCollection
from spacecat_shared_data_access.models.suggestion.model import AsyncSuggestionCollection, SuggestionCollection
from spacecat_shared_data_access.models.suggestion_grant import (
    AsyncSuggestionGrantCollection,
    SuggestionGrantCollection,
)
from spacecat_shared_data_access.models.task_management_connection import (
    AsyncTaskManagementConnectionCollection,
    TaskManagementConnectionCollection,
)
from spacecat_shared_data_access.models.ticket import AsyncTicketCollection, TicketCollection
from spacecat_shared_data_access.models.ticket_suggestion import (
    AsyncTicketSuggestionCollection,
    TicketSuggestionCollection,
)
from spacecat_shared_data_access.models.token import AsyncTokenCollection, TokenCollection
from spacecat_shared_data_access.models.trial_user import AsyncTrialUserCollection, TrialUserCollection
from spacecat_shared_data_access.models.trial_user_activity import (
    AsyncTrialUserActivityCollection,
    TrialUserActivityCollection,
)
from spacecat_shared_data_access.postgrest._async import AsyncService
from spacecat_shared_data_access.postgrest._sync import SyncService
from spacecat_shared_data_access.postgrest.retry import RetryPolicy
from spacecat_shared_data_access.postgrest.rows import Row
from spacecat_shared_data_access.postgrest.service import Service
from spacecat_shared_data_access.postgrest.uncopyable import Uncopyable

S = TypeVar("S", bound=Service)
logger: Final[logging.Logger]
SyncSelect: TypeAlias = SyncSelectRequestBuilder | SyncRPCFilterRequestBuilder
AsyncSelect: TypeAlias = AsyncSelectRequestBuilder | AsyncRPCFilterRequestBuilder

class Services(Uncopyable, Generic[S]):
    __slots__ = ("_service",)

    def __init__(self, service: S) -> None: ...

class SyncServices(Services[SyncService]):
    __slots__ = ()

    @property
    def postgrest_client(self) -> SyncPostgrestClient: ...
    def all_rows(self, query: SyncSelect, *, unique: str | Sequence[str] = "id") -> list[Row]: ...
    def iterate_rows(self, query: SyncSelect, *, unique: str | Sequence[str] = "id") -> Iterator[Row]: ...
    def rpc(self, name: str, arguments: Mapping[str, Any] | None = None) -> Any: ...

class AsyncServices(Services[AsyncService]):
    __slots__ = ()

    @property
    def postgrest_client(self) -> AsyncPostgrestClient: ...
    async def all_rows(self, query: AsyncSelect, *, unique: str | Sequence[str] = "id") -> list[Row]: ...
    def iterate_rows(self, query: AsyncSelect, *, unique: str | Sequence[str] = "id") -> AsyncIterator[Row]: ...
    async def rpc(self, name: str, arguments: Mapping[str, Any] | None = None) -> Any: ...

class _Collections(Uncopyable, Generic[S]):
    config: DataAccessConfig

    def __init__(self, config: DataAccessConfig, service: S, log: logging.Logger) -> None: ...
    @property
    def closed(self) -> bool: ...
    def retrying(self, policy: RetryPolicy) -> AbstractContextManager[None]: ...
    def __dir__(self) -> list[str]: ...

class DataAccess(_Collections[SyncService]):
    services: SyncServices

    def __init__(self, config: DataAccessConfig, service: SyncService, log: logging.Logger) -> None: ...
    def close(self) -> None: ...
    def __enter__(self) -> Self: ...
    def __exit__(self, *_: object) -> None: ...
    registry: EntityRegistry
    AccessGrantLog: AccessGrantLogCollection
    ApiKey: ApiKeyCollection
    AsyncJob: AsyncJobCollection
    Audit: AuditCollection
    AuditUrl: AuditUrlCollection
    Brand: BrandCollection
    BrandSemrushProject: BrandSemrushProjectCollection
    Configuration: ConfigurationCollection
    Consumer: ConsumerCollection
    ContactSalesLead: ContactSalesLeadCollection
    Entitlement: EntitlementCollection
    Experiment: ExperimentCollection
    FixEntity: FixEntityCollection
    FixEntitySuggestion: FixEntitySuggestionCollection
    GeoExperiment: GeoExperimentCollection
    IdempotencyKey: IdempotencyKeyCollection
    ImportJob: ImportJobCollection
    ImportUrl: ImportUrlCollection
    KeyEvent: KeyEventCollection
    LatestAudit: LatestAuditCollection
    OAuthNonce: OAuthNonceCollection
    Opportunity: OpportunityCollection
    Organization: OrganizationCollection
    PageCitability: PageCitabilityCollection
    PageIntent: PageIntentCollection
    PlgOnboarding: PlgOnboardingCollection
    Preflight: PreflightCollection
    Project: ProjectCollection
    Report: ReportCollection
    ScrapeJob: ScrapeJobCollection
    ScrapeUrl: ScrapeUrlCollection
    SentimentGuideline: SentimentGuidelineCollection
    SentimentTopic: SentimentTopicCollection
    Site: SiteCollection
    SiteCandidate: SiteCandidateCollection
    SiteEnrollment: SiteEnrollmentCollection
    SiteImsOrgAccess: SiteImsOrgAccessCollection
    SiteTopForm: SiteTopFormCollection
    SiteTopPage: SiteTopPageCollection
    Suggestion: SuggestionCollection
    SuggestionGrant: SuggestionGrantCollection
    TaskManagementConnection: TaskManagementConnectionCollection
    Ticket: TicketCollection
    TicketSuggestion: TicketSuggestionCollection
    Token: TokenCollection
    TrialUser: TrialUserCollection
    TrialUserActivity: TrialUserActivityCollection

class AsyncDataAccess(_Collections[AsyncService]):
    services: AsyncServices

    def __init__(self, config: DataAccessConfig, service: AsyncService, log: logging.Logger) -> None: ...
    async def aclose(self) -> None: ...
    async def __aenter__(self) -> Self: ...
    async def __aexit__(self, *_: object) -> None: ...
    registry: AsyncEntityRegistry
    AccessGrantLog: AsyncAccessGrantLogCollection
    ApiKey: AsyncApiKeyCollection
    AsyncJob: AsyncAsyncJobCollection
    Audit: AsyncAuditCollection
    AuditUrl: AsyncAuditUrlCollection
    Brand: AsyncBrandCollection
    BrandSemrushProject: AsyncBrandSemrushProjectCollection
    Configuration: AsyncConfigurationCollection
    Consumer: AsyncConsumerCollection
    ContactSalesLead: AsyncContactSalesLeadCollection
    Entitlement: AsyncEntitlementCollection
    Experiment: AsyncExperimentCollection
    FixEntity: AsyncFixEntityCollection
    FixEntitySuggestion: AsyncFixEntitySuggestionCollection
    GeoExperiment: AsyncGeoExperimentCollection
    IdempotencyKey: AsyncIdempotencyKeyCollection
    ImportJob: AsyncImportJobCollection
    ImportUrl: AsyncImportUrlCollection
    KeyEvent: AsyncKeyEventCollection
    LatestAudit: AsyncLatestAuditCollection
    OAuthNonce: AsyncOAuthNonceCollection
    Opportunity: AsyncOpportunityCollection
    Organization: AsyncOrganizationCollection
    PageCitability: AsyncPageCitabilityCollection
    PageIntent: AsyncPageIntentCollection
    PlgOnboarding: AsyncPlgOnboardingCollection
    Preflight: AsyncPreflightCollection
    Project: AsyncProjectCollection
    Report: AsyncReportCollection
    ScrapeJob: AsyncScrapeJobCollection
    ScrapeUrl: AsyncScrapeUrlCollection
    SentimentGuideline: AsyncSentimentGuidelineCollection
    SentimentTopic: AsyncSentimentTopicCollection
    Site: AsyncSiteCollection
    SiteCandidate: AsyncSiteCandidateCollection
    SiteEnrollment: AsyncSiteEnrollmentCollection
    SiteImsOrgAccess: AsyncSiteImsOrgAccessCollection
    SiteTopForm: AsyncSiteTopFormCollection
    SiteTopPage: AsyncSiteTopPageCollection
    Suggestion: AsyncSuggestionCollection
    SuggestionGrant: AsyncSuggestionGrantCollection
    TaskManagementConnection: AsyncTaskManagementConnectionCollection
    Ticket: AsyncTicketCollection
    TicketSuggestion: AsyncTicketSuggestionCollection
    Token: AsyncTokenCollection
    TrialUser: AsyncTrialUserCollection
    TrialUserActivity: AsyncTrialUserActivityCollection

def create_data_access(
    config: Mapping[str, Any] | DataAccessConfig | None = None,
    *,
    log: logging.Logger | None = None,
    client: httpx.Client | None = None,
    **settings: Any,
) -> DataAccess: ...
def create_async_data_access(
    config: Mapping[str, Any] | DataAccessConfig | None = None,
    *,
    log: logging.Logger | None = None,
    client: httpx.AsyncClient | None = None,
    **settings: Any,
) -> AsyncDataAccess: ...
