"""`spacecat-data-access`: descriptions of entities, the layout of tables, and exit codes."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from patience import PATIENCE
from spacecat_shared_data_access import EntityRegistry, Ticket, __version__, cli
from spacecat_shared_data_access.cli import output

COMMAND = [sys.executable, "-m", "spacecat_shared_data_access"]
ENTITIES = EntityRegistry.entity_names()


@pytest.fixture
def run(capfd, monkeypatch):
    """Run the command line in this process, and return its exit code, stdout and stderr."""
    monkeypatch.delenv("FORCE_COLOR", raising=False)

    def run_(*arguments):
        try:
            code = cli.main(arguments)
        except SystemExit as ending:
            code = ending.code
        printed = capfd.readouterr()
        return code, printed.out, printed.err

    return run_


@pytest.fixture
def run_json(run):
    def run_(*arguments):
        code, out, err = run(*arguments, "--json")
        assert (code, err) == (0, "")
        return json.loads(out)

    return run_


def section(out, title):
    """Return the lines of one section of a description."""
    return out.partition(f"\n{title}\n")[2].partition("\n\n")[0].splitlines()


class TestEntities:
    def test_lists_every_entity_with_its_table_and_description(self, run):
        code, out, err = run("entities")
        assert (code, err) == (0, "")
        headings, *rows = out.splitlines()
        assert headings.split() == ["entity", "table", "what", "it", "is"]
        assert [row.split()[0] for row in rows] == ENTITIES
        (ticket,) = [row for row in rows if row.startswith("  Ticket ")]
        assert ticket.split(maxsplit=2) == [
            "Ticket",
            "tickets",
            "An issue that was created at the provider of a connection.",
        ]
        (configuration,) = [row for row in rows if row.startswith("  Configuration ")]
        assert "(a document in S3)" in configuration

    def test_as_json(self, run_json):
        reported = run_json("entities")
        assert [each["entity"] for each in reported] == ENTITIES
        assert {"entity", "table", "summary"} == set(reported[0])
        assert [each["entity"] for each in reported if each["table"] is None] == ["Configuration"]
        assert all(each["summary"].endswith(".") for each in reported)


class TestDescribe:
    def test_shows_what_is_declared(self, run):
        code, out, err = run("describe", "Ticket")
        assert (code, err) == (0, "")
        assert out.startswith(
            "Ticket: An issue that was created at the provider of a connection.\n"
            "table tickets, updates, removal\n"
        )
        rows = [line.split() for line in section(out, "attributes")]
        assert rows[0] == ["attribute", "type", "column", "required", "read-only", "default"]
        assert ["ticket_id", "string", "id", "yes", "yes", "new_id()"] in rows
        assert ["task_management_connection_id", "string", "connection_id", "yes", "yes"] in rows
        assert section(out, "indexes")[1].split() == ["primary", "primary", "ticket_id", "-"]
        assert [line.split() for line in section(out, "references")][1:] == [
            ["belongs_to", "Organization", "get_organization"],
            ["belongs_to", "TaskManagementConnection", "get_task_management_connection"],
            ["belongs_to", "Opportunity", "get_opportunity", "by", "ticket_key;", "optional"],
            [
                "has_many",
                "TicketSuggestions",
                "get_ticket_suggestions",
                "by",
                "created_at;",
                "removed",
                "along",
            ],
        ]
        assert "get_ticket_suggestions_by_created_at" in out
        assert "methods" not in out

    def test_shows_custom_methods(self, run):
        _, out, _ = run("describe", "Site")
        assert "toggle_live" in "".join(section(out, "methods of the model"))
        assert "all_sites_to_audit" in "".join(section(out, "methods of the collection"))

    def test_omits_empty_sections(self, run):
        _, out, _ = run("describe", "OAuthNonce")
        assert "\nreferences\n" not in out
        assert "setters of the model" not in out

    def test_as_json(self, run_json):
        reported = run_json("describe", "Ticket")
        assert (
            reported["entity"],
            reported["table"],
            reported["allow_updates"],
            reported["allow_remove"],
        ) == (
            "Ticket",
            "tickets",
            True,
            True,
        )
        attributes = {each["name"]: each for each in reported["attributes"]}
        assert attributes["task_management_connection_id"] == {
            "name": "task_management_connection_id",
            "json_name": "taskManagementConnectionId",
            "type": "string",
            "column": "connection_id",
            "required": True,
            "read_only": True,
        }
        assert attributes["created_at"]["default_made_by"] == "now"
        assert attributes["ticket_status"]["default"] is None
        assert attributes["updated_by"]["column"] is None
        assert reported["indexes"][1] == {
            "name": "spacecat-data-gsi1pk-gsi1sk",
            "type": "belongs_to",
            "partition_keys": ["organization_id"],
            "sort_keys": ["updated_at"],
        }
        assert reported["references"][2:] == [
            {
                "type": "belongs_to",
                "target": "Opportunity",
                "entity": "Opportunity",
                "accessor": "get_opportunity",
                "foreign_key": "opportunity_id",
                "required": False,
                "sort_keys": ["ticket_key"],
            },
            {
                "type": "has_many",
                "target": "TicketSuggestions",
                "entity": "TicketSuggestion",
                "accessor": "get_ticket_suggestions",
                "remove_dependents": True,
            },
        ]
        assert reported["accessors"]["model"]["setters"] == [
            "set_updated_by",
            "set_organization_id",
            "set_opportunity_id",
            "set_ticket_status",
        ]

    def test_the_values_of_an_enum_are_shown(self, run_json):
        attributes = {each["name"]: each for each in run_json("describe", "Site")["attributes"]}
        assert attributes["delivery_type"]["type"] == "enum"
        assert attributes["delivery_type"]["values"][:2] == ["aem_cs", "aem_edge"]
        assert attributes["delivery_type"]["default"] == "aem_edge"
        assert attributes["page_types"]["items"]["type"] == "map"

    @pytest.mark.parametrize("entity", [name for name in ENTITIES if name != "Configuration"])
    def test_every_entity_can_be_described(self, run, run_json, entity):
        reported = run_json("describe", entity)
        code, out, _ = run("describe", entity)
        assert code == 0
        schema = EntityRegistry.schema_of(entity)
        assert [each["name"] for each in reported["attributes"]] == list(schema.attributes)
        for owner, cls in (("model", schema.model_class), ("collection", schema.collection_class)):
            names = [name for kind in reported["accessors"][owner].values() for name in kind]
            assert len(names) == len(set(names))
            assert all(callable(getattr(cls, name)) for name in names)
            assert all(name in out for name in names)
        assert "lambda" not in out

    def test_configuration_has_no_schema(self, run, run_json):
        code, out, _ = run("describe", "Configuration")
        assert code == 0
        assert "no table and no schema: it is a document in S3, in versions" in out
        assert "find_latest" in "".join(section(out, "methods of the collection"))
        reported = run_json("describe", "configuration")
        assert reported["table"] is None
        assert "save" in reported["accessors"]["model"]["methods"]


class TestSpellings:
    @pytest.mark.parametrize(
        ("spelling", "entity"),
        [
            ("ticket", "Ticket"),
            ("TICKET", "Ticket"),
            ("tickets", "Ticket"),
            ("task_management_connection", "TaskManagementConnection"),
            ("task-management-connections", "TaskManagementConnection"),
            ("taskManagementConnection", "TaskManagementConnection"),
            ("TicketCollection", "Ticket"),
            ("oauth_nonce", "OAuthNonce"),
            ("PageCitabilities", "PageCitability"),
            ("brand_to_semrush_projects", "BrandSemrushProject"),
            ("audits", "Audit"),
            ("latest_audit", "LatestAudit"),
        ],
    )
    def test_an_entity_in_another_spelling(self, run_json, spelling, entity):
        assert run_json("describe", spelling)["entity"] == entity

    @pytest.mark.parametrize(
        ("name", "advice"),
        [
            ("Tickt", "did you mean Ticket?"),
            ("TiketSuggestion", "did you mean TicketSuggestion, Suggestion or FixEntitySuggestion?"),
            ("quux", "see spacecat-data-access entities"),
        ],
    )
    def test_an_unknown_entity_is_an_error(self, run, name, advice):
        code, out, err = run("describe", name)
        assert (code, out) == (2, "")
        assert err == f"spacecat-data-access: error: there is no entity '{name}': {advice}\n"

    def test_an_ambiguous_name_is_an_error(self, run, monkeypatch):
        for entity in ("Ticket", "Site"):
            monkeypatch.setitem(vars(EntityRegistry.schema_of(entity)), "table", "shared")
        assert run("describe", "shared") == (
            2,
            "",
            "spacecat-data-access: error: 'shared' may be Site or Ticket\n",
        )


class TestErrors:
    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            ((), "the following arguments are required: COMMAND"),
            (("describ", "Ticket"), "invalid choice: 'describ'"),
            (("describe",), "the following arguments are required: ENTITY"),
            (("describe", ""), "argument ENTITY: must not be empty"),
            (("describe", "Ticket", "Site"), "unrecognized arguments: Site"),
            (("describe", "Ticket", "--js"), "unrecognized arguments: --js"),
            (("entities", "--yaml"), "unrecognized arguments: --yaml"),
            (("ddl", "tickets"), "unrecognized arguments: tickets"),
            (("diagram", "--format", "png"), "argument --format: invalid choice: 'png'"),
            (("check", "--api-key", "s3cret"), "unrecognized arguments: --api-key"),
        ],
    )
    def test_invalid_arguments_are_reported_in_one_line(self, run, arguments, message):
        code, out, err = run(*arguments)
        assert (code, out) == (2, "")
        assert err.startswith("spacecat-data-access")
        assert message in err
        assert err.endswith("(see --help)\n")
        assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("diagram", "Ticket", "--dark"), "--dark needs --format svg"),
        (("check", "--role", "me"), "--role needs --database-url: PostgREST does not describe privileges"),
        (("serve", "--create-tables"), "--create-tables needs --database-url"),
    ],
)
def test_an_option_without_effect_is_an_error(run, arguments, message):
    assert run(*arguments) == (2, "", f"spacecat-data-access: error: {message}\n")


def test_ctrl_c_ends_a_command_without_a_traceback(run, monkeypatch):
    def interrupted():
        raise KeyboardInterrupt

    monkeypatch.setattr("spacecat_shared_data_access.cli.entities.screen", interrupted)
    assert run("entities") == (130, "", "")


def test_the_version(run):
    assert run("--version") == (0, f"spacecat-data-access {__version__}\n", "")


COMMANDS = ("entities", "describe", "diagram", "ddl", "check", "stubs", "serve")


@pytest.mark.parametrize("command", [(), *((each,) for each in COMMANDS)])
def test_help_has_examples_that_can_be_parsed_and_fits_a_terminal(run, command, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    code, out, err = run(*command, "--help")
    assert (code, err) == (0, "")
    assert max(map(len, out.splitlines())) <= 80
    assert out.isascii()
    examples = re.findall(rf"^  {output.PROGRAM} ([^|>\n]*)", out.partition("\nexamples:\n")[2], re.MULTILINE)
    assert examples
    for example in examples:
        arguments = shlex.split(example.replace("COMMAND", command[0] if command else "ddl"))
        assert not command or arguments[0] == command[0]
        if "--help" not in arguments:
            cli._parser().parse_args(arguments)


def test_help_names_the_commands(run):
    code, out, _ = run("--help")
    assert code == 0
    for command in COMMANDS:
        assert f"\n    {command} " in out


def test_the_ddl_creates_the_tables_of_the_entities(run):
    code, out, _ = run("ddl")
    assert code == 0
    assert f"CREATE TABLE IF NOT EXISTS {Ticket.schema.table}" in out


@pytest.mark.parametrize("environment", [{}, {"FORCE_COLOR": "1"}])
@pytest.mark.parametrize("arguments", [("entities",), ("entities", "--json"), ("ddl",), ("--help",)])
def test_a_closed_pipe_is_not_an_error(arguments, environment):
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(  # noqa: S603 - our own command
        [*COMMAND, *arguments],
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        timeout=PATIENCE,
        env={**os.environ, **environment},
    )
    os.close(writing)
    assert done.stderr == ""
    # argparse itself may ignore that its help cannot be written.
    assert done.returncode in ({0, 141} if arguments == ("--help",) else {141})


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("arguments", [("entities",), ("ddl",)])
def test_a_write_error_is_reported_in_one_line(arguments):
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(  # noqa: S603 - our own command
            [*COMMAND, *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            timeout=PATIENCE,
        )
    assert done.returncode == 1
    assert done.stderr == "spacecat-data-access: error: cannot write: No space left on device\n"


@pytest.mark.skipif(os.name != "posix", reason="a shell closes the descriptor")
def test_without_a_stdout_nothing_fails():
    done = subprocess.run(  # noqa: S603 - our own command
        ["/bin/sh", "-c", 'exec "$@" >&-', "sh", *COMMAND, "entities"],
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_entities_are_imported_only_when_a_command_needs_them():
    code = "import sys, spacecat_shared_data_access.cli\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own code
    names = {each for each in done.stdout.split() if each.startswith("spacecat_shared_data_access.")}
    assert not {each for each in names if ".models." in each or ".local" in each}


def test_it_is_the_script_of_the_distribution():
    (script,) = Path(sys.executable).parent.glob("spacecat-data-access*")
    done = subprocess.run([script, "--version"], capture_output=True, text=True, check=True)  # noqa: S603 - our own command
    assert done.stdout == f"spacecat-data-access {__version__}\n"
