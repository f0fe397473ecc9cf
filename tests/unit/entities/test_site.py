import httpx
import pytest

from spacecat_shared_data_access.errors import AccessDeniedError, UnavailableError, ValidationError
from spacecat_shared_data_access.models.base import Page
from spacecat_shared_data_access.models.site import Site
from spacecat_shared_data_access.models.site_config import Config
from spacecat_shared_data_access.postgrest.cursors import encode_cursor
from unit.helpers import (
    ECHO,
    ID,
    OTHER_ID,
    PARENT_ID,
    THIRD_ID,
    body,
    error_response,
    filters,
    make_model,
    maybe_await,
    params,
    uuid,
)

INVALID = {"slack": {"workspace": 5}}
COMPLAINT = '"slack.workspace" must be a string'


@pytest.fixture
def sites(data_access):
    return data_access.Site


def row(**values):
    return {
        "id": ID,
        "organization_id": PARENT_ID,
        "base_url": "https://site1.com",
        "config": {"slack": {}, "handlers": {}},
        "delivery_type": "aem_edge",
        "is_live": False,
        "created_at": "2026-06-01T00:00:00+00:00",
        "updated_at": "2026-06-02T00:00:00+00:00",
        **values,
    }


def site(sites, **values):
    return make_model(sites, row(**values))


def changed(server):
    return {name: value for name, value in body(server.last).items() if name != "updated_at"}


class TestCreation:
    @pytest.mark.usefixtures("clock")
    async def test_defaults_are_set(self, sites, server):
        server.respond_with(ECHO)
        made = await maybe_await(sites.create({"organization_id": PARENT_ID, "base_url": "https://a.com"}))
        assert made.get_config() == {"slack": {}, "handlers": {}}
        assert made.get_delivery_type() is Site.DeliveryType.AEM_EDGE
        assert made.get_is_live() is False
        assert made.get_is_live_toggled_at() == "2026-07-02T09:38:00.000Z"

    @pytest.mark.parametrize(
        ("values", "complaint"),
        [
            ({"base_url": "a.com"}, "base_url failed validation"),
            ({"language": "EN"}, "language failed validation"),
            ({"region": "ch"}, "region failed validation"),
            ({"github_url": "nope"}, "github_url failed validation"),
            ({"hlx_config": []}, "hlx_config failed validation"),
            ({"config": {}}, "config failed validation"),
            ({"config": INVALID}, f"Configuration validation error: {COMPLAINT}"),
            ({"authoring_type": "word"}, "authoring_type is invalid"),
        ],
    )
    async def test_an_invalid_value_is_refused(self, sites, server, values, complaint):
        with pytest.raises(ValidationError) as raised:
            await maybe_await(
                sites.create({"organization_id": PARENT_ID, "base_url": "https://a.com", **values})
            )
        assert complaint in str(raised.value)
        assert server.requests == []

    @pytest.mark.parametrize(
        ("values", "ids"),
        [
            (
                {"authoring_type": "documentauthoring", "hlx_config": {"rso": {"owner": "o", "site": "s"}}},
                ("o", "s"),
            ),
            (
                {"authoring_type": "cs", "delivery_config": {"programId": "1", "environmentId": 2}},
                ("p1", "e2"),
            ),
            ({"authoring_type": "cs/crosswalk", "delivery_config": {"programId": "1"}}, ("p1", None)),
            ({"authoring_type": "cs", "hlx_config": {"rso": {"owner": "o", "site": "s"}}}, (None, None)),
            ({"authoring_type": "documentauthoring", "hlx_config": {"rso": "x"}}, (None, None)),
            ({"external_owner_id": "mine", "external_site_id": "its"}, ("mine", "its")),
        ],
    )
    async def test_external_ids_are_derived_from_the_platform(self, sites, server, values, ids):
        server.respond_with(ECHO)
        made = await maybe_await(
            sites.create({"organization_id": PARENT_ID, "base_url": "https://a.com", **values})
        )
        assert (made.get_external_owner_id(), made.get_external_site_id()) == ids


