# mypy: disable-error-code="overload-overlap, override"
from typing import Self

from spacecat_shared_data_access.models.base import AsyncBaseModel, BaseModel

class AuditSwitches(BaseModel):
    def is_audit_enabled(self, audit_type: str) -> bool: ...
    def enable_audit(self, audit_type: str) -> Self: ...
    def disable_audit(self, audit_type: str) -> Self: ...

class AsyncAuditSwitches(AsyncBaseModel):
    """A model with a set ``audits``: the kinds of audit that it is switched on for."""

    def is_audit_enabled(self, audit_type: str) -> bool:
        """Tell whether it is switched on for a kind of audit."""

    def enable_audit(self, audit_type: str) -> Self:
        """Switch it on for a kind of audit, and give the model back. `save` stores it."""

    def disable_audit(self, audit_type: str) -> Self:
        """Switch it off for a kind of audit, and give the model back. `save` stores it."""
