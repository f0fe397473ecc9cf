"""A schema as a table for people, and the pieces of which such tables are made."""

from collections.abc import Callable, Iterable, Sequence

from spacecat_shared_data_access.schema.attribute import Attribute
from spacecat_shared_data_access.schema.reference import Reference
from spacecat_shared_data_access.schema.schema import Schema

HEADINGS: tuple[str, ...]

def table_of(schema: Schema) -> str:
    """Write a schema so that a person reads attributes, columns, indexes and references at a glance."""

def summary_line(schema: Schema) -> str:
    """Write where an entity is stored, and what may be done with it."""

def aligned(rows: Sequence[Sequence[str]]) -> Iterable[str]:
    """Write rows of cells as indented lines whose columns stand below each other."""

def attribute_cells(attribute: Attribute) -> tuple[str, ...]:
    """Write what an attribute is, cell by cell, as `HEADINGS` says."""

def maker_name(default: Callable[[], object]) -> str:
    """Name what makes a default; ``computed`` where it has no name that tells anything."""

def reference_notes(reference: Reference) -> str:
    """Write what is special about a reference; nothing where nothing is."""
