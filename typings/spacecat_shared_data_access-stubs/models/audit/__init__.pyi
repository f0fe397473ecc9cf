# mypy: disable-error-code="overload-overlap, override, misc"
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar, Generic, Literal, TypeAlias, TypedDict, Unpack, overload, type_check_only
from uuid import UUID

from spacecat_shared_data_access.models.audit.steps import AuditStepDestinationConfig
from spacecat_shared_data_access.models.base import AsyncBaseCollection, AsyncBaseModel, BaseCollection, BaseModel
from spacecat_shared_data_access.models.base.collection import _Docs, _Iter, _List, _New, _Number, _One, _Page
from spacecat_shared_data_access.models.base.model import EntityAttributes, ReadOnly
from spacecat_shared_data_access.models.base.queries import (
    CursorOptions,
    FindOptions,
    ListOptions,
    ModelOptions,
    PageOptions,
)
from spacecat_shared_data_access.models.base.results import Page
from spacecat_shared_data_access.models.latest_audit import _LatestAuditFind
from spacecat_shared_data_access.models.opportunity import (
    AsyncOpportunity,
    Opportunity,
    _OpportunityCursor,
    _OpportunityList,
    _OpportunityModel,
)
from spacecat_shared_data_access.models.site.model import AsyncSite, Site, _SiteInclude
from spacecat_shared_data_access.postgrest.where import Expression, Operators
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.schema import Schema

class AuditType(StrEnum):
    APEX = "apex"
    CWV = "cwv"
    LHS_MOBILE = "lhs-mobile"
    LHS_DESKTOP = "lhs-desktop"
    NOT_FOUND = "404"
    SITEMAP = "sitemap"
    CANONICAL = "canonical"
    REDIRECT_CHAINS = "redirect-chains"
    BROKEN_BACKLINKS = "broken-backlinks"
    BROKEN_INTERNAL_LINKS = "broken-internal-links"
    CONTENT_FRAGMENT_UNUSED = "content-fragment-unused"
    CONTENT_FRAGMENT_UNUSED_AUTO_FIX = "content-fragment-unused-auto-fix"
    EXPERIMENTATION = "experimentation"
    CONVERSION = "conversion"
    ORGANIC_KEYWORDS = "organic-keywords"
    ORGANIC_TRAFFIC = "organic-traffic"
    EXPERIMENTATION_ESS_DAILY = "experimentation-ess-daily"
    EXPERIMENTATION_ESS_MONTHLY = "experimentation-ess-monthly"
    EXPERIMENTATION_OPPORTUNITIES = "experimentation-opportunities"
    META_TAGS = "meta-tags"
    LLM_ERROR_PAGES = "llm-error-pages"
    COSTS = "costs"
    STRUCTURED_DATA = "structured-data"
    RELATED_URLS = "related-urls"
    STRUCTURED_DATA_AUTO_SUGGEST = "structured-data-auto-suggest"
    FORMS_OPPORTUNITIES = "forms-opportunities"
    SITE_DETECTION = "site-detection"
    ALT_TEXT = "alt-text"
    ACCESSIBILITY = "accessibility"
    SECURITY_CSP = "security-csp"
    SECURITY_VULNERABILITIES = "security-vulnerabilities"
    SECURITY_PERMISSIONS = "security-permissions"
    SECURITY_REDUNDANT = "security-permissions-redundant"
    PAID = "paid"
    HREFLANG = "hreflang"
    HEADINGS = "headings"
    PAID_TRAFFIC_ANALYSIS_WEEKLY = "paid-traffic-analysis-weekly"
    PAID_TRAFFIC_ANALYSIS_MONTHLY = "paid-traffic-analysis-monthly"
    READABILITY = "readability"
    PRERENDER = "prerender"
    PRODUCT_METATAGS = "product-metatags"
    PRODUCT_METATAGS_AUTO_SUGGEST = "product-metatags-auto-suggest"
    PRODUCT_METATAGS_AUTO_FIX = "product-metatags-auto-fix"
    SUMMARIZATION = "summarization"
    PAGE_TYPE_DETECTION = "page-type-detection"
    FAQS = "faqs"
    CDN_LOGS_ANALYSIS = "cdn-logs-analysis"
    CDN_LOGS_REPORT = "cdn-logs-report"
    LLMO_REFERRAL_TRAFFIC = "llmo-referral-traffic"
    PAGE_INTENT = "page-intent"
    NO_CTA_ABOVE_THE_FOLD = "no-cta-above-the-fold"
    TOC = "toc"
    WIKIPEDIA_ANALYSIS = "wikipedia-analysis"
    REDDIT_ANALYSIS = "reddit-analysis"
    YOUTUBE_ANALYSIS = "youtube-analysis"
    CITED_ANALYSIS = "cited-analysis"
    COMMERCE_PRODUCT_ENRICHMENTS = "commerce-product-enrichments"
    COMMERCE_PRODUCT_ENRICHMENTS_YEARLY = "commerce-product-enrichments-yearly"
    COMMERCE_PRODUCT_PAGE_ENRICHMENT = "commerce-product-page-enrichment"
    COMMERCE_PRODUCT_CATALOG_ENRICHMENT = "commerce-product-catalog-enrichment"
    COMMERCE_PRODUCT_ENRICHMENTS_AUTO_FIX = "commerce-product-enrichments-auto-fix"
    COMMERCE_PRODUCT_CATALOG_ENRICHMENT_AUTO_FIX = "commerce-product-catalog-enrichment-auto-fix"
    CWV_TRENDS_AUDIT = "cwv-trends-audit"
    OFFSITE_BRAND_PRESENCE = "offsite-brand-presence"
    SEMANTIC_VALUE_VISIBILITY = "semantic-value-visibility"
    MONEY_PAGES = "money-pages"

