"""The SQL of the tables, derived from schemas."""

import re

import pytest

from spacecat_shared_data_access import EntityRegistry
from spacecat_shared_data_access.local import entity_tables
from spacecat_shared_data_access.local.entity_tables import all_tables_sql, table_sql
from spacecat_shared_data_access.local.tables import created_tables
from spacecat_shared_data_access.models.base import BaseCollection, BaseModel
from spacecat_shared_data_access.schema import SchemaBuilder
from spacecat_shared_data_access.schema.validation import is_integer, is_iso_date, is_uuid
from spacecat_shared_data_access.schema.values import now


@pytest.fixture(scope="module", autouse=True)
def _own_entities_only():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(EntityRegistry, "_registered", {})
        EntityRegistry.reset_entities()
        yield


@pytest.fixture(scope="module")
def sql_text():
    return all_tables_sql()


@pytest.fixture
def declare():
    """Create the schema builder of an entity, which is unregistered afterwards."""

    def begin(name="Film"):
        model = type(name, (BaseModel,), {"ENTITY_NAME": name})
        collection = type(f"{name}Collection", (BaseCollection,), {"COLLECTION_NAME": f"{name}Collection"})
        return SchemaBuilder(model, collection)

    yield begin
    EntityRegistry.reset_entities()


def tables_of(*schemas):
    for schema in schemas:
        EntityRegistry.register_entity(schema)
    return {schema.table: schema for schema in schemas}


def written(schema, *others):
    """Return the SQL of a table's columns by name."""
    text = table_sql(schema, tables_of(schema, *others))
    body = text.partition("(\n")[2].partition("\n);")[0]
    lines = [line.strip().rstrip(",") for line in body.split("\n")]
    return {line.partition(" ")[0]: line.partition(" ")[2] for line in lines}


class TestAll:
    def test_every_entity_has_a_table(self, sql_text):
        tables = created_tables(sql_text)
        assert sorted(tables) == sorted({schema.table for schema in EntityRegistry.schemas()})

    def test_a_table_follows_the_tables_it_references(self, sql_text):
        made = set()
        for statement in sql_text.split(";"):
            for table in created_tables(statement):
                made.add(table)
                assert set(re.findall(r"REFERENCES (\w+)", statement)) <= made

    def test_names_are_unique_and_not_truncated(self, sql_text):
        names = re.findall(r"CREATE INDEX IF NOT EXISTS (\w+)", sql_text)
        assert len(names) == len(set(names))
        assert max(map(len, names)) <= 63

    def test_tables_without_updates_reject_updates(self, sql_text):
        (tables,) = re.findall(r"REVOKE UPDATE ON (.*) FROM postgrest_writer;", sql_text)
        assert tables.split(", ") == ["access_grant_logs", "audits", "oauth_nonces", "ticket_suggestions"]

    def test_hand_written_constants_name_existing_tables_and_columns(self):
        schemas = {schema.table: schema for schema in EntityRegistry.schemas()}
        columns = {table: set(schema.columns.values()) for table, schema in schemas.items()}
        for table, keys in entity_tables._UNIQUE.items():
            assert {column for key in keys for column in key} <= columns[table]
        for constant in (entity_tables._POINTERS, entity_tables._TYPES_BY_HAND, entity_tables._ENUMS):
            for table, named in constant.items():
                assert set(named) <= columns[table]
        assert {each for named in entity_tables._POINTERS.values() for each in named.values()} <= set(schemas)
        assert set(entity_tables._FURTHER) <= set(schemas)

    def test_enum_types_are_created_before_their_tables(self, sql_text):
        for named in entity_tables._ENUMS.values():
            for column, type_ in named.items():
                before, _, after = sql_text.partition(f"CREATE TYPE {type_} AS ENUM (")
                assert f"\n  {column} {type_}" in after
                assert f"\n  {column} {type_}" not in before

    def test_audits_are_those_that_are_stored(self, sql_text):
        assert sql_text.count("CREATE TABLE IF NOT EXISTS audits ") == 1
        assert "latest_audit_id uuid REFERENCES audits (id) ON DELETE SET NULL" in sql_text


