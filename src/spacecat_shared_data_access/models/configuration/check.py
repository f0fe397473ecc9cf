"""Validation of a whole configuration document."""

from __future__ import annotations

from typing import Any

from spacecat_shared_data_access.schema.attribute import MISSING
from spacecat_shared_data_access.schema.values import to_jsonable


def check_configuration(data: object = MISSING) -> dict[str, Any] | None:
    """Check a configuration document, also for services that validate before they write.

    Args:
        data: The document, by JSON name. Unknown keys are allowed, except in a handler.

    Returns:
        A copy in which booleans and thresholds given as text are converted; None if no document was given.

    Raises:
        ValidationError: ``Configuration validation error: …``, with the path of the first invalid value.
    """
    # Importing pydantic's models is the slowest part of a cold start: only when there is data to check.
    from spacecat_shared_data_access.models.configuration.document import validate_document  # noqa: PLC0415 - see above

    return None if data is MISSING else validate_document(to_jsonable(data))
