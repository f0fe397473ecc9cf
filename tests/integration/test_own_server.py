"""The same tests against a PostgREST that the environment names, over a database without tables yet."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from patience import PATIENCE
from spacecat_shared_data_access.local import LocalPostgrest

HERE = Path(__file__).parent


@pytest.fixture
def elsewhere(local_postgrest: LocalPostgrest) -> Iterator[LocalPostgrest]:
    """A server over an empty database."""
    with psycopg.connect(local_postgrest.database_url, autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS elsewhere")
        connection.execute("CREATE DATABASE elsewhere STRATEGY file_copy")
    url = make_conninfo(local_postgrest.database_url, dbname="elsewhere")
    with LocalPostgrest(database_url=url, schema="SELECT 1") as server:
        yield server


def run_tests(**environment: str) -> subprocess.CompletedProcess[str]:
    chosen = "test_nonces or test_demo or test_local_server"
    environment = {"EMPTY_TABLES": "", **environment}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(HERE), "-k", chosen]
    return subprocess.run(  # noqa: S603 - our own tests
        command, capture_output=True, text=True, check=False, timeout=PATIENCE, env=os.environ | environment
    )


def test_they_prepare_it_and_pass(elsewhere: LocalPostgrest):
    finished = run_tests(POSTGREST_URL=elsewhere.url, DATABASE_URL=elsewhere.database_url)
    assert finished.returncode == 0, finished.stdout
    assert re.search(r"^2\d passed,", finished.stdout, re.MULTILINE), finished.stdout
    assert "tickets" in elsewhere.tables()
    with psycopg.connect(elsewhere.database_url) as connection:
        # What the last test left: these tests were here, and nowhere else.
        assert connection.execute("SELECT count(*) FROM oauth_nonces").fetchone() == (1,)
    again = run_tests(POSTGREST_URL=elsewhere.url, DATABASE_URL=elsewhere.database_url)
    assert again.returncode == 4
    assert "would delete the rows of oauth_nonces in DATABASE_URL: EMPTY_TABLES=1 allows it" in again.stdout
    with psycopg.connect(elsewhere.database_url) as connection:
        assert connection.execute("SELECT count(*) FROM oauth_nonces").fetchone() == (1,)
    allowed = run_tests(POSTGREST_URL=elsewhere.url, DATABASE_URL=elsewhere.database_url, EMPTY_TABLES="1")
    assert allowed.returncode == 0, allowed.stdout


def test_they_need_the_database_beside_it():
    finished = run_tests(POSTGREST_URL="http://127.0.0.1:9", DATABASE_URL="")
    assert finished.returncode == 4
    assert "POSTGREST_URL needs DATABASE_URL" in finished.stdout + finished.stderr
