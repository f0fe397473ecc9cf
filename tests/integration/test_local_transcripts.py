"""Exchanges recorded at a real PostgREST, replayed in their order on a fresh database."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import psycopg
import pytest

from spacecat_shared_data_access.local import LocalPostgrest

DATA = Path(__file__).parents[1] / "data"
SECRET = "local-dev-jwt-secret-for-postgrest-only"
EXCHANGES = json.loads((DATA / "transcripts.json").read_text("utf-8"))

# Every header that was recorded in any of the exchanges; where one is absent, it has to be absent here too.
RECORDED_HEADERS = sorted({name for exchange in EXCHANGES for name in exchange["response"]["headers"]})

# Exchanges whose `details` differ from PostgREST's by its parser's wording alone.
ONLY_WORDING_DIFFERS: frozenset[str] = frozenset()

# The recording took place in this month: these timestamps are a column's own default, now().
RECORDED_NOW = re.compile(r"2026-11-\d\dT[\d:.]+\+00:00")
NOW = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+\+00:00")


@pytest.fixture(scope="module")
def client(local_postgrest: LocalPostgrest) -> Iterator[httpx.Client]:
    """A client of a server over a new database: the order of rows without `order` shows its history."""
    with psycopg.connect(local_postgrest.database_url, autocommit=True) as connection:
        connection.execute("CREATE DATABASE recorded TEMPLATE template0")
    url = local_postgrest.database_url.replace("/spacecat?", "/recorded?")
    with (
        LocalPostgrest(
            database_url=url, schema=DATA / "recorded_tables.sql", jwt_secret=SECRET, create_tables=True
        ) as server,
        httpx.Client(base_url=server.url) as client,
    ):
        yield client


def test_the_recording_is_whole() -> None:
    assert len(EXCHANGES) == 151
    assert RECORDED_HEADERS == [
        "allow",
        "content-profile",
        "content-range",
        "content-type",
        "location",
        "preference-applied",
        "www-authenticate",
    ]


@pytest.mark.parametrize(
    "exchange",
    [pytest.param(exchange, id=f"{n:03}-{exchange['name']}") for n, exchange in enumerate(EXCHANGES)],
)
def test_answers_as_postgrest_did(client: httpx.Client, exchange: dict) -> None:
    request, recorded = exchange["request"], exchange["response"]
    body = request.get("body")
    content = body if body is None or isinstance(body, str) else json.dumps(body, ensure_ascii=False)
    response = client.request(
        request["method"],
        str(client.base_url).rstrip("/") + request["target"],
        headers=request["headers"],
        content=content,
    )
    expected_body = recorded["body"]
    actual_body = _body(response)
    if exchange["name"] in ONLY_WORDING_DIFFERS:
        expected_body = {**expected_body, "details": actual_body["details"]}
    actual = {
        "status": response.status_code,
        "headers": {name: response.headers[name] for name in RECORDED_HEADERS if name in response.headers},
        "body": _at_the_time_of_the_recording(actual_body, expected_body),
    }
    assert actual == {"status": recorded["status"], "headers": recorded["headers"], "body": expected_body}
    assert json.dumps(actual["body"]) == json.dumps(expected_body), "the keys are in another order"


def _body(response: httpx.Response) -> object:
    if not response.content:
        return None
    return response.text if response.headers["content-type"].startswith("text/csv") else response.json()


def _at_the_time_of_the_recording(actual: object, expected: object) -> object:
    """Return the response, with the recorded time instead of the current one of a default now()."""
    if isinstance(actual, dict) and isinstance(expected, dict):
        return {key: _at_the_time_of_the_recording(value, expected.get(key)) for key, value in actual.items()}
    if isinstance(actual, list) and isinstance(expected, list) and len(actual) == len(expected):
        return [_at_the_time_of_the_recording(*pair) for pair in zip(actual, expected, strict=True)]
    if isinstance(actual, str) and isinstance(expected, str) and RECORDED_NOW.fullmatch(expected):
        assert NOW.fullmatch(actual)
        return expected
    return actual
