"""Every entity over the real tables: created, found by every finder, changed, read back and removed."""

from uuid import uuid4

import pytest
from postgrest import APIError
from psycopg import sql

from integration.every_entity import (
    ENTITIES,
    FURTHER,
    IMS_ORG_ID,
    ITEMS,
    EveryEntity,
    empty_all,
    second_value,
)
from integration.sync_async import maybe_await
from spacecat_shared_data_access import ConflictError, DataAccessError, Page, ValidationError
from spacecat_shared_data_access.models.base import EntityRegistry
from spacecat_shared_data_access.schema.attribute import MISSING
from spacecat_shared_data_access.schema.naming import with_keys
from spacecat_shared_data_access.schema.values import to_jsonable

entities = pytest.mark.parametrize("entity", ENTITIES)
schema_of = EntityRegistry.schema_of


@pytest.fixture
def every(connect, database):
    empty_all(database)
    return EveryEntity(connect(s2s_allowed_ims_org_ids=IMS_ORG_ID))


def test_all_that_can_be_created_are_here():
    assert set(ITEMS) == set(ENTITIES)
    assert set(FURTHER) <= set(ITEMS)


async def find_again(model):
    """The model as it is stored."""
    keys = model.schema.primary_keys
    if keys == (model.id_name,):
        return await maybe_await(model.collection.find_by_id(model.get_id()))
    if model.schema.model_name == "FixEntitySuggestion":  # a bridge without an id
        return await maybe_await(
            model.collection.find_by_index_keys({key: model.record[key] for key in keys})
        )
    return await maybe_await(model.collection.find_by_id(*(model.record[key] for key in keys)))


def stored(model):
    """Return a model's stored values. The expiry is not stored: it is computed at each reading."""
    unstored = {each.name for each in model.schema.virtual_defaults}
    return {name: value for name, value in model.to_dict().items() if name not in unstored}


def listed(found):
    """Models, from whatever form they were found in."""
    if isinstance(found, Page):
        return found.data
    return found if isinstance(found, list) else [found]


@entities
class TestFinders:
    async def test_each_finds_it(self, every, entity):
        model = await every.create(entity)
        expected = stored(model)
        assert stored(await find_again(model)) == expected
        for name, keys in model.schema.finders():
            values = [model.record.get(key) for key in keys]
            assert None not in values, name
            found = listed(await maybe_await(getattr(model.collection, name)(*values)))
            assert [stored(each) for each in found] == [expected], name
            assert type(found[0]) is type(model)

    async def test_what_must_be_given_is_enough(self, every, entity):
        model = await every.minimal(entity)
        found = await find_again(model)
        assert stored(found) == stored(model)
        assert found.to_json().keys() == model.to_json().keys()


UPDATABLE = [entity for entity in ENTITIES if schema_of(entity).options.allow_updates]


def settable(schema):
    # What is computed from others whenever they change is not set by hand.
    return [
        attribute
        for attribute in schema.attributes.values()
        if attribute.column is not None
        and not attribute.read_only
        and (attribute.watch in {"*", ()} or attribute.set is None)
    ]


class TestChanges:
    @pytest.mark.parametrize("entity", UPDATABLE)
    async def test_are_read_back(self, every, entity):
        model = await every.create(entity)
        expected = {}
        for attribute in settable(model.schema):
            other = every.pointed_at(attribute)
            value = (
                (await every.create(other)).get_id()
                if other
                else second_value(entity, attribute, model.record.get(attribute.name))
            )
            assert getattr(model, f"set_{attribute.name}")(value) is model
            expected[attribute.name] = value
        assert await maybe_await(model.save()) is model
        found = await find_again(model)
        assert {name: to_jsonable(found.record[name]) for name in expected} == expected
        assert stored(found) == stored(model)
        assert await maybe_await(model.collection.count()) == len(every.made[entity])

    @pytest.mark.parametrize("entity", UPDATABLE)
    async def test_to_nothing_are_stored_too(self, every, entity):
        model = await every.create(entity)
        names = [each.name for each in settable(model.schema) if not each.required]
        for name in names:
            getattr(model, f"set_{name}")(None)
        await maybe_await(model.save())
        found = await find_again(model)
        assert stored(found).keys().isdisjoint(set(names) - {"updated_by"})

    @pytest.mark.parametrize("entity", sorted(set(ENTITIES) - set(UPDATABLE)))
    async def test_are_refused_by_package_and_database_where_rows_are_for_good(self, every, entity):
        model = await every.create(entity)
        with pytest.raises(ValidationError, match="Failed to save entity"):
            await maybe_await(model.save())
        client = every.data_access.services.postgrest_client
        query = client.table(model.schema.table).update({"created_at": "2001-01-01"})
        with pytest.raises(APIError) as caught:
            await maybe_await(query.eq("id", model.get_id()).execute())
        assert caught.value.code == "42501"
        assert stored(await find_again(model)) == stored(model)


