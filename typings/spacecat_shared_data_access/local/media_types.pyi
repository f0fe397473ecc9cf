"""Content negotiation."""

from dataclasses import dataclass

@dataclass(frozen=True, slots=True)
class MediaType:
    """What an answer's body is.

    Attributes:
        name: For the Content-Type header, without the charset.
        single: Whether it is one object, not a list.
        strip_nulls: Whether keys without a value are left out.
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
    """Choose what to answer with.

    Args:
        accept: The Accept header, empty where there is none.
        root: Whether the description of the schema is asked for.

    Raises:
        PostgrestError: PGRST107 where nothing acceptable can be made.
    """
