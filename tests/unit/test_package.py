import ast
import importlib.metadata
import itertools
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import spacecat_shared_data_access
from patience import PATIENCE

ALL = set(spacecat_shared_data_access.__all__)


def modules_after(statement):
    """Return the modules that a new interpreter has imported after a statement."""
    code = f"import sys\n{statement}\nprint(*sys.modules)"
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=PATIENCE
    )
    return set(done.stdout.split())


@pytest.mark.parametrize("name", spacecat_shared_data_access.__all__)
def test_every_public_name_exists(name):
    assert getattr(spacecat_shared_data_access, name) is not None


def test_public_names_are_listed_and_sorted():
    names = spacecat_shared_data_access.__all__
    assert dir(spacecat_shared_data_access) == sorted(names)
    assert len(names) == len(set(names))


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="module 'spacecat_shared_data_access' has no attribute 'Movie'"):
        _ = spacecat_shared_data_access.Movie


def test_the_version_is_the_distributions():
    assert spacecat_shared_data_access.__version__ == importlib.metadata.version(
        "spacecat-shared-data-access"
    )


def test_importing_the_package_imports_almost_nothing():
    modules = modules_after("import spacecat_shared_data_access")
    assert {each for each in modules if each.startswith("spacecat_shared_data_access")} == {
        "spacecat_shared_data_access",
        "spacecat_shared_data_access._exports",
        "spacecat_shared_data_access._version",
        "spacecat_shared_data_access.models",
    }
    assert not modules & {"httpx", "pydantic", "postgrest", "boto3", "pytest", "respx"}


def test_creating_a_data_access_imports_no_entity_and_nothing_optional():
    modules = modules_after(
        "from spacecat_shared_data_access import create_data_access, data_access_wrapper\n"
        "create_data_access(postgrest_url='http://postgrest.test')"
    )
    prefix = "spacecat_shared_data_access."
    ours = {each.removeprefix(prefix) for each in modules if each.startswith(prefix)}
    entities = {each for each in ours if each.startswith("models.") and not each.startswith("models.base")}
    assert entities == set()
    assert not {each for each in ours if each.startswith(("local", "testing"))}
    assert not modules & {"boto3", "botocore", "psycopg", "starlette", "uvicorn", "jwt", "pytest", "respx"}


def test_using_an_entity_imports_only_that_entity():
    modules = modules_after(
        "from spacecat_shared_data_access import create_data_access\n"
        "create_data_access(postgrest_url='http://postgrest.test').TaskManagementConnection"
    )
    prefix = "spacecat_shared_data_access.models."
    entities = {each.removeprefix(prefix) for each in modules if each.startswith(prefix)}
    assert {each for each in entities if not each.startswith("base")} == {"task_management_connection"}
    # Slow to import, and not needed to read an entity.
    assert not modules & {"pluralizer", "pydantic.networks", "tenacity", "queue", f"{prefix}base.cascade"}


FIRST_CALLS = """
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import httpx

start = Barrier(8)

def first_call(number):
    start.wait()
    from spacecat_shared_data_access import create_data_access
    from spacecat_shared_data_access.schema.naming import plural

    respond = httpx.MockTransport(lambda _request: httpx.Response(200, json=[]))
    with create_data_access(postgrest_url="http://postgrest.test", client=httpx.Client(transport=respond)) as opened:
        entity = ("Ticket", "Site", "Opportunity", "Audit")[number % 4]
        return entity, getattr(opened, entity).all(), plural("Mouse")

with ThreadPoolExecutor(8) as threads:
    for found in threads.map(first_call, range(8)):
        print(*found)
"""


def test_several_threads_may_make_the_first_call():
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", FIRST_CALLS], capture_output=True, text=True, check=False, timeout=PATIENCE
    )
    entities = ("Ticket", "Site", "Opportunity", "Audit") * 2
    assert (done.stdout.splitlines(), done.stderr) == ([f"{entity} [] Mice" for entity in entities], "")


@pytest.mark.parametrize(
    "name", [each for each in spacecat_shared_data_access.__all__ if f"Async{each}" in ALL]
)
def test_an_async_name_is_an_alias_of_the_class(name):
    if name not in ("DataAccess", "LambdaContext"):  # each has a class of its own
        awaited = getattr(spacecat_shared_data_access, f"Async{name}")
        assert awaited is getattr(spacecat_shared_data_access, name)


def test_every_entity_has_both_names():
    for entity in spacecat_shared_data_access.EntityRegistry.entity_names():
        assert {entity, f"{entity}Collection", f"Async{entity}", f"Async{entity}Collection"} <= ALL


def canonical(distribution):
    return distribution.lower().replace("_", "-")


def test_every_distribution_that_is_imported_is_declared():
    folder = Path(spacecat_shared_data_access.__file__).parent
    imported = set()
    for module in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                imported.add(node.module.partition(".")[0])
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    named = (re.match(r"[\w-]+", each)[0] for each in [*project["dependencies"], *itertools.chain(*extras)])
    declared = {canonical(each) for each in named}
    providers = importlib.metadata.packages_distributions()
    foreign = imported - sys.stdlib_module_names - {"spacecat_shared_data_access"}
    missing = {
        name for name in foreign if not {canonical(each) for each in providers.get(name, [name])} & declared
    }
    assert missing == set()
