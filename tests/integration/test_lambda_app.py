"""The example application: its own tests, its template, and its package under Lambda's runtime."""

import json
import os
import platform
import re
import shutil
import subprocess
import sys
import threading
import zipfile
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path

import pytest

from integration.runtime_api import running
from patience import PATIENCE

ROOT = Path(__file__).parents[2]
APP = ROOT / "examples" / "lambda-app"
WHEELHOUSE = Path(sys.prefix) / "wheelhouse"
PLATFORMS = {"x86_64": "x86_64", "arm64": "aarch64"}  # as wheels name them
ELF_MACHINES = {"x86_64": 62, "arm64": 183}  # EM_X86_64 and EM_AARCH64
CLOUD = "8f14e45f-ceea-467a-9575-1c7a9f0c1234"
CREATE_TICKET = "POST /organizations/{organizationId}/tickets"
LIST_TICKETS = "GET /organizations/{organizationId}/tickets"


def run(*command, **options):
    done = subprocess.run(  # noqa: S603 - our own commands
        list(map(str, command)), capture_output=True, text=True, check=False, timeout=PATIENCE, **options
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_its_own_tests_pass():
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    printed = run(
        sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests", cwd=APP, env=environment
    )
    assert "passed" in printed


def test_its_template_is_valid():
    run(Path(sys.executable).parent / "cfn-lint", APP / "template.yaml")


def test_its_template_deploys_what_the_build_script_builds():
    template, script = ((APP / name).read_text("utf-8") for name in ("template.yaml", "build.py"))
    (architecture,) = re.findall(r"Architectures: \[(.+)\]", template)
    assert f"CodeUri: build/{architecture}.zip" in template
    (runtime,) = re.findall(r"Runtime: python([0-9.]+)", template)
    assert f'"--python", default="{runtime}"' in script


def test_the_guide_shows_the_code_as_it_is():
    code = [line.strip() for line in (APP / "app.py").read_text("utf-8").splitlines()]
    code += [line.strip() for line in (APP / "tests" / "test_app.py").read_text("utf-8").splitlines()]
    guide = (ROOT / "docs" / "LAMBDA.md").read_text("utf-8")
    section = guide.partition("\n## An example application\n")[2].partition("\n## ")[0]
    shown = re.findall(r"^```python\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
    assert len(shown) > 4
    for block in shown:
        lines = [line.strip() for line in block.splitlines()]
        assert any(code[start : start + len(lines)] == lines for start in range(len(code))), block


@dataclass(frozen=True)
class Package:
    """A package of the function that was built, and what the build script printed."""

    folder: Path
    printed: str

    @property
    def machines(self):
        """The machine of each binary in it, from the ELF header, by path."""
        headers = {each: each.read_bytes()[:20] for each in self.folder.rglob("*") if each.is_file()}
        return {
            path.relative_to(self.folder).as_posix(): int.from_bytes(header[18:20], "little")
            for path, header in headers.items()
            if header.startswith(b"\x7fELF")
        }

    @property
    def distributions(self):
        """The names and versions of what is installed in it."""
        return sorted(each.stem for each in self.folder.glob("*.dist-info"))

    @property
    def other_files(self):
        """The files that are the same for every machine."""
        files = (
            each.relative_to(self.folder).as_posix() for each in self.folder.rglob("*") if each.is_file()
        )
        return sorted(each for each in files if not each.endswith((".so", "/WHEEL", "/RECORD")))


@pytest.fixture(scope="module")
def build(tmp_path_factory):
    """Build the function's package for an architecture, without network access."""
    folder = tmp_path_factory.mktemp("lambda-app")

    @cache
    def wheel():
        run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT)
        return next(folder.glob("*.whl"))

    @cache
    def build_(architecture):
        if not list(WHEELHOUSE.glob(f"pydantic_core-*linux*_{PLATFORMS[architecture]}.whl")):
            pytest.skip(f"no wheels for {architecture} in {WHEELHOUSE}: make test downloads them")
        python = f"{sys.version_info.major}.{sys.version_info.minor}"
        command = [sys.executable, APP / "build.py", architecture, "--python", python]
        offline = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(WHEELHOUSE)}
        printed = run(*command, "--wheel", wheel(), "--output", folder, env=os.environ | offline)
        return Package(folder / architecture, printed)

    return build_


