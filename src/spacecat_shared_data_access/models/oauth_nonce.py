"""OAuthNonce: a single-use value that protects an OAuth flow against replay."""

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
    """A nonce of an OAuth flow: issued as ``state``, consumed once when the provider calls back.

    Append-only: the database grants no update. The nonce itself never appears in a log line or an error.
    """

    ENTITY_NAME = "OAuthNonce"


class OAuthNonceCollection(BaseCollection[OAuthNonce]):
    """The collection of nonces."""

    COLLECTION_NAME = "OAuthNonceCollection"

    async def issue(self, ttl: float = 600) -> OAuthNonce:
        """Create a nonce that cannot be guessed.

        Args:
            ttl: How long it is valid, in seconds.

        Returns:
            The stored nonce. Send its `get_nonce` as ``state``.

        Raises:
            ValidationError: ``ttl`` is not a positive number.
            DataAccessError: The server rejected the request (``Failed to create``).
            UnavailableError: The server could not be reached, or the outcome is unknown.
        """
        nonce = secrets.token_urlsafe(_NONCE_BYTES)
        return await self.create({"nonce": nonce, "expires_at": expires_in(ttl)})

    async def consume(self, nonce: str) -> bool:
        """Consume a nonce and return whether it was valid. Same as `delete`, with a boolean result.

        Args:
            nonce: The nonce that the provider sent back.

        Returns:
            Whether it was valid. If several callers consume it at the same time, one of them gets True.

        Raises:
            ValidationError: The nonce is not a non-empty string.
            DataAccessError: As for `delete`. The nonce must then be treated as invalid.
        """
        return await self.delete(nonce=nonce) == 1

    async def delete(self, keys: Mapping[str, str] | None = None, *, nonce: str | None = None) -> int:
        """Consume a nonce: delete it in one request, unless it has expired.

        If several callers consume the same nonce at the same time, one of them gets 1. An expired nonce is
        not accepted even if its row still exists.

        Args:
            keys: ``{"nonce": …}``, as in the original; or use the keyword.
            nonce: The nonce.

        Returns:
            1 if the nonce was valid and is now consumed; 0 if it is unknown, consumed or expired.

        Raises:
            ValidationError: The nonce is missing or passed twice, or ``keys`` has another key, which the
                request would not filter by.
            DataAccessError: The server rejected the request (``Failed to consume OAuth nonce``). The nonce
                must then be treated as invalid.
            UnavailableError: The server could not be reached, or the outcome is unknown. The same applies.
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
        with self.translate_errors("Failed to consume OAuth nonce"):
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
