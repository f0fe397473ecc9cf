"""Servers on this machine are reached directly, even if the environment sets a proxy."""

import httpx
import pytest


@pytest.mark.parametrize("variable", ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"])
async def test_loopback_servers_are_reached_without_a_proxy(opened, monkeypatch, api, variable):
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, "http://proxy.test:3128")
    scheme = "https" if variable == "HTTPS_PROXY" else "http"
    # A header makes the configuration unique, so that a new client is created now.
    client = opened(postgrest_headers={"X-Client": variable})._service._client()
    for host in ("localhost", "127.0.0.1", "[::1]"):
        assert client._transport_for_url(httpx.URL(f"{scheme}://{host}:3000/sites")) is client._transport
    elsewhere = client._transport_for_url(httpx.URL(f"{scheme}://localhost.example.com/sites"))
    assert elsewhere is not client._transport