class TestColumns:
    @pytest.mark.parametrize(
        ("declared", "expected"),
        [
            ({"type": "string"}, "text"),
            ({"type": "number"}, "numeric"),
            ({"type": "number", "validate": is_integer}, "bigint"),
            ({"type": "boolean"}, "boolean"),
            ({"type": "map"}, "jsonb"),
            ({"type": "any"}, "jsonb"),
            ({"type": "list"}, "jsonb"),
            ({"type": "list", "items": {"type": "string"}}, "text[]"),
            ({"type": "set", "items": {"type": "string"}}, "text[]"),
            ({"type": "list", "items": {"type": "map"}}, "jsonb"),
            ({"type": "string", "validate": is_uuid}, "uuid"),
            ({"type": "string", "validate": is_iso_date}, "timestamptz"),
            ({"type": "string", "required": True}, "text NOT NULL"),
            ({"type": ["a", "it's"]}, "text CHECK (value IN ('a', 'it''s'))"),
        ],
    )
    def test_have_the_type_of_the_attribute(self, declare, declared, expected):
        assert written(declare().add_attribute("value", **declared).build())["value"] == expected

    @pytest.mark.parametrize(
        ("declared", "expected"),
        [
            ({"type": "string", "default": "it's"}, "text NOT NULL DEFAULT 'it''s'"),
            ({"type": "number", "default": 0}, "numeric NOT NULL DEFAULT 0"),
            ({"type": "boolean", "default": False}, "boolean NOT NULL DEFAULT false"),
            (
                {"type": "any", "default": {"it's": [1, None]}},
                "jsonb NOT NULL DEFAULT '{\"it''s\": [1, null]}'",
            ),
            (
                {"type": "set", "items": {"type": "string"}, "default": ["a", "it's"]},
                "text[] NOT NULL DEFAULT ARRAY['a', 'it''s']::text[]",
            ),
            ({"type": "string", "default": now}, "text NOT NULL DEFAULT now()"),
            ({"type": "string", "default": lambda: "each time anew"}, "text NOT NULL"),
        ],
    )
    def test_that_are_required_have_the_default_of_the_package(self, declare, declared, expected):
        assert (
            written(declare().add_attribute("value", required=True, **declared).build())["value"] == expected
        )

    def test_that_are_optional_have_no_default(self, declare):
        schema = declare().add_attribute("value", type="string", default="something").build()
        assert written(schema)["value"] == "text"

    def test_timestamps_are_recognized_by_name(self, declare):
        columns = written(declare().add_attribute("shown_at", type="string").build())
        assert columns["shown_at"] == "timestamptz"
        assert columns["created_at"] == columns["updated_at"] == "timestamptz NOT NULL DEFAULT now()"

    def test_have_the_column_names_of_the_attributes(self, declare):
        schema = (
            declare()
            .add_attribute("title", type="string", postgrest_field="name")
            .add_attribute("seen", type="boolean", postgrest_ignore=True)
            .build()
        )
        columns = written(schema)
        assert columns["name"] == "text"
        assert columns["id"] == "uuid NOT NULL DEFAULT gen_random_uuid()"
        assert columns.keys().isdisjoint({"title", "seen", "film_id"})


class TestKeys:
    def test_the_id_is_the_primary_one(self, declare):
        text = table_sql(schema := declare().build(), tables_of(schema))
        assert "PRIMARY KEY (id)" in text
        assert "UNIQUE" not in text

    def test_of_several_columns_keep_the_id_unique(self, declare):
        schema = (
            declare()
            .add_attribute("title", type="string")
            .add_attribute("year", type="number")
            .with_primary_partition_keys(["title"])
            .with_primary_sort_keys(["year"])
            .build()
        )
        text = table_sql(schema, tables_of(schema))
        assert "PRIMARY KEY (title, year),\n  UNIQUE (id)" in text
        assert "title text NOT NULL" in text

    def test_reference_the_parent(self, declare):
        studio = declare("Studio").build()
        film = (
            declare()
            .add_reference("belongs_to", "Studio")
            .add_reference("belongs_to", "Sequel", required=False)
            .build()
        )
        sequel = declare("Sequel").build()
        columns = written(film, studio, sequel)
        assert columns["studio_id"] == "uuid NOT NULL REFERENCES studios (id) ON DELETE CASCADE"
        assert columns["sequel_id"] == "uuid REFERENCES sequels (id) ON DELETE SET NULL"

    def test_are_omitted_if_the_parent_is_unknown(self, declare):
        film = declare().add_reference("belongs_to", "Studio").build()
        assert written(film)["studio_id"] == "uuid NOT NULL"


class TestIndexes:
    def test_match_the_schema_without_duplicates(self, declare):
        schema = (
            declare()
            .add_attribute("title", type="string")
            .add_attribute("seen", type="boolean", postgrest_ignore=True)
            .add_index(["title"], ["updated_at"])
            .add_index(["title"], ["seen", "updated_at"])
            .add_all_index(["title"])
            .build()
        )
        text = table_sql(schema, tables_of(schema))
        assert re.findall(r"CREATE INDEX IF NOT EXISTS (\w+) ON films (.*);", text) == [
            ("films_title_idx", "(title)"),
            ("films_title_updated_at_idx", "(title, updated_at)"),
        ]

    def test_with_long_names_stay_distinct(self, declare):
        long = "a_very_long_name_for_a_column_that_goes_on_and_on_and_on"
        schema = (
            declare()
            .add_attribute(long, type="string")
            .add_attribute("title", type="string")
            .add_attribute("year", type="number")
            .add_index([long], ["title"])
            .add_index([long], ["year"])
            .build()
        )
        text = table_sql(schema, tables_of(schema))
        names = re.findall(r"CREATE INDEX IF NOT EXISTS (\w+)", text)
        assert len({name[:63] for name in names}) == 2
        assert all(len(name) <= 63 for name in names)
        assert names == re.findall(r"CREATE INDEX IF NOT EXISTS (\w+)", table_sql(schema, tables_of(schema)))

    def test_name_what_the_database_computes(self, sql_text):
        assert "(opportunity_id, fix_entity_created_date, updated_at)" in sql_text
        assert "opt_enable_javascript, opt_hide_consent_banner, started_at)" in sql_text
