import re
from datetime import UTC, datetime

import httpx
import pytest

from spacecat_shared_data_access import (
    BaseCollection,
    BaseModel,
    EntityRegistry,
    SchemaBuilder,
    Ticket,
    ValidationError,
)
from spacecat_shared_data_access.postgrest.cursors import encode_cursor
from unit.helpers import ID, collect, filters, maybe_await, page_of, params, uuid
from unit.sample_entities import Film


@pytest.fixture
def sent(films, server):
    """Send a query with a where callback, and give its filters."""

    async def send(where):
        await maybe_await(films.all(where=where))
        return filters(server.last)

    return send


MOMENT = datetime(2026, 7, 2, 9, 38, tzinfo=UTC)
QUOTED_MOMENT = '"2026-07-02T09:38:00.000Z"'


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
        (lambda attrs, op: op.in_(attrs.title, (text for text in ("a", "b"))), ("title", "in.(a,b)")),
        (lambda attrs, op: op.in_(attrs.title, {"a": 1, "b": 2}.keys()), ("title", "in.(a,b)")),
        (lambda attrs, op: op.in_(attrs.title, []), ("title", "in.()")),
        (lambda attrs, op: op.is_(attrs.director_id, None), ("director_id", "is.null")),
        (lambda attrs, op: op.is_(attrs.in_colour, False), ("colour", "is.false")),
        (lambda attrs, op: op.like(attrs.title, "Once*"), ("title", "like.Once*")),
        (lambda attrs, op: op.ilike(attrs.title, "%west%"), ("title", "ilike.%west%")),
        (lambda attrs, op: op.contains(attrs.tags, ["a b"]), ("tags", 'cs.{"a b"}')),
        (lambda attrs, op: op.overlaps(attrs.tags, iter(["a", "b"])), ("tags", "ov.{a,b}")),
        (lambda attrs, op: op.contains(attrs.credits, {"a": 1}), ("credits", 'cs.{"a":1}')),
        (lambda attrs, op: op.eq(attrs["credits->>composer"], "EM"), ("credits->>composer", "eq.EM")),
        (lambda attrs, op: op.eq(attrs.film_id, "x"), ("id", "eq.x")),
    ],
)
async def test_each_comparison_is_sent_in_postgrest_syntax(sent, where, expected):
    if expected is None:
        with pytest.raises(ValidationError, match="cannot be stored as JSON"):
            await sent(where)
    else:
        assert await sent(where) == [expected]


async def test_conditions_can_be_nested_and_none_is_ignored(sent):
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


def title(attrs, op, value="a"):
    return op.eq(attrs.title, value)


