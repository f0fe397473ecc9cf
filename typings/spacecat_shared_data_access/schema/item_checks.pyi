"""Validation of items to be created.

The checks of each attribute are prepared once per schema, because creating many items is common.
"""

from typing import Any

from spacecat_shared_data_access.schema.attribute import Attribute, Record
from spacecat_shared_data_access.schema.schema import Schema

class ItemCheck:
    """The check of one attribute's value.

    Args:
        attribute: The attribute.

    Attributes:
        name: The attribute's name.
        required: Whether there must be a value.
        takes_any_text: Whether any string is valid.
        by_value_alone: Whether the result depends on the value only, not on the rest of the item.
    """

    name: str
    required: bool
    takes_any_text: bool
    by_value_alone: bool
    __slots__ = (
        "_complaint",
        "_fits",
        "_takes_record",
        "_validate",
        "by_value_alone",
        "name",
        "required",
        "takes_any_text",
    )

    def __init__(self, attribute: Attribute) -> None: ...
    def complaints(self, value: Any, item: Record) -> list[str]:
        """Return what is wrong with a value other than None; an empty list if it is valid."""

class ItemChecker:
    """Checks the items of one call. Strings that were valid for an attribute are not checked again.

    Args:
        schema: The entity's schema.
    """

    __slots__ = ("_checks", "_timestamps")

    def __init__(self, schema: Schema) -> None: ...
    def check(self, item: Record) -> None:
        """Check an item to be created.

        Args:
            item: Values by Python attribute name, including defaults.

        Raises:
            ValidationError: An attribute is invalid. The message lists all invalid attributes, joined
                with ``, ``.
        """
