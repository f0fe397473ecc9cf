"""A call enters few functions and modules of the package, so that its path can be followed."""

import sys
from pathlib import Path

import httpx
import orjson

import spacecat_shared_data_access
from spacecat_shared_data_access import create_data_access
from spacecat_shared_data_access.postgrest.tracing import TRACING_API
from unit.helpers import ID, URL

PACKAGE = Path(spacecat_shared_data_access.__file__).parent
BODY = orjson.dumps([{"id": ID, "organization_id": ID, "ticket_key": "A-1"}])
MAX_FRAMES, MAX_MODULES = 60, 16


def respond(_request):
    return httpx.Response(200, content=BODY, headers={"Content-Type": "application/json"})


def test_find_by_id_and_a_getter_enter_few_functions(monkeypatch):
    monkeypatch.delitem(sys.modules, TRACING_API, raising=False)  # imported by the tests of tracing
    modules = []

    def note(frame, event, _argument):
        if event == "call" and frame.f_code.co_filename.startswith(str(PACKAGE)):
            modules.append(frame.f_code.co_filename)

    with httpx.Client(transport=httpx.MockTransport(respond)) as client:
        data_access = create_data_access(postgrest_url=URL, client=client)
        data_access.Ticket.find_by_id(ID).get_ticket_key()  # imports the entity, and fills caches
        sys.setprofile(note)
        try:
            key = data_access.Ticket.find_by_id(ID).get_ticket_key()
        finally:
            sys.setprofile(None)
    assert key == "A-1"
    assert 0 < len(modules) <= MAX_FRAMES
    assert len(set(modules)) <= MAX_MODULES
