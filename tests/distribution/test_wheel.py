"""The distributions: the sdist, the wheel built from it, and the wheel in an empty environment."""

import json
import os
import re
import subprocess
import sys
import tarfile
import tomllib
import venv
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import pytest
from packaging.metadata import Metadata

from distribution import run_blocks
from patience import PATIENCE
from spacecat_shared_data_access import EntityRegistry, __version__

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PACKAGE = "spacecat_shared_data_access"
SCHEMA = "change-details.v2.schema.json"
WHEELHOUSE = Path(sys.prefix) / "wheelhouse"
# Compressed bytes. The stubs can be deleted from a Lambda function, the rest cannot.
MOST_CODE = 520_000
MOST_STUBS = 200_000


def run(*command, **options):
    done = subprocess.run(  # noqa: S603 - our own commands
        [str(part) for part in command],
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
        **options,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def dist(tmp_path_factory):
    """A folder with the sdist, and the wheel built from it."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT)
    return folder


@pytest.fixture(scope="module")
def wheel(dist):
    (path,) = dist.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def sdist(dist, tmp_path_factory):
    """The unpacked sdist."""
    (path,) = dist.glob("*.tar.gz")
    folder = tmp_path_factory.mktemp("sdist")
    with tarfile.open(path) as archive:
        archive.extractall(folder, filter="data")
    return folder / path.name.removesuffix(".tar.gz")


@pytest.fixture(scope="module")
def install(wheel):
    """A function that installs the wheel into a new environment, without network access."""
    made = ExitStack()

    def install_(extra=""):
        if not WHEELHOUSE.is_dir():
            pytest.skip("no wheels to install from: make test builds them")
        # Not in pytest's tmp_path, which other users cannot read: under root, PostgreSQL runs as another
        # user, from this environment.
        folder = Path(made.enter_context(TemporaryDirectory()))
        venv.create(folder)  # without pip: the one of the tests' environment is used
        pip = [sys.executable, "-m", "pip", "--isolated", "--python", folder / "bin" / "python"]
        options = ["--quiet", "--no-index", "--find-links", WHEELHOUSE]
        run(*pip, "install", *options, f"{wheel}{extra}")
        return folder / "bin"

    with made:
        yield install_


@pytest.fixture(scope="module")
def base(install):
    return install()


@pytest.fixture(scope="module")
def local(install):
    return install("[local]")


@pytest.fixture
def elsewhere(tmp_path):
    """Options of a process that is not affected by this checkout or by environment variables."""
    hidden = ("PYTHON", "POSTGREST", "PGRST", "COVERAGE", "COV_")
    return {
        "cwd": tmp_path,
        "env": {name: value for name, value in os.environ.items() if not name.startswith(hidden)},
    }


class TestWheel:
    def test_is_small(self, wheel):
        with ZipFile(wheel) as archive:
            sizes = {each.filename: each.compress_size for each in archive.infolist()}
        stubs = {name for name in sizes if name.endswith(".pyi")}
        assert sum(sizes[name] for name in stubs) < MOST_STUBS
        assert sum(sizes[name] for name in sizes.keys() - stubs) < MOST_CODE

    def test_has_every_module_and_data_file(self, wheel):
        source = ROOT / "src"
        files = {each.relative_to(source).as_posix() for each in source.rglob("*") if each.is_file()}
        with ZipFile(wheel) as archive:
            names = set(archive.namelist())
        missing = {each for each in files if "__pycache__" not in each} - names
        assert missing == set()
        assert f"{PACKAGE}/schemas/{SCHEMA}" in names
        licenses = {name.rpartition("/")[2] for name in names if "/licenses/" in name}
        assert licenses == {"LICENSE", "NOTICE"}
        assert not {name for name in names if name.startswith("tests")}

    def test_has_complete_metadata(self, wheel):
        with ZipFile(wheel) as archive:
            written = archive.read(f"{PACKAGE}-{__version__}.dist-info/METADATA")
        metadata = Metadata.from_email(written, validate=True)
        assert metadata.name == "spacecat-shared-data-access"
        assert str(metadata.version) == __version__
        assert metadata.license_expression == "Apache-2.0"
        assert metadata.provides_extra == sorted(PROJECT["optional-dependencies"])
        assert metadata.description == (ROOT / "README.md").read_text(encoding="utf-8")


class TestSdist:
    def test_has_every_file_that_git_tracks(self, sdist):
        if not (ROOT / ".git").exists():
            pytest.skip("not a git checkout")
        tracked = run("git", "ls-files", "-z", cwd=ROOT).split("\0")
        wanted = {name for name in tracked if name and not name.startswith(".ci/") and (ROOT / name).exists()}
        assert {name for name in wanted if not (sdist / name).is_file()} == set()

    def test_runs_its_own_tests(self, sdist):
        tests = ["test_naming.py", "test_json_schemas.py", "test_entity_list.py", "test_package.py"]
        paths = [f"tests/unit/{name}" for name in tests]
        environment = os.environ | {"PYTHONPATH": str(sdist / "src")}
        output = run(
            sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *paths, cwd=sdist, env=environment
        )
        assert re.search(r"\d+ passed", output)


class TestInstalled:
    """Without extras: everything except the local server."""

    def test_installs_only_its_dependencies(self, base, elsewhere):
        code = f"import {PACKAGE}, sys; print({PACKAGE}.__file__); print(sys.prefix)"
        origin, prefix = run(base / "python", "-c", code, **elsewhere).splitlines()
        assert Path(origin).is_relative_to(prefix)
        for module in ("psycopg", "boto3", "pytest"):
            assert f"no {module}" in run(
                base / "python",
                "-c",
                f"import importlib.util as u; print('there' if u.find_spec('{module}') else 'no {module}')",
                **elsewhere,
            )

    @pytest.mark.parametrize("command", [("spacecat-data-access",), ("python", "-m", PACKAGE)])
    def test_prints_its_version(self, base, elsewhere, command):
        program, *arguments = command
        assert run(base / program, *arguments, "--version", **elsewhere) == (
            f"spacecat-data-access {__version__}\n"
        )

    def test_lists_its_entities(self, base, elsewhere):
        listed = json.loads(run(base / "spacecat-data-access", "entities", "--json", **elsewhere))
        assert [each["entity"] for each in listed] == EntityRegistry.entity_names()

    def test_names_the_extra_that_the_server_needs(self, base, elsewhere):
        done = subprocess.run(  # noqa: S603 - our own command
            [base / "spacecat-data-access", "serve"], capture_output=True, text=True, check=False, **elsewhere
        )
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.endswith("pip install 'spacecat-shared-data-access[local]'\n")
        assert done.stderr.count("\n") == 1

    def test_has_the_json_schema(self, base, elsewhere):
        code = (
            "from importlib.resources import files\n"
            f"print(files('{PACKAGE}').joinpath('schemas', '{SCHEMA}').read_text('utf-8'))"
        )
        found = json.loads(run(base / "python", "-c", code, **elsewhere))
        assert found == json.loads((ROOT / "schemas" / SCHEMA).read_text(encoding="utf-8"))


class TestInstalledWithTheServer:
    """With the extra ``local``: the commands and Python blocks of the documents."""

    @pytest.fixture
    def url(self, local, elsewhere):
        command = [local / "spacecat-data-access", "serve", "--port", "0"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, **elsewhere) as server:  # noqa: S603 - our own command
            try:
                yield server.stdout.readline().split()[-1]
            finally:
                server.terminate()
                rest, _ = server.communicate(timeout=PATIENCE)
        assert (server.returncode, rest.splitlines()[-1]) == (0, "stopped")

    @pytest.mark.parametrize(
        "document",
        ["README.md", "docs/index.md", "docs/QUERYING.md", "docs/WRITING.md", "docs/ADDING_AN_ENTITY.md"],
    )
    def test_the_python_blocks_of_the_documents_run(self, local, elsewhere, url, document):
        elsewhere["env"]["POSTGREST_URL"] = url
        script = [local / "python", "-W", "error", run_blocks.__file__, ROOT / document, url]
        assert int(run(*script, **elsewhere)) >= 4

    def test_the_commands_of_the_documents_run(self, local, elsewhere):
        lines = [
            line
            for document in ("README.md", "docs/COMMAND_LINE.md")
            for block in re.findall(
                r"^```sh\n(.*?)^```$",
                (ROOT / document).read_text(encoding="utf-8"),
                re.DOTALL | re.MULTILINE,
            )
            for line in block.splitlines()
        ]
        # `serve` runs in the fixture, and `stubs` needs a program; the other commands are for a checkout.
        ours = [line.partition("#")[0].split() for line in lines if line.startswith("spacecat-data-access")]
        ours = [command for command in ours if command[1] not in {"serve", "stubs"}]
        assert len(ours) >= 4
        for program, *arguments in ours:
            assert run(local / program, *arguments, **elsewhere) != ""


def test_the_classifiers_name_the_tested_versions_of_python():
    named = re.findall(r"Python :: (3\.\d+)'", str(PROJECT["classifiers"]))
    workflow = (ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")
    assert named == re.findall(r'"(3\.\d+)"', workflow.partition("python: [")[2].partition("]")[0])
    assert PROJECT["requires-python"] == f">={named[0]}"
