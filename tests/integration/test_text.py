"""Text of every kind: stored as it is, and found alone, whatever characters mean elsewhere."""

import re

import pytest
import pytest_asyncio

from integration.factory import bridge_values, from_now, idempotency_key_values, ticket_values
from integration.sync_async import maybe_await
from spacecat_shared_data_access import ValidationError

RESERVED = ",.:()\"\\{}[]*%&=+#?/' ;"
TEXTS = [
    "plain",
    "PLAIN",
    *RESERVED.replace(" ", "").replace('"', ""),
    RESERVED,
    RESERVED.replace(" ", ""),
    RESERVED[::-1],
    "_",
    "-",
    "-- comment",
    "a,b",
    "(a,b)",
    '"quoted"',
    '"',
    '\\"',
    "\\\\",
    "a\\",
    "it''s",
    "eq.plain",
    "not.eq.plain",
    "in.(plain)",
    "is.null",
    "null",
    "NULL",
    "true",
    "NaN",
    "0",
    "00",
    "1e3",
    "{}",
    "{a,b}",
    "[1,2]",
    "$1",
    "%s",
    "%41",
    "%2C",
    "%%",
    "a&select=id",
    "a#b",
    "a+b",
    "http://example.com/?a=1&b=2#c",
    " ",
    " leading",
    "trailing ",
    "in the middle",
    "tab\there",
    "line\nbreak",
    "carriage\r\nreturn",
    "\t",
    "\n",
    "é",
    "e\u0301",
    "Straße",
    "ß",
    "İ",
    "日本語",
    "مرحبا بالعالم",
    "שלום",
    "🎫",
    "👩\u200d👩\u200d👧\u200d👦",
    "\u00a0",
    "\u200b",
    "\u2028",
    "\ufeff",
    "\U0010ffff",
    "\x01\x7f",
    "2026-01-01",
    "x" * 3000,
    "ü" * 1000,
]
WITHOUT_BLANKS = [text for text in TEXTS if " " not in text]
WITH_BLANKS = ["plain", *(text for text in TEXTS if " " in text or "+" in text)]

# Queries send a blank as `+`, as browsers do and PostgREST understands (since 6.0.2).
both = pytest.mark.parametrize(
    "texts",
    [
        pytest.param(WITHOUT_BLANKS, id="without-blanks"),
        pytest.param(WITH_BLANKS, id="with-blanks"),
    ],
)


@pytest.fixture
def texts():
    return TEXTS


@pytest_asyncio.fixture(loop_scope="session")
async def tickets(data_access, make, texts):
    """A ticket of each text, in its key and elsewhere."""
    connection = await make.connection()
    items = [
        ticket_values(connection)
        | {"external_ticket_id": text, "ticket_key": text, "ticket_status": text, "created_by": text}
        for text in texts
    ]
    result = await maybe_await(data_access.Ticket.create_many(items, connection))
    assert result.error_items == []
    return result.created_items


def like(pattern, text, *, ignore_case=False):
    """Return whether SQL's LIKE matches, with PostgREST's `*` for `%`."""
    parts = re.findall(r"\\(.)|(.)", pattern.replace("*", "%"), re.DOTALL)
    wildcards = {"%": ".*", "_": "."}
    regex = "".join(
        re.escape(literal) if literal else wildcards.get(char, re.escape(char)) for literal, char in parts
    )
    return re.fullmatch(regex, text, re.DOTALL | (re.IGNORECASE if ignore_case else 0)) is not None


def escaped(text):
    return re.sub(r"([\\%_])", r"\\\1", text)


def keys(models):
    return sorted(each.get_ticket_key() for each in models)


