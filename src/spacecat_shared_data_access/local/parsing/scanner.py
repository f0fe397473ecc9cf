"""A scanner for the text of a query parameter, with the tokens that all parameters share."""

from collections.abc import Callable

from spacecat_shared_data_access.local.errors import RequestError, invalid_query
from spacecat_shared_data_access.local.parsing.terms import Arrow, Field, JsonStep

LONGEST_NUMBER = 18
_MOST_DIGITS = 1000  # Python refuses to parse some thousands; PostgreSQL refuses more than 19
FIELD_NAME = "field name (* or [a..z0..9_$])"
_JSON_KEY = "any non reserved character different from: .,>()"


class Scanner:
    """Scans a text from left to right.

    Args:
        text: The text.
        what: What an error message calls it: "filter", "order", …
        shown: What an error message quotes; None for the text itself.
    """

    def __init__(self, text: str, what: str, *, shown: str | None = None) -> None:
        self.text = text
        self.position = 0
        self._what = what
        self._shown = text if shown is None else shown

    @property
    def at_end(self) -> bool:
        """Whether nothing is left."""
        return self.position >= len(self.text)

    def peek(self) -> str:
        """Return the next character, or an empty string at the end."""
        return self.text[self.position : self.position + 1]

    def sees(self, literal: str) -> bool:
        """Return whether `literal` comes next."""
        return self.text.startswith(literal, self.position)

    def take(self, literal: str) -> bool:
        """Skip `literal` if it comes next, and return whether it did."""
        if not self.sees(literal):
            return False
        self.position += len(literal)
        return True

    def expect(self, literal: str, name: str | None = None) -> None:
        """Skip `literal`, which has to come next.

        Raises:
            RequestError: Something else comes next.
        """
        if not self.take(literal):
            raise self.failure(name or f'"{literal}"')

    def take_until(self, stops: str) -> str:
        """Return the text up to the first character in `stops`, or to the end."""
        start = self.position
        while not self.at_end and self.text[self.position] not in stops:
            self.position += 1
        return self.text[start : self.position]

    def rest(self) -> str:
        """Return the rest of the text."""
        start, self.position = self.position, len(self.text)
        return self.text[start:]

    def skip_blanks(self) -> None:
        """Skip spaces and tabs."""
        while self.peek() in {" ", "\t"}:
            self.position += 1

    def failure(self, expecting: str) -> RequestError:
        """Return the error for unexpected input."""
        found = f'unexpected "{self.peek()}"' if not self.at_end else "unexpected end of input"
        what = f'"failed to parse {self._what} ({self._shown})" (line 1, column {self.position + 1})'
        return invalid_query(what, f"{found} expecting {expecting}")

    def finish(self, expecting: str = "end of input") -> None:
        """Check that nothing is left.

        Raises:
            RequestError: Something is left.
        """
        if not self.at_end:
            raise self.failure(expecting)

    def field_name(self) -> str:
        """Parse a name: quoted, or letters, digits, spaces, `_`, `$` and inner dashes.

        Raises:
            RequestError: There is no name.
        """
        start = self.position
        quoted = self.quoted()
        if quoted and "\0" not in quoted:
            return quoted
        self.position = start
        return self._word(is_identifier_character, FIELD_NAME)

    def _json_key(self) -> str:
        quoted = self.quoted()
        return self._word(_is_key_character, _JSON_KEY) if quoted is None else quoted

    def _word(self, is_part: Callable[[str], bool], name: str) -> str:
        """Parse characters of a kind, and dashes between them."""
        start = self.position
        while not self.at_end:
            character = self.text[self.position]
            dash = character == "-" and self.position > start and not self.sees("->")
            if not (dash or is_part(character)):
                break
            self.position += 1
        word = self.text[start : self.position].strip()
        if not word:
            raise self.failure(name)
        return word

    def quoted(self) -> str | None:
        """Parse a text in double quotes, in which a backslash escapes any character.

        Returns:
            The text between the quotes, or None if no quoted text comes next.
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
        """Parse a column and its JSON path."""
        self.skip_blanks()
        field = Field(self.field_name(), self.json_path())
        self.skip_blanks()
        return field

    def json_path(self) -> tuple[JsonStep, ...]:
        """Parse a JSON path, `->key->>0`; it may be empty."""
        steps: list[JsonStep] = []
        while self.sees("->"):
            arrow: Arrow = "->>" if self.take("->>") else "->"
            if arrow == "->":
                self.expect("->")
            index = self._index()
            steps.append(JsonStep(arrow, self._json_key() if index is None else index))
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
        """Return the ASCII digits that come next; there may be none."""
        start = self.position
        while self.peek().isascii() and self.peek().isdigit():
            self.position += 1
        return self.text[start : self.position]


def _is_key_character(character: str) -> bool:
    return character not in "(-:.,>)"


def whole_number(text: str) -> int | None:
    """Return the number that a text of ASCII digits stands for, of whatever size; None for any other text."""
    return int(text[:_MOST_DIGITS]) if text.isascii() and text.isdigit() else None


def is_identifier_character(character: str) -> bool:
    """Return whether a character may be part of a name without quotes."""
    return character.isalnum() or character in "_ $"
