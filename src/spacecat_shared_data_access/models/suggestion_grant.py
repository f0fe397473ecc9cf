"""SuggestionGrant: the record that a suggestion was paid for with a token."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Literal, Self
from uuid import UUID

from spacecat_shared_data_access.errors import PostgrestError, ValidationError, wrap_error
from spacecat_shared_data_access.models.base import BaseCollection, BaseModel
from spacecat_shared_data_access.models.base.items import plain_value
from spacecat_shared_data_access.postgrest.filters import encode_in
from spacecat_shared_data_access.postgrest.records import Row
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.validation import has_text, is_falsy, is_uuid
from spacecat_shared_data_access.schema.values import now, to_jsonable


@dataclass(frozen=True, slots=True)
class GrantStatus:
    """Which of some suggestions are granted.

    Attributes:
        granted_ids: Those that are.
        not_granted_ids: Those that are not.
        grant_ids: The grants by which they are.
    """

    granted_ids: list[str]
    not_granted_ids: list[str]
    grant_ids: list[str]


@dataclass(frozen=True, slots=True)
class Granted:
    """Suggestions were granted.

    Attributes:
        granted_suggestions: What the database says was granted.
        success: True.
    """

    granted_suggestions: Any
    success: Literal[True] = True


@dataclass(frozen=True, slots=True)
class Revoked:
    """A grant was revoked.

    Attributes:
        revoked_count: How many suggestions are no longer granted.
        success: True.
    """

    revoked_count: Any
    success: Literal[True] = True


@dataclass(frozen=True, slots=True)
class NotDone:
    """Nothing was granted, or nothing revoked.

    Attributes:
        reason: Why not: ``no_tokens``, ``rpc_no_result``, or what the database says.
        success: False.
    """

    reason: str
    success: Literal[False] = False


class SuggestionGrant(BaseModel):
    """One suggestion of a grant. A grant costs one token, however many suggestions it is for.

    Rows are written by the database's own functions only: see `SuggestionGrantCollection`.
    """

    ENTITY_NAME = "SuggestionGrant"

    async def save(self, *, if_unchanged: bool = False) -> Self:
        """Store what was set since the model was read or saved. See `BaseModel.save`.

        The table keeps no time of the last change: it is told by this very model only.
        """
        is_changed = self.patcher.has_updates
        await super().save(if_unchanged=if_unchanged)
        if is_changed:
            self.record["updated_at"] = now()
        return self


class SuggestionGrantCollection(BaseCollection[SuggestionGrant]):
    """All grants."""

    COLLECTION_NAME = "SuggestionGrantCollection"

    # 100 UUIDs make an address of some 4 KB, of the 8 KB that servers take.
    FIND_BY_SUGGESTION_IDS_CHUNK_SIZE: ClassVar[int] = 100

    async def find_by_suggestion_ids(self, suggestion_ids: Sequence[Any] | None = None) -> list[Row]:
        """Find the grants of many suggestions.

        Args:
            suggestion_ids: Any number of UUIDs; 100 go into one request.

        Returns:
            Rows with ``suggestion_id`` and ``grant_id``; none where there is no list of ids.

        Raises:
            DataAccessError: The server refused (``Failed to find grants by suggestion IDs``).
            UnavailableError: The server could not be reached or could not answer.
        """
        if not isinstance(suggestion_ids, list | tuple):
            return []
        suggestion_ids = plain_value("suggestion_ids", suggestion_ids)
        size = self.FIND_BY_SUGGESTION_IDS_CHUNK_SIZE
        found: list[Row] = []
        with self._translate_errors("Failed to find grants by suggestion IDs"):
            for start in range(0, len(suggestion_ids), size):
                query = self.table.select("suggestion_id,grant_id")
                chunk = encode_in(suggestion_ids[start : start + size])
                found += await self._rows_of_all_pages(query.filter("suggestion_id", "in", chunk))
        return found

    async def split_suggestions_by_grant_status(
        self, suggestion_ids: Sequence[Any] | None = None
    ) -> GrantStatus:
        """Tell which of some suggestions are granted.

        Args:
            suggestion_ids: Any number of UUIDs. Duplicates and empty ones are left out.

        Raises:
            ValidationError: It is no list.
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
        """Tell whether a suggestion is granted; without an id it is not. Raises as the split does."""
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
        """Grant suggestions for one token of the present cycle, all of them or none.

        Args:
            suggestion_ids: UUIDs; one token is for all of them.
            site_id: The UUID of the site whose tokens they are.
            token_type: Such as ``grant_cwv``.

        Returns:
            Whether they are granted, and why not: a site that has no token left, or none at all for
            this cycle, answers ``no_tokens``.

        Raises:
            ValidationError: One of the arguments is missing.
            DataAccessError: The server refused
                (``Failed to grant suggestions (wrpc_grant_suggestions)``).
            UnavailableError: The server could not be reached, or the outcome is unknown.
        """
        ids = plain_value("suggestion_ids", suggestion_ids)
        if not isinstance(ids, list) or not all(has_text(id_) for id_ in ids):
            raise ValidationError("grant_suggestions: suggestion_ids must be an array of non-empty strings")
        if not has_text(plain_value("site_id", site_id)):
            raise ValidationError("grant_suggestions: site_id is required")
        if token_type is None or not has_text(plain_value("token_type", token_type)):
            raise ValidationError("grant_suggestions: token_type is required")
        tokens: Any = self.registry.collection_of("Token")
        token = await tokens.find_by_site_id_and_token_type(site_id, token_type)
        if token is None or token.get_remaining() < 1:
            return NotDone("no_tokens")
        try:
            answer = await self.invoke_grant_suggestions_rpc(ids, site_id, token_type, token.get_cycle())
        except PostgrestError as error:
            self.log.exception("grant_suggestions: RPC failed")
            raise wrap_error("Failed to grant suggestions (wrpc_grant_suggestions)", error) from error
        row = _first_row(answer)
        if is_falsy(row.get("success")):
            return NotDone(row.get("reason") or "rpc_no_result")
        return Granted(row.get("granted_suggestions"))

    async def revoke_suggestion_grant(self, grant_id: str | UUID | None = None) -> Revoked | NotDone:
        """Revoke a grant: its suggestions are granted no longer, and the token is given back.

        Args:
            grant_id: The grant's UUID.

        Raises:
            ValidationError: There is no id.
            DataAccessError: The server refused
                (``Failed to revoke suggestion grant (wrpc_revoke_suggestion_grant)``).
            UnavailableError: The server could not be reached, or the outcome is unknown.
        """
        if not has_text(plain_value("grant_id", grant_id)):
            raise ValidationError("revoke_suggestion_grant: grant_id is required")
        try:
            answer = await self.invoke_revoke_suggestion_grant_rpc(grant_id)
        except PostgrestError as error:
            self.log.exception("revoke_suggestion_grant: RPC failed")
            message = "Failed to revoke suggestion grant (wrpc_revoke_suggestion_grant)"
            raise wrap_error(message, error) from error
        row = _first_row(answer)
        if is_falsy(row.get("success")):
            return NotDone(row.get("reason") or "rpc_no_result")
        return Revoked(row.get("revoked_count"))

    async def invoke_grant_suggestions_rpc(
        self, suggestion_ids: Sequence[Any], site_id: Any, token_type: str, cycle: str
    ) -> Any:
        """Call the database's function that grants suggestions. Use `grant_suggestions`.

        Args:
            suggestion_ids: UUIDs.
            site_id: The site's UUID.
            token_type: Such as ``grant_cwv``.
            cycle: The token's cycle, such as ``2026-07``.

        Returns:
            What the function gives: rows.

        Raises:
            PostgrestError: The server refused.
            NoResponseError: There was no answer, so that the outcome is unknown.
        """
        arguments = {
            "p_suggestion_ids": suggestion_ids,
            "p_site_id": site_id,
            "p_token_type": token_type,
            "p_cycle": cycle,
        }
        return await self.service.rpc("wrpc_grant_suggestions", to_jsonable(arguments))

    async def invoke_revoke_suggestion_grant_rpc(self, grant_id: str | UUID | None = None) -> Any:
        """Call the database's function that revokes a grant. Use `revoke_suggestion_grant`.

        Args:
            grant_id: The grant's UUID.

        Returns:
            What the function gives: rows.

        Raises:
            ValidationError: There is no id.
            PostgrestError: The server refused.
            NoResponseError: There was no answer, so that the outcome is unknown.
        """
        grant_id = plain_value("grant_id", grant_id)
        if not has_text(grant_id):
            raise ValidationError("invoke_revoke_suggestion_grant_rpc: grant_id is required")
        return await self.service.rpc("wrpc_revoke_suggestion_grant", {"p_grant_id": grant_id})


def _first_row(answer: Any) -> dict[str, Any]:
    row = answer[0] if isinstance(answer, list) and answer else None
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
