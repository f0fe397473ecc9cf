"""Enforcement: what becomes of what a rule does not allow, as the environment says."""

from __future__ import annotations

import os
from enum import StrEnum


class EnforcementMode(StrEnum):
    """What becomes of what is not allowed."""

    OFF = "off"
    WARN = "warn"
    ENFORCE = "enforce"


def enforcement_mode(variable: str) -> EnforcementMode:
    """Give the mode that an environment variable asks for.

    Args:
        variable: Such as ``STATUS_TRANSITION_ENFORCEMENT``.

    Returns:
        The mode, as the environment says at this moment; `EnforcementMode.WARN` where it says nothing
        or something unknown.
    """
    asked = os.environ.get(variable, "").strip().lower()
    return EnforcementMode(asked) if asked in set(EnforcementMode) else EnforcementMode.WARN