def year(attrs, op, value=1):
    return op.gt(attrs.year, value)


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (lambda attrs, op: op.or_(title(attrs, op), year(attrs, op)), [("or", "(title.eq.a,year.gt.1)")]),
        (lambda attrs, op: title(attrs, op) | year(attrs, op), [("or", "(title.eq.a,year.gt.1)")]),
        (lambda attrs, op: title(attrs, op) & year(attrs, op), [("title", "eq.a"), ("year", "gt.1")]),
        (lambda attrs, op: op.not_(title(attrs, op)), [("title", "not.eq.a")]),
        (lambda attrs, op: ~title(attrs, op), [("title", "not.eq.a")]),
        (lambda attrs, op: ~~title(attrs, op), [("title", "eq.a")]),
        (
            lambda attrs, op: ~(title(attrs, op) & year(attrs, op)),
            [("not.and", "(title.eq.a,year.gt.1)")],
        ),
        (lambda attrs, op: ~(title(attrs, op) | year(attrs, op)), [("not.or", "(title.eq.a,year.gt.1)")]),
        (lambda attrs, op: ~~(title(attrs, op) | year(attrs, op)), [("or", "(title.eq.a,year.gt.1)")]),
        (
            lambda attrs, op: title(attrs, op) | (year(attrs, op) & ~title(attrs, op, "b")),
            [("or", "(title.eq.a,and(year.gt.1,title.not.eq.b))")],
        ),
        (
            lambda attrs, op: title(attrs, op) | ~(year(attrs, op) | title(attrs, op, "b")),
            [("or", "(title.eq.a,not.or(year.gt.1,title.eq.b))")],
        ),
        (
            lambda attrs, op: (title(attrs, op) | title(attrs, op, "b")) | year(attrs, op),
            [("or", "(title.eq.a,title.eq.b,year.gt.1)")],
        ),
        (
            lambda attrs, op: (title(attrs, op) | year(attrs, op)) & (title(attrs, op) | year(attrs, op, 2)),
            [("or", "(title.eq.a,year.gt.1)"), ("or", "(title.eq.a,year.gt.2)")],
        ),
        (lambda attrs, op: op.or_(title(attrs, op), None), [("title", "eq.a")]),
        (lambda attrs, op: op.or_(None, op.and_(), title(attrs, op)), [("title", "eq.a")]),
        (lambda attrs, op: None | title(attrs, op), [("title", "eq.a")]),
        (lambda attrs, op: None & title(attrs, op), [("title", "eq.a")]),
        (lambda attrs, op: title(attrs, op) | None, [("title", "eq.a")]),
        (lambda attrs, op: title(attrs, op) & op.and_(), [("title", "eq.a")]),
        (
            lambda attrs, op: op.and_(year(attrs, op), op.or_(title(attrs, op), op.is_(attrs.title, None))),
            [("year", "gt.1"), ("or", "(title.eq.a,title.is.null)")],
        ),
        (lambda attrs, op: op.between(attrs.year, 1, 5), [("year", "gte.1"), ("year", "lte.5")]),
        (
            lambda attrs, op: op.between(attrs.created_at, MOMENT, MOMENT) | title(attrs, op),
            [
                (
                    "or",
                    f"(and(created_at.gte.{QUOTED_MOMENT},created_at.lte.{QUOTED_MOMENT}),title.eq.a)",
                )
            ],
        ),
        (lambda attrs, op: ~op.between(attrs.year, 1, 5), [("not.and", "(year.gte.1,year.lte.5)")]),
        (lambda attrs, op: ~op.in_(attrs.title, ["a", "b,c"]), [("title", 'not.in.(a,"b,c")')]),
        (lambda attrs, op: ~op.is_(attrs.title, None), [("title", "not.is.null")]),
        (lambda attrs, op: op.overlaps(attrs.tags, ["a b", "c"]), [("tags", 'ov.{"a b",c}')]),
        (lambda attrs, op: op.overlaps(attrs.tags, "c"), [("tags", "ov.{c}")]),
        (lambda attrs, op: op.overlaps(attrs.tags, {"c", "a"}), [("tags", "ov.{a,c}")]),
        (lambda attrs, op: op.contained_by(attrs.tags, ["a", "c"]), [("tags", "cd.{a,c}")]),
        (lambda attrs, op: op.contained_by(attrs.credits, {"a": 1}), [("credits", 'cd.{"a":1}')]),
        (lambda attrs, op: op.starts_with(attrs.title, "Once"), [("title", "like.Once%")]),
        (lambda attrs, op: op.ends_with(attrs.title, "West"), [("title", "like.%West")]),
        (lambda attrs, op: op.starts_with(attrs.title, r"a\b_%"), [("title", r"like.a\\b\_\%%")]),
        (lambda attrs, op: op.starts_with(attrs.title, "a*.b"), [("title", r"match.^a\*\.b")]),
        (lambda attrs, op: op.ends_with(attrs.title, "a*$"), [("title", r"match.a\*\$$")]),
        (lambda attrs, op: op.starts_with(attrs.genre, Film.Genre.DRAMA), [("genre", "like.Drama%")]),
    ],
)
async def test_conditions_are_combined(sent, where, expected):
    assert await sent(where) == expected


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("", '""'),
        ("a,b", '"a,b"'),
        ("(a)", '"(a)"'),
        ('a"b', '"a\\"b"'),
        ("a\\b", '"a\\\\b"'),
        ("a b", '"a b"'),
        ("{a}b", '"{a}b"'),
        ("a{b}", "a{b}"),
        ("not.eq.a", '"not.eq.a"'),
        ("null", "null"),
        (True, "true"),
        (1.5, '"1.5"'),
    ],
)
async def test_values_inside_or_are_quoted_if_necessary(sent, value, text):
    assert await sent(lambda attrs, op: title(attrs, op, value) | year(attrs, op)) == [
        ("or", f"(title.eq.{text},year.gt.1)")
    ]


