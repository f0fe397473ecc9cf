"""The stubs hold for both checkers, in a clone and installed; and they say what the run time does."""

import os
import shutil
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from type_checkers import ROOT, TYPINGS, Editor, mypy, project_of, pyright, run

PACKAGE = "spacecat_shared_data_access"


@pytest.fixture(scope="module")
def clone(tmp_path_factory):
    """A project that has the repository's stubs, and the interpreter of its environment."""
    return project_of(tmp_path_factory.mktemp("clone"), TYPINGS), sys.executable


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
    """A project in an environment where the wheel is installed, and that environment's interpreter."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder)
    scheme = sysconfig.get_paths(vars={"base": str(folder), "platbase": str(folder)})
    packages = Path(scheme["purelib"])
    install = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--target",
        packages,
    ]
    status, output = run(*install, wheel)
    assert status == 0, output
    # What the package depends on is taken from the tests' own environment.
    (packages / "dependencies.pth").write_text(sysconfig.get_paths()["purelib"])
    return project_of(tmp_path_factory.mktemp("installed")), folder / "bin" / "python"


@pytest.fixture(params=["clone", "installed"])
def project(request):
    return request.getfixturevalue(request.param)


@pytest.mark.parametrize("checker", [mypy, pyright])
def test_programs_have_the_types_that_they_should_have(project, checker):
    status, output = checker(*project)
    assert status == 0, output


def test_the_stubs_say_what_the_run_time_does():
    script = Path(__file__).with_name("run_stubtest.py")
    status, output = run(sys.executable, script, env={**os.environ, "MYPYPATH": str(TYPINGS)})
    assert status == 0, output


def test_the_wheel_has_a_stub_beside_each_model(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {f"{PACKAGE}/{name}" for name in ("py.typed", "__init__.pyi", "data_access.pyi")} <= names
    models = {name for name in names if name.startswith(f"{PACKAGE}/models/") and name.endswith(".py")}
    assert {f"{name}i" for name in models} <= names


BEFORE = f"""\
from {PACKAGE} import DataAccess
def example(data_access: DataAccess):
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


@pytest.fixture(scope="module")
def editor(clone):
    with Editor(*clone) as editor:
        yield editor
