"""Related entities are loaded together: few requests, and the results of the accessors."""

import re
import threading

import pytest

from spacecat_shared_data_access import (
    BaseCollection,
    BaseModel,
    DataAccessError,
    EntityRegistry,
    ReferenceError,
    SchemaBuilder,
    ValidationError,
)
from unit.helpers import collect, error_response, filters, maybe_await, params, uuid


class Studio(BaseModel):
    ENTITY_NAME = "Studio"


class Director(BaseModel):
    ENTITY_NAME = "Director"


class Film(BaseModel):
    ENTITY_NAME = "Film"


class Poster(BaseModel):
    ENTITY_NAME = "Poster"


class StudioCollection(BaseCollection[Studio]):
    COLLECTION_NAME = "StudioCollection"


class DirectorCollection(BaseCollection[Director]):
    COLLECTION_NAME = "DirectorCollection"


class FilmCollection(BaseCollection[Film]):
    COLLECTION_NAME = "FilmCollection"

    async def all_of_year(self, year, **options):
        return await self.all({"year": year}, **options)


class PosterCollection(BaseCollection[Poster]):
    COLLECTION_NAME = "PosterCollection"


def schemas():
    return [
        SchemaBuilder(Studio, StudioCollection)
        .add_reference("has_many", "Directors")
        .add_reference("has_many", "Films")
        .build(),
        SchemaBuilder(Director, DirectorCollection)
        .add_reference("belongs_to", "Studio", required=False)
        .add_reference("has_many", "Films", ["year"])
        .add_reference("has_many", "Prizes")
        .build(),
        SchemaBuilder(Film, FilmCollection)
        .add_reference("belongs_to", "Director", ["year"], required=False)
        .add_reference("belongs_to", "Studio", required=False)
        .add_reference("has_one", "Poster")
        .add_attribute("title", type="string")
        .add_attribute("year", type="number")
        .add_index(["year"], [])
        .build(),
        SchemaBuilder(Poster, PosterCollection)
        .add_reference("belongs_to", "Film")
        .add_attribute("size", type="string")
        .build(),
    ]


class Tables:
    """Responds like tables with these rows: filters, order, limit and offset."""

    def __init__(self, **tables):
        self.rows = {
            name: list(tables.get(name, [])) for name in ("studios", "directors", "films", "posters")
        }
        self._one_at_a_time = threading.Lock()
        self.asked = []

    def __call__(self, request):
        with self._one_at_a_time:
            table, query = request.url.path.strip("/"), dict(params(request))
            self.asked.append(table)
            found = [row for row in self.rows[table] if all(holds(row, *each) for each in filters(request))]
            for column, _, direction in (
                each.partition(".") for each in query.get("order", "id.asc").split(",")[::-1]
            ):
                found.sort(
                    key=lambda row, column=column: (row.get(column) is None, row.get(column) or 0),
                    reverse=direction.startswith("desc"),
                )
            offset, limit = int(query.get("offset", 0)), int(query.get("limit", 1_000))
            names = query["select"].split(",")
            return [
                row if names == ["*"] else {name: row.get(name) for name in names}
                for row in found[offset : offset + limit]
            ]

    def counts(self):
        """Return how often each table was asked for since the last call."""
        asked, self.asked = self.asked, []
        return {table: asked.count(table) for table in sorted(set(asked))}


def holds(row, column, text):
    if column == "or":  # keyset pagination by one column or by two
        found = re.findall(r"and\(([^()]*)\)|(\w+\.[lg]t\.[^,()]+)", text[1:-1])
        return any(
            all(holds(row, *part.split(".", 1)) for part in (several or single).split(","))
            for several, single in found
        )
    operator, value = text.split(".", 1)
    stored = row.get(column)
    if stored is None:
        return False
    if operator == "in":
        return str(stored).lower() in value.strip("()").lower().split(",")
    compared = type(stored)(value)
    return {
        "eq": str(stored).lower() == value.lower(),
        "lt": stored < compared,
        "lte": stored <= compared,
    }[operator]


@pytest.fixture(autouse=True)
def cinema():
    for schema in schemas():
        EntityRegistry.register_entity(schema)
    yield
    EntityRegistry.reset_entities()


def studio(number=1, **values):
    return {"id": uuid(number), **values}


def director(number, studio=1, **values):
    return {"id": uuid(100 + number), "studio_id": uuid(studio), **values}


