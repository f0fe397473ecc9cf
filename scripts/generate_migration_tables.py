"""Write the tables of docs/MIGRATING.md: the original's constants, methods and exports, and their names here.

The original's names come from the recording that the conformance tests use. The names here are looked up in
the package, so that a table has no name that does not exist. With ``--check``, only compare the tables.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from importlib import import_module
from inspect import Parameter, isclass, iscoroutinefunction, signature, unwrap
from typing import Any

from marked_parts import ROOT, rewrite, table

from spacecat_shared_data_access import EntityRegistry
from spacecat_shared_data_access.models.configuration import Configuration, ConfigurationCollection
from spacecat_shared_data_access.models.site_config import Config
from spacecat_shared_data_access.schema.naming import camel_to_snake, singular, snake_to_camel

PACKAGE = "spacecat_shared_data_access"
RECORD = ROOT / "tests" / "conformance" / "entities.json.gz"

# Modules of the names that are not entities. A name is imported from the first module that has it.
MODULES = (
    "errors",
    "models.base",
    "schema",
    "schema.guards",
    "data_access",
    "models.task_management_connection",
    "models.site_config",
    "models.configuration",
    "models.suggestion",
    "models.fix_entity",
    "models.feedback_event",
)

# Exports that have no counterpart of the same kind.
REPLACED = {
    "default": "`from spacecat_shared_data_access.handler import data_access_wrapper`",
    "configSchema": "none: `validate_configuration` checks",
    "IMPORT_TYPE_SCHEMAS": "none: `validate_configuration` and `Config.enable_import` check",
    "changeDetailsV2Schema": "none: `validate_change_details` checks; `importlib.resources.files(…) / "
    '"schemas" / "change-details.v2.schema.json"` is it as JSON Schema',
    "createFetchCompat": "none: `client=` takes an `httpx.Client` or `httpx.AsyncClient`",
    "EbusyRetryStrategy": "none: calls to S3 are retried automatically",
    "registerLogger": "none: see Logging",
    "getLogger": "none: see Logging",
    "resetLoggerRegistry": "none: see Logging",
}


def constants(entities: Mapping[str, Any]) -> str:
    """Return the table of the constants of models and collections."""
    rows = []
    for entity in sorted(entities.keys() - {"Configuration"}):
        schema = EntityRegistry.schema_of(entity)
        for part, cls in (("model", schema.model_class), ("collection", schema.collection_class)):
            for name, value in (entities[entity][part].get("statics") or {}).items():
                if name in {"ENTITY_NAME", "COLLECTION_NAME"} or is_function(value):
                    continue
                rows += constant_rows(cls, cls.__name__, name, value)
    return table(["original", "Python", "members with another name"], rows)


def constant_rows(owner: type, path: str, name: str, value: Any) -> Iterator[list[str]]:
    """Yield the row of one constant, and the rows of the constants nested in it."""
    name_here, renamed = counterpart(owner, name, value)
    yield [f"`{path}.{name}`", f"`{owner.__name__}.{name_here}`", renamed]
    inner = getattr(owner, name_here, None)
    if isclass(inner) and not is_enum(inner):
        for key, each in value.items():
            yield from constant_rows(inner, f"{path}.{name}", key, each)


def counterpart(owner: type, name: str, value: Any) -> tuple[str, str]:
    """Return the name of a constant here, and the members of an enum that were renamed."""
    if hasattr(owner, name):
        return name, ""
    enums = {key: each for key, each in vars(owner).items() if is_enum(each)}
    if isinstance(value, str):
        for key, enum in enums.items():
            for member in enum:
                if member.value == value and name.endswith(f"_{member.name}"):
                    return f"{key}.{member.name}", ""
    values = set(value.values() if isinstance(value, dict) else value)
    fitting = [key for key, enum in enums.items() if {member.value for member in enum} == values]
    wanted = singular(name.lower()).replace("_", "").lower()
    found = next((key for key in fitting if key.lower() == wanted), None) or fitting[0]
    if not isinstance(value, dict):
        return found, ""
    members = {key: enums[found](each).name for key, each in value.items()}
    return found, ", ".join(f"`{key}` → `{own}`" for key, own in members.items() if key != own)


def methods(entities: Mapping[str, Any]) -> str:
    """Return the table of the hand-written methods of each entity."""
    rows = []
    for entity in sorted(entities.keys() - {"Configuration"}):
        schema = EntityRegistry.schema_of(entity)
        for part, cls in (("collection", schema.collection_class), ("model", schema.model_class)):
            statics = entities[entity][part].get("statics") or {}
            names = [name for name in entities[entity][part].get("methods", []) if not name.startswith("_")]
            names += [name for name, value in statics.items() if is_function(value)]
            rows += [method_row(cls, name, python_name(name)) for name in names]
    for cls in (ConfigurationCollection, Configuration):
        names = [name for name in public_methods(cls) if name not in {"to_dict", "add_handler"}]
        rows += [method_row(cls, original_name(name), name) for name in names]
    return table(["original", "Python", "awaited"], rows)


def config_methods() -> str:
    """Return the methods of Config in one line."""
    own = {"get", "items", "keys", "values", "of_stored"}
    names = (name for name in public_methods(Config) if name not in own)
    # Without aliases: they have the name of another method.
    return ", ".join(f"`{name}`" for name in names if getattr(Config, name).__name__ == name)


def method_row(cls: type, name: str, own: str) -> list[str]:
    """Return the row of one method."""
    method = unwrap(getattr(cls, own))
    return [
        f"`{cls.__name__}.{name}`",
        f"`{own}{called(method)}`",
        "yes" if iscoroutinefunction(method) else "",
    ]


def called(method: Callable[..., Any]) -> str:
    """Return a method's parameters without annotations."""
    given = signature(method)
    parameters = [
        each.replace(annotation=Parameter.empty, default=shown_default(each.default))
        for name, each in given.parameters.items()
        if name not in {"self", "cls"}
    ]
    return str(given.replace(parameters=parameters, return_annotation=Parameter.empty))