_AuditType: TypeAlias = AuditType

class AuditStepDestination(StrEnum):
    CONTENT_SCRAPER = "content-scraper"
    IMPORT_WORKER = "import-worker"
    SCRAPE_CLIENT = "scrape-client"

# fmt: off
_AuditStepDestination: TypeAlias = AuditStepDestination
_AuditName: TypeAlias = Literal[
    "audit_id", "created_at", "updated_at", "updated_by", "site_id", "audit_result", "audit_type",
    "full_audit_ref", "is_live", "is_error", "invocation_id", "audited_at"
]
_AuditInclude: TypeAlias = Literal[
    "site", "site.organization", "site.audits", "site.experiments", "site.key_events",
    "site.latest_audits", "site.latest_audit", "site.opportunities", "site.site_candidates",
    "site.site_enrollments", "site.site_ims_org_accesses", "site.site_top_forms", "site.site_top_pages",
    "site.trial_user_activities", "site.page_intents", "site.page_citabilities", "latest_audit",
    "latest_audit.site", "latest_audit.latest_audit", "latest_audit.latest_audit.latest_audit",
    "latest_audit.latest_audit.opportunities", "latest_audit.opportunities",
    "latest_audit.opportunities.suggestions", "latest_audit.opportunities.fix_entities", "opportunities",
    "opportunities.site", "opportunities.suggestions", "opportunities.suggestions.fix_entity_suggestions",
    "opportunities.fix_entities", "opportunities.fix_entities.fix_entity_suggestions"
]
_AuditItems: TypeAlias = AuditItem | AuditJsonItem
_AuditKeys: TypeAlias = AuditValues | AuditJsonValues
_AuditFind: TypeAlias = FindOptions[AuditAttributes, _AuditName, _AuditInclude]
_AuditModel: TypeAlias = ModelOptions[AuditAttributes, _AuditName, _AuditInclude]
_AuditCursor: TypeAlias = CursorOptions[AuditAttributes, _AuditName, _AuditInclude]
_AuditList: TypeAlias = ListOptions[AuditAttributes, _AuditName, _AuditInclude]
# fmt: on

