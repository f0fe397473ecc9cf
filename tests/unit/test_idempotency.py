"""A write whose response was lost takes effect once, and its outcome is reported correctly."""

from typing import ClassVar

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
)
from spacecat_shared_data_access.postgrest import idempotency
from spacecat_shared_data_access.postgrest.sync_bridge import run_sync
from unit.helpers import (
    CLOCK,
    ECHO,
    ID,
    OTHER_ID,
    THIRD_ID,
    body,
    error_response,
    filters,
    make_model,
    maybe_await,
)

pytestmark = pytest.mark.usefixtures("cinema_entities", "waits")

LOST = httpx.ReadTimeout("slow")
NOTHING = httpx.Response(200, json=[])
LINK = {
    "suggestion_id": ID,
    "fix_entity_id": OTHER_ID,
    "opportunity_id": THIRD_ID,
    "fix_entity_created_at": "2026-07-02T09:38:00.000Z",
}
WON = {"id": ID, "genre": "Western", "updated_at": "2026-07-02T09:38:00.000Z"}
KEY = {
    "organization_id": OTHER_ID,
    "key": "k",
    "endpoint": "/tickets",
    "expires_at": "2026-07-03T00:00:00.000Z",
}


def taken(constraint="films_pkey", key="id", value=ID):
    message = f'duplicate key value violates unique constraint "{constraint}"'
    return error_response(409, "23505", message, f"Key ({key})=({value}) already exists.")


class Database:
    """Stores rows for the replies of the server."""

    def __init__(self):
        self.rows = []

    def stores(self, request, then=LOST, **more):
        sent = body(request)
        self.rows += [{**row, **more} for row in (sent if isinstance(sent, list) else [sent])]
        return respond(then)

    def stores_and_is_lost(self, request):
        return self.stores(request)

    def tells(self, _request):
        return httpx.Response(200, json=self.rows)


def update_rows(films, query):
    rows = idempotency.update(films.service, query)
    return run_sync(rows) if films.blocking else rows


def respond(reply):
    if isinstance(reply, Exception):
        raise reply
    return reply


@pytest.fixture
def database():
    return Database()


@pytest.fixture
def films(opened):
    return opened(retry=RetryPolicy()).Film


