"""Enforcement: what becomes of what a rule does not allow, as the environment says."""

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
