"""EntityRegistry: which entities there are, and their collections over one service."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar, Final

from spacecat_shared_data_access.errors import DataAccessError
from spacecat_shared_data_access.schema import Schema

if TYPE_CHECKING:
    from logging import Logger

    from spacecat_shared_data_access.config import DataAccessConfig
    from spacecat_shared_data_access.models.base.collection import BaseCollection
    from spacecat_shared_data_access.postgrest.service import Service

# A module is imported when its entity is first used: a cold start pays for no other.
_MODULES: Final = {
    "AccessGrantLog": "spacecat_shared_data_access.models.access_grant_log",
    "ApiKey": "spacecat_shared_data_access.models.api_key",
    "AsyncJob": "spacecat_shared_data_access.models.async_job",
    "Audit": "spacecat_shared_data_access.models.audit",
    "AuditUrl": "spacecat_shared_data_access.models.audit_url",
    "Brand": "spacecat_shared_data_access.models.brand",
    "BrandSemrushProject": "spacecat_shared_data_access.models.brand_semrush_project",
    "Consumer": "spacecat_shared_data_access.models.consumer",
    "ContactSalesLead": "spacecat_shared_data_access.models.contact_sales_lead",
    "Entitlement": "spacecat_shared_data_access.models.entitlement",
    "Experiment": "spacecat_shared_data_access.models.experiment",
    "FixEntity": "spacecat_shared_data_access.models.fix_entity",
    "FixEntitySuggestion": "spacecat_shared_data_access.models.fix_entity_suggestion",
    "GeoExperiment": "spacecat_shared_data_access.models.geo_experiment",
    "IdempotencyKey": "spacecat_shared_data_access.models.idempotency_key",
    "ImportJob": "spacecat_shared_data_access.models.import_job",
    "ImportUrl": "spacecat_shared_data_access.models.import_url",
    "KeyEvent": "spacecat_shared_data_access.models.key_event",
    "LatestAudit": "spacecat_shared_data_access.models.latest_audit",
    "OAuthNonce": "spacecat_shared_data_access.models.oauth_nonce",
    "Opportunity": "spacecat_shared_data_access.models.opportunity",
    "Organization": "spacecat_shared_data_access.models.organization",
    "PageCitability": "spacecat_shared_data_access.models.page_citability",
    "PageIntent": "spacecat_shared_data_access.models.page_intent",
    "PlgOnboarding": "spacecat_shared_data_access.models.plg_onboarding",
    "Preflight": "spacecat_shared_data_access.models.preflight",
    "Project": "spacecat_shared_data_access.models.project",
    "Report": "spacecat_shared_data_access.models.report",
    "ScrapeJob": "spacecat_shared_data_access.models.scrape_job",
    "ScrapeUrl": "spacecat_shared_data_access.models.scrape_url",
    "SentimentGuideline": "spacecat_shared_data_access.models.sentiment_guideline",
    "SentimentTopic": "spacecat_shared_data_access.models.sentiment_topic",
    "Site": "spacecat_shared_data_access.models.site",
    "SiteCandidate": "spacecat_shared_data_access.models.site_candidate",
    "SiteEnrollment": "spacecat_shared_data_access.models.site_enrollment",
    "SiteImsOrgAccess": "spacecat_shared_data_access.models.site_ims_org_access",
    "SiteTopForm": "spacecat_shared_data_access.models.site_top_form",
    "SiteTopPage": "spacecat_shared_data_access.models.site_top_page",
    "Suggestion": "spacecat_shared_data_access.models.suggestion",
    "SuggestionGrant": "spacecat_shared_data_access.models.suggestion_grant",
    "TaskManagementConnection": "spacecat_shared_data_access.models.task_management_connection",
    "Ticket": "spacecat_shared_data_access.models.ticket",
    "TicketSuggestion": "spacecat_shared_data_access.models.ticket_suggestion",
    "Token": "spacecat_shared_data_access.models.token",
    "TrialUser": "spacecat_shared_data_access.models.trial_user",
    "TrialUserActivity": "spacecat_shared_data_access.models.trial_user_activity",
}

# Entities kept elsewhere than in a table. No schema declares them, and no reference leads to them.
_WITHOUT_SCHEMA: Final = {
    "Configuration": "spacecat_shared_data_access.models.configuration",
}


class EntityRegistry:
    """The collections of all registered entities.

    Entities are registered for the whole process, so that references find their targets; collections
    are made for one service each, when they are first asked for.

    An entity is registered by its schema. Configuration is the exception: it is one versioned document in
    S3, not rows of a table, so there are no attributes, indexes and references to declare. It counts
    among the names and the collections, so that ``data_access.Configuration`` works as any other, but not
    among the schemas. Its collection, named as all are, is made of the service, the configuration and
    the log, and shares no base class with the others.

    Args:
        service: The way to the server.
        config: The configuration that collections may look into.
        log: Where they write what happens.
    """

    _registered: ClassVar[dict[str, Schema | str]] = dict(_MODULES)

    def __init__(self, service: Service, config: DataAccessConfig, log: Logger) -> None:
        self.service = service
        self.config = config
        self.log = log
        self._collections: dict[str, BaseCollection[Any]] = {}

    @classmethod
    def register_entity(cls, schema: Schema) -> None:
        """Make an entity known, or replace the one of that name.

        Args:
            schema: As built by SchemaBuilder.
        """
        if not isinstance(schema, Schema):
            raise DataAccessError("An entity is registered by its schema, as SchemaBuilder.build() gives it")
        cls._registered[schema.model_name] = schema

    @classmethod
    def reset_entities(cls) -> None:
        """Forget all entities but the package's own."""
        cls._registered = dict(_MODULES)

    @classmethod
    def is_registered(cls, entity: str) -> bool:
        """Tell whether an entity of this name is registered."""
        return entity in cls._registered or entity in _WITHOUT_SCHEMA

    @classmethod
    def entity_names(cls) -> list[str]:
        """Give the names of all registered entities, sorted; those without a schema too."""
        return sorted({*cls._registered, *_WITHOUT_SCHEMA})

    @classmethod
    def schemas(cls) -> Iterator[Schema]:
        """Give the schemas of all registered entities that have one, by name."""
        return (cls.schema_of(name) for name in sorted(cls._registered))

    @classmethod
    def schema_of(cls, entity: str) -> Schema:
        """Give an entity's schema.

        Raises:
            DataAccessError: No entity of this name is registered, or it has no schema.
        """
        found = cls._registered.get(entity)
        if found is None:
            fault = "has no schema" if entity in _WITHOUT_SCHEMA else "is not registered"
            raise DataAccessError(f"The entity {entity} {fault}")
        if isinstance(found, str):
            schema: Schema = import_module(found).schema
            cls._registered[entity] = found = schema
        return found

    def collection_of(self, entity: str) -> BaseCollection[Any]:
        """Give an entity's collection.

        Args:
            entity: Such as ``Ticket``.

        Raises:
            DataAccessError: No entity of this name is registered.
        """
        if entity in _WITHOUT_SCHEMA and entity not in self._registered:
            other: BaseCollection[Any] = self._collection_without_schema(entity)
            return other
        schema = self.schema_of(entity)
        collection = self._collections.get(entity)
        if collection is None or collection.schema is not schema:
            made: BaseCollection[Any] = schema.collection_class(self.service, self, schema, self.log)  # type: ignore[call-arg, assignment] # a BaseCollection
            collection = self._collections[entity] = made
        return collection

    def get_collection(self, collection_name: str) -> BaseCollection[Any]:
        """Give a collection by its own name, such as ``TicketCollection``. Raises as `collection_of`."""
        return self.collection_of(collection_name.removesuffix("Collection"))

    def get_collections(self) -> dict[str, BaseCollection[Any]]:
        """Give all collections by entity name."""
        return {name: self.collection_of(name) for name in self.entity_names()}

    def _collection_without_schema(self, entity: str) -> Any:
        # Any: it is no BaseCollection, and who asks for it by name knows what it is.
        collection = self._collections.get(entity)
        if collection is None:
            made = getattr(import_module(_WITHOUT_SCHEMA[entity]), f"{entity}Collection")
            collection = self._collections[entity] = made(self.service, self.config, self.log)
        return collection


AsyncEntityRegistry = EntityRegistry
