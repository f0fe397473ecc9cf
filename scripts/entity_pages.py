"""The site's pages of the entities, generated from the schemas."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from inspect import cleandoc, getdoc
from typing import Any, Final

from spacecat_shared_data_access import EntityRegistry, diagrams
from spacecat_shared_data_access.check.rules import wanted_keys
from spacecat_shared_data_access.cli.description import description_of
from spacecat_shared_data_access.schema import Schema
from spacecat_shared_data_access.schema.naming import id_name_for

FOLDER: Final = "reference/entities"
_METHOD_OPTIONS: Final = ("    options:", "      heading_level: 3", "      show_root_full_path: false")

# The areas of the overview diagrams. An entity that no area names is in the last one.
AREAS: Final[dict[str, tuple[str, ...]]] = {
    "Jira integration": (
        "IdempotencyKey",
        "OAuthNonce",
        "Opportunity",
        "Organization",
        "Suggestion",
        "TaskManagementConnection",
        "Ticket",
        "TicketSuggestion",
    ),
    "Sites and audits": (
        "Audit",
        "AuditUrl",
        "Experiment",
        "GeoExperiment",
        "KeyEvent",
        "LatestAudit",
        "PageCitability",
        "PageIntent",
        "Project",
        "Report",
        "Site",
        "SiteCandidate",
        "SiteTopForm",
        "SiteTopPage",
    ),
    "Opportunities, suggestions and fixes": (
        "FixEntity",
        "FixEntitySuggestion",
        "Opportunity",
        "Site",
        "Suggestion",
        "SuggestionGrant",
        "Token",
    ),
    "Organizations, entitlements and access": (
        "AccessGrantLog",
        "ApiKey",
        "Consumer",
        "Entitlement",
        "Organization",
        "PlgOnboarding",
        "SiteEnrollment",
        "SiteImsOrgAccess",
        "TrialUser",
        "TrialUserActivity",
    ),
}
THE_REST: Final = "Jobs, brands and the rest"


def pages() -> dict[str, str]:
    """Return the content of each page, by its path below docs/."""
    entities = {page_path(schema): entity_page(schema) for schema in schemas()}
    return {f"{FOLDER}/index.md": index_page(), **entities}


def schemas() -> list[Schema]:
    """Return the schemas of all entities that have a table."""
    return list(EntityRegistry.schemas())


def page_path(schema: Schema) -> str:
    """Return the path of an entity's page below docs/."""
    return f"{FOLDER}/{schema.model_name}.md"


def areas() -> Iterator[tuple[str, list[str]]]:
    """Yield the areas and the names of their entities. Every entity is in at least one."""
    names = [schema.model_name for schema in schemas()]
    left = set(names)
    for area, members in AREAS.items():
        left -= set(members)
        yield area, [name for name in names if name in members]
    yield THE_REST, [name for name in names if name in left]


def index_page() -> str:
    """Return the page that lists the entities, with a diagram for each area."""
    by_name = {schema.model_name: schema for schema in schemas()}
    lines = ["# Entities", "", "An entity is an attribute of the data access: `data_access.Ticket`.", ""]
    for area, names in areas():
        rows = [(_link(by_name[name]), summary(by_name[name])) for name in names]
        lines += [f"## {area}", "", *_fence("mermaid", diagrams.overview_diagram(names))]
        lines += _table(("entity", "what it is"), rows)
    return "\n".join(lines)


def entity_page(schema: Schema) -> str:
    """Return the page of an entity."""
    described = description_of(schema)
    name = schema.model_name
    lines = [
        "---",
        "search:",
        "  boost: 2",
        "---",
        "",
        f"# {name}",
        "",
        summary(schema),
        "",
        *_rules(schema),
        "",
    ]
    lines += [*_fence("mermaid", diagrams.entity_diagram(name)), *_example(schema)]
    lines += ["## Attributes", "", *_attributes(described["attributes"])]
    lines += ["## References", "", *_references(schema)] if schema.references else []
    lines += ["## Finders", "", *_finders(schema)]
    for owner, cls in (("collection", schema.collection_class), ("model", schema.model_class)):
        methods = described["accessors"][owner]["methods"]
        if methods:
            lines += [f"## Methods of the {owner}", "", *_methods(cls, methods)]
    return "\n".join(lines)


