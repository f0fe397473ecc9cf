"""The shapes of a configuration, as pydantic models. Imported late, by `validation`."""

from typing import Annotated, Any, Final, Self

from pydantic import AfterValidator, ConfigDict, Field, model_validator

from spacecat_shared_data_access.models.site_config.import_shapes import AnyImport
from spacecat_shared_data_access.models.site_config.shape_types import (
    Amount,
    Count,
    Country,
    HeaderName,
    HeaderValue,
    LowerCased,
    Open,
    Part,
    Stripped,
    Timestamp,
    at_least,
    at_most_items,
    matching,
)
from spacecat_shared_data_access.schema.data_types import (
    ABSENT,
    Boolean,
    Text,
    Uri,
    at_most,
    one_of,
    refused,
)

# The scraper itself, its HTTP client or its login set these, or they end at the next hop (RFC 7230, 6.1).
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
_MOST_HEADERS: Final = 32

# Columns of the tables of CDN logs. A filter's key becomes a part of SQL: nothing else may get in.
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


class Slack(Part):
    """Where in Slack the customer is."""

    workspace: Text = ABSENT
    channel: Text = ABSENT
    invited_user_count: Count = ABSENT


class Brand(Part):
    """Which brand it is."""

    brand_id: Text
    user_id: Text


class Profile(Open):
    """What is said about a brand's profile; the profile itself is free."""

    version: Count = ABSENT
    updated_at: Timestamp = ABSENT
    content_hash: Text = ABSENT


class Fetching(Part):
    """How pages are fetched."""

    headers: dict[Text, Text] = ABSENT
    override_base_url: Uri = Field(default=ABSENT, alias="overrideBaseURL")


class Question(Part):
    """A question that is put to language models."""

    key: Text
    question: Text
    source: Text = ABSENT
    volume: Text = ABSENT
    keyword: Text = ABSENT
    url: Uri = ABSENT
    tags: list[Text] = ABSENT
    import_time: Timestamp = ABSENT


class Questions(Part):
    """Questions, by who wrote them."""

    human: list[Question] = Field(default=ABSENT, alias="Human")
    ai: list[Question] = Field(default=ABSENT, alias="AI")


class UrlPattern(Part):
    """A URL pattern and its tags."""

    url_pattern: Uri
    tags: list[Text] = ABSENT


class CustomerIntent(Part):
    """Something that customers intend."""

    key: Text
    value: Text


class Filter(Part):
    """A filter of what is shown."""

    key: Text
    value: Text
    records: list[Text] = ABSENT


class CdnLogsFilter(Part):
    """A filter of CDN logs. Its values become patterns in SQL: their number and length are bounded."""

    key: Annotated[Text, LowerCased, one_of(CDN_LOGS_FILTER_KEYS)]
    value: Annotated[list[Annotated[Text, at_most(500)]], at_most_items(100)]
    type: Annotated[Text, one_of(("include", "exclude"))] = ABSENT


CdnLogsFilters = Annotated[list[CdnLogsFilter], at_most_items(50)]


class CdnBucket(Part):
    """Where CDN logs lie."""

    bucket_name: Text = ABSENT
    org_id: Text = ABSENT
    cdn_provider: Text = ABSENT
    region: Annotated[Text, matching(r"(?ia:[a-z]{2}(?:-[a-z]+)+-\d+)")] = ABSENT


class LlmOptimizer(Part):
    """The configuration of the LLM optimizer."""

    data_folder: Text
    brand: Text
    questions: Questions = ABSENT
    url_patterns: list[UrlPattern] = ABSENT
    customer_intent: list[CustomerIntent] = ABSENT
    filter_config: list[Filter] = ABSENT
    tags: list[Text] = ABSENT
    cdnlogs_filter: CdnLogsFilters = ABSENT
    country_code_ignore_list: list[Country] = ABSENT
    cdn_bucket_config: CdnBucket = ABSENT
    detected_cdn: Annotated[Any, one_of(_CDNS)] = ABSENT
    show_www: Boolean = ABSENT


class CdnLogColumnFilter(Part):
    """A filter of CDN logs by any column."""

    key: Text
    value: list[Text]
    type: Annotated[Text, one_of(("include", "exclude"))] = ABSENT


class CdnLogs(Part):
    """Where CDN logs lie, and which are read."""

    bucket_name: Text
    filters: list[CdnLogColumnFilter] = ABSENT
    output_location: Text


def _check_headers(headers: dict[str, str]) -> dict[str, str]:
    if len(headers) > _MOST_HEADERS:
        raise refused(f"must have less than or equal to {_MOST_HEADERS} keys")
    for name in headers:
        if name.lower() in _RESERVED_HEADERS:
            raise refused(
                f'must not have "{name}": it is a reserved scraper header name'
                " and cannot be set via scraperConfig.headers"
            )
    return headers


