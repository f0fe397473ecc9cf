"""`check_database` with the database's catalog: broken copies of the package's tables, one for each finding."""

import gzip
import json
import sys
from contextlib import nullcontext
from pathlib import Path

import httpx
import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from pseudo_terminal import run_in_terminal, without_escapes
from spacecat_shared_data_access import (
    BaseCollection,
    BaseModel,
    EntityRegistry,
    SchemaBuilder,
    ValidationError,
    check_database,
    create_async_data_access,
    create_data_access,
)
from spacecat_shared_data_access.check import catalog
from spacecat_shared_data_access.errors import DataAccessError, PostgrestError, UnavailableError
from spacecat_shared_data_access.local.entity_tables import all_tables_sql

RECORDED = Path(__file__).parents[1] / "data" / "entities_openapi.json.gz"
DOCUMENT = json.loads(gzip.decompress(RECORDED.read_bytes()))
URL = "http://postgrest.test"
ROLE = "postgrest_writer"


def respond(request):
    """Respond as the PostgREST that was recorded: with its description, and empty tables."""
    if request.url.path == "/":
        return httpx.Response(200, json=DOCUMENT)
    return httpx.Response(200, headers={"Content-Range": "*/*"})


@pytest.fixture(scope="module")
def database_url(local_postgrest):
    """The URL of a database with a copy of the package's tables."""
    name, server_url = "check_copy", local_postgrest.database_url
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {name} TEMPLATE template0")
        url = make_conninfo(server_url, dbname=name)
        with psycopg.connect(url) as copy:
            copy.execute(all_tables_sql())
        yield url
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def copy(database_url, monkeypatch):
    """Change the copy in a transaction, which checks see and which is rolled back."""
    with psycopg.connect(database_url) as connection:
        monkeypatch.setattr(catalog, "_connected", lambda *_: nullcontext(connection))
        yield connection
        connection.rollback()


def execute(connection, *statements):
    """Change a database."""
    for statement in statements:
        connection.execute(statement)


async def find(database_url="in the fixture", **options):
    """Return what both APIs find, which is the same."""
    options["database_url"] = database_url
    transport = httpx.MockTransport(respond)
    data_access = create_data_access(postgrest_url=URL, client=httpx.Client(transport=transport))
    async_client = httpx.AsyncClient(transport=transport)
    async_data_access = create_async_data_access(postgrest_url=URL, client=async_client)
    found = check_database(data_access, **options)
    assert await check_database(async_data_access, **options) == found
    return found


async def test_the_packages_own_tables_fit(copy):
    assert await find() == []


DROP_STATUS_CHECK = (
    "ALTER TABLE task_management_connections DROP CONSTRAINT task_management_connections_status_check"
)
STATUSES = "'active', 'disabled', 'requires_reauth', 'error', 'disconnected'"
LIMIT_STATUS = "ALTER TABLE task_management_connections ADD CHECK ({})"
STATUS = ("TaskManagementConnection", "status", "status")
TICKET = ("Ticket", None, None)

