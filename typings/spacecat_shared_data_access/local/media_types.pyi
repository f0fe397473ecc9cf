"""Content negotiation."""

from dataclasses import dataclass

@dataclass(frozen=True, slots=True)
class MediaType:
    """The type of a response's body.

    Attributes:
        name: The media type without the charset.
        single: Whether it is one object instead of a list.
        strip_nulls: Whether keys with null values are left out.
    """

    name: str
    single: bool = False
    strip_nulls: bool = False

    @property
    def content_type(self) -> str:
        """The Content-Type header."""

JSON: MediaType
CSV: MediaType
OPENAPI: MediaType

def negotiate(accept: str, *, root: bool = False) -> MediaType:
    """Return the media type of the response.

    Args:
        accept: The Accept header, or an empty string.
        root: Whether the request is for the document at `/`.

    Raises:
        PostgrestError: PGRST107 if no media type is acceptable.
    """
