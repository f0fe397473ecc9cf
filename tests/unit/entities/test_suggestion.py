import subprocess
import sys

import pytest

from spacecat_shared_data_access import AccessDeniedError, ValidationError
from spacecat_shared_data_access.models.suggestion import (
    ISSUE_SKIP_REASONS,
    ISSUE_STATUSES,
    SUGGESTION_CREATE,
    SUGGESTION_TRANSITIONS,
    StatusClass,
    Suggestion,
    classify_status,
    derive_suggestion_status,
    is_allowed_suggestion_transition,
)
from unit.helpers import (
    ECHO,
    ID,
    OTHER_ID,
    PARENT_ID,
    THIRD_ID,
    body,
    error_response,
    filters,
    make_model,
    maybe_await,
)

VARIABLE = "STATUS_TRANSITION_ENFORCEMENT"
ROW = {
    "id": ID,
    "opportunity_id": PARENT_ID,
    "type": "CODE_CHANGE",
    "rank": 1,
    "data": {"url": "https://a.com"},
    "status": "NEW",
}
NEW_ONE = {"opportunity_id": PARENT_ID, "type": "CODE_CHANGE", "rank": 1, "data": {"url": "https://a.com"}}


@pytest.fixture
def suggestions(data_access):
    return data_access.Suggestion


@pytest.fixture
def suggestion(suggestions):
    return make_model(suggestions, ROW)


class TestStatus:
    async def test_a_new_status_is_stored(self, suggestion, server):
        server.respond_with(ECHO)
        await maybe_await(suggestion.set_status(Suggestion.Status.APPROVED).save())
        assert body(server.last)["status"] == "APPROVED"
        assert suggestion.get_status() is Suggestion.Status.APPROVED

    def test_set_status_has_an_alias(self, suggestion):
        assert suggestion.transition_status("FIXED") is suggestion
        assert suggestion.get_status() is Suggestion.Status.FIXED

    def test_a_forbidden_transition_is_logged_by_default(self, suggestion, monkeypatch, caplog):
        monkeypatch.setenv(VARIABLE, "warn")
        suggestion.set_status("REJECTED")
        assert suggestion.get_status() is Suggestion.Status.REJECTED
        assert caplog.messages == [f"status transition violation: Suggestion {ID} NEW -> REJECTED"]

    def test_a_forbidden_transition_is_accepted_in_off_mode(self, suggestion, monkeypatch, caplog):
        monkeypatch.setenv(VARIABLE, "off")
        suggestion.set_status("REJECTED")
        assert suggestion.get_status() is Suggestion.Status.REJECTED
        assert caplog.messages == []

    def test_a_forbidden_transition_is_refused_in_enforce_mode(self, suggestion, monkeypatch):
        monkeypatch.setenv(VARIABLE, "enforce")
        with pytest.raises(ValidationError, match="Invalid status transition for Suggestion"):
            suggestion.transition_status("REJECTED")
        assert suggestion.get_status() is Suggestion.Status.NEW
        assert not suggestion.patcher.has_updates

    @pytest.mark.parametrize("status", ["DONE", None, 5])
    def test_an_invalid_status_is_refused_in_every_mode(self, suggestion, monkeypatch, status):
        monkeypatch.setenv(VARIABLE, "off")
        with pytest.raises(ValidationError, match="status must be one of NEW,APPROVED"):
            suggestion.set_status(status)

    @pytest.mark.parametrize("from_", [None, *Suggestion.Status])
    def test_the_table_lists_the_allowed_transitions(self, from_):
        following = {to for to in Suggestion.Status if is_allowed_suggestion_transition(from_, to)}
        assert following == set(SUGGESTION_TRANSITIONS[from_])

    def test_a_suggestion_can_only_be_rejected_from_pending_validation(self):
        assert [from_ for from_, to in SUGGESTION_TRANSITIONS.items() if "REJECTED" in to] == [
            "PENDING_VALIDATION"
        ]

    def test_a_new_suggestion_has_an_initial_status(self):
        assert SUGGESTION_TRANSITIONS[SUGGESTION_CREATE] == ("NEW", "PENDING_VALIDATION", "OUTDATED")

    @pytest.mark.parametrize(
        ("from_", "to"), [("UNKNOWN", "NEW"), ("NEW", "NEW"), ("NEW", None), ([], "NEW")]
    )
    def test_transitions_not_in_the_table_are_forbidden(self, from_, to):
        assert is_allowed_suggestion_transition(from_, to) is False


