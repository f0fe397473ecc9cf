"""Validation of a fix's change details, of any version."""

from typing import Any

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
