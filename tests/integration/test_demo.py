"""The example runs from a shell, tells its steps, and fails where one does not hold."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from patience import PATIENCE
from spacecat_shared_data_access.local.tables import schema_sql

EXAMPLE = Path(__file__).parents[2] / "examples" / "jira_integration.py"
STEPS = [
    "A nonce is issued",
    "A replay is refused",
    "An expired one is refused",
    "Ticketing one again is refused",
    "A retry gets the stored response",
    "The connection needs it again",
    "It comes back, with a new name",
    "With their connection and suggestions",
    "Those without a status, by key",
    "Tickets and bridges side by side",
    "Tickets and bridges go along",
]


def run_example(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-O", "-W", "error", str(EXAMPLE), *arguments]
    # A server that the environment names is none of the example's business.
    environment = os.environ | {"POSTGREST_URL": "http://127.0.0.1:9", "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(  # noqa: S603 - our own script
        command, capture_output=True, encoding="utf-8", check=False, timeout=PATIENCE, env=environment
    )


def test_it_runs_and_every_step_holds():
    finished = run_example()
    assert (finished.returncode, finished.stderr) == (0, "")
    lines = finished.stdout.splitlines()
    for step in STEPS:
        assert any(line.startswith(f"  ✓ {step}") for line in lines), step
    checked = [line for line in lines if line.startswith("  ✓ ")]
    assert lines[-1].startswith(f"All {len(checked)} steps hold")
    assert (
        "refused with ConflictError 23505: Key (suggestion_id)=(suggestion-1) already exists."
        in finished.stdout
    )
    assert "✗" not in finished.stdout


@pytest.mark.parametrize(
    ("intact", "broken", "failing"),
    [
        (
            "suggestion_id text NOT NULL UNIQUE",
            "suggestion_id text NOT NULL",
            "Ticketing one again is refused",
        ),
        (
            "GRANT SELECT, INSERT, UPDATE, DELETE ON",
            "GRANT SELECT, INSERT, UPDATE ON",
            "It is consumed",
        ),
    ],
)
def test_it_fails_over_a_broken_database(tmp_path, intact, broken, failing):
    tables = schema_sql(None)
    assert intact in tables
    schema = tmp_path / "broken.sql"
    schema.write_text(tables.replace(intact, broken), "utf-8")
    finished = run_example("--schema", str(schema))
    assert (finished.returncode, finished.stderr) == (1, "")
    (failed,) = [line for line in finished.stdout.splitlines() if line.startswith("  ✗ ")]
    assert failed.startswith(f"  ✗ {failing}")
    assert "then one did not" in finished.stdout.splitlines()[-1]
