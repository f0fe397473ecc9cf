"""Naming rules of entities, attributes, columns, tables and accessors.

The rules are the original's. Names are snake case in Python and in the database, camel case in JSON.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pluralizer import Pluralizer

# The two names that cannot be derived from their snake case.
_JSON_NAMES: Final = {"base_url": "baseURL", "github_url": "gitHubURL"}
_PYTHON_NAMES: Final = {json_name: name for name, json_name in _JSON_NAMES.items()}

_TABLES: Final = {
    "LatestAudit": "audits",
    "SuggestionGrant": "suggestion_grants",
    "BrandSemrushProject": "brand_to_semrush_projects",
}

# The plurals of the package's entities. For the nouns of others there is pluralizer, which is slow to import because of
# its patterns.
_PLURALS: Final = {
    "AccessGrantLog": "AccessGrantLogs",
    "ApiKey": "ApiKeys",
    "AsyncJob": "AsyncJobs",
    "Audit": "Audits",
    "AuditUrl": "AuditUrls",
    "Brand": "Brands",
    "BrandSemrushProject": "BrandSemrushProjects",
    "Configuration": "Configurations",
    "Consumer": "Consumers",
    "ContactSalesLead": "ContactSalesLeads",
    "Entitlement": "Entitlements",
    "Experiment": "Experiments",
    "FixEntity": "FixEntities",
    "FixEntitySuggestion": "FixEntitySuggestions",
    "GeoExperiment": "GeoExperiments",
    "IdempotencyKey": "IdempotencyKeys",
    "ImportJob": "ImportJobs",
    "ImportUrl": "ImportUrls",
    "KeyEvent": "KeyEvents",
    "LatestAudit": "LatestAudits",
    "OAuthNonce": "OAuthNonces",
    "Opportunity": "Opportunities",
    "Organization": "Organizations",
    "PageCitability": "PageCitabilities",
    "PageIntent": "PageIntents",
    "PlgOnboarding": "PlgOnboardings",
    "Preflight": "Preflights",
    "Project": "Projects",
    "Report": "Reports",
    "ScrapeJob": "ScrapeJobs",
    "ScrapeUrl": "ScrapeUrls",
    "SentimentGuideline": "SentimentGuidelines",
    "SentimentTopic": "SentimentTopics",
    "Site": "Sites",
    "SiteCandidate": "SiteCandidates",
    "SiteEnrollment": "SiteEnrollments",
    "SiteImsOrgAccess": "SiteImsOrgAccesses",
    "SiteTopForm": "SiteTopForms",
    "SiteTopPage": "SiteTopPages",
    "Suggestion": "Suggestions",
    "SuggestionGrant": "SuggestionGrants",
    "TaskManagementConnection": "TaskManagementConnections",
    "Ticket": "Tickets",
    "TicketSuggestion": "TicketSuggestions",
    "Token": "Tokens",
    "TrialUser": "TrialUsers",
    "TrialUserActivity": "TrialUserActivities",
}
_SINGULARS: Final = {plural_: noun for noun, plural_ in _PLURALS.items()}

_HUMP = re.compile(r"([a-z0-9])([A-Z])")
_UNDERSCORE = re.compile(r"_([a-z0-9])")


@cache
def camel_to_snake(name: str) -> str:
    """Return a camel case name in snake case: ``ticketKey`` → ``ticket_key``."""
    return _PYTHON_NAMES.get(name) or _HUMP.sub(r"\1_\2", name).lower()


@cache
def snake_to_camel(name: str) -> str:
    """Return a snake case name in camel case: ``ticket_key`` → ``ticketKey``."""
    return _JSON_NAMES.get(name) or _UNDERSCORE.sub(lambda match: match[1].upper(), name)


@cache
def singular(name: str) -> str:
    """Return the singular of a noun: ``Tickets`` → ``Ticket``."""
    if name in _PLURALS:
        return name
    return _SINGULARS.get(name) or str(_pluralizer().singular(name))


@cache
def plural(name: str) -> str:
    """Return the plural of a noun: ``Ticket`` → ``Tickets``."""
    if name in _SINGULARS:
        return name
    return _PLURALS.get(name) or str(_pluralizer().plural(name))


def decapitalize(name: str) -> str:
    """Return a name with its first letter in lower case: ``OAuthNonce`` → ``oAuthNonce``."""
    return name[:1].lower() + name[1:]


def entity_for(target: str) -> str:
    """Return the entity that a reference's target names: ``Tickets`` → ``Ticket``."""
    entity = singular(target)
    return entity[:1].upper() + entity[1:]


def id_name_for(entity: str) -> str:
    """Return the name of an entity's ID attribute: ``OAuthNonce`` → ``o_auth_nonce_id``."""
    return camel_to_snake(f"{decapitalize(singular(entity))}Id")


def table_for(entity: str) -> str:
    """Return the name of an entity's table: ``OAuthNonce`` → ``oauth_nonces``."""
    return _TABLES.get(entity) or camel_to_snake(plural(entity))


def reference_getter_for(target: str, *, many: bool) -> str:
    """Return the name of a reference's accessor: ``Tickets`` → ``get_tickets``, or ``get_ticket`` for one."""
    noun = plural(target) if many else singular(target)
    return f"get_{camel_to_snake(noun)}"


def with_keys(prefix: str, keys: Iterable[str]) -> str:
    """Return the name of an accessor by keys: ``all_by``, ``[a, b]`` → ``all_by_a_and_b``."""
    return f"{prefix}_{'_and_'.join(keys)}"


@cache
def _pluralizer() -> Pluralizer:
    from pluralizer import Pluralizer  # noqa: PLC0415 - see the comment on _PLURALS

    return Pluralizer()  # type: ignore[no-untyped-call] # the library has no types
