"""`check_database` by PostgREST's description alone, and the command `check`."""

import gzip
import json
import sys
from pathlib import Path

import httpx
import pytest
import respx

from pseudo_terminal import without_escapes
from spacecat_shared_data_access import (
    AccessDeniedError,
    DataAccessError,
    EntityRegistry,
    Finding,
    FindingKind,
    RetryPolicy,
    Severity,
    UnavailableError,
    ValidationError,
    check_database,
    cli,
    create_async_data_access,
    create_data_access,
)
from spacecat_shared_data_access.schema.naming import camel_to_snake
from spacecat_shared_data_access.testing import assert_database_fits
from unit.helpers import maybe_await

URL = "http://postgrest.test"
# The document at `/` of PostgREST 16.2 over the package's tables.
RECORDED = Path(__file__).parents[1] / "data" / "entities_openapi.json.gz"


@pytest.fixture
def document():
    """The description, to change."""
    return json.loads(gzip.decompress(RECORDED.read_bytes()))


@pytest.fixture
def rows():
    """The number of rows by table, and the server's row limit."""
    return {"limit": 1000}


@pytest.fixture
def server(document, rows):
    """A PostgREST that describes itself, and responds to HEAD."""

    def respond(request):
        table = request.url.path.strip("/")
        if not table:
            return httpx.Response(200, json=document)
        assert request.method == "HEAD"
        start, wanted = int(request.url.params["offset"]), int(request.url.params["limit"])
        count = min(rows.get(table, 0) - start, wanted, rows["limit"])
        content_range = f"{start}-{start + count - 1}/*" if count > 0 else "*/*"
        return httpx.Response(200, headers={"Content-Range": content_range})

    with respx.mock(base_url=URL, assert_all_called=False) as router:
        router.route().mock(side_effect=respond)
        yield router


@pytest.fixture(params=["sync", "asyncio"])
def data_access(request):
    create = create_data_access if request.param == "sync" else create_async_data_access
    return create(postgrest_url=URL, retry=RetryPolicy.off())


@pytest.fixture
def find(data_access, server):
    async def find_(**options):
        return await maybe_await(check_database(data_access, **options))

    return find_


@pytest.fixture
def ticket(document):
    """The description of tickets."""
    return document["definitions"]["tickets"]


async def test_a_postgrest_over_the_packages_own_tables_fits(find, server):
    assert await find() == []
    assert {call.request.method for call in server.calls} == {"GET", "HEAD"}


class TestDescription:
    async def test_is_asked_for_in_the_schema_of_the_data_access(self, document):
        with respx.mock(base_url=URL) as router:
            route = router.get("/").respond(json=document)
            router.head().respond(headers={"Content-Range": "*/*"})
            with create_data_access(postgrest_url=URL, postgrest_schema="other") as data_access:
                check_database(data_access)
        (call,) = route.calls
        assert call.request.headers["Accept-Profile"] == "other"
        assert call.request.headers["Accept"].startswith("application/openapi+json")
        assert call.request.url.query == b""

    @pytest.mark.parametrize(
        "body",
        [
            {"openapi": "3.0.0"},
            {"swagger": "2.0", "paths": {}, "definitions": []},
            {"swagger": "3.0", "paths": {}, "definitions": {}},
            {"swagger": "2.0", "paths": {}, "definitions": {"tickets": {"properties": []}}},
            [],
            None,
            "text",
            {"swagger": "2.0", "paths": {}, "definitions": {}, "info": {}},
        ],
    )
    async def test_of_another_kind_is_an_error(self, data_access, body):
        with respx.mock(base_url=URL) as router:
            router.get("/").respond(json=body)
            with pytest.raises(DataAccessError, match="does not describe itself"):
                await maybe_await(check_database(data_access))

    @pytest.mark.parametrize(
        ("reply", "kind", "message"),
        [
            (httpx.ConnectError("refused"), UnavailableError, "The server cannot be reached"),
            (httpx.Response(503), UnavailableError, "description cannot be read"),
            (
                httpx.Response(401, json={"code": "PGRST301", "message": "JWT expired"}),
                AccessDeniedError,
                "refused the API key.*JWT expired",
            ),
            (httpx.Response(403), AccessDeniedError, "refused the API key"),
            (
                httpx.Response(
                    404, json={"code": "PGRST126", "message": "Root endpoint metadata is disabled"}
                ),
                DataAccessError,
                "Root endpoint metadata is disabled",
            ),
            (httpx.Response(200, html="<html>"), DataAccessError, "not JSON"),
        ],
    )
    async def test_that_cannot_be_read_is_an_error(self, data_access, reply, kind, message):
        with respx.mock(base_url=URL) as router:
            router.get("/").mock(side_effect=[reply])
            with pytest.raises(kind, match=message):
                await maybe_await(check_database(data_access))


