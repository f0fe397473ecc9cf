"""The model of a site."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, ClassVar, Self

import httpx

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.base import BaseModel
from spacecat_shared_data_access.models.base.guards import guard_config
from spacecat_shared_data_access.models.site.final_url import final_url
from spacecat_shared_data_access.models.site_config import Config, validate_configuration
from spacecat_shared_data_access.models.site_config.json_paths import value_at
from spacecat_shared_data_access.schema.attribute import Record
from spacecat_shared_data_access.schema.validation import has_text, is_falsy, is_number, is_url


class Site(BaseModel):
    """A site of an organization.

    ``external_owner_id`` and ``external_site_id`` are the IDs used by the site's platform. They are derived
    from the authoring type and the platform's configuration. Removing a site also removes its delegations.
    """

    ENTITY_NAME = "Site"

    class DeliveryType(StrEnum):
        """The platform that delivers a site's pages."""

        AEM_CS = "aem_cs"
        AEM_EDGE = "aem_edge"
        AEM_AMS = "aem_ams"
        AEM_HEADLESS = "aem_headless"
        OTHER = "other"

    class AuthoringType(StrEnum):
        """The tool that a site's pages are written with."""

        CS_CW = "cs/crosswalk"
        CS = "cs"
        AMS = "ams"
        SP = "sharepoint"
        GD = "googledocs"
        DA = "documentauthoring"

    DEFAULT_DELIVERY_TYPE: ClassVar[DeliveryType] = DeliveryType.AEM_EDGE

    def toggle_live(self) -> Self:
        """Toggle whether the site is live. `save` stores it."""
        self.patcher.patch_value("is_live", not self.record.get("is_live"))
        return self

    def set_config(self, value: Config | Mapping[str, Any]) -> Self:
        """Set the configuration and return the model. `save` stores it.

        The environment variable ``CONFIG_VALIDATION_ENFORCEMENT`` says how an invalid configuration is
        handled: ``off`` accepts it, ``warn`` (the default) logs and accepts it, ``enforce`` rejects it. A
        value that is not a mapping, such as JSON text, is always rejected.

        Args:
            value: A `Config`, or a mapping.

        Raises:
            ValidationError: The value is not a mapping; or it is invalid, in mode ``enforce``
                (``Invalid config for Site: …``).
        """
        guard_config(
            entity_name=self.ENTITY_NAME,
            entity_id=self.get_id(),
            value=value,
            validate=validate_configuration,
            log=self.log,
        )
        self.patcher.patch_value("config", value, by_type_only=True)
        return self

    async def resolve_final_url(
        self,
        *,
        timeout: float = 10.0,  # noqa: ASYNC109 - passed to httpx, in the sync API too
        client: httpx.Client | httpx.AsyncClient | None = None,
    ) -> str:
        """Return the URL that the site's base URL redirects to.

        If the configuration overrides the base URL, return that without a request. A User-Agent in the
        configuration is sent with the requests.

        Args:
            timeout: The time to connect, and to wait for each response, in seconds.
            client: The client to use: an httpx.Client, or an httpx.AsyncClient in the async API. It is
                neither closed nor changed. The default is a new one.

        Returns:
            The URL without its scheme, such as ``www.example.com/en``.

        Raises:
            ValidationError: The timeout is not a positive number, the client has the wrong type, or the
                model was read without its base URL.
            UnavailableError: A server did not respond, or there are too many redirects.
        """
        if not is_number(timeout) or timeout <= 0:
            raise ValidationError("timeout must be a positive number of seconds")
        kind = httpx.Client if self.blocking else httpx.AsyncClient
        if client is not None and not isinstance(client, kind):
            raise ValidationError(f"client must be an httpx.{kind.__name__}")
        config = self.record.get("config")
        override = value_at(config, "fetchConfig", "overrideBaseURL")
        if is_url(override):
            return re.sub(r"\Ahttps?://", "", str(override))
        base_url = self.record.get("base_url")
        if not isinstance(base_url, str):
            raise ValidationError("base_url is required, but was not read")
        user_agent = value_at(config, "fetchConfig", "headers", "User-Agent")
        return await final_url(
            base_url,
            blocking=self.blocking,
            timeout=timeout,
            user_agent=user_agent if has_text(user_agent) else None,
            client=client,
        )


def external_owner_id(_value: object, record: Record) -> str | None:
    """Return the owner ID used by the site's platform. This is a set hook."""
    return _external_ids(record)[0]


def external_site_id(_value: object, record: Record) -> str | None:
    """Return the site ID used by the site's platform. This is a set hook."""
    return _external_ids(record)[1]


def _external_ids(record: Record) -> tuple[str | None, str | None]:
    authoring_type = record.get("authoring_type")
    helix, delivery = record.get("hlx_config"), record.get("delivery_config")
    if not is_falsy(helix) and authoring_type == Site.AuthoringType.DA:
        rso = _value(helix, "rso")
        return _value(rso, "owner"), _value(rso, "site")
    if not is_falsy(delivery) and authoring_type in (Site.AuthoringType.CS, Site.AuthoringType.CS_CW):
        program, environment = _value(delivery, "programId"), _value(delivery, "environmentId")
        return f"p{program}" if program else None, f"e{environment}" if environment else None
    return None, None


def _value(holder: Any, key: str) -> Any:
    value = holder.get(key) if isinstance(holder, Mapping) else None
    return None if is_falsy(value) else value
