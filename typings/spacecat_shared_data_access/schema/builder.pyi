"""SchemaBuilder: the DSL in which an entity is declared."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Any, Self

from spacecat_shared_data_access.schema.attribute import Validator
from spacecat_shared_data_access.schema.classes import CollectionClass, ModelClass
from spacecat_shared_data_access.schema.reference import ReferenceType
from spacecat_shared_data_access.schema.schema import Schema

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
        """Declare a reference. A belongs_to also declares its foreign key attribute and an index on it.

        Args:
            type: ``belongs_to``, ``has_many`` or ``has_one``.
            target: The name of the related entity, in the plural for has_many.
            sort_keys: For belongs_to, the attributes that order the children of a parent; ``updated_at``
                by default. For the others they are informative only.
            required: For belongs_to, whether there must be a parent.
            remove_dependents: For has_many and has_one, whether removing the entity removes its children.
        """

    def add_index(self, partition_keys: Sequence[str], sort_keys: Sequence[str]) -> Self:
        """Declare an index: the attributes to query by, and those that order the results (may be empty)."""

    def add_all_index(self, sort_keys: Sequence[str]) -> Self:
        """Declare an index over all entities of this type, ordered by these attributes."""

    def with_primary_partition_keys(self, partition_keys: Sequence[str]) -> Self:
        """Replace the ID as the primary key, for example in an entity that links two others."""

    def with_primary_sort_keys(self, sort_keys: Sequence[str]) -> Self:
        """Add attributes to the primary key."""

    def with_record_expiry(self, ttl_in_days: int) -> Self:
        """Add ``record_expires_at``, without a column: the expiry time in seconds since the epoch."""

    def with_upsertable(self, allow: bool) -> Self:
        """Make ``created_at`` writable after creation, as an upsert needs it."""

    def allow_updates(self, allow: bool) -> Self:
        """Set whether models have setters and can be saved. The database does not enforce it."""

    def allow_remove(self, allow: bool) -> Self:
        """Set whether models can be removed directly. The database does not enforce it."""

    def build(self) -> Schema:
        """Create the schema and bind it to its model and collection.

        Indexes are ordered by type: the primary one, those over all entities, those of belongs_to
        references, the others.

        Raises:
            SchemaBuilderError: There are more than five indexes besides the primary one, an index uses an
                undeclared attribute, or two attributes have the same JSON name or column.
        """
