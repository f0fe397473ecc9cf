"""Validation of a fix's change details, of any version."""

from __future__ import annotations

from typing import Any

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.schema.validation import is_non_empty_map, is_number
from spacecat_shared_data_access.schema.values import to_jsonable


def validate_change_details(value: Any) -> bool:
    """Check a fix's change details, for services that validate before they write anything.

    Details without a ``schemaVersion``, or of version 1, may have any content. All others must match
    version 2, whatever version they claim: see ``schemas/change-details.v2.schema.json`` (in an installed
    package ``importlib.resources.files("spacecat_shared_data_access") / "schemas"``). Three rules go
    beyond what JSON Schema can express: each result has the path and property of a proposed change, a fix
    that was applied in full has a result for every proposed change, and the deployment response has at
    most 4,096 bytes.

    Args:
        value: The change details to be stored.

    Returns:
        True if they may be stored; False if they are not a mapping, or an empty one.

    Raises:
        ValidationError: They do not match version 2. The message lists every invalid value with its path
            (``change_details (v2) invalid: "target.changes" …``).
    """
    try:
        value = to_jsonable(value)
    except ValidationError as error:
        raise ValidationError(f"change_details (v2) invalid: {error.message}") from error
    if not is_non_empty_map(value):
        return False
    if _has_no_schema(value.get("schemaVersion")):
        return True
    # Importing pydantic's models is the slowest part of a cold start: only when there is data to check.
    from spacecat_shared_data_access.models.fix_entity.change_details_v2 import (  # noqa: PLC0415 - see above
        complaints_about,
    )

    complaints = complaints_about(value)
    if complaints:
        raise ValidationError(f"change_details (v2) invalid: {'. '.join(complaints)}")
    return True


def _has_no_schema(version: object) -> bool:
    return version is None or version == "1" or (is_number(version) and version == 1)
