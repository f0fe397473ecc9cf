"""Creations that are stored, but whose response is lost: the stored row is recognized as the one sent.

PostgreSQL rewrites many values. A value that was not recognized would turn a success into a conflict.
"""

import pytest
from psycopg import sql

from faults.fault_types import Reset
from integration.every_entity import ENTITIES, IMS_ORG_ID, EveryEntity, empty_all, second_value
from integration.sync_async import maybe_await
from spacecat_shared_data_access import RetryPolicy
from spacecat_shared_data_access.models.base import EntityRegistry


@pytest.fixture
def faulty(connect, proxy):
    return connect(
        postgrest_url=proxy.url, s2s_allowed_ims_org_ids=IMS_ORG_ID, retry=RetryPolicy(base_delay=0)
    )


@pytest.fixture
def every(connect, database):
    empty_all(database)
    return EveryEntity(connect(s2s_allowed_ims_org_ids=IMS_ORG_ID))


async def full_item(every, entity):
    """An item with a value for whatever takes one."""
    item = await every.item(entity)
    for attribute in EntityRegistry.schema_of(entity).attributes.values():
        is_given = attribute.name in item or attribute.read_only or attribute.set is not None
        if attribute.column is not None and not is_given and every.pointed_at(attribute) is None:
            item[attribute.name] = second_value(entity, attribute, None)
    return item


@pytest.mark.parametrize("entity", ENTITIES)
async def test_what_is_stored_is_known_again(every, faulty, proxy, database, entity):
    schema = EntityRegistry.schema_of(entity)
    item = await full_item(every, entity)
    proxy.script.next("POST", f"/{schema.table}", Reset(executed=True))
    made = await maybe_await(getattr(faulty, entity).create(item))
    posts = [each for each in proxy.seen if each.request.method == "POST"]
    assert len(posts) == 2
    for name, value in item.items():
        if schema.attributes[name].column is not None and isinstance(value, str):
            assert made.record[name] == value
    rows = database.execute(sql.SQL("SELECT FROM {}").format(sql.Identifier(schema.table))).fetchall()
    assert len(rows) == 1 + len(every.made.get(entity, []))
