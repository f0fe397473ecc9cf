"""Audit: validation of results, and the payloads that its steps send to the workers."""

from types import SimpleNamespace
from typing import ClassVar

import pytest

from spacecat_shared_data_access.errors import DataAccessError, ValidationError
from spacecat_shared_data_access.models.audit import Audit
from unit.helpers import ECHO, ID, OTHER_ID, body, maybe_await

SCORES = {"performance": 1, "seo": 1, "accessibility": 1, "best-practices": 1}
CONFIGS = Audit.AUDIT_STEP_DESTINATION_CONFIGS
CONTEXT = {"next": "step-2", "auditId": ID}


def an_audit(**values):
    return {
        "site_id": OTHER_ID,
        "audit_type": "cwv",
        "audit_result": {"lcp": 1},
        "full_audit_ref": "ref",
        **values,
    }


def a_row(**values):
    return {"id": ID, **an_audit(), "audited_at": "2026-06-10T00:00:00.000Z", **values}


async def test_an_audit_is_stored_with_its_time_and_its_flags(data_access, server, clock):
    server.respond_with(ECHO)
    audit = await maybe_await(data_access.Audit.create(an_audit(audit_type=Audit.AuditType.CWV)))
    sent = body(server.last)
    assert (sent["audit_type"], sent["is_live"], sent["is_error"]) == ("cwv", False, False)
    assert sent["audited_at"] == audit.get_audited_at() == "2026-07-02T09:38:00.000Z"


@pytest.mark.parametrize("result", [[], [{"url": "https://a.com"}], {"k": 1}])
async def test_a_result_is_a_map_or_a_list(data_access, server, result):
    server.respond_with(ECHO)
    audit = await maybe_await(data_access.Audit.create(an_audit(audit_result=result)))
    assert audit.get_audit_result() == result


@pytest.mark.parametrize("result", ["x", None, 5, True, {}])
async def test_any_other_result_is_refused_before_anything_is_sent(data_access, server, result):
    with pytest.raises(ValidationError):
        await maybe_await(data_access.Audit.create(an_audit(audit_result=result)))
    assert server.requests == []


@pytest.mark.parametrize("kind", ["lhs-mobile", Audit.AuditType.LHS_DESKTOP])
class TestALighthouseResult:
    def test_needs_all_scores(self, kind):
        assert Audit.validate_audit_result({"scores": SCORES}, kind)
        for name in SCORES:
            scores = {each: 1 for each in SCORES if each != name}
            with pytest.raises(ValidationError, match=f"Missing expected property '{name}'"):
                Audit.validate_audit_result({"scores": scores}, kind)

    @pytest.mark.parametrize("result", [{}, [], {"scores": []}, {"scores": None}, {"runtimeError": []}])
    def test_needs_a_scores_property(self, kind, result):
        with pytest.raises(ValidationError, match="Missing scores property"):
            Audit.validate_audit_result(result, kind)

    def test_may_have_a_runtime_error_instead(self, kind):
        assert Audit.validate_audit_result({"runtimeError": {"code": "NO_FCP"}}, kind)


@pytest.mark.parametrize(
    ("result", "scores"), [({"scores": {"seo": 1}}, {"seo": 1}), ({"k": 1}, None), ([], None)]
)
def test_scores_are_read_from_the_result(data_access, result, scores):
    audit = data_access.Audit.create_instance_from_row(a_row(audit_result=result))
    assert audit.get_scores() == scores


async def test_an_audit_can_be_neither_changed_nor_removed(data_access):
    audit = data_access.Audit.create_instance_from_row(a_row())
    assert not hasattr(audit, "set_audit_type")
    with pytest.raises(DataAccessError, match="does not allow removal"):
        await maybe_await(audit.remove())


def test_the_configuration_lists_types_and_scores():
    assert Audit.AUDIT_CONFIG["TYPES"] is Audit.AuditType
    assert Audit.AUDIT_CONFIG["PROPERTIES"] is Audit.AUDIT_TYPE_PROPERTIES
    assert Audit.AuditType("404") is Audit.AuditType.NOT_FOUND


