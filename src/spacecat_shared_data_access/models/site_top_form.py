"""SiteTopForm: a form of a site, with its traffic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from spacecat_shared_data_access.errors import DataAccessError
from spacecat_shared_data_access.models.arguments import check_texts, optional_text, site_key
from spacecat_shared_data_access.models.base import BaseCollection, BaseModel, CreateResult
from spacecat_shared_data_access.models.base.items import plain_value
from spacecat_shared_data_access.postgrest.log_events import log_call_failed
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.naming import camel_to_snake
from spacecat_shared_data_access.schema.validation import has_text, is_integer, is_iso_date, is_url, is_uuid
from spacecat_shared_data_access.schema.values import now, to_jsonable

_URL_AND_SOURCE_INDEX: Final = "spacecat-data-gsi2pk-gsi2sk"
_NAMES: Final = ("form_source", "formSource")


class SiteTopForm(BaseModel):
    """A form of a site, with its traffic according to a data source.

    ``form_source``, such as a CSS selector, distinguishes the forms of a page. It is empty if unknown, and
    null in old rows.
    """

    ENTITY_NAME = "SiteTopForm"


class SiteTopFormCollection(BaseCollection[SiteTopForm]):
    """The collection of top forms."""

    COLLECTION_NAME = "SiteTopFormCollection"

    async def create(
        self,
        item: Mapping[str, Any] | None = None,
        *,
        upsert: bool = False,
        on_conflict: str | Sequence[str] | None = None,
        **values: Any,
    ) -> SiteTopForm:
        """Create a form. A form source that is missing or null becomes empty.

        Args:
            item: The values, by attribute name; ``url`` is required. See `BaseCollection.create`.
            upsert: As for `BaseCollection.create`.
            on_conflict: As for `BaseCollection.create`.
            **values: Further values, by attribute name.

        Raises:
            ValidationError: The URL is missing, or the item is invalid.
            DataAccessError: The server rejected the request (``Failed to create``).
            UnavailableError: The server was not reachable or not available.
        """
        item = self._with_keywords(item, values)
        check_texts("URL is required and cannot be empty", _url(item))
        return await super().create(_with_source(item), upsert=upsert, on_conflict=on_conflict)

    async def create_many(
        self, new_items: Sequence[Mapping[str, Any]], parent: BaseModel | None = None
    ) -> CreateResult[SiteTopForm]:
        """Create several forms. A form source that is missing or null becomes empty.

        Args:
            new_items: The values of each form, as for `create`. If one has no URL, none is created.
            parent: The site that they belong to.

        Raises:
            ValidationError: There are no items, or one of them has no URL.
            DataAccessError: The server rejected the request (``Failed to create many``).
            UnavailableError: The server was not reachable or not available.
        """
        if isinstance(new_items, list | tuple):
            check_texts("URL is required and cannot be empty for all items", *map(_url, new_items))
            new_items = [_with_source(item) for item in new_items]
        return await super().create_many(new_items, parent)

    async def find_by_url_and_form_source(
        self, url: str | None = None, form_source: str | None = None
    ) -> SiteTopForm | None:
        """Find a form by the URL of its page and its form source.

        Args:
            url: The page's URL.
            form_source: The form source. If it is empty or None, a form with an empty source is found or
                else one whose source is null.

        Returns:
            The form with the most traffic; None if there is no match. A request that the server rejects
            is logged, and None is returned.

        Raises:
            ValidationError: The URL is missing, or the form source is not a text.
        """
        url = plain_value("url", url)
        check_texts("URL is required", url)
        source = "" if form_source == "" else optional_text("form_source", form_source) or ""
        failure = "Failed to find form by URL and form_source"
        try:
            keys = {"url": url, "form_source": source}
            found = await self.find_by_index_keys(keys, index=_URL_AND_SOURCE_INDEX)
            if found is not None or source:
                return found
            failure = "Legacy null form_source search failed"
            return await self.find_by_index_keys(
                {"url": url},
                where=lambda attrs, op: op.is_(attrs.form_source, None),
                index=_URL_AND_SOURCE_INDEX,
            )
        except DataAccessError as error:
            log_call_failed(self.log, self.entity_name, error, "%s: %s", failure, error.message)
            return None

    async def remove_for_site_id(self, site_id: str | UUID | None = None, source: str | None = None) -> None:
        """Delete the forms of a site. Does nothing if there are none.

        Args:
            site_id: The site's UUID.
            source: The data source whose forms are deleted. The default is all sources.

        Raises:
            ValidationError: The site ID is missing, or the source is empty or not a text.
            DataAccessError: As for `all` and `remove_by_ids`.
        """
        source = optional_text("source", source)
        found = await self.list_models(site_key(site_id) | ({} if source is None else {"source": source}))
        if found:
            await self.remove_by_ids([form.get_id() for form in found])

    async def remove_by_url_and_form_source(
        self, url: str | None = None, form_source: str | None = None
    ) -> None:
        """Delete the form that `find_by_url_and_form_source` finds. Does nothing if there is no match.

        Args:
            url: The page's URL.
            form_source: As for `find_by_url_and_form_source`.

        Raises:
            ValidationError: The URL is missing, or the form source is not a text.
            DataAccessError: As for `remove_by_ids`.
        """
        found = await self.find_by_url_and_form_source(url, form_source)
        if found is not None:
            await self.remove_by_ids([found.get_id()])


def _url(item: object) -> object:
    return to_jsonable(item.get("url")) if isinstance(item, Mapping) else None


def _with_source(item: Mapping[str, Any]) -> Mapping[str, Any]:
    present = [name for name in _NAMES if name in item]
    if any(has_text(to_jsonable(item[name])) for name in present):
        return item
    # Callers get rejected items back, so the added key has the same style of name as the others.
    is_json = any(isinstance(name, str) and name != camel_to_snake(name) for name in item)
    return {**item, (present or [_NAMES[is_json]])[0]: ""}


schema = (
    SchemaBuilder(SiteTopForm, SiteTopFormCollection)
    .add_reference("belongs_to", "Site", ["source", "traffic"])
    .add_attribute("site_id", type="string", required=True, validate=is_uuid)
    .add_attribute("url", type="string", required=True, validate=is_url)
    .add_attribute("form_source", type="string", default="")
    .add_attribute("traffic", type="number", default=0, validate=is_integer)
    .add_attribute("source", type="string", required=True)
    .add_attribute("imported_at", type="string", required=True, default=now, validate=is_iso_date)
    .add_index(["url", "form_source"], ["traffic"])
    .build()
)
