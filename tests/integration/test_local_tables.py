"""The tables of all entities in a database: made where there are none, and added where there are some."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

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
        assert facts(empty_database) == facts(whole)


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
