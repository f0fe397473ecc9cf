"""`LocalPostgrest`: the server, in a thread of the calling process."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

SCHEMA: str

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

    Raises:
        ValueError: Arguments exclude each other, the path has spaces, or the secret is too short.
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
        """The base URL, for `postgrest_url`.

        Raises:
            RuntimeError: The server is not started.
        """

    @property
    def database_url(self) -> str:
        """The URL of PostgreSQL, with the owner of the tables as the login.

        Raises:
            RuntimeError: The server is not started.
        """

    @property
    def anon_role(self) -> str:
        """The role for requests without a token."""

    def start(self) -> None:
        """Start the server. Does nothing if it is running.

        Raises:
            LocalPostgrestError: The address is in use, PostgreSQL cannot be started or reached, or tables
                are missing or cannot be created.
            OSError: The schema's file cannot be read.
        """

    def close(self) -> None:
        """Stop the server. Running requests have three seconds to finish. Does nothing if it is stopped."""

    def tables(self) -> list[str]:
        """Return the names of the tables and views that are served.

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
        """Run all requests in one transaction, which is rolled back at the end of the with block.

        Unlike requests that are committed, they run one after the other; ``now()`` is the time when the
        block began, for all of them; sequences are not reset; and only clients of the server see the rows.
        Deferred constraints are checked after each request. A request that fails undoes only its own
        changes. Blocks may be nested: the inner one undoes what happened in it.

        Raises:
            RuntimeError: The server is not started.
        """
