"""IdempotencyKey: one request takes effect once."""

from contextlib import asynccontextmanager

import pytest

from integration.factory import from_now, idempotency_key_values
from integration.sync_async import at_once, driven, maybe_await
from spacecat_shared_data_access import (
    ConflictError,
    DataAccessError,
    IdempotencyKey,
    RequestInFlightError,
    ValidationError,
)

ROUNDS = 20

RESPONSE = {"statusCode": 201, "body": {"ticketKey": "ASO-1"}}


@asynccontextmanager
async def entered(guard):
    """Enter the guard of a sync or an async data access."""
    if guard.blocking:
        with guard as request:
            yield request
    else:
        async with guard as request:
            yield request


class TestScope:
    async def test_key_organization_and_endpoint(self, data_access, make):
        organization, other = await make.organization(), await make.organization()
        await make.idempotency_key(organization, key="k", endpoint="POST /tickets")
        with pytest.raises(ConflictError) as caught:
            await make.idempotency_key(organization, key="k", endpoint="POST /tickets")
        assert (caught.value.code, caught.value.status) == ("23505", 409)
        values = f"(k, {organization.get_id()}, POST /tickets)"
        assert caught.value.details == f"Key (key, organization_id, endpoint)={values} already exists."
        await make.idempotency_key(organization, key="k", endpoint="POST /connections")
        await make.idempotency_key(other, key="k", endpoint="POST /tickets")
        await make.idempotency_key(organization, key="K", endpoint="POST /tickets")
        assert await maybe_await(data_access.IdempotencyKey.count()) == 4

    async def test_an_expired_one_still_holds_its_place(self, make):
        organization = await make.organization()
        await make.idempotency_key(organization, key="k", expires_at=from_now(hours=-1))
        with pytest.raises(ConflictError):
            await make.idempotency_key(organization, key="k")


class TestFindActive:
    async def test_finds_what_has_not_expired(self, data_access, make):
        organization, other = await make.organization(), await make.organization()
        find = data_access.IdempotencyKey.find_active_key
        live = await make.idempotency_key(organization, key="live", expires_at=from_now(seconds=30))
        await make.idempotency_key(organization, key="late", expires_at=from_now(seconds=-1))
        await make.idempotency_key(other, key="other")
        assert (await maybe_await(find("live", organization.get_id()))).to_dict() == live.to_dict()
        for key in ("late", "other", "LIVE", "none"):
            assert await maybe_await(find(key, organization.get_id())) is None
        assert await maybe_await(data_access.IdempotencyKey.count()) == 3

    async def test_asks_for_both(self, data_access, make):
        organization = await make.organization()
        with pytest.raises(ValidationError, match="key is required"):
            await maybe_await(data_access.IdempotencyKey.find_active_key("", organization.get_id()))
        with pytest.raises(ValidationError, match="organization_id must be a valid UUID"):
            await maybe_await(data_access.IdempotencyKey.find_active_key("k", "o"))


class TestProgress:
    async def test_from_processing_to_completed_with_a_response(self, data_access, make):
        key = await make.idempotency_key(key="k")
        assert key.get_status() is IdempotencyKey.Status.PROCESSING
        assert key.get_response() is None
        answer = {"status": 201, "body": {"ticketKey": "ASO-1", "suggestions": ["a", "b"]}}
        await maybe_await(key.set_status("completed").set_response(answer).save())
        found = await maybe_await(data_access.IdempotencyKey.find_active_key("k", key.get_organization_id()))
        assert found.get_status() is IdempotencyKey.Status.COMPLETED
        assert found.get_response() == answer

    @pytest.mark.parametrize("name", ["key", "endpoint", "expires_at"])
    async def test_what_identifies_it_never_changes(self, make, name):
        key = await make.idempotency_key()
        with pytest.raises(ValidationError, match=f"{name} is read-only"):
            key.patcher.patch_value(name, "2030-01-01T00:00:00.000Z")


