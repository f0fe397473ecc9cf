"""What the root answers: the tables and functions there are, as OpenAPI 2.0 in brief."""

from spacecat_shared_data_access.local.answers import Answer
from spacecat_shared_data_access.local.catalog import Catalog
from spacecat_shared_data_access.local.media_types import MediaType

TITLE: str
WARNING: str

def describe_schema(catalog: Catalog, media_type: MediaType, *, headers_only: bool) -> Answer:
    """Describe what a schema offers.

    Args:
        catalog: The schema cache.
        media_type: What to call the description.
        headers_only: Whether the body is not wanted.
    """
