"""A cursor over a text to be read, and the words that all parts of a query string share."""

from spacecat_shared_data_access.local.errors import PostgrestError, invalid_query
from spacecat_shared_data_access.local.parsing.terms import Arrow, Field, JsonStep

LONGEST_NUMBER = 18
FIELD_NAME = "field name (* or [a..z0..9_$])"


class Scanner:
    """Reads a text from left to right.

    Args:
        text: What to read.
        what: How an error calls it: "filter", "order", …
        shown: What an error shows, where that is not the text itself.
    """

    def __init__(self, text: str, what: str, *, shown: str | None = None) -> None:
        self.text = text
        self.position = 0
        self._what = what
        self._shown = text if shown is None else shown

    @property
    def at_end(self) -> bool:
        """Whether all of it is read."""
        return self.position >= len(self.text)

    def peek(self) -> str:
        """The next character, or nothing at the end."""
        return self.text[self.position : self.position + 1]

    def sees(self, literal: str) -> bool:
        """Whether `literal` comes next."""
        return self.text.startswith(literal, self.position)

    def take(self, literal: str) -> bool:
        """Step over `literal` if it comes next; says whether it did."""
        if not self.sees(literal):
            return False
        self.position += len(literal)
        return True

    def expect(self, literal: str, name: str | None = None) -> None:
        """Step over `literal`, which has to come next.

        Raises:
            PostgrestError: Something else comes.
        """
        if not self.take(literal):
            raise self.failure(name or f'"{literal}"')

    def take_until(self, stops: str) -> str:
        """Read up to the first of the characters in `stops`, or to the end."""
        start = self.position
        while not self.at_end and self.text[self.position] not in stops:
            self.position += 1
        return self.text[start : self.position]

    def rest(self) -> str:
        """Read all that is left."""
        start, self.position = self.position, len(self.text)
        return self.text[start:]

    def skip_blanks(self) -> None:
        """Step over spaces and tabs."""
        while self.peek() in {" ", "\t"}:
            self.position += 1

    def failure(self, expecting: str) -> PostgrestError:
        """The error that says what came where something else was expected."""
        found = f'unexpected "{self.peek()}"' if not self.at_end else "unexpected end of input"
        what = f'"failed to parse {self._what} ({self._shown})" (line 1, column {self.position + 1})'
        return invalid_query(what, f"{found} expecting {expecting}")

    def finish(self, expecting: str = "end of input") -> None:
        """Make sure that nothing is left.

        Raises:
            PostgrestError: Something is.
        """
        if not self.at_end:
            raise self.failure(expecting)

    def field_name(self) -> str:
        """Read a name: quoted, or of letters, digits, blanks, `_`, `$` and inner dashes.

        Raises:
            PostgrestError: There is none.
        """
        start = self.position
        quoted = self.quoted()
        if quoted and "\0" not in quoted:
            return quoted
        self.position = start
        while not self.at_end:
            character = self.text[self.position]
            dash = character == "-" and self.position > start and not self.sees("->")
            if not (dash or is_identifier_character(character)):
                break
            self.position += 1
        name = self.text[start : self.position].strip()
        if not name:
            raise self.failure(FIELD_NAME)
        return name

    def quoted(self) -> str | None:
        """Read a text in double quotes, a backslash before any character meaning that character.

        Returns:
            What is between the quotes, or None where no closed quotation comes next.
        """
        if not self.sees('"'):
            return None
        characters: list[str] = []
        position = self.position + 1
        while position < len(self.text):
            character = self.text[position]
            if character == '"':
                self.position = position + 1
                return "".join(characters)
            if character == "\\":
                position += 1
                character = self.text[position : position + 1]
            characters.append(character)
            position += 1
        return None

    def field(self) -> Field:
        """Read a column and the JSON path behind it."""
        self.skip_blanks()
        field = Field(self.field_name(), self.json_path())
        self.skip_blanks()
        return field

    def json_path(self) -> tuple[JsonStep, ...]:
        """Read `->key->>0`, or nothing."""
        steps: list[JsonStep] = []
        while self.sees("->"):
            arrow: Arrow = "->>" if self.take("->>") else "->"
            if arrow == "->":
                self.expect("->")
            index = self._index()
            steps.append(JsonStep(arrow, self.field_name() if index is None else index))
        return tuple(steps)

    def _index(self) -> int | None:
        start = self.position
        self.take("-")
        digits = self.take_digits()
        if 0 < len(digits) <= LONGEST_NUMBER and (
            self.at_end or any(self.sees(end) for end in ("->", "::", ".", ",", ")"))
        ):
            return int(self.text[start : self.position])
        self.position = start
        return None

    def take_digits(self) -> str:
        """Read ASCII digits, perhaps none."""
        start = self.position
        while self.peek().isascii() and self.peek().isdigit():
            self.position += 1
        return self.text[start : self.position]


def is_identifier_character(character: str) -> bool:
    """Whether it may stand in a name without quotes."""
    return character.isalnum() or character in "_ $"
