"""Checks the header fields that a function in the database sets."""

def sendable(fields: dict[object, object]) -> dict[str, str]:
    """Return header fields by lower-case name, without those that the HTTP server sets itself.

    Args:
        fields: Names and values, as parsed from JSON.

    Raises:
        ValueError: A name is not a token, or a value is not a single line of text.
    """
