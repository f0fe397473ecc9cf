"""TicketSuggestion: a link between a suggestion and a ticket."""

from __future__ import annotations

from collections.abc import Sequence

from spacecat_shared_data_access.models.arguments import check_uuids
from spacecat_shared_data_access.models.base import BaseCollection, BaseModel
from spacecat_shared_data_access.models.base.items import plain_value
from spacecat_shared_data_access.postgrest.filters import chunks_of
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.validation import check_list


class TicketSuggestion(BaseModel):
    """A suggestion that a ticket was created for.

    Append-only: the database grants no update. Remove and create a link to correct it. A suggestion has at
    most one ticket (UNIQUE suggestion_id): creating a second link for it raises ConflictError.
    """

    ENTITY_NAME = "TicketSuggestion"


class TicketSuggestionCollection(BaseCollection[TicketSuggestion]):
    """The collection of links."""

    COLLECTION_NAME = "TicketSuggestionCollection"

    async def all_by_suggestion_ids(self, suggestion_ids: Sequence[str]) -> list[TicketSuggestion]:
        """Find the links of suggestions, to see which already have a ticket.

        Args:
            suggestion_ids: Any number of IDs; duplicates are ignored. 50 are sent per request.

        Returns:
            The links, at most one for each suggestion, in no particular order.

        Raises:
            ValidationError: ``suggestion_ids`` is not a list of strings.
            DataAccessError: As for `all`.
        """
        return await self._all_in("suggestion_id", "suggestion_ids", suggestion_ids)

    async def all_by_ticket_ids(self, ticket_ids: Sequence[str]) -> list[TicketSuggestion]:
        """Find the links of tickets.

        Args:
            ticket_ids: Any number of IDs; duplicates are ignored. 50 are sent per request.

        Returns:
            The links, in no particular order.

        Raises:
            ValidationError: ``ticket_ids`` is not a list of UUIDs.
            DataAccessError: As for `all`.
        """
        ids = plain_value("ticket_ids", ticket_ids)
        check_list("ticket_ids", ids, self.COLLECTION_NAME)
        check_uuids("ticket_ids", ids, self.COLLECTION_NAME)
        return await self._all_in("ticket_id", "ticket_ids", ids)

    async def _all_in(self, name: str, argument: str, ids: Sequence[str]) -> list[TicketSuggestion]:
        ids = plain_value(argument, ids)
        check_list(argument, ids, self.COLLECTION_NAME)
        chunks = chunks_of(dict.fromkeys(ids))
        found = await self.service.gather([self._all_of(name, chunk) for chunk in chunks])
        return [link for links in found for link in links]

    async def _all_of(self, name: str, ids: list[str]) -> list[TicketSuggestion]:
        return await self.list_models(where=lambda attrs, op: op.in_(getattr(attrs, name), ids))


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