class TestChanges:
    @pytest.mark.usefixtures("clock")
    async def test_a_site_is_toggled_live(self, sites, server):
        server.respond_with([row()])
        await maybe_await(site(sites).toggle_live().save())
        assert changed(server) == {"is_live": True, "is_live_toggled_at": "2026-07-02T09:38:00.000Z"}

    async def test_a_live_site_is_toggled_off(self, sites):
        assert site(sites, is_live=True).toggle_live().get_is_live() is False

    async def test_outdated_external_ids_are_cleared(self, sites, server):
        server.respond_with([row()])
        found = site(sites, authoring_type="documentauthoring", external_owner_id="o", external_site_id="s")
        await maybe_await(found.set_hlx_config({}).save())
        assert changed(server) == {"hlx_config": {}, "external_owner_id": None, "external_site_id": None}
        assert found.get_external_owner_id() is None

    async def test_saving_many_fires_no_watcher_and_writes_the_plain_configuration(self, sites, server):
        server.respond_with(201)
        found = site(sites, is_live_toggled_at="2026-06-01T00:00:00.000Z")
        await maybe_await(sites.save_many([found]))
        (sent,) = body(server.last)
        assert sent["config"] == {"slack": {}, "handlers": {}}
        assert sent["is_live_toggled_at"] == "2026-06-01T00:00:00.000Z"

    async def test_removing_a_site_removes_its_delegations(self, sites, server):
        server.respond_with([], 204)
        await maybe_await(site(sites).remove())
        assert server.paths == ["/site_ims_org_accesses", "/sites"]


class TestConfig:
    async def test_a_changed_config_is_stored_when_it_is_set(self, sites, server):
        server.respond_with([row()])
        found = site(sites)
        config = found.get_config()
        config.update_slack_config("C1")
        await maybe_await(found.save())
        assert server.requests == []
        await maybe_await(found.set_config(config).save())
        assert changed(server) == {"config": {"slack": {"channel": "C1"}, "handlers": {}}}

    async def test_a_config_that_changes_after_it_is_set_is_stored_as_it_was(self, sites, server):
        server.respond_with([row()])
        found = site(sites).set_config({"slack": {"channel": "C1"}})
        found.get_config().update_slack_config("C2")
        await maybe_await(found.save())
        assert changed(server) == {"config": {"slack": {"channel": "C1"}}}

    @pytest.mark.parametrize("mode", ["", "warn", "strict"])
    async def test_an_invalid_config_is_accepted_with_a_warning(self, sites, caplog, monkeypatch, mode):
        monkeypatch.setenv("CONFIG_VALIDATION_ENFORCEMENT", mode)
        found = site(sites).set_config(INVALID)
        assert found.patcher.updates == {"config": INVALID}
        assert [record.getMessage() for record in caplog.records] == [
            f"config validation violation: Site {ID}: Configuration validation error: {COMPLAINT}"
        ]

    async def test_an_invalid_config_is_accepted_silently_in_off_mode(self, sites, caplog, monkeypatch):
        monkeypatch.setenv("CONFIG_VALIDATION_ENFORCEMENT", "off")
        assert site(sites).set_config(INVALID).patcher.updates == {"config": INVALID}
        assert caplog.records == []

    async def test_an_invalid_config_is_refused_in_enforce_mode(self, sites, monkeypatch):
        monkeypatch.setenv("CONFIG_VALIDATION_ENFORCEMENT", " Enforce ")
        found = site(sites)
        with pytest.raises(
            ValidationError, match=r"^Invalid config for Site: Configuration validation error"
        ):
            found.set_config(INVALID)
        assert not found.patcher.has_updates

    @pytest.mark.parametrize("mode", ["", "off", "warn", "enforce"])
    @pytest.mark.parametrize("value", ['{"slack": {}}', "", [], ["slack"], 5, True])
    async def test_a_config_that_is_not_a_mapping_is_refused_in_every_mode(
        self, sites, monkeypatch, mode, value
    ):
        monkeypatch.setenv("CONFIG_VALIDATION_ENFORCEMENT", mode)
        found = site(sites)
        with pytest.raises(ValidationError, match=r"^Invalid config for Site: .* must be of type object$"):
            found.set_config(value)
        assert not found.patcher.has_updates

    @pytest.mark.parametrize("entity", ["Site", "Organization"])
    @pytest.mark.parametrize("value", ['{"slack": {}}', [], 5])
    async def test_every_write_refuses_a_config_that_is_not_a_mapping(
        self, data_access, server, entity, value
    ):
        collection = getattr(data_access, entity)
        item = {"base_url": "https://a.com", "organization_id": ID} if entity == "Site" else {"name": "x"}
        model = collection.create_instance_from_row({"id": ID, "config": {"slack": {}}})
        with pytest.raises(ValidationError):
            model.set_config(value)
        for call in (
            lambda: collection.create({**item, "config": value}),
            lambda: collection.create({**item, "config": value}, upsert=True),
            lambda: collection.update_by_keys({collection.id_name: ID}, {"config": value}),
        ):
            with pytest.raises(ValidationError):
                await maybe_await(call())
        result = await maybe_await(collection.create_many([{**item, "config": value}]))
        assert len(result.error_items) == 1
        assert server.requests == []

    async def test_none_is_refused_as_config_in_every_mode(self, sites, monkeypatch):
        monkeypatch.setenv("CONFIG_VALIDATION_ENFORCEMENT", "off")
        with pytest.raises(ValidationError, match="config is required"):
            site(sites).set_config(None)

    async def test_a_stored_config_is_validated_on_first_access(self, sites, caplog):
        found = site(sites, config=INVALID)
        assert found.get_base_url() == "https://site1.com"
        assert caplog.records == []
        assert found.to_json()["config"] == INVALID
        assert found.get_config()["slack"] == {"workspace": 5}
        (record,) = caplog.records
        assert record.getMessage() == "Site configuration validation failed, using provided data"

    def test_an_organization_has_a_config_too(self, data_access):
        found = data_access.Organization.create_instance_from_row({"id": ID, "config": {"slack": {}}})
        assert isinstance(found.get_config(), Config)
        assert found.to_json()["config"] == {"slack": {}}
        with pytest.raises(ValidationError, match=r"slack\.workspace"):
            found.set_config(INVALID)