BREAKS = [
    ("missing_table", "TicketSuggestion", None, None, ["DROP TABLE ticket_suggestions"]),
    (
        "missing_column",
        "Ticket",
        "task_management_connection_id",
        "connection_id",
        ["ALTER TABLE tickets DROP connection_id"],
    ),
    (
        "missing_column",
        "Ticket",
        "ticket_status",
        "ticket_status",
        ["ALTER TABLE tickets DROP ticket_status"],
    ),
    (
        "missing_column",
        "ScrapeJob",
        "opt_enable_javascript",
        "opt_enable_javascript",
        ["ALTER TABLE scrape_jobs DROP opt_enable_javascript"],
    ),
    (
        "column_type",
        "Ticket",
        "ticket_key",
        "ticket_key",
        ["ALTER TABLE tickets ALTER ticket_key TYPE int USING 1"],
    ),
    (
        "column_type",
        "Ticket",
        "ticket_key",
        "ticket_key",
        ["CREATE DOMAIN key AS bigint", "ALTER TABLE tickets ALTER ticket_key TYPE key USING 1"],
    ),
    (
        "column_type",
        "OAuthNonce",
        "expires_at",
        "expires_at",
        ["ALTER TABLE oauth_nonces ALTER expires_at TYPE date USING '2026-01-01'"],
    ),
    (
        "column_type",
        "OAuthNonce",
        "expires_at",
        "expires_at",
        ["ALTER TABLE oauth_nonces ALTER expires_at TYPE timestamp"],
    ),
    (
        "column_type",
        "Organization",
        "fulfillable_items",
        "fulfillable_items",
        ["ALTER TABLE organizations ALTER fulfillable_items TYPE text"],
    ),
    (
        "column_type",
        "Audit",
        "is_live",
        "is_live",
        ["ALTER TABLE audits ALTER is_live DROP DEFAULT, ALTER is_live TYPE text"],
    ),
    ("column_type", "Suggestion", "rank", "rank", ["ALTER TABLE suggestions ALTER rank TYPE text"]),
    (
        "column_type",
        "Opportunity",
        "tags",
        "tags",
        ["ALTER TABLE opportunities ALTER tags TYPE int[] USING '{}'"],
    ),
    (
        "column_type",
        "AuditUrl",
        "audit_url_id",
        "id",
        ["ALTER TABLE audit_urls ALTER id DROP DEFAULT, ALTER id TYPE varchar(20)"],
    ),
    (
        "unfilled_column",
        "Ticket",
        None,
        "project_key",
        ["ALTER TABLE tickets ADD project_key text NOT NULL"],
    ),
    (
        "unfilled_column",
        "Ticket",
        None,
        "project_key",
        ["CREATE DOMAIN needed AS text NOT NULL", "ALTER TABLE tickets ADD project_key needed"],
    ),
    (
        "nullable_attribute",
        "Ticket",
        "ticket_status",
        "ticket_status",
        ["ALTER TABLE tickets ALTER ticket_status SET NOT NULL"],
    ),
    (
        "nullable_attribute",
        "Organization",
        "ims_org_id",
        "ims_org_id",
        ["ALTER TABLE organizations ALTER ims_org_id SET NOT NULL"],
    ),
    (
        "missing_enum_value",
        *STATUS,
        [DROP_STATUS_CHECK, LIMIT_STATUS.format("status IN ('active', 'disabled', 'error', 'disconnected')")],
    ),
    ("missing_enum_value", *STATUS, [LIMIT_STATUS.format("status ~ '^[a-z]+$'")]),
    ("missing_enum_value", *STATUS, [LIMIT_STATUS.format("length(status) < 12")]),
    (
        "unknown_enum_value",
        *STATUS,
        [DROP_STATUS_CHECK, LIMIT_STATUS.format(f"status IN ({STATUSES}, 'paused')")],
    ),
    (
        "unknown_enum_value",
        *STATUS,
        [
            DROP_STATUS_CHECK,
            LIMIT_STATUS.format(f"status = ANY ('{{{STATUSES.replace(chr(39), '')},paused}}'::text[])"),
        ],
    ),
    (
        "unknown_enum_value",
        *STATUS,
        [
            DROP_STATUS_CHECK,
            f"CREATE TYPE connection_status AS ENUM ({STATUSES}, 'paused')",
            (
                "ALTER TABLE task_management_connections ALTER status DROP DEFAULT,"
                " ALTER status TYPE connection_status USING status::connection_status"
            ),
        ],
    ),
    (
        "missing_enum_value",
        *STATUS,
        [
            DROP_STATUS_CHECK,
            "CREATE TYPE connection_status AS ENUM ('active', 'disabled', 'requires_reauth', 'error')",
            (
                "ALTER TABLE task_management_connections ALTER status DROP DEFAULT,"
                " ALTER status TYPE connection_status USING status::connection_status"
            ),
        ],
    ),
    (
        "missing_unique_key",
        "OAuthNonce",
        "nonce",
        "nonce",
        ["ALTER TABLE oauth_nonces DROP CONSTRAINT oauth_nonces_nonce_key"],
    ),
    (
        "missing_unique_key",
        "OAuthNonce",
        "nonce",
        "nonce",
        [
            "ALTER TABLE oauth_nonces DROP CONSTRAINT oauth_nonces_nonce_key",
            "CREATE UNIQUE INDEX ON oauth_nonces (nonce) WHERE expires_at > '2026-01-01'",
        ],
    ),
    (
        "missing_unique_key",
        "TicketSuggestion",
        "suggestion_id",
        "suggestion_id",
        [
            "ALTER TABLE ticket_suggestions DROP CONSTRAINT ticket_suggestions_suggestion_id_key",
            "CREATE INDEX ON ticket_suggestions (suggestion_id)",
        ],
    ),
    (
        "missing_unique_key",
        "IdempotencyKey",
        "key, organization_id, endpoint",
        "key, organization_id, endpoint",
        ["ALTER TABLE idempotency_keys DROP CONSTRAINT idempotency_keys_key_organization_id_endpoint_key"],
    ),
    (
        "missing_unique_key",
        "PageCitability",
        "url",
        "url",
        ["ALTER TABLE page_citabilities DROP CONSTRAINT page_citabilities_url_key"],
    ),
    (
        "missing_unique_key",
        "OAuthNonce",
        "o_auth_nonce_id",
        "id",
        ["ALTER TABLE oauth_nonces DROP CONSTRAINT oauth_nonces_pkey"],
    ),
    (
        "missing_index",
        "Ticket",
        "task_management_connection_id",
        "connection_id",
        ["DROP INDEX tickets_connection_id_updated_at_idx"],
    ),
    *(
        ("missing_privilege", *TICKET, [f"REVOKE {privilege} ON tickets FROM {ROLE}"])
        for privilege in ("SELECT", "INSERT", "UPDATE", "DELETE")
    ),
    (
        "missing_privilege",
        *TICKET,
        [
            f"REVOKE UPDATE ON tickets FROM {ROLE}",
            f"GRANT UPDATE (ticket_status, updated_at) ON tickets TO {ROLE}",
        ],
    ),
    ("missing_privilege", None, None, None, [f"REVOKE USAGE ON SCHEMA public FROM PUBLIC, {ROLE}"]),
    ("excess_privilege", "OAuthNonce", None, None, [f"GRANT UPDATE ON oauth_nonces TO {ROLE}"]),
    ("excess_privilege", "OAuthNonce", None, None, [f"GRANT UPDATE (nonce) ON oauth_nonces TO {ROLE}"]),
    ("missing_function", "SuggestionGrant", None, None, ["DROP FUNCTION wrpc_grant_suggestions"]),
    (
        "function_arguments",
        "SuggestionGrant",
        None,
        None,
        [
            "DROP FUNCTION wrpc_revoke_suggestion_grant",
            "CREATE FUNCTION wrpc_revoke_suggestion_grant(p_id uuid) RETURNS void LANGUAGE sql AS ''",
        ],
    ),
    (
        "function_arguments",
        "SuggestionGrant",
        None,
        None,
        [
            "DROP FUNCTION wrpc_revoke_suggestion_grant",
            (
                "CREATE FUNCTION wrpc_revoke_suggestion_grant(p_grant_id uuid, p_by text) RETURNS void"
                " LANGUAGE sql AS ''"
            ),
        ],
    ),
    (
        "missing_privilege",
        "SuggestionGrant",
        None,
        None,
        [f"REVOKE EXECUTE ON FUNCTION wrpc_revoke_suggestion_grant FROM PUBLIC, {ROLE}"],
    ),
    (
        "row_limit",
        None,
        None,
        None,
        [f"ALTER ROLE {ROLE} IN DATABASE check_copy SET pgrst.db_max_rows = '999'"],
    ),
]


