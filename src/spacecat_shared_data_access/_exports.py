"""The public names of the package, and the modules that define them."""

from __future__ import annotations

from typing import Final

from spacecat_shared_data_access.models import ENTITY_MODULES

# The public names other than entities, by module.
_BY_MODULE: Final = {
    "check": ("Finding", "FindingKind", "Severity", "check_database"),
    "config": ("DataAccessConfig",),
    "data_access": ("AsyncDataAccess", "DataAccess", "create_async_data_access", "create_data_access"),
    "errors": (
        "AccessDeniedError",
        "ConflictError",
        "DataAccessError",
        "PostgrestError",
        "ReferenceError",
        "RequestInFlightError",
        "SchemaBuilderError",
        "SchemaError",
        "SchemaValidationError",
        "UnavailableError",
        "ValidationError",
    ),
    "handler": ("AsyncLambdaContext", "LambdaContext", "data_access_wrapper"),
    "models.base": (
        "AsyncBaseCollection",
        "AsyncBaseModel",
        "AsyncEntityRegistry",
        "BaseCollection",
        "BaseModel",
        "BatchResult",
        "CreateResult",
        "DatastoreType",
        "EntityRegistry",
        "ErrorItem",
        "Page",
    ),
    "models.brand_semrush_project": ("BrandSemrushProjectIdentity",),
    "models.configuration": (
        "ConfigurationVersion",
        "ConfigurationVersionsPage",
        "check_configuration",
    ),
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
        "AsyncFixWithSuggestions",
        "AsyncSuggestionsOfFix",
        "CHANGE_DETAILS_SCHEMA_VERSION",
        "ChangeDetails",
        "FIX_ENTITY_TRANSITIONS",
        "FixWithSuggestions",
        "SuggestionsOfFix",
        "is_allowed_fix_transition",
        "validate_change_details",
    ),
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
    "models.site_ims_org_access": (
        "AsyncGrantWithSite",
        "AsyncGrantWithTargetOrganization",
        "GrantWithSite",
        "GrantWithTargetOrganization",
        "TargetOrganization",
    ),
    "models.suggestion": (
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
        "GrantStatus",
        "Granted",
        "NotDone",
        "Revoked",
    ),
    "models.task_management_connection": ("validate_metadata",),
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
EXPORTS: Final = {name: module for module, names in _BY_MODULE.items() for name in names}
"""The module of each public name, relative to the package."""
# An entity has a model and a collection, each with an async name too: docs/TYPES.md.
EXPORTS.update(
    (f"{prefix}{entity}{suffix}", f"models.{module}")
    for entity, module in ENTITY_MODULES.items()
    for prefix in ("", "Async")
    for suffix in ("", "Collection")
)
