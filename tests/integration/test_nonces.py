"""OAuthNonce: consumed once, and not after its time."""

import logging

import pytest

from integration.factory import from_now
from integration.sync_async import at_once, maybe_await
from spacecat_shared_data_access import ConflictError, ValidationError

ROUNDS = 30
CONSUMERS = 6


async def consume(data_access, nonce):
    return await maybe_await(data_access.OAuthNonce.delete({"nonce": nonce}))


class TestConsuming:
    async def test_once(self, data_access, make, database):
        await make.nonce(nonce="n-1")
        await make.nonce(nonce="n-2")
        assert await consume(data_access, "n-1") == 1
        assert await consume(data_access, "n-1") == 0
        assert await maybe_await(data_access.OAuthNonce.delete(nonce="n-2")) == 1
        assert database.execute("SELECT * FROM oauth_nonces").fetchall() == []

    async def test_an_unknown_one(self, data_access, make):
        await make.nonce(nonce="n-1")
        for other in ("n", "n-10", "N-1", "n-1 ", "*", "%"):
            assert await consume(data_access, other) == 0
        assert await maybe_await(data_access.OAuthNonce.count()) == 1

    async def test_an_expired_one_is_refused_while_its_row_is_there(self, data_access, make):
        await make.nonce(nonce="late", expires_at=from_now(seconds=-1))
        await make.nonce(nonce="in-time", expires_at=from_now(seconds=30))
        assert await consume(data_access, "late") == 0
        assert await consume(data_access, "in-time") == 1
        left = await maybe_await(data_access.OAuthNonce.all())
        assert [each.get_nonce() for each in left] == ["late"]
        assert await consume(data_access, "late") == 0

    @pytest.mark.parametrize("nonce", ["", None, 1])
    async def test_needs_a_nonce(self, data_access, make, nonce):
        await make.nonce()
        with pytest.raises(ValidationError, match="nonce is required"):
            await consume(data_access, nonce)
        with pytest.raises(ValidationError, match="nonce is required"):
            await maybe_await(data_access.OAuthNonce.delete())
        assert await maybe_await(data_access.OAuthNonce.count()) == 1


class TestIssuing:
    async def test_the_same_one_twice_is_a_conflict_that_keeps_the_secret(self, data_access, make, caplog):
        secret = "s3cr3t,(x)"
        await make.nonce(nonce=secret)
        with caplog.at_level(logging.DEBUG), pytest.raises(ConflictError) as caught:
            await make.nonce(nonce=secret)
        assert (caught.value.code, caught.value.status) == ("23505", 409)
        assert caught.value.details == "Key (nonce)=(…) already exists."
        assert "s3cr3t" not in f"{caught.value!r} {caught.value.cause!r} {caught.value.cause.details}"
        assert await consume(data_access, secret) == 1
        assert "s3cr3t" not in caplog.text

    async def test_a_conflict_keeps_a_secret_that_looks_like_its_own_message(self, make):
        await make.nonce(nonce="a) already s3cr3t")
        with pytest.raises(ConflictError) as caught:
            await make.nonce(nonce="a) already s3cr3t")
        assert caught.value.details == "Key (nonce)=(…) already exists."

    async def test_needs_a_time_to_expire(self, data_access):
        for expires_at in (None, "soon", "2026-01-01T00:00:00", 1_800_000_000):
            with pytest.raises(ValidationError, match="expires_at"):
                await maybe_await(data_access.OAuthNonce.create({"nonce": "n", "expires_at": expires_at}))

    async def test_a_consumed_one_may_be_issued_again(self, data_access, make):
        for _ in range(2):
            await make.nonce(nonce="n")
            assert await consume(data_access, "n") == 1


class TestRaces:
    async def test_one_consumer_wins_each(self, api, data_access, make):
        for number in range(ROUNDS):
            nonce = f"race-{number}"
            await make.nonce(nonce=nonce)
            calls = [lambda nonce=nonce: data_access.OAuthNonce.delete(nonce=nonce)] * CONSUMERS
            outcomes = await at_once(api, calls)
            assert sorted(outcomes, key=str) == [0] * (CONSUMERS - 1) + [1]
        assert await maybe_await(data_access.OAuthNonce.count()) == 0

    async def test_nobody_wins_an_expired_one(self, api, data_access, make):
        await make.nonce(nonce="late", expires_at=from_now(seconds=-1))
        calls = [lambda: data_access.OAuthNonce.delete(nonce="late")] * CONSUMERS
        assert await at_once(api, calls) == [0] * CONSUMERS
