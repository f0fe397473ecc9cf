"""SchemaBuilder: the DSL in which an entity is declared."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Any, Final, Self

from spacecat_shared_data_access.errors import SchemaBuilderError
from spacecat_shared_data_access.schema.attribute import MISSING, TYPES, Attribute, Validator
from spacecat_shared_data_access.schema.classes import CollectionClass, ModelClass
from spacecat_shared_data_access.schema.index import Index, IndexType
from spacecat_shared_data_access.schema.naming import entity_for, id_name_for, plural
from spacecat_shared_data_access.schema.reference import Reference, ReferenceType
from spacecat_shared_data_access.schema.schema import Schema, SchemaOptions
from spacecat_shared_data_access.schema.validation import has_text, is_positive_integer, is_uuid, optional
from spacecat_shared_data_access.schema.values import new_id, now, touch

_SERVICE: Final = "SpaceCat"
_MAX_INDEXES: Final = 5
_SECONDS_PER_DAY: Final = 24 * 60 * 60
_NAME = re.compile(r"[a-z][a-z0-9_]*")


class SchemaBuilder:
    """Declares an entity: its attributes, references and indexes.

    Starts with the ID (a UUID, generated on creation), ``created_at``, ``updated_at`` (set on every
    change) and ``updated_by``. Declaring an attribute again replaces it, for example with
    ``postgrest_ignore`` if the table has no column ``updated_by``. All methods but `build` return the
    builder.

    Args:
        model_class: A subclass of BaseModel with its ``ENTITY_NAME``.
        collection_class: A subclass of BaseCollection with its ``COLLECTION_NAME``.
        schema_version: 1 or more.

    Raises:
        SchemaBuilderError: An argument is invalid. Every method raises it too.
    """

    def __init__(
        self,
        model_class: type[ModelClass],
        collection_class: type[CollectionClass],
        schema_version: int = 1,
    ) -> None:
        self._entity_name = ""
        if not (isinstance(model_class, type) and issubclass(model_class, ModelClass)):
            raise self._error("model_class must be a subclass of BaseModel.")
        if not (isinstance(collection_class, type) and issubclass(collection_class, CollectionClass)):
            raise self._error("collection_class must be a subclass of BaseCollection.")
        if not is_positive_integer(schema_version):
            raise self._error("schema_version is required and must be a positive integer.")
        if not has_text(model_class.ENTITY_NAME):
            raise self._error(f"Model class {model_class.__name__} must define ENTITY_NAME.")
        if not has_text(collection_class.COLLECTION_NAME):
            raise self._error(f"Collection class {collection_class.__name__} must define COLLECTION_NAME.")
        self._model_class = model_class
        self._collection_class = collection_class
        self._schema_version = schema_version
        self._entity_name = model_class.ENTITY_NAME
        self._options = SchemaOptions()
        self._attributes: dict[str, Attribute] = {}
        self._references: list[Reference] = []
        self._added_to_parents: dict[str, Reference] = {}
        self._indexes: dict[IndexType, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {
            type_: [] for type_ in IndexType if type_ is not IndexType.PRIMARY
        }
        self._id_name = id_name_for(self._entity_name)
        self._primary: tuple[tuple[str, ...], tuple[str, ...]] = ((self._id_name,), ())
        self._add_own_attributes()

    def _add_own_attributes(self) -> None:
        own: dict[str, Any] = {"type": "string", "required": True, "read_only": True}
        self.add_attribute(self._id_name, **own, default=new_id, validate=is_uuid, description="The ID.")
        self.add_attribute("created_at", **own, default=now, description="The time of creation.")
        last_change = "The time of the last change."
        self.add_attribute("updated_at", **own, watch="*", default=now, set=touch, description=last_change)
        self.add_attribute(
            "updated_by", type="string", watch="*", default="system", description="Who changed it last."
        )

    def add_attribute(  # noqa: PLR0913 - one parameter per property of an attribute
        self,
        name: str,
        *,
        type: str | Sequence[str] | type[StrEnum] | None = None,  # noqa: A002 - the DSL's own word
        required: bool = False,
        read_only: bool = False,
        default: Any = MISSING,
        postgrest_field: str | None = None,
        postgrest_ignore: bool = False,
        watch: str | Sequence[str] = (),
        set: Callable[..., Any] | None = None,  # noqa: A002 - the DSL's own word
        get: Callable[[Any], Any] | None = None,
        validate: Validator | None = None,
        items: Mapping[str, Any] | None = None,
        properties: Mapping[str, Any] | None = None,
        hidden: bool = False,
        secret: bool = False,
        description: str | None = None,
    ) -> Self:
        """Declare an attribute, or replace the one with the same name.

        Args:
            name: The Python name, in snake case.
            type: ``string``, ``number``, ``boolean``, ``list``, ``map``, ``set``, ``any``, or the values
                of an enum: a StrEnum or a list of strings.
            required: Whether a stored entity must have a value.
            read_only: Whether the value cannot be changed after creation.
            default: The value to use on creation if none is given. A callable is called for each entity.
            postgrest_field: The column, if its name differs from `name`.
            postgrest_ignore: Whether there is no column.
            watch: ``"*"`` or the attributes whose change runs `set` on an update.
            set: Converts a value that is set. Called with the value and, if it has a second parameter, the
                record.
            get: Converts a value that is read. Called with the value.
            validate: Rejects a value by returning False or raising ValidationError. Called with the value
                and, if it has a second parameter, the record.
            items: The declaration of a list's or set's items, such as ``{"type": "string"}``.
            properties: The declaration of a map's values.
            hidden: Whether the attribute is left out of listings meant for people.
            secret: Whether the values must not appear in log lines and errors.
            description: What it is, in a sentence, for ``json_schema``.
        """
        if not has_text(name):
            raise self._error("Attribute name is required and must be non-empty.")
        if _NAME.fullmatch(name) is None:
            raise self._error(f'Attribute name "{name}" must be snake case.')
        if type is None:
            raise self._error(f'Attribute data for "{name}" is required and must have a type.')
        if postgrest_field is not None and not has_text(postgrest_field):
            raise self._error(f'postgrest_field of "{name}" must be a non-empty string.')
        for hook, function in (("set", set), ("get", get), ("validate", validate)):
            if function is not None and not callable(function):
                raise self._error(f'{hook} of "{name}" must be callable.')
        if description is not None and not has_text(description):
            raise self._error(f'description of "{name}" must be a non-empty string.')
        for part, data in (("items", items), ("properties", properties)):
            if not isinstance(data, Mapping | None):
                raise self._error(f'{part} of "{name}" must be a mapping.')
        self._attributes[name] = Attribute(
            name=name,
            type=self._checked_type(name, type),
            required=self._checked_flag(required, f'required of "{name}"'),
            read_only=self._checked_flag(read_only, f'read_only of "{name}"'),
            default=default,
            postgrest_field=postgrest_field,
            postgrest_ignore=self._checked_flag(postgrest_ignore, f'postgrest_ignore of "{name}"'),
            watch=self._checked_watch(name, watch),
            set=set,
            get=get,
            validate=validate,
            items=items,
            properties=properties,
            hidden=self._checked_flag(hidden, f'hidden of "{name}"'),
            secret=self._checked_flag(secret, f'secret of "{name}"'),
            is_id=name == self._id_name,
            description=description,
        )
        return self

    def add_reference(
        self,
        type: ReferenceType | str,  # noqa: A002 - the DSL's own word
        target: str,
        sort_keys: Sequence[str] = (),
        *,
        required: bool = True,
        remove_dependents: bool = False,
    ) -> Self:
        """Declare a reference. A belongs_to also declares its foreign key attribute and an index on it.

        Args:
            type: ``belongs_to``, ``has_many`` or ``has_one``.
            target: The name of the related entity, in the plural for has_many.
            sort_keys: For belongs_to, the attributes that order the children of a parent; ``updated_at``
                by default. For the others they are informative only.
            required: For belongs_to, whether there must be a parent.
            remove_dependents: For has_many and has_one, whether removing the entity removes its children.
        """
        if type not in tuple(ReferenceType):
            raise self._error(f'Invalid referenceType: "{type}".')
        if not has_text(target):
            raise self._error("entity name for reference is required and must be a non-empty string.")
        keys = self._checked_keys(sort_keys, "Sort keys", may_be_empty=True)
        reference = Reference(
            ReferenceType(type),
            target,
            keys,
            required=self._checked_flag(required, "required"),
            remove_dependents=self._checked_flag(remove_dependents, "remove_dependents"),
        )
        if reference.type is ReferenceType.BELONGS_TO:
            self.add_attribute(
                reference.foreign_key,
                type="string",
                required=required,
                validate=is_uuid if required else optional(is_uuid),
                description=f"The ID of the {reference.entity} that it belongs to.",
            )
            self._indexes[IndexType.BELONGS_TO].append(((reference.foreign_key,), keys or ("updated_at",)))
        self._references.append(reference)
        return self

    def add_to_parent(
        self,
        parent: str,
        type: ReferenceType | str = ReferenceType.HAS_MANY,  # noqa: A002 - as in add_reference
        *,
        remove_dependents: bool = False,
    ) -> Self:
        """Add the parent's end of a belongs_to reference, without a change of the parent's own declaration.

        When this entity is registered, the parent gets the accessor (``ticket.get_comments()``), as if it
        declared the reference itself. When it is unregistered, the parent loses it.

        Args:
            parent: The parent entity, to which this one has a belongs_to reference.
            type: ``has_many`` or ``has_one``.
            remove_dependents: Whether removing the parent removes these entities.
        """
        if type not in {ReferenceType.HAS_MANY, ReferenceType.HAS_ONE}:
            raise self._error(f'Invalid type of what is added to a parent: "{type}".')
        if not has_text(parent):
            raise self._error("the parent is required and must be a non-empty string.")
        many = type == ReferenceType.HAS_MANY
        self._added_to_parents[entity_for(parent)] = Reference(
            ReferenceType(type),
            plural(self._entity_name) if many else self._entity_name,
            remove_dependents=self._checked_flag(remove_dependents, "remove_dependents"),
        )
        return self

    def add_index(self, partition_keys: Sequence[str], sort_keys: Sequence[str]) -> Self:
        """Declare an index: the attributes to query by, and those that order the results (may be empty)."""
        self._indexes[IndexType.OTHER].append(
            (
                self._checked_keys(partition_keys, "Partition keys"),
                self._checked_keys(sort_keys, "Sort keys", may_be_empty=True),
            )
        )
        return self

    def add_all_index(self, sort_keys: Sequence[str]) -> Self:
        """Declare an index over all entities of this type, ordered by these attributes."""
        self._indexes[IndexType.ALL].append(((), self._checked_keys(sort_keys, "Sort keys")))
        return self

    def with_primary_partition_keys(self, partition_keys: Sequence[str]) -> Self:
        """Replace the ID as the primary key, for example in an entity that links two others."""
        self._primary = (self._checked_keys(partition_keys, "Partition keys"), self._primary[1])
        return self

    def with_primary_sort_keys(self, sort_keys: Sequence[str]) -> Self:
        """Add attributes to the primary key."""
        self._primary = (self._primary[0], self._checked_keys(sort_keys, "Sort keys"))
        return self

    def with_record_expiry(self, ttl_in_days: int) -> Self:
        """Add ``record_expires_at``, without a column: the expiry time in seconds since the epoch."""
        if not is_positive_integer(ttl_in_days):
            raise self._error("TTL must be a positive integer.")

        def expiry(_value: object = None) -> int:
            return int(time.time()) + ttl_in_days * _SECONDS_PER_DAY

        return self.add_attribute(
            "record_expires_at",
            type="number",
            postgrest_ignore=True,
            required=True,
            read_only=True,
            default=expiry,
            set=expiry,
            description="When the record expires, in seconds since the epoch.",
        )

    def with_upsertable(self, allow: bool) -> Self:  # noqa: FBT001 - the original's signature
        """Make ``created_at`` writable after creation, as an upsert needs it."""
        if self._checked_flag(allow, "allow"):
            self.add_attribute("created_at", type="string", required=True, default=now)
        return self

    def allow_updates(self, allow: bool) -> Self:  # noqa: FBT001 - the original's signature
        """Set whether models have setters and can be saved. The database does not enforce it."""
        self._options = self._options._replace(allow_updates=self._checked_flag(allow, "allow"))
        return self

    def allow_remove(self, allow: bool) -> Self:  # noqa: FBT001 - the original's signature
        """Set whether models can be removed directly. The database does not enforce it."""
        self._options = self._options._replace(allow_remove=self._checked_flag(allow, "allow"))
        return self

    def build(self) -> Schema:
        """Create the schema and bind it to its model and collection.

        Indexes are ordered by type: the primary one, those over all entities, those of belongs_to
        references, the others.

        Raises:
            SchemaBuilderError: There are more than five indexes besides the primary one, an index uses an
                undeclared attribute, two attributes have the same JSON name or column, or a parent of
                `add_to_parent` has no belongs_to reference.
        """
        indexes = {"primary": Index("primary", IndexType.PRIMARY, *self._primary)}
        ordered = [(type_, keys) for type_, declared in self._indexes.items() for keys in declared]
        if len(ordered) > _MAX_INDEXES:
            raise self._error(f"Cannot have more than {_MAX_INDEXES} indexes.")
        for place, (type_, (partition_keys, sort_keys)) in enumerate(ordered, start=1):
            name = f"{_SERVICE.lower()}-data-gsi{place}pk-gsi{place}sk"
            indexes[name] = Index(name, type_, partition_keys, sort_keys)
        for index in indexes.values():
            for key in index.keys:
                if key not in self._attributes:
                    raise self._error(f'Index {index.name} names "{key}", which is not an attribute.')
        self._check_names()
        belongs_to = {each.entity for each in self._references if not each.is_child_reference}
        for parent in self._added_to_parents:
            if parent not in belongs_to:
                raise self._error(
                    f'It has no belongs_to reference to "{parent}", so it cannot be added to it.'
                )
        schema = Schema(
            self._model_class,
            self._collection_class,
            service_name=_SERVICE,
            schema_version=self._schema_version,
            attributes=self._attributes,
            indexes=indexes,
            references=self._references,
            options=self._options,
            added_to_parents=self._added_to_parents,
        )
        self._model_class.bind_schema(schema)
        self._collection_class.bind_schema(schema)
        return schema

    def _check_names(self) -> None:
        # Attributes with the same JSON name or column would overwrite each other's values.
        owners: dict[tuple[str, str], str] = {}
        for name, attribute in self._attributes.items():
            for kind, shared in (("JSON name", attribute.json_name), ("column", attribute.column)):
                owner = owners.setdefault((kind, shared), name) if shared else name
                if owner != name:
                    raise self._error(f'Attributes "{owner}" and "{name}" have the same {kind}, "{shared}".')

    def _checked_type(
        self, name: str, declared: str | Sequence[str] | type[StrEnum]
    ) -> str | tuple[str, ...] | type[StrEnum]:
        if isinstance(declared, str):
            if declared in TYPES:
                return declared
            raise self._error(f'Unsupported type for attribute "{name}": "{declared}".')
        if isinstance(declared, type):
            if issubclass(declared, StrEnum) and len(declared) > 0:
                return declared
        elif isinstance(declared, Sequence) and declared and all(map(has_text, declared)):
            return tuple(declared)
        raise self._error(f'The values of attribute "{name}" must be a StrEnum or a list of strings.')

    def _checked_watch(self, name: str, watch: str | Sequence[str]) -> str | tuple[str, ...]:
        if watch == "*":
            return "*"
        names = (watch,) if isinstance(watch, str) else watch
        if not isinstance(names, list | tuple) or not all(map(has_text, names)):
            raise self._error(f'watch of "{name}" must be "*" or a list of attribute names.')
        return tuple(names)

    def _checked_keys(self, keys: Sequence[str], kind: str, *, may_be_empty: bool = False) -> tuple[str, ...]:
        are_names = isinstance(keys, Sequence) and not isinstance(keys, str) and all(map(has_text, keys))
        if not are_names or not (keys or may_be_empty):
            size = "an array of names" if may_be_empty else "a non-empty array"
            raise self._error(f"{kind} are required and must be {size}.")
        return tuple(keys)

    def _checked_flag(self, flag: object, name: str) -> bool:
        if not isinstance(flag, bool):
            raise self._error(f"{name} must be a boolean.")
        return flag

    def _error(self, message: str) -> SchemaBuilderError:
        prefix = f"[{_SERVICE} -> {self._entity_name}] " if self._entity_name else ""
        return SchemaBuilderError(f"{prefix}{message}")
