"""The command line: `spacecat-data-access`, or `python -m spacecat_shared_data_access`."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Callable, Sequence
from pathlib import Path
from pkgutil import resolve_name
from typing import TYPE_CHECKING, Final, NoReturn

from spacecat_shared_data_access._version import __version__
from spacecat_shared_data_access.cli import output
from spacecat_shared_data_access.cli.modules import import_modules
from spacecat_shared_data_access.errors import DataAccessError, ValidationError
from spacecat_shared_data_access.schema.printing import printable

if TYPE_CHECKING:
    from argparse import _SubParsersAction as _Commands  # the type has no public name

_HIGHEST_PORT: Final = 65_535
_WIDTH: Final = 78  # columns of a description, as argparse wraps it in a terminal of 80


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        argv: The arguments; None for those of this process.

    Returns:
        The exit code: 0 for success, 1 for an error and 2 for wrong arguments, both with one line on stderr,
        130 for Ctrl-C, 141 if the reader of a pipe has closed it.

    Raises:
        SystemExit: With code 2 for arguments that cannot be parsed, 0 for --help and --version.
    """
    try:
        try:
            arguments = _parser().parse_args(argv)
            return _run(arguments)
        finally:
            output.flush()
    except KeyboardInterrupt:
        return output.INTERRUPTED
    except BrokenPipeError:
        output.let_go_of_stdout()
        return output.NOBODY_READS
    except OSError as error:
        output.let_go_of_stdout()
        return output.fail(f"cannot write: {error.strerror}")


def _run(arguments: argparse.Namespace) -> int:
    try:
        import_modules(getattr(arguments, "imports", ()))
        # A command imports only what it needs: all entities, or the server.
        run: Callable[[argparse.Namespace], int] = resolve_name(f"{__name__}.{arguments.run}")
        return run(arguments)
    except ValidationError as error:
        return output.fail(str(error), output.WRONG_ARGUMENTS)
    except DataAccessError as error:
        return output.fail(str(error))


