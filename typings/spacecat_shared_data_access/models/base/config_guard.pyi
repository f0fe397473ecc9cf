"""The guard of configurations as they are set, and its three modes."""

from collections.abc import Callable
from logging import Logger
from typing import Any

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
    to the log and raises.

    Args:
        entity_name: The entity, for the messages, such as ``Site``.
        entity_id: Its id, for the log.
        value: The configuration.
        validate: Raises ValidationError where it is not valid.
        log: Where to write what is not valid; nowhere where not given.

    Raises:
        ValidationError: It is not valid, in mode ``enforce``.
    """