class TestInsert:
    @pytest.mark.parametrize(
        "violation",
        [
            taken(),
            taken("films_catalogue_number_key", "catalogue_number", "7"),
            error_response(409, "23505", ""),
            httpx.Response(409, content=b'{"code":"23505","det'),
        ],
        ids=["primary key", "another key", "it does not tell", "what it tells is cut off"],
    )
    async def test_an_existing_row_that_matches_is_success(self, films, server, database, violation, caplog):
        caplog.set_level("INFO")
        server.respond_with(database.stores_and_is_lost, violation, database.tells)
        film = await maybe_await(films.create({"film_id": ID, "title": "a", "catalogue_number": "7"}))
        assert (film.get_id(), film.get_title(), film.get_catalogue_number()) == (ID, "a", "7")
        assert server.methods == ["POST", "POST", "GET"]
        assert body(server.requests[0]) == body(server.requests[1])
        assert filters(server.last) == [("id", f"in.({ID})")]
        assert caplog.messages[-1] == "POST films: an earlier attempt whose response was lost succeeded"

    async def test_the_stored_row_is_returned(self, films, server, database):
        server.respond_with(lambda request: database.stores(request, year=1968), taken(), database.tells)
        film = await maybe_await(films.create({"title": "a"}))
        assert film.get_year() == 1968

    async def test_a_different_row_is_a_conflict(self, films, server):
        somebodys = {"id": ID, "title": "theirs", "slug": "theirs", "created_at": "2026-07-02T09:38:00+00:00"}
        server.respond_with(LOST, taken(), [somebodys])
        with pytest.raises(ConflictError) as raised:
            await maybe_await(films.create({"film_id": ID, "title": "a"}))
        assert (raised.value.code, raised.value.in_doubt) == ("23505", True)

    @pytest.mark.usefixtures("clock")
    async def test_the_same_values_created_at_another_time_are_a_conflict(self, films, server):
        def twin(request):
            return httpx.Response(200, json=[{**sent[0], "created_at": "2026-07-02T09:37:59.999+00:00"}])

        sent = []
        server.respond_with(lambda request: sent.append(body(request)) or respond(LOST), taken(), twin)
        with pytest.raises(ConflictError):
            await maybe_await(films.create({"film_id": ID, "title": "a"}))

    async def test_a_conflict_without_details_is_checked(self, films, server):
        server.respond_with(LOST, 409, NOTHING)
        with pytest.raises(ConflictError):
            await maybe_await(films.create({"film_id": ID, "title": "a"}))
        assert server.methods == ["POST", "POST", "GET"]

    async def test_another_conflict_is_not_checked(self, films, server):
        server.respond_with(LOST, error_response(409, "23503"))
        with pytest.raises(DataAccessError) as raised:
            await maybe_await(films.create({"film_id": ID, "title": "a"}))
        assert server.methods == ["POST", "POST"]
        assert (raised.value.code, raised.value.in_doubt) == ("23503", True)

    async def test_a_unique_key_of_another_row_is_a_conflict(self, films, server):
        server.respond_with(LOST, taken("films_catalogue_number_key", "catalogue_number", "7"), NOTHING)
        with pytest.raises(ConflictError):
            await maybe_await(films.create({"film_id": ID, "title": "a", "catalogue_number": "7"}))

    @pytest.mark.parametrize(
        "before", [[], [429], [error_response(503, "PGRST002")], [httpx.ConnectError("refused")]]
    )
    async def test_a_conflict_after_an_unambiguous_failure_is_a_conflict(self, films, server, before):
        server.respond_with(*before, taken())
        with pytest.raises(ConflictError) as raised:
            await maybe_await(films.create({"film_id": ID, "title": "a"}))
        assert server.methods == ["POST"] * (len(before) + 1)
        assert not raised.value.in_doubt

    async def test_a_later_unambiguous_failure_keeps_the_outcome_ambiguous(self, films, server, database):
        server.respond_with(
            database.stores_and_is_lost, 429, error_response(503, "PGRST003"), taken(), database.tells
        )
        film = await maybe_await(films.create({"title": "a"}))
        assert film.get_title() == "a"
        assert server.methods == ["POST"] * 4 + ["GET"]

    async def test_if_the_first_attempt_was_not_executed_the_second_is(self, films, server):
        server.respond_with(LOST, ECHO)
        await maybe_await(films.create({"title": "a"}))
        assert server.methods == ["POST", "POST"]

    async def test_the_check_is_retried_too(self, films, server, database):
        server.respond_with(database.stores_and_is_lost, taken(), 503, LOST, database.tells)
        await maybe_await(films.create({"title": "a"}))
        assert server.methods == ["POST", "POST", "GET", "GET", "GET"]

    async def test_if_the_check_fails_the_outcome_is_in_doubt(self, films, server):
        server.respond_with(LOST, taken(), error_response(503, "PGRST002"))
        with pytest.raises(UnavailableError) as raised:
            await maybe_await(films.create({"title": "a"}))
        assert raised.value.in_doubt

    async def test_the_check_shares_the_deadline(self, opened, server, ticks):
        def late(request):
            ticks.advance(min(3, request.extensions["timeout"]["read"]))
            raise LOST

        films = opened(retry=RetryPolicy(deadline=10)).Film
        server.respond_with(late, late, taken(), late)
        with pytest.raises(UnavailableError) as raised:
            await maybe_await(films.create({"title": "a"}))
        assert server.methods == ["POST", "POST", "POST", "GET", "GET"]
        assert ticks.now == pytest.approx(1_010)
        assert raised.value.in_doubt


class TestDeadlineOfAnUpdate:
    async def test_the_check_shares_the_deadline(self, opened, server, ticks):
        def late(request):
            ticks.advance(min(3, request.extensions["timeout"]["read"]))
            raise LOST

        films = opened(retry=RetryPolicy(deadline=10)).Film
        server.respond_with(late, late, [], late)
        with pytest.raises(UnavailableError) as raised:
            await maybe_await(films.update_by_keys({"title": "a"}, {"title": "b"}))
        assert server.methods == ["PATCH", "PATCH", "PATCH", "GET", "GET"]
        assert ticks.now == pytest.approx(1_010)
        assert raised.value.in_doubt


