"""The schema of change details, version 2: who deployed a fix, the proposed changes and their results.

This is the source of ``schemas/change-details.v2.schema.json``. Fields have the names used in the data.
"""
# ruff: noqa: N815 - see above

from __future__ import annotations

import json
from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, Field, model_validator
from pydantic import ValidationError as PydanticError

from spacecat_shared_data_access.models.fix_entity.change_details import ChangeDetails
from spacecat_shared_data_access.schema.data_types import (
    ABSENT,
    Moment,
    StrictModel,
    Text,
    TextOrEmpty,
    complaints,
    one_of,
    refused,
)

_MAX_BYTES = ChangeDetails.DEPLOY_RESPONSE_PAYLOAD_MAX_BYTES


def _enum(enum: type[StrEnum]) -> Any:
    # one_of is a function, which the JSON Schema cannot show.
    return Field(json_schema_extra={"enum": [str(member) for member in enum]})


def _check_size(payload: Any) -> Any:
    text = (
        payload
        if isinstance(payload, str)
        else json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
    )
    if len(text.encode(errors="surrogatepass")) > _MAX_BYTES:
        raise refused(
            f"exceeds {_MAX_BYTES} bytes; hash it into deployResponseSha256 and truncate at the write "
            "chokepoint"
        )
    return payload


Surface = Annotated[TextOrEmpty, one_of(ChangeDetails.Surface), _enum(ChangeDetails.Surface)]
ActorType = Annotated[TextOrEmpty, one_of(ChangeDetails.ActorType), _enum(ChangeDetails.ActorType)]
CallStatus = Annotated[TextOrEmpty, one_of(ChangeDetails.CallStatus), _enum(ChangeDetails.CallStatus)]
Applied = Annotated[TextOrEmpty, one_of(ChangeDetails.Applied), _enum(ChangeDetails.Applied)]
ChangeStatus = Annotated[
    TextOrEmpty, one_of(ChangeDetails.ChangeResultStatus), _enum(ChangeDetails.ChangeResultStatus)
]
Verdict = Annotated[TextOrEmpty, one_of(ChangeDetails.VerifyVerdict), _enum(ChangeDetails.VerifyVerdict)]
DateTime = Annotated[Moment, Field(json_schema_extra={"format": "date-time"})]
Sha256 = Annotated[Text, Field(pattern=r"^[a-fA-F0-9]{64}$")]


class TargetChange(StrictModel):
    """One proposed change: the intended value only, without the previous value or the result."""

    targetPath: Text
    property: Text
    intendedValue: Any


class Target(StrictModel):
    """The proposed changes and where they apply."""

    system: Text = ABSENT
    changeType: Text
    siteId: Text = ABSENT
    pageId: Text = ABSENT
    documentPath: Text = ABSENT
    detectedPageAuthorUrl: Text = ABSENT
    changes: Annotated[list[TargetChange], Field(min_length=1)]


class ChangeResult(StrictModel):
    """The result of the proposed change with the same path and property."""

    targetPath: Text
    property: Text
    previousValue: Any = ABSENT
    appliedValue: Any = ABSENT
    status: ChangeStatus


class _Verify(StrictModel):
    verdict: Verdict
    reasonCode: Text = ABSENT
    evidence: Any = ABSENT


class PreVerify(_Verify):
    """The verification of the page before the deployment."""

    preVerifiedAt: DateTime = ABSENT


class PostVerify(_Verify):
    """The verification of the page after the deployment."""

    revert: Any = ABSENT
    postVerifiedAt: DateTime = ABSENT


class Result(StrictModel):
    """The result of the deployment."""

    callStatus: CallStatus
    applied: Applied
    deployResponsePayload: Annotated[
        Any,
        AfterValidator(_check_size),
        Field(
            description="The deployment's response: body, status and relevant headers. At most "
            f"{_MAX_BYTES} bytes, which JSON Schema cannot check; of a longer response this holds the "
            "beginning and deployResponseSha256 the hash."
        ),
    ] = ABSENT
    deployResponseSha256: Sha256 = ABSENT
    changeResults: list[ChangeResult] = ABSENT
    preVerify: PreVerify = ABSENT
    postVerify: PostVerify = ABSENT


class ChangeDetailsV2(StrictModel):
    """Who deployed a fix, the proposed changes and their results."""

    schemaVersion: Literal[2]
    surface: Surface
    actorType: ActorType
    target: Target
    result: Result = ABSENT

    @model_validator(mode="after")
    def _results_match_changes(self) -> Self:
        if "result" not in self.model_fields_set:
            return self
        is_complete = self.result.applied == ChangeDetails.Applied.ALL
        if "changeResults" not in self.result.model_fields_set:
            if is_complete:
                raise refused("result.applied is ALL but result.changeResults is missing")
            return self
        proposed, applied = _keys(self.target.changes), _keys(self.result.changeResults)
        if applied - proposed:
            raise refused(
                "result.changeResults contains an entry with no matching target.changes "
                "(targetPath, property)"
            )
        if is_complete and proposed - applied:
            raise refused(
                "result.applied is ALL but a target.changes entry has no matching result.changeResults"
            )
        return self


def complaints_about(value: dict[str, Any]) -> list[str]:
    """Return what is wrong with change details that should match version 2.

    Args:
        value: Plain JSON.

    Returns:
        One message per invalid value, with its path; an empty list if they are valid.
    """
    try:
        ChangeDetailsV2.model_validate(value)
    except PydanticError as error:
        return complaints(error)
    return []


def _keys(changes: Iterable[TargetChange | ChangeResult]) -> set[tuple[str, str]]:
    return {(change.targetPath, change.property) for change in changes}
