"""KeyEvent is deprecated."""

import pytest

from spacecat_shared_data_access.errors import DataAccessError
from unit.helpers import ID, collect, maybe_await

CALLS = {
    "all": (),
    "all_by_index_keys": ({},),
    "all_by_site_id": (ID,),
    "find_by_all": (),
    "find_by_site_id": (ID,),
    "find_by_id": (ID,),
    "find_by_index_keys": ({},),
    "exists_by_id": (ID,),
    "count": (),
    "first": (),
    "page": (),
    "create": ({},),
    "create_many": ([{}],),
    "remove_by_ids": ([ID],),
    "remove_by_index_keys": ([{}],),
}


@pytest.mark.parametrize("name", CALLS)
async def test_every_use_raises_and_sends_nothing(data_access, server, name):
    with pytest.raises(DataAccessError, match="KeyEvent is deprecated"):
        await maybe_await(getattr(data_access.KeyEvent, name)(*CALLS[name]))
    assert server.requests == []


async def test_iterating_raises(data_access):
    with pytest.raises(DataAccessError, match="KeyEvent is deprecated"):
        await collect(data_access.KeyEvent.iterate())


async def test_one_cannot_be_removed(data_access):
    event = data_access.KeyEvent.create_instance_from_row({"id": ID, "type": "THIRD PARTY"})
    assert event.get_type() is event.KeyEventType.THIRD_PARTY
    with pytest.raises(DataAccessError, match="Failed to remove entity keyEvent"):
        await maybe_await(event.remove())
