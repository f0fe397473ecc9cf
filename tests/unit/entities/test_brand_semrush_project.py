from uuid import UUID

import pytest

from spacecat_shared_data_access import ValidationError
from spacecat_shared_data_access.errors import AccessDeniedError, UnavailableError
from spacecat_shared_data_access.models import brand_semrush_project
from spacecat_shared_data_access.models.brand_semrush_project import BrandSemrushProjectIdentity
from unit.helpers import ECHO, ID, OTHER_ID, PARENT_ID, body, error_response, filters, maybe_await, params

PROJECT = {
    "brand_id": PARENT_ID,
    "semrush_project_id": "p-1",
    "geo_target_id": 2840,
    "language_code": "de-ch",
}
IDENTITY_ROW = {
    "brand_id": ID,
    "semrush_project_id": "p-1",
    "semrush_location_id": 2840,
    "language": "en",
    "site_id": OTHER_ID,
    "brands": {"organization_id": PARENT_ID, "semrush_sub_workspace_id": "w-1"},
}


class TestProject:
    async def test_its_attributes_map_to_the_columns_of_the_table(self, data_access, server):
        server.respond_with(ECHO)
        made = await maybe_await(data_access.BrandSemrushProject.create(PROJECT))
        sent = body(server.last)
        assert (sent["semrush_location_id"], sent["language"]) == (2840, "de-ch")
        assert (made.get_geo_target_id(), made.get_language_code()) == (2840, "de-ch")
        assert server.paths == ["/brand_to_semrush_projects"]

    @pytest.mark.parametrize("language", ["en", "zho", "pt-br", "zh-hant"])
    async def test_a_language_is_a_short_tag(self, data_access, server, language):
        server.respond_with(ECHO)
        await maybe_await(data_access.BrandSemrushProject.create({**PROJECT, "language_code": language}))
        assert body(server.last)["language"] == language

    @pytest.mark.parametrize(
        ("values", "complaint"),
        [
            ({"brand_id": "x"}, "brand_id failed validation"),
            ({"semrush_project_id": ""}, "semrush_project_id failed validation"),
            ({"geo_target_id": 0}, "geo_target_id failed validation"),
            ({"geo_target_id": 1.5}, "geo_target_id failed validation"),
            ({"geo_target_id": "2840"}, "geo_target_id must be a number, geo_target_id failed validation"),
            ({"language_code": "EN"}, "language_code failed validation"),
            ({"language_code": "english"}, "language_code failed validation"),
            ({"language_code": "en-"}, "language_code failed validation"),
            ({"language_code": "en\n"}, "language_code failed validation"),
            ({"language_code": "zh-hant-tw"}, "language_code failed validation"),
            ({"site_id": "x"}, "site_id failed validation"),
            ({"deleted_at": "2026"}, "deleted_at failed validation"),
        ],
    )
    async def test_values_are_checked(self, data_access, server, values, complaint):
        with pytest.raises(ValidationError) as raised:
            await maybe_await(data_access.BrandSemrushProject.create({**PROJECT, **values}))
        assert raised.value.cause.message == complaint
        assert server.requests == []


class TestProjectOfAMarket:
    async def test_it_is_found_by_brand_country_and_language(self, data_access, server):
        server.respond_with([{"id": ID, "deleted_at": "2026-01-01T00:00:00+00:00"}])
        found = await maybe_await(data_access.BrandSemrushProject.find_by_slice(UUID(PARENT_ID), 2840, "en"))
        assert found.get_deleted_at() == "2026-01-01T00:00:00.000Z"
        assert filters(server.last) == [
            ("brand_id", f"eq.{PARENT_ID}"),
            ("semrush_location_id", "eq.2840"),
            ("language", "eq.en"),
        ]

    async def test_it_is_none_if_there_is_no_match(self, data_access, server):
        assert await maybe_await(data_access.BrandSemrushProject.find_by_slice(PARENT_ID, 2840, "en")) is None
        assert server.methods == ["GET"]

    async def test_every_part_of_the_key_is_required(self, data_access, server):
        with pytest.raises(ValidationError, match=r"^geo_target_id is required$"):
            await maybe_await(data_access.BrandSemrushProject.find_by_slice(PARENT_ID, None, "en"))
        assert server.requests == []


