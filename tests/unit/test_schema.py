import pytest

from spacecat_shared_data_access import (
    Attribute,
    BaseCollection,
    BaseModel,
    Index,
    Reference,
    ReferenceError,
    Schema,
    SchemaBuilder,
    SchemaValidationError,
    Ticket,
    TicketSuggestion,
    ValidationError,
)
from spacecat_shared_data_access.schema import IndexType, ReferenceType, SchemaOptions
from unit.sample_entities import DIRECTOR, FILM


class Plant(BaseModel):
    ENTITY_NAME = "Plant"


class PlantCollection(BaseCollection[Plant]):
    COLLECTION_NAME = "PlantCollection"


PARTS = {
    "model_class": Plant,
    "collection_class": PlantCollection,
    "service_name": "SpaceCat",
    "schema_version": 1,
    "attributes": {"plant_id": Attribute(name="plant_id", type="string", is_id=True)},
    "indexes": {"primary": Index("primary", IndexType.PRIMARY, ("plant_id",), ())},
    "references": [],
    "options": SchemaOptions(),
}


def test_a_schema_has_its_parts():
    schema = Schema(**PARTS)
    assert schema.entity_name == "plant"
    assert schema.table == "plants"
    assert schema.references == ()


@pytest.mark.parametrize(
    ("part", "value", "message"),
    [
        ("model_class", object, "Model class must extend BaseModel"),
        ("model_class", "Plant", "Model class must extend BaseModel"),
        ("collection_class", list, "Collection class must extend BaseCollection"),
        ("service_name", "", "Schema must have a service name"),
        ("service_name", None, "Schema must have a service name"),
        ("schema_version", 0, "Schema version must be a positive integer"),
        ("schema_version", True, "Schema version must be a positive integer"),
        ("schema_version", "1", "Schema version must be a positive integer"),
        ("attributes", {}, "Schema must have attributes"),
        ("attributes", ["plant_id"], "Schema must have attributes"),
        ("indexes", {}, "Schema must have indexes"),
        ("indexes", None, "Schema must have indexes"),
        ("references", "Ticket", "References must be an array"),
        ("options", {}, "Schema must have options"),
    ],
)
def test_a_part_of_the_wrong_kind_is_refused(part, value, message):
    with pytest.raises(SchemaValidationError) as raised:
        Schema(**{**PARTS, part: value})
    assert str(raised.value) == message


def test_names_are_derived_from_the_entity():
    schema = TicketSuggestion.schema
    assert schema.model_name == "TicketSuggestion"
    assert schema.collection_name == "TicketSuggestionCollection"
    assert schema.entity_name == "ticketSuggestion"
    assert schema.id_name == "ticket_suggestion_id"
    assert schema.table == "ticket_suggestions"


def test_columns_omit_attributes_that_are_not_stored():
    columns = Ticket.schema.columns
    assert columns["ticket_id"] == "id"
    assert columns["task_management_connection_id"] == "connection_id"
    assert "updated_by" not in columns
    renamed = {(column, name) for name, column in columns.items() if column != name}
    assert renamed == {("id", "ticket_id"), ("connection_id", "task_management_connection_id")}


def test_the_keys_of_an_attribute_in_a_row_are_its_name_and_its_column():
    keys = Ticket.schema.row_keys
    assert keys["ticket_id"] == ("ticket_id", "id")
    assert keys["ticket_key"] == ("ticket_key", "ticket_key")
    assert keys["updated_by"] == ("updated_by", "updated_by")


def test_an_attribute_is_found_by_its_python_or_its_json_name():
    assert Ticket.schema.attribute_named("ticket_key").name == "ticket_key"
    assert Ticket.schema.attribute_named("ticketKey").name == "ticket_key"


def test_an_unknown_attribute_is_named_as_given():
    with pytest.raises(ValidationError, match=r"^ticketKee is not an attribute of ticket$"):
        Ticket.schema.attribute_named("ticketKee")


@pytest.mark.parametrize("name", ["TICKET_KEY", "ticket_Key", "TicketKey"])
def test_an_attribute_has_no_third_spelling(name):
    with pytest.raises(ValidationError):
        Ticket.schema.attribute_named(name)


@pytest.mark.parametrize("name", [5, None])
def test_a_name_that_is_not_a_string_is_refused(name):
    with pytest.raises(ValidationError):
        Ticket.schema.attribute_named(name)


def test_every_json_name_maps_to_its_attribute():
    class Garden(BaseModel):
        ENTITY_NAME = "Garden"

    class GardenCollection(BaseCollection[Garden]):
        COLLECTION_NAME = "GardenCollection"

    schema = SchemaBuilder(Garden, GardenCollection).add_attribute("bed_2", type="string").build()
    attribute = schema.attributes["bed_2"]
    assert schema.attribute_named(attribute.json_name) is attribute


def test_values_are_keyed_by_attribute_in_either_spelling():
    values = {"ticketKey": "A-1", "ticket_status": "Done"}
    assert Ticket.schema.by_attribute(values) == {"ticket_key": "A-1", "ticket_status": "Done"}


def test_an_error_names_all_unknown_and_duplicate_keys():
    with pytest.raises(ValidationError) as raised:
        Ticket.schema.by_attribute({"colour": 1, "ticketKey": "A", "ticket_key": "B", "shape": 2})
    assert str(raised.value) == (
        "colour is not an attribute of ticket, ticket_key is given twice, shape is not an attribute of ticket"
    )


