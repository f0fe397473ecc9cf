"""Report: a report about a site over a period, and where its files are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from spacecat_shared_data_access.models.base import BaseCollection, BaseModel
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.validation import has_text, is_map, is_string, optional
from spacecat_shared_data_access.schema.values import to_jsonable


class Report(BaseModel):
    """One report of one kind (``report_type``), over a period and in comparison with another.

    Its files lie in S3 under ``storage_path``, which creation computes where none is given.
    """

    ENTITY_NAME = "Report"

    class Status(StrEnum):
        """How far the report is."""

        PROCESSING = "processing"
        SUCCESS = "success"
        FAILED = "failed"

    def get_raw_storage_path(self) -> str | None:
        """Give where the raw data lie; None where the report has no storage path."""
        return self._path_of("raw")

    def get_enhanced_storage_path(self) -> str | None:
        """Give where the enhanced data lie; None where the report has no storage path."""
        return self._path_of("enhanced")

    def _path_of(self, folder: str) -> str | None:
        base = self.record.get("storage_path")
        return None if base is None else f"{base}{folder}/"


class ReportCollection(BaseCollection[Report]):
    """All reports."""

    COLLECTION_NAME = "ReportCollection"

    async def create(
        self,
        item: Mapping[str, Any],
        *,
        upsert: bool = True,  # noqa: ARG002 - always so
        on_conflict: str | Sequence[str] | None = None,  # noqa: ARG002 - always the id
    ) -> Report:
        """Store a new report, or change the one of its id, and see to its storage path.

        A report without a storage path gets ``reports/<site>/<type>/<id>/``, by a second request.

        Args:
            item: Values by attribute name; see `BaseCollection.create`.
            upsert: Not heeded: it always is one.
            on_conflict: Not heeded: it is always the id.

        Raises:
            ValidationError: As for `BaseCollection.create`, and so are the others.
            DataAccessError: Also where the path could not be stored (``Failed to save entity …``): the
                report is there then, without a path.
        """
        report = await super().create(item, upsert=True)
        if report.record.get("storage_path") == "":
            given = self.schema.by_attribute(item)
            folders = f"reports/{to_jsonable(given['site_id'])}/{to_jsonable(given['report_type'])}/{report.get_id()}/"
            report.patcher.patch_value("storage_path", folders)
            await report.save()
        return report


def _is_period(value: Any) -> bool:
    return is_map(value) and isinstance(value.get("startDate"), str) and isinstance(value.get("endDate"), str)


schema = (
    SchemaBuilder(Report, ReportCollection)
    .add_reference("belongs_to", "Site")
    .add_all_index(["report_type"])
    .add_attribute("report_type", type="string", required=True, validate=has_text)
    .add_attribute("report_period", type="any", required=True, validate=_is_period)
    .add_attribute("comparison_period", type="any", required=True, validate=_is_period)
    .add_attribute("storage_path", type="string", default="", validate=optional(is_string))
    .add_attribute("status", type=Report.Status, required=True, default=Report.Status.PROCESSING)
    .build()
)
