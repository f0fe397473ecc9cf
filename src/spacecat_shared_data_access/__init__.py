"""SpaceCat's data-access layer for Python.

The names below are imported when they are first used, so that a program pays for no entity but its own.
Type checkers read the stubs of ``typings``: see docs/TYPES.md.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any, Final

from spacecat_shared_data_access._version import __version__ as __version__


def _two_faces(*names: str) -> tuple[str, ...]:
    # For a type checker an entity has a class for each face; at run time they are one: docs/TYPES.md.
    return (*names, *(f"Async{name}" for name in names))


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
    "handler": ("AsyncLambdaContext", "LambdaContext", "data_access_wrapper"),
    "models.access_grant_log": _two_faces("AccessGrantLog", "AccessGrantLogCollection"),
    "models.api_key": _two_faces("ApiKey", "ApiKeyCollection"),
    "models.async_job": _two_faces("AsyncJob", "AsyncJobCollection"),
    "models.audit": _two_faces("Audit", "AuditCollection"),
    "models.audit_url": _two_faces("AuditUrl", "AuditUrlCollection"),
    "models.base": (
        *_two_faces("BaseCollection", "BaseModel", "EntityRegistry"),
        "BatchResult",
        "CreateResult",
        "ErrorItem",
        "Page",
    ),
    "models.base.datastore": ("DatastoreType",),
    "models.brand": _two_faces("Brand", "BrandCollection"),
    "models.brand_semrush_project": (
        *_two_faces("BrandSemrushProject", "BrandSemrushProjectCollection"),
        "BrandSemrushProjectIdentity",
    ),
    "models.configuration": (
        *_two_faces("Configuration", "ConfigurationCollection"),
        "ConfigurationVersion",
        "ConfigurationVersionsPage",
        "check_configuration",
    ),
    "models.consumer": _two_faces("Consumer", "ConsumerCollection"),
    "models.contact_sales_lead": _two_faces("ContactSalesLead", "ContactSalesLeadCollection"),
    "models.entitlement": _two_faces("Entitlement", "EntitlementCollection"),
    "models.experiment": _two_faces("Experiment", "ExperimentCollection"),
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
        *_two_faces("FixEntity", "FixEntityCollection", "FixWithSuggestions", "SuggestionsOfFix"),
        "CHANGE_DETAILS_SCHEMA_VERSION",
        "ChangeDetails",
        "FIX_ENTITY_TRANSITIONS",
        "is_allowed_fix_transition",
        "validate_change_details",
    ),
    "models.fix_entity_suggestion": _two_faces("FixEntitySuggestion", "FixEntitySuggestionCollection"),
    "models.geo_experiment": _two_faces("GeoExperiment", "GeoExperimentCollection"),
    "models.idempotency_key": _two_faces("IdempotencyKey", "IdempotencyKeyCollection"),
    "models.import_job": _two_faces("ImportJob", "ImportJobCollection"),
    "models.import_url": _two_faces("ImportUrl", "ImportUrlCollection"),
    "models.key_event": _two_faces("KeyEvent", "KeyEventCollection"),
    "models.latest_audit": _two_faces("LatestAudit", "LatestAuditCollection"),
    "models.oauth_nonce": _two_faces("OAuthNonce", "OAuthNonceCollection"),
    "models.opportunity": _two_faces("Opportunity", "OpportunityCollection"),
    "models.organization": _two_faces("Organization", "OrganizationCollection"),
    "models.page_citability": _two_faces("PageCitability", "PageCitabilityCollection"),
    "models.page_intent": _two_faces("PageIntent", "PageIntentCollection"),
    "models.plg_onboarding": _two_faces("PlgOnboarding", "PlgOnboardingCollection"),
    "models.preflight": _two_faces("Preflight", "PreflightCollection"),
    "models.project": _two_faces("Project", "ProjectCollection"),
    "models.report": _two_faces("Report", "ReportCollection"),
    "models.scrape_job": _two_faces("ScrapeJob", "ScrapeJobCollection"),
    "models.scrape_url": _two_faces("ScrapeUrl", "ScrapeUrlCollection"),
    "models.sentiment_guideline": _two_faces("SentimentGuideline", "SentimentGuidelineCollection"),
    "models.sentiment_topic": _two_faces("SentimentTopic", "SentimentTopicCollection"),
    "models.site": _two_faces("Site", "SiteCollection"),
    "models.site_candidate": _two_faces("SiteCandidate", "SiteCandidateCollection"),
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
    "models.site_config.schemas": ("IMPORT_TYPE_SCHEMAS",),
    "models.site_enrollment": _two_faces("SiteEnrollment", "SiteEnrollmentCollection"),
    "models.site_ims_org_access": (
        *_two_faces(
            "GrantWithSite", "GrantWithTargetOrganization", "SiteImsOrgAccess", "SiteImsOrgAccessCollection"
        ),
        "TargetOrganization",
    ),
    "models.site_top_form": _two_faces("SiteTopForm", "SiteTopFormCollection"),
    "models.site_top_page": _two_faces("SiteTopPage", "SiteTopPageCollection"),
    "models.suggestion": (
        *_two_faces("Suggestion", "SuggestionCollection"),
        "CWV_METRIC_TYPES",
        "DATA_SCHEMAS",
        "DataSchema",
        "ISSUE_SKIP_REASONS",
        "ISSUE_STATUSES",
        "Projection",
        "SUGGESTION_TRANSITIONS",
        "StatusClass",
        "classify_status",
        "derive_suggestion_status",
        "is_allowed_suggestion_transition",
    ),
    "models.suggestion_grant": (
        *_two_faces("SuggestionGrant", "SuggestionGrantCollection"),
        "GrantStatus",
        "Granted",
        "NotDone",
        "Revoked",
    ),
    "models.task_management_connection": (
        *_two_faces("TaskManagementConnection", "TaskManagementConnectionCollection"),
        "validate_metadata",
    ),
    "models.ticket": _two_faces("Ticket", "TicketCollection"),
    "models.ticket_suggestion": _two_faces("TicketSuggestion", "TicketSuggestionCollection"),
    "models.token": _two_faces("Token", "TokenCollection"),
    "models.trial_user": _two_faces("TrialUser", "TrialUserCollection"),
    "models.trial_user_activity": _two_faces("TrialUserActivity", "TrialUserActivityCollection"),
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

__all__ = [*_HOMES, "__version__"]  # noqa: PLE0604 - the names in _HOMES are strings


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
