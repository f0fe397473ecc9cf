import logging
from enum import Enum

import pytest

from spacecat_shared_data_access import ValidationError
from spacecat_shared_data_access.models.base.guards import EnforcementMode, enforcement_mode, guard_transition

VARIABLE = "STATUS_TRANSITION_ENFORCEMENT"
LOG = logging.getLogger("spacecat_shared_data_access")


class Colour(Enum):
    RED = "RED"
    BLUE = "BLUE"


def guard(from_, to, *, allowed=False, log=LOG, entity_id="e-1"):
    guard_transition(
        entity_name="Signal",
        entity_id=entity_id,
        from_=from_,
        to=to,
        is_allowed=lambda before, after: allowed,
        log=log,
    )


@pytest.mark.parametrize(
    ("setting", "mode"),
    [
        ("off", EnforcementMode.OFF),
        ("warn", EnforcementMode.WARN),
        ("enforce", EnforcementMode.ENFORCE),
        (" Enforce ", EnforcementMode.ENFORCE),
        ("OFF", EnforcementMode.OFF),
        ("", EnforcementMode.WARN),
        ("nonsense", EnforcementMode.WARN),
        (None, EnforcementMode.WARN),
    ],
)
def test_the_environment_sets_the_mode(monkeypatch, setting, mode):
    if setting is None:
        monkeypatch.delenv(VARIABLE, raising=False)
    else:
        monkeypatch.setenv(VARIABLE, setting)
    assert enforcement_mode(VARIABLE) is mode


@pytest.mark.parametrize("mode", EnforcementMode)
def test_an_unchanged_status_passes(monkeypatch, caplog, mode):
    monkeypatch.setenv(VARIABLE, mode)
    guard("RED", "RED")
    guard(Colour.RED, "RED")
    assert caplog.messages == []


@pytest.mark.parametrize("mode", EnforcementMode)
def test_an_allowed_transition_passes(monkeypatch, caplog, mode):
    monkeypatch.setenv(VARIABLE, mode)
    guard("RED", "BLUE", allowed=True)
    assert caplog.messages == []


def test_off_accepts_everything_silently(monkeypatch, caplog):
    monkeypatch.setenv(VARIABLE, "off")
    guard("RED", "BLUE")
    assert caplog.messages == []


@pytest.mark.parametrize(
    ("from_", "to", "entity_id", "line"),
    [
        ("RED", "BLUE", "e-1", "Signal e-1 RED -> BLUE"),
        (Colour.RED, Colour.BLUE, "e-1", "Signal e-1 RED -> BLUE"),
        (None, "BLUE", None, "Signal <unknown> <create> -> BLUE"),
        ("RED", None, "e-1", "Signal e-1 RED -> null"),
    ],
)
def test_warn_logs_a_forbidden_transition(monkeypatch, caplog, from_, to, entity_id, line):
    monkeypatch.setenv(VARIABLE, "warn")
    guard(from_, to, entity_id=entity_id)
    assert caplog.messages == [f"status transition violation: {line}"]


def test_enforce_logs_details_and_raises_without_them(monkeypatch, caplog):
    monkeypatch.setenv(VARIABLE, "enforce")
    with pytest.raises(ValidationError) as raised:
        guard("RED", "BLUE")
    assert str(raised.value) == "Invalid status transition for Signal: cannot transition to BLUE"
    assert caplog.messages == ["status transition violation: Signal e-1 RED -> BLUE"]


def test_enforce_needs_no_log(monkeypatch):
    monkeypatch.setenv(VARIABLE, "enforce")
    with pytest.raises(ValidationError):
        guard("RED", "BLUE", log=None)