def film(number, director=1, **values):
    return {
        "id": uuid(10_000 + number),
        "director_id": uuid(100 + director),
        "title": f"Film {number}",
        **values,
    }


def films(count, directors=1, **values):
    return [film(number, number % directors, year=number, **values) for number in range(count)]


@pytest.fixture
def tables(server):
    def with_rows(**rows):
        tables = Tables(**rows)
        server.respond_with(tables)
        return tables

    return with_rows


async def test_parents_of_many_are_one_request_and_one_object_each(data_access, tables):
    rows = tables(films=films(120, 3), directors=[director(number) for number in range(3)])
    found = await maybe_await(data_access.Film.all(include=["director"]))
    assert rows.counts() == {"directors": 1, "films": 1}
    parents = [await maybe_await(each.get_director()) for each in found]
    assert rows.counts() == {}
    assert [parent.get_id() for parent in parents] == [each.get_director_id() for each in found]
    assert len({id(parent) for parent in parents}) == 3


async def test_fifty_ids_are_asked_for_at_a_time(data_access, tables, server):
    rows = tables(films=films(120, 120), directors=[director(number) for number in range(120)])
    await maybe_await(data_access.Film.all(include=["director", "poster"]))
    assert rows.counts() == {"directors": 3, "films": 1, "posters": 3}
    lists = [text for request in server.requests for column, text in filters(request) if text[:3] == "in."]
    assert sorted(text.count(",") + 1 for text in lists) == [20, 20, 50, 50, 50, 50]


async def test_children_are_those_of_the_accessor_in_its_order(data_access, tables):
    rows = tables(directors=[director(number) for number in range(5)], films=films(23, 4))
    loaded = await maybe_await(data_access.Director.all(include=["films"]))
    assert rows.counts() == {"directors": 1, "films": 1}
    for each in loaded:
        own = await maybe_await(each.get_films())
        assert rows.counts() == {}
        each.forget_references()
        assert await maybe_await(each.get_films()) == own
        assert rows.counts() == {"films": 1}
        assert [each.get_year() for each in own] == sorted((each.get_year() for each in own), reverse=True)
    assert sum([len(await maybe_await(each.get_films())) for each in loaded]) == 23


async def test_the_order_of_the_children_is_that_of_their_index(data_access, tables, server):
    tables(directors=[director(1)], films=films(2))
    (found,) = await maybe_await(data_access.Director.all(include=["films"]))
    together = dict(params(server.last))["order"]
    found.forget_references()
    await maybe_await(found.get_films())
    assert dict(params(server.last))["order"] == together == "director_id.desc,year.desc,id.desc"


async def test_all_pages_of_the_children_are_read(opened, tables):
    rows = tables(directors=[director(0), director(1)], films=films(25, 2))
    loaded = await maybe_await(opened(page_size=10).Director.all(include=["films"]))
    assert sorted([len(await maybe_await(each.get_films())) for each in loaded]) == [12, 13]
    assert rows.counts() == {"directors": 1, "films": 3}


async def test_the_first_child_of_a_has_one_reference(data_access, tables):
    posters = [
        {
            "id": uuid(500 + number),
            "film_id": uuid(10_000 + number % 2),
            "updated_at": f"2026-01-0{number + 1}",
        }
        for number in range(4)
    ]
    rows = tables(films=films(3), posters=posters)
    loaded = await maybe_await(data_access.Film.all(include=["poster"], order="asc"))
    found = [await maybe_await(each.get_poster()) for each in loaded]
    assert rows.counts() == {"films": 1, "posters": 1}
    assert {each and each.get_id() for each in found} == {uuid(502), uuid(503), None}
    for each, poster in zip(loaded, found, strict=True):
        each.forget_references()
        assert await maybe_await(each.get_poster()) == poster


async def test_has_one_never_sends_more_requests_than_parents(opened, tables):
    # The first page has only posters of one film, and so on.
    posters = [
        {"id": uuid(500 + 10 * number + each), "film_id": uuid(10_000 + number)}
        for number in range(3)
        for each in range(4)
    ]
    rows = tables(films=films(4), posters=posters)
    loaded = await maybe_await(opened(page_size=4).Film.all(include=["poster"]))
    assert rows.counts()["posters"] == 4
    found = [await maybe_await(each.get_poster()) for each in loaded]
    assert sorted(each.get_id() for each in found if each) == [uuid(503), uuid(513), uuid(523)]
    assert rows.counts() == {}