async def test_other_operators_inside_or(sent):
    assert await sent(
        lambda attrs, op: op.or_(
            op.in_(attrs.title, ["a,b", ")"]),
            op.is_(attrs.in_colour, False),
            op.contains(attrs.tags, ["a", "b c"]),
            op.starts_with(attrs.title, "%,"),
            op.eq(attrs["credits->>composer"], "E.M."),
        )
    ) == [
        (
            "or",
            (
                '(title.in.("a,b",")"),colour.is.false,tags.cs."{a,\\"b c\\"}",title.like."\\\\%,%",'
                'credits->>composer.eq."E.M.")'
            ),
        )
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("credits->0->>a b", "credits->0->>a b"),
        ("a-b", "a-b"),
        ("a,b", '"a,b"'),
        ('title.eq."x",id', '"title.eq.\\"x\\",id"'),
    ],
)
async def test_a_raw_column_inside_or_stays_one_column(sent, name, text):
    assert await sent(lambda attrs, op: op.eq(attrs[name], 1) | year(attrs, op)) == [
        ("or", f"({text}.eq.1,year.gt.1)")
    ]


@pytest.mark.parametrize("name", ["directors.name", "a/b", "a->>b.c", "a->"])
@pytest.mark.parametrize(
    "combine",
    [
        lambda op, one, other: one | other,
        lambda op, one, other: ~(one & other),
        lambda op, one, other: op.and_(other, op.or_(other, one)),
    ],
)
async def test_another_raw_column_is_refused_inside_or(films, server, name, combine):
    with pytest.raises(ValidationError, match=rf"^{re.escape(name)} cannot be used inside op\.or_"):
        await maybe_await(
            films.all(where=lambda attrs, op: combine(op, op.eq(attrs[name], 1), year(attrs, op)))
        )
    assert server.requests == []


@pytest.mark.parametrize(
    ("where", "message"),
    [
        (lambda attrs, op: op.or_(), "op.or_ needs a condition: without one, all rows would match"),
        (lambda attrs, op: op.or_(None, op.and_()), "op.or_ needs a condition"),
        (lambda attrs, op: op.and_(title(attrs, op), op.or_(*[])), "op.or_ needs a condition"),
        (lambda attrs, op: op.not_(None), "op.not_ needs a condition"),
        (lambda attrs, op: op.not_(op.and_()), "op.not_ needs a condition"),
        (lambda attrs, op: ~op.and_(None), "op.not_ needs a condition"),
        (lambda attrs, op: op.or_([title(attrs, op)]), "where must return a condition made with op, or None"),
        (lambda attrs, op: op.not_(attrs.in_colour), "where must return a condition made with op, or None"),
        (lambda attrs, op: op.is_(attrs.in_colour, "null,id.gt.0"), "in_colour: is_ takes None, True, False"),
        (lambda attrs, op: op.is_(attrs.year, 5), "year: is_ takes None, True, False"),
        (lambda attrs, op: op.starts_with(attrs.title, None), "title: starts_with and ends_with take a text"),
        (lambda attrs, op: op.ends_with(attrs.title, 5), "title: starts_with and ends_with take a text"),
        (lambda attrs, op: op.starts_with(attrs.title, "a\0"), "title: a text with a NUL character"),
        (lambda attrs, op: op.ends_with(attrs.title, "a\0*"), "title: a text with a NUL character"),
        (
            lambda attrs, op: op.starts_with("title", "a"),
            "a condition in where takes a column of attrs first",
        ),
        (lambda attrs, op: op.overlaps(attrs.tags, {"a": 1}), "tags: overlaps takes a list of values"),
        (lambda attrs, op: op.between(attrs.year, 1, None), "year: a filter needs a value"),
        (
            lambda attrs, op: nested(attrs, op, 101),
            "conditions in where can be nested at most 100 levels deep",
        ),
    ],
)
async def test_a_condition_without_a_meaning_is_refused(films, server, where, message):
    with pytest.raises(ValidationError) as raised:
        await maybe_await(films.all(where=where))
    assert str(raised.value).startswith(message)
    assert server.requests == []


def nested(attrs, op, levels):
    condition = title(attrs, op)
    for level in range(levels):
        condition = (condition | year(attrs, op)) if level % 2 else (condition & year(attrs, op))
    return condition


async def test_conditions_are_nested_deeply(sent):
    [(_, text), *_] = await sent(lambda attrs, op: nested(attrs, op, 100))
    assert text.count("(") == 100


