"""Stored values are read back unchanged, and a query finds what Python finds among the same values."""

import asyncio
import functools
import logging
import operator
import re
from datetime import UTC, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hypothesis_profiles import examples
from integration.factory import idempotency_key_values, ticket_values
from spacecat_shared_data_access import (
    DataAccessError,
    RetryPolicy,
    ValidationError,
    create_async_data_access,
    create_data_access,
)
from spacecat_shared_data_access.schema.values import normalize_timestamp

QUIET = logging.getLogger("quiet")
QUIET.disabled = True

texts = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
reserved = st.text(",.:()\"\\{}[]*%_&=+#?/' ;\t\n\r-!<>|@^~`$", max_size=8)
words = st.sampled_from(
    ["null", "NULL", "true", "eq.a", "not.eq.a", "in.(a)", "{}", "{a}", "%41", "a+b", "\u2028"]
)
found_texts = texts | reserved | words
json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | found_texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(found_texts, inner, max_size=4),
    max_leaves=12,
)


class Room:
    """Two data accesses over one server, and what the tests of this module share of its rows."""

    def __init__(self, server):
        settings = {
            "postgrest_url": server.url,
            "postgrest_api_key": server.api_key,
            "log": QUIET,
            "retry": RetryPolicy.off(),
        }
        self.blocking = create_data_access(**settings)
        self.asynchronous = create_async_data_access(**settings)
        self._runner = asyncio.Runner()

    def on(self, api, call):
        """The result of a call with an API."""
        if api == "blocking":
            return call(self.blocking)

        async def awaited():
            return await call(self.asynchronous)

        return self._runner.run(awaited())

    def close(self):
        self.blocking.close()
        self._runner.run(self.asynchronous.aclose())
        self._runner.close()


@pytest.fixture(scope="module")
def room(server, database):
    database.execute("DELETE FROM organizations; DELETE FROM oauth_nonces")
    room = Room(server)
    yield room
    room.close()


@pytest.fixture(scope="module")
def organization(room):
    return room.blocking.Organization.create(
        {"name": "ACME", "ims_org_id": "0123456789ABCDEF01234567@AdobeOrg"}
    )


@pytest.fixture(scope="module")
def connection(room, organization):
    return room.blocking.TaskManagementConnection.create(
        {
            "organization_id": organization.get_id(),
            "provider": "jira_cloud",
            "display_name": "ACME's Jira",
            "instance_url": "https://acme.atlassian.net",
            "connected_by": "somebody@example.com",
            "external_instance_id": "9f6b0c7e-0000-4000-8000-000000000000",
            "metadata": {"cloudId": "9f6b0c7e-0000-4000-8000-000000000000", "scopes": []},
        }
    )


@pytest.fixture(scope="module")
def site(room, organization):
    return room.blocking.Site.create(
        {"base_url": "https://example.com", "organization_id": organization.get_id()}
    )


def as_read(value):
    """Return a stored value as it is read: timestamps are normalized, and [null] counts as null."""
    if isinstance(value, str):
        return normalize_timestamp(value)
    return None if value == [None] else value


def same(left, right):
    """Whether two JSON values are alike, type by type: true is not 1."""
    if isinstance(left, bool) or isinstance(right, bool):
        return left is right
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(same, left, right))
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(same(left[key], right[key]) for key in left)
    if isinstance(left, float) or isinstance(right, float):
        # jsonb keeps a number's shortest digits, which of a large double are others than its own.
        return left is not None and right is not None and float(left) == float(right)
    return left == right