@pytest.mark.parametrize(("kind", "entity", "attribute", "column", "statements"), BREAKS)
async def test_each_difference_is_found_once_and_nothing_else(
    copy, kind, entity, attribute, column, statements
):
    execute(copy, *statements)
    (finding,) = await find()
    assert (finding.kind, finding.entity, finding.attribute, finding.column) == (
        kind,
        entity,
        attribute,
        column,
    )
    assert finding.severity == ("note" if kind == "missing_index" else "error")
    assert finding.table == (
        EntityRegistry.schema_of(entity).table if entity and "function" not in kind else None
    ) or ("FUNCTION" in finding.fix)


# Changes that every request of the package copes with.
HARMLESS = [
    "ALTER TABLE tickets ADD notes text",
    "ALTER TABLE tickets ADD notes text NOT NULL DEFAULT ''",
    "ALTER TABLE tickets ADD number bigint GENERATED ALWAYS AS IDENTITY",
    "ALTER TABLE tickets ADD lower_key text NOT NULL GENERATED ALWAYS AS (lower(ticket_key)) STORED",
    "CREATE DOMAIN filled AS text NOT NULL DEFAULT 'x'; ALTER TABLE tickets ADD notes filled",
    "ALTER TABLE tickets ALTER ticket_key TYPE varchar(100)",
    "CREATE DOMAIN key AS varchar(100) CHECK (value <> ''); ALTER TABLE tickets ALTER ticket_key TYPE key",
    "ALTER TABLE tickets ALTER opportunity_id TYPE text",
    "ALTER TABLE suggestions ALTER rank TYPE integer",
    "ALTER TABLE organizations ALTER fulfillable_items TYPE json",
    "ALTER TABLE opportunities ALTER tags TYPE jsonb USING to_jsonb(tags)",
    "ALTER TABLE tickets ALTER ticket_key DROP NOT NULL",
    "ALTER TABLE tickets ALTER created_by SET DEFAULT 'nobody'",
    "ALTER TABLE task_management_connections ADD CHECK (status <> '')",
    "ALTER TABLE task_management_connections ADD CHECK (status IS NOT NULL AND length(status) < 100)",
    (
        "CREATE FUNCTION odd(text) RETURNS boolean LANGUAGE sql AS 'SELECT false';"
        " ALTER TABLE task_management_connections ADD CHECK (odd(status)) NOT VALID"
    ),
    DROP_STATUS_CHECK,
    DROP_STATUS_CHECK
    + "; "
    + LIMIT_STATUS.format("status IS NULL OR status = ANY (ARRAY[" + STATUSES + "])"),
    "DROP INDEX tickets_connection_id_updated_at_idx; CREATE INDEX ON tickets USING hash (connection_id)",
    "ALTER TABLE oauth_nonces DROP CONSTRAINT oauth_nonces_nonce_key; CREATE UNIQUE INDEX ON oauth_nonces (nonce)",
    "ALTER TABLE oauth_nonces DROP CONSTRAINT oauth_nonces_pkey; ALTER TABLE oauth_nonces ADD UNIQUE (id)",
    (
        f"REVOKE UPDATE ON tickets FROM {ROLE}; GRANT UPDATE (id, organization_id, connection_id, opportunity_id,"
        " external_ticket_id, ticket_key, ticket_url, ticket_status, ticket_provider, created_by, created_at,"
        f" updated_at) ON tickets TO {ROLE}"
    ),
    f"REVOKE ALL ON tickets FROM {ROLE}; GRANT ALL ON tickets TO PUBLIC",
    (
        "DROP FUNCTION wrpc_revoke_suggestion_grant; CREATE FUNCTION wrpc_revoke_suggestion_grant(p_grant_id uuid,"
        " p_by text DEFAULT NULL) RETURNS void LANGUAGE sql AS ''"
    ),
    "CREATE FUNCTION wrpc_revoke_suggestion_grant(p_other text) RETURNS void LANGUAGE sql AS ''",
    f"ALTER ROLE {ROLE} IN DATABASE check_copy SET pgrst.db_max_rows = '1000'",
    "CREATE TABLE unrelated (id int NOT NULL)",
]


