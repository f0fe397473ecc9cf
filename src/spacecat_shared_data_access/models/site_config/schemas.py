"""Pydantic models of configurations. Imported on first use, because building them is slow."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any, Final, Self

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    TypeAdapter,
    create_model,
    model_validator,
)
from pydantic import ValidationError as PydanticError
from pydantic.alias_generators import to_camel

from spacecat_shared_data_access.models.site_config.constants import (
    DEFAULT_IMPORT_CONFIGS,
    ImportDestination,
    ImportSource,
    ImportType,
)
from spacecat_shared_data_access.schema.data_types import (
    ABSENT,
    Boolean,
    Data,
    Moment,
    Number,
    OpenModel,
    StrictModel,
    Text,
    Uri,
    at_least,
    at_most,
    check_that,
    complaint,
    one_of,
    refused,
)
from spacecat_shared_data_access.schema.validation import text_length
from spacecat_shared_data_access.schema.values import to_timestamp

# Set by the scraper, its HTTP client or its login, or hop-by-hop (RFC 7230, 6.1).
_RESERVED_HEADERS: Final = frozenset(
    {
        "authorization",
        "connection",
        "content-length",
        "cookie",
        "host",
        "keep-alive",
        "proxy-authorization",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
        "user-agent",
    }
)
_MAX_HEADERS: Final = 32

# Columns of the tables of CDN logs. Services put a filter's key into SQL, so nothing else is accepted.
CDN_LOGS_FILTER_KEYS: Final = ("url", "host", "x_forwarded_host", "user_agent", "referer", "cdn_provider")

_CDNS: Final = (
    "aem-cs-fastly",
    "commerce-fastly",
    "byocdn-fastly",
    "byocdn-akamai",
    "byocdn-cloudfront",
    "byocdn-cloudflare",
    "byocdn-imperva",
    "byocdn-other",
    "ams-cloudfront",
    "ams-frontdoor",
    "other",
)
_MOMENT: Final = re.compile(
    r"(?P<year>\d{4}|[+-]\d{6})(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?"
    r"(?:.(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.(?P<decimals>\d+))?)?)?"
    r"(?:Z|(?P<sign>[+-])(?P<zone_hours>\d\d):?(?P<zone_minutes>\d\d)?)?"
)


def not_above(limit: int) -> AfterValidator:
    """Return a validator of numbers that are not greater than a limit."""
    return check_that(lambda number: number <= limit, f"must be less than or equal to {limit}")


def at_most_items(count: int) -> AfterValidator:
    """Return a validator of lists with a maximum number of items."""
    complaint = f"must contain less than or equal to {count} items"
    return check_that(lambda items: len(items) <= count, complaint)


def matching(pattern: str) -> AfterValidator:
    """Return a validator of text that fully matches a pattern."""
    return check_that(re.compile(pattern).fullmatch, f"fails to match the required pattern: {pattern}")


def _lowered(value: Any) -> Any:
    return value.lower() if isinstance(value, str) else value


def _without_fraction(value: float) -> float:
    # JavaScript writes 3.0 as 3.
    return int(value) if value.is_integer() else value


def _as_timestamp(value: str) -> str:
    match = _MOMENT.fullmatch(value)
    if match is None:  # pragma: no cover - `Moment` accepts nothing else
        return value
    parts = match.groupdict(default="0")
    sign = -1 if parts["sign"] == "+" else 1
    try:
        moment = (
            datetime(int(parts["year"]), max(int(parts["month"]), 1), 1, tzinfo=UTC)
            + timedelta(
                days=max(int(parts["day"]), 1) - 1,  # February 30 is March 2 in JavaScript
                hours=int(parts["hour"]) + sign * int(parts["zone_hours"]),
                minutes=int(parts["minute"]) + sign * int(parts["zone_minutes"]),
                seconds=int(parts["second"]),
                milliseconds=int(parts["decimals"][:3].ljust(3, "0")),
            )
        )
    except (ValueError, OverflowError):  # a year outside Python's calendar
        return value
    return to_timestamp(moment)


Amount = Annotated[Number, AfterValidator(_without_fraction)]
"""A number, or text that contains one."""

Whole = Annotated[Amount, check_that(lambda number: number == int(number), "must be an integer")]
"""A number without a fraction."""

Count = Annotated[Whole, at_least(0)]
"""A whole number from 0."""

Country = Annotated[
    Text,
    check_that(
        lambda code: text_length(code) == 2,  # noqa: PLR2004 - ISO 3166-1 alpha-2
        "length must be 2 characters long",
    ),
]
"""A country code of two letters."""

Timestamp = Annotated[Moment, AfterValidator(_as_timestamp)]
"""An ISO 8601 date or date-time, converted to a timestamp."""

LowerCased = BeforeValidator(_lowered)
"""Converts text to lower case before it is checked."""

HeaderName = Annotated[Text, matching(r"[A-Za-z0-9!#$%&'*+\-.^_`|~]+"), at_most(64)]
"""The name of an HTTP header (RFC 7230, 3.2.6)."""

HeaderValue = Annotated[Text, matching(r"[\t\x20-\x7E]+"), at_most(1024)]
"""The value of an HTTP header, in ASCII. A line break would start another header."""


class StrippedModel(Data):
    """A model that removes undeclared keys."""

    model_config = ConfigDict(extra="ignore", alias_generator=to_camel)


class ImportModel(StrictModel):
    """An import of any type.

    Attributes:
        destinations: Where the data is stored.
        sources: Where the data comes from.
        enabled: Whether the import runs; True by default.
        url: A URL to use instead of the site's base URL.
    """

    destinations: list[Annotated[Text, one_of(ImportDestination)]]
    sources: list[Annotated[Text, one_of(ImportSource)]]
    enabled: Boolean = True
    url: Uri = ABSENT

    @model_validator(mode="after")
    def _dump_enabled(self) -> Self:
        self.model_fields_set.add("enabled")
        return self


class LimitedImportModel(ImportModel):
    """An import of at most 2,000 rows."""

    limit: Annotated[Whole, at_least(1), not_above(2000)] = ABSENT


class RegionalImportModel(LimitedImportModel):
    """An import of at most 2,000 rows, for one country."""

    geo: Text = ABSENT


class KeywordsImportModel(ImportModel):
    """An import of at most 100 keywords."""

    geo: Text = ABSENT
    limit: Annotated[Whole, at_least(1), not_above(100)] = ABSENT


class PageKeywordsImportModel(KeywordsImportModel):
    """An import of at most 100 keywords, optionally of one page."""

    page_url: Uri = ABSENT


class WeeklyImportModel(ImportModel):
    """An import of one week."""

    year: Whole = ABSENT
    week: Whole = ABSENT


# Imports of the other types have no keys of their own.
_BASES: Final[Mapping[str, type[ImportModel]]] = {
    ImportType.ORGANIC_KEYWORDS: PageKeywordsImportModel,
    ImportType.ORGANIC_KEYWORDS_NONBRANDED: PageKeywordsImportModel,
    ImportType.ORGANIC_KEYWORDS_AI_OVERVIEW: KeywordsImportModel,
    ImportType.ORGANIC_KEYWORDS_FEATURE_SNIPPETS: KeywordsImportModel,
    ImportType.ORGANIC_KEYWORDS_QUESTIONS: KeywordsImportModel,
    ImportType.TOP_PAGES: RegionalImportModel,
    ImportType.AHREF_PAID_PAGES: RegionalImportModel,
    ImportType.TRAFFIC_ANALYSIS: WeeklyImportModel,
    ImportType.TOP_FORMS: LimitedImportModel,
}


def _import_model(import_type: str, base: type[ImportModel]) -> type[ImportModel]:
    name = "".join(word.capitalize() for word in import_type.split("-"))
    return create_model(
        f"{name}ImportModel", __base__=base, type=(Annotated[Text, one_of([import_type])], ...)
    )


IMPORT_TYPE_SCHEMAS: Final[Mapping[str, type[ImportModel]]] = {
    import_type: _import_model(import_type, _BASES.get(import_type, ImportModel))
    for import_type in DEFAULT_IMPORT_CONFIGS
}
"""The pydantic model of each import type. Code imports have none."""


def _check_any_import(value: Any) -> dict[str, Any]:
    import_type = value.get("type") if isinstance(value, Mapping) else None
    model = IMPORT_TYPE_SCHEMAS.get(import_type) if isinstance(import_type, str) else None
    if model is None:
        raise refused("does not match any of the allowed types")
    try:
        return model.model_validate(value).model_dump(by_alias=True, exclude_unset=True, warnings=False)
    except PydanticError as error:
        raise refused(f"does not match any of the allowed types: {complaint(error)}") from None


AnyImport = Annotated[dict[str, Any], BeforeValidator(_check_any_import)]
"""An import of any type."""


class SlackModel(StrictModel):
    """The customer's Slack workspace and channel."""

    workspace: Text = ABSENT
    channel: Text = ABSENT
    invited_user_count: Count = ABSENT


