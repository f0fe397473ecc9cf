"""Report: a report about a site over a period, and the location of its files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from spacecat_shared_data_access.models.base import BaseCollection, BaseModel
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.validation import has_text, is_map, is_string, optional
from spacecat_shared_data_access.schema.values import to_jsonable


class Report(BaseModel):
    """A report of a type (``report_type``) over a period, compared with another period.

    Its files are in S3 under ``storage_path``, which `ReportCollection.create` sets if it is missing.
    """

    ENTITY_NAME = "Report"

    class Status(StrEnum):
        """The progress of a report."""

        PROCESSING = "processing"
        SUCCESS = "success"
        FAILED = "failed"

    def get_raw_storage_path(self) -> str | None:
        """Return the path of the raw data; None if the report has no storage path."""
        return self._path_of("raw")

    def get_enhanced_storage_path(self) -> str | None:
        """Return the path of the enhanced data; None if the report has no storage path."""
        return self._path_of("enhanced")

    def _path_of(self, folder: str) -> str | None:
        base = self.record.get("storage_path")
        return None if base is None else f"{base}{folder}/"


class ReportCollection(BaseCollection[Report]):
    """The collection of reports."""

    COLLECTION_NAME = "ReportCollection"

    async def create(
        self,
        item: Mapping[str, Any] | None = None,
        *,
        upsert: bool = True,  # noqa: ARG002 - has no effect
        on_conflict: str | Sequence[str] | None = None,  # noqa: ARG002 - has no effect
        **values: Any,
    ) -> Report:
        """Create a report, or update the report with the same ID.

        If it has no storage path, a second request sets it to ``reports/<site>/<type>/<id>/``.

        Args:
            item: The values, by attribute name. See `BaseCollection.create`.
            upsert: Has no effect: this is always an upsert.
            on_conflict: Has no effect: this is always the ID.
            **values: Further values, by attribute name.

        Raises:
            ValidationError: As for `BaseCollection.create`.
            DataAccessError: As for `BaseCollection.create`; or the path could not be stored (``Failed to
                save entity …``), and the report exists without one.
        """
        item = self._with_keywords(item, values)
        report = await super().create(item, upsert=True)
        if report.record.get("storage_path") == "":
            values = self.schema.by_attribute(item)
            site_id, report_type = to_jsonable(values["site_id"]), to_jsonable(values["report_type"])
            report.patcher.patch_value("storage_path", f"reports/{site_id}/{report_type}/{report.get_id()}/")
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
