import gc
import json
from base64 import b64decode, b64encode
from datetime import UTC, datetime
from uuid import UUID

import httpx
import pytest

from spacecat_shared_data_access import DataAccessError, Page, UnavailableError, ValidationError
from spacecat_shared_data_access.postgrest.cursors import encode_cursor
from unit.helpers import (
    ID,
    OTHER_ID,
    PARENT_ID,
    collect,
    error_response,
    filters,
    maybe_await,
    page_of,
    params,
    uuid,
)
from unit.sample_entities import Film


def rows(*numbers):
    return [{"id": uuid(number), "title": f"film {number}"} for number in numbers]


def ids(models):
    return [model.get_id() for model in models]


def table_of(stored):
    """Respond like a table with these rows."""

    def respond(request):
        asked = dict(params(request))
        start = int(asked["offset"])
        return stored[start : start + int(asked["limit"])]

    return respond


async def test_all_reads_in_the_order_of_the_all_index(films, server):
    server.respond_with(rows(1, 2))
    found = await maybe_await(films.all())
    assert ids(found) == [uuid(1), uuid(2)]
    assert all(type(film) is Film for film in found)
    assert params(server.last) == [
        ("select", "*"),
        ("order", "year.desc,id.desc"),
        ("offset", "0"),
        ("limit", "1000"),
    ]


async def test_nothing_found_is_an_empty_list_or_none(films):
    assert await maybe_await(films.all()) == []
    assert await maybe_await(films.all(limit=1)) is None
    assert await maybe_await(films.find_by_all()) is None
    assert await maybe_await(films.find_by_id(ID)) is None


async def test_without_a_limit_all_pages_are_read(small_pages, server):
    server.respond_with(table_of(rows(1, 2, 3, 4, 5)))
    assert ids(await maybe_await(small_pages.all())) == [uuid(number) for number in range(1, 6)]
    assert [dict(params(request))["offset"] for request in server.requests] == ["0", "2", "4"]


async def test_a_full_last_page_is_followed_by_an_empty_one(small_pages, server):
    server.respond_with(table_of(rows(1, 2, 3, 4)))
    assert len(await maybe_await(small_pages.all())) == 4
    assert len(server.requests) == 3


async def test_a_limit_reads_one_page_of_that_size(films, server):
    server.respond_with(rows(1, 2))
    assert len(await maybe_await(films.all(limit=2))) == 2
    assert len(server.requests) == 1
    assert dict(params(server.last))["limit"] == "2"


async def test_a_limit_above_the_page_size_is_read_in_pages(small_pages, server):
    server.respond_with(table_of(rows(1, 2, 3, 4, 5)))
    assert len(await maybe_await(small_pages.all(limit=3))) == 3
    assert [dict(params(request))["limit"] for request in server.requests] == ["2", "1"]


async def test_a_limit_of_one_returns_a_model_or_none(films, server):
    server.respond_with(rows(1))
    assert (await maybe_await(films.all(limit=1))).get_id() == uuid(1)
    assert (await maybe_await(films.all_by_genre("Drama", limit=1))).get_id() == uuid(1)
    server.respond_with([])
    assert await maybe_await(films.all_by_genre("Drama", limit=1)) is None


async def test_a_full_page_has_a_cursor(films, server):
    server.respond_with(rows(1, 2))
    page = await maybe_await(films.all(limit=2, return_cursor=True))
    assert isinstance(page, Page)
    assert ids(page.data) == [uuid(1), uuid(2)]
    assert page.cursor == encode_cursor(2)


async def test_a_short_page_is_the_last(films, server):
    server.respond_with(rows(1))
    assert (await maybe_await(films.all(limit=2, return_cursor=True))).cursor is None


async def test_a_cursor_returns_the_next_page(films, server):
    server.respond_with(table_of(rows(1, 2, 3)))
    first = await maybe_await(films.all(limit=2, return_cursor=True))
    second = await maybe_await(films.all(limit=2, return_cursor=True, cursor=first.cursor))
    assert ids(second.data) == [uuid(3)]
    assert second.cursor is None


async def test_all_pages_may_be_fetched_in_the_size_of_the_limit(films, server):
    server.respond_with(table_of(rows(1, 2, 3)))
    page = await maybe_await(films.all(limit=2, fetch_all_pages=True, return_cursor=True))
    assert len(page.data) == 3
    assert page.cursor is None
    assert [dict(params(request))["limit"] for request in server.requests] == ["2", "2"]


async def test_only_the_first_page_may_be_fetched(small_pages, server):
    server.respond_with(table_of(rows(1, 2, 3)))
    assert len(await maybe_await(small_pages.all(fetch_all_pages=False))) == 2


async def test_a_full_page_without_a_limit_has_a_cursor_too(small_pages, server):
    server.respond_with(table_of(rows(1, 2, 3)))
    page = await maybe_await(small_pages.all(fetch_all_pages=False, return_cursor=True))
    assert page.cursor == encode_cursor(2)


@pytest.mark.parametrize(
    ("options", "order"),
    [
        ({}, "year.desc,id.desc"),
        ({"order": "asc"}, "year.asc,id.asc"),
        ({"order": "desc"}, "year.desc,id.desc"),
        ({"order_by": "title"}, "title.asc,id.asc"),
        ({"order_by": ("title",)}, "title.asc,id.asc"),
        ({"order_by": ("title", "desc")}, "title.desc,id.desc"),
        ({"order_by": ["title", "DESC"]}, "title.desc,id.desc"),
        ({"order_by": {"attribute": "in_colour"}}, "colour.asc,id.asc"),
        ({"order_by": {"attribute": "title", "direction": "desc"}}, "title.desc,id.desc"),
        ({"order_by": "film_id"}, "id.asc"),
        ({"order_by": None}, "year.desc,id.desc"),
        ({"order": "asc", "order_by": ("title", "desc")}, "title.desc,id.desc"),
        ({"index": "primary"}, "id.desc"),
        ({"index": "spacecat-data-gsi3pk-gsi3sk", "order": "asc"}, "genre.asc,title.asc,id.asc"),
        ({"index": None}, "year.desc,id.desc"),
    ],
)
async def test_an_order_ends_with_the_id(films, server, options, order):
    await maybe_await(films.all(**options))
    assert dict(params(server.last))["order"] == order


