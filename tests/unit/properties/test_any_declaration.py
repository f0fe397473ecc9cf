"""Any declaration is refused, or becomes a schema that works as declared."""

import logging
from dataclasses import dataclass
from enum import StrEnum
from types import SimpleNamespace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from spacecat_shared_data_access import (
    BaseCollection,
    BaseModel,
    SchemaBuilder,
    SchemaBuilderError,
    SchemaValidationError,
    ValidationError,
)
from spacecat_shared_data_access.models.base.items import ItemBuilder
from spacecat_shared_data_access.models.base.record import RowRecord
from spacecat_shared_data_access.postgrest.rows import record_to_row
from spacecat_shared_data_access.schema import Schema
from unit.properties import values


class Size(StrEnum):
    BIG = "big"
    SMALL = "small"


class Nothing(StrEnum):
    pass


@dataclass
class AtMost:
    """A validator that is equal to others, and so cannot be a key."""

    most: int

    def __call__(self, value):
        return not isinstance(value, int) or value <= self.most


def _refuse(_value):
    raise ValidationError("is never right")


def often(usual, rare):
    return st.integers(0, 9).flatmap(lambda die: usual if die else rare)


names = often(
    st.sampled_from(
        ["a", "b", "a_b", "a_1", "a1", "status", "updated_at", "created_at", "thing_id", "id", "record"]
    )
    | st.from_regex(r"[a-z][a-z0-9_]{0,6}", fullmatch=True),
    values.anything,
)
types = often(
    st.sampled_from(["string", "number", "boolean", "list", "map", "set", "any", Size, ["x", "y"], ("x",)]),
    st.sampled_from([Nothing, [], "text", int, [""], [1], StrEnum]) | values.anything,
)
flags = often(st.booleans(), values.anything)
attributes = st.fixed_dictionaries(
    {"name": names, "type": types},
    optional={
        "required": flags,
        "read_only": flags,
        "default": values.anything | st.just(list),
        "postgrest_field": often(st.none() | st.sampled_from(["a", "b", "id", "column"]), values.anything),
        "postgrest_ignore": flags,
        "watch": often(st.sampled_from(["*", "a", ["a", "b"], ()]), values.anything),
        "set": often(
            st.sampled_from([lambda value: value, lambda value, record: record.get("a")]), values.plain
        ),
        "get": often(st.sampled_from([str, lambda value: value]), values.plain),
        "validate": often(
            st.sampled_from([lambda value: True, lambda value, record: False, _refuse, AtMost(3), int]),
            values.plain,
        ),
        "items": often(
            st.sampled_from([{"type": "number"}, {"type": "map"}, {"type": "other"}, {}]), values.plain
        ),
        "properties": often(st.just({}), values.plain),
        "hidden": flags,
        "secret": flags,
    },
).map(lambda given: ("add_attribute", [given["name"]], {k: v for k, v in given.items() if k != "name"}))
keys = often(
    st.lists(st.sampled_from(["a", "b", "a_b", "updated_at", "thing_id"]), max_size=3), values.anything
)
targets = often(
    st.sampled_from(["Organization", "Tickets", "Thing", "Things", "Site"]),
    st.text(max_size=8) | values.anything,
)
references = st.tuples(
    st.just("add_reference"),
    st.tuples(often(st.sampled_from(["belongs_to", "has_many", "has_one"]), values.anything), targets, keys),
    st.fixed_dictionaries({}, optional={"required": flags, "remove_dependents": flags}),
)
calls = st.lists(
    st.one_of(
        attributes,
        attributes,
        references,
        st.tuples(st.just("add_index"), st.tuples(keys, keys), st.just({})),
        st.tuples(
            st.sampled_from(["add_all_index", "with_primary_partition_keys", "with_primary_sort_keys"]),
            st.tuples(keys),
            st.just({}),
        ),
        st.tuples(
            st.sampled_from(["with_upsertable", "allow_updates", "allow_remove"]),
            st.tuples(flags),
            st.just({}),
        ),
        st.tuples(
            st.just("with_record_expiry"), st.tuples(often(st.integers(1, 900), values.anything)), st.just({})
        ),
    ),
    max_size=7,
)


def declared(calls, entity="Thing"):
    """Build what the calls declare, on classes of its own."""
    model = type("Thing", (BaseModel,), {"ENTITY_NAME": entity})
    collection = type("ThingCollection", (BaseCollection,), {"COLLECTION_NAME": "ThingCollection"})
    builder = SchemaBuilder(model, collection)
    for method, arguments, options in calls:
        assert getattr(builder, method)(*arguments, **options) is builder
    return builder.build()


