"""Properties: the attributes of an entity as properties of its model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spacecat_shared_data_access.errors import ValidationError, unknown_keyword

if TYPE_CHECKING:
    from spacecat_shared_data_access.models.base.model import BaseModel
    from spacecat_shared_data_access.schema import Schema


class AttributeProperty(property):
    """An attribute as a property: reads with the model's getter, and assigns with its setter.

    They are looked up when the property is used, so a subclass may override them.

    Args:
        name: The attribute.
    """

    def __init__(self, name: str) -> None:
        getter = f"get_{name}"

        def read(model: BaseModel) -> Any:
            return getattr(model, getter)()

        def assign(model: BaseModel, value: Any) -> None:
            set_ = _setter(model, name)
            if set_ is None:
                reason = "" if model.schema.options.allow_updates else ": the schema forbids updates"
                message = f"{name} of {model.entity_name} is read-only{reason}"
                raise AttributeError(message, name=name, obj=model)
            set_(model, value)

        super().__init__(read, assign, doc=f"The attribute {name}.")


def install_properties(cls: type, schema: Schema) -> None:
    """Add a property to a model for each attribute, except where the model has a member of that name."""
    for name in schema.attributes:
        if not hasattr(cls, name) or isinstance(getattr(cls, name), AttributeProperty):
            setattr(cls, name, AttributeProperty(name))


def attributes_without_property(schema: Schema) -> list[str]:
    """Return the attributes whose name is that of another member of the model, which keeps its meaning."""
    return [
        name
        for name in schema.attributes
        if not isinstance(getattr(schema.model_class, name), AttributeProperty)
    ]


def set_attributes(model: BaseModel, values: dict[str, Any]) -> None:
    """Set several attributes with the model's setters, one after the other.

    Args:
        model: The model.
        values: Values by Python or JSON attribute name.

    Raises:
        TypeError: A name is not an attribute.
        ValidationError: An attribute is read-only, or a value is invalid.
    """
    for given, value in values.items():
        name = model.schema.python_name(given)
        if name is None:
            raise unknown_keyword("update", given, model.schema.attributes)
        model.patcher.check_updates_allowed()
        set_ = _setter(model, name)
        if set_ is None:
            raise ValidationError(f"The property {name} is read-only and cannot be updated.")
        set_(model, value)


def _setter(model: BaseModel, name: str) -> Any:
    return getattr(type(model), f"set_{name}", None)
