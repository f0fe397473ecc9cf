"""Schema: what one entity is, as built by SchemaBuilder."""

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
        """The entity's name as messages write it: ``oAuthNonce``."""

    @cached_property
    def id_name(self) -> str:
        """The id attribute: ``o_auth_nonce_id``."""

    @cached_property
    def table(self) -> str:
        """The table: ``oauth_nonces``."""

    @cached_property
    def columns(self) -> dict[str, str]:
        """Columns by attribute name; an attribute without a column is not in it."""

    @cached_property
    def stored_columns(self) -> frozenset[str]:
        """The columns that a whole row has."""

    @cached_property
    def renamed_columns(self) -> tuple[tuple[str, str], ...]:
        """Pairs of column and attribute name where the two differ."""

    @cached_property
    def parents(self) -> tuple[Reference, ...]:
        """The belongs_to references."""

    @cached_property
    def primary_keys(self) -> tuple[str, ...]:
        """The attributes that identify one entity."""

    @cached_property
    def key_columns(self) -> tuple[str, ...]:
        """The columns of the primary key; none where one of its attributes has no column."""

    @cached_property
    def has_secrets(self) -> bool:
        """Whether an attribute's values must not show, so that no row of it may be logged."""

    @cached_property
    def unstored_with_default(self) -> tuple[Attribute, ...]:
        """The attributes without a column whose default is filled in when a row is read."""

    @cached_property
    def with_default(self) -> tuple[Attribute, ...]:
        """The attributes that creation fills in where the caller gives nothing."""

    @cached_property
    def set_hooks(self) -> tuple[tuple[str, Hook], ...]:
        """Pairs of attribute name and ``set`` hook, which takes value and record."""

    @cached_property
    def item_checks(self) -> tuple[ItemCheck, ...]:
        """What is asked of each attribute of an item that is created."""

    @cached_property
    def get_hooks(self) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
        """Pairs of attribute name and ``get`` hook."""

    def attribute_named(self, name: str) -> Attribute:
        """Find an attribute by its Python or its JSON name.

        Raises:
            ValidationError: There is none; the message names what was asked for.
        """

    def by_attribute(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Give values by Python attribute name, whichever spelling their keys have.

        Raises:
            ValidationError: Names every key that is no attribute, or an attribute that is there twice.
        """

    def references_by_type(self, type_: ReferenceType) -> tuple[Reference, ...]:
        """Give the references of a type, in order."""

    def reference_to(self, type_: ReferenceType, entity: str) -> Reference | None:
        """Give the first reference of a type that leads to an entity, or None."""

    def finders(self) -> Iterable[tuple[str, tuple[str, ...]]]:
        """Give the names of the generated finders, each with its keys.

        For every index but the primary, for every prefix of its keys, ``all_by_…`` and ``find_by_…``.
        """

    def index_for(self, names: Sequence[str]) -> Index:
        """Give the index that fits the attributes of a query.

        For the longest prefix of the names, the first index that covers it; else the all-index; else
        the primary.
        """
