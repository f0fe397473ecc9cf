from datetime import UTC, date, datetime
from types import SimpleNamespace
from uuid import UUID

import pytest

from spacecat_shared_data_access import ConflictError, DataAccessError, ErrorItem, ValidationError
from spacecat_shared_data_access.errors import AccessDeniedError
from spacecat_shared_data_access.models.fix_entity import (
    FIX_ENTITY_CREATE,
    FIX_ENTITY_TRANSITIONS,
    FixEntity,
    is_allowed_fix_transition,
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
    params,
    uuid,
)

FIX = {
    "id": ID,
    "opportunity_id": PARENT_ID,
    "type": "CODE_CHANGE",
    "status": "PENDING",
    "change_details": {"file": "a.js"},
    "created_at": "2026-06-01T00:00:00+00:00",
}
DENIED = error_response(403, "42501", "permission denied")


def link(suggestion_id, fix_id=ID):
    return {"fix_entity_id": fix_id, "suggestion_id": suggestion_id, "opportunity_id": PARENT_ID}


def suggestion(id_, **values):
    return {"id": id_, "opportunity_id": PARENT_ID, "type": "CODE_CHANGE", "data": {"a": 1}, **values}


def by_table(**replies):
    """Return a reply that depends on the method and the table, such as ``get_suggestions``."""

    def reply(request):
        return replies.get(f"{request.method.lower()}_{request.url.path.strip('/')}", [])

    return reply


@pytest.fixture
def fixes(data_access):
    return data_access.FixEntity


@pytest.fixture
def fix(fixes):
    return make_model(fixes, FIX)


@pytest.fixture
def suggestions(data_access):
    return [
        data_access.Suggestion.create_instance_from_row(suggestion(each)) for each in (OTHER_ID, THIRD_ID)
    ]


class TestStatus:
    @pytest.mark.parametrize("setter", ["set_status", "transition_status"])
    def test_an_allowed_transition_is_accepted(self, fix, setter, monkeypatch):
        monkeypatch.setenv("STATUS_TRANSITION_ENFORCEMENT", "enforce")
        assert getattr(fix, setter)(FixEntity.Status.DEPLOYED) is fix
        assert fix.get_status() is FixEntity.Status.DEPLOYED

    def test_another_transition_is_refused_in_enforce_mode(self, fix, monkeypatch, caplog):
        monkeypatch.setenv("STATUS_TRANSITION_ENFORCEMENT", "enforce")
        with pytest.raises(ValidationError, match=r"for FixEntity: cannot transition to PUBLISHED$"):
            fix.set_status("PUBLISHED")
        assert fix.get_status() is FixEntity.Status.PENDING
        assert caplog.messages == [f"status transition violation: FixEntity {ID} PENDING -> PUBLISHED"]

    def test_another_transition_is_only_logged_by_default(self, fix, monkeypatch, caplog):
        monkeypatch.delenv("STATUS_TRANSITION_ENFORCEMENT", raising=False)
        fix.set_status("PUBLISHED")
        assert fix.get_status() is FixEntity.Status.PUBLISHED
        assert caplog.messages == [f"status transition violation: FixEntity {ID} PENDING -> PUBLISHED"]

    def test_another_transition_is_accepted_silently_in_off_mode(self, fix, monkeypatch, caplog):
        monkeypatch.setenv("STATUS_TRANSITION_ENFORCEMENT", "off")
        fix.set_status("PUBLISHED")
        assert fix.get_status() is FixEntity.Status.PUBLISHED
        assert caplog.messages == []

    @pytest.mark.parametrize("mode", ["off", "warn", "enforce"])
    def test_an_invalid_status_is_always_refused(self, fix, monkeypatch, mode):
        monkeypatch.setenv("STATUS_TRANSITION_ENFORCEMENT", mode)
        with pytest.raises(ValidationError):
            fix.set_status("DONE")
        assert fix.get_status() is FixEntity.Status.PENDING

    def test_every_status_has_transitions(self):
        assert set(FIX_ENTITY_TRANSITIONS) == {FIX_ENTITY_CREATE, *FixEntity.Status}
        assert FIX_ENTITY_TRANSITIONS[FixEntity.Status.ROLLED_BACK] == ()

    def test_a_new_fix_may_be_pending_deployed_or_failed(self):
        first = [status for status in FixEntity.Status if is_allowed_fix_transition(None, status)]
        assert first == ["PENDING", "DEPLOYED", "FAILED"]


