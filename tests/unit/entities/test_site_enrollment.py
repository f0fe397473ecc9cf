import pytest

from spacecat_shared_data_access.errors import AccessDeniedError, ValidationError
from spacecat_shared_data_access.models.entitlement import Entitlement
from unit.helpers import ECHO, ID, OTHER_ID, PARENT_ID, error_response, filters, maybe_await, params, uuid

ENROLLED = {"site_id": ID, "entitlement_id": OTHER_ID}


@pytest.fixture
def enrollments(data_access):
    return data_access.SiteEnrollment


@pytest.mark.parametrize("item", [ENROLLED, {"siteId": ID, "entitlementId": OTHER_ID}])
async def test_an_existing_enrollment_is_returned(enrollments, server, item):
    server.respond_with([{"id": PARENT_ID, **ENROLLED}])
    assert (await maybe_await(enrollments.create(item))).get_id() == PARENT_ID
    assert server.methods == ["GET"]
    assert filters(server.last) == [("site_id", f"eq.{ID}"), ("entitlement_id", f"eq.{OTHER_ID}")]


async def test_an_enrollment_created_concurrently_is_returned(enrollments, server):
    server.respond_with([], error_response(409, "23505", "duplicate key value"), [{"id": PARENT_ID}])
    assert (await maybe_await(enrollments.create(ENROLLED))).get_id() == PARENT_ID
    assert server.methods == ["GET", "POST", "GET"]


async def test_a_site_is_enrolled(enrollments, server):
    server.respond_with([], ECHO)
    await maybe_await(enrollments.create(ENROLLED))
    assert server.methods == ["GET", "POST"]


@pytest.mark.parametrize("item", [{"site_id": ID}, {"site_id": ID, "entitlement_id": ""}, {}, None])
async def test_both_ids_are_required(enrollments, server, item):
    with pytest.raises(ValidationError):
        await maybe_await(enrollments.create(item))
    assert server.requests == []


async def test_site_ids_by_product_are_returned_per_enrollment(enrollments, server):
    server.respond_with([{"site_id": ID}, {"site_id": ID}])
    assert await maybe_await(enrollments.all_site_ids_by_product_code(Entitlement.ProductCode.ASO)) == [
        ID,
        ID,
    ]
    assert params(server.last) == [
        ("select", "site_id,entitlements!inner(product_code)"),
        ("entitlements.product_code", "eq.ASO"),
    ]


async def test_site_ids_by_tier_are_distinct(enrollments, server):
    server.respond_with([{"site_id": ID}, {"site_id": ID}])
    assert await maybe_await(enrollments.all_site_ids_by_tier("PAID", "ASO")) == [ID]
    assert filters(server.last) == [("entitlements.tier", "eq.PAID"), ("entitlements.product_code", "eq.ASO")]


@pytest.mark.parametrize("method", ["all_site_ids_by_product_code", "all_site_ids_by_tier"])
async def test_site_ids_are_read_in_pages(opened, server, method):
    stored = [{"site_id": uuid(number)} for number in range(5)]

    def respond(request):
        asked = dict(params(request))
        start = int(asked.get("offset", 0))
        return stored[start : start + 2]  # the maximum of the server

    server.respond_with(respond)
    enrollments = opened(page_size=2).SiteEnrollment
    found = await maybe_await(getattr(enrollments, method)("X"))
    assert found == [row["site_id"] for row in stored]
    assert [dict(params(request)).get("order") for request in server.requests] == [None, *["id.asc"] * 3]


@pytest.mark.parametrize(
    ("method", "missing"),
    [("all_site_ids_by_product_code", "product_code"), ("all_site_ids_by_tier", "tier")],
)
async def test_arguments_are_required(enrollments, server, method, missing):
    for nothing in ([], [""], [None]):
        with pytest.raises(ValidationError, match=f"^{missing} is required$"):
            await maybe_await(getattr(enrollments, method)(*nothing))
    assert server.requests == []


@pytest.mark.parametrize("method", ["all_site_ids_by_product_code", "all_site_ids_by_tier"])
async def test_an_error_of_the_server_is_raised(enrollments, server, method):
    server.respond_with(error_response(403, "42501"))
    with pytest.raises(AccessDeniedError, match="Failed to query site_enrollments by"):
        await maybe_await(getattr(enrollments, method)("X"))
