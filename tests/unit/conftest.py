"""Fixtures of the unit tests: a mocked wire, a frozen clock, and a data access on either face."""

from pathlib import Path

import certifi
import httpx
import pytest
import respx
import time_machine

from spacecat_shared_data_access import EntityRegistry, create_async_data_access, create_data_access
from spacecat_shared_data_access.data_access import DataAccess
from unit import cinema
from unit.helpers import CLOCK, URL, Server


@pytest.fixture(scope="session", autouse=True)
def _one_certificate(tmp_path_factory):
    # Every new HTTP client reads the authorities that it trusts: one of them is read faster than all.
    marker = "-----END CERTIFICATE-----\n"
    first = Path(certifi.where()).read_text(encoding="utf-8").partition(marker)[0] + marker
    path = tmp_path_factory.mktemp("certificates") / "authority.pem"
    path.write_text(first, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SSL_CERT_FILE", str(path))
        yield


@pytest.fixture(params=["blocking", "asyncio"])
def face(request):
    return request.param


@pytest.fixture
def create(face):
    """The function that makes a data access of the face."""
    return create_data_access if face == "blocking" else create_async_data_access


@pytest.fixture
def http_client_class(face):
    return httpx.Client if face == "blocking" else httpx.AsyncClient


@pytest.fixture
def server():
    with respx.mock(assert_all_called=False) as router:
        yield Server(router)


@pytest.fixture
async def opened(create, server):
    """Make data accesses that are closed when the test is over."""
    made = []

    def open_(**settings):
        data_access = create(**{"postgrest_url": URL, **settings})
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
    """The entities of cinema.py, registered for one test."""
    cinema.register()
    yield
    EntityRegistry.reset_entities()


@pytest.fixture
def films(cinema_entities, data_access):
    return data_access.Film


@pytest.fixture
def small_pages(cinema_entities, opened):
    """The films of a data access that reads two rows at a time."""
    return opened(page_size=2).Film


@pytest.fixture
def clock():
    with time_machine.travel(CLOCK, tick=False) as traveller:
        yield traveller
