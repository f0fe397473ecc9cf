"""Header fields that a function of the database sets: what of them can be sent."""

def sendable(fields: dict[object, object]) -> dict[str, str]:
    """Give the fields as they can be sent, by lower-case name; those of the HTTP server are left out.

    Args:
        fields: What JSON said.

    Raises:
        ValueError: A name is no token, or a value no text of one line.
    """
