"""Validation: predicates for declarations, and the checks of items and of single values.

Messages are the original's, with Python attribute names in them.
"""

from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.schema.attribute import Attribute, Record, Validator
from spacecat_shared_data_access.schema.schema import Schema

def has_text(value: object) -> bool:
    """Tell whether a value is a string that is not empty (blanks count as text)."""

def is_uuid(value: object) -> bool:
    """Tell whether a value is a UUID of any version, written with hyphens."""

def is_iso_date(value: object) -> bool:
    """Tell whether a value is a timestamp exactly as this package writes it, and a real moment."""

def is_iso_date_or_empty(value: object) -> bool:
    """Tell whether a value is a timestamp, or none at all (see `is_falsy`)."""

def is_url(value: object) -> bool:
    """Tell whether a value is an http or https URL by the WHATWG URL standard."""

def text_length(text: str) -> int:
    """Give a text's length in UTF-16 units, in which the original counts."""

def is_falsy(value: object) -> bool:
    """Tell whether the original takes a value for none: null, false, zero or an empty string."""

def is_number(value: object) -> bool:
    """Tell whether a value is a finite number; a boolean is none."""

def is_integer(value: object) -> bool:
    """Tell whether a value is a whole number, such as 3 or 3.0; a boolean is none."""

def is_integer_or_empty(value: object) -> bool:
    """Tell whether a value is a whole number, or none at all (see `is_falsy`)."""

def is_boolean(value: object) -> bool:
    """Tell whether a value is a boolean."""

def is_map(value: object) -> bool:
    """Tell whether a value is a mapping."""

def is_non_empty_map(value: object) -> bool:
    """Tell whether a value is a mapping with something in it."""

def run_validator(name: str, validate: Validator, value: Any, item: Record, *, takes_record: bool) -> None:
    """Let an attribute's own validator look at a value.

    Raises:
        ValidationError: It refuses the value: what it raised, or ``<name> failed validation``.
    """

Hook: TypeAlias = Callable[[Any, Record], object]
"Takes the value and the record."

def call_hook(hook: Validator, value: Any, record: Record) -> object:
    """Call a declaration's hook with the value and, where it has a second parameter, the record."""

def as_hook(hook: Validator) -> Hook:
    """Give a declaration's hook as one that takes value and record, whatever it takes itself."""

def takes_record(hook: Validator) -> bool:
    """Tell whether a declaration's hook has a second parameter, for the record."""

def check_value(
    schema: Schema, attribute: Attribute, value: Any, record: Record, *, by_type_only: bool = False
) -> None:
    """Check one value that a setter is about to take.

    Args:
        schema: What the entity declares.
        attribute: The attribute to be set.
        value: The plain value. None is taken where the attribute is not required.
        record: The model's values, for a validator that compares.
        by_type_only: Whether the attribute's own validation is left to the caller.

    Raises:
        ValidationError: The value does not fit the attribute's type, or its own validation.
    """

def check_enum(name: str, value: object, allowed: Iterable[str], owner: str) -> None:
    """Refuse what is none of the allowed values.

    Raises:
        ValidationError: ``Validation failed in <owner>: <name> must be one of <a,b>``.
    """

def check_type(name: str, value: object, owner: str, type_: str, item_type: str = "string") -> None:
    """Refuse what a setter of an attribute's type does not take.

    Args:
        name: How the messages call the value.
        value: What is to be checked.
        owner: The entity that the messages name.
        type_: ``any``, ``string``, ``number``, ``boolean``, ``list``, ``map`` or ``set``.
        item_type: What the items of a list or a set are; see `check_list`.

    Raises:
        ValidationError: The value is of another type, or one of its items is.
    """

def check_id(name: str, value: object, owner: str) -> None:
    """Refuse what is not a UUID.

    Raises:
        ValidationError: ``Validation failed in <owner>: <name> must be a valid UUID``.
    """

def check_list(name: str, value: object, owner: str, item_type: str = "string") -> None:
    """Refuse what is not a list of items of a type.

    Args:
        name: How the messages call the value.
        value: What is to be checked.
        owner: The entity or collection that the messages name.
        item_type: ``string``, ``number``, ``boolean``, ``map``, or ``any`` for a mapping.

    Raises:
        ValidationError: The value is no list, or one of its items is of another type.
    """

def check_key(attribute: Attribute, value: object) -> None:
    """Refuse a finder's key that holds nothing to look for.

    Raises:
        ValidationError: ``<name> is required``.
    """

def refusal(owner: str, complaint: str) -> ValidationError:
    """Make the error that says what an entity or collection refuses."""
