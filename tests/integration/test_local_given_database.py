"""A database that belongs to somebody else: nothing in it changes, but for what was asked for."""

# ruff: noqa: S608 - the SQL is the tests' own

from collections.abc import Iterator
from uuid import uuid4

import httpx
import psycopg
import pytest
from psycopg import sql
from psycopg.conninfo import make_conninfo

from spacecat_shared_data_access import create_data_access
from spacecat_shared_data_access.local import LocalPostgrest, LocalPostgrestError
from spacecat_shared_data_access.local.entity_tables import all_tables_sql, table_names

# What others have in the database: in `public` too, with names of ours among them.
FOREIGN = """
    CREATE SCHEMA app;
    CREATE TABLE app.organizations (id int PRIMARY KEY);
    CREATE TABLE app.secrets (id serial PRIMARY KEY, text text);
    CREATE TABLE public.salaries (id serial PRIMARY KEY, amount int);
    CREATE SEQUENCE public.invoice_numbers;
    CREATE FUNCTION public.raise_salaries() RETURNS void LANGUAGE sql
      AS 'UPDATE public.salaries SET amount = 2';
    REVOKE EXECUTE ON FUNCTION public.raise_salaries() FROM public;
    CREATE FUNCTION public.wrpc_grant_suggestions(text) RETURNS text LANGUAGE sql AS 'SELECT $1';
    REVOKE EXECUTE ON FUNCTION public.wrpc_grant_suggestions(text) FROM public;
    INSERT INTO app.organizations VALUES (1);
    INSERT INTO app.secrets (text) VALUES ('a');
    INSERT INTO public.salaries (amount) VALUES (1);
    SELECT nextval('public.invoice_numbers');
"""

# Everything that says what a database is and who may do what in it, by the catalog's own words.
CATALOG = """
SELECT 'schema', nspname::text, nspacl::text FROM pg_namespace
UNION ALL SELECT 'relation', oid::regclass::text, concat_ws(' ', oid, relkind, relowner, relfilenode, relacl)
  FROM pg_class WHERE relkind NOT IN ('t', 'i') AND relnamespace::regnamespace::text !~ '^pg_'
UNION ALL SELECT 'column', attrelid::regclass || '.' || attname, concat_ws(' ', atttypid, attnotnull, attacl)
  FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
  WHERE attnum > 0 AND relkind <> 't' AND relnamespace::regnamespace::text !~ '^pg_'
UNION ALL SELECT 'function', oid::regprocedure::text, concat_ws(' ', oid, xmin, proowner, prosrc, proacl)
  FROM pg_proc WHERE pronamespace::regnamespace::text !~ '^(pg_|information_schema)'
UNION ALL SELECT 'index', indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
UNION ALL SELECT 'constraint', conrelid::regclass || '.' || conname, pg_get_constraintdef(oid)
  FROM pg_constraint
UNION ALL SELECT 'default', oid::text, defaclacl::text FROM pg_default_acl
UNION ALL SELECT 'role', rolname::text, concat_ws(' ', oid, rolsuper, rolcanlogin) FROM pg_roles
UNION ALL SELECT 'member', roleid::regrole::text, member::regrole::text FROM pg_auth_members
UNION ALL SELECT 'setting', setdatabase::text, setconfig::text FROM pg_db_role_setting
UNION ALL SELECT 'sequence', schemaname || '.' || sequencename, last_value::text FROM pg_sequences
"""
ROWS = """
SELECT (SELECT count(*) FROM app.organizations), (SELECT count(*) FROM app.secrets), count(*) FROM salaries
"""


