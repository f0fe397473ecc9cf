"""Schema: the declaration of one entity, as built by SchemaBuilder."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from spacecat_shared_data_access.schema.attribute import Attribute
from spacecat_shared_data_access.schema.classes import CollectionClass, ModelClass
from spacecat_shared_data_access.schema.index import Index
from spacecat_shared_data_access.schema.item_checks import ItemCheck
from spacecat_shared_data_access.schema.reference import Reference, ReferenceType
from spacecat_shared_data_access.schema.validation import Hook

@dataclass(frozen=True, slots=True)
class SchemaOptions:
    """Options of an entity.

    Attributes:
        allow_updates: Whether models have setters and can be saved.
        allow_remove: Whether models can be removed directly, not only with a parent.
    """

    allow_updates: bool = True
    allow_remove: bool = True

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

    Raises:
        SchemaValidationError: An argument is missing or has the wrong type.
    """

    model_class: type[ModelClass]
    collection_class: type[CollectionClass]
    service_name: str
    schema_version: int
    attributes: dict[str, Attribute]
    indexes: dict[str, Index]
    references: tuple[Reference, ...]
    options: SchemaOptions

    def __init__(
        self,
        model_class: type[ModelClass],
        collection_class: type[CollectionClass],
        *,
        service_name: str,
        schema_version: int,
        attributes: Mapping[str, Attribute],
        indexes: Mapping[str, Index],
        references: Sequence[Reference] = ...,
        options: SchemaOptions,
    ) -> None: ...
    @property
    def model_name(self) -> str:
        """The entity's name: ``OAuthNonce``."""

    @property
    def collection_name(self) -> str:
        """The collection's name: ``OAuthNonceCollection``."""

    @cached_property
    def entity_name(self) -> str:
        """The entity's name in messages: ``oAuthNonce``."""

    @cached_property
    def id_name(self) -> str:
        """The name of the ID attribute: ``o_auth_nonce_id``."""

    @cached_property
    def table(self) -> str:
        """The name of the table: ``oauth_nonces``."""

    @cached_property
    def columns(self) -> dict[str, str]:
        """Columns by attribute name, without the attributes that have no column."""

    @cached_property
    def stored_columns(self) -> frozenset[str]:
        """The columns of a complete row."""

    @cached_property
    def renamed_columns(self) -> tuple[tuple[str, str], ...]:
        """Pairs of column and attribute name, if they differ."""

    @cached_property
    def parents(self) -> tuple[Reference, ...]:
        """The belongs_to references."""

    @cached_property
    def primary_keys(self) -> tuple[str, ...]:
        """The attributes of the primary key."""

    @cached_property
    def key_columns(self) -> tuple[str, ...]:
        """The columns of the primary key; empty if one of its attributes has no column."""

    @cached_property
    def has_secrets(self) -> bool:
        """Whether an attribute is secret, so that rows must not be logged."""

    @cached_property
    def unstored_with_default(self) -> tuple[Attribute, ...]:
        """The attributes without a column that have a default, which is set when a row is read."""

    @cached_property
    def timestamps(self) -> frozenset[str]:
        """The attributes that are declared to hold timestamps: any form of one is converted to ours."""

    @cached_property
    def with_default(self) -> tuple[Attribute, ...]:
        """The attributes that have a default."""

    @cached_property
    def set_hooks(self) -> tuple[tuple[str, Hook], ...]:
        """Pairs of attribute name and ``set`` hook, which is called with value and record."""

    @cached_property
    def item_checks(self) -> tuple[ItemCheck, ...]:
        """The check of each attribute on creation."""

    @cached_property
    def get_hooks(self) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
        """Pairs of attribute name and ``get`` hook."""

    def attribute_named(self, name: str) -> Attribute:
        """Return an attribute by its Python or JSON name.

        Raises:
            ValidationError: There is no such attribute.
        """

    def by_attribute(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return values by Python attribute name, given them by Python or JSON names.

        Raises:
            ValidationError: A key is not an attribute, or an attribute is given by both names. The message
                lists all such keys.
        """

    def references_by_type(self, type_: ReferenceType) -> tuple[Reference, ...]:
        """Return the references of a type, in order."""

    def reference_to(self, type_: ReferenceType, entity: str) -> Reference | None:
        """Return the first reference of a type to an entity, or None."""

    def finders(self) -> Iterable[tuple[str, tuple[str, ...]]]:
        """Yield the names of the generated finders, each with its keys.

        There are ``all_by_…`` and ``find_by_…`` for every prefix of the keys of every index except the
        primary one.
        """

    def index_for(self, names: Sequence[str]) -> Index:
        """Return the index to use for a query by attributes.

        It is the first index that covers the longest possible prefix of the names, or else the index over
        all entities, or else the primary one.
        """
