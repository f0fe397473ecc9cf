"""TrialUserActivity: what a trial user did."""

from __future__ import annotations

from enum import StrEnum

from spacecat_shared_data_access.models.base import BaseCollection, BaseModel
from spacecat_shared_data_access.models.entitlement import Entitlement
from spacecat_shared_data_access.schema import SchemaBuilder


class TrialUserActivity(BaseModel):
    """One thing that a trial user did, on which site and under which entitlement."""

    ENTITY_NAME = "TrialUserActivity"

    class Type(StrEnum):
        """What can be done."""

        SIGN_UP = "SIGN_UP"
        SIGN_IN = "SIGN_IN"
        CREATE_SITE = "CREATE_SITE"
        RUN_AUDIT = "RUN_AUDIT"
        PROMPT_RUN = "PROMPT_RUN"
        DOWNLOAD = "DOWNLOAD"


class TrialUserActivityCollection(BaseCollection[TrialUserActivity]):
    """All activities."""

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
