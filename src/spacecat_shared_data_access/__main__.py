"""The command line: `spacecat-data-access serve` and `ddl`; or `python -m spacecat_shared_data_access`."""

import argparse
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from spacecat_shared_data_access._version import __version__

if TYPE_CHECKING:
    from spacecat_shared_data_access.local import LocalPostgrest

_PROGRAM = "spacecat-data-access"
_SECRET_VARIABLE = "PGRST_JWT_SECRET"  # noqa: S105 - the variable's name, not the secret
_HIGHEST_PORT = 65_535
_FAILED = 1


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        argv: The arguments; None for those of this process.

    Returns:
        The exit code: 0 after a clean end, 1 after an error, which stderr names in one line.

    Raises:
        SystemExit: With code 2 for wrong arguments, 0 after --help and --version.
    """
    arguments = _parser().parse_args(argv)
    run: Callable[[argparse.Namespace], int] = arguments.run
    return run(arguments)


class _Parser(argparse.ArgumentParser):
    """Says in one line what is wrong."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: error: {message} (see --help)\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog=_PROGRAM, description="SpaceCat's data-access layer for Python.")
    parser.add_argument("--version", action="version", version=f"{_PROGRAM} {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    serve = commands.add_parser(
        "serve",
        help="serve a PostgREST-compatible API over PostgreSQL, for development and tests",
        description="Serve a PostgREST-compatible API over PostgreSQL, for development and tests only.",
    )
    serve.add_argument("--host", default="127.0.0.1", help="the address to listen on (%(default)s)")
    serve.add_argument("--port", type=_port, default=3000, help="the port, 0 for any free one (%(default)s)")
    database = serve.add_mutually_exclusive_group()
    database.add_argument(
        "--data",
        metavar="DIR",
        type=Path,
        help="where the embedded PostgreSQL keeps its data (a temporary directory, removed at the end)",
    )
    database.add_argument("--database-url", metavar="URL", help="use this PostgreSQL, not the embedded one")
    serve.add_argument(
        "--jwt-secret",
        metavar="SECRET",
        help=f"what bearer tokens are signed with, HS256 (default: ${_SECRET_VARIABLE}, or none accepted)",
    )
    serve.add_argument(
        "--schema",
        metavar="FILE",
        type=Path,
        help="SQL that creates the tables (the project's own); applied unless all its tables are there",
    )
    serve.set_defaults(run=_serve)
    tables = commands.add_parser(
        "ddl",
        help="print the SQL that makes the tables of all entities",
        description="Print the SQL that makes the tables of all entities, as `serve` applies it.",
    )
    tables.set_defaults(run=_print_ddl)
    return parser


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > _HIGHEST_PORT:
        raise argparse.ArgumentTypeError(f"not a port: {text!r}")
    return int(text)


def _serve(arguments: argparse.Namespace) -> int:
    try:
        # Only here: the server needs packages that only the extra `local` brings.
        from spacecat_shared_data_access.local import (  # noqa: PLC0415 - as said above
            LocalPostgrest,
            LocalPostgrestError,
        )
    except ImportError as error:
        return _fail(str(error))
    stop = threading.Event()
    handlers = {number: signal.signal(number, lambda *_: stop.set()) for number in _signals()}
    try:
        with LocalPostgrest(
            database_url=arguments.database_url,
            data_dir=arguments.data,
            schema=arguments.schema,
            jwt_secret=arguments.jwt_secret or os.environ.get(_SECRET_VARIABLE) or None,
            host=arguments.host,
            port=arguments.port,
        ) as server:
            _announce(server, arguments)
            _wait(stop)
    except OSError as error:
        return _fail(f"{error.filename or 'cannot serve'}: {error.strerror}")
    except (LocalPostgrestError, ValueError) as error:
        return _fail(str(error))
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
    _say("stopped")
    return 0


def _print_ddl(_arguments: argparse.Namespace) -> int:
    from spacecat_shared_data_access.local.tables import (  # noqa: PLC0415 - only here: it imports all entities
        schema_sql,
    )

    _say(schema_sql(None))
    return 0


def _signals() -> list[signal.Signals]:
    return [signal.SIGINT, signal.SIGTERM]


def _wait(stop: threading.Event) -> None:
    """Wait for a signal, in steps: on Windows a wait without an end cannot be interrupted."""
    while not stop.wait(1):
        pass


def _announce(server: "LocalPostgrest", arguments: argparse.Namespace) -> None:
    if arguments.database_url:
        data = "the PostgreSQL of --database-url"
    elif arguments.data:
        data = f"an embedded PostgreSQL, data in {arguments.data}"
    else:
        data = "an embedded PostgreSQL, data removed at the end (keep it with --data DIR)"
    _say(f"serving {server.url}")
    _say(f"  over    {data}")
    _say(f"  tables  {', '.join(server.tables()) or 'none'}")
    _say("  for development and tests only, not for production; stop with Ctrl-C")


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 - a command line talks


def _fail(message: str) -> int:
    line = " ".join(message.split())
    print(f"{_PROGRAM}: error: {line}", file=sys.stderr)  # noqa: T201 - as _say
    return _FAILED


if __name__ == "__main__":
    sys.exit(main())
