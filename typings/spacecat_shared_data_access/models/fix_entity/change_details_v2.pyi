"""Change details, version 2: who deployed a fix, what it was to change, and what came of it.

This is the source of ``schemas/change-details.v2.schema.json``. Fields are spelt as in the data.
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
    """One proposed change: only what is meant, neither what was there nor what came of it."""

    targetPath: Text
    property: Text
    intendedValue: Any

class Target(_Closed):
    """What is to be changed, and where."""

    system: Text = ...
    changeType: Text
    siteId: Text = ...
    pageId: Text = ...
    documentPath: Text = ...
    detectedPageAuthorUrl: Text = ...
    changes: list[TargetChange]

class ChangeResult(_Closed):
    """What came of the proposed change of the same path and property."""

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
    """What a check of the page said before the deployment."""

    preVerifiedAt: DateTime = ...

class PostVerify(_Verify):
    """What a check of the page said after the deployment."""

    revert: Any = ...
    postVerifiedAt: DateTime = ...

class Result(_Closed):
    """What came of the deployment."""

    callStatus: CallStatus
    applied: Applied
    deployResponsePayload: Any = ...
    deployResponseSha256: Sha256 = ...
    changeResults: list[ChangeResult] = ...
    preVerify: PreVerify = ...
    postVerify: PostVerify = ...

class ChangeDetailsV2(_Closed):
    """Who deployed a fix, what it was to change, and what came of it."""

    schemaVersion: Literal[2]
    surface: Surface
    actorType: ActorType
    target: Target
    result: Result = ...

def complaints_about(value: dict[str, Any]) -> list[str]:
    """Say what is wrong with change details that claim to have the form of version 2.

    Args:
        value: Plain JSON.

    Returns:
        One text for each value that is wrong, with its path; none where nothing is.
    """
