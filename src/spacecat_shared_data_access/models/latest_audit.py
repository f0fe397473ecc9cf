"""LatestAudit: the latest audit of each type on each site, derived from all audits."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Iterable, Mapping, Sequence
from typing import Any, NoReturn, Unpack, cast
from uuid import UUID

from spacecat_shared_data_access.errors import DataAccessError
from spacecat_shared_data_access.models.arguments import checked_id
from spacecat_shared_data_access.models.audit import Audit, add_audit_attributes
from spacecat_shared_data_access.models.base import BaseCollection, BaseModel, Page, related
from spacecat_shared_data_access.models.base.eager_loading import include_tree, load_related
from spacecat_shared_data_access.models.base.items import plain_value
from spacecat_shared_data_access.models.base.keywords import with_keywords
from spacecat_shared_data_access.models.base.queries import (
    Direction,
    Options,
    PageOptions,
    checked_limit,
    split_keywords,
)
from spacecat_shared_data_access.postgrest.cursors import encode_cursor
from spacecat_shared_data_access.postgrest.where import Where
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.validation import has_text, is_iso_date, validation_error

_GROUP = ("site_id", "audit_type")


class LatestAudit(Audit):
    """The latest audit of its type on its site.

    There is no table of latest audits: `LatestAuditCollection` derives them from all audits, and returns `Audit`
    models.
    """

    ENTITY_NAME = "LatestAudit"


class LatestAuditCollection(BaseCollection[Audit]):
    """The latest audits: one for each site and audit type.

    All finders return `Audit` models, the latest first unless ``order="asc"``. They read all audits with the
    given keys, so pass a site or an audit type if possible.
    """

    COLLECTION_NAME = "LatestAuditCollection"
    RESULT_ENTITY = "Audit"

    async def create(self, item: Any = None, **options: Any) -> NoReturn:  # noqa: ARG002 - the signature of the base class
        """Raise an error: create an `Audit` instead.

        Raises:
            DataAccessError: Always.
        """
        self._raise_derived()

    async def create_many(
        self,
        new_items: Any = None,  # noqa: ARG002 - the signature of the base class
        parent: BaseModel | None = None,  # noqa: ARG002 - the signature of the base class
    ) -> NoReturn:
        """Raise an error: create instances of `Audit` instead.

        Raises:
            DataAccessError: Always.
        """
        self._raise_derived()

    async def update_by_keys(self, keys: Any = None, updates: Any = None) -> NoReturn:  # noqa: ARG002 - the signature of the base class
        """Raise an error: update an `Audit` instead.

        Raises:
            DataAccessError: Always.
        """
        self._raise_derived("updated")

    async def remove_by_ids(self, ids: Any = None) -> NoReturn:  # noqa: ARG002 - the signature of the base class
        """Raise an error: remove audits instead.

        Raises:
            DataAccessError: Always.
        """
        self._raise_derived("removed")

    async def remove_by_index_keys(self, keys: Any = None) -> NoReturn:  # noqa: ARG002 - the signature of the base class
        """Raise an error, since all audits with these keys would be removed: remove audits instead.

        Raises:
            DataAccessError: Always.
        """
        self._raise_derived("removed")

    async def remove_together(self, keys: Any = None) -> NoReturn:  # noqa: ARG002 - the signature of the base class
        """Raise an error, as `remove_by_index_keys` does.

        Raises:
            DataAccessError: Always.
        """
        self._raise_derived("removed")

    async def all(
        self, sort_keys: Mapping[str, Any] | None = None, **options: Unpack[Options]
    ) -> list[Audit] | Audit | Page[Audit] | None:
        """Find the latest audits. See `all_by_index_keys`."""
        return await self.all_by_index_keys({} if sort_keys is None else sort_keys, **options)

    async def all_by_index_keys(
        self, keys: Mapping[str, Any], **options: Unpack[Options]
    ) -> list[Audit] | Audit | Page[Audit] | None:
        """Find the latest audit of each site and audit type.

        Args:
            keys: Values by attribute name, such as ``site_id`` or ``audit_type``; empty for all audits.
            **options: See `Options`. ``limit`` is the maximum number of results; ``cursor`` is a position among
                all audits.

        Returns:
            Audits by ``audited_at``, the latest first unless ``order="asc"``. With ``limit=1`` one audit or None;
            with ``return_cursor`` a `Page` without a next page: use `page` for paging.
        """
        limit = checked_limit(options.get("limit"))
        latest = await self._latest(keys, options)
        limited = await self._with_related(latest if limit is None else latest[:limit], options)
        if options.get("return_cursor"):
            return Page(limited, None)
        return next(iter(limited), None) if limit == 1 else limited

    async def first(self, keys: Mapping[str, Any] | None = None, **options: Unpack[Options]) -> Audit | None:
        """Find the first of the latest audits in the order of `all`, or None. Accepts the options of `all`."""
        latest = await self._latest(keys or {}, {**options, "limit": None})
        return next(iter(await self._with_related(latest[:1], options)), None)

    async def page(
        self,
        keys: Mapping[str, Any] | None = None,
        *,
        limit: int,
        cursor: str | None = None,
        **options: Unpack[PageOptions],
    ) -> Page[Audit]:
        """Return one page of the latest audits. Each page reads all of them.

        Args:
            keys: Values by attribute name; all audits by default.
            limit: The maximum number of audits of a page, 1 or more.
            cursor: The `cursor` of the previous page; None for the first page.
            **options: See `PageOptions`.
        """
        start = self.plan_page(None, limit=limit, cursor=cursor, options={}).offset
        latest = await self._latest(keys or {}, cast("Options", options))
        end = start + limit
        audits = await self._with_related(latest[start:end], options)
        return Page(audits, encode_cursor(end) if end < len(latest) else None)

    async def all_by_audit_type(
        self, audit_type: str | None = None, **options: Unpack[Options]
    ) -> list[Audit] | Audit | Page[Audit] | None:
        """Find the latest audit of a type on each site. Accepts the options of `all`.

        Raises:
            ValidationError: The audit type is missing.
        """
        return await self.all_by_index_keys({"audit_type": self._check_type(audit_type)}, **options)

    async def find_by_all(
        self, sort_keys: Mapping[str, Any] | None = None, **options: Unpack[Options]
    ) -> Audit | None:
        """Find the latest audit with these values. See `find_by_index_keys`."""
        return await self.find_by_index_keys({} if sort_keys is None else sort_keys, **options)

    async def find_by_index_keys(self, keys: Mapping[str, Any], **options: Unpack[Options]) -> Audit | None:
        """Find the latest audit with these values, or None.

        Args:
            keys: Values by attribute name.
            **options: See `Options`; ``order`` has no effect.
        """
        keys, options = split_keywords(self._audits.schema, keys, options)
        options = {**options, "order": "desc"}
        if options.get("order_by") is None and options.get("index") is None:
            options["order_by"] = _order_of_first(self._audits.schema.by_attribute(keys))
        return await self._audits.find_by_index_keys(keys, **options)

    async def find_by_id(
        self,
        site_id: str | UUID | None = None,
        audit_type: str | None = None,
        *,
        include: Sequence[str] | None = None,
    ) -> Audit | None:
        """Find the latest audit of a type on a site, or None.

        Args:
            site_id: The site's UUID.
            audit_type: The audit type.
            include: The related entities to load, as for `all`.

        Raises:
            ValidationError: The site's ID is not a UUID, or the audit type is missing.
            DataAccessError: As for `all`.
        """
        site_id = checked_id("site_id", site_id, self.entity_name)
        keys = {"site_id": site_id, "audit_type": self._check_type(audit_type)}
        return await self.find_by_index_keys(keys, include=include)

    async def count(
        self,
        keys: Mapping[str, Any] | None = None,
        *,
        where: Where | None = None,
        between: tuple[str, Any, Any] | Mapping[str, Any] | None = None,
        **values: Any,
    ) -> int:
        """Count the latest audits. This reads them.

        Args:
            keys: Values by attribute name; all audits by default.
            where: Further conditions, as for `all`.
            between: A range, as for `all`.
            **values: Further keys, by attribute name.
        """
        keys = with_keywords(self.schema, keys, values, method="count", options=("where", "between"))
        return len(await self._latest(keys, {"where": where, "between": between, "attributes": _GROUP}))

    async def iterate(
        self, keys: Mapping[str, Any] | None = None, **options: Unpack[Options]
    ) -> AsyncIterator[Audit]:
        """Iterate over the latest audits. All of them are read first.

        Args:
            keys: Values by attribute name; all audits by default.
            **options: As for `all`.

        Yields:
            Audits, in the order of `all`.
        """
        limit = checked_limit(options.get("limit"))
        latest = await self._latest(keys, {**options, "limit": None})
        for audit in await self._with_related(latest[:limit], options):
            yield audit

    async def list_children(
        self,
        foreign_key: str,
        parent_ids: Sequence[str],
        *,
        only_first: bool = False,
        attributes: Sequence[str] | None = None,
    ) -> list[Audit]:
        """Return the latest audits of many parents, such as sites. See `BaseCollection.list_children`."""
        if only_first:
            order_by = _order_of_first([foreign_key])
            return await related.list_first_children(
                self._audits, foreign_key, parent_ids, attributes=attributes, order_by=order_by
            )
        options: Options = {
            "where": lambda attrs, op: op.in_(getattr(attrs, foreign_key), parent_ids),
            "index": self._audits.schema.index_for((foreign_key,)).name,
            "attributes": attributes,
        }
        return await self._latest(None, options, is_counted=True)

    async def _with_related(self, audits: list[Audit], options: PageOptions) -> list[Audit]:
        tree = include_tree(self._audits.schema, options.get("include"))
        await load_related(audits, tree, are_new=True)
        return audits

    async def _latest(
        self, keys: Mapping[str, Any] | None, options: Options, *, is_counted: bool = False
    ) -> list[Audit]:
        keys, options = split_keywords(self._audits.schema, keys, options)
        is_ascending = options.get("order") == "asc"
        include_tree(self._audits.schema, options.get("include"), options.get("attributes"))
        query: Options = {
            **options,
            "fetch_all_pages": True,
            "order": "desc",
            "return_cursor": False,
            "include": None,  # only those of the latest audits are loaded
        }
        if options.get("limit") == 1:
            query["limit"] = None
        attributes = options.get("attributes")
        if isinstance(attributes, list | tuple) and attributes:  # other types are rejected below
            query["attributes"] = list(dict.fromkeys((*attributes, *_GROUP, "audited_at")))
        audits = await self._audits.list_models(keys, is_counted=is_counted, **query)
        # All audits have the same value for a given key: only the other attributes distinguish groups.
        given = self._audits.schema.by_attribute(keys or {})
        group = tuple(name for name in _GROUP if name not in given) or _GROUP
        return sorted(newest(audits, group), key=_time, reverse=not is_ascending)

    @property
    def _audits(self) -> BaseCollection[Audit]:
        return self.registry.collection_of("Audit")

    def _check_type(self, audit_type: object) -> str:
        audit_type = plain_value("audit_type", audit_type)
        if not has_text(audit_type):
            raise validation_error(self.entity_name, "audit_type is required")
        return str(audit_type)

    def _raise_derived(self, done: str = "created") -> NoReturn:
        raise DataAccessError(f"LatestAudit is derived from Audit in v3 and cannot be {done} directly")


def newest(audits: Iterable[Audit], group: Iterable[str] = _GROUP) -> list[Audit]:
    """Return the latest audit of each site and audit type, in the order of their first appearance.

    Args:
        audits: Any audits. Of two audits of the same time the first is returned.
        group: The attributes that distinguish the groups.
    """
    found: dict[tuple[Any, ...], Audit] = {}
    for audit in audits:
        key = tuple(audit.record.get(name) for name in group)
        if key not in found or _time(found[key]) < _time(audit):
            found[key] = audit
    return list(found.values())


def _order_of_first(keys: Collection[str]) -> tuple[str, Direction] | None:
    # No index sorts the audits of a site, or of a type, by time.
    return ("audited_at", "desc") if sum(name in keys for name in _GROUP) == 1 else None


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
