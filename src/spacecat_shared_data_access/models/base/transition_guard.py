"""The guard of status transitions, and its three modes."""

from __future__ import annotations

import os
from collections.abc import Callable
from enum import Enum, StrEnum
from typing import TYPE_CHECKING, Any, Final

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.schema.values import printed

if TYPE_CHECKING:
    from logging import Logger

_VARIABLE: Final = "STATUS_TRANSITION_ENFORCEMENT"


class EnforcementMode(StrEnum):
    """What becomes of a transition that is not allowed."""

    OFF = "off"
    WARN = "warn"
    ENFORCE = "enforce"


def enforcement_mode() -> EnforcementMode:
    """Give the mode that ``STATUS_TRANSITION_ENFORCEMENT`` asks for.

    Returns:
        The mode, as the environment says at this moment; `EnforcementMode.WARN` where it says nothing
        or something unknown.
    """
    asked = os.environ.get(_VARIABLE, "").strip().lower()
    return EnforcementMode(asked) if asked in set(EnforcementMode) else EnforcementMode.WARN


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
    mode = enforcement_mode()
    if mode is EnforcementMode.OFF or is_allowed(present, target):
        return
    if log is not None:
        log.warning(
            "status transition violation: %s %s %s -> %s",
            entity_name,
            "<unknown>" if entity_id is None else entity_id,
            "<create>" if present is None else present,
            printed(target),
        )
    if mode is EnforcementMode.ENFORCE:
        raise ValidationError(
            f"Invalid status transition for {entity_name}: cannot transition to {printed(target)}"
        )


def _value_of(status: Any) -> Any:
    return status.value if isinstance(status, Enum) else status