def test_references_are_found_by_type_and_entity():
    schema = Ticket.schema
    assert [each.target for each in schema.references_by_type(ReferenceType.HAS_MANY)] == [
        "TicketSuggestions"
    ]
    assert [each.entity for each in schema.parents] == [
        "Organization",
        "TaskManagementConnection",
        "Opportunity",
    ]
    assert schema.reference_to(ReferenceType.BELONGS_TO, "Opportunity").target == "Opportunity"
    assert schema.reference_to(ReferenceType.HAS_MANY, "Opportunity") is None


def test_every_prefix_of_every_secondary_index_has_finders():
    names = [name for name, _ in FILM.finders()]
    assert names == [
        "all_by_year",
        "find_by_year",
        "all_by_director_id",
        "find_by_director_id",
        "all_by_director_id_and_year",
        "find_by_director_id_and_year",
        "all_by_director_id_and_year_and_title",
        "find_by_director_id_and_year_and_title",
        "all_by_genre",
        "find_by_genre",
        "all_by_genre_and_title",
        "find_by_genre_and_title",
    ]
    assert dict(FILM.finders())["find_by_genre_and_title"] == ("genre", "title")


@pytest.mark.parametrize(
    ("keys", "index_keys"),
    [
        (["film_id"], ("film_id",)),
        (["director_id"], ("director_id", "year", "title")),
        (["director_id", "year"], ("director_id", "year", "title")),
        (["year", "director_id"], ("director_id", "year", "title")),
        (["genre", "title"], ("genre", "title")),
        (["genre", "in_colour"], ("genre", "title")),
        (["in_colour", "genre"], ("year",)),
        (["year"], ("year",)),
        ([], ("year",)),
    ],
)
def test_the_index_with_the_longest_matching_prefix_orders_a_query(keys, index_keys):
    assert FILM.index_for(keys).keys == index_keys


def test_without_an_all_index_the_primary_index_is_the_default_order():
    assert DIRECTOR.index_for([]).keys == ("director_id",)
    assert DIRECTOR.index_for(["name"]).keys == ("director_id",)


def test_a_schema_shows_attributes_columns_indexes_and_references():
    shown = repr(FILM).splitlines()
    assert shown[0] == "<Schema Film: table films, updates, removal"
    assert shown[1].split() == ["attribute", "type", "column", "required", "read-only", "default"]
    rows = {row.split()[0]: row.split() for row in shown[2:-1]}
    assert rows["film_id"] == ["film_id", "string", "id", "yes", "yes", "new_id()"]
    assert rows["in_colour"] == ["in_colour", "boolean", "colour"]
    assert rows["genre"] == ["genre", "Drama|Western", "genre"]
    assert rows["origin"] == ["origin", "string", "-", "archive"]
    assert "  primary (primary): film_id | -" in shown
    assert "  spacecat-data-gsi1pk-gsi1sk (all): - | year" in shown
    assert shown[-2] == "references"
    assert shown[-1] == "  belongs_to Director (by year, title; optional)>"


def test_repr_shows_forbidden_operations_and_dependents():
    schema = (
        SchemaBuilder(Plant, PlantCollection)
        .allow_updates(False)
        .allow_remove(False)
        .add_attribute("size", type="number", default=5)
        .add_reference("has_many", "Leaves", remove_dependents=True)
        .add_reference("has_one", "Root")
        .build()
    )
    shown = repr(schema)
    assert shown.startswith("<Schema Plant: table plants, no updates, no removal\n")
    assert shown.endswith("references\n  has_many Leaves (removed along)\n  has_one Root>")
    assert next(row.split() for row in shown.splitlines() if row.startswith("  size")) == [
        "size",
        "number",
        "size",
        "5",
    ]


def test_a_schema_without_references_shows_none():
    assert "references" not in repr(Schema(**PARTS))


def test_a_reference_names_its_entity_its_key_and_its_accessor():
    up = Reference(ReferenceType.BELONGS_TO, "TaskManagementConnection")
    assert (up.entity, up.foreign_key, up.getter, up.is_child_reference) == (
        "TaskManagementConnection",
        "task_management_connection_id",
        "get_task_management_connection",
        False,
    )
    many = Reference("has_many", "Tickets")
    assert many.type is ReferenceType.HAS_MANY
    assert (many.entity, many.getter, many.is_child_reference) == ("Ticket", "get_tickets", True)
    assert Reference("has_one", "Tickets").getter == "get_ticket"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("owns", "Ticket"), "[owns -> Ticket] Invalid reference type: owns"),
        ((None, "Ticket"), "Invalid reference type: None"),
        (("has_many", ""), "Invalid target"),
        (("has_many", 5), "[has_many -> 5] Invalid target"),
    ],
)
def test_an_invalid_reference_is_refused(arguments, message):
    with pytest.raises(ReferenceError) as raised:
        Reference(*arguments)
    assert str(raised.value) == message


def test_an_index_covers_its_keys():
    index = Index("i", IndexType.OTHER, ("a",), ("b", "c"))
    assert index.covers(("a",))
    assert index.covers(("c", "a"))
    assert not index.covers(("b",))
    assert not index.covers(("a", "d"))
