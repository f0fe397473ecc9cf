"""Guards: the checks of the setters as functions, for services that check values of their own.

Each takes the name of the property, its value and the entity that owns it, and raises
``ValidationError: Validation failed in <entity>: <property> …`` where the value is not what it should
be. With ``nullable`` None passes.
"""

from collections.abc import Iterable

def guard_any(property_name: str, value: object, entity_name: str, nullable: bool = False) -> None:
    """Refuse None.

    Args:
        property_name: How the message calls the value.
        value: What is to be checked.
        entity_name: The entity that the message names.
        nullable: Whether None passes after all.

    Raises:
        ValidationError: ``… is required``.
    """

def guard_array(
    property_name: str, value: object, entity_name: str, type: str = "string", nullable: bool = False
) -> None:
    """Refuse what is not a list of items of a type.

    Args:
        property_name: How the message calls the value.
        value: What is to be checked.
        entity_name: The entity that the message names.
        type: What the items are: ``string``, ``number``, ``boolean``, ``map``, or ``any`` for a mapping.
        nullable: Whether None passes.

    Raises:
        ValidationError: ``… must be an array`` or ``… must contain items of type …``.
    """

def guard_boolean(property_name: str, value: object, entity_name: str, nullable: bool = False) -> None:
    """Refuse what is not a boolean (``… must be a boolean``). Takes what `guard_any` takes."""

def guard_enum(
    property_name: str, value: object, enum_values: Iterable[str], entity_name: str, nullable: bool = False
) -> None:
    """Refuse what is none of the allowed values.

    Args:
        property_name: How the message calls the value.
        value: What is to be checked.
        enum_values: The allowed values: a StrEnum, or a list of strings.
        entity_name: The entity that the message names.
        nullable: Whether None passes.

    Raises:
        ValidationError: ``… must be one of a,b``.
    """

def guard_id(property_name: str, value: object, entity_name: str, nullable: bool = False) -> None:
    """Refuse what is not a UUID (``… must be a valid UUID``). Takes what `guard_any` takes.

    A UUID object passes as its text does.
    """

def guard_map(property_name: str, value: object, entity_name: str, nullable: bool = False) -> None:
    """Refuse what is not a mapping (``… must be an object``). Takes what `guard_any` takes."""

def guard_number(property_name: str, value: object, entity_name: str, nullable: bool = False) -> None:
    """Refuse what is not a finite number (``… must be a number``). Takes what `guard_any` takes."""

def guard_set(
    property_name: str, value: object, entity_name: str, type: str = "string", nullable: bool = False
) -> None:
    """Refuse what is not a list of items of a type, each of them once.

    Takes what `guard_array` takes.

    Raises:
        ValidationError: ``… must be a unique array (set)`` or ``… must contain items of type …``.
    """

def guard_string(property_name: str, value: object, entity_name: str, nullable: bool = False) -> None:
    """Refuse what is not a string with something in it (``… is required``). Takes what `guard_any` takes."""
