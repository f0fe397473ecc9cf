"""The model, collection and schema of a suggestion."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypeAlias
from uuid import UUID

from spacecat_shared_data_access.errors import DataAccessError, ValidationError, wrap_error
from spacecat_shared_data_access.models.arguments import checked_id
from spacecat_shared_data_access.models.base import BaseCollection
from spacecat_shared_data_access.models.base.bulk_save import models_to_save
from spacecat_shared_data_access.models.base.guards import StatusModel
from spacecat_shared_data_access.models.base.items import plain_value
from spacecat_shared_data_access.models.suggestion.constants import SuggestionSkipReason, SuggestionStatus
from spacecat_shared_data_access.models.suggestion.data_schemas import DATA_SCHEMAS, DataSchema
from spacecat_shared_data_access.models.suggestion.projections import (
    FALLBACK_PROJECTION,
    FIELD_TRANSFORMERS,
    Projection,
)
from spacecat_shared_data_access.postgrest.log_events import log_call_failed
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.validation import (
    is_falsy,
    is_non_empty_map,
    optional,
    text_length,
)
from spacecat_shared_data_access.schema.values import js_str

if TYPE_CHECKING:
    from spacecat_shared_data_access.models.fix_entity import FixEntity

_MAX_SKIP_DETAIL_LENGTH: Final = 500
_MINIMAL: Final = "minimal"


class Suggestion(StatusModel):
    """A proposal to improve a site, which belongs to an opportunity.

    ``data`` is the proposal; its structure depends on the opportunity's type (see `validate_data`). ``rank``
    orders the suggestions of an opportunity. Removing a suggestion also removes its links to fixes.
    """

    ENTITY_NAME = "Suggestion"

    Status: TypeAlias = SuggestionStatus
    SkipReason: TypeAlias = SuggestionSkipReason

    class Type(StrEnum):
        """The kind of change that is proposed."""

        CODE_CHANGE = "CODE_CHANGE"
        CONTENT_UPDATE = "CONTENT_UPDATE"
        REDIRECT_UPDATE = "REDIRECT_UPDATE"
        METADATA_UPDATE = "METADATA_UPDATE"
        AI_INSIGHTS = "AI_INSIGHTS"
        CONFIG_UPDATE = "CONFIG_UPDATE"

    TRANSITIONS: ClassVar[Mapping[Status | None, tuple[Status, ...]]] = {
        None: (Status.NEW, Status.PENDING_VALIDATION, Status.OUTDATED),
        Status.NEW: (
            Status.APPROVED,
            Status.IN_PROGRESS,
            Status.FIXED,
            Status.ERROR,
            Status.SKIPPED,
            Status.OUTDATED,
        ),
        # The only status that may become REJECTED.
        Status.PENDING_VALIDATION: (
            Status.NEW,
            Status.IN_PROGRESS,
            Status.REJECTED,
            Status.SKIPPED,
            Status.OUTDATED,
        ),
        Status.APPROVED: (
            Status.IN_PROGRESS,
            Status.FIXED,
            Status.ERROR,
            Status.SKIPPED,
            Status.NEW,
            Status.OUTDATED,
        ),
        Status.IN_PROGRESS: (
            Status.FIXED,
            Status.ERROR,
            Status.SKIPPED,
            Status.NEW,
            Status.OUTDATED,
        ),
        Status.FIXED: (Status.NEW, Status.IN_PROGRESS, Status.ERROR, Status.OUTDATED),
        Status.ERROR: (
            Status.NEW,
            Status.IN_PROGRESS,
            Status.FIXED,
            Status.SKIPPED,
            Status.OUTDATED,
        ),
        Status.SKIPPED: (Status.NEW, Status.OUTDATED),
        Status.OUTDATED: (Status.NEW,),
        Status.REJECTED: (Status.NEW, Status.OUTDATED),
    }
    """The statuses that may follow each status; None is the status before creation."""

    FIELD_TRANSFORMERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = FIELD_TRANSFORMERS
    DATA_SCHEMAS: ClassVar[Mapping[str, DataSchema]] = DATA_SCHEMAS
    FALLBACK_PROJECTION: ClassVar[Mapping[str, Projection]] = FALLBACK_PROJECTION

    @classmethod
    def get_projection(cls, opportunity_type: str | None, view_name: str = _MINIMAL) -> Projection:
        """Return the part of a suggestion's data that a view shows.

        Args:
            opportunity_type: Such as ``cwv``.
            view_name: The view; ``minimal`` is for listings.

        Returns:
            A copy of the projection: the fields to show, and the names of their `FIELD_TRANSFORMERS`. It is
            that of `FALLBACK_PROJECTION` if the type or its view is unknown.
        """
        data_schema = _data_schema_of(cls, opportunity_type)
        for projections in (data_schema.projections if data_schema else {}, cls.FALLBACK_PROJECTION):
            if isinstance(view_name, str) and view_name in projections:
                return deepcopy(projections[view_name])
        return deepcopy(cls.FALLBACK_PROJECTION[_MINIMAL])

    @classmethod
    def validate_data(cls, data: Any, opportunity_type: str | None = None) -> None:
        """Check the data of a suggestion. It is not checked when a suggestion is created or saved.

        Args:
            data: The data to be stored.
            opportunity_type: Such as ``cwv``. Data of types without an entry in `DATA_SCHEMAS` is not
                checked.

        Raises:
            ValidationError: The data is invalid. The message gives the path to the first invalid value:
                ``Invalid data for opportunity type cwv: "issues[0].type" must be one of …``.
        """
        data_schema = _data_schema_of(cls, opportunity_type)
        if data_schema is not None:
            data_schema.validate(data)


SUGGESTION_CREATE: Final = None
"""The status before creation: the key of the first statuses in `SUGGESTION_TRANSITIONS`."""

SUGGESTION_TRANSITIONS: Final[Mapping[Suggestion.Status | None, tuple[Suggestion.Status, ...]]] = (
    Suggestion.TRANSITIONS
)
"""The statuses that may follow each status."""

ISSUE_STATUSES: Final[tuple[Suggestion.Status, ...]] = tuple(Suggestion.Status)
"""The statuses that an issue in a suggestion's data may have."""

