"""Items to create any entity with: a minimal item each, its parents, and second values.

An item's value may be a `Parent`, which stands for the id of an entity that is created first, or a
function without parameters, for what must be different each time.
"""

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from psycopg import sql

from integration.factory import an_ims_org_id
from integration.sync_async import maybe_await
from spacecat_shared_data_access.models.base import EntityRegistry
from spacecat_shared_data_access.schema.naming import entity_for

IMS_ORG_ID = "1234567890ABCDEF12345678@AdobeOrg"
MOMENT = "2026-06-30T12:00:00.000Z"
LATER = "2026-07-01T08:30:15.250Z"
PERIOD = {"startDate": "2026-06-01", "endDate": "2026-06-30"}

# Entities that are not created by their collections: see the tests of each.
NOT_CREATED = {
    "Configuration": "kept in S3",
    "KeyEvent": "refuses every use",
    "LatestAudit": "computed from audits",
    "SuggestionGrant": "written by the database's own functions",
}
ENTITIES = [name for name in EntityRegistry.entity_names() if name not in NOT_CREATED]


@dataclass(frozen=True)
class Parent:
    """The id of another entity: of the one that all share, or of one more."""

    entity: str
    is_another: bool = False


_numbers = itertools.count(1)


def a_url() -> str:
    return f"https://www-{next(_numbers)}.example.com/page"


def a_name() -> str:
    return f"name-{next(_numbers)}"


def this_month() -> str:
    return f"{datetime.now(UTC):%Y-%m}"


def a_technical_account() -> str:
    return f"{uuid4().hex[:24].upper()}@techacct.adobe.com"


ORGANIZATION, SITE, OPPORTUNITY = Parent("Organization"), Parent("Site"), Parent("Opportunity")