@type_check_only
class _AuditOptional(TypedDict, total=False):
    audit_id: str | UUID
    created_at: str | datetime
    updated_at: str | datetime
    updated_by: str | None
    audit_result: Any
    is_live: bool
    is_error: bool
    invocation_id: str | None
    audited_at: str | datetime

@type_check_only
class AuditItem(_AuditOptional):
    """An item of `create`, by Python name."""

    site_id: str | UUID
    audit_type: str
    full_audit_ref: str

@type_check_only
class AuditValues(_AuditOptional, total=False):
    """Values of some attributes, by Python name."""

    site_id: str | UUID
    audit_type: str
    full_audit_ref: str

@type_check_only
class _AuditJsonOptional(TypedDict, total=False):
    auditId: str | UUID
    createdAt: str | datetime
    updatedAt: str | datetime
    updatedBy: str | None
    auditResult: Any
    isLive: bool
    isError: bool
    invocationId: str | None
    auditedAt: str | datetime

@type_check_only
class AuditJsonItem(_AuditJsonOptional):
    """An item of `create`, by JSON name."""

    siteId: str | UUID
    auditType: str
    fullAuditRef: str

@type_check_only
class AuditJsonValues(_AuditJsonOptional, total=False):
    """Values of some attributes, by JSON name."""

    siteId: str | UUID
    auditType: str
    fullAuditRef: str

class _AuditProperties:
    audit_id: ReadOnly[str]
    created_at: ReadOnly[str]
    updated_at: ReadOnly[str]
    updated_by: ReadOnly[str | None]
    site_id: ReadOnly[str]
    audit_result: ReadOnly[Any]
    audit_type: ReadOnly[str]
    full_audit_ref: ReadOnly[str]
    is_live: ReadOnly[bool]
    is_error: ReadOnly[bool]
    invocation_id: ReadOnly[str | None]
    audited_at: ReadOnly[str]

@type_check_only
class AuditAttributes(_AuditProperties, EntityAttributes):
    """The ``attrs`` of a ``where`` callback."""

class _AuditFindBy(FindOptions[AuditAttributes, _AuditName, _AuditInclude], AuditValues, total=False): ...
class _AuditModelBy(ModelOptions[AuditAttributes, _AuditName, _AuditInclude], AuditValues, total=False): ...
class _AuditCursorBy(CursorOptions[AuditAttributes, _AuditName, _AuditInclude], AuditValues, total=False): ...
class _AuditListBy(ListOptions[AuditAttributes, _AuditName, _AuditInclude], AuditValues, total=False): ...
class _AuditPageBy(PageOptions[AuditAttributes, _AuditName, _AuditInclude], AuditValues, total=False): ...

class _AuditFields(_AuditProperties):
    def get_audit_id(self) -> str:
        """Return audit_id."""

    def get_created_at(self) -> str:
        """Return created_at."""

    def get_updated_at(self) -> str:
        """Return updated_at."""

    def get_updated_by(self) -> str | None:
        """Return updated_by, or None."""

    def get_site_id(self) -> str:
        """Return site_id."""

    def get_audit_result(self) -> Any:
        """Return audit_result."""

    def get_audit_type(self) -> str:
        """Return audit_type."""

    def get_full_audit_ref(self) -> str:
        """Return full_audit_ref."""

    def get_is_live(self) -> bool:
        """Return is_live."""

    def get_is_error(self) -> bool:
        """Return is_error."""

    def get_invocation_id(self) -> str | None:
        """Return invocation_id, or None."""

    def get_audited_at(self) -> str:
        """Return audited_at."""

