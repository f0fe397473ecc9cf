"""Validation: predicates for declarations, and checks of single values.

Messages are the original's, with Python attribute names.
"""

from __future__ import annotations

import inspect
import math
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from pydantic_core import Url
from pydantic_core import ValidationError as UrlError

from spacecat_shared_data_access.errors import DataAccessError, ValidationError
from spacecat_shared_data_access.schema.attribute import Attribute, Record, Validator
from spacecat_shared_data_access.schema.values import from_timestamp, timestamp_expected, to_timestamp

if TYPE_CHECKING:
    from spacecat_shared_data_access.schema.schema import Schema

Check = Callable[[object], bool]
"""A predicate on a value."""

# Not a repeated group, which is slower to match.
_UUID = re.compile(r"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}")


def has_text(value: object) -> bool:
    """Return whether a value is a non-empty string (blanks count as text)."""
    return isinstance(value, str) and value != ""


def is_string(value: object) -> bool:
    """Return whether a value is a string, which may be empty."""
    return isinstance(value, str)


def is_uuid(value: object) -> bool:
    """Return whether a value is a UUID of any version, written with hyphens."""
    return isinstance(value, str) and _UUID.fullmatch(value) is not None


def is_iso_date(value: object) -> bool:
    """Return whether a value is a timestamp exactly as this package writes it, of a valid date and time."""
    if not isinstance(value, str):
        return False
    moment = from_timestamp(value)
    return moment is not None and to_timestamp(moment) == value


def is_url(value: object) -> bool:
    """Return whether a value is an http or https URL by the WHATWG URL standard."""
    if not isinstance(value, str):
        return False
    try:
        return Url(value).scheme in {"http", "https"}
    except UrlError:
        return False


def text_length(text: str) -> int:
    """Return a string's length in UTF-16 code units, as JavaScript counts."""
    return len(text) + sum(character > "\uffff" for character in text)


def is_falsy(value: object) -> bool:
    """Return whether a JSON value is falsy in JavaScript: null, false, zero or an empty string."""
    return not value and not isinstance(value, list | Mapping)


def is_number(value: object) -> bool:
    """Return whether a value is a finite number. A boolean is not."""
    if isinstance(value, float):
        return math.isfinite(value)
    return isinstance(value, int) and not isinstance(value, bool)


def is_integer(value: object) -> bool:
    """Return whether a value is an integer, such as 3 or 3.0. A boolean is not."""
    if isinstance(value, float):
        return value.is_integer()
    return isinstance(value, int) and not isinstance(value, bool)


def is_count(value: Any) -> bool:
    """Return whether a value is an integer from 0, such as 3 or 3.0. A boolean is not."""
    return is_integer(value) and value >= 0


def is_positive_integer(value: object) -> bool:
    """Return whether a value is an int from 1, such as a limit. A boolean is not."""
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


def is_boolean(value: object) -> bool:
    """Return whether a value is a boolean."""
    return isinstance(value, bool)


def is_map(value: object) -> bool:
    """Return whether a value is a mapping."""
    return isinstance(value, Mapping)


def is_non_empty_map(value: object) -> bool:
    """Return whether a value is a non-empty mapping."""
    return isinstance(value, Mapping) and len(value) > 0


def is_one_of(values: Iterable[str]) -> Check:
    """Return a check that accepts the given values only, such as the members of an enum."""
    allowed = tuple(values)
    return lambda value: value in allowed


def matches(pattern: re.Pattern[str]) -> Check:
    """Return a check that accepts strings in which a pattern is found."""
    return lambda value: isinstance(value, str) and pattern.search(value) is not None


@cache
def optional(check: Check) -> Check:
    """Return a check that accepts falsy values (see `is_falsy`) and whatever `check` accepts.

    The same check gives the same function, so that a schema recognizes `optional(is_iso_date)`.
    """
    return lambda value: is_falsy(value) or check(value)


def _is_set(value: object) -> bool:
    return isinstance(value, list) and all(item not in value[:place] for place, item in enumerate(value))


# By attribute type, the check of a value that is set and the end of the message.
_SET: Final[Mapping[str, tuple[Check, str]]] = {
    "any": (lambda value: value is not None, "is required"),
    "string": (has_text, "is required"),
    "number": (is_number, "must be a number"),
    "boolean": (is_boolean, "must be a boolean"),
    "list": (lambda value: isinstance(value, list), "must be an array"),
    "map": (is_map, "must be an object"),
    "set": (_is_set, "must be a unique array (set)"),
}

# By declared item type of a list or set, the check of an item.
_ITEMS: Final[Mapping[str, Check]] = {
    "any": is_map,
    "boolean": is_boolean,
    "map": is_map,
    "number": is_number,
    "string": is_string,
}