@entities
class TestRemoval:
    async def test_takes_this_one_alone(self, every, entity, database):
        model = await every.create(entity)
        query = sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(model.schema.table))
        kept = len(every.made[entity]) - 1
        if model.schema.options.allow_remove:
            assert await maybe_await(model.remove()) is model
            assert await find_again(model) is None
        else:
            with pytest.raises(DataAccessError, match=f"The entity {entity} does not allow removal"):
                await maybe_await(model.remove())
            kept += 1
        assert database.execute(query).fetchone() == {"count": kept}


# References down to entities that do not point back, or that are no rows of their own.
WITHOUT_WAY_BACK = {
    ("Audit", "LatestAudit"),
    ("LatestAudit", "Opportunity"),
    ("Opportunity", "LatestAudit"),
    ("Project", "Site"),
    ("Site", "KeyEvent"),
    ("Site", "LatestAudit"),
}


class TestReferences:
    @pytest.mark.parametrize("entity", [name for name in ENTITIES if schema_of(name).parents])
    async def test_lead_up_and_down_again(self, every, entity):
        model = await every.create(entity)
        for reference in model.schema.parents:
            parent = await maybe_await(getattr(model, reference.getter)())
            assert parent.get_id() == model.record[reference.foreign_key]
            if reference.entity == "LatestAudit":  # an audit, which has no way down
                assert parent.schema.model_name == "Audit"
                continue
            assert parent.schema.model_name == reference.entity
            for down in parent.schema.references:
                if down.is_child_reference and down.entity == entity:
                    await self.check_way_down(parent, down, reference.sort_keys, model)

    async def check_way_down(self, parent, down, sort_keys, model):
        for length in range(len(sort_keys) + 1):
            keys = sort_keys[:length]
            name = with_keys(f"{down.getter}_by", keys) if keys else down.getter
            found = await maybe_await(getattr(parent, name)(*(model.record[key] for key in keys)))
            assert [stored(each) for each in found] == [stored(model)], name

    def test_all_ways_down_are_covered(self):
        ways = {
            (schema.model_name, each.entity)
            for schema in EntityRegistry.schemas()
            for each in schema.references
            if each.is_child_reference
        }
        back = {(each.entity, entity) for entity in ENTITIES for each in schema_of(entity).parents}
        assert ways - back <= WITHOUT_WAY_BACK

    async def test_of_a_project_lead_to_its_sites(self, every):
        site = await every.create("Site")
        project = await every.parent("Project")
        assert [stored(each) for each in await maybe_await(project.get_sites())] == [stored(site)]
        assert await maybe_await(project.get_primary_locale_sites()) == []

    async def test_to_the_latest_audit(self, every):
        first = await every.create("Audit")
        last = await every.create("Audit", audited_at="2026-07-01T00:00:00.000Z")
        other = await every.create("Audit", audit_type="seo")
        site = await every.parent("Site")
        latest = await maybe_await(site.get_latest_audits())
        assert {each.get_id() for each in latest} == {last.get_id(), other.get_id()}
        found = await maybe_await(site.get_latest_audit_by_audit_type("cwv"))
        assert found.get_id() == last.get_id()
        # An audit is asked for the latest one that it is itself.
        for audit in (first, last):
            assert (await maybe_await(audit.get_latest_audit())).get_id() == audit.get_id()

    async def test_to_key_events_are_refused(self, every):
        site = await every.create("Site")
        with pytest.raises(DataAccessError, match="KeyEvent"):
            await maybe_await(site.get_key_events())


# Whose `create` finds what is there, or looks for it before the database does.
IDEMPOTENT = {"PageCitability", "SiteEnrollment", "SiteImsOrgAccess"}
UNIQUE = [
    "ApiKey",
    "AuditUrl",
    "Brand",
    "BrandSemrushProject",
    "FixEntitySuggestion",
    "IdempotencyKey",
    "OAuthNonce",
    "Organization",
    "PageIntent",
    "Site",
    "TaskManagementConnection",
    "TicketSuggestion",
    "Token",
]


