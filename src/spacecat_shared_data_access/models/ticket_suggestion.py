"""TicketSuggestion: the bridge between suggestions and tickets."""

from __future__ import annotations

from collections.abc import Sequence

from spacecat_shared_data_access.models.base import BaseCollection, BaseModel
from spacecat_shared_data_access.models.base.items import plain_value
from spacecat_shared_data_access.postgrest.filters import chunks_of
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.validation import check_list


class TicketSuggestion(BaseModel):
    """One suggestion that went into a ticket.

    Append-only: the database grants no update, and a wrong one is removed and made anew. A suggestion
    is ticketed once (UNIQUE suggestion_id): making a second bridge for it raises ConflictError.
    """

    ENTITY_NAME = "TicketSuggestion"


class TicketSuggestionCollection(BaseCollection[TicketSuggestion]):
    """All bridges."""

    COLLECTION_NAME = "TicketSuggestionCollection"

    async def all_by_suggestion_ids(self, suggestion_ids: Sequence[str]) -> list[TicketSuggestion]:
        """Find which of many suggestions are ticketed, before a ticket is made for them.

        Args:
            suggestion_ids: Any number; duplicates are asked for once. 50 go into one request.

        Returns:
            The bridges that are there, at most one for each suggestion.

        Raises:
            ValidationError: It is no list of strings.
            DataAccessError: As for `all`.
        """
        return await self._all_in("suggestion_id", "suggestion_ids", suggestion_ids)

    async def all_by_ticket_ids(self, ticket_ids: Sequence[str]) -> list[TicketSuggestion]:
        """Find the bridges of many tickets.

        Args:
            ticket_ids: Any number; duplicates are asked for once. 50 go into one request.

        Returns:
            The bridges, in no order across requests.

        Raises:
            ValidationError: It is no list of strings.
            DataAccessError: As for `all`.
        """
        return await self._all_in("ticket_id", "ticket_ids", ticket_ids)

    async def _all_in(self, name: str, argument: str, ids: Sequence[str]) -> list[TicketSuggestion]:
        ids = plain_value(argument, ids)
        check_list(argument, ids, self.COLLECTION_NAME)
        chunks = chunks_of(dict.fromkeys(ids))
        found = await self.service.gather([self._all_of(name, chunk) for chunk in chunks])
        return [bridge for bridges in found for bridge in bridges]

    async def _all_of(self, name: str, ids: list[str]) -> list[TicketSuggestion]:
        return await self._models(where=lambda attrs, op: op.in_(getattr(attrs, name), ids))


schema = (
    SchemaBuilder(TicketSuggestion, TicketSuggestionCollection)
    .allow_updates(False)
    # The table is append-only: it has no updated_at and no updated_by.
    .add_attribute("updated_at", type="string", read_only=True, postgrest_ignore=True)
    .add_attribute("updated_by", type="string", postgrest_ignore=True)
    .add_reference("belongs_to", "Ticket", ["created_at"])
    .add_attribute("suggestion_id", type="string", required=True, read_only=True)
    .add_attribute("opportunity_id", type="string", required=True, read_only=True)
    .add_attribute("created_by", type="string", required=True, read_only=True)
    .add_index(["suggestion_id"], [])
    .build()
)
