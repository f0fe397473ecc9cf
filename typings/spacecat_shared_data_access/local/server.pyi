"""`LocalPostgrest`: the server, in a thread of this process."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

SCHEMA: str

class LocalPostgrest:
    """A PostgREST-compatible server over a real PostgreSQL, for development and tests.

    Starts with `with` or `start()`, on a thread of its own; PostgreSQL is embedded unless
    `database_url` is given.

    Args:
        database_url: A PostgreSQL that runs already, as a login that may switch to the roles. By default
            nothing is created, granted or replaced in it: if something is missing, it is reported.
        data_dir: Where the embedded PostgreSQL keeps its data; None for a temporary directory.
        schema: SQL text, or the path of a file of it; None for the tables of the package's entities. The
            embedded PostgreSQL applies it unless every table that it creates exists.
        anon_role: The role of requests without a token. The embedded PostgreSQL creates it, with all
            rights on the tables, unless the schema does; a database of your own has to have it.
        jwt_secret: What bearer tokens are signed with (HS256), of 32 characters or more; None to
            accept none.
        host: The address to listen on.
        port: The port; 0 for any that is free.
        create_tables: Whether to create the tables (and their functions and roles) that are missing in the
            database of `database_url`, with grants on those alone. A `schema` of your own is then applied
            as it is, if a table of it is missing.
        allow_reset: Whether `reset()` may empty the tables in the database of `database_url`.

    Raises:
        ValueError: Arguments that exclude each other, a path with blanks, or a secret too short.
    """

    def __init__(
        self,
        *,
        database_url: str | None = None,
        data_dir: str | Path | None = None,
        schema: str | Path | None = None,
        anon_role: str = "postgrest_writer",
        jwt_secret: str | None = None,
        host: str = "127.0.0.1",
        port: int = 0,
        create_tables: bool = False,
        allow_reset: bool = False,
    ) -> None: ...
    def __enter__(self) -> Self: ...
    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None: ...
    @property
    def url(self) -> str:
        """The base URL, to be given to clients as `postgrest_url`.

        Raises:
            RuntimeError: The server is not started.
        """

    @property
    def database_url(self) -> str:
        """The URL of PostgreSQL, as the owner of the tables.

        Raises:
            RuntimeError: The server is not started.
        """

    @property
    def anon_role(self) -> str:
        """The role of requests without a token."""

    def start(self) -> None:
        """Start; nothing happens where it is started already.

        Raises:
            LocalPostgrestError: The address is in use, or PostgreSQL cannot be started, reached or
                given the schema.
            OSError: The schema's file cannot be read.
        """

    def close(self) -> None:
        """Stop; nothing happens where it is not started. Requests under way get a moment to end."""

    def tables(self) -> list[str]:
        """The names of the tables and views that are served.

        Raises:
            RuntimeError: The server is not started.
        """

    def reset(self) -> None:
        """Empty the tables that are served, and restart their sequences.

        Of a database that was given by `database_url` only the tables that `schema` creates are emptied, and
        only with `allow_reset=True`. Tables of other schemas are never emptied.

        Raises:
            RuntimeError: The server is not started; or `allow_reset` is needed and was not given; or it is
                within `rolled_back`, whose transaction it would wait for.
            LocalPostgrestError: A table that would not be emptied references one that would, or the
                database refuses it. Nothing was emptied.
        """

    @contextlib.contextmanager
    def rolled_back(self) -> Iterator[Self]:
        """Undo at the end of a with block whatever requests did within it, in one transaction.

        It stands for the commits of many requests, and differs from them in this: requests run one after
        the other; ``now()`` is the moment when the block began, for all of them; sequences are not set
        back; and nobody but the server's clients sees the rows, as nothing is ever committed. Deferred
        constraints are checked after each request. A request that fails undoes itself alone. Blocks may
        be nested: the inner one undoes what happened within it.

        Raises:
            RuntimeError: The server is not started.
        """
