"""What is known of a page: its intent, its citability, and the experiments that run on it."""

import pytest

from spacecat_shared_data_access import ValidationError
from spacecat_shared_data_access.errors import AccessDeniedError
from spacecat_shared_data_access.models.experiment import Experiment
from spacecat_shared_data_access.models.page_citability import PageCitability
from spacecat_shared_data_access.models.page_intent import PageIntent
from unit.helpers import ECHO, ID, PARENT_ID, body, filters, maybe_await, params, refused

URL = "https://example.com/a"
INTENT = {"site_id": PARENT_ID, "url": URL, "page_intent": "COMMERCIAL", "topic": "photos"}
CITABILITY = {"site_id": PARENT_ID, "url": URL}
EXPERIMENT = {
    "site_id": PARENT_ID,
    "exp_id": "titles",
    "url": URL,
    "status": Experiment.Status.ACTIVE,
    "variants": [{"name": "control"}],
}


async def assert_refused(collection, server, item, complaint):
    with pytest.raises(ValidationError) as raised:
        await maybe_await(collection.create(item))
    assert str(raised.value.cause) == complaint
    assert server.requests == []


class TestPageIntent:
    async def test_it_is_stored(self, data_access, server):
        server.answers(ECHO)
        made = await maybe_await(data_access.PageIntent.create(INTENT))
        assert made.get_page_intent() is PageIntent.PageIntent.COMMERCIAL
        assert body(server.last)["updated_by"] == PageIntent.DEFAULT_UPDATED_BY

    async def test_it_is_found_by_its_url(self, data_access, server):
        server.answers([{"id": ID, **INTENT}])
        assert (await maybe_await(data_access.PageIntent.find_by_url(URL))).get_topic() == "photos"
        assert filters(server.last) == [("url", f"eq.{URL}")]
        assert dict(params(server.last))["order"] == "url.desc,updated_at.desc,id.desc"

    @pytest.mark.parametrize(
        ("values", "complaint"),
        [
            ({"url": "/a"}, "url failed validation"),
            ({"page_intent": "commercial"}, "page_intent is invalid"),
            ({"topic": None}, "topic is required"),
        ],
    )
    async def test_values_are_checked(self, data_access, server, values, complaint):
        await assert_refused(data_access.PageIntent, server, {**INTENT, **values}, complaint)


class TestPageCitability:
    @pytest.mark.parametrize("options", [{}, {"upsert": False}, {"on_conflict": "site_id"}])
    async def test_a_page_has_one_however_often_it_is_created(self, data_access, server, options):
        server.answers(ECHO)
        values = {**CITABILITY, "citability_score": 0.5, "bot_words": 0, "is_deployed_at_edge": True}
        made = await maybe_await(data_access.PageCitability.create(values, **options))
        assert made.get_citability_score() == 0.5
        assert dict(params(server.last))["on_conflict"] == "url"
        assert "resolution=merge-duplicates" in server.last.headers["Prefer"]
        assert body(server.last)["updated_by"] == PageCitability.DEFAULT_UPDATED_BY

    async def test_a_refusal_says_what_failed(self, data_access, server):
        server.answers(refused(403, "42501"))
        with pytest.raises(AccessDeniedError, match=r"^Failed to create$"):
            await maybe_await(data_access.PageCitability.create(CITABILITY))

    @pytest.mark.parametrize(
        ("values", "complaint"),
        [
            ({"url": "x"}, "url failed validation"),
            (
                {"citability_score": "5"},
                "citability_score must be a number, citability_score failed validation",
            ),
            ({"content_ratio": True}, "content_ratio must be a number, content_ratio failed validation"),
            ({"word_difference": ""}, "word_difference must be a number"),
            ({"bot_words": float("nan")}, "bot_words: a number that is not finite cannot be sent as JSON"),
            ({"normal_words": []}, "normal_words must be a number, normal_words failed validation"),
            ({"is_deployed_at_edge": 1}, "is_deployed_at_edge must be a boolean"),
        ],
    )
    async def test_values_are_checked(self, data_access, server, values, complaint):
        await assert_refused(data_access.PageCitability, server, {**CITABILITY, **values}, complaint)


class TestExperiment:
    async def test_it_is_stored(self, data_access, server):
        server.answers(ECHO)
        made = await maybe_await(data_access.Experiment.create({**EXPERIMENT, "conversion_event_name": ""}))
        assert made.get_status() is Experiment.Status.ACTIVE
        assert body(server.last)["updated_by"] == Experiment.DEFAULT_UPDATED_BY

    async def test_it_is_found_by_its_site_its_name_and_its_page(self, data_access, server):
        server.answers([{"id": ID, **EXPERIMENT}])
        await maybe_await(data_access.Experiment.find_by_site_id_and_exp_id_and_url(PARENT_ID, "titles", URL))
        assert dict(params(server.last))["order"] == (
            "site_id.desc,exp_id.desc,url.desc,updated_at.desc,id.desc"
        )

    @pytest.mark.parametrize(
        ("values", "complaint"),
        [
            ({"conversion_event_value": 0}, "conversion_event_value must be a string"),
            ({"conversion_event_name": 5}, "conversion_event_name must be a string, conversion_event_name "),
            ({"start_date": "2026-06-01"}, "start_date failed validation"),
            ({"status": "PAUSED"}, "status is invalid"),
            ({"url": "x"}, "url failed validation"),
            ({"variants": {}}, "variants must be a list"),
            ({"updated_by": None}, "updated_by is required"),
        ],
    )
    async def test_values_are_checked(self, data_access, server, values, complaint):
        with pytest.raises(ValidationError) as raised:
            await maybe_await(data_access.Experiment.create({**EXPERIMENT, **values}))
        assert str(raised.value.cause).startswith(complaint)
        assert server.requests == []

    def test_variants_are_mappings(self, data_access):
        experiment = data_access.Experiment.create_instance_from_row({"id": ID, **EXPERIMENT})
        with pytest.raises(ValidationError, match="variants must contain items of type any"):
            experiment.set_variants(["control"])