class Given:
    """A database of somebody else's.

    Args:
        url: Its URL, as the superuser.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self._connection = psycopg.connect(url, autocommit=True)

    def close(self) -> None:
        self._connection.close()

    def run(self, text: str) -> list[tuple]:
        cursor = self._connection.execute(text)
        while cursor.nextset():
            pass
        return cursor.fetchall() if cursor.description else []

    def catalog(self) -> dict[tuple[str, str], str]:
        """Everything in the catalog: what it is by its kind and name."""
        return {(kind, name): text for kind, name, text in self.run(CATALOG)}


@pytest.fixture
def given(local_postgrest: LocalPostgrest) -> Iterator[Given]:
    """A database without a table of ours, but with what others have in it."""
    name = f"given_{uuid4().hex}"
    with psycopg.connect(local_postgrest.database_url, autocommit=True) as owner:
        owner.execute(sql.SQL("CREATE DATABASE {} STRATEGY file_copy").format(sql.Identifier(name)))
        made = Given(make_conninfo(local_postgrest.database_url, dbname=name))
        made.run(FOREIGN)
        yield made
        made.close()
        owner.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture
def ours(given: Given) -> Given:
    """The same with our tables and functions, made by the SQL that the command line prints."""
    given.run(all_tables_sql())
    return given


@pytest.fixture
def login(given: Given) -> Iterator[str]:
    """The URL of a login that is no superuser, but may create tables and roles."""
    given.run("""
        CREATE ROLE developer LOGIN CREATEROLE;
        GRANT ALL ON SCHEMA public TO developer;
    """)
    with psycopg.connect(given.url) as connection:
        connection.execute(
            sql.SQL("GRANT ALL ON DATABASE {} TO developer").format(sql.Identifier(connection.info.dbname))
        )
    yield given.url.replace("user=postgres", "user=developer")
    given.run("REASSIGN OWNED BY developer TO postgres; DROP OWNED BY developer; DROP ROLE developer")


class TestByDefault:
    def test_what_is_missing_is_reported_and_nothing_is_created(self, given: Given) -> None:
        before = given.catalog()
        with pytest.raises(LocalPostgrestError) as raised:
            LocalPostgrest(database_url=given.url).start()
        message = str(raised.value)
        for table in table_names():
            assert table in message
        assert "no function wrpc_revoke_suggestion_grant (" in message
        assert "create_tables=True, or --create-tables" in message
        assert "Nothing was changed" in message
        assert "\n" not in message
        assert given.catalog() == before

    def test_so_is_a_single_table(self, ours: Given) -> None:
        ours.run("DROP TABLE oauth_nonces")
        before = ours.catalog()
        with pytest.raises(LocalPostgrestError, match="has no table oauth_nonces \\("):
            LocalPostgrest(database_url=ours.url).start()
        assert ours.catalog() == before

    def test_a_table_of_the_same_name_in_another_schema_does_not_count(self, ours: Given) -> None:
        ours.run("DROP TABLE organizations CASCADE; ALTER ROLE postgres SET search_path = app, public")
        try:
            with pytest.raises(LocalPostgrestError, match="has no table organizations "):
                LocalPostgrest(database_url=ours.url).start()
        finally:
            ours.run("ALTER ROLE postgres RESET search_path")

    def test_a_whole_database_is_served_as_it_is(self, ours: Given) -> None:
        ours.run(
            "REVOKE INSERT, DELETE ON tickets FROM postgrest_writer; REVOKE ALL ON sites FROM postgrest_anon"
        )
        before = ours.catalog()
        with (
            LocalPostgrest(database_url=ours.url) as server,
            create_data_access(postgrest_url=server.url) as data,
        ):
            made = data.Organization.create({"name": "ACME"})
            assert data.Organization.find_by_id(made.get_id()).get_name() == "ACME"
            assert httpx.get(f"{server.url}/salaries", trust_env=False).json()["code"] == "42501"
            assert httpx.post(f"{server.url}/tickets", json={}, trust_env=False).json()["code"] == "42501"
        assert ours.catalog() == before
        assert ours.run(ROWS) == [(1, 1, 1)]

    def test_a_role_that_is_missing_is_reported(self, ours: Given) -> None:
        before = ours.catalog()
        for create_tables in (False, True):
            server = LocalPostgrest(database_url=ours.url, anon_role="no one", create_tables=create_tables)
            with pytest.raises(
                LocalPostgrestError, match=r'the database has no role no one, .*CREATE ROLE "no one"'
            ):
                server.start()
        assert ours.catalog() == before

    def test_so_are_rights_of_the_login_and_of_the_role(self, ours: Given, login: str) -> None:
        ours.run("REVOKE USAGE ON SCHEMA public FROM public, postgrest_writer")
        before = ours.catalog()
        with pytest.raises(LocalPostgrestError) as raised:
            LocalPostgrest(database_url=login).start()
        assert (
            'no right for the login to switch to the role postgrest_writer (GRANT "postgrest_writer" TO'
            in str(raised.value)
        )
        assert 'GRANT USAGE ON SCHEMA "public" TO "postgrest_writer"' in str(raised.value)
        assert ours.catalog() == before

    def test_sql_of_the_callers_own_is_not_applied(self, given: Given) -> None:
        before = given.catalog()
        with LocalPostgrest(database_url=given.url, schema="DROP TABLE salaries") as server:
            assert server.tables() == ["salaries"]
        with pytest.raises(LocalPostgrestError, match="has no table notes "):
            LocalPostgrest(database_url=given.url, schema="CREATE TABLE notes (id int)").start()
        assert given.catalog() == before


class TestCreateTables:
    def test_creates_ours_and_changes_nothing_of_others(self, given: Given) -> None:
        before = given.catalog()
        with LocalPostgrest(database_url=given.url, create_tables=True) as server:
            with create_data_access(postgrest_url=server.url) as data_access:
                assert data_access.Ticket.all() == []
                assert data_access.Organization.create({"name": "ACME"}).get_name() == "ACME"
            assert httpx.get(f"{server.url}/salaries", trust_env=False).json()["code"] == "42501"
        after = given.catalog()
        assert {key: after[key] for key in before} == before
        created = {name for kind, name in after.keys() - before.keys() if kind == "relation"}
        assert created == set(table_names())
        functions = {name for kind, name in after.keys() - before.keys() if kind == "function"}
        assert functions == {"wrpc_revoke_suggestion_grant(uuid)"}
        assert given.run(ROWS) == [(1, 1, 1)]

    def test_adds_what_is_missing_and_leaves_the_rest(self, ours: Given) -> None:
        ours.run("""
            DROP TABLE oauth_nonces; DROP TABLE tickets CASCADE; DROP FUNCTION wrpc_revoke_suggestion_grant;
            REVOKE ALL ON organizations, sites FROM postgrest_writer;
            GRANT UPDATE ON audits TO postgrest_writer;
            INSERT INTO organizations (name) VALUES ('kept');
        """)
        before = ours.catalog()
        with LocalPostgrest(database_url=ours.url, create_tables=True) as server:
            assert httpx.get(f"{server.url}/oauth_nonces", trust_env=False).json() == []
            assert httpx.get(f"{server.url}/organizations", trust_env=False).json()["code"] == "42501"
        after = ours.catalog()
        assert {key: after[key] for key in before} == before
        created = {name for kind, name in after.keys() - before.keys() if kind in {"relation", "function"}}
        assert created == {"oauth_nonces", "tickets", "wrpc_revoke_suggestion_grant(uuid)"}
        assert ours.run("SELECT name FROM organizations") == [("kept",)]
        assert "postgrest_writer=ard/" in after["relation", "oauth_nonces"]

    def test_does_nothing_if_nothing_is_missing(self, ours: Given) -> None:
        before = ours.catalog()
        for _ in range(2):
            with LocalPostgrest(database_url=ours.url, create_tables=True):
                pass
        assert ours.catalog() == before

    def test_goes_to_the_schema_that_is_served(self, given: Given) -> None:
        given.run("ALTER ROLE postgres SET search_path = app, public")
        try:
            with LocalPostgrest(database_url=given.url, create_tables=True) as server:
                assert "organizations" in server.tables()
        finally:
            given.run("ALTER ROLE postgres RESET search_path")
        assert given.run("SELECT count(*) FROM pg_tables WHERE schemaname = 'app'") == [(2,)]

    def test_makes_roles_that_the_login_may_switch_to(self, given: Given, login: str) -> None:
        schema = """
            CREATE ROLE note_taker NOLOGIN; CREATE TABLE notes (id int); GRANT ALL ON notes TO note_taker;
        """
        arguments = {"database_url": login, "schema": schema, "anon_role": "note_taker"}
        with LocalPostgrest(**arguments, create_tables=True) as server:
            assert httpx.get(f"{server.url}/notes", trust_env=False).json() == []
        with LocalPostgrest(**arguments) as server:
            assert httpx.get(f"{server.url}/notes", trust_env=False).json() == []
        given.run("DROP OWNED BY note_taker; DROP ROLE note_taker")

    def test_that_fails_leaves_nothing(self, given: Given) -> None:
        given.run("CREATE TABLE organizations (id int)")  # no key that ours could reference
        before = given.catalog()
        with pytest.raises(LocalPostgrestError, match="the database refused: "):
            LocalPostgrest(database_url=given.url, create_tables=True).start()
        assert given.catalog() == before


class TestReset:
    @pytest.fixture
    def filled(self, ours: Given) -> Given:
        ours.run("""
            INSERT INTO organizations (name) VALUES ('ACME');
            INSERT INTO oauth_nonces (nonce, expires_at) VALUES ('n', now());
        """)
        return ours

    def test_has_to_be_allowed(self, filled: Given) -> None:
        for create_tables in (False, True):
            with (
                LocalPostgrest(database_url=filled.url, create_tables=create_tables) as server,
                pytest.raises(RuntimeError, match="allow_reset=True"),
            ):
                server.reset()
        assert filled.run("SELECT count(*) FROM organizations") == [(1,)]

    @pytest.mark.parametrize("rows", [1, 40_000])
    def test_empties_ours_and_nothing_else(self, filled: Given, rows: int) -> None:
        filled.run(f"INSERT INTO organizations (name) SELECT 'x' FROM generate_series(1, {rows})")
        before = filled.run(ROWS), filled.run("SELECT * FROM pg_sequences ORDER BY 1, 2")
        with LocalPostgrest(database_url=filled.url, allow_reset=True) as server:
            server.reset()
        assert filled.run("SELECT (SELECT count(*) FROM oauth_nonces), count(*) FROM organizations") == [
            (0, 0)
        ]
        assert (filled.run(ROWS), filled.run("SELECT * FROM pg_sequences ORDER BY 1, 2")) == before

    @pytest.mark.parametrize("where", ["public", "app"])
    @pytest.mark.parametrize("rows", [1, 40_000])
    def test_is_refused_if_others_reference_ours(self, filled: Given, where: str, rows: int) -> None:
        filled.run(f"""
            CREATE TABLE {where}.bookmarks (
              id int, organization_id uuid CONSTRAINT points REFERENCES organizations ON DELETE CASCADE);
            INSERT INTO {where}.bookmarks SELECT 1, id FROM organizations;
            INSERT INTO organizations (name) SELECT 'x' FROM generate_series(1, {rows});
        """)
        with (
            LocalPostgrest(database_url=filled.url, allow_reset=True) as server,
            pytest.raises(LocalPostgrestError, match=r"bookmarks \(points\) references organizations"),
        ):
            server.reset()
        assert filled.run(f"SELECT count(*) FROM {where}.bookmarks") == [(1,)]
        assert filled.run("SELECT count(*) FROM organizations") == [(rows + 1,)]
        assert filled.run("SELECT count(*) FROM oauth_nonces") == [(1,)]

    @pytest.mark.parametrize("rows", [1, 40_000])
    def test_spares_tables_that_inherit_from_ours(self, filled: Given, rows: int) -> None:
        filled.run(f"""
            CREATE TABLE app.old_nonces () INHERITS (public.oauth_nonces);
            INSERT INTO app.old_nonces (nonce, expires_at)
              SELECT number::text, now() FROM generate_series(1, {rows}) AS number;
            INSERT INTO oauth_nonces SELECT gen_random_uuid(), number::text, now(), now()
              FROM generate_series(1, {rows}) AS number;
        """)
        with LocalPostgrest(database_url=filled.url, allow_reset=True) as server:
            server.reset()
        assert filled.run("SELECT count(*) FROM ONLY oauth_nonces") == [(0,)]
        assert filled.run("SELECT count(*) FROM app.old_nonces") == [(rows,)]

    def test_needs_no_superuser(self, given: Given, login: str) -> None:
        schema = "CREATE TABLE notes (id serial, of int)"
        with LocalPostgrest(
            database_url=login, schema=schema, create_tables=True, allow_reset=True, anon_role="developer"
        ) as server:
            for _ in range(2):
                assert httpx.post(f"{server.url}/notes", json={}, trust_env=False).status_code == 201
                assert given.run("SELECT max(id) FROM notes") == [(1,)]
                server.reset()
        assert given.run(ROWS) == [(1, 1, 1)]

    def test_with_a_schema_of_ones_own_empties_its_tables_of_the_schema_that_is_served(
        self, ours: Given
    ) -> None:
        schema = """
            CREATE TABLE notes (id int);
            CREATE TABLE app.notes (id int);
        """
        ours.run(f"{schema}; INSERT INTO notes VALUES (1); INSERT INTO app.notes VALUES (1)")
        ours.run("INSERT INTO organizations (name) VALUES ('kept')")
        with LocalPostgrest(database_url=ours.url, schema=schema, allow_reset=True) as server:
            server.reset()
        tables = "notes", "app.notes", "organizations"
        assert [ours.run(f"SELECT count(*) FROM {table}") for table in tables] == [[(0,)], [(1,)], [(1,)]]
