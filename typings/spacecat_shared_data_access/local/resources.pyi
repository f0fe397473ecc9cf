"""The statement for each kind of request: reading or changing a table, calling a function, OPTIONS."""

from spacecat_shared_data_access.local.catalog import Catalog, Table
from spacecat_shared_data_access.local.request import ApiRequest
from spacecat_shared_data_access.local.responses import ApiResponse, Prepared

def prepare(request: ApiRequest, catalog: Catalog) -> Prepared | ApiResponse:
    """Build the statement for a request.

    Args:
        request: The parsed request.
        catalog: The schema cache.

    Returns:
        The statement, or the response if no statement is needed.

    Raises:
        PostgrestError: Something that the request names does not exist or is not allowed.
    """

def find_table(name: str, catalog: Catalog) -> Table:
    """Return the table or view with this name.

    Raises:
        PostgrestError: PGRST205 if there is none.
    """