class TestTheQueueOfADestination:
    ENV: ClassVar = {"IMPORT_WORKER_QUEUE_URL": "q-import", "CONTENT_SCRAPER_QUEUE_URL": "q-scrape"}

    @pytest.mark.parametrize("make", [dict, SimpleNamespace], ids=["mapping", "object"])
    @pytest.mark.parametrize(
        ("destination", "queue"), [("import-worker", "q-import"), ("content-scraper", "q-scrape")]
    )
    def test_is_read_from_the_environment(self, make, destination, queue):
        assert CONFIGS[destination].get_queue_url(make(env=self.ENV)) == queue

    @pytest.mark.parametrize("context", [{}, {"env": None}, {"env": {}}, None])
    def test_is_none_if_the_environment_does_not_set_it(self, context):
        assert CONFIGS["import-worker"].get_queue_url(context) is None

    def test_is_not_defined_for_the_scrape_client(self):
        assert CONFIGS[Audit.AuditStepDestination.SCRAPE_CLIENT].get_queue_url is None


class TestTheImportWorkersPayload:
    def test_has_the_data_of_the_step(self):
        step = {"type": "top-pages", "site_id": ID, "page_url": "https://a.com", "start_date": None}
        assert CONFIGS["import-worker"].format_payload(step, CONTEXT) == {
            "type": "top-pages",
            "siteId": ID,
            "pageUrl": "https://a.com",
            "startDate": None,
            "allowCache": True,
            "auditContext": CONTEXT,
        }

    @pytest.mark.parametrize(("given", "sent"), [(False, False), ("FALSE", "FALSE"), ("no", True), (0, True)])
    def test_allows_the_cache_by_default(self, given, sent):
        assert CONFIGS["import-worker"].format_payload({"allowCache": given}, CONTEXT)["allowCache"] == sent


class TestTheScrapersPayload:
    SITE = SimpleNamespace(
        get_config=lambda: SimpleNamespace(get_scraper_config=lambda: {"headers": {"x": "site"}})
    )

    def payload(self, step, **context):
        return CONFIGS["content-scraper"].format_payload(
            {"urls": [], "site_id": ID, **step}, CONTEXT, context
        )

    def test_has_defaults(self):
        assert self.payload({}) == {
            "urls": [],
            "jobId": ID,
            "processingType": "default",
            "skipMessage": False,
            "allowCache": True,
            "options": {},
            "auditContext": CONTEXT,
        }

    def test_replies_to_the_audit_queue_or_the_steps_own(self):
        env = {"AUDIT_JOBS_QUEUE_URL": "q-audit"}
        assert self.payload({}, env=env)["completionQueueUrl"] == "q-audit"
        assert self.payload({"completion_queue_url": "q"}, env=env)["completionQueueUrl"] == "q"

    def test_has_the_sites_headers_unless_the_step_has_its_own(self):
        assert self.payload({}, site=self.SITE)["customHeaders"] == {"x": "site"}
        assert self.payload({"custom_headers": {"x": "y"}}, site=self.SITE)["customHeaders"] == {"x": "y"}
        assert "customHeaders" not in self.payload({"custom_headers": {}}, site=self.SITE)

    @pytest.mark.parametrize(
        "site",
        [
            None,
            object(),
            SimpleNamespace(get_config=lambda: None),
            SimpleNamespace(get_config=object),
        ],
    )
    def test_has_no_headers_if_the_site_has_none(self, site):
        assert "customHeaders" not in self.payload({}, site=site)


class TestTheScrapeClientsPayload:
    def payload(self, step, **context):
        step = {"urls": [{"url": "https://a.com"}], "site_id": ID, **step}
        return CONFIGS["scrape-client"].format_payload(step, CONTEXT, context)

    def test_has_defaults(self):
        assert self.payload({}) == {
            "urls": ["https://a.com"],
            "processingType": "default",
            "options": {},
            "maxScrapeAge": 24,
            "metaData": {"auditData": {"siteId": ID, "completionQueueUrl": "", "auditContext": CONTEXT}},
        }

    @pytest.mark.parametrize(("given", "sent"), [(0, 0), (1.5, 1.5), ("5", 24), (None, 24), (True, 24)])
    def test_accepts_a_maximum_age_in_hours(self, given, sent):
        assert self.payload({"max_scrape_age": given})["maxScrapeAge"] == sent

    def test_includes_headers_and_the_trace_id(self):
        payload = self.payload({"customHeaders": {}}, traceId="t-1")
        assert (payload["customHeaders"], payload["traceId"]) == ({}, "t-1")

    @pytest.mark.parametrize("urls", [None, "https://a.com"])
    def test_needs_a_list_of_urls(self, urls):
        with pytest.raises(ValidationError, match="urls must be a list"):
            self.payload({"urls": urls})