ISSUE_SKIP_REASONS: Final[tuple[Suggestion.SkipReason, ...]] = tuple(Suggestion.SkipReason)
"""The reasons for which an issue in a suggestion's data may be skipped."""


def is_allowed_suggestion_transition(from_: str | None, to: str) -> bool:
    """Return whether a suggestion's status may change to another one.

    Args:
        from_: The current status; None for a suggestion that is being created.
        to: The new status.
    """
    return Suggestion.is_allowed_transition(from_, to)


class SuggestionCollection(BaseCollection[Suggestion]):
    """The collection of suggestions."""

    COLLECTION_NAME = "SuggestionCollection"

    async def bulk_update_status(
        self, suggestions: Sequence[Suggestion], status: str
    ) -> Sequence[Suggestion]:
        """Set the status of several suggestions and save them, 25 per request.

        All attributes are saved, not only the changed ones.

        Args:
            suggestions: Models of this collection. The list may be empty.
            status: A `Suggestion.Status`.

        Returns:
            The suggestions.

        Raises:
            ValidationError: ``suggestions`` is not a list, or the status is unknown; or the transition of a
                suggestion is not allowed, and that is enforced. No request was sent.
            DataAccessError: The server rejected the request (``Failed to save many``).
            UnavailableError: The server was not reachable or not available.
        """
        if not isinstance(suggestions, list | tuple):
            raise ValidationError("Suggestions must be an array")
        status = plain_value("status", status)
        if status not in tuple(Suggestion.Status):
            allowed = ", ".join(Suggestion.Status)
            raise ValidationError(f"Invalid status: {js_str(status)}. Must be one of: {allowed}")
        for suggestion in models_to_save(self, suggestions):
            suggestion.set_status(status)
        await self.save_many(suggestions)
        return suggestions

    async def get_fix_entities_by_suggestion_id(
        self, suggestion_id: str | UUID | None = None
    ) -> list[FixEntity]:
        """Find the fixes of a suggestion.

        Args:
            suggestion_id: The suggestion's UUID.

        Returns:
            The fixes, in no particular order.

        Raises:
            ValidationError: The ID is not a UUID.
            DataAccessError: The server rejected the request (``Failed to get fix entities for suggestion``).
            UnavailableError: The server was not reachable or not available.
        """
        suggestion_id = checked_id("suggestion_id", suggestion_id, self.COLLECTION_NAME)
        fix_entities = self.registry.collection_of("FixEntity")
        links: Any = self.registry.collection_of("FixEntitySuggestion")
        try:
            found = await links.all_by_suggestion_id(suggestion_id)
            if not found:
                return []
            keys = [{fix_entities.id_name: link.get_fix_entity_id()} for link in found]
            return (await fix_entities.batch_get_by_keys(keys)).data
        except DataAccessError as error:
            message = "Failed to get fix entities for suggestion"
            log_call_failed(self.log, self.entity_name, error, message)
            raise wrap_error(message, error) from error


def _data_schema_of(cls: type[Suggestion], opportunity_type: object) -> DataSchema | None:
    type_ = plain_value("opportunity_type", opportunity_type)
    return cls.DATA_SCHEMAS.get(type_) if isinstance(type_, str) else None


def _is_skip_detail(value: object) -> bool:
    return is_falsy(value) or (isinstance(value, str) and text_length(value) <= _MAX_SKIP_DETAIL_LENGTH)


schema = (
    SchemaBuilder(Suggestion, SuggestionCollection)
    .add_reference("belongs_to", "Opportunity", ["status", "rank"])
    .add_reference("has_many", "FixEntitySuggestion", ["updated_at"], remove_dependents=True)
    .add_attribute("type", type=Suggestion.Type, required=True, read_only=True)
    .add_attribute("rank", type="number", required=True)
    .add_attribute("data", type="any", required=True, validate=is_non_empty_map)
    .add_attribute("kpi_deltas", type="any", validate=optional(is_non_empty_map))
    .add_attribute("status", type=Suggestion.Status, required=True, default=Suggestion.Status.NEW)
    .add_attribute("skip_reason", type=Suggestion.SkipReason)
    .add_attribute("skip_detail", type="string", validate=_is_skip_detail)
    .build()
)