@pytest.mark.parametrize("statement", HARMLESS)
async def test_what_does_no_harm_is_not_reported(copy, statement):
    execute(copy, statement)
    assert await find() == []


async def test_a_column_that_a_trigger_may_fill_is_a_note(copy):
    execute(
        copy,
        "ALTER TABLE tickets ADD project_key text NOT NULL",
        "CREATE FUNCTION fill() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.project_key := 1; RETURN NEW; END'",
        "CREATE TRIGGER fill BEFORE INSERT ON tickets FOR EACH ROW EXECUTE FUNCTION fill()",
    )
    (finding,) = await find()
    assert (finding.kind, finding.severity) == ("unfilled_column", "note")


async def test_differences_of_other_entities_are_not_reported(copy):
    execute(copy, "DROP TABLE ticket_suggestions", "ALTER TABLE tickets DROP ticket_status")
    found = await find(entities=["Ticket", "Organization"])
    assert [each.kind for each in found] == ["missing_column"]


async def test_all_differences_are_reported_by_entity(copy):
    execute(
        copy,
        "DROP TABLE ticket_suggestions",
        "ALTER TABLE tickets DROP ticket_status, DROP created_by, ALTER ticket_key TYPE int USING 1",
    )
    found = await find()
    assert [(each.entity, each.kind, each.column) for each in found] == [
        ("Ticket", "column_type", "ticket_key"),
        ("Ticket", "missing_column", "ticket_status"),
        ("Ticket", "missing_column", "created_by"),
        ("TicketSuggestion", "missing_table", None),
    ]


