"""Validation: predicates for declarations, and checks of single values.

Messages are the original's, with Python attribute names.
"""

from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.schema.attribute import Attribute, Record, Validator
from spacecat_shared_data_access.schema.schema import Schema

def has_text(value: object) -> bool:
    """Return whether a value is a non-empty string (blanks count as text)."""

def is_uuid(value: object) -> bool:
    """Return whether a value is a UUID of any version, written with hyphens."""

def is_iso_date(value: object) -> bool:
    """Return whether a value is a timestamp exactly as this package writes it, of a valid date and time."""

def is_iso_date_or_empty(value: object) -> bool:
    """Return whether a value is a timestamp or falsy (see `is_falsy`)."""

def is_url(value: object) -> bool:
    """Return whether a value is an http or https URL by the WHATWG URL standard."""

def text_length(text: str) -> int:
    """Return a string's length in UTF-16 code units, as JavaScript counts."""

def is_falsy(value: object) -> bool:
    """Return whether a JSON value is falsy in JavaScript: null, false, zero or an empty string."""

def is_number(value: object) -> bool:
    """Return whether a value is a finite number. A boolean is not."""

def is_integer(value: object) -> bool:
    """Return whether a value is an integer, such as 3 or 3.0. A boolean is not."""

def is_integer_or_empty(value: object) -> bool:
    """Return whether a value is an integer or falsy (see `is_falsy`)."""

def is_boolean(value: object) -> bool:
    """Return whether a value is a boolean."""

def is_map(value: object) -> bool:
    """Return whether a value is a mapping."""

def is_non_empty_map(value: object) -> bool:
    """Return whether a value is a non-empty mapping."""

def run_validator(name: str, validate: Validator, value: Any, item: Record, *, takes_record: bool) -> None:
    """Run an attribute's own validator.

    Raises:
        ValidationError: The value is invalid: the validator's own error, or ``<name> failed validation``.
    """

Hook: TypeAlias = Callable[[Any, Record], object]
"Called with the value and the record."

def call_hook(hook: Validator, value: Any, record: Record) -> object:
    """Call a declared hook with the value and, if it has a second parameter, the record."""

def as_hook(hook: Validator) -> Hook:
    """Return a declared hook as a function of value and record."""

def takes_record(hook: Validator) -> bool:
    """Return whether a declared hook has a second parameter, for the record."""

def check_value(
    schema: Schema, attribute: Attribute, value: Any, record: Record, *, by_type_only: bool = False
) -> None:
    """Check a value to be set.

    Args:
        schema: The entity's schema.
        attribute: The attribute to set.
        value: The value, as JSON. None is valid if the attribute is not required.
        record: The model's values, for a validator that compares attributes.
        by_type_only: Whether to skip the attribute's own validator.

    Raises:
        ValidationError: The value has the wrong type, or the attribute's own validator rejects it.
    """

def check_enum(name: str, value: object, allowed: Iterable[str], owner: str) -> None:
    """Check that a value is one of the allowed ones.

    Raises:
        ValidationError: ``Validation failed in <owner>: <name> must be one of <a,b>``.
    """

def check_type(name: str, value: object, owner: str, type_: str, item_type: str = "string") -> None:
    """Check that a value to be set has a type.

    Args:
        name: The attribute's name, for the message.
        value: The value to check.
        owner: The entity's name, for the message.
        type_: ``any``, ``string``, ``number``, ``boolean``, ``list``, ``map`` or ``set``.
        item_type: The type of the items of a list or set: see `check_list`.

    Raises:
        ValidationError: The value or one of its items has another type.
    """

def check_id(name: str, value: object, owner: str) -> None:
    """Check that a value is a UUID.

    Raises:
        ValidationError: ``Validation failed in <owner>: <name> must be a valid UUID``.
    """

def check_list(name: str, value: object, owner: str, item_type: str = "string") -> None:
    """Check that a value is a list of items of a type.

    Args:
        name: The attribute's name, for the message.
        value: The value to check.
        owner: The name of the entity or collection, for the message.
        item_type: ``string``, ``number``, ``boolean``, ``map``, or ``any`` for a mapping.

    Raises:
        ValidationError: The value is not a list, or one of its items has another type.
    """

def check_key(attribute: Attribute, value: object) -> None:
    """Check that a finder's key has a value.

    Raises:
        ValidationError: ``<name> is required``.
    """

def refusal(owner: str, complaint: str) -> ValidationError:
    """Create the error of an invalid value or argument of an entity or collection."""