async def test_what_does_not_exist_is_cached_too(data_access, tables):
    rows = tables(films=[film(1), film(2, director_id=None)], directors=[], posters=[])
    loaded = await maybe_await(data_access.Film.all(include=["director", "poster"]))
    rows.counts()
    for each in loaded:
        assert await maybe_await(each.get_director()) is None
        assert await maybe_await(each.get_poster()) is None
    rows = tables(directors=[director(1)])
    (lonely,) = await maybe_await(data_access.Director.all(include=["films"]))
    rows.counts()
    assert await maybe_await(lonely.get_films()) == []
    assert rows.counts() == {}


async def test_a_list_of_children_may_be_changed_by_the_caller(data_access, tables):
    tables(directors=[director(1)], films=films(3, 2))
    (found,) = await maybe_await(data_access.Director.all(include=["films"]))
    (await maybe_await(found.get_films())).clear()
    assert len(await maybe_await(found.get_films())) == 1


class TestPaths:
    async def test_go_further_and_share_what_they_have_in_common(self, data_access, tables):
        rows = tables(
            films=films(6, 3, studio_id=uuid(1)),
            directors=[director(number, 1 + number % 2) for number in range(3)],
            studios=[studio(1), studio(2)],
        )
        include = ["director.studio", "director", "director.films", "studio"]
        loaded = await maybe_await(data_access.Film.all(include=include))
        # The studio of the films is found on the first level, and the other one on the second.
        assert rows.counts() == {"directors": 1, "films": 2, "studios": 2}
        for each in loaded:
            parent = await maybe_await(each.get_director())
            assert (await maybe_await(parent.get_studio())).get_id() == parent.get_studio_id()
            assert each in await maybe_await(parent.get_films())
        studios = {
            id(await maybe_await(each.get_studio()))
            for one in loaded
            for each in (one, await maybe_await(one.get_director()))
        }
        assert len(studios) == 2
        assert rows.counts() == {}

    async def test_two_paths_to_one_entity_ask_for_it_once(self, data_access, tables):
        rows = tables(films=films(2, studio_id=uuid(1)), directors=[director(0)], studios=[studio(1)])
        await maybe_await(data_access.Film.all(include=["studio.directors", "director.studio.directors"]))
        assert rows.counts() == {"directors": 2, "films": 1, "studios": 1}

    async def test_models_that_were_just_read_are_parents(self, data_access, tables):
        rows = tables(directors=[director(1)], films=films(4, 2))
        (found,) = await maybe_await(data_access.Director.all(include=["films.director"]))
        assert rows.counts() == {"directors": 1, "films": 1}
        for each in await maybe_await(found.get_films()):
            assert await maybe_await(each.get_director()) is found

    async def test_models_that_were_read_in_part_are_not(self, data_access, tables):
        rows = tables(directors=[director(1)], films=films(4, 2))
        (found,) = await maybe_await(
            data_access.Director.all(include=["films.director"], attributes=["director_id"])
        )
        assert rows.counts() == {"directors": 2, "films": 1}
        (_, each) = await maybe_await(found.get_films())
        assert (await maybe_await(each.get_director())).get_studio_id() == uuid(1)

    async def test_that_find_nothing_end(self, data_access, tables):
        rows = tables(films=films(2))
        await maybe_await(data_access.Film.all(include=["director.studio.films.poster"]))
        assert rows.counts() == {"directors": 1, "films": 1}


