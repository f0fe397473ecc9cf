"""Methods that override coroutine methods: as plain ``def``, decorated, or from a mixin."""

import functools
import inspect
from contextlib import asynccontextmanager

import pytest

from spacecat_shared_data_access import BaseCollection, BaseModel, EntityRegistry, SchemaBuilder
from unit.helpers import ECHO, ID, OTHER_ID, THIRD_ID, collect, maybe_await

STUDIO, MOVIE, TAKE = ID, OTHER_ID, THIRD_ID
ROWS = {
    "/studios": [{"id": STUDIO, "name": "Ciné-Tamaris"}],
    "/movies": [{"id": MOVIE, "studio_id": STUDIO, "title": "Cléo"}],
    "/takes": [{"id": TAKE, "movie_id": MOVIE}],
}


def by_table(request):
    if request.method == "POST":
        return ECHO
    return [] if request.method == "DELETE" else ROWS[request.url.path]


class Movies:
    """A data access with Studio > Movie > Take, whose classes get members from the test."""

    def __init__(self, opened):
        self._opened = opened
        self.calls = []

    def __call__(self, *, movie=None, movies=None, take=None, bases=()):
        """Register the entities and return a data access.

        Args:
            movie: Members of the model Movie.
            movies: Members of its collection.
            take: Members of the model Take.
            bases: Further base classes of the collection of movies, before its own.
        """
        for builder in (
            SchemaBuilder(self._model("Studio"), self._collection("Studio"))
            .add_attribute("name", type="string")
            .add_reference("has_many", "Movies", remove_dependents=True),
            SchemaBuilder(self._model("Movie", movie), self._collection("Movie", movies, bases))
            .add_attribute("title", type="string")
            .add_reference("belongs_to", "Studio")
            .add_reference("has_many", "Takes", remove_dependents=True),
            SchemaBuilder(self._model("Take", take), self._collection("Take")).add_reference(
                "belongs_to", "Movie"
            ),
        ):
            EntityRegistry.register_entity(builder.build())
        return self._opened()

    def _model(self, name, members=None):
        return type(BaseModel)(
            name, (BaseModel,), {"ENTITY_NAME": name, "calls": self.calls, **(members or {})}
        )

    def _collection(self, entity, members=None, bases=()):
        own = {"COLLECTION_NAME": f"{entity}Collection", "calls": self.calls, **(members or {})}
        return type(f"{entity}Collection", (*bases, BaseCollection), own)


@pytest.fixture
def movies(opened, server):
    server.respond_with(by_table)
    yield Movies(opened)
    EntityRegistry.reset_entities()


def overriding(name, base):
    """Return a plain method that calls the one that it overrides."""

    def override(self, *args, **kwargs):
        result = getattr(base, name)(self, *args, **kwargs)
        self.calls.append((name, inspect.isawaitable(result)))
        return result

    return override


async def studio(data):
    return await maybe_await(data.Studio.find_by_id(STUDIO))


async def take(data):
    return await maybe_await(data.Take.find_by_id(TAKE))


async def movie(data):
    return await maybe_await(data.Movie.find_by_id(MOVIE))


ITEM = {"movie_id": MOVIE, "studio_id": STUDIO, "title": "Cléo"}
OF_COLLECTION = {
    "create": lambda data: data.Movie.create(ITEM),
    "create_many": lambda data: data.Movie.create_many([ITEM]),
    "all": lambda data: data.Movie.all(),
    "all_by_index_keys": lambda data: data.Movie.all_by_studio_id(STUDIO),
    "find_by_all": lambda data: data.Movie.find_by_all(),
    "find_by_id": lambda data: data.Movie.find_by_id(MOVIE),
    "find_by_index_keys": lambda data: data.Movie.find_by_id(MOVIE),
    "exists_by_id": lambda data: data.Movie.exists_by_id(MOVIE),
    "batch_get_by_keys": lambda data: data.Movie.batch_get_by_keys([{"movie_id": MOVIE}]),
    "update_by_keys": lambda data: data.Movie.update_by_keys({"movie_id": MOVIE}, {"title": "x"}),
    "remove_by_ids": lambda data: data.Movie.remove_by_ids([MOVIE]),
    "remove_by_index_keys": lambda data: data.Movie.remove_by_index_keys([{"movie_id": MOVIE}]),
    "save_many": lambda data: data.Movie.save_many([]),
    "_on_create": lambda data: data.Movie.create(ITEM),
    "_on_create_many": lambda data: data.Movie.create_many([ITEM]),
    "_find": lambda data: data.Movie.all(),
}


