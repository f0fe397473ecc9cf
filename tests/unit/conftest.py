"""Fixtures of the unit tests: a mocked server, a frozen clock, and a data access with either API."""

import asyncio
from pathlib import Path
from types import SimpleNamespace
from weakref import WeakValueDictionary

import certifi
import httpx
import pytest
import time_machine

from spacecat_shared_data_access import (
    EntityRegistry,
    RetryPolicy,
    create_async_data_access,
    create_data_access,
)
from spacecat_shared_data_access.data_access import DataAccess
from spacecat_shared_data_access.postgrest import deadline
from spacecat_shared_data_access.postgrest._async import AsyncService
from spacecat_shared_data_access.postgrest._sync import SyncService
from spacecat_shared_data_access.postgrest.clients import shared_clients
from unit import sample_entities
from unit.helpers import CLOCK, URL, Server, maybe_await


@pytest.fixture(scope="session", autouse=True)
def _one_certificate(tmp_path_factory):
    # Every new HTTP client loads its trusted certificate authorities: one is loaded faster than all.
    marker = "-----END CERTIFICATE-----\n"
    first = Path(certifi.where()).read_text(encoding="utf-8").partition(marker)[0] + marker
    path = tmp_path_factory.mktemp("certificates") / "authority.pem"
    path.write_text(first, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SSL_CERT_FILE", str(path))
        yield


@pytest.fixture(autouse=True)
def _no_shared_clients(monkeypatch):
    # A data access that another test has not closed would share its HTTP client, with its connections, until the
    # next garbage collection.
    monkeypatch.setattr(shared_clients, "_clients", WeakValueDictionary())


@pytest.fixture(params=["blocking", "asyncio"])
def api(request):
    return request.param


@pytest.fixture
def create(api):
    """The function that creates a data access with this API."""
    return create_data_access if api == "blocking" else create_async_data_access


@pytest.fixture
def http_client_class(api):
    return httpx.Client if api == "blocking" else httpx.AsyncClient


@pytest.fixture
def server(mock_postgrest):
    return Server(mock_postgrest)


@pytest.fixture
async def opened(create, server):
    """A function that creates data accesses without retries, which are closed after the test."""
    made = []

    def open_(**settings):
        data_access = create(**{"postgrest_url": URL, "retry": RetryPolicy.off(), **settings})
        made.append(data_access)
        return data_access

    yield open_
    for data_access in made:
        if isinstance(data_access, DataAccess):
            data_access.close()
        else:
            await data_access.aclose()


@pytest.fixture
def data_access(opened):
    return opened()


@pytest.fixture
def cinema_entities():
    """The entities of sample_entities.py, registered for one test."""
    sample_entities.register()
    yield
    EntityRegistry.reset_entities()


@pytest.fixture
def films(cinema_entities, data_access):
    return data_access.Film


@pytest.fixture
def small_pages(cinema_entities, opened):
    """The films of a data access with a page size of two."""
    return opened(page_size=2).Film


class Ticks:
    """A monotonic clock that is advanced by tests and by delays."""

    def __init__(self):
        self.now = 1_000.0

    def __call__(self):
        return self.now

    def advance(self, seconds):
        self.now += seconds


@pytest.fixture
def ticks(monkeypatch):
    ticks = Ticks()
    monkeypatch.setattr(deadline, "time", SimpleNamespace(monotonic=ticks))
    return ticks


@pytest.fixture
def waits(monkeypatch, ticks):
    """The delays between attempts, in seconds, each the longest possible. No time passes."""
    waited = []

    async def sleep(_service, seconds):
        waited.append(seconds)
        ticks.advance(seconds)

    for service in (SyncService, AsyncService):
        monkeypatch.setattr(service, "sleep", sleep)
    monkeypatch.setattr("random.uniform", lambda least, most: most)
    return waited


@pytest.fixture
def clock():
    with time_machine.travel(CLOCK, tick=False) as traveller:
        yield traveller


@pytest.fixture(params=["def", "async def"])
def key_function(request, api):
    """Converts a function that returns keys to each kind of function that a data access accepts."""
    if request.param == "def":
        return lambda keys: keys
    if api == "blocking":
        pytest.skip("nothing awaits it")

    def as_coroutine_function(keys):
        async def read():
            await asyncio.sleep(0)
            return keys()

        return read

    return as_coroutine_function


@pytest.fixture
async def failing(opened, http_client_class):
    """A function that creates a data access whose requests all fail, and returns it with a list of those requests."""
    made = []

    def open_(error, **settings):
        asked = []

        def fail(request):
            asked.append(request)
            raise error

        made.append(http_client_class(transport=httpx.MockTransport(fail)))
        return opened(client=made[-1], **settings), asked

    yield open_
    for client in made:
        await maybe_await(client.close() if isinstance(client, httpx.Client) else client.aclose())
