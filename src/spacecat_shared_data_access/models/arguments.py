"""Check the arguments of custom methods."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.base.items import plain_value
from spacecat_shared_data_access.schema.validation import has_text, is_uuid, validation_error


class HasId(Protocol):
    """A model, or another object that has an ID."""

    def get_id(self) -> str:
        """Return the ID."""


def check_texts(message: str, *values: object) -> None:
    """Check that values are non-empty texts.

    Args:
        message: The message of the error.
        *values: The values.

    Raises:
        ValidationError: A value is not a text, or is empty.
    """
    if not all(map(has_text, values)):
        raise ValidationError(message)


def check_uuids(name: str, values: Iterable[object], owner: str) -> None:
    """Check that the values of a list are UUIDs.

    Args:
        name: The argument's name in the message.
        values: The values.
        owner: The entity's or collection's name in the message.

    Raises:
        ValidationError: A value is not a UUID.
    """
    if not all(map(is_uuid, values)):
        raise validation_error(owner, f"{name} must contain UUIDs only")


def optional_text(name: str, value: object) -> str | None:
    """Return an optional argument that a request filters by, as plain text.

    An empty text or a value of another type is an error: if it counted as "not given", the request would
    affect more rows than the caller meant.

    Args:
        name: The argument's name in the message.
        value: A text or an enum member, or None if it is not given.

    Raises:
        ValidationError: The value is neither None nor a non-empty text.
    """
    text = plain_value(name, value)
    if text is None:
        return None
    if not isinstance(text, str) or not text:
        raise ValidationError(f"{name} must be a non-empty string if it is given")
    return text


def has_method(thing: object, name: str) -> bool:
    """Return whether an object, other than a class, has a method of this name."""
    return not isinstance(thing, type) and callable(getattr(thing, name, None))
