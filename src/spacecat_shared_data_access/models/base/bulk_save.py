"""Save many models in few requests."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from spacecat_shared_data_access.errors import DataAccessError, ValidationError
from spacecat_shared_data_access.models.base.changes import Changes
from spacecat_shared_data_access.postgrest.log_events import LogEvent, log_fields

if TYPE_CHECKING:
    from spacecat_shared_data_access.models.base.collection import BaseCollection
    from spacecat_shared_data_access.models.base.model import BaseModel

M = TypeVar("M", bound="BaseModel")


def models_to_save(collection: BaseCollection[Any], models: Iterable[M]) -> list[M]:
    """Return the models as a list, if the collection can save them.

    Raises:
        ValidationError: They are not an iterable of models of this collection, or one of them belongs to
            another data access.
    """
    failed = f"Failed to save many [{collection.entity_name}]"
    if not isinstance(models, Iterable):
        raise ValidationError(f"{failed}: models must be an array")
    listed = list(models)
    if not all(isinstance(model, collection.schema.model_class) for model in listed):
        raise ValidationError(f"{failed}: an item is not a model of this entity")
    if any(model.service is not collection.service for model in listed):
        raise ValidationError(f"{failed}: a model belongs to another data access")
    return listed


async def save_chunks(collection: BaseCollection[Any], models: Sequence[BaseModel], chunk_size: int) -> None:
    """Store models, one chunk after the other. If a chunk fails, those before it stay stored.

    Args:
        collection: The collection of the models.
        models: The models. A model that occurs more than once is stored once.
        chunk_size: How many models a request stores.

    Raises:
        ValidationError: Two objects are models of the same entity. Nothing was sent.
        DataAccessError: The server refused (``Failed to save many``).
        UnavailableError: The server could not be reached or could not respond.
    """
    name, log = collection.entity_name, collection.log
    # What to store is known before the first request, so that a mistake in one model stops all of them.
    changed = [(model, _changes_of(model)) for model in _distinct(name, models)]
    chunks = [changed[start : start + chunk_size] for start in range(0, len(changed), chunk_size)]
    if len(chunks) > 1:
        message = "[%s] save_many: saving %d items in %d chunks of %d"
        log.info(
            message,
            name,
            len(changed),
            len(chunks),
            chunk_size,
            extra=log_fields(LogEvent.SAVE_MANY, entity=name, count=len(changed), chunks=len(chunks)),
        )
    for place, chunk in enumerate(chunks):
        try:
            await _save_chunk(collection, chunk)
        except DataAccessError:
            log.error(  # noqa: TRY400 - the error itself is logged already
                "[%s] save_many: chunk %d/%d failed — %d of %d items already persisted",
                name,
                place + 1,
                len(chunks),
                place * chunk_size,
                len(changed),
                extra=log_fields(
                    LogEvent.CALL_FAILED, entity=name, count=len(changed), saved=place * chunk_size
                ),
            )
            raise


def _distinct(entity_name: str, models: Sequence[BaseModel]) -> Sequence[BaseModel]:
    # The database refuses an upsert that writes a row twice (21000); in different chunks, the second model
    # would overwrite the changes of the first.
    if len(set(map(_id_of, models))) == len(models):  # much faster than comparing the models
        return models
    distinct: dict[BaseModel, BaseModel] = {}
    for model in models:
        if distinct.setdefault(model, model) is not model:
            raise ValidationError(f"Failed to save many [{entity_name}]: {model!r} has two different models")
    return list(distinct)


def _id_of(model: BaseModel) -> str | None:
    try:
        return str(model.get_id())
    except ValidationError:  # it was not read
        return None


def _changes_of(model: BaseModel) -> Changes:
    patcher = model.patcher
    if not model.is_partial:
        return patcher.changes()
    if not patcher.has_updates:
        return Changes({}, {})
    for name in model.schema.primary_keys:
        patcher.stored_value(name)  # raises if it was not read
    return patcher.changes()


async def _save_chunk(collection: BaseCollection[Any], models: Sequence[tuple[BaseModel, Changes]]) -> None:
    whole = [each for each in models if not each[0].is_partial]
    partial = [each for each in models if each[0].is_partial]
    rows = [model.to_row({**changes.values, **model.generate_composite_keys()}) for model, changes in whole]
    schema = collection.schema
    columns = ",".join(schema.attributes[key].stored_name for key in schema.primary_keys)
    with collection.translate_errors("Failed to save many"):
        if rows:  # stored whether or not anything was set, as in the original
            query = collection.table.upsert(rows, on_conflict=columns, read_back=False)
            await collection.service.execute(query)
        for model, changes in whole:
            model.patcher.mark_clean(changes)
            model.forget_references()
        await collection.service.gather([model.store_changes(changes) for model, changes in partial])
