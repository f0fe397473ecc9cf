"""A base class of models that enable and disable audits."""

from __future__ import annotations

from typing import Any, Self

from spacecat_shared_data_access.models.base import BaseModel
from spacecat_shared_data_access.models.base.items import plain_value


class AuditSwitches(BaseModel):
    """A model with a set ``audits``, the enabled audit types."""

    def is_audit_enabled(self, audit_type: str) -> bool:
        """Return whether an audit type is enabled."""
        return audit_type in self._audits()

    def enable_audit(self, audit_type: str) -> Self:
        """Enable an audit type and return the model. `save` stores the change."""
        audits = self._audits()
        if audit_type not in audits:
            self.patcher.patch_value("audits", [*audits, plain_value("audit_type", audit_type)])
        return self

    def disable_audit(self, audit_type: str) -> Self:
        """Disable an audit type and return the model. `save` stores the change."""
        self.patcher.patch_value("audits", [each for each in self._audits() if each != audit_type])
        return self

    def _audits(self) -> list[Any]:
        audits = self.record.get("audits")
        return audits if isinstance(audits, list) else []
