"""What the database holds, read directly, without the library's requests."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import psycopg

from spacecat_shared_data_access.models.base import EntityRegistry
from spacecat_shared_data_access.postgrest.records import row_to_record

Record = dict[str, Any]

# What an entity is known by, besides its id: the test chooses it, and no two entities have the same.
KEYS = {
    "TaskManagementConnection": "external_instance_id",
    "Ticket": "external_ticket_id",
    "TicketSuggestion": "suggestion_id",
    "IdempotencyKey": "key",
    "OAuthNonce": "nonce",
}


class Stored:
    """All entities of `KEYS` that a database holds, at the moment of reading.

    Args:
        database_url: As the owner of the tables.
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
                    record = row_to_record(schema, row)
                    self._records[self.key(entity, record)].append(record)

    @staticmethod
    def key(entity: str, record: Mapping[str, Any]) -> tuple[str, str]:
        """What an entity is known by."""
        return entity, record[KEYS[entity]]

    def at(self, key: tuple[str, str]) -> list[Record]:
        """The records that are known by this: one, where all is well."""
        return self._records.get(key, [])

    def one(self, key: tuple[str, str]) -> list[Record]:
        """The one record that is known by this, in a list; raises AssertionError where it is not there."""
        records = self.at(key)
        assert len(records) == 1, f"{key}: {records}"
        return records

    def keys(self) -> set[tuple[str, str]]:
        """All that is there."""
        return set(self._records)