class Scraper(Part):
    """With which headers the scraper asks for pages."""

    headers: Annotated[dict[HeaderName, HeaderValue], AfterValidator(_check_headers)] = ABSENT


class Tokowaka(Part):
    """The configuration of Tokowaka."""

    api_key: Text = ABSENT
    forwarded_host: Text = ABSENT


class StagingDomain(Part):
    """A domain on which optimization at the edge is tried."""

    domain: Text
    id: Text


class EdgeOptimize(Part):
    """The configuration of optimization at the edge. Points in time are numbers."""

    enabled: Boolean | Amount = ABSENT
    opted: Amount = ABSENT
    routing_enabled: Amount = ABSENT
    staging_domains: list[StagingDomain] = ABSENT


class Onboarding(Part):
    """One onboarding."""

    profile: Text = ABSENT
    start_time: Amount = ABSENT


class Onboard(Part):
    """How and when the site was onboarded."""

    last_profile: Text = ABSENT
    last_start_time: Amount = ABSENT
    forced_override: Boolean = ABSENT
    history: list[Onboarding] = ABSENT


class Rum(Part):
    """What the last check of the RUM domain key found."""

    has_domain_key: Boolean
    last_checked_at: Timestamp


class CatalogField(Stripped):
    """What is said of one field of a shop's catalogue."""

    enabled: Boolean
    max_length: Count = ABSENT


class CatalogFields(Stripped):
    """What is said of the fields of a shop's catalogue."""

    name: CatalogField = ABSENT
    description: CatalogField = ABSENT


class Shop(Stripped):
    """A shop of one locale."""

    environment_id: Text
    website_code: Text
    store_code: Text
    store_view_code: Text
    host_name: Text = ABSENT
    catalog_field_config: CatalogFields = ABSENT


class ContentAi(Part):
    """The configuration of Content AI."""

    index: Text = ABSENT


class AuditTarget(Part):
    """A page that is audited besides those that are found."""

    url: Uri


class StoredAuditTarget(AuditTarget):
    """An audit target as it is stored: what else it says is left out."""

    model_config = ConfigDict(extra="ignore")


class AuditTargetsByAsker(Stripped):
    """Audit targets by source, each with a list."""

    manual: list[StoredAuditTarget] = Field(default_factory=list)
    money_pages: list[StoredAuditTarget] = Field(default_factory=list)

    @model_validator(mode="after")
    def _say_all(self) -> Self:
        self.model_fields_set.update(("manual", "money_pages"))
        return self


class Overwrite(Part):
    """A target that people set in place of a broken one."""

    broken_target_url: Text = Field(default=ABSENT, alias="brokenTargetURL")
    target_url: Text = Field(default=ABSENT, alias="targetURL")


class UrlGroup(Part):
    """A group in which URLs are counted."""

    name: Text = ABSENT
    pattern: Text = ABSENT


class Metrics(Part):
    """The figures of a handler's last run."""

    page_views_change: Amount = ABSENT
    ctr_change: Amount = ABSENT
    projected_traffic_value: Amount = ABSENT


class Handler(Open):
    """What is said of a handler. It may have keys of its own."""

    mentions: dict[Text, list[Text]] = ABSENT
    excluded_urls: list[Text] = Field(default=ABSENT, alias="excludedURLs")
    autofix_excluded_urls: list[Text] = Field(default=ABSENT, alias="autofixExcludedURLs")
    manual_overwrites: list[Overwrite] = ABSENT
    fixed_urls: list[Overwrite] = Field(default=ABSENT, alias="fixedURLs")
    included_urls: list[Text] = Field(default=ABSENT, alias="includedURLs")
    grouped_urls: list[UrlGroup] = Field(default=ABSENT, alias="groupedURLs")
    moving_avg_threshold: Annotated[Amount, at_least(1)] = ABSENT
    percentage_change_threshold: Annotated[Amount, at_least(1)] = ABSENT
    latest_metrics: Metrics = ABSENT


class Configuration(Open):
    """The configuration of a site or an organization. It may have keys of its own."""

    slack: Slack = ABSENT
    imports: list[AnyImport] = ABSENT
    brand_config: Brand = ABSENT
    brand_profile: Profile = ABSENT
    fetch_config: Fetching = ABSENT
    llmo: LlmOptimizer = ABSENT
    cdn_logs_config: CdnLogs = ABSENT
    scraper_config: Scraper = ABSENT
    tokowaka_config: Tokowaka = ABSENT
    edge_optimize_config: EdgeOptimize = ABSENT
    onboard_config: Onboard = ABSENT
    rum_config: Rum = ABSENT
    commerce_llmo_config: dict[Text, Shop] = ABSENT
    content_ai_config: ContentAi = ABSENT
    enable_money_page_urls: Boolean = ABSENT
    audit_target_urls: AuditTargetsByAsker = Field(default=ABSENT, alias="auditTargetURLs")
    handlers: dict[str, Handler] = ABSENT