def shown_default(default: Any) -> Any:
    """Return a default value as it is shown: the value of an enum member."""
    return default.value if isinstance(default, Enum) else default


def exports(names: Mapping[str, Any], entities: Mapping[str, Any]) -> str:
    """Return the table of the exports that are neither models nor collections."""
    rows = []
    for name in names:
        if name.removesuffix("Collection") in entities:
            continue
        if name.removesuffix("Schema") in entities:
            rows.append([f"`{name}`", f'`EntityRegistry.schema_of("{name.removesuffix("Schema")}")`'])
        elif name in REPLACED:
            rows.append([f"`{name}`", REPLACED[name]])
        else:
            module, own = module_of(name)
            rows.append([f"`{name}`", f"`from {PACKAGE}.{module} import {own}`"])
    return table(["original", "Python"], rows)


def module_of(name: str) -> tuple[str, str]:
    """Return the module of an export and its name here.

    Raises:
        LookupError: No module has it.
    """
    enum = "".join(word.capitalize() for word in singular(name.lower()).split("_"))
    for own in (enum, name, camel_to_snake(name)):
        for module in MODULES:
            found = getattr(import_module(f"{PACKAGE}.{module}"), own, None)
            if found is not None and (own != enum or is_enum(found)):
                return module, own
    raise LookupError(name)


def is_enum(value: object) -> bool:
    """Return whether a value is an enum."""
    return isclass(value) and issubclass(value, Enum)


def is_function(value: Any) -> bool:
    """Return whether a recorded static is a function."""
    return isinstance(value, dict) and "(callable)" in value


def public_methods(cls: type) -> list[str]:
    """Return the names of a class's public methods."""
    return [
        name
        for name in dir(cls)
        if not name.startswith("_") and callable(getattr(cls, name)) and name[0].islower()
    ]


def python_name(name: str) -> str:
    """Return the Python name of a method; an acronym is one word."""
    return camel_to_snake(name.replace("URL", "Url"))


def original_name(name: str) -> str:
    """Return the original's name of a method."""
    return snake_to_camel(name).replace("toJson", "toJSON")


def main() -> int:
    """Rewrite the tables."""
    with gzip.open(RECORD, "rt", encoding="utf-8") as file:
        recorded = json.load(file)
    parts = {
        "constants": constants(recorded["entities"]),
        "methods": methods(recorded["entities"]),
        "config": config_methods(),
        "exports": exports(recorded["exports"], recorded["entities"]),
    }
    return rewrite(ROOT / "docs" / "MIGRATING.md", parts)


if __name__ == "__main__":
    sys.exit(main())
