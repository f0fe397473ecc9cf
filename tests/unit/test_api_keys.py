"""API keys that a function returns, for each request."""

import functools

import httpx
import pytest
from pydantic import SecretStr

from spacecat_shared_data_access import (
    DataAccessConfig,
    DataAccessError,
    RetryPolicy,
    ValidationError,
)
from unit.helpers import ID, URL, Keys, maybe_await, sent_keys

pytestmark = pytest.mark.usefixtures("waits")


async def test_the_function_is_called_for_each_request(opened, server, key_function):
    data_access = opened(postgrest_api_key=key_function(Keys("one", SecretStr("two"), " three ")))
    for _ in range(3):
        await maybe_await(data_access.Ticket.find_by_id(ID))
    assert sent_keys(server) == [(key, [f"Bearer {key}"]) for key in ("one", "two", "three")]


async def test_the_function_is_called_for_each_attempt(opened, server, key_function):
    server.respond_with(429, [])
    data_access = opened(postgrest_api_key=key_function(Keys("one", "two")), retry=RetryPolicy())
    await maybe_await(data_access.Ticket.all())
    assert [key for key, _ in sent_keys(server)] == ["one", "two"]


async def test_the_postgrest_client_replaces_a_refused_key_too(opened, server, key_function):
    server.respond_with(401, [{"a": 1}])
    client = opened(postgrest_api_key=key_function(Keys("old", "new"))).services.postgrest_client
    assert (await maybe_await(client.from_("x").select("*").execute())).data == [{"a": 1}]
    assert [key for key, _ in sent_keys(server)] == ["old", "new"]


@pytest.mark.parametrize(
    ("key", "message"),
    [
        (None, "postgrest_api_key must return a string, not NoneType"),
        (5, "postgrest_api_key must return a string, not int"),
        (b"sekret", "postgrest_api_key must return a string, not bytes"),
        ("", "postgrest_api_key returned an empty string"),
        ("  ", "postgrest_api_key returned an empty string"),
        ("se\nkret", "the key that postgrest_api_key returns must be printable ASCII"),
        ("sekrét", "the key that postgrest_api_key returns must be printable ASCII"),
    ],
)
async def test_an_invalid_key_is_a_clear_error(opened, server, key_function, key, message):
    with pytest.raises(ValidationError) as raised:
        await maybe_await(opened(postgrest_api_key=key_function(Keys(key)), retry=RetryPolicy()).Ticket.all())
    assert raised.value.cause.message == message
    assert "kr" not in str(raised.value).replace("Ticket", "")
    assert server.requests == []


async def test_an_error_of_the_function_is_the_cause(opened, server, key_function, caplog):
    def fail():
        raise LookupError("sekret")

    with pytest.raises(DataAccessError) as raised:
        await maybe_await(opened(postgrest_api_key=key_function(fail), retry=RetryPolicy()).Ticket.all())
    assert raised.value.message == "postgrest_api_key could not be read: LookupError"
    assert isinstance(raised.value.cause, LookupError)
    assert "sekret" not in str(raised.value) + caplog.text
    assert server.requests == []


async def test_an_error_while_a_refused_key_is_replaced(opened, server, key_function):
    server.respond_with(401)
    with pytest.raises(ValidationError):
        await maybe_await(opened(postgrest_api_key=key_function(Keys("old", None))).Ticket.all())
    assert len(server.requests) == 1


async def test_a_coroutine_function_is_refused_with_the_sync_api(opened, server, api):
    async def read():
        return "key"

    if api == "asyncio":
        return
    with pytest.raises(ValidationError, match="only asyncio awaits a coroutine"):
        opened(postgrest_api_key=read).Ticket.all()


@pytest.mark.usefixtures("server")
async def test_the_key_is_never_shown(create):
    function = functools.partial(lambda key: key, "sekret")
    config = DataAccessConfig.load(postgrest_url=URL, postgrest_api_key=function)
    for shown in (repr(config), str(config), repr(config.service_settings()), repr(create(config))):
        assert "sekret" not in shown


def test_an_unhashable_function_is_accepted(server):
    from spacecat_shared_data_access import create_data_access  # noqa: PLC0415

    class Unhashable(Keys):
        __hash__ = None

    with create_data_access(postgrest_url=URL, postgrest_api_key=Unhashable("key")) as data_access:
        assert data_access.Ticket.all() == []
    assert sent_keys(server) == [("key", ["Bearer key"])]


@pytest.mark.parametrize("name", ["Authorization", "APIKEY"])
def test_the_function_excludes_other_credentials(name):
    with pytest.raises(ValidationError, match="if there is a postgrest_api_key"):
        DataAccessConfig.load(
            postgrest_url=URL, postgrest_api_key=Keys("key"), postgrest_headers={name: "sekret"}
        )


async def test_an_injected_client_gets_the_key_too(opened, server, http_client_class):
    client = http_client_class(auth=("user", "password"))
    server.respond_with(401, [])
    await maybe_await(opened(client=client, postgrest_api_key=Keys("old", "new")).Ticket.all())
    assert [auth for _, auth in sent_keys(server)] == [["Bearer old"], ["Bearer new"]]
    await maybe_await(client.close() if isinstance(client, httpx.Client) else client.aclose())
