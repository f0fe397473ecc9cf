"""The queries of the peers: the same as those of the package, each through its own API."""

from __future__ import annotations

import http.client
import json
from typing import Any, Final
from urllib.parse import urlencode, urlsplit

import httpx

from benchmarks import rows

ORDER_OF_ID: Final = ("id",)
ORDER_OF_LISTING: Final = ("organization_id", "updated_at", "id")


def by_id_params(id_: str) -> dict[str, str]:
    """Return the query parameters of ``find_by_id``."""
    return {"select": "*", "order": "id.desc", "id": f"eq.{id_}", "offset": "0", "limit": "1"}


def listing_params(limit: int) -> dict[str, str]:
    """Return the query parameters of ``all_by_organization_id`` with a limit."""
    order = ",".join(f"{column}.desc" for column in ORDER_OF_LISTING)
    organization = f"eq.{rows.ORGANIZATION_ID}"
    return {"select": "*", "order": order, "organization_id": organization, "limit": str(limit)}


def postgrest_by_id(client: Any, id_: str) -> Any:
    """Build the query of ``find_by_id`` with postgrest-py or supabase-py, without executing it."""
    return client.from_("tickets").select("*").order("id", desc=True).eq("id", id_).range(0, 0)


def postgrest_listing(client: Any, limit: int) -> Any:
    """Build the query of a listing with postgrest-py, without executing it."""
    query = client.from_("tickets").select("*")
    for column in ORDER_OF_LISTING:
        query = query.order(column, desc=True)
    return query.eq("organization_id", rows.ORGANIZATION_ID).range(0, limit - 1)


class Floor:
    """The lower bound: ``http.client`` over one connection, and ``json``.

    Args:
        url: The address of the server.
    """

    def __init__(self, url: str) -> None:
        self._connection = http.client.HTTPConnection(urlsplit(url).netloc)

    def get(self, params: dict[str, str]) -> Any:
        """Return the rows of a query."""
        self._connection.request("GET", f"/tickets?{urlencode(params)}")
        return json.loads(self._connection.getresponse().read())

    def post(self, body: Any) -> Any:
        """Insert rows and return the stored rows."""
        headers = {"Content-Type": "application/json", "Prefer": "return=representation"}
        self._connection.request("POST", "/tickets", json.dumps(body), headers)
        return json.loads(self._connection.getresponse().read())

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


def httpx_get(client: httpx.Client, params: dict[str, str]) -> Any:
    """Return the rows of a query with httpx alone."""
    return client.get("/tickets", params=params).json()
