"""The schema of change details, version 2: who deployed a fix, the proposed changes and their results.

This is the source of ``schemas/change-details.v2.schema.json``. Fields have the names used in the data.
"""

from typing import Any, ClassVar, Literal, TypeAlias

from pydantic import ConfigDict

from spacecat_shared_data_access.schema.data_types import Data, Moment, Text, TextOrEmpty

Surface: TypeAlias = TextOrEmpty
ActorType: TypeAlias = TextOrEmpty
CallStatus: TypeAlias = TextOrEmpty
Applied: TypeAlias = TextOrEmpty
ChangeStatus: TypeAlias = TextOrEmpty
Verdict: TypeAlias = TextOrEmpty
DateTime: TypeAlias = Moment
Sha256: TypeAlias = Text

class _Closed(Data):
    model_config: ClassVar[ConfigDict]

class TargetChange(_Closed):
    """One proposed change: the intended value only, without the previous value or the result."""

    targetPath: Text
    property: Text
    intendedValue: Any

class Target(_Closed):
    """The proposed changes and where they apply."""

    system: Text = ...
    changeType: Text
    siteId: Text = ...
    pageId: Text = ...
    documentPath: Text = ...
    detectedPageAuthorUrl: Text = ...
    changes: list[TargetChange]

class ChangeResult(_Closed):
    """The result of the proposed change with the same path and property."""

    targetPath: Text
    property: Text
    previousValue: Any = ...
    appliedValue: Any = ...
    status: ChangeStatus

class _Verify(_Closed):
    verdict: Verdict
    reasonCode: Text = ...
    evidence: Any = ...

class PreVerify(_Verify):
    """The verification of the page before the deployment."""

    preVerifiedAt: DateTime = ...

class PostVerify(_Verify):
    """The verification of the page after the deployment."""

    revert: Any = ...
    postVerifiedAt: DateTime = ...

class Result(_Closed):
    """The result of the deployment."""

    callStatus: CallStatus
    applied: Applied
    deployResponsePayload: Any = ...
    deployResponseSha256: Sha256 = ...
    changeResults: list[ChangeResult] = ...
    preVerify: PreVerify = ...
    postVerify: PostVerify = ...

class ChangeDetailsV2(_Closed):
    """Who deployed a fix, the proposed changes and their results."""

    schemaVersion: Literal[2]
    surface: Surface
    actorType: ActorType
    target: Target
    result: Result = ...

def complaints_about(value: dict[str, Any]) -> list[str]:
    """Return what is wrong with change details that should match version 2.

    Args:
        value: Plain JSON.

    Returns:
        One message per invalid value, with its path; an empty list if they are valid.
    """
