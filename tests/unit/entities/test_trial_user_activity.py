import pytest

from spacecat_shared_data_access.errors import ValidationError
from unit.helpers import ID, OTHER_ID, THIRD_ID, maybe_await

ACTIVITY = {
    "trial_user_id": ID,
    "entitlement_id": OTHER_ID,
    "site_id": THIRD_ID,
    "type": "SIGN_IN",
    "product_code": "LLMO",
}


@pytest.mark.parametrize("wrong", [{"type": "NAP"}, {"product_code": "X"}, {"site_id": "x"}])
async def test_an_invalid_activity_is_refused(data_access, server, wrong):
    with pytest.raises(ValidationError):
        await maybe_await(data_access.TrialUserActivity.create({**ACTIVITY, **wrong}))
    assert server.requests == []
