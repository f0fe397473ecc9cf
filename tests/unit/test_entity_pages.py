"""The site has a page for each entity, with all its attributes, relations and finders."""

import pytest
from scripts import entity_pages

from spacecat_shared_data_access import EntityRegistry

SCHEMAS = list(EntityRegistry.schemas())
PAGES = entity_pages.pages()


def test_every_area_names_entities_that_exist():
    names = {schema.model_name for schema in SCHEMAS}
    assert {name for members in entity_pages.AREAS.values() for name in members} <= names


def test_every_entity_is_in_an_area():
    shown = {name for _, names in entity_pages.areas() for name in names}
    assert shown == {schema.model_name for schema in SCHEMAS}


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda schema: schema.model_name)
def test_a_page_shows_what_its_schema_declares(schema):
    page = PAGES[entity_pages.page_path(schema)]
    for name in (*schema.attributes, *(f"{each.getter}()" for each in schema.references)):
        assert f"| `{name}` |" in page
    for name, _ in schema.finders():
        assert f"| `{name}` |" in page
    for value in (value for each in schema.attributes.values() for value in each.values or ()):
        assert f"`{value}`" in page


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda schema: schema.model_name)
def test_the_links_of_a_page_lead_to_pages(schema):
    page = PAGES[entity_pages.page_path(schema)]
    links = [part.partition(")")[0] for part in page.split("](")[1:]]
    assert {link for link in links if not link.startswith("../")} <= {
        path.rpartition("/")[2] for path in PAGES
    }
