"""The stubs in typings/ are what the sources and the schemas say now."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "src" / "spacecat_shared_data_access"
STUBS = ROOT / "typings" / "spacecat_shared_data_access"
SCRIPT = ROOT / "scripts" / "generate_typings.py"


def test_the_stubs_are_up_to_date():
    check = subprocess.run([sys.executable, SCRIPT, "--check"], capture_output=True, text=True, check=False)  # noqa: S603 - our own script
    assert check.returncode == 0, check.stdout + check.stderr


def test_every_module_has_a_stub_and_every_stub_a_module():
    modules = {path.relative_to(SOURCES).with_suffix("") for path in SOURCES.rglob("*.py")}
    assert {path.relative_to(STUBS).with_suffix("") for path in STUBS.rglob("*.pyi")} == modules
