import asyncio
import logging

import httpx
import pytest

from spacecat_shared_data_access import (
    BaseCollection,
    BaseModel,
    ConflictError,
    DataAccessError,
    EntityRegistry,
    RetryPolicy,
    SchemaBuilder,
    UnavailableError,
    ValidationError,
    create_async_data_access,
)
from unit.helpers import (
    CLOCK,
    ECHO,
    ID,
    OTHER_ID,
    THIRD_ID,
    URL,
    body,
    error_response,
    filters,
    make_model,
    maybe_await,
    params,
    uuid,
)

STORED = {
    "id": ID,
    "title": "Old",
    "year": 1968,
    "slug": "old",
    "updated_at": "2026-06-30T10:11:12.123+00:00",
    "created_at": "2026-06-30T10:11:12.123+00:00",
}


@pytest.fixture
def film(films):
    return make_model(films, STORED)


@pytest.fixture(autouse=True)
def responding(server):
    server.respond_with(lambda request: [{**STORED, **body(request)}] if request.method == "PATCH" else [])


async def test_only_changes_are_saved_by_the_primary_key(film, server, clock):
    assert await maybe_await(film.set_year(1969).save()) is film
    assert server.methods == ["PATCH"]
    assert filters(server.last) == [("id", f"eq.{ID}")]
    assert body(server.last) == {"year": 1969, "updated_at": CLOCK}
    assert server.last.headers["Prefer"] == "return=representation"
    assert (film.get_year(), film.get_updated_at()) == (1969, CLOCK)


async def test_without_changes_nothing_is_sent(film, server):
    assert await maybe_await(film.save()) is film
    assert server.requests == []


async def test_a_second_save_sends_only_new_changes(film, server):
    await maybe_await(film.set_year(1969).save())
    await maybe_await(film.save())
    assert len(server.requests) == 1
    await maybe_await(film.set_tags(["a"]).save())
    assert body(server.last).keys() == {"tags", "updated_at"}


async def test_watchers_run_if_a_watched_attribute_has_changed(film, server):
    await maybe_await(film.set_title("Once Upon").save())
    assert (body(server.last)["title"], body(server.last)["slug"]) == ("Once Upon", "once-upon")
    assert film.get_slug() == "once-upon"


async def test_updated_at_is_later_than_what_is_stored(films, server, clock):
    film = films.create_instance_from_row({**STORED, "updated_at": "2026-07-02T10:00:00+00:00"})
    await maybe_await(film.set_year(1).save())
    assert body(server.last)["updated_at"] == "2026-07-02T10:00:00.001Z"
    await maybe_await(film.set_year(2).save())
    assert body(server.last)["updated_at"] == "2026-07-02T10:00:00.002Z"


async def test_a_value_is_cleared_with_none(film, server):
    await maybe_await(film.set_year(None).save())
    assert body(server.last)["year"] is None
    assert film.get_year() is None
    assert "year" not in film.to_json()


@pytest.mark.parametrize(
    ("reply", "kind"),
    [(error_response(503, "PGRST002"), UnavailableError), (error_response(400, "23514"), DataAccessError)],
)
async def test_a_failed_save_keeps_the_changes(film, server, reply, kind, caplog):
    server.respond_with(reply)
    with pytest.raises(kind) as raised:
        await maybe_await(film.set_year(1969).save())
    assert raised.value.message == f"Failed to save entity film with ID {ID}"
    assert raised.value.cause.message == "Failed to update entity"
    assert raised.value.code == raised.value.cause.code
    assert [record.levelname for record in caplog.records] == ["ERROR", "ERROR"]
    assert caplog.messages[1] == "Failed to save record"
    assert film.get_year() == 1969
    server.respond_with([STORED])
    await maybe_await(film.save())
    assert body(server.last)["year"] == 1969


async def test_an_entity_that_is_no_longer_there_is_not_saved(film, server):
    server.respond_with([])
    with pytest.raises(DataAccessError, match=f"^Failed to save entity film with ID {ID}$") as raised:
        await maybe_await(film.set_year(1969).save())
    assert raised.value.cause.message == "The entity is no longer there"
    assert film.patcher.has_updates


