import pytest

from spacecat_shared_data_access import Page, ValidationError
from spacecat_shared_data_access.models.geo_experiment import GeoExperiment
from unit.helpers import ECHO, ID, OTHER_ID, PARENT_ID, body, filters, maybe_await, params

EXPERIMENT = {
    "site_id": PARENT_ID,
    "type": GeoExperiment.Type.ONSITE_OPPORTUNITY_DEPLOYMENT,
    "status": GeoExperiment.Status.GENERATING_BASELINE,
    "phase": GeoExperiment.Phase.INITIATED,
    "name": "Titles",
}
ROWS = [{"id": ID, **EXPERIMENT}, {"id": OTHER_ID, **EXPERIMENT}]


@pytest.fixture
def experiments(data_access):
    return data_access.GeoExperiment


class TestExperimentsOfASite:
    async def test_listings_return_a_page_even_without_a_limit(self, experiments, server):
        server.respond_with(ROWS)
        page = await maybe_await(experiments.all_by_site_id(PARENT_ID))
        assert isinstance(page, Page)
        assert ([each.get_id() for each in page.data], page.cursor) == ([ID, OTHER_ID], None)
        assert filters(server.last) == [("site_id", f"eq.{PARENT_ID}")]
        assert dict(params(server.last))["order"] == "site_id.desc,updated_at.desc,id.desc"

    async def test_a_full_page_has_a_cursor(self, experiments, server):
        server.respond_with(ROWS)
        page = await maybe_await(experiments.all_by_site_id(PARENT_ID, limit=2, return_cursor=False))
        assert page.cursor is not None
        await maybe_await(experiments.all_by_site_id(PARENT_ID, limit=2, cursor=page.cursor))
        assert dict(params(server.last))["offset"] == "2"

    async def test_a_limit_of_one_returns_one_or_none(self, experiments, server):
        server.respond_with(ROWS[:1], [])
        assert (await maybe_await(experiments.all_by_site_id(PARENT_ID, limit=1))).get_id() == ID
        assert await maybe_await(experiments.all_by_site_id(PARENT_ID, limit=1)) is None

    async def test_a_page_of_one_is_a_page(self, experiments, server):
        server.respond_with(ROWS[:1])
        page = await maybe_await(experiments.all_by_site_id(PARENT_ID, limit=1, return_cursor=True))
        assert isinstance(page, Page)
        assert (len(page), page.cursor is not None) == (1, True)

    @pytest.mark.parametrize("site_id", [None, "", 5])
    async def test_a_site_is_required(self, experiments, server, site_id):
        with pytest.raises(ValidationError, match=r"^SiteId is required$"):
            await maybe_await(experiments.all_by_site_id(site_id))
        assert server.requests == []


class TestActiveExperiments:
    async def test_active_experiments_generate_a_baseline_or_are_in_progress(self, experiments, server):
        server.respond_with(ROWS)
        assert len(await maybe_await(experiments.all_active(order="asc"))) == 2
        assert filters(server.last) == [("status", "in.(GENERATING_BASELINE,IN_PROGRESS)")]
        assert dict(params(server.last))["order"] == "id.asc"

    async def test_a_where_option_is_combined_with_the_status_filter(self, experiments, server):
        await maybe_await(experiments.all_active(where=lambda attrs, op: op.eq(attrs.name, "Titles")))
        assert filters(server.last) == [
            ("status", "in.(GENERATING_BASELINE,IN_PROGRESS)"),
            ("name", "eq.Titles"),
        ]

    async def test_a_limit_of_one_returns_one_or_none(self, experiments, server):
        assert await maybe_await(experiments.all_active(limit=1)) is None
        assert dict(params(server.last))["limit"] == "1"


async def test_missing_values_get_defaults(experiments, server):
    server.respond_with(ECHO)
    await maybe_await(experiments.create(EXPERIMENT))
    sent = body(server.last)
    assert (sent["suggestion_ids"], sent["prompts_count"], sent["updated_by"]) == ([], 0, "spacecat")
    assert (sent["status"], sent["phase"]) == ("GENERATING_BASELINE", "initiated")


@pytest.mark.parametrize(
    "values",
    [
        {"phase": "a phase of tomorrow"},
        {"prompts_count": 3.0},
        {"metadata": {GeoExperiment.MetadataKey.SCHEDULE_CONFIG: {"pre": {}}}},
        {"metadata": ""},
        {"error": {}},
        {"pre_schedule_id": ""},
        {"opportunity_id": ID},
    ],
)
async def test_values_are_stored(experiments, server, values):
    server.respond_with(ECHO)
    await maybe_await(experiments.create({**EXPERIMENT, **values}))
    assert {name: body(server.last)[name] for name in values} == values


@pytest.mark.parametrize(
    ("values", "complaint"),
    [
        ({"phase": ""}, "phase failed validation"),
        ({"name": ""}, "name failed validation"),
        ({"prompts_count": -1}, "prompts_count failed validation"),
        ({"prompts_count": 1.5}, "prompts_count failed validation"),
        ({"prompts_count": True}, "prompts_count must be a number, prompts_count failed validation"),
        ({"metadata": ["x"]}, "metadata failed validation"),
        ({"error": "x"}, "error failed validation"),
        ({"start_time": 5}, "start_time must be a string, start_time failed validation"),
        ({"updated_by": ""}, "updated_by failed validation"),
        ({"type": "other"}, "type is invalid"),
    ],
)
async def test_invalid_values_are_refused(experiments, server, values, complaint):
    with pytest.raises(ValidationError) as raised:
        await maybe_await(experiments.create({**EXPERIMENT, **values}))
    assert str(raised.value.cause) == complaint
    assert server.requests == []
