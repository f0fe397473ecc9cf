"""The stubs in typings/ match the sources and the schemas, and are no more than needed."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "src" / "spacecat_shared_data_access"
STUBS = ROOT / "typings" / "spacecat_shared_data_access-stubs"
SCRIPT = ROOT / "scripts" / "generate_typings.py"
MOST_FILES = 70
MOST_LINES = 25_000


def test_the_stubs_are_up_to_date():
    check = subprocess.run([sys.executable, SCRIPT, "--check"], capture_output=True, text=True, check=False)  # noqa: S603 - our own script
    assert check.returncode == 0, check.stdout + check.stderr


def test_every_stub_has_a_module():
    modules = {path.relative_to(SOURCES).with_suffix("") for path in SOURCES.rglob("*.py")}
    assert {path.relative_to(STUBS).with_suffix("") for path in STUBS.rglob("*.pyi")} <= modules


def test_a_stub_says_more_than_its_module():
    # Only the stubs distinguish the sync and the async API, and know what the schemas generate.
    one_api = {"models/base/queries.pyi"}
    for path in STUBS.rglob("*.pyi"):
        if path.relative_to(STUBS).as_posix() not in one_api:
            assert "Async" in path.read_text(encoding="utf-8"), path


def test_the_stubs_are_few():
    stubs = list(STUBS.rglob("*.pyi"))
    lines = sum(len(path.read_text(encoding="utf-8").splitlines()) for path in stubs)
    assert (len(stubs) <= MOST_FILES, lines <= MOST_LINES) == (True, True), (len(stubs), lines)
