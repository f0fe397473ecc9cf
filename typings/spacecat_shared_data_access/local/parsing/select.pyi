"""Parses `select=alias:column->path::cast,relation!hint!inner(…)`."""

from spacecat_shared_data_access.local.parsing.terms import SelectItem

def parse_select(text: str) -> tuple[SelectItem, ...]:
    """Parse a `select` parameter.

    Args:
        text: Its value; an empty string selects no columns.

    Raises:
        PostgrestError: PGRST100 if it cannot be parsed, PGRST123 for an aggregate function, which
            PostgREST does not allow by default.
    """
