from enum import Enum, StrEnum

import pytest

from spacecat_shared_data_access import (
    BaseCollection,
    BaseModel,
    DataAccessError,
    SchemaBuilder,
    SchemaBuilderError,
)
from spacecat_shared_data_access.schema import IndexType, ReferenceType
from spacecat_shared_data_access.schema.attribute import MISSING


class Shelf(BaseModel):
    ENTITY_NAME = "Shelf"


class ShelfCollection(BaseCollection[Shelf]):
    COLLECTION_NAME = "ShelfCollection"


class Nameless(BaseModel):
    pass


class NamelessCollection(BaseCollection[Nameless]):
    pass


class Colour(Enum):
    RED = "red"


class Nothing(StrEnum):
    pass


class Size(StrEnum):
    BIG = "big"


PREFIX = "[SpaceCat -> Shelf] "


@pytest.fixture
def builder():
    return SchemaBuilder(Shelf, ShelfCollection)


def test_an_entity_starts_with_four_attributes(builder):
    attributes = builder.build().attributes
    assert list(attributes) == ["shelf_id", "created_at", "updated_at", "updated_by"]
    assert attributes["shelf_id"].column == "id"
    assert attributes["shelf_id"].read_only
    assert attributes["created_at"].read_only
    assert attributes["updated_at"].watch == "*"
    assert attributes["updated_by"].default == "system"
    assert not attributes["updated_by"].read_only


def test_an_attribute_is_declared_with_its_options(builder):
    def check(value):
        return bool(value)

    schema = builder.add_attribute(
        "size",
        type=Size,
        required=True,
        read_only=True,
        default=Size.BIG,
        postgrest_field="dimension",
        watch=["colour"],
        set=str,
        get=len,
        validate=check,
        items={"type": "string"},
        properties={"a": {}},
        hidden=True,
        secret=True,
    ).build()
    size = schema.attributes["size"]
    assert (size.type, size.required, size.read_only, size.default) == (Size, True, True, Size.BIG)
    assert (size.postgrest_field, size.postgrest_ignore, size.watch) == ("dimension", False, ("colour",))
    assert (size.set, size.get, size.validate) == (str, len, check)
    assert (size.items, size.properties, size.hidden, size.secret) == (
        {"type": "string"},
        {"a": {}},
        True,
        True,
    )
    assert schema.has_secrets
    assert schema.columns["size"] == "dimension"


def test_an_attribute_of_the_same_name_is_replaced_in_place(builder):
    builder.add_attribute("updated_at", type="string", postgrest_ignore=True)
    schema = builder.add_attribute("colour", type="string").build()
    assert list(schema.attributes) == ["shelf_id", "created_at", "updated_at", "updated_by", "colour"]
    replaced = schema.attributes["updated_at"]
    assert (replaced.required, replaced.set, replaced.default) == (False, None, MISSING)
    assert "updated_at" not in schema.columns


def test_the_values_of_an_enum_are_a_strenum_or_strings(builder):
    schema = builder.add_attribute("size", type=Size).add_attribute("rating", type=("G", "PG")).build()
    assert schema.attributes["size"].values == ("big",)
    assert schema.attributes["rating"].values == ("G", "PG")


