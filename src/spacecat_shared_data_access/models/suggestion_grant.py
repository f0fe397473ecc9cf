"""SuggestionGrant: the record that a suggestion was granted for a token."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, ClassVar, Literal, Self
from uuid import UUID

from spacecat_shared_data_access.errors import PostgrestError, ValidationError, wrap_error
from spacecat_shared_data_access.models.arguments import check_texts, check_uuids
from spacecat_shared_data_access.models.base import BaseCollection, BaseModel
from spacecat_shared_data_access.models.base.items import plain_value
from spacecat_shared_data_access.postgrest.filters import encode_in
from spacecat_shared_data_access.postgrest.log_events import LogEvent, log_fields
from spacecat_shared_data_access.postgrest.rows import Row
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.validation import has_text, is_falsy, is_uuid
from spacecat_shared_data_access.schema.values import now, to_jsonable


@dataclass(frozen=True, slots=True)
class GrantStatus:
    """The result of `SuggestionGrantCollection.split_suggestions_by_grant_status`.

    Attributes:
        granted_ids: The IDs of the granted suggestions.
        not_granted_ids: The IDs of the others.
        grant_ids: The IDs of the grants.
    """

    granted_ids: list[str]
    not_granted_ids: list[str]
    grant_ids: list[str]


@dataclass(frozen=True, slots=True)
class Granted:
    """The result of granting suggestions.

    Attributes:
        granted_suggestions: The granted suggestions, as returned by the database.
        success: True.
    """

    granted_suggestions: Any
    success: Literal[True] = True


@dataclass(frozen=True, slots=True)
class Revoked:
    """The result of revoking a grant.

    Attributes:
        revoked_count: The number of suggestions that are no longer granted.
        success: True.
    """

    revoked_count: Any
    success: Literal[True] = True


@dataclass(frozen=True, slots=True)
class NotDone:
    """The result if nothing was granted or revoked.

    Attributes:
        reason: ``no_tokens``, ``rpc_no_result``, or the reason returned by the database.
        success: False.
    """

    reason: str
    success: Literal[False] = False


class SuggestionGrant(BaseModel):
    """A suggestion of a grant. A grant costs one token for any number of suggestions.

    Rows are created and deleted by functions of the database: see `SuggestionGrantCollection`.
    """

    ENTITY_NAME = "SuggestionGrant"

    async def save(self, *, if_unchanged: bool = False) -> Self:
        """Save the changes. See `BaseModel.save`.

        The table has no ``updated_at``, so only this model has the time of the change.
        """
        is_changed = self.patcher.has_updates
        await super().save(if_unchanged=if_unchanged)
        if is_changed:
            self.record["updated_at"] = now()
        return self


class SuggestionGrantCollection(BaseCollection[SuggestionGrant]):
    """The collection of grants."""

    COLLECTION_NAME = "SuggestionGrantCollection"

    # 100 UUIDs make a URL of about 4 KB. Servers accept 8 KB.
    FIND_BY_SUGGESTION_IDS_CHUNK_SIZE: ClassVar[int] = 100

    async def find_by_suggestion_ids(self, suggestion_ids: Sequence[Any] | None = None) -> list[Row]:
        """Find the grants of many suggestions.

        Args:
            suggestion_ids: Any number of UUIDs; 100 are sent per request.

        Returns:
            Rows with ``suggestion_id`` and ``grant_id``. Empty if `suggestion_ids` is not a list.

        Raises:
            ValidationError: An ID is not a UUID.
            DataAccessError: The server rejected the request (``Failed to find grants by suggestion IDs``).
            UnavailableError: The server was not reachable or not available.
        """
        if not isinstance(suggestion_ids, list | tuple):
            return []
        suggestion_ids = plain_value("suggestion_ids", suggestion_ids)
        check_uuids("suggestion_ids", suggestion_ids, self.entity_name)
        size = self.FIND_BY_SUGGESTION_IDS_CHUNK_SIZE
        found: list[Row] = []
        with self.translate_errors("Failed to find grants by suggestion IDs"):
            for start in range(0, len(suggestion_ids), size):
                query = self.table.select("suggestion_id,grant_id")
                chunk = encode_in(suggestion_ids[start : start + size])
                found += await self.read_unordered(query.filter("suggestion_id", "in", chunk))
        return found

    async def split_suggestions_by_grant_status(
        self, suggestion_ids: Sequence[Any] | None = None
    ) -> GrantStatus:
        """Split suggestions into those that are granted and those that are not.

        Args:
            suggestion_ids: Any number of UUIDs. Duplicates and empty ones are ignored.

        Raises:
            ValidationError: ``suggestion_ids`` is not a list.
            DataAccessError: As for `find_by_suggestion_ids`.
        """
        if not isinstance(suggestion_ids, list | tuple):
            raise ValidationError("split_suggestions_by_grant_status: suggestion_ids must be an array")
        ids = list(
            dict.fromkeys(id_ for id_ in plain_value("suggestion_ids", suggestion_ids) if has_text(id_))
        )
        rows = await self.find_by_suggestion_ids(ids)
        granted = {row.get("suggestion_id") for row in rows}
        grants = dict.fromkeys(row.get("grant_id") for row in rows)
        return GrantStatus(
            granted_ids=[id_ for id_ in ids if id_ in granted],
            not_granted_ids=[id_ for id_ in ids if id_ not in granted],
            grant_ids=[grant for grant in grants if grant],
        )

    async def is_suggestion_granted(self, suggestion_id: str | UUID | None = None) -> bool:
        """Return whether a suggestion is granted; False without an ID.

        Raises:
            DataAccessError: As for `find_by_suggestion_ids`.
        """
        suggestion_id = plain_value("suggestion_id", suggestion_id)
        if not has_text(suggestion_id):
            return False
        return bool((await self.split_suggestions_by_grant_status([suggestion_id])).granted_ids)

    async def grant_suggestions(
        self,
        suggestion_ids: Sequence[Any] | None = None,
        site_id: str | UUID | None = None,
        token_type: str | None = None,
    ) -> Granted | NotDone:
        """Grant suggestions for one token of the current cycle, all of them or none.

        Args:
            suggestion_ids: The suggestions' UUIDs.
            site_id: The UUID of the site that has the token.
            token_type: Such as ``grant_cwv``.

        Returns:
            A `Granted`, or a `NotDone` with the reason: ``no_tokens`` if the site has no token left, or
            none was created in this cycle.

        Raises:
            ValidationError: An argument is missing.
            DataAccessError: The server rejected the request
                (``Failed to grant suggestions (wrpc_grant_suggestions)``).
            UnavailableError: The server could not be reached, or the outcome is unknown.
        """
        ids = plain_value("suggestion_ids", suggestion_ids)
        if not isinstance(ids, list) or not all(has_text(id_) for id_ in ids):
            raise ValidationError("grant_suggestions: suggestion_ids must be an array of non-empty strings")
        check_texts("grant_suggestions: site_id is required", plain_value("site_id", site_id))
        if token_type is None or not has_text(plain_value("token_type", token_type)):
            raise ValidationError("grant_suggestions: token_type is required")
        tokens: Any = self.registry.collection_of("Token")
        token = await tokens.find_by_site_id_and_token_type(site_id, token_type)
        if token is None or token.get_remaining() < 1:
            return NotDone("no_tokens")
        with self._rpc_errors("grant_suggestions", "Failed to grant suggestions (wrpc_grant_suggestions)"):
            rows = await self.invoke_grant_suggestions_rpc(ids, site_id, token_type, token.get_cycle())
        row = _first_row(rows)
        if is_falsy(row.get("success")):
            return NotDone(row.get("reason") or "rpc_no_result")
        return Granted(row.get("granted_suggestions"))

    async def revoke_suggestion_grant(self, grant_id: str | UUID | None = None) -> Revoked | NotDone:
        """Revoke a grant: its suggestions are no longer granted, and the site gets the token back.

        Args:
            grant_id: The grant's UUID.

        Raises:
            ValidationError: The ID is missing.
            DataAccessError: The server rejected the request
                (``Failed to revoke suggestion grant (wrpc_revoke_suggestion_grant)``).
            UnavailableError: The server could not be reached, or the outcome is unknown.
        """
        check_texts("revoke_suggestion_grant: grant_id is required", plain_value("grant_id", grant_id))
        failure = "Failed to revoke suggestion grant (wrpc_revoke_suggestion_grant)"
        with self._rpc_errors("revoke_suggestion_grant", failure):
            rows = await self.invoke_revoke_suggestion_grant_rpc(grant_id)
        row = _first_row(rows)
        if is_falsy(row.get("success")):
            return NotDone(row.get("reason") or "rpc_no_result")
        return Revoked(row.get("revoked_count"))

    async def invoke_grant_suggestions_rpc(
        self, suggestion_ids: Sequence[Any], site_id: Any, token_type: str, cycle: str
    ) -> Any:
        """Call the database's function that grants suggestions. Use `grant_suggestions` instead.

        Args:
            suggestion_ids: The suggestions' UUIDs.
            site_id: The site's UUID.
            token_type: Such as ``grant_cwv``.
            cycle: The token's cycle, such as ``2026-07``.

        Returns:
            The rows that the function returns.

        Raises:
            PostgrestError: The server rejected the request.
            NoResponseError: There was no response, so the outcome is unknown.
        """
        arguments = {
            "p_suggestion_ids": suggestion_ids,
            "p_site_id": site_id,
            "p_token_type": token_type,
            "p_cycle": cycle,
        }
        return await self.service.rpc("wrpc_grant_suggestions", to_jsonable(arguments))

    async def invoke_revoke_suggestion_grant_rpc(self, grant_id: str | UUID | None = None) -> Any:
        """Call the database's function that revokes a grant. Use `revoke_suggestion_grant` instead.

        Args:
            grant_id: The grant's UUID.

        Returns:
            The rows that the function returns.

        Raises:
            ValidationError: The ID is missing.
            PostgrestError: The server rejected the request.
            NoResponseError: There was no response, so the outcome is unknown.
        """
        grant_id = plain_value("grant_id", grant_id)
        check_texts("invoke_revoke_suggestion_grant_rpc: grant_id is required", grant_id)
        return await self.service.rpc("wrpc_revoke_suggestion_grant", {"p_grant_id": grant_id})

    @contextmanager
    def _rpc_errors(self, method: str, failure: str) -> Iterator[None]:
        try:
            yield
        except PostgrestError as error:
            self.log.exception(
                "%s: RPC failed",
                method,
                extra=log_fields(
                    LogEvent.CALL_FAILED, entity=self.entity_name, code=error.code, http_status=error.status
                ),
            )
            raise wrap_error(failure, error) from error


def _first_row(rows: Any) -> dict[str, Any]:
    row = rows[0] if isinstance(rows, list) and rows else None
    return row if isinstance(row, dict) else {}


schema = (
    SchemaBuilder(SuggestionGrant, SuggestionGrantCollection)
    # The table has no updated_at and no updated_by.
    .add_attribute("updated_at", type="string", required=True, read_only=True, postgrest_ignore=True)
    .add_attribute("updated_by", type="string", postgrest_ignore=True)
    .add_index(["suggestion_id"], [])
    .add_index(["token_id"], [])
    .add_attribute("suggestion_id", type="string", required=True, read_only=True, validate=is_uuid)
    .add_attribute("grant_id", type="string", required=True, read_only=True, validate=is_uuid)
    .add_attribute("site_id", type="string", required=True, read_only=True, validate=is_uuid)
    .add_attribute("token_id", type="string", required=True, read_only=True, validate=is_uuid)
    .add_attribute("token_type", type="string", required=True, read_only=True)
    .add_attribute("granted_at", type="string", required=True, read_only=True)
    .build()
)
