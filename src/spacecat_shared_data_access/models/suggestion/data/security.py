"""Models of suggestion data about security. Fields have the names used in the data."""
# ruff: noqa: N815 - see above

from __future__ import annotations

from typing import Any

from spacecat_shared_data_access.schema.data_types import ABSENT, Data, Number, Text, Uri


class PermissionsData(Data):
    """Data of ``security-permissions``."""

    principal: Text = ABSENT
    path: Text
    issue: Text = ABSENT
    permissions: list[Text] = ABSENT
    recommended_permissions: list[Text] = ABSENT
    acl: list[Text] = ABSENT
    otherPermissions: list[Any] = ABSENT
    rationale: Text = ABSENT
    aggregationKey: Text | None = None


class Cve(Data):
    """One known vulnerability."""

    summary: Text = ABSENT
    score: Number = ABSENT
    score_text: Text = ABSENT
    cve_id: Text = ABSENT
    url: Uri = ABSENT


class VulnerabilitiesData(Data):
    """Data of ``security-vulnerabilities``."""

    current_version: Text = ABSENT
    library: Text = ABSENT
    recommended_version: Text | None = None
    cves: list[Cve]
    aggregationKey: Text | None = None
