"""An invalid proxy or certificate setting in the environment: the error names the variable."""

import asyncio

import pytest

from spacecat_shared_data_access import DataAccessError, ValidationError, create_async_data_access
from spacecat_shared_data_access.models.site.final_url import final_url
from spacecat_shared_data_access.postgrest.connection_pool import ConnectionPool
from spacecat_shared_data_access.postgrest.environment import ssl_context
from spacecat_shared_data_access.postgrest.sync_bridge import run_sync
from unit.helpers import URL, maybe_await

PROXIES = ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"]


@pytest.fixture(autouse=True)
def environment(monkeypatch):
    """An environment without proxies, and no cached certificates of another test."""
    for name in [*PROXIES, *(each.lower() for each in PROXIES), "REQUEST_METHOD"]:
        monkeypatch.delenv(name, raising=False)
    ssl_context.cache_clear()
    yield monkeypatch
    monkeypatch.undo()
    ssl_context.cache_clear()


@pytest.fixture
def complaint(opened, api):
    """The error of a call, of the postgrest client, and of resolving a site's URL."""

    async def complaint():
        data_access = opened(postgrest_headers={"X-Made-For": "this test"})
        with pytest.raises(ValidationError) as raised:
            await maybe_await(data_access.Ticket.all())
        with pytest.raises(ValidationError) as again:
            _ = data_access.services.postgrest_client
        call = final_url("a.test", blocking=api == "blocking", timeout=1)
        with pytest.raises(ValidationError) as third:
            run_sync(call) if api == "blocking" else await call
        text = raised.value.cause.message if raised.value.cause else raised.value.message
        assert text == again.value.message == third.value.message
        return text

    return complaint


@pytest.mark.parametrize("name", ["HTTP_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"])
@pytest.mark.parametrize(
    ("value", "reported"),
    [
        ("socks5://user:sekret@proxy.test:1080", "names a SOCKS proxy, which needs another package"),
        ("socks4://sekret.test", "is not the URL of a proxy"),
        ("gopher://sekret.test", "is not the URL of a proxy"),
        ("http://sekret.test:port", "is not the URL of a proxy"),
        ("http://sekret.test:99999", "is not the URL of a proxy"),
        ("http://[sekret", "is not the URL of a proxy"),
        ("http://", "is the URL of a proxy without its host"),
    ],
)
async def test_an_invalid_proxy_is_named(environment, complaint, name, value, reported):
    environment.setattr("spacecat_shared_data_access.postgrest.environment.find_spec", lambda _name: None)
    environment.setenv(name, value)
    text = await complaint()
    assert text.startswith(f"The environment variable {name} {reported}")
    assert "sekret" not in text


async def test_an_invalid_no_proxy_is_named(environment, complaint):
    environment.setenv("NO_PROXY", "fe80::/10")
    assert await complaint() == "The environment variable NO_PROXY contains a host that httpx cannot parse"


async def test_unused_proxies_are_not_checked(environment, opened, server):
    environment.setenv("ALL_PROXY", "socks4://proxy.test")
    environment.setenv("NO_PROXY", "localhost,*")
    assert await maybe_await(opened().Ticket.all()) == []


@pytest.mark.parametrize("value", ["http://proxy.test:8080", "proxy.test:8080"])
async def test_a_valid_proxy_is_used(environment, opened, value):
    environment.setenv("HTTP_PROXY", value)
    client = opened(postgrest_headers={"X-Made-For": value}).services.postgrest_client.session
    (transport,) = [each for each in client._mounts.values() if each is not None]
    if isinstance(transport, ConnectionPool):
        transport = transport._create()
    assert (transport._pool._proxy_url.host, transport._pool._proxy_url.port) == (b"proxy.test", 8080)


async def test_aiohttp_ignores_proxies(environment):
    environment.setenv("ALL_PROXY", "socks4://proxy.test")
    async with create_async_data_access(postgrest_url=URL, async_transport="aiohttp") as data_access:
        _ = data_access.services.postgrest_client


@pytest.mark.parametrize("kind", ["missing", "directory", "not certificates", "empty"])
async def test_an_invalid_certificate_file_is_named(environment, complaint, tmp_path, kind):
    path = tmp_path / "sekret"
    if kind == "directory":
        path.mkdir()
    elif kind != "missing":
        path.write_text("hello" if kind == "not certificates" else "", "utf-8")
    environment.setenv("SSL_CERT_FILE", str(path))
    assert await complaint() == (
        "The environment variable SSL_CERT_FILE is not a readable file of certificates (PEM)"
    )


@pytest.mark.parametrize("kind", ["missing", "file"])
async def test_an_invalid_certificate_directory_is_named(environment, complaint, tmp_path, kind):
    path = tmp_path / "sekret"
    if kind == "file":
        path.touch()
    environment.delenv("SSL_CERT_FILE")
    environment.setenv("SSL_CERT_DIR", str(path))
    assert await complaint() == "The environment variable SSL_CERT_DIR is not a directory"


async def test_an_unwritable_key_log_file_is_named(environment, complaint, tmp_path):
    environment.setenv("SSLKEYLOGFILE", str(tmp_path / "none" / "keys"))
    assert await complaint() == "The environment variable SSLKEYLOGFILE is not a file that can be written"


async def test_the_next_call_succeeds_once_the_environment_is_fixed(environment, opened, server):
    data_access = opened(postgrest_headers={"X-Made-For": "another test"})
    right = ssl_context()
    ssl_context.cache_clear()
    environment.setenv("SSL_CERT_FILE", "/nowhere")
    with pytest.raises(DataAccessError):
        await maybe_await(data_access.Ticket.all())
    environment.delenv("SSL_CERT_FILE")
    environment.setattr("httpx.create_ssl_context", lambda: right)
    assert await maybe_await(data_access.Ticket.all()) == []


def test_over_aiohttp_certificates_are_checked_too(environment):
    environment.setenv("SSL_CERT_FILE", "/nowhere")

    async def ask():
        async with create_async_data_access(postgrest_url=URL, async_transport="aiohttp") as data_access:
            await data_access.Ticket.all()

    with pytest.raises(ValidationError, match="SSL_CERT_FILE"):
        asyncio.run(ask())
