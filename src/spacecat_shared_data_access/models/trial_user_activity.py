"""TrialUserActivity: an action of a trial user."""

from __future__ import annotations

from enum import StrEnum

from spacecat_shared_data_access.models.base import BaseCollection, BaseModel
from spacecat_shared_data_access.models.entitlement import Entitlement
from spacecat_shared_data_access.schema import SchemaBuilder


class TrialUserActivity(BaseModel):
    """An action of a trial user, with the site and the entitlement."""

    ENTITY_NAME = "TrialUserActivity"

    class Type(StrEnum):
        """The type of an action."""

        SIGN_UP = "SIGN_UP"
        SIGN_IN = "SIGN_IN"
        CREATE_SITE = "CREATE_SITE"
        RUN_AUDIT = "RUN_AUDIT"
        PROMPT_RUN = "PROMPT_RUN"
        DOWNLOAD = "DOWNLOAD"


class TrialUserActivityCollection(BaseCollection[TrialUserActivity]):
    """The collection of activities."""

    COLLECTION_NAME = "TrialUserActivityCollection"


schema = (
    SchemaBuilder(TrialUserActivity, TrialUserActivityCollection)
    .add_reference("belongs_to", "TrialUser")
    .add_reference("belongs_to", "Entitlement")
    .add_reference("belongs_to", "Site")
    .add_attribute("type", type=TrialUserActivity.Type, required=True)
    .add_attribute("details", type="any")
    .add_attribute("product_code", type=Entitlement.ProductCode, required=True)
    .add_index(["product_code"], ["created_at"])
    .build()
)
