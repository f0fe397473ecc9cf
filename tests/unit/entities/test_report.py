from uuid import UUID

import pytest

from spacecat_shared_data_access import ConflictError, ValidationError
from spacecat_shared_data_access.models.report import Report
from unit.helpers import ECHO, ID, OTHER_ID, PARENT_ID, body, error_response, maybe_await, params

PERIOD = {"startDate": "2026-06-01", "endDate": "2026-06-30"}
REPORT = {
    "site_id": PARENT_ID,
    "report_type": "performance",
    "report_period": PERIOD,
    "comparison_period": PERIOD,
}


@pytest.fixture
def reports(data_access):
    return data_access.Report


class TestCreating:
    async def test_a_new_report_gets_a_storage_path(self, reports, server):
        server.respond_with([{**REPORT, "id": ID, "storage_path": ""}], [{"id": ID}])
        report = await maybe_await(reports.create({**REPORT, "site_id": UUID(PARENT_ID)}))
        assert report.get_storage_path() == f"reports/{PARENT_ID}/performance/{ID}/"
        created, stored = server.requests
        assert dict(params(created))["on_conflict"] == "id"
        assert (body(created)["storage_path"], body(created)["status"]) == ("", "processing")
        assert stored.method == "PATCH"
        assert body(stored)["storage_path"] == f"reports/{PARENT_ID}/performance/{ID}/"

    async def test_keys_in_either_spelling_are_accepted(self, reports, server):
        server.respond_with([{"id": ID, "storage_path": ""}], [{"id": ID}])
        item = {
            "siteId": OTHER_ID,
            "reportType": "traffic",
            "reportPeriod": PERIOD,
            "comparisonPeriod": PERIOD,
        }
        report = await maybe_await(reports.create(item))
        assert report.get_storage_path() == f"reports/{OTHER_ID}/traffic/{ID}/"

    async def test_a_given_storage_path_is_kept(self, reports, server):
        server.respond_with(ECHO)
        report = await maybe_await(reports.create({**REPORT, "storage_path": "elsewhere/"}, upsert=False))
        assert report.get_storage_path() == "elsewhere/"
        assert server.methods == ["POST"]

    async def test_a_report_is_returned_even_if_its_storage_path_cannot_be_saved(self, reports, server):
        server.respond_with([{**REPORT, "id": ID, "storage_path": ""}], error_response(409, "23505"))
        with pytest.raises(ConflictError, match=f"^Failed to save entity report with ID {ID}$"):
            await maybe_await(reports.create(REPORT))
        assert server.methods == ["POST", "PATCH"]

    @pytest.mark.parametrize(
        ("values", "complaint"),
        [
            ({"report_type": ""}, "report_type failed validation"),
            ({"report_period": {}}, "report_period failed validation"),
            ({"report_period": {"startDate": "2026-06-01"}}, "report_period failed validation"),
            ({"comparison_period": {**PERIOD, "endDate": 5}}, "comparison_period failed validation"),
            ({"comparison_period": "June"}, "comparison_period failed validation"),
            ({"storage_path": 5}, "storage_path must be a string, storage_path failed validation"),
            ({"status": "done"}, "status is invalid"),
        ],
    )
    async def test_invalid_values_are_refused(self, reports, server, values, complaint, caplog):
        with pytest.raises(ValidationError) as raised:
            await maybe_await(reports.create({**REPORT, **values}))
        assert str(raised.value.cause) == complaint
        assert caplog.messages == [f"[report] Failed to create - {complaint}"]
        assert server.requests == []


@pytest.mark.parametrize(
    ("path", "raw", "enhanced"),
    [
        ("reports/a/", "reports/a/raw/", "reports/a/enhanced/"),
        ("", "raw/", "enhanced/"),
        (None, None, None),
    ],
)
def test_there_are_folders_for_raw_and_enhanced_data(reports, path, raw, enhanced):
    report = reports.create_instance_from_row({"id": ID, "storage_path": path})
    assert report.get_raw_storage_path() == raw
    assert report.get_enhanced_storage_path() == enhanced


def test_the_status_is_one_of_three(reports):
    report = reports.create_instance_from_row({"id": ID, "status": "success"})
    assert report.get_status() is Report.Status.SUCCESS