class BrandModel(StrictModel):
    """The IDs of the brand and its user."""

    brand_id: Text
    user_id: Text


class BrandProfileModel(OpenModel):
    """The metadata of a brand's profile, which may have any other keys."""

    version: Count = ABSENT
    updated_at: Timestamp = ABSENT
    content_hash: Text = ABSENT


class FetchModel(StrictModel):
    """The headers and the base URL with which pages are fetched."""

    headers: dict[Text, Text] = ABSENT
    override_base_url: Uri = Field(default=ABSENT, alias="overrideBaseURL")


class QuestionModel(StrictModel):
    """A question to ask language models."""

    key: Text
    question: Text
    source: Text = ABSENT
    volume: Text = ABSENT
    keyword: Text = ABSENT
    url: Uri = ABSENT
    tags: list[Text] = ABSENT
    import_time: Timestamp = ABSENT


class QuestionsModel(StrictModel):
    """Questions written by people and generated ones."""

    human: list[QuestionModel] = Field(default=ABSENT, alias="Human")
    ai: list[QuestionModel] = Field(default=ABSENT, alias="AI")


class UrlPatternModel(StrictModel):
    """A URL pattern and its tags."""

    url_pattern: Uri
    tags: list[Text] = ABSENT


class CustomerIntentModel(StrictModel):
    """An intent of customers."""

    key: Text
    value: Text


