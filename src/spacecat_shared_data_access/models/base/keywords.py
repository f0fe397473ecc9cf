"""Keywords: values by attribute name that methods take as keyword arguments, beside a mapping."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from spacecat_shared_data_access.errors import ValidationError, unknown_keyword

if TYPE_CHECKING:
    from spacecat_shared_data_access.schema import Schema


def with_keywords(
    schema: Schema,
    given: Any,
    keywords: Mapping[str, Any],
    *,
    method: str | None = None,
    options: Iterable[str] = (),
) -> Any:
    """Return the values of a mapping together with those given by keyword.

    Args:
        schema: The entity.
        given: Values by Python or JSON attribute name. Anything but a mapping is returned unchanged, for the
            caller to refuse.
        keywords: Further values by attribute name.
        method: The name of the method that was called, for the message; None if it is not known.
        options: The keywords that the method takes besides attributes, to suggest one of them.

    Raises:
        TypeError: A keyword is not an attribute.
        ValidationError: An attribute is in the mapping and among the keywords.
    """
    if not keywords:
        return given
    for name in sorted(keywords):
        if schema.python_name(name) is None:
            raise unknown_keyword(method, name, (*options, *schema.attributes))
    values = {} if given is None else given
    if not isinstance(values, Mapping):
        return given
    in_mapping = {schema.python_name(name) for name in values}
    for name in keywords:
        if schema.python_name(name) in in_mapping:
            raise ValidationError(f"{name} is given twice: in the mapping and as a keyword")
    return {**values, **keywords}


def option_hint(schema: Schema, names: Iterable[str]) -> str:
    """Return the end of a message about an option that has the name of an attribute; empty if none has.

    Args:
        schema: The entity.
        names: The options that were given.
    """
    shared = [name for name in names if name in schema.attributes]
    if not shared:
        return ""
    name = shared[0]
    return f'. {name} is an option of this method: to give the attribute use a mapping, {{"{name}": …}}'