async def test_more_rows_than_one_are_an_error(film, server):
    server.respond_with([STORED, STORED])
    with pytest.raises(DataAccessError) as raised:
        await maybe_await(film.set_year(1969).save())
    assert raised.value.code == "PGRST116"
    assert raised.value.cause.cause.message == "2 rows were changed where the keys should name one"


async def test_changes_during_a_save_are_stored_by_the_next_one(film, server):
    def respond(request):
        if len(server.requests) == 1:
            film.set_title("Set meanwhile").set_year(1971)
        return [{**STORED, **body(request)}]

    server.respond_with(respond)
    await maybe_await(film.set_year(1969).save())
    await maybe_await(film.save())
    assert len(server.requests) == 2
    assert (body(server.last)["title"], body(server.last)["year"]) == ("Set meanwhile", 1971)


@pytest.mark.usefixtures("cinema_entities")
class TestOverlappingSaves:
    """Tasks that save the same model do so one after the other."""

    @pytest.fixture
    async def overlapping(self):
        """Saves that begin while the first one is being sent; the model; what was sent."""
        sent, first_is_sent, others_wait = [], asyncio.Event(), asyncio.Event()
        failures = {}

        async def respond(request):
            sent.append({name: value for name, value in body(request).items() if name in {"title", "year"}})
            if len(sent) == 1:
                first_is_sent.set()
                await others_wait.wait()
            return failures.get(len(sent)) or httpx.Response(200, json=[{**STORED, **body(request)}])

        async with httpx.AsyncClient(transport=httpx.MockTransport(respond)) as client:
            data_access = create_async_data_access(postgrest_url=URL, client=client, retry=RetryPolicy.off())
            film = make_model(data_access.Film, STORED)

            async def save_years(*years, failing=None, cancelled=None, **options):
                if failing:
                    failures[failing] = httpx.Response(400, json={"code": "22000", "message": "no"})
                saves = []
                for year in years:
                    saves.append(asyncio.create_task(film.set_year(year).save(**options)))
                    await first_is_sent.wait()
                for _ in range(50):
                    await asyncio.sleep(0)
                assert len(sent) == 1
                if cancelled is not None:
                    saves[cancelled].cancel()
                    await asyncio.sleep(0)
                others_wait.set()
                return await asyncio.gather(*saves, return_exceptions=True)

            yield film, save_years, sent

    async def test_the_last_value_is_stored_last(self, overlapping):
        film, save_years, sent = overlapping
        assert await save_years(1969, 1970, 1971) == [film, film, film]
        # The second save stores what was set until its turn, so nothing is left for the third.
        assert sent == [{"year": 1969}, {"year": 1971}]
        assert (film.get_year(), film.patcher.has_updates) == (1971, False)

    async def test_the_next_save_stores_what_one_failed_to_store(self, overlapping):
        film, save_years, sent = overlapping
        first, second = await save_years(1969, 1970, failing=1)
        assert isinstance(first, DataAccessError)
        assert second is film
        assert sent == [{"year": 1969}, {"year": 1970}]

    async def test_a_failed_save_keeps_only_what_it_failed_to_store(self, overlapping):
        film, save_years, sent = overlapping
        _, second = await save_years(1969, 1970, failing=2)
        assert isinstance(second, DataAccessError)
        assert film.patcher.updates == {"year": 1970}
        await film.set_title("New").save()
        assert sent[2:] == [{"year": 1970, "title": "New"}]

    async def test_a_model_does_not_conflict_with_its_own_saves(self, overlapping):
        film, save_years, _ = overlapping
        assert await save_years(1969, 1970, if_unchanged=True) == [film, film]

    @pytest.mark.parametrize("cancelled", [0, 1])
    async def test_a_cancelled_save_lets_the_next_one_begin(self, overlapping, cancelled):
        film, save_years, sent = overlapping
        results = await save_years(1969, 1970, 1971, cancelled=cancelled)
        assert isinstance(results.pop(cancelled), asyncio.CancelledError)
        assert results == [film, film]
        assert sent == [{"year": 1969}, {"year": 1971}]
        assert not film.patcher.has_updates


