import pytest

from spacecat_shared_data_access.errors import ValidationError
from unit.helpers import ID, filters, make_model, maybe_await, uuid

SITE = ID


@pytest.fixture
def guidelines(data_access, server):
    server.respond_with(
        [{"site_id": SITE, "guideline_id": uuid(number), "audits": ["cwv"]} for number in (1, 2, 3)]
    )
    return data_access.SentimentGuideline


async def test_guidelines_of_an_audit_contain_it_in_their_list(guidelines, server):
    found = await maybe_await(guidelines.all_by_site_id_and_audit_type(SITE, "cwv"))
    assert len(found.data) == 3
    assert filters(server.last) == [("site_id", f"eq.{SITE}"), ("audits", "cs.{cwv}")]
    assert (await maybe_await(guidelines.all_by_site_id_and_audit_type(SITE, "cwv", limit=1))) is not None

    def where(attrs, op):
        return op.and_(op.eq(attrs.enabled, True), op.like(attrs.name, "a%"))

    await maybe_await(guidelines.all_by_site_id_and_audit_type(SITE, "cwv", where=where))
    assert filters(server.last)[1:] == [("audits", "cs.{cwv}"), ("enabled", "eq.true"), ("name", "like.a%")]
    with pytest.raises(ValidationError, match="Both site_id and audit_type are required"):
        await maybe_await(guidelines.all_by_site_id_and_audit_type(SITE))


async def test_guidelines_are_found_by_ids(guidelines, server):
    found = await maybe_await(guidelines.find_by_ids(SITE, [uuid(3), uuid(1), "other"]))
    assert [each.get_guideline_id() for each in found] == [uuid(1), uuid(3)]
    asked = len(server.requests)
    for nothing in ([], "x", None):
        assert await maybe_await(guidelines.find_by_ids(SITE, nothing)) == []
    assert len(server.requests) == asked
    with pytest.raises(ValidationError, match="SiteId is required"):
        await maybe_await(guidelines.find_by_ids("", ["x"]))


@pytest.mark.parametrize(
    ("row", "enabled"), [({"enabled": False}, False), ({"enabled": True}, True), ({}, True)]
)
def test_a_guideline_is_enabled_by_default(guidelines, row, enabled):
    assert make_model(guidelines, {"site_id": SITE, **row}).is_enabled() is enabled


def test_audits_can_be_enabled_and_disabled(guidelines):
    guideline = make_model(guidelines, {"site_id": SITE, "audits": ["cwv"]})
    assert guideline.enable_audit("404").is_audit_enabled("404")
    assert not guideline.disable_audit("cwv").is_audit_enabled("cwv")
