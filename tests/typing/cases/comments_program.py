"""A program that uses its own entities, with the stub of `comments`."""

# ruff: noqa: TC004 - it is checked, and never run

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, assert_type
from uuid import UUID

from comments import Comment, CommentCollection, Reaction, create_async_data_access, create_data_access

from spacecat_shared_data_access import AsyncTicket, Page, Ticket

if TYPE_CHECKING:
    from comments import AsyncComment, AsyncDataAccess, AsyncReaction, CommentItem, DataAccess


def with_sync_api(ticket_id: UUID, moment: datetime) -> None:
    with create_data_access(postgrest_url="http://127.0.0.1:3000") as data_access:
        assert_type(data_access, DataAccess)
        assert_type(data_access.Comment, CommentCollection)
        item: CommentItem = {"ticket_id": ticket_id, "text": "Hello", "posted_at": moment}
        comment = data_access.Comment.create(item)
        assert_type(comment, Comment)
        assert_type(data_access.Comment.create(ticket_id=ticket_id, text="Hello", posted_at="…"), Comment)
        assert_type(comment.text, str)
        assert_type(comment.get_tone(), Comment.Tone | str)
        assert_type(comment.set_text("Hi").save(), Comment)
        assert_type(comment.update(text="Hi"), Comment)
        assert_type(comment.is_long(), bool)
        assert_type(comment.answered(), Comment)
        assert_type(comment.get_ticket(), Ticket | None)
        assert_type(comment.get_reactions(), list[Reaction])
        assert_type(data_access.Comment.all_long("…"), list[Comment])
        assert_type(data_access.Comment.all_by_ticket_id(ticket_id), list[Comment])
        assert_type(data_access.Comment.find_by_ticket_id_and_posted_at("…", moment), Comment | None)
        assert_type(data_access.Comment.page(limit=5, answered=True), Page[Comment])
        data_access.Comment.all(where=lambda attrs, op: op.eq(attrs.tone, Comment.Tone.ANGRY))
        assert_type(data_access.Ticket.first(), Ticket | None)


async def with_async_api(ticket_id: UUID) -> None:
    async with create_async_data_access(postgrest_url="http://127.0.0.1:3000") as data_access:
        assert_type(data_access, AsyncDataAccess)
        comment = await data_access.Comment.first(ticket_id=ticket_id)
        assert_type(comment, AsyncComment | None)
        assert comment is not None
        assert_type(await comment.answered(), AsyncComment)
        assert_type(await comment.get_ticket(), AsyncTicket | None)
        assert_type(await comment.get_reactions(), list[AsyncReaction])
        assert_type(await data_access.Comment.all_long("…"), list[AsyncComment])
        async for reaction in data_access.Reaction:
            assert_type(reaction.emoji, str)


def mistakes(data_access: DataAccess, comment: Comment) -> None:
    data_access.Comment.create({"text": "Hello"})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    data_access.Comment.all(textt="Hello")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
    comment.posted_at = "…"  # type: ignore[assignment]  # pyright: ignore[reportAttributeAccessIssue]
    comment.get_textt()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