class TestBulkUpdateStatus:
    async def test_all_are_stored_in_one_request(self, suggestions, server):
        models = [make_model(suggestions, {**ROW, "id": id_}) for id_ in (ID, OTHER_ID)]
        server.respond_with(201)
        assert await maybe_await(suggestions.bulk_update_status(models, Suggestion.Status.FIXED)) is models
        assert [(row["id"], row["status"]) for row in body(server.last)] == [
            (ID, "FIXED"),
            (OTHER_ID, "FIXED"),
        ]
        assert server.methods == ["POST"]

    async def test_an_empty_list_is_accepted(self, suggestions, server):
        assert await maybe_await(suggestions.bulk_update_status([], "FIXED")) == []
        assert server.requests == []

    @pytest.mark.parametrize("models", [None, "x", {}])
    async def test_it_takes_a_list(self, suggestions, models):
        with pytest.raises(ValidationError, match="Suggestions must be an array"):
            await maybe_await(suggestions.bulk_update_status(models, "FIXED"))

    async def test_no_status_is_set_if_one_is_no_suggestion(self, suggestions, suggestion, server):
        status = suggestion.get_status()
        with pytest.raises(ValidationError, match="an item is not a model of this entity"):
            await maybe_await(suggestions.bulk_update_status([suggestion, "x"], "FIXED"))
        assert suggestion.get_status() == status
        assert server.requests == []

    @pytest.mark.parametrize(("status", "name"), [("DONE", "DONE"), (None, "null"), (True, "true")])
    async def test_it_takes_a_status(self, suggestions, status, name):
        with pytest.raises(ValidationError, match=f"Invalid status: {name}. Must be one of: NEW, APPROVED"):
            await maybe_await(suggestions.bulk_update_status([], status))

    async def test_nothing_is_sent_if_one_is_refused(self, suggestions, suggestion, server, monkeypatch):
        monkeypatch.setenv(VARIABLE, "enforce")
        with pytest.raises(ValidationError):
            await maybe_await(suggestions.bulk_update_status([suggestion], "REJECTED"))
        assert server.requests == []


class TestFixes:
    async def test_its_fixes_are_found_through_the_links(self, suggestions, server):
        link = {"id": THIRD_ID, "suggestion_id": ID, "fix_entity_id": OTHER_ID, "opportunity_id": PARENT_ID}
        server.respond_with([link], [{"id": OTHER_ID, "status": "PENDING"}])
        fixes = await maybe_await(suggestions.get_fix_entities_by_suggestion_id(ID))
        assert [fix.get_id() for fix in fixes] == [OTHER_ID]
        assert server.paths == ["/fix_entity_suggestions", "/fix_entities"]
        assert filters(server.requests[0]) == [("suggestion_id", f"eq.{ID}")]
        assert filters(server.requests[1]) == [("id", f"in.({OTHER_ID})")]

    async def test_without_links_fixes_are_not_requested(self, suggestions, server):
        assert await maybe_await(suggestions.get_fix_entities_by_suggestion_id(ID)) == []
        assert server.paths == ["/fix_entity_suggestions"]

    @pytest.mark.parametrize("id_", [None, "", "nope", 5])
    async def test_an_id_is_needed(self, suggestions, server, id_):
        with pytest.raises(ValidationError) as raised:
            await maybe_await(suggestions.get_fix_entities_by_suggestion_id(id_))
        assert (
            str(raised.value)
            == "Validation failed in SuggestionCollection: suggestion_id must be a valid UUID"
        )
        assert server.requests == []

    async def test_an_error_names_the_failed_operation(self, suggestions, server, caplog):
        server.respond_with(error_response(403, "42501"))
        with pytest.raises(AccessDeniedError) as raised:
            await maybe_await(suggestions.get_fix_entities_by_suggestion_id(ID))
        assert str(raised.value) == "Failed to get fix entities for suggestion"
        assert caplog.messages[-1] == "Failed to get fix entities for suggestion"


