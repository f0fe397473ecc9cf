"""For any arguments, a method returns a result or raises a DataAccessError or a TypeError."""

import inspect
import io
import json
import logging
from collections import Counter
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from types import SimpleNamespace
from uuid import UUID

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hypothesis_profiles import examples
from spacecat_shared_data_access import (
    DataAccessError,
    EntityRegistry,
    RetryPolicy,
    ValidationError,
    create_async_data_access,
    create_data_access,
)
from spacecat_shared_data_access.models.base.queries import Options
from spacecat_shared_data_access.models.configuration import Configuration, ConfigurationCollection
from spacecat_shared_data_access.models.site_config import Config
from unit.helpers import ID, URL, collect, maybe_await
from unit.properties.values import anything, plain

QUIET = logging.getLogger("quiet")
QUIET.disabled = True
MOMENT = "2026-06-30T10:11:12.123456+00:00"
DOCUMENT = {
    "queues": {"audits": "queue"},
    "jobs": [{"group": "audits", "type": "cwv", "interval": "daily"}],
    "handlers": {
        "cwv": {"enabledByDefault": True, "productCodes": ["ASO"], "dependencies": [{"handler": "404"}]}
    },
    "slackRoles": {"admin": ["U1"]},
}
CONFIG = {
    "slack": {"channel": "C1"},
    "handlers": {"cwv": {"mentions": {"slack": ["U1"]}}},
    "imports": [{"type": "top-pages", "destinations": ["default"], "sources": ["seo"], "enabled": True}],
    "llmo": {"dataFolder": "folder", "brand": "brand", "tags": ["market: ch"]},
}


class Unhashable:
    __hash__ = None


class Nameless:
    def get_id(self):
        return None


class Colour(Enum):
    RED = "red"


class Wire:
    """Responds to every request with one row that its table may contain, or with the sent rows."""

    def __init__(self):
        self._rows = {
            schema.table: row_of(schema)
            for schema in EntityRegistry.schemas()
            if schema.model_name != "LatestAudit"
        }

    def row(self, schema):
        return dict(self._rows[schema.table])

    def __call__(self, request):
        *_, kind, table = request.url.path.split("/")
        if kind == "rpc":
            return httpx.Response(200, json=[{"success": True, "revoked_count": 1}])
        row = dict(self._rows[table]) if table in self._rows else {"id": ID}
        if "(" in request.url.params.get("select", ""):
            row |= {
                "organizations": {"id": ID, "organization_id": ID, "name": "ACME", "ims_org_id": "x"},
                "brands": {"organization_id": ID, "semrush_sub_workspace_id": "x"},
                "entitlements": {"tier": "PAID"},
                "sites": self._rows["sites"],
            }
        if request.method == "HEAD":
            return httpx.Response(200, headers={"Content-Range": "0-0/1"})
        if request.method == "GET":
            is_first = request.url.params.get("offset", "0") == "0"
            return httpx.Response(200, json=[row] if is_first else [])
        if "return=representation" not in request.headers.get("Prefer", ""):
            return httpx.Response(201 if request.method == "POST" else 204)
        if request.method == "POST":
            sent = json.loads(request.content)
            items = sent if isinstance(sent, list) else [sent]
            return httpx.Response(201, json=[row | item for item in items])
        return httpx.Response(200, json=[row])


class Bucket:
    """Responds like S3 with a configuration of one version."""

    def get_object(self, **_request):
        content = json.dumps(DOCUMENT).encode()
        return {"Body": io.BytesIO(content), "VersionId": "version-1", "ETag": '"etag-1"'}

    def put_object(self, **_request):
        return {"VersionId": "version-2", "ETag": '"etag-2"'}

    def head_object(self, **_request):
        return {"Metadata": {}}

    def list_object_versions(self, **_request):
        return {"Versions": []}


def row_of(schema):
    return {
        attribute.column: stored_value(name, attribute)
        for name, attribute in schema.attributes.items()
        if attribute.column is not None
    }


def stored_value(name, attribute):
    if attribute.values:
        return next(iter(attribute.values))
    if name.endswith("_at") or name == "time":
        return MOMENT
    if name.endswith("_id"):
        return ID
    if name.endswith("url"):
        return "https://www.example.com/page"
    values = {"number": 3, "boolean": True, "list": ["x"], "set": ["x"], "map": {"key": "x"}}
    return values.get(str(attribute.type), CONFIG if name == "config" else "x")


@pytest.fixture(scope="module")
def wire():
    return Wire()


@pytest.fixture
async def data_access(api, wire):
    transport = httpx.MockTransport(wire)
    settings = {
        "postgrest_url": URL,
        "log": QUIET,
        "retry": RetryPolicy.off(),
        "s3_bucket": "bucket",
        "s2s_allowed_ims_org_ids": ["x"],
    }
    if api == "blocking":
        with httpx.Client(transport=transport) as client:
            made = create_data_access(client=client, **settings)
            made.Configuration._stored._created = Bucket()
            yield made
    else:
        async with httpx.AsyncClient(transport=transport) as client:
            made = create_async_data_access(client=client, **settings)
            made.Configuration._stored._created = Bucket()
            yield made