async def test_the_matching_index_determines_the_order(films, server):
    await maybe_await(films.all_by_index_keys({"director_id": PARENT_ID, "year": 1968}))
    assert dict(params(server.last))["order"] == "director_id.desc,year.desc,title.desc,id.desc"


@pytest.mark.parametrize(
    ("attributes", "select"),
    [
        (None, "*"),
        ([], "*"),
        (["title"], "title"),
        (("film_id", "inColour", "year"), "id,colour,year"),
    ],
)
async def test_attributes_are_read_by_their_columns(films, server, attributes, select):
    await maybe_await(films.all(attributes=attributes))
    assert dict(params(server.last))["select"] == select


MOMENT = datetime(2026, 7, 2, 9, 38, tzinfo=UTC)


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        (("year", 1960, 1970), [("year", "gte.1960"), ("year", "lte.1970")]),
        (["in_colour", False, True], [("colour", "gte.false"), ("colour", "lte.true")]),
        (
            {"attribute": "createdAt", "start": MOMENT, "end": "2026-07-03T00:00:00.000Z"},
            [("created_at", "gte.2026-07-02T09:38:00.000Z"), ("created_at", "lte.2026-07-03T00:00:00.000Z")],
        ),
    ],
)
async def test_a_range_is_closed(films, server, between, expected):
    await maybe_await(films.all(between=between))
    assert filters(server.last) == expected


async def test_keys_then_range_then_where_are_sent_in_this_order(films, server):
    await maybe_await(
        films.all_by_genre(
            "drama", between=("year", 1, 2), where=lambda attrs, op: op.ne(attrs.title, "x"), limit=5
        )
    )
    assert filters(server.last) == [
        ("genre", "eq.Drama"),
        ("year", "gte.1"),
        ("year", "lte.2"),
        ("title", "neq.x"),
    ]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"limit": 0}, "limit must be a positive integer"),
        ({"limit": -1}, "limit must be a positive integer"),
        ({"limit": True}, "limit must be a positive integer"),
        ({"limit": 1.0}, "limit must be a positive integer"),
        ({"limit": "5"}, "limit must be a positive integer"),
        ({"cursor": "tomorrow"}, "cursor cannot be read"),
        ({"order": "up"}, "Failed to query [film]: order must be asc or desc"),
        ({"index": "mine"}, "Failed to query [film]: query proxy [mine] not found"),
        ({"order_by": "colour"}, "Failed to query [film]: unknown order_by attribute [colour]"),
        ({"order_by": "origin"}, "Failed to query [film]: unknown order_by attribute [origin]"),
        ({"order_by": ("title", "up")}, "Failed to query [film]: invalid order_by direction [up]"),
        ({"order_by": 5}, "order_by must be an attribute, or a pair of attribute and direction"),
        (
            {"order_by": ("a", "b", "c")},
            "order_by must be an attribute, or a pair of attribute and direction",
        ),
        (
            {"order_by": {"attribute": "title", "order": "asc"}},
            "order_by must be an attribute, or a pair of attribute and direction",
        ),
        ({"order_by": {}}, "order_by must be an attribute, or a pair of attribute and direction"),
        ({"attributes": "title"}, "attributes must be a list of attribute names"),
        ({"attributes": {"title"}}, "attributes must be a list of attribute names"),
        ({"attributes": ["titel"]}, "titel is not an attribute of film"),
        ({"attributes": ["origin"]}, "origin is not stored, so it cannot be asked for"),
        ({"between": ("year", 1)}, "between must be (attribute, start, end)"),
        ({"between": "abc"}, "between must be (attribute, start, end)"),
        ({"between": {"attribute": "year", "start": 1}}, "between must be (attribute, start, end)"),
        ({"between": (5, 1, 2)}, "between must be (attribute, start, end)"),
        ({"between": ("jahr", 1, 2)}, "jahr is not an attribute of film"),
        ({"between": ("year", None, 2)}, "year is required"),
        ({"sort_keys": [("title", "a")]}, "Failed to query [film]: keys must be a mapping"),
        ({"sort_keys": {"titel": "a"}}, "titel is not an attribute of film"),
        ({"sort_keys": {"title": None}}, "title is required"),
        ({"sort_keys": {"in_colour": True, "inColour": True}}, "in_colour is given twice"),
    ],
)
async def test_an_invalid_option_is_named_and_nothing_is_sent(films, server, options, message, caplog):
    with pytest.raises(ValidationError) as raised:
        await maybe_await(films.all(**options))
    assert str(raised.value) == message
    assert caplog.messages == [f"[film] {message}"]
    assert server.requests == []


@pytest.mark.parametrize("options", [{"order": ["asc"]}, {"index": ["primary"]}, {"attributes": [5]}])
async def test_an_option_of_another_type_is_refused_too(films, options):
    with pytest.raises(ValidationError):
        await maybe_await(films.all(**options))


@pytest.mark.parametrize("value", [datetime(2026, 7, 2), object()])  # noqa: DTZ001 - the mistake
async def test_a_key_that_cannot_be_encoded_is_named(films, value):
    with pytest.raises(ValidationError, match="created_at"):
        await maybe_await(films.all_by_index_keys({"created_at": value}))