class TestFinalUrl:
    async def test_redirects_are_followed(self, sites, server):
        server.respond_with(httpx.Response(301, headers={"Location": "https://www.site1.com/en"}), 200)
        assert await maybe_await(site(sites).resolve_final_url()) == "www.site1.com/en"
        assert [request.method for request in server.requests] == ["GET", "GET"]
        assert server.last.headers["User-Agent"].startswith("spacecat-shared-data-access/")
        assert "apikey" not in server.last.headers

    @pytest.mark.parametrize(
        ("base_url", "expected"),
        [
            ("https://a.com/", "a.com"),
            ("http://a.com/en/", "a.com/en/"),
            ("a.com", "a.com"),
        ],
    )
    async def test_the_scheme_and_a_trailing_slash_are_removed(self, sites, server, base_url, expected):
        server.respond_with(404)
        assert await maybe_await(site(sites, base_url=base_url).resolve_final_url()) == expected

    @pytest.mark.parametrize("override", ["https://o.com/en", "http://o.com/en"])
    async def test_an_override_is_returned_without_a_request(self, sites, server, override):
        found = site(sites, config={"fetchConfig": {"overrideBaseURL": override}})
        assert await maybe_await(found.resolve_final_url()) == "o.com/en"
        assert server.requests == []

    async def test_the_configured_user_agent_is_sent(self, sites, server):
        server.respond_with(200)
        found = site(sites, config={"fetchConfig": {"headers": {"User-Agent": "UA"}}})
        await maybe_await(found.resolve_final_url())
        assert server.last.headers["User-Agent"] == "UA"

    async def test_an_injected_client_is_used(self, sites, server, http_client_class):
        server.respond_with(200)
        client = http_client_class(headers={"X-Test": "1"})
        assert await maybe_await(site(sites).resolve_final_url(client=client, timeout=1)) == "site1.com"
        assert server.last.headers["X-Test"] == "1"
        assert not client.is_closed
        await maybe_await(client.close() if http_client_class is httpx.Client else client.aclose())

    async def test_a_site_that_does_not_respond_is_unavailable(self, sites, server):
        server.respond_with(httpx.ConnectError("refused"))
        with pytest.raises(
            UnavailableError, match=r"Failed to resolve the final URL of https://site1\.com"
        ) as raised:
            await maybe_await(site(sites).resolve_final_url())
        assert isinstance(raised.value.cause, httpx.ConnectError)

    async def test_endless_redirects_are_unavailable(self, sites, server):
        server.respond_with(httpx.Response(301, headers={"Location": "https://site1.com"}))
        with pytest.raises(UnavailableError):
            await maybe_await(site(sites).resolve_final_url())