class FilterModel(StrictModel):
    """A filter of the LLM Optimizer's data."""

    key: Text
    value: Text
    records: list[Text] = ABSENT


class CdnLogsFilterModel(StrictModel):
    """A filter of CDN logs. Its values become SQL patterns, so their number and length are limited."""

    key: Annotated[Text, LowerCased, one_of(CDN_LOGS_FILTER_KEYS)]
    value: Annotated[list[Annotated[Text, at_most(500)]], at_most_items(100)]
    type: Annotated[Text, one_of(("include", "exclude"))] = ABSENT


CdnLogsFilters = Annotated[list[CdnLogsFilterModel], at_most_items(50)]


class CdnBucketModel(StrictModel):
    """The bucket of the CDN logs."""

    bucket_name: Text = ABSENT
    org_id: Text = ABSENT
    cdn_provider: Text = ABSENT
    region: Annotated[Text, matching(r"(?ia:[a-z]{2}(?:-[a-z]+)+-\d+)")] = ABSENT


class LlmoModel(StrictModel):
    """The configuration of the LLM Optimizer."""

    data_folder: Text
    brand: Text
    questions: QuestionsModel = ABSENT
    url_patterns: list[UrlPatternModel] = ABSENT
    customer_intent: list[CustomerIntentModel] = ABSENT
    filter_config: list[FilterModel] = ABSENT
    tags: list[Text] = ABSENT
    cdnlogs_filter: CdnLogsFilters = ABSENT
    country_code_ignore_list: list[Country] = ABSENT
    cdn_bucket_config: CdnBucketModel = ABSENT
    detected_cdn: Annotated[Any, one_of(_CDNS)] = ABSENT
    show_www: Boolean = ABSENT


class CdnLogsColumnFilterModel(StrictModel):
    """A filter of CDN logs by any column."""

    key: Text
    value: list[Text]
    type: Annotated[Text, one_of(("include", "exclude"))] = ABSENT


class CdnLogsModel(StrictModel):
    """The location and the filters of the CDN logs."""

    bucket_name: Text
    filters: list[CdnLogsColumnFilterModel] = ABSENT
    output_location: Text


def _check_headers(headers: dict[str, str]) -> dict[str, str]:
    if len(headers) > _MAX_HEADERS:
        raise refused(f"must have less than or equal to {_MAX_HEADERS} keys")
    for name in headers:
        if name.lower() in _RESERVED_HEADERS:
            raise refused(
                f'must not have "{name}": it is a reserved scraper header name'
                " and cannot be set via scraperConfig.headers"
            )
    return headers


class ScraperModel(StrictModel):
    """The headers that the scraper sends."""

    headers: Annotated[dict[HeaderName, HeaderValue], AfterValidator(_check_headers)] = ABSENT


class TokowakaModel(StrictModel):
    """The configuration of Tokowaka."""

    api_key: Text = ABSENT
    forwarded_host: Text = ABSENT


class StagingDomainModel(StrictModel):
    """A staging domain for edge optimization."""

    domain: Text
    id: Text


class EdgeOptimizeModel(StrictModel):
    """The configuration of edge optimization. Times are numbers."""

    enabled: Boolean | Amount = ABSENT
    opted: Amount = ABSENT
    routing_enabled: Amount = ABSENT
    staging_domains: list[StagingDomainModel] = ABSENT


class OnboardingModel(StrictModel):
    """An onboarding in the history."""

    profile: Text = ABSENT
    start_time: Amount = ABSENT


class OnboardModel(StrictModel):
    """The last onboarding of the site and its history."""

    last_profile: Text = ABSENT
    last_start_time: Amount = ABSENT
    forced_override: Boolean = ABSENT
    history: list[OnboardingModel] = ABSENT


class RumModel(StrictModel):
    """The result of the last check for a RUM domain key."""

    has_domain_key: Boolean
    last_checked_at: Timestamp


class CatalogFieldModel(StrippedModel):
    """The settings of one field of a store's catalog."""

    enabled: Boolean
    max_length: Count = ABSENT