class TestProjectsOfAnOrganization:
    async def test_they_include_the_workspace_of_their_brand_but_no_deleted_rows(self, data_access, server):
        server.respond_with([IDENTITY_ROW, {**IDENTITY_ROW, "site_id": None, "brands": None}])
        first, second = await maybe_await(
            data_access.BrandSemrushProject.all_by_organization_id(UUID(PARENT_ID))
        )
        assert first == BrandSemrushProjectIdentity(ID, "p-1", 2840, "en", OTHER_ID, PARENT_ID, "w-1")
        assert (second.site_id, second.organization_id, second.semrush_sub_workspace_id) == (None, None, None)
        assert filters(server.last) == [
            ("brands.organization_id", f"eq.{PARENT_ID}"),
            ("deleted_at", "is.null"),
        ]
        asked = dict(params(server.last))
        assert asked["select"] == (
            "brand_id,semrush_project_id,semrush_location_id,language,site_id,"
            "brands!brand_to_semrush_projects_brand_id_fkey!inner(organization_id,semrush_sub_workspace_id)"
        )
        assert asked["order"] == "brand_id.asc,semrush_project_id.asc"

    async def test_deleted_rows_are_included_on_request(self, data_access, server):
        projects = data_access.BrandSemrushProject
        assert await maybe_await(projects.all_by_organization_id(PARENT_ID, include_deleted=True)) == []
        assert filters(server.last) == [("brands.organization_id", f"eq.{PARENT_ID}")]

    def test_they_are_immutable(self):
        identity = BrandSemrushProjectIdentity(ID, "p-1", 2840, "en", None, None, None)
        with pytest.raises(AttributeError):
            identity.site_id = OTHER_ID

    async def test_all_pages_are_read(self, opened, server):
        server.respond_with([IDENTITY_ROW] * 2, [IDENTITY_ROW])
        projects = opened(page_size=2).BrandSemrushProject
        assert len(await maybe_await(projects.all_by_organization_id(PARENT_ID))) == 3
        assert [dict(params(each))["offset"] for each in server.requests] == ["0", "2"]

    async def test_a_long_result_is_truncated_with_a_log_line(self, opened, server, monkeypatch, caplog):
        monkeypatch.setattr(brand_semrush_project, "_MAX_ROWS", 3)
        server.respond_with([IDENTITY_ROW] * 2)
        projects = opened(page_size=2).BrandSemrushProject
        assert len(await maybe_await(projects.all_by_organization_id(PARENT_ID))) == 3
        assert len(server.requests) == 2
        assert caplog.messages == ["[brandSemrushProject] all_by_organization_id truncated at 3 rows"]

    @pytest.mark.parametrize("organization_id", [None, "", "org", 5])
    async def test_the_organization_id_must_be_a_uuid(self, data_access, server, organization_id):
        with pytest.raises(ValidationError, match=r"^organization_id is required and must be a valid UUID$"):
            await maybe_await(data_access.BrandSemrushProject.all_by_organization_id(organization_id))
        assert server.requests == []

    @pytest.mark.parametrize(
        ("reply", "kind"),
        [(error_response(403, "42501", "denied"), AccessDeniedError), (500, UnavailableError)],
    )
    async def test_an_error_names_the_failed_operation(self, data_access, server, caplog, reply, kind):
        server.respond_with(reply)
        with pytest.raises(kind, match=r"^Failed to query mapping rows by organization$") as raised:
            await maybe_await(data_access.BrandSemrushProject.all_by_organization_id(PARENT_ID))
        cause = raised.value.cause.message
        assert (
            f"[brandSemrushProject] Failed to query mapping rows by organization - {cause}" in caplog.messages
        )
