"""SchemaBuilder: the words in which an entity is declared."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Any, Self

from spacecat_shared_data_access.schema.attribute import Validator
from spacecat_shared_data_access.schema.classes import CollectionClass, ModelClass
from spacecat_shared_data_access.schema.reference import ReferenceType
from spacecat_shared_data_access.schema.schema import Schema

class SchemaBuilder:
    """Declares an entity: its attributes, references and indexes.

    Starts with the id (a UUID, minted on creation), ``created_at``, ``updated_at`` (set on every
    change) and ``updated_by``. Declaring an attribute of the same name replaces it: that is how an
    entity does without ``updated_at`` or ``updated_by`` where its table lacks them. Every method gives
    the builder back.

    Args:
        model_class: A subclass of BaseModel with its ``ENTITY_NAME``.
        collection_class: A subclass of BaseCollection with its ``COLLECTION_NAME``.
        schema_version: 1 or more.

    Raises:
        SchemaBuilderError: An argument is not as described. So does every method.
    """

    def __init__(
        self, model_class: type[ModelClass], collection_class: type[CollectionClass], schema_version: int = 1
    ) -> None: ...
    def add_attribute(
        self,
        name: str,
        *,
        type: str | Sequence[str] | type[StrEnum] | None = None,
        required: bool = False,
        read_only: bool = False,
        default: Any = ...,
        postgrest_field: str | None = None,
        postgrest_ignore: bool = False,
        watch: str | Sequence[str] = ...,
        set: Callable[..., Any] | None = None,
        get: Callable[[Any], Any] | None = None,
        validate: Validator | None = None,
        items: Mapping[str, Any] | None = None,
        properties: Mapping[str, Any] | None = None,
        hidden: bool = False,
        secret: bool = False,
    ) -> Self:
        """Declare an attribute, or replace the one of that name where it stands.

        Args:
            name: Its Python name, snake case.
            type: ``string``, ``number``, ``boolean``, ``list``, ``map``, ``set``, ``any``, or the values
                of an enum: a StrEnum or a list of strings.
            required: Whether a stored entity must have it.
            read_only: Whether it keeps for good what creation gave it.
            default: What creation gives where the caller does not; a callable is called each time.
            postgrest_field: Its column, where that has another name.
            postgrest_ignore: Whether it has no column.
            watch: ``"*"`` or the attributes whose change makes `set` run on an update.
            set: Shapes the value as it is set: takes the value and, with a second parameter, the record.
            get: Shapes the value as it is read.
            validate: Refuses a value by returning False or by raising ValidationError; takes the value
                and, with a second parameter, the record.
            items: What the items of a list or a set are, such as ``{"type": "string"}``.
            properties: What a map holds.
            hidden: Whether listings for people leave it out.
            secret: Whether its values must never show in a log line or an error.
        """

    def add_reference(
        self,
        type: ReferenceType | str,
        target: str,
        sort_keys: Sequence[str] = ...,
        *,
        required: bool = True,
        remove_dependents: bool = False,
    ) -> Self:
        """Declare a reference. A belongs_to brings its foreign key attribute and an index by it.

        Args:
            type: ``belongs_to``, ``has_many`` or ``has_one``.
            target: The other entity's name; in the plural for has_many.
            sort_keys: For belongs_to: the attributes that order one parent's children, ``updated_at``
                where there are none. For the others they only tell a reader.
            required: For belongs_to: whether there must be a parent.
            remove_dependents: For has_many and has_one: whether removal takes the children along.
        """

    def add_index(self, partition_keys: Sequence[str], sort_keys: Sequence[str]) -> Self:
        """Declare an index: what a query must give, and what orders what it finds (may be empty)."""

    def add_all_index(self, sort_keys: Sequence[str]) -> Self:
        """Declare an index over all entities of this kind, ordered by these attributes."""

    def with_primary_partition_keys(self, partition_keys: Sequence[str]) -> Self:
        """Replace the id as what identifies an entity, as for a bridge between two others."""

    def with_primary_sort_keys(self, sort_keys: Sequence[str]) -> Self:
        """Add attributes to what identifies an entity."""

    def with_record_expiry(self, ttl_in_days: int) -> Self:
        """Add ``record_expires_at``, epoch seconds that many days ahead. It has no column."""

    def with_upsertable(self, allow: bool) -> Self:
        """Let ``created_at`` be written again, as an upsert does."""

    def allow_updates(self, allow: bool) -> Self:
        """Say whether models have setters and can be saved. The database is not told."""

    def allow_remove(self, allow: bool) -> Self:
        """Say whether models can be removed other than along with a parent. The database is not told."""

    def build(self) -> Schema:
        """Put the declaration together and bind it to its model and collection.

        Indexes come in this order: the primary, the all-indexes, the belongs_to ones, the others.

        Raises:
            SchemaBuilderError: There are more than five indexes besides the primary, or an index names
                an attribute that is not declared.
        """
