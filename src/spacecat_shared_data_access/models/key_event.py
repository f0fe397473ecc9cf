"""KeyEvent: a notable event on a site. Deprecated: every use raises."""

from __future__ import annotations

from collections.abc import AsyncIterator
from enum import StrEnum
from typing import Any, Final, NoReturn

from spacecat_shared_data_access.errors import DataAccessError
from spacecat_shared_data_access.models.base import BaseCollection, BaseModel
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.validation import has_text, is_iso_date
from spacecat_shared_data_access.schema.values import now

_DEPRECATED: Final = (
    "KeyEvent is deprecated in data-access v3. "
    "Use Audit/LatestAudit and related Postgres-backed entities instead."
)


class KeyEvent(BaseModel):
    """One notable event on a site. Deprecated: use audits."""

    ENTITY_NAME = "KeyEvent"

    class KeyEventType(StrEnum):
        """The type of an event."""

        PERFORMANCE = "PERFORMANCE"
        SEO = "SEO"
        CONTENT = "CONTENT"
        CODE = "CODE"
        THIRD_PARTY = "THIRD PARTY"
        EXPERIMENTATION = "EXPERIMENTATION"
        NETWORK = "NETWORK"
        STATUS_CHANGE = "STATUS CHANGE"


class KeyEventCollection(BaseCollection[KeyEvent]):
    """Deprecated: finding, creating and removing raise DataAccessError, and so do the generated finders."""

    COLLECTION_NAME = "KeyEventCollection"

    async def _refuse(self, *_args: Any, **_options: Any) -> NoReturn:
        """Raise DataAccessError."""
        raise DataAccessError(_DEPRECATED)

    all = _refuse
    all_by_index_keys = _refuse
    find_by_id = _refuse
    find_by_index_keys = _refuse
    page = _refuse
    count = _refuse
    create = _refuse
    create_many = _refuse
    remove_by_ids = _refuse
    remove_by_index_keys = _refuse

    async def iterate(self, *_args: Any, **_options: Any) -> AsyncIterator[KeyEvent]:
        """Raise DataAccessError."""
        raise DataAccessError(_DEPRECATED)
        yield  # type: ignore[unreachable] # makes this an async generator, as in the base class


schema = (
    SchemaBuilder(KeyEvent, KeyEventCollection)
    .add_reference("belongs_to", "Site", ["time"])
    .add_attribute("name", type="string", required=True, validate=has_text)
    .add_attribute("type", type=KeyEvent.KeyEventType, required=True)
    .add_attribute("time", type="string", required=True, default=now, validate=is_iso_date)
    .build()
)
