"""Entities of a program are children of a ticket: read by its accessor, and removed with it, in a real table."""

from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
import pytest_asyncio

from integration.every_entity import EveryEntity
from integration.sync_async import maybe_await
from spacecat_shared_data_access import (
    BaseCollection,
    BaseModel,
    EntityRegistry,
    SchemaBuilder,
    create_async_data_access,
    create_data_access,
)
from spacecat_shared_data_access.local import LocalPostgrest


class Comment(BaseModel):
    ENTITY_NAME = "Comment"


class CommentCollection(BaseCollection[Comment]):
    COLLECTION_NAME = "CommentCollection"


class Reaction(BaseModel):
    ENTITY_NAME = "Reaction"


class ReactionCollection(BaseCollection[Reaction]):
    COLLECTION_NAME = "ReactionCollection"


SCHEMAS = [
    SchemaBuilder(Comment, CommentCollection)
    .add_reference("belongs_to", "Ticket", ["position"])
    .add_to_parent("Ticket", remove_dependents=True)
    .add_attribute("position", type="number", required=True)
    .build(),
    SchemaBuilder(Reaction, ReactionCollection)
    .add_reference("belongs_to", "Comment")
    .add_to_parent("Comment", "has_one", remove_dependents=True)
    .add_attribute("emoji", type="string", required=True)
    .build(),
]


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    for schema in SCHEMAS:
        EntityRegistry.register_entity(schema)
    with LocalPostgrest() as server:
        yield server.url
    EntityRegistry.reset_entities()


@pytest_asyncio.fixture(loop_scope="session", params=["sync", "async"])
async def data_access(request: pytest.FixtureRequest, url: str) -> AsyncIterator[Any]:
    if request.param == "sync":
        with create_data_access(postgrest_url=url) as data_access:
            yield data_access
    else:
        async with create_async_data_access(postgrest_url=url) as data_access:
            yield data_access


async def test_children_are_read_and_removed_with_their_parent(data_access: Any) -> None:
    every = EveryEntity(data_access)
    tickets = [await every.parent("Ticket"), await every.create("Ticket")]
    for ticket in tickets:
        for position in (2, 1):
            comment = await maybe_await(data_access.Comment.create(ticket_id=ticket.id, position=position))
            await maybe_await(data_access.Reaction.create(comment_id=comment.id, emoji="+1"))

    first, second = tickets
    comments = await maybe_await(first.get_comments(order="asc"))
    assert [each.position for each in comments] == [1, 2]
    assert [each.id for each in await maybe_await(first.get_comments_by_position(2))] == [comments[1].id]
    assert (await maybe_await(comments[0].get_reaction())).emoji == "+1"

    loaded = await maybe_await(data_access.Ticket.find_by_id(second.id, include=["comments.reaction"]))
    for comment in await maybe_await(loaded.get_comments()):
        assert (await maybe_await(comment.get_reaction())).emoji == "+1"

    await maybe_await(first.remove())
    assert await maybe_await(data_access.Comment.count(ticket_id=first.id)) == 0
    assert await maybe_await(data_access.Comment.count(ticket_id=second.id)) == 2
    assert await maybe_await(data_access.Reaction.count()) == 2
    await maybe_await(second.remove())
    assert await maybe_await(data_access.Reaction.count()) == 0
