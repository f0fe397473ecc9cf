import pytest

from spacecat_shared_data_access import DataAccessError, EntityRegistry, Ticket, TicketCollection
from spacecat_shared_data_access.models.base.collection import BaseCollection
from unit.helpers import ID
from unit.sample_entities import FILM, Film, FilmCollection, film_builder


@pytest.fixture
def registry(data_access):
    return data_access.registry


async def test_the_entities_of_the_package_are_registered():
    names = EntityRegistry.entity_names()
    assert names == sorted(names)
    assert {"IdempotencyKey", "OAuthNonce", "Organization", "TaskManagementConnection", "Ticket"} <= set(
        names
    )
    assert EntityRegistry.schema_of("Ticket") is Ticket.schema
    assert {schema.model_name for schema in EntityRegistry.schemas()} <= set(names)


async def test_a_collection_is_created_once(registry):
    tickets = registry.collection_of("Ticket")
    assert type(tickets) is TicketCollection
    assert registry.collection_of("Ticket") is tickets
    assert registry.get_collection("TicketCollection") is tickets


async def test_all_collections_are_returned_by_entity(registry):
    collections = registry.get_collections()
    assert list(collections) == EntityRegistry.entity_names()
    assert type(collections["Ticket"]) is TicketCollection


@pytest.mark.parametrize("method", ["collection_of", "get_collection"])
async def test_an_unknown_entity_is_named(registry, method):
    with pytest.raises(DataAccessError, match=r"^The entity Film is not registered$"):
        getattr(registry, method)("Film")


async def test_a_registered_entity_is_available_until_the_reset(data_access, cinema_entities):
    assert EntityRegistry.is_registered("Film")
    assert type(data_access.Film) is FilmCollection
    EntityRegistry.reset_entities()
    assert not EntityRegistry.is_registered("Film")
    with pytest.raises(AttributeError):
        _ = data_access.Film


async def test_an_entity_registered_again_replaces_the_first(data_access, cinema_entities):
    before = data_access.Film
    try:
        again = film_builder().build()
        EntityRegistry.register_entity(again)
        assert data_access.Film is not before
        assert data_access.Film.schema is again
    finally:
        Film.schema = FILM


@pytest.mark.parametrize("schema", [None, "Film", Film, {}])
async def test_an_entity_is_registered_by_its_schema(schema):
    with pytest.raises(DataAccessError, match="registered by its schema"):
        EntityRegistry.register_entity(schema)


async def test_a_collection_needs_a_service():
    with pytest.raises(DataAccessError, match=r"^service is required$"):
        BaseCollection(None, None, FILM, None)


async def test_a_collection_knows_its_entity(films):
    assert (films.entity_name, films.id_name, films.table_name) == ("film", "film_id", "films")
    assert films.create_instance_from_row({"id": ID}).collection is films
