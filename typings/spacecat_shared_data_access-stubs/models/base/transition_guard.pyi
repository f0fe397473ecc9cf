# mypy: disable-error-code="overload-overlap, override"
from collections.abc import Callable, Mapping, Sequence
from logging import Logger
from typing import Any, ClassVar, Self

from spacecat_shared_data_access.models.base.model import AsyncBaseModel, BaseModel

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
    """A model whose status may only become what its rules allow: see `guard_transition`."""

    TRANSITIONS: ClassVar[Mapping[Any, Sequence[str]]]
    "The statuses that may follow each status; None is the status before creation."

    @classmethod
    def is_allowed_transition(cls, from_: str | None, to: str | None) -> bool:
        """Return whether a status, or None before creation, may change to another one."""

    def set_status(self, value: str) -> Self:
        """Set the status and give the model back. `save` stores it.

        Args:
            value: A status that may follow the present one. What becomes of another one depends on the
                environment's ``STATUS_TRANSITION_ENFORCEMENT``: see `guard_transition`.

        Raises:
            ValidationError: It is no status; or it may not follow, and that is enforced.
        """

    def transition_status(self, to: str) -> Self:
        """Do what `set_status` does, under a name that says what is meant."""