class TestForeignKeys:
    async def test_may_be_in_upper_case(self, data_access, tables):
        rows = tables(films=[film(1, director_id=uuid(101).upper()), film(2)], directors=[director(1)])
        loaded = await maybe_await(data_access.Film.all(include=["director"]))
        assert rows.counts() == {"directors": 1, "films": 1}
        first, second = [await maybe_await(each.get_director()) for each in loaded]
        assert first is second is not None
        (parent,) = await maybe_await(data_access.Director.all(include=["films"]))
        assert len(await maybe_await(parent.get_films())) == 2

    async def test_that_are_not_uuids_are_left_to_the_accessor(self, data_access, tables):
        rows = tables(films=[film(1, director_id="nobody"), film(2)], directors=[director(1)])
        loaded = await maybe_await(data_access.Film.all(include=["director.studio"]))
        with pytest.raises(ValidationError, match="director_id must be a valid UUID"):
            [await maybe_await(each.get_director()) for each in loaded]
        assert rows.counts() == {"directors": 1, "films": 1, "studios": 1}

    async def test_in_another_spelling_are_left_to_the_accessor(self, data_access, tables, monkeypatch):
        rows = tables(directors=[director(1), director(2)], films=films(4, 3))
        monkeypatch.setattr(
            "spacecat_shared_data_access.models.base.eager_loading.parent_id_of", lambda *_: "another"
        )
        loaded = await maybe_await(data_access.Director.all(include=["films"]))
        assert rows.counts() == {"directors": 1, "films": 3}
        assert [len(await maybe_await(each.get_films())) for each in loaded] == [1, 1]
        assert rows.counts() == {}


def models_in(found):
    found = getattr(found, "data", found)
    return [found] if isinstance(found, BaseModel) else found


async def result_of(call):
    """Return the models that a call finds, as a list."""
    is_generator = hasattr(call, "__next__") or hasattr(call, "__anext__")
    return await collect(call) if is_generator else models_in(await maybe_await(call))


FINDERS = {
    "all": lambda film, **options: film.all(**options),
    "all, one": lambda film, **options: film.all(limit=1, **options),
    "all, a page": lambda film, **options: film.all(return_cursor=True, **options),
    "all_by": lambda film, **options: film.all_by_director_id(uuid(101), **options),
    "find_by": lambda film, **options: film.find_by_director_id(uuid(101), **options),
    "find_by_id": lambda film, **options: film.find_by_id(uuid(10_001), **options),
    "all_by_index_keys": lambda film, **options: film.all_by_index_keys({"year": 1}, **options),
    "find_by_index_keys": lambda film, **options: film.find_by_index_keys({"year": 1}, **options),
    "find_by_all": lambda film, **options: film.find_by_all(**options),
    "first": lambda film, **options: film.first(**options),
    "page": lambda film, **options: film.page(limit=5, **options),
    "iterate": lambda film, **options: film.iterate(**options),
    "batch_get_by_keys": lambda film, **options: film.batch_get_by_keys(
        [{"film_id": uuid(10_001)}], **options
    ),
    "list_models": lambda film, **options: film.list_models(**options),
    "hand-written": lambda film, **options: film.all_of_year(1, **options),
}


@pytest.mark.parametrize("finder", FINDERS)
class TestEveryFinder:
    async def test_takes_include(self, data_access, tables, finder):
        rows = tables(films=[film(1, year=1)], directors=[director(1)])
        (each,) = await result_of(FINDERS[finder](data_access.Film, include=["director"]))
        assert rows.counts() == {"directors": 1, "films": 1}
        assert (await maybe_await(each.get_director())).get_id() == uuid(101)
        assert rows.counts() == {}

    @pytest.mark.parametrize("include", [None, [], ()])
    async def test_loads_nothing_without_names(self, data_access, tables, finder, include):
        rows = tables(films=[film(1, year=1)])
        await result_of(FINDERS[finder](data_access.Film, include=include))
        assert rows.counts() == {"films": 1}

    @pytest.mark.parametrize(
        ("include", "message"),
        [
            ("director", r'include must be a list of names: write include=\["director"\]'),
            ({"director"}, "include must be a list of names, which are strings"),
            ([1], "include must be a list of names, which are strings"),
            (True, "include must be a list of names, which are strings"),
            (
                ["directors"],
                "include: 'directors' is not a related entity of Film: it has director, studio, poster",
            ),
            (["get_director"], "'get_director' is not a related entity of Film"),
            ([""], "'' is not a related entity of Film"),
            (
                ["director."],
                "'' of 'director.' is not a related entity of Director: it has studio, films, prizes",
            ),
            (
                ["director.studio.posters"],
                "'posters' of 'director.studio.posters' is not a related entity of Studio",
            ),
            (["poster.film.title"], "'title' of 'poster.film.title' is not a related entity of Film"),
        ],
    )
    async def test_refuses_other_names_before_it_asks(self, data_access, tables, finder, include, message):
        rows = tables()
        with pytest.raises(ValidationError, match=message):
            await result_of(FINDERS[finder](data_access.Film, include=include))
        assert rows.counts() == {}


