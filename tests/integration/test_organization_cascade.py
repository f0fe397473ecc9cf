"""Which rows a removal deletes with their parent, and which it keeps. Rows of all tables are counted."""

import random
from itertools import product

import pytest
import pytest_asyncio
from psycopg import connect as connect_to_database
from psycopg import sql
from psycopg.rows import dict_row

from integration.every_entity import ENTITIES, IMS_ORG_ID, EveryEntity, empty_all
from integration.sync_async import maybe_await
from spacecat_shared_data_access import DataAccessError
from spacecat_shared_data_access.local import LocalPostgrest
from spacecat_shared_data_access.local.entity_tables import all_tables_sql
from spacecat_shared_data_access.models.base import EntityRegistry

TABLES = sorted({EntityRegistry.schema_of(entity).table for entity in ENTITIES})
# They belong to no organization, or, as brands, to none that the package knows of.
ON_THEIR_OWN = {
    "access_grant_logs",
    "api_keys",
    "async_jobs",
    "brand_to_semrush_projects",
    "brands",
    "consumers",
    "import_jobs",
    "import_urls",
    "oauth_nonces",
    "scrape_jobs",
    "scrape_urls",
}
# They outlive what they point at, and point at nothing then.
LET_GO = {"plg_onboardings", "site_candidates"}


async def make_family(data_access):
    """One row, or a few, in every table, of one organization and one more that is its delegate."""
    every = EveryEntity(data_access)
    for entity in ENTITIES:
        await every.parent(entity)
    return every


def count_rows(database):
    query = sql.SQL(" UNION ALL ").join(
        sql.SQL("SELECT {} AS name, count(*) FROM {}").format(table, sql.Identifier(table))
        for table in TABLES
    )
    return {row["name"]: row["count"] for row in database.execute(query).fetchall()}


class TestWithTheDatabase:
    """The tables' own foreign keys take what no entity takes."""

    @pytest.fixture
    def data_access(self, connect, database):
        empty_all(database)
        return connect(s2s_allowed_ims_org_ids=IMS_ORG_ID)

    async def test_an_organization_takes_all_that_is_its_own(self, data_access, database):
        family, other = await make_family(data_access), await make_family(data_access)
        before = count_rows(database)
        assert min(before.values()) >= 2
        await maybe_await((await family.parent("Organization")).remove())
        deleted = {table: before[table] - count for table, count in count_rows(database).items()}
        kept = ON_THEIR_OWN | LET_GO
        assert {table for table, count in deleted.items() if count == 0} == kept
        assert all(deleted[table] == 1 for table in TABLES if table not in kept | {"audits"})
        for entity, models in other.made.items():
            schema = EntityRegistry.schema_of(entity)
            keys = [{key: model.record[key] for key in schema.primary_keys} for model in models]
            for key in keys:
                found = await maybe_await(getattr(data_access, entity).find_by_index_keys(key))
                assert found is not None, entity

    async def test_what_outlives_it_points_at_nothing(self, data_access, database):
        family = await make_family(data_access)
        await maybe_await((await family.parent("Organization")).remove())
        for table in LET_GO:
            query = sql.SQL("SELECT * FROM {}").format(sql.Identifier(table))
            row = database.execute(query).fetchone()
            assert (row["site_id"], row.get("organization_id")) == (None, None)
        # A log keeps what it says.
        log = database.execute("SELECT * FROM access_grant_logs").fetchone()
        assert log["site_id"] == (await family.parent("Site")).get_id()

    async def test_a_preflight_goes_with_its_job(self, data_access, database):
        family = await make_family(data_access)
        before = count_rows(database)
        await maybe_await((await family.parent("AsyncJob")).remove())
        after = count_rows(database)
        deleted = {table for table in TABLES if after[table] < before[table]}
        assert deleted == {"async_jobs", "preflights"}

    async def test_a_grant_goes_with_its_token_and_its_suggestion(self, data_access, database):
        for owner in ("Token", "Suggestion"):
            empty_all(database)
            family = EveryEntity(data_access)
            token, suggestion = await family.parent("Token"), await family.parent("Suggestion")
            grants = data_access.SuggestionGrant
            granted = await maybe_await(
                grants.grant_suggestions([suggestion.get_id()], token.get_site_id(), "grant_cwv")
            )
            assert granted.success
            await maybe_await((await family.parent(owner)).remove())
            assert await maybe_await(grants.count()) == 0


