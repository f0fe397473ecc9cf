"""docs/ENTITIES.md lists the entities of the registry."""

import subprocess
import sys
from pathlib import Path

from spacecat_shared_data_access import EntityRegistry

ROOT = Path(__file__).resolve().parents[2]


def test_the_list_of_entities_is_up_to_date():
    script = ROOT / "scripts" / "generate_entity_list.py"
    check = subprocess.run([sys.executable, script, "--check"], capture_output=True, text=True, check=False)  # noqa: S603 - our own script
    assert check.returncode == 0, check.stdout + check.stderr


def test_the_list_names_every_entity_of_the_package():
    EntityRegistry.reset_entities()
    text = (ROOT / "docs" / "ENTITIES.md").read_text(encoding="utf-8")
    part = text.partition("<!-- entities -->")[2].partition("<!-- /entities -->")[0]
    listed = [line.split("`")[1] for line in part.splitlines() if line.startswith("| `")]
    assert listed == EntityRegistry.entity_names()
