"""OAuthNonce: a single-use value against replay."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Final

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.base import BaseCollection, BaseModel
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.validation import has_text, is_iso_date
from spacecat_shared_data_access.schema.values import expires_in, now

_NONCE_BYTES: Final = 32


class OAuthNonce(BaseModel):
    """One nonce of an OAuth flow: issued as ``state``, consumed once when the provider calls back.

    Append-only: the database grants no update. The nonce itself never shows in a log line or an error.
    """

    ENTITY_NAME = "OAuthNonce"


class OAuthNonceCollection(BaseCollection[OAuthNonce]):
    """All nonces."""

    COLLECTION_NAME = "OAuthNonceCollection"

    async def issue(self, ttl: float = 600) -> OAuthNonce:
        """Create a nonce that cannot be guessed.

        Args:
            ttl: Seconds for which it is valid.

        Returns:
            The stored nonce; `get_nonce` is the text to send as ``state``.

        Raises:
            ValidationError: ``ttl`` is not a positive number.
            DataAccessError: The server refused (``Failed to create``).
            UnavailableError: The server could not be reached, or the outcome is unknown.
        """
        nonce = secrets.token_urlsafe(_NONCE_BYTES)
        return await self.create({"nonce": nonce, "expires_at": expires_in(ttl)})

    async def consume(self, nonce: str) -> bool:
        """Consume a nonce: `delete` with a plain answer.

        Args:
            nonce: The nonce that came back.

        Returns:
            Whether it was valid. Of several callers who consume it at once, one gets True.

        Raises:
            ValidationError: The nonce is not a non-empty string.
            DataAccessError: As for `delete`. The nonce then must not be taken for valid.
        """
        return await self.delete(nonce=nonce) == 1

    async def delete(self, keys: Mapping[str, str] | None = None, *, nonce: str | None = None) -> int:
        """Consume a nonce: remove it in one request, and only where it has not expired.

        Of several who consume the same nonce at once, one gets 1. An expired nonce is refused even while
        its row is still there.

        Args:
            keys: ``{"nonce": …}``, as in the original; or use the keyword.
            nonce: The nonce.

        Returns:
            1 where the nonce was valid and is consumed now; 0 where it is unknown, consumed or expired.

        Raises:
            ValidationError: There is no nonce, it is given twice, or there is another key: a condition
                that the request would leave out.
            DataAccessError: The server refused (``Failed to consume OAuth nonce``). The nonce then
                must not be taken for valid.
            UnavailableError: The server could not be reached, or the outcome is unknown: as above.
        """
        if keys is not None and nonce is not None:
            raise ValidationError("the nonce is given twice")
        if isinstance(keys, Mapping):
            if keys.keys() - {"nonce"}:
                raise ValidationError("delete takes a nonce and no other key")
            nonce = keys.get("nonce")
        if not isinstance(nonce, str) or not has_text(nonce):
            raise ValidationError("nonce is required and must be a non-empty string")
        query = self.table.delete(read_back="*").eq("nonce", nonce).gt("expires_at", now())
        with self._translate_errors("Failed to consume OAuth nonce"):
            return len(await self.service.rows(query))


schema = (
    SchemaBuilder(OAuthNonce, OAuthNonceCollection)
    .allow_updates(False)
    # The table is append-only: it has no updated_at and no updated_by.
    .add_attribute("updated_at", type="string", read_only=True, postgrest_ignore=True)
    .add_attribute("updated_by", type="string", postgrest_ignore=True)
    .add_attribute("nonce", type="string", required=True, read_only=True, secret=True)
    .add_attribute("expires_at", type="string", required=True, validate=is_iso_date)
    .add_index(["nonce"], [])
    .build()
)
