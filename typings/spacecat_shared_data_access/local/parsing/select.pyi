"""`select=alias:column->path::cast,relation!hint!inner(…)`."""

from spacecat_shared_data_access.local.parsing.terms import SelectItem

def parse_select(text: str) -> tuple[SelectItem, ...]:
    """Read a `select` parameter.

    Args:
        text: Its value; empty selects nothing but what embedding needs.

    Raises:
        PostgrestError: PGRST100 where it cannot be read, PGRST123 for an aggregate function, which
            PostgREST does not allow by default.
    """