@pytest.mark.parametrize(
    ("name", "options", "message"),
    [
        ("", {"type": "string"}, "Attribute name is required and must be non-empty."),
        (None, {"type": "string"}, "Attribute name is required and must be non-empty."),
        ("ticketKey", {"type": "string"}, 'Attribute name "ticketKey" must be snake case.'),
        ("2nd", {"type": "string"}, 'Attribute name "2nd" must be snake case.'),
        ("size\n", {"type": "string"}, 'Attribute name "size\n" must be snake case.'),
        ("size", {}, 'Attribute data for "size" is required and must have a type.'),
        ("size", {"type": "text"}, 'Unsupported type for attribute "size": "text".'),
        ("size", {"type": []}, 'The values of attribute "size" must be a StrEnum or a list of strings.'),
        (
            "size",
            {"type": ["a", 1]},
            'The values of attribute "size" must be a StrEnum or a list of strings.',
        ),
        ("size", {"type": Colour}, 'The values of attribute "size" must be a StrEnum or a list of strings.'),
        ("size", {"type": Nothing}, 'The values of attribute "size" must be a StrEnum or a list of strings.'),
        ("size", {"type": 5}, 'The values of attribute "size" must be a StrEnum or a list of strings.'),
        ("size", {"type": "any", "required": 1}, 'required of "size" must be a boolean.'),
        ("size", {"type": "any", "read_only": "no"}, 'read_only of "size" must be a boolean.'),
        ("size", {"type": "any", "postgrest_ignore": None}, 'postgrest_ignore of "size" must be a boolean.'),
        ("size", {"type": "any", "hidden": 0}, 'hidden of "size" must be a boolean.'),
        ("size", {"type": "any", "secret": 0}, 'secret of "size" must be a boolean.'),
        (
            "size",
            {"type": "any", "postgrest_field": ""},
            'postgrest_field of "size" must be a non-empty string.',
        ),
        ("size", {"type": "any", "set": "x"}, 'set of "size" must be callable.'),
        ("size", {"type": "any", "get": 1}, 'get of "size" must be callable.'),
        ("size", {"type": "any", "validate": True}, 'validate of "size" must be callable.'),
    ],
)
def test_an_invalid_attribute_is_refused(builder, name, options, message):
    with pytest.raises(SchemaBuilderError) as raised:
        builder.add_attribute(name, **options)
    assert str(raised.value) == PREFIX + message
    assert isinstance(raised.value, DataAccessError)


@pytest.mark.parametrize(
    "watch",
    [
        pytest.param(None),
        pytest.param(5),
    ],
)
def test_watch_must_be_a_list_of_attributes(builder, watch):
    with pytest.raises(SchemaBuilderError):
        builder.add_attribute("slug", type="string", watch=watch)


def test_watch_may_be_a_single_name(builder):
    schema = builder.add_attribute("slug", type="string", watch="title").build()
    assert schema.attributes["slug"].watches({"title": "new"})


def test_belongs_to_adds_its_key_and_an_index(builder):
    schema = builder.add_reference("belongs_to", "Organization", ["created_at"]).build()
    key = schema.attributes["organization_id"]
    assert (key.type, key.required) == ("string", True)
    assert not key.validate("")
    index = schema.index_for(["organization_id"])
    assert index.type is IndexType.BELONGS_TO
    assert index.keys == ("organization_id", "created_at")


def test_belongs_to_sorts_by_updated_at_by_default(builder):
    schema = builder.add_reference("belongs_to", "Organization").build()
    assert schema.index_for(["organization_id"]).sort_keys == ("updated_at",)


def test_the_key_of_an_optional_parent_may_be_empty(builder):
    schema = builder.add_reference("belongs_to", "Opportunity", required=False).build()
    key = schema.attributes["opportunity_id"]
    assert not key.required
    assert key.validate("")
    assert key.validate(None)
    assert not key.validate("no uuid")


def test_references_are_kept_in_order(builder):
    schema = (
        builder.add_reference("has_many", "Books", ["title"], remove_dependents=True)
        .add_reference(ReferenceType.HAS_ONE, "Label")
        .build()
    )
    assert [(each.type, each.target) for each in schema.references] == [
        ("has_many", "Books"),
        ("has_one", "Label"),
    ]
    assert [each.remove_dependents for each in schema.references] == [True, False]
    assert schema.references[0].sort_keys == ("title",)


