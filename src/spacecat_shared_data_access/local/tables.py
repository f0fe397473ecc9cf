"""Which SQL makes the tables that are served."""

import re
from pathlib import Path

_NAME = r'(?:\w+|"[^"]+")'
_CREATES = re.compile(
    rf"^\s*CREATE\s+(?:UNLOGGED\s+)?TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?({_NAME}(?:\.{_NAME})?)",
    re.IGNORECASE | re.MULTILINE,
)


def schema_sql(schema: str | Path | None) -> str:
    """The SQL to apply.

    Args:
        schema: SQL text, or the path of a file of it; None for the project's own tables. A text is taken
            for a path where it has but one line and ends in `.sql`.

    Raises:
        OSError: The file cannot be read.
    """
    if schema is None:
        # The entities are imported only by who wants their tables.
        from spacecat_shared_data_access.local.entity_tables import all_tables_sql  # noqa: PLC0415 - see above

        return all_tables_sql()
    if isinstance(schema, Path) or (schema.endswith(".sql") and "\n" not in schema):
        return Path(schema).read_text("utf-8")
    return schema


def created_tables(sql_text: str) -> list[str]:
    """The names of the tables that a schema creates, as it writes them."""
    return _CREATES.findall(sql_text)