@pytest.mark.parametrize(("name", "call"), OF_COLLECTION.items(), ids=OF_COLLECTION)
async def test_a_method_of_a_collection_may_be_a_plain_def(movies, name, call, api):
    data = movies(movies={name: overriding(name, BaseCollection)})
    result = call(data)
    assert inspect.iscoroutine(result) == (api == "asyncio")
    await maybe_await(result)
    # A sync call returns the result; an async one returns an awaitable.
    assert movies.calls == [(name, api == "asyncio")]


BY_OTHERS = {
    "an accessor of a child": ("find_by_id", take, lambda each: each.get_movie()),
    "an accessor of a child, deeper": ("find_by_index_keys", take, lambda each: each.get_movie()),
    "an accessor of a parent": ("all_by_index_keys", studio, lambda each: each.get_movies()),
    "the removal of a parent": ("remove_by_index_keys", studio, lambda each: each.remove()),
    "a parent's search for dependents": ("all_by_index_keys", studio, lambda each: each.remove()),
    "its own removal": ("remove_by_index_keys", movie, lambda each: each.remove()),
    "its own save": ("update_row", movie, lambda each: each.set_title("x").save()),
}


@pytest.mark.parametrize(("name", "start", "call"), BY_OTHERS.values(), ids=BY_OTHERS)
async def test_a_plain_method_of_a_collection_is_awaited_by_its_callers(
    movies, server, name, start, call, api
):
    data = movies(movies={name: overriding(name, BaseCollection)})
    model = await start(data)
    movies.calls.clear()
    await maybe_await(call(model))
    assert movies.calls == [(name, api == "asyncio")]
    if "remov" in name:
        assert "/movies" in [sent.url.path for sent in server.requests if sent.method == "DELETE"]


OF_MODEL = [
    ("save", movie, lambda each: each.set_title("x").save()),
    ("remove", movie, lambda each: each.remove()),
    ("_remove", movie, lambda each: each.remove()),
    ("_store", movie, lambda each: each.set_title("x").save()),
]


@pytest.mark.parametrize(("name", "start", "call"), OF_MODEL, ids=[each[0] for each in OF_MODEL])
async def test_a_method_of_a_model_may_be_a_plain_def(movies, server, name, start, call, api):
    data = movies(movie={name: overriding(name, BaseModel)})
    await maybe_await(call(await start(data)))
    assert movies.calls == [(name, api == "asyncio")]
    assert server.last.method in ("PATCH", "DELETE")


async def test_a_custom_remove_may_be_a_plain_def_in_a_cascade(movies, server, api):
    data = movies(movie={"_remove": overriding("_remove", BaseModel)})
    await maybe_await((await studio(data)).remove())
    assert movies.calls == [("_remove", api == "asyncio")]
    removed = [sent.url.path for sent in server.requests if sent.method == "DELETE"]
    assert removed == ["/takes", "/movies", "/studios"]


async def test_a_plain_method_need_not_call_the_overridden_one(movies, server):
    data = movies(movies={"find_by_id": lambda _self, id_: f"movie {id_}"})
    assert await maybe_await((await take(data)).get_movie()) == f"movie {MOVIE}"
    assert server.paths == ["/takes"]


