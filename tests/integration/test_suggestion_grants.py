"""Grants: a token is taken with its grants, given back with them, and never twice."""

from uuid import uuid4

import pytest

from integration.every_entity import EveryEntity, empty_all
from integration.sync_async import at_once, maybe_await
from spacecat_shared_data_access import ConflictError, DataAccessError

TYPE = "grant_cwv"


@pytest.fixture
def every(data_access, database):
    empty_all(database)
    return EveryEntity(data_access)


@pytest.fixture
def grants(data_access):
    return data_access.SuggestionGrant


@pytest.fixture
def used(database):
    """How many tokens are used, as it is stored."""
    return lambda: [row["used"] for row in database.execute("SELECT used FROM tokens ORDER BY id").fetchall()]


async def suggestions_of(every, count):
    return [(await every.create("Suggestion")).get_id() for _ in range(count)]


async def grant_id_of(grants, suggestion_id):
    return (await maybe_await(grants.find_by_suggestion_id(suggestion_id))).get_grant_id()


async def test_of_many_callers_who_create_the_tokens_at_once_all_get_the_same(api, every, data_access):
    site = await every.create("Site")

    def find():
        return data_access.Token.find_by_site_id_and_token_type(site.get_id(), TYPE, create_if_not_found=True)

    found = await at_once(api, [find] * 40)
    assert {token.get_id() for token in found} == {found[0].get_id()}
    assert await maybe_await(data_access.Token.count()) == 1


class TestGrant:
    async def test_takes_one_token_for_all_suggestions(self, every, grants, used):
        token, ids = await every.parent("Token"), await suggestions_of(every, 3)
        granted = await maybe_await(grants.grant_suggestions(ids, token.get_site_id(), TYPE))
        assert granted.success
        assert {each["suggestion_id"] for each in granted.granted_suggestions} == set(ids)
        assert len({each["grant_id"] for each in granted.granted_suggestions}) == 1
        assert used() == [1]
        stored = await maybe_await(grants.all_by_token_id(token.get_id()))
        assert {each.get_suggestion_id() for each in stored} == set(ids)
        assert {(each.get_site_id(), each.get_token_type()) for each in stored} == {
            (token.get_site_id(), TYPE)
        }
        assert all(each.get_granted_at().endswith("Z") for each in stored)

    async def test_is_told_of(self, every, grants):
        token, ids = await every.parent("Token"), await suggestions_of(every, 3)
        await maybe_await(grants.grant_suggestions(ids[:2], token.get_site_id(), TYPE))
        status = await maybe_await(grants.split_suggestions_by_grant_status([*ids, ids[0], str(uuid4())]))
        assert (status.granted_ids, status.not_granted_ids[0]) == (ids[:2], ids[2])
        assert status.grant_ids == [await grant_id_of(grants, ids[0])]
        assert [await maybe_await(grants.is_suggestion_granted(each)) for each in ids] == [True, True, False]
        rows = await maybe_await(grants.find_by_suggestion_ids(ids))
        assert {row["suggestion_id"] for row in rows} == set(ids[:2])

    async def test_is_refused_without_a_token_left(self, every, grants, used):
        token = await every.create("Token", total=1)
        first, second = await suggestions_of(every, 2)
        assert (await maybe_await(grants.grant_suggestions([first], token.get_site_id(), TYPE))).success
        for response in (
            await maybe_await(grants.grant_suggestions([second], token.get_site_id(), TYPE)),
            await maybe_await(grants.grant_suggestions([second], str(uuid4()), TYPE)),
        ):
            assert (response.success, response.reason) == (False, "no_tokens")
        # The function refuses by itself, whatever the caller has seen.
        rows = await maybe_await(
            grants.invoke_grant_suggestions_rpc([second], token.get_site_id(), TYPE, token.get_cycle())
        )
        assert rows == [{"success": False, "reason": "no_tokens", "granted_suggestions": None}]
        assert used() == [1]
        assert await maybe_await(grants.count()) == 1

    async def test_of_a_granted_suggestion_takes_no_token(self, every, grants, used):
        token, ids = await every.parent("Token"), await suggestions_of(every, 2)
        await maybe_await(grants.grant_suggestions(ids[:1], token.get_site_id(), TYPE))
        with pytest.raises(ConflictError, match="wrpc_grant_suggestions") as caught:
            await maybe_await(grants.grant_suggestions(ids, token.get_site_id(), TYPE))
        assert caught.value.code == "23505"
        assert used() == [1]
        assert await maybe_await(grants.count()) == 1

    async def test_of_an_unknown_suggestion_takes_no_token(self, every, grants, used):
        token = await every.parent("Token")
        with pytest.raises(DataAccessError, match="wrpc_grant_suggestions") as caught:
            await maybe_await(grants.grant_suggestions([str(uuid4())], token.get_site_id(), TYPE))
        assert caught.value.code == "23503"
        assert used() == [0]

    async def test_finds_the_tokens_of_this_month_only(self, every, grants, used):
        token = await every.create("Token", cycle="2001-01")
        (id_,) = await suggestions_of(every, 1)
        response = await maybe_await(grants.grant_suggestions([id_], token.get_site_id(), TYPE))
        assert (response.success, response.reason) == (False, "no_tokens")
        tokens = every.data_access.Token
        made = await maybe_await(
            tokens.find_by_site_id_and_token_type(
                token.get_site_id(), TYPE, create_if_not_found=True, total=1
            )
        )
        assert (made.get_total(), made.get_used(), made.get_remaining()) == (1, 0, 1)
        assert (await maybe_await(grants.grant_suggestions([id_], token.get_site_id(), TYPE))).success
        assert sorted(used()) == [0, 1]