async def test_an_unknown_option_is_a_type_error(films):
    with pytest.raises(TypeError, match="unexpected keyword argument 'limits'"):
        await maybe_await(films.all(limits=5))


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("genre", "wESTERN", "eq.Western"),
        ("genre", Film.Genre.DRAMA, "eq.Drama"),
        ("genre", "Comedy", "eq.Comedy"),
        ("rating", "pg", "eq.PG"),
        ("director_id", UUID(PARENT_ID), f"eq.{PARENT_ID}"),
        ("created_at", MOMENT, "eq.2026-07-02T09:38:00.000Z"),
        ("year", 1968, "eq.1968"),
        ("in_colour", True, "eq.true"),
        ("title", "a,b.c", "eq.a,b.c"),
    ],
)
async def test_a_key_may_be_any_encodable_value(films, server, name, value, text):
    await maybe_await(films.all_by_index_keys({name: value}))
    assert [each for _, each in filters(server.last)] == [text]


async def test_keys_may_have_either_spelling(films, server):
    await maybe_await(films.all_by_index_keys({"inColour": True, "film_id": ID}))
    assert filters(server.last) == [("colour", "eq.true"), ("id", f"eq.{ID}")]


@pytest.mark.parametrize("id_", [ID, UUID(ID)])
async def test_an_entity_is_found_by_its_id(films, server, id_):
    server.respond_with([{"id": ID, "title": "a"}])
    assert (await maybe_await(films.find_by_id(id_))).get_title() == "a"
    assert filters(server.last) == [("id", f"eq.{ID}")]
    assert dict(params(server.last))["limit"] == "1"


@pytest.mark.parametrize("id_", ["", "x", None, 5, "title; drop table"])
async def test_an_id_that_is_not_a_uuid_is_refused(films, server, id_):
    for method in (films.find_by_id, films.exists_by_id):
        with pytest.raises(ValidationError) as raised:
            await maybe_await(method(id_))
        assert str(raised.value) == "Validation failed in film: film_id must be a valid UUID"
    assert server.requests == []


async def test_existence_reads_only_the_id(films, server):
    server.respond_with([{"id": ID}])
    assert await maybe_await(films.exists_by_id(ID)) is True
    assert dict(params(server.last))["select"] == "id"
    server.respond_with([])
    assert await maybe_await(films.exists_by_id(ID)) is False


async def test_the_first_is_found_in_the_order_of_all(films, server):
    server.respond_with(rows(1, 2))
    assert (await maybe_await(films.find_by_all({"title": "a"}, order="asc"))).get_id() == uuid(1)
    assert params(server.last) == [
        ("select", "*"),
        ("order", "year.asc,id.asc"),
        ("title", "eq.a"),
        ("offset", "0"),
        ("limit", "1"),
    ]


async def test_a_find_takes_a_cursor(films, server):
    await maybe_await(films.find_by_index_keys({"title": "a"}, cursor=encode_cursor(3)))
    assert dict(params(server.last))["offset"] == "3"


async def test_an_empty_row_is_skipped_with_a_warning(films, server, caplog):
    server.respond_with([{"id": ID}, {"id": None, "title": None}])
    assert ids(await maybe_await(films.all())) == [ID]
    assert caplog.messages == ["Failed to create instance of [film]: record is empty"]


async def test_a_count_sends_head_and_reads_no_rows(films, server):
    server.respond_with(httpx.Response(206, headers={"Content-Range": "0-0/7"}))
    counted = films.count(
        {"genre": "drama"}, where=lambda attrs, op: op.gt(attrs.year, 5), between=("year", 1, 9)
    )
    assert await maybe_await(counted) == 7
    assert server.last.method == "HEAD"
    assert server.last.headers["Prefer"] == "count=exact"
    assert filters(server.last) == [
        ("genre", "eq.Drama"),
        ("year", "gte.1"),
        ("year", "lte.9"),
        ("year", "gt.5"),
    ]
    assert "limit" not in dict(params(server.last))


async def test_count_accepts_no_other_options(films):
    with pytest.raises(TypeError):
        await maybe_await(films.count(limit=5))


async def test_iterating_reads_a_page_at_a_time(small_pages, server):
    server.respond_with(table_of(rows(1, 2, 3, 4, 5)))
    assert ids(await collect(small_pages.iterate())) == [uuid(number) for number in range(1, 6)]
    assert [dict(params(request))["limit"] for request in server.requests] == ["2", "2", "2"]


async def test_iterating_ends_at_the_limit(small_pages, server):
    server.respond_with(table_of(rows(1, 2, 3, 4, 5)))
    assert len(await collect(small_pages.iterate(limit=3))) == 3
    assert [dict(params(request))["limit"] for request in server.requests] == ["2", "1"]


async def test_iterating_starts_at_a_cursor(small_pages, server):
    server.respond_with(table_of(rows(1, 2, 3, 4, 5)))
    found = await collect(small_pages.iterate(cursor=encode_cursor(1), limit=2))
    assert ids(found) == [uuid(2), uuid(3)]
    assert len(server.requests) == 1


async def test_iterating_filters_and_sorts_like_all(films, server):
    await collect(
        films.iterate({"genre": "drama"}, order="asc", where=lambda attrs, op: op.gt(attrs.year, 5))
    )
    assert filters(server.last) == [("genre", "eq.Drama"), ("year", "gt.5")]
    assert dict(params(server.last))["order"] == "genre.asc,title.asc,id.asc"


async def test_iterating_skips_empty_rows(films, server, caplog):
    server.respond_with([{"id": ID}, {"id": None}])
    assert ids(await collect(films.iterate())) == [ID]
    assert "record is empty" in caplog.text


@pytest.mark.parametrize("option", ["return_cursor", "fetch_all_pages"])
async def test_iterating_accepts_no_paging_options(films, option):
    with pytest.raises(TypeError, match=f"iterate\\(\\) got an unexpected keyword argument '{option}'"):
        await collect(films.iterate(**{option: True}))


