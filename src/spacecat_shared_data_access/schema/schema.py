"""Schema: the declaration of one entity, as built by SchemaBuilder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from spacecat_shared_data_access.errors import SchemaValidationError, ValidationError
from spacecat_shared_data_access.schema.attribute import MISSING, Attribute
from spacecat_shared_data_access.schema.classes import CollectionClass, ModelClass
from spacecat_shared_data_access.schema.index import Index, IndexType
from spacecat_shared_data_access.schema.item_checks import ItemCheck
from spacecat_shared_data_access.schema.naming import decapitalize, id_name_for, table_for, with_keys
from spacecat_shared_data_access.schema.printing import table_of
from spacecat_shared_data_access.schema.reference import Reference, ReferenceType
from spacecat_shared_data_access.schema.validation import Check, Hook, as_hook, is_iso_date, is_uuid, optional
from spacecat_shared_data_access.schema.values import normalize_timestamp, read_timestamp


class SchemaOptions(NamedTuple):
    """Options of an entity.

    Attributes:
        allow_updates: Whether models have setters and can be saved.
        allow_remove: Whether models can be removed directly, not only with a parent.
    """

    allow_updates: bool = True
    allow_remove: bool = True


Field = tuple[str, str, Any, str | None, Callable[[str], str]]
"""An attribute's name in a result, and how it is read from a row: see `Schema.reading`."""


