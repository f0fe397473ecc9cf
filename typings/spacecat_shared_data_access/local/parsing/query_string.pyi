"""A whole query string: which parameter means what."""

from spacecat_shared_data_access.local.parsing.terms import OrderTerm, QueryString

def parse_query_string(raw: str, *, arguments: bool = False) -> QueryString:
    """Read a query string.

    Args:
        raw: As it came, percent-encoded. A plus sign is a blank, as in a form.
        arguments: Whether parameters without an operator are the arguments of a function.

    Raises:
        PostgrestError: PGRST100 where a parameter cannot be read.
    """

def parse_order(text: str) -> tuple[OrderTerm, ...]:
    """Read an `order` parameter: `a.desc.nullslast,b->c,relation(d).asc`.

    Raises:
        PostgrestError: PGRST100.
    """