async def test_iterating_refuses_what_all_refuses(films):
    with pytest.raises(ValidationError, match="limit must be a positive integer"):
        await collect(films.iterate(limit=0))


async def test_iterating_keeps_one_model_alive_at_a_time(small_pages, server, api):
    def alive():
        return sum(1 for each in gc.get_objects() if type(each) is Film)

    server.respond_with(table_of(rows(*range(5))))
    gc.collect()
    before, most = alive(), 0
    if api == "blocking":
        for film in small_pages.iterate():
            most = max(most, alive() - before)
            del film
    else:
        async for film in small_pages.iterate():
            most = max(most, alive() - before)
            del film
    assert most <= 2


async def test_stopping_early_sends_no_further_request(small_pages, server, api):
    server.respond_with(table_of(rows(1, 2, 3, 4, 5)))
    items = small_pages.iterate()
    if api == "blocking":
        assert next(items).get_id() == uuid(1)
        items.close()
    else:
        assert (await anext(items)).get_id() == uuid(1)
        await items.aclose()
    assert len(server.requests) == 1
    assert len(await maybe_await(small_pages.all(limit=2))) == 2


async def test_an_error_between_pages_is_raised(small_pages, server):
    server.respond_with(rows(1, 2), error_response(503, "PGRST002", "restarting"))
    with pytest.raises(UnavailableError, match=r"^Failed to query$"):
        await collect(small_pages.iterate())


@pytest.mark.parametrize(
    "call",
    [
        lambda films: films.all(),
        lambda films: films.find_by_id(ID),
        lambda films: films.exists_by_id(ID),
        lambda films: films.find_by_all(),
        lambda films: films.all_by_genre("Drama"),
        lambda films: films.find_by_genre("Drama"),
        lambda films: films.titles(),
    ],
)
async def test_all_reads_fail_with_the_same_message(films, server, call, caplog):
    server.respond_with(error_response(404, "PGRST205", "no such table", hint="did you mean movies"))
    with pytest.raises(DataAccessError, match=r"^Failed to query$") as raised:
        await maybe_await(call(films))
    assert raised.value.code == "PGRST205"
    assert caplog.messages == [
        "[film] Failed to query - [PGRST205] no such table - hint: did you mean movies"
    ]


async def test_keys_of_one_attribute_are_sent_fifty_at_a_time(films, server):
    server.respond_with(rows(1), rows(2), rows(3))
    keys = [{"film_id": uuid(number)} for number in range(101)]
    result = await maybe_await(films.batch_get_by_keys(keys, attributes=["film_id", "title"]))
    assert (ids(result.data), result.unprocessed) == ([uuid(1), uuid(2), uuid(3)], [])
    assert [len(dict(params(request))["id"].split(",")) for request in server.requests] == [50, 50, 1]
    assert dict(params(server.last))["select"] == "id,title"


async def test_batch_values_are_quoted_and_matched_to_enums(films, server):
    await maybe_await(films.batch_get_by_keys([{"genre": "drama"}, {"genre": Film.Genre.WESTERN}]))
    assert filters(server.last) == [("genre", "in.(Drama,Western)")]
    await maybe_await(films.batch_get_by_keys([{"title": "a,b"}, {"title": ""}]))
    assert filters(server.last) == [("title", 'in.("a,b","")')]


async def test_keys_of_a_batch_may_have_either_spelling(films, server):
    await maybe_await(films.batch_get_by_keys([{"filmId": ID}, {"film_id": OTHER_ID}]))
    assert filters(server.last) == [("id", f"in.({ID},{OTHER_ID})")]


async def test_keys_of_several_attributes_are_requested_one_by_one(films, server):
    server.respond_with(lambda request: rows(1) if "eq.a" in str(request.url) else [])
    keys = [{"title": "a", "year": 1}, {"title": "b", "year": 2}]
    result = await maybe_await(films.batch_get_by_keys(keys))
    assert ids(result.data) == [uuid(1)]
    assert sorted(tuple(filters(request)) for request in server.requests) == [
        (("title", "eq.a"), ("year", "eq.1")),
        (("title", "eq.b"), ("year", "eq.2")),
    ]


async def test_an_invalid_value_in_a_batch_matches_nothing(films, server):
    def respond(request):
        text = dict(params(request))["id"]
        if "not-a-uuid" in text:
            return error_response(400, "22P02", "invalid input syntax for type uuid")
        return [{"id": ID}]

    server.respond_with(respond)
    result = await maybe_await(films.batch_get_by_keys([{"film_id": ID}, {"film_id": "not-a-uuid"}]))
    assert ids(result.data) == [ID]
    assert len(server.requests) == 3


async def test_any_other_rejection_of_a_batch_is_an_error(films, server):
    server.respond_with(error_response(403, "42501", "denied"))
    with pytest.raises(DataAccessError, match=r"^Failed to batch get by keys$"):
        await maybe_await(films.batch_get_by_keys([{"film_id": ID}]))
    with pytest.raises(DataAccessError, match=r"^Failed to query$"):
        await maybe_await(films.batch_get_by_keys([{"film_id": ID, "year": 1}, {"title": "a"}]))


async def test_without_keys_nothing_is_requested(films, server):
    result = await maybe_await(films.batch_get_by_keys([]))
    assert (result.data, result.unprocessed, server.requests) == ([], [], [])


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        (None, "Validation failed in film: keys must be an array"),
        ({"film_id": ID}, "Validation failed in film: keys must be an array"),
        ([ID], "Validation failed in film: keys must contain items of type any"),
        ([{"movie_id": ID}], "Failed to batch get by keys: movie_id is not an attribute of film"),
        ([{"film_id": None}], "Failed to batch get by keys: film_id is required"),
    ],
)
async def test_invalid_keys_of_a_batch_are_refused(films, server, keys, message):
    with pytest.raises(ValidationError) as raised:
        await maybe_await(films.batch_get_by_keys(keys))
    assert str(raised.value) == message
    assert server.requests == []