class CatalogFieldsModel(StrippedModel):
    """The settings of the fields of a store's catalog."""

    name: CatalogFieldModel = ABSENT
    description: CatalogFieldModel = ABSENT


class CommerceStoreModel(StrippedModel):
    """The commerce store of one locale."""

    environment_id: Text
    website_code: Text
    store_code: Text
    store_view_code: Text
    host_name: Text = ABSENT
    catalog_field_config: CatalogFieldsModel = ABSENT


class ContentAiModel(StrictModel):
    """The configuration of Content AI."""

    index: Text = ABSENT


class AuditTargetModel(StrictModel):
    """A page to audit in addition to those found automatically."""

    url: Uri


class StoredAuditTargetModel(AuditTargetModel):
    """An audit target in a stored configuration: undeclared keys are removed."""

    model_config = ConfigDict(extra="ignore")


class AuditTargetsBySourceModel(StrippedModel):
    """Audit targets by source."""

    manual: list[StoredAuditTargetModel] = Field(default_factory=list)
    money_pages: list[StoredAuditTargetModel] = Field(default_factory=list)

    @model_validator(mode="after")
    def _dump_all(self) -> Self:
        self.model_fields_set.update(("manual", "money_pages"))
        return self


class OverwriteModel(StrictModel):
    """A target URL that was manually set in place of a broken one."""

    broken_target_url: Text = Field(default=ABSENT, alias="brokenTargetURL")
    target_url: Text = Field(default=ABSENT, alias="targetURL")


class UrlGroupModel(StrictModel):
    """A group of URLs."""

    name: Text = ABSENT
    pattern: Text = ABSENT


class MetricsModel(StrictModel):
    """The metrics of a handler's latest run."""

    page_views_change: Amount = ABSENT
    ctr_change: Amount = ABSENT
    projected_traffic_value: Amount = ABSENT


class HandlerModel(OpenModel):
    """The configuration of a handler. It may have other keys."""

    mentions: dict[Text, list[Text]] = ABSENT
    excluded_urls: list[Text] = Field(default=ABSENT, alias="excludedURLs")
    autofix_excluded_urls: list[Text] = Field(default=ABSENT, alias="autofixExcludedURLs")
    manual_overwrites: list[OverwriteModel] = ABSENT
    fixed_urls: list[OverwriteModel] = Field(default=ABSENT, alias="fixedURLs")
    included_urls: list[Text] = Field(default=ABSENT, alias="includedURLs")
    grouped_urls: list[UrlGroupModel] = Field(default=ABSENT, alias="groupedURLs")
    moving_avg_threshold: Annotated[Amount, at_least(1)] = ABSENT
    percentage_change_threshold: Annotated[Amount, at_least(1)] = ABSENT
    latest_metrics: MetricsModel = ABSENT


class ConfigurationModel(OpenModel):
    """The configuration of a site or an organization. It may have other keys."""

    slack: SlackModel = ABSENT
    imports: list[AnyImport] = ABSENT
    brand_config: BrandModel = ABSENT
    brand_profile: BrandProfileModel = ABSENT
    fetch_config: FetchModel = ABSENT
    llmo: LlmoModel = ABSENT
    cdn_logs_config: CdnLogsModel = ABSENT
    scraper_config: ScraperModel = ABSENT
    tokowaka_config: TokowakaModel = ABSENT
    edge_optimize_config: EdgeOptimizeModel = ABSENT
    onboard_config: OnboardModel = ABSENT
    rum_config: RumModel = ABSENT
    commerce_llmo_config: dict[Text, CommerceStoreModel] = ABSENT
    content_ai_config: ContentAiModel = ABSENT
    enable_money_page_urls: Boolean = ABSENT
    audit_target_urls: AuditTargetsBySourceModel = Field(default=ABSENT, alias="auditTargetURLs")
    handlers: dict[str, HandlerModel] = ABSENT


CONFIGURATION: Final[TypeAdapter[ConfigurationModel]] = TypeAdapter(ConfigurationModel)
IMPORTS: Final[Mapping[str, TypeAdapter[ImportModel]]] = {
    import_type: TypeAdapter(model) for import_type, model in IMPORT_TYPE_SCHEMAS.items()
}
AUDIT_TARGET: Final[TypeAdapter[AuditTargetModel]] = TypeAdapter(AuditTargetModel)
AUDIT_TARGETS: Final[TypeAdapter[list[AuditTargetModel]]] = TypeAdapter(list[AuditTargetModel])
URL_PATTERNS: Final[TypeAdapter[list[UrlPatternModel]]] = TypeAdapter(list[UrlPatternModel])
CDN_LOGS_FILTERS: Final[TypeAdapter[list[CdnLogsFilterModel]]] = TypeAdapter(CdnLogsFilters)