class Audit(_AuditFields, BaseModel):
    ENTITY_NAME: ClassVar[str]
    AuditType: TypeAlias = _AuditType
    AuditStepDestination: TypeAlias = _AuditStepDestination
    AUDIT_TYPE_PROPERTIES: ClassVar[Mapping[str, tuple[str, ...]]]
    "The scores that a result must have, by audit type."
    AUDIT_CONFIG: ClassVar[Mapping[str, Any]]
    "The audit types, and the scores that their results must have."
    AUDIT_STEP_DESTINATION_CONFIGS: ClassVar[Mapping[str, AuditStepDestinationConfig]]
    "How a step's result is sent to each destination."

    @staticmethod
    def validate_audit_result(audit_result: Any, audit_type: str) -> bool: ...
    def get_scores(self) -> Any: ...
    def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> Site | None:
        """Return the Site that this entity belongs to, or None."""

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
    def get_opportunities_by_updated_at(
        self, updated_at: str | datetime, **options: Unpack[_OpportunityModel]
    ) -> Opportunity | None:
        """Return all of this entity's Opportunity children by updated_at. Takes the options of `all`."""

    @overload
    def get_opportunities_by_updated_at(
        self, updated_at: str | datetime, **options: Unpack[_OpportunityCursor]
    ) -> Page[Opportunity]: ...
    @overload
    def get_opportunities_by_updated_at(
        self, updated_at: str | datetime, **options: Unpack[_OpportunityList]
    ) -> list[Opportunity]: ...

class AsyncAudit(_AuditFields, AsyncBaseModel):
    """The result of one audit of one site.

    Audits are never changed or removed. ``audit_type`` may be any string; the known types are `AuditType`.
    """

    ENTITY_NAME: ClassVar[str]
    AuditType: TypeAlias = _AuditType
    AuditStepDestination: TypeAlias = _AuditStepDestination
    AUDIT_TYPE_PROPERTIES: ClassVar[Mapping[str, tuple[str, ...]]]
    "The scores that a result must have, by audit type."
    AUDIT_CONFIG: ClassVar[Mapping[str, Any]]
    "The audit types, and the scores that their results must have."
    AUDIT_STEP_DESTINATION_CONFIGS: ClassVar[Mapping[str, AuditStepDestinationConfig]]
    "How a step's result is sent to each destination."

    @staticmethod
    def validate_audit_result(audit_result: Any, audit_type: str) -> bool:
        """Check a result before it is stored.

        A Lighthouse result must have all of its scores, unless it has a runtime error.

        Args:
            audit_result: A mapping or a list.
            audit_type: The type of the audit.

        Returns:
            True.

        Raises:
            ValidationError: The result is neither a mapping nor a list, or lacks a score of its type.
        """

    def get_scores(self) -> Any:
        """Return the scores of the result, or None."""

    async def get_site(self, *, include: Sequence[_SiteInclude] = ()) -> AsyncSite | None:
        """Return the Site that this entity belongs to, or None."""

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
    async def get_opportunities_by_updated_at(
        self, updated_at: str | datetime, **options: Unpack[_OpportunityModel]
    ) -> AsyncOpportunity | None:
        """Return all of this entity's Opportunity children by updated_at. Takes the options of `all`."""

    @overload
    async def get_opportunities_by_updated_at(
        self, updated_at: str | datetime, **options: Unpack[_OpportunityCursor]
    ) -> Page[AsyncOpportunity]: ...
    @overload
    async def get_opportunities_by_updated_at(
        self, updated_at: str | datetime, **options: Unpack[_OpportunityList]
    ) -> list[AsyncOpportunity]: ...

