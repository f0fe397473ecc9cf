"""Headers: which ones a caller may set on every request, and what they may hold."""

from collections.abc import Mapping

def check_header_value(value: str) -> str:
    """Return a header's value without the blanks around it.

    Raises:
        ValueError: It cannot be sent (RFC 9110, 5.5). The value is not quoted: it may be a key.
    """

def check_headers(headers: Mapping[object, object]) -> dict[str, str]:
    """Return headers by their names in small letters, which is how they are compared.

    Args:
        headers: Values by name.

    Raises:
        ValueError: A name is not one, is there twice in two spellings, or is not the caller's to set; or
            a value is not text that can be sent. Values are not quoted.
    """
