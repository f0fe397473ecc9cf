# mypy: disable-error-code="overload-overlap, override, misc"
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from logging import Logger
from typing import Any, ClassVar, Self

from spacecat_shared_data_access.models.base.model import AsyncBaseModel, BaseModel

class EnforcementMode(StrEnum):
    OFF = "off"
    WARN = "warn"
    ENFORCE = "enforce"

def enforcement_mode(variable: str) -> EnforcementMode: ...
def check_updated_config(entity_name: str, updates: Mapping[str, Any]) -> None: ...
def guard_config(
    *, entity_name: str, entity_id: str | None, value: Any, validate: Callable[[Any], object], log: Logger | None = None
) -> None: ...
def guard_transition(
    *,
    entity_name: str,
    entity_id: str | None,
    from_: Any,
    to: Any,
    is_allowed: Callable[[Any, Any], bool],
    log: Logger | None = None,
) -> None: ...

class StatusModel(BaseModel):
    TRANSITIONS: ClassVar[Mapping[Any, Sequence[str]]]
    "The statuses that may follow each status; None is the status before creation."

    @classmethod
    def is_allowed_transition(cls, from_: str | None, to: str | None) -> bool: ...
    def set_status(self, value: str) -> Self: ...
    def transition_status(self, to: str) -> Self: ...

class AsyncStatusModel(AsyncBaseModel):
    """A model whose status changes only as its rules allow: see `guard_transition`."""

    TRANSITIONS: ClassVar[Mapping[Any, Sequence[str]]]
    "The statuses that may follow each status; None is the status before creation."

    @classmethod
    def is_allowed_transition(cls, from_: str | None, to: str | None) -> bool:
        """Return whether a status, or None before creation, may change to another one."""

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

    def transition_status(self, to: str) -> Self:
        """Set the status, as `set_status` does."""