async def test_an_entity_without_references_says_so(data_access, server):
    with pytest.raises(ValidationError, match="'site' is not a related entity of OAuthNonce: it has none"):
        await maybe_await(data_access.OAuthNonce.all(include=["site"]))


async def test_a_reference_to_an_entity_that_is_not_registered(data_access, server):
    with pytest.raises(ReferenceError, match="The entity Prize is not registered"):
        await maybe_await(data_access.Director.all(include=["prizes"]))
    assert server.requests == []


async def test_count_takes_no_include(data_access, server):
    with pytest.raises(TypeError):
        await maybe_await(data_access.Film.count(include=["director"]))


class TestModelsReadInPart:
    @pytest.mark.parametrize(("name", "needed"), [("director", "director_id"), ("poster", "film_id")])
    async def test_need_the_key_of_the_reference(self, data_access, tables, name, needed):
        rows = tables(films=films(2), directors=[director(0)])
        for finder in (data_access.Film.all, data_access.Film.first):
            with pytest.raises(
                ValidationError, match=f"include: '{name}' needs {needed}, so add it to attributes"
            ):
                await maybe_await(finder(include=[name], attributes=["title"]))
        with pytest.raises(ValidationError, match=needed):
            await maybe_await(
                data_access.Film.batch_get_by_keys([{"year": 1}], include=[name], attributes=["title"])
            )
        assert rows.counts() == {}
        found = await maybe_await(data_access.Film.all(include=[name], attributes=["title", needed]))
        rows.counts()
        for each in found:
            await maybe_await(getattr(each, f"get_{name}")())
        assert rows.counts() == {}

    async def test_are_refused_by_prefetch(self, data_access, tables):
        rows = tables(films=films(2))
        found = await maybe_await(data_access.Film.all(attributes=["film_id", "title"]))
        rows.counts()
        with pytest.raises(ValidationError, match="director_id"):
            await maybe_await(data_access.Film.prefetch(found, "poster", "director"))
        assert rows.counts() == {}


async def test_iterate_loads_page_by_page(opened, tables):
    rows = tables(films=films(5), directors=[director(0)])
    iterator = opened(page_size=2).Film.iterate(include=["director"])
    step = anext if hasattr(iterator, "__anext__") else next
    asked = []
    for _ in range(5):
        each = await maybe_await(step(iterator))
        assert await maybe_await(each.get_director()) is not None
        asked.append(rows.counts())
    both = {"directors": 1, "films": 1}
    assert asked == [both, {}, both, {}, both]


