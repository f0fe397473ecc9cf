"""The guard of configurations as they are set, and its three modes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.base.enforcement import EnforcementMode, enforcement_mode

if TYPE_CHECKING:
    from logging import Logger

_VARIABLE: Final = "CONFIG_VALIDATION_ENFORCEMENT"


def check_updated_config(entity_name: str, updates: Mapping[str, Any]) -> None:
    """Check that a configuration among updated values is a mapping.

    Raises:
        ValidationError: It is something else, such as text.
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
    """Check a configuration that is about to be set.

    Entities may hold configurations that were stored before today's rules. So where one is not valid,
    mode ``off`` lets it pass, ``warn`` writes it to the log and lets it pass, and ``enforce`` writes it
    to the log and raises. A value that is not a mapping is refused in every mode: storing it would replace
    the configuration with something that is not one. (None is left to the attribute's own check.)

    Args:
        entity_name: The entity, for the messages, such as ``Site``.
        entity_id: Its id, for the log.
        value: The configuration.
        validate: Raises ValidationError where it is not valid.
        log: Where to write what is not valid; nowhere where not given.

    Raises:
        ValidationError: It is not a mapping; or it is not valid, in mode ``enforce``.
    """
    mode = enforcement_mode(_VARIABLE)
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
            )
        if mode is EnforcementMode.ENFORCE:
            raise ValidationError(f"Invalid config for {entity_name}: {error.message}") from error
