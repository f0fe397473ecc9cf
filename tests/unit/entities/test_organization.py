import pytest

from spacecat_shared_data_access import Organization, ValidationError
from unit.helpers import ID, make_model, maybe_await


@pytest.mark.parametrize(
    "id_", ["1234567890ABCDEF12345678@AdobeOrg", "1234567890abcdef12345678@adobeorg", "", None]
)
async def test_an_ims_org_id_has_24_letters_and_digits(data_access, server, id_):
    server.respond_with([{"id": "0197c9a8-3e70-7000-8000-000000000001", "name": "A"}])
    await maybe_await(data_access.Organization.create({"name": "A", "ims_org_id": id_}))
    assert server.methods == ["POST"]


# Characters that only Unicode case folding maps to s or k do not match in the original.
@pytest.mark.parametrize(
    "id_", ["1234@AdobeOrg", "\u017f234567890abcdef12345678@AdobeOrg", "\u212a" * 24 + "@AdobeOrg"]
)
async def test_any_other_ims_org_id_is_refused(data_access, server, id_):
    with pytest.raises(ValidationError, match="ims_org_id"):
        await maybe_await(data_access.Organization.create({"name": "A", "ims_org_id": id_}))
    assert server.requests == []


@pytest.mark.parametrize(("stored", "given"), [(None, "azure"), ("bedrock", "bedrock")])
async def test_the_default_llm_backend_is_azure(data_access, stored, given):
    organization = make_model(data_access.Organization, {"id": ID, "llm_backend": stored})
    assert organization.get_llm_backend() is Organization.LlmBackend(given)


async def test_an_unknown_llm_backend_is_returned_as_a_string(data_access):
    organization = make_model(data_access.Organization, {"id": ID, "llm_backend": "newer"})
    assert organization.get_llm_backend() == "newer"


@pytest.mark.parametrize(
    ("attribute", "value", "fits"),
    [
        ("ims_org_id", "1234567890ABCDEF12345678@AdobeOrg", True),
        ("ims_org_id", "12@AdobeOrg", False),
        ("llm_backend", "bedrock", True),
        ("fulfillable_items", {"a": 1}, True),
        ("fulfillable_items", {}, False),
        ("fulfillable_items", None, True),
        ("semrush_workspace_id", "w", True),
        ("config", {}, False),
    ],
)
async def test_values_are_checked(data_access, attribute, value, fits):
    organization = make_model(data_access.Organization, {"id": ID})
    setter = getattr(organization, f"set_{attribute}")
    if fits:
        assert setter(value) is organization
    else:
        with pytest.raises(ValidationError, match=f"{attribute} failed validation"):
            setter(value)
