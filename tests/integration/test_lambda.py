"""The handlers of docs/LAMBDA.md in Lambda: under its real Python runtime, against a stand-in of its API."""

import os
import socket
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest

import spacecat_shared_data_access
from documents import python_examples
from integration.runtime_api import running

pytest.importorskip("awslambdaric", reason="it is made for Linux only")
SOURCE = Path(spacecat_shared_data_access.__file__).parents[1]


@pytest.fixture
def function(api, tmp_path):
    """Runs the document's handler of the API, with settings of its own."""
    blocking, asynchronous = python_examples("docs/LAMBDA.md", "A handler")
    code = blocking if api == "blocking" else asynchronous
    assert ("async def handler" in code) == (api == "asyncio")
    (tmp_path / "module.py").write_text(code, encoding="utf-8")

    @contextmanager
    def start(handler="module.handler", **settings):
        environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(SOURCE), **settings}
        with running(tmp_path, handler, environment) as started:
            yield started

    return start


@pytest.fixture
def organizations(local_data_access):
    """Two organizations that are there."""
    create = local_data_access.Organization.create
    return [create({"name": name}).to_json() for name in ("ACME", "Other")]


@pytest.fixture
def connections(caplog):
    """The connections that the local server takes from now on."""
    caplog.set_level(5, "uvicorn.error")  # its level for such lines
    return lambda: [
        record.getMessage() for record in caplog.records if record.msg.endswith("HTTP connection made")
    ]


def test_cold_and_warm_invocations_share_one_client(function, local_postgrest, organizations, connections):
    asked = organizations * 3
    with function(POSTGREST_URL=local_postgrest.url) as started:
        responses = [started.invoke({"organizationId": each["organizationId"]}).response for each in asked]
    assert responses == asked
    assert len(connections()) == 1


def test_what_it_raises_is_reported_and_the_next_invocation_goes_on(
    function, local_postgrest, organizations, connections
):
    good = {"organizationId": organizations[0]["organizationId"]}
    with function(POSTGREST_URL=local_postgrest.url) as started:
        before = started.invoke(good)
        failed = started.invoke({"no": "organization"})
        refused = started.invoke({"organizationId": "ACME"})
        after = started.invoke(good)
    assert before.response == after.response == organizations[0]
    assert (failed.error["errorType"], failed.error["errorMessage"]) == ("KeyError", "'organizationId'")
    assert refused.error["errorType"] == "ValidationError"
    assert len(connections()) == 1


def test_a_server_that_does_not_answer_is_reported_before_lambda_ends_the_invocation(function):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = "http://{}:{}".format(*silent.getsockname())
        with function(POSTGREST_URL=url) as started:
            failed = started.invoke({"organizationId": str(uuid4())}, milliseconds=1000)
    assert failed.error["errorType"] == "UnavailableError"


def test_without_an_address_every_invocation_says_so(function):
    with function(POSTGREST_API_KEY="sekret") as started:
        failures = [started.invoke({"organizationId": "any"}).error for _ in range(2)]
    for failure in failures:
        assert failure["errorType"] == "ValidationError"
        assert failure["errorMessage"] == "postgrest_url is required (in the environment: POSTGREST_URL)"
        assert "sekret" not in str(failure)
    assert "sekret" not in started.output


def test_a_wrong_address_is_not_shown(function):
    with function(POSTGREST_URL="http://me:sekret@postgrest.test") as started:
        failure = started.invoke({"organizationId": "any"}).error
    assert failure["errorType"] == "ValidationError"
    assert failure["errorMessage"].startswith("postgrest_url: must not contain credentials")
    assert "sekret" not in str(failure)
    assert "sekret" not in started.output


def test_the_module_is_imported_without_any_setting(function):
    with function("module.no_such_handler") as started:
        failure = started.invoke({}).error
    assert failure["errorType"] == "Runtime.HandlerNotFound"
