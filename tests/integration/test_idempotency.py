"""IdempotencyKey: one request takes effect once."""

import pytest

from integration.faces import at_once, settle
from integration.factory import from_now, idempotency_key_values
from spacecat_shared_data_access import ConflictError, IdempotencyKey, ValidationError

ROUNDS = 20


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
        assert await settle(data_access.IdempotencyKey.count()) == 4

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
        assert (await settle(find("live", organization.get_id()))).to_dict() == live.to_dict()
        for key in ("late", "other", "LIVE", "none"):
            assert await settle(find(key, organization.get_id())) is None
        assert await settle(data_access.IdempotencyKey.count()) == 3

    async def test_asks_for_both(self, data_access, make):
        organization = await make.organization()
        with pytest.raises(ValidationError, match="key is required"):
            await settle(data_access.IdempotencyKey.find_active_key("", organization.get_id()))
        with pytest.raises(ValidationError, match="organization_id must be a valid UUID"):
            await settle(data_access.IdempotencyKey.find_active_key("k", "o"))


class TestProgress:
    async def test_from_processing_to_completed_with_a_response(self, data_access, make):
        key = await make.idempotency_key(key="k")
        assert key.get_status() is IdempotencyKey.Status.PROCESSING
        assert key.get_response() is None
        answer = {"status": 201, "body": {"ticketKey": "ASO-1", "suggestions": ["a", "b"]}}
        await settle(key.set_status("completed").set_response(answer).save())
        found = await settle(data_access.IdempotencyKey.find_active_key("k", key.get_organization_id()))
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
        assert await settle(data_access.IdempotencyKey.delete_expired()) == 6
        assert await settle(data_access.IdempotencyKey.delete_expired()) == 0
        assert await settle(data_access.IdempotencyKey.count()) == 4

    async def test_of_more_than_a_page(self, data_access, make):
        organization = await make.organization()
        late = {"expires_at": from_now(days=-1)}
        items = [idempotency_key_values(organization) | late for _ in range(1100)]
        await settle(data_access.IdempotencyKey.create_many(items))
        assert await settle(data_access.IdempotencyKey.delete_expired()) == 1100


class TestRaces:
    async def test_one_of_two_requests_meets_a_conflict(self, face, data_access, make):
        organization = await make.organization()
        for number in range(ROUNDS):
            items = [idempotency_key_values(organization) | {"key": f"race-{number}"} for _ in range(2)]
            calls = [lambda item=item: data_access.IdempotencyKey.create(item) for item in items]
            outcomes = await at_once(face, calls)
            kinds = sorted(type(each).__name__ for each in outcomes)
            assert kinds == ["ConflictError", "IdempotencyKey"], outcomes
        assert await settle(data_access.IdempotencyKey.count()) == ROUNDS
