"""Pydantic models of configurations. Imported on first use, because building them is slow."""

from collections.abc import Mapping
from typing import Any, ClassVar, Final, TypeAlias

from pydantic import AfterValidator, BeforeValidator, ConfigDict, TypeAdapter

from spacecat_shared_data_access.schema.data_types import Boolean, Data, Moment, Number, Text, Uri

CDN_LOGS_FILTER_KEYS: Final[tuple[str, ...]]

def at_least(limit: int) -> AfterValidator:
    """Return a validator of numbers that are not less than a limit."""

def not_above(limit: int) -> AfterValidator:
    """Return a validator of numbers that are not greater than a limit."""

def at_most_items(count: int) -> AfterValidator:
    """Return a validator of lists with a maximum number of items."""

def matching(pattern: str) -> AfterValidator:
    """Return a validator of text that fully matches a pattern."""

Amount: TypeAlias = Number
"A number, or text that contains one."
Whole: TypeAlias = Amount
"A number without a fraction."
Count: TypeAlias = Whole
"A whole number from 0."
Country: TypeAlias = Text
"A country code of two letters."
Timestamp: TypeAlias = Moment
"An ISO 8601 date or date-time, converted to a timestamp."
LowerCased: BeforeValidator
"Converts text to lower case before it is checked."
HeaderName: TypeAlias = Text
"The name of an HTTP header (RFC 7230, 3.2.6)."
HeaderValue: TypeAlias = Text
"The value of an HTTP header, in ASCII. A line break would start another header."

class StrictModel(Data):
    """A model that rejects undeclared keys."""

    model_config: ClassVar[ConfigDict]

class OpenModel(Data):
    """A model that keeps undeclared keys."""

    model_config: ClassVar[ConfigDict]

class StrippedModel(Data):
    """A model that removes undeclared keys."""

    model_config: ClassVar[ConfigDict]

class ImportModel(StrictModel):
    """An import of any type.

    Attributes:
        destinations: Where the data is stored.
        sources: Where the data comes from.
        enabled: Whether the import runs; True by default.
        url: A URL to use instead of the site's base URL.
    """

    destinations: list[Text]
    sources: list[Text]
    enabled: Boolean = True
    url: Uri = ...

class LimitedImportModel(ImportModel):
    """An import of at most 2,000 rows."""

    limit: Whole = ...

class RegionalImportModel(LimitedImportModel):
    """An import of at most 2,000 rows, for one country."""

    geo: Text = ...

class KeywordsImportModel(ImportModel):
    """An import of at most 100 keywords."""

    geo: Text = ...
    limit: Whole = ...

class PageKeywordsImportModel(KeywordsImportModel):
    """An import of at most 100 keywords, optionally of one page."""

    page_url: Uri = ...

class WeeklyImportModel(ImportModel):
    """An import of one week."""

    year: Whole = ...
    week: Whole = ...

IMPORT_TYPE_SCHEMAS: Final[Mapping[str, type[ImportModel]]]
"The pydantic model of each import type. Code imports have none."
AnyImport: TypeAlias = dict[str, Any]
"An import of any type."

class SlackModel(StrictModel):
    """The customer's Slack workspace and channel."""

    workspace: Text = ...
    channel: Text = ...
    invited_user_count: Count = ...

class BrandModel(StrictModel):
    """The IDs of the brand and its user."""

    brand_id: Text
    user_id: Text

class BrandProfileModel(OpenModel):
    """The metadata of a brand's profile, which may have any other keys."""

    version: Count = ...
    updated_at: Timestamp = ...
    content_hash: Text = ...

class FetchModel(StrictModel):
    """The headers and the base URL with which pages are fetched."""

    headers: dict[Text, Text] = ...
    override_base_url: Uri = ...

class QuestionModel(StrictModel):
    """A question to ask language models."""

    key: Text
    question: Text
    source: Text = ...
    volume: Text = ...
    keyword: Text = ...
    url: Uri = ...
    tags: list[Text] = ...
    import_time: Timestamp = ...

class QuestionsModel(StrictModel):
    """Questions written by people and generated ones."""

    human: list[QuestionModel] = ...
    ai: list[QuestionModel] = ...

class UrlPatternModel(StrictModel):
    """A URL pattern and its tags."""

    url_pattern: Uri
    tags: list[Text] = ...

class CustomerIntentModel(StrictModel):
    """An intent of customers."""

    key: Text
    value: Text

class FilterModel(StrictModel):
    """A filter of the LLM Optimizer's data."""

    key: Text
    value: Text
    records: list[Text] = ...

class CdnLogsFilterModel(StrictModel):
    """A filter of CDN logs. Its values become SQL patterns, so their number and length are limited."""

    key: Text
    value: list[Text]
    type: Text = ...

CdnLogsFilters: TypeAlias = list[CdnLogsFilterModel]

class CdnBucketModel(StrictModel):
    """The bucket of the CDN logs."""

    bucket_name: Text = ...
    org_id: Text = ...
    cdn_provider: Text = ...
    region: Text = ...

class LlmoModel(StrictModel):
    """The configuration of the LLM Optimizer."""

    data_folder: Text
    brand: Text
    questions: QuestionsModel = ...
    url_patterns: list[UrlPatternModel] = ...
    customer_intent: list[CustomerIntentModel] = ...
    filter_config: list[FilterModel] = ...
    tags: list[Text] = ...
    cdnlogs_filter: CdnLogsFilters = ...
    country_code_ignore_list: list[Country] = ...
    cdn_bucket_config: CdnBucketModel = ...
    detected_cdn: Any = ...
    show_www: Boolean = ...

