from spacecat_shared_data_access.models.suggestion.constants import CWV_METRIC_TYPES
from spacecat_shared_data_access.models.suggestion.data_schemas import DATA_SCHEMAS, DataSchema
from spacecat_shared_data_access.models.suggestion.derivation import (
    StatusClass,
    classify_status,
    derive_suggestion_status,
)
from spacecat_shared_data_access.models.suggestion.model import (
    ISSUE_SKIP_REASONS,
    ISSUE_STATUSES,
    SUGGESTION_CREATE,
    SUGGESTION_TRANSITIONS,
    AsyncSuggestion,
    AsyncSuggestionCollection,
    Suggestion,
    SuggestionCollection,
    is_allowed_suggestion_transition,
    schema,
)
from spacecat_shared_data_access.models.suggestion.projections import (
    FALLBACK_PROJECTION,
    FIELD_TRANSFORMERS,
    Projection,
)

__all__ = [
    "CWV_METRIC_TYPES",
    "DATA_SCHEMAS",
    "FALLBACK_PROJECTION",
    "FIELD_TRANSFORMERS",
    "ISSUE_SKIP_REASONS",
    "ISSUE_STATUSES",
    "SUGGESTION_CREATE",
    "SUGGESTION_TRANSITIONS",
    "AsyncSuggestion",
    "AsyncSuggestionCollection",
    "DataSchema",
    "Projection",
    "StatusClass",
    "Suggestion",
    "SuggestionCollection",
    "classify_status",
    "derive_suggestion_status",
    "is_allowed_suggestion_transition",
    "schema",
]
