"""ImportUrl: a URL of an import job."""

from __future__ import annotations

from typing import ClassVar

from spacecat_shared_data_access.models.base import BaseCollection, BaseModel
from spacecat_shared_data_access.models.jobs import add_job_url_attributes
from spacecat_shared_data_access.schema import SchemaBuilder


class ImportUrl(BaseModel):
    """One page of an import job and the result of its import.

    ``file`` and ``path`` are the location of the result; ``reason`` explains a failure.
    """

    ENTITY_NAME = "ImportUrl"

    IMPORT_URL_EXPIRES_IN_DAYS: ClassVar[int] = 30


class ImportUrlCollection(BaseCollection[ImportUrl]):
    """All URLs of import jobs."""

    COLLECTION_NAME = "ImportUrlCollection"


schema = add_job_url_attributes(
    SchemaBuilder(ImportUrl, ImportUrlCollection)
    .with_record_expiry(ImportUrl.IMPORT_URL_EXPIRES_IN_DAYS)
    .add_reference("belongs_to", "ImportJob", ["status"])
).build()