class Film(BaseModel):
    ENTITY_NAME = "Film"


class FilmCollection(BaseCollection):
    COLLECTION_NAME = "FilmCollection"


@pytest.fixture
def film_entity():
    EntityRegistry.register_entity(
        SchemaBuilder(Film, FilmCollection)
        .add_reference("belongs_to", "Organization")
        .add_attribute("title", type="string", required=True)
        .add_attribute("genre", type=["drama", "comedy"])
        .add_attribute("seasons", type="list", items={"type": "number"})
        .build()
    )
    yield
    EntityRegistry.reset_entities()


@pytest.mark.usefixtures("film_entity")
async def test_registered_entities_are_checked_too(copy):
    (finding,) = await find()
    assert (finding.kind, finding.table) == ("missing_table", "films")
    execute(
        copy,
        "CREATE TABLE films (id uuid PRIMARY KEY, organization_id uuid NOT NULL, title text, seasons int[],"
        " genre text CHECK (genre IN ('drama')), created_at timestamptz, updated_at timestamptz, updated_by text)",
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON films TO {ROLE}",
    )
    found = await find()
    assert [each.kind for each in found] == ["stale_schema_cache", "missing_enum_value", "missing_index"]
    assert "films" in found[0].found


async def test_a_new_column_that_postgrest_does_not_know_is_reported(copy, monkeypatch):
    monkeypatch.delitem(DOCUMENT["definitions"]["tickets"]["properties"], "ticket_status")
    (finding,) = await find()
    assert (finding.kind, finding.found) == ("stale_schema_cache", "it does not know tickets.ticket_status")


async def test_a_view_has_no_keys_and_indexes_of_its_own(copy):
    execute(
        copy,
        "ALTER TABLE oauth_nonces RENAME TO stored_nonces",
        "CREATE VIEW oauth_nonces AS SELECT * FROM stored_nonces",
        f"GRANT SELECT, INSERT, DELETE ON oauth_nonces TO {ROLE}",
    )
    assert await find() == []


@pytest.mark.usefixtures("copy")
class TestRole:
    async def test_of_the_api_key(self):
        # Header and signature are not read: PostgREST checks them.
        key = "e30.eyJyb2xlIjoicG9zdGdyZXN0X2Fub24ifQ.x"  # {"role":"postgrest_anon"}
        client = httpx.Client(transport=httpx.MockTransport(respond))
        data_access = create_data_access(postgrest_url=URL, postgrest_api_key=key, client=client)
        found = check_database(data_access, entities=["Ticket"], database_url="")
        assert [(each.kind, each.fix) for each in found] == [
            ("missing_privilege", f"GRANT {privilege} ON tickets TO postgrest_anon")
            for privilege in ("INSERT", "UPDATE", "DELETE")
        ]
        assert check_database(data_access, entities=["Ticket"], database_url="", role=ROLE) == []

    async def test_that_does_not_exist(self):
        with pytest.raises(ValidationError, match="the database has no role nobody_here"):
            await find(role="nobody_here")

    async def test_that_is_not_known_is_a_note(self, monkeypatch):
        monkeypatch.setattr("spacecat_shared_data_access.check.catalog.DEFAULT_ROLE", "no_such_role")
        (finding,) = await find()
        assert (finding.kind, finding.severity) == ("unknown_role", "note")


