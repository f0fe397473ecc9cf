"""Calls of the library, each with the state that it must leave in the database despite injected faults.

A call that succeeds has taken effect exactly once and completely. A call that raises `UnavailableError`, or
the error for an unreadable response, may have taken effect, but neither partially nor twice; if the error is
not `in_doubt`, it has not taken effect. Any other outcome is a complaint.
"""

import time
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from chaos.stored import Record, Stored
from integration.sync_async import maybe_await
from spacecat_shared_data_access import ConflictError, DataAccessError, UnavailableError

Key = tuple[str, str]
"""An entity's name and the value that identifies it: see `stored.KEYS`."""


@dataclass(kw_only=True, repr=False)
class Call(ABC):
    """One call.

    Attributes:
        outcome: The result or the exception.
        seconds: The duration.
    """

    outcome: Any = field(default=None, init=False)
    seconds: float = field(default=0.0, init=False)

    # The number of requests that the library sends for it, one after the other.
    requests = 1

    async def make(self, data_access: Any) -> None:
        """Make the call, and store its outcome and duration."""
        started = time.monotonic()
        try:
            self.outcome = await self._make(data_access)
        except Exception as error:  # noqa: BLE001 - checked later
            self.outcome = error
        self.seconds = time.monotonic() - started

    def __repr__(self) -> str:
        return f"{type(self).__name__} {self.claims()[0]}: {self.verdict}"

    @property
    def succeeded(self) -> bool:
        return not isinstance(self.outcome, BaseException)

    @property
    def verdict(self) -> str:
        """The outcome as text, for the report."""
        if self.succeeded:
            return "success"
        root = self.outcome
        while root.__cause__ is not None:
            root = root.__cause__
        why = f"HTTP {root.status}" if isinstance(root, DataAccessError) else type(root).__name__
        return f"{type(self.outcome).__name__}, {why}"

    @abstractmethod
    def complaints(self, stored: Stored) -> Iterator[str]:
        """Yield what is wrong with the outcome, or with the stored rows given that outcome."""

    @abstractmethod
    def claims(self) -> list[Key]:
        """Return the keys of the rows that it may have stored."""

    def request_texts(self) -> list[str]:
        """Return texts that identify its requests."""
        return [key for _, key in self.claims()]

    @property
    def in_doubt(self) -> bool:
        """Whether it failed but may have taken effect."""
        return not self.succeeded and bool(getattr(self.outcome, "in_doubt", True))

    @abstractmethod
    async def _make(self, data_access: Any) -> Any:
        """Make the call."""


class Change(Call):
    """A call that changes the database exactly once and completely, or fails."""

    def complaints(self, stored: Stored) -> Iterator[str]:
        if self.succeeded:
            yield from self._of_success(stored)
        elif is_no_response(self.outcome):
            yield from self._of_failure(stored)
        else:
            yield unexpected(self.outcome)

    @abstractmethod
    def _of_success(self, stored: Stored) -> Iterator[str]:
        """Yield what is wrong after a success."""

    @abstractmethod
    def _of_failure(self, stored: Stored) -> Iterator[str]:
        """Yield what is wrong after an error that means that there was no response."""


@dataclass(repr=False)
class Create(Change):
    """Create one entity; upsert it by the attributes in `on_conflict` if there are any."""

    entity: str
    item: Mapping[str, Any]
    on_conflict: Sequence[str] | None = None

    async def _make(self, data_access: Any) -> Any:
        upsert = {} if self.on_conflict is None else {"upsert": True, "on_conflict": self.on_conflict}
        return await maybe_await(getattr(data_access, self.entity).create(self.item, **upsert))

    def claims(self) -> list[Key]:
        return [Stored.key(self.entity, self.item)]

    def _of_success(self, stored: Stored) -> Iterator[str]:
        rows = stored.at(self.claims()[0])
        if len(rows) != 1:
            yield f"succeeded, but {len(rows)} rows are stored"
        for row in rows:
            yield from differences(self.item, row)
            if self.outcome.record != row:
                yield f"returned {self.outcome.record}, but stored {row}"

    def _of_failure(self, stored: Stored) -> Iterator[str]:
        rows = stored.at(self.claims()[0])
        if len(rows) > self.in_doubt:
            yield f"failed, in doubt: {self.in_doubt}, but {len(rows)} rows are stored"
        for row in rows:
            yield from differences(self.item, row)


@dataclass(repr=False)
class CreateAgain(Call):
    """Create an entity that already exists: a conflict, however often it is sent."""

    entity: str
    item: Mapping[str, Any]

    async def _make(self, data_access: Any) -> Any:
        return await maybe_await(getattr(data_access, self.entity).create(self.item))

    def claims(self) -> list[Key]:
        return [Stored.key(self.entity, self.item)]

    def complaints(self, stored: Stored) -> Iterator[str]:
        if not isinstance(self.outcome, ConflictError) and not is_no_response(self.outcome):
            yield f"ended in {self.outcome!r}, although the entity existed"
        if len(stored.at(self.claims()[0])) != 1:
            yield "the existing entity is not stored exactly once"


