"""For any interleaving of callers of one idempotency key, the work is done once and its response is kept."""

import asyncio
import random
from urllib.parse import parse_qsl

import httpx
import orjson
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from spacecat_shared_data_access import (
    DataAccessError,
    RequestInFlightError,
    RetryPolicy,
    create_async_data_access,
)
from spacecat_shared_data_access.schema.values import now
from unit.helpers import CLOCK, ID, URL

SCOPE = ("key", "organization_id", "endpoint")
TTL = 60


class KeyTable(httpx.AsyncBaseTransport):
    """The table of keys as PostgREST serves it: requests interleave, and requests or responses may get lost."""

    def __init__(self, chance, fault_rate):
        self.rows = []
        self.completed_until = ""
        self._chance = chance
        self._fault_rate = fault_rate

    async def handle_async_request(self, request):
        await self._pass_time()
        self._maybe_lose(request)
        response = self._respond(request)
        self._maybe_lose(request)
        await self._pass_time()
        return response

    async def _pass_time(self):
        for _ in range(self._chance.randrange(4)):
            await asyncio.sleep(0)

    def _maybe_lose(self, request):
        if self._chance.random() < self._fault_rate:
            raise httpx.ReadError("reset", request=request)

    def _respond(self, request):
        found = [row for row in self.rows if self._matches(row, request)]
        body = orjson.loads(request.content) if request.content else None
        match request.method:
            case "POST":
                taken = [row for row in self.rows if all(row[name] == body[name] for name in SCOPE)]
                if taken:
                    return httpx.Response(409, json={"code": "23505", "message": "duplicate key"})
                self.rows.append(body)
                return httpx.Response(201, json=[body])
            case "PATCH":
                for row in found:
                    row.update(body)
                    if row["status"] == "completed":
                        self.completed_until = row["expires_at"]
                if not found and "object" in request.headers["Accept"]:
                    details = "The result contains 0 rows"
                    error = {"code": "PGRST116", "message": "Cannot coerce", "details": details}
                    return httpx.Response(406, json=error)
                single = "object" in request.headers["Accept"]
                return httpx.Response(200, json=found[0] if single else found)
            case "DELETE":
                self.rows = [row for row in self.rows if row not in found]
                return httpx.Response(204)
        return httpx.Response(200, json=found)

    @staticmethod
    def _matches(row, request):
        for column, condition in parse_qsl(request.url.query.decode()):
            if column in {"select", "order", "offset", "limit", "columns"}:
                continue
            operator, _, value = condition.partition(".")
            accepted = value[1:-1].split(",") if operator == "in" else [value]
            if str(row.get(column)) not in accepted:
                return False
        return True


class Witness:
    """Records every caller that does the work, and every stored response."""

    def __init__(self, table):
        self._table = table
        self._working = {}

    def starts(self, caller):
        (claim,) = self._table.rows
        assert not [each for each in self._working.values() if each > now()], "two do the work"
        assert self._table.completed_until <= now(), "a response was lost"
        self._working[caller] = claim["expires_at"]

    def ends(self, caller):
        self._working.pop(caller, None)


async def call(data_access, caller, witness, chance, traveller):
    """Act as one caller: claim the key, work for a while, and fail sometimes."""
    guard = data_access.IdempotencyKey.guard(
        "k", ID, "POST /tickets", ttl=TTL, on_error=chance.choice(["release", "fail"])
    )
    try:
        async with guard as request:
            if request.replayed:
                assert request.response is not None
                return
            witness.starts(caller)
            try:
                for _ in range(chance.randrange(6)):
                    await asyncio.sleep(0)
                if chance.random() < 0.3:
                    traveller.shift(chance.choice([1, TTL + 1]))
                if chance.random() < 0.3:
                    raise ZeroDivisionError
                await request.complete({"by": caller})
            finally:
                witness.ends(caller)
    except (RequestInFlightError, ZeroDivisionError, DataAccessError):
        return


def run(seed, callers, fault_rate):
    chance = random.Random(seed)  # noqa: S311 - in which order callers take turns
    table = KeyTable(chance, fault_rate)
    witness = Witness(table)
    retry = RetryPolicy(attempts=2, base_delay=0, max_delay=0)

    async def main(traveller):
        async with (
            httpx.AsyncClient(transport=table) as client,
            create_async_data_access(postgrest_url=URL, client=client, retry=retry) as data_access,
        ):
            rounds = [call(data_access, number, witness, chance, traveller) for number in range(callers)]
            await asyncio.gather(*rounds)
            await asyncio.gather(*(call(data_access, 100 + n, witness, chance, traveller) for n in range(3)))

    with time_machine.travel(CLOCK, tick=False) as traveller:
        asyncio.run(main(traveller))


@given(seed=st.integers(0, 2**32), callers=st.integers(1, 8))
def test_any_interleaving(seed, callers):
    run(seed, callers, fault_rate=0)


@given(seed=st.integers(0, 2**32), callers=st.integers(1, 8))
def test_any_interleaving_with_network_faults(seed, callers):
    run(seed, callers, fault_rate=0.1)
