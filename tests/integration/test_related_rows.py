"""Hand-written queries over several tables, or over what the database computes, give the right models."""

import pytest

from integration.every_entity import EveryEntity, empty_all
from integration.sync_async import maybe_await


@pytest.fixture
def every(data_access, database):
    empty_all(database)
    return EveryEntity(data_access)


def ids_of(models):
    return [each.get_id() for each in models]


class TestEnrollments:
    async def make(self, every):
        # Two sites with LLMO at PAID, one of them with ASO at FREE_TRIAL too, and one with nothing.
        paid = await every.create("Entitlement")
        trial = await every.create("Entitlement", product_code="ASO", tier="FREE_TRIAL")
        both, one, none = [await every.create("Site") for _ in range(3)]
        for site, entitlement in ((both, paid), (both, trial), (one, paid)):
            ids = {"site_id": site.get_id(), "entitlement_id": entitlement.get_id()}
            await every.create("SiteEnrollment", **ids)
        return both, one, none

    async def test_name_the_sites(self, data_access, every):
        both, one, _ = await self.make(every)
        enrollments = data_access.SiteEnrollment
        by_product = enrollments.all_site_ids_by_product_code
        assert sorted(await maybe_await(by_product("LLMO"))) == sorted(ids_of([both, one]))
        assert await maybe_await(by_product("ASO")) == [both.get_id()]
        assert await maybe_await(by_product("ACO")) == []
        by_tier = enrollments.all_site_ids_by_tier
        assert sorted(await maybe_await(by_tier("PAID"))) == sorted(ids_of([both, one]))
        assert await maybe_await(by_tier("PAID", "ASO")) == []

    async def test_find_the_sites(self, data_access, every):
        both, one, _ = await self.make(every)
        sites = data_access.Site
        expected = {each.get_id(): each.to_dict() for each in (both, one)}
        for found in (
            await maybe_await(sites.all_by_enrollment_product_code("LLMO")),
            await maybe_await(sites.all_by_enrollment_and_tier("PAID", "LLMO")),
            await maybe_await(sites.all_by_enrollment_filtered(tier="PAID")),
        ):
            assert {each.get_id(): each.to_dict() for each in found} == expected
        assert ids_of(await maybe_await(sites.all_by_enrollment_filtered(product_code="ASO"))) == [
            both.get_id()
        ]
        assert await maybe_await(sites.all_by_enrollment_filtered(tier="PAID", product_code="ASO")) == []

    async def test_find_the_sites_page_by_page(self, data_access, every):
        await self.make(every)
        page = {"product_code": "LLMO", "limit": 1, "return_cursor": True, "order_by": ("base_url", "asc")}
        find = data_access.Site.all_by_enrollment_filtered
        first = await maybe_await(find(**page))
        second = await maybe_await(find(**page, cursor=first.cursor))
        third = await maybe_await(find(**page, cursor=second.cursor))
        urls = [site.get_base_url() for each in (first, second) for site in each.data]
        assert urls == sorted(urls)
        assert (len(urls), third.data, third.cursor) == (2, [], None)

    async def test_narrow_further_by_the_site(self, data_access, every):
        both, _, _ = await self.make(every)
        found = await maybe_await(
            data_access.Site.all_by_enrollment_filtered(
                tier="PAID", where=lambda attrs, op: op.eq(attrs.base_url, both.get_base_url())
            )
        )
        assert ids_of(found) == [both.get_id()]


async def test_sites_by_their_latest_audits(data_access, every):
    sites = [await every.create("Site") for _ in range(3)]
    for site, day in ((sites[0], 2), (sites[1], 3), (sites[0], 1)):
        await every.create("Audit", site_id=site.get_id(), audited_at=f"2026-06-0{day}T00:00:00.000Z")
    for order, expected in (("asc", [0, 1, 2]), ("desc", [1, 0, 2])):
        found = await maybe_await(data_access.Site.all_with_latest_audit("cwv", order))
        assert ids_of(found) == [sites[place].get_id() for place in expected]
        audits = [await maybe_await(site.get_latest_audit_by_audit_type("cwv")) for site in found]
        days = [audit and audit.get_audited_at()[8:10] for audit in audits]
        assert days == [{0: "02", 1: "03", 2: None}[place] for place in expected]


