"""Find entities by many keys: many in a request where that is possible."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeVar

from spacecat_shared_data_access.errors import DataAccessError, PostgrestError
from spacecat_shared_data_access.models.base.error_translation import logged_validation_error
from spacecat_shared_data_access.models.base.queries import (
    common_attribute,
    has_invalid_id,
    key_filters,
    key_texts,
)
from spacecat_shared_data_access.schema.validation import check_list

if TYPE_CHECKING:
    from spacecat_shared_data_access.models.base.collection import BaseCollection
    from spacecat_shared_data_access.models.base.model import BaseModel
    from spacecat_shared_data_access.models.base.row_reading import RowReader

M = TypeVar("M", bound="BaseModel")

_INVALID_INPUT: Final = "22P02"


async def batch_get(
    collection: BaseCollection[M],
    reader: RowReader,
    keys: Sequence[Mapping[str, Any]],
    attributes: Sequence[str] | None,
) -> list[M]:
    """Return the entities that have these keys.

    Args:
        collection: The entities' collection.
        reader: Reads its rows.
        keys: Values by attribute name, one non-empty mapping for each entity.
        attributes: The names of the attributes to read; all by default.

    Returns:
        The entities that exist, in no particular order. A key whose value the database finds invalid counts
        as not found.

    Raises:
        ValidationError: The keys are not a list of non-empty mappings.
        DataAccessError: The server refused (``Failed to batch get by keys``).
    """
    schema = collection.schema
    check_list("keys", keys, schema.entity_name, "any")
    if not all(keys):
        message = f"Failed to batch get by keys [{schema.entity_name}]: key must be a non-empty object"
        raise logged_validation_error(collection.log, message)
    with collection.translate_errors("Failed to batch get by keys"):
        name = common_attribute(schema, keys)
        if name is not None:
            texts = key_texts(schema, name, keys, check_ids=False)
            try:
                rows = await reader.having(name, texts, attributes)
                return collection.models_from_rows(rows, is_whole=not attributes)
            except PostgrestError as error:
                if error.code != _INVALID_INPUT:
                    raise
        distinct = {key_filters(schema, key, check_ids=False): key for key in keys}.values()
    calls = [_find_or_none(collection, reader, key, attributes) for key in distinct]
    found = await collection.service.gather(calls)
    return [model for model in found if model is not None]


async def _find_or_none(
    collection: BaseCollection[M],
    reader: RowReader,
    key: Mapping[str, Any],
    attributes: Sequence[str] | None,
) -> M | None:
    try:
        if collection.has_default("find_by_index_keys"):
            rows = await reader.find(key, attributes)
            return next(iter(collection.models_from_rows(rows, is_whole=not attributes)), None)
        if has_invalid_id(collection.schema, key):
            return None
        return await collection.find_by_index_keys(key, attributes=attributes)
    except DataAccessError as error:
        if error.code == _INVALID_INPUT:
            return None
        raise