class TestInsertOfMany:
    async def test_existing_rows_that_all_match_are_success(self, films, server, database):
        def shuffled(request):
            return httpx.Response(200, json=database.rows[::-1])

        server.respond_with(database.stores_and_is_lost, taken(), shuffled)
        created = await maybe_await(films.create_many([{"title": title} for title in "abc"]))
        assert [film.get_title() for film in created.created_items] == ["a", "b", "c"]
        ids = ",".join(row["id"] for row in database.rows)
        assert filters(server.last) == [("id", f"in.({ids})")]

    async def test_one_different_row_is_a_conflict(self, films, server, database):
        def one_is_theirs(request):
            return httpx.Response(200, json=[database.rows[0], {**database.rows[1], "title": "theirs"}])

        server.respond_with(database.stores_and_is_lost, taken(), one_is_theirs)
        with pytest.raises(ConflictError):
            await maybe_await(films.create_many([{"title": "a"}, {"title": "b"}]))

    async def test_one_missing_row_is_a_conflict(self, films, server, database):
        def one(request):
            return httpx.Response(200, json=database.rows[:1])

        server.respond_with(database.stores_and_is_lost, taken(), one)
        with pytest.raises(ConflictError):
            await maybe_await(films.create_many([{"title": "a"}, {"title": "b"}]))

    @pytest.mark.usefixtures("clock")
    async def test_two_items_with_one_id_are_a_conflict(self, films, server, database):
        def one(request):
            return httpx.Response(200, json=database.rows[:1])

        server.respond_with(database.stores_and_is_lost, taken(), one)
        with pytest.raises(ConflictError):
            await maybe_await(
                films.create_many([{"film_id": ID, "title": "a"}, {"film_id": ID, "title": "a"}])
            )

    async def test_the_check_of_many_rows_is_split_into_short_requests(self, films, server, database):
        def asked_for(request):
            [(_, ids)] = filters(request)
            return httpx.Response(200, json=[row for row in database.rows if row["id"] in ids])

        server.respond_with(database.stores_and_is_lost, taken(), asked_for)
        created = await maybe_await(films.create_many([{"title": f"film {n}"} for n in range(120)]))
        assert [film.get_title() for film in created.created_items] == [f"film {n}" for n in range(120)]
        assert server.methods == ["POST", "POST", "GET", "GET", "GET"]


class TestBridge:
    """A table without an ID, whose composite primary key is sent."""

    @pytest.fixture
    def links(self, opened):
        return opened(retry=RetryPolicy()).FixEntitySuggestion

    async def test_a_row_is_checked_by_its_composite_key(self, links, server, database):
        server.respond_with(database.stores_and_is_lost, taken("fix_entity_suggestions_pkey"), database.tells)
        link = await maybe_await(links.create(LINK))
        assert link.get_id() == f"{ID}#{OTHER_ID}"
        assert filters(server.last) == [("or", f"(and(suggestion_id.eq.{ID},fix_entity_id.eq.{OTHER_ID}))")]

    async def test_many_rows_are_checked_by_their_composite_keys(self, links, server, database):
        server.respond_with(database.stores_and_is_lost, taken("fix_entity_suggestions_pkey"), database.tells)
        await maybe_await(links.create_many([LINK, {**LINK, "suggestion_id": THIRD_ID}]))
        fix = f"fix_entity_id.eq.{OTHER_ID}"
        assert filters(server.last) == [
            ("or", f"(and(suggestion_id.eq.{ID},{fix}),and(suggestion_id.eq.{THIRD_ID},{fix}))")
        ]

    async def test_a_changed_key_is_checked_under_its_new_value(self, links, server):
        link = links.create_instance_from_row({**LINK, "updated_at": "2026-07-02T09:00:00.000Z"})
        moved = []

        def moves(request):
            moved.append({**LINK, **body(request)})
            raise LOST

        server.respond_with(moves, NOTHING, lambda request: httpx.Response(200, json=moved))
        await maybe_await(link.set_fix_entity_id(THIRD_ID).save())
        assert server.methods == ["PATCH", "PATCH", "GET"]
        assert sorted(filters(server.last)) == [
            ("fix_entity_id", f"eq.{THIRD_ID}"),
            ("suggestion_id", f"eq.{ID}"),
        ]

    async def test_a_missing_row_is_an_error(self, links, server):
        link = links.create_instance_from_row(dict(LINK))
        server.respond_with(LOST, NOTHING, NOTHING)
        with pytest.raises(DataAccessError) as raised:
            await maybe_await(link.set_fix_entity_id(THIRD_ID).save())
        assert raised.value.cause.message == "The entity is no longer there"


