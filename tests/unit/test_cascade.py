"""Cascade deletes, level by level, with tables whose foreign keys are checked."""

import json
import random
import re
import threading
from typing import ClassVar

import pytest

from spacecat_shared_data_access import (
    AccessDeniedError,
    BaseCollection,
    BaseModel,
    DataAccessError,
    EntityRegistry,
    SchemaBuilder,
    UnavailableError,
)
from unit.helpers import error_response, filters, maybe_await, params, uuid


class Troupe(BaseModel):
    ENTITY_NAME = "Troupe"


class Play(BaseModel):
    ENTITY_NAME = "Play"


class Actor(BaseModel):
    ENTITY_NAME = "Actor"


class Part(BaseModel):
    """Belongs to a play and to an actor, and is found by both."""

    ENTITY_NAME = "Part"


class Casting(BaseModel):
    """Has a composite key of two IDs."""

    ENTITY_NAME = "Casting"

    def get_id(self):
        return "#".join(self.generate_composite_keys().values())

    def generate_composite_keys(self):
        return {name: self.record[name] for name in ("play_id", "actor_id")}


class Poster(BaseModel):
    """Has a custom `_remove`."""

    ENTITY_NAME = "Poster"
    taken_down: ClassVar = []

    async def _remove(self):
        self.taken_down.append(self.get_id())
        return await super()._remove()


def a_collection(model):
    name = f"{model.__name__}Collection"
    return type(name, (BaseCollection,), {"COLLECTION_NAME": name})


def a_builder(model):
    return SchemaBuilder(model, a_collection(model))


def schemas():
    return [
        a_builder(Troupe)
        .add_reference("belongs_to", "Part", required=False)
        .add_reference("has_many", "Plays", remove_dependents=True)
        .add_reference("has_many", "Actors", remove_dependents=True)
        .build(),
        a_builder(Play)
        .add_reference("belongs_to", "Troupe")
        .add_reference("has_many", "Parts", remove_dependents=True)
        .add_reference("has_many", "Castings", remove_dependents=True)
        .add_reference("has_one", "Poster", remove_dependents=True)
        .build(),
        a_builder(Actor)
        .add_reference("belongs_to", "Troupe")
        .add_reference("has_many", "Parts", remove_dependents=True)
        .add_reference("has_many", "Castings", remove_dependents=True)
        .build(),
        a_builder(Part)
        .add_reference("belongs_to", "Play", required=False)
        .add_reference("belongs_to", "Actor", required=False)
        .add_reference("has_many", "Troupes", remove_dependents=True)
        .allow_remove(False)
        .build(),
        a_builder(Casting)
        .with_primary_partition_keys(["play_id"])
        .with_primary_sort_keys(["actor_id"])
        .add_attribute("casting_id", type="string", postgrest_ignore=True)
        .add_reference("belongs_to", "Play")
        .add_reference("belongs_to", "Actor")
        .build(),
        a_builder(Poster).add_reference("belongs_to", "Play").build(),
    ]


class Tables:
    """Responds like tables with these rows, whose foreign keys do not cascade.

    Args:
        **tables: Rows by table.
    """

    def __init__(self, **tables):
        self.rows = {name: list(tables.get(name, [])) for name in PARENTS}
        self.refused = None
        self._one_at_a_time = threading.Lock()

    def __call__(self, request):
        with self._one_at_a_time:
            return self._answer(request)

    def _answer(self, request):
        if self.refused is not None and (response := self.refused(request)) is not None:
            return response
        table = request.url.path.strip("/")
        found = [row for row in self.rows[table] if self._is_asked_for(row, request)]
        if request.method == "GET":
            query = dict(params(request))
            offset = int(query.get("offset", 0))
            return found[offset : offset + int(query["limit"])]
        for row in found:
            if self._has_children(table, row, found):
                return error_response(409, "23503", "still referenced")
        self.rows[table] = [row for row in self.rows[table] if row not in found]
        return 204

    def _is_asked_for(self, row, request):
        return all(self._holds(row, column, text) for column, text in filters(request))

    def _holds(self, row, column, text):
        if column == "or":
            keys = re.findall(r"and\(([^)]*)\)", text)
            return any(all(self._holds(row, *part.split(".", 1)) for part in key.split(",")) for key in keys)
        operator, value = text.split(".", 1)
        wanted = value.strip("()").split(",") if operator == "in" else [value]
        return row.get(column) in wanted

    def _has_children(self, table, row, going):
        return any(
            other not in going and other.get(key) == row.get("id")
            for name, keys in PARENTS.items()
            for key, parent in keys.items()
            for other in self.rows[name]
            if parent == table
        )

    @property
    def left(self):
        return {name: len(rows) for name, rows in self.rows.items() if rows}


