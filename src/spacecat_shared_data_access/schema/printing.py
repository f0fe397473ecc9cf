"""Formatting of schemas as text tables, and of other text for terminals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from spacecat_shared_data_access.schema.attribute import MISSING, Attribute

if TYPE_CHECKING:
    from spacecat_shared_data_access.schema.reference import Reference
    from spacecat_shared_data_access.schema.schema import Schema

HEADINGS = ("attribute", "type", "column", "required", "read-only", "default")


def table_of(schema: Schema) -> str:
    """Return a schema as a table of its attributes, columns, indexes and references."""
    rows = [HEADINGS, *(attribute_cells(each) for each in schema.attributes.values())]
    lines = [
        f"<Schema {schema.model_name}: {summary_line(schema)}",
        *aligned(rows),
        "indexes",
        *(
            f"  {index.name} ({index.type}): {', '.join(index.partition_keys) or '-'}"
            f" | {', '.join(index.sort_keys) or '-'}"
            for index in schema.indexes.values()
        ),
    ]
    if schema.references:
        lines += ["references", *(_reference_line(each) for each in schema.references)]
    return "\n".join(lines) + ">"


def summary_line(schema: Schema) -> str:
    """Return an entity's table and whether it can be updated and removed."""
    updates = "updates" if schema.options.allow_updates else "no updates"
    removal = "removal" if schema.options.allow_remove else "no removal"
    return f"table {schema.table}, {updates}, {removal}"


def aligned(rows: Sequence[Sequence[str]]) -> Iterable[str]:
    """Yield rows of cells as indented lines with aligned columns."""
    widths = [max(map(len, cells)) for cells in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield f"  {'  '.join(cells)}".rstrip()


def attribute_cells(attribute: Attribute) -> tuple[str, ...]:
    """Return the cells of an attribute under `HEADINGS`."""
    return (
        attribute.name,
        str(attribute.type) if attribute.values is None else "|".join(attribute.values),
        attribute.column or "-",
        "yes" if attribute.required else "",
        "yes" if attribute.read_only else "",
        _default_cell(attribute),
    )


def printable(text: str) -> str:
    """Return text with escapes for characters that control a terminal, or cannot be seen."""
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode()
        for character in text
    )


def maker_name(default: Callable[[], object]) -> str:
    """Return the name of a default's function, or ``computed`` if it has no usable name."""
    name = getattr(default, "__name__", "")
    return name if name.isidentifier() else "computed"


def _default_cell(attribute: Attribute) -> str:
    if attribute.default is MISSING:
        return ""
    if callable(attribute.default):
        return f"{maker_name(attribute.default)}()"
    return str(attribute.default) if isinstance(attribute.default, str) else repr(attribute.default)


def _reference_line(reference: Reference) -> str:
    notes = reference_notes(reference)
    return f"  {reference.type} {reference.target}" + (f" ({notes})" if notes else "")


def reference_notes(reference: Reference) -> str:
    """Return a reference's sort keys and other non-default settings; empty if there are none."""
    notes = []
    if reference.sort_keys:
        notes.append(f"by {', '.join(reference.sort_keys)}")
    if not reference.is_child_reference and not reference.required:
        notes.append("optional")
    if reference.remove_dependents:
        notes.append("removed along")
    return "; ".join(notes)