class TestCreating:
    async def test_a_fix_is_pending_and_of_spacecat_by_default(self, fixes, server):
        server.respond_with(ECHO)
        details = {"opportunity_id": PARENT_ID, "type": "CODE_CHANGE", "change_details": {"file": "a.js"}}
        made = await maybe_await(fixes.create({**details, "executed_at": datetime(2026, 7, 2, tzinfo=UTC)}))
        assert (made.get_status(), made.get_origin()) == (FixEntity.Status.PENDING, FixEntity.Origin.SPACECAT)
        assert body(server.last)["executed_at"] == "2026-07-02T00:00:00.000Z"

    @pytest.mark.parametrize(
        ("values", "complaint"),
        [
            ({"change_details": {}}, "change_details failed validation"),
            (
                {
                    "change_details": {
                        "schemaVersion": 3,
                        "surface": "ASO",
                        "actorType": "SERVICE",
                        "target": {
                            "changeType": "u",
                            "changes": [{"targetPath": "a", "property": "b", "intendedValue": 1}],
                        },
                    }
                },
                'change_details (v2) invalid: "schemaVersion" Input should be 2',
            ),
            ({"type": "MAGIC"}, "type is invalid"),
            ({"executed_at": "2026-07-02"}, "executed_at failed validation"),
            ({"origin": "SPACECAT"}, "origin is invalid"),
        ],
    )
    async def test_invalid_values_are_refused(self, fixes, server, values, complaint):
        item = {"opportunity_id": PARENT_ID, "type": "CODE_CHANGE", "change_details": {"file": "a.js"}}
        with pytest.raises(ValidationError) as raised:
            await maybe_await(fixes.create({**item, **values}))
        assert raised.value.cause.message == complaint
        assert server.requests == []

    def test_a_setter_checks_change_details_too(self, fix):
        with pytest.raises(ValidationError, match=r"change_details \(v2\) invalid"):
            fix.set_change_details({"schemaVersion": 2})


class TestSuggestionsOfAFix:
    async def test_they_are_found_by_its_links(self, fix, server):
        server.respond_with([link(OTHER_ID), link(THIRD_ID)], [suggestion(OTHER_ID)])
        (found,) = await maybe_await(fix.get_suggestions())
        assert found.get_id() == OTHER_ID
        assert [filters(each) for each in server.requests] == [
            [("fix_entity_id", f"eq.{ID}")],
            [("id", f"in.({OTHER_ID},{THIRD_ID})")],
        ]

    async def test_a_fix_without_links_has_none(self, fixes, server):
        assert await maybe_await(fixes.get_suggestions_by_fix_entity_id(UUID(ID))) == []
        assert server.paths == ["/fix_entity_suggestions"]

    @pytest.mark.parametrize("id_", ["x", "", None, 5])
    async def test_they_are_found_by_an_id_only(self, fixes, server, id_):
        with pytest.raises(
            ValidationError, match=r"^Validation failed in FixEntityCollection: fix_entity_id"
        ):
            await maybe_await(fixes.get_suggestions_by_fix_entity_id(id_))
        assert server.requests == []

    async def test_a_refusal_says_what_failed(self, fixes, server, caplog):
        server.respond_with(DENIED)
        with pytest.raises(AccessDeniedError, match=r"^Failed to get suggestions for fix entity$"):
            await maybe_await(fixes.get_suggestions_by_fix_entity_id(ID))
        assert caplog.messages[-1] == f"Failed to get suggestions for fix entity: {ID}"