class TestWhatIsStored:
    @examples(15)
    @given(value=json_values)
    @example(value={"a": 5e-324, "b": 1.7976931348623157e308, "c": -0.0})
    @example(value="\ufffe\uffff\U0010fffe\x01\x7f\x80")
    def test_is_read_back_as_json(self, room, organization, api, value):
        item = idempotency_key_values(organization) | {"response": value}
        created = room.on(api, lambda data: data.IdempotencyKey.create(item))
        found = room.on(api, lambda data: data.IdempotencyKey.find_by_id(created.get_id()))
        assert same(created.get_response(), as_read(value))
        assert same(found.get_response(), as_read(value))
        room.on(api, lambda _data: found.remove())

    @examples(15)
    @given(text=found_texts)
    def test_is_found_alone_by_its_text(self, room, connection, api, text):
        near = {text + "x", "x" + text, text.swapcase() + "y", "plain"} - {text}
        kept = [text, *near]
        items = [
            ticket_values(connection) | {"ticket_key": each, "external_ticket_id": each} for each in kept
        ]
        made = room.on(api, lambda data: data.Ticket.create_many(items))
        assert made.error_items == []
        try:
            for query in (
                lambda data: data.Ticket.all({"ticket_key": text}),
                lambda data: data.Ticket.all(where=lambda attrs, op: op.eq(attrs.ticket_key, text)),
                lambda data: data.Ticket.all(where=lambda attrs, op: op.in_(attrs.ticket_key, [text, "no"])),
                lambda data: data.Ticket.all(
                    where=lambda attrs, op: op.and_(*(op.ne(attrs.ticket_key, each) for each in near))
                ),
                lambda data: data.Ticket.all(between=("ticket_key", text, text)),
                lambda data: (
                    data.Ticket.all(where=lambda attrs, op: op.like(attrs.ticket_key, escaped(text)))
                    if "*" not in text
                    else data.Ticket.all({"ticket_key": text})
                ),
                lambda data: data.Ticket.all_by_index_keys({"ticket_key": text, "external_ticket_id": text}),
            ):
                assert [each.get_ticket_key() for each in room.on(api, query)] == [text]
        finally:
            room.on(
                api, lambda data: data.Ticket.remove_by_ids([each.get_id() for each in made.created_items])
            )

    @pytest.mark.parametrize("value", ["\0", "a\0b", "\ud800", "a\udfff"])
    def test_no_text_that_postgresql_cannot_keep(self, room, connection, organization, api, value):
        item = ticket_values(connection)
        for call in (
            lambda data: data.Ticket.create(item | {"ticket_key": value}),
            lambda data: data.Ticket.create_many([item | {"ticket_key": value}]),
            lambda data: data.Ticket.all({"ticket_key": value}),
            lambda data: data.Ticket.count({"ticket_key": value}),
            lambda data: data.Ticket.all(where=lambda attrs, op: op.in_(attrs.ticket_key, ["a", value])),
            lambda data: data.IdempotencyKey.create(
                idempotency_key_values(organization) | {"response": {"deep": [value]}}
            ),
            lambda data: data.IdempotencyKey.create(
                idempotency_key_values(organization) | {"response": {value: 1}}
            ),
        ):
            try:
                found = room.on(api, call)
            except DataAccessError as error:
                failure = error
            else:
                failure = found.error_items[0].error
            assert isinstance(failure, ValidationError)
            assert ("a NUL character" if "\0" in value else "lone surrogate") in str(failure)


def escaped(text):
    return re.sub(r"([\\%_])", r"\\\1", text)


# Few values of each, so that they meet. A ticket's status may be null.
STATUSES = [None, "", "a", "A", "ab", "b%", "b_", "a,b", "null", "(a)", "é", "*", "a*b", "{a}", '\\"']
KEYS = ["To Do", "Done", "done", "a.b"]
ATTRIBUTES = {"ticket_key": KEYS, "ticket_status": STATUSES}


def like(pattern, text, *, ignore_case=False):
    """Return whether SQL's LIKE matches, with PostgREST's `*` for `%`."""
    parts = re.findall(r"\\(.)|(.)", pattern.replace("*", "%"), re.DOTALL)
    wildcards = {"%": ".*", "_": "."}
    regex = "".join(
        re.escape(plain) if plain else wildcards.get(each, re.escape(each)) for plain, each in parts
    )
    return re.fullmatch(regex, text, re.DOTALL | (re.IGNORECASE if ignore_case else 0)) is not None


# By operator: what holds of a value that is not null. Of null nothing holds but that it is null.
HOLDS = {
    "eq": lambda stored, given: stored == given,
    "ne": lambda stored, given: stored != given,
    "in_": lambda stored, given: stored in given,
    "like": lambda stored, given: like(given, stored),
    "ilike": lambda stored, given: like(given, stored, ignore_case=True),
    "starts_with": str.startswith,
    "ends_with": str.endswith,
}
affixes = st.sampled_from(
    ["", "a", "A", "b%", "_", "%", "*", "a*", "*b", "a,", "(", "{a", "\\", '"', ".b", "é"]
)
patterns = st.sampled_from(["%", "a%", "%b", "_", "a_", "*", "%\\%", "%\\_", "", "A", "%,%", "É", "(%)"])


@st.composite
def conditions(draw):
    """An operator, an attribute and a value."""
    attribute = draw(st.sampled_from(list(ATTRIBUTES)))
    operator = draw(st.sampled_from([*HOLDS, "is_"]))
    present = st.sampled_from([value for value in ATTRIBUTES[attribute] if value is not None])
    operand = {
        "in_": st.lists(present, min_size=1, max_size=3),
        "like": patterns,
        "ilike": patterns,
        "starts_with": affixes,
        "ends_with": affixes,
        "is_": st.none(),
    }
    return operator, attribute, draw(operand.get(operator, present))


some = st.recursive(
    conditions(),
    lambda inner: st.tuples(
        st.sampled_from(["and_", "or_", "&", "|", "not_", "~"]),
        st.lists(inner, min_size=1, max_size=3),
    ),
    max_leaves=8,
)
# None is ignored, but `or_` and `not_` need a condition.
expressions = st.none() | some | st.lists(some | st.none(), max_size=3).map(lambda parts: ("and_", parts))