class TestStored:
    @pytest.mark.usefixtures("tickets")
    async def test_as_it_is(self, data_access, database):
        rows = database.execute("SELECT ticket_key, ticket_status, created_by FROM tickets").fetchall()
        assert sorted(row["ticket_key"] for row in rows) == sorted(TEXTS)
        assert all(row["ticket_key"] == row["ticket_status"] == row["created_by"] for row in rows)
        assert keys(await maybe_await(data_access.Ticket.all())) == sorted(TEXTS)

    async def test_when_it_changes(self, data_access, tickets):
        for ticket, text in zip(tickets, reversed(TEXTS), strict=True):
            ticket.set_ticket_status(text)
        await maybe_await(data_access.Ticket.save_many(tickets))
        await maybe_await(tickets[0].set_ticket_status(RESERVED).save())
        found = {
            each.get_ticket_key(): each.get_ticket_status()
            for each in await maybe_await(data_access.Ticket.all())
        }
        assert found == dict(zip(TEXTS, reversed(TEXTS), strict=True)) | {TEXTS[0]: RESERVED}

    async def test_empty_text(self, data_access, make):
        ticket = await make.ticket(created_by="", ticket_status="")
        await make.ticket()
        assert (ticket.get_created_by(), ticket.get_ticket_status()) == ("", "")
        for where in (
            lambda attrs, op: op.eq(attrs.created_by, ""),
            lambda attrs, op: op.in_(attrs.ticket_status, ["", "x"]),
            lambda attrs, op: op.like(attrs.ticket_status, ""),
        ):
            found = await maybe_await(data_access.Ticket.all(where=where))
            assert [each.get_id() for each in found] == [ticket.get_id()]
        assert await maybe_await(data_access.Ticket.count({"created_by": ""})) == 1


@both
@pytest.mark.usefixtures("tickets")
class TestFound:
    async def found(self, data_access, texts, query):
        """By text: the keys of the tickets that a query finds."""
        return {text: keys(await maybe_await(query(data_access.Ticket, text))) for text in texts}

    async def test_by_eq(self, data_access, texts):
        found = await self.found(
            data_access,
            texts,
            lambda collection, text: collection.all(where=lambda attrs, op: op.eq(attrs.ticket_key, text)),
        )
        assert found == {text: [text] for text in texts}

    async def test_by_ne(self, data_access, texts):
        others = [text for text in texts if len(text) < 100 and text != "plain"]
        found = await maybe_await(
            data_access.Ticket.all(
                where=lambda attrs, op: op.and_(*(op.ne(attrs.ticket_key, text) for text in others))
            )
        )
        assert keys(found) == sorted(set(texts) - set(others))

    async def test_by_in(self, data_access, texts):
        found = await self.found(
            data_access,
            texts,
            lambda collection, text: collection.all(
                where=lambda attrs, op: op.in_(attrs.ticket_key, [text, "plain", "nowhere"])
            ),
        )
        assert found == {text: sorted({text, "plain"}) for text in texts}

    async def test_by_all_of_them_in_one_in(self, data_access, texts):
        short = [text for text in texts if len(text) < 1000]
        found = await maybe_await(
            data_access.Ticket.all(where=lambda attrs, op: op.in_(attrs.ticket_key, short))
        )
        assert keys(found) == sorted(short)

    async def test_by_keys(self, data_access, texts):
        found = await self.found(
            data_access, texts, lambda collection, text: collection.all({"ticket_key": text})
        )
        assert found == {text: [text] for text in texts}

    async def test_by_many_keys(self, data_access, texts):
        result = await maybe_await(
            data_access.Ticket.batch_get_by_keys([{"ticket_key": text} for text in texts])
        )
        assert keys(result.data) == sorted(texts)

    async def test_by_between(self, data_access, texts):
        found = await self.found(
            data_access, texts, lambda collection, text: collection.all(between=("ticket_key", text, text))
        )
        assert found == {text: [text] for text in texts}

    async def test_by_like(self, data_access, texts):
        found = await self.found(
            data_access,
            texts,
            lambda collection, text: collection.all(
                where=lambda attrs, op: op.like(attrs.ticket_key, escaped(text))
            ),
        )
        assert found == {text: sorted(each for each in texts if like(escaped(text), each)) for text in texts}

    async def test_by_a_part(self, data_access, texts):
        for text in texts[::5]:
            pattern = f"%{escaped(text)}%"
            found = await maybe_await(
                data_access.Ticket.all(
                    where=lambda attrs, op, pattern=pattern: op.like(attrs.ticket_key, pattern)
                )
            )
            assert keys(found) == sorted(each for each in texts if like(pattern, each)), text

    async def test_by_ilike(self, data_access, texts):
        # Python and PostgreSQL disagree about the case of a few letters: those are left to themselves.
        for text in (each for each in texts if each.isascii()):
            found = await maybe_await(
                data_access.Ticket.all(
                    where=lambda attrs, op, text=text: op.ilike(attrs.ticket_key, escaped(text).upper())
                )
            )
            expected = sorted(each for each in texts if like(escaped(text), each, ignore_case=True))
            assert keys(found) == expected, text

    async def test_and_removed_alone(self, data_access, texts):
        await maybe_await(
            data_access.Ticket.remove_by_index_keys([{"ticket_key": text} for text in texts[::2]])
        )
        assert keys(await maybe_await(data_access.Ticket.all())) == sorted(texts[1::2])

    async def test_and_changed_alone(self, data_access, texts):
        for text in texts:
            await maybe_await(
                data_access.Ticket.update_by_keys({"ticket_key": text}, {"created_by": f"<{text}>"})
            )
        found = {
            each.get_ticket_key(): each.get_created_by()
            for each in await maybe_await(data_access.Ticket.all())
        }
        assert found == {text: f"<{text}>" for text in texts}


