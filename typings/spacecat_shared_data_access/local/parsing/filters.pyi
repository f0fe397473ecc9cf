"""Filters: `column=not.eq.value`, and trees of them: `or=(a.eq.1,and(b.is.null,c.in.(1,2)))`."""

from spacecat_shared_data_access.local.parsing.terms import Field, Filter, Logic

QUANTIFIABLE: frozenset[str]
FULL_TEXT: frozenset[str]

def parse_filter(field: Field, text: str) -> Filter:
    """Parse a filter's value.

    Args:
        field: The field that is compared.
        text: The operator and its operand: `not.in.(1,2)`.

    Raises:
        PostgrestError: PGRST100.
    """

def has_operator(text: str) -> bool:
    """Return whether a value begins with an operator: for a function it is then a filter, not an argument."""

def parse_logic(operator: str, text: str) -> Logic:
    """Parse the value of `and`, `or`, `not.and` or `not.or`.

    Args:
        operator: The parameter's name without the path to an embedded resource.
        text: `(a.eq.1,b.eq.2)`.

    Raises:
        PostgrestError: PGRST100.
    """
