"""check_configuration: the check of a whole document, also for services that check before they write."""

from typing import Any

def check_configuration(data: object = ...) -> dict[str, Any] | None:
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