class TestSweeping:
    async def test_counts_what_goes(self, data_access, make):
        organizations = [await make.organization() for _ in range(2)]
        for organization in organizations:
            for delta in (-3600, -60, -1, 60, 3600):
                await make.idempotency_key(organization, expires_at=from_now(seconds=delta))
        assert await maybe_await(data_access.IdempotencyKey.delete_expired()) == 6
        assert await maybe_await(data_access.IdempotencyKey.delete_expired()) == 0
        assert await maybe_await(data_access.IdempotencyKey.count()) == 4

    async def test_of_more_than_a_page(self, data_access, make):
        organization = await make.organization()
        late = {"expires_at": from_now(days=-1)}
        items = [idempotency_key_values(organization) | late for _ in range(1100)]
        await maybe_await(data_access.IdempotencyKey.create_many(items))
        assert await maybe_await(data_access.IdempotencyKey.delete_expired()) == 1100


class TestRaces:
    async def test_one_of_two_requests_meets_a_conflict(self, api, data_access, make):
        organization = await make.organization()
        for number in range(ROUNDS):
            items = [idempotency_key_values(organization) | {"key": f"race-{number}"} for _ in range(2)]
            calls = [lambda item=item: data_access.IdempotencyKey.create(item) for item in items]
            outcomes = await at_once(api, calls)
            kinds = sorted(type(each).__name__ for each in outcomes)
            assert kinds == ["ConflictError", "IdempotencyKey"], outcomes
        assert await maybe_await(data_access.IdempotencyKey.count()) == ROUNDS


