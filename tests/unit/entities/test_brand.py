import pytest

from spacecat_shared_data_access import ValidationError
from spacecat_shared_data_access.models.brand import Brand
from unit.helpers import ID, body, filters, maybe_await


async def test_an_update_sends_only_changed_attributes(data_access, server):
    server.respond_with([{"id": ID}])
    brand = data_access.Brand.create_instance_from_row({"id": ID, "name": "A", "status": "pending"})
    brand.set_status(Brand.Status.ACTIVE).set_semrush_sub_workspace_id("w-1")
    await maybe_await(brand.save())
    assert body(server.last).keys() == {"status", "semrush_sub_workspace_id", "updated_at"}
    assert brand.get_status() is Brand.Status.ACTIVE


async def test_its_workspace_can_be_cleared(data_access, server):
    server.respond_with([{"id": ID}])
    brand = data_access.Brand.create_instance_from_row({"id": ID, "semrush_sub_workspace_id": "w-1"})
    await maybe_await(brand.set_semrush_sub_workspace_id(None).save())
    assert body(server.last)["semrush_sub_workspace_id"] is None


async def test_it_is_found_by_its_workspace(data_access, server):
    server.respond_with([{"id": ID, "name": "A"}])
    found = await maybe_await(data_access.Brand.find_by_semrush_sub_workspace_id("w-1"))
    assert found.get_name() == "A"
    assert filters(server.last) == [("semrush_sub_workspace_id", "eq.w-1")]


def test_invalid_values_are_refused(data_access):
    brand = data_access.Brand.create_instance_from_row({"id": ID, "name": "A"})
    for setter, value in [
        (brand.set_status, "gone"),
        (brand.set_semrush_sub_workspace_id, ""),
        (brand.set_name, None),
    ]:
        with pytest.raises(ValidationError, match=r"^Validation failed in brand: "):
            setter(value)


def test_the_pending_semrush_data_is_not_exposed(data_access):
    row = {"id": ID, "name": "A", "pending_semrush_provisioning": {"k": "v"}}
    brand = data_access.Brand.create_instance_from_row(row)
    assert not hasattr(brand, "get_pending_semrush_provisioning")
    assert brand.to_json() == {"brandId": ID, "name": "A"}
