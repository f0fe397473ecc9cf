"""What was loaded together is what each accessor would have found, on a real database."""

from contextlib import suppress

import httpx
import pytest
import pytest_asyncio

from integration.every_entity import ENTITIES, EveryEntity, empty_all
from integration.factory import bridge_values, ticket_values
from integration.sync_async import collect, maybe_await
from spacecat_shared_data_access import ConflictError, create_async_data_access, create_data_access
from spacecat_shared_data_access.models.base import BaseModel, EntityRegistry

REFUSED = {"key_events"}  # its entity refuses every use
WITH_REFERENCES = [name for name in ENTITIES if EntityRegistry.schema_of(name).related]


@pytest_asyncio.fixture(loop_scope="session")
async def counted(api, server, empty_tables):
    """A function that creates data accesses, and the paths of the requests that they send."""
    paths: list[str] = []

    def count(request):
        paths.append(request.url.path)

    async def count_async(request):
        count(request)

    made = []

    def open_(**settings):
        given = {"postgrest_url": server.url, "postgrest_api_key": server.api_key, **settings}
        if api == "blocking":
            client = httpx.Client(event_hooks={"request": [count]})
            data_access = create_data_access(given, client=client)
        else:
            client = httpx.AsyncClient(event_hooks={"request": [count_async]})
            data_access = create_async_data_access(given, client=client)
        made.append((data_access, client))
        return data_access

    yield open_, paths
    for data_access, client in made:
        if api == "blocking":
            data_access.close()
            client.close()
        else:
            await data_access.aclose()
            await client.aclose()


def comparable(found):
    """Return what tells one result of an accessor from another."""
    if found is None or isinstance(found, BaseModel):
        unstored = {each.name for each in found.schema.virtual_defaults} if found else ()
        return found and (
            type(found),
            {key: each for key, each in found.to_dict().items() if key not in unstored},
        )
    assert type(found) is list
    return [comparable(each) for each in found]


@pytest.mark.parametrize("entity", WITH_REFERENCES)
async def test_results_are_those_of_the_accessors(counted, database, entity):
    empty_all(database)
    open_, paths = counted
    data_access = open_()
    every = EveryEntity(data_access)
    await every.create(entity)
    children = [
        each.entity for each in EntityRegistry.schema_of(entity).references if each.is_child_reference
    ]
    for each in (entity, *children, *children):
        if each in ENTITIES:
            with suppress(ConflictError):  # there can be only one of some
                await every.create(each)
    collection = getattr(data_access, entity)
    names = [name for name in collection.schema.related if name not in REFUSED]
    loaded = await maybe_await(collection.list_models(include=names))
    plain = await maybe_await(collection.list_models())
    assert loaded
    paths.clear()
    results = [[await maybe_await(getattr(each, f"get_{name}")()) for name in names] for each in loaded]
    assert paths == []
    for each, own in zip(plain, results, strict=True):
        one_by_one = [await maybe_await(getattr(each, f"get_{name}")()) for name in names]
        assert [comparable(found) for found in own] == [comparable(found) for found in one_by_one]


@pytest.fixture
async def tickets(counted, make):
    """Three connections with 20 tickets each, which have up to two suggestions."""
    organization = await make.organization()
    items = []
    for _ in range(3):
        connection = await make.connection(organization, provider="jira_cloud")
        items += [ticket_values(connection) for _ in range(20)]
    made = await maybe_await(make.data_access.Ticket.create_many(items))
    bridges = [
        bridge_values(ticket) for place, ticket in enumerate(made.created_items) for _ in range(place % 3)
    ]
    await maybe_await(make.data_access.TicketSuggestion.create_many(bridges))
    return organization


class TestRequests:
    async def test_depend_on_the_ids_and_not_on_the_models(self, counted, tickets):
        open_, paths = counted
        data_access = open_()
        found = await maybe_await(
            data_access.Ticket.all_by_organization_id(
                tickets.get_id(),
                include=["task_management_connection.organization", "ticket_suggestions", "organization"],
            )
        )
        # The tickets may have been cut off by a row limit, as far as the client knows so far.
        assert sorted(path for path in paths if path != "/tickets") == [
            "/organizations",
            "/task_management_connections",
            *["/ticket_suggestions"] * 2,
        ]
        paths.clear()
        connections = [await maybe_await(each.get_task_management_connection()) for each in found]
        assert len({id(each) for each in connections}) == 3
        organizations = [await maybe_await(each.get_organization()) for each in (*connections, *found)]
        assert len({id(each) for each in organizations}) == 1
        assert sum([len(await maybe_await(each.get_ticket_suggestions())) for each in found]) == 60
        assert paths == []

    async def test_read_all_pages_of_the_children(self, counted, tickets):
        open_, paths = counted
        data_access = open_(page_size=7)
        organization = await maybe_await(
            data_access.Organization.find_by_id(
                tickets.get_id(), include=["task_management_connections.tickets.ticket_suggestions"]
            )
        )
        paths.clear()
        for connection in await maybe_await(organization.get_task_management_connections()):
            loaded = await maybe_await(connection.get_tickets())
            assert len(loaded) == 20
            assert [each.get_id() for each in loaded] == [
                each.get_id()
                for each in await maybe_await(
                    data_access.Ticket.all_by_task_management_connection_id(connection.get_id())
                )
            ]
            paths.clear()
            for each in loaded:
                await maybe_await(each.get_ticket_suggestions())
            assert paths == []

    @pytest.mark.usefixtures("tickets")
    async def test_of_an_iteration_are_sent_page_by_page(self, counted):
        open_, paths = counted
        data_access = open_(page_size=25)
        found = await collect(data_access.Ticket.iterate(include=["ticket_suggestions", "organization"]))
        assert len(found) == 60
        counts = {path: paths.count(path) for path in paths}
        assert counts["/organizations"] == 3

    @pytest.mark.usefixtures("tickets")
    async def test_of_a_prefetch_are_those_of_include(self, counted):
        open_, paths = counted
        data_access = open_()
        found = await maybe_await(data_access.Ticket.page(limit=100))
        paths.clear()
        await maybe_await(data_access.Ticket.prefetch(found, "ticket_suggestions", "organization"))
        assert sorted(paths) == ["/organizations", *["/ticket_suggestions"] * 2]
