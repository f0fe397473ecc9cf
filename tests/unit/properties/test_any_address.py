"""Any URL is refused, or requests can be built with it."""

import httpx
from hypothesis import given
from hypothesis import strategies as st

from spacecat_shared_data_access import DataAccessConfig, ValidationError, create_data_access

BEGINNINGS = ["", "http://", "https://a.test/", "http://a.test:", "http://[", "http://a"]


@given(st.text(max_size=30), st.sampled_from(BEGINNINGS))
def test_an_accepted_url_can_be_requested(text, beginning):
    try:
        config = DataAccessConfig.load(postgrest_url=beginning + text)
    except ValidationError:
        return
    with (
        httpx.Client(transport=httpx.MockTransport(lambda _sent: httpx.Response(200, json=[]))) as client,
        create_data_access(config, client=client) as data_access,
    ):
        assert data_access.Ticket.all() == []
