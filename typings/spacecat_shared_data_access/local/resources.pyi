"""What each request means: reading a table, changing it, calling a function, describing what there is."""

from spacecat_shared_data_access.local.answers import Answer, Prepared
from spacecat_shared_data_access.local.catalog import Catalog, Table
from spacecat_shared_data_access.local.request import ApiRequest

def prepare(request: ApiRequest, catalog: Catalog) -> Prepared | Answer:
    """Make the statement for a request.

    Args:
        request: What is asked for.
        catalog: The schema cache.

    Returns:
        The statement, or the answer where none is needed.

    Raises:
        PostgrestError: The request asks for what is not there, or not allowed.
    """

def find_table(name: str, catalog: Catalog) -> Table:
    """The table or view of this name.

    Raises:
        PostgrestError: PGRST205 where there is none.
    """