async def test_a_value_set_by_a_watcher_is_converted_like_a_read_value(opened, server):
    class Song(BaseModel):
        ENTITY_NAME = "Song"

    class SongCollection(BaseCollection[Song]):
        COLLECTION_NAME = "SongCollection"

    EntityRegistry.register_entity(
        SchemaBuilder(Song, SongCollection)
        .add_attribute("title", type="string")
        .add_attribute(
            "key",
            type="string",
            watch=["title"],
            set=lambda _value, record: record["title"].lower(),
            get=lambda text: f"<{text}>",
        )
        .build()
    )
    try:
        song = opened().Song.create_instance_from_row({"id": ID, "title": "A", "key": "a"})
        await maybe_await(song.set_title("B").save())
        assert body(server.last)["key"] == "b"
        assert song.get_key() == "<b>"
    finally:
        EntityRegistry.reset_entities()


async def test_a_hooked_value_is_stored_as_it_was_set(film, server):
    film.set_notes("quiet")
    assert film.get_notes() == "QUIET"
    await maybe_await(film.save())
    assert body(server.last)["notes"] == "quiet"


async def test_a_custom_method_saves_sync_and_async(film, server):
    assert (await maybe_await(film.retitle("Again"))).get_title() == "Again"
    assert body(server.last)["title"] == "Again"


async def test_update_by_keys_updates_one_entity(films, server):
    assert (
        await maybe_await(films.update_by_keys({"filmId": ID}, {"inColour": True, "genre": "Drama"})) is None
    )
    assert (server.last.method, filters(server.last)) == ("PATCH", [("id", f"eq.{ID}")])
    assert body(server.last) == {"colour": True, "genre": "Drama"}


async def test_keys_without_a_match_are_not_an_error(films, server):
    server.respond_with([])
    assert await maybe_await(films.update_by_keys({"film_id": ID}, {"year": 1})) is None


async def test_keys_that_find_several_are_an_error(films, server):
    server.respond_with([STORED, STORED])
    with pytest.raises(DataAccessError, match=r"^Failed to update entity$") as raised:
        await maybe_await(films.update_by_keys({"year": 1968}, {"year": 1}))
    assert raised.value.code == "PGRST116"


@pytest.mark.parametrize(
    ("keys", "updates", "message"),
    [
        ({}, {"year": 1}, "Failed to update [film]: keys and updates are required"),
        (None, {"year": 1}, "Failed to update [film]: keys and updates are required"),
        ({"film_id": ID}, {}, "Failed to update [film]: keys and updates are required"),
        ({"film_id": ID}, None, "Failed to update [film]: keys and updates are required"),
        ({"film_id": ID}, {"colour": 1}, "colour is not an attribute of film"),
        ({"movie_id": ID}, {"year": 1}, "Failed to update entity: movie_id is not an attribute of film"),
        ({"film_id": None}, {"year": 1}, "Failed to update entity: film_id is required"),
    ],
)
async def test_invalid_keys_or_updates_are_refused(films, server, keys, updates, message):
    with pytest.raises(ValidationError) as raised:
        await maybe_await(films.update_by_keys(keys, updates))
    assert str(raised.value) == message
    assert server.requests == []


def several(films, count):
    return [make_model(films, {**STORED, "id": uuid(number)}) for number in range(count)]


async def test_save_many_sends_complete_rows_in_one_request(films, server, clock):
    server.respond_with(201)
    changed, unchanged = several(films, 2)
    changed.set_title("New Title")
    assert await maybe_await(films.save_many([changed, unchanged])) is None
    assert server.methods == ["POST"]
    assert dict(params(server.last))["on_conflict"] == "id"
    assert server.last.headers["Prefer"] == "resolution=merge-duplicates"
    first, second = body(server.last)
    assert first == {
        "id": uuid(0),
        "title": "New Title",
        "slug": "new-title",
        "year": 1968,
        "created_at": "2026-06-30T10:11:12.123+00:00",
        "updated_at": CLOCK,
    }
    assert (second["title"], second["slug"], second["updated_at"]) == ("Old", "old", CLOCK)
    assert changed.get_slug() == "new-title"
    assert not changed.patcher.has_updates
    await maybe_await(changed.save())
    assert len(server.requests) == 1


