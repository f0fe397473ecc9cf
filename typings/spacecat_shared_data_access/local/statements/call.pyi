"""Calling a function."""

from psycopg import sql

from spacecat_shared_data_access.local.catalog import Catalog, Function
from spacecat_shared_data_access.local.payload import Payload
from spacecat_shared_data_access.local.statements.fragments import Parameters

SCALAR: str

def find_function(catalog: Catalog, name: str, names: frozenset[str], *, has_body: bool) -> Function:
    """The function that takes these arguments.

    Args:
        catalog: The schema cache.
        name: The function's name.
        names: The arguments' names.
        has_body: Whether a JSON body came, which a single unnamed parameter can take whole.

    Raises:
        PostgrestError: PGRST202 where there is none, PGRST203 where there are several.
    """

def call_with_body(function: Function, payload: Payload, values: Parameters) -> sql.Composed:
    """A call whose arguments are the keys of a JSON body; of a list, its first row's.

    Args:
        function: What to call.
        payload: The body.
        values: Takes the parameters.
    """

def call_with_arguments(
    function: Function, given: tuple[tuple[str, str], ...], values: Parameters
) -> sql.Composed:
    """A call whose arguments are texts, from a query string or a form.

    Args:
        function: What to call.
        given: Names and values; a variadic parameter takes all of its values, another one the last.
        values: Takes the parameters.
    """