class Schema:
    """The declaration of one entity: attributes, columns, indexes, references and options.

    Created by `SchemaBuilder.build`. Treat it as immutable: its properties are cached.

    Args:
        model_class: The entity's model.
        collection_class: The entity's collection.
        service_name: The name of the service in the names of indexes and in messages.
        schema_version: 1 or more.
        attributes: Attributes by Python name, in order.
        indexes: Indexes by name: the primary one, then the others in order of preference.
        references: References in the order of their declaration.
        options: Whether the entity can be updated and removed.
        added_to_parents: By parent entity, the reference that it gets when this entity is registered.

    Raises:
        SchemaValidationError: An argument is missing or has the wrong type.
    """

    def __init__(  # noqa: PLR0913 - one parameter per part of a declaration
        self,
        model_class: type[ModelClass],
        collection_class: type[CollectionClass],
        *,
        service_name: str,
        schema_version: int,
        attributes: Mapping[str, Attribute],
        indexes: Mapping[str, Index],
        references: Sequence[Reference] = (),
        options: SchemaOptions,
        added_to_parents: Mapping[str, Reference] | None = None,
    ) -> None:
        if not (isinstance(model_class, type) and issubclass(model_class, ModelClass)):
            raise SchemaValidationError("Model class must extend BaseModel")
        if not (isinstance(collection_class, type) and issubclass(collection_class, CollectionClass)):
            raise SchemaValidationError("Collection class must extend BaseCollection")
        if not isinstance(service_name, str) or not service_name:
            raise SchemaValidationError("Schema must have a service name")
        if not isinstance(schema_version, int) or isinstance(schema_version, bool) or schema_version < 1:
            raise SchemaValidationError("Schema version must be a positive integer")
        if not isinstance(attributes, Mapping) or not attributes:
            raise SchemaValidationError("Schema must have attributes")
        if not isinstance(indexes, Mapping) or not indexes:
            raise SchemaValidationError("Schema must have indexes")
        if not isinstance(references, list | tuple):
            raise SchemaValidationError("References must be an array")
        if not isinstance(options, SchemaOptions):
            raise SchemaValidationError("Schema must have options")
        self.model_class = model_class
        self.collection_class = collection_class
        self.service_name = service_name
        self.schema_version = schema_version
        self.attributes: dict[str, Attribute] = dict(attributes)
        self.indexes: dict[str, Index] = dict(indexes)
        self.references: tuple[Reference, ...] = tuple(references)
        self.options = options
        self.added_to_parents: dict[str, Reference] = dict(added_to_parents or {})

    @property
    def model_name(self) -> str:
        """The entity's name: ``OAuthNonce``."""
        return self.model_class.ENTITY_NAME

    @property
    def collection_name(self) -> str:
        """The collection's name: ``OAuthNonceCollection``."""
        return self.collection_class.COLLECTION_NAME

    @cached_property
    def entity_name(self) -> str:
        """The entity's name in messages: ``oAuthNonce``."""
        return decapitalize(self.model_name)

    @cached_property
    def id_name(self) -> str:
        """The name of the ID attribute: ``o_auth_nonce_id``."""
        return id_name_for(self.model_name)

    @cached_property
    def table(self) -> str:
        """The name of the table: ``oauth_nonces``."""
        return table_for(self.model_name)

    @cached_property
    def columns(self) -> dict[str, str]:
        """Columns by attribute name, without the attributes that have no column."""
        return {
            name: attribute.column
            for name, attribute in self.attributes.items()
            if attribute.column is not None
        }

    @cached_property
    def stored_columns(self) -> frozenset[str]:
        """The columns of a complete row."""
        return frozenset(self.columns.values())

    @cached_property
    def parents(self) -> tuple[Reference, ...]:
        """The belongs_to references."""
        return self.references_by_type(ReferenceType.BELONGS_TO)

    @cached_property
    def related(self) -> dict[str, Reference]:
        """The references by the name by which ``include`` loads them."""
        return {reference.name: reference for reference in self.references}

    @property
    def result_entity(self) -> str:
        """The entity of the models that the collection's finders return: usually this one."""
        return self.collection_class.RESULT_ENTITY or self.model_name

    @cached_property
    def primary_keys(self) -> tuple[str, ...]:
        """The attributes of the primary key."""
        return self.indexes["primary"].keys

    @cached_property
    def key_columns(self) -> tuple[str, ...]:
        """The columns of the primary key; empty if one of its attributes has no column."""
        columns = [self.columns.get(name) for name in self.primary_keys]
        return tuple(column for column in columns if column is not None) if all(columns) else ()

    @cached_property
    def has_secrets(self) -> bool:
        """Whether an attribute is secret, so that rows must not be logged."""
        return any(attribute.secret for attribute in self.attributes.values())

    @cached_property
    def virtual_defaults(self) -> tuple[Attribute, ...]:
        """The attributes without a column that have a default, which is set when a row is read."""
        return tuple(each for each in self.with_default if each.postgrest_ignore)

    @cached_property
    def computes_values(self) -> bool:
        """Whether some values are not those of a row: there are ``get`` hooks or `virtual_defaults`."""
        return bool(self.get_hooks or self.virtual_defaults)

    @cached_property
    def timestamps(self) -> frozenset[str]:
        """The attributes that are declared to hold timestamps: any form of one is converted to ours."""
        return self._checked_by(is_iso_date) | ({"created_at", "updated_at"} & self.attributes.keys())

    @cached_property
    def uuids(self) -> frozenset[str]:
        """The attributes that are declared to hold UUIDs."""
        return self._checked_by(is_uuid)

    def _checked_by(self, check: Check) -> frozenset[str]:
        checks = (check, optional(check))
        return frozenset(name for name, each in self.attributes.items() if each.validate in checks)

    @cached_property
    def with_default(self) -> tuple[Attribute, ...]:
        """The attributes that have a default."""
        return tuple(each for each in self.attributes.values() if each.default is not MISSING)

    @cached_property
    def set_hooks(self) -> tuple[tuple[str, Hook], ...]:
        """Pairs of attribute name and ``set`` hook, which is called with value and record."""
        return tuple(
            (name, as_hook(attribute.set))
            for name, attribute in self.attributes.items()
            if attribute.set is not None
        )

    @cached_property
    def watchers(self) -> tuple[tuple[Attribute, Hook], ...]:
        """The attributes whose ``set`` hook runs when other attributes change, and that hook."""
        return tuple(
            (self.attributes[name], hook) for name, hook in self.set_hooks if self.attributes[name].watch
        )

    @cached_property
    def item_checks(self) -> tuple[ItemCheck, ...]:
        """The check of each attribute on creation."""
        return tuple(ItemCheck(attribute) for attribute in self.attributes.values())

    @cached_property
    def get_hooks(self) -> dict[str, Callable[[Any], Any]]:
        """The ``get`` hooks by attribute name."""
        return {
            name: attribute.get for name, attribute in self.attributes.items() if attribute.get is not None
        }

    @cached_property
    def row_keys(self) -> dict[str, tuple[str, str]]:
        """By attribute name, the keys under which a row may have its value. The first one takes precedence.

        A query may rename columns to attributes: ``select=task_management_connection_id:connection_id``.
        """
        keys = {name: attribute.stored_name for name, attribute in self.attributes.items()}
        columns = self.stored_columns
        return {
            name: (column if name in columns else name, column)
            for name, column in keys.items()
            if name in self.columns or column not in columns
        }

    @cached_property
    def renamed_columns(self) -> tuple[tuple[str, str], ...]:
        """The `row_keys` of the attributes whose value may be under either: their name and the column."""
        keys = (self.row_keys[name] for name in self.columns)
        return tuple((first, column) for first, column in keys if first != column)

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """How all attributes are read from a row, by Python names."""
        return tuple((name, *self.reading(name)) for name in self.attributes)

    @cached_property
    def json_fields(self) -> tuple[Field, ...]:
        """How all attributes are read from a row, by JSON names."""
        return tuple((each.json_name, *self.reading(name)) for name, each in self.attributes.items())

    def reading(self, name: str) -> tuple[str, Any, str | None, Callable[[str], str]]:
        """Return how an attribute is read from a row.

        Returns:
            Its name; its column, None if a ``get`` hook or a default computes the value; another key that
            takes precedence over the column, or None (see `row_keys`); and the function that
            converts a text that may be a timestamp.
        """
        attribute = self.attributes[name]
        is_computed = attribute.get is not None or attribute in self.virtual_defaults
        first, column = (None, None) if is_computed else self.row_keys.get(name, (None, None))
        read_text = read_timestamp if name in self.timestamps else normalize_timestamp
        return name, column, None if first == column else first, read_text

    @cached_property
    def _names(self) -> dict[str, str]:
        # Python names by Python and by JSON name.
        by_json_name = {attribute.json_name: name for name, attribute in self.attributes.items()}
        return by_json_name | {name: name for name in self.attributes}

    def python_name(self, name: object) -> str | None:
        """Return an attribute's Python name, given it by Python or JSON name; None if there is none."""
        return self._names.get(name) if isinstance(name, str) else None

    def attribute_named(self, name: str) -> Attribute:
        """Return an attribute by its Python or JSON name.

        Raises:
            ValidationError: There is no such attribute.
        """
        known = self.python_name(name)
        if known is None:
            raise ValidationError(self._unknown(name))
        return self.attributes[known]

    def _unknown(self, name: object) -> str:
        return f"{name} is not an attribute of {self.entity_name}"

    def by_attribute(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return values by Python attribute name, given them by Python or JSON names.

        Raises:
            ValidationError: The values are not a mapping; or it names every key that is not an attribute,
                and every attribute that is given twice.
        """
        if not isinstance(values, Mapping):
            raise ValidationError(f"values of {self.entity_name} must be a mapping by attribute name")
        named: dict[str, Any] = {}
        errors: list[str] = []
        names = self._names
        for key, value in values.items():
            name = names.get(key)
            if name is None:
                errors.append(self._unknown(key))
                continue
            if name in named:
                errors.append(f"{name} is given twice")
            named[name] = value
        if errors:
            raise ValidationError(", ".join(errors))
        return named

    def add_child_reference(self, reference: Reference) -> None:
        """Add a reference that another entity gives to this one, with its accessors.

        Raises:
            SchemaValidationError: The model has a member with the accessor's name already.
        """
        if hasattr(self.model_class, reference.getter):
            raise SchemaValidationError(
                f"{self.model_name} has {reference.getter} already, so it cannot get {reference.target}"
            )
        self._set_references((*self.references, reference))
        self.model_class.bind_schema(self)

    def remove_child_reference(self, reference: Reference) -> None:
        """Remove a reference that was added with `add_child_reference`, and its accessors."""
        self._set_references(tuple(each for each in self.references if each is not reference))
        own = vars(self.model_class)
        for name in [each for each in own if f"{each}_by_".startswith(f"{reference.getter}_by_")]:
            delattr(self.model_class, name)

    def _set_references(self, references: tuple[Reference, ...]) -> None:
        self.references = references
        vars(self).pop("related", None)  # cached

    def references_by_type(self, type_: ReferenceType) -> tuple[Reference, ...]:
        """Return the references of a type, in order."""
        return tuple(reference for reference in self.references if reference.type is type_)

    def reference_to(self, type_: ReferenceType, entity: str) -> Reference | None:
        """Return the first reference of a type to an entity, or None."""
        return next((each for each in self.references_by_type(type_) if each.entity == entity), None)

    def finders(self) -> Iterable[tuple[str, tuple[str, ...]]]:
        """Yield the names of the generated finders, each with its keys.

        There are ``all_by_…`` and ``find_by_…`` for every prefix of the keys of every index except the
        primary one.
        """
        for index in self.indexes.values():
            if index.type is IndexType.PRIMARY:
                continue
            for length in range(1, len(index.keys) + 1):
                keys = index.keys[:length]
                yield with_keys("all_by", keys), keys
                yield with_keys("find_by", keys), keys

    def index_for(self, names: Sequence[str]) -> Index:
        """Return the index to use for a query by attributes.

        It is the first index that covers the longest possible prefix of the names, or else the index over
        all entities, or else the primary one.
        """
        for length in range(len(names), 0, -1):
            prefix = tuple(names[:length])
            for index in self.indexes.values():
                if index.covers(prefix):
                    return index
        for index in self.indexes.values():
            if index.type is IndexType.ALL:
                return index
        return self.indexes["primary"]

    def __repr__(self) -> str:
        return table_of(self)
