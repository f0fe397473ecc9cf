"""Write the list of entities, docs/ENTITIES.md, from the registry. With ``--check``, only compare it."""

from __future__ import annotations

import sys
from inspect import getdoc

from marked_parts import ROOT, rewrite, table

from spacecat_shared_data_access import EntityRegistry
from spacecat_shared_data_access.models.configuration import Configuration
from spacecat_shared_data_access.schema import IndexType, Schema


def entity_list() -> str:
    """Return all entities as a Markdown table: name, table, description, and finders by index."""
    rows = []
    for name in EntityRegistry.entity_names():
        if name == "Configuration":
            rows.append([f"`{name}`", "none: a document in S3", first_line(Configuration), ""])
            continue
        schema = EntityRegistry.schema_of(name)
        rows.append([f"`{name}`", f"`{schema.table}`", first_line(schema.model_class), finders(schema)])
    return table(["entity", "table", "what it is", "found by"], rows)


def first_line(cls: type) -> str:
    """Return the first line of a class's docstring."""
    return (getdoc(cls) or "").partition("\n")[0]


def finders(schema: Schema) -> str:
    """Return the suffixes of the ``find_by_`` and ``all_by_`` finders, one per index with all of its keys."""
    names = [
        "_and_".join(each.keys) for each in schema.indexes.values() if each.type is not IndexType.PRIMARY
    ]
    return ", ".join(f"`{name}`" for name in dict.fromkeys(names))


if __name__ == "__main__":
    sys.exit(rewrite(ROOT / "docs" / "ENTITIES.md", {"entities": entity_list()}))
