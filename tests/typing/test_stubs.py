"""The stubs work with both checkers, in a clone and from a wheel, and describe the package at run time."""

import shutil
import sys
import zipfile
from pathlib import Path

import pytest

from type_checkers import ROOT, Editor, environment_with, mypy, project_of, pyright, run, with_stubs

PACKAGE = "spacecat_shared_data_access"


@pytest.fixture(scope="module")
def clone(tmp_path_factory):
    """A project, and the interpreter of an environment with an editable installation of this clone."""
    python = environment_with(tmp_path_factory.mktemp("environment"), "--editable", ROOT)
    return with_stubs(project_of(tmp_path_factory.mktemp("clone")), python)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    skipped = shutil.ignore_patterns(".*", "__pycache__", "node_modules", "tests")
    shutil.copytree(ROOT, source, ignore=skipped)
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, source]
    status, output = run(*build)
    assert status == 0, output
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """A project, and the interpreter of an environment where the wheel is installed."""
    python = environment_with(tmp_path_factory.mktemp("environment"), wheel)
    return with_stubs(project_of(tmp_path_factory.mktemp("installed")), python)


@pytest.fixture(scope="module", params=["clone", "installed"])
def project(request):
    return request.getfixturevalue(request.param)


@pytest.mark.parametrize("checker", [mypy, pyright])
def test_programs_have_the_expected_types(project, checker):
    status, output = checker(*project)
    assert status == 0, output


def test_the_stubs_describe_the_package_at_run_time(clone):
    _, python = clone
    status, output = run(python, Path(__file__).with_name("run_stubtest.py"))
    assert status == 0, output


def test_the_wheel_has_each_stub_beside_its_module(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    folder = ROOT / "typings" / f"{PACKAGE}-stubs"
    stubs = {f"{PACKAGE}/{path.relative_to(folder).as_posix()}" for path in folder.rglob("*.pyi")}
    assert stubs == {name for name in names if name.endswith(".pyi")}
    assert {name.removesuffix("i") for name in stubs} <= names
    assert zipfile.ZipFile(wheel).read(f"{PACKAGE}/py.typed") == b""


BEFORE = f"""\
from {PACKAGE} import AsyncDataAccess, AsyncTicket, DataAccess, Ticket
def example(data_access: DataAccess, asynchronous: AsyncDataAccess, ticket: Ticket):
"""


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("    data_access.", {"Ticket", "TaskManagementConnection", "Configuration"}),
        (
            "    data_access.Ticket.",
            {"find_by_id", "all_by_organization_id", "find_by_opportunity_id_and_ticket_key", "iterate"},
        ),
        (
            "    ticket = data_access.Ticket.find_by_id('…')\n    assert ticket\n    ticket.",
            {"get_ticket_key", "set_ticket_status", "get_organization", "save", "to_json"},
        ),
        (
            "    data_access.Ticket.all_by_organization_id('…', ",
            {"where=", "order_by=", "limit=", "return_cursor="},
        ),
        (
            "    data_access.Ticket.all(where=lambda attrs, op: op.eq(attrs.",
            {"ticket_status", "opportunity_id"},
        ),
        ("    data_access.Ticket.create({'", {"ticket_key", "ticketKey", "task_management_connection_id"}),
    ],
    ids=["collections", "finders", "accessors", "options", "attributes", "items"],
)
def test_an_editor_offers(editor, line, offered):
    labels = {label.strip("'\"") for label in editor.completions(BEFORE + line)}
    assert offered <= labels


@pytest.mark.parametrize(
    ("line", "docstring"),
    [
        ("    data_access.Ticket.find_by_id", "A UUID, as text or as a UUID object."),
        ("    asynchronous.Ticket.find_by_id", "A UUID, as text or as a UUID object."),
        ("    data_access.Ticket.all", "Models in the order of the index that fits"),
        ("    data_access.Site.all_sites_to_audit", "the IDs of all sites."),
        ("    asynchronous.Site.all_sites_to_audit", "the IDs of all sites."),
        ("    data_access.Ticket.all_by_organization_id", "Find all entities by organization_id."),
        ("    asynchronous.Ticket.all_by_organization_id", "Find all entities by organization_id."),
        ("    ticket.get_ticket_key", "ticket_key."),
        ("    ticket.get_organization", "the Organization that this entity belongs to"),
        ("    Ticket", "until it is synchronized with the provider."),
        ("    AsyncTicket", "until it is synchronized with the provider."),
        ("    data_access.retrying", "``RetryPolicy.off()`` for one attempt."),
    ],
)
def test_an_editor_shows_the_docstring(editor, line, docstring):
    assert docstring in editor.hover(BEFORE + line)


@pytest.mark.parametrize(
    ("line", "module"),
    [
        ("    data_access.Ticket.find_by_id", "models/base/collection.py"),
        ("    data_access.Site.all_sites_to_audit", "models/site/collection.py"),
        ("    Ticket", "models/ticket.py"),
    ],
)
def test_an_editor_goes_to_the_source(editor, line, module):
    assert any(each.as_posix().endswith(module) for each in editor.definitions(BEFORE + line))


@pytest.fixture(scope="module")
def editor(project):
    with Editor(*project) as editor:
        yield editor