class TestDatabaseUrl:
    @pytest.mark.parametrize("url", ["postgres//user:s3cret@host/x", "host=x s3cret"])
    async def test_invalid(self, url):
        with pytest.raises(ValidationError, match="database_url") as caught:
            await find(database_url=url)
        assert "s3cret" not in str(caught.value)
        assert caught.value.cause is None

    async def test_unreachable(self):
        url = "postgresql://somebody:s3cret@127.0.0.1:1/x"
        with pytest.raises(UnavailableError, match="database") as caught:
            await find(database_url=url)
        assert "s3cret" not in str(caught.value)

    @pytest.mark.usefixtures("copy")
    async def test_without_the_schema(self):
        client = httpx.Client(transport=httpx.MockTransport(respond))
        data_access = create_data_access(postgrest_url=URL, postgrest_schema="other", client=client)
        with pytest.raises(DataAccessError, match="no schema other"):
            check_database(data_access, database_url="")


async def test_nothing_is_written(database_url):
    # Also not by a CHECK, which may run functions of the database.
    with psycopg.connect(database_url, autocommit=True) as connection:
        execute(
            connection,
            "CREATE TABLE calls (n int)",
            "CREATE FUNCTION counted(text) RETURNS boolean LANGUAGE plpgsql AS"
            " 'BEGIN INSERT INTO calls VALUES (1); RETURN true; END'",
            "ALTER TABLE task_management_connections ADD CONSTRAINT counted CHECK (counted(status))",
        )
        assert await find(database_url) == []
        assert connection.execute("SELECT count(*) FROM calls").fetchone() == (0,)
        execute(connection, "DROP TABLE calls", "DROP FUNCTION counted CASCADE")


def test_the_connection_is_read_only(database_url):
    with (
        pytest.raises(PostgrestError, match="read-only transaction"),
        catalog._connected(database_url, 5) as connection,
    ):
        connection.execute("CREATE TABLE films (id int)")


class TestLocalServer:
    """The local server, by its description and its catalog."""

    async def test_the_packages_own_tables_fit(self, local_postgrest, local_data_access):
        assert check_database(local_data_access) == []
        assert check_database(local_data_access, database_url=local_postgrest.database_url) == []

    async def test_with_asyncio(self, local_postgrest, async_local_data_access):
        assert await check_database(async_local_data_access) == []
        assert await check_database(async_local_data_access, database_url=local_postgrest.database_url) == []

    async def test_with_rows(self, local_postgrest, local_data_access):
        # Fewer than a page, exactly one, and more.
        for page_size in (7, 6, 5):
            local_data_access.Organization.create_many([{"name": "one"}, {"name": "two"}])
            with create_data_access(postgrest_url=local_postgrest.url, page_size=page_size) as data_access:
                assert check_database(data_access) == []


def test_in_a_terminal_the_progress_is_shown_and_removed(local_postgrest):
    pytest.importorskip("rich")
    command = [sys.executable, "-m", "spacecat_shared_data_access", "check", "--url", local_postgrest.url]
    shown = run_in_terminal([*command, "Ticket"], columns=60)
    assert shown.code == 0
    assert without_escapes(shown.out).splitlines() == [
        "the database fits the entities",
        "keys, indexes, CHECKs and privileges are checked only with",
        "--database-url",
    ]
    assert "checking the database" in shown.err
    assert shown.err.endswith("\033[2K")
    piped = run_in_terminal([*command, "Ticket"], pipes=["out", "err"])
    assert (piped.code, piped.err, piped.out.count("\n")) == (0, "", 2)