class TestFindings:
    """Each difference that the description shows is found once, and nothing else."""

    async def one(self, find):
        (finding,) = await find()
        return (
            finding.kind,
            finding.severity,
            finding.entity,
            finding.attribute,
            finding.table,
            finding.column,
        )

    async def test_missing_table(self, find, document):
        del document["definitions"]["tickets"]
        assert await self.one(find) == ("missing_table", "error", "Ticket", None, "tickets", None)

    async def test_missing_column(self, find, ticket):
        # As in the first version of the Jira integration: another name of a column.
        del ticket["properties"]["connection_id"]
        ticket["required"].remove("connection_id")
        place = ("Ticket", "task_management_connection_id", "tickets", "connection_id")
        assert await self.one(find) == ("missing_column", "error", *place)

    @pytest.mark.parametrize(
        ("column", "declared"),
        [
            ("ticket_key", {"type": "integer", "format": "int64"}),
            ("ticket_key", {"type": "integer", "format": "bigint"}),
            ("ticket_key", {"format": "jsonb"}),
            ("ticket_key", {"type": "string", "format": "uuid"}),
            ("ticket_key", {"type": "string", "format": "public.keys", "enum": ["A", "B"]}),
            ("created_at", {"type": "string", "format": "date"}),
            ("created_at", {"type": "string", "format": "timestamp without time zone"}),
            ("id", {"type": "string", "format": "character varying", "maxLength": 20}),
            ("id", {"type": "integer", "format": "int32"}),
            ("organization_id", {"type": "number", "format": "numeric"}),
        ],
    )
    async def test_column_type(self, find, ticket, column, declared):
        ticket["properties"][column] = declared | {"default": ""}
        assert (await self.one(find))[0::5] == ("column_type", column)

    @pytest.mark.parametrize(
        ("column", "declared"),
        [
            ("ticket_key", {"type": "string", "format": "character varying", "maxLength": 255}),
            ("ticket_key", {"type": "string", "format": "character varying(255)"}),
            ("ticket_key", {"type": "string", "format": "citext"}),
            ("opportunity_id", {"type": "string", "format": "text"}),
            ("created_at", {"type": "string", "format": "text"}),
        ],
    )
    async def test_another_type_that_holds_the_values_is_none(self, find, ticket, column, declared):
        ticket["properties"][column] = declared
        assert await find() == []

    async def test_unfilled_column(self, find, ticket):
        ticket["properties"]["project_key"] = {"format": "text", "type": "string"}
        assert await find() == []
        ticket["required"].append("project_key")
        assert await self.one(find) == ("unfilled_column", "error", "Ticket", None, "tickets", "project_key")
        ticket["properties"]["project_key"]["default"] = ""
        assert await find() == []

    async def test_nullable_attribute(self, find, ticket):
        ticket["required"].append("ticket_status")
        place = ("Ticket", "ticket_status", "tickets", "ticket_status")
        assert await self.one(find) == ("nullable_attribute", "error", *place)

    @pytest.mark.parametrize(
        ("values", "kind", "found"),
        [
            (["NEW", "PROCESSING"], "missing_enum_value", "it accepts only"),
            (None, "unknown_enum_value", "'OTHER'"),
        ],
    )
    async def test_enum_type(self, find, document, values, kind, found):
        statuses = EntityRegistry.schema_of("Suggestion").attributes["status"].values
        document["definitions"]["suggestions"]["properties"]["status"] = {
            "format": "public.suggestion_status",
            "type": "string",
            "enum": values or [*statuses, "OTHER"],
        }
        if values:
            document["definitions"]["suggestions"]["properties"]["status"]["enum"] = list(statuses[1:])
        (finding,) = await find()
        assert (finding.kind, finding.column) == (kind, "status")
        assert found in finding.found

    async def test_missing_privilege_of_a_view(self, find, document):
        del document["paths"]["/tickets"]["patch"]
        assert (await self.one(find))[:3] == ("missing_privilege", "error", "Ticket")

    async def test_missing_function(self, find, document):
        del document["paths"]["/rpc/wrpc_grant_suggestions"]
        assert (await self.one(find))[:3] == ("missing_function", "error", "SuggestionGrant")

    @pytest.mark.parametrize("change", ["another name", "one more", "none"])
    async def test_function_arguments(self, find, document, change):
        operation = document["paths"]["/rpc/wrpc_revoke_suggestion_grant"]["post"]
        schema = operation["parameters"][0]["schema"]
        if change == "another name":
            schema["properties"]["p_id"] = schema["properties"].pop("p_grant_id")
            schema["required"] = ["p_id"]
        elif change == "one more":
            schema["required"].append("p_by")
            schema["properties"]["p_by"] = {"format": "text"}
        else:
            operation["parameters"] = []
        assert (await self.one(find))[:3] == ("function_arguments", "error", "SuggestionGrant")

    async def test_a_function_with_a_further_optional_argument_is_none(self, find, document):
        operation = document["paths"]["/rpc/wrpc_revoke_suggestion_grant"]["post"]
        operation["parameters"][0]["schema"]["properties"]["p_by"] = {"format": "text"}
        assert await find() == []

    @pytest.mark.parametrize("version", ["10.2.0", "9.0.1 (abcdef)", "7.0.1"])
    async def test_postgrest_version(self, find, document, version):
        document["info"]["version"] = version
        (finding,) = await find()
        assert (finding.kind, finding.found) == ("postgrest_version", f"PostgREST {version}")

    @pytest.mark.parametrize("version", ["11.0.0", "12.2.3 (519615d)", "14.1", "devel"])
    async def test_a_supported_version_is_none(self, find, document, version):
        document["info"]["version"] = version
        assert await find() == []