@pytest.mark.parametrize(
    ("arguments", "options", "message"),
    [
        (("owns", "Book"), {}, 'Invalid referenceType: "owns".'),
        ((None, "Book"), {}, 'Invalid referenceType: "None".'),
        ((["belongs_to"], "Book"), {}, "Invalid referenceType: \"['belongs_to']\"."),
        (("has_many", ""), {}, "entity name for reference is required and must be a non-empty string."),
        (("has_many", 5), {}, "entity name for reference is required and must be a non-empty string."),
        (("has_many", "Books", "title"), {}, "Sort keys are required and must be an array of names."),
        (("has_many", "Books", [""]), {}, "Sort keys are required and must be an array of names."),
        (("has_many", "Books", None), {}, "Sort keys are required and must be an array of names."),
        (("belongs_to", "Book"), {"required": "yes"}, "required must be a boolean."),
        (("has_many", "Books"), {"remove_dependents": 1}, "remove_dependents must be a boolean."),
    ],
)
def test_an_invalid_reference_is_refused(builder, arguments, options, message):
    with pytest.raises(SchemaBuilderError) as raised:
        builder.add_reference(*arguments, **options)
    assert str(raised.value) == PREFIX + message


@pytest.mark.parametrize(
    ("method", "arguments", "message"),
    [
        ("add_index", ([], []), "Partition keys are required and must be a non-empty array."),
        ("add_index", ("colour", []), "Partition keys are required and must be a non-empty array."),
        ("add_index", (["colour"], None), "Sort keys are required and must be an array of names."),
        ("add_index", (["colour"], [1]), "Sort keys are required and must be an array of names."),
        ("add_all_index", ([],), "Sort keys are required and must be a non-empty array."),
        ("add_all_index", ("colour",), "Sort keys are required and must be a non-empty array."),
        ("with_primary_partition_keys", ([],), "Partition keys are required and must be a non-empty array."),
        ("with_primary_sort_keys", ([],), "Sort keys are required and must be a non-empty array."),
        ("with_record_expiry", (0,), "TTL must be a positive integer."),
        ("with_record_expiry", (True,), "TTL must be a positive integer."),
        ("with_record_expiry", (1.5,), "TTL must be a positive integer."),
        ("with_upsertable", ("yes",), "allow must be a boolean."),
        ("allow_updates", (None,), "allow must be a boolean."),
        ("allow_remove", (1,), "allow must be a boolean."),
    ],
)
def test_an_invalid_declaration_is_refused(builder, method, arguments, message):
    with pytest.raises(SchemaBuilderError) as raised:
        getattr(builder, method)(*arguments)
    assert str(raised.value) == PREFIX + message


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((object, ShelfCollection), "model_class must be a subclass of BaseModel."),
        (("Shelf", ShelfCollection), "model_class must be a subclass of BaseModel."),
        ((Shelf, dict), "collection_class must be a subclass of BaseCollection."),
        ((Shelf, ShelfCollection, 0), "schema_version is required and must be a positive integer."),
        ((Shelf, ShelfCollection, True), "schema_version is required and must be a positive integer."),
        ((Nameless, ShelfCollection), "Model class Nameless must define ENTITY_NAME."),
        ((Shelf, NamelessCollection), "Collection class NamelessCollection must define COLLECTION_NAME."),
    ],
)
def test_a_builder_needs_two_named_classes_and_a_version(arguments, message):
    with pytest.raises(SchemaBuilderError) as raised:
        SchemaBuilder(*arguments)
    assert str(raised.value) == message


def test_indexes_are_sorted_by_type_then_by_declaration(builder):
    schema = (
        builder.add_attribute("colour", type="string")
        .add_attribute("width", type="number")
        .add_index(["colour"], ["width"])
        .add_reference("belongs_to", "Organization")
        .add_index(["width"], [])
        .add_all_index(["colour"])
        .build()
    )
    assert [(index.name, index.type, index.keys) for index in schema.indexes.values()] == [
        ("primary", "primary", ("shelf_id",)),
        ("spacecat-data-gsi1pk-gsi1sk", "all", ("colour",)),
        ("spacecat-data-gsi2pk-gsi2sk", "belongs_to", ("organization_id", "updated_at")),
        ("spacecat-data-gsi3pk-gsi3sk", "other", ("colour", "width")),
        ("spacecat-data-gsi4pk-gsi4sk", "other", ("width",)),
    ]
    assert list(schema.indexes) == [index.name for index in schema.indexes.values()]


