"""Tables beside the package's own (`also`), and rows that every `reset()` puts back (`seed`)."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import httpx
import psycopg
import pytest
from psycopg import sql

from spacecat_shared_data_access import create_data_access
from spacecat_shared_data_access.local import LocalPostgrest, LocalPostgrestError
from spacecat_shared_data_access.testing import local_data_access

NOTES = (
    "CREATE TABLE notes (id int PRIMARY KEY, organization_id uuid REFERENCES organizations ON DELETE CASCADE)"
)
ORGANIZATION = "0190a1b2-c3d4-7e5f-8a6b-000000000001"
SEED = """
INSERT INTO organizations (id, name) VALUES ('0190a1b2-c3d4-7e5f-8a6b-000000000001', 'ACME') ON CONFLICT DO NOTHING;
INSERT INTO notes VALUES (1, '0190a1b2-c3d4-7e5f-8a6b-000000000001') ON CONFLICT DO NOTHING;
"""


@pytest.fixture
def database_url(local_postgrest: LocalPostgrest) -> Iterator[str]:
    """The URL of an empty database that is not the server's own."""
    name = f"further_{uuid4().hex}"
    with psycopg.connect(local_postgrest.database_url, autocommit=True) as owner:
        owner.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        yield local_postgrest.database_url.replace("/spacecat?", f"/{name}?")
        owner.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalPostgrest]:
    path = tmp_path_factory.mktemp("seed") / "rows.sql"
    path.write_text(SEED)
    with LocalPostgrest(also=[NOTES], seed=path) as server:
        yield server


def rows(server: LocalPostgrest, query: str) -> list[dict[str, object]]:
    return httpx.get(f"{server.url}/{query}").json()


class TestFurtherTables:
    def test_are_beside_the_packages_and_may_reference_them(self, seeded: LocalPostgrest) -> None:
        assert {"notes", "organizations", "tickets"} <= set(seeded.tables())
        assert rows(seeded, "notes?select=id,organizations(name)") == [
            {"id": 1, "organizations": {"name": "ACME"}}
        ]

    def test_created_later_may_be_used_too(self, seeded: LocalPostgrest) -> None:
        with psycopg.connect(seeded.database_url) as connection:
            connection.execute("CREATE TABLE later (id int GENERATED ALWAYS AS IDENTITY, title text)")
        assert httpx.post(f"{seeded.url}/later", json={"title": "x"}).status_code == 201
        with psycopg.connect(seeded.database_url) as connection:
            connection.execute("DROP TABLE later")

    def test_are_added_to_a_data_directory_once(self, data_parent: Path) -> None:
        data = data_parent / "data"
        with LocalPostgrest(data_dir=data):
            pass
        for expected in (1, 2):
            with LocalPostgrest(
                data_dir=data, also=["CREATE TABLE notes (id int GENERATED ALWAYS AS IDENTITY)"]
            ) as server:
                httpx.post(f"{server.url}/notes", json={})
                assert len(rows(server, "notes")) == expected

    def test_join_a_schema_of_ones_own(self) -> None:
        with LocalPostgrest(schema="CREATE TABLE a (id int)", also=["CREATE TABLE b (id int)"]) as server:
            assert server.tables() == ["a", "b"]
            assert rows(server, "b") == []

    @pytest.mark.parametrize("also", ["CREATE TABLE b (id int)", Path("tables.sql")])
    def test_are_given_as_a_list(self, also: object) -> None:
        with pytest.raises(TypeError, match="also is a list"):
            LocalPostgrest(also=also)  # type: ignore[arg-type]

    def test_a_missing_file_is_said(self) -> None:
        with pytest.raises(FileNotFoundError, match=r"nowhere\.sql"):
            LocalPostgrest(also=["nowhere.sql"]).start()