async def test_setters_work_after_save_many(films, server, clock):
    server.respond_with(201, [STORED])
    (film,) = several(films, 1)
    await maybe_await(films.save_many([film.set_title("New Title")]))
    await maybe_await(film.set_title("Newer Title").save())
    assert server.methods == ["POST", "PATCH"]
    sent = body(server.last)
    assert sent.keys() == {"title", "slug", "updated_at"}
    assert (sent["title"], sent["slug"]) == ("Newer Title", "newer-title")


async def test_save_many_sends_chunks_sequentially(films, server, caplog):
    caplog.set_level(logging.INFO, logger="spacecat_shared_data_access")
    server.respond_with(201)
    await maybe_await(films.save_many(several(films, 5), chunk_size=2))
    assert [len(body(request)) for request in server.requests] == [2, 2, 1]
    assert caplog.messages == ["[film] save_many: saving 5 items in 3 chunks of 2"]


async def test_save_many_sends_twenty_five_rows_by_default(films, server):
    server.respond_with(201)
    await maybe_await(films.save_many(several(films, 26)))
    assert [len(body(request)) for request in server.requests] == [25, 1]


async def test_completed_chunks_are_kept(films, server, caplog):
    server.respond_with(201, error_response(503, "PGRST002", "away"))
    models = several(films, 5)
    for model in models:
        model.set_year(1)
    with pytest.raises(UnavailableError, match=r"^Failed to save many$"):
        await maybe_await(films.save_many(models, chunk_size=2))
    assert len(server.requests) == 2
    assert caplog.messages == [
        "[film] Failed to save many - [PGRST002] away",
        "[film] save_many: chunk 2/3 failed — 2 of 5 items already persisted",
    ]
    assert [model.patcher.has_updates for model in models] == [False, False, True, True, True]


async def test_an_empty_list_is_accepted(films, server):
    await maybe_await(films.save_many([]))
    assert server.requests == []


async def test_a_model_that_occurs_twice_is_stored_once(film, films, server):
    film.set_year(1969)
    await maybe_await(films.save_many([film, film]))
    assert [row["year"] for row in body(server.last)] == [1969]


@pytest.mark.parametrize("row", [STORED, {"id": ID, "title": "Part"}], ids=["whole", "partial"])
@pytest.mark.parametrize("chunk_size", [1, 25])
async def test_two_models_of_one_entity_are_refused(films, server, row, chunk_size):
    first, second = (films.create_instance_from_row(row) for _ in range(2))
    with pytest.raises(ValidationError, match=rf"save many \[film\]: <Film {ID}> has two different models"):
        await maybe_await(films.save_many([first, second], chunk_size=chunk_size))
    assert server.methods == []


@pytest.mark.parametrize("chunk_size", [0, -1, True, 2.5, "5", None])
async def test_the_chunk_size_must_be_positive(films, chunk_size):
    with pytest.raises(ValidationError, match=r"^chunk_size must be a positive integer$"):
        await maybe_await(films.save_many([], chunk_size=chunk_size))


async def test_save_many_stores_unchanged_values_as_they_were_read(films, server):
    server.respond_with(201)
    row = {
        **STORED,
        "notes": "quiet",
        "created_at": "2026-06-30T10:11:12.123456+00:00",
        "credits": {"cast": ["a"], "at": "2026-06-30T10:11:12.123456+00:00"},
        "tags": [None],
    }
    film = make_model(films, row)
    film.get_credits()["cast"].append("b")
    film.to_json()["credits"]["cast"].append("c")
    film.to_dict()["credits"]["crew"] = {}
    film.record["credits"]["cast"].append("d")
    await maybe_await(films.save_many([film]))
    (sent,) = body(server.last)
    assert {**sent, "updated_at": STORED["updated_at"]} == row
    assert film.get_created_at() == "2026-06-30T10:11:12.123Z"


