"""LatestAudit: the newest audit of each kind on each site, computed from all audits."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Mapping
from typing import Any, NoReturn, Unpack, cast
from uuid import UUID

from spacecat_shared_data_access.errors import DataAccessError
from spacecat_shared_data_access.models.audit import Audit, add_audit_attributes
from spacecat_shared_data_access.models.base import BaseCollection, BaseModel, Page
from spacecat_shared_data_access.models.base.items import plain_value
from spacecat_shared_data_access.models.base.options import Options, PageOptions, checked_limit
from spacecat_shared_data_access.postgrest.cursors import encode_cursor
from spacecat_shared_data_access.postgrest.where import Where
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.validation import check_id, has_text, is_iso_date, validation_error

_GROUP = ("site_id", "audit_type")


class LatestAudit(Audit):
    """The newest audit of its kind on its site.

    There is no table of latest audits: `LatestAuditCollection` finds them among all audits, and gives
    `Audit` models.
    """

    ENTITY_NAME = "LatestAudit"


class LatestAuditCollection(BaseCollection[Audit]):
    """The newest audits: one for each site and kind.

    All finders give `Audit` models, newest first unless ``order="asc"``. They read all audits that the
    keys name, so give a site or a kind where there is one.
    """

    COLLECTION_NAME = "LatestAuditCollection"

    async def create(self, item: Any = None, **options: Any) -> NoReturn:  # noqa: ARG002 - as the base's
        """Refuse: create an `Audit` instead.

        Raises:
            DataAccessError: Always.
        """
        self._refuse()

    async def create_many(
        self,
        new_items: Any = None,  # noqa: ARG002 - as the base's
        parent: BaseModel | None = None,  # noqa: ARG002 - as the base's
    ) -> NoReturn:
        """Refuse: create `Audit` s instead.

        Raises:
            DataAccessError: Always.
        """
        self._refuse()

    async def all(
        self, sort_keys: Mapping[str, Any] | None = None, **options: Unpack[Options]
    ) -> list[Audit] | Audit | Page[Audit] | None:
        """Find the newest audits. See `all_by_index_keys`."""
        return await self.all_by_index_keys({} if sort_keys is None else sort_keys, **options)

    async def all_by_index_keys(
        self, keys: Mapping[str, Any], **options: Unpack[Options]
    ) -> list[Audit] | Audit | Page[Audit] | None:
        """Find the newest audit of each site and kind.

        Args:
            keys: Values by attribute name, such as ``site_id`` or ``audit_type``; all audits where empty.
            **options: See `Options`. A limit is how many to give at most; a cursor says where to begin
                among all audits.

        Returns:
            Audits by ``audited_at``, newest first unless ``order="asc"``. With ``limit=1`` one audit or
            None; with ``return_cursor`` a `Page`, which has no next one: use `page` to go through them.
        """
        limit = checked_limit(options.get("limit"))
        latest = await self._latest(keys, options)
        limited = latest if limit is None else latest[:limit]
        if options.get("return_cursor"):
            return Page(limited, None)
        return next(iter(limited), None) if limit == 1 else limited

    async def first(self, keys: Mapping[str, Any] | None = None, **options: Unpack[Options]) -> Audit | None:
        """Find the first of the newest audits in the order of `all`, or None. Takes the options of `all`."""
        return next(iter(await self._latest(keys or {}, {**options, "limit": None})), None)

    async def page(
        self,
        keys: Mapping[str, Any] | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[PageOptions],
    ) -> Page[Audit]:
        """Return one page of the newest audits. All of them are read for each page.

        Args:
            keys: Values that attributes must have, by name; all audits where not given.
            limit: How many audits a page has at most, 1 or more.
            cursor: Where to go on: the `cursor` of the page before. None for the first page.
            **options: See `PageOptions`.
        """
        start = self._plan(None, self._page_options(limit, cursor, {})).offset
        latest = await self._latest(keys or {}, cast("Options", options))
        end = start + limit
        return Page(latest[start:end], encode_cursor(end) if end < len(latest) else None)

    async def all_by_audit_type(
        self, audit_type: str | None = None, **options: Unpack[Options]
    ) -> list[Audit] | Audit | Page[Audit] | None:
        """Find the newest audit of a kind on each site. Takes the options of `all`.

        Raises:
            ValidationError: There is no kind.
        """
        return await self.all_by_index_keys({"audit_type": self._checked_type(audit_type)}, **options)

    async def find_by_all(
        self, sort_keys: Mapping[str, Any] | None = None, **options: Unpack[Options]
    ) -> Audit | None:
        """Find the newest audit that has these values. See `find_by_index_keys`."""
        return await self.find_by_index_keys({} if sort_keys is None else sort_keys, **options)

    async def find_by_index_keys(self, keys: Mapping[str, Any], **options: Unpack[Options]) -> Audit | None:
        """Find the newest audit that has these values, or None.

        Args:
            keys: Values by attribute name.
            **options: See `Options`; ``order`` has no effect.
        """
        options = {**options, "order": "desc"}
        # No index orders the audits of a site, or of a kind, by time.
        one_of_group = sum(name in self._audits.schema.by_attribute(keys) for name in _GROUP) == 1
        if one_of_group and options.get("order_by") is None and options.get("index") is None:
            options["order_by"] = ("audited_at", "desc")
        return await self._audits.find_by_index_keys(keys, **options)

    async def find_by_id(
        self, site_id: str | UUID | None = None, audit_type: str | None = None
    ) -> Audit | None:
        """Find the newest audit of a kind on a site, or None.

        Args:
            site_id: The site's UUID.
            audit_type: The kind of audit.

        Raises:
            ValidationError: The site's id is no UUID, or there is no kind.
            DataAccessError: As for `all`.
        """
        site_id = plain_value("site_id", site_id)
        check_id("site_id", site_id, self.entity_name)
        return await self.find_by_index_keys(
            {"site_id": site_id, "audit_type": self._checked_type(audit_type)}
        )

    async def count(
        self,
        keys: Mapping[str, Any] | None = None,
        *,
        where: Where | None = None,
        between: tuple[str, Any, Any] | Mapping[str, Any] | None = None,
    ) -> int:
        """Count the newest audits, which takes reading them.

        Args:
            keys: Values that attributes must have, by name; all audits where not given.
            where: Further conditions, as for `all`.
            between: A range, as for `all`.
        """
        return len(await self._latest(keys, {"where": where, "between": between, "attributes": _GROUP}))

    async def iterate(
        self, keys: Mapping[str, Any] | None = None, **options: Unpack[Options]
    ) -> AsyncIterator[Audit]:
        """Go through the newest audits one by one. They are all read first, as by `all`.

        Args:
            keys: Values that attributes must have, by name; all audits where not given.
            **options: As for `all`.

        Yields:
            Audits, in the order of `all`.
        """
        limit = checked_limit(options.get("limit"))
        latest = await self._latest(keys, {**options, "limit": None})
        for audit in latest[:limit]:
            yield audit

    async def _latest(self, keys: Mapping[str, Any] | None, options: Options) -> list[Audit]:
        is_ascending = options.get("order") == "asc"
        wanted: Options = {**options, "fetch_all_pages": True, "order": "desc", "return_cursor": False}
        if options.get("limit") == 1:
            wanted["limit"] = None
        attributes = options.get("attributes")
        if isinstance(attributes, list | tuple) and attributes:  # what is not a list is refused below
            wanted["attributes"] = list(dict.fromkeys((*attributes, *_GROUP, "audited_at")))
        audits = await self._audits._models(keys, **wanted)  # noqa: SLF001 - collections are one family
        # What a key names is the same for all: only the rest tells them apart.
        named = self._audits.schema.by_attribute(keys or {})
        group = tuple(name for name in _GROUP if name not in named) or _GROUP
        return sorted(newest(audits, group), key=_time, reverse=not is_ascending)

    @property
    def _audits(self) -> BaseCollection[Audit]:
        return self.registry.collection_of("Audit")

    def _checked_type(self, audit_type: object) -> str:
        audit_type = plain_value("audit_type", audit_type)
        if not has_text(audit_type):
            raise validation_error(self.entity_name, "audit_type is required")
        return str(audit_type)

    def _refuse(self) -> NoReturn:
        raise DataAccessError("LatestAudit is derived from Audit in v3 and cannot be created directly")


def newest(audits: Iterable[Audit], group: Iterable[str] = _GROUP) -> list[Audit]:
    """Give the newest audit of each site and kind, in the order in which those first come.

    Args:
        audits: Any audits. Of two of the same time the first counts.
        group: The attributes that tell the groups apart.
    """
    found: dict[tuple[Any, ...], Audit] = {}
    for audit in audits:
        key = tuple(audit.record.get(name) for name in group)
        if key not in found or _time(found[key]) < _time(audit):
            found[key] = audit
    return list(found.values())


def _time(audit: Audit) -> str:
    return str(audit.record.get("audited_at", ""))


schema = (
    add_audit_attributes(
        SchemaBuilder(LatestAudit, LatestAuditCollection)
        .with_primary_partition_keys(["site_id"])
        .with_primary_sort_keys(["audit_type"])
        .with_upsertable(True)
        .add_reference("belongs_to", "Site", ["audit_type"])
        .add_reference("belongs_to", "Audit", ["audit_type"])
        .add_reference("has_many", "Opportunities")
        .add_all_index(["audit_type"])
        .allow_remove(False)
    )
    .add_attribute("audited_at", type="string", required=True, validate=is_iso_date)
    .build()
)