class TestGuard:
    @pytest.fixture
    async def guard(self, data_access, make):
        """Guards of one key."""
        organization_id = (await make.organization()).get_id()

        def guard(endpoint="POST /tickets", **options):
            given = {"ttl": 60, **options}
            return data_access.IdempotencyKey.guard("k", organization_id, endpoint, **given)

        guard.organization_id = organization_id
        return guard

    async def stored(self, database):
        return database.execute("SELECT status, response FROM idempotency_keys").fetchall()

    async def test_the_response_of_a_completed_request_is_replayed(self, guard, database):
        async with entered(guard()) as request:
            assert (request.replayed, request.response) == (False, None)
            assert await self.stored(database) == [{"status": "processing", "response": None}]
            await maybe_await(request.complete(RESPONSE))
            assert request.response == RESPONSE
        assert await self.stored(database) == [{"status": "completed", "response": RESPONSE}]
        async with entered(guard()) as request:
            assert (request.replayed, request.response) == (True, RESPONSE)
            with pytest.raises(DataAccessError, match="holds its idempotency key"):
                await maybe_await(request.complete({}))
        assert await self.stored(database) == [{"status": "completed", "response": RESPONSE}]

    async def test_a_guard_that_replayed_can_do_the_work_later(self, guard, database):
        async with entered(guard()) as request:
            await maybe_await(request.complete(RESPONSE))
        again = guard()
        async with entered(again) as request:
            assert request.replayed
        database.execute("UPDATE idempotency_keys SET expires_at = now() - interval '1 second'")
        async with entered(again) as request:
            assert (request.replayed, request.response) == (False, None)
            await maybe_await(request.complete({"statusCode": 200}))
        assert again.response == {"statusCode": 200}

    async def test_another_endpoint_is_another_request(self, guard):
        async with entered(guard()) as request:
            await maybe_await(request.complete(RESPONSE))
        async with entered(guard("POST /connections")) as request:
            assert not request.replayed
            await maybe_await(request.complete({}))

    async def test_a_request_in_flight(self, guard):
        async with entered(guard()) as request:
            with pytest.raises(RequestInFlightError) as caught:
                async with entered(guard()):
                    pytest.fail("two requests hold the key")
            assert isinstance(caught.value, ConflictError)
            await maybe_await(request.complete(RESPONSE))

    @pytest.mark.parametrize("status", ["processing", "completed", "failed"])
    async def test_an_expired_key_that_was_not_swept_is_claimed_anew(self, guard, make, database, status):
        await make.idempotency_key(
            organization_id=guard.organization_id,
            key="k",
            endpoint="POST /tickets",
            status=status,
            response={"old": True},
            expires_at=from_now(seconds=-1),
        )
        async with entered(guard()) as request:
            assert not request.replayed
            await maybe_await(request.complete(RESPONSE))
        assert await self.stored(database) == [{"status": "completed", "response": RESPONSE}]

    @pytest.mark.parametrize(
        ("on_error", "left"), [("release", []), ("fail", [{"status": "failed", "response": None}])]
    )
    async def test_a_request_that_fails_may_be_retried(self, guard, database, on_error, left):
        with pytest.raises(ZeroDivisionError):
            async with entered(guard(on_error=on_error)):
                raise ZeroDivisionError
        assert await self.stored(database) == left
        async with entered(guard()) as request:
            assert not request.replayed
            await maybe_await(request.complete(RESPONSE))
        assert await self.stored(database) == [{"status": "completed", "response": RESPONSE}]

    async def test_a_response_that_is_stored_stays_whatever_fails_afterwards(self, guard, database):
        async def complete_and_fail():
            async with entered(guard(on_error="fail")) as request:
                await maybe_await(request.complete(RESPONSE))
                raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            await complete_and_fail()
        assert await self.stored(database) == [{"status": "completed", "response": RESPONSE}]

    async def test_leaving_without_a_response_is_an_error(self, guard, database):
        with pytest.raises(DataAccessError, match="without complete"):
            async with entered(guard()):
                pass
        assert await self.stored(database) == []

    async def test_a_claim_that_expired_cannot_be_completed_once_another_took_it_over(self, guard, database):
        async def take_over():
            async with entered(guard()) as request:
                database.execute("UPDATE idempotency_keys SET expires_at = now() - interval '1 second'")
                async with entered(guard()) as other:
                    await maybe_await(other.complete(RESPONSE))
                await maybe_await(request.complete({"too": "late"}))

        with pytest.raises(DataAccessError, match="Failed to save"):
            await take_over()
        assert await self.stored(database) == [{"status": "completed", "response": RESPONSE}]

    async def test_of_many_at_once_one_does_the_work(self, guard, api):
        async def call():
            async with entered(guard()) as request:
                await maybe_await(request.complete(RESPONSE))
                return request.replayed

        calls = [call if api == "asyncio" else lambda: driven(call()) for _ in range(12)]
        outcomes = await at_once(api, calls)
        assert outcomes.count(False) == 1
        assert all(each is False or isinstance(each, DataAccessError) for each in outcomes)

    @pytest.mark.parametrize(
        ("change", "message"),
        [
            ({"endpoint": ""}, "endpoint is required"),
            ({"ttl": 0}, "ttl must be a positive number"),
            ({"ttl": "60"}, "ttl must be a positive number"),
            ({"ttl": 1e300}, "ttl is too large"),
            ({"on_error": "ignore"}, "on_error must be one of release, fail"),
        ],
    )
    async def test_wrong_arguments(self, guard, change, message):
        with pytest.raises(ValidationError, match=message):
            guard(**change)

    async def test_the_wrong_kind_of_with(self, guard, api):
        if api == "blocking":
            with pytest.raises(TypeError, match="use `with`"):
                await guard().__aenter__()
        else:
            with pytest.raises(TypeError, match="use `async with`"):
                guard().__enter__()

    async def test_find_active_key_of_one_endpoint(self, guard, data_access):
        async with entered(guard()) as request:
            await maybe_await(request.complete(RESPONSE))
        find = data_access.IdempotencyKey.find_active_key
        assert (
            await maybe_await(find("k", guard.organization_id, "POST /tickets"))
        ).get_response() == RESPONSE
        assert await maybe_await(find("k", guard.organization_id, "POST /connections")) is None
