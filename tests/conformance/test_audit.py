"""The recorded cases of the functions of Audit, AuditUrlCollection and PlgOnboarding."""

from types import SimpleNamespace

import pytest

from conformance.cases import in_python_names, recorded_functions
from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.models.audit import Audit
from spacecat_shared_data_access.models.audit_url import AuditUrlCollection
from spacecat_shared_data_access.models.plg_onboarding import PlgOnboarding

STEPS = "Audit/AUDIT_STEP_DESTINATION_CONFIGS"
FUNCTIONS = {
    "Audit/validateAuditResult": Audit.validate_audit_result,
    "AuditUrlCollection/sortAuditUrls": AuditUrlCollection.sort_audit_urls,
    "PlgOnboarding/isValidDomain": PlgOnboarding.is_valid_domain,
    "PlgOnboarding/normalizeDomain": PlgOnboarding.normalize_domain,
}
for destination, config in Audit.AUDIT_STEP_DESTINATION_CONFIGS.items():
    FUNCTIONS[f"{STEPS}/{destination}/formatPayload"] = config.format_payload
    FUNCTIONS[f"{STEPS}/{destination}/getQueueUrl"] = config.get_queue_url


def argument(value):
    if isinstance(value, dict) and "$site" in value:
        scraper = value["$site"]["config"]["scraperConfig"]
        config = SimpleNamespace(get_scraper_config=lambda: scraper)
        return SimpleNamespace(get_config=lambda: config)
    if isinstance(value, dict):
        return {name: argument(each) for name, each in value.items()}
    return value


@pytest.mark.parametrize("case", recorded_functions(*FUNCTIONS), ids=lambda case: case["name"])
def test_a_function_behaves_as_recorded(case):
    call, arguments = FUNCTIONS[case["fn"]], [argument(each) for each in case["args"]]
    if isinstance(case["result"], dict) and "$error" in case["result"]:
        with pytest.raises(ValidationError) as raised:
            call(*arguments)
        assert raised.value.message == in_python_names(case["result"]["message"])
    else:
        assert call(*arguments) == case["result"]