def test_there_are_at_most_five_indexes_besides_the_primary(builder):
    for _ in range(5):
        builder.add_index(["updated_by"], [])
    assert len(builder.build().indexes) == 6
    builder.add_index(["updated_by"], [])
    with pytest.raises(SchemaBuilderError) as raised:
        builder.build()
    assert str(raised.value) == f"{PREFIX}Cannot have more than 5 indexes."


def test_an_index_names_only_declared_attributes(builder):
    builder.add_index(["updated_by"], ["colour"])
    with pytest.raises(SchemaBuilderError) as raised:
        builder.build()
    assert str(raised.value) == (
        f'{PREFIX}Index spacecat-data-gsi1pk-gsi1sk names "colour", which is not an attribute.'
    )


def test_the_primary_key_can_be_replaced(builder):
    schema = (
        builder.add_attribute("left_id", type="string")
        .add_attribute("right_id", type="string")
        .with_primary_partition_keys(["left_id"])
        .with_primary_sort_keys(["right_id"])
        .build()
    )
    assert schema.primary_keys == ("left_id", "right_id")


def test_a_record_expiry_has_no_column_and_is_counted_in_seconds(builder, clock):
    schema = builder.with_record_expiry(30).build()
    expiry = schema.attributes["record_expires_at"]
    assert expiry.column is None
    assert expiry.required
    assert expiry.read_only
    assert expiry.make_default() == 1_782_985_080 + 30 * 86_400


def test_an_upsertable_entity_writes_created_at_again(builder):
    assert builder.with_upsertable(False).build().attributes["created_at"].read_only
    assert not builder.with_upsertable(True).build().attributes["created_at"].read_only


def test_options_allow_or_forbid_operations(builder):
    default = builder.build().options
    assert (default.allow_updates, default.allow_remove) == (True, True)
    changed = builder.allow_updates(False).allow_remove(False).build().options
    assert (changed.allow_updates, changed.allow_remove) == (False, False)


def test_a_build_binds_the_schema_to_its_model(builder):
    schema = builder.build()
    assert Shelf.schema is schema
    assert (schema.model_name, schema.collection_name) == ("Shelf", "ShelfCollection")
    assert (schema.service_name, schema.schema_version) == ("SpaceCat", 1)


@pytest.mark.parametrize(
    ("one", "other", "complaint"),
    [
        (("line_1", {}), ("line1", {}), '"line_1" and "line1" have the same JSON name, "line1"'),
        (
            ("a", {"postgrest_field": "c"}),
            ("b", {"postgrest_field": "c"}),
            '"a" and "b" have the same column, "c"',
        ),
        (("a", {}), ("b", {"postgrest_field": "a"}), '"a" and "b" have the same column, "a"'),
    ],
)
def test_attributes_with_the_same_column_are_refused(builder, one, other, complaint):
    for name, options in (one, other):
        builder.add_attribute(name, type="string", **options)
    with pytest.raises(SchemaBuilderError) as raised:
        builder.build()
    assert raised.value.message == f"{PREFIX}Attributes {complaint}."


def test_an_attribute_without_a_column_may_be_named_like_a_column(builder):
    builder.add_attribute("a", type="string", postgrest_ignore=True)
    assert builder.add_attribute("b", type="string", postgrest_field="a").build().columns["b"] == "a"


@pytest.mark.parametrize("part", ["items", "properties"])
def test_the_content_of_a_value_is_declared_by_a_mapping(builder, part):
    with pytest.raises(SchemaBuilderError, match=f'{part} of "a" must be a mapping'):
        builder.add_attribute("a", type="list", **{part: ["string"]})
