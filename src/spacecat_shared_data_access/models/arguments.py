"""Check the arguments of custom methods."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.base.items import plain_value
from spacecat_shared_data_access.schema.validation import check_id, has_text, is_uuid, validation_error


class HasId(Protocol):
    """A model, or another object that has an ID."""

    def get_id(self) -> str:
        """Return the ID."""


def check_texts(message: str, *values: object) -> None:
    """Check that values are non-empty texts. Raises ValidationError with this message if one is not."""
    if not all(map(has_text, values)):
        raise ValidationError(message)


def checked_id(name: str, value: object, owner: str) -> str:
    """Return an argument as the text of a UUID. Raises ValidationError if it is not one."""
    text = plain_value(name, value)
    check_id(name, text, owner)
    return str(text)


def check_uuids(name: str, values: Iterable[object], owner: str) -> None:
    """Check that values are UUIDs. Raises ValidationError, which names the argument and its owner, if not."""
    if not all(map(is_uuid, values)):
        raise validation_error(owner, f"{name} must contain UUIDs only")


def site_key(site_id: Any) -> dict[str, Any]:
    """Return the key of a site's entities. Raises ValidationError if the site ID is missing."""
    key = {"site_id": plain_value("site_id", site_id)}
    check_texts("SiteId is required", *key.values())
    return key


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