async def test_an_empty_key_of_a_batch_is_refused(films, server):
    with pytest.raises(ValidationError, match="key must be a non-empty object"):
        await maybe_await(films.batch_get_by_keys([{}]))
    assert server.requests == []


async def test_all_pages_of_a_custom_query_are_read(small_pages, server):
    server.respond_with(table_of(rows(1, 2, 3)))
    found = await maybe_await(
        small_pages.read_all_pages(small_pages.table.select("id").eq("genre", "Drama").order("id"))
    )
    assert [row["id"] for row in found] == [uuid(1), uuid(2), uuid(3)]
    assert [params(request)[1:] for request in server.requests] == [
        [("genre", "eq.Drama"), ("order", "id.asc"), ("offset", "0"), ("limit", "2")],
        [("genre", "eq.Drama"), ("order", "id.asc"), ("offset", "2"), ("limit", "2")],
    ]


async def test_a_repeated_key_is_requested_once(films, server):
    server.respond_with(rows(1))
    keys = [{"film_id": ID}] * 60 + [{"filmId": UUID(ID)}, {"film_id": ID.upper()}] * 30
    assert len((await maybe_await(films.batch_get_by_keys(keys))).data) == 1
    assert len(server.requests) == 1
    keys = [{"title": "a", "year": 1}] * 60 + [{"year": 1.0, "title": "a"}]
    assert len((await maybe_await(films.batch_get_by_keys(keys))).data) <= 2
    assert len(server.requests) <= 3


async def test_values_of_a_batch_are_case_sensitive(films, server):
    await maybe_await(films.batch_get_by_keys([{"title": "a"}, {"title": "A"}, {"genre": "x"}][:2]))
    assert filters(server.last) == [("title", "in.(a,A)")]


async def test_a_batch_may_find_more_than_a_page(small_pages, server):
    stored = rows(1, 2, 3, 4, 5)
    # A server truncates a response without a limit at its own maximum.
    server.respond_with(
        lambda request: table_of(stored)(request) if "limit" in dict(params(request)) else stored[:2]
    )
    found = await maybe_await(small_pages.batch_get_by_keys([{"genre": "Drama"}, {"genre": "Western"}]))
    assert len(found.data) == 5
    assert [params(request)[1:] for request in server.requests] == [
        [("genre", "in.(Drama,Western)")],
        [("genre", "in.(Drama,Western)"), ("order", "id.asc"), ("offset", "0"), ("limit", "2")],
        [("genre", "in.(Drama,Western)"), ("order", "id.asc"), ("offset", "2"), ("limit", "2")],
        [("genre", "in.(Drama,Western)"), ("order", "id.asc"), ("offset", "4"), ("limit", "2")],
    ]


@pytest.mark.parametrize("value", [["a", "b"], ("a",), {"a", "b"}, frozenset(), {"a": 1}, []])
@pytest.mark.parametrize("name", ["title", "year", "genre", "film_id", "tags", "credits", "extra"])
async def test_a_key_given_twice_is_refused(films, server, name, value):
    calls = [
        lambda: films.all({name: value}),
        lambda: films.find_by_index_keys({"year": 1, name: value}),
        lambda: films.count({name: value}),
        lambda: films.first({name: value}),
        lambda: films.page({name: value}, limit=3),
        lambda: films.batch_get_by_keys([{name: value}]),
        lambda: films.remove_by_index_keys([{name: value}]),
        lambda: films.update_by_keys({name: value}, {"year": 1}),
        lambda: films.all(between=(name, value, "z")),
    ]
    for call in calls:
        with pytest.raises(
            ValidationError, match=rf"{name}: a key has one value.*op.in_\(attrs.{name}, values\)"
        ):
            await maybe_await(call())
    assert server.requests == []


async def test_a_key_given_twice_to_a_finder_is_refused(films, server):
    with pytest.raises(ValidationError, match=r"^genre: a key has one value, not a list"):
        await maybe_await(films.all_by_genre(["Drama", "Western"]))
    with pytest.raises(ValidationError, match=r"^director_id: a key has one value, not a tuple"):
        await maybe_await(films.find_by_director_id((ID, OTHER_ID)))
    assert server.requests == []


NO_UUIDS = ["x", "", "0190a1b2c3d47e5f8a6b000000000001", f"{{{ID}}}", f"{ID} ", f"{ID}\n", "é", 5]


@pytest.mark.parametrize("value", NO_UUIDS)
@pytest.mark.parametrize(
    "call",
    [
        lambda films, value: films.all({"director_id": value}),
        lambda films, value: films.all_by_director_id(value),
        lambda films, value: films.all_by_director_id(value, limit=1),
        lambda films, value: films.all_by_director_id_and_year(value, 1968),
        lambda films, value: films.find_by_director_id(value),
        lambda films, value: films.find_by_director_id_and_year(director_id=value, year=1968),
        lambda films, value: films.all_by_index_keys({"title": "a", "directorId": value}),
        lambda films, value: films.find_by_index_keys({"director_id": value}),
        lambda films, value: films.find_by_all({"film_id": value}),
        lambda films, value: films.find_by_id(value),
        lambda films, value: films.exists_by_id(value),
        lambda films, value: films.first({"film_id": value}),
        lambda films, value: films.count({"director_id": value}),
        lambda films, value: films.page({"director_id": value}, limit=5),
        lambda films, value: collect(films.iterate({"director_id": value})),
        lambda films, value: films.all(between=("film_id", ID, value)),
        lambda films, value: films.update_by_keys({"film_id": value}, {"year": 1}),
        lambda films, value: films.remove_by_ids([ID, value]),
        lambda films, value: films.remove_by_index_keys([{"director_id": ID}, {"director_id": value}]),
        lambda films, value: films.remove_by_index_keys([{"director_id": value, "title": "a"}]),
    ],
)
async def test_an_id_that_is_not_a_uuid_is_refused_by_name(films, server, call, value):
    with pytest.raises(ValidationError, match=r"(film_id|director_id) (must be a valid UUID|is required)"):
        await maybe_await(call(films, value))
    assert server.requests == []


