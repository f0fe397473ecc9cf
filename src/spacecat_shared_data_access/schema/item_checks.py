"""Validation of items to be created.

The checks of each attribute are prepared once per schema, because creating many items is common.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.schema.attribute import Attribute, Record
from spacecat_shared_data_access.schema.validation import (
    is_boolean,
    is_map,
    is_number,
    is_string,
    run_validator,
    takes_record,
)
from spacecat_shared_data_access.schema.values import timestamp_expected

if TYPE_CHECKING:
    from spacecat_shared_data_access.schema.schema import Schema

# Valid strings to remember per attribute and call: parents' IDs repeat, other strings rarely do.
_MAX_KNOWN: Final = 64

# By attribute type, the check of a value on creation and the end of the message.
_CHECKS: Final[Mapping[str, tuple[Callable[[object], bool], str]]] = {
    "string": (is_string, "a string"),
    "number": (is_number, "a number"),
    "boolean": (is_boolean, "a boolean"),
    "list": (lambda value: isinstance(value, list), "a list"),
    "map": (is_map, "a map"),
}


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

    def __init__(self, attribute: Attribute) -> None:
        allowed = attribute.values
        self._fits: Callable[[object], bool] | None
        if allowed is not None:
            self._fits, self._complaint = allowed.__contains__, "is invalid"
        else:
            self._fits, kind = _CHECKS.get(str(attribute.type), (None, ""))
            self._complaint = f"must be {kind}"
        validate = attribute.validate
        self._validate = validate
        self._takes_record: bool = validate is not None and takes_record(validate)
        self.name: str = attribute.name
        self.required: bool = attribute.required
        self.takes_any_text: bool = validate is None and self._fits in {None, is_string}
        self.by_value_alone: bool = not self._takes_record

    def accepts(self, value: Any) -> bool:
        """Return whether a value, which may be None, is valid in every item."""
        if value is None:
            return not self.required
        return self.by_value_alone and not self.complaints(value, {})

    def complaints(self, value: Any, item: Record) -> list[str]:
        """Return what is wrong with a value other than None; an empty list if it is valid."""
        found = []
        if self._fits is not None and not self._fits(value):
            found.append(f"{self.name} {self._complaint}")
        if self._validate is not None:
            try:
                run_validator(self.name, self._validate, value, item, takes_record=self._takes_record)
            except ValidationError as error:
                found.append(str(error))
        return found


class ItemChecker:
    """Checks the items of one call. Strings that were valid for an attribute are not checked again.

    Args:
        schema: The entity's schema.
        checks: The checks to do, with the strings that are known to be valid; all by default.
    """

    __slots__ = ("_checks", "_schema")

    def __init__(
        self, schema: Schema, checks: list[tuple[str, bool, set[str], ItemCheck]] | None = None
    ) -> None:
        self._schema = schema
        if checks is None:
            checks = [(check.name, check.takes_any_text, set(), check) for check in schema.item_checks]
        self._checks = checks

    def without(self, values: Mapping[str, Any]) -> ItemChecker:
        """Return a checker for items that all have these values: those that are valid are not checked again.

        Args:
            values: Values by Python attribute name, None included.
        """
        checks = [
            (name, takes_any_text, known, check)
            for name, takes_any_text, known, check in self._checks
            if name not in values or not check.accepts(values[name])
        ]
        return ItemChecker(self._schema, checks)

    def check(self, item: Record) -> None:
        """Check an item to be created.

        Args:
            item: Values by Python attribute name, including defaults.

        Raises:
            ValidationError: An attribute is invalid. The message lists all invalid attributes, joined
                with ``, ``.
        """
        errors: list[str] = []
        wrong: list[str] = []
        value_of = item.get
        for name, takes_any_text, known, check in self._checks:
            value = value_of(name)
            if value is None:
                if check.required:
                    errors.append(f"{name} is required")
            elif value.__class__ is not str or not (takes_any_text or value in known):
                found = check.complaints(value, item)
                if found:
                    errors += found
                    wrong.append(name)
                elif value.__class__ is str and check.by_value_alone and len(known) < _MAX_KNOWN:
                    known.add(value)
        if errors:
            error = ValidationError(", ".join(errors))
            if self._schema.timestamps.isdisjoint(wrong):
                raise error
            raise error from timestamp_expected()
