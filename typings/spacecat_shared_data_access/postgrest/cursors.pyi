"""Cursors: where the next page of a listing begins, as an opaque text."""

def encode_cursor(offset: int) -> str:
    """Write the cursor of a page.

    Args:
        offset: How many rows lie before it.

    Returns:
        Base64 of ``{"offset": n}``, as the original's.
    """

def decode_cursor(cursor: str | None) -> int:
    """Read a cursor.

    Args:
        cursor: As a page gave it; None or an empty string for the first page.

    Returns:
        How many rows to leave out.

    Raises:
        ValidationError: It is none of ours. (The original starts over, so that a caller who loses a
            character reads the first page again and again.)
    """