class TestFinders:
    async def test_all_sites_to_audit(self, sites, server):
        server.respond_with([{"id": ID}, {"id": OTHER_ID}])
        assert await maybe_await(sites.all_sites_to_audit()) == [ID, OTHER_ID]
        assert ("select", "id") in params(server.last)

    @pytest.mark.parametrize(
        ("url", "ids"),
        [
            ("https://main--site--owner.aem.page/path", ("owner", "site")),
            ("https://main--site--owner.hlx.live", ("owner", "site")),
            ("https://author-p12-e34.adobeaemcloud.com/", ("p12", "e34")),
        ],
    )
    async def test_sites_are_found_by_preview_url(self, sites, server, url, ids):
        server.respond_with([row()])
        assert (await maybe_await(sites.find_by_preview_url(url))).get_id() == ID
        assert filters(server.last) == [
            ("external_owner_id", f"eq.{ids[0]}"),
            ("external_site_id", f"eq.{ids[1]}"),
        ]

    @pytest.mark.parametrize(
        ("url", "complaint"),
        [
            (None, "Invalid preview URL: null"),
            ("nope", "Invalid preview URL: nope"),
            ("http://main--site--owner.aem.page/", "Invalid Helix preview URL"),
            ("https://site--owner.aem.page/", "Invalid Helix preview URL"),
            ("https://main--site--.aem.page/", "Invalid Helix preview URL"),
            ("https://main--site--owner.other.aem.page/", "Invalid Helix preview URL"),
            ("https://example.com/", "Unsupported preview URL"),
        ],
    )
    async def test_a_url_that_is_not_a_preview_is_refused(self, sites, server, url, complaint):
        with pytest.raises(ValidationError, match=complaint):
            await maybe_await(sites.find_by_preview_url(url))
        assert server.requests == []

    async def test_sites_are_sorted_by_their_latest_audits(self, sites, server):
        audits = [
            {"id": THIRD_ID, "site_id": site_id, "audit_type": "cwv", "audited_at": audited_at}
            for site_id, audited_at in (
                (OTHER_ID, "2026-06-01T00:00:00.000Z"),
                (PARENT_ID, "2026-06-02T00:00:00.000Z"),
            )
        ]
        server.respond_with(
            lambda request: rows_for(request, {"/sites": [row(), row(id=OTHER_ID)], "/audits": audits})
        )
        found = await maybe_await(
            sites.all_with_latest_audit("cwv", delivery_type=Site.DeliveryType.AEM_EDGE)
        )
        assert [each.get_id() for each in found] == [OTHER_ID, ID]
        asked = len(server.requests)
        assert (await maybe_await(found[0].get_latest_audit_by_audit_type("cwv"))).get_site_id() == OTHER_ID
        assert await maybe_await(found[1].get_latest_audit_by_audit_type("cwv")) is None
        assert len(server.requests) == asked
        assert ("delivery_type", "eq.aem_edge") in [pair for each in server.requests for pair in params(each)]

    async def test_an_unknown_delivery_type_means_all_sites(self, sites, server):
        server.respond_with([])
        assert await maybe_await(sites.all_with_latest_audit("cwv", delivery_type="paper")) == []
        assert "delivery_type" not in [name for each in server.requests for name, _ in params(each)]

    async def test_sites_are_found_by_project_name(self, sites, server):
        server.respond_with([{"id": OTHER_ID, "project_name": "p"}], [row()])
        assert len(await maybe_await(sites.all_by_project_name("p"))) == 1
        assert filters(server.last) == [("project_id", f"eq.{OTHER_ID}")]

    async def test_no_project_means_no_sites(self, sites, server):
        server.respond_with([])
        assert await maybe_await(sites.all_by_project_name("p")) == []

    @pytest.mark.parametrize(
        ("method", "wanted", "other"),
        [
            ("all_by_organization_id_and_project_id", OTHER_ID, THIRD_ID),
            ("all_by_organization_id_and_project_name", "p", "q"),
        ],
    )
    async def test_sites_are_found_by_organization_and_project(self, sites, server, method, wanted, other):
        project = {"id": OTHER_ID, "organization_id": PARENT_ID, "project_name": "p"}
        server.respond_with([{"id": PARENT_ID}], [project], [row()])
        assert len(await maybe_await(getattr(sites, method)(PARENT_ID, wanted))) == 1
        server.respond_with([{"id": PARENT_ID}], [project])
        assert await maybe_await(getattr(sites, method)(PARENT_ID, other)) == []
        server.respond_with([])
        assert await maybe_await(getattr(sites, method)(PARENT_ID, wanted)) == []

    @pytest.mark.parametrize(
        ("method", "arguments", "missing"),
        [
            ("all_with_latest_audit", ("",), "audit_type"),
            ("all_by_project_name", (), "project_name"),
            ("all_by_organization_id_and_project_id", ("", ID), "organization_id"),
            ("all_by_organization_id_and_project_id", (ID,), "project_id"),
            ("all_by_organization_id_and_project_name", (None, "p"), "organization_id"),
            ("all_by_organization_id_and_project_name", (ID, ""), "project_name"),
            ("all_by_enrollment_product_code", (), "product_code"),
            ("all_by_enrollment_and_tier", (None, "LLMO"), "tier"),
            ("all_by_enrollment_filtered", (), "tier or product_code"),
        ],
    )
    async def test_the_error_names_the_missing_argument(self, sites, server, method, arguments, missing):
        with pytest.raises(ValidationError, match=f"^{missing} is required$"):
            await maybe_await(getattr(sites, method)(*arguments))
        assert server.requests == []


