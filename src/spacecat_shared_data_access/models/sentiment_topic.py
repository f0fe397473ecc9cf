"""SentimentTopic: a topic whose sentiment is analysed for a site."""

from __future__ import annotations

from spacecat_shared_data_access.models.sentiment import SentimentCollection, SentimentModel, sentiment_schema


class SentimentTopic(SentimentModel):
    """A topic that is analysed for a site, such as a product's name.

    Its primary key is ``site_id`` and ``topic_id``.
    """

    ENTITY_NAME = "SentimentTopic"


class SentimentTopicCollection(SentimentCollection[SentimentTopic]):
    """The collection of topics."""

    COLLECTION_NAME = "SentimentTopicCollection"


schema = (
    sentiment_schema(SentimentTopic, SentimentTopicCollection, "topic_id")
    .add_attribute("description", type="string")
    .add_attribute("enabled", type="boolean", required=True, default=True)
    .add_attribute("created_by", type="string", required=True, read_only=True, default="system")
    .build()
)
