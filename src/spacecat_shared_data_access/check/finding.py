"""Findings: the differences between a database and the entities."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How serious a finding is."""

    ERROR = "error"
    """Requests fail, or data that must be unique is not."""
    NOTE = "note"
    """Everything works, but may be slow, or could not be checked."""


class FindingKind(StrEnum):
    """The kinds of findings. The values are stable."""

    MISSING_TABLE = "missing_table"
    MISSING_COLUMN = "missing_column"
    COLUMN_TYPE = "column_type"
    UNFILLED_COLUMN = "unfilled_column"
    NULLABLE_ATTRIBUTE = "nullable_attribute"
    MISSING_ENUM_VALUE = "missing_enum_value"
    UNKNOWN_ENUM_VALUE = "unknown_enum_value"
    MISSING_UNIQUE_KEY = "missing_unique_key"
    MISSING_INDEX = "missing_index"
    MISSING_PRIVILEGE = "missing_privilege"
    EXCESS_PRIVILEGE = "excess_privilege"
    MISSING_FUNCTION = "missing_function"
    FUNCTION_ARGUMENTS = "function_arguments"
    ROW_LIMIT = "row_limit"
    POSTGREST_VERSION = "postgrest_version"
    STALE_SCHEMA_CACHE = "stale_schema_cache"
    UNKNOWN_ROLE = "unknown_role"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A difference between a database and the entities.

    Attributes:
        kind: What kind of difference it is.
        expected: What the entity, or the package, needs.
        found: What is there instead.
        fix: How to fix it: SQL, or advice.
        severity: Whether it is an error or a note.
        entity: The entity's name (``Ticket``); None if it does not belong to one.
        attribute: The attribute, by its Python name, or several joined with ``, ``; None if it is about more
            than attributes.
        table: The table (``tickets``), or None.
        column: The column, or several joined with ``, ``; None if it is about more than columns.
    """

    kind: FindingKind
    expected: str
    found: str
    fix: str
    severity: Severity = Severity.ERROR
    entity: str | None = None
    attribute: str | None = None
    table: str | None = None
    column: str | None = None

    @property
    def place(self) -> str:
        """Where it is: ``tickets.connection_id``, a table, or ``-``."""
        return ".".join(part for part in (self.table, self.column) if part) or "-"

    def to_dict(self) -> dict[str, str | None]:
        """Return the finding as JSON values, with a key for each attribute."""
        return {name: None if value is None else str(value) for name, value in asdict(self).items()}

    def __str__(self) -> str:
        subject = f"{self.entity}: " if self.entity else ""
        return (
            f"{self.severity}: {subject}{self.place}: expected {self.expected}, found {self.found}."
            f" Fix: {self.fix}"
        )
