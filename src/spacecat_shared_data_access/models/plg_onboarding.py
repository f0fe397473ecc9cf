"""PlgOnboarding: the state of a customer's self-service onboarding of a site."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Any, ClassVar

from spacecat_shared_data_access.models.base import BaseCollection, BaseModel
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.validation import (
    is_iso_date,
    is_map,
    is_url,
    is_uuid,
    matches,
    optional,
)

_NOT_VISIBLE_ASCII = re.compile(r"[^\x21-\x7e]")
_DIGITS_AND_DOTS = re.compile(r"[0-9.]+")


class PlgOnboarding(BaseModel):
    """The onboarding of a domain by an organization.

    Identified by ``ims_org_id`` and ``domain``. A domain may have a path (``nba.com/kings``); it is then a
    different domain from its host.
    """

    ENTITY_NAME = "PlgOnboarding"

    IMS_ORG_ID_PATTERN: ClassVar[re.Pattern[str]] = re.compile(
        r"^[a-z0-9]{24}@AdobeOrg\Z", re.IGNORECASE | re.ASCII
    )
    MAX_HOSTNAME_LENGTH: ClassVar[int] = 253
    """The maximum length of a name in DNS (RFC 1035, 2.3.4)."""
    MAX_DOMAIN_LENGTH: ClassVar[int] = 2048
    """The maximum length of a stored domain with its path."""
    DOMAIN_PATTERN: ClassVar[re.Pattern[str]] = re.compile(
        r"^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*"
        r"\.(?:[a-z]{2,}|xn--[a-z0-9-]+)"
        r"(/(?!\.)[a-z0-9._~-]+)*\Z"
    )
    """The form of a domain. `is_valid_domain` checks more than this."""

    class Status(StrEnum):
        """The progress of an onboarding."""

        PRE_ONBOARDING = "PRE_ONBOARDING"
        IN_PROGRESS = "IN_PROGRESS"
        ONBOARDED = "ONBOARDED"
        ERROR = "ERROR"
        WAITING_FOR_IP_ALLOWLISTING = "WAITING_FOR_IP_ALLOWLISTING"
        WAITLISTED = "WAITLISTED"
        INACTIVE = "INACTIVE"
        REJECTED = "REJECTED"
        OUTDATED = "OUTDATED"

    class ReviewDecision(StrEnum):
        """The decision of a reviewer."""

        BYPASSED = "BYPASSED"
        UPHELD = "UPHELD"
        CLOSED = "CLOSED"
        REOPENED = "REOPENED"
        OFFBOARDED = "OFFBOARDED"
        PENDING = "PENDING"

    @staticmethod
    def normalize_domain(value: Any) -> Any:
        """Convert a domain to lower case, as it is stored. Other values are returned unchanged.

        Check the result with `is_valid_domain` before using it.
        """
        return value.lower() if isinstance(value, str) else value

    @staticmethod
    def is_valid_domain(value: Any) -> bool:
        """Return whether a value is a domain in its stored form.

        A domain is a host in lower case with at least one dot, whose last label consists of letters or is
        Punycode, so that IP addresses are not accepted. A path in lower case without dot segments may
        follow. There is no scheme, port, query or fragment.

        This checks the form only. The host may still resolve to a private address.

        Args:
            value: A string; other values are not domains.
        """
        if not isinstance(value, str) or value != value.lower():
            return False
        # Check the length first, so that patterns are not matched against very long texts.
        if len(value) > PlgOnboarding.MAX_DOMAIN_LENGTH or _NOT_VISIBLE_ASCII.search(value):
            return False
        host, *segments = value.split("/")
        if len(host) > PlgOnboarding.MAX_HOSTNAME_LENGTH or _DIGITS_AND_DOTS.fullmatch(host):
            return False
        if any(segment.endswith(".") or ".." in segment for segment in segments):
            return False
        return PlgOnboarding.DOMAIN_PATTERN.search(value) is not None


class PlgOnboardingCollection(BaseCollection[PlgOnboarding]):
    """The collection of onboardings. Finders by status or base URL return those of all customers."""

    COLLECTION_NAME = "PlgOnboardingCollection"


def _are_reviews(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_review, value))


def _is_review(value: object) -> bool:
    return (
        isinstance(value, dict)
        and value.get("decision") in tuple(PlgOnboarding.ReviewDecision)
        and is_iso_date(value.get("reviewedAt"))
    )


_STEPS = (
    "orgResolved",
    "rumVerified",
    "siteCreated",
    "siteResolved",
    "siteOrgReassigned",
    "authorUrlResolved",
    "hlxConfigSet",
    "codeConfigResolved",
    "configUpdated",
    "auditsEnabled",
    "deliveryConfigQueued",
    "entitlementCreated",
    "entitlementFailed",
    "orgResolutionFailed",
    "preOnboarded",
    "nonProdCheckBypassed",
)
_REVIEW = ("reason", "decision", "reviewedBy", "reviewedAt", "justification")

schema = (
    SchemaBuilder(PlgOnboarding, PlgOnboardingCollection)
    .add_attribute(
        "ims_org_id",
        type="string",
        required=True,
        read_only=True,
        validate=matches(PlgOnboarding.IMS_ORG_ID_PATTERN),
    )
    .add_attribute(
        "domain", type="string", required=True, read_only=True, validate=PlgOnboarding.is_valid_domain
    )
    .add_attribute("base_url", type="string", required=True, read_only=True, validate=is_url)
    .add_attribute(
        "status", type=PlgOnboarding.Status, required=True, default=PlgOnboarding.Status.IN_PROGRESS
    )
    .add_attribute("site_id", type="string", validate=optional(is_uuid))
    .add_attribute("organization_id", type="string", validate=optional(is_uuid))
    .add_attribute("steps", type="map", properties={name: {"type": "boolean"} for name in _STEPS})
    .add_attribute("error", type="any", validate=optional(is_map))
    .add_attribute(
        "bot_blocker",
        type="map",
        properties={
            "type": {"type": "string"},
            "ipsToAllowlist": {"type": "list", "items": {"type": "string"}},
            "userAgent": {"type": "string"},
        },
    )
    .add_attribute("created_by", type="string", default="system")
    .add_attribute("waitlist_reason", type="string")
    .add_attribute(
        "reviews",
        type="list",
        items={"type": "map", "properties": {name: {"type": "string"} for name in _REVIEW}},
        validate=_are_reviews,
    )
    .add_attribute("completed_at", type="string", validate=optional(is_iso_date))
    .add_index(["ims_org_id"], ["updated_at"])
    .add_index(["ims_org_id"], ["domain"])
    .add_index(["status"], ["updated_at"])
    .add_index(["base_url"], ["status"])
    .build()
)
