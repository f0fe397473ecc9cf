"""Accessors: the methods that a schema gives its model and its collection, made once on the class."""

from spacecat_shared_data_access.models.base.model import BaseModel
from spacecat_shared_data_access.schema import Schema

def install_finders(cls: type, schema: Schema) -> None:
    """Give a collection ``all_by_…`` and ``find_by_…`` for every prefix of every index."""

def install_attribute_accessors(cls: type, schema: Schema) -> None:
    """Give a model a getter for each attribute, and a setter for each that may change."""

def install_reference_getters(cls: type, schema: Schema) -> None:
    """Give a model an accessor for each reference."""

def install_sorted_getters(cls: type[BaseModel], name: str) -> bool:
    """Give a model the accessors that narrow a reference's children by the target's sort keys.

    They depend on the target's own schema, so they are made when one of them is first asked for.

    Args:
        cls: The model.
        name: The accessor that was asked for, such as ``get_tickets_by_updated_at``.

    Returns:
        Whether the model has it now.

    Raises:
        ReferenceError: The name is one of a reference whose target is not registered.
    """

def parent_getter(parent: BaseModel) -> str:
    """Give the name of the accessor by which children reach this parent."""
