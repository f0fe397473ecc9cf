"""Conversion of failures to error responses, without a database."""

import psycopg
import pytest
from psycopg_pool import PoolTimeout

from spacecat_shared_data_access.local.catalog import Junction, Relationship, describe
from spacecat_shared_data_access.local.errors import from_postgres
from spacecat_shared_data_access.local.media_types import negotiate
from spacecat_shared_data_access.local.preferences import Preferences
from spacecat_shared_data_access.local.request import RawRequest
from spacecat_shared_data_access.local.service import RequestHandler
from spacecat_shared_data_access.local.tables import created_tables, schema_sql


class TestDatabaseErrors:
    @pytest.mark.parametrize(
        ("error", "status", "code"),
        [
            (PoolTimeout("full"), 504, "PGRST003"),
            (psycopg.OperationalError("the connection is lost"), 503, "PGRST001"),
            (psycopg.DataError("NUL"), 400, "22021"),
        ],
    )
    def test_without_a_sqlstate(self, error: psycopg.Error, status: int, code: str) -> None:
        found = from_postgres(error, anonymous=True)
        assert (found.status, found.code) == (status, code)


async def test_an_unexpected_error_has_no_traceback(
    caplog: pytest.LogCaptureFixture,
) -> None:
    class Broken:
        def caller(self, _authorization: str | None) -> object:
            raise ZeroDivisionError("secret")

    service = RequestHandler(None, None, Broken(), "public")  # type: ignore[arg-type]
    response = await service.respond(RawRequest("GET", ("x",), "", [], b""))
    assert response.status == 500
    assert response.headers == {
        "content-type": "application/json; charset=utf-8",
        "proxy-status": "PostgREST; error=PGRSTX00",
    }
    assert b"PGRSTX00" in response.body
    assert b"secret" not in response.body
    assert "GET /x failed" in caplog.text


class TestNegotiation:
    @pytest.mark.parametrize(
        ("accept", "name"),
        [
            ("", "application/json"),
            ("text/csv;q=0.1, application/json;q=0.2", "application/json"),
            ("text/csv;q=high, application/json", "text/csv"),
            ("image/*, application/vnd.pgrst.object", "application/vnd.pgrst.object+json"),
        ],
    )
    def test_takes_the_best_that_can_be_made(self, accept: str, name: str) -> None:
        assert negotiate(accept).name == name


class TestPreferences:
    def test_the_first_of_each_counts(self) -> None:
        preferences = Preferences.parse(
            ["return=minimal, return=representation", "max-affected=x,timezone=America"]
        )
        assert preferences.values == {"return": "minimal", "timezone": "America"}
        assert preferences.unknown == ()
        assert preferences.max_affected is None


def test_an_ambiguous_junction_is_described() -> None:
    junction = Junction(
        "jobs", "jobs_film_fkey", "jobs_person_fkey", (("id", "film_id"),), (("id", "person_id"),)
    )
    assert describe(Relationship("films", "people", "many-to-many", junction=junction)) == {
        "cardinality": "many-to-many",
        "embedding": "films with people",
        "relationship": "jobs using jobs_film_fkey(film_id) and jobs_person_fkey(person_id)",
    }


class TestSchema:
    def test_the_projects_own_is_the_rule(self) -> None:
        assert {"organizations", "task_management_connections", "tickets", "ticket_suggestions"} <= set(
            created_tables(schema_sql(None))
        )

    def test_text_is_sql_unless_it_names_a_file(self) -> None:
        text = 'create unlogged table if not exists "a b" (b int);\n  CREATE TABLE public.c(d int) -- y.sql'
        assert schema_sql(text) == text
        assert created_tables(text) == ['"a b"', "public.c"]
        with pytest.raises(FileNotFoundError):
            schema_sql("nowhere.sql")
