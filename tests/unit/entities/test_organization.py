import pytest

from spacecat_shared_data_access.errors import ValidationError
from unit.helpers import maybe_await


@pytest.mark.parametrize(
    "id_", ["1234567890ABCDEF12345678@AdobeOrg", "1234567890abcdef12345678@adobeorg", "", None]
)
async def test_an_ims_organization_id_has_24_letters_and_digits(data_access, server, id_):
    server.answers([{"id": "0197c9a8-3e70-7000-8000-000000000001", "name": "A"}])
    await maybe_await(data_access.Organization.create({"name": "A", "ims_org_id": id_}))
    assert server.methods == ["POST"]


# A letter that only Unicode's case folding takes for an s or a k is none of the original's.
@pytest.mark.parametrize(
    "id_", ["1234@AdobeOrg", "\u017f234567890abcdef12345678@AdobeOrg", "\u212a" * 24 + "@AdobeOrg"]
)
async def test_any_other_is_refused(data_access, server, id_):
    with pytest.raises(ValidationError, match="ims_org_id"):
        await maybe_await(data_access.Organization.create({"name": "A", "ims_org_id": id_}))
    assert server.requests == []