class TestRowLimit:
    async def test_below_the_page_size(self, find, rows):
        rows |= {"tickets": 120, "limit": 100}
        (finding,) = await find()
        assert (finding.kind, finding.entity) == ("row_limit", None)
        assert finding.found == "db-max-rows is 100"

    @pytest.mark.parametrize("count", [0, 1, 99, 100])
    async def test_is_not_seen_without_more_rows(self, find, rows, count):
        rows |= {"tickets": count, "limit": 100}
        assert await find() == []

    async def test_as_large_as_a_page(self, find, rows, server):
        rows |= {"audits": 5000, "tickets": 5000}
        assert await find() == []
        # Nothing more is read once it is known.
        assert [call.request.url.path for call in server.calls if "ticket" in call.request.url.path] == []

    async def test_of_a_table_that_the_role_may_not_read_is_not_seen(self, data_access, document):
        with respx.mock(base_url=URL) as router:
            router.get("/").respond(json=document)
            router.head().respond(401)
            assert await maybe_await(check_database(data_access)) == []

    async def test_of_a_server_that_stops_responding_is_an_error(self, data_access, document):
        with respx.mock(base_url=URL) as router:
            router.get("/").respond(json=document)
            router.head().mock(side_effect=httpx.ConnectError("refused"))
            with pytest.raises(UnavailableError):
                await maybe_await(check_database(data_access))


class TestArguments:
    async def test_entities(self, find, document):
        del document["definitions"]["tickets"], document["definitions"]["sites"]
        assert [each.entity for each in await find()] == ["Site", "Ticket"]
        assert [each.entity for each in await find(entities=["Ticket", "Organization"])] == ["Ticket"]

    async def test_two_entities_of_one_table_are_one(self, find, document):
        del document["definitions"]["audits"]
        assert [each.entity for each in await find(entities=["LatestAudit", "Audit"])] == ["Audit"]

    @pytest.mark.parametrize(
        ("options", "message"),
        [
            ({"entities": "Ticket"}, "entities must be a list of names"),
            ({"entities": ["Tickt"]}, "Tickt is not registered"),
            ({"entities": ["Configuration"]}, "Configuration has no schema"),
        ],
    )
    def test_invalid(self, data_access, options, message):
        with pytest.raises(DataAccessError, match=message):
            check_database(data_access, **options)

    def test_no_data_access(self):
        with pytest.raises(ValidationError, match="must be a DataAccess or an AsyncDataAccess"):
            check_database(URL)


class TestFinding:
    FINDING = Finding(
        kind=FindingKind.MISSING_COLUMN,
        entity="Ticket",
        attribute="ticket_key",
        table="tickets",
        column="ticket_key",
        expected="a column of type text",
        found="no such column",
        fix="ALTER TABLE …",
    )

    def test_as_text(self):
        assert str(self.FINDING) == (
            "error: Ticket: tickets.ticket_key: expected a column of type text, found no such column."
            " Fix: ALTER TABLE …"
        )

    def test_as_json(self):
        assert json.loads(json.dumps(self.FINDING.to_dict())) == {
            "kind": "missing_column",
            "severity": "error",
            "entity": "Ticket",
            "attribute": "ticket_key",
            "table": "tickets",
            "column": "ticket_key",
            "expected": "a column of type text",
            "found": "no such column",
            "fix": "ALTER TABLE …",
        }

    def test_every_kind_is_documented(self):
        page = (Path(__file__).parents[2] / "docs" / "CHECKING.md").read_text(encoding="utf-8")
        assert [kind for kind in FindingKind if f"`{kind}`" not in page] == []

    def test_values_are_names_in_lower_case(self):
        assert all(kind == kind.name.lower() == camel_to_snake(kind) for kind in FindingKind)


