"""The tables of all entities in a database: made where there are none, and added where there are some."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import httpx
import psycopg
import pytest
from psycopg import sql

from integration.factory import an_ims_org_id
from spacecat_shared_data_access import create_data_access
from spacecat_shared_data_access.local import LocalPostgrest
from spacecat_shared_data_access.local.entity_tables import all_tables_sql
from spacecat_shared_data_access.models.base import EntityRegistry

TABLES = sorted({schema.table for schema in EntityRegistry.schemas()})
SIX = Path(__file__).parents[1] / "data" / "recorded_tables.sql"

# All that makes a database what it is: columns, constraints, indexes and privileges.
FACTS = """
SELECT concat_ws(' ', table_name, column_name, data_type, is_nullable, column_default)
FROM information_schema.columns WHERE table_schema = 'public'
UNION ALL SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
  WHERE connamespace = 'public'::regnamespace
UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
UNION ALL SELECT relname || ' ' || relacl::text FROM pg_class
  WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
ORDER BY 1
"""


@pytest.fixture
def empty_database(local_postgrest) -> Iterator[psycopg.Connection]:
    """A connection to a database without a table."""
    name = f"empty_{uuid4().hex}"
    with psycopg.connect(local_postgrest.database_url, autocommit=True) as owner:
        owner.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        with psycopg.connect(local_postgrest.database_url, dbname=name, autocommit=True) as connection:
            yield connection
        owner.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def facts(connection):
    return [fact for (fact,) in connection.execute(FACTS).fetchall()]


def tables_in(connection):
    query = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
    return [name for (name,) in connection.execute(query).fetchall()]


def test_fill_an_empty_database(empty_database):
    empty_database.execute(all_tables_sql().encode())
    assert tables_in(empty_database) == TABLES


def test_applied_again_change_nothing(empty_database):
    empty_database.execute(all_tables_sql().encode())
    before = facts(empty_database)
    empty_database.execute("INSERT INTO organizations (name) VALUES ('ACME')")
    empty_database.execute("INSERT INTO api_keys (hashed_api_key, name, scopes) VALUES ('h', 'n', '[]')")
    empty_database.execute(all_tables_sql().encode())
    assert facts(empty_database) == before
    for table in ("organizations", "api_keys"):
        query = sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(table))
        assert empty_database.execute(query).fetchone() == (1,)


def test_join_the_six_of_before(empty_database, local_postgrest):
    empty_database.execute(SIX.read_bytes())
    assert len(tables_in(empty_database)) == 6
    empty_database.execute(all_tables_sql().encode())
    with psycopg.connect(local_postgrest.database_url, autocommit=True) as whole:
        joined, complete = facts(empty_database), facts(whole)
    # What exists is left as it is: the six are recorded without this default.
    assert set(joined) ^ set(complete) == {
        "organizations llm_backend text YES",
        "organizations llm_backend text YES 'azure'::text",
    }
    assert len(joined) == len(complete)


# As the original's own integration tests show the production schema.
ENUMS = {
    "entitlements": {"product_code": "entitlement_product_code", "tier": "entitlement_tier"},
    "opportunities": {"origin": "opportunity_origin", "status": "opportunity_status"},
    "sites": {"authoring_type": "authoring_type", "delivery_type": "delivery_type"},
    "suggestions": {"status": "suggestion_status", "type": "suggestion_type"},
}
ENUM_COLUMNS = [(table, column) for table, columns in ENUMS.items() for column in columns]


class TestEnumTypes:
    def test_are_those_of_production_with_the_values_of_the_attributes(self, local_postgrest):
        query = """
            SELECT relname, attname, typname, array_agg(enumlabel::text ORDER BY enumsortorder)
            FROM pg_attribute JOIN pg_class c ON c.oid = attrelid JOIN pg_type t ON t.oid = atttypid
            JOIN pg_enum ON enumtypid = t.oid
            WHERE c.relnamespace = 'public'::regnamespace AND relkind = 'r' GROUP BY 1, 2, 3
        """
        with psycopg.connect(local_postgrest.database_url) as connection:
            found = {row[:2]: row[2:] for row in connection.execute(query).fetchall()}
        assert found.keys() == set(ENUM_COLUMNS)
        for schema in EntityRegistry.schemas():
            for column, type_ in ENUMS.get(schema.table, {}).items():
                values = next(each.values for each in schema.attributes.values() if each.column == column)
                assert found[schema.table, column] == (type_, [str(value) for value in values])

    @pytest.mark.parametrize(("table", "column"), ENUM_COLUMNS)
    @pytest.mark.parametrize("operator", ["eq.NOPE", "neq.NOPE", "in.(NOPE)", "gt.NOPE", "not.eq.NOPE"])
    def test_a_filter_with_another_value_is_an_error(self, local_postgrest, table, column, operator):
        response = httpx.get(f"{local_postgrest.url}/{table}", params={column: operator})
        assert response.status_code == 400
        assert response.json() == {
            "code": "22P02",
            "details": None,
            "hint": None,
            "message": f'invalid input value for enum {ENUMS[table][column]}: "NOPE"',
        }

    def test_elsewhere_it_finds_nothing(self, local_postgrest):
        for table, column in [
            ("consumers", "status"),
            ("organizations", "llm_backend"),
            ("brands", "status"),
        ]:
            response = httpx.get(f"{local_postgrest.url}/{table}", params={column: "eq.NOPE"})
            assert (response.status_code, response.json()) == (200, [])

    @pytest.mark.parametrize("method", ["POST", "PATCH"])
    def test_so_it_is_in_a_body(self, local_postgrest, method):
        row = {"organization_id": str(uuid4()), "product_code": "LLMO", "tier": "NOPE"}
        response = httpx.request(method, f"{local_postgrest.url}/entitlements?tier=eq.PAID", json=row)
        assert (response.status_code, response.json()["code"]) == (400, "22P02")

    def test_one_that_exists_is_left_as_it_is(self, empty_database):
        empty_database.execute("CREATE TYPE entitlement_tier AS ENUM ('PAID', 'OTHER')")
        empty_database.execute(all_tables_sql().encode())
        query = "SELECT enum_range(NULL::entitlement_tier)::text"
        assert empty_database.execute(query).fetchone() == ("{PAID,OTHER}",)


def test_organizations_use_azure_if_nothing_else_is_said(local_data_access, local_postgrest):
    organization = local_data_access.Organization.create({"name": "ACME"})
    url, params = f"{local_postgrest.url}/organizations", {"id": f"eq.{organization.get_id()}"}
    assert httpx.get(url, params=params).json()[0]["llm_backend"] == "azure"


def test_join_the_six_in_a_directory_without_loss(data_parent):
    with LocalPostgrest(data_dir=data_parent / "data", schema=SIX) as server:
        assert len(server.tables()) == 6
        with create_data_access(postgrest_url=server.url) as data_access:
            kept = data_access.Organization.create({"name": "ACME", "ims_org_id": an_ims_org_id()})
            nonce = data_access.OAuthNonce.create({"nonce": "n", "expires_at": "2099-01-01T00:00:00.000Z"})
    with LocalPostgrest(data_dir=data_parent / "data") as server:
        assert server.tables() == TABLES
        with create_data_access(postgrest_url=server.url) as data_access:
            found = data_access.Organization.find_by_id(kept.get_id())
            assert found.to_dict() == kept.to_dict()
            assert data_access.OAuthNonce.find_by_nonce("n").get_id() == nonce.get_id()
            item = {"organization_id": kept.get_id(), "base_url": "https://example.com"}
            site = data_access.Site.create(item)
            assert site.get_organization().get_id() == kept.get_id()


def test_who_writes_past_the_package_gets_its_defaults(empty_database):
    empty_database.execute(all_tables_sql().encode())
    insert = "INSERT INTO organizations (name) VALUES ('ACME') RETURNING id"
    (organization,) = empty_database.execute(insert).fetchone()
    row = empty_database.execute(
        "INSERT INTO sites (organization_id, base_url) VALUES (%s, 'https://example.com')"
        " RETURNING config, delivery_type, is_live, created_at = updated_at",
        [organization],
    ).fetchone()
    assert row == ({"slack": {}, "handlers": {}}, "aem_edge", False, True)