class TestValues:
    @pytest.mark.parametrize("deltas", [None, 0, "", False, {"a": 1}])
    async def test_kpi_deltas_are_a_mapping_or_none(self, suggestions, server, deltas):
        server.respond_with(ECHO)
        await maybe_await(suggestions.create({**NEW_ONE, "kpi_deltas": deltas}))

    @pytest.mark.parametrize("deltas", [{}, 5, "x", ["x"]])
    async def test_other_kpi_deltas_are_refused(self, suggestions, deltas):
        with pytest.raises(ValidationError, match="kpi_deltas failed validation"):
            await maybe_await(suggestions.create({**NEW_ONE, "kpi_deltas": deltas}))

    @pytest.mark.parametrize("data", [{}, 5, [], "x"])
    async def test_data_is_a_non_empty_mapping(self, suggestions, data):
        with pytest.raises(ValidationError, match="data failed validation"):
            await maybe_await(suggestions.create({**NEW_ONE, "data": data}))

    def test_a_skip_detail_has_at_most_500_utf_16_units(self, suggestion):
        suggestion.set_skip_detail("x" * 500)
        suggestion.set_skip_detail("\N{GRINNING FACE}" * 250)
        for text in ("x" * 501, "\N{GRINNING FACE}" * 251):
            with pytest.raises(ValidationError, match="skip_detail failed validation"):
                suggestion.set_skip_detail(text)


class TestData:
    def test_valid_data_is_accepted(self):
        Suggestion.validate_data({"type": "url", "metrics": [{"lcp": None}]}, "cwv")

    def test_data_without_a_schema_is_not_checked(self):
        Suggestion.validate_data("anything", "rageclick")
        Suggestion.validate_data("anything")

    @pytest.mark.parametrize("data", [None, 5, "{}", []])
    @pytest.mark.parametrize("opportunity_type", Suggestion.DATA_SCHEMAS)
    def test_data_with_a_schema_must_be_an_object(self, opportunity_type, data):
        with pytest.raises(ValidationError, match='"value" must be of type object'):
            Suggestion.validate_data(data, opportunity_type)

    @pytest.mark.parametrize(
        ("opportunity_type", "data", "message"),
        [
            ("cwv", {"metrics": []}, '"type" is required'),
            (
                "cwv",
                {"type": "url", "metrics": [], "issues": [{}, {"status": "DONE"}]},
                f'"issues[1].status" must be one of [{", ".join(Suggestion.Status)}]',
            ),
            (
                "cwv",
                {"type": "url", "metrics": [], "issues": [{"skipDetail": "x" * 1001}]},
                '"issues[0].skipDetail" length must be less than or equal to 1000 characters long',
            ),
            ("sitemap", {"type": "error"}, '"error" is required'),
            ("sitemap", {"type": "url", "pageUrl": "https://a"}, '"sitemapUrl" is required'),
            ("sitemap", {"type": None}, '"type" must be one of [url, error]'),
            ("broken-backlinks", {}, '"value" must contain at least one of [url_from, urlFrom]'),
            (
                "broken-internal-links",
                {"urlFrom": "/"},
                '"value" must contain at least one of [url_to, urlTo]',
            ),
            ("prerender", {"url": "https://a", "validation": {"x": 1}}, '"validation.x" is not allowed'),
            ("meta-tags", {"url": "https://a", "rank": "first"}, '"rank" must be a number'),
        ],
    )
    def test_error_names_the_path_to_the_invalid_value(self, opportunity_type, data, message):
        with pytest.raises(ValidationError) as raised:
            Suggestion.validate_data(data, opportunity_type)
        assert str(raised.value) == f"Invalid data for opportunity type {opportunity_type}: {message}"

    def test_either_spelling_of_a_link_is_accepted(self):
        Suggestion.validate_data({"url_from": "/a", "urlTo": "/b"}, "broken-internal-links")

    def test_sitemap_error_needs_no_page(self):
        Suggestion.validate_data({"type": "error", "error": "timeout", "sitemapUrl": ""}, "sitemap")

    def test_pydantic_models_are_imported_on_first_validation(self):
        code = (
            "import sys; from spacecat_shared_data_access.models.suggestion import Suggestion; "
            "assert 'spacecat_shared_data_access.models.suggestion.data' not in sys.modules; "
            "Suggestion.validate_data({'url': 'https://a'}, 'canonical'); "
            "assert 'spacecat_shared_data_access.models.suggestion.data' in sys.modules"
        )
        subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603 - our own code

    def test_every_data_schema_has_a_model(self):
        from spacecat_shared_data_access.models.suggestion.data import MODELS  # noqa: PLC0415 - as the code does

        assert MODELS.keys() == Suggestion.DATA_SCHEMAS.keys()


