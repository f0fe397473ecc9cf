"""Write the JSON Schemas under schemas/ from the models that check the data.

Run it after a change of such a model: ``python scripts/generate_json_schemas.py``. With ``--check``
nothing is written, and a file that is out of date is an error.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from spacecat_shared_data_access.models.fix_entity.change_details_v2 import ChangeDetailsV2

FOLDER: Final = Path(__file__).parent.parent / "schemas"

# By file: the model, and what the schema says of itself. The $id is the original's: it is the same form.
SCHEMAS: Final[dict[str, tuple[type[BaseModel], dict[str, str]]]] = {
    "change-details.v2.schema.json": (
        ChangeDetailsV2,
        {
            "$id": "https://ns.adobe.com/spacecat/fix-entity/change-details/v2",
            "title": "FixEntity changeDetails v2",
            "description": (
                "Who deployed a fix, what it was to change, and what came of it. Written by "
                "scripts/generate_json_schemas.py: do not edit. validate_change_details also checks what "
                "JSON Schema cannot say: that each of result.changeResults matches one of target.changes "
                "by targetPath and property, that all of these have one where result.applied is ALL, and "
                "that result.deployResponsePayload is of at most 4096 bytes."
            ),
        },
    ),
}


class Plain(GenerateJsonSchema):
    """Writes what the data must be, without titles, and without the defaults of keys that may be missing."""

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Leave the default out: a key that is missing has none."""
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - no field has one
        """Leave titles out: they would repeat the names."""
        return False


def generated(model: type[BaseModel], about: dict[str, str]) -> str:
    """Write the schema of a model, as it stands in its file."""
    schema = model.model_json_schema(schema_generator=Plain)
    for definition in schema.get("$defs", {}).values():
        definition.pop("title", None)
    head = {"$schema": Plain.schema_dialect, **about}
    whole = {**head, **{name: value for name, value in schema.items() if name not in head}}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def main() -> int:
    """Write or check all schemas.

    Returns:
        The exit status: 1 where a file was checked and is out of date.
    """
    parser = argparse.ArgumentParser(description="Write the JSON Schemas under schemas/.")
    parser.add_argument(
        "--check", action="store_true", help="write nothing; fail where a file is out of date"
    )
    check = parser.parse_args().check
    stale = []
    for name, (model, about) in SCHEMAS.items():
        path, text = FOLDER / name, generated(model, about)
        if check:
            # Compared as data: versions of pydantic differ in the order of keys.
            if not path.exists() or json.loads(path.read_text(encoding="utf-8")) != json.loads(text):
                stale.append(name)
            continue
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    if stale:
        print(f"out of date, run scripts/generate_json_schemas.py: {', '.join(stale)}", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