def odd_values():
    """Values that are easily mistaken for others, created anew each time because some can be exhausted."""
    return [
        *(None, True, 0, -1, 1.5, float("nan"), float("inf"), 2**70, Decimal("1.5"), 1j),
        *(
            "",
            " ",
            "\0a",
            "\ud800",
            "x" * 9_000,
            "x",
            "cwv",
            "desc",
            b"bytes",
            bytearray(b"x"),
            memoryview(b"x"),
        ),
        *([], [None], [1], ["x"], ["x", None], [["x"]], [{}], [{"x": 1}], [{1: 2}], [ID], [object()], [b"x"]),
        *((), ("x",), ("created_at", 1, 2), {}, {"x": 1}, {1: 2}, {"x": None}, {None: None}, {(1,): [2]}),
        *({"id": ID}, {"url": ["x"]}, {"site_id": ["x"]}, {"audit_type": ["x"]}, {"authoring_type": ["x"]}),
        *(set(), {"x"}, frozenset(), range(3), iter(["x"]), Counter("x"), SimpleNamespace(get_id=lambda: ID)),
        *(datetime(2026, 1, 1), datetime(2026, 1, 1, tzinfo=UTC), date(2026, 1, 1), UUID(ID), ID),  # noqa: DTZ001 - one of them
        *(
            Colour.RED,
            Colour,
            Unhashable(),
            Nameless(),
            Exception("x"),
            ...,
            object(),
            object,
        ),
    ]


COUNT = len(odd_values())
odd = st.integers(0, COUNT - 1).map(lambda place: odd_values()[place])
OPTIONS = (*Options.__annotations__, "limitt")


# Methods that entity code calls, with arguments that it has checked.
FOR_ENTITY_CODE = {
    "bind_schema",
    "cache_reference",
    "cached_reference",
    "has_default",
    "list_children",
    "list_models",
    "models_from_rows",
    "plan_page",
    "read_all_pages",
    "read_unordered",
    "remove_together",
    "store_changes",
    "to_row",
    "translate_errors",
    "update_row",
}


def methods_of(cls):
    """Return the names of the public methods of a class."""
    return [
        name
        for name in dir(cls)
        if not name.startswith("_")
        and name not in FOR_ENTITY_CODE
        and not isinstance(inspect.getattr_static(cls, name), type | property)
        and callable(getattr(cls, name))
    ]


def is_handwritten(cls, name):
    method = getattr(cls, name)
    return not getattr(method, "is_generated", False) and ".models.base." not in method.__module__


def targets():
    """Return all pairs of an object and a method; custom methods occur more than once."""
    for schema in EntityRegistry.schemas():
        for cls in (schema.collection_class, schema.model_class):
            for name in methods_of(cls):
                yield from [(schema.model_name, cls is schema.model_class, name)] * (
                    8 if is_handwritten(cls, name) else 1
                )
    for name in methods_of(ConfigurationCollection):
        yield from [("Configuration", False, name)] * 8
    for name in methods_of(Configuration):
        yield from [("Configuration", True, name)] * 8
    for name in methods_of(Config):
        yield from [("Config", True, name)] * 8


TARGETS = list(targets())


async def thing_of(data_access, wire, entity, is_model, draw):
    """Return a collection, a model whose row may have unusual values, or a configuration."""
    if entity == "Config":
        return Config(CONFIG | with_odd_values(sorted(CONFIG), plain, draw))
    collection = getattr(data_access, entity)
    if not is_model:
        return collection
    if entity == "Configuration":
        return Configuration(DOCUMENT | with_odd_values(sorted(DOCUMENT), plain, draw), None, collection)
    row = record_of(collection.schema, wire)
    return collection.create_instance_from_row(row | with_odd_values(sorted(row), plain, draw))


def arguments_of(method, schema, wire, draw):
    """Return arguments for a method: likely ones, unusual ones and mappings with an unusual value."""

    def one(name):
        kind = draw(kinds)
        if kind == "likely":
            return likely(name)
        if kind == "item" and schema is not None:
            item = record_of(schema, wire)
            given = {name: item[column] for name, column in schema.columns.items()}
            return given | with_odd_values(sorted(schema.attributes), odd, draw)
        return draw(anything if kind == "anything" else odd)

    parameters = inspect.signature(method).parameters.values()
    positional = [each.name for each in parameters if each.kind is each.POSITIONAL_OR_KEYWORD]
    keywords = [each.name for each in parameters if each.kind is each.KEYWORD_ONLY]
    if any(each.kind is each.VAR_KEYWORD for each in parameters):
        keywords += OPTIONS
    given = positional if draw(coin) else positional[: draw(few)]
    chosen = {draw(st.sampled_from(keywords)) for _ in range(draw(few))} if keywords else ()
    return [one(name) for name in given], {name: one(name) for name in sorted(chosen)}