# What must be given.
ITEMS: Mapping[str, Mapping[str, Any]] = {
    "AccessGrantLog": {
        "site_id": SITE,
        "organization_id": ORGANIZATION,
        "target_organization_id": ORGANIZATION,
        "product_code": "LLMO",
        "action": "grant",
        "role": "agency",
        "performed_by": "system",
    },
    "ApiKey": {"hashed_api_key": a_name, "name": "key", "scopes": [{"name": "sites.read"}]},
    "AsyncJob": {"status": "IN_PROGRESS"},
    "Audit": {
        "site_id": SITE,
        "audit_result": {"found": 1},
        "audit_type": "cwv",
        "full_audit_ref": "s3://audits/1",
        "audited_at": MOMENT,
    },
    "AuditUrl": {"site_id": SITE, "url": a_url},
    "Brand": {"name": "ACME"},
    "BrandSemrushProject": {
        "brand_id": Parent("Brand"),
        "semrush_project_id": a_name,
        "geo_target_id": 2276,
        "language_code": "de-ch",
    },
    "Consumer": {
        "client_id": a_name,
        "technical_account_id": a_technical_account,
        "consumer_name": "consumer",
        "status": "ACTIVE",
        "capabilities": ["site:read"],
        "ims_org_id": IMS_ORG_ID,
    },
    "ContactSalesLead": {"organization_id": ORGANIZATION, "name": "Ada", "email": "ada@example.com"},
    "Entitlement": {"organization_id": ORGANIZATION, "product_code": "LLMO", "tier": "PAID"},
    "Experiment": {
        "site_id": SITE,
        "exp_id": "exp-1",
        "status": "ACTIVE",
        "url": "https://example.com/exp",
        "variants": [{"name": "challenger-1"}],
    },
    "FixEntity": {
        "opportunity_id": OPPORTUNITY,
        "type": "CODE_CHANGE",
        "change_details": {"file": "a.js"},
    },
    "FixEntitySuggestion": {
        "fix_entity_id": Parent("FixEntity"),
        "suggestion_id": Parent("Suggestion"),
        "opportunity_id": OPPORTUNITY,
        "fix_entity_created_at": "2026-06-30T23:59:59.999Z",
    },
    "GeoExperiment": {
        "site_id": SITE,
        "type": "onsite_opportunity_deployment",
        "status": "GENERATING_BASELINE",
        "phase": "pre",
        "name": "experiment",
    },
    "IdempotencyKey": {
        "organization_id": ORGANIZATION,
        "key": a_name,
        "endpoint": "POST /tickets",
        "expires_at": LATER,
    },
    "ImportJob": {"base_url": "https://example.com", "hashed_api_key": "hash", "status": "RUNNING"},
    "ImportUrl": {"import_job_id": Parent("ImportJob"), "status": "PENDING", "url": a_url},
    "OAuthNonce": {"nonce": a_name, "expires_at": LATER},
    "Opportunity": {"site_id": SITE, "type": "cwv", "origin": "AI", "title": "Slow pages"},
    "Organization": {"name": "ACME", "ims_org_id": an_ims_org_id},
    "PageCitability": {"site_id": SITE, "url": a_url},
    "PageIntent": {"site_id": SITE, "url": a_url, "page_intent": "COMMERCIAL", "topic": "shoes"},
    "PlgOnboarding": {
        "ims_org_id": IMS_ORG_ID,
        "domain": "example.com",
        "base_url": "https://example.com",
        "status": "IN_PROGRESS",
    },
    "Preflight": {
        "site_id": SITE,
        "async_job_id": Parent("AsyncJob"),
        "url": "https://example.com/draft",
        "created_by": {"email": "ada@example.com"},
    },
    "Project": {"organization_id": ORGANIZATION, "project_name": a_name},
    "Report": {
        "site_id": SITE,
        "report_type": "performance",
        "report_period": PERIOD,
        "comparison_period": PERIOD,
    },
    "ScrapeJob": {"base_url": "https://example.com", "processing_type": "default", "status": "RUNNING"},
    "ScrapeUrl": {
        "scrape_job_id": Parent("ScrapeJob"),
        "status": "PENDING",
        "url": a_url,
        "processing_type": "default",
    },
    "SentimentGuideline": {"site_id": SITE, "name": "tone", "instruction": "Watch the tone."},
    "SentimentTopic": {"site_id": SITE, "name": "shoes"},
    "Site": {"organization_id": ORGANIZATION, "base_url": a_url},
    "SiteCandidate": {"base_url": a_url, "source": "RUM", "status": "PENDING"},
    "SiteEnrollment": {"site_id": SITE, "entitlement_id": Parent("Entitlement")},
    "SiteImsOrgAccess": {
        "site_id": SITE,
        "organization_id": Parent("Organization", is_another=True),
        "target_organization_id": ORGANIZATION,
        "product_code": "LLMO",
    },
    "SiteTopForm": {"site_id": SITE, "url": a_url, "source": "rum"},
    "SiteTopPage": {"site_id": SITE, "url": a_url, "source": "rum", "traffic": 120},
    "Suggestion": {
        "opportunity_id": OPPORTUNITY,
        "type": "CODE_CHANGE",
        "rank": 1,
        "data": {"url": "https://example.com"},
    },
    "TaskManagementConnection": {
        "organization_id": ORGANIZATION,
        "provider": "jira_cloud",
        "display_name": "ACME's Jira",
        "instance_url": "https://acme.atlassian.net",
        "connected_by": "ada@example.com",
        "external_instance_id": a_name,
        "metadata": {"cloudId": "0f0e0d0c-0b0a-4908-8706-050403020100"},
    },
    "Ticket": {
        "organization_id": ORGANIZATION,
        "task_management_connection_id": Parent("TaskManagementConnection"),
        "external_ticket_id": "10042",
        "ticket_key": "ASO-42",
        "ticket_url": "https://acme.atlassian.net/browse/ASO-42",
        "ticket_provider": "jira_cloud",
        "created_by": "ada@example.com",
    },
    "TicketSuggestion": {
        "ticket_id": Parent("Ticket"),
        "suggestion_id": a_name,
        "opportunity_id": "opportunity",
        "created_by": "ada@example.com",
    },
    "Token": {"site_id": SITE, "token_type": "grant_cwv", "cycle": this_month, "total": 3},
    "TrialUser": {"organization_id": ORGANIZATION, "status": "INVITED", "email_id": "ada@example.com"},
    "TrialUserActivity": {
        "trial_user_id": Parent("TrialUser"),
        "entitlement_id": Parent("Entitlement"),
        "site_id": SITE,
        "type": "SIGN_UP",
        "product_code": "LLMO",
    },
}

# What may be given too, so that every finder and every reference has something to look for.
FURTHER: Mapping[str, Mapping[str, Any]] = {
    "ApiKey": {"ims_org_id": IMS_ORG_ID, "ims_user_id": "ada"},
    "Brand": {"status": "active", "semrush_sub_workspace_id": a_name},
    "BrandSemrushProject": {"site_id": SITE},
    "ContactSalesLead": {"site_id": SITE},
    "GeoExperiment": {"opportunity_id": OPPORTUNITY},
    "Opportunity": {
        "audit_id": Parent("Audit"),
        "latest_audit_id": Parent("Audit"),
        "scope_type": "site",
        "scope_id": SITE,
    },
    "Organization": {"semrush_workspace_id": a_name},
    "PlgOnboarding": {"site_id": SITE, "organization_id": ORGANIZATION},
    "ScrapeJob": {"options": {"enableJavascript": True}},
    "Site": {
        "project_id": Parent("Project"),
        "delivery_type": "aem_edge",
        "authoring_type": "documentauthoring",
        "hlx_config": {"rso": {"ref": "main", "site": "shop", "owner": "acme", "tld": "aem.live"}},
    },
    "SiteCandidate": {"site_id": SITE},
    "SiteTopForm": {"form_source": ".form.contact"},
    "Ticket": {"opportunity_id": OPPORTUNITY},
    "TrialUser": {"external_user_id": "ext-1"},
}

TEXT = 'Ünïcode & "söhne", (more)'
TEXTS = ["one", 'two, "three"']
MAP = {"key": ["value", {"deeper": None}]}