PARENTS = {
    "troupes": {},  # its part_id leads round: no foreign key holds it
    "plays": {"troupe_id": "troupes"},
    "actors": {"troupe_id": "troupes"},
    "parts": {"play_id": "plays", "actor_id": "actors"},
    "castings": {"play_id": "plays", "actor_id": "actors"},
    "posters": {"play_id": "plays"},
}
TROUPE, OTHER = {"id": uuid(1)}, {"id": uuid(2)}


@pytest.fixture(autouse=True)
def theatre():
    for schema in schemas():
        EntityRegistry.register_entity(schema)
    Poster.taken_down.clear()
    yield
    EntityRegistry.reset_entities()


@pytest.fixture
def troupe(data_access):
    return data_access.Troupe.create_instance_from_row(dict(TROUPE))


def plays(count, troupe=TROUPE, start=100):
    return [{"id": uuid(start + number), "troupe_id": troupe["id"]} for number in range(count)]


def actors(count, start=1000):
    return plays(count, start=start)


def parts_of(plays, each=1, start=10_000):
    numbers = iter(range(start, start + len(plays) * each))
    return [{"id": uuid(next(numbers)), "play_id": play["id"]} for play in plays for _ in range(each)]


def sent(server, method):
    return [
        (request.url.path.strip("/"), *filters(request))
        for request in server.requests
        if request.method == method
    ]


async def test_the_number_of_requests_depends_on_levels_not_rows(troupe, server):
    many = plays(120)
    tables = Tables(troupes=[TROUPE], plays=many, parts=parts_of(many, 2))
    server.respond_with(tables)
    assert await maybe_await(troupe.remove()) is troupe
    assert tables.left == {}
    asked = [table for table, *_ in sent(server, "GET")]
    # A has_one reference is queried individually: it is the first row in its order.
    assert {table: asked.count(table) for table in asked if table != "posters"} == {
        "plays": 1,
        "actors": 1,
        "parts": 3,
        "castings": 3,
        "troupes": 5,
    }
    assert [table for table, *_ in sent(server, "DELETE")] == ["parts"] * 5 + ["plays"] * 3 + ["troupes"]


async def test_rows_are_found_and_removed_fifty_at_a_time(troupe, server):
    many = plays(51)
    server.respond_with(Tables(troupes=[TROUPE], plays=many, parts=parts_of(many)))
    await maybe_await(troupe.remove())
    looked_for = [filter_ for table, filter_ in sent(server, "GET") if table == "parts"]
    # The two requests are concurrent, so their order is not defined.
    assert sorted(len(text.split(",")) for _, text in looked_for) == [1, 50]
    assert {column for column, _ in looked_for} == {"play_id"}
    assert all(len(str(request.url)) < 4_000 for request in server.requests)


async def test_only_ids_are_read(troupe, server):
    some = plays(2)
    server.respond_with(Tables(troupes=[TROUPE], plays=some, parts=parts_of(some)))
    await maybe_await(troupe.remove())
    read = [request for request in server.requests if request.method == "GET"]
    selected = {request.url.path: dict(params(request))["select"] for request in read}
    assert (selected["/parts"], selected["/castings"]) == ("id,play_id", "*")


async def test_a_row_found_through_two_parents_is_removed_once_before_both(troupe, server):
    play, actor = plays(1)[0], actors(1)[0]
    part = {"id": uuid(9), "play_id": play["id"], "actor_id": actor["id"]}
    tables = Tables(troupes=[TROUPE], plays=[play], actors=[actor], parts=[part])
    server.respond_with(tables)
    await maybe_await(troupe.remove())
    assert tables.left == {}
    assert [table for table, *_ in sent(server, "DELETE")] == ["parts", "plays", "actors", "troupes"]


async def test_accessors_called_in_several_threads_need_not_find_what_they_cached(
    troupe, server, monkeypatch
):
    monkeypatch.setattr(type(troupe), "cache_reference", lambda *_arguments: None)  # another thread won
    server.respond_with(Tables(troupes=[TROUPE], plays=plays(1)))
    assert len(await maybe_await(troupe.get_plays())) == 1


async def test_circular_references_are_removed(troupe, server):
    play = plays(1)[0]
    part = {"id": uuid(9), "play_id": play["id"]}
    round_ = {**TROUPE, "part_id": part["id"]}
    tables = Tables(troupes=[round_, OTHER], plays=[play], parts=[part])
    server.respond_with(tables)
    await maybe_await(troupe.remove())
    assert tables.rows["troupes"] == [OTHER]
    assert tables.left == {"troupes": 1}