def written(expression, attrs, op):
    """An expression as a where callback writes it."""
    match expression:
        case None:
            return None
        case (operator, [*parts]):
            given = [written(part, attrs, op) for part in parts]
            return WRITTEN[operator](op, given)
        case (operator, attribute, value):
            return getattr(op, operator)(getattr(attrs, attribute), value)


WRITTEN = {
    "and_": lambda op, parts: op.and_(*parts),
    "or_": lambda op, parts: op.or_(*parts, None),
    "&": lambda _op, parts: functools.reduce(operator.and_, parts),
    "|": lambda _op, parts: functools.reduce(operator.or_, parts),
    "not_": lambda op, parts: op.not_(op.and_(*parts)),
    "~": lambda op, parts: ~op.or_(*parts),
}


def truth(expression, row):
    """Whether an expression is true of a row, by SQL's logic of three values: None is unknown."""
    match expression:
        case (("and_" | "&" | "or_" | "|" | "not_" | "~") as joined, parts):
            truths = [truth(part, row) for part in parts]
            met = (
                all_of(truths) if joined in {"and_", "&", "not_"} else opposite(all_of(map(opposite, truths)))
            )
            return opposite(met) if joined in {"not_", "~"} else met
        case ("is_", attribute, _):
            return row[attribute] is None
        case (operator, attribute, value):
            return None if row[attribute] is None else HOLDS[operator](row[attribute], value)
    return True


def all_of(truths):
    truths = list(truths)
    return False if False in truths else None if None in truths else True


def opposite(truth):
    return None if truth is None else not truth


def row_matches(expression, row):
    """Whether an expression is true of a row; what is unknown is not."""
    return truth(expression, row) is True


@pytest.fixture(scope="module")
def stock(room, connection):
    """A ticket of each key and status, by its id."""
    pairs = [(key, status) for key in KEYS for status in STATUSES]
    items = [
        ticket_values(connection)
        | {"ticket_key": key, "created_by": "stock"}
        | ({} if status is None else {"ticket_status": status})
        for key, status in pairs
    ]
    made = room.blocking.Ticket.create_many(items).created_items
    yield {
        each.get_id(): {"ticket_key": key, "ticket_status": status}
        for each, (key, status) in zip(made, pairs, strict=True)
    }
    room.blocking.Ticket.remove_by_ids([each.get_id() for each in made])


OURS = {"created_by": "stock"}


