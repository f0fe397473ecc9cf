import logging

import pytest

from spacecat_shared_data_access import (
    AsyncDataAccess,
    DataAccess,
    DataAccessConfig,
    DataAccessError,
    TicketCollection,
    ValidationError,
    create_async_data_access,
    create_data_access,
)
from unit.helpers import ID, URL, error_response, maybe_await


async def test_sync_and_async_have_their_own_class(data_access, api):
    assert type(data_access) is (DataAccess if api == "blocking" else AsyncDataAccess)


async def test_each_entity_is_an_attribute(data_access):
    assert type(data_access.Ticket) is TicketCollection
    assert data_access.Ticket is data_access.Ticket
    assert "Ticket" in dir(data_access)
    assert {"services", "registry", "config"} <= set(dir(data_access))


@pytest.mark.parametrize("name", ["Xyzzy", "Movie", "_Ticket", "__deepcopy__"])
async def test_an_unknown_entity_is_an_attribute_error(data_access, name):
    kind = type(data_access).__name__
    with pytest.raises(AttributeError, match=f"^'{kind}' object has no attribute '{name}'$"):
        getattr(data_access, name)


async def test_repr_shows_the_url_but_no_secret(opened):
    data_access = opened(postgrest_api_key="sekret", postgrest_headers={"X-Key": "sekret"})
    assert repr(data_access) == f"<{type(data_access).__name__} of {URL}>"
    assert "sekret" not in repr(data_access.config)


def test_a_blocking_data_access_is_a_context_manager(server):
    with create_data_access(postgrest_url=URL) as data_access:
        assert data_access.Ticket.all() == []
    with pytest.raises(DataAccessError, match="closed"):
        data_access.Ticket.all()


async def test_an_asynchronous_data_access_is_a_context_manager(server):
    async with create_async_data_access(postgrest_url=URL) as data_access:
        assert await data_access.Ticket.all() == []
    with pytest.raises(DataAccessError, match="closed"):
        await data_access.Ticket.all()


def test_an_exception_in_the_block_is_raised_and_closes(server):
    with pytest.raises(LookupError), create_data_access(postgrest_url=URL) as data_access:
        raise LookupError
    with pytest.raises(DataAccessError, match="closed"):
        data_access.Ticket.all()


async def test_it_accepts_a_mapping_or_a_configuration(create):
    config = DataAccessConfig.load(postgrest_url=URL)
    assert create(config).config == config
    assert create({"postgrestUrl": URL}).config == config
    assert create(config, postgrest_schema="main").config.postgrest_schema == "main"


async def test_an_invalid_setting_is_refused_at_once(create):
    with pytest.raises(ValidationError, match="colour is not a setting"):
        create(postgrest_url=URL, colour="red")


async def test_a_given_logger_is_used(opened, server, caplog):
    server.respond_with(error_response(400, "42703", "no such column"))
    with pytest.raises(DataAccessError):
        await maybe_await(opened(log=logging.getLogger("mine")).Ticket.find_by_id(ID))
    with pytest.raises(DataAccessError):
        await maybe_await(opened().Ticket.find_by_id(ID))
    assert [record.name for record in caplog.records] == ["mine", "spacecat_shared_data_access"]


async def test_credentials_and_schema_are_sent_with_every_request(opened, server):
    await maybe_await(opened(postgrest_api_key="key", postgrest_schema="main").Ticket.all())
    sent = server.last.headers
    assert (sent["apikey"], sent["Authorization"], sent["Accept-Profile"]) == ("key", "Bearer key", "main")


def ticket(data_access):
    return data_access.Ticket.create_instance_from_row({"id": ID})


@pytest.mark.parametrize(
    ("owner", "misspelt", "meant"),
    [
        (lambda data: data, "Tickt", "Ticket"),
        (lambda data: data, "ticket", "Ticket"),
        (lambda data: data, "servces", "services"),
        (lambda data: data.Ticket, "find_by_idd", "find_by_id"),
        (lambda data: data.Ticket, "allByOrganizationId", "all_by_organization_id"),
        (ticket, "get_tiket_key", "get_ticket_key"),
        (ticket, "getTicketKey", "get_ticket_key"),
        (ticket, "sav", "save"),
    ],
)
def test_a_misspelt_attribute_gets_a_suggestion(data_access, owner, misspelt, meant):
    thing = owner(data_access)
    message = rf"has no attribute '{misspelt}'\. Did you mean '{meant}'\?$"
    with pytest.raises(AttributeError, match=message) as raised:
        getattr(thing, misspelt)
    assert (raised.value.name, raised.value.obj) == (misspelt, thing)
    assert not hasattr(thing, "xyzzy")