async def test_rows_with_composite_keys_are_removed_together_exactly(troupe, server):
    own, others = plays(3), plays(1, OTHER, start=500)
    cast, guest = actors(2), plays(1, OTHER, start=600)
    castings = [
        {"play_id": play["id"], "actor_id": actor["id"]} for play, actor in zip(own, cast, strict=False)
    ]
    stays = {"play_id": others[0]["id"], "actor_id": guest[0]["id"]}
    tables = Tables(
        troupes=[TROUPE, OTHER], plays=own + others, actors=cast + guest, castings=[*castings, stays]
    )
    server.respond_with(tables)
    await maybe_await(troupe.remove())
    assert tables.rows["castings"] == [stays]
    pairs = [f"and(play_id.eq.{each['play_id']},actor_id.eq.{each['actor_id']})" for each in castings]
    assert [filters_ for table, *filters_ in sent(server, "DELETE") if table == "castings"] == [
        [("or", f"({','.join(pairs)})")]
    ]


async def test_a_custom_remove_of_a_model_is_used(troupe, server):
    some = plays(2)
    posters = [{"id": uuid(700 + number), "play_id": play["id"]} for number, play in enumerate(some)]
    tables = Tables(troupes=[TROUPE], plays=some, posters=posters)
    server.respond_with(tables)
    await maybe_await(troupe.remove())
    assert sorted(Poster.taken_down) == [poster["id"] for poster in posters]
    assert tables.left == {}


async def test_of_a_has_one_reference_the_first_is_removed(data_access, server):
    play = plays(1)[0]
    posters = [{"id": uuid(700 + number), "play_id": play["id"]} for number in range(2)]
    tables = Tables(plays=[play], posters=posters)
    server.respond_with(tables)
    with pytest.raises(DataAccessError) as raised:
        await maybe_await(data_access.Play.create_instance_from_row(dict(play)).remove())
    assert raised.value.code == "23503"
    assert tables.rows["posters"] == posters[1:]


async def test_entities_found_by_a_custom_accessor_are_removed(data_access, server, monkeypatch):
    some = plays(2)
    parts = [*parts_of(some), {"id": uuid(9), "play_id": None}]

    async def get_parts(self):
        return await self.collection.registry.collection_of("Part").all()

    monkeypatch.setattr(Play, "get_parts", get_parts)
    tables = Tables(troupes=[TROUPE], plays=some, parts=parts)
    server.respond_with(tables)
    await maybe_await(data_access.Troupe.create_instance_from_row(dict(TROUPE)).remove())
    assert tables.left == {}


async def test_a_custom_remove_of_a_collection_is_called_for_each_row(troupe, server, monkeypatch):
    asked = []

    async def remove_by_index_keys(self, keys):
        asked.append(keys)
        await BaseCollection.remove_by_index_keys.__wrapped__(self, keys)

    collection = EntityRegistry.schema_of("Part").collection_class
    monkeypatch.setattr(collection, "remove_by_index_keys", remove_by_index_keys)
    some = plays(2)
    server.respond_with(Tables(troupes=[TROUPE], plays=some, parts=parts_of(some)))
    await maybe_await(troupe.remove())
    in_order = sorted(asked, key=str)  # they run concurrently
    assert in_order == [[{"part_id": uuid(10_000)}], [{"part_id": uuid(10_001)}]]