class TestPrefetch:
    async def test_loads_into_models_that_were_read(self, data_access, tables):
        rows = tables(films=films(4, 2), directors=[director(0), director(1)], studios=[studio()])
        found = await maybe_await(data_access.Film.all())
        assert await maybe_await(data_access.Film.prefetch(found, "director.studio", "poster")) is None
        assert rows.counts() == {"directors": 1, "films": 1, "posters": 1, "studios": 1}
        for each in found:
            assert (
                await maybe_await((await maybe_await(each.get_director())).get_studio())
            ).get_id() == uuid(1)
        assert rows.counts() == {}

    async def test_does_not_ask_again_for_what_is_cached(self, data_access, tables):
        rows = tables(films=films(2, 2), directors=[director(0), director(1)], studios=[studio()])
        first, second = await maybe_await(data_access.Film.all())
        kept = await maybe_await(first.get_director())
        rows.counts()
        await maybe_await(data_access.Film.prefetch([first, second, first], "director"))
        assert rows.counts() == {"directors": 1}
        assert await maybe_await(first.get_director()) is kept
        await maybe_await(data_access.Film.prefetch([first, second], "director.studio"))
        assert rows.counts() == {"studios": 1}
        await maybe_await(data_access.Film.prefetch([first, second], "director.studio"))
        assert rows.counts() == {}

    async def test_uses_a_foreign_key_that_is_not_saved_yet(self, data_access, tables):
        tables(films=[film(1)], directors=[director(1), director(2)])
        (found,) = await maybe_await(data_access.Film.all())
        found.set_director_id(uuid(102))
        await maybe_await(data_access.Film.prefetch([found], "director"))
        assert (await maybe_await(found.get_director())).get_id() == uuid(102)

    async def test_sends_nothing_for_no_models_and_for_no_names(self, data_access, tables):
        rows = tables(films=films(1))
        await maybe_await(data_access.Film.prefetch([], "director"))
        found = await maybe_await(data_access.Film.page(limit=2))
        await maybe_await(data_access.Film.prefetch(found))
        assert rows.counts() == {"films": 1}

    async def test_takes_a_page_and_any_iterable(self, data_access, tables):
        rows = tables(films=films(2), directors=[director(0)])
        page = await maybe_await(data_access.Film.page(limit=2))
        await maybe_await(data_access.Film.prefetch(page, "director"))
        await maybe_await(data_access.Film.prefetch((each for each in page), "poster"))
        assert rows.counts() == {"directors": 1, "films": 1, "posters": 1}

    @pytest.mark.parametrize("models", [None, 5, "films", ["a film"], [None]])
    async def test_refuses_what_is_no_list_of_models(self, data_access, models):
        with pytest.raises(ValidationError, match="prefetch: models must be a list"):
            await maybe_await(data_access.Film.prefetch(models, "director"))

    async def test_refuses_models_of_another_entity(self, data_access, tables):
        tables(directors=[director(1)])
        found = await maybe_await(data_access.Director.all())
        with pytest.raises(ValidationError, match="models must be a list of Film models"):
            await maybe_await(data_access.Film.prefetch(found, "director"))

    async def test_refuses_models_of_another_data_access(self, opened, tables):
        tables(films=films(1))
        found = await maybe_await(opened().Film.all())
        with pytest.raises(ValidationError, match="a Film belongs to another data access"):
            await maybe_await(opened().Film.prefetch(found, "director"))

    async def test_refuses_unknown_names(self, data_access):
        with pytest.raises(ValidationError, match="'stars' is not a related entity of Film"):
            await maybe_await(data_access.Film.prefetch([], "stars"))
        with pytest.raises(ValidationError, match="include must be a list of names, which are strings"):
            await maybe_await(data_access.Film.prefetch([], ["director"]))


class TestAccessors:
    async def test_of_children_take_include(self, data_access, tables):
        rows = tables(directors=[director(0)], films=films(3))
        (found,) = await maybe_await(data_access.Director.all())
        rows.counts()
        loaded = await maybe_await(found.get_films(include=["poster"], limit=2))
        assert len(loaded) == 2
        assert rows.counts() == {"films": 1, "posters": 1}
        assert [await maybe_await(each.get_poster()) for each in loaded] == [None, None]
        await maybe_await(found.get_films_by_year(1, include=["poster"]))
        assert rows.counts() == {"films": 1, "posters": 1}

    async def test_of_one_child_take_include(self, data_access, tables):
        rows = tables(films=films(1), posters=[{"id": uuid(7), "film_id": uuid(10_000)}])
        (found,) = await maybe_await(data_access.Film.all())
        poster = await maybe_await(found.get_poster(include=["film"]))
        assert rows.counts() == {"films": 2, "posters": 1}
        assert await maybe_await(poster.get_film()) == found

    async def test_of_a_parent_take_include(self, data_access, tables):
        rows = tables(films=films(1), directors=[director(0)], studios=[studio()])
        (found,) = await maybe_await(data_access.Film.all())
        parent = await maybe_await(found.get_director(include=["studio"]))
        assert rows.counts() == {"directors": 1, "films": 1, "studios": 1}
        assert await maybe_await(found.get_director(include=["studio", "films"])) is parent
        assert rows.counts() == {"films": 1}
        with pytest.raises(ValidationError, match="'poster' is not a related entity of Director"):
            await maybe_await(found.get_director(include=["poster"]))
        with pytest.raises(ValidationError, match="include must be a list"):
            await maybe_await(found.get_director(include="studio"))

    async def test_of_no_parent_load_nothing(self, data_access, tables):
        rows = tables(films=[film(1, director_id=None)])
        (found,) = await maybe_await(data_access.Film.all())
        assert await maybe_await(found.get_director(include=["studio"])) is None
        assert rows.counts() == {"films": 1}


