"""A cursor over a text to be read, and the words that all parts of a query string share."""

from spacecat_shared_data_access.local.errors import PostgrestError
from spacecat_shared_data_access.local.parsing.terms import Field, JsonStep

LONGEST_NUMBER: int
FIELD_NAME: str

class Scanner:
    """Reads a text from left to right.

    Args:
        text: What to read.
        what: How an error calls it: "filter", "order", …
        shown: What an error shows, where that is not the text itself.
    """

    text: str
    position: int

    def __init__(self, text: str, what: str, *, shown: str | None = None) -> None: ...
    @property
    def at_end(self) -> bool:
        """Whether all of it is read."""

    def peek(self) -> str:
        """The next character, or nothing at the end."""

    def sees(self, literal: str) -> bool:
        """Whether `literal` comes next."""

    def take(self, literal: str) -> bool:
        """Step over `literal` if it comes next; says whether it did."""

    def expect(self, literal: str, name: str | None = None) -> None:
        """Step over `literal`, which has to come next.

        Raises:
            PostgrestError: Something else comes.
        """

    def take_until(self, stops: str) -> str:
        """Read up to the first of the characters in `stops`, or to the end."""

    def rest(self) -> str:
        """Read all that is left."""

    def skip_blanks(self) -> None:
        """Step over spaces and tabs."""

    def failure(self, expecting: str) -> PostgrestError:
        """The error that says what came where something else was expected."""

    def finish(self, expecting: str = "end of input") -> None:
        """Make sure that nothing is left.

        Raises:
            PostgrestError: Something is.
        """

    def field_name(self) -> str:
        """Read a name: quoted, or of letters, digits, blanks, `_`, `$` and inner dashes.

        Raises:
            PostgrestError: There is none.
        """

    def quoted(self) -> str | None:
        """Read a text in double quotes, a backslash before any character meaning that character.

        Returns:
            What is between the quotes, or None where no closed quotation comes next.
        """

    def field(self) -> Field:
        """Read a column and the JSON path behind it."""

    def json_path(self) -> tuple[JsonStep, ...]:
        """Read `->key->>0`, or nothing."""

    def take_digits(self) -> str:
        """Read ASCII digits, perhaps none."""

def is_identifier_character(character: str) -> bool:
    """Whether it may stand in a name without quotes."""
