"""Change details, version 2: who deployed a fix, what it was to change, and what came of it.

This is the source of ``schemas/change-details.v2.schema.json``. Fields are spelt as in the data.
"""
# ruff: noqa: N815 - see above

from __future__ import annotations

import json
from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, ConfigDict, Field, model_validator
from pydantic import ValidationError as PydanticError

from spacecat_shared_data_access.models.fix_entity.change_details import ChangeDetails
from spacecat_shared_data_access.schema.data_types import (
    ABSENT,
    Data,
    Moment,
    Text,
    TextOrEmpty,
    complaints,
    one_of,
    refused,
)

_MOST_BYTES = ChangeDetails.DEPLOY_RESPONSE_PAYLOAD_MAX_BYTES


def _listed(words: type[StrEnum]) -> Any:
    # What one_of checks, for the JSON Schema.
    return Field(json_schema_extra={"enum": [str(word) for word in words]})


def _check_size(payload: Any) -> Any:
    text = (
        payload
        if isinstance(payload, str)
        else json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
    )
    if len(text.encode(errors="surrogatepass")) > _MOST_BYTES:
        raise refused(
            f"exceeds {_MOST_BYTES} bytes; hash it into deployResponseSha256 and truncate at the write "
            "chokepoint"
        )
    return payload


Surface = Annotated[TextOrEmpty, one_of(ChangeDetails.Surface), _listed(ChangeDetails.Surface)]
ActorType = Annotated[TextOrEmpty, one_of(ChangeDetails.ActorType), _listed(ChangeDetails.ActorType)]
CallStatus = Annotated[TextOrEmpty, one_of(ChangeDetails.CallStatus), _listed(ChangeDetails.CallStatus)]
Applied = Annotated[TextOrEmpty, one_of(ChangeDetails.Applied), _listed(ChangeDetails.Applied)]
ChangeStatus = Annotated[
    TextOrEmpty, one_of(ChangeDetails.ChangeResultStatus), _listed(ChangeDetails.ChangeResultStatus)
]
Verdict = Annotated[TextOrEmpty, one_of(ChangeDetails.VerifyVerdict), _listed(ChangeDetails.VerifyVerdict)]
DateTime = Annotated[Moment, Field(json_schema_extra={"format": "date-time"})]
Sha256 = Annotated[Text, Field(pattern=r"^[a-fA-F0-9]{64}$")]


class _Closed(Data):
    # A key that is not declared is a mistake, or a form that nobody agreed on.
    model_config = ConfigDict(extra="forbid")


class TargetChange(_Closed):
    """One proposed change: only what is meant, neither what was there nor what came of it."""

    targetPath: Text
    property: Text
    intendedValue: Any


class Target(_Closed):
    """What is to be changed, and where."""

    system: Text = ABSENT
    changeType: Text
    siteId: Text = ABSENT
    pageId: Text = ABSENT
    documentPath: Text = ABSENT
    detectedPageAuthorUrl: Text = ABSENT
    changes: Annotated[list[TargetChange], Field(min_length=1)]


class ChangeResult(_Closed):
    """What came of the proposed change of the same path and property."""

    targetPath: Text
    property: Text
    previousValue: Any = ABSENT
    appliedValue: Any = ABSENT
    status: ChangeStatus


class _Verify(_Closed):
    verdict: Verdict
    reasonCode: Text = ABSENT
    evidence: Any = ABSENT


class PreVerify(_Verify):
    """What a check of the page said before the deployment."""

    preVerifiedAt: DateTime = ABSENT


class PostVerify(_Verify):
    """What a check of the page said after the deployment."""

    revert: Any = ABSENT
    postVerifiedAt: DateTime = ABSENT


class Result(_Closed):
    """What came of the deployment."""

    callStatus: CallStatus
    applied: Applied
    deployResponsePayload: Annotated[
        Any,
        AfterValidator(_check_size),
        Field(
            description=f"The deployment's answer: body, status and the headers that matter. At most "
            f"{_MOST_BYTES} bytes, which JSON Schema cannot check; of a longer one deployResponseSha256 "
            "holds the hash and this the beginning."
        ),
    ] = ABSENT
    deployResponseSha256: Sha256 = ABSENT
    changeResults: list[ChangeResult] = ABSENT
    preVerify: PreVerify = ABSENT
    postVerify: PostVerify = ABSENT


class ChangeDetailsV2(_Closed):
    """Who deployed a fix, what it was to change, and what came of it."""

    schemaVersion: Literal[2]
    surface: Surface
    actorType: ActorType
    target: Target
    result: Result = ABSENT

    @model_validator(mode="after")
    def _results_match_changes(self) -> Self:
        if "result" not in self.model_fields_set:
            return self
        is_whole = self.result.applied == ChangeDetails.Applied.ALL
        if "changeResults" not in self.result.model_fields_set:
            if is_whole:
                raise refused("result.applied is ALL but result.changeResults is missing")
            return self
        proposed, happened = _keys(self.target.changes), _keys(self.result.changeResults)
        if happened - proposed:
            raise refused(
                "result.changeResults contains an entry with no matching target.changes "
                "(targetPath, property)"
            )
        if is_whole and proposed - happened:
            raise refused(
                "result.applied is ALL but a target.changes entry has no matching result.changeResults"
            )
        return self


def complaints_about(value: dict[str, Any]) -> list[str]:
    """Say what is wrong with change details that claim to have the form of version 2.

    Args:
        value: Plain JSON.

    Returns:
        One text for each value that is wrong, with its path; none where nothing is.
    """
    try:
        ChangeDetailsV2.model_validate(value)
    except PydanticError as error:
        return complaints(error)
    return []


def _keys(changes: Iterable[TargetChange | ChangeResult]) -> set[tuple[str, str]]:
    return {(change.targetPath, change.property) for change in changes}