async def test_sites_by_preview_url_and_project(data_access, every):
    site = await every.create("Site")
    project = await every.parent("Project")
    sites = data_access.Site
    found = await maybe_await(sites.find_by_preview_url("https://main--shop--acme.aem.page/"))
    assert found.to_dict() == site.to_dict()
    assert await maybe_await(sites.find_by_preview_url("https://main--shop--other.aem.page/")) is None
    organization_id, name = site.get_organization_id(), project.get_project_name()
    for call in (
        sites.all_by_project_name(name),
        sites.all_by_organization_id_and_project_id(organization_id, project.get_id()),
        sites.all_by_organization_id_and_project_name(organization_id, name),
    ):
        assert ids_of(await maybe_await(call)) == [site.get_id()]


async def test_entitlements_with_their_organizations(data_access, every):
    entitlement = await every.create("Entitlement")
    organization = await every.parent("Organization")
    await every.create("Entitlement", product_code="ASO")
    found = await maybe_await(data_access.Entitlement.all_by_product_code_with_organization("LLMO"))
    assert found == [
        {
            "entitlement": {"id": entitlement.get_id(), "productCode": "LLMO", "tier": "PAID"},
            "organization": {
                "id": organization.get_id(),
                "name": "ACME",
                "imsOrgId": organization.get_ims_org_id(),
            },
        }
    ]


class TestDelegation:
    async def test_with_the_owner(self, data_access, every):
        grant, other = await every.create("SiteImsOrgAccess"), await every.create("SiteImsOrgAccess")
        owner = await every.parent("Organization")
        grants = data_access.SiteImsOrgAccess
        delegates = [grant.get_organization_id(), other.get_organization_id()]
        of_one = await maybe_await(grants.all_by_organization_id_with_target_organization(delegates[0]))
        of_both = await maybe_await(grants.all_by_organization_ids_with_target_organization(delegates))
        assert ids_of(each.grant for each in of_one) == [grant.get_id()]
        assert ids_of(each.grant for each in of_both) == sorted(ids_of([grant, other]))
        for each in of_both:
            found = each.target_organization
            assert (found.id, found.ims_org_id) == (owner.get_id(), owner.get_ims_org_id())

    async def test_with_the_site(self, data_access, every):
        grant = await every.create("SiteImsOrgAccess")
        site = await every.parent("Site")
        find = data_access.SiteImsOrgAccess.all_by_organization_id_with_sites
        (found,) = await maybe_await(find(grant.get_organization_id()))
        assert found.grant.get_id() == grant.get_id()
        assert found.site.to_dict() == site.to_dict()
        assert await maybe_await(find(site.get_organization_id())) == []


async def test_semrush_projects_of_an_organization(data_access, every, database):
    projects = [await every.create("BrandSemrushProject", semrush_project_id=f"p-{n}") for n in range(3)]
    deleted = await maybe_await(projects[1].set_deleted_at("2026-07-01T00:00:00.000Z").save())
    other = await every.create("Brand")
    await every.create("BrandSemrushProject", brand_id=other.get_id())
    brand, organization = await every.parent("Brand"), await every.parent("Organization")
    # Whose brand it is others write.
    query = "UPDATE brands SET organization_id = %s WHERE id = %s"
    database.execute(query, [organization.get_id(), brand.get_id()])
    find = data_access.BrandSemrushProject.all_by_organization_id
    live = await maybe_await(find(organization.get_id()))
    assert [each.semrush_project_id for each in live] == ["p-0", "p-2"]
    assert (live[0].brand_id, live[0].organization_id) == (brand.get_id(), organization.get_id())
    assert live[0].semrush_sub_workspace_id == brand.get_semrush_sub_workspace_id()
    assert (live[0].geo_target_id, live[0].language_code) == (2276, "de-ch")
    every_one = await maybe_await(find(organization.get_id(), include_deleted=True))
    assert [each.semrush_project_id for each in every_one] == ["p-0", "p-1", "p-2"]
    by_slice = await maybe_await(data_access.BrandSemrushProject.find_by_slice(brand.get_id(), 2276, "de-ch"))
    assert by_slice.get_id() in ids_of([*projects, deleted])