class TestWhenItFails:
    @pytest.fixture
    def some(self):
        return plays(3)

    @pytest.fixture
    def tables(self, some, server):
        tables = Tables(troupes=[TROUPE], plays=some, parts=parts_of(some))
        server.respond_with(tables)
        return tables

    async def test_an_error_names_the_rejected_row_and_the_rest_of_its_level_is_removed(
        self, troupe, tables, caplog
    ):
        culprit = uuid(10_001)
        tables.refused = lambda request: (
            error_response(409, "23503", "still referenced")
            if request.method == "DELETE" and culprit in str(request.url)
            else None
        )
        with pytest.raises(DataAccessError) as raised:
            await maybe_await(troupe.remove())
        assert messages(raised.value) == [
            f"Failed to remove entity troupe with ID {TROUPE['id']}",
            f"Failed to remove dependent entity play with ID {uuid(101)}",
            f"Failed to remove entity play with ID {uuid(101)}",
            f"Failed to remove dependent entity part with ID {culprit}",
            f"Failed to remove entity part with ID {culprit}",
            "Failed to remove by index keys",
            "still referenced",
        ]
        assert raised.value.code == "23503"
        assert [row["id"] for row in tables.rows["parts"]] == [culprit]
        assert (len(tables.rows["plays"]), len(tables.rows["troupes"])) == (3, 1)
        assert caplog.messages == [
            "[part] Failed to remove by index keys - [23503] still referenced",  # the batch
            "[part] Failed to remove by index keys - [23503] still referenced",  # the rejected row
            "Failed to remove record",
            f"Failed to remove dependent entity part with ID {culprit}",
            "Failed to remove record",
            f"Failed to remove dependent entity play with ID {uuid(101)}",
            "Failed to remove record",
        ]

    @pytest.mark.parametrize(
        ("response", "kind"),
        [
            (error_response(503, "PGRST002"), UnavailableError),
            (error_response(403, "42501"), AccessDeniedError),
        ],
    )
    async def test_permission_and_availability_errors_are_not_retried_one_by_one(
        self, troupe, tables, server, response, kind
    ):
        tables.refused = lambda request: response if request.method == "DELETE" else None
        with pytest.raises(kind):
            await maybe_await(troupe.remove())
        assert [table for table, *_ in sent(server, "DELETE")] == ["parts"]

    async def test_a_failed_query_removes_nothing(self, troupe, tables, server):
        tables.refused = lambda request: (
            error_response(400, "22P02", "bad") if request.url.path == "/parts" else None
        )
        with pytest.raises(DataAccessError) as raised:
            await maybe_await(troupe.remove())
        assert messages(raised.value)[:4] == [
            f"Failed to remove entity troupe with ID {TROUPE['id']}",
            f"Failed to remove dependent entity play with ID {uuid(100)}",
            f"Failed to remove entity play with ID {uuid(100)}",
            "Failed to query",
        ]
        assert sent(server, "DELETE") == []

    async def test_a_missing_table_is_skipped_on_every_level(self, troupe, tables):
        tables.rows["parts"].clear()
        tables.refused = lambda request: (
            error_response(404, "PGRST205", "no such table")
            if request.url.path in {"/parts", "/castings", "/actors"}
            else None
        )
        await maybe_await(troupe.remove())
        assert tables.left == {}


def messages(error):
    found = []
    while error is not None:
        found.append(error.message)
        assert error.__cause__ is error.cause
        error = error.cause
    return found


async def one_by_one(model):
    """Return the rows that are removed if each entity removes its dependents first, and then its own row."""
    deleted = set()
    for reference in model.schema.references:
        if reference.is_child_reference and reference.remove_dependents:
            found = await maybe_await(getattr(model, reference.getter)())
            for each in [found] if isinstance(found, BaseModel) else found or []:
                deleted |= await one_by_one(each)
    return deleted | {(model.schema.table, json.dumps(model.generate_composite_keys()))}


@pytest.mark.parametrize("seed", range(20))
async def test_the_same_rows_are_removed_as_one_by_one(data_access, server, seed):
    chance = random.Random(seed)  # noqa: S311 - no secret
    troupes = [{"id": uuid(number)} for number in range(1, 4)]
    rows = {"troupes": troupes}
    for table, count in (("plays", 12), ("actors", 9)):
        rows[table] = [
            {
                "id": uuid((100 if table == "plays" else 1000) + number),
                "troupe_id": chance.choice(troupes)["id"],
            }
            for number in range(chance.randrange(count))
        ]
    by_troupe = {
        troupe["id"]: [
            [row for row in rows[table] if row["troupe_id"] == troupe["id"]] for table in ("plays", "actors")
        ]
        for troupe in troupes
    }
    couples = [(play, actor) for own, cast in by_troupe.values() for play in own for actor in cast]
    rows["castings"] = [
        {"play_id": play["id"], "actor_id": actor["id"]} for play, actor in couples if chance.random() < 0.5
    ]
    rows["parts"] = [
        {
            "id": uuid(10_000 + number),
            "play_id": chance.choice([play["id"], None]),
            "actor_id": chance.choice([actor["id"], None]),
        }
        for number, (play, actor) in enumerate(couples)
    ]
    rows["posters"] = [
        {"id": uuid(700 + number), "play_id": play["id"]}
        for number, play in enumerate(rows["plays"])
        if chance.random() < 0.5
    ]
    tables = Tables(**rows)
    server.respond_with(tables)
    troupe = data_access.Troupe.create_instance_from_row(dict(troupes[0]))
    expected = await one_by_one(troupe)
    before = keys_in(data_access, tables)
    await maybe_await(troupe.remove())
    assert before - keys_in(data_access, tables) == expected


def keys_in(data_access, tables):
    return {
        (name, json.dumps(model.generate_composite_keys()))
        for name in PARENTS
        for row in tables.rows[name]
        for model in [getattr(data_access, name.removesuffix("s").capitalize()).create_instance_from_row(row)]
    }