class _Parser(argparse.ArgumentParser):
    """Reports wrong arguments in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(
            output.WRONG_ARGUMENTS,
            f"{self.prog}: error: {printable(' '.join(message.split()))} (see --help)\n",
        )


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog=output.PROGRAM,
        description="SpaceCat's data-access layer for Python: entities, tables, a local server.",
        epilog=_examples(
            ("entities", "what there is to read and write"),
            ("describe Ticket", "one entity: its attributes, columns, finders and other accessors"),
            ("serve", "a database on this machine, to try it with"),
            ("check --url http://127.0.0.1:3000", "whether a database fits the entities"),
            ("COMMAND --help", "options and examples of a command"),
        )
        + "\n\nexit codes: 0 success, 1 an error, 2 wrong arguments",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"{output.PROGRAM} {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    listing = _command(
        commands,
        "entities",
        "entities:list_entities",
        "list the entities, their tables and what they are",
        _examples(("entities", ""), ("entities --import my.entities", "with those of your own")),
    )
    _add_import(listing)
    _add_json(listing)

    describing = _command(
        commands,
        "describe",
        "entities:describe",
        "show one entity: attributes, indexes, references and accessors",
        _examples(
            ("describe Ticket", ""),
            ("describe task_management_connection", "names are accepted in any spelling"),
            ("describe Ticket --json", "with its JSON schema"),
        ),
    )
    describing.add_argument(
        "entity",
        metavar="ENTITY",
        type=_text,
        help="its name, such as Ticket; other spellings do, such as task_management_connection",
    )
    _add_import(describing)
    _add_json(describing)

    drawing = _command(
        commands,
        "diagram",
        "entities:draw",
        "draw one entity and its neighbours, or several and their relations",
        _examples(
            ("diagram Ticket", "Mermaid, for Markdown"),
            ("diagram Site Audit Opportunity --format svg > sites.svg", "a picture"),
        ),
    )
    drawing.add_argument(
        "entities", metavar="ENTITY", nargs="*", type=_text, help="their names (default: all entities)"
    )
    drawing.add_argument(
        "--format", choices=("mermaid", "svg"), default="mermaid", help="the notation (default: %(default)s)"
    )
    drawing.add_argument("--dark", action="store_true", help="colours for a dark background, for svg only")
    _add_import(drawing)

    ddl = _command(
        commands,
        "ddl",
        "entities:print_ddl",
        "print the SQL that creates the tables of all entities, for development and tests",
        _examples(('ddl | psql "$DATABASE_URL"', "create them, if they are missing")),
    )
    _add_import(ddl)
    _add_check(commands)
    what = "write the type stub (.pyi) of a module that declares entities, beside it"
    examples = _examples(("stubs my.entities", "writes my/entities.pyi"))
    writing = _command(commands, "stubs", "stubs.program:write_stubs", what, examples)
    writing.add_argument(
        "modules", metavar="MODULE", nargs="+", type=_text, help="its dotted name, such as my.entities"
    )
    _add_serve(commands)
    return parser


def _command(
    commands: _Commands[_Parser], name: str, run: str, what: str, epilog: str
) -> argparse.ArgumentParser:
    """Add a command. `run` is the function that runs it: its module in this package, and its name."""
    parser = commands.add_parser(
        name,
        help=what,
        description=textwrap.fill(f"{what[0].upper()}{what[1:]}.", _WIDTH),
        epilog=epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.set_defaults(run=run)
    return parser


def _examples(*examples: tuple[str, str]) -> str:
    """Return examples as the last part of a help text: each a command, and what it is for, if not obvious."""
    lines = ["examples:"]
    for command, why in examples:
        lines.append(f"  {output.PROGRAM} {command}")
        if why:
            lines.append(f"      {why}")
    return "\n".join(lines)


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON, for programs")


def _add_check(commands: _Commands[_Parser]) -> None:
    what = "check whether a database has what the entities need; writes nothing"
    examples = _examples(
        ("check --url https://data.example.com --api-key-env KEY", ""),
        (
            'check --database-url "$DATABASE_URL"',
            "keys, indexes and privileges too; with PostgREST at $POSTGREST_URL",
        ),
        ("check Ticket Site", "only these"),
    )
    codes = (
        "exit codes: 0 the database fits (notes are allowed), 1 it does not, or cannot be\n"
        "            read, 2 wrong arguments"
    )
    check = _command(commands, "check", "check:check", what, f"{examples}\n\n{codes}")
    check.add_argument(
        "entities",
        metavar="ENTITY",
        nargs="*",
        type=_text,
        help="the entities to check, in any spelling (default: all)",
    )
    check.add_argument(
        "--url",
        type=_text,
        help="the URL of PostgREST; by default the environment variable POSTGREST_URL, and only then"
        " POSTGREST_API_KEY and POSTGREST_SCHEMA too",
    )
    check.add_argument(
        "--database-url",
        metavar="URL",
        type=_text,
        help="the URL of the database behind PostgREST, to check keys, indexes, CHECKs and privileges too",
    )
    check.add_argument(
        "--api-key-env",
        metavar="NAME",
        type=_text,
        help="the environment variable that has the API key; the key itself is never an argument",
    )
    check.add_argument(
        "--role",
        type=_text,
        help="the role whose privileges are checked, with --database-url"
        " (default: the API key's, or postgrest_writer)",
    )
    _add_import(check)
    _add_json(check)


def _add_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--import",
        metavar="MODULE",
        dest="imports",
        action="append",
        default=[],
        type=_text,
        help="a module that registers further entities, such as my.entities; may be repeated",
    )


def _add_serve(commands: _Commands[_Parser]) -> None:
    what = "serve a PostgREST-compatible API over PostgreSQL, for development and tests only"
    examples = _examples(
        ("serve", "an empty database, removed at the end"),
        ("serve --data ./data --verbose", "keeps its rows, shows requests"),
        ("serve --seed rows.sql --port 0", "with rows, on any free port"),
    )
    serve = _command(commands, "serve", "serve:serve", what, examples)
    serve.add_argument(
        "--host", type=_text, default="127.0.0.1", help="the address to listen on (default: %(default)s)"
    )
    serve.add_argument(
        "--port", type=_port, default=3000, help="the port, 0 for any free one (default: %(default)s)"
    )
    database = serve.add_mutually_exclusive_group()
    database.add_argument(
        "--data",
        metavar="DIR",
        type=_path,
        help="where the embedded PostgreSQL keeps its data (default: a temporary directory, removed at the end)",
    )
    database.add_argument(
        "--database-url", metavar="URL", type=_text, help="use this PostgreSQL, not the embedded one"
    )
    serve.add_argument(
        "--create-tables",
        action="store_true",
        help="create what is missing in the database of --database-url; nothing else there is changed",
    )
    serve.add_argument(
        "--jwt-secret",
        metavar="SECRET",
        type=_text,
        help="what bearer tokens are signed with, HS256 (default: the environment variable PGRST_JWT_SECRET;"
        " without either, tokens are refused)",
    )
    serve.add_argument(
        "--schema",
        metavar="FILE",
        type=_path,
        help="SQL that creates the tables (default: those of the package's entities)",
    )
    serve.add_argument(
        "--also",
        metavar="FILE",
        type=_path,
        action="append",
        default=[],
        help="SQL that creates further tables beside them; may be repeated",
    )
    serve.add_argument("--seed", metavar="FILE", type=_path, help="SQL that inserts rows, run at every start")
    serve.add_argument(
        "--verbose",
        action="store_true",
        help="print a line for each request: time, method, path with query, status, duration, rows",
    )
    _add_import(serve)


def _text(text: str) -> str:
    # An empty text comes from an unset shell variable, and would have another meaning further down.
    if not text.strip():
        raise argparse.ArgumentTypeError("must not be empty")
    return text


def _path(text: str) -> Path:
    return Path(_text(text))


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > _HIGHEST_PORT:
        raise argparse.ArgumentTypeError(f"not a port: {text!r}")
    return int(text)
