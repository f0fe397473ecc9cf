"""check_configuration: the check of a whole document, also for services that check before they write."""

from __future__ import annotations

from typing import Any

from spacecat_shared_data_access.schema.attribute import MISSING
from spacecat_shared_data_access.schema.values import to_jsonable


def check_configuration(data: object = MISSING) -> dict[str, Any] | None:
    """Check a configuration's document.

    Args:
        data: The document, by JSON name. Keys that a configuration does not know may be there, but not
            in a handler.

    Returns:
        A copy, in which booleans and thresholds that came as text are such; None for no document at all.

    Raises:
        ValidationError: ``Configuration validation error: …``, with the path to the first value that is
            wrong.
    """
    # pydantic's models cost a cold start more than all else here: they are imported when needed.
    from spacecat_shared_data_access.models.configuration.document import checked  # noqa: PLC0415 - see above

    return None if data is MISSING else checked(to_jsonable(data))
