import json
from datetime import UTC, datetime

import pytest

from spacecat_shared_data_access import ValidationError
from spacecat_shared_data_access.models import feedback_event
from spacecat_shared_data_access.models.feedback_event import (
    OPT_OUT_STRIPPED_FIELDS,
    RejectionCategory,
    ReviewSignal,
    ReviewVerdict,
    build_jsonl,
    should_export,
    signal_to_verdict,
    to_jsonl_row,
    to_review_view,
    verdict_to_signal,
)

ROW = {
    "event_id": "e-1",
    "event_time": "2026-06-01T00:00:00Z",
    "organization_id": "o-1",
    "site_id": "s-1",
    "suggestion_id": "g-1",
    "opportunity_type": "cwv",
    "source": "backoffice",
    "signal": "negative",
    "tier": "paid",
    "detail_markdown": "written by hand",
    "edited_fix": "corrected by hand",
    "previous_fix": "diff",
    "guidance_markdown": "generated",
}


def test_verdicts_and_signals_convert_both_ways():
    assert verdict_to_signal("up") is ReviewSignal.POSITIVE
    assert verdict_to_signal(ReviewVerdict.DOWN) is ReviewSignal.NEGATIVE
    assert [signal_to_verdict(verdict_to_signal(verdict)) for verdict in ReviewVerdict] == list(ReviewVerdict)


@pytest.mark.parametrize(
    ("value", "name"), [("UP", "UP"), (None, "null"), (True, "true"), (5, "5"), ("", "")]
)
def test_an_unknown_verdict_or_signal_is_refused(value, name):
    with pytest.raises(ValidationError) as raised:
        verdict_to_signal(value)
    assert str(raised.value) == f"Invalid review verdict: {name}"
    with pytest.raises(ValidationError) as raised:
        signal_to_verdict(value)
    assert str(raised.value) == f"Invalid review signal: {name}"


class TestReviewView:
    def test_it_is_json_with_the_verdict(self):
        view = to_review_view(ROW)
        assert view["eventId"] == "e-1"
        assert view["verdict"] == "down"
        assert view["reviewerId"] is None
        assert view["feedbackSubjectId"] is None
        json.dumps(view)

    def test_patches_are_included_on_request(self):
        patches = {"previousFix", "editedFix", "guidanceMarkdown"}
        assert patches.isdisjoint(to_review_view(ROW))
        assert patches <= to_review_view(ROW, include_patches=True).keys()

    def test_it_omits_missing_values(self):
        assert "tier" not in to_review_view({"event_id": "e-1", "signal": "positive"})

    def test_without_a_row_there_is_no_view(self):
        assert to_review_view() is None
        assert to_review_view(None) is None

    def test_a_row_needs_a_signal(self):
        with pytest.raises(ValidationError, match="Invalid review signal: null"):
            to_review_view({})


class TestExport:
    @pytest.mark.parametrize("category", [None, RejectionCategory.OTHER, "bad_recommendation"])
    def test_feedback_on_a_generated_fix_is_exported(self, category):
        assert should_export({**ROW, "rejection_category": category})

    def test_a_bug_of_the_product_is_not_exported(self):
        assert not should_export({**ROW, "rejection_category": "product_bug"})
        assert not should_export({**ROW, "rejection_category": RejectionCategory.PRODUCT_BUG})

    def test_feedback_without_a_generated_fix_is_not_exported(self):
        assert not should_export({**ROW, "previous_fix": None})
        assert not should_export({})

    def test_free_text_is_exported_only_with_consent(self):
        kept, stripped = to_jsonl_row(ROW, opted_in=True), to_jsonl_row(ROW)
        assert {name for name in kept if kept[name] != stripped[name]} == set(OPT_OUT_STRIPPED_FIELDS)
        assert [stripped[name] for name in OPT_OUT_STRIPPED_FIELDS] == [None, None]
        assert stripped["guidance_markdown"] == "generated"

    def test_a_row_has_a_schema_version_and_a_verdict(self):
        row = to_jsonl_row(ROW)
        assert (row["schema_version"], row["verdict"]) == (feedback_event.SCHEMA_VERSION, "down")
        assert next(iter(row)) == "schema_version"

    def test_values_are_plain(self):
        row = {**ROW, "event_time": datetime(2026, 6, 1, tzinfo=UTC), "signal": ReviewSignal.POSITIVE}
        assert to_jsonl_row(row)["event_time"] == "2026-06-01T00:00:00.000Z"
        assert type(to_jsonl_row(row)["signal"]) is str

    def test_lines_are_compact_and_not_escaped(self):
        text = "Zürich\n\u2028"
        lines = build_jsonl([{**ROW, "detail_markdown": text}, {}, ROW], opted_in=True).split("\n")
        assert len(lines) == 2
        assert '"detail_markdown":"Zürich\\n\u2028"' in lines[0]

    def test_without_rows_there_are_no_lines(self):
        assert build_jsonl([]) == ""
