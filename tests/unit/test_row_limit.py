"""A server whose db-max-rows is smaller than the page size: no listing stops after a page that was cut off."""

import re
from urllib.parse import parse_qsl

import httpx
import pytest

from spacecat_shared_data_access.postgrest.cursors import encode_cursor
from unit.helpers import PARENT_ID, collect, maybe_await, params, uuid

CAP = 3


class CappedServer:
    """Responds to reads of a table as PostgREST with a row limit does."""

    def __init__(self, total, cap=CAP, **columns):
        self.rows = [{"id": uuid(number), **columns} for number in range(1, total + 1)]
        self.cap = cap

    def __call__(self, request):
        asked = dict(parse_qsl(request.url.query.decode()))
        after = re.search(
            r"\bid\.(?:lt|gt)\.([0-9a-f-]+)|\('id', '(?:lt|gt)\.([0-9a-f-]+)", str(params(request))
        )
        rows = [] if asked.get("title") == "is.null" else self.rows  # no film lacks one
        ids = [row["id"] for row in rows]
        start = ids.index(after[1] or after[2]) + 1 if after else 0
        offset = start + int(asked.get("offset", 0))
        found = rows[offset : offset + min(int(asked.get("limit", self.cap)), self.cap)]
        content_range = f"{offset - start}-{offset - start + len(found) - 1}/*" if found else "*/*"
        return httpx.Response(200, json=found, headers={"Content-Range": content_range})


@pytest.fixture
def listing(cinema_entities, opened, server):
    """A function that creates films over a server with some rows, and a page size of 10."""

    def create(total, cap=CAP):
        server.respond_with(CappedServer(total, cap, title="a"))
        return opened(page_size=10).Film

    return create


@pytest.mark.parametrize("total", range(8))
class TestEveryRowIsRead:
    async def test_by_all(self, listing, total):
        assert len(await maybe_await(listing(total).all())) == total

    @pytest.mark.parametrize("order", ["asc", "desc"])
    async def test_in_any_order(self, listing, total, order):
        found = await maybe_await(listing(total).all(order_by=("title", order)))
        assert len({film.get_id() for film in found}) == len(found) == total

    async def test_by_iterate(self, listing, total):
        assert len(await collect(listing(total).iterate())) == total

    async def test_up_to_a_limit(self, listing, total):
        found = await maybe_await(listing(total).all(limit=5))
        assert len(found) == min(total, 5)

    async def test_page_after_page(self, listing, total):
        films, seen, cursor = listing(total), [], None
        while True:
            page = await maybe_await(films.all(limit=5, cursor=cursor, return_cursor=True))
            seen += page.data
            cursor = page.cursor
            if cursor is None:
                break
        assert len({film.get_id() for film in seen}) == len(seen) == total

    async def test_with_the_cursors_of_page(self, listing, total):
        films, seen = listing(total), []
        page = await maybe_await(films.page(limit=5, order_by=("film_id", "asc")))
        while True:
            seen += page.data
            if page.cursor is None:
                break
            page = await maybe_await(films.page(limit=5, order_by=("film_id", "asc"), cursor=page.cursor))
        assert [film.get_id() for film in seen] == [uuid(number) for number in range(1, total + 1)]

    async def test_after_a_cursor(self, listing, total):
        found = await maybe_await(listing(total).all(cursor=encode_cursor(1)))
        assert len(found) == max(total - 1, 0)

    async def test_with_attributes_that_are_not_sort_keys(self, listing, total):
        found = await maybe_await(listing(total).all(attributes=["title"]))
        assert len(found) == total

    async def test_by_many_keys(self, listing, total):
        films = listing(total)
        result = await maybe_await(films.batch_get_by_keys([{"title": "a"}]))
        assert len(result.data) == total

    async def test_by_offset(self, opened, server, total):
        server.respond_with(CappedServer(total, brands={"organization_id": PARENT_ID}))
        projects = opened(page_size=10).BrandSemrushProject
        assert len(await maybe_await(projects.all_by_organization_id(PARENT_ID))) == total


class TestRequests:
    async def sent(self, server, call):
        before = len(server.requests)
        await maybe_await(call())
        return len(server.requests) - before

    async def test_a_short_page_is_in_question_only_if_it_is_the_longest_so_far(self, listing, server):
        films = listing(4, cap=1000)
        assert await self.sent(server, films.all) == 2
        server.respond_with(CappedServer(3, 1000, title="a"))
        assert await self.sent(server, films.all) == 1

    async def test_after_a_full_page_no_short_page_is_in_question(self, listing, server):
        films = listing(10, cap=1000)
        await maybe_await(films.all(limit=10))
        for total in (9, 5, 1):
            server.respond_with(CappedServer(total, 1000, title="a"))
            assert await self.sent(server, films.all) == 1

    async def test_pages_that_were_cut_off_are_not_read_twice(self, listing, server):
        assert await self.sent(server, listing(8).all) == 3
        assert [dict(params(each))["limit"] for each in server.requests] == ["10"] * 3

    async def test_a_limit_of_one_is_never_in_question(self, listing, server):
        assert await self.sent(server, listing(3).first) == 1

    async def test_as_many_rows_as_ids_are_complete(self, listing, server):
        films = listing(3)
        keys = [{"film_id": uuid(number)} for number in range(1, 4)]
        assert await self.sent(server, lambda: films.batch_get_by_keys(keys)) == 1

    async def test_responses_without_a_range_are_complete(self, listing, server):
        films = listing(0)
        server.respond_with([{"id": uuid(1)}])
        assert await self.sent(server, films.all) == 1

    @pytest.mark.parametrize("content_range", ["0-1/*", "0-1/9", "5-6/9", "0-1", "0-1/" + "9" * 5_000])
    async def test_a_server_that_always_returns_the_same_rows_is_not_asked_for_ever(
        self, opened, server, content_range
    ):
        rows = [{"id": uuid(1), "brands": {"organization_id": PARENT_ID}}] * 2
        server.respond_with(httpx.Response(200, json=rows, headers={"Content-Range": content_range}))
        projects = opened(page_size=10).BrandSemrushProject
        assert await self.sent(server, lambda: projects.all_by_organization_id(PARENT_ID)) <= 2


@pytest.mark.parametrize(("is_checked", "requests"), [(True, 2), (False, 1)])
async def test_the_check_can_be_switched_off(cinema_entities, opened, server, is_checked, requests):
    server.respond_with(CappedServer(2, title="a"))
    films = opened(page_size=10, check_row_limit=is_checked).Film
    assert len(await maybe_await(films.all())) == 2
    assert len(server.requests) == requests
