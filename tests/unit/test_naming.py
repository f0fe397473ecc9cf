import pytest
from pluralizer import Pluralizer

from spacecat_shared_data_access.models import ENTITY_MODULES
from spacecat_shared_data_access.schema.naming import (
    camel_to_snake,
    decapitalize,
    entity_for,
    id_name_for,
    plural,
    reference_getter_for,
    singular,
    snake_to_camel,
    table_for,
    with_keys,
)


@pytest.mark.parametrize(
    ("python", "json"),
    [
        ("ticket_key", "ticketKey"),
        ("task_management_connection_id", "taskManagementConnectionId"),
        ("created_at", "createdAt"),
        ("name", "name"),
        ("base_url", "baseURL"),
        ("github_url", "gitHubURL"),
        ("o_auth_nonce_id", "oAuthNonceId"),
        ("s2s_allowed_ims_org_ids", "s2sAllowedImsOrgIds"),
    ],
)
def test_an_attribute_has_a_python_and_a_json_name(python, json):
    assert snake_to_camel(python) == json
    assert camel_to_snake(json) == python


@pytest.mark.parametrize(
    ("entity", "table", "id_name"),
    [
        ("Ticket", "tickets", "ticket_id"),
        ("TicketSuggestion", "ticket_suggestions", "ticket_suggestion_id"),
        ("TaskManagementConnection", "task_management_connections", "task_management_connection_id"),
        ("IdempotencyKey", "idempotency_keys", "idempotency_key_id"),
        ("OAuthNonce", "oauth_nonces", "o_auth_nonce_id"),
        ("Organization", "organizations", "organization_id"),
        ("LatestAudit", "audits", "latest_audit_id"),
        ("SuggestionGrant", "suggestion_grants", "suggestion_grant_id"),
        ("BrandSemrushProject", "brand_to_semrush_projects", "brand_semrush_project_id"),
        ("Opportunity", "opportunities", "opportunity_id"),
        ("FixEntity", "fix_entities", "fix_entity_id"),
    ],
)
def test_an_entity_names_its_table_and_its_id(entity, table, id_name):
    assert table_for(entity) == table
    assert id_name_for(entity) == id_name


@pytest.mark.parametrize("entity", ENTITY_MODULES)
def test_the_plural_of_an_entity_is_that_of_pluralizer(entity):
    assert plural(entity) == Pluralizer().plural(entity)
    assert singular(entity) == Pluralizer().singular(entity)
    assert plural(plural(entity)) == Pluralizer().plural(plural(entity))
    assert singular(plural(entity)) == Pluralizer().singular(plural(entity))


def test_nouns_have_a_singular_and_a_plural():
    assert singular("Opportunities") == "Opportunity"
    assert singular("Ticket") == "Ticket"
    assert plural("Entity") == "Entities"
    assert plural("Tickets") == "Tickets"


def test_a_reference_names_its_entity_in_the_singular_with_a_capital():
    assert entity_for("Tickets") == "Ticket"
    assert entity_for("siteCandidates") == "SiteCandidate"


def test_a_reference_accessor_is_singular_or_plural_like_its_result():
    assert reference_getter_for("Tickets", many=True) == "get_tickets"
    assert reference_getter_for("Ticket", many=True) == "get_tickets"
    assert reference_getter_for("TaskManagementConnection", many=False) == "get_task_management_connection"


def test_only_the_first_letter_is_lowered():
    assert decapitalize("OAuthNonce") == "oAuthNonce"
    assert decapitalize("") == ""


def test_keys_are_joined_with_and():
    assert with_keys("all_by", ["a"]) == "all_by_a"
    assert with_keys("find_by", ["a", "b_c"]) == "find_by_a_and_b_c"
