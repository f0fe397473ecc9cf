"""The JSON Schemas under schemas/ match the validation of the models."""

import importlib.util
import json
import sys
from pathlib import Path

import pytest

from spacecat_shared_data_access.models.fix_entity import ChangeDetails

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT / "schemas" / "change-details.v2.schema.json"


@pytest.fixture
def script():
    spec = importlib.util.spec_from_file_location("generate", ROOT / "scripts" / "generate_json_schemas.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def schema():
    return json.loads(SCHEMA.read_text(encoding="utf-8"))


def test_the_files_are_up_to_date(script, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["generate_json_schemas.py", "--check"])
    assert script.main() == 0, capsys.readouterr().err


def test_a_missing_or_outdated_file_is_reported(script, monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(script, "FOLDER", tmp_path / "schemas")
    monkeypatch.setattr(sys, "argv", ["generate_json_schemas.py", "--check"])
    assert script.main() == 1
    assert "change-details.v2.schema.json" in capsys.readouterr().err
    monkeypatch.setattr(sys, "argv", ["generate_json_schemas.py"])
    assert script.main() == 0
    written = tmp_path / "schemas" / "change-details.v2.schema.json"
    assert json.loads(written.read_text(encoding="utf-8")) == json.loads(SCHEMA.read_text(encoding="utf-8"))
    written.write_text("{}", encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["generate_json_schemas.py", "--check"])
    assert script.main() == 1


def test_every_object_is_closed_and_lists_required_keys(schema):
    objects = {"": schema, **schema["$defs"]}
    assert all(each["additionalProperties"] is False for each in objects.values())
    assert {name: each["required"] for name, each in objects.items()} == {
        "": ["schemaVersion", "surface", "actorType", "target"],
        "Target": ["changeType", "changes"],
        "TargetChange": ["targetPath", "property", "intendedValue"],
        "Result": ["callStatus", "applied"],
        "ChangeResult": ["targetPath", "property", "status"],
        "PreVerify": ["verdict"],
        "PostVerify": ["verdict"],
    }


def test_enums_and_formats_are_included(schema):
    result = schema["$defs"]["Result"]["properties"]
    assert schema["properties"]["schemaVersion"]["const"] == 2
    assert schema["properties"]["surface"]["enum"] == list(ChangeDetails.Surface)
    assert schema["properties"]["actorType"]["enum"] == list(ChangeDetails.ActorType)
    assert result["callStatus"]["enum"] == list(ChangeDetails.CallStatus)
    assert result["applied"]["enum"] == list(ChangeDetails.Applied)
    assert result["deployResponseSha256"]["pattern"] == "^[a-fA-F0-9]{64}$"
    assert schema["$defs"]["ChangeResult"]["properties"]["status"]["enum"] == list(
        ChangeDetails.ChangeResultStatus
    )
    assert schema["$defs"]["PreVerify"]["properties"]["verdict"]["enum"] == list(ChangeDetails.VerifyVerdict)
    assert schema["$defs"]["PostVerify"]["properties"]["postVerifiedAt"]["format"] == "date-time"
    assert schema["$defs"]["Target"]["properties"]["changes"]["minItems"] == 1


def test_no_key_has_a_default(schema):
    assert '"default"' not in json.dumps(schema)