async def test_save_many_sends_only_changes_of_partial_models(films, server, clock):
    server.respond_with(201, lambda request: [{**STORED, "id": OTHER_ID, **body(request)}])
    all_of_it = make_model(films, STORED).set_year(1)
    part = films.create_instance_from_row({"id": OTHER_ID, "title": "Part", "slug": "part"}).set_title("B C")
    untouched = films.create_instance_from_row({"id": THIRD_ID, "title": "Untouched"})
    await maybe_await(films.save_many([part, all_of_it, untouched]))
    assert server.methods == ["POST", "PATCH"]
    assert [row["id"] for row in body(server.requests[0])] == [ID]
    assert filters(server.last) == [("id", f"eq.{OTHER_ID}")]
    assert body(server.last) == {"title": "B C", "slug": "b-c", "updated_at": CLOCK}
    assert not part.patcher.has_updates


@pytest.mark.parametrize("chunk_size", [1, 25])
@pytest.mark.parametrize(
    ("row", "change", "message"),
    [
        ({"title": "Part", "slug": "part"}, {"year": 1}, "film_id was not read"),
        ({"id": OTHER_ID, "year": 1}, {"title": "New"}, "slug was not read"),
    ],
    ids=["ID", "watcher"],
)
async def test_nothing_is_saved_if_a_model_lacks_what_is_needed(
    films, server, row, change, message, chunk_size
):
    whole = make_model(films, STORED).set_year(1)
    part = films.create_instance_from_row(row)
    for name, value in change.items():
        part.patcher.patch_value(name, value)
    with pytest.raises(ValidationError, match=message):
        await maybe_await(films.save_many([whole, part], chunk_size=chunk_size))
    assert server.methods == []
    assert whole.patcher.has_updates


async def test_models_of_another_data_access_are_refused(films, opened, server):
    stranger = make_model(opened().Film, STORED).set_year(1)
    with pytest.raises(ValidationError, match=r"save many \[film\]: a model belongs to another data access"):
        await maybe_await(films.save_many([make_model(films, STORED), stranger]))
    assert server.methods == []


async def test_save_many_raises_if_a_partial_model_was_deleted(films, server):
    server.respond_with([])
    part = films.create_instance_from_row({"id": ID, "title": "Part"}).set_year(1)
    with pytest.raises(DataAccessError, match=r"^Failed to save many$") as raised:
        await maybe_await(films.save_many([part]))
    assert raised.value.cause.message == "The entity is no longer there"
    assert part.patcher.has_updates


async def test_changes_without_a_column_send_nothing(opened, server):
    class Draft(BaseModel):
        ENTITY_NAME = "Draft"

    class DraftCollection(BaseCollection[Draft]):
        COLLECTION_NAME = "DraftCollection"

    builder = SchemaBuilder(Draft, DraftCollection)
    builder.add_attribute("updated_at", type="string", postgrest_ignore=True)
    builder.add_attribute("mark", type="string", postgrest_ignore=True)
    EntityRegistry.register_entity(builder.build())
    try:
        drafts = opened().Draft
        draft = make_model(drafts, {"id": ID}).set_mark("x")
        for options in ({}, {}):
            assert await maybe_await(draft.save(**options)) is draft
        assert (draft.get_mark(), draft.patcher.has_updates) == ("x", False)
        with pytest.raises(ValidationError, match="draft keeps no updated_at"):
            await maybe_await(draft.set_mark("y").save(if_unchanged=True))
        assert server.requests == []
    finally:
        EntityRegistry.reset_entities()


