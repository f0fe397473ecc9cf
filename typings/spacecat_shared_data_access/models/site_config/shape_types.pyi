"""What the shapes of a configuration are made of, besides the types of all stored JSON data."""

from typing import ClassVar, TypeAlias

from pydantic import AfterValidator, BeforeValidator, ConfigDict

from spacecat_shared_data_access.schema.data_types import Data, Moment, Number, Text

class Part(Data):
    """A part of a configuration: keys that it does not declare are refused."""

    model_config: ClassVar[ConfigDict]

class Open(Data):
    """A part of a configuration that keeps keys which it does not declare."""

    model_config: ClassVar[ConfigDict]

class Stripped(Data):
    """A part of a configuration that leaves out keys which it does not declare."""

    model_config: ClassVar[ConfigDict]

def at_least(limit: int) -> AfterValidator:
    """Make the validator of a number that is not less than a limit."""

def not_above(limit: int) -> AfterValidator:
    """Make the validator of a number that is not greater than a limit."""

def at_most_items(count: int) -> AfterValidator:
    """Make the validator of a list of at most so many items."""

def matching(pattern: str) -> AfterValidator:
    """Make the validator of a text that matches a pattern as a whole."""

Amount: TypeAlias = Number
"A number, or text that says one."
Whole: TypeAlias = Amount
"A number without a fraction."
Count: TypeAlias = Whole
"A number of things."
Country: TypeAlias = Text
"The code of a country, two letters."
Timestamp: TypeAlias = Moment
"A date or date-time of ISO 8601, brought to the one form of timestamps."
LowerCased: BeforeValidator
"Makes text lower-case before it is checked."
HeaderName: TypeAlias = Text
"The name of an HTTP header (RFC 7230, 3.2.6)."
HeaderValue: TypeAlias = Text
"The value of an HTTP header in plain ASCII: with a line break in it, it would begin another header."
