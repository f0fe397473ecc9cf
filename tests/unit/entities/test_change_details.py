import copy

import pytest

from spacecat_shared_data_access import ValidationError
from spacecat_shared_data_access.models.fix_entity import (
    CHANGE_DETAILS_SCHEMA_VERSION,
    ChangeDetails,
    FixEntity,
    validate_change_details,
)

TITLE = {"targetPath": "/a", "property": "title"}
TEXT = {"targetPath": "/a", "property": "text"}
DETAILS = {
    "schemaVersion": CHANGE_DETAILS_SCHEMA_VERSION,
    "surface": ChangeDetails.Surface.AUTHOR_PUBLISH,
    "actorType": ChangeDetails.ActorType.IMS_USER,
    "target": {
        "system": "aem",
        "changeType": "update",
        "changes": [{**TITLE, "intendedValue": "T"}, {**TEXT, "intendedValue": None}],
    },
    "result": {
        "callStatus": ChangeDetails.CallStatus.SUCCESS,
        "applied": ChangeDetails.Applied.ALL,
        "deployResponsePayload": {"status": 200},
        "deployResponseSha256": "aB" * 32,
        "changeResults": [
            {**TEXT, "previousValue": "x", "status": ChangeDetails.ChangeResultStatus.APPLIED},
            {**TITLE, "appliedValue": None, "status": ChangeDetails.ChangeResultStatus.UNCHANGED},
        ],
        "preVerify": {"verdict": ChangeDetails.VerifyVerdict.VERIFIED, "preVerifiedAt": "2026-07-02"},
        "postVerify": {"verdict": "rejected", "revert": {"by": "x"}, "postVerifiedAt": "2026-07-02T09:38Z"},
    },
}


def changed(*path_and_value):
    """Return the details with another value at a path."""
    *path, last, value = path_and_value
    details = copy.deepcopy(DETAILS)
    place = details
    for step in path:
        place = place[step]
    place[last] = value
    return details


def error_about(details):
    with pytest.raises(ValidationError) as raised:
        validate_change_details(details)
    return raised.value.message.removeprefix("change_details (v2) invalid: ")


def test_details_of_version_2_are_valid():
    assert validate_change_details(DETAILS) is True


def test_constants_are_available_on_the_model():
    assert FixEntity.CHANGE_DETAILS is ChangeDetails
    assert FixEntity.CHANGE_DETAILS.SCHEMA_VERSION == 2
    assert FixEntity.CHANGE_DETAILS.DEPLOY_RESPONSE_PAYLOAD_MAX_BYTES == 4096


@pytest.mark.parametrize("version", [None, 1, "1", 1.0])
def test_details_without_version_or_of_version_1_may_have_any_content(version):
    assert validate_change_details({"schemaVersion": version, "anything": ["goes"]}) is True


@pytest.mark.parametrize("details", [{}, [], ["x"], "x", 5, None, True])
def test_only_a_non_empty_mapping_may_be_stored(details):
    assert validate_change_details(details) is False


@pytest.mark.parametrize("version", ["2", 3, 0, True, False, "01", "", [], 2.5])
def test_any_other_version_must_match_version_2(version):
    assert '"schemaVersion" ' in error_about({**DETAILS, "schemaVersion": version})


def test_error_lists_every_invalid_value():
    message = error_about({"schemaVersion": 2, "target": {"changes": [{"targetPath": ""}]}, "x": 1})
    assert message == (
        '"surface" is required. "actorType" is required. "target.changeType" is required. '
        '"target.changes[0].targetPath" is not allowed to be empty. '
        '"target.changes[0].property" is required. "target.changes[0].intendedValue" is required. '
        '"x" is not allowed'
    )


@pytest.mark.parametrize(
    ("details", "path"),
    [
        (changed("surface", "aso"), "surface"),
        (changed("actorType", None), "actorType"),
        (changed("target", []), "target"),
        (changed("target", "system", ""), "target.system"),
        (changed("target", "siteId", None), "target.siteId"),
        (changed("target", "changes", []), "target.changes"),
        (changed("target", "changes", 0, "more", 1), "target.changes[0].more"),
        (changed("result", None), "result"),
        (changed("result", "changeResults", None), "result.changeResults"),
        (changed("result", "changeResults", 0, "status", "done"), "result.changeResults[0].status"),
        (changed("result", "deployResponseSha256", "ab" * 31), "result.deployResponseSha256"),
        (changed("result", "preVerify", "preVerifiedAt", "yesterday"), "result.preVerify.preVerifiedAt"),
        (changed("result", "preVerify", {}), "result.preVerify.verdict"),
        (changed("result", "postVerify", "preVerifiedAt", "2026-07-02"), "result.postVerify.preVerifiedAt"),
    ],
)
def test_error_names_the_path_to_the_invalid_value(details, path):
    assert error_about(details).startswith(f'"{path}" ')


@pytest.mark.parametrize(
    ("payload", "fits"),
    [
        ("x" * 4096, True),
        ("x" * 4097, False),
        ("é" * 2048, True),
        ("é" * 2049, False),
        ({"k": "x" * 4088}, True),
        ({"k": "x" * 4089}, False),
        (None, True),
    ],
)
def test_deploy_response_has_at_most_4096_bytes(payload, fits):
    details = changed("result", "deployResponsePayload", payload)
    if fits:
        assert validate_change_details(details) is True
    else:
        assert error_about(details).startswith('"result.deployResponsePayload" exceeds 4096 bytes; ')


def test_recursive_details_are_invalid():
    endless = []
    endless.append(endless)
    assert (
        error_about(changed("result", "deployResponsePayload", endless))
        == "a value contains itself or is nested too deeply"
    )


class TestResultsMatchProposedChanges:
    def test_fully_applied_fix_needs_a_result_for_every_change(self):
        details = changed("result", "changeResults", DETAILS["result"]["changeResults"][:1])
        assert error_about(details) == (
            "result.applied is ALL but a target.changes entry has no matching result.changeResults"
        )

    def test_fully_applied_fix_needs_results(self):
        details = copy.deepcopy(DETAILS)
        del details["result"]["changeResults"]
        assert error_about(details) == "result.applied is ALL but result.changeResults is missing"

    @pytest.mark.parametrize("applied", ["PARTIAL", "NONE"])
    def test_partially_applied_fix_may_lack_results(self, applied):
        details = changed("result", "applied", applied)
        del details["result"]["changeResults"][0]
        assert validate_change_details(details) is True
        del details["result"]["changeResults"]
        assert validate_change_details(details) is True

    def test_result_must_match_a_proposed_change(self):
        details = changed("result", "changeResults", 0, "property", "description")
        assert error_about(details) == (
            "result.changeResults contains an entry with no matching target.changes (targetPath, property)"
        )

    def test_proposed_fix_needs_no_result(self):
        details = copy.deepcopy(DETAILS)
        del details["result"]
        assert validate_change_details(details) is True
