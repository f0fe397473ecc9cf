import pytest

from spacecat_shared_data_access.errors import ValidationError
from unit.helpers import ECHO, maybe_await


async def test_a_candidate_needs_a_source_but_no_site(data_access, server):
    server.respond_with(ECHO)
    item = {"base_url": "https://a.com", "status": "PENDING"}
    made = await maybe_await(data_access.SiteCandidate.create({**item, "source": "RUM"}))
    assert made.get_hlx_config() == {}
    assert made.get_updated_by() is None
    with pytest.raises(ValidationError, match=r"source is required$"):
        await maybe_await(data_access.SiteCandidate.create(item))
    with pytest.raises(ValidationError, match="site_id failed validation"):
        await maybe_await(data_access.SiteCandidate.create({**item, "source": "RUM", "site_id": "x"}))