# Second values of what may be set; the others follow from the attribute's type.
SECOND: Mapping[tuple[str, str], Any] = {
    ("ApiKey", "scopes"): [{"name": "sites.write", "domains": ["example.com"]}],
    ("Brand", "semrush_sub_workspace_id"): "sub-workspace",
    ("BrandSemrushProject", "language_code"): "fr",
    ("Consumer", "capabilities"): ["organization:write", "site:readAll"],
    ("Experiment", "variants"): [{"name": "challenger-2", "split": 0.5}],
    ("FixEntity", "status"): "DEPLOYED",
    ("GeoExperiment", "type"): "onsite_opportunity_deployment",
    ("Organization", "ims_org_id"): "0123456789ABCDEF01234567@AdobeOrg",
    ("PlgOnboarding", "reviews"): [
        {"decision": "BYPASSED", "reviewedAt": MOMENT, "reason": "r", "reviewedBy": "a", "justification": "j"}
    ],
    ("Preflight", "created_by"): {"email": "eve@example.com"},
    ("AsyncJob", "result_type"): "INLINE",
    ("Opportunity", "scope_type"): "brand",
    ("Organization", "config"): {"slack": {"channel": "C1"}, "handlers": {}},
    ("Site", "config"): {"slack": {"channel": "C1"}, "handlers": {}},
    ("Report", "comparison_period"): {"startDate": "2025-06-01", "endDate": "2025-06-30"},
    ("Report", "report_period"): {"startDate": "2025-06-01", "endDate": "2025-06-30"},
    ("ImportJob", "options"): {"type": "xwalk"},
    ("Site", "language"): "de",
    ("Site", "page_types"): [{"name": "product", "pattern": "/product/.*"}],
    ("Site", "region"): "CH",
    ("SiteImsOrgAccess", "granted_by"): "ims:somebody",
    ("Suggestion", "status"): "APPROVED",
    ("TaskManagementConnection", "metadata"): {"cloudId": "1f0e0d0c-0b0a-4908-8706-050403020100"},
}


# Attributes that hold another entity's id, by the name of that entity where it is not the attribute's.
POINTED_AT = {"latest_audit_id": "Audit", "scope_id": "Site"}


class EveryEntity:
    """Creates entities by their names, and once each the parents that they share.

    Args:
        data_access: Sync or async.

    Attributes:
        made: What was created, by entity.
    """

    def __init__(self, data_access: Any) -> None:
        self.data_access = data_access
        self.made: dict[str, list[Any]] = {}

    async def create(self, entity: str, **values: Any) -> Any:
        """Create one with all that finders and references look for."""
        return await self._create(entity, await self.item(entity, **values))

    async def minimal(self, entity: str) -> Any:
        """Create one with what must be given, and no more."""
        return await self._create(entity, await self._resolved(ITEMS[entity]))

    async def item(self, entity: str, **values: Any) -> dict[str, Any]:
        """Return the argument of `create`."""
        return await self._resolved({**ITEMS[entity], **FURTHER.get(entity, {}), **values})

    async def parent(self, entity: str) -> Any:
        """Return the entity that the others share as their parent: the first."""
        return self.made[entity][0] if entity in self.made else await self.create(entity)

    def pointed_at(self, attribute: Any) -> str | None:
        """Return the entity whose ID an attribute holds, or None."""
        name = attribute.name
        entity = POINTED_AT.get(name) or entity_for(
            "".join(part.capitalize() for part in name.removesuffix("_id").split("_"))
        )
        return entity if name.endswith("_id") and entity in ITEMS else None

    async def _create(self, entity: str, item: Mapping[str, Any]) -> Any:
        model = await maybe_await(getattr(self.data_access, entity).create(item))
        self.made.setdefault(entity, []).append(model)
        return model

    async def _resolved(self, values: Mapping[str, Any]) -> dict[str, Any]:
        return {name: await self._value(value) for name, value in values.items()}

    async def _value(self, value: Any) -> Any:
        if isinstance(value, Parent):
            find = self.create if value.is_another else self.parent
            return (await find(value.entity)).get_id()
        return value() if callable(value) else value


def second_value(entity: str, attribute: Any, present: Any) -> Any:
    """Return a value for an attribute that differs from the present one."""
    name = attribute.name
    if (entity, name) in SECOND:
        return SECOND[entity, name]
    if attribute.values is not None:
        return next(each for each in attribute.values if each != present)
    by_type = {
        "number": 42,
        "boolean": present is not True,
        "list": TEXTS,
        "set": TEXTS,
        "map": MAP,
        "any": MAP,
    }
    if attribute.type in by_type:
        return by_type[attribute.type]
    if name.endswith(("_at", "_date")):
        return LATER
    is_url = name in {"url", "runbook", "result_location"} or name.endswith("_url")
    return "https://other.example.com/path?a=b,c" if is_url else TEXT


def empty_all(database: Any) -> None:
    """Empty the tables of all entities."""
    tables = sorted({schema.table for schema in EntityRegistry.schemas()})
    deletions = [sql.SQL("DELETE FROM {}").format(sql.Identifier(table)) for table in tables]
    database.execute(sql.SQL("; ").join(deletions))
