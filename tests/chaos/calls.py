"""Calls of the library, each with what it must leave in the database, whatever came in between.

A call that succeeds has taken effect once, and whole. One that ends in `UnavailableError`, or in the error
for an answer that cannot be read, may have taken effect or not, but not in part and not twice; where the
error says that it is not in doubt, it has not. Whatever else a call ends in is a complaint.
"""

import time
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from chaos.stored import Record, Stored
from integration.faces import settle
from spacecat_shared_data_access import ConflictError, DataAccessError, UnavailableError

Key = tuple[str, str]
"""An entity's name and the value that it is known by: see `stored.KEYS`."""


@dataclass(kw_only=True, repr=False)
class Call(ABC):
    """One call.

    Attributes:
        outcome: What it gave or raised.
        seconds: How long it took.
    """

    outcome: Any = field(default=None, init=False)
    seconds: float = field(default=0.0, init=False)

    # How many requests the library sends for it, one after the other.
    requests = 1

    async def make(self, data_access: Any) -> None:
        """Make the call, and keep what came of it."""
        started = time.monotonic()
        try:
            self.outcome = await self._make(data_access)
        except Exception as error:  # noqa: BLE001 - looked at afterwards
            self.outcome = error
        self.seconds = time.monotonic() - started

    def __repr__(self) -> str:
        return f"{type(self).__name__} {self.claims()[0]}: {self.verdict}"

    @property
    def succeeded(self) -> bool:
        return not isinstance(self.outcome, BaseException)

    @property
    def verdict(self) -> str:
        """What it ended in, for the report."""
        if self.succeeded:
            return "success"
        root = self.outcome
        while root.__cause__ is not None:
            root = root.__cause__
        why = f"HTTP {root.status}" if isinstance(root, DataAccessError) else type(root).__name__
        return f"{type(self.outcome).__name__}, {why}"

    @abstractmethod
    def complaints(self, stored: Stored) -> Iterator[str]:
        """Say what is wrong with the outcome, or with what is stored in view of it."""

    @abstractmethod
    def claims(self) -> list[Key]:
        """What it may have left in the database."""

    def told_by(self) -> list[str]:
        """Texts by which its requests can be told from others."""
        return [key for _, key in self.claims()]

    @property
    def in_doubt(self) -> bool:
        """Whether it failed and may have taken effect all the same."""
        return not self.succeeded and bool(getattr(self.outcome, "in_doubt", True))

    @abstractmethod
    async def _make(self, data_access: Any) -> Any:
        """Make the call."""


class Change(Call):
    """A call that changes what is stored once and whole, or fails."""

    def complaints(self, stored: Stored) -> Iterator[str]:
        if self.succeeded:
            yield from self._of_success(stored)
        elif is_no_answer(self.outcome):
            yield from self._of_failure(stored)
        else:
            yield unexpected(self.outcome)

    @abstractmethod
    def _of_success(self, stored: Stored) -> Iterator[str]:
        """Say what is wrong after a success."""

    @abstractmethod
    def _of_failure(self, stored: Stored) -> Iterator[str]:
        """Say what is wrong after an error that says that there was no answer."""


@dataclass(repr=False)
class Create(Change):
    """Create one entity; with `on_conflict` an upsert by these attributes."""

    entity: str
    item: Mapping[str, Any]
    on_conflict: Sequence[str] | None = None

    async def _make(self, data_access: Any) -> Any:
        upsert = {} if self.on_conflict is None else {"upsert": True, "on_conflict": self.on_conflict}
        return await settle(getattr(data_access, self.entity).create(self.item, **upsert))

    def claims(self) -> list[Key]:
        return [Stored.key(self.entity, self.item)]

    def _of_success(self, stored: Stored) -> Iterator[str]:
        rows = stored.at(self.claims()[0])
        if len(rows) != 1:
            yield f"said it was stored, and {len(rows)} rows are there"
        for row in rows:
            yield from differences(self.item, row)
            if self.outcome.record != row:
                yield f"gave {self.outcome.record}, and stored {row}"

    def _of_failure(self, stored: Stored) -> Iterator[str]:
        rows = stored.at(self.claims()[0])
        if len(rows) > self.in_doubt:
            yield f"failed, in doubt: {self.in_doubt}, and {len(rows)} rows are there"
        for row in rows:
            yield from differences(self.item, row)


@dataclass(repr=False)
class CreateAgain(Call):
    """Create what is there already: a conflict, however often it is sent."""

    entity: str
    item: Mapping[str, Any]

    async def _make(self, data_access: Any) -> Any:
        return await settle(getattr(data_access, self.entity).create(self.item))

    def claims(self) -> list[Key]:
        return [Stored.key(self.entity, self.item)]

    def complaints(self, stored: Stored) -> Iterator[str]:
        if not isinstance(self.outcome, ConflictError) and not is_no_answer(self.outcome):
            yield f"ended in {self.outcome!r}, where there is one already"
        if len(stored.at(self.claims()[0])) != 1:
            yield "what was there is not there once"


@dataclass(repr=False)
class CreateMany(Change):
    """Create several entities in one request: all or none."""

    entity: str
    items: Sequence[Mapping[str, Any]]

    async def _make(self, data_access: Any) -> Any:
        return await settle(getattr(data_access, self.entity).create_many(self.items))

    def claims(self) -> list[Key]:
        return [Stored.key(self.entity, item) for item in self.items]

    def _of_success(self, stored: Stored) -> Iterator[str]:
        given = [model.record for model in self.outcome.created_items]
        if len(given) != len(self.items):
            yield f"gave {len(given)} of {len(self.items)}"
        for item, key, record in zip(self.items, self.claims(), given, strict=False):
            rows = stored.at(key)
            if rows != [record]:
                yield f"gave {record}, and stored {rows}"
            yield from differences(item, record)

    def _of_failure(self, stored: Stored) -> Iterator[str]:
        there = [len(stored.at(key)) for key in self.claims()]
        if set(there) not in ({0}, {1}) or (there[0] and not self.in_doubt):
            yield f"failed, in doubt: {self.in_doubt}, and stored {there} rows"


