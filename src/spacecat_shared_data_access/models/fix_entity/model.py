"""The fix itself: its model, and how its status may change."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self, cast

from spacecat_shared_data_access.models.base.transition_guard import StatusModel
from spacecat_shared_data_access.models.fix_entity.change_details import ChangeDetails
from spacecat_shared_data_access.models.suggestion import Suggestion
from spacecat_shared_data_access.schema.validation import is_falsy

if TYPE_CHECKING:
    from spacecat_shared_data_access.models.fix_entity.collection import FixEntityCollection


class FixEntity(StatusModel):
    """One fix for one or several suggestions of an opportunity.

    ``change_details`` says what it changes: see `validate_change_details`. It is executed
    (``executed_at``), deployed to the author's side (``deployed_at``) and live (``published_at``).
    """

    ENTITY_NAME = "FixEntity"

    DEFAULT_UPDATED_BY: ClassVar[str] = "spacecat"
    CHANGE_DETAILS: ClassVar[type[ChangeDetails]] = ChangeDetails

    class Status(StrEnum):
        """How far the fix is. `FIX_ENTITY_TRANSITIONS` says which may follow which."""

        PENDING = "PENDING"
        DEPLOYED = "DEPLOYED"
        PUBLISHED = "PUBLISHED"
        FAILED = "FAILED"
        ROLLED_BACK = "ROLLED_BACK"

    class Origin(StrEnum):
        """Who made the fix."""

        SPACECAT = "spacecat"
        ASO = "aso"
        REPORTING = "reporting"

    @staticmethod
    def is_allowed_transition(from_: str | None, to: str) -> bool:
        """Tell whether one status may become another: see `is_allowed_fix_transition`."""
        return is_allowed_fix_transition(from_, to)

    async def get_suggestions(self) -> list[Suggestion]:
        """Find the suggestions that the fix takes care of.

        Returns:
            The suggestions, in no order that could be relied on.

        Raises:
            DataAccessError: The server refused (``Failed to get suggestions for fix entity``).
            UnavailableError: The server could not be reached or could not answer.
        """
        collection = cast("FixEntityCollection", self.collection)
        return await collection.get_suggestions_by_fix_entity_id(self.get_id())

    async def remove(self) -> Self:
        """Remove the fix and its links to suggestions.

        A fix of a single issue (``change_details`` has its ``issueId``) first gives that issue back: in
        its suggestions' data the issue becomes new and without a fix. Not so where the fix goes along
        with its opportunity.

        Raises:
            DataAccessError: As for `BaseModel.remove`; or a suggestion could not be read or saved, and
                the fix is still there.
            UnavailableError: As for `BaseModel.remove`.
        """
        details = self.record.get("change_details")
        issue_id = details.get("issueId") if isinstance(details, Mapping) else None
        if not is_falsy(issue_id):
            suggestions = await self.get_suggestions()
            await self.service.gather([_give_back(issue_id, each) for each in suggestions])
        await super().remove()
        return self


_Status = FixEntity.Status

FIX_ENTITY_CREATE: Final = None
"""The status before creation: the key of `FIX_ENTITY_TRANSITIONS` that holds the first ones."""

FIX_ENTITY_TRANSITIONS: Final[Mapping[FixEntity.Status | None, tuple[FixEntity.Status, ...]]] = {
    FIX_ENTITY_CREATE: (_Status.PENDING, _Status.DEPLOYED, _Status.FAILED),
    _Status.PENDING: (_Status.DEPLOYED, _Status.FAILED),
    _Status.DEPLOYED: (_Status.PUBLISHED, _Status.ROLLED_BACK),
    # Tried once more, or given up after it was reverted.
    _Status.FAILED: (_Status.PENDING, _Status.ROLLED_BACK),
    _Status.PUBLISHED: (_Status.ROLLED_BACK,),
    _Status.ROLLED_BACK: (),
}
"""Which statuses may follow a status."""


def is_allowed_fix_transition(from_: str | None, to: str | None) -> bool:
    """Tell whether a fix's status may become another one.

    Args:
        from_: The present status; None for a fix that is being created.
        to: The status that it is to have.
    """
    following = next((after for before, after in FIX_ENTITY_TRANSITIONS.items() if before == from_), ())
    return to in following


async def _give_back(issue_id: Any, suggestion: Suggestion) -> None:
    data = suggestion.record.get("data")
    issues = data.get("issues") if isinstance(data, Mapping) else None
    if not isinstance(data, Mapping) or not isinstance(issues, list):
        return
    if not any(_is_issue(issue, issue_id) for issue in issues):
        return
    changed = [
        {**issue, "status": "NEW", "fixEntityId": None} if _is_issue(issue, issue_id) else issue
        for issue in issues
    ]
    suggestion.patcher.patch_value("data", {**data, "issues": changed})
    await suggestion.save()


def _is_issue(issue: Any, issue_id: Any) -> bool:
    return isinstance(issue, Mapping) and bool(issue.get("id") == issue_id)
