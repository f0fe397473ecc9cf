"""Which SQL makes the tables that are served."""

from pathlib import Path

def schema_sql(schema: str | Path | None) -> str:
    """The SQL to apply.

    Args:
        schema: SQL text, or the path of a file of it; None for the project's own tables. A text is taken
            for a path where it has but one line and ends in `.sql`.

    Raises:
        OSError: The file cannot be read.
    """

def created_tables(sql_text: str) -> list[str]:
    """The names of the tables that a schema creates, as it writes them."""
