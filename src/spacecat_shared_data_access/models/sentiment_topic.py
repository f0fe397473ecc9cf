"""SentimentTopic: what a site's sentiment analysis is about."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from spacecat_shared_data_access.models.base import BaseModel
from spacecat_shared_data_access.models.sentiment import SentimentCollection
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.validation import has_text


class SentimentTopic(BaseModel):
    """One topic that is analysed for a site, such as a product's name.

    Known by its site and its ``topic_id``.
    """

    ENTITY_NAME = "SentimentTopic"

    def generate_composite_keys(self) -> dict[str, Any]:
        """Give the attributes and values by which it is removed and upserted: its site and its id."""
        return {"site_id": self.record.get("site_id"), "topic_id": self.record.get("topic_id")}


class SentimentTopicCollection(SentimentCollection[SentimentTopic]):
    """All topics."""

    COLLECTION_NAME = "SentimentTopicCollection"
    SECOND_KEY = "topic_id"


schema = (
    SchemaBuilder(SentimentTopic, SentimentTopicCollection)
    .with_primary_partition_keys(["site_id"])
    .with_primary_sort_keys(["topic_id"])
    .add_reference("belongs_to", "Site")
    .add_attribute("topic_id", type="string", required=True, read_only=True, default=lambda: str(uuid4()))
    .add_attribute("name", type="string", required=True, validate=has_text)
    .add_attribute("description", type="string")
    .add_attribute("enabled", type="boolean", required=True, default=True)
    .add_attribute("created_by", type="string", required=True, read_only=True, default="system")
    .build()
)
