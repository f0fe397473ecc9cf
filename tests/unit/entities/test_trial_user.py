import pytest

from spacecat_shared_data_access.errors import ValidationError
from unit.helpers import ECHO, ID, OTHER_ID, PARENT_ID, THIRD_ID, body, filters, maybe_await

USER = {"organization_id": PARENT_ID, "email_id": "a@b.com", "status": "INVITED"}
ACTIVITY = {
    "trial_user_id": ID,
    "entitlement_id": OTHER_ID,
    "site_id": THIRD_ID,
    "type": "SIGN_IN",
    "product_code": "LLMO",
}


async def test_a_user_is_stored(data_access, server):
    server.respond_with(ECHO)
    user = await maybe_await(data_access.TrialUser.create({**USER, "metadata": {"k": 1}, "last_seen_at": ""}))
    assert user.get_status() is user.Status.INVITED
    assert body(server.last)["metadata"] == {"k": 1}


@pytest.mark.parametrize(
    "wrong", [{"status": "GONE"}, {"metadata": [1]}, {"last_seen_at": "now"}, {"email_id": 5}]
)
async def test_an_invalid_user_is_refused(data_access, server, wrong):
    with pytest.raises(ValidationError):
        await maybe_await(data_access.TrialUser.create({**USER, **wrong}))
    assert server.requests == []


async def test_users_are_found_by_external_id_last_updated_first(data_access, server):
    server.respond_with([{"id": ID}])
    await maybe_await(data_access.TrialUser.find_by_external_user_id("x"))
    assert server.last.url.params["order"] == "external_user_id.desc,updated_at.desc,id.desc"


async def test_a_user_has_activities(data_access, server):
    server.respond_with([{"id": OTHER_ID, **ACTIVITY}])
    user = data_access.TrialUser.create_instance_from_row({"id": ID, **USER})
    (activity,) = await maybe_await(user.get_trial_user_activities())
    assert filters(server.last) == [("trial_user_id", f"eq.{ID}")]
    assert activity.get_type() is activity.Type.SIGN_IN
