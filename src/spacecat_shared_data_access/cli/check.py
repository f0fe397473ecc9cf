"""`spacecat-data-access check`: compares a database with the entities, and prints the differences."""

from __future__ import annotations

import argparse
import os
from typing import Final

from spacecat_shared_data_access.check import Finding, Severity, check_database
from spacecat_shared_data_access.cli import output
from spacecat_shared_data_access.cli.entities import entity_spelt
from spacecat_shared_data_access.cli.screen import progress, screen
from spacecat_shared_data_access.data_access import create_data_access
from spacecat_shared_data_access.errors import ValidationError

_STYLES: Final = {str(Severity.ERROR): "bold red", str(Severity.NOTE): "yellow"}
_HEADINGS: Final = ("", "entity", "where", "expected", "found", "fix")


def check(arguments: argparse.Namespace) -> int:
    """Check a database, print the findings and return the exit code: 1 if there are errors."""
    if arguments.role and not arguments.database_url:
        message = "--role needs --database-url: PostgREST does not describe privileges"
        return output.fail(message, output.WRONG_ARGUMENTS)
    entities = [entity_spelt(name) for name in arguments.entities] or None
    key = _api_key(arguments)
    with (
        create_data_access(postgrest_url=arguments.url, postgrest_api_key=key) as data_access,
        progress("checking the database"),
    ):
        findings = check_database(
            data_access, entities=entities, database_url=arguments.database_url, role=arguments.role
        )
    errors = sum(each.severity is Severity.ERROR for each in findings)
    notes = len(findings) - errors
    if arguments.json:
        listed = [each.to_dict() for each in findings]
        output.say_json({"errors": errors, "notes": notes, "findings": listed})
    else:
        _show(findings, f"{_counted(errors, 'error')}, {_counted(notes, 'note')}")
        if arguments.database_url is None:
            screen().paragraph("keys, indexes, CHECKs and privileges are checked only with --database-url")
    return output.FAILED if errors else 0


def _api_key(arguments: argparse.Namespace) -> str | None:
    # Never an argument: other users of the machine can read those.
    variable = arguments.api_key_env
    if variable is None:
        return None
    key = os.environ.get(variable)
    if not key:
        raise ValidationError(f"the environment variable {variable} of --api-key-env is not set")
    return key


def _show(findings: list[Finding], summary: str) -> None:
    page = screen()
    if not findings:
        page.paragraph("the database fits the entities", "green")
        return
    rows = [
        (str(each.severity), each.entity or "-", each.place, each.expected, each.found, each.fix)
        for each in findings
    ]
    page.table([_HEADINGS, *rows], _STYLES)
    page.paragraph(summary)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
