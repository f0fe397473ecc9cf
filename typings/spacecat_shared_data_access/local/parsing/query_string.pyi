"""Parses a whole query string."""

from spacecat_shared_data_access.local.parsing.terms import OrderTerm, QueryString

def parse_query_string(raw: str, *, arguments: bool = False) -> QueryString:
    """Parse a query string.

    Args:
        raw: As received, percent-encoded. A plus sign is a space, as in a form.
        arguments: Whether parameters without an operator are the arguments of a function.

    Raises:
        PostgrestError: PGRST100 if a parameter cannot be parsed.
    """

def parse_order(text: str) -> tuple[OrderTerm, ...]:
    """Parse an `order` parameter: `a.desc.nullslast,b->c,relation(d).asc`.

    Raises:
        PostgrestError: PGRST100.
    """
