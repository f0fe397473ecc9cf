"""Delete rows by IDs and keys, many in a request."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from spacecat_shared_data_access.models.base.queries import (
    common_attribute,
    filter_column,
    key_filters,
    key_texts,
)
from spacecat_shared_data_access.postgrest.filters import chunks_of, encode_in, encode_or

if TYPE_CHECKING:
    from spacecat_shared_data_access.postgrest.request import Table
    from spacecat_shared_data_access.postgrest.service import Service
    from spacecat_shared_data_access.schema import Schema


class RowDeleter:
    """Deletes rows of one table. Values that match no row are ignored.

    Args:
        schema: The entity.
        table: Its table.
        service: Sends the requests.

    Raises (each method):
        ValidationError: A key is empty or invalid.
        PostgrestError: The server refused.
        UnavailableError: The server could not be reached or could not respond.
    """

    def __init__(self, schema: Schema, table: Table, service: Service) -> None:
        self._schema = schema
        self._table = table
        self._service = service

    async def having(self, name: str, texts: Iterable[str]) -> None:
        """Delete the rows that have one of several values, up to 50 in a request.

        Args:
            name: The attribute that has one of the values.
            texts: The values, encoded.
        """
        column = filter_column(self._schema, name)
        for chunk in chunks_of(texts):
            await self._service.execute(self._table.delete().filter(column, "in", encode_in(chunk)))

    async def matching(self, keys: Sequence[Mapping[str, Any]]) -> None:
        """Delete the rows that match one of several keys.

        A key has its own request, unless all keys consist of one and the same attribute.

        Args:
            keys: Values by attribute name.
        """
        name = common_attribute(self._schema, keys)
        if name is not None:
            await self.having(name, key_texts(self._schema, name, keys))
        else:
            filters = [key_filters(self._schema, key) for key in keys]
            await self._service.gather([self._delete(each) for each in filters])

    async def matching_in_one_request(self, keys: Sequence[Mapping[str, Any]]) -> None:
        """Delete the rows that match one of several keys, in one request.

        Args:
            keys: Values by attribute name, of the same attributes in all keys; at least one key.
        """
        filters = [key_filters(self._schema, key) for key in keys]
        columns = [column for column, _ in filters[0]]
        values = [[text for _, text in each] for each in filters]
        await self._service.execute(self._table.delete().or_(encode_or(columns, values)))

    async def _delete(self, filters: Iterable[tuple[str, str]]) -> None:
        query = self._table.delete()
        for column, text in filters:
            query = query.filter(column, "eq", text)
        await self._service.execute(query)
