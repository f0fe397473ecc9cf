# mypy: disable-error-code="overload-overlap, override, misc"
from typing import Self

from spacecat_shared_data_access.models.base import AsyncBaseModel, BaseModel

class AuditSwitches(BaseModel):
    def is_audit_enabled(self, audit_type: str) -> bool: ...
    def enable_audit(self, audit_type: str) -> Self: ...
    def disable_audit(self, audit_type: str) -> Self: ...

class AsyncAuditSwitches(AsyncBaseModel):
    """A model with a set ``audits``, the enabled audit types."""

    def is_audit_enabled(self, audit_type: str) -> bool:
        """Return whether an audit type is enabled."""

    def enable_audit(self, audit_type: str) -> Self:
        """Enable an audit type and return the model. `save` stores the change."""

    def disable_audit(self, audit_type: str) -> Self:
        """Disable an audit type and return the model. `save` stores the change."""
