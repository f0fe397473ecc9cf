"""docs/MIGRATING.md is correct: its examples run, its names exist, and its tables are up to date."""

import ast
import inspect
import re
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
import respx

import spacecat_shared_data_access as package
from spacecat_shared_data_access import EntityRegistry, errors
from spacecat_shared_data_access.data_access import SyncServices
from spacecat_shared_data_access.models.base import BaseCollection, CreateResult, ErrorItem, Page
from spacecat_shared_data_access.models.base.queries import Options
from spacecat_shared_data_access.models.configuration import (
    Configuration,
    ConfigurationCollection,
    ConfigurationVersion,
)
from spacecat_shared_data_access.models.site_config import Config
from spacecat_shared_data_access.postgrest.where import Operators
from spacecat_shared_data_access.schema import guards
from unit.helpers import ID, OTHER_ID, PARENT_ID, THIRD_ID, body

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs" / "MIGRATING.md").read_text(encoding="utf-8")
URL = "https://data.example.com"
BLOCKS = re.findall(r"(<!-- not run[^\n]*\n)?```python\n(.*?)```", TEXT, re.DOTALL)

# The stored rows for the examples, by table.
ROWS = {
    "organizations": {"id": PARENT_ID, "name": "Example"},
    "sites": {"id": THIRD_ID, "organization_id": PARENT_ID, "base_url": "https://example.com", "config": {}},
    "tickets": {"id": ID, "organization_id": PARENT_ID, "ticket_key": "ASO-42"},
    "task_management_connections": {"id": OTHER_ID, "organization_id": PARENT_ID},
}
# The variables of the examples.
GIVEN = {
    "ticket_id": ID,
    "connection_id": OTHER_ID,
    "site_id": THIRD_ID,
    "organization_id": PARENT_ID,
    "start": "2026-06-01T00:00:00.000Z",
    "end": "2026-07-01T00:00:00.000Z",
}


def schema_of(entity):
    return EntityRegistry.schema_of(entity)


# The classes of the names that the examples and tables use.
CLASSES = {
    "ticket": schema_of("Ticket").model_class,
    "each": schema_of("Ticket").model_class,
    "organization": schema_of("Organization").model_class,
    "site": schema_of("Site").model_class,
    "config": Config,
    "Config": Config,
    "configuration": Configuration,
    "page": Page,
    "result": CreateResult,
    "refused": ErrorItem,
    "version": ConfigurationVersion,
    "op": Operators,
    "EntityRegistry": EntityRegistry,
}


def has(owner, name):
    return hasattr(owner, name) or name in getattr(owner, "__slots__", ()) or is_field(owner, name)


def is_field(owner, name):
    return name in getattr(owner, "__dataclass_fields__", ())


def collection_class(entity):
    return ConfigurationCollection if entity == "Configuration" else schema_of(entity).collection_class


def owner_of(node):
    """Return the class of an expression, or None if it is not known."""
    match node:
        case ast.Name(id=name):
            return CLASSES.get(name)
        case ast.Attribute(value=ast.Name(id="data_access") | ast.Attribute(attr="data_access"), attr=entity):
            return collection_class(entity) if EntityRegistry.is_registered(entity) else None
    return None


def unknown_names(code):
    """Return the methods and options in a piece of code that do not exist."""
    unknown = []
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Attribute):
            owner = owner_of(node.value)
            if owner is not None and not has(owner, node.attr):
                unknown.append(f"{owner.__name__}.{node.attr}")
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = owner_of(node.func.value)
            method = getattr(owner, node.func.attr, None)
            if owner is None or method is None or not inspect.isroutine(method):
                continue
            taken = set(inspect.signature(method).parameters)
            if "options" in taken:
                taken |= Options.__annotations__.keys()
            unknown += [f"{node.func.attr}({each.arg}=)" for each in node.keywords if each.arg not in taken]
    return unknown


def python_cells():
    """Return the code in the Python column of the hand-written tables."""
    written = re.sub(r"<!-- (\w+) -->.*?<!-- /\1 -->", "", TEXT, flags=re.DOTALL)
    for line in written.splitlines():
        if line.startswith("| ") and not line.startswith("| ---"):
            yield from re.findall(r"`([^`]+)`", line.split(" | ")[1])