class CdnLogsColumnFilterModel(StrictModel):
    """A filter of CDN logs by any column."""

    key: Text
    value: list[Text]
    type: Text = ...

class CdnLogsModel(StrictModel):
    """The location and the filters of the CDN logs."""

    bucket_name: Text
    filters: list[CdnLogsColumnFilterModel] = ...
    output_location: Text

class ScraperModel(StrictModel):
    """The headers that the scraper sends."""

    headers: dict[HeaderName, HeaderValue] = ...

class TokowakaModel(StrictModel):
    """The configuration of Tokowaka."""

    api_key: Text = ...
    forwarded_host: Text = ...

class StagingDomainModel(StrictModel):
    """A staging domain for edge optimization."""

    domain: Text
    id: Text

class EdgeOptimizeModel(StrictModel):
    """The configuration of edge optimization. Times are numbers."""

    enabled: Boolean | Amount = ...
    opted: Amount = ...
    routing_enabled: Amount = ...
    staging_domains: list[StagingDomainModel] = ...

class OnboardingModel(StrictModel):
    """An onboarding in the history."""

    profile: Text = ...
    start_time: Amount = ...

class OnboardModel(StrictModel):
    """The last onboarding of the site and its history."""

    last_profile: Text = ...
    last_start_time: Amount = ...
    forced_override: Boolean = ...
    history: list[OnboardingModel] = ...

class RumModel(StrictModel):
    """The result of the last check for a RUM domain key."""

    has_domain_key: Boolean
    last_checked_at: Timestamp

class CatalogFieldModel(StrippedModel):
    """The settings of one field of a store's catalog."""

    enabled: Boolean
    max_length: Count = ...

class CatalogFieldsModel(StrippedModel):
    """The settings of the fields of a store's catalog."""

    name: CatalogFieldModel = ...
    description: CatalogFieldModel = ...

class CommerceStoreModel(StrippedModel):
    """The commerce store of one locale."""

    environment_id: Text
    website_code: Text
    store_code: Text
    store_view_code: Text
    host_name: Text = ...
    catalog_field_config: CatalogFieldsModel = ...

class ContentAiModel(StrictModel):
    """The configuration of Content AI."""

    index: Text = ...

class AuditTargetModel(StrictModel):
    """A page to audit in addition to those found automatically."""

    url: Uri

class StoredAuditTargetModel(AuditTargetModel):
    """An audit target in a stored configuration: undeclared keys are removed."""

    model_config: ClassVar[ConfigDict]

class AuditTargetsBySourceModel(StrippedModel):
    """Audit targets by source."""

    manual: list[StoredAuditTargetModel] = ...
    money_pages: list[StoredAuditTargetModel] = ...

class OverwriteModel(StrictModel):
    """A target URL that was manually set in place of a broken one."""

    broken_target_url: Text = ...
    target_url: Text = ...

class UrlGroupModel(StrictModel):
    """A group of URLs."""

    name: Text = ...
    pattern: Text = ...

class MetricsModel(StrictModel):
    """The metrics of a handler's latest run."""

    page_views_change: Amount = ...
    ctr_change: Amount = ...
    projected_traffic_value: Amount = ...

class HandlerModel(OpenModel):
    """The configuration of a handler. It may have other keys."""

    mentions: dict[Text, list[Text]] = ...
    excluded_urls: list[Text] = ...
    autofix_excluded_urls: list[Text] = ...
    manual_overwrites: list[OverwriteModel] = ...
    fixed_urls: list[OverwriteModel] = ...
    included_urls: list[Text] = ...
    grouped_urls: list[UrlGroupModel] = ...
    moving_avg_threshold: Amount = ...
    percentage_change_threshold: Amount = ...
    latest_metrics: MetricsModel = ...

class ConfigurationModel(OpenModel):
    """The configuration of a site or an organization. It may have other keys."""

    slack: SlackModel = ...
    imports: list[AnyImport] = ...
    brand_config: BrandModel = ...
    brand_profile: BrandProfileModel = ...
    fetch_config: FetchModel = ...
    llmo: LlmoModel = ...
    cdn_logs_config: CdnLogsModel = ...
    scraper_config: ScraperModel = ...
    tokowaka_config: TokowakaModel = ...
    edge_optimize_config: EdgeOptimizeModel = ...
    onboard_config: OnboardModel = ...
    rum_config: RumModel = ...
    commerce_llmo_config: dict[Text, CommerceStoreModel] = ...
    content_ai_config: ContentAiModel = ...
    enable_money_page_urls: Boolean = ...
    audit_target_urls: AuditTargetsBySourceModel = ...
    handlers: dict[str, HandlerModel] = ...

CONFIGURATION: Final[TypeAdapter[ConfigurationModel]]
IMPORTS: Final[Mapping[str, TypeAdapter[ImportModel]]]
AUDIT_TARGET: Final[TypeAdapter[AuditTargetModel]]
AUDIT_TARGETS: Final[TypeAdapter[list[AuditTargetModel]]]
URL_PATTERNS: Final[TypeAdapter[list[UrlPatternModel]]]
CDN_LOGS_FILTERS: Final[TypeAdapter[list[CdnLogsFilterModel]]]
