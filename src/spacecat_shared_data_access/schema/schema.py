"""Schema: what one entity is, as built by SchemaBuilder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from spacecat_shared_data_access.errors import SchemaValidationError, ValidationError
from spacecat_shared_data_access.schema.attribute import MISSING, Attribute
from spacecat_shared_data_access.schema.classes import CollectionClass, ModelClass
from spacecat_shared_data_access.schema.index import Index, IndexType
from spacecat_shared_data_access.schema.item_checks import ItemCheck
from spacecat_shared_data_access.schema.naming import (
    decapitalize,
    id_name_for,
    table_for,
    with_keys,
)
from spacecat_shared_data_access.schema.printing import table_of
from spacecat_shared_data_access.schema.reference import Reference, ReferenceType
from spacecat_shared_data_access.schema.validation import Hook, as_hook


@dataclass(frozen=True, slots=True)
class SchemaOptions:
    """What may be done with an entity.

    Attributes:
        allow_updates: Whether models have setters and can be saved.
        allow_remove: Whether models can be removed other than along with a parent.
    """

    allow_updates: bool = True
    allow_remove: bool = True


class Schema:
    """The declaration of one entity: attributes, columns, indexes, references and options.

    Made by `SchemaBuilder.build`. Immutable by habit: nothing in this package changes one.

    Args:
        model_class: The entity's model.
        collection_class: The entity's collection.
        service_name: The name of the service that indexes and messages carry.
        schema_version: 1 or more.
        attributes: Attributes by Python name, in order.
        indexes: Indexes by name: the primary first, then in the order in which they are tried.
        references: References in the order of their declaration.
        options: What may be done with the entity.

    Raises:
        SchemaValidationError: A part is missing or of the wrong kind.
    """

    def __init__(
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
        """The entity's name as messages write it: ``oAuthNonce``."""
        return decapitalize(self.model_name)

    @cached_property
    def id_name(self) -> str:
        """The id attribute: ``o_auth_nonce_id``."""
        return id_name_for(self.model_name)

    @cached_property
    def table(self) -> str:
        """The table: ``oauth_nonces``."""
        return table_for(self.model_name)

    @cached_property
    def columns(self) -> dict[str, str]:
        """Columns by attribute name; an attribute without a column is not in it."""
        return {
            name: attribute.column
            for name, attribute in self.attributes.items()
            if attribute.column is not None
        }

    @cached_property
    def stored_columns(self) -> frozenset[str]:
        """The columns that a whole row has."""
        return frozenset(self.columns.values())

    @cached_property
    def renamed_columns(self) -> tuple[tuple[str, str], ...]:
        """Pairs of column and attribute name where the two differ."""
        return tuple((column, name) for name, column in self.columns.items() if column != name)

    @cached_property
    def parents(self) -> tuple[Reference, ...]:
        """The belongs_to references."""
        return self.references_by_type(ReferenceType.BELONGS_TO)

    @cached_property
    def primary_keys(self) -> tuple[str, ...]:
        """The attributes that identify one entity."""
        return self.indexes["primary"].keys

    @cached_property
    def key_columns(self) -> tuple[str, ...]:
        """The columns of the primary key; none where one of its attributes has no column."""
        columns = [self.columns.get(name) for name in self.primary_keys]
        return tuple(column for column in columns if column is not None) if all(columns) else ()

    @cached_property
    def has_secrets(self) -> bool:
        """Whether an attribute's values must not show, so that no row of it may be logged."""
        return any(attribute.secret for attribute in self.attributes.values())

    @cached_property
    def unstored_with_default(self) -> tuple[Attribute, ...]:
        """The attributes without a column whose default is filled in when a row is read."""
        return tuple(
            attribute
            for attribute in self.attributes.values()
            if attribute.postgrest_ignore and attribute.default is not MISSING
        )

    @cached_property
    def with_default(self) -> tuple[Attribute, ...]:
        """The attributes that creation fills in where the caller gives nothing."""
        return tuple(each for each in self.attributes.values() if each.default is not MISSING)

    @cached_property
    def set_hooks(self) -> tuple[tuple[str, Hook], ...]:
        """Pairs of attribute name and ``set`` hook, which takes value and record."""
        return tuple(
            (name, as_hook(attribute.set))
            for name, attribute in self.attributes.items()
            if attribute.set is not None
        )

    @cached_property
    def item_checks(self) -> tuple[ItemCheck, ...]:
        """What is asked of each attribute of an item that is created."""
        return tuple(ItemCheck(attribute) for attribute in self.attributes.values())

    @cached_property
    def get_hooks(self) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
        """Pairs of attribute name and ``get`` hook."""
        return tuple(
            (name, attribute.get) for name, attribute in self.attributes.items() if attribute.get is not None
        )

    @cached_property
    def _names(self) -> dict[str, str]:
        # Python names by both spellings.
        by_json_name = {attribute.json_name: name for name, attribute in self.attributes.items()}
        return by_json_name | {name: name for name in self.attributes}

    def attribute_named(self, name: str) -> Attribute:
        """Find an attribute by its Python or its JSON name.

        Raises:
            ValidationError: There is none; the message names what was asked for.
        """
        known = self._names.get(name) if isinstance(name, str) else None
        if known is None:
            raise ValidationError(self._unknown(name))
        return self.attributes[known]

    def _unknown(self, name: object) -> str:
        return f"{name} is not an attribute of {self.entity_name}"

    def by_attribute(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Give values by Python attribute name, whichever spelling their keys have.

        Raises:
            ValidationError: Names every key that is no attribute, or an attribute that is there twice.
        """
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

    def references_by_type(self, type_: ReferenceType) -> tuple[Reference, ...]:
        """Give the references of a type, in order."""
        return tuple(reference for reference in self.references if reference.type is type_)

    def reference_to(self, type_: ReferenceType, entity: str) -> Reference | None:
        """Give the first reference of a type that leads to an entity, or None."""
        return next((each for each in self.references_by_type(type_) if each.entity == entity), None)

    def finders(self) -> Iterable[tuple[str, tuple[str, ...]]]:
        """Give the names of the generated finders, each with its keys.

        For every index but the primary, for every prefix of its keys, ``all_by_…`` and ``find_by_…``.
        """
        for index in self.indexes.values():
            if index.type is IndexType.PRIMARY:
                continue
            for length in range(1, len(index.keys) + 1):
                keys = index.keys[:length]
                yield with_keys("all_by", keys), keys
                yield with_keys("find_by", keys), keys

    def index_for(self, names: Sequence[str]) -> Index:
        """Give the index that fits the attributes of a query.

        For the longest prefix of the names, the first index that covers it; else the all-index; else
        the primary.
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