@pytest.mark.parametrize("value", [ID, ID.upper(), UUID(ID)])
async def test_a_uuid_is_sent(films, server, value):
    await maybe_await(films.all_by_director_id(value))
    await maybe_await(films.page({"director_id": value}, limit=5))
    assert all(filters(request) == [("director_id", f"eq.{value}")] for request in server.requests)


async def test_an_id_that_is_not_declared_as_a_uuid_is_sent(data_access, server):
    server.respond_with([])
    await maybe_await(data_access.TicketSuggestion.all_by_suggestion_id("s-1"))
    await maybe_await(data_access.Site.all_by_project_id("p-1"))
    assert [filters(request) for request in server.requests] == [
        [("suggestion_id", "eq.s-1")],
        [("project_id", "eq.p-1")],
    ]


@pytest.mark.parametrize(
    "call",
    [
        lambda data: data.TicketSuggestion.all_by_ticket_ids([ID, "x"]),
        lambda data: data.FixEntity.all_by_opportunity_ids([ID, "x"]),
        lambda data: data.SuggestionGrant.find_by_suggestion_ids([ID, "x"]),
        lambda data: data.SuggestionGrant.split_suggestions_by_grant_status([ID, "x"]),
        lambda data: data.SiteImsOrgAccess.all_by_organization_ids_with_target_organization([ID, "x"]),
        lambda data: data.SiteImsOrgAccess.all_by_organization_id_with_target_organization("x"),
        lambda data: data.SiteImsOrgAccess.all_by_organization_id_with_sites("x"),
        lambda data: data.SiteImsOrgAccess.find_by_site_id_and_organization_id_and_product_code(
            ID, "x", "LLMO"
        ),
        lambda data: data.IdempotencyKey.find_active_key("key", "x"),
        lambda data: data.BrandSemrushProject.all_by_organization_id("x"),
        lambda data: data.LatestAudit.find_by_id("x", "cwv"),
        lambda data: data.LatestAudit.all_by_index_keys({"site_id": "x"}),
        lambda data: data.TaskManagementConnection.find_active_by_organization_and_provider(
            "x", "jira_cloud"
        ),
        lambda data: data.Token.all_by_site_id("x"),
    ],
)
async def test_custom_finders_refuse_an_id_that_is_not_a_uuid(data_access, server, call):
    with pytest.raises(ValidationError, match="UUID"):
        await maybe_await(call(data_access))
    assert server.requests == []


async def test_a_batch_counts_an_id_that_is_not_a_uuid_as_not_found(films, server):
    invalid = error_response(400, "22P02")
    server.respond_with(invalid, rows(1), invalid)
    result = await maybe_await(films.batch_get_by_keys([{"film_id": uuid(1)}, {"film_id": "x"}]))
    assert ids(result.data) == [uuid(1)]
    server.respond_with(rows(1), invalid)
    keys = [{"film_id": uuid(1), "title": "a"}, {"director_id": "x", "title": "a"}]
    assert ids((await maybe_await(films.batch_get_by_keys(keys))).data) == [uuid(1)]


async def test_the_first_is_a_model_or_none(films, server):
    server.respond_with(rows(1, 2))
    first = await maybe_await(
        films.first({"title": "a"}, order="asc", where=lambda attrs, op: op.gt(attrs.year, 5))
    )
    assert first.get_id() == uuid(1)
    assert params(server.last) == [
        ("select", "*"),
        ("order", "year.asc,id.asc"),
        ("title", "eq.a"),
        ("year", "gt.5"),
        ("offset", "0"),
        ("limit", "1"),
    ]
    server.respond_with([])
    assert await maybe_await(films.first()) is None


@pytest.mark.parametrize("limit", [1, 2, 3])
async def test_a_page_is_a_page_whatever_its_limit(films, server, limit):
    server.respond_with(lambda request: page_of(rows(1, 2, 3), request))
    seen, cursor = [], None
    while True:
        page = await maybe_await(films.page({"genre": "drama"}, limit=limit, cursor=cursor))
        assert isinstance(page, Page)
        assert (len(page), bool(page)) == (len(page.data), bool(page.data))
        assert [film.get_id() for film in page] == ids(page.data)
        seen += page
        cursor = page.cursor
        if cursor is None:
            break
    assert ids(seen) == [uuid(1), uuid(2), uuid(3)]
    assert filters(server.requests[0]) == [("genre", "eq.Drama")]
    for request in server.requests:
        assert ("genre", "eq.Drama") in filters(request)
        assert dict(params(request))["offset"] == "0"


async def test_a_page_continues_after_the_last_row(films, server):
    server.respond_with(rows(1, 2))
    page = await maybe_await(films.page({"genre": "drama"}, limit=2))
    await maybe_await(films.page({"genre": "drama"}, limit=2, cursor=page.cursor))
    assert filters(server.last) == [
        ("genre", "eq.Drama"),
        ("title", "lte.film 2"),
        ("or", f'(title.lt."film 2",and(title.eq."film 2",id.lt.{uuid(2)}))'),
    ]


async def test_the_sort_keys_of_a_page_are_read_but_not_returned(films, server):
    server.respond_with([{"id": uuid(1), "year": 1968}, {"id": uuid(2), "year": None}])
    page = await maybe_await(films.page(limit=2, attributes=["film_id"]))
    assert dict(params(server.last))["select"] == "id,year"
    assert ids(page) == [uuid(1), uuid(2)]
    assert not any("year" in film.to_dict() for film in page)
    await maybe_await(films.page(limit=2, cursor=page.cursor))
    assert filters(server.last) == [("or", f"(year.not.is.null,and(year.is.null,id.lt.{uuid(2)}))")]