class TestRevocation:
    async def test_gives_the_token_back(self, every, grants, used):
        token, ids = await every.create("Token", total=1), await suggestions_of(every, 2)
        for _ in range(2):
            assert (await maybe_await(grants.grant_suggestions(ids, token.get_site_id(), TYPE))).success
            assert used() == [1]
            revoked = await maybe_await(grants.revoke_suggestion_grant(await grant_id_of(grants, ids[1])))
            assert (revoked.success, revoked.revoked_count) == (True, 2)
            assert used() == [0]
            assert await maybe_await(grants.count()) == 0

    async def test_leaves_other_grants(self, every, grants, used):
        token, ids = await every.parent("Token"), await suggestions_of(every, 2)
        for id_ in ids:
            await maybe_await(grants.grant_suggestions([id_], token.get_site_id(), TYPE))
        await maybe_await(grants.revoke_suggestion_grant(await grant_id_of(grants, ids[0])))
        assert used() == [1]
        assert await maybe_await(grants.is_suggestion_granted(ids[1]))

    async def test_of_what_is_no_grant_gives_nothing_back(self, every, grants, used):
        token, ids = await every.parent("Token"), await suggestions_of(every, 1)
        await maybe_await(grants.grant_suggestions(ids, token.get_site_id(), TYPE))
        response = await maybe_await(grants.revoke_suggestion_grant(uuid4()))
        assert (response.success, response.reason) == (False, "grant_not_found")
        assert used() == [1]
        client = every.data_access.services.postgrest_client
        call = client.rpc("wrpc_revoke_suggestion_grant", {"p_grant_id": str(uuid4())})
        assert (await maybe_await(call.execute())).data == [
            {"success": False, "reason": "grant_not_found", "revoked_count": None}
        ]


class TestAtOnce:
    async def test_one_wins_the_last_token(self, every, grants, api, used):
        token, ids = await every.create("Token", total=1), await suggestions_of(every, 2)
        site_id = token.get_site_id()
        outcomes = await at_once(
            api, [lambda id_=id_: grants.grant_suggestions([id_], site_id, TYPE) for id_ in ids]
        )
        assert sorted(each.success for each in outcomes) == [False, True]
        assert [each.reason for each in outcomes if not each.success] == ["no_tokens"]
        assert used() == [1]
        assert await maybe_await(grants.count()) == 1

    async def test_as_many_win_as_there_are_tokens(self, every, grants, api, used):
        token, ids = await every.create("Token", total=3), await suggestions_of(every, 8)
        key = (token.get_site_id(), TYPE, token.get_cycle())
        # Past the look at the tokens: all callers are at the function at once.
        outcomes = await at_once(
            api, [lambda id_=id_: grants.invoke_grant_suggestions_rpc([id_], *key) for id_ in ids]
        )
        assert sum(rows[0]["success"] for rows in outcomes) == 3
        assert used() == [3]
        assert await maybe_await(grants.count()) == 3

    async def test_a_grant_is_given_back_once(self, every, grants, api, used):
        token, ids = await every.parent("Token"), await suggestions_of(every, 3)
        for id_ in ids[:2]:
            await maybe_await(grants.grant_suggestions([id_], token.get_site_id(), TYPE))
        grant_id = await grant_id_of(grants, ids[0])
        outcomes = await at_once(api, [lambda: grants.revoke_suggestion_grant(grant_id)] * 6)
        assert sorted(each.success for each in outcomes) == [False] * 5 + [True]
        assert used() == [1]

    async def test_grants_and_revocations_queue_up(self, every, grants, api, used):
        token, (id_, *_) = await every.parent("Token"), await suggestions_of(every, 1)
        site_id = token.get_site_id()
        await maybe_await(grants.grant_suggestions([id_], site_id, TYPE))
        grant_id = await grant_id_of(grants, id_)
        regrant = [lambda: grants.grant_suggestions([id_], site_id, TYPE)] * 2
        outcomes = await at_once(api, [lambda: grants.revoke_suggestion_grant(grant_id), *regrant])
        assert outcomes[0].success
        assert all(isinstance(each, ConflictError) or each.success for each in outcomes[1:])
        assert used() == [await maybe_await(grants.count())]
