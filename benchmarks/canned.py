"""Canned responses within the process: no sockets, whose time would hide that of the client."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
from postgrest import SyncPostgrestClient

from spacecat_shared_data_access import create_data_access

_URL = "http://canned.example"


@contextmanager
def canned_clients(body: bytes) -> Iterator[tuple[Any, SyncPostgrestClient]]:
    """Yield a data access and a postgrest-py client.

    Args:
        body: The JSON of every response that has a body.
    """

    def respond(request: httpx.Request) -> httpx.Response:
        if request.method != "GET" and "return=representation" not in request.headers.get("Prefer", ""):
            return httpx.Response(201)
        headers = {"Content-Type": "application/json", "Content-Range": "0-999/*"}
        return httpx.Response(200 if request.method == "GET" else 201, content=body, headers=headers)

    transport = httpx.MockTransport(respond)
    with (
        httpx.Client(transport=transport) as client,
        httpx.Client(transport=transport, base_url=_URL) as theirs,
        create_data_access(postgrest_url=_URL, client=client) as data_access,
    ):
        yield data_access, SyncPostgrestClient(_URL, http_client=theirs)
