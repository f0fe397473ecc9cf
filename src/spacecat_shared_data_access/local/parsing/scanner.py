"""A scanner for the text of a query parameter, with the tokens that all parameters share."""

import re

from spacecat_shared_data_access.local.errors import RequestError
from spacecat_shared_data_access.local.parsing.terms import Arrow, Field, JsonStep

LONGEST_NUMBER = 18
_MOST_DIGITS = 1000  # Python refuses to parse some thousands; PostgreSQL refuses more than 19
_FIELD_NAME = "field name (* or [a..z0..9_$])"
_JSON_KEY = "any non reserved character different from: .,>()"

# In double quotes a backslash escapes any character.
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
# Words may have dashes between their characters, but end before an arrow.
_NAME = re.compile(r"[\w $](?:[\w $]|-(?!>))*")
_KEY = re.compile(r"[^(:.,>)-](?:[^(:.,>)-]|-(?!>))*")
_INDEX = re.compile(rf"-?[0-9]{{1,{LONGEST_NUMBER}}}(?=->|::|[.,)]|\Z)")


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

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Skip what matches a pattern, and return the match; None if nothing comes next that does."""
        found = pattern.match(self.text, self.position)
        if found is not None:
            self.position = found.end()
        return found

    def take_until(self, stops: str) -> str:
        """Return the text up to the first character in `stops`, or to the end."""
        start = self.position
        while not self.at_end and self.text[self.position] not in stops:
            self.position += 1
        return self.text[start : self.position]

    def skip_blanks(self) -> None:
        """Skip spaces and tabs."""
        while self.peek() in {" ", "\t"}:
            self.position += 1

    def failure(self, expecting: str) -> RequestError:
        """Return the error for unexpected input."""
        found = f'unexpected "{self.peek()}"' if not self.at_end else "unexpected end of input"
        what = f'"failed to parse {self._what} ({self._shown})" (line 1, column {self.position + 1})'
        return RequestError(400, "PGRST100", what, f"{found} expecting {expecting}")

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
        return self.word(_NAME, _FIELD_NAME)

    def _json_key(self) -> str:
        quoted = self.quoted()
        return self.word(_KEY, _JSON_KEY) if quoted is None else quoted

    def word(self, pattern: re.Pattern[str], name: str) -> str:
        """Parse a word without quotes, and return it without the blanks around it.

        Args:
            pattern: What it consists of.
            name: What an error message calls it.

        Raises:
            RequestError: The text continues with something else.
        """
        found = self.match(pattern)
        word = found[0].strip() if found else ""
        if not word:
            raise self.failure(name)
        return word

    def quoted(self) -> str | None:
        """Parse a text in double quotes, in which a backslash escapes any character.

        Returns:
            The text between the quotes, or None if no quoted text comes next.
        """
        found = self.match(_QUOTED)
        return _ESCAPE.sub(r"\1", found[1]) if found else None

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
            index = self.match(_INDEX)
            steps.append(JsonStep(arrow, int(index[0]) if index else self._json_key()))
        return tuple(steps)


def whole_number(text: str) -> int | None:
    """Return the number that a text of ASCII digits stands for, of whatever size; None for any other text."""
    return int(text[:_MOST_DIGITS]) if text.isascii() and text.isdigit() else None
