"""The example application: its own tests, its template, and its package under Lambda's runtime."""

import json
import os
import platform
import shutil
import subprocess
import sys
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path

import pytest

from integration.runtime_api import running

ROOT = Path(__file__).parents[2]
APP = ROOT / "examples" / "lambda-app"
WHEELHOUSE = Path(sys.prefix) / "wheelhouse"
CLOUD = "8f14e45f-ceea-467a-9575-1c7a9f0c1234"
CREATE_TICKET = "POST /organizations/{organizationId}/tickets"
LIST_TICKETS = "GET /organizations/{organizationId}/tickets"


def run(*command, **options):
    done = subprocess.run(  # noqa: S603 - our own commands
        list(map(str, command)), capture_output=True, text=True, check=False, timeout=300, **options
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


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    """The function's package for this machine, built without network access."""
    if platform.machine() != "x86_64" or sys.platform != "linux":
        pytest.skip("the packages are for Linux")
    if not WHEELHOUSE.is_dir():
        pytest.skip("no wheels to install from: make test builds them")
    folder = tmp_path_factory.mktemp("lambda-app")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT)
    (wheel,) = folder.glob("*.whl")
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    command = [sys.executable, APP / "build.py", "x86_64", "--python", python]
    offline = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(WHEELHOUSE)}
    printed = run(*command, "--wheel", wheel, "--output", folder, env=os.environ | offline)
    assert printed.startswith("x86_64: ")
    assert (folder / "x86_64.zip").stat().st_size < 10_000_000
    return folder / "x86_64"


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