@pytest.fixture
def schemas():
    """Build a declaration, or return None if it is refused."""

    def build(*declaration):
        try:
            return declared(*declaration)
        except (SchemaBuilderError, SchemaValidationError):
            return None

    return build


def collection_of(schema):
    return SimpleNamespace(schema=schema, entity_name=schema.entity_name, log=logging.getLogger("quiet"))


def attribute(name, **options):
    return ("add_attribute", [name], {"type": "string", **options})


@given(calls=calls)
@example(calls=[attribute("a_1"), attribute("a1")])
@example(calls=[attribute("a", postgrest_field="c"), attribute("b", postgrest_field="c")])
@example(calls=[attribute("a", postgrest_field="b"), attribute("b", postgrest_field="a")])
@example(calls=[attribute("a", type="list", items=5)])
def test_becomes_a_consistent_schema_or_is_refused(schemas, calls):
    schema = schemas(calls)
    if schema is None:
        return
    assert isinstance(schema, Schema)
    assert repr(schema).startswith("<Schema Thing")
    for name, each in schema.attributes.items():
        assert callable(getattr(schema.model_class, f"get_{name}"))
        settable = schema.options.allow_updates and not each.read_only
        assert hasattr(schema.model_class, f"set_{name}") == settable
    for name, finder_keys in schema.finders():
        assert callable(getattr(schema.collection_class, name))
        assert set(finder_keys) <= schema.attributes.keys()
    for reference in schema.references:
        assert callable(getattr(schema.model_class, reference.getter))
    json_names = [each.json_name for each in schema.attributes.values()]
    assert len(set(json_names)) == len(json_names)
    assert len(set(schema.columns.values())) == len(schema.columns)


@given(calls=calls, data=st.data())
def test_accepts_an_item_or_names_the_error(schemas, calls, data):
    schema = schemas(calls)
    if schema is None:
        return
    items = st.dictionaries(
        st.sampled_from(list(schema.attributes)) | values.anything.filter(_is_key), values.anything
    )
    try:
        record = ItemBuilder(schema).prepare(data.draw(items))
    except ValidationError:
        return
    row = record_to_row(schema, record)
    assert row.keys() <= set(schema.columns.values())
    collection = collection_of(schema)
    model = schema.model_class(collection, RowRecord(collection, dict(row), True))
    assert isinstance(model.to_json(), dict)


@given(calls=calls, value=values.anything)
def test_a_setter_accepts_a_value_or_names_the_error(schemas, calls, value):
    schema = schemas(calls)
    if schema is None:
        return
    for name in schema.attributes:
        model = schema.model_class(collection_of(schema), {})
        if hasattr(model, f"set_{name}"):
            try:
                assert getattr(model, f"set_{name}")(value) is model
            except ValidationError:
                assert model.record == {}


@st.composite
def renamed(draw):
    """Attributes whose columns are named like other attributes, and values of some of them."""
    attributes = draw(st.lists(st.sampled_from("abcdef"), min_size=1, unique=True))
    columns = draw(st.permutations("abcdef"))
    declaration = [
        attribute(name, postgrest_field=column) for name, column in zip(attributes, columns, strict=False)
    ]
    present = values.plain.filter(_is_there)
    return declaration, draw(st.dictionaries(st.sampled_from(attributes), present))


@given(case=renamed())
@example(case=([attribute("a", postgrest_field="b"), attribute("b", postgrest_field="a")], {"a": 1, "b": 2}))
@example(case=([attribute("b", postgrest_field="c"), attribute("a", postgrest_field="b")], {"a": 1, "b": 2}))
def test_a_record_converts_to_a_row_and_back(case):
    declaration, record = case
    schema = declared(declaration)
    row = record_to_row(schema, record)
    assert len(row) == len(record)
    assert RowRecord(collection_of(schema), row, True) == record


@given(entity=values.anything)
def test_any_name_of_an_entity_is_accepted_or_refused(schemas, entity):
    schema = schemas([], entity)
    assert schema is None or isinstance(schema.table, str)


def test_an_unhashable_validator_is_called_like_any_other():
    schema = declared([attribute("a", type="any", validate=AtMost(3))])
    assert ItemBuilder(schema).prepare({"a": 3})["a"] == 3
    with pytest.raises(ValidationError, match=r"^a failed validation$"):
        ItemBuilder(schema).prepare({"a": 4})


def _is_key(value):
    try:
        hash(value)
    except TypeError:
        return False
    return True


def _is_there(value):
    return value not in (None, [None]) and not (isinstance(value, str) and value[10:11] == "T")