async def test_a_page_takes_the_cursor_of_an_offset(films, server):
    server.respond_with(rows(3, 4))
    page = await maybe_await(films.page(limit=2, cursor=encode_cursor(2), order_by="title"))
    assert dict(params(server.last))["offset"] == "2"
    await maybe_await(films.page(limit=2, cursor=page.cursor, order_by="title"))
    assert dict(params(server.last))["offset"] == "0"
    assert ("title", "gte.film 4") in filters(server.last)
    assert json.loads(b64decode(page.cursor))["offset"] == 4


async def test_the_cursor_of_a_page_continues_other_listings(films, server):
    server.respond_with(rows(1, 2))
    page = await maybe_await(films.page(limit=2, order_by="title"))
    after = [
        ("title", "gte.film 2"),
        ("or", f'(title.gt."film 2",and(title.eq."film 2",id.gt.{uuid(2)}))'),
    ]
    options = {"order_by": "title", "cursor": page.cursor}
    server.respond_with(rows(3))
    assert (await maybe_await(films.first(**options))).get_id() == uuid(3)
    assert filters(server.last) == after
    server.respond_with(rows(3), [])
    assert ids(await collect(films.iterate(**options))) == [uuid(3)]
    assert [filters(request) for request in server.requests[-2:]] == [after, [("title", "is.null")]]
    server.respond_with(rows(3))
    listed = await maybe_await(films.all(limit=1, return_cursor=True, **options))
    assert json.loads(b64decode(listed.cursor))["offset"] == 3


@pytest.mark.parametrize(
    "row",
    [
        {"id": uuid(1), "year": 1.5},
        {"id": uuid(1), "year": "x" * 40_000},
        {"id": uuid(1)},
    ],
    ids=["a fraction", "a long text", "no sort key"],
)
async def test_a_page_whose_keys_cannot_be_compared_has_the_cursor_of_an_offset(films, server, row):
    server.respond_with([row])
    page = await maybe_await(films.page(limit=1))
    assert page.cursor == encode_cursor(1)
    page = await maybe_await(films.page(limit=1, cursor=page.cursor))
    assert page.cursor == encode_cursor(2)


@pytest.mark.parametrize(
    "call",
    [
        lambda films, cursor: films.page(limit=2, cursor=cursor),
        lambda films, cursor: films.page({"genre": "Western"}, limit=2, cursor=cursor),
        lambda films, cursor: films.page({"genre": "Drama"}, limit=2, cursor=cursor, order="asc"),
        lambda films, cursor: films.page({"genre": "Drama"}, limit=2, cursor=cursor, order_by="title"),
        lambda films, cursor: films.page({"genre": "Drama"}, limit=2, cursor=cursor, between=("year", 1, 2)),
        lambda films, cursor: films.page(
            {"genre": "Drama"}, limit=2, cursor=cursor, where=lambda attrs, op: op.gt(attrs.year, 5)
        ),
        lambda films, cursor: collect(films.iterate({"title": "a"}, cursor=cursor)),
        lambda films, cursor: films.all(cursor=cursor),
        lambda films, cursor: films.first(cursor=cursor),
    ],
)
async def test_the_cursor_of_another_query_is_refused(films, server, call):
    server.respond_with(rows(1, 2))
    page = await maybe_await(films.page({"genre": "Drama"}, limit=2))
    with pytest.raises(ValidationError, match=r"^cursor belongs to another query: pass the same keys"):
        await maybe_await(call(films, page.cursor))
    assert len(server.requests) == 1


async def test_the_order_of_keys_conditions_and_values_does_not_matter_to_a_cursor(films, server):
    server.respond_with(rows(1, 2))

    def where(attrs, op):
        return op.in_(attrs.year, [1, 2]) & (op.eq(attrs.slug, "a") | op.eq(attrs.slug, "b"))

    def reordered(attrs, op):
        return (op.eq(attrs.slug, "b") | op.eq(attrs.slug, "a")) & op.in_(attrs.year, [2, 1, 1])

    page = await maybe_await(films.page({"genre": "Drama", "shelf": "a", "title": "b"}, limit=2, where=where))
    options = {"limit": 3, "cursor": page.cursor, "attributes": ["title"]}
    assert await maybe_await(
        films.page({"genre": "Drama", "title": "b", "shelf": "a"}, where=reordered, **options)
    )


@pytest.mark.parametrize(
    "change",
    [
        lambda content: content | {"v": 2},
        lambda content: content | {"after": [content["after"][0], uuid(9)]},
        lambda content: content | {"after": [*content["after"], "a"]},
        lambda content: content | {"after": "film 2"},
        lambda content: content | {"offset": "2"},
        lambda content: content | {"offset": 7},
        lambda content: {"v": 1, "offset": 2},
        lambda content: {"after": ["a"]},
        lambda content: [content],
        lambda content: 5,
        lambda content: None,
    ],
)
async def test_a_changed_cursor_is_refused(films, server, change):
    server.respond_with(rows(1, 2))
    page = await maybe_await(films.page(limit=2, order_by="title"))
    changed = b64encode(json.dumps(change(json.loads(b64decode(page.cursor)))).encode()).decode()
    with pytest.raises(ValidationError, match=r"^cursor (cannot be read|belongs to another query)"):
        await maybe_await(films.page(limit=2, order_by="title", cursor=changed))
    assert len(server.requests) == 1


async def test_a_cursor_holds_no_secret(data_access, server):
    server.respond_with([{"id": uuid(1), "nonce": "secret", "expires_at": "2026-07-02T09:38:00Z"}])
    page = await maybe_await(data_access.OAuthNonce.page(limit=1, order_by="nonce"))
    assert page.cursor == encode_cursor(1)
    page = await maybe_await(data_access.OAuthNonce.page({"nonce": "secret"}, limit=1))
    assert "secret" not in b64decode(page.cursor).decode()


