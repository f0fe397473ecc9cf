"""Types of stored JSON data, for the pydantic models that say what such data may hold.

They take what the original takes: numbers and booleans may come as text, text is never empty, and a key
may be missing without its value being allowed to be null. Importing this module imports pydantic, so
only modules that are themselves imported late may do it.
"""

from collections.abc import Callable, Iterable
from typing import Any, ClassVar, Final, TypeAlias

from pydantic import AfterValidator, BaseModel, ConfigDict
from pydantic import ValidationError as PydanticError
from pydantic_core import PydanticCustomError

ABSENT: Final[Any]
"The default of a key that may be missing. Defaults are not checked: null itself is still refused."

class Data(BaseModel):
    """An object of stored data. Keys that it does not declare are fine; a subclass may forbid them."""

    model_config: ClassVar[ConfigDict]

def complaint(error: PydanticError) -> str:
    """Say in the original's words the first thing that is wrong.

    Args:
        error: What pydantic raised.

    Returns:
        The path to the value and what it should be: ``"issues[0].type" must be a string``. The whole
        is called ``"value"``.
    """

def complaints(error: PydanticError, *, whole: str = "") -> list[str]:
    """Say in the original's words everything that is wrong. See `complaint`.

    Args:
        error: What pydantic raised.
        whole: What stands in place of a path before a complaint about the whole.
    """

def refused(what: str) -> PydanticCustomError:
    """Make the error by which a validator refuses a value: ``must be a number``."""

def one_of(values: Iterable[str]) -> AfterValidator:
    """Make the validator of a value that is one of these."""

def at_most(length: int) -> AfterValidator:
    """Make the validator of a text of at most so many UTF-16 units, in which JavaScript counts."""

def or_empty(check: Callable[[str], str]) -> AfterValidator:
    """Make the validator of a text that may be empty, and else must pass a check."""

def check_uri(value: str) -> str:
    """Refuse a text that is no URI of RFC 3986, such as a relative one."""

Text: TypeAlias = str
"Text with something in it."
TextOrEmpty: TypeAlias = str
"Any text."
Uri: TypeAlias = Text
"An absolute URI (RFC 3986), of any scheme."
UriOrEmpty: TypeAlias = TextOrEmpty
"An absolute URI, or nothing."
LenientUrl: TypeAlias = Text
"Text that begins as an http or https URL or as a path; for links as they were found on pages."
Guid: TypeAlias = Text
"A UUID of any version, with hyphens, colons or nothing between its parts, and perhaps in brackets."
Moment: TypeAlias = Text
"A date or date-time of ISO 8601, as JavaScript's Date reads it."
Number: TypeAlias = float
"A finite number that a double keeps exactly enough, or text that says one."
Boolean: TypeAlias = bool
"True or false, or text that says so."