class Draft(BaseModel):
    ENTITY_NAME = "Draft"


class DraftCollection(BaseCollection[Draft]):
    COLLECTION_NAME = "DraftCollection"


class TestWithoutAKey:
    """A table whose key the database generates: a second row cannot be distinguished from the first."""

    @pytest.fixture
    def drafts(self, opened):
        schema = (
            SchemaBuilder(Draft, DraftCollection)
            .add_attribute("draft_id", type="string", read_only=True, postgrest_ignore=True)
            .add_attribute("text", type="string")
            .build()
        )
        EntityRegistry.register_entity(schema)
        return opened(retry=RetryPolicy()).Draft

    async def test_a_lost_response_is_an_error(self, drafts, server):
        server.respond_with(LOST, ECHO)
        with pytest.raises(UnavailableError) as raised:
            await maybe_await(drafts.create({"text": "a"}))
        assert server.methods == ["POST"]
        assert raised.value.in_doubt

    async def test_a_request_that_was_not_executed_is_retried(self, drafts, server):
        server.respond_with(429, ECHO)
        draft = await maybe_await(drafts.create({"text": "a"}))
        assert (draft.get_text(), server.methods) == ("a", ["POST", "POST"])


class TestChange:
    @pytest.fixture
    def film(self, films):
        return make_model(films, {"id": ID, "title": "a", "genre": "Drama"})

    async def test_a_save_of_a_deleted_row_raises_after_a_lost_response_too(self, film, server):
        server.respond_with(LOST, NOTHING)
        with pytest.raises(DataAccessError) as raised:
            await maybe_await(film.set_title("b").save())
        assert server.methods == ["PATCH", "PATCH"]
        assert raised.value.cause.message == "The entity is no longer there"

    async def test_a_save_succeeds_if_the_second_attempt_finds_the_row(self, film, server):
        server.respond_with(LOST, [{"id": ID}])
        await maybe_await(film.set_title("b").save())
        assert server.methods == ["PATCH", "PATCH"]

    async def test_an_upsert_can_be_repeated(self, films, server):
        server.respond_with(LOST, ECHO)
        film = await maybe_await(films.create({"film_id": ID, "title": "a"}, upsert=True))
        assert (film.get_id(), server.methods) == (ID, ["POST", "POST"])

    async def test_removing_a_deleted_row_succeeds(self, film, server):
        server.respond_with(LOST, 204)
        await maybe_await(film.collection.remove_by_ids([ID]))
        assert server.methods == ["DELETE", "DELETE"]


class TestSaveIfUnchanged:
    """The update changes a value that its own filter compares."""

    ROW: ClassVar = {"id": ID, "title": "a", "slug": "a", "updated_at": "2026-06-30T10:11:12.123456+00:00"}

    @pytest.fixture
    def film(self, films):
        return make_model(films, self.ROW)

    @pytest.fixture(params=["list", "single"])
    def no_row(self, request):
        if request.param == "list":
            return NOTHING
        return error_response(406, "PGRST116", details="The result contains 0 rows")

    async def test_the_own_update_is_success(self, film, server, no_row):
        stored = []

        def stores(request):
            stored.append({**self.ROW, **body(request)})
            raise LOST

        server.respond_with(stores, no_row, lambda request: httpx.Response(200, json=stored))
        await maybe_await(film.set_year(1).save(if_unchanged=True))
        assert server.methods == ["PATCH", "PATCH", "GET"]
        assert filters(server.last) == [("id", f"eq.{ID}")]
        assert not film.patcher.has_updates

    async def test_the_update_of_another_caller_is_a_conflict(self, film, server, no_row):
        theirs = {**self.ROW, "year": 2, "updated_at": "2026-07-01T00:00:00+00:00"}
        server.respond_with(LOST, no_row, [theirs])
        with pytest.raises(ConflictError) as raised:
            await maybe_await(film.set_year(1).save(if_unchanged=True))
        assert not raised.value.in_doubt

    async def test_the_same_values_with_another_time_are_in_doubt(self, film, server, no_row):
        server.respond_with(
            LOST, no_row, [{**self.ROW, "year": 1, "updated_at": "2026-07-01T00:00:00+00:00"}]
        )
        with pytest.raises(UnavailableError) as raised:
            await maybe_await(film.set_year(1).save(if_unchanged=True))
        assert raised.value.in_doubt

    async def test_a_deleted_entity_is_a_conflict(self, film, server, no_row):
        server.respond_with(LOST, no_row, NOTHING)
        with pytest.raises(ConflictError):
            await maybe_await(film.set_year(1).save(if_unchanged=True))


