"""Insert rows, and update one row that its keys identify."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from spacecat_shared_data_access.errors import PostgrestError, ValidationError
from spacecat_shared_data_access.models.base.queries import key_filters
from spacecat_shared_data_access.postgrest import idempotency
from spacecat_shared_data_access.postgrest.filters import encode_value
from spacecat_shared_data_access.postgrest.rows import Row, record_to_row
from spacecat_shared_data_access.schema.attribute import Record

if TYPE_CHECKING:
    from spacecat_shared_data_access.postgrest.request import Table
    from spacecat_shared_data_access.postgrest.service import Service
    from spacecat_shared_data_access.schema import Schema


class RowWriter:
    """Inserts and updates rows of one table.

    Args:
        schema: The entity.
        table: Its table.
        service: Sends the requests.

    Raises (each method):
        ValidationError: A name is not that of an attribute, or a key has no value.
        PostgrestError: The server refused, or returned another number of rows than expected.
        UnavailableError: The server could not be reached or could not respond.
    """

    def __init__(self, schema: Schema, table: Table, service: Service) -> None:
        self._schema = schema
        self._table = table
        self._service = service

    async def insert(self, rows: list[Row]) -> list[Row]:
        """Insert rows in one request.

        Args:
            rows: Values by column name; at least one row.

        Returns:
            The rows as they were stored.
        """
        stored = await idempotency.insert(self._service, self._table, rows, self._schema.key_columns)
        if len(stored) != len(rows):
            raise PostgrestError(f"{len(stored)} rows came back where {len(rows)} were sent")
        return stored

    async def insert_one(
        self, row: Row, *, upsert: bool, on_conflict: str | Sequence[str] | None
    ) -> list[Row]:
        """Insert a row, or update the existing one.

        Args:
            row: Values by column name.
            upsert: Whether to update the row if it exists already.
            on_conflict: The attributes that identify an existing row: the ID by default.

        Returns:
            What was stored.
        """
        if not upsert:
            return await idempotency.insert(self._service, self._table, row, self._schema.key_columns)
        names = [on_conflict or self._schema.id_name] if isinstance(on_conflict, str | None) else on_conflict
        is_list = isinstance(names, list | tuple) and all(isinstance(name, str) for name in names)
        if not names or not is_list:
            raise ValidationError("on_conflict must be an attribute's name, or a list of names")
        columns = ",".join(self._schema.attribute_named(name).stored_name for name in names)
        return await self._service.rows(self._table.upsert(row, on_conflict=columns, read_back=True))

    async def update_one(
        self, keys: Mapping[str, Any], updates: Record, guard: Sequence[tuple[str, str | None]]
    ) -> list[Row]:
        """Update the one row that has these keys.

        Args:
            keys: Values by attribute name.
            updates: New values by Python attribute name, as they are stored.
            guard: Columns and the stored texts that they must have too; None for null.

        Returns:
            The updated row; empty if there is no match. If several rows match, an error is raised and none
            is updated.
        """
        query = self._table.update(record_to_row(self._schema, updates), single=True)
        for column, text in key_filters(self._schema, keys):
            query = query.filter(column, "eq", text)
        for column, stored in guard:
            operator, text = ("is", "null") if stored is None else ("eq", encode_value(stored))
            query = query.filter(column, operator, text)
        rows = await idempotency.update(self._service, query)
        if len(rows) > 1:
            message = f"{len(rows)} rows were changed where the keys should name one"
            raise PostgrestError(message, code=idempotency.NOT_ONE_ROW)
        return rows