def respond(request):
    """Respond like PostgREST: with the sent rows, the stored rows, or their number."""
    row = ROWS.get(request.url.path.strip("/"), {"id": ID})
    if request.method == "POST":
        sent = body(request)
        return httpx.Response(201, json=sent if isinstance(sent, list) else [sent])
    if request.method == "HEAD" or "count=exact" in request.headers.get("Prefer", ""):
        return httpx.Response(200, headers={"Content-Range": "0-0/1"}, json=[row])
    if request.method == "DELETE":
        return httpx.Response(204)
    return httpx.Response(200, json=[{**row, **(body(request) or {})}])


@pytest.fixture
def wire(monkeypatch):
    monkeypatch.setenv("POSTGREST_URL", URL)
    with respx.mock(base_url=URL) as router:
        router.route().mock(side_effect=respond)
        yield router
    EntityRegistry.reset_entities()


def test_the_examples_run(wire, capsys):
    space = dict(GIVEN)
    for reason, code in BLOCKS:
        compiled = compile(code, "docs/MIGRATING.md", "exec")
        if not reason:
            exec(compiled, space)  # noqa: S102 - that is what is tested
    printed = capsys.readouterr().out.splitlines()
    assert printed[0] == "ASO-42"
    assert "Done Example" in printed
    assert "Failed to create: organization_id is required" in "\n".join(printed)
    assert wire.calls


@pytest.mark.usefixtures("wire")
def test_the_calls_in_tables_run():
    organization = package.create_data_access().Organization.find_by_id(PARENT_ID)
    data_access = package.create_data_access()
    ticket = data_access.Ticket.find_by_id(ID)
    item = {
        "organization_id": PARENT_ID,
        "task_management_connection_id": OTHER_ID,
        "external_ticket_id": "10042",
        "ticket_key": "ASO-42",
        "ticket_url": "https://example.atlassian.net/browse/ASO-42",
        "ticket_provider": "jira_cloud",
        "created_by": "user@AdobeID",
    }
    space = {
        **GIVEN,
        "data_access": data_access,
        "ticket": ticket,
        "organization": organization,
        "item": item,
    }
    calls = [cell for cell in python_cells() if re.match(r"(data_access|ticket)\.", cell)]
    assert len(calls) > 30
    for call in calls:
        eval(call, dict(space))  # noqa: S307 - that is what is tested


def test_every_name_in_the_examples_exists():
    assert [name for _, code in BLOCKS for name in unknown_names(code)] == []


def test_every_name_in_the_tables_exists():
    assert [name for cell in python_cells() if is_code(cell) for name in unknown_names(cell)] == []


def test_a_missing_name_is_detected():
    assert unknown_names("data_access.Ticket.find_by_colour(1)") == ["TicketCollection.find_by_colour"]
    assert unknown_names("data_access.Ticket.all(colour=1)") == ["all(colour=)"]
    assert unknown_names("ticket.set_colour(1)") == ["Ticket.set_colour"]


def is_code(text):
    try:
        ast.parse(text)
    except SyntaxError:
        return False
    return True


def test_every_named_option_operator_error_and_guard_exists():
    for option in Options.__annotations__:
        assert re.search(rf"\b{option}\b", TEXT), option
    for operator in (name for name in dir(Operators) if not name.startswith("_")):
        assert f"`{operator}`" in TEXT, operator
    for name in re.findall(r"`([A-Z]\w+Error)`", TEXT):
        assert name in {*errors.__all__, "TypeError"}, name
    for name in re.findall(r"\bguard_\w+", TEXT):
        assert hasattr(guards, name), name
    for name in re.findall(r"`([a-z]+(?:_[a-z]+)+)`", TEXT.partition("## Names")[0]):
        fields = package.DataAccessConfig.model_fields
        assert name in fields or hasattr(package, name) or hasattr(SyncServices, name), name


def test_every_import_in_the_tables_works():
    for statement in re.findall(r"`(from spacecat_shared_data_access\S* import \w+)`", TEXT):
        exec(statement, {})  # noqa: S102 - that is what is tested


def test_every_collection_has_the_common_methods():
    for name in ("create", "create_many", "save_many", "remove_by_ids", "count", "iterate", "find_by_all"):
        assert name in TEXT
        assert hasattr(BaseCollection, name)
    assert {"item", "error"} == set(ErrorItem.__dataclass_fields__)


def test_the_tables_are_up_to_date():
    script = ROOT / "scripts" / "generate_migration_tables.py"
    check = subprocess.run([sys.executable, script, "--check"], capture_output=True, text=True, check=False)  # noqa: S603 - our own script
    assert check.returncode == 0, check.stdout + check.stderr
