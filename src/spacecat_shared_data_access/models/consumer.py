"""Consumer: an external service that may call the services, and its capabilities."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, ClassVar, NoReturn, Self, cast

from spacecat_shared_data_access.errors import DataAccessError, ValidationError
from spacecat_shared_data_access.models.arguments import check_texts
from spacecat_shared_data_access.models.base import BaseCollection, BaseModel
from spacecat_shared_data_access.models.base.items import plain_values
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.naming import decapitalize
from spacecat_shared_data_access.schema.validation import is_iso_date, matches, optional
from spacecat_shared_data_access.schema.values import js_str, now


class Consumer(BaseModel):
    """One consumer, identified by the client ID of its technical account.

    A capability is a pair of an entity and an operation, such as ``site:read``. `create` and `save` validate the
    capabilities; `save_many` and `update_by_keys` do not.
    """

    ENTITY_NAME = "Consumer"

    CAPABILITIES: ClassVar[tuple[str, ...]] = ("read", "write", "delete", "readAll", "create")
    IMS_ORG_ID_REGEX: ClassVar[re.Pattern[str]] = re.compile(
        r"^[a-z0-9]{24}@AdobeOrg\Z", re.IGNORECASE | re.ASCII
    )
    TECHNICAL_ACCOUNT_ID_REGEX: ClassVar[re.Pattern[str]] = re.compile(
        r"^[a-z0-9]{24}@techacct\.adobe\.com\Z", re.IGNORECASE | re.ASCII
    )

    class Status(StrEnum):
        """The status of a consumer."""

        ACTIVE = "ACTIVE"
        SUSPENDED = "SUSPENDED"
        REVOKED = "REVOKED"

    def is_revoked(self) -> bool:
        """Return whether the consumer is revoked, by its status or because ``revoked_at`` has passed."""
        revoked_at = self.record.get("revoked_at")
        return self.record.get("status") == self.Status.REVOKED or (
            is_iso_date(revoked_at) and str(revoked_at) <= now()
        )

    async def save(self, *, if_unchanged: bool = False) -> Self:
        """Check the capabilities and store the changes.

        Raises:
            ValidationError: A capability is unknown; nothing was sent. Or as for `BaseModel.save`.
        """
        collection = cast("ConsumerCollection", self.collection)
        collection.validate_capabilities(self.record.get("capabilities"))
        await super().save(if_unchanged=if_unchanged)
        return self


class ConsumerCollection(BaseCollection[Consumer]):
    """All consumers."""

    COLLECTION_NAME = "ConsumerCollection"

    def validate_capabilities(self, capabilities: Sequence[str] | None) -> None:
        """Check that each capability is a pair of a registered entity and an operation.

        Args:
            capabilities: Such as ``["site:read", "organization:write"]``. None and an empty list are valid.

        Raises:
            ValidationError: A capability is unknown; the message names all of them.
        """
        if not isinstance(capabilities, list | tuple) or not capabilities:
            return
        entities = {decapitalize(name) for name in self.registry.entity_names()}
        invalid = [each for each in capabilities if not _is_capability(each, entities)]
        if invalid:
            names = ", ".join("" if each is None else js_str(each) for each in invalid)
            raise ValidationError(f"Invalid capabilities: [{names}]")

    async def create(
        self,
        item: Mapping[str, Any] | None = None,
        *,
        upsert: bool = False,
        on_conflict: str | Sequence[str] | None = None,
        **values: Any,
    ) -> Consumer:
        """Create a consumer of an allowed organization.

        Args:
            item: Values by attribute name; see `BaseCollection.create`.
            upsert: See `BaseCollection.create`.
            on_conflict: See `BaseCollection.create`.
            **values: Further values, by attribute name.

        Raises:
            ValidationError: The IMS organization is not allowed (``s2s_allowed_ims_org_ids``), a capability is
                unknown, or the client ID is missing or taken. Or as for `BaseCollection.create`.
        """
        item = self._with_keywords(item, values)
        with self.translate_errors("Failed to create"):
            values = plain_values(self.schema, item) if isinstance(item, Mapping) else {}
        self._check_organization(values.get("ims_org_id", "undefined"))
        self.validate_capabilities(values.get("capabilities"))
        await self._check_client_id(values.get("client_id"))
        return await super().create(item, upsert=upsert, on_conflict=on_conflict)

    async def create_many(self, new_items: object = None, parent: object = None) -> NoReturn:  # noqa: ARG002 - the signature of the base class
        """Raise an error: each consumer is checked against the existing ones.

        Raises:
            DataAccessError: Always.
        """
        raise DataAccessError("create_many is not supported for Consumer. Use create() instead.")

    def _check_organization(self, ims_org_id: object) -> None:
        allowed = self.registry.config.s2s_allowed_ims_org_ids
        if not allowed:
            raise ValidationError(
                "S2S_ALLOWED_IMS_ORG_IDS is not configured. Cannot create a consumer without an allowlist."
            )
        if ims_org_id not in allowed:
            text = js_str(ims_org_id)
            raise ValidationError(f'The ims_org_id "{text}" is not in the list of allowed IMS Org IDs')

    async def _check_client_id(self, client_id: object) -> None:
        check_texts("client_id is required to create a consumer", client_id)
        if await self.find_by_index_keys({"client_id": client_id}) is not None:
            raise ValidationError(f'A consumer with client_id "{client_id}" already exists')


def _is_capability(value: object, entities: set[str]) -> bool:
    if not isinstance(value, str):
        return False
    entity, _, operation = value.partition(":")
    return entity in entities and operation in Consumer.CAPABILITIES


schema = (
    SchemaBuilder(Consumer, ConsumerCollection)
    .add_attribute("client_id", type="string", required=True, read_only=True)
    .add_attribute(
        "technical_account_id",
        type="string",
        required=True,
        read_only=True,
        validate=matches(Consumer.TECHNICAL_ACCOUNT_ID_REGEX),
    )
    .add_attribute("consumer_name", type="string", required=True)
    .add_attribute("status", type=Consumer.Status, required=True)
    .add_attribute("capabilities", type="list", required=True, items={"type": "string"})
    .add_attribute("revoked_at", type="string", validate=optional(is_iso_date))
    .add_attribute(
        "ims_org_id",
        type="string",
        required=True,
        read_only=True,
        validate=matches(Consumer.IMS_ORG_ID_REGEX),
    )
    .add_all_index(["ims_org_id"])
    .add_all_index(["client_id", "ims_org_id"])
    .build()
)
