"""Models that say for which kinds of audit they are switched on."""

from __future__ import annotations

from typing import Any, Self

from spacecat_shared_data_access.models.base import BaseModel
from spacecat_shared_data_access.models.base.items import plain_value


class AuditSwitches(BaseModel):
    """A model with a set ``audits``: the kinds of audit that it is switched on for."""

    def is_audit_enabled(self, audit_type: str) -> bool:
        """Tell whether it is switched on for a kind of audit."""
        return audit_type in self._audits()

    def enable_audit(self, audit_type: str) -> Self:
        """Switch it on for a kind of audit, and give the model back. `save` stores it."""
        audits = self._audits()
        if audit_type not in audits:
            self.patcher.patch_value("audits", [*audits, plain_value("audit_type", audit_type)])
        return self

    def disable_audit(self, audit_type: str) -> Self:
        """Switch it off for a kind of audit, and give the model back. `save` stores it."""
        self.patcher.patch_value("audits", [each for each in self._audits() if each != audit_type])
        return self

    def _audits(self) -> list[Any]:
        audits = self.record.get("audits")
        return audits if isinstance(audits, list) else []
