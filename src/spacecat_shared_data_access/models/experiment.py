"""Experiment: an A/B test on a page of a site."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from spacecat_shared_data_access.models.base import BaseCollection, BaseModel
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.validation import is_iso_date, is_string, is_url, optional


class Experiment(BaseModel):
    """One experiment (``exp_id``) on one page (``url``), with its variants and its conversion event."""

    ENTITY_NAME = "Experiment"

    DEFAULT_UPDATED_BY: ClassVar[str] = "spacecat"

    class Status(StrEnum):
        """The status of the experiment."""

        ACTIVE = "ACTIVE"
        INACTIVE = "INACTIVE"


class ExperimentCollection(BaseCollection[Experiment]):
    """All experiments."""

    COLLECTION_NAME = "ExperimentCollection"


schema = (
    SchemaBuilder(Experiment, ExperimentCollection)
    .add_reference("belongs_to", "Site", ["exp_id", "url", "updated_at"])
    .add_attribute("conversion_event_name", type="string", validate=optional(is_string))
    .add_attribute("conversion_event_value", type="string", validate=optional(is_string))
    .add_attribute("end_date", type="string", validate=optional(is_iso_date))
    .add_attribute("exp_id", type="string", required=True)
    .add_attribute("name", type="string")
    .add_attribute("start_date", type="string", validate=optional(is_iso_date))
    .add_attribute("status", type=Experiment.Status, required=True)
    .add_attribute("type", type="string", validate=optional(is_string))
    .add_attribute("url", type="string", required=True, validate=is_url)
    .add_attribute("updated_by", type="string", required=True, default=Experiment.DEFAULT_UPDATED_BY)
    .add_attribute("variants", type="list", items={"type": "any"}, required=True)
    .build()
)