def summary(schema: Schema) -> str:
    """Return the first sentence about an entity."""
    return (getdoc(schema.model_class) or "").partition("\n")[0]


def example(schema: Schema) -> str:
    """Return a program that reads entities of one kind. It needs a server at POSTGREST_URL."""
    name, variable = schema.model_name, id_name_for(schema.model_name).removesuffix("_id")
    return cleandoc(f"""
        from spacecat_shared_data_access import create_data_access

        with create_data_access(postgrest_url="http://127.0.0.1:3000") as data_access:
            print(data_access.{name}.count())
            for {variable} in data_access.{name}.page(limit=20):
                print({variable}.get_id(), {variable}.to_dict())
    """)


def _example(schema: Schema) -> list[str]:
    return ["## Example", "", *_fence("python", example(schema))]


def _rules(schema: Schema) -> list[str]:
    options = schema.options
    rules = [f"Stored in the table `{schema.table}`."]
    if not options.allow_updates:
        rules.append("It cannot be changed after its creation.")
    if not options.allow_remove:
        rules.append("It cannot be removed.")
    removed = [_link_of(each.entity) for each in schema.references if each.remove_dependents]
    if removed:
        rules.append(f"Removing it also removes its {', '.join(removed)} children.")
    for names, reason in list(wanted_keys(schema))[1:]:
        listed = ", ".join(f"`{name}`" for name in names)
        rules.append(f"Unique in the database: {listed} ({reason}).")
    if hasattr(schema.model_class, "TRANSITIONS"):
        rules.append("Its status may only change along the transitions that its class declares.")
    return [" ".join(rules)]


def _attributes(attributes: Sequence[dict[str, Any]]) -> list[str]:
    rows = []
    for each in attributes:
        values = ", ".join(f"`{value}`" for value in each.get("values", ()))
        default = each.get("default_made_by") or each.get("default")
        rows.append(
            (
                f"`{each['name']}`",
                f"`{each['json_name']}`",
                values or each["type"],
                f"`{each['column']}`" if each["column"] else "not stored",
                ("required" if each["required"] else "optional")
                + (", read-only" if each["read_only"] else ""),
                "" if default is None else f"`{default}`",
            )
        )
    return _table(("attribute", "in JSON", "type or values", "column", "", "default"), rows)


def _references(schema: Schema) -> list[str]:
    rows = [(f"`{each.getter}()`", str(each.type), _link_of(each.entity)) for each in schema.references]
    return _table(("accessor", "relation", "entity"), rows)


def _finders(schema: Schema) -> list[str]:
    rows = [(f"`{name}`", ", ".join(f"`{key}`" for key in keys)) for name, keys in schema.finders()]
    shared = "It has the finders that [all collections](../collections.md) have"
    if not rows:
        return [f"{shared}.", ""]
    return [f"{shared}, and:", "", *_table(("finder", "keys"), rows)]


def _methods(cls: type, names: Iterable[str]) -> Iterator[str]:
    # The site generates their reference from the sources: signature, parameters, result and errors.
    for name in names:
        method = getattr(cls, name)
        owner, _, own_name = method.__qualname__.rpartition(".")
        module = sys.modules[method.__module__]
        if own_name in vars(getattr(module, owner, None) or object):
            yield from (f"::: {method.__module__}.{method.__qualname__}", *_METHOD_OPTIONS, "")
        else:  # generated from another entity's schema
            yield from (f"### `{name}`", "", (getdoc(method) or "").partition("\n")[0], "")


def _table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    lines = [headings, ["---"] * len(headings), *rows]
    return [f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in each)} |" for each in lines] + [""]


def _fence(language: str, text: str) -> list[str]:
    return [f"```{language}", *text.splitlines(), "```", ""]


def _link(schema: Schema) -> str:
    return f"[`{schema.model_name}`]({page_path(schema).rpartition('/')[2]})"


def _link_of(entity: str) -> str:
    return _link(EntityRegistry.schema_of(entity))
