"""A scanner for the text of a query parameter, with the tokens that all parameters share."""

from spacecat_shared_data_access.local.errors import PostgrestError
from spacecat_shared_data_access.local.parsing.terms import Field, JsonStep

LONGEST_NUMBER: int
FIELD_NAME: str

class Scanner:
    """Scans a text from left to right.

    Args:
        text: The text.
        what: What an error message calls it: "filter", "order", …
        shown: What an error message quotes; None for the text itself.
    """

    text: str
    position: int

    def __init__(self, text: str, what: str, *, shown: str | None = None) -> None: ...
    @property
    def at_end(self) -> bool:
        """Whether nothing is left."""

    def peek(self) -> str:
        """Return the next character, or an empty string at the end."""

    def sees(self, literal: str) -> bool:
        """Return whether `literal` comes next."""

    def take(self, literal: str) -> bool:
        """Skip `literal` if it comes next, and return whether it did."""

    def expect(self, literal: str, name: str | None = None) -> None:
        """Skip `literal`, which has to come next.

        Raises:
            PostgrestError: Something else comes next.
        """

    def take_until(self, stops: str) -> str:
        """Return the text up to the first character in `stops`, or to the end."""

    def rest(self) -> str:
        """Return the rest of the text."""

    def skip_blanks(self) -> None:
        """Skip spaces and tabs."""

    def failure(self, expecting: str) -> PostgrestError:
        """Return the error for unexpected input."""

    def finish(self, expecting: str = "end of input") -> None:
        """Check that nothing is left.

        Raises:
            PostgrestError: Something is left.
        """

    def field_name(self) -> str:
        """Parse a name: quoted, or letters, digits, spaces, `_`, `$` and inner dashes.

        Raises:
            PostgrestError: There is no name.
        """

    def quoted(self) -> str | None:
        """Parse a text in double quotes, in which a backslash escapes any character.

        Returns:
            The text between the quotes, or None if no quoted text comes next.
        """

    def field(self) -> Field:
        """Parse a column and its JSON path."""

    def json_path(self) -> tuple[JsonStep, ...]:
        """Parse a JSON path, `->key->>0`; it may be empty."""

    def take_digits(self) -> str:
        """Return the ASCII digits that come next; there may be none."""

def is_identifier_character(character: str) -> bool:
    """Return whether a character may be part of a name without quotes."""
