"""An entity of a program gives a parent of the package its children."""

import pytest

from spacecat_shared_data_access import (
    BaseCollection,
    BaseModel,
    EntityRegistry,
    SchemaBuilder,
    SchemaBuilderError,
    Ticket,
    ValidationError,
)
from spacecat_shared_data_access.errors import SchemaValidationError
from unit.helpers import ID, OTHER_ID, filters, make_model, maybe_await, uuid


class Comment(BaseModel):
    ENTITY_NAME = "Comment"


class CommentCollection(BaseCollection[Comment]):
    COLLECTION_NAME = "CommentCollection"


class Thread(BaseModel):
    ENTITY_NAME = "Thread"


class ThreadCollection(BaseCollection[Thread]):
    COLLECTION_NAME = "ThreadCollection"


def comment_builder(parent="Ticket", **options):
    return (
        SchemaBuilder(Comment, CommentCollection)
        .add_reference("belongs_to", parent, ["created_at"])
        .add_attribute("text", type="string", required=True)
        .add_to_parent(parent, **options)
    )


COMMENT = comment_builder(remove_dependents=True).build()


@pytest.fixture
def registered():
    EntityRegistry.register_entity(COMMENT)
    yield
    EntityRegistry.reset_entities()


@pytest.fixture
def ticket(registered, data_access):
    return make_model(data_access.Ticket, {"id": ID, "ticket_key": "ASO-1"})


async def test_the_parent_has_the_accessors(ticket, server):
    server.respond_with([{"id": OTHER_ID, "ticket_id": ID, "text": "Hello"}])
    [comment] = await maybe_await(ticket.get_comments())
    assert comment.text == "Hello"
    assert filters(server.last) == [("ticket_id", f"eq.{ID}")]
    await maybe_await(ticket.get_comments_by_created_at("2026-01-01T00:00:00.000Z"))
    assert filters(server.last)[1][0] == "created_at"
    assert "Comments" in [each.target for each in ticket.schema.references]


async def test_children_are_loaded_with_include(registered, data_access, server):
    comments = [{"id": uuid(3), "ticket_id": uuid(2), "text": "Hello"}]
    server.respond_with(
        lambda request: comments if request.url.path == "/comments" else [{"id": uuid(1)}, {"id": uuid(2)}]
    )
    first, second = await maybe_await(data_access.Ticket.all(include=["comments"]))
    assert [request.url.path for request in server.requests] == ["/tickets", "/comments"]
    assert await maybe_await(first.get_comments()) == []
    assert [each.text for each in await maybe_await(second.get_comments())] == ["Hello"]
    assert len(server.requests) == 2
    EntityRegistry.unregister_entity("Comment")
    with pytest.raises(ValidationError, match="'comments' is not a related entity of Ticket"):
        await maybe_await(data_access.Ticket.all(include=["comments"]))


async def test_children_are_removed_with_the_parent(ticket, server):
    server.respond_with(lambda request: [{"id": OTHER_ID}] if request.url.path == "/comments" else [])
    await maybe_await(ticket.remove())
    deleted = [request.url.path for request in server.requests if request.method == "DELETE"]
    assert deleted == ["/comments", "/tickets"]


async def test_a_parent_that_was_read_before_has_the_accessors_too(data_access, server):
    ticket = make_model(data_access.Ticket, {"id": ID})
    assert not hasattr(ticket, "get_comments")
    EntityRegistry.register_entity(COMMENT)
    try:
        assert await maybe_await(ticket.get_comments()) == []
    finally:
        EntityRegistry.reset_entities()


@pytest.mark.parametrize(
    "unregister", [EntityRegistry.reset_entities, lambda: EntityRegistry.unregister_entity("Comment")]
)
def test_unregistering_takes_everything_back(data_access, unregister):
    before, members = Ticket.schema.references, set(vars(Ticket))
    EntityRegistry.register_entity(COMMENT)
    ticket = make_model(data_access.Ticket, {"id": ID})
    assert hasattr(ticket, "get_comments_by_created_at")
    unregister()
    assert Ticket.schema.references == before
    assert set(vars(Ticket)) == members
    assert not hasattr(ticket, "get_comments")
    assert not EntityRegistry.is_registered("Comment")


def test_registering_twice_adds_it_once(registered):
    EntityRegistry.register_entity(COMMENT)
    EntityRegistry.register_entity(comment_builder(remove_dependents=True).build())
    assert [each.target for each in Ticket.schema.references].count("Comments") == 1


def test_registering_another_declaration_replaces_the_reference(registered):
    EntityRegistry.register_entity(comment_builder().build())
    [reference] = [each for each in Ticket.schema.references if each.entity == "Comment"]
    assert reference.remove_dependents is False
    EntityRegistry.register_entity(comment_builder(type="has_one").build())
    [reference] = [each for each in Ticket.schema.references if each.entity == "Comment"]
    assert reference.getter == "get_comment"
    assert not hasattr(Ticket, "get_comments")


def test_a_parent_that_is_registered_later_gets_it_then():
    thread = SchemaBuilder(Thread, ThreadCollection).build()
    EntityRegistry.register_entity(comment_builder("Thread").build())
    try:
        assert not hasattr(Thread, "get_comments")
        EntityRegistry.register_entity(thread)
        assert hasattr(Thread, "get_comments")
        EntityRegistry.unregister_entity("Thread")
        assert not hasattr(Thread, "get_comments")
    finally:
        EntityRegistry.reset_entities()


def test_a_replaced_parent_gets_it_too(registered):
    original = Ticket.schema
    replacement = SchemaBuilder(Ticket, original.collection_class).build()
    try:
        EntityRegistry.register_entity(replacement)
        assert "Comments" in [each.target for each in replacement.references]
        assert "Comments" not in [each.target for each in original.references]
        EntityRegistry.unregister_entity("Ticket")
        assert EntityRegistry.schema_of("Ticket") is original
        assert "Comments" in [each.target for each in original.references]
    finally:
        Ticket.bind_schema(original)


def test_a_name_that_the_parent_has_already_is_refused():
    class TicketSuggestion(BaseModel):
        ENTITY_NAME = "TicketSuggestion"

    class TicketSuggestionCollection(BaseCollection[TicketSuggestion]):
        COLLECTION_NAME = "TicketSuggestionCollection"

    schema = (
        SchemaBuilder(TicketSuggestion, TicketSuggestionCollection)
        .add_reference("belongs_to", "Ticket")
        .add_to_parent("Ticket")
        .build()
    )
    shipped = EntityRegistry.schema_of("TicketSuggestion")
    with pytest.raises(SchemaValidationError, match="Ticket has get_ticket_suggestions already"):
        EntityRegistry.register_entity(schema)
    assert EntityRegistry.schema_of("TicketSuggestion") is shipped


def test_wrong_declarations_are_refused():
    builder = SchemaBuilder(Comment, CommentCollection)
    with pytest.raises(SchemaBuilderError, match='no belongs_to reference to "Ticket"'):
        builder.add_to_parent("Ticket").build()
    with pytest.raises(SchemaBuilderError, match="Invalid type"):
        builder.add_to_parent("Ticket", "belongs_to")
    with pytest.raises(SchemaBuilderError, match="non-empty string"):
        builder.add_to_parent("")
    with pytest.raises(SchemaBuilderError, match="remove_dependents must be a boolean"):
        builder.add_to_parent("Ticket", remove_dependents=1)
