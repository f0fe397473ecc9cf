"""Reads PostgREST's description of a schema, the OpenAPI document at ``/``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from spacecat_shared_data_access.check.facts import (
    PRIVILEGES,
    ColumnFacts,
    DatabaseFacts,
    FunctionFacts,
    TableFacts,
)
from spacecat_shared_data_access.errors import PostgrestError

# By privilege, the operation that PostgREST describes.
_METHODS: Final = dict(zip(PRIVILEGES, ("get", "post", "patch", "delete"), strict=True))
# PostgREST 16 writes integers by OpenAPI's names; earlier versions by PostgreSQL's.
_INTEGERS: Final = {"int16": "smallint", "int32": "integer", "int64": "bigint"}
_LENGTH: Final = re.compile(r"\(.*?\)")
_VERSION: Final = re.compile(r"(\d+)\.(\d+)")


def facts_from_description(document: Any, schema: str) -> DatabaseFacts:
    """Return what a description says of a schema.

    Args:
        document: The JSON of the document.
        schema: The schema's name.

    Raises:
        PostgrestError: It is not a description by PostgREST.
    """
    try:
        if document["swagger"] != "2.0":
            raise ValueError("another version of OpenAPI")  # noqa: TRY301 - handled with the others below
        paths, definitions = document["paths"], document["definitions"]
        version = str(document["info"]["version"])
        tables = {
            name: _table(definition, paths.get(f"/{name}", {})) for name, definition in definitions.items()
        }
        functions = {
            path.removeprefix("/rpc/"): (_function(operations),)
            for path, operations in paths.items()
            if path.startswith("/rpc/")
        }
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise PostgrestError(
            "The server does not describe itself as PostgREST does. Is it PostgREST, and is its openapi-mode"
            " follow-privileges or ignore-privileges, without a db-root-spec?",
            cause=error,
        ) from error
    return DatabaseFacts(schema, tables, functions, version=version)


def version_number(text: str) -> tuple[int, int] | None:
    """Return the major and minor number of a PostgREST version; None if it is not a number."""
    match = _VERSION.match(text)
    return None if match is None else (int(match[1]), int(match[2]))


def _table(definition: Mapping[str, Any], operations: Mapping[str, Any]) -> TableFacts:
    required = frozenset(definition.get("required", ()))
    columns = {
        name: _column(declared, not_null=name in required)
        for name, declared in definition.get("properties", {}).items()
    }
    privileges = {
        privilege: frozenset(columns if method in operations else ())
        for privilege, method in _METHODS.items()
    }
    return TableFacts(columns, privileges)


def _column(declared: Mapping[str, Any], *, not_null: bool) -> ColumnFacts:
    type_ = _LENGTH.sub("", declared.get("format") or declared.get("type") or "").strip()
    return ColumnFacts(
        type=_INTEGERS.get(type_, type_),
        max_length=declared.get("maxLength"),
        not_null=not_null,
        is_filled="default" in declared,
        values=tuple(declared["enum"]) if "enum" in declared else None,
    )


def _function(operations: Mapping[str, Any]) -> FunctionFacts:
    # A function without arguments has no body.
    parameters = operations.get("post", {}).get("parameters", ())
    body: Mapping[str, Any] = next((each["schema"] for each in parameters if each.get("in") == "body"), {})
    return FunctionFacts(frozenset(body.get("properties", ())), frozenset(body.get("required", ())))