async def test_many_alternatives_are_one_level(sent):
    def where(attrs, op):
        condition = None
        for value in range(500):
            condition = condition | op.eq(attrs.year, value)
        return condition

    [(name, text)] = await sent(where)
    assert (name, text.count("year.eq."), text.count("(")) == ("or", 500, 1)


@pytest.mark.parametrize(
    "where",
    [
        lambda attrs, op: title(attrs, op) & True,
        lambda attrs, op: title(attrs, op) | "title",
        lambda attrs, op: attrs.in_colour & title(attrs, op),
        lambda attrs, op: attrs.in_colour | attrs.title,
        lambda attrs, op: ~attrs.in_colour,
    ],
)
async def test_only_conditions_are_combined(films, server, where):
    with pytest.raises(TypeError, match=r"unsupported operand|bad operand"):
        await maybe_await(films.all(where=where))
    assert server.requests == []


async def test_a_misspelt_attribute_is_refused_by_name(films, server):
    with pytest.raises(ValidationError, match=r"^titel is not an attribute of film$"):
        await maybe_await(films.all(where=lambda attrs, op: op.eq(attrs.titel, "a")))
    assert server.requests == []


@pytest.mark.parametrize(
    ("where", "message"),
    [
        ("title = 'a'", "where must be a callable that takes (attrs, op)"),
        (lambda attrs, op: True, "where must return a condition made with op, or None"),
        (lambda attrs, op: attrs.title, "where must return a condition made with op, or None"),
        (lambda attrs, op: [op.eq(attrs.title, "a")], "where must return a condition made with op, or None"),
        (lambda attrs, op: op.and_("title"), "where must return a condition made with op, or None"),
        (lambda attrs, op: op.eq("title", "a"), "a condition in where takes a column of attrs first"),
        (lambda attrs, op: op.eq(attrs[""], "a"), "a column in where must be a non-empty string"),
        (lambda attrs, op: op.eq(attrs[5], "a"), "a column in where must be a non-empty string"),
        (
            lambda attrs, op: op.eq(attrs.title, None),
            "title: a filter needs a value; use is_ for null",
        ),
        (
            lambda attrs, op: op.in_(attrs.title, ["a", None]),
            "title: a filter needs a value; use is_ for null",
        ),
    ],
)
async def test_a_callback_that_returns_no_condition_is_refused(films, server, where, message):
    with pytest.raises(ValidationError) as raised:
        await maybe_await(films.all(where=where))
    assert str(raised.value) == message
    assert server.requests == []


async def test_an_exception_of_a_callback_is_raised(films):
    def where(_attrs, _op):
        raise LookupError("mine")

    with pytest.raises(LookupError, match="mine"):
        await maybe_await(films.all(where=where))


async def test_attributes_have_no_python_protocols(films):
    def where(attrs, op):
        assert not hasattr(attrs, "__length_hint__")

    await maybe_await(films.all(where=where))


@pytest.mark.parametrize(
    "where",
    [
        lambda attrs, op: op.eq(attrs.title, "a") and op.eq(attrs.year, 1),
        lambda attrs, op: op.eq(attrs.title, "a") or op.eq(attrs.year, 1),
        lambda attrs, op: not op.eq(attrs.title, "a"),
        lambda attrs, op: op.eq(attrs.title, "a") if op.eq(attrs.year, 1) else None,
        lambda attrs, op: op.and_(op.eq(attrs.title, "a")) and op.eq(attrs.year, 1),
        lambda attrs, op: all([op.eq(attrs.title, "a"), op.eq(attrs.year, 1)]),
        lambda attrs, op: any([op.eq(attrs.title, "a"), op.eq(attrs.year, 1)]),
        lambda attrs, op: attrs.title and op.eq(attrs.year, 1),
        lambda attrs, op: not attrs.in_colour,
    ],
)
async def test_a_condition_in_a_boolean_context_is_a_type_error(films, server, where):
    with pytest.raises(TypeError, match=r"write op\.and_\(a, b\) instead of `a and b`"):
        await maybe_await(films.all(where=where))
    assert server.requests == []


