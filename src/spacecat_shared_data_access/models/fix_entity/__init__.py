"""FixEntity: a fix for suggestions, from its creation to its publication."""

from spacecat_shared_data_access.models.base.async_names import export_async_names
from spacecat_shared_data_access.models.fix_entity.change_details import (
    CHANGE_DETAILS_SCHEMA_VERSION,
    ChangeDetails,
)
from spacecat_shared_data_access.models.fix_entity.change_details_validation import validate_change_details
from spacecat_shared_data_access.models.fix_entity.collection import (
    FixEntityCollection,
    FixWithSuggestions,
    SuggestionsOfFix,
    schema,
)
from spacecat_shared_data_access.models.fix_entity.model import (
    FIX_ENTITY_CREATE,
    FIX_ENTITY_TRANSITIONS,
    FixEntity,
    is_allowed_fix_transition,
)

__all__ = [
    "CHANGE_DETAILS_SCHEMA_VERSION",
    "FIX_ENTITY_CREATE",
    "FIX_ENTITY_TRANSITIONS",
    "ChangeDetails",
    "FixEntity",
    "FixEntityCollection",
    "FixWithSuggestions",
    "SuggestionsOfFix",
    "is_allowed_fix_transition",
    "schema",
    "validate_change_details",
]

export_async_names(__name__)
