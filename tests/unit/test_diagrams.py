"""Entity-relationship diagrams: their notation, and what the command line prints."""

import sys
from xml.etree import ElementTree as ET

import pytest

from spacecat_shared_data_access import EntityRegistry, cli, diagrams
from spacecat_shared_data_access.errors import DataAccessError

ENTITIES = [schema.model_name for schema in EntityRegistry.schemas()]
SVG = "{http://www.w3.org/2000/svg}svg"


def lines_of(diagram):
    first, *rest = diagram.splitlines()
    assert first == "erDiagram"
    return [line.strip() for line in rest]


class TestOverview:
    def test_shows_the_relations_between_the_entities(self):
        assert lines_of(diagrams.overview_diagram(["Organization", "Ticket", "TicketSuggestion"])) == [
            "Organization ||--o{ Ticket : organization_id",
            "Ticket ||--o{ TicketSuggestion : ticket_id",
        ]

    def test_shows_an_entity_without_relations(self):
        assert lines_of(diagrams.overview_diagram(["OAuthNonce", "OAuthNonce"])) == ["OAuthNonce"]

    def test_shows_a_relation_that_both_ends_declare_once(self):
        lines = lines_of(diagrams.overview_diagram(ENTITIES))
        assert len(lines) == len(set(lines))
        assert lines.count("Ticket ||--o{ TicketSuggestion : ticket_id") == 1

    def test_rejects_an_unknown_entity(self):
        with pytest.raises(DataAccessError, match="Spaceship"):
            diagrams.overview_diagram(["Spaceship"])


class TestEntity:
    def test_shows_attributes_keys_and_neighbours(self):
        lines = lines_of(diagrams.entity_diagram("Ticket"))
        assert lines[0] == "Ticket {"
        assert {
            "uuid ticket_id PK",
            "uuid organization_id FK",
            "timestamp created_at",
            "string ticket_key",
            'string ticket_status "optional"',
        } <= set(lines)
        assert lines[lines.index("}") + 1 :] == [
            "TaskManagementConnection ||--o{ Ticket : task_management_connection_id",
            "Organization ||--o{ Ticket : organization_id",
            "Opportunity |o--o{ Ticket : opportunity_id",
            "Ticket ||--o{ TicketSuggestion : ticket_id",
        ]

    def test_shows_enums(self):
        assert "enum status" in lines_of(diagrams.entity_diagram("Suggestion"))

    @pytest.mark.parametrize("entity", ENTITIES)
    def test_every_stored_attribute_is_shown(self, entity):
        lines = lines_of(diagrams.entity_diagram(entity))
        shown = {line.split()[1] for line in lines[1 : lines.index("}")]}
        attributes = EntityRegistry.schema_of(entity).attributes.values()
        assert shown == {each.name for each in attributes if not each.postgrest_ignore}


@pytest.mark.parametrize("dark", [False, True])
def test_a_diagram_is_drawn_as_svg(dark):
    svg = diagrams.draw(diagrams.entity_diagram("Ticket"), dark=dark)
    assert ET.fromstring(svg).tag == SVG  # noqa: S314 - our own output
    assert "task_management_connection_id" in svg


class TestCommand:
    def test_prints_one_entity(self, capsys):
        assert cli.main(["diagram", "tickets"]) == 0
        assert capsys.readouterr().out.rstrip("\n") == diagrams.entity_diagram("Ticket")

    def test_prints_the_relations_of_several(self, capsys):
        assert cli.main(["diagram", "Ticket", "organization"]) == 0
        assert capsys.readouterr().out.rstrip("\n") == diagrams.overview_diagram(["Ticket", "Organization"])

    def test_prints_all_entities_by_default(self, capsys):
        assert cli.main(["diagram"]) == 0
        assert capsys.readouterr().out.rstrip("\n") == diagrams.overview_diagram(ENTITIES)

    def test_prints_svg(self, capsys):
        assert cli.main(["diagram", "OAuthNonce", "--format", "svg", "--dark"]) == 0
        assert ET.fromstring(capsys.readouterr().out).tag == SVG  # noqa: S314 - our own output

    @pytest.mark.parametrize("name", ["Spaceship", "Configuration"])
    def test_rejects_what_has_no_table(self, name, capsys):
        assert cli.main(["diagram", name]) == 2
        printed = capsys.readouterr()
        assert (printed.out, name in printed.err) == ("", True)

    def test_says_what_svg_needs(self, monkeypatch, capsys):
        monkeypatch.setitem(sys.modules, "mmdr", None)
        assert cli.main(["diagram", "Ticket", "--format", "svg"]) == 1
        assert "pip install 'spacecat-shared-data-access[diagrams]'" in capsys.readouterr().err