class _AuditFinders(_Docs, Generic[_One, _Page, _List, _New, _Number, _Iter]):
    @overload
    def all(self, sort_keys: _AuditKeys | None = None, **options: Unpack[_AuditModelBy]) -> _One: ...
    @overload
    def all(self, sort_keys: _AuditKeys | None = None, **options: Unpack[_AuditCursorBy]) -> _Page: ...
    @overload
    def all(self, sort_keys: _AuditKeys | None = None, **options: Unpack[_AuditListBy]) -> _List: ...
    def first(self, keys: _AuditKeys | None = None, **options: Unpack[_AuditFindBy]) -> _One: ...
    def page(
        self, keys: _AuditKeys | None = None, *, limit: int, cursor: str | None = None, **options: Unpack[_AuditPageBy]
    ) -> _Page: ...
    def count(
        self,
        keys: _AuditKeys | None = None,
        *,
        where: Callable[[AuditAttributes, Operators], Expression | None] | None = None,
        between: tuple[_AuditName, Any, Any] | Mapping[str, Any] | None = None,
        **values: Unpack[AuditValues],
    ) -> _Number: ...
    def iterate(
        self, keys: _AuditKeys | None = None, *, limit: int | None = None, **options: Unpack[_AuditFindBy]
    ) -> _Iter: ...
    def create(
        self,
        item: _AuditItems | None = None,
        *,
        upsert: bool = False,
        on_conflict: _AuditName | Sequence[_AuditName] | None = None,
        **values: Unpack[AuditValues],
    ) -> _New: ...
    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_AuditModel]) -> _One:
        """Find all entities by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_AuditCursor]) -> _Page: ...
    @overload
    def all_by_site_id(self, site_id: str | UUID, **options: Unpack[_AuditList]) -> _List: ...
    def find_by_site_id(self, site_id: str | UUID, **options: Unpack[_AuditFind]) -> _One:
        """Find the first entity by site_id. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_audit_type(
        self, site_id: str | UUID, audit_type: str, **options: Unpack[_AuditModel]
    ) -> _One:
        """Find all entities by site_id, audit_type. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_audit_type(
        self, site_id: str | UUID, audit_type: str, **options: Unpack[_AuditCursor]
    ) -> _Page: ...
    @overload
    def all_by_site_id_and_audit_type(
        self, site_id: str | UUID, audit_type: str, **options: Unpack[_AuditList]
    ) -> _List: ...
    def find_by_site_id_and_audit_type(
        self, site_id: str | UUID, audit_type: str, **options: Unpack[_AuditFind]
    ) -> _One:
        """Find the first entity by site_id, audit_type. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_audit_type_and_audited_at(
        self, site_id: str | UUID, audit_type: str, audited_at: str | datetime, **options: Unpack[_AuditModel]
    ) -> _One:
        """Find all entities by site_id, audit_type, audited_at. Takes the options of `all`."""

    @overload
    def all_by_site_id_and_audit_type_and_audited_at(
        self, site_id: str | UUID, audit_type: str, audited_at: str | datetime, **options: Unpack[_AuditCursor]
    ) -> _Page: ...
    @overload
    def all_by_site_id_and_audit_type_and_audited_at(
        self, site_id: str | UUID, audit_type: str, audited_at: str | datetime, **options: Unpack[_AuditList]
    ) -> _List: ...
    def find_by_site_id_and_audit_type_and_audited_at(
        self, site_id: str | UUID, audit_type: str, audited_at: str | datetime, **options: Unpack[_AuditFind]
    ) -> _One:
        """Find the first entity by site_id, audit_type, audited_at. Takes the options of `all`."""

class AuditCollection(_AuditFinders[Audit | None, Page[Audit], list[Audit], Audit, int, Iterator[Audit]], BaseCollection[Audit, _AuditItems, _AuditKeys, AuditAttributes, _AuditName, _AuditInclude]):  # fmt: skip
    COLLECTION_NAME: ClassVar[str]

class AsyncAuditCollection(_AuditFinders[Coroutine[Any, Any, AsyncAudit | None], Coroutine[Any, Any, Page[AsyncAudit]], Coroutine[Any, Any, list[AsyncAudit]], Coroutine[Any, Any, AsyncAudit], Coroutine[Any, Any, int], AsyncIterator[AsyncAudit]], AsyncBaseCollection[AsyncAudit, _AuditItems, _AuditKeys, AuditAttributes, _AuditName, _AuditInclude]):  # fmt: skip
    """All audits."""

    COLLECTION_NAME: ClassVar[str]

def add_audit_attributes(builder: SchemaBuilder) -> SchemaBuilder: ...

schema: Schema
