"""SiteImsOrgAccess: one grant per delegate, up to a limit; grants with their related entities."""

import pytest

from spacecat_shared_data_access.errors import DataAccessError, UnavailableError, ValidationError
from unit.helpers import (
    ECHO,
    ID,
    OTHER_ID,
    PARENT_ID,
    THIRD_ID,
    body,
    error_response,
    filters,
    maybe_await,
    params,
    uuid,
)

SITE, DELEGATE, OWNER = ID, OTHER_ID, THIRD_ID
REQUIRED = {
    "site_id": SITE,
    "organization_id": DELEGATE,
    "target_organization_id": OWNER,
    "product_code": "LLMO",
}


@pytest.fixture
def grants(data_access, server, clock):
    server.respond_with([])
    return data_access.SiteImsOrgAccess


def rows(count, **values):
    return [{"id": uuid(number), **REQUIRED, **values} for number in range(count)]


class TestCreating:
    async def test_finds_then_counts_then_inserts(self, grants, server):
        server.respond_with([], [], ECHO)
        grant = await maybe_await(grants.create(REQUIRED))
        assert server.methods == ["GET", "GET", "POST"]
        assert filters(server.requests[0]) == [
            ("site_id", f"eq.{SITE}"),
            ("organization_id", f"eq.{DELEGATE}"),
            ("product_code", "eq.LLMO"),
        ]
        assert filters(server.requests[1]) == [("site_id", f"eq.{SITE}")]
        assert body(server.last)["role"] == "agency"
        assert grant.get_role() is grant.DelegationRole.AGENCY

    async def test_returns_an_existing_grant(self, grants, server):
        server.respond_with(rows(1))
        item = {
            "siteId": SITE,
            "organizationId": DELEGATE,
            "targetOrganizationId": OWNER,
            "productCode": "LLMO",
        }
        assert (await maybe_await(grants.create(item))).get_id() == uuid(0)
        assert server.methods == ["GET"]

    async def test_returns_a_grant_created_concurrently(self, grants, server):
        server.respond_with([], [], error_response(409, "23505", "duplicate key value"), rows(1))
        assert (await maybe_await(grants.create(REQUIRED))).get_id() == uuid(0)
        assert server.methods == ["GET", "GET", "POST", "GET"]

    async def test_refuses_a_delegation_to_itself(self, grants, server):
        with pytest.raises(DataAccessError, match="Cannot create self-delegation") as raised:
            await maybe_await(grants.create({**REQUIRED, "target_organization_id": DELEGATE}))
        assert raised.value.status == 409
        assert server.requests == []

    async def test_refuses_more_delegates_than_a_site_may_have(self, grants, server):
        server.respond_with([], rows(50, expires_at="2026-07-02T09:38:00.001+00:00"))
        with pytest.raises(DataAccessError, match="site already has 50/50 active delegates") as raised:
            await maybe_await(grants.create(REQUIRED))
        assert raised.value.status == 409
        assert server.methods == ["GET", "GET"]

    async def test_does_not_count_grants_that_have_expired(self, grants, server):
        expired = rows(1, expires_at="2026-07-02T09:38:00+00:00")
        server.respond_with([], rows(49) + expired, ECHO)
        await maybe_await(grants.create(REQUIRED))
        assert server.methods == ["GET", "GET", "POST"]

    async def test_leaves_an_incomplete_item_to_validation(self, grants, server):
        for item in ({"organization_id": DELEGATE}, {}, None):
            with pytest.raises(ValidationError):
                await maybe_await(grants.create(item))
        assert server.requests == []

    @pytest.mark.parametrize("by", ["ims:a@b", "slack:U1", "system", "", None])
    async def test_accepts_granted_by(self, grants, server, by):
        server.respond_with([], [], ECHO)
        await maybe_await(grants.create({**REQUIRED, "granted_by": by}))

    @pytest.mark.parametrize("by", ["me", "ims:", "ims:a b", "system\n"])
    async def test_refuses_an_invalid_granted_by(self, grants, by):
        with pytest.raises(ValidationError) as raised:
            await maybe_await(grants.create({**REQUIRED, "granted_by": by}))
        assert "granted_by failed validation" in str(raised.value)


