"""The operations on a table, one request each, for tests of how faults affect them."""

from abc import ABC, abstractmethod
from typing import Any

from integration.every_entity import EveryEntity
from integration.factory import Factory, from_now, idempotency_key_values
from integration.sync_async import maybe_await


class Operation(ABC):
    """One call of the library, and a look at what it has changed.

    Attributes:
        method: Of its request.
        path: Of its request.
    """

    method: str
    path: str

    def __str__(self) -> str:
        return type(self).__name__

    async def prepare(self, direct: Any) -> None:  # noqa: B027 - some need nothing
        """Store what it needs, by a data access without faults."""

    async def begin(self, faulty: Any) -> None:  # noqa: B027 - some need nothing
        """Read what it starts from, by the data access that it is then called on."""

    @abstractmethod
    def call(self, faulty: Any) -> Any:
        """Make the call."""

    @abstractmethod
    def is_right(self, result: Any) -> bool:
        """Whether the result is what it should be."""

    @abstractmethod
    def effect(self, database: Any) -> int:
        """How many times it has taken effect."""


class Find(Operation):
    method, path = "GET", "/organizations"

    async def prepare(self, direct):
        self.id = (await Factory(direct).organization()).get_id()

    def call(self, faulty):
        return faulty.Organization.find_by_id(self.id)

    def is_right(self, result):
        return result.get_id() == self.id

    def effect(self, database):  # noqa: ARG002 - it has none
        return 0


class Create(Operation):
    method, path = "POST", "/organizations"

    def call(self, faulty):
        return faulty.Organization.create({"name": "new"})

    def is_right(self, result):
        return result.get_name() == "new"

    def effect(self, database):
        return len(database.execute("SELECT FROM organizations WHERE name = 'new'").fetchall())


class CreateMany(Create):
    def call(self, faulty):
        return faulty.Organization.create_many([{"name": "new"}, {"name": "other"}, {"name": "another"}])

    def is_right(self, result):
        return [each.get_name() for each in result.created_items] == ["new", "other", "another"]


class Upsert(Create):
    def call(self, faulty):
        item = {"name": "new", "ims_org_id": "0123456789ABCDEF01234567@AdobeOrg"}
        return faulty.Organization.create(item, upsert=True, on_conflict="ims_org_id")


class Save(Operation):
    method, path = "PATCH", "/organizations"

    async def prepare(self, direct):
        self.id = (await Factory(direct).organization()).get_id()

    async def begin(self, faulty):
        self.model = await maybe_await(faulty.Organization.find_by_id(self.id))

    def call(self, faulty):  # noqa: ARG002 - the model knows where it comes from
        return self.model.set_name("new").save()

    def is_right(self, result):
        return result is self.model

    def effect(self, database):
        return len(database.execute("SELECT FROM organizations WHERE name = 'new'").fetchall())


class Remove(Operation):
    method, path = "DELETE", "/idempotency_keys"

    async def prepare(self, direct):
        self.id = (await Factory(direct).idempotency_key()).get_id()

    async def begin(self, faulty):
        self.model = await maybe_await(faulty.IdempotencyKey.find_by_id(self.id))

    def call(self, faulty):  # noqa: ARG002 - the model knows where it comes from
        return self.model.remove()

    def is_right(self, result):
        return result is self.model

    def effect(self, database):
        return not database.execute("SELECT FROM idempotency_keys").fetchall()


class Sweep(Remove):
    async def begin(self, faulty):
        pass

    async def prepare(self, direct):
        item = idempotency_key_values(await Factory(direct).organization())
        await maybe_await(direct.IdempotencyKey.create({**item, "expires_at": from_now(hours=-1)}))

    def call(self, faulty):
        return faulty.IdempotencyKey.delete_expired()

    def is_right(self, result):
        return result == 1


class Consume(Operation):
    method, path = "DELETE", "/oauth_nonces"

    async def prepare(self, direct):
        await Factory(direct).nonce(nonce="once")

    def call(self, faulty):
        return faulty.OAuthNonce.delete(nonce="once")

    def is_right(self, result):
        return result == 1

    def effect(self, database):
        return not database.execute("SELECT FROM oauth_nonces").fetchall()


class CallFunction(Operation):
    method, path = "POST", "/rpc/wrpc_grant_suggestions"

    async def prepare(self, direct):
        every = EveryEntity(direct)
        self.token = await every.parent("Token")
        self.suggestion_id = (await every.create("Suggestion")).get_id()

    def call(self, faulty):
        token = self.token
        grants = faulty.SuggestionGrant
        return grants.grant_suggestions([self.suggestion_id], token.get_site_id(), token.get_token_type())

    def is_right(self, result):
        return result.success

    def effect(self, database):
        (row,) = database.execute("SELECT used FROM tokens WHERE id = %s", [self.token.get_id()]).fetchall()
        return row["used"]


READS = (Find,)
WRITES = (Create, CreateMany, Upsert, Save, Remove)
FAIL_CLOSED = (Sweep, Consume, CallFunction)
OPERATIONS = (*READS, *WRITES, *FAIL_CLOSED)
