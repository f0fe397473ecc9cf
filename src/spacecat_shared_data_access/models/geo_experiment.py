"""GeoExperiment: a measurement of the effect of deployed suggestions on a site's visibility."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, ClassVar, Unpack

from spacecat_shared_data_access.models.arguments import site_key
from spacecat_shared_data_access.models.base import BaseModel, Page
from spacecat_shared_data_access.models.base.queries import Options
from spacecat_shared_data_access.models.paging import PagedCollection
from spacecat_shared_data_access.postgrest.where import all_of
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.validation import has_text, is_count, is_map, optional


class GeoExperiment(BaseModel):
    """One experiment: prompts are run before and after suggestions are deployed, and the results compared.

    ``status`` is the overall status and ``phase`` the current step (see `Phase`; other strings are allowed).
    ``metadata`` and its schedules have the keys of `MetadataKey` and `ScheduleConfigKey`.
    """

    ENTITY_NAME = "GeoExperiment"

    DEFAULT_UPDATED_BY: ClassVar[str] = "spacecat"
    SCHEDULE_CONFIG_ENV_VAR: ClassVar[str] = "EXPERIMENT_SCHEDULE_CONFIG"
    """The environment variable with the schedules, as JSON by strategy, each with ``pre`` and ``post``."""

    class Type(StrEnum):
        """The type of deployment."""

        ONSITE_OPPORTUNITY_DEPLOYMENT = "onsite_opportunity_deployment"

    class Status(StrEnum):
        """The status of the experiment."""

        GENERATING_BASELINE = "GENERATING_BASELINE"
        IN_PROGRESS = "IN_PROGRESS"
        COMPLETED = "COMPLETED"
        FAILED = "FAILED"

    class Phase(StrEnum):
        """The steps of an experiment, in order."""

        INITIATED = "initiated"
        PROMPT_GENERATION_STARTED = "prompt_generation_started"
        PROMPT_GENERATION_COMPLETED = "prompt_generation_completed"
        PRE_ANALYSIS_STARTED = "pre_analysis_started"
        PRE_ANALYSIS_DONE = "pre_analysis_done"
        DEPLOYMENT_STARTED = "deployment_started"
        DEPLOYMENT_DONE = "deployment_done"
        POST_ANALYSIS_STARTED = "post_analysis_started"
        POST_ANALYSIS_DONE = "post_analysis_done"
        IMPACT_MEASUREMENT_STARTED = "impact_measurement_started"
        IMPACT_MEASUREMENT_DONE = "impact_measurement_done"

    class MetadataKey(StrEnum):
        """The keys that services share in an experiment's metadata."""

        SCHEDULE_CONFIG = "scheduleConfig"
        IMPACT_MEASUREMENT_TASK_ID = "impactMeasurementTaskId"
        VALIDATION = "validation"

    class ScheduleConfigKey(StrEnum):
        """The keys of one schedule, before or after deployment."""

        CRON_EXPRESSION = "cronExpression"
        EXPIRY_MS = "expiryMs"
        PLATFORMS = "platforms"
        PROVIDER_IDS = "providerIds"


_ACTIVE = (GeoExperiment.Status.GENERATING_BASELINE, GeoExperiment.Status.IN_PROGRESS)


class GeoExperimentCollection(PagedCollection[GeoExperiment]):
    """All experiments."""

    COLLECTION_NAME = "GeoExperimentCollection"

    async def all_by_site_id(
        self, site_id: Any, **options: Unpack[Options]
    ) -> Page[GeoExperiment] | GeoExperiment | None:
        """Find a site's experiments, the latest change first, page by page.

        Args:
            site_id: The site's UUID.
            **options: See `Options`.

        Returns:
            A `Page`, whose cursor is None if no limit was given. With ``limit=1`` one experiment or None.

        Raises:
            ValidationError: The site's ID is missing.
            DataAccessError: As for `all`.
        """
        return await self._page(site_key(site_id), options)

    async def all_active(
        self, **options: Unpack[Options]
    ) -> list[GeoExperiment] | GeoExperiment | Page[GeoExperiment] | None:
        """Find the active experiments of all sites: those that generate their baseline or are in progress.

        Args:
            **options: See `Options`.

        Returns:
            As for `all`.

        Raises:
            ValidationError: An option is invalid.
            DataAccessError: As for `all`.
        """
        options["where"] = all_of(lambda attrs, op: op.in_(attrs.status, _ACTIVE), options.get("where"))
        return await self.all(**options)


schema = (
    SchemaBuilder(GeoExperiment, GeoExperimentCollection)
    .add_reference("belongs_to", "Site")
    .add_reference("belongs_to", "Opportunity", required=False)
    .add_attribute("pre_schedule_id", type="string", validate=optional(has_text))
    .add_attribute("post_schedule_id", type="string", validate=optional(has_text))
    .add_attribute("type", type=GeoExperiment.Type, required=True)
    .add_attribute("status", type=GeoExperiment.Status, required=True)
    .add_attribute("phase", type="string", required=True, validate=has_text)
    .add_attribute("suggestion_ids", type="list", items={"type": "string"}, default=list)
    .add_attribute("name", type="string", required=True, validate=has_text)
    .add_attribute("prompts_count", type="number", default=0, validate=is_count)
    .add_attribute("prompts_location", type="string", validate=optional(has_text))
    .add_attribute("start_time", type="string", validate=optional(has_text))
    .add_attribute("end_time", type="string", validate=optional(has_text))
    .add_attribute("metadata", type="any", validate=optional(is_map))
    .add_attribute("insights_location", type="string", validate=optional(has_text))
    .add_attribute("error", type="any", validate=optional(is_map))
    .add_attribute("updated_by", type="string", default=GeoExperiment.DEFAULT_UPDATED_BY, validate=has_text)
    .build()
)