@pytest.mark.parametrize("api", ["blocking"])
def test_a_plain_remove_can_call_the_overridden_one(movies, server):
    def remove_by_index_keys(self, keys):
        assert BaseCollection.remove_by_index_keys(self, keys) is None
        self.calls.append(server.last.method)

    data = movies(movies={"remove_by_index_keys": remove_by_index_keys})
    assert data.Movie.find_by_id(MOVIE).remove().get_id() == MOVIE
    assert movies.calls == ["DELETE"]


async def test_a_hand_written_accessor_may_be_a_plain_def(movies, server):
    data = movies(
        take={"get_movie": lambda self: f"movie of {self.get_id()}"},
        movie={"get_takes": lambda _self: []},
    )
    assert await maybe_await((await take(data)).get_movie()) == f"movie of {TAKE}"
    assert await maybe_await((await movie(data)).get_takes()) == []
    await maybe_await((await studio(data)).remove())
    assert [sent.url.path for sent in server.requests if sent.method == "DELETE"] == ["/movies", "/studios"]


async def test_a_hand_written_finder_may_be_a_plain_def(movies):
    async def titles(self):
        return [each.title for each in await self.all_by_studio_id(STUDIO)]

    class Found:
        title = "Cléo"

    data = movies(movies={"all_by_studio_id": lambda _self, _id: [Found()], "titles": titles})
    assert await maybe_await(data.Movie.titles()) == ["Cléo"]


async def test_iterating_may_be_a_plain_generator(movies):
    def iterate(self, *_args, **_options):
        try:
            yield from ("first", "second")
        finally:
            self.calls.append("closed")

    async def firsts(self):
        return [each async for each in self.iterate()][:1]

    data = movies(movies={"iterate": iterate, "firsts": firsts})
    assert await collect(data.Movie.iterate()) == ["first", "second"]
    assert movies.calls == ["closed"]
    assert await maybe_await(data.Movie.firsts()) == ["first"]


async def test_iterate_may_return_the_overridden_iterator(movies):
    data = movies(movies={"iterate": lambda self: BaseCollection.iterate(self, limit=5)})
    assert [each.get_id() for each in await collect(data.Movie.iterate())] == [MOVIE]


@pytest.mark.parametrize("api", ["blocking"])
def test_closing_an_overridden_iteration_closes_the_generator(movies):
    def iterate(self):
        try:
            yield from BaseCollection.iterate(self)
        finally:
            self.calls.append("closed")

    data = movies(movies={"iterate": iterate})
    items = data.Movie.iterate()
    assert next(items).get_id() == MOVIE
    items.close()
    assert movies.calls == ["closed"]


def plainly(method):
    """Decorate without functools.wraps."""

    def wrapper(self, *args):
        self.calls.append("called")
        return method(self, *args)

    return wrapper


def wrapping(method):
    @functools.wraps(method)
    def wrapper(self, *args):
        self.calls.append("called")
        return method(self, *args)

    return wrapper


def wrapping_async(method):
    @functools.wraps(method)
    async def wrapper(self, *args):
        self.calls.append("called")
        return await method(self, *args)

    return wrapper


@pytest.mark.parametrize("decorate", [plainly, wrapping, wrapping_async])
async def test_an_async_def_may_be_decorated(movies, decorate):
    @decorate
    async def title_of(self, id_):
        return (await self.find_by_id(id_)).get_title()

    async def shouted(self, id_):
        return (await self.title_of(id_)).upper()

    data = movies(movies={"title_of": title_of, "shouted": shouted})
    assert await maybe_await(data.Movie.title_of(MOVIE)) == "Cléo"
    assert await maybe_await(data.Movie.shouted(MOVIE)) == "CLÉO"
    assert movies.calls == ["called"] * 2


@pytest.mark.parametrize("decorate", [plainly, wrapping])
async def test_an_asynchronous_generator_may_be_decorated(movies, decorate):
    @decorate
    async def titles(self):
        async for each in self.iterate():
            yield each.get_title()

    data = movies(movies={"titles": titles})
    assert await collect(data.Movie.titles()) == ["Cléo"]


