"""Types of stored JSON data, for pydantic models.

They accept what the original accepts: numbers and booleans may be given as text, text is never empty, and a
key may be missing although null is not a valid value. Only modules that are imported on first use may import
this one, because importing pydantic is slow.
"""

from collections.abc import Callable, Iterable
from typing import Any, ClassVar, Final, TypeAlias

from pydantic import AfterValidator, BaseModel, ConfigDict
from pydantic import ValidationError as PydanticError
from pydantic_core import PydanticCustomError

ABSENT: Final[Any]
"The default of an optional key. Defaults are not validated: an explicit null is still invalid."

class Data(BaseModel):
    """A model of stored data. Undeclared keys are ignored; a subclass may forbid them."""

    model_config: ClassVar[ConfigDict]

def complaint(error: PydanticError) -> str:
    """Return the first problem of a pydantic error, in the original's wording.

    Args:
        error: The error raised by pydantic.

    Returns:
        The path to the value and the problem, such as ``"issues[0].type" must be a string``. The root's
        path is ``"value"``.
    """

def complaints(error: PydanticError, *, whole: str = "") -> list[str]:
    """Return all problems of a pydantic error, in the original's wording: see `complaint`.

    Args:
        error: The error raised by pydantic.
        whole: The text to use as the root's path.
    """

def refused(what: str) -> PydanticCustomError:
    """Create the error that a validator raises for an invalid value, such as ``must be a number``."""

def one_of(values: Iterable[str]) -> AfterValidator:
    """Return a validator of values that are one of these."""

def at_most(length: int) -> AfterValidator:
    """Return a validator of text with a maximum length in UTF-16 code units, as JavaScript counts."""

def or_empty(check: Callable[[str], str]) -> AfterValidator:
    """Return a validator of text that is empty or passes a check."""

def check_uri(value: str) -> str:
    """Check that text is a URI by RFC 3986, not a relative reference, and return it."""

Text: TypeAlias = str
"Non-empty text."
TextOrEmpty: TypeAlias = str
"Any text."
Uri: TypeAlias = Text
"An absolute URI (RFC 3986), of any scheme."
UriOrEmpty: TypeAlias = TextOrEmpty
"An absolute URI, or empty text."
LenientUrl: TypeAlias = Text
"Text that starts like an http or https URL or a path, for links as found on pages."
Guid: TypeAlias = Text
"A UUID of any version, separated by hyphens, colons or nothing, optionally in brackets."
Moment: TypeAlias = Text
"An ISO 8601 date or date-time, as JavaScript's Date parses it."
Number: TypeAlias = float
"A finite number whose digits a double preserves, or text that contains one."
Boolean: TypeAlias = bool
"A boolean, or the text ``true`` or ``false``."