class TestUpdateByKeys:
    async def test_an_update_that_changed_the_filtered_value_is_found(self, films, server):
        none = error_response(406, "PGRST116", details="The result contains 0 rows")
        server.respond_with(LOST, none, [{"id": ID, "title": "b", "updated_at": CLOCK}])
        keys, updates = {"film_id": ID, "title": "a"}, {"title": "b", "updated_at": CLOCK}
        await maybe_await(films.update_by_keys(keys, updates))
        assert server.methods == ["PATCH", "PATCH", "GET"]
        assert sorted(filters(server.last)) == [("id", f"eq.{ID}"), ("title", "eq.b")]

    async def test_several_rows_are_an_error_after_a_lost_response_too(self, films, server):
        server.respond_with(LOST, error_response(406, "PGRST116", details="The result contains 2 rows"))
        with pytest.raises(DataAccessError) as raised:
            await maybe_await(films.update_by_keys({"genre": "Drama"}, {"year": 1}))
        assert raised.value.code == "PGRST116"
        assert server.methods == ["PATCH", "PATCH"]


class TestGuardedChange:
    """An update that requires a certain state: of several callers, exactly one must succeed."""

    @pytest.fixture
    def claim(self, films):
        def claim(**values):
            query = films.table.update({"genre": "Western", **values}).eq("id", ID).eq("genre", "Drama")
            return update_rows(films, query)

        return claim

    async def test_a_row_with_all_sent_values_is_success(self, claim, server):
        stored = {**WON, "updated_at": "2026-07-02T09:38:00+00:00", "title": "a"}
        server.respond_with(LOST, NOTHING, [stored])
        assert await maybe_await(claim(updated_at=WON["updated_at"])) == [stored]
        assert server.methods == ["PATCH", "PATCH", "GET"]
        assert filters(server.last) == [("id", f"eq.{ID}"), ("genre", "eq.Western")]

    async def test_without_a_lost_response_no_row_is_no_update(self, claim, server):
        server.respond_with(NOTHING)
        assert await maybe_await(claim(updated_at=WON["updated_at"])) == []
        assert server.methods == ["PATCH"]

    async def test_without_a_row_in_the_new_state_nothing_was_updated(self, claim, server):
        server.respond_with(LOST, NOTHING, NOTHING)
        assert await maybe_await(claim(updated_at=WON["updated_at"])) == []

    @pytest.mark.parametrize("values", [{}, {"updated_at": "2026-07-02T09:38:00.001Z"}])
    async def test_if_another_caller_may_have_sent_the_same_the_outcome_is_in_doubt(
        self, claim, server, values
    ):
        server.respond_with(LOST, NOTHING, [WON])
        with pytest.raises(UnavailableError) as raised:
            await maybe_await(claim(**values))
        assert raised.value.in_doubt

    async def test_a_row_with_other_values_was_updated_by_another_caller(self, claim, server):
        server.respond_with(LOST, NOTHING, [{**WON, "title": "theirs"}])
        assert await maybe_await(claim(updated_at=WON["updated_at"], title="ours")) == []

    async def test_if_the_check_fails_the_outcome_is_in_doubt(self, claim, server):
        server.respond_with(LOST, NOTHING, 401)
        with pytest.raises(DataAccessError) as raised:
            await maybe_await(claim())
        assert raised.value.in_doubt

    async def test_null_is_checked_and_json_values_are_not(self, films, server):
        query = films.table.update({"genre": None, "credits": {"a": 1}})
        query = query.eq("id", ID).eq("genre", "Drama").filter("credits->>a", "eq", "0")
        server.respond_with(LOST, NOTHING, NOTHING)
        assert await maybe_await(update_rows(films, query)) == []
        assert filters(server.last) == [("id", f"eq.{ID}"), ("genre", "is.null")]

    @pytest.mark.parametrize(
        "guarded",
        [
            lambda query: query.or_("genre.eq.Drama,genre.is.null").eq("id", ID),
            lambda query: query.filter("credits->>a", "eq", "0"),
        ],
        ids=["a logical filter", "nothing else to ask by"],
    )
    async def test_filters_that_cannot_be_inverted_leave_the_outcome_in_doubt(self, films, server, guarded):
        query = guarded(films.table.update({"genre": "Western", "credits": {"a": 1}}))
        server.respond_with(LOST, NOTHING)
        with pytest.raises(UnavailableError) as raised:
            await maybe_await(update_rows(films, query))
        assert raised.value.in_doubt
        assert server.methods == ["PATCH", "PATCH"]