def rows_for(request, rows):
    return httpx.Response(200, json=rows[request.url.path])


class TestEnrollment:
    async def test_sites_are_found_by_product(self, sites, server):
        server.respond_with([{"site_id": ID}], [{"id": ID}])
        found = await maybe_await(sites.all_by_enrollment_product_code("LLMO", attributes=["site_id"]))
        assert [each.get_id() for each in found] == [ID]
        assert filters(server.requests[0]) == [("entitlements.product_code", "eq.LLMO")]
        assert filters(server.last) == [("id", f"in.({ID})")]

    async def test_sites_are_found_by_tier(self, sites, server):
        server.respond_with([{"site_id": ID}, {"site_id": ID}], [row()])
        assert len(await maybe_await(sites.all_by_enrollment_and_tier("PAID", "LLMO"))) == 1
        assert filters(server.last) == [("id", f"in.({ID})")]

    async def test_no_enrollment_means_no_sites(self, sites, server):
        server.respond_with([])
        assert await maybe_await(sites.all_by_enrollment_and_tier("PAID")) == []
        assert len(server.requests) == 1

    async def test_filtered_sends_one_request_and_omits_the_embedded_rows(self, sites, server):
        server.respond_with([row(site_enrollments=[{"entitlements": {"tier": "PAID"}}])])
        (found,) = await maybe_await(
            sites.all_by_enrollment_filtered(
                tier="PAID", product_code="LLMO", where=lambda attrs, op: op.eq(attrs.is_live, True)
            )
        )
        assert "site_enrollments" not in found.record
        assert params(server.last) == [
            ("select", "*,site_enrollments!inner(entitlements!inner(tier,product_code))"),
            ("site_enrollments.entitlements.tier", "eq.PAID"),
            ("site_enrollments.entitlements.product_code", "eq.LLMO"),
            ("is_live", "eq.true"),
            ("order", "updated_at.desc,id.desc"),
            ("offset", "0"),
            ("limit", "1000"),
        ]

    @pytest.mark.parametrize(
        ("order_by", "order"),
        [
            (None, "updated_at.desc,id.desc"),
            ({}, "updated_at.desc,id.desc"),
            ("base_url", "base_url.asc,id.asc"),
            (("base_url",), "base_url.asc,id.asc"),
            (("base_url", "DESC"), "base_url.desc,id.desc"),
            ({"attribute": "base_url"}, "base_url.asc,id.asc"),
            ({"attribute": "base_url", "direction": "desc"}, "base_url.desc,id.desc"),
            ("site_id", "id.asc"),
            ([("delivery_type", "desc"), "base_url"], "delivery_type.desc,base_url.asc,id.asc"),
            ((("delivery_type", "desc"), ("base_url", "desc")), "delivery_type.desc,base_url.desc,id.desc"),
        ],
    )
    async def test_filtered_sorts(self, sites, server, order_by, order):
        server.respond_with([])
        await maybe_await(sites.all_by_enrollment_filtered({"tier": "PAID"}, order_by=order_by))
        assert ("order", order) in params(server.last)

    @pytest.mark.parametrize(
        ("options", "complaint"),
        [
            ({"order_by": "colour"}, "unknown order_by attribute: colour"),
            ({"order_by": ("base_url", "up")}, "invalid order_by direction: up"),
            ({"cursor": "!!!"}, "cursor cannot be read"),
        ],
    )
    async def test_an_invalid_option_is_refused(self, sites, server, options, complaint):
        with pytest.raises(ValidationError, match=complaint):
            await maybe_await(sites.all_by_enrollment_filtered(tier="PAID", **options))
        assert server.requests == []

    async def test_filtered_reads_pages(self, sites, server):
        server.respond_with([row()])
        first = await maybe_await(
            sites.all_by_enrollment_filtered({"productCode": "ASO"}, limit=1, return_cursor=True)
        )
        assert isinstance(first, Page)
        await maybe_await(
            sites.all_by_enrollment_filtered(
                product_code="ASO", limit=2, cursor=first.cursor, return_cursor=True
            )
        )
        assert ("offset", "1") in params(server.last)

    @pytest.mark.parametrize("limit", [None, 0, "5"])
    async def test_filtered_without_a_limit_returns_all(self, opened, server, limit):
        stored = [row(id=uuid(number)) for number in range(5)]

        def respond(request):
            asked = dict(params(request))
            start = int(asked["offset"])
            return stored[start : start + int(asked["limit"])]

        server.respond_with(respond)
        sites = opened(page_size=2).Site
        found = await maybe_await(sites.all_by_enrollment_filtered(tier="PAID", limit=limit))
        assert [site.get_id() for site in found] == [uuid(number) for number in range(5)]
        assert [dict(params(request))["offset"] for request in server.requests] == ["0", "2", "4"]
        rest = await maybe_await(
            sites.all_by_enrollment_filtered(tier="PAID", limit=limit, cursor=encode_cursor(3))
        )
        assert [site.get_id() for site in rest] == [uuid(3), uuid(4)]
        page = await maybe_await(
            sites.all_by_enrollment_filtered(tier="PAID", limit=limit, return_cursor=True)
        )
        assert (len(page), page.cursor) == (2, encode_cursor(2))

    async def test_filtered_calls_where_once(self, sites, server):
        calls = []
        await maybe_await(
            sites.all_by_enrollment_filtered(tier="PAID", where=lambda attrs, op: calls.append(attrs))
        )
        assert len(calls) == 1
        with pytest.raises(TypeError, match=r"op\.and_"):
            await maybe_await(
                sites.all_by_enrollment_filtered(
                    tier="PAID", where=lambda attrs, op: op.eq(attrs.is_live, True) and None
                )
            )
        assert len(server.requests) == 1

    async def test_filtered_raises_the_error_of_the_server(self, sites, server):
        server.respond_with(error_response(403, "42501"))
        with pytest.raises(AccessDeniedError, match="Failed to query sites by enrollment filter"):
            await maybe_await(sites.all_by_enrollment_filtered(tier="PAID"))