@both
class TestFinders:
    async def test_of_suggestions(self, data_access, make, texts):
        ticket = await make.ticket()
        items = [bridge_values(ticket) | {"suggestion_id": text} for text in texts]
        await maybe_await(data_access.TicketSuggestion.create_many(items))
        one_by_one = [
            (await maybe_await(data_access.TicketSuggestion.find_by_suggestion_id(text))) for text in texts
        ]
        assert [each and each.get_suggestion_id() for each in one_by_one] == texts
        together = await maybe_await(data_access.TicketSuggestion.all_by_suggestion_ids(texts))
        assert sorted(each.get_suggestion_id() for each in together) == sorted(texts)

    async def test_of_nonces(self, data_access, texts):
        items = [{"nonce": text, "expires_at": from_now(minutes=5)} for text in texts]
        await maybe_await(data_access.OAuthNonce.create_many(items))
        assert [await maybe_await(data_access.OAuthNonce.delete(nonce=text)) for text in texts] == [1] * len(
            texts
        )
        assert await maybe_await(data_access.OAuthNonce.count()) == 0

    async def test_of_idempotency_keys(self, data_access, make, texts):
        organization = await make.organization()
        items = [idempotency_key_values(organization) | {"key": text, "endpoint": text} for text in texts]
        await maybe_await(data_access.IdempotencyKey.create_many(items))
        find = data_access.IdempotencyKey.find_active_key
        found = [await maybe_await(find(text, organization.get_id())) for text in texts]
        assert [each and each.get_key() for each in found] == texts


@both
class TestContains:
    async def test_json_that_holds_a_text(self, data_access, make, texts):
        organization = await make.organization()
        items = [
            idempotency_key_values(organization) | {"response": {"text": text, text: ["x", text], "n": 1}}
            for text in texts
        ]
        created = (await maybe_await(data_access.IdempotencyKey.create_many(items))).created_items
        for model, text in zip(created, texts, strict=True):
            for part in ({"text": text}, {text: [text]}):
                found = await maybe_await(
                    data_access.IdempotencyKey.all(
                        where=lambda attrs, op, part=part: op.contains(attrs.response, part)
                    )
                )
                assert [each.get_id() for each in found] == [model.get_id()], text


class TestUnstorable:
    @pytest.mark.parametrize("text", ["\x00", "a\x00b"])
    async def test_a_nul_character_is_refused_before_anything_is_sent(self, make, text):
        with pytest.raises(ValidationError, match="created_by: a text with a NUL"):
            await make.ticket(created_by=text)
