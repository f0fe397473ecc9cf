"""The recorded cases of the functions for suggestions and their reviews."""

import pytest

from conformance.cases import in_python_names, recorded_functions
from spacecat_shared_data_access import ValidationError
from spacecat_shared_data_access.models import feedback_event
from spacecat_shared_data_access.models.suggestion import (
    Suggestion,
    classify_status,
    derive_suggestion_status,
    is_allowed_suggestion_transition,
)
from spacecat_shared_data_access.schema.naming import camel_to_snake

FUNCTIONS = {
    "Suggestion/validateData": Suggestion.validate_data,
    "Suggestion/getProjection": Suggestion.get_projection,
    "isAllowedSuggestionTransition": is_allowed_suggestion_transition,
    "classifyStatus": classify_status,
    "deriveSuggestionStatus": derive_suggestion_status,
    "verdictToSignal": feedback_event.verdict_to_signal,
    "signalToVerdict": feedback_event.signal_to_verdict,
    "toReviewView": feedback_event.to_review_view,
    "shouldExport": feedback_event.should_export,
    "toJsonlRow": feedback_event.to_jsonl_row,
    "buildJsonl": feedback_event.build_jsonl,
    **{
        f"Suggestion/FIELD_TRANSFORMERS/{name}": transform
        for name, transform in Suggestion.FIELD_TRANSFORMERS.items()
    },
}
OPTIONS = {"includePatches", "optedIn"}


@pytest.mark.parametrize("case", recorded_functions(*FUNCTIONS), ids=lambda case: case["name"])
def test_a_function_behaves_as_recorded(case):
    arguments, options = case["args"], {}
    if arguments and isinstance(arguments[-1], dict) and arguments[-1] and arguments[-1].keys() <= OPTIONS:
        *arguments, given = arguments
        options = {camel_to_snake(name): value for name, value in given.items()}
    function, expected = FUNCTIONS[case["fn"]], case["result"]
    if isinstance(expected, dict) and "$error" in expected:
        with pytest.raises(ValidationError) as raised:
            function(*arguments, **options)
        # The path names JSON keys, which are not renamed.
        is_path = case["fn"] == "Suggestion/validateData"
        message = expected["message"] if is_path else in_python_names(expected["message"])
        assert str(raised.value) == message
    else:
        assert function(*arguments, **options) == expected


def test_every_function_has_recorded_cases():
    assert {case["fn"] for case in recorded_functions(*FUNCTIONS)} == FUNCTIONS.keys()
