"""The document at `/`: the tables and functions, as a short OpenAPI 2.0 document."""

from spacecat_shared_data_access.local.catalog import Catalog
from spacecat_shared_data_access.local.media_types import MediaType
from spacecat_shared_data_access.local.responses import ApiResponse

TITLE: str
WARNING: str

def describe_schema(catalog: Catalog, media_type: MediaType, *, headers_only: bool) -> ApiResponse:
    """Return the response that describes a schema.

    Args:
        catalog: The schema cache.
        media_type: The type of the response.
        headers_only: Whether to leave out the body, for HEAD.
    """
