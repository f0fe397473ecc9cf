"""Formatting of schemas as text tables."""

from collections.abc import Callable, Iterable, Sequence

from spacecat_shared_data_access.schema.attribute import Attribute
from spacecat_shared_data_access.schema.reference import Reference
from spacecat_shared_data_access.schema.schema import Schema

HEADINGS: tuple[str, ...]

def table_of(schema: Schema) -> str:
    """Return a schema as a table of its attributes, columns, indexes and references."""

def summary_line(schema: Schema) -> str:
    """Return an entity's table and whether it can be updated and removed."""

def aligned(rows: Sequence[Sequence[str]]) -> Iterable[str]:
    """Yield rows of cells as indented lines with aligned columns."""

def attribute_cells(attribute: Attribute) -> tuple[str, ...]:
    """Return the cells of an attribute under `HEADINGS`."""

def maker_name(default: Callable[[], object]) -> str:
    """Return the name of a default's function, or ``computed`` if it has no usable name."""

def reference_notes(reference: Reference) -> str:
    """Return a reference's sort keys and other non-default settings; empty if there are none."""
