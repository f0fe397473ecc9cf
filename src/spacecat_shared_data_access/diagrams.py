"""Entity-relationship diagrams of the schemas, in Mermaid's notation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, NamedTuple

from spacecat_shared_data_access.models.base.registry import EntityRegistry
from spacecat_shared_data_access.schema import ReferenceType

if TYPE_CHECKING:
    from spacecat_shared_data_access.schema import Attribute, Reference, Schema

_ONE: Final = "||"
_ZERO_OR_ONE: Final = "|o"
_AT_MOST_ONE_CHILD: Final = "o|"
_MANY: Final = "o{"


class _Relation(NamedTuple):
    parent: str
    link: str
    child: str
    label: str

    def __str__(self) -> str:
        return f"{self.parent} {self.link} {self.child} : {self.label}"


def overview_diagram(entities: Iterable[str]) -> str:
    """Return a diagram of entities and of the relations between them, without attributes.

    Args:
        entities: The names of the entities, such as ``Ticket``.

    Returns:
        The lines of a Mermaid ``erDiagram``. An entity without relations is shown too.

    Raises:
        DataAccessError: There is no such entity.
    """
    names = list(dict.fromkeys(entities))
    relations = [each for each in _relations(names) if each.parent in names and each.child in names]
    related = {name for each in relations for name in (each.parent, each.child)}
    return _diagram([*(name for name in names if name not in related), *map(str, relations)])


def entity_diagram(entity: str) -> str:
    """Return a diagram of an entity with its stored attributes, and of the entities it is related to.

    Args:
        entity: Its name, such as ``Ticket``.

    Returns:
        The lines of a Mermaid ``erDiagram``.

    Raises:
        DataAccessError: There is no such entity.
    """
    schema = EntityRegistry.schema_of(entity)
    names = [each.model_name for each in EntityRegistry.schemas()]
    relations = [str(each) for each in _relations(names) if entity in (each.parent, each.child)]
    keys = {each.foreign_key for each in schema.references if each.type is ReferenceType.BELONGS_TO}
    stored = [each for each in schema.attributes.values() if not each.postgrest_ignore]
    attributes = [_attribute_line(each, schema, keys) for each in stored]
    return _diagram([f"{entity} {{", *(f"    {line}" for line in attributes), "}", *relations])


def _diagram(lines: Iterable[str]) -> str:
    return "\n".join(["erDiagram", *(f"    {line}" for line in lines)])


def _relations(names: Iterable[str]) -> list[_Relation]:
    # A relation is declared by the child (belongs_to), by the parent (has_many, has_one) or by both.
    schemas = map(EntityRegistry.schema_of, names)
    return list(dict.fromkeys(_relation(schema, each) for schema in schemas for each in schema.references))


def _relation(schema: Schema, reference: Reference) -> _Relation:
    target = EntityRegistry.schema_of(reference.entity)
    parent, child = (target, schema) if reference.type is ReferenceType.BELONGS_TO else (schema, target)
    upward = child.reference_to(ReferenceType.BELONGS_TO, parent.model_name)
    has_one = parent.reference_to(ReferenceType.HAS_ONE, child.model_name) is not None
    required = upward is not None and upward.required
    link = f"{_ONE if required else _ZERO_OR_ONE}--{_AT_MOST_ONE_CHILD if has_one else _MANY}"
    label = upward.foreign_key if upward is not None else reference.getter.removeprefix("get_")
    return _Relation(parent.model_name, link, child.model_name, label)


def _attribute_line(attribute: Attribute, schema: Schema, foreign_keys: set[str]) -> str:
    name = attribute.name
    key = "PK" if name == schema.id_name else "FK" if name in foreign_keys else ""
    if key:
        return f"uuid {name} {key}"
    kind = "timestamp" if name in schema.timestamps else "enum" if attribute.values else str(attribute.type)
    return f"{kind} {name}" if attribute.required else f'{kind} {name} "optional"'


def draw(diagram: str, *, dark: bool = False) -> str:
    """Return a diagram as SVG. It needs the extra ``[diagrams]``.

    Args:
        diagram: Mermaid's notation, as the functions of this module return it.
        dark: Whether to use light lines, for a dark background.

    Raises:
        ImportError: The package ``mmdr`` is not installed.
    """
    import mmdr  # noqa: PLC0415 - an optional dependency

    theme = "dark" if dark else "default"
    svg: str = mmdr.render(f"---\nconfig:\n  theme: {theme}\n---\n{diagram}").svg()
    # Boxes are measured for Trebuchet MS. Fonts that replace it where it is not installed are wider.
    return svg.replace("font-size:14px", "font-size:12px").replace("font-size:16px", "font-size:14px")