class TestFixes:
    async def make(self, every):
        opportunity = await every.parent("Opportunity")
        result = await maybe_await(
            opportunity.add_suggestions(
                [{"type": "CODE_CHANGE", "rank": n, "data": {"n": n}} for n in range(3)]
            )
        )
        suggestions = result.created_items
        fixes = await maybe_await(
            opportunity.add_fix_entities(
                [
                    {
                        "type": "CODE_CHANGE",
                        "changeDetails": {"n": n},
                        "executedAt": f"2026-06-0{n + 1}T23:30:00.000Z",
                        "suggestions": [suggestion.get_id() for suggestion in suggestions[n:]],
                    }
                    for n in range(2)
                ]
            )
        )
        assert fixes.error_items == []
        return opportunity, suggestions, fixes.created_items

    async def test_have_their_suggestions(self, data_access, every):
        opportunity, suggestions, fixes = await self.make(every)
        found = await maybe_await(
            data_access.FixEntity.get_all_fixes_with_suggestions_by_opportunity_id(opportunity.get_id())
        )
        assert {each.fix_entity.get_id(): sorted(ids_of(each.suggestions)) for each in found} == {
            fixes[0].get_id(): sorted(ids_of(suggestions)),
            fixes[1].get_id(): sorted(ids_of(suggestions[1:])),
        }
        assert sorted(ids_of(await maybe_await(fixes[1].get_suggestions()))) == sorted(
            ids_of(suggestions[1:])
        )
        of_last = data_access.Suggestion.get_fix_entities_by_suggestion_id(suggestions[2].get_id())
        assert sorted(ids_of(await maybe_await(of_last))) == sorted(ids_of(fixes))

    async def test_are_found_by_the_day_in_utc(self, data_access, every):
        opportunity, suggestions, fixes = await self.make(every)
        find = data_access.FixEntity.get_all_fixes_with_suggestion_by_created_at
        (found,) = await maybe_await(find(opportunity.get_id(), "2026-06-02"))
        assert found.fix_entity.to_dict() == fixes[1].to_dict()
        assert sorted(ids_of(found.suggestions)) == sorted(ids_of(suggestions[1:]))
        assert await maybe_await(find(opportunity.get_id(), "2026-06-03")) == []

    async def test_may_be_for_other_suggestions(self, data_access, every):
        opportunity, suggestions, fixes = await self.make(every)
        outcome = await maybe_await(
            data_access.FixEntity.set_suggestions_for_fix_entity(
                opportunity.get_id(), fixes[1], [suggestions[0], suggestions[1]]
            )
        )
        assert (len(outcome.created_items), outcome.removed_count) == (1, 1)
        assert sorted(ids_of(await maybe_await(fixes[1].get_suggestions()))) == sorted(
            ids_of(suggestions[:2])
        )

    async def test_of_one_issue_give_it_back(self, data_access, every):
        issues = [{"id": "a", "status": "FIXED"}, {"id": "b", "status": "FIXED"}]
        suggestion = await every.create("Suggestion", data={"issues": issues})
        fix = await every.create("FixEntity", change_details={"issueId": "a"})
        ids = {"suggestion_id": suggestion.get_id(), "fix_entity_id": fix.get_id()}
        await every.create("FixEntitySuggestion", **ids)
        await maybe_await(fix.remove())
        found = await maybe_await(data_access.Suggestion.find_by_id(suggestion.get_id()))
        assert found.get_data()["issues"] == [{"id": "a", "status": "NEW", "fixEntityId": None}, issues[1]]
        assert await maybe_await(data_access.FixEntitySuggestion.count()) == 0

    async def test_and_suggestions_change_many_at_once(self, data_access, every):
        _, suggestions, _ = await self.make(every)
        await maybe_await(data_access.Suggestion.bulk_update_status(suggestions, "APPROVED"))
        found = await maybe_await(data_access.Suggestion.all())
        assert {each.get_status() for each in found} == {"APPROVED"}
        assert sorted(each.get_rank() for each in found) == [0, 1, 2]