def run_validator(name: str, validate: Validator, value: Any, item: Record, *, takes_record: bool) -> None:
    """Run an attribute's own validator.

    Raises:
        ValidationError: The value is invalid: the validator's own error, or ``<name> failed validation``.
    """
    try:
        accepted = validate(value, item) if takes_record else validate(value)
    except ValidationError:
        raise
    except Exception as error:  # a validator that cannot handle a value rejects it
        raise ValidationError(f"{name} failed validation") from error
    if accepted is False:
        raise ValidationError(f"{name} failed validation")


Hook = Callable[[Any, Record], object]
"""Called with the value and the record."""


def run_set_hook(name: str, hook: Hook, value: Any, record: Record) -> Any:
    """Return what a declaration's ``set`` hook makes of a value.

    Raises:
        ValidationError: The hook raised it; or another exception, since it was not made for such a value
            (``<name> failed validation``).
    """
    try:
        return hook(value, record)
    except DataAccessError:
        raise
    except Exception as error:
        raise ValidationError(f"{name} failed validation") from error


def as_hook(hook: Validator) -> Hook:
    """Return a declared hook as a function of value and record."""
    return hook if takes_record(hook) else lambda value, _record: hook(value)


def takes_record(hook: Validator) -> bool:
    """Return whether a declared hook has a second parameter, for the record."""
    try:
        return _known_to_take_record(hook)
    except TypeError:  # an unhashable callable object
        return _takes_record(hook)


def _takes_record(hook: Validator) -> bool:
    try:
        parameters = inspect.signature(hook).parameters.values()
    except ValueError:  # a builtin without a signature
        return False
    by_place = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
    needed = [each for each in parameters if each.kind in by_place and each.default is each.empty]
    return len(needed) > 1


_known_to_take_record = cache(_takes_record)


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
    if value is None and not attribute.required:
        return
    try:
        _check_value(schema, attribute, value, record, by_type_only=by_type_only)
    except ValidationError as error:
        if attribute.name in schema.timestamps:
            raise error from timestamp_expected()
        raise


def _check_value(
    schema: Schema, attribute: Attribute, value: Any, record: Record, *, by_type_only: bool
) -> None:
    name, entity = attribute.name, schema.entity_name
    if any(reference.foreign_key == name for reference in schema.parents):
        check_id(name, value, entity)
    elif attribute.values is not None:
        check_enum(name, value, attribute.values, entity)
    else:
        item_type = str((attribute.items or {}).get("type", "string"))
        check_type(name, value, entity, str(attribute.type), item_type)
    validate = attribute.validate
    if by_type_only or validate is None:
        return
    try:
        run_validator(name, validate, value, record, takes_record=takes_record(validate))
    except ValidationError as error:
        raise validation_error(entity, str(error)) from error


def check_enum(name: str, value: object, allowed: Iterable[str], owner: str) -> None:
    """Check that a value is one of the allowed ones.

    Raises:
        ValidationError: ``Validation failed in <owner>: <name> must be one of <a,b>``.
    """
    allowed = tuple(allowed)
    if value not in allowed:
        raise validation_error(owner, f"{name} must be one of {','.join(allowed)}")


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
    fits, complaint = _SET[type_]
    if not fits(value):
        raise validation_error(owner, f"{name} {complaint}")
    if type_ in {"list", "set"}:
        check_list(name, value, owner, item_type)


def check_id(name: str, value: object, owner: str) -> None:
    """Check that a value is a UUID.

    Raises:
        ValidationError: ``Validation failed in <owner>: <name> must be a valid UUID``.
    """
    if not is_uuid(value):
        raise validation_error(owner, f"{name} must be a valid UUID")


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
    if not isinstance(value, list | tuple):
        raise validation_error(owner, f"{name} must be an array")
    if value and item_type not in _ITEMS:
        raise ValidationError(f"Unsupported type: {item_type}")
    if not all(_ITEMS[item_type](item) for item in value):
        raise validation_error(owner, f"{name} must contain items of type {item_type}")


def check_key(attribute: Attribute, value: object) -> None:
    """Check that a finder's key has a value.

    Raises:
        ValidationError: ``<name> is required``.
    """
    match attribute.type:
        case "number":
            present = is_number(value)
        case "boolean":
            present = is_boolean(value)
        case _:
            present = has_text(value)
    if not present:
        raise ValidationError(f"{attribute.name} is required")


def validation_error(owner: str, complaint: str) -> ValidationError:
    """Create the error of an invalid value or argument of an entity or collection."""
    return ValidationError(f"Validation failed in {owner}: {complaint}")
