"""Every recorded case with both APIs: the requests and their outcome."""

import logging
import re

import pytest
import time_machine

from conformance.cases import CLOCK, in_python_names, normalized_query, recorded_cases
from conformance.deviations import CASES, as_recorded, everywhere
from conformance.deviations.deviation import ExtraFilters, FewerRequests
from conformance.replay import is_a, replay

LEVELS = {"ERROR": "error", "WARNING": "warn", "INFO": "info"}
NOTHING_SAID = "[object Object]"
RECORDED = recorded_cases()


def expected_error(recorded):
    message = in_python_names(recorded["message"]).replace("Failed to to save", "Failed to save")
    error = {**recorded, "message": message}
    if "cause" in recorded:
        error["cause"] = {**recorded["cause"], "message": in_python_names(recorded["cause"]["message"])}
    return error


def assert_error(outcome, recorded):
    expected = expected_error(recorded)
    assert isinstance(outcome, dict), f"expected {expected}, got {outcome}"
    assert "$error" in outcome, f"expected {expected}, got {outcome}"
    assert outcome["message"] == expected["message"]
    assert is_a(outcome["$error"], expected["$error"])
    if "cause" in expected:
        cause = outcome["cause"]
        assert cause["message"] == expected["cause"]["message"]
        assert cause.get("code") == expected["cause"].get("code")
        assert is_a(cause["class"], expected["cause"]["class"])


def assert_result(outcome, recorded):
    if isinstance(recorded, dict) and "$error" in recorded:
        assert_error(outcome, recorded)
    elif isinstance(recorded, dict) and "errorItems" in recorded:
        assert outcome["createdItems"] == everywhere(recorded["createdItems"])
        for ours, theirs in zip(outcome["errorItems"], recorded["errorItems"], strict=True):
            assert ours["item"] == theirs["item"]
            assert_error(ours["error"], theirs["error"])
        assert outcome.get("removedCount") == recorded.get("removedCount")
    else:
        assert outcome == everywhere(recorded)


def expected_requests(recorded):
    return [
        {
            "method": request["method"],
            "path": request["path"],
            "query": normalized_query(request["query"]),
            "prefer": sorted(request["prefer"]),
            "profile": request["profile"],
            **({"body": request["body"]} if request.get("body") is not None else {}),
        }
        for request in recorded
    ]


def as_vague_as(recorded, logged):
    """Return log lines with the original's "[object Object]" in place of the failed validation."""
    vague = [text.removesuffix(NOTHING_SAID) for _, text in recorded if text.endswith(NOTHING_SAID)]
    return [
        [level, next((start + NOTHING_SAID for start in vague if text.startswith(start)), text)]
        for level, text in logged
    ]


def in_any_order(requests):
    return sorted(requests, key=repr)


def rows_named(requests, method):
    """Return the rows that requests read or delete: tables with the values of key columns."""
    named = set()
    for request in requests:
        if request["method"] == method:
            keys = [{}]
            for column, text in request["query"]:
                if column == "or":
                    each = re.findall(r"and\(([^)]*)\)", text)
                    keys = [dict(part.split(".eq.") for part in key.split(",")) for key in each]
                elif isinstance(text, list):
                    keys = [{**key, column: value} for key in keys for value in text[1:]]
                elif text.startswith("eq."):
                    keys = [{**key, column: text.removeprefix("eq.")} for key in keys]
            named |= {(request["path"], *sorted(key.items())) for key in keys}
    return named


@pytest.mark.parametrize("api", ["blocking", "asyncio"])
@pytest.mark.parametrize("case", RECORDED, ids=[case["name"] for case in RECORDED])
async def test_a_case_behaves_as_recorded(case, api, caplog, monkeypatch):
    for name, value in (case.get("env") or {}).items():
        if value is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, value)
    caplog.set_level(logging.INFO, logger="spacecat_shared_data_access")
    with time_machine.travel(CLOCK, tick=False):
        outcome, requests = await replay(case, api)
    deviation = CASES.get(case["name"])
    if isinstance(deviation, FewerRequests):
        assert_result(outcome, case["result"])
        assert [request["method"] for request in requests] == deviation.methods
        for method in ("GET", "DELETE"):
            assert rows_named(requests, method) == rows_named(expected_requests(case["requests"]), method)
        return
    if isinstance(deviation, ExtraFilters):
        recorded = [{**each, "query": [*each["query"], *deviation.filters]} for each in case["requests"]]
        assert in_any_order(as_recorded(requests)) == in_any_order(expected_requests(recorded))
        assert_result(outcome, case["result"])
        return
    if deviation is not None:
        assert_result(outcome, deviation.result)
        assert [request["method"] for request in requests] == deviation.methods
        assert [request["body"] for request in requests if "body" in request] == deviation.bodies
        return
    assert in_any_order(as_recorded(requests)) == in_any_order(expected_requests(case["requests"]))
    assert_result(outcome, case["result"])
    if case.get("log"):
        recorded = [[level, in_python_names(text)] for level, text in case["log"]]
        logged = [[LEVELS[each.levelname], each.getMessage()] for each in caplog.records]
        assert sorted(as_vague_as(recorded, logged)) == sorted(recorded)


def test_every_deviation_is_of_a_recorded_case():
    assert CASES.keys() <= {case["name"] for case in RECORDED}
    assert all(deviation.reason for deviation in CASES.values())
