"""Item checks: what creation asks of an item's values.

What a schema asks of each attribute is worked out once; of a value only what it asks is looked at.
"""

from typing import Any

from spacecat_shared_data_access.schema.attribute import Attribute, Record
from spacecat_shared_data_access.schema.schema import Schema

class ItemCheck:
    """What is asked of one attribute's value.

    Args:
        attribute: The attribute.

    Attributes:
        name: The attribute's name.
        required: Whether there must be a value.
        takes_any_text: Whether a text fits, whatever it says.
        by_value_alone: Whether the answer depends on the value and on nothing else in the item.
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
        """Give what is wrong with a value that is there; nothing where it fits."""

class ItemChecker:
    """Checks the items of one call. A text that an attribute took once is not looked at again.

    Args:
        schema: What the entity declares.
    """

    __slots__ = ("_checks",)

    def __init__(self, schema: Schema) -> None: ...
    def check(self, item: Record) -> None:
        """Check a whole item that is about to be created.

        Args:
            item: Values by Python attribute name, with defaults filled in.

        Raises:
            ValidationError: Names every attribute that is wrong, joined with ``, ``.
        """
