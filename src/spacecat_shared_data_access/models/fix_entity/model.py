"""The model of a fix, and the transitions of its status."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self, cast

from spacecat_shared_data_access.models.base.guards import StatusModel
from spacecat_shared_data_access.models.fix_entity.change_details import ChangeDetails
from spacecat_shared_data_access.models.suggestion import Suggestion
from spacecat_shared_data_access.schema.validation import is_falsy

if TYPE_CHECKING:
    from spacecat_shared_data_access.models.fix_entity.collection import FixEntityCollection


class FixEntity(StatusModel):
    """One fix for one or several suggestions of an opportunity.

    ``change_details`` has the changes: see `validate_change_details`. A fix is executed (``executed_at``),
    deployed to the author environment (``deployed_at``) and published (``published_at``).
    """

    ENTITY_NAME = "FixEntity"

    DEFAULT_UPDATED_BY: ClassVar[str] = "spacecat"
    CHANGE_DETAILS: ClassVar[type[ChangeDetails]] = ChangeDetails

    class Status(StrEnum):
        """The status of a fix. `FIX_ENTITY_TRANSITIONS` has the allowed transitions."""

        PENDING = "PENDING"
        DEPLOYED = "DEPLOYED"
        PUBLISHED = "PUBLISHED"
        FAILED = "FAILED"
        ROLLED_BACK = "ROLLED_BACK"

    class Origin(StrEnum):
        """The creator of a fix."""

        SPACECAT = "spacecat"
        ASO = "aso"
        REPORTING = "reporting"

    TRANSITIONS: ClassVar[Mapping[Status | None, tuple[Status, ...]]] = {
        None: (Status.PENDING, Status.DEPLOYED, Status.FAILED),
        Status.PENDING: (Status.DEPLOYED, Status.FAILED),
        Status.DEPLOYED: (Status.PUBLISHED, Status.ROLLED_BACK),
        # Retried, or abandoned after it was reverted.
        Status.FAILED: (Status.PENDING, Status.ROLLED_BACK),
        Status.PUBLISHED: (Status.ROLLED_BACK,),
        Status.ROLLED_BACK: (),
    }
    """The statuses that may follow each status; None is the status before creation."""

    async def get_suggestions(self) -> list[Suggestion]:
        """Find the suggestions that the fix resolves.

        Returns:
            The suggestions, in unspecified order.

        Raises:
            DataAccessError: The server rejected the request (``Failed to get suggestions for fix entity``).
            UnavailableError: The server could not be reached or could not respond.
        """
        collection = cast("FixEntityCollection", self.collection)
        return await collection.get_suggestions_by_fix_entity_id(self.get_id())

    async def remove(self) -> Self:
        """Remove the fix and its links to suggestions.

        If the fix is for a single issue (``change_details`` has its ``issueId``), the issue is first reset in
        the data of its suggestions: it becomes new and loses its fix. This does not happen if the fix is removed
        together with its opportunity.

        Raises:
            DataAccessError: As for `BaseModel.remove`. Or a suggestion could not be read or saved; the fix was
                not removed then.
            UnavailableError: As for `BaseModel.remove`.
        """
        details = self.record.get("change_details")
        issue_id = details.get("issueId") if isinstance(details, Mapping) else None
        if not is_falsy(issue_id):
            suggestions = await self.get_suggestions()
            await self.service.gather([_reset_issue(issue_id, each) for each in suggestions])
        await super().remove()
        return self


FIX_ENTITY_CREATE: Final = None
"""The status before creation: the key of the initial statuses in `FIX_ENTITY_TRANSITIONS`."""

FIX_ENTITY_TRANSITIONS: Final[Mapping[FixEntity.Status | None, tuple[FixEntity.Status, ...]]] = (
    FixEntity.TRANSITIONS
)
"""The statuses that may follow each status."""


def is_allowed_fix_transition(from_: str | None, to: str | None) -> bool:
    """Return whether a fix's status may change to another one.

    Args:
        from_: The current status; None for a fix that is being created.
        to: The new status.
    """
    return FixEntity.is_allowed_transition(from_, to)


async def _reset_issue(issue_id: Any, suggestion: Suggestion) -> None:
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