@pytest.mark.parametrize("architecture", PLATFORMS)
class TestPackage:
    def test_its_binaries_are_of_its_architecture(self, build, architecture):
        machines = build(architecture).machines
        assert {path.partition("/")[0] for path in machines} >= {"orjson", "pydantic_core", "yarl"}
        assert {path for path, machine in machines.items() if machine != ELF_MACHINES[architecture]} == set()
        assert all(path.endswith(".so") for path in machines)

    def test_its_size_and_what_dominates_it_are_printed(self, build, architecture):
        first, *parts = build(architecture).printed.splitlines()
        assert re.fullmatch(rf"{architecture}: [0-9.]+ MB, [0-9.]+ MB zipped", first)
        sizes = [float(re.fullmatch(r" +([0-9.]+) MB  (\S+)", part)[1]) for part in parts]
        assert len(sizes) == 5
        assert sizes == sorted(sizes, reverse=True)
        assert sum(sizes) > float(first.split()[1]) / 2

    def test_it_is_small_and_has_no_files_for_development(self, build, architecture):
        package = build(architecture)
        assert package.folder.with_suffix(".zip").stat().st_size < 10_000_000
        assert [each for each in package.other_files if each.endswith(".pyi") or "/local/" in each] == []
        assert not package.folder.joinpath("bin").exists()

    def test_its_zip_file_has_the_same_files(self, build, architecture):
        folder = build(architecture).folder
        with zipfile.ZipFile(folder.with_suffix(".zip")) as archive:
            names = {name for name in archive.namelist() if not name.endswith("/")}
        assert names == {each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file()}
        assert "app.py" in names


def test_the_packages_of_both_architectures_differ_only_in_binaries(build):
    x86_64, arm64 = build("x86_64"), build("arm64")
    assert x86_64.distributions == arm64.distributions
    assert x86_64.other_files == arm64.other_files
    assert len(x86_64.machines) == len(arm64.machines)


def test_a_build_that_fails_is_reported_in_one_line(tmp_path):
    (tmp_path / "none").mkdir()
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, APP / "build.py", "arm64", "--wheel", APP / "app.py", "--output", tmp_path],
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
        env=os.environ | {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(tmp_path / "none")},
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stderr.endswith("arm64: not built; pip has said why\n")


@pytest.fixture(scope="module")
def package(build):
    """The folder of the function's package for this machine."""
    if platform.machine() != "x86_64" or sys.platform != "linux":
        pytest.skip("its binaries are for Linux on x86_64")
    return build("x86_64").folder


@pytest.fixture(scope="module")
def runtime(tmp_path_factory):
    """A folder with Lambda's runtime client and nothing else."""
    pytest.importorskip("awslambdaric", reason="it is made for Linux only")
    folder = tmp_path_factory.mktemp("runtime")
    for name in ("awslambdaric", "runtime_client", "simplejson", "snapshot_restore_py"):
        spec = find_spec(name)
        assert spec is not None, name
        origin = Path(spec.origin)
        if origin.name == "__init__.py":
            shutil.copytree(origin.parent, folder / name)
        else:
            shutil.copy(origin, folder)
    return folder


@contextmanager
def jira():
    """Serve Jira's API to create issues."""
    created = []

    class Api(BaseHTTPRequestHandler):
        def do_POST(self):
            created.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            number = len(created)
            body = json.dumps({"id": str(10_000 + number), "key": f"ASO-{number}"}).encode()
            self.send_response(201)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            """Log nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Api) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", created
        server.shutdown()
        thread.join()


def test_the_package_runs_cold_and_warm(package, runtime, local_postgrest, local_data_access):
    organization = local_data_access.Organization.create({"name": "Example"})
    local_data_access.TaskManagementConnection.create(
        {
            "organization_id": organization.get_id(),
            "provider": "jira_cloud",
            "display_name": "Example's Jira",
            "instance_url": "https://example.atlassian.net",
            "connected_by": "user@AdobeID",
            "external_instance_id": CLOUD,
            "metadata": {"cloudId": CLOUD},
        }
    )
    event = {"pathParameters": {"organizationId": organization.get_id()}}
    body = json.dumps({"suggestionId": "s-1", "opportunityId": CLOUD, "summary": "Fix it"})
    create = {**event, "routeKey": CREATE_TICKET, "headers": {"idempotency-key": "a-key"}, "body": body}
    with jira() as (url, created):
        environment = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": os.pathsep.join(map(str, (package, runtime))),
            "POSTGREST_URL": local_postgrest.url,
            "JIRA_API_URL": url,
            "JIRA_PROJECT": "ASO",
            "JIRA_TOKEN": "token",
        }
        # Without the site-packages of the tests: everything comes from the package.
        with running(package, "app.handler", environment, options=["-S"]) as function:
            first, second = function.invoke(create).response, function.invoke(create).response
            listed = function.invoke({**event, "routeKey": LIST_TICKETS}).response
    assert (first["statusCode"], second) == (201, first)
    assert len(created) == 1
    (ticket,) = json.loads(listed["body"])["tickets"]
    assert (ticket["ticketKey"], ticket["suggestionIds"]) == ("ASO-1", ["s-1"])