class TestOfAnEntitysOwn:
    async def test_accessors_are_called_for_each_model(self, data_access, tables, monkeypatch):
        async def get_director(self):
            try:
                return self.cached_reference(("get_director",))
            except KeyError:
                pass
            parent = await self.collection.registry.collection_of("Director").find_by_id(
                self.get_director_id()
            )
            self.cache_reference(("get_director",), parent)
            return parent

        monkeypatch.setattr(Film, "get_director", get_director)
        Film.bind_schema(Film.schema)
        rows = tables(films=films(3), directors=[director(0)], studios=[studio()])
        loaded = await maybe_await(
            data_access.Film.all(include=["director.studio"], attributes=["director_id"])
        )
        assert rows.counts() == {"directors": 3, "films": 1, "studios": 1}
        assert [(await maybe_await(each.get_director())).get_id() for each in loaded] == [uuid(100)] * 3
        assert rows.counts() == {}

    async def test_accessors_may_be_plain_and_cache_nothing(self, data_access, tables, monkeypatch):
        studio_ = data_access.Studio.create_instance_from_row(studio(9))
        monkeypatch.setattr(Film, "get_studio", lambda self: studio_)
        Film.bind_schema(Film.schema)
        rows = tables(films=films(3))
        await maybe_await(data_access.Film.all(include=["studio.films"]))
        assert rows.counts() == {"films": 2}

    async def test_finders_of_the_parents_are_called_once_for_each_id(self, data_access, tables, monkeypatch):
        asked = []

        async def find_by_id(self, id_):
            asked.append(id_)
            return await BaseCollection.find_by_id.__wrapped__(self, id_)

        monkeypatch.setattr(DirectorCollection, "find_by_id", find_by_id)
        rows = tables(films=films(6, 2), directors=[director(0)])
        loaded = await maybe_await(data_access.Film.all(include=["director"]))
        assert sorted(asked) == [uuid(100), uuid(101)]
        assert rows.counts() == {"directors": 2, "films": 1}
        parents = [await maybe_await(each.get_director()) for each in loaded]
        assert len({id(each) for each in parents}) == 2
        assert rows.counts() == {}

    async def test_finders_of_the_children_are_called_once_for_each_id(
        self, data_access, tables, monkeypatch
    ):
        async def all_by_index_keys(self, keys, **options):
            found = await BaseCollection.all_by_index_keys.__wrapped__(self, keys, **options)
            return [each for each in found if each.get_year() != 1]

        monkeypatch.setattr(FilmCollection, "all_by_index_keys", all_by_index_keys)
        rows = tables(directors=[director(0), director(0), director(1)], films=films(6, 2))
        loaded = await maybe_await(data_access.Director.all(include=["films"]))
        assert rows.counts() == {"directors": 1, "films": 2}
        own = [[each.get_year() for each in await maybe_await(one.get_films())] for one in loaded]
        assert sorted(own) == [[4, 2, 0], [4, 2, 0], [5, 3]]
        assert rows.counts() == {}

    async def test_a_list_of_children_replaces_the_finders(self, data_access, tables, monkeypatch):
        async def all_by_index_keys(self, keys, **options):
            raise AssertionError(keys)

        async def list_children(self, foreign_key, parent_ids, *, only_first=False, attributes=None):
            return await self.list_models(where=lambda attrs, op: op.in_(attrs[foreign_key], parent_ids))

        monkeypatch.setattr(FilmCollection, "all_by_index_keys", all_by_index_keys)
        monkeypatch.setattr(FilmCollection, "list_children", list_children)
        rows = tables(directors=[director(0), director(1)], films=films(6, 2))
        await maybe_await(data_access.Director.all(include=["films"]))
        assert rows.counts() == {"directors": 1, "films": 1}