@pytest.mark.parametrize(
    "where",
    [
        lambda attrs, op: attrs.title == "a",
        lambda attrs, op: attrs.title != "a",
        lambda attrs, op: attrs.title == attrs.slug,
        lambda attrs, op: attrs.year < 1,
        lambda attrs, op: attrs.year <= 1,
        lambda attrs, op: attrs.year > 1,
        lambda attrs, op: attrs.year >= 1,
        lambda attrs, op: 1 < attrs.year < 5,
        lambda attrs, op: attrs.title in ["a", "b"],
        lambda attrs, op: "a" in attrs.tags,
        lambda attrs, op: op.and_(attrs.title == "a", None),
        lambda attrs, op: attrs["title"] == "a",
    ],
)
async def test_a_column_that_is_compared_without_op_is_a_type_error(films, server, where):
    with pytest.raises(TypeError, match=r"^a column in where is compared with op: write op\.eq\(attrs\."):
        await maybe_await(films.all(where=where))
    assert server.requests == []


async def test_an_async_callback_is_refused(films, server):
    async def where(attrs, op):
        return op.eq(attrs.title, "a")

    with pytest.raises(ValidationError, match="where must be a plain function"):
        await maybe_await(films.all(where=where))
    assert server.requests == []


@pytest.mark.parametrize(
    "name",
    [
        "select",
        "columns",
        "on_conflict",
        "order",
        "limit",
        "offset",
        "and",
        "or",
        "not.and",
        "not.or",
        "organizations.order",
        "organizations.limit",
        "a.b.or",
    ],
)
async def test_a_raw_column_cannot_be_a_reserved_parameter(films, server, name):
    with pytest.raises(ValidationError, match=f"^a column named {re.escape(name)} cannot"):
        await maybe_await(films.all(where=lambda attrs, op: op.eq(attrs[name], "a")))
    assert server.requests == []


@pytest.mark.parametrize("name", ["selected", "order_id", "limits", "organizations.name", "order->>limit"])
async def test_another_raw_column_is_sent_unchanged(sent, name):
    assert await sent(lambda attrs, op: op.eq(attrs[name], "a")) == [(name, "eq.a")]


class TestAnAttributeNamedAsAParameter:
    @pytest.fixture
    def shelves(self, data_access):
        class Shelf(BaseModel):
            ENTITY_NAME = "Shelf"

        class ShelfCollection(BaseCollection[Shelf]):
            COLLECTION_NAME = "ShelfCollection"

        EntityRegistry.register_entity(
            SchemaBuilder(Shelf, ShelfCollection)
            .add_attribute("order", type="number")
            .add_attribute("most", type="number", postgrest_field="limit")
            .build()
        )
        yield data_access.Shelf
        EntityRegistry.reset_entities()

    async def test_such_a_column_can_be_stored_read_and_sorted_by(self, shelves, server):
        server.respond_with([{"id": ID, "order": 5, "limit": 3}])
        shelf = await maybe_await(shelves.create({"order": 5, "most": 3}))
        assert (shelf.get_order(), shelf.get_most()) == (5, 3)
        await maybe_await(shelves.all(order_by="order", attributes=["order", "most"]))
        assert dict(params(server.last))["order"] == "order.asc,id.asc"
        assert dict(params(server.last))["select"] == "order,limit"

    @pytest.mark.parametrize(
        "call",
        [
            lambda shelves: shelves.all({"order": 5}),
            lambda shelves: shelves.all({"most": 5}),
            lambda shelves: shelves.all(between=("order", 1, 2)),
            lambda shelves: shelves.all(where=lambda attrs, op: op.gt(attrs.order, 1)),
            lambda shelves: shelves.count({"most": 5}),
            lambda shelves: shelves.batch_get_by_keys([{"order": 5}, {"order": 6}]),
            lambda shelves: shelves.update_by_keys({"order": 5, "shelf_id": ID}, {"most": 1}),
            lambda shelves: shelves.remove_by_index_keys([{"order": 5}]),
            lambda shelves: shelves.remove_by_index_keys([{"order": 5, "shelf_id": ID}]),
        ],
    )
    async def test_such_a_column_cannot_be_a_filter(self, shelves, server, call):
        with pytest.raises(ValidationError, match=r"a column named (order|limit) cannot be used in a filter"):
            await maybe_await(call(shelves))
        assert server.requests == []


