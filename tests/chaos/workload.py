"""The workload of a chaos test: the rows that exist beforehand, and the calls."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any

from chaos.calls import Call, Consume, Create, CreateAgain, CreateMany, Remove, Save, SaveMany
from chaos.stored import Stored
from integration.factory import from_now
from spacecat_shared_data_access import DataAccess

METADATA_SECRET = "metadata-that-nobody-may-read"
NONCE_SECRET = "nonce-that-nobody-may-read"
_BATCH = 10
_INSERT_CHUNK = 200


@dataclass(frozen=True)
class Sizes:
    """The numbers of rows that are created, saved, removed and consumed."""

    creates: int
    saves: int
    removes: int
    nonces: int


@dataclass(frozen=True)
class Workload:
    """Calls, and the keys of the rows that existed before them."""

    calls: list[Call]
    prepared: set[tuple[str, str]]


def prepare(data_access: DataAccess, sizes: Sizes, seed: int) -> Workload:
    """Store the rows that the calls need, and create the calls.

    Args:
        data_access: A data access that is not affected by faults.
        sizes: The size of the workload.
        seed: Determines the order of the calls.
    """
    builder = _Builder(data_access)
    units = [*builder.creates(sizes.creates), *builder.saves(sizes.saves)]
    units += [*builder.removes(sizes.removes), *builder.nonces(sizes.nonces)]
    random.Random(seed).shuffle(units)  # noqa: S311 - not for security
    return Workload([call for unit in units for call in unit], builder.prepared)


class _Builder:
    def __init__(self, data_access: DataAccess) -> None:
        self._data_access = data_access
        self._numbers = count(1)
        self.prepared: set[tuple[str, str]] = set()
        self._organization_id = data_access.Organization.create({"name": "Chaos"}).get_id()
        (self._connection,) = self._store("TaskManagementConnection", [self._a_connection()])
        (self._ticket,) = self._store("Ticket", [self._a_ticket()])

    def creates(self, number: int) -> Iterator[list[Call]]:
        """Yield creates of all kinds in these shares; nonces and connections contain secrets."""
        shares: list[tuple[float, Callable[[int], Iterator[list[Call]]]]] = [
            (0.05, self._connections),
            (0.05, self._new_nonces),
            (0.05, self._upserts),
            (0.15, self._batches),
        ]
        left = number
        for share, make in shares:
            yield from make(round(number * share))
            left -= round(number * share)
        yield from ([Create(entity="Ticket", item=self._a_ticket())] for _ in range(left))
        yield from self._conflicts(number // 40)

    def saves(self, number: int) -> Iterator[list[Call]]:
        several, batches = number // 5, number // 50
        for item in self._items(self._a_connection, several):
            (model,) = self._store("TaskManagementConnection", [item])
            changes = {
                "display_name": "Changed",
                "status": "disabled",
                "metadata": {**item["metadata"], "scopes": [f"{METADATA_SECRET} changed"]},
            }
            before = {name: model.record[name] for name in changes}
            key = item["external_instance_id"]
            yield [Save("TaskManagementConnection", key, model.get_id(), before, changes)]
        before, changes = {"ticket_status": None}, {"ticket_status": "Done"}
        for _ in range(batches):
            items = self._items(self._a_ticket, _BATCH)
            ids = [model.get_id() for model in self._store("Ticket", items)]
            keys = [item["external_ticket_id"] for item in items]
            yield [SaveMany("Ticket", keys, ids, before, changes)]
        items = self._items(self._a_ticket, number - several - batches * _BATCH)
        for item, model in zip(items, self._store("Ticket", items), strict=True):
            yield [Save("Ticket", item["external_ticket_id"], model.get_id(), before, changes)]

    def removes(self, number: int) -> Iterator[list[Call]]:
        items = self._items(self._a_ticket, number)
        models = self._store("Ticket", items)
        bridges = [self._a_bridge(model.get_id()) for model in models for _ in range(2)]
        self._store("TicketSuggestion", bridges)
        for place, (item, model) in enumerate(zip(items, models, strict=True)):
            own = bridges[2 * place : 2 * place + 2]
            keys = [("TicketSuggestion", bridge["suggestion_id"]) for bridge in own]
            yield [Remove("Ticket", item["external_ticket_id"], model.get_id(), keys)]

    def nonces(self, number: int) -> Iterator[list[Call]]:
        items = self._items(self._a_nonce, number)
        self._store("OAuthNonce", items)
        for item in items:
            rivals: list[Consume] = []
            rivals += [Consume(item["nonce"], rivals) for _ in range(2)]
            yield [*rivals]

    def _connections(self, number: int) -> Iterator[list[Call]]:
        for item in self._items(self._a_connection, number):
            yield [Create("TaskManagementConnection", item)]

    def _new_nonces(self, number: int) -> Iterator[list[Call]]:
        for item in self._items(self._a_nonce, number):
            yield [Create("OAuthNonce", item)]

    def _upserts(self, number: int) -> Iterator[list[Call]]:
        for item in self._items(self._an_idempotency_key, number):
            yield [Create("IdempotencyKey", item, ["key", "organization_id", "endpoint"])]

    def _batches(self, number: int) -> Iterator[list[Call]]:
        for _ in range(number // _BATCH):
            items = self._items(lambda: self._a_bridge(self._ticket.get_id()), _BATCH)
            yield [CreateMany("TicketSuggestion", items)]

    def _conflicts(self, number: int) -> Iterator[list[Call]]:
        items = self._items(self._a_nonce, number)
        self._store("OAuthNonce", items)
        for item in items:
            yield [CreateAgain("OAuthNonce", item)]

    def _store(self, entity: str, items: list[dict[str, Any]]) -> list[Any]:
        collection = getattr(self._data_access, entity)
        models: list[Any] = []
        for start in range(0, len(items), _INSERT_CHUNK):
            models += collection.create_many(items[start : start + _INSERT_CHUNK]).created_items
        self.prepared |= {Stored.key(entity, item) for item in items}
        return models

    def _items(self, make: Callable[[], dict[str, Any]], number: int) -> list[dict[str, Any]]:
        return [make() for _ in range(number)]

    def _a_connection(self) -> dict[str, Any]:
        cloud_id = f"00000000-0000-4000-8000-{next(self._numbers):012d}"
        return {
            "organization_id": self._organization_id,
            "provider": "jira_cloud",
            "display_name": "Chaos's Jira",
            "instance_url": "https://chaos.atlassian.net",
            "connected_by": "user@example.com",
            "external_instance_id": cloud_id,
            "metadata": {"cloudId": cloud_id, "scopes": [METADATA_SECRET]},
        }

    def _a_ticket(self) -> dict[str, Any]:
        number = next(self._numbers)
        return {
            "organization_id": self._organization_id,
            "task_management_connection_id": self._connection.get_id(),
            "external_ticket_id": str(number),
            "ticket_key": f"CHAOS-{number}",
            "ticket_url": f"https://chaos.atlassian.net/browse/CHAOS-{number}",
            "ticket_provider": "jira_cloud",
            "created_by": "user@example.com",
        }

    def _a_bridge(self, ticket_id: str) -> dict[str, Any]:
        return {
            "ticket_id": ticket_id,
            "suggestion_id": f"suggestion-{next(self._numbers)}",
            "opportunity_id": "opportunity",
            "created_by": "user@example.com",
        }

    def _an_idempotency_key(self) -> dict[str, Any]:
        return {
            "organization_id": self._organization_id,
            "key": f"key-{next(self._numbers)}",
            "endpoint": "POST /tickets",
            "expires_at": _in_an_hour(),
        }

    def _a_nonce(self) -> dict[str, Any]:
        return {"nonce": f"{NONCE_SECRET}-{next(self._numbers)}", "expires_at": _in_an_hour()}


def _in_an_hour() -> str:
    return from_now(hours=1).isoformat(timespec="milliseconds").replace("+00:00", "Z")