class TestInADatabaseOfOnesOwn:
    GRANTED = f"{NOTES}; GRANT SELECT, INSERT, UPDATE, DELETE ON notes TO postgrest_writer"

    def prepare(self, url: str) -> None:
        with psycopg.connect(url) as connection:
            connection.execute("GRANT USAGE ON SCHEMA public TO postgrest_writer")

    def test_missing_ones_are_reported_and_nothing_is_created(self, database_url: str) -> None:
        server = LocalPostgrest(database_url=database_url, also=[self.GRANTED], seed=SEED)
        with pytest.raises(
            LocalPostgrestError, match=r"no table .*, notes, oauth_nonces, .*Nothing was changed"
        ):
            server.start()
        with psycopg.connect(database_url) as connection:
            assert connection.execute(
                "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"
            ).fetchone() == (0,)

    def test_they_are_created_on_request_and_those_that_exist_are_left_alone(self, database_url: str) -> None:
        self.prepare(database_url)
        with LocalPostgrest(database_url=database_url, create_tables=True) as server:
            assert "notes" not in server.tables()
        for expected in (1, 2):
            arguments = {"database_url": database_url, "also": [self.GRANTED], "create_tables": True}
            with LocalPostgrest(**arguments) as server:
                assert httpx.post(f"{server.url}/notes", json={"id": expected}).status_code == 201
                assert len(rows(server, "notes")) == expected

    def test_no_later_table_is_granted_to_anybody(self, database_url: str) -> None:
        self.prepare(database_url)
        with LocalPostgrest(database_url=database_url, create_tables=True) as server:
            with psycopg.connect(database_url) as connection:
                connection.execute("CREATE TABLE later (id int)")
            assert httpx.get(f"{server.url}/later").json()["code"] == "42501"

    def test_reset_needs_leave_and_empties_them_too(self, database_url: str) -> None:
        self.prepare(database_url)
        with psycopg.connect(database_url) as connection:
            connection.execute("CREATE TABLE others (id int); INSERT INTO others VALUES (1)")
        arguments = {"database_url": database_url, "also": [self.GRANTED], "seed": SEED}
        with (
            LocalPostgrest(**arguments, create_tables=True) as server,
            pytest.raises(RuntimeError, match="allow_reset=True"),
        ):
            server.reset()
        with LocalPostgrest(**arguments, allow_reset=True) as server:
            httpx.post(f"{server.url}/notes", json={"id": 2})
            server.reset()
            assert [row["id"] for row in rows(server, "notes")] == [1]
        with psycopg.connect(database_url) as connection:
            assert connection.execute("SELECT count(*) FROM others").fetchone() == (1,)


class TestSeed:
    def test_is_there_at_the_start_and_after_each_reset(self, seeded: LocalPostgrest) -> None:
        for _ in range(2):
            with create_data_access(postgrest_url=seeded.url) as data_access:
                assert data_access.Organization.find_by_id(ORGANIZATION).get_name() == "ACME"
                data_access.Organization.create({"name": "Other"})
                data_access.Organization.find_by_id(ORGANIZATION).remove()
            seeded.reset()
            assert [row["name"] for row in rows(seeded, "organizations")] == ["ACME"]
            assert [row["id"] for row in rows(seeded, "notes")] == [1]

    def test_survives_what_is_rolled_back(self, seeded: LocalPostgrest) -> None:
        for _ in range(2):
            with local_data_access(seeded) as data_access:
                assert data_access.Organization.count() == 1
                data_access.Organization.find_by_id(ORGANIZATION).remove()
                assert data_access.Organization.count() == 0

    def test_is_checked_by_the_constraints(self) -> None:
        with pytest.raises(LocalPostgrestError, match="violates foreign key constraint"):
            LocalPostgrest(also=[NOTES], seed="INSERT INTO notes SELECT 1, gen_random_uuid()").start()

    def test_goes_to_the_schema_that_is_served(self, database_url: str) -> None:
        with psycopg.connect(database_url, autocommit=True) as connection:
            connection.execute(
                "CREATE SCHEMA other; CREATE TABLE other.notes (id int); CREATE TABLE notes (id int)"
            )
            name = sql.Identifier(connection.info.dbname)
            connection.execute(sql.SQL("ALTER DATABASE {} SET search_path = other").format(name))
            connection.execute(
                "GRANT USAGE ON SCHEMA public TO postgrest_writer; GRANT ALL ON public.notes TO postgrest_writer"
            )
            seed = "INSERT INTO notes VALUES (1)"
            with LocalPostgrest(
                database_url=database_url, schema="CREATE TABLE notes (id int)", seed=seed
            ) as server:
                assert rows(server, "notes") == [{"id": 1}]
            assert connection.execute("SELECT count(*) FROM other.notes").fetchone() == (0,)


def test_the_fixtures_keep_the_seed(pytester, run_tests) -> None:
    pytester.makeconftest("""
        import pytest

        @pytest.fixture(scope="session")
        def local_postgrest_settings():
            return {"seed": "INSERT INTO organizations (name) VALUES ('ACME')"}
    """)
    run_tests("""
        import pytest

        @pytest.mark.parametrize("time", [1, 2])
        def test_rolled_back(time, local_data_access):
            [organization] = local_data_access.Organization.all()
            organization.remove()

        def test_reset(local_postgrest):
            local_postgrest.reset()

        def test_after_it(local_data_access):
            assert [each.get_name() for each in local_data_access.Organization.all()] == ["ACME"]
    """).assert_outcomes(passed=4)