# What an entity takes by itself, by table: one row of each.
TAKES = {
    "Entitlement": {"entitlements", "site_enrollments"},
    "FixEntity": {"fix_entities", "fix_entity_suggestions"},
    "Opportunity": {"opportunities", "suggestions", "fix_entities", "fix_entity_suggestions"},
    "Site": {"sites", "site_ims_org_accesses"},
    "Suggestion": {"suggestions", "fix_entity_suggestions"},
    "TaskManagementConnection": {"task_management_connections", "tickets", "ticket_suggestions"},
    "Ticket": {"tickets", "ticket_suggestions"},
}
# The entities at the end of what it takes: with them, all between is there.
DEEPEST = {
    "Entitlement": "SiteEnrollment",
    "FixEntity": "FixEntitySuggestion",
    "Opportunity": "FixEntitySuggestion",
    "Site": "SiteImsOrgAccess",
    "Suggestion": "FixEntitySuggestion",
    "TaskManagementConnection": "TicketSuggestion",
    "Ticket": "TicketSuggestion",
}


# What to make for an entity's removal: each kind, and whose ids its rows hold; parents first.
_LINK = {"FixEntitySuggestion": {"suggestion_id": "Suggestion", "fix_entity_id": "FixEntity"}}
BELOW = {
    "Entitlement": {"Site": {}, "SiteEnrollment": {"site_id": "Site", "entitlement_id": "Entitlement"}},
    "FixEntity": {"Suggestion": {}, **_LINK},
    "Opportunity": {
        "Suggestion": {"opportunity_id": "Opportunity"},
        "FixEntity": {"opportunity_id": "Opportunity"},
        **_LINK,
    },
    "Site": {"SiteImsOrgAccess": {"site_id": "Site"}},
    "Suggestion": {"FixEntity": {}, **_LINK},
    "TaskManagementConnection": {
        "Ticket": {"task_management_connection_id": "TaskManagementConnection"},
        "TicketSuggestion": {"ticket_id": "Ticket"},
    },
    "Ticket": {"TicketSuggestion": {"ticket_id": "Ticket"}},
}


@pytest.fixture(scope="module")
def strict_server():
    with LocalPostgrest(schema=all_tables_sql().replace(" ON DELETE CASCADE", "")) as server:
        yield server


@pytest.fixture(scope="module")
def strict_database(strict_server):
    with connect_to_database(strict_server.database_url, autocommit=True, row_factory=dict_row) as connection:
        yield connection


async def make_random_families(data_access, entity, chance):
    """Two entities of a kind, and below them as many of each kind, and of such parents, as chance has it."""
    family = EveryEntity(data_access)
    made = {entity: [await family.create(entity), await family.create(entity)]}
    for child, owners in BELOW[entity].items():
        # No two have all their parents in common: a link is there once.
        kin = list(product(*(made[owner] for owner in owners.values()))) * (3 if len(owners) < 2 else 1)
        chosen = chance.sample(kin, chance.randint(1, min(len(kin), 8)))
        made[child] = [
            await family.create(
                child, **{key: owner.get_id() for key, owner in zip(owners, each, strict=True)}
            )
            for each in chosen
        ]
    return made[entity]


async def one_by_one(model):
    """All that goes where each entity removes its dependents by itself, and then its own row."""
    deleted = {(model.schema.table, key_of(model.schema, model.to_dict()))}
    for reference in model.schema.references:
        if reference.is_child_reference and reference.remove_dependents:
            for each in await maybe_await(getattr(model, reference.getter)()):
                deleted |= await one_by_one(each)
    return deleted


