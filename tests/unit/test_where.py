from datetime import UTC, datetime

import pytest

from spacecat_shared_data_access import Ticket, ValidationError
from unit.helpers import filters, settle


@pytest.fixture
def sent(films, server):
    """Send a query with a where callback, and give its filters."""

    async def send(where):
        await settle(films.all(where=where))
        return filters(server.last)

    return send


MOMENT = datetime(2026, 7, 2, 9, 38, tzinfo=UTC)


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (lambda attrs, op: op.eq(attrs.title, "a,b"), ("title", "eq.a,b")),
        (lambda attrs, op: op.eq(attrs.title, ""), ("title", "eq.")),
        (lambda attrs, op: op.ne(attrs.genre, Ticket), None),
        (lambda attrs, op: op.ne(attrs.year, 1968), ("year", "neq.1968")),
        (lambda attrs, op: op.gt(attrs.created_at, MOMENT), ("created_at", "gt.2026-07-02T09:38:00.000Z")),
        (lambda attrs, op: op.gte(attrs.year, 1.5), ("year", "gte.1.5")),
        (lambda attrs, op: op.lt(attrs.year, 3), ("year", "lt.3")),
        (lambda attrs, op: op.lte(attrs.year, 3), ("year", "lte.3")),
        (lambda attrs, op: op.in_(attrs.title, ["a", "b.c"]), ("title", 'in.(a,"b.c")')),
        (lambda attrs, op: op.in_(attrs.title, "a,b"), ("title", 'in.("a,b")')),
        (lambda attrs, op: op.in_(attrs.title, []), ("title", "in.()")),
        (lambda attrs, op: op.is_(attrs.director_id, None), ("director_id", "is.null")),
        (lambda attrs, op: op.is_(attrs.in_colour, False), ("colour", "is.false")),
        (lambda attrs, op: op.like(attrs.title, "Once*"), ("title", "like.Once*")),
        (lambda attrs, op: op.ilike(attrs.title, "%west%"), ("title", "ilike.%west%")),
        (lambda attrs, op: op.contains(attrs.tags, ["a b"]), ("tags", 'cs.{"a b"}')),
        (lambda attrs, op: op.contains(attrs.credits, {"a": 1}), ("credits", 'cs.{"a":1}')),
        (lambda attrs, op: op.eq(attrs["credits->>composer"], "EM"), ("credits->>composer", "eq.EM")),
        (lambda attrs, op: op.eq(attrs.film_id, "x"), ("id", "eq.x")),
    ],
)
async def test_each_comparison_is_sent_in_postgrests_words(sent, where, expected):
    if expected is None:
        with pytest.raises(ValidationError, match="cannot be stored as JSON"):
            await sent(where)
    else:
        assert await sent(where) == [expected]


async def test_conditions_are_joined_at_any_depth_and_none_is_left_out(sent):
    assert await sent(
        lambda attrs, op: op.and_(
            op.eq(attrs.title, "a"),
            None,
            op.and_(op.gt(attrs.year, 1), op.and_(), op.and_(op.lt(attrs.year, 3), None)),
        )
    ) == [("title", "eq.a"), ("year", "gt.1"), ("year", "lt.3")]


@pytest.mark.parametrize("where", [None, lambda attrs, op: None, lambda attrs, op: op.and_()])
async def test_no_condition_is_no_filter(sent, where):
    assert await sent(where) == []


async def test_a_misspelt_attribute_is_refused_by_name(films, server):
    with pytest.raises(ValidationError, match=r"^titel is not an attribute of film$"):
        await settle(films.all(where=lambda attrs, op: op.eq(attrs.titel, "a")))
    assert server.requests == []


@pytest.mark.parametrize(
    ("where", "message"),
    [
        ("title = 'a'", "where must be a callable that takes (attrs, op)"),
        (lambda attrs, op: True, "where must give a condition made with op, or None"),
        (lambda attrs, op: attrs.title, "where must give a condition made with op, or None"),
        (lambda attrs, op: [op.eq(attrs.title, "a")], "where must give a condition made with op, or None"),
        (lambda attrs, op: op.and_("title"), "where must give a condition made with op, or None"),
        (lambda attrs, op: op.eq("title", "a"), "a condition in where takes a column of attrs first"),
        (lambda attrs, op: op.eq(attrs[""], "a"), "a column in where must be a non-empty string"),
        (lambda attrs, op: op.eq(attrs[5], "a"), "a column in where must be a non-empty string"),
        (lambda attrs, op: op.eq(attrs.title, None), "a filter needs a value; null is looked for with is_"),
        (
            lambda attrs, op: op.in_(attrs.title, ["a", None]),
            "a filter needs a value; null is looked for with is_",
        ),
    ],
)
async def test_a_callback_that_gives_no_condition_is_refused(films, server, where, message):
    with pytest.raises(ValidationError) as raised:
        await settle(films.all(where=where))
    assert str(raised.value) == message
    assert server.requests == []


async def test_what_a_callback_raises_goes_through(films):
    def where(_attrs, _op):
        raise LookupError("mine")

    with pytest.raises(LookupError, match="mine"):
        await settle(films.all(where=where))


async def test_attributes_have_nothing_of_pythons_own_protocols(films):
    def where(attrs, op):
        assert not hasattr(attrs, "__length_hint__")

    await settle(films.all(where=where))