class TestLatestAudits:
    @pytest.fixture(autouse=True)
    def sites(self, data_access, server):
        audits = [
            {
                "id": uuid(number),
                "site_id": uuid(1 + number % 2),
                "audit_type": "cwv" if number % 3 else "apex",
                "audited_at": f"2026-01-01T00:00:0{number}.000Z",
            }
            for number in range(8)
        ]

        def respond(request):
            if request.url.path == "/sites":
                return [{"id": uuid(1)}, {"id": uuid(2)}, {"id": uuid(3)}]
            wanted = [each for each in audits if all(holds(each, *pair) for pair in filters(request))]
            columns = [each.split(".")[0] for each in dict(params(request))["order"].split(",")]
            wanted.sort(key=lambda row: [row[column] for column in columns], reverse=True)
            return wanted[: int(dict(params(request))["limit"])]

        server.respond_with(respond)
        return data_access.Site

    @pytest.mark.parametrize("name", ["latest_audits", "latest_audit"])
    async def test_of_many_sites_are_one_request(self, sites, server, name):
        loaded = await maybe_await(sites.all(include=[name]))
        assert server.paths == ["/sites", "/audits"]
        found = [await maybe_await(getattr(each, f"get_{name}")()) for each in loaded]
        assert server.paths == ["/sites", "/audits"]
        for each in loaded:
            each.forget_references()
        assert [await maybe_await(getattr(each, f"get_{name}")()) for each in loaded] == found
        assert found[2] in ([], None)

    async def test_are_audits_whose_references_can_be_loaded(self, sites, server):
        (first, *_) = await maybe_await(
            sites.all(include=["latest_audits.site", "latest_audits.opportunities"])
        )
        (audit, *_) = await maybe_await(first.get_latest_audits())
        assert await maybe_await(audit.get_site()) is first
        asked = len(server.requests)
        with pytest.raises(
            ValidationError, match=r"'audit' of 'latest_audit\.audit' is not a related entity of Audit"
        ):
            await maybe_await(sites.all(include=["latest_audit.audit"]))
        assert len(server.requests) == asked

    @pytest.mark.parametrize(
        "find",
        [
            lambda audits, **options: audits.all(**options),
            lambda audits, **options: audits.all(limit=1, **options),
            lambda audits, **options: audits.first(**options),
            lambda audits, **options: audits.page(limit=1, **options),
            lambda audits, **options: audits.iterate(limit=1, **options),
            lambda audits, **options: audits.find_by_id(uuid(1), "cwv", **options),
            lambda audits, **options: audits.find_by_index_keys({"site_id": uuid(1)}, **options),
            lambda audits, **options: audits.all_by_audit_type("cwv", **options),
        ],
    )
    async def test_take_include(self, data_access, server, find):
        (each, *_) = await result_of(find(data_access.LatestAudit, include=["site"]))
        assert server.paths == ["/audits", "/sites"]
        assert (await maybe_await(each.get_site())).get_id() == each.get_site_id()
        assert server.paths == ["/audits", "/sites"]
        with pytest.raises(ValidationError, match="needs site_id"):
            await maybe_await(data_access.LatestAudit.all(include=["site"], attributes=["audit_type"]))
        await maybe_await(data_access.LatestAudit.prefetch([each], "opportunities"))
        assert server.paths == ["/audits", "/sites", "/opportunities"]


async def test_the_latest_audit_of_an_opportunity_is_an_audit(data_access, server):
    audit_id = uuid(77)

    def respond(request):
        if request.url.path == "/opportunities":
            return [{"id": uuid(each), "latest_audit_id": audit_id} for each in range(3)]
        return [{"id": audit_id, "audit_type": "cwv"}]

    server.respond_with(respond)
    loaded = await maybe_await(data_access.Opportunity.all(include=["latest_audit"]))
    audits = {id(await maybe_await(each.get_latest_audit())) for each in loaded}
    assert server.paths == ["/opportunities", "/audits"]
    assert len(audits) == 1


async def test_a_deprecated_entity_raises_its_error(data_access, server):
    server.respond_with(lambda request: [{"id": uuid(1)}])
    with pytest.raises(DataAccessError, match="KeyEvent is deprecated"):
        await maybe_await(data_access.Site.all(include=["key_events"]))


async def test_a_failed_request_names_the_related_entity(data_access, tables, server):
    rows = tables(films=films(2))
    server.respond_with(
        lambda request: (
            error_response(403, "42501", "permission denied")
            if request.url.path == "/directors"
            else rows(request)
        )
    )
    with pytest.raises(DataAccessError, match="Failed to query") as raised:
        await maybe_await(data_access.Film.all(include=["director", "studio"]))
    assert raised.value.code == "42501"


async def test_a_save_forgets_what_was_loaded(data_access, tables, server):
    rows = tables(films=films(1), directors=[director(0)])
    (found,) = await maybe_await(data_access.Film.all(include=["director"]))
    server.respond_with(lambda request: [film(0)] if request.method == "PATCH" else rows(request))
    await maybe_await(found.set_title("Another").save())
    rows.counts()
    await maybe_await(found.get_director())
    assert rows.counts() == {"directors": 1}