class TestSettingSuggestions:
    async def test_links_are_removed_kept_and_added(self, fixes, fix, suggestions, server):
        deleted = uuid(40)
        server.respond_with(
            by_table(
                get_fix_entity_suggestions=[link(deleted), link(OTHER_ID)],
                post_fix_entity_suggestions=ECHO,
                delete_fix_entity_suggestions=204,
            )
        )
        outcome = await maybe_await(fixes.set_suggestions_for_fix_entity(PARENT_ID, fix, suggestions))
        assert [each.get_id() for each in outcome.created_items] == [f"{THIRD_ID}#{ID}"]
        assert (outcome.error_items, outcome.removed_count) == ([], 1)
        sent = {each.method: each for each in server.requests}
        assert filters(sent["DELETE"]) == [("suggestion_id", f"eq.{deleted}"), ("fix_entity_id", f"eq.{ID}")]
        (made,) = body(sent["POST"])
        assert made["fix_entity_created_at"] == "2026-06-01T00:00:00.000Z"
        assert (made["suggestion_id"], made["opportunity_id"]) == (THIRD_ID, PARENT_ID)

    async def test_the_date_of_a_link_is_the_date_of_execution(self, fixes, suggestions, server):
        executed = make_model(fixes, {**FIX, "executed_at": "2026-06-03T10:00:00Z"})
        server.respond_with(by_table(post_fix_entity_suggestions=ECHO))
        await maybe_await(
            fixes.set_suggestions_for_fix_entity(UUID(PARENT_ID), executed, suggestions[:1] * 2)
        )
        (made,) = body(server.last)
        assert made["fix_entity_created_at"] == "2026-06-03T10:00:00.000Z"

    async def test_existing_links_are_kept(self, fixes, fix, suggestions, server):
        server.respond_with([link(THIRD_ID), link(OTHER_ID)])
        outcome = await maybe_await(fixes.set_suggestions_for_fix_entity(PARENT_ID, fix, suggestions))
        assert (outcome.created_items, outcome.error_items, outcome.removed_count) == ([], [], 0)
        assert server.methods == ["GET"]

    async def test_a_failed_removal_does_not_stop_the_other_links(
        self, fixes, fix, suggestions, server, caplog
    ):
        server.respond_with(
            by_table(
                get_fix_entity_suggestions=[link(uuid(40))],
                post_fix_entity_suggestions=ECHO,
                delete_fix_entity_suggestions=DENIED,
            )
        )
        outcome = await maybe_await(fixes.set_suggestions_for_fix_entity(PARENT_ID, fix, suggestions))
        assert (len(outcome.created_items), outcome.removed_count) == (2, 0)
        assert "Remove operation failed:" in caplog.messages

    async def test_a_failed_insert_does_not_stop_the_other_links(
        self, fixes, fix, suggestions, server, caplog
    ):
        server.respond_with(
            by_table(
                get_fix_entity_suggestions=[link(uuid(40))],
                post_fix_entity_suggestions=DENIED,
                delete_fix_entity_suggestions=204,
            )
        )
        outcome = await maybe_await(fixes.set_suggestions_for_fix_entity(PARENT_ID, fix, suggestions))
        assert (outcome.created_items, outcome.error_items, outcome.removed_count) == ([], [], 1)
        assert "Create operation failed:" in caplog.messages

    async def test_an_invalid_link_is_reported(self, fixes, fix, data_access, server):
        nameless = data_access.Suggestion.create_instance_from_row({"id": "no uuid", "data": {"a": 1}})
        outcome = await maybe_await(fixes.set_suggestions_for_fix_entity(PARENT_ID, fix, [nameless]))
        (error,) = outcome.error_items
        assert isinstance(error, ErrorItem)
        assert str(error.error) == "suggestion_id failed validation"
        assert server.methods == ["GET"]

    async def test_nothing_is_written_if_the_links_cannot_be_read(self, fixes, fix, suggestions, server):
        server.respond_with(DENIED)
        with pytest.raises(AccessDeniedError, match=r"^Failed to set suggestions for fix entity$"):
            await maybe_await(fixes.set_suggestions_for_fix_entity(PARENT_ID, fix, suggestions))
        assert server.methods == ["GET"]

    async def test_objects_with_an_id_are_accepted_and_invalid_ids_are_reported(self, fixes, server):
        server.respond_with([], ECHO)
        fix = SimpleNamespace(
            get_id=lambda: ID, get_executed_at=lambda: None, get_created_at=lambda: "2026-01-01T00:00:00.000Z"
        )
        given = [SimpleNamespace(get_id=lambda id_=id_: id_) for id_ in (OTHER_ID, "bad", OTHER_ID)]
        result = await maybe_await(fixes.set_suggestions_for_fix_entity(PARENT_ID, fix, given))
        assert [link.get_suggestion_id() for link in result.created_items] == [OTHER_ID]
        ((item, error),) = [(each.item, each.error) for each in result.error_items]
        assert item["suggestion_id"] == "bad"
        assert str(error) == "suggestion_id failed validation"
        assert server.methods == ["GET", "POST"]

    @pytest.mark.parametrize("id_", [None, 5, b"x", ["x"], object()])
    async def test_an_id_that_is_not_a_string_is_refused(self, fixes, fix, server, id_):
        with pytest.raises(ValidationError):
            await maybe_await(
                fixes.set_suggestions_for_fix_entity(PARENT_ID, fix, [SimpleNamespace(get_id=lambda: id_)])
            )
        assert server.requests == []

    async def test_invalid_arguments_are_refused(self, fixes, fix, suggestions, server):
        for arguments, complaint in [
            (("x", fix, suggestions), "FixEntityCollection: opportunity_id must be a valid UUID"),
            ((PARENT_ID, fix, None), "FixEntityCollection: suggestions must be an array"),
            ((PARENT_ID, fix, [OTHER_ID]), "suggestions must contain items of type any"),
            ((PARENT_ID, None, suggestions), "^fixEntity is required$"),
        ]:
            with pytest.raises(ValidationError, match=complaint):
                await maybe_await(fixes.set_suggestions_for_fix_entity(*arguments))
        assert server.requests == []


