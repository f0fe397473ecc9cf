"""ImportJob: an import of a site's pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, Final

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.base import BaseModel
from spacecat_shared_data_access.models.jobs import JobCollection, JobSchemaBuilder, JobStatus, JobUrlStatus
from spacecat_shared_data_access.schema.validation import (
    is_boolean,
    is_count,
    is_falsy,
    is_non_empty_map,
    is_one_of,
    is_url,
    optional,
)
from spacecat_shared_data_access.schema.values import js_str


class ImportJob(BaseModel):
    """One run of the importer over the URLs of a site.

    ``hashed_api_key`` and ``initiated_by`` identify the client. The former never appears in a log line or an
    error.
    """

    ENTITY_NAME = "ImportJob"

    ImportJobStatus = JobStatus
    ImportUrlStatus = JobUrlStatus

    class ImportOption(StrEnum):
        """The keys of ``options``, case-insensitive."""

        ENABLE_JAVASCRIPT = "enableJavascript"
        PAGE_LOAD_TIMEOUT = "pageLoadTimeout"
        TYPE = "type"
        DATA = "data"

    class ImportOptionType(StrEnum):
        """The values of the option ``type``: the target format of the import."""

        DOC = "doc"
        XWALK = "xwalk"
        DA = "da"


class ImportJobCollection(JobCollection[ImportJob]):
    """All import jobs."""

    COLLECTION_NAME = "ImportJobCollection"


_OPTIONS: Final[Mapping[str, Callable[[Any], bool]]] = {
    ImportJob.ImportOption.ENABLE_JAVASCRIPT: is_boolean,
    ImportJob.ImportOption.PAGE_LOAD_TIMEOUT: is_count,
    ImportJob.ImportOption.TYPE: is_one_of(ImportJob.ImportOptionType),
    ImportJob.ImportOption.DATA: optional(is_non_empty_map),
}
_KNOWN_OPTIONS: Final = frozenset(option.lower() for option in ImportJob.ImportOption)
_CLIENT: Final = ("apiKeyName", "imsOrgId", "imsUserId", "userAgent")


def _check_options(options: Any) -> None:
    if is_falsy(options):
        return
    if not isinstance(options, Mapping):
        raise ValidationError(f"Invalid options: {_text_of(options)}")
    unknown = [name for name in options if name.lower() not in _KNOWN_OPTIONS]
    if unknown:
        raise ValidationError(f"Invalid options: {','.join(unknown)}")
    for name, value in options.items():
        # As in the original, a value is checked only if the case of its key is exact.
        if name in _OPTIONS and not _OPTIONS[name](value):
            raise ValidationError(f"Invalid value for {name}: {_text_of(value)}")


def _text_of(value: Any) -> str:
    # A value as in the original's messages.
    if isinstance(value, list):
        return ",".join("" if item is None else _text_of(item) for item in value)
    return js_str(value)


schema = (
    JobSchemaBuilder(ImportJob, ImportJobCollection)
    .add_reference("has_many", "ImportUrls")
    .add_attribute("base_url", type="string", required=True, validate=is_url)
    .add_job_duration()
    .add_attribute("has_custom_headers", type="boolean", default=False)
    .add_attribute("has_custom_import_js", type="boolean", default=False)
    .add_attribute("hashed_api_key", type="string", required=True, secret=True)
    .add_attribute("import_queue_id", type="string")
    .add_attribute(
        "initiated_by",
        type="map",
        properties={name: {"type": "string"} for name in _CLIENT},
    )
    .add_attribute("options", type="any", validate=_check_options)
    .add_job_status()
    .add_all_index(["started_at"])
    .add_index(["status"], ["updated_at"])
    .build()
)
