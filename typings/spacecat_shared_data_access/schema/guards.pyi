"""Guards: the checks that setters do, as functions for services to check their own values.

Each raises ``ValidationError: Validation failed in <entity>: <property> …`` if the value is invalid.
"""

from collections.abc import Iterable

def guard_any(property_name: str, value: object, entity_name: str, nullable: bool = False) -> None:
    """Check that a value is not None.

    Args:
        property_name: The property's name, for the message.
        value: The value to check.
        entity_name: The entity's name, for the message.
        nullable: Whether None is valid.

    Raises:
        ValidationError: ``… is required``.
    """

def guard_array(
    property_name: str, value: object, entity_name: str, type: str = "string", nullable: bool = False
) -> None:
    """Check that a value is a list of items of a type.

    Args:
        property_name: The property's name, for the message.
        value: The value to check.
        entity_name: The entity's name, for the message.
        type: The type of the items: ``string``, ``number``, ``boolean``, ``map``, or ``any`` for a mapping.
        nullable: Whether None is valid.

    Raises:
        ValidationError: ``… must be an array`` or ``… must contain items of type …``.
    """

def guard_boolean(property_name: str, value: object, entity_name: str, nullable: bool = False) -> None:
    """Check that a value is a boolean (``… must be a boolean``). For the arguments see `guard_any`."""

def guard_enum(
    property_name: str, value: object, enum_values: Iterable[str], entity_name: str, nullable: bool = False
) -> None:
    """Check that a value is one of the allowed ones.

    Args:
        property_name: The property's name, for the message.
        value: The value to check.
        enum_values: The allowed values: a StrEnum, or a list of strings.
        entity_name: The entity's name, for the message.
        nullable: Whether None is valid.

    Raises:
        ValidationError: ``… must be one of a,b``.
    """

def guard_id(property_name: str, value: object, entity_name: str, nullable: bool = False) -> None:
    """Check that a value is a UUID (``… must be a valid UUID``). For the arguments see `guard_any`.

    UUID objects and strings are accepted.
    """

def guard_map(property_name: str, value: object, entity_name: str, nullable: bool = False) -> None:
    """Check that a value is a mapping (``… must be an object``). For the arguments see `guard_any`."""

def guard_number(property_name: str, value: object, entity_name: str, nullable: bool = False) -> None:
    """Check that a value is a finite number (``… must be a number``). For the arguments see `guard_any`."""

def guard_set(
    property_name: str, value: object, entity_name: str, type: str = "string", nullable: bool = False
) -> None:
    """Check that a value is a list of unique items of a type. For the arguments see `guard_array`.

    Raises:
        ValidationError: ``… must be a unique array (set)`` or ``… must contain items of type …``.
    """

def guard_string(property_name: str, value: object, entity_name: str, nullable: bool = False) -> None:
    """Check that a value is a non-empty string (``… is required``). For the arguments see `guard_any`."""