def key_of(schema, record):
    return tuple(str(record[name]) for name in schema.primary_keys)


def keys_of_rows(database):
    """The primary keys of all rows in all tables."""
    keys = set()
    for entity in ENTITIES:
        schema = EntityRegistry.schema_of(entity)
        columns = sql.SQL(", ").join(map(sql.Identifier, schema.key_columns))
        query = sql.SQL("SELECT {} FROM {}").format(columns, sql.Identifier(schema.table))
        for row in database.execute(query):
            keys.add((schema.table, tuple(str(value) for value in row.values())))
    return keys


class TestWithoutTheDatabase:
    """Over tables whose foreign keys take nothing along: a row left behind would keep its parent."""

    @pytest_asyncio.fixture(loop_scope="session")
    async def data_access(self, connect, strict_server):
        strict_server.reset()
        return connect(postgrest_url=strict_server.url, postgrest_api_key=None)

    def test_all_that_take_something_are_here(self):
        takers = {
            schema.model_name
            for schema in EntityRegistry.schemas()
            if any(each.is_child_reference and each.remove_dependents for each in schema.references)
        }
        assert set(TAKES) == set(DEEPEST) == takers

    @pytest.mark.parametrize("entity", TAKES)
    async def test_dependents_go_first_and_nothing_else(self, data_access, strict_database, entity):
        family, other = EveryEntity(data_access), EveryEntity(data_access)
        for each in (family, other):
            await each.parent(DEEPEST[entity])
        before = count_rows(strict_database)
        await maybe_await((await family.parent(entity)).remove())
        deleted = {table: before[table] - count for table, count in count_rows(strict_database).items()}
        assert {table: count for table, count in deleted.items() if count} == dict.fromkeys(TAKES[entity], 1)
        kept = await other.parent(DEEPEST[entity])
        keys = {key: kept.record[key] for key in kept.schema.primary_keys}
        assert await maybe_await(kept.collection.find_by_index_keys(keys)) is not None

    async def test_many_dependents_of_each_kind_go(self, data_access, strict_database):
        family = EveryEntity(data_access)
        opportunity = await family.parent("Opportunity")
        for _ in range(3):
            suggestion, fix = await family.create("Suggestion"), await family.create("FixEntity")
            ids = {"suggestion_id": suggestion.get_id(), "fix_entity_id": fix.get_id()}
            await family.create("FixEntitySuggestion", **ids)
        await maybe_await(opportunity.remove())
        left = count_rows(strict_database)
        assert {left[table] for table in TAKES["Opportunity"]} == {0}

    @pytest.mark.parametrize("seed", range(3))
    @pytest.mark.parametrize("entity", TAKES)
    async def test_of_any_family_the_same_rows_go_as_one_by_one(
        self, data_access, strict_database, entity, seed
    ):
        chance = random.Random(f"{entity} {seed}")  # noqa: S311 - no secret
        roots = await make_random_families(data_access, entity, chance)
        expected = await one_by_one(roots[0])
        before = keys_of_rows(strict_database)
        await maybe_await(roots[0].remove())
        assert before - keys_of_rows(strict_database) == expected

    @pytest.mark.parametrize("child", ["Site", "Project", "Entitlement", "TrialUser", "Ticket"])
    async def test_an_organization_takes_nothing_by_itself(self, data_access, strict_database, child):
        family = EveryEntity(data_access)
        await family.parent(child)
        before = count_rows(strict_database)
        with pytest.raises(DataAccessError, match="Failed to remove entity organization") as caught:
            await maybe_await((await family.parent("Organization")).remove())
        assert caught.value.code == "23503"
        assert count_rows(strict_database) == before

    async def test_an_organization_without_children_goes(self, data_access, strict_database):
        family = EveryEntity(data_access)
        await maybe_await((await family.parent("Organization")).remove())
        assert set(count_rows(strict_database).values()) == {0}