class TestHowOftenTheCallbackIsCalled:
    @pytest.fixture
    def calls(self):
        return []

    @pytest.fixture
    def where(self, calls):
        def where(attrs, op):
            calls.append(attrs)
            return op.gt(attrs.year, 5)

        return where

    async def test_where_is_called_once_for_all_pages(self, small_pages, server, where, calls):
        server.respond_with(*[[{"id": uuid(number), "title": "a"} for number in range(2)]] * 3, [])
        assert len(await maybe_await(small_pages.all(where=where))) == 6
        assert len(calls) == 1
        assert [filters(request) for request in server.requests] == [[("year", "gt.5")]] * 4

    async def test_where_is_called_once_while_iterating(self, small_pages, server, where, calls):
        server.respond_with(*[[{"id": uuid(number), "title": "a"} for number in range(2)]] * 3, [])
        assert len(await collect(small_pages.iterate(where=where))) == 6
        assert len(calls) == 1

    async def test_where_is_called_once_for_count_and_find(self, films, server, where, calls):
        server.respond_with(httpx.Response(206, headers={"Content-Range": "0-0/7"}))
        await maybe_await(films.count(where=where))
        assert len(calls) == 1
        server.respond_with([])
        await maybe_await(films.find_by_all(where=where))
        await maybe_await(films.first(where=where))
        await maybe_await(films.page(where=where, limit=3))
        assert len(calls) == 4


