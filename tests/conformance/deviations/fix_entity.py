"""Deviations of fixes, their links, experiments, reports and Semrush projects."""

from conformance.deviations.deviation import Deviation


def _checked_by_setter(entity: str, attribute: str) -> Deviation:
    return Deviation(
        "A setter validates the value, as creation does.",
        {
            "$error": "ValidationError",
            "message": f"Validation failed in {entity}: {attribute} failed validation",
        },
        ["GET"],
    )


CASES = {
    "FixEntity.setChangeDetails: wrong type": _checked_by_setter("fixEntity", "change_details"),
    "GeoExperiment.setError: wrong type": _checked_by_setter("geoExperiment", "error"),
    "Report.setReportPeriod + save": _checked_by_setter("report", "report_period"),
    "Report.setReportPeriod: wrong type": _checked_by_setter("report", "report_period"),
    "Report.setComparisonPeriod: wrong type": _checked_by_setter("report", "comparison_period"),
    "BrandSemrushProject.setLanguageCode + save": _checked_by_setter("brandSemrushProject", "language_code"),
    "FixEntitySuggestion.existsById": Deviation(
        "The table has no ID: a missing column is refused before anything is sent.",
        {
            "$error": "ValidationError",
            "message": "fix_entity_suggestion_id is not stored, so it cannot be asked for",
        },
        [],
    ),
    "FixEntitySuggestion.setSuggestionId + save": Deviation(
        "A link is changed where it is stored: the original asks for the row by its new id, and meets none.",
        {
            "$model": "FixEntitySuggestion",
            "json": {
                "createdAt": "2026-06-30T10:11:12.123Z",
                "fixEntityCreatedAt": "2026-06-30T12:00:00.000Z",
                "fixEntityId": "0190a1b2-c3d4-7e5f-8a6b-000000000101",
                "opportunityId": "0190a1b2-c3d4-7e5f-8a6b-000000000101",
                "suggestionId": "0190a1b2-c3d4-7e5f-8a6b-000000000150",
                "updatedAt": "<now>",
            },
        },
        ["GET", "PATCH"],
        bodies=[{"suggestion_id": "0190a1b2-c3d4-7e5f-8a6b-000000000150", "updated_at": "<now>"}],
    ),
}
