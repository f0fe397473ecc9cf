"""Token: the number of grants that a site may still make in a cycle."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, Unpack
from uuid import UUID

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.arguments import check_texts
from spacecat_shared_data_access.models.base import BaseCollection, BaseModel, Page
from spacecat_shared_data_access.models.base.items import plain_value
from spacecat_shared_data_access.models.base.queries import Options
from spacecat_shared_data_access.models.find_or_create import create_or_find
from spacecat_shared_data_access.models.token_grants import TOKEN_GRANTS
from spacecat_shared_data_access.postgrest.where import all_of
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.validation import has_text, is_number, is_uuid


class Token(BaseModel):
    """The tokens of a type that a site has in a cycle: the total, and how many are used.

    A grant uses one token for any number of suggestions. UNIQUE (site_id, token_type, cycle).
    """

    ENTITY_NAME = "Token"

    def get_remaining(self) -> float:
        """Return the number of tokens that are left, 0 or more."""
        left = _count(self.record.get("total")) - _count(self.record.get("used"))
        return max(0, left)


class TokenCollection(BaseCollection[Token]):
    """The collection of tokens."""

    COLLECTION_NAME = "TokenCollection"

    async def find_last_created_by_site_id_and_token_type(
        self, site_id: str | UUID | None = None, token_type: str | None = None
    ) -> Token | None:
        """Find the tokens of a site and type in the latest cycle that has any.

        Args:
            site_id: The site's UUID.
            token_type: Such as ``grant_cwv``.

        Raises:
            ValidationError: An argument is missing.
            DataAccessError: As for `all`.
        """
        keys = _keys("find_last_created_by_site_id_and_token_type", site_id, token_type)
        return await self.find_by_index_keys(keys, order="desc")

    async def find_by_site_id_and_token_type(
        self,
        site_id: str | UUID | None = None,
        token_type: str | None = None,
        *,
        create_if_not_found: bool = False,
        total: Any = None,
    ) -> Token | None:
        """Find the tokens of a site and type in the current cycle (the month, in UTC).

        Args:
            site_id: The site's UUID.
            token_type: Such as ``grant_cwv``.
            create_if_not_found: Whether to create them if there are none. If several callers do so at the
                same time, one creates them and the others find them.
            total: The number of tokens to create, at least 1 and at most the number that the type grants
                per cycle. The default is that number.

        Returns:
            The tokens that were found or created, or None.

        Raises:
            ValidationError: The site ID or the type is missing, the type is not in `TOKEN_GRANTS`, or the
                total is not a number.
            DataAccessError: As for `all` and `create`.
        """
        name = "find_by_site_id_and_token_type"
        keys = _keys(name, site_id, token_type)
        grant = TOKEN_GRANTS.get(keys["token_type"])
        if grant is None:
            raise ValidationError(
                f"TokenCollection.{name}: no token grant config for token_type: {keys['token_type']}"
            )
        keys["cycle"] = grant.current_cycle
        found = await self.find_by_index_keys(keys)
        if found is not None or create_if_not_found is not True:
            return found
        limit = grant.tokens_per_cycle
        total = limit if total is None else max(1, min(_number(total), limit))
        return await create_or_find(self.create({**keys, "total": total, "used": 0}), self, keys)

    async def all_by_site_id(
        self,
        site_id: str | UUID | None = None,
        *,
        token_types: Sequence[str] | None = None,
        cycle: str | None = None,
        **options: Unpack[Options],
    ) -> list[Token] | Token | Page[Token] | None:
        """Find the tokens of a site.

        Args:
            site_id: The site's UUID.
            token_types: The types to find, at least one. The default is all types.
            cycle: The cycle, such as ``2026-07``. The default is all cycles.
            **options: As for `all`.

        Returns:
            As for `all`.

        Raises:
            ValidationError: The site ID is missing, or the types or the cycle are empty.
            DataAccessError: As for `all`.
        """
        site_id, cycle = plain_value("site_id", site_id), plain_value("cycle", cycle)
        types = plain_value("token_types", token_types)
        check_texts("TokenCollection.all_by_site_id: site_id is required", site_id)
        if types is not None:
            if not isinstance(types, list) or not types or not all(map(has_text, types)):
                raise ValidationError(
                    "TokenCollection.all_by_site_id: "
                    "token_types must be a non-empty array of strings when provided"
                )
            options["where"] = all_of(lambda attrs, op: op.in_(attrs.token_type, types), options.get("where"))
        keys = {"site_id": site_id}
        if cycle is not None:
            check_texts(
                "TokenCollection.all_by_site_id: cycle must be a non-empty string when provided", cycle
            )
            keys["cycle"] = cycle
        return await self.all(keys, **options)


def _keys(method: str, site_id: Any, token_type: Any) -> dict[str, str]:
    keys = {"site_id": plain_value("site_id", site_id), "token_type": plain_value("token_type", token_type)}
    check_texts(f"TokenCollection.{method}: site_id and token_type are required", *keys.values())
    return keys


def _count(value: Any) -> float:
    return value if is_number(value) else 0


def _number(value: Any) -> float:
    try:
        number = float(value)
    except (TypeError, ValueError):
        number = math.nan
    if math.isnan(number):
        raise ValidationError("total must be a number")
    return int(number) if number.is_integer() else number


schema = (
    SchemaBuilder(Token, TokenCollection)
    .add_index(["site_id", "token_type"], ["cycle"])
    .add_attribute("site_id", type="string", required=True, read_only=True, validate=is_uuid)
    .add_attribute("token_type", type="string", required=True)
    .add_attribute("cycle", type="string", required=True, read_only=True)
    .add_attribute("total", type="number", required=True, read_only=True)
    .add_attribute("used", type="number", required=True, default=0)
    .build()
)