async def test_a_grant_is_found_by_site_delegate_and_product(grants, server):
    server.respond_with(rows(1))
    call = grants.find_by_site_id_and_organization_id_and_product_code
    assert (await maybe_await(call(SITE, DELEGATE, "LLMO"))).get_id() == uuid(0)
    for arguments in ((), (SITE,), (SITE, DELEGATE), ("", DELEGATE, "LLMO")):
        with pytest.raises(ValidationError, match="site_id, organization_id and product_code are required"):
            await maybe_await(call(*arguments))


OWNER_ROW = {"id": OWNER, "ims_org_id": "1234567890ABCDEF12345678@AdobeOrg"}


class TestWithTheOwner:
    async def test_a_grant_includes_its_owner(self, grants, server):
        server.respond_with(rows(2, organizations=OWNER_ROW))
        found = await maybe_await(grants.all_by_organization_id_with_target_organization(DELEGATE))
        assert [each.grant.get_id() for each in found] == [uuid(0), uuid(1)]
        assert found[0].target_organization.id == OWNER
        assert found[0].target_organization.ims_org_id == OWNER_ROW["ims_org_id"]
        assert "organizations" not in found[0].grant.record
        select = dict(params(server.last))["select"]
        assert select.endswith(
            "organizations!site_ims_org_accesses_target_organization_id_fkey(id,ims_org_id)"
        )
        assert filters(server.last) == [("organization_id", f"eq.{DELEGATE}")]

    async def test_many_delegates_are_found_by_one_request(self, grants, server):
        server.respond_with(rows(1, organizations=OWNER_ROW))
        call = grants.all_by_organization_ids_with_target_organization
        assert len(await maybe_await(call([DELEGATE, PARENT_ID]))) == 1
        assert filters(server.last) == [("organization_id", f"in.({DELEGATE},{PARENT_ID})")]
        assert len(await maybe_await(call([uuid(each) for each in range(50)]))) == 1

    async def test_too_many_delegates_are_refused_and_no_delegates_find_nothing(self, grants, server):
        call = grants.all_by_organization_ids_with_target_organization
        with pytest.raises(ValidationError, match="exceeds maximum of 50"):
            await maybe_await(call([uuid(each) for each in range(51)]))
        assert await maybe_await(call([])) == await maybe_await(call(None)) == []
        assert server.requests == []

    async def test_all_pages_are_read(self, opened, server):
        grants = opened(page_size=2).SiteImsOrgAccess
        server.respond_with(rows(2, organizations=OWNER_ROW), rows(1, organizations=OWNER_ROW))
        found = await maybe_await(grants.all_by_organization_id_with_target_organization(DELEGATE))
        assert len(found) == 3
        assert [dict(params(each))["offset"] for each in server.requests] == ["0", "2"]
        assert dict(params(server.last))["order"].startswith("id")


class TestWithSites:
    async def test_a_grant_includes_its_site_if_there_is_one(self, grants, server):
        site = {"id": SITE, "base_url": "https://a.com"}
        server.respond_with([*rows(1, sites=site), *rows(1, sites=None)])
        found = await maybe_await(grants.all_by_organization_id_with_sites(DELEGATE))
        assert found[0].site.get_base_url() == "https://a.com"
        assert found[1].site is None

    async def test_an_error_names_the_failed_operation(self, grants, server, caplog):
        server.respond_with(error_response(503, None, "down"))
        with pytest.raises(UnavailableError, match="Failed to query grants with site"):
            await maybe_await(grants.all_by_organization_id_with_sites(DELEGATE))
        assert "[SiteImsOrgAccess] Failed to query grants with site - down" in caplog.messages


async def test_a_delegate_is_needed(grants, server):
    for call in (
        grants.all_by_organization_id_with_target_organization,
        grants.all_by_organization_id_with_sites,
    ):
        with pytest.raises(ValidationError, match="organization_id is required"):
            await maybe_await(call(""))
    assert server.requests == []