class TestLongLists:
    """A filter of 2,000 IDs has 74,000 bytes, more than a URL may have."""

    IDS = tuple(uuid(number) for number in range(2_000))

    @pytest.fixture
    def table(self, server):
        """A table of films that supports filters by ID, order, offset and limit."""

        def respond(request):
            asked = dict(params(request))
            wanted = set(asked["id"].removeprefix("in.(").removesuffix(")").split(","))
            found = [row for row in self.stored if row["id"] in wanted]
            if request.method == "HEAD":
                return httpx.Response(206, headers={"Content-Range": f"*/{len(found)}"})
            found.sort(key=lambda row: (row["year"] is None, row["year"] or 0, row["id"]), reverse=True)
            return page_of(found, request)

        self.stored = [
            {"id": id_, "title": "a", "year": None if number % 7 == 0 else 1900 + number % 50}
            for number, id_ in enumerate(self.IDS)
        ]
        server.respond_with(respond)

    @staticmethod
    def among(values):
        return lambda attrs, op: op.in_(attrs.film_id, values)

    @pytest.mark.usefixtures("table")
    async def test_long_filters_are_split_and_the_rows_are_in_order(self, films, server):
        found = await maybe_await(films.all(where=self.among(self.IDS)))
        expected = sorted(
            self.stored, key=lambda row: (row["year"] is None, row["year"] or 0, row["id"]), reverse=True
        )
        assert [film.get_id() for film in found] == [row["id"] for row in expected]
        assert [len(dict(params(request))["id"].split(",")) for request in server.requests] == [50] * 40
        assert all(len(str(request.url)) < 8_000 for request in server.requests)

    @pytest.mark.usefixtures("table")
    async def test_each_part_has_the_rest_of_the_query(self, films, server):
        where = self.among(self.IDS)
        await maybe_await(
            films.all_by_genre(
                "drama", where=lambda attrs, op: op.and_(op.gt(attrs.year, 5), where(attrs, op)), order="asc"
            )
        )
        for request in server.requests:
            names = [name for name, _ in filters(request)]
            assert names == ["genre", "year", "id"]

    @pytest.mark.usefixtures("table")
    async def test_a_repeated_value_is_found_once(self, films):
        found = await maybe_await(films.all(where=self.among((*self.IDS, *self.IDS))))
        assert len(found) == 2_000

    async def test_a_uuid_in_two_spellings_is_found_once(self, films, server):
        server.respond_with([{"id": ID, "year": 1}])
        ids = [*self.IDS[:150], ID.upper()]
        assert len(await maybe_await(films.all(where=self.among(ids)))) == 1

    @pytest.mark.usefixtures("table")
    async def test_the_parts_are_counted(self, films):
        assert await maybe_await(films.count(where=self.among((*self.IDS, *self.IDS)))) == 2_000

    @pytest.mark.usefixtures("table")
    async def test_the_parts_are_iterated(self, films):
        assert len(await collect(films.iterate(where=self.among(self.IDS)))) == 2_000

    @pytest.mark.usefixtures("table")
    async def test_several_pages_of_each_part_are_read(self, small_pages):
        assert len(await maybe_await(small_pages.all(where=self.among(self.IDS[:200])))) == 200

    @pytest.mark.usefixtures("table")
    async def test_attributes_read_for_sorting_are_not_returned(self, films, server):
        found = await maybe_await(
            films.all(where=self.among(self.IDS[:200]), attributes=["film_id", "title"])
        )
        assert len(found) == 200
        assert all(film.get_title() == "a" and "year" not in film.to_dict() for film in found)
        assert dict(params(server.last))["select"] == "id,title,year"

    @pytest.mark.usefixtures("table")
    async def test_a_page_without_a_limit_has_all_of_them(self, films):
        page = await maybe_await(films.all(where=self.among(self.IDS), return_cursor=True))
        assert (len(page), page.cursor) == (2_000, None)

    @pytest.mark.parametrize(
        "options",
        [
            {"limit": 5},
            {"limit": 5, "fetch_all_pages": True},
            {"limit": 1},
            {"cursor": encode_cursor(5)},
            {"fetch_all_pages": False},
            {"order_by": ("title", "asc")},
            {"index": "spacecat-data-gsi3pk-gsi3sk"},
        ],
    )
    async def test_a_split_that_cannot_be_merged_is_refused(self, films, server, options):
        with pytest.raises(ValidationError) as raised:
            await maybe_await(films.all(where=self.among(self.IDS), **options))
        assert "id: the filter is too long" in str(raised.value)
        assert "more than the limit of 65,536" in str(raised.value)
        assert server.requests == []

    async def test_a_shorter_list_is_sent_in_one_request_with_a_limit(self, films, server):
        await maybe_await(films.all(where=self.among(self.IDS[:1_000]), limit=5))
        assert len(server.requests) == 1

    async def test_a_list_of_many_short_values_is_sent_in_one_request(self, films, server):
        await maybe_await(films.all(where=lambda attrs, op: op.in_(attrs.year, list(range(200)))))
        assert len(server.requests) == 1

    async def test_one_of_two_long_lists_is_split(self, films, server):
        ids = self.IDS[:300]
        await maybe_await(
            films.all(
                where=lambda attrs, op: op.and_(op.in_(attrs.film_id, ids), op.in_(attrs.director_id, ids))
            )
        )
        assert len(server.requests) == 6
        assert {len(dict(params(request))["director_id"].split(",")) for request in server.requests} == {300}

    @pytest.mark.parametrize(
        "combine",
        [
            lambda op, condition, other: condition | other,
            lambda op, condition, other: ~(condition & other),
            lambda op, condition, other: ~condition,
        ],
    )
    async def test_a_list_inside_or_and_not_is_sent_whole_or_refused(self, films, server, combine):
        def among(ids):
            return lambda attrs, op: combine(op, op.in_(attrs.film_id, ids), op.eq(attrs.title, "a"))

        await maybe_await(films.all(where=among(self.IDS[:1_000])))
        assert len(server.requests) == 1
        with pytest.raises(ValidationError, match=r"the filter is too long.*more than the limit of 65,536"):
            await maybe_await(films.all(where=among(self.IDS)))
        assert len(server.requests) == 1

    @pytest.mark.parametrize(
        "call",
        [
            lambda films, text: films.all({"title": text}),
            lambda films, text: films.find_by_index_keys({"title": text}),
            lambda films, text: films.count({"title": text}),
            lambda films, text: films.all(where=lambda attrs, op: op.eq(attrs.title, text)),
            lambda films, text: films.all(where=lambda attrs, op: op.in_(attrs.title, [text, "a"])),
            lambda films, text: films.all(between=("title", "a", text)),
            lambda films, text: films.batch_get_by_keys([{"title": text}]),
            lambda films, text: films.remove_by_index_keys([{"title": text}]),
            lambda films, text: films.update_by_keys({"title": text}, {"year": 1}),
        ],
    )
    @pytest.mark.parametrize("text", ["a" * 70_000, "€" * 8_000])
    async def test_a_value_that_is_too_long_is_refused_by_name(self, films, server, call, text):
        with pytest.raises(ValidationError) as raised:
            await maybe_await(call(films, text))
        assert "title: the value takes 7" in str(raised.value)
        assert "more than the limit of 65,536" in str(raised.value)
        assert server.requests == []