@pytest.mark.usefixtures("server")
class TestPytestHelper:
    async def test_passes_if_the_database_fits(self, data_access):
        await maybe_await(assert_database_fits(data_access))

    async def test_fails_with_all_errors(self, data_access, document):
        del document["definitions"]["tickets"], document["definitions"]["sites"]
        with pytest.raises(AssertionError, match=r"2 differences(?s:.*)Site: sites(?s:.*)Ticket: tickets"):
            await maybe_await(assert_database_fits(data_access))
        await maybe_await(assert_database_fits(data_access, entities=["Organization"]))


@pytest.fixture
def run(capfd, monkeypatch):
    """Run the command line, and return its exit code, stdout and stderr."""
    variables = ("POSTGREST_URL", "POSTGREST_API_KEY", "POSTGREST_SCHEMA")
    for variable in (*variables, "NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TERM"):
        monkeypatch.delenv(variable, raising=False)

    def run_(*arguments):
        try:
            code = cli.main(["check", *arguments])
        except SystemExit as ending:
            code = ending.code
        printed = capfd.readouterr()
        return code, printed.out, printed.err

    return run_


@pytest.mark.usefixtures("server")
class TestCommand:
    def test_that_finds_nothing(self, run):
        code, out, err = run("--url", URL)
        assert (code, err) == (0, "")
        assert out.splitlines() == [
            "the database fits the entities",
            "keys, indexes, CHECKs and privileges are checked only with --database-url",
        ]

    def test_that_finds_errors(self, run, ticket):
        del ticket["properties"]["ticket_status"]
        code, out, err = run("--url", URL)
        assert (code, err) == (1, "")
        headings, row, result, _ = out.splitlines()
        assert headings.split() == ["entity", "where", "expected", "found", "fix"]
        assert row.split()[:3] == ["error", "Ticket", "tickets.ticket_status"]
        assert result == "1 error, 0 notes"

    def test_as_json(self, run, ticket):
        del ticket["properties"]["ticket_status"]
        code, out, _ = run("--url", URL, "--json")
        told = json.loads(out)
        assert code == 1
        assert {name: told[name] for name in ("errors", "notes")} == {"errors": 1, "notes": 0}
        (finding,) = told["findings"]
        assert finding["kind"] == "missing_column"

    def test_as_json_without_findings(self, run):
        code, out, _ = run("--url", URL, "--json")
        assert (code, json.loads(out)) == (0, {"errors": 0, "notes": 0, "findings": []})

    def test_with_notes_alone_succeeds(self, run, monkeypatch):
        note = Finding(
            kind=FindingKind.MISSING_INDEX, severity=Severity.NOTE, expected="an index", found="none", fix="…"
        )
        monkeypatch.setattr("spacecat_shared_data_access.cli.check.check_database", lambda *_, **__: [note])
        code, out, _ = run("--url", URL)
        assert (code, out.splitlines()[-2]) == (0, "0 errors, 1 note")

    def test_of_some_entities_in_any_spelling(self, run, document):
        del document["definitions"]["tickets"]
        assert run("--url", URL, "organizations", "task_management_connection")[0] == 0
        assert run("--url", URL, "tickets")[0] == 1

    @pytest.mark.parametrize("has_rich", [True, False])
    @pytest.mark.parametrize("columns", [40, 60, 80, 200])
    def test_fits_into_a_terminal(self, run, monkeypatch, document, columns, has_rich):
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
        monkeypatch.setenv("COLUMNS", str(columns))
        monkeypatch.setenv("NO_COLOR", "1")
        if has_rich:
            pytest.importorskip("rich")
        else:
            monkeypatch.setitem(sys.modules, "rich.console", None)
        del document["definitions"]["tickets"]
        _, out, _ = run("--url", URL)
        assert max(map(len, without_escapes(out).splitlines())) <= columns
        assert "\033[3" not in out

    @pytest.mark.parametrize(
        ("variable", "coloured"),
        [(None, False), ("FORCE_COLOR", True), ("NO_COLOR", False), ("TERM", False)],
    )
    def test_has_colours_where_the_terminal_has_them(self, run, monkeypatch, document, variable, coloured):
        pytest.importorskip("rich")
        if variable:
            monkeypatch.setenv("FORCE_COLOR", "1")
            monkeypatch.setenv("COLUMNS", "200")
            monkeypatch.setenv(variable, "dumb")
        del document["definitions"]["tickets"]
        _, out, _ = run("--url", URL)
        assert ("\033[1;31merror" in out) is coloured

    def test_shows_no_control_characters_of_the_server(self, run, monkeypatch, ticket):
        monkeypatch.setenv("FORCE_COLOR", "1")
        ticket["properties"]["ticket_status"]["format"] = "\033]0;title\007"
        _, out, err = run("--url", URL)
        assert "\033]" not in out + err
        assert "\007" not in out + err

    def test_imports_modules_with_further_entities(self, run, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        monkeypatch.syspath_prepend(tmp_path)
        (tmp_path / "my_films.py").write_text(
            "from spacecat_shared_data_access import BaseCollection, BaseModel, EntityRegistry, SchemaBuilder\n"
            "class Film(BaseModel):\n    ENTITY_NAME = 'Film'\n"
            "class FilmCollection(BaseCollection):\n    COLLECTION_NAME = 'FilmCollection'\n"
            "EntityRegistry.register_entity(SchemaBuilder(Film, FilmCollection).build())\n"
        )
        try:
            code, out, _ = run("--url", URL, "--import", "my_films")
        finally:
            EntityRegistry.reset_entities()
        assert code == 1
        assert "films" in out

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["--url", "no url"], "postgrest_url"),
            ([], "postgrest_url is required (in the environment: POSTGREST_URL)"),
            (["--url", URL, "tickts"], "there is no entity 'tickts': did you mean Ticket?"),
            (["--url", URL, "--api-key-env", "NO_SUCH_KEY"], "NO_SUCH_KEY of --api-key-env is not set"),
            (["--url", URL, "--import", "no_such_module"], "cannot import no_such_module"),
            (["--url", URL, "--database-url", "s3cret"], "database_url is not a URL of PostgreSQL"),
            (["--url", ""], "must not be empty"),
            (["--nope"], "unrecognized arguments"),
            (["--url", URL, "configuration"], "Configuration has no schema"),
        ],
    )
    def test_with_wrong_arguments(self, run, arguments, message):
        code, out, err = run(*arguments)
        assert (code, out) == (2, ""), err
        assert message in err
        assert err.count("\n") == 1
        assert "s3cret" not in err

    def test_sends_the_api_key_of_the_environment_variable(self, run, monkeypatch, server):
        monkeypatch.setenv("STAGING_KEY", "s3cret")
        monkeypatch.setenv("POSTGREST_API_KEY", "of-another-server")
        assert run("--url", URL, "--api-key-env", "STAGING_KEY")[0] == 0
        assert {call.request.headers["Authorization"] for call in server.calls} == {"Bearer s3cret"}

    @pytest.mark.parametrize(
        ("response", "message"),
        [
            (httpx.ConnectError("refused"), "The server cannot be reached"),
            (httpx.ReadTimeout("too slow"), "The server cannot be reached"),
            (httpx.Response(401, json={"code": "PGRST301", "message": "no\n\033[31mJWT"}), "no \\x1b[31mJWT"),
            (httpx.Response(403), "The server refused the API key, or the lack of one"),
            (httpx.Response(500, text="<html>oops"), "The server's description cannot be read"),
            (httpx.Response(200, text="<html>hello"), "The server's description cannot be read"),
        ],
    )
    def test_a_server_that_cannot_be_read_is_one_line(self, run, monkeypatch, server, response, message):
        monkeypatch.setattr("time.sleep", lambda _: None)
        server.route().mock(side_effect=response if isinstance(response, Exception) else [response] * 9)
        code, out, err = run("--url", URL)
        assert (code, out) == (1, "")
        assert err.startswith("spacecat-data-access: error: ")
        assert message in err
        assert err.removesuffix("\n").isprintable()

    def test_uses_the_environment(self, run, monkeypatch, server):
        monkeypatch.setenv("POSTGREST_URL", URL)
        monkeypatch.setenv("POSTGREST_API_KEY", "s3cret")
        code, _, err = run()
        assert (code, err) == (0, "")
        assert {call.request.headers["Authorization"] for call in server.calls} == {"Bearer s3cret"}


def test_a_server_that_refuses_is_one_line(run):
    with respx.mock(base_url=URL) as router:
        router.get("/").respond(401, json={"code": "PGRST301", "message": "JWT expired"})
        code, out, err = run("--url", URL)
    assert (code, out) == (1, "")
    assert err == (
        "spacecat-data-access: error: The server refused the API key, or the lack of one: JWT expired\n"
    )