@dataclass(repr=False)
class CreateMany(Change):
    """Create several entities in one request: all or none."""

    entity: str
    items: Sequence[Mapping[str, Any]]

    async def _make(self, data_access: Any) -> Any:
        return await maybe_await(getattr(data_access, self.entity).create_many(self.items))

    def claims(self) -> list[Key]:
        return [Stored.key(self.entity, item) for item in self.items]

    def _of_success(self, stored: Stored) -> Iterator[str]:
        given = [model.record for model in self.outcome.created_items]
        if len(given) != len(self.items):
            yield f"returned {len(given)} of {len(self.items)}"
        for item, key, record in zip(self.items, self.claims(), given, strict=False):
            rows = stored.at(key)
            if rows != [record]:
                yield f"returned {record}, but stored {rows}"
            yield from differences(item, record)

    def _of_failure(self, stored: Stored) -> Iterator[str]:
        there = [len(stored.at(key)) for key in self.claims()]
        if set(there) not in ({0}, {1}) or (there[0] and not self.in_doubt):
            yield f"failed, in doubt: {self.in_doubt}, but stored {there} rows"


@dataclass(repr=False)
class Save(Change):
    """Read an entity, change several attributes, and save them."""

    entity: str
    key: str
    id: str
    before: Mapping[str, Any]
    changes: Mapping[str, Any]
    requests = 2

    async def _make(self, data_access: Any) -> Any:
        model = await maybe_await(getattr(data_access, self.entity).find_by_id(self.id))
        for name, value in self.changes.items():
            getattr(model, f"set_{name}")(value)
        return await maybe_await(model.save())

    def claims(self) -> list[Key]:
        return [(self.entity, self.key)]

    def request_texts(self) -> list[str]:
        return [self.key, self.id]

    def _of_success(self, stored: Stored) -> Iterator[str]:
        rows = stored.at((self.entity, self.key))
        if rows != [self.outcome.record]:
            yield f"returned {self.outcome.record}, but stored {rows}"
        for row in rows:
            yield from differences(self.changes, row)

    def _of_failure(self, stored: Stored) -> Iterator[str]:
        rows = stored.at((self.entity, self.key))
        if len(rows) != 1 or (not matches(self.before, rows[0]) and not matches(self.changes, rows[0])):
            yield f"failed, but stored {rows}"


@dataclass(repr=False)
class SaveMany(Change):
    """Read several models, change one attribute of each, and save them in one request."""

    entity: str
    keys: Sequence[str]
    ids: Sequence[str]
    before: Mapping[str, Any]
    changes: Mapping[str, Any]
    requests = 2

    async def _make(self, data_access: Any) -> Any:
        collection = getattr(data_access, self.entity)
        found = await maybe_await(
            collection.batch_get_by_keys([{collection.schema.id_name: id_} for id_ in self.ids])
        )
        for model in found.data:
            for name, value in self.changes.items():
                getattr(model, f"set_{name}")(value)
        await maybe_await(collection.save_many(found.data))
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
        if not all(matches(self.before, row) for row in rows) and not all(
            matches(self.changes, row) for row in rows
        ):
            yield "failed, but changed some of them"


@dataclass(repr=False)
class Remove(Change):
    """Read an entity and remove it with its children."""

    entity: str
    key: str
    id: str
    children: Sequence[Key]
    requests = 4  # read it, read and delete its children, delete it

    async def _make(self, data_access: Any) -> Any:
        model = await maybe_await(getattr(data_access, self.entity).find_by_id(self.id))
        return await maybe_await(model.remove())

    def claims(self) -> list[Key]:
        return [(self.entity, self.key), *self.children]

    def request_texts(self) -> list[str]:
        return [self.key, self.id]

    def _of_success(self, stored: Stored) -> Iterator[str]:
        there = [key for key in self.claims() if stored.at(key)]
        if there:
            yield f"succeeded, but {there} are stored"

    def _of_failure(self, stored: Stored) -> Iterator[str]:
        # Some of the children may have been deleted.
        if not stored.at((self.entity, self.key)):
            yield from self._of_success(stored)


@dataclass(repr=False)
class Consume(Call):
    """Consume a nonce that other calls try to consume too."""

    nonce: str
    rivals: list["Consume"] = field(compare=False)

    async def _make(self, data_access: Any) -> Any:
        return await maybe_await(data_access.OAuthNonce.delete(nonce=self.nonce))

    def claims(self) -> list[Key]:
        return [("OAuthNonce", self.nonce)]

    def complaints(self, stored: Stored) -> Iterator[str]:
        if self.succeeded and self.outcome not in {0, 1}:
            yield f"returned {self.outcome!r}"
        if not self.succeeded and not is_no_response(self.outcome):
            yield unexpected(self.outcome)
        there = len(stored.at(("OAuthNonce", self.nonce)))
        counts = [rival.outcome for rival in self.rivals if rival.succeeded]
        if sum(counts) + there > 1:
            yield f"the rivals consumed {counts}, and {there} are stored"
        if sum(counts) + there == 0 and not any(rival.in_doubt for rival in self.rivals):
            yield "it was deleted, but no call consumed it"


def is_no_response(outcome: Any) -> bool:
    """Return whether a call ended without a response, or with one that cannot be read."""
    unreadable = isinstance(outcome, DataAccessError) and outcome.status in range(200, 300)
    return isinstance(outcome, UnavailableError) or unreadable


def unexpected(outcome: BaseException) -> str:
    """Return a complaint about an error that no fault should cause."""
    return f"ended in {outcome!r}, because of {outcome.__cause__!r}"


def matches(values: Mapping[str, Any], record: Record) -> bool:
    """Return whether a record has these values."""
    return not list(differences(values, record))


def differences(values: Mapping[str, Any], record: Record) -> Iterator[str]:
    """Yield where a record does not have these values."""
    for name, value in values.items():
        if record.get(name) != value:
            yield f"{name} is {record.get(name)!r} instead of {value!r}"
