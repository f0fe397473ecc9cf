"""The contents of the database, read directly instead of through the library."""

from collections import defaultdict
from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

import psycopg

from spacecat_shared_data_access.models.base import EntityRegistry
from spacecat_shared_data_access.models.base.record import RowRecord

Record = dict[str, Any]

# The attribute that identifies an entity: a value that the test chooses, unique per entity.
KEYS = {
    "TaskManagementConnection": "external_instance_id",
    "Ticket": "external_ticket_id",
    "TicketSuggestion": "suggestion_id",
    "IdempotencyKey": "key",
    "OAuthNonce": "nonce",
}


class Stored:
    """A snapshot of all entities of `KEYS` in a database.

    Args:
        database_url: The database, with the rights of the owner of the tables.
    """

    def __init__(self, database_url: str) -> None:
        self._records: dict[tuple[str, str], list[Record]] = defaultdict(list)
        with psycopg.connect(database_url) as connection:
            connection.execute("SET TIME ZONE 'UTC'")
            for entity in KEYS:
                schema = EntityRegistry.schema_of(entity)
                query = psycopg.sql.SQL("SELECT to_jsonb(t) FROM {} t").format(
                    psycopg.sql.Identifier(schema.table)
                )
                for (row,) in connection.execute(query):
                    record = dict(RowRecord(SimpleNamespace(schema=schema), row, True))  # type: ignore[arg-type]
                    self._records[self.key(entity, record)].append(record)

    @staticmethod
    def key(entity: str, record: Mapping[str, Any]) -> tuple[str, str]:
        """Return the key of an entity."""
        return entity, record[KEYS[entity]]

    def at(self, key: tuple[str, str]) -> list[Record]:
        """Return the records with a key: one, unless something is wrong."""
        return self._records.get(key, [])

    def one(self, key: tuple[str, str]) -> list[Record]:
        """Return the only record with a key, in a list; raise AssertionError unless there is exactly one."""
        records = self.at(key)
        assert len(records) == 1, f"{key}: {records}"
        return records

    def keys(self) -> set[tuple[str, str]]:
        """Return the keys of all records."""
        return set(self._records)