class TestFixesWithSuggestions:
    async def test_fixes_of_a_date_are_found(self, fixes, server):
        server.respond_with(
            by_table(
                get_fix_entity_suggestions=[link(OTHER_ID), link(THIRD_ID, uuid(91)), link(THIRD_ID)],
                get_fix_entities=[FIX, {**FIX, "id": uuid(91)}],
                get_suggestions=[suggestion(THIRD_ID)],
            )
        )
        found = await maybe_await(
            fixes.get_all_fixes_with_suggestion_by_created_at(PARENT_ID, date(2026, 6, 1))
        )
        assert [each.fix_entity.get_id() for each in found] == [ID, uuid(91)]
        assert [[each.get_id() for each in one.suggestions] for one in found] == [[THIRD_ID], [THIRD_ID]]
        first, second, third = map(filters, server.requests)
        assert first == [("opportunity_id", f"eq.{PARENT_ID}"), ("fix_entity_created_date", "eq.2026-06-01")]
        assert second == [("id", f"in.({ID},{uuid(91)})")]
        assert third == [("id", f"in.({OTHER_ID},{THIRD_ID})")]

    async def test_a_date_without_fixes_has_none(self, fixes, server):
        assert (
            await maybe_await(fixes.get_all_fixes_with_suggestion_by_created_at(PARENT_ID, "2026-06-01"))
            == []
        )
        assert server.paths == ["/fix_entity_suggestions"]

    @pytest.mark.parametrize(
        ("opportunity_id", "day", "complaint"),
        [
            ("x", "2026-06-01", "opportunity_id must be a valid UUID"),
            (PARENT_ID, "", "fix_entity_created_date is required"),
            (PARENT_ID, None, "fix_entity_created_date is required"),
        ],
    )
    async def test_an_opportunity_id_and_a_date_are_required(
        self, fixes, server, opportunity_id, day, complaint
    ):
        with pytest.raises(ValidationError, match=f"^Validation failed in FixEntityCollection: {complaint}$"):
            await maybe_await(fixes.get_all_fixes_with_suggestion_by_created_at(opportunity_id, day))
        assert server.requests == []

    async def test_all_fixes_are_returned_with_and_without_suggestions(self, fixes, server):
        server.respond_with(
            by_table(
                get_fix_entity_suggestions=[link(OTHER_ID)],
                get_fix_entities=[{**FIX, "id": uuid(91)}, FIX],
                get_suggestions=[suggestion(OTHER_ID)],
            )
        )
        found = await maybe_await(fixes.get_all_fixes_with_suggestions_by_opportunity_id(UUID(PARENT_ID)))
        assert [(each.fix_entity.get_id(), len(each.suggestions)) for each in found] == [
            (uuid(91), 0),
            (ID, 1),
        ]

    async def test_suggestions_are_not_requested_without_links(self, fixes, server):
        server.respond_with(by_table(get_fix_entities=[FIX]))
        (found,) = await maybe_await(fixes.get_all_fixes_with_suggestions_by_opportunity_id(PARENT_ID))
        assert found.suggestions == []
        assert sorted(server.paths) == ["/fix_entities", "/fix_entity_suggestions"]

    async def test_the_opportunity_id_must_be_a_uuid(self, fixes, server):
        with pytest.raises(ValidationError, match=r"opportunity_id must be a valid UUID$"):
            await maybe_await(fixes.get_all_fixes_with_suggestions_by_opportunity_id("x"))
        assert server.requests == []

    async def test_an_error_is_raised_unchanged(self, fixes, server):
        server.respond_with(DENIED)
        with pytest.raises(AccessDeniedError, match=r"^Failed to query$"):
            await maybe_await(fixes.get_all_fixes_with_suggestions_by_opportunity_id(PARENT_ID))