class TestSeveralColumnsOfOrder:
    @pytest.mark.parametrize(
        ("order_by", "expected"),
        [
            ([("genre", "desc"), "year"], "genre.desc,year.asc,id.asc"),
            (["genre", ("year", "DESC")], "genre.asc,year.desc,id.desc"),
            (("genre", ("year", "desc")), "genre.asc,year.desc,id.desc"),
            ((("genre", "desc"), ("title", "desc")), "genre.desc,title.desc,id.desc"),
            (["genre", "year"], "genre.asc,year.asc,id.asc"),
            (["genre", "desc"], "genre.desc,id.desc"),
            (["genre", "year", "title"], "genre.asc,year.asc,title.asc,id.asc"),
            ([("film_id", "desc"), "in_colour"], "id.desc,colour.asc"),
            ([("in_colour", "desc"), "film_id"], "colour.desc,id.asc"),
            ([{"attribute": "genre", "direction": "desc"}, "year"], "genre.desc,year.asc,id.asc"),
            (["genre"], "genre.asc,id.asc"),
        ],
    )
    async def test_rows_are_ordered_by_one_after_the_other(self, films, server, order_by, expected):
        await maybe_await(films.all(order_by=order_by))
        assert dict(params(server.last))["order"] == expected

    @pytest.mark.parametrize(
        ("order_by", "message"),
        [
            ([], "order_by must be an attribute, or a pair of attribute and direction"),
            (("genre", "year", "title"), "order_by must be an attribute"),
            ([["genre", ["year"]]], "order_by must be an attribute"),
            (["genre", None], "order_by must be an attribute"),
            ({"genre": "desc"}, "order_by must be an attribute"),
            (["genre", "colour"], "Failed to query [film]: unknown order_by attribute [colour]"),
            (("genre", "year"), "Failed to query [film]: invalid order_by direction [year]"),
            ([("genre", "up")], "Failed to query [film]: invalid order_by direction [up]"),
            (["genre", ("genre", "desc")], "Failed to query [film]: order_by names genre twice"),
        ],
    )
    async def test_anything_else_is_refused(self, films, server, order_by, message):
        with pytest.raises(ValidationError) as raised:
            await maybe_await(films.all(order_by=order_by))
        assert str(raised.value).startswith(message)
        assert server.requests == []

    async def test_pages_continue_after_the_last_row_in_each_direction(self, small_pages, server):
        server.respond_with(
            [
                {"id": uuid(1), "genre": "Western", "year": 1968},
                {"id": uuid(2), "genre": "Drama", "year": None},
            ],
            [{"id": uuid(3), "genre": None, "year": 1}],
            [],
        )
        found = await maybe_await(small_pages.all(order_by=[("genre", "desc"), "year"]))
        assert len(found) == 3
        assert filters(server.last) == [
            ("genre", "lte.Drama"),
            ("or", f"(genre.lt.Drama,and(genre.eq.Drama,year.is.null,id.gt.{uuid(2)}))"),
        ]

    async def test_the_parts_of_a_long_list_are_merged(self, films, server):
        stored = [
            {
                "id": uuid(number),
                "director_id": uuid(number % 3),
                "year": None if number % 4 == 0 else number % 7,
            }
            for number in range(150)
        ]

        def respond(request):
            wanted = set(dict(params(request))["id"].removeprefix("in.(").removesuffix(")").split(","))
            return [row for row in stored if row["id"] in wanted]

        server.respond_with(respond)
        found = await maybe_await(
            films.all(
                where=lambda attrs, op: op.in_(attrs.film_id, [row["id"] for row in stored]),
                order_by=[("director_id", "desc"), "year", ("film_id", "desc")],
            )
        )
        expected = sorted(stored, key=lambda row: row["id"], reverse=True)
        expected.sort(key=lambda row: (row["year"] is None, row["year"] or 0))
        expected.sort(key=lambda row: row["director_id"], reverse=True)
        assert ids(found) == [row["id"] for row in expected]
        assert len(server.requests) == 3


async def test_an_empty_page_is_falsy(films):
    page = await maybe_await(films.page(limit=5))
    assert not page
    assert (len(page), list(page), page.cursor) == (0, [], None)


@pytest.mark.parametrize("limit", [None, 0, -1, True, "5", 1.5])
async def test_a_page_needs_a_limit(films, server, limit):
    with pytest.raises(ValidationError, match="limit must be a positive integer"):
        await maybe_await(films.page(limit=limit))
    with pytest.raises(TypeError):
        films.page()
    assert server.requests == []


@pytest.mark.parametrize("option", ["return_cursor", "fetch_all_pages"])
async def test_a_page_accepts_no_paging_options(films, option):
    with pytest.raises(TypeError, match=f"page\\(\\) got an unexpected keyword argument '{option}'"):
        await maybe_await(films.page(limit=5, **{option: True}))


async def test_a_page_of_one_is_returned_with_return_cursor(films, server):
    server.respond_with(table_of(rows(1, 2)))
    for call in (films.all, lambda **options: films.all_by_genre("Drama", **options)):
        page = await maybe_await(call(limit=1, return_cursor=True))
        assert isinstance(page, Page)
        assert (ids(page), page.cursor) == ([uuid(1)], encode_cursor(1))


async def test_children_are_returned_as_a_page_too(data_access, cinema_entities, server):
    director = data_access.Director.create_instance_from_row({"id": PARENT_ID, "name": "Leone"})
    server.respond_with(rows(1))
    page = await maybe_await(director.get_films(limit=1, return_cursor=True))
    assert isinstance(page, Page)
    assert (await maybe_await(director.get_films(limit=1))).get_id() == uuid(1)