async def test_an_ambiguous_update_that_is_sent_without_being_resolved_raises(films, server):
    rows = films.service.rows(films.table.update({"genre": "Western"}).eq("genre", "Drama"))
    server.respond_with(LOST, NOTHING)
    with pytest.raises(UnavailableError, match="may have taken effect") as raised:
        await maybe_await(run_sync(rows) if films.blocking else rows)
    assert raised.value.in_doubt


class TestSingleUse:
    """Consuming a nonce and deleting expired keys: an ambiguous outcome is an error, never a number."""

    @pytest.fixture
    def data_access(self, opened):
        return opened(retry=RetryPolicy())

    @pytest.mark.parametrize(
        "fault", [LOST, httpx.RemoteProtocolError("gone"), 502, error_response(503, "PGRST001")]
    )
    async def test_an_ambiguous_delete_of_a_nonce_is_not_retried(self, data_access, server, fault):
        server.respond_with(fault, NOTHING)
        with pytest.raises(UnavailableError) as raised:
            await maybe_await(data_access.OAuthNonce.delete(nonce="n"))
        assert server.methods == ["DELETE"]
        assert raised.value.in_doubt

    async def test_a_delete_of_a_nonce_that_was_not_executed_is_retried(self, data_access, server):
        server.respond_with(httpx.ConnectError("refused"), error_response(503, "PGRST002"), [{"id": ID}])
        assert await maybe_await(data_access.OAuthNonce.delete(nonce="n")) == 1
        assert server.methods == ["DELETE"] * 3

    async def test_an_ambiguous_delete_expired_is_an_error(self, data_access, server):
        server.respond_with(LOST, NOTHING)
        with pytest.raises(UnavailableError):
            await maybe_await(data_access.IdempotencyKey.delete_expired())
        assert server.methods == ["DELETE"]

    async def test_an_existing_idempotency_key_that_matches_is_success(self, data_access, server, database):
        violation = taken("idempotency_keys_organization_id_endpoint_key_key", "key", "k")
        server.respond_with(database.stores_and_is_lost, violation, database.tells)
        key = await maybe_await(data_access.IdempotencyKey.create(KEY))
        assert key.get_key() == "k"

    async def test_an_idempotency_key_of_another_caller_is_a_conflict(self, data_access, server):
        violation = taken("idempotency_keys_organization_id_endpoint_key_key", "key", "k")
        server.respond_with(LOST, violation, NOTHING)
        with pytest.raises(ConflictError):
            await maybe_await(data_access.IdempotencyKey.create(KEY))

    async def test_an_ambiguous_rpc_is_not_retried(self, data_access, server):
        server.respond_with(LOST, [])
        with pytest.raises(UnavailableError) as raised:
            await maybe_await(data_access.SuggestionGrant.revoke_suggestion_grant(ID))
        assert server.methods == ["POST"]
        assert raised.value.in_doubt