class TestFixesOfOpportunities:
    async def test_ids_are_deduplicated_and_sent_fifty_at_a_time(self, fixes, server):
        ids = [uuid(number) for number in range(60)]
        server.respond_with([FIX])
        assert len(await maybe_await(fixes.all_by_opportunity_ids([*ids, *ids]))) == 2
        asked = sorted(filters(each)[0][1].count(",") + 1 for each in server.requests)
        assert asked == [10, 50]
        assert dict(params(server.last))["order"] == "id.desc"

    async def test_no_ids_find_nothing(self, fixes, server):
        assert await maybe_await(fixes.all_by_opportunity_ids([])) == []
        assert server.requests == []

    @pytest.mark.parametrize("ids", [None, PARENT_ID, {}, [5]])
    async def test_an_invalid_list_is_refused(self, fixes, server, ids):
        with pytest.raises(
            ValidationError, match=r"^Validation failed in FixEntityCollection: opportunity_ids"
        ):
            await maybe_await(fixes.all_by_opportunity_ids(ids))
        assert server.requests == []


ISSUES = [{"id": "i-1", "status": "FIXED", "fixEntityId": ID}, {"id": "i-2", "status": "FIXED"}, None]


class TestRemoving:
    def of_an_issue(self, fixes, issue_id="i-1"):
        return make_model(fixes, {**FIX, "change_details": {"issueId": issue_id}})

    async def test_the_issue_is_restored_before_the_fix_is_removed(self, fixes, server):
        data = {"url": "https://example.com", "issues": ISSUES}
        server.respond_with(
            by_table(
                get_fix_entity_suggestions=[link(OTHER_ID)],
                get_suggestions=[suggestion(OTHER_ID, data=data)],
                patch_suggestions=[suggestion(OTHER_ID)],
            )
        )
        fix = self.of_an_issue(fixes)
        assert await maybe_await(fix.remove()) is fix
        given_back = next(each for each in server.requests if each.method == "PATCH")
        assert body(given_back)["data"] == {
            "url": "https://example.com",
            "issues": [{"id": "i-1", "status": "NEW", "fixEntityId": None}, *ISSUES[1:]],
        }
        assert server.methods.index("PATCH") < server.methods.index("DELETE")
        assert server.paths[-2:] == ["/fix_entity_suggestions", "/fix_entities"]

    @pytest.mark.parametrize(
        "data", [{"url": "x"}, {"issues": {"id": "i-1"}}, {"issues": []}, {"issues": [{"id": "i-3"}, "i-1"]}]
    )
    async def test_a_suggestion_without_the_issue_is_unchanged(self, fixes, server, data):
        server.respond_with(
            by_table(
                get_fix_entity_suggestions=[link(OTHER_ID)],
                get_suggestions=[suggestion(OTHER_ID, data=data)],
            )
        )
        await maybe_await(self.of_an_issue(fixes).remove())
        assert "PATCH" not in server.methods

    @pytest.mark.parametrize("issue_id", [None, "", 0])
    async def test_a_fix_without_an_issue_id_is_removed_directly(self, fixes, server, issue_id):
        await maybe_await(self.of_an_issue(fixes, issue_id).remove())
        assert "/suggestions" not in server.paths
        assert server.methods == ["GET", "DELETE"]

    async def test_a_fix_whose_issue_cannot_be_restored_is_not_removed(self, fixes, server):
        server.respond_with(
            by_table(
                get_fix_entity_suggestions=[link(OTHER_ID)],
                get_suggestions=[suggestion(OTHER_ID, data={"issues": ISSUES})],
                patch_suggestions=error_response(409, "23505"),
            )
        )
        with pytest.raises(ConflictError, match=r"^Failed to save entity suggestion"):
            await maybe_await(self.of_an_issue(fixes).remove())
        assert "DELETE" not in server.methods

    async def test_a_fix_whose_suggestions_cannot_be_read_is_not_removed(self, fixes, server):
        server.respond_with(DENIED)
        with pytest.raises(DataAccessError, match=r"^Failed to get suggestions for fix entity$"):
            await maybe_await(self.of_an_issue(fixes).remove())
        assert server.methods == ["GET"]
