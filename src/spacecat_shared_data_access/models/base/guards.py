"""Guards of configurations and status transitions. Environment variables set how strict they are."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from enum import Enum, StrEnum
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.base.model import BaseModel
from spacecat_shared_data_access.postgrest.log_events import LogEvent, log_fields
from spacecat_shared_data_access.schema.values import js_str

if TYPE_CHECKING:
    from logging import Logger

_CONFIG_VARIABLE: Final = "CONFIG_VALIDATION_ENFORCEMENT"
_TRANSITION_VARIABLE: Final = "STATUS_TRANSITION_ENFORCEMENT"


class EnforcementMode(StrEnum):
    """How a guard handles a violation: ignore it, log it, or log it and raise."""

    OFF = "off"
    WARN = "warn"
    ENFORCE = "enforce"


def enforcement_mode(variable: str) -> EnforcementMode:
    """Return the mode that an environment variable sets.

    Args:
        variable: Such as ``STATUS_TRANSITION_ENFORCEMENT``. It is read at each call.

    Returns:
        The mode; `EnforcementMode.WARN` if the variable is not set or has an unknown value.
    """
    asked = os.environ.get(variable, "").strip().lower()
    return EnforcementMode(asked) if asked in set(EnforcementMode) else EnforcementMode.WARN


def check_updated_config(entity_name: str, updates: Mapping[str, Any]) -> None:
    """Check that the ``config`` among updated values, if there is one, is a mapping.

    Raises:
        ValidationError: The ``config`` is something else, such as text.
    """
    if "config" in updates and not isinstance(updates["config"], Mapping):
        raise ValidationError(f"Invalid config for {entity_name}: it must be of type object")


def guard_config(
    *,
    entity_name: str,
    entity_id: str | None,
    value: Any,
    validate: Callable[[Any], object],
    log: Logger | None = None,
) -> None:
    """Check a configuration before it is set.

    Stored configurations may be older than today's rules. So an invalid one is accepted silently in mode
    ``off``, logged and accepted in mode ``warn``, and logged and refused in mode ``enforce``. A value that
    is not a mapping is refused in every mode, because it would overwrite the configuration. None is left
    to the attribute's own validation.

    Args:
        entity_name: The entity in messages, such as ``Site``.
        entity_id: The entity's ID, for the log.
        value: The configuration.
        validate: Raises ValidationError if the configuration is invalid.
        log: Where violations are logged, if anywhere.

    Raises:
        ValidationError: The value is not a mapping; or it is invalid, in mode ``enforce``.
    """
    mode = enforcement_mode(_CONFIG_VARIABLE)
    if value is not None and not isinstance(value, Mapping):
        mode = EnforcementMode.ENFORCE
    if mode is EnforcementMode.OFF:
        return
    try:
        validate(value)
    except ValidationError as error:
        if log is not None:
            log.warning(
                "config validation violation: %s %s: %s",
                entity_name,
                "<unknown>" if entity_id is None else entity_id,
                error.message,
                extra=log_fields(LogEvent.CONFIG_INVALID, entity=entity_name),
            )
        if mode is EnforcementMode.ENFORCE:
            raise ValidationError(f"Invalid config for {entity_name}: {error.message}") from error


def guard_transition(
    *,
    entity_name: str,
    entity_id: str | None,
    from_: Any,
    to: Any,
    is_allowed: Callable[[Any, Any], bool],
    log: Logger | None = None,
) -> None:
    """Check that a status may change to another one.

    A status that stays the same is always allowed. A transition that is not allowed is accepted silently
    in mode ``off``, logged and accepted in mode ``warn``, and logged and refused in mode ``enforce``.

    Args:
        entity_name: The entity in messages, such as ``Suggestion``.
        entity_id: The entity's ID, for the log.
        from_: The current status; None for an entity that is being created.
        to: The new status.
        is_allowed: Takes both and returns whether the transition is allowed.
        log: Where violations are logged, if anywhere.

    Raises:
        ValidationError: The transition is not allowed, in mode ``enforce``. The message contains neither
            the entity's ID nor its current status.
    """
    present, target = _value_of(from_), _value_of(to)
    if present == target:
        return
    mode = enforcement_mode(_TRANSITION_VARIABLE)
    if mode is EnforcementMode.OFF or is_allowed(present, target):
        return
    if log is not None:
        log.warning(
            "status transition violation: %s %s %s -> %s",
            entity_name,
            "<unknown>" if entity_id is None else entity_id,
            "<create>" if present is None else present,
            js_str(target),
            extra=log_fields(LogEvent.STATUS_TRANSITION_INVALID, entity=entity_name),
        )
    if mode is EnforcementMode.ENFORCE:
        raise ValidationError(
            f"Invalid status transition for {entity_name}: cannot transition to {js_str(target)}"
        )


def _value_of(status: Any) -> Any:
    return status.value if isinstance(status, Enum) else status


class StatusModel(BaseModel):
    """A model whose status changes only as its rules allow: see `guard_transition`."""

    TRANSITIONS: ClassVar[Mapping[Any, Sequence[str]]] = {}
    """The statuses that may follow each status; None is the status before creation."""

    @classmethod
    def is_allowed_transition(cls, from_: str | None, to: str | None) -> bool:
        """Return whether a status, or None before creation, may change to another one."""
        return any(before == from_ and to in following for before, following in cls.TRANSITIONS.items())

    def set_status(self, value: str) -> Self:
        """Set the status. `save` stores it.

        Args:
            value: A status that may follow the current one. The environment variable
                ``STATUS_TRANSITION_ENFORCEMENT`` sets what happens to any other: see `guard_transition`.

        Returns:
            The model itself.

        Raises:
            ValidationError: The value is not a status; or it may not follow, in mode ``enforce``.
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
        """Set the status, as `set_status` does."""
        return self.set_status(to)