class TestProjection:
    def test_type_with_a_schema_has_its_own_projection(self):
        assert Suggestion.get_projection("cwv") == {
            "fields": ["url", "type", "metrics", "issues"],
            "transformers": {"metrics": "filterCwvMetrics"},
        }

    @pytest.mark.parametrize(
        ("opportunity_type", "view"), [("rageclick", "minimal"), ("cwv", "summary"), (None, None)]
    )
    def test_unknown_type_or_view_has_the_fallback_projection(self, opportunity_type, view):
        assert Suggestion.get_projection(opportunity_type, view) == Suggestion.FALLBACK_PROJECTION["minimal"]

    def test_projection_is_a_copy(self):
        Suggestion.get_projection("cwv")["fields"].clear()
        Suggestion.get_projection("rageclick")["fields"].clear()
        assert Suggestion.get_projection("cwv")["fields"]
        assert Suggestion.get_projection("rageclick")["fields"]

    def test_projections_use_every_transformer_and_no_other(self):
        used = {
            name
            for data_schema in Suggestion.DATA_SCHEMAS.values()
            for projection in data_schema.projections.values()
            for name in projection["transformers"].values()
        }
        assert used == Suggestion.FIELD_TRANSFORMERS.keys()

    @pytest.mark.parametrize("name", Suggestion.FIELD_TRANSFORMERS)
    def test_transformer_returns_other_values_than_lists_unchanged(self, name):
        transform = Suggestion.FIELD_TRANSFORMERS[name]
        assert [transform(value) for value in (None, "x", {"a": 1})] == [None, "x", {"a": 1}]
        assert transform(["x", {"unknown": 1}]) == [{}, {}]


class FakeFix:
    def __init__(self, status):
        self._status = status

    def get_status(self):
        return self._status


class TestDerivation:
    @pytest.mark.parametrize(
        ("outcomes", "status"),
        [
            (["DEPLOYED", "PENDING", "FAILED"], "ERROR"),
            (["DEPLOYED", "PENDING"], "IN_PROGRESS"),
            (["ROLLED_BACK", "PUBLISHED"], "FIXED"),
            (["NEW", "REJECTED"], "SKIPPED"),
            (["OUTDATED", "APPROVED"], "NEW"),
            ([FakeFix("FAILED"), {"status": "FIXED"}], "ERROR"),
            (({"status": "PENDING"},), "IN_PROGRESS"),
            ([None, 5, {}, "unknown", "FIXED"], "FIXED"),
        ],
    )
    def test_outcome_with_the_highest_priority_decides(self, outcomes, status):
        assert derive_suggestion_status(outcomes) == status

    @pytest.mark.parametrize("outcomes", [None, "FAILED", [], ["unknown"], [None]])
    def test_current_status_is_returned_without_a_known_outcome(self, outcomes):
        assert derive_suggestion_status(outcomes) is None
        assert derive_suggestion_status(outcomes, [], "APPROVED") == "APPROVED"

    def test_issues_are_not_supported(self):
        with pytest.raises(ValidationError, match="CWV multi-issue bubble-up is not yet implemented"):
            derive_suggestion_status(["FIXED"], [{"id": "i-1"}])

    def test_every_suggestion_status_has_a_class(self):
        assert all(classify_status(status) for status in Suggestion.Status)
        assert classify_status(Suggestion.Status.NEW) is StatusClass.NEUTRAL
        assert classify_status(["FAILED"]) is None


def test_issue_has_the_statuses_and_skip_reasons_of_a_suggestion():
    assert list(ISSUE_STATUSES) == list(Suggestion.Status)
    assert list(ISSUE_SKIP_REASONS) == list(Suggestion.SkipReason)
