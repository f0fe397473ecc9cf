"""SpaceCat's data-access layer for Python.

The names below are imported when they are first used, so that a program pays for no entity but its own.
The stub beside this file tells type checkers the same names.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any, Final

from spacecat_shared_data_access._version import __version__ as __version__

# The public names, by the module that they live in.
_MODULES: Final = {
    "config": ("DataAccessConfig",),
    "data_access": ("AsyncDataAccess", "DataAccess", "create_async_data_access", "create_data_access"),
    "errors": (
        "AccessDeniedError",
        "ConflictError",
        "DataAccessError",
        "PostgrestError",
        "ReferenceError",
        "SchemaBuilderError",
        "SchemaError",
        "SchemaValidationError",
        "UnavailableError",
        "ValidationError",
    ),
    "handler": ("data_access_wrapper",),
    "models.access_grant_log": ("AccessGrantLog", "AccessGrantLogCollection"),
    "models.api_key": ("ApiKey", "ApiKeyCollection"),
    "models.async_job": ("AsyncJob", "AsyncJobCollection"),
    "models.audit": ("Audit", "AuditCollection"),
    "models.audit_url": ("AuditUrl", "AuditUrlCollection"),
    "models.base": (
        "BaseCollection",
        "BaseModel",
        "BatchResult",
        "CreateResult",
        "EntityRegistry",
        "ErrorItem",
        "Page",
    ),
    "models.base.datastore": ("DatastoreType",),
    "models.brand": ("Brand", "BrandCollection"),
    "models.brand_semrush_project": (
        "BrandSemrushProject",
        "BrandSemrushProjectCollection",
        "BrandSemrushProjectIdentity",
    ),
    "models.configuration": (
        "Configuration",
        "ConfigurationCollection",
        "ConfigurationVersion",
        "ConfigurationVersionsPage",
        "check_configuration",
    ),
    "models.consumer": ("Consumer", "ConsumerCollection"),
    "models.contact_sales_lead": ("ContactSalesLead", "ContactSalesLeadCollection"),
    "models.entitlement": ("Entitlement", "EntitlementCollection"),
    "models.experiment": ("Experiment", "ExperimentCollection"),
    "models.feedback_event": (
        "EXPORT_EXCLUDED_REJECTION_CATEGORIES",
        "FeedbackTier",
        "OPT_OUT_STRIPPED_FIELDS",
        "RejectionCategory",
        "ReviewSignal",
        "ReviewSource",
        "ReviewVerdict",
        "SCHEMA_VERSION",
        "build_jsonl",
        "should_export",
        "signal_to_verdict",
        "to_jsonl_row",
        "to_review_view",
        "verdict_to_signal",
    ),
    "models.fix_entity": (
        "CHANGE_DETAILS_SCHEMA_VERSION",
        "ChangeDetails",
        "FIX_ENTITY_TRANSITIONS",
        "FixEntity",
        "FixEntityCollection",
        "FixWithSuggestions",
        "SuggestionsOfFix",
        "is_allowed_fix_transition",
        "validate_change_details",
    ),
    "models.fix_entity_suggestion": ("FixEntitySuggestion", "FixEntitySuggestionCollection"),
    "models.geo_experiment": ("GeoExperiment", "GeoExperimentCollection"),
    "models.idempotency_key": ("IdempotencyKey", "IdempotencyKeyCollection"),
    "models.import_job": ("ImportJob", "ImportJobCollection"),
    "models.import_url": ("ImportUrl", "ImportUrlCollection"),
    "models.key_event": ("KeyEvent", "KeyEventCollection"),
    "models.latest_audit": ("LatestAudit", "LatestAuditCollection"),
    "models.oauth_nonce": ("OAuthNonce", "OAuthNonceCollection"),
    "models.opportunity": ("Opportunity", "OpportunityCollection"),
    "models.organization": ("Organization", "OrganizationCollection"),
    "models.page_citability": ("PageCitability", "PageCitabilityCollection"),
    "models.page_intent": ("PageIntent", "PageIntentCollection"),
    "models.plg_onboarding": ("PlgOnboarding", "PlgOnboardingCollection"),
    "models.preflight": ("Preflight", "PreflightCollection"),
    "models.project": ("Project", "ProjectCollection"),
    "models.report": ("Report", "ReportCollection"),
    "models.scrape_job": ("ScrapeJob", "ScrapeJobCollection"),
    "models.scrape_url": ("ScrapeUrl", "ScrapeUrlCollection"),
    "models.sentiment_guideline": ("SentimentGuideline", "SentimentGuidelineCollection"),
    "models.sentiment_topic": ("SentimentTopic", "SentimentTopicCollection"),
    "models.site": ("Site", "SiteCollection"),
    "models.site_candidate": ("SiteCandidate", "SiteCandidateCollection"),
    "models.site_config": (
        "AuditTargetSource",
        "Config",
        "DEFAULT_CONFIG",
        "DEFAULT_IMPORT_CONFIGS",
        "IMPORT_DESTINATIONS",
        "IMPORT_SOURCES",
        "IMPORT_TYPES",
        "ImportDestination",
        "ImportSource",
        "ImportType",
        "extract_well_known_tags",
        "validate_configuration",
    ),
    "models.site_config.import_shapes": ("IMPORT_TYPE_SCHEMAS",),
    "models.site_enrollment": ("SiteEnrollment", "SiteEnrollmentCollection"),
    "models.site_ims_org_access": (
        "GrantWithSite",
        "GrantWithTargetOrganization",
        "SiteImsOrgAccess",
        "SiteImsOrgAccessCollection",
        "TargetOrganization",
    ),
    "models.site_top_form": ("SiteTopForm", "SiteTopFormCollection"),
    "models.site_top_page": ("SiteTopPage", "SiteTopPageCollection"),
    "models.suggestion": (
        "CWV_METRIC_TYPES",
        "DATA_SCHEMAS",
        "DataSchema",
        "ISSUE_SKIP_REASONS",
        "ISSUE_STATUSES",
        "Projection",
        "SUGGESTION_TRANSITIONS",
        "StatusClass",
        "Suggestion",
        "SuggestionCollection",
        "classify_status",
        "derive_suggestion_status",
        "is_allowed_suggestion_transition",
    ),
    "models.suggestion_grant": (
        "GrantStatus",
        "Granted",
        "NotDone",
        "Revoked",
        "SuggestionGrant",
        "SuggestionGrantCollection",
    ),
    "models.task_management_connection": (
        "TaskManagementConnection",
        "TaskManagementConnectionCollection",
        "validate_metadata",
    ),
    "models.ticket": ("Ticket", "TicketCollection"),
    "models.ticket_suggestion": ("TicketSuggestion", "TicketSuggestionCollection"),
    "models.token": ("Token", "TokenCollection"),
    "models.trial_user": ("TrialUser", "TrialUserCollection"),
    "models.trial_user_activity": ("TrialUserActivity", "TrialUserActivityCollection"),
    "postgrest.retry": ("RetryPolicy",),
    "schema": ("Attribute", "Index", "Reference", "Schema", "SchemaBuilder"),
    "schema.guards": (
        "guard_any",
        "guard_array",
        "guard_boolean",
        "guard_enum",
        "guard_id",
        "guard_map",
        "guard_number",
        "guard_set",
        "guard_string",
    ),
}
_HOMES: Final = {name: module for module, names in _MODULES.items() for name in names}

__all__ = [*_HOMES, "__version__"]  # noqa: PLE0604 - the names in _MODULES are strings


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