kinds = st.sampled_from(["odd", "odd", "likely", "anything", "item"])
few = st.sampled_from([0, 0, 1, 2])
coin = st.booleans()


def with_odd_values(names, values, draw):
    return {draw(st.sampled_from(names)): draw(values) for _ in range(draw(few))}


def record_of(schema, wire):
    """Return a row that the entity's table may contain."""
    return wire.row(schema) if schema.model_name != "LatestAudit" else row_of(schema)


def likely(name):
    """Return a likely value for a parameter of this name."""
    if name.endswith(("_id", "id_")):
        return ID
    if name.endswith("ids"):
        return [ID]
    return {"keys": {}, "item": {}, "sort_keys": {}, "max_age_in_hours": 1}.get(name, "cwv")


async def call(method, arguments, options):
    """Call a method, and raise what it must not raise."""
    try:
        found = await maybe_await(method(*arguments, **options))
        if inspect.isgenerator(found) or inspect.isasyncgen(found):
            await collect(found)
    except DataAccessError as error:
        return error
    except TypeError as error:
        if not is_of_call_protocol(method, arguments, options, error):
            raise
        return error
    return found


def is_of_call_protocol(method, arguments, options, error):
    try:
        inspect.signature(method).bind(*arguments, **options)
    except TypeError:
        return True
    return "unexpected keyword argument" in str(error) or callable(options.get("where"))


@examples(300)
@given(data=st.data())
async def test_a_method_returns_a_result_or_raises(data_access, wire, data):
    entity, is_model, name = data.draw(st.sampled_from(TARGETS))
    thing = await thing_of(data_access, wire, entity, is_model, data.draw)
    method = getattr(thing, name)
    arguments, options = arguments_of(method, getattr(thing, "schema", None), wire, data.draw)
    await call(method, arguments, options)


REFUSED = {
    "save_many(None)": lambda data, _: data.Ticket.save_many(None),
    "save_many of another entity": lambda data, wire: data.Ticket.save_many([site(data, wire)]),
    "find_by_all(1)": lambda data, _: data.Ticket.find_by_all(1),
    "find_by_index_keys([])": lambda data, _: data.Ticket.find_by_index_keys([]),
    "create_instance_from_row(5)": lambda data, _: data.Ticket.create_instance_from_row(5),
    "create_instance_from_row('x')": lambda data, _: data.Ticket.create_instance_from_row("x"),
    "an audit's type": lambda data, wire: data.Audit.create(
        record_of_audit(data, wire) | {"audit_type": ["x"]}
    ),
    "a site's authoring type": lambda data, _: data.Site.create(
        {"base_url": "https://a.com", "organization_id": ID, "authoring_type": ["x"], "hlx_config": {"a": 1}}
    ),
    "latest audits by what is not a mapping": lambda data, _: data.LatestAudit.find_by_index_keys(5),
    "latest audits of what is not a list": lambda data, _: data.LatestAudit.all({}, attributes=5),
    "latest audits up to what is not a number": lambda data, _: collect(data.LatestAudit.iterate(limit="x")),
    "an age that is not a number": lambda data, _: data.ScrapeUrl.all_recent_by_url_and_processing_type(
        "https://a.com", "default", float("nan")
    ),
    "ids that are not a list": lambda data, _: (
        data.SiteImsOrgAccess.all_by_organization_ids_with_target_organization(5)
    ),
    "fixes that are not a list": lambda data, _: data.Opportunity.create_instance_from_row(
        {"id": ID}
    ).add_fix_entities(None),
    "a timeout that is not a number": lambda data, wire: site(data, wire).resolve_final_url(timeout=()),
    "a client that is none": lambda data, wire: site(data, wire).resolve_final_url(client=5),
    "a site without an id": lambda data, _: configuration(data).is_handler_enabled_for_site("cwv", "x"),
    "an organization without an id": lambda data, _: configuration(data).enable_handler_for_org("cwv", None),
    "a site's id that is not a text": lambda data, _: configuration(data).update_handler_sites(
        "cwv", None, True
    ),
    "a handler's type": lambda data, _: configuration(data).add_handler({}, {}),
}


def site(data_access, wire):
    return data_access.Site.create_instance_from_row(wire.row(data_access.Site.schema))


def record_of_audit(data_access, wire):
    row = wire.row(data_access.Audit.schema)
    return {name: row[column] for name, column in data_access.Audit.schema.columns.items()}


def configuration(data_access):
    return Configuration(DOCUMENT, None, data_access.Configuration)


@pytest.mark.parametrize("name", REFUSED)
async def test_an_unknown_argument_is_refused(data_access, wire, name):
    with pytest.raises(ValidationError):
        await maybe_await(REFUSED[name](data_access, wire))