@dataclass(repr=False)
class Save(Change):
    """Read an entity, change several attributes, and store them."""

    entity: str
    key: str
    id: str
    before: Mapping[str, Any]
    changes: Mapping[str, Any]
    requests = 2

    async def _make(self, data_access: Any) -> Any:
        model = await settle(getattr(data_access, self.entity).find_by_id(self.id))
        for name, value in self.changes.items():
            getattr(model, f"set_{name}")(value)
        return await settle(model.save())

    def claims(self) -> list[Key]:
        return [(self.entity, self.key)]

    def told_by(self) -> list[str]:
        return [self.key, self.id]

    def _of_success(self, stored: Stored) -> Iterator[str]:
        rows = stored.at((self.entity, self.key))
        if rows != [self.outcome.record]:
            yield f"gave {self.outcome.record}, and stored {rows}"
        for row in rows:
            yield from differences(self.changes, row)

    def _of_failure(self, stored: Stored) -> Iterator[str]:
        rows = stored.at((self.entity, self.key))
        if len(rows) != 1 or (not is_as(self.before, rows[0]) and not is_as(self.changes, rows[0])):
            yield f"failed, and left {rows}"


@dataclass(repr=False)
class SaveMany(Change):
    """Change one attribute of several models that were read before, and store them in one request."""

    entity: str
    keys: Sequence[str]
    ids: Sequence[str]
    before: Mapping[str, Any]
    changes: Mapping[str, Any]
    requests = 2

    async def _make(self, data_access: Any) -> Any:
        collection = getattr(data_access, self.entity)
        found = await settle(
            collection.batch_get_by_keys([{collection.schema.id_name: id_} for id_ in self.ids])
        )
        for model in found.data:
            for name, value in self.changes.items():
                getattr(model, f"set_{name}")(value)
        await settle(collection.save_many(found.data))
        return found.data

    def claims(self) -> list[Key]:
        return [(self.entity, key) for key in self.keys]

    def _of_success(self, stored: Stored) -> Iterator[str]:
        if len(self.outcome) != len(self.ids):
            yield f"read {len(self.outcome)} of {len(self.ids)}"
        for key in self.claims():
            for row in stored.one(key):
                yield from differences(self.changes, row)

    def _of_failure(self, stored: Stored) -> Iterator[str]:
        rows = [row for key in self.claims() for row in stored.one(key)]
        if not all(is_as(self.before, row) for row in rows) and not all(
            is_as(self.changes, row) for row in rows
        ):
            yield "failed, and left some of them changed"


@dataclass(repr=False)
class Remove(Change):
    """Read an entity and remove it with its dependents."""

    entity: str
    key: str
    id: str
    dependents: Sequence[Key]
    requests = 4  # it is read, its dependents are read and removed, and it is removed

    async def _make(self, data_access: Any) -> Any:
        model = await settle(getattr(data_access, self.entity).find_by_id(self.id))
        return await settle(model.remove())

    def claims(self) -> list[Key]:
        return [(self.entity, self.key), *self.dependents]

    def told_by(self) -> list[str]:
        return [self.key, self.id]

    def _of_success(self, stored: Stored) -> Iterator[str]:
        there = [key for key in self.claims() if stored.at(key)]
        if there:
            yield f"said it was removed, and left {there}"

    def _of_failure(self, stored: Stored) -> Iterator[str]:
        # It may have got as far as some of the dependents.
        if not stored.at((self.entity, self.key)):
            yield from self._of_success(stored)


@dataclass(repr=False)
class Consume(Call):
    """Consume a nonce that others want to consume too."""

    nonce: str
    rivals: list["Consume"] = field(compare=False)

    async def _make(self, data_access: Any) -> Any:
        return await settle(data_access.OAuthNonce.delete(nonce=self.nonce))

    def claims(self) -> list[Key]:
        return [("OAuthNonce", self.nonce)]

    def complaints(self, stored: Stored) -> Iterator[str]:
        if self.succeeded and self.outcome not in {0, 1}:
            yield f"gave {self.outcome!r}"
        if not self.succeeded and not is_no_answer(self.outcome):
            yield unexpected(self.outcome)
        there = len(stored.at(("OAuthNonce", self.nonce)))
        told = [rival.outcome for rival in self.rivals if rival.succeeded]
        if sum(told) + there > 1:
            yield f"the rivals were told {told}, and {there} are left"
        if sum(told) + there == 0 and not any(rival.in_doubt for rival in self.rivals):
            yield "it is gone, and nobody was told so"


def is_no_answer(outcome: Any) -> bool:
    """Whether a call ended without an answer: there was none, or none that can be read."""
    unreadable = isinstance(outcome, DataAccessError) and outcome.status in range(200, 300)
    return isinstance(outcome, UnavailableError) or unreadable


def unexpected(outcome: BaseException) -> str:
    """Complain of an error that no fault should lead to."""
    return f"ended in {outcome!r}, because of {outcome.__cause__!r}"


def is_as(values: Mapping[str, Any], record: Record) -> bool:
    """Whether a record holds these values."""
    return not list(differences(values, record))


def differences(values: Mapping[str, Any], record: Record) -> Iterator[str]:
    """Say where a record does not hold these values."""
    for name, value in values.items():
        if record.get(name) != value:
            yield f"{name} is {record.get(name)!r} in place of {value!r}"
