"""The document at `/`: the tables and functions, as a short OpenAPI 2.0 document."""

import json

from spacecat_shared_data_access.local.catalog import Catalog, Table
from spacecat_shared_data_access.local.media_types import MediaType
from spacecat_shared_data_access.local.responses import ApiResponse

TITLE = "spacecat-shared-data-access: local PostgREST-compatible server"
WARNING = "For development and tests only, not for production."


def describe_schema(catalog: Catalog, media_type: MediaType, *, headers_only: bool) -> ApiResponse:
    """Return the response that describes a schema.

    Args:
        catalog: The schema cache.
        media_type: The type of the response.
        headers_only: Whether to leave out the body, for HEAD.
    """
    document = {
        "swagger": "2.0",
        "info": {"title": TITLE, "description": WARNING, "version": "16.2"},
        "paths": {
            "/": {"get": {"summary": "This description"}},
            **{f"/{name}": _methods(table) for name, table in catalog.tables.items()},
            **{f"/rpc/{name}": {"post": {"tags": [f"(rpc) {name}"]}} for name in catalog.functions},
        },
        "definitions": {name: _definition(table) for name, table in catalog.tables.items()},
    }
    body = b"" if headers_only else json.dumps(document).encode()
    return ApiResponse(200, {"content-type": media_type.content_type}, body)


def _methods(table: Table) -> dict[str, dict[str, list[str]]]:
    allowed = {"get": True, "post": table.insertable, "patch": table.updatable, "delete": table.deletable}
    return {method: {"tags": [table.name]} for method, may in allowed.items() if may}


def _definition(table: Table) -> dict[str, object]:
    return {
        "type": "object",
        "properties": {
            name: {"format": column.type, "default": column.default} for name, column in table.columns.items()
        },
    }