class TestUniqueKeys:
    @pytest.mark.parametrize("entity", UNIQUE)
    async def test_refuse_a_second_one(self, every, entity):
        item = await every.item(entity)
        create = getattr(every.data_access, entity).create
        first = await maybe_await(create(item))
        with pytest.raises(ConflictError, match=r"^Failed to create$") as caught:
            await maybe_await(create(item))
        assert (caught.value.code, caught.value.status) == ("23505", 409)
        assert stored(await find_again(first)) == stored(first)

    @pytest.mark.parametrize("entity", sorted(IDEMPOTENT))
    async def test_make_creation_idempotent(self, every, entity):
        item = await every.item(entity)
        collection = getattr(every.data_access, entity)
        await maybe_await(collection.create(item))
        again = await maybe_await(collection.create(item))
        assert [stored(each) for each in await maybe_await(collection.all())] == [stored(again)]

    async def test_there_is_none_of_entitlements_but_the_id(self, every):
        item = await every.item("Entitlement")
        for _ in range(2):
            await maybe_await(every.data_access.Entitlement.create(item))
        found = await maybe_await(
            every.data_access.Entitlement.all_by_organization_id_and_product_code(
                item["organization_id"], item["product_code"]
            )
        )
        assert len(found) == 2

    async def test_of_consumers_are_looked_for_first(self, every):
        item = await every.item("Consumer")
        await maybe_await(every.data_access.Consumer.create(item))
        with pytest.raises(ValidationError, match="client_id"):
            await maybe_await(every.data_access.Consumer.create(item))

    async def test_of_the_id_serve_an_upsert(self, every):
        for entity in ("AuditUrl", "SentimentGuideline", "SentimentTopic", "Report"):
            model = await every.create(entity)
            item = {**await every.item(entity), model.id_name: model.get_id()}
            again = await maybe_await(getattr(every.data_access, entity).create(item, upsert=True))
            assert again.get_id() == model.get_id()
            assert await maybe_await(model.collection.count()) == 1


@entities
class TestConstraints:
    async def test_hold_where_the_package_is_passed_by(self, every, entity, database):
        model = await every.create(entity)
        table = model.schema.table
        client = every.data_access.services.postgrest_client
        row = (await maybe_await(client.table(table).select("*").execute())).data[0]
        facts = {kind: _columns(database, query, table) for kind, query in _FACTS.items()}
        database.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table)))
        row = {name: value for name, value in row.items() if name not in facts["computed"]}

        async def code_for(sent):
            with pytest.raises(APIError) as caught:
                await maybe_await(client.table(table).insert(sent).execute())
            return caught.value.code

        for column in facts["pointers"]:
            assert await code_for({**row, column: str(uuid4())}) == "23503", column
        for column in facts["needed"]:
            assert await code_for({key: row[key] for key in row.keys() - {column}}) == "23502", column
        limited = [each.column for each in model.schema.attributes.values() if each.values and each.column]
        for column in limited:
            code = "22P02" if column in facts["enums"] else "23514"
            assert await code_for({**row, column: "NOT THERE"}) == code, column
        required = {
            each.column
            for each in model.schema.attributes.values()
            if each.required and each.default is MISSING and each.column
        }
        assert required <= facts["needed"]
        await maybe_await(client.table(table).insert(row).execute())
        assert stored(await find_again(model)) == stored(model)


def _columns(database, query, table):
    return {row["name"] for row in database.execute(query, [table])}


_FACTS = {
    "pointers": """
        SELECT attname AS name
        FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
        WHERE contype = 'f' AND conrelid = %s::regclass""",
    "needed": """
        SELECT attname AS name FROM pg_attribute
        WHERE attrelid = %s::regclass AND attnum > 0 AND attnotnull AND NOT atthasdef""",
    "enums": """
        SELECT attname AS name FROM pg_attribute JOIN pg_type ON pg_type.oid = atttypid
        WHERE attrelid = %s::regclass AND typtype = 'e'""",
    "computed": """
        SELECT attname AS name FROM pg_attribute WHERE attrelid = %s::regclass AND attgenerated <> ''""",
}
