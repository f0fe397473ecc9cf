"""The guard of status transitions, and its three modes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.base.enforcement import EnforcementMode, enforcement_mode
from spacecat_shared_data_access.models.base.model import BaseModel
from spacecat_shared_data_access.schema.values import js_str

if TYPE_CHECKING:
    from logging import Logger

_VARIABLE: Final = "STATUS_TRANSITION_ENFORCEMENT"


def guard_transition(
    *,
    entity_name: str,
    entity_id: str | None,
    from_: Any,
    to: Any,
    is_allowed: Callable[[Any, Any], bool],
    log: Logger | None = None,
) -> None:
    """Check that a status may become another one.

    A status that stays as it is passes. Where the transition is not allowed, mode ``off`` lets it pass,
    ``warn`` writes it to the log and lets it pass, and ``enforce`` writes it to the log and raises.

    Args:
        entity_name: The entity, for the messages, such as ``Suggestion``.
        entity_id: Its id, for the log.
        from_: The present status; None for an entity that is being created.
        to: The status that it is to have.
        is_allowed: Takes both and tells whether the one may become the other.
        log: Where to write what was not allowed; nowhere where not given.

    Raises:
        ValidationError: The transition is not allowed, in mode ``enforce``. The message says neither
            which entity it was nor what its status is.
    """
    present, target = _value_of(from_), _value_of(to)
    if present == target:
        return
    mode = enforcement_mode(_VARIABLE)
    if mode is EnforcementMode.OFF or is_allowed(present, target):
        return
    if log is not None:
        log.warning(
            "status transition violation: %s %s %s -> %s",
            entity_name,
            "<unknown>" if entity_id is None else entity_id,
            "<create>" if present is None else present,
            js_str(target),
        )
    if mode is EnforcementMode.ENFORCE:
        raise ValidationError(
            f"Invalid status transition for {entity_name}: cannot transition to {js_str(target)}"
        )


def _value_of(status: Any) -> Any:
    return status.value if isinstance(status, Enum) else status


class StatusModel(BaseModel):
    """A model whose status may only become what its rules allow: see `guard_transition`."""

    TRANSITIONS: ClassVar[Mapping[Any, Sequence[str]]] = {}
    """The statuses that may follow each status; None is the status before creation."""

    @classmethod
    def is_allowed_transition(cls, from_: str | None, to: str | None) -> bool:
        """Return whether a status, or None before creation, may change to another one."""
        return any(before == from_ and to in following for before, following in cls.TRANSITIONS.items())

    def set_status(self, value: str) -> Self:
        """Set the status and give the model back. `save` stores it.

        Args:
            value: A status that may follow the present one. What becomes of another one depends on the
                environment's ``STATUS_TRANSITION_ENFORCEMENT``: see `guard_transition`.

        Raises:
            ValidationError: It is no status; or it may not follow, and that is enforced.
        """
        guard_transition(
            entity_name=self.ENTITY_NAME,
            entity_id=self.get_id(),
            from_=self.record.get("status"),
            to=value,
            is_allowed=self.is_allowed_transition,
            log=self.log,
        )
        self.patcher.patch_value("status", value)
        return self

    def transition_status(self, to: str) -> Self:
        """Do what `set_status` does, under a name that says what is meant."""
        return self.set_status(to)
