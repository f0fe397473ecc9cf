"""`spacecat-data-access serve`: runs the local server until it receives a signal."""

from __future__ import annotations

import argparse
import os
import signal
import threading
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urlencode

from spacecat_shared_data_access.cli import output

if TYPE_CHECKING:
    from spacecat_shared_data_access.local import LocalPostgrest

SECRET_VARIABLE: Final = "PGRST_JWT_SECRET"  # noqa: S105 - the variable's name, not the secret


def serve(arguments: argparse.Namespace) -> int:
    """Serve until SIGINT or SIGTERM, and return the exit code."""
    if arguments.create_tables and not arguments.database_url:
        return output.fail("--create-tables needs --database-url", output.WRONG_ARGUMENTS)
    try:
        # Deferred, since the server needs the packages of the extra `local`.
        from spacecat_shared_data_access.local import (  # noqa: PLC0415 - see above
            LocalPostgrest,
            LocalPostgrestError,
        )
    except ImportError as error:
        return output.fail(str(error))
    secret = arguments.jwt_secret or os.environ.get(SECRET_VARIABLE) or None
    stop = threading.Event()
    handlers = {
        number: signal.signal(number, lambda *_: stop.set()) for number in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        with LocalPostgrest(
            database_url=arguments.database_url,
            data_dir=arguments.data,
            schema=arguments.schema,
            also=arguments.also,
            seed=arguments.seed,
            jwt_secret=secret,
            host=arguments.host,
            port=arguments.port,
            create_tables=arguments.create_tables,
            on_request=partial(_show_request, stop) if arguments.verbose else None,
        ) as server:
            output.say(*_announcement(server, arguments, accepts_tokens=secret is not None))
            _wait(stop)
    except BrokenPipeError:
        raise  # the reader of stdout has gone: not an error of the server
    except OSError as error:
        return output.fail(f"{error.filename or 'cannot serve'}: {error.strerror}")
    except LocalPostgrestError as error:
        return output.fail(str(error))
    except ValueError as error:
        return output.fail(str(error), output.WRONG_ARGUMENTS)
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
    output.say("stopped")
    return 0


def _show_request(stop: threading.Event, line: str) -> None:
    """Print the time and a line about a request. If nobody reads them any more, stop the server."""
    now = datetime.now().astimezone().time()
    try:
        output.say(f"{now.isoformat('milliseconds')} {line}")
    except OSError:
        stop.set()


def _wait(stop: threading.Event) -> None:
    """Wait for a signal, in steps, since an unlimited wait cannot be interrupted on Windows."""
    while not stop.wait(1):
        pass


def _announcement(
    server: LocalPostgrest, arguments: argparse.Namespace, *, accepts_tokens: bool
) -> list[str]:
    if arguments.database_url:
        data = f"the database {_database(server.database_url)}"
    elif arguments.data:
        data = f"an embedded PostgreSQL, data in {arguments.data}"
    else:
        data = "an embedded PostgreSQL, data removed at the end (keep it with --data DIR)"
    if accepts_tokens:
        access = f"by bearer token (HS256); without one as the role {server.anon_role}"
    else:
        access = f"for everybody as the role {server.anon_role}; tokens are refused without --jwt-secret"
    return [
        f"serving {server.url}",
        f"  over    {data}",
        f"  tables  {len(server.tables())}",
        f"  access  {access}",
        f"  db      {_database_url(server.database_url)}",
        "  for development and tests only, not for production; stop with Ctrl-C",
    ]


def _database_url(url: str) -> str:
    """Return the URL of a database without its password, for psql and other clients."""
    from psycopg.conninfo import conninfo_to_dict  # noqa: PLC0415 - a package of the extra `local`

    parts = conninfo_to_dict(url)
    query = {name: parts[name] for name in ("user", "host", "port", "sslmode") if parts.get(name)}
    return f"postgresql:///{quote(str(parts.get('dbname') or ''))}?{urlencode(query, safe='/')}".rstrip("?")


def _database(url: str) -> str:
    """Return the name and the host of a database, without its password."""
    from psycopg.conninfo import conninfo_to_dict  # noqa: PLC0415 - a package of the extra `local`

    parts = conninfo_to_dict(url)
    name = parts.get("dbname") or "by default"
    return f"{name} at {parts.get('host') or 'this machine'}"
