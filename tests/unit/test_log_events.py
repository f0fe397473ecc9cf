"""The events and fields of log lines."""

import ast
import logging
import re
from pathlib import Path

import httpx
import pytest
import respx

import spacecat_shared_data_access
from spacecat_shared_data_access import (
    RetryPolicy,
    UnavailableError,
    create_async_data_access,
    create_data_access,
)
from spacecat_shared_data_access.postgrest.log_events import LogEvent, log_fields
from unit.helpers import ID, error_response, maybe_await

URL = "http://postgrest.test"
FOLDER = Path(spacecat_shared_data_access.__file__).parent
# The local server and the command line write for people only.
MODULES = [each for each in FOLDER.rglob("*.py") if each.relative_to(FOLDER).parts[0] not in {"local", "cli"}]
METHODS = {"debug", "info", "warning", "error", "exception"}


def log_calls(module):
    """Yield the calls of loggers in a module."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            if name == "log" or (
                re.fullmatch(r"(\w+\.)*_?log\.(\w+)", name) and name.rpartition(".")[2] in METHODS
            ):
                yield node


def test_every_log_line_has_fields():
    calls = [(module.name, node) for module in MODULES for node in log_calls(module)]
    assert len(calls) > 40
    without = [
        f"{name}:{node.lineno}" for name, node in calls if "extra" not in {each.arg for each in node.keywords}
    ]
    assert without == []


def test_every_event_is_logged_and_documented():
    page = (Path(__file__).parents[2] / "docs" / "TRACING.md").read_text(encoding="utf-8")
    documented = re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE)
    assert sorted(documented) == sorted(["event_name", *LogEvent])
    sources = "".join(module.read_text(encoding="utf-8") for module in MODULES)
    assert [event for event in LogEvent if f"LogEvent.{event.name}" not in sources] == []


def test_no_field_is_an_attribute_of_a_log_record():
    record = vars(logging.makeLogRecord({}))
    fields = {
        keyword.arg
        for module in MODULES
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("log_fields")
        for keyword in node.keywords
    }
    assert {"entity", "table", "code"} <= fields
    assert fields & {*record, "message", "asctime"} == set()


def test_fields_without_a_value_are_left_out():
    assert log_fields(LogEvent.CALL_FAILED, entity="ticket", code=None, attempts=0) == {
        "event_name": "call_failed",
        "entity": "ticket",
        "attempts": 0,
    }


@pytest.mark.parametrize("create", [create_data_access, create_async_data_access])
async def test_the_fields_of_a_call_that_is_retried_and_fails(create, caplog):
    caplog.set_level(logging.DEBUG, logger="spacecat_shared_data_access")
    data_access = create(postgrest_url=URL, retry=RetryPolicy(attempts=2, base_delay=0))
    with respx.mock(base_url=URL) as router:
        router.get("/tickets").mock(side_effect=[httpx.Response(502), error_response(503, "57P03")])
        with pytest.raises(UnavailableError):
            await maybe_await(data_access.Ticket.find_by_id(ID))
    fields = [
        {name: value for name, value in vars(record).items() if name not in vars(logging.makeLogRecord({}))}
        for record in caplog.records
        if record.name == "spacecat_shared_data_access"
    ]
    assert all(each.pop("duration_ms", 0) >= 0 for each in fields)
    for each in fields:
        each.pop("message", None)
    request = {"event_name": "request", "http_method": "GET", "path": "/tickets"}
    assert fields == [
        request | {"http_status": 502},
        {
            "event_name": "request_retried",
            "http_method": "GET",
            "table": "tickets",
            "reason": "HTTP 502",
            "attempt": 2,
            "attempts": 2,
            "delay_s": 0,
        },
        request | {"http_status": 503},
        {
            "event_name": "call_failed",
            "entity": "ticket",
            "table": "tickets",
            "code": "57P03",
            "http_status": 503,
            "attempts": 2,
            "in_doubt": False,
        },
    ]
