import pytest

from spacecat_shared_data_access import ValidationError
from spacecat_shared_data_access.models.experiment import Experiment
from unit.helpers import ECHO, ID, PARENT_ID, body, maybe_await, params

URL = "https://example.com/a"
EXPERIMENT = {
    "site_id": PARENT_ID,
    "exp_id": "titles",
    "url": URL,
    "status": Experiment.Status.ACTIVE,
    "variants": [{"name": "control"}],
}


async def test_it_is_stored(data_access, server):
    server.respond_with(ECHO)
    made = await maybe_await(data_access.Experiment.create({**EXPERIMENT, "conversion_event_name": ""}))
    assert made.get_status() is Experiment.Status.ACTIVE
    assert body(server.last)["updated_by"] == Experiment.DEFAULT_UPDATED_BY


async def test_it_is_found_by_site_experiment_id_and_url(data_access, server):
    server.respond_with([{"id": ID, **EXPERIMENT}])
    await maybe_await(data_access.Experiment.find_by_site_id_and_exp_id_and_url(PARENT_ID, "titles", URL))
    assert dict(params(server.last))["order"] == ("site_id.desc,exp_id.desc,url.desc,updated_at.desc,id.desc")


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
async def test_values_are_checked(data_access, server, values, complaint):
    with pytest.raises(ValidationError) as raised:
        await maybe_await(data_access.Experiment.create({**EXPERIMENT, **values}))
    assert str(raised.value.cause).startswith(complaint)
    assert server.requests == []


def test_variants_are_mappings(data_access):
    experiment = data_access.Experiment.create_instance_from_row({"id": ID, **EXPERIMENT})
    with pytest.raises(ValidationError, match="variants must contain items of type any"):
        experiment.set_variants(["control"])