class TestComputed:
    async def test_options_of_scrape_jobs(self, data_access, every):
        options = [None, {"enableJavascript": True}, {"enableJavascript": True, "hideConsentBanners": True}]
        jobs = [await every.create("ScrapeJob", options=each) for each in options]
        name = "base_url_and_processing_type_and_opt_enable_javascript_and_opt_hide_consent_banner"
        find_all, find = (getattr(data_access.ScrapeJob, f"{way}_by_{name}") for way in ("all", "find"))
        for job, flags in zip(jobs, ("FF", "TF", "TT"), strict=True):
            keys = ("https://example.com", "default", *flags)
            assert ids_of(await maybe_await(find_all(*keys))) == [job.get_id()]
            assert (await maybe_await(find(*keys))).get_id() == job.get_id()
        assert await maybe_await(find("https://example.com", "default", "F", "T")) is None


class TestListings:
    async def test_by_what_an_array_holds(self, data_access, every):
        for entity, name in (("AuditUrl", "audit_type"), ("SentimentGuideline", "audit_type")):
            holder = await every.create(entity, audits=["cwv", 'a "b", {c}'])
            await every.create(entity, audits=["seo"])
            find = getattr(data_access, entity).all_by_site_id_and_audit_type
            for value in ("cwv", 'a "b", {c}'):
                found = await maybe_await(find(holder.get_site_id(), **{name: value}))
                assert ids_of(found.data) == [holder.get_id()]

    async def test_by_a_flag_or_a_status(self, data_access, every):
        topics = [await every.create("SentimentTopic", enabled=enabled) for enabled in (True, False)]
        found = await maybe_await(data_access.SentimentTopic.all_by_site_id_enabled(topics[0].get_site_id()))
        assert ids_of(found.data) == [topics[0].get_id()]
        experiments = [
            await every.create("GeoExperiment", status=status) for status in ("IN_PROGRESS", "COMPLETED")
        ]
        assert ids_of(await maybe_await(data_access.GeoExperiment.all_active())) == [experiments[0].get_id()]

    async def test_of_forms_without_a_source(self, data_access, every, database):
        form = await every.create("SiteTopForm", form_source=None)
        assert form.get_form_source() == ""
        find = data_access.SiteTopForm.find_by_url_and_form_source
        assert (await maybe_await(find(form.get_url()))).get_id() == form.get_id()
        database.execute("UPDATE site_top_forms SET form_source = NULL")  # as in old rows
        assert (await maybe_await(find(form.get_url()))).get_id() == form.get_id()

    async def test_of_recent_scrapes_and_jobs(self, data_access, every):
        url = await every.create("ScrapeUrl")
        await every.create("ScrapeUrl", url=url.get_url(), is_original=False)
        find = data_access.ScrapeUrl.all_recent_by_url_and_processing_type
        assert ids_of(await maybe_await(find(url.get_url(), "default"))) == [url.get_id()]
        for entity in ("ScrapeJob", "ImportJob"):
            job = await every.parent(entity) if entity == "ScrapeJob" else await every.create(entity)
            between = getattr(data_access, entity).all_by_date_range
            found = await maybe_await(between("2026-01-01T00:00:00.000Z", "2099-01-01T00:00:00.000Z"))
            assert ids_of(found) == [job.get_id()]
            assert await maybe_await(between("2001-01-01T00:00:00.000Z", "2001-01-02T00:00:00.000Z")) == []

    async def test_are_removed_site_by_site(self, data_access, every):
        for entity in ("AuditUrl", "SentimentGuideline", "SentimentTopic", "SiteTopForm", "SiteTopPage"):
            mine = await every.create(entity)
            await every.create(entity)
            other = await every.create(entity, site_id=(await every.create("Site")).get_id())
            collection = getattr(data_access, entity)
            await maybe_await(collection.remove_for_site_id(mine.get_site_id()))
            assert ids_of(await maybe_await(collection.all())) == [other.get_id()], entity
