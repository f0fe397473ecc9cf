"""Save many models in few requests."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from spacecat_shared_data_access.errors import DataAccessError, ValidationError
from spacecat_shared_data_access.models.base.changes import Changes
from spacecat_shared_data_access.postgrest.log_events import LogEvent, log_fields

if TYPE_CHECKING:
    from spacecat_shared_data_access.models.base.collection import BaseCollection
    from spacecat_shared_data_access.models.base.model import BaseModel


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
    models = _distinct(name, models)
    chunks = [models[start : start + chunk_size] for start in range(0, len(models), chunk_size)]
    if len(chunks) > 1:
        message = "[%s] save_many: saving %d items in %d chunks of %d"
        log.info(
            message,
            name,
            len(models),
            len(chunks),
            chunk_size,
            extra=log_fields(LogEvent.SAVE_MANY, entity=name, count=len(models), chunks=len(chunks)),
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
                len(models),
                extra=log_fields(
                    LogEvent.CALL_FAILED, entity=name, count=len(models), saved=place * chunk_size
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


async def _save_chunk(collection: BaseCollection[Any], models: Sequence[BaseModel]) -> None:
    schema = collection.schema
    whole, rows, partial = [], [], []
    for model in models:
        patcher = model.patcher
        if not model.is_partial:  # stored whether or not anything was set, as in the original
            changes = patcher.changes()
            whole.append((model, patcher, changes))
            rows.append(model.to_row({**changes.values, **model.generate_composite_keys()}))
        else:
            partial.append((model, patcher.changes() if patcher.has_updates else Changes({}, {})))
    columns = ",".join(schema.attributes[key].stored_name for key in schema.primary_keys)
    with collection.translate_errors("Failed to save many"):
        if rows:
            query = collection.table.upsert(rows, on_conflict=columns, read_back=False)
            await collection.service.execute(query)
        for model, patcher, changes in whole:
            patcher.mark_clean(changes)
            model.forget_references()
        await collection.service.gather([model.store_changes(changes) for model, changes in partial])
