import pytest

from spacecat_shared_data_access.errors import ValidationError
from unit.helpers import ID, OTHER_ID, PARENT_ID, maybe_await, params


async def test_entitlements_are_read_with_their_organizations_in_pages(opened, server):
    row = {
        "id": ID,
        "product_code": "LLMO",
        "tier": "PAID",
        "organizations": {"id": PARENT_ID, "name": "Org", "ims_org_id": "I"},
    }
    server.respond_with([row, row], [row])
    found = await maybe_await(opened(page_size=2).Entitlement.all_by_product_code_with_organization("LLMO"))
    assert len(found) == 3
    assert found[0] == {
        "entitlement": {"id": ID, "productCode": "LLMO", "tier": "PAID"},
        "organization": {"id": PARENT_ID, "name": "Org", "imsOrgId": "I"},
    }
    assert ("order", "id.asc") in params(server.last)
    assert ("offset", "2") in params(server.last)


async def test_the_product_code_is_required(data_access, server):
    with pytest.raises(ValidationError, match="product_code is required"):
        await maybe_await(data_access.Entitlement.all_by_product_code_with_organization())
    assert server.requests == []


async def test_removing_an_entitlement_removes_its_enrollments(data_access, server):
    server.respond_with([{"id": OTHER_ID, "site_id": ID, "entitlement_id": ID}], 204)
    entitlement = data_access.Entitlement.create_instance_from_row({"id": ID})
    await maybe_await(entitlement.remove())
    assert [(request.method, request.url.path) for request in server.requests] == [
        ("GET", "/site_enrollments"),
        ("DELETE", "/site_enrollments"),
        ("DELETE", "/entitlements"),
    ]
