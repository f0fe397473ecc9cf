"""`spacecat-data-access entities`, `describe`, `diagram` and `ddl`: the entities in several notations."""

from __future__ import annotations

import argparse
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from spacecat_shared_data_access import diagrams
from spacecat_shared_data_access.cli import output
from spacecat_shared_data_access.cli.description import (
    WITHOUT_SCHEMA,
    description_of,
    description_of_configuration,
    summary_of,
)
from spacecat_shared_data_access.cli.screen import Screen, screen
from spacecat_shared_data_access.errors import ValidationError
from spacecat_shared_data_access.local.tables import schema_sql
from spacecat_shared_data_access.models.base import EntityRegistry
from spacecat_shared_data_access.schema.naming import singular
from spacecat_shared_data_access.schema.printing import (
    HEADINGS,
    attribute_cells,
    reference_notes,
    summary_line,
)

if TYPE_CHECKING:
    from spacecat_shared_data_access.schema import Schema

_A_DOCUMENT: Final = "a document in S3"


def list_entities(arguments: argparse.Namespace) -> int:
    """Print every entity, its table and its summary."""
    described = [summary_of(name) for name in EntityRegistry.entity_names()]
    if arguments.json:
        output.say_json(described)
        return 0
    rows = [(each["entity"], each["table"] or f"({_A_DOCUMENT})", each["summary"]) for each in described]
    screen().table([("entity", "table", "what it is"), *rows])
    return 0


def describe(arguments: argparse.Namespace) -> int:
    """Print everything that one entity declares."""
    entity = entity_spelt(arguments.entity)
    if entity == WITHOUT_SCHEMA:
        described = description_of_configuration()
    else:
        described = description_of(EntityRegistry.schema_of(entity))
    if arguments.json:
        output.say_json(described)
        return 0
    page = screen()
    page.paragraph(f"{entity}: {described['summary']}", "bold")
    if entity == WITHOUT_SCHEMA:
        page.paragraph(
            f"no table and no schema: it is {_A_DOCUMENT}, in versions, in the bucket S3_CONFIG_BUCKET"
        )
    else:
        _write_schema(page, EntityRegistry.schema_of(entity))
    _write_accessors(page, described["accessors"])
    return 0


def draw(arguments: argparse.Namespace) -> int:
    """Print a diagram: of one entity with its attributes, or of several and their relations."""
    if arguments.dark and arguments.format != "svg":
        return output.fail("--dark needs --format svg", output.WRONG_ARGUMENTS)
    names: list[str] = []
    for spelling in arguments.entities:
        names.append(entity_spelt(spelling))
        if names[-1] == WITHOUT_SCHEMA:
            return output.fail(f"{WITHOUT_SCHEMA} has no table", output.WRONG_ARGUMENTS)
    if len(names) == 1:
        diagram = diagrams.entity_diagram(names[0])
    else:
        diagram = diagrams.overview_diagram(names or [each.model_name for each in EntityRegistry.schemas()])
    if arguments.format == "svg":
        try:
            diagram = diagrams.draw(diagram, dark=arguments.dark)
        except ImportError:
            return output.fail("svg needs mmdr: pip install 'spacecat-shared-data-access[diagrams]'")
    output.say(diagram)
    return 0


def print_ddl(_arguments: argparse.Namespace) -> int:
    """Print the SQL that creates the tables of all entities."""
    output.say(schema_sql(None))
    return 0


def entity_spelt(name: str) -> str:
    """Return the entity that a name refers to.

    Args:
        name: The name of an entity, a collection or a table: in any case, in one word or several, singular
            or plural.

    Raises:
        ValidationError: No entity has the name, or several have it.
    """
    wanted = _plain(name)
    of_name = {entity: _plain(entity) for entity in EntityRegistry.entity_names()}
    spellings = {wanted, _plain(singular(name)), wanted.removesuffix("collection")}
    found = [entity for entity, plain in of_name.items() if plain in spellings]
    found = found or [each.model_name for each in EntityRegistry.schemas() if _plain(each.table) == wanted]
    if len(found) == 1:
        return found[0]
    if found:
        raise ValidationError(f"{name!r} may be {_either(found)}")
    by_spelling = {plain: entity for entity, plain in of_name.items()}
    near = [by_spelling[each] for each in get_close_matches(wanted, by_spelling)]
    advice = f"did you mean {_either(near)}?" if near else f"see {output.PROGRAM} entities"
    raise ValidationError(f"there is no entity {name!r}: {advice}")


def _plain(name: str) -> str:
    return "".join(character for character in name if character.isalnum()).lower()


def _either(names: list[str]) -> str:
    return " or ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _write_schema(page: Screen, schema: Schema) -> None:
    page.paragraph(summary_line(schema))
    page.section("attributes")
    page.table([HEADINGS, *map(attribute_cells, schema.attributes.values())])
    indexes = [
        (each.name, each.type, ", ".join(each.partition_keys) or "-", ", ".join(each.sort_keys) or "-")
        for each in schema.indexes.values()
    ]
    page.section("indexes")
    page.table([("index", "type", "keys", "ordered by"), *indexes])
    references = [(each.type, each.target, each.getter, reference_notes(each)) for each in schema.references]
    if references:
        page.section("references")
        page.table([("reference", "target", "accessor", ""), *references])


def _write_accessors(page: Screen, accessors: dict[str, dict[str, list[str]]]) -> None:
    for owner, kinds in accessors.items():
        for kind, names in kinds.items():
            if names:
                page.section(f"{kind.replace('_', ' ')} of the {owner}")
                page.names(names)