@pytest.mark.parametrize("decorate", [plainly, wrapping])
async def test_a_decorated_plain_method_stays_plain(movies, decorate):
    @decorate
    def label(self, id_):
        return f"{self.entity_name} {id_}"

    async def labelled(self):
        return self.label(5)

    data = movies(movies={"label": label, "labelled": labelled})
    assert data.Movie.label(5) == "movie 5"
    assert await maybe_await(data.Movie.labelled()) == "movie 5"


@pytest.mark.parametrize("decorate", [plainly, wrapping, wrapping_async])
async def test_a_decorated_method_may_override(movies, decorate):
    @decorate
    async def find_by_id(self, id_):
        return await BaseCollection.find_by_id(self, id_)

    data = movies(movies={"find_by_id": find_by_id})
    assert (await maybe_await((await take(data)).get_movie())).get_id() == MOVIE


async def test_a_partial_method_is_bridged(movies):
    async def titled(self, title, *, again=False):
        found = await self.all(where=lambda attrs, op: op.eq(attrs.title, title))
        return [each.get_title() for each in found] * (2 if again else 1)

    data = movies(movies={"titled": titled, "cleos": functools.partialmethod(titled, "Cléo", again=True)})
    assert await maybe_await(data.Movie.cleos()) == ["Cléo", "Cléo"]


async def test_an_asynchronous_context_manager_is_unchanged(movies):
    @asynccontextmanager
    async def marked(self):
        yield self.entity_name

    async def within(self):
        async with self.marked() as name:
            return name

    data = movies(movies={"marked": marked, "within": within})
    assert await maybe_await(data.Movie.within()) == "movie"


class AsyncMixin:
    async def titles(self):
        return [each.get_title() for each in await self.all()]

    async def shouted(self):
        return [each.upper() for each in await self.titles()]


class PlainMixin:
    def find_by_id(self, id_):
        self.calls.append("mixed in")
        return super().find_by_id(id_)


async def test_a_mixins_coroutine_methods_are_bridged(movies):
    data = movies(bases=(AsyncMixin,))
    assert await maybe_await(data.Movie.titles()) == ["Cléo"]
    assert await maybe_await(data.Movie.shouted()) == ["CLÉO"]
    assert inspect.iscoroutinefunction(AsyncMixin.titles)


async def test_a_mixins_plain_method_may_override(movies):
    data = movies(bases=(PlainMixin,))
    assert (await maybe_await((await take(data)).get_movie())).get_id() == MOVIE
    assert movies.calls == ["mixed in"]


async def test_a_plain_override_may_be_overridden_in_turn(movies):
    class First(BaseCollection):
        def find_by_id(self, id_):
            self.calls.append("first")
            return super().find_by_id(id_)

    class Second(First):
        async def find_by_id(self, id_):
            self.calls.append("second")
            return await super().find_by_id(id_)

    class Third(Second):
        def find_by_id(self, id_):
            self.calls.append("third")
            return super().find_by_id(id_)

    data = movies(bases=(Third,))
    assert (await maybe_await((await take(data)).get_movie())).get_id() == MOVIE
    assert movies.calls == ["third", "second", "first"]


def test_attributes_that_are_not_callable_are_unchanged(movies):
    data = movies(movies={"remove_by_ids": None, "all": property(lambda _self: "everything")})
    assert data.Movie.remove_by_ids is None
    assert data.Movie.all == "everything"


def test_an_override_keeps_its_signature(movies):
    def find_by_id(self, id_, *, deleted=False):
        """Find one, deleted or not."""

    data = movies(movies={"find_by_id": find_by_id})
    assert str(inspect.signature(data.Movie.find_by_id)) == "(id_, *, deleted=False)"
    assert data.Movie.find_by_id.__doc__ == "Find one, deleted or not."