class TestIfUnchanged:
    @pytest.mark.usefixtures("clock")
    async def test_updated_at_is_sent_as_a_filter(self, films, server):
        stored = "2026-06-30T10:11:12.123456+00:00"
        server.respond_with(
            lambda request: [{**STORED, **body(request), "updated_at": "2026-07-02T09:38:00.000007+00:00"}]
        )
        film = make_model(films, {**STORED, "updated_at": stored})
        assert await maybe_await(film.set_year(1).save(if_unchanged=True)) is film
        assert filters(server.last) == [("id", f"eq.{ID}"), ("updated_at", f"eq.{stored}")]
        assert body(server.last) == {"year": 1, "updated_at": CLOCK}
        await maybe_await(film.set_year(2).save(if_unchanged=True))
        assert filters(server.last)[1] == ("updated_at", "eq.2026-07-02T09:38:00.000007+00:00")

    async def test_a_missing_updated_at_is_filtered_by_null(self, films, server):
        film = make_model(films, {**STORED, "updated_at": None})
        await maybe_await(film.set_year(1).save(if_unchanged=True))
        assert filters(server.last) == [("id", f"eq.{ID}"), ("updated_at", "is.null")]

    @pytest.mark.parametrize(
        "reply", [[], error_response(406, "PGRST116", details="The result contains 0 rows")]
    )
    async def test_no_matching_row_is_a_conflict(self, film, server, reply):
        server.respond_with(reply)
        with pytest.raises(ConflictError, match=f"^Failed to save entity film with ID {ID}$") as raised:
            await maybe_await(film.set_year(1969).save(if_unchanged=True))
        assert raised.value.cause.message == "The entity was changed or removed since it was read"
        assert film.patcher.has_updates

    async def test_updated_at_must_have_been_read(self, films, server):
        film = films.create_instance_from_row({"id": ID, "title": "a"}).set_year(1)
        with pytest.raises(ValidationError, match="updated_at was not read"):
            await maybe_await(film.save(if_unchanged=True))
        assert server.requests == []

    async def test_without_changes_nothing_is_sent(self, film, server):
        await maybe_await(film.save(if_unchanged=True))
        assert server.requests == []


@pytest.mark.parametrize(
    "details",
    [
        "The result contains 0 rows",
        "Results contain 0 rows, application/vnd.pgrst.object+json requires 1 row",
    ],
)
async def test_keys_without_a_match_are_not_an_error_in_any_wording(films, server, details):
    server.respond_with(error_response(406, "PGRST116", details=details))
    assert await maybe_await(films.update_by_keys({"film_id": ID}, {"year": 1})) is None


async def test_keys_that_match_several_rows_are_an_error_in_any_wording(films, server):
    server.respond_with(error_response(406, "PGRST116", details="The result contains 10 rows"))
    with pytest.raises(DataAccessError, match=r"^Failed to update entity$") as raised:
        await maybe_await(films.update_by_keys({"year": 1968}, {"year": 1}))
    assert (raised.value.code, raised.value.status) == ("PGRST116", 406)
    assert server.last.headers.get_list("Accept") == ["application/vnd.pgrst.object+json"]


async def test_keys_that_match_one_row_update_it(films, server):
    server.respond_with(httpx.Response(200, json=STORED))
    assert await maybe_await(films.update_by_keys({"film_id": ID}, {"year": 1})) is None


async def test_a_schema_that_forbids_updates_forbids_saving(data_access, server):
    bridge = data_access.TicketSuggestion.create_instance_from_row({"id": ID})
    with pytest.raises(ValidationError) as raised:
        await maybe_await(bridge.save())
    assert str(raised.value) == (
        f"Failed to save entity ticketSuggestion with ID {ID}: "
        "Updates prohibited by schema for TicketSuggestion."
    )
    assert server.requests == []


async def test_an_entity_can_be_created_and_then_changed(films, server):
    server.respond_with(ECHO, lambda request: [body(request)])
    film = await maybe_await(films.create({"title": "a", "film_id": ID}))
    await maybe_await(film.set_year(1970).save())
    assert server.methods == ["POST", "PATCH"]
    assert filters(server.last) == [("id", f"eq.{ID}")]


async def test_an_html_response_is_not_a_successful_save(films, server):
    server.respond_with(httpx.Response(200, html="<h1>Please log in</h1>"))
    with pytest.raises(DataAccessError):
        await maybe_await(films.save_many(several(films, 1)))
