from spacecat_shared_data_access.models.fix_entity.change_details import CHANGE_DETAILS_SCHEMA_VERSION, ChangeDetails
from spacecat_shared_data_access.models.fix_entity.change_details_validation import validate_change_details
from spacecat_shared_data_access.models.fix_entity.collection import (
    AsyncFixEntityCollection,
    AsyncFixWithSuggestions,
    AsyncSuggestionsOfFix,
    FixEntityCollection,
    FixWithSuggestions,
    SuggestionsOfFix,
    schema,
)
from spacecat_shared_data_access.models.fix_entity.model import (
    FIX_ENTITY_CREATE,
    FIX_ENTITY_TRANSITIONS,
    AsyncFixEntity,
    FixEntity,
    is_allowed_fix_transition,
)

__all__ = [
    "CHANGE_DETAILS_SCHEMA_VERSION",
    "FIX_ENTITY_CREATE",
    "FIX_ENTITY_TRANSITIONS",
    "AsyncFixEntity",
    "AsyncFixEntityCollection",
    "AsyncFixWithSuggestions",
    "AsyncSuggestionsOfFix",
    "ChangeDetails",
    "FixEntity",
    "FixEntityCollection",
    "FixWithSuggestions",
    "SuggestionsOfFix",
    "is_allowed_fix_transition",
    "schema",
    "validate_change_details",
]
