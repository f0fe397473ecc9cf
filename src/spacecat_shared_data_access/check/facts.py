"""What a database has, as read from PostgREST's description or from the catalog."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

PRIVILEGES: Final = ("SELECT", "INSERT", "UPDATE", "DELETE")


@dataclass(frozen=True, slots=True)
class ColumnFacts:
    """A column.

    Attributes:
        type: Its type, as PostgreSQL writes it, without a length; of a domain, the type below.
        max_length: The maximum number of characters, or None.
        not_null: Whether it must have a value.
        is_filled: Whether it gets a value if an INSERT has none: by a default, or as a generated column.
        values: The values that it is limited to, by an enum type or a CHECK; None if there is no limit, or
            it is not known.
    """

    type: str
    max_length: int | None = None
    not_null: bool = False
    is_filled: bool = False
    values: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class TableFacts:
    """A table or view.

    Attributes:
        columns: Its columns by name.
        privileges: For each privilege, the columns on which the role has it; for DELETE all or none. None if
            they are not known.
        unique_keys: The columns of its unique keys that an upsert can use; None if they are not known.
        indexes: The columns of its indexes, in order; None if they are not known.
        has_insert_trigger: Whether a trigger may fill in columns of new rows.
    """

    columns: Mapping[str, ColumnFacts]
    privileges: Mapping[str, frozenset[str]] | None = None
    unique_keys: frozenset[frozenset[str]] | None = None
    indexes: frozenset[tuple[str, ...]] | None = None
    has_insert_trigger: bool = False


@dataclass(frozen=True, slots=True)
class FunctionFacts:
    """A function, or one of several with the same name.

    Attributes:
        arguments: The names of its arguments.
        required: Those without a default.
        is_executable: Whether the role may call it.
    """

    arguments: frozenset[str]
    required: frozenset[str]
    is_executable: bool = True

    def accepts(self, names: frozenset[str]) -> bool:
        """Return whether it can be called with these arguments."""
        return self.required <= names <= self.arguments


@dataclass(frozen=True, slots=True)
class DatabaseFacts:
    """A schema of a database.

    Attributes:
        schema: Its name.
        tables: Its tables and views by name.
        functions: Its functions by name.
        role: The role of `privileges`; None if it is not known.
        is_catalog: Whether they were read from the catalog. PostgREST's description has less: an operation
            is listed for every table of which the role has any privilege.
        has_usage: Whether the role may use the schema.
        version: PostgREST's version; None if it is not known.
        max_rows: PostgREST's ``db-max-rows``, if the database configures it.
    """

    schema: str
    tables: Mapping[str, TableFacts]
    functions: Mapping[str, tuple[FunctionFacts, ...]] = field(default_factory=dict)
    role: str | None = None
    is_catalog: bool = False
    has_usage: bool = True
    version: str | None = None
    max_rows: int | None = None
