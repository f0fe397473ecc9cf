"""The statement that calls a function."""

from psycopg import sql

from spacecat_shared_data_access.local.catalog import Catalog, Function
from spacecat_shared_data_access.local.payload import Payload
from spacecat_shared_data_access.local.statements.fragments import Parameters

SCALAR: str

def find_function(catalog: Catalog, name: str, names: frozenset[str], *, has_body: bool) -> Function:
    """Return the function that takes these arguments.

    Args:
        catalog: The schema cache.
        name: The function's name.
        names: The names of the arguments.
        has_body: Whether the request has a JSON body, which a single unnamed parameter can take whole.

    Raises:
        PostgrestError: PGRST202 if there is none, PGRST203 if there are several.
    """

def call_with_body(function: Function, payload: Payload, values: Parameters) -> sql.Composed:
    """Return a call whose arguments are the keys of a JSON body, or of the first row of a list.

    Args:
        function: The function.
        payload: The body.
        values: The parameters of the statement; those of the call are added.
    """

def call_with_arguments(
    function: Function, given: tuple[tuple[str, str], ...], values: Parameters
) -> sql.Composed:
    """Return a call whose arguments are text, from a query string.

    Args:
        function: The function.
        given: Names and values. A variadic parameter takes all of its values, any other the last one.
        values: The parameters of the statement; those of the call are added.
    """