class TestWhatIsLookedFor:
    @examples(25)
    @given(expression=expressions)
    @example(expression=("in_", "ticket_status", [""]))
    @example(expression=("|", [("in_", "ticket_status", [""]), ("eq", "ticket_status", "{a}")]))
    @example(expression=("not_", [("eq", "ticket_status", "a"), ("eq", "ticket_key", "Done")]))
    @example(expression=("~", [("starts_with", "ticket_status", "*"), ("is_", "ticket_status", None)]))
    def test_is_what_python_finds(self, room, stock, api, expression):
        def where(attrs, op):
            return written(expression, attrs, op)

        expected = {id_ for id_, row in stock.items() if row_matches(expression, row)}
        found = room.on(api, lambda data: data.Ticket.all(OURS, where=where))
        assert {each.get_id() for each in found} == expected
        assert room.on(api, lambda data: data.Ticket.count(OURS, where=where)) == len(expected)

    @given(
        expression=expressions,
        limit=st.integers(1, 60),
        order_by=st.sampled_from(
            [
                None,
                ("ticket_key", "asc"),
                ("ticket_status", "desc"),
                ("created_at", "asc"),
                ("ticket_id", "desc"),
                [("ticket_status", "desc"), "ticket_key"],
                ["ticket_key", ("ticket_status", "desc")],
                ["ticket_status", ("ticket_key", "desc"), ("created_at", "asc")],
            ]
        ),
    )
    @examples(8)
    def test_comes_once_page_by_page(self, room, stock, api, expression, limit, order_by):
        options = {"where": lambda attrs, op: written(expression, attrs, op), "order_by": order_by}
        whole = [each.get_id() for each in room.on(api, lambda data: data.Ticket.all(OURS, **options))]
        pages, cursor = [], None
        while True:
            page = room.on(
                api,
                lambda data, cursor=cursor: data.Ticket.all(
                    OURS, **options, limit=limit + 1, cursor=cursor, return_cursor=True
                ),
            )
            pages += [each.get_id() for each in page.data]
            cursor = page.cursor
            if cursor is None:
                break
        assert pages == whole
        kept, cursor = [], None
        while True:
            page = room.on(
                api, lambda data, cursor=cursor: data.Ticket.page(OURS, **options, limit=limit, cursor=cursor)
            )
            kept += [each.get_id() for each in page]
            cursor = page.cursor
            if cursor is None:
                break
        assert kept == whole
        assert set(pages) == {id_ for id_, row in stock.items() if row_matches(expression, row)}

    @given(text=found_texts)
    @examples(15)
    def test_by_its_beginning_and_its_end(self, room, connection, api, text):
        kept = [text, f"{text}x", f"x{text}", f"x{text}y"]
        items = [ticket_values(connection) | {"ticket_key": each, "created_by": "affixes"} for each in kept]
        made = room.on(api, lambda data: data.Ticket.create_many(items)).created_items
        try:
            for name, of in (("starts_with", str.startswith), ("ends_with", str.endswith)):
                for negated in (False, True):

                    def where(attrs, op, name=name, negated=negated):
                        condition = getattr(op, name)(attrs.ticket_key, text)
                        either = condition | op.eq(attrs.ticket_key, f"{text}{text}?")
                        return ~either if negated else either

                    found = room.on(
                        api, lambda data, where=where: data.Ticket.all({"created_by": "affixes"}, where=where)
                    )
                    expected = [each for each in kept if of(each, text) is not negated]
                    assert sorted(each.get_ticket_key() for each in found) == sorted(expected)
        finally:
            room.on(api, lambda data: data.Ticket.remove_by_ids([each.get_id() for each in made]))

    @given(values=st.lists(st.integers(-(10**6), 10**6), min_size=1, max_size=6, unique=True), data=st.data())
    @examples(8)
    def test_by_order_is_what_python_compares(self, room, organization, api, values, data):
        moments = {value: datetime.fromtimestamp(1_900_000_000 + value, UTC) for value in values}
        items = [
            idempotency_key_values(organization)
            | {"expires_at": moment, "response": value, "endpoint": "ordered"}
            for value, moment in moments.items()
        ]
        pivot = data.draw(st.sampled_from(values))  # before anything is stored: a draw may end the example
        made = room.on(api, lambda access: access.IdempotencyKey.create_many(items)).created_items
        try:
            for operator, expected in {
                "gt": [value for value in values if value > pivot],
                "gte": [value for value in values if value >= pivot],
                "lt": [value for value in values if value < pivot],
                "lte": [value for value in values if value <= pivot],
            }.items():
                found = room.on(
                    api,
                    lambda access, operator=operator: access.IdempotencyKey.all(
                        {"endpoint": "ordered"},
                        where=lambda attrs, op: getattr(op, operator)(attrs.expires_at, moments[pivot]),
                    ),
                )
                assert sorted(each.get_response() for each in found) == sorted(expected)
            start, end = sorted([pivot, values[0]])
            for negated in (False, True):

                def where(attrs, op, negated=negated):
                    within = op.between(attrs.expires_at, moments[start], moments[end])
                    return ~within if negated else within

                found = room.on(
                    api,
                    lambda access, where=where: access.IdempotencyKey.all(
                        {"endpoint": "ordered"}, where=where
                    ),
                )
                expected = [value for value in values if (start <= value <= end) is not negated]
                assert sorted(each.get_response() for each in found) == sorted(expected)
        finally:
            room.on(api, lambda access: access.IdempotencyKey.remove_by_ids([each.get_id() for each in made]))


# Arrays of few values, so that they meet: a URL's audits.
ITEMS = ["a", "b", "a b", "{a}", 'a"b', "a,b", "NULL", "", "\\"]
arrays = st.lists(st.sampled_from(ITEMS), max_size=3, unique=True)
SETS = {
    "overlaps": lambda stored, given: bool(stored & given),
    "contains": lambda stored, given: stored >= given,
    "contained_by": lambda stored, given: stored <= given,
}


class TestArrays:
    @given(stored=st.lists(arrays, min_size=1, max_size=4), given_=arrays, other=arrays)
    @examples(15)
    def test_are_compared_as_sets(self, room, site, api, stored, given_, other):
        items = [
            {"site_id": site.get_id(), "url": f"https://example.com/{number}", "audits": each}
            for number, each in enumerate(stored)
        ]
        made = room.on(api, lambda data: data.AuditUrl.create_many(items)).created_items
        assert len(made) == len(items)
        try:
            for name, of in SETS.items():

                def where(attrs, op, name=name):
                    condition = getattr(op, name)(attrs.audits, given_)
                    return condition | ~getattr(op, name)(attrs.audits, other)

                found = room.on(
                    api,
                    lambda data, where=where: data.AuditUrl.all({"site_id": site.get_id()}, where=where),
                )
                expected = [
                    each for each in stored if of(set(each), set(given_)) or not of(set(each), set(other))
                ]
                assert sorted(each.get_audits() for each in found) == sorted(expected), name
        finally:
            room.on(api, lambda data: data.AuditUrl.remove_by_ids([each.get_id() for each in made]))
