"""OpenTelemetry spans of calls and requests, with the SDK's in-memory exporter."""

import asyncio
import os
import subprocess
import sys

import httpx
import pytest
import respx

from spacecat_shared_data_access import (
    BaseCollection,
    BaseModel,
    ConflictError,
    EntityRegistry,
    RetryPolicy,
    SchemaBuilder,
    UnavailableError,
    ValidationError,
    create_async_data_access,
    create_data_access,
)
from spacecat_shared_data_access.models.base.queries import Options
from spacecat_shared_data_access.models.configuration.bucket import ConfigurationObject
from spacecat_shared_data_access.postgrest import tracing
from spacecat_shared_data_access.testing import row
from unit.helpers import ID, OTHER_ID, PARENT_ID, collect, error_response, maybe_await

trace = pytest.importorskip("opentelemetry.trace")
sdk = pytest.importorskip("opentelemetry.sdk.trace")
export = pytest.importorskip("opentelemetry.sdk.trace.export")
in_memory = pytest.importorskip("opentelemetry.sdk.trace.export.in_memory_span_exporter")

URL = "http://postgrest.test:3000"


@pytest.fixture
def spans(monkeypatch):
    """Set up the SDK, and return what was exported."""
    exporter = in_memory.InMemorySpanExporter()
    provider = sdk.TracerProvider()
    provider.add_span_processor(export.SimpleSpanProcessor(exporter))
    monkeypatch.setattr(trace, "_TRACER_PROVIDER", provider)
    return exporter.get_finished_spans


@pytest.fixture
def server():
    with respx.mock(base_url=URL, assert_all_called=False) as router:
        yield router


@pytest.fixture(params=["sync", "asyncio"])
def data_access(request):
    create = create_data_access if request.param == "sync" else create_async_data_access
    return create(postgrest_url=URL, retry=RetryPolicy(base_delay=0, max_delay=0))


def tree(spans):
    """Return the names of spans, each with those of its children."""

    def below(parent):
        children = [each for each in spans if (each.parent.span_id if each.parent else None) == parent]
        return [
            (each.name, below(each.context.span_id)) for each in sorted(children, key=lambda s: s.start_time)
        ]

    return below(None)


def ticket(**values):
    return row("Ticket", ticket_id=ID, organization_id=PARENT_ID, ticket_key="ASO-1", **values)


class TestCalls:
    async def test_a_find_has_a_span_with_one_of_its_request(self, data_access, server, spans):
        server.get("/tickets").respond(json=[ticket()])
        await maybe_await(data_access.Ticket.all_by_organization_id(PARENT_ID))
        assert tree(spans()) == [("Ticket.all_by_organization_id", [("SELECT tickets", [])])]
        request, call = spans()
        assert call.kind is trace.SpanKind.INTERNAL
        assert dict(call.attributes) == {
            "spacecat.entity.name": "Ticket",
            "code.function.name": "all_by_organization_id",
        }
        assert request.kind is trace.SpanKind.CLIENT
        assert dict(request.attributes) == {
            "db.system.name": "postgresql",
            "db.collection.name": "tickets",
            "db.operation.name": "SELECT",
            "server.address": "postgrest.test",
            "server.port": 3000,
        }
        assert {each.status.status_code for each in spans()} == {trace.StatusCode.UNSET}
        assert request.instrumentation_scope.name == "spacecat_shared_data_access"

    async def test_calls_that_a_call_makes_have_none(self, data_access, server, spans):
        server.get("/tickets").respond(json=[ticket()])
        server.patch("/tickets").respond(json=[ticket(ticket_status="Done")])
        found = await maybe_await(data_access.Ticket.find_by_id(ID))
        await maybe_await(found.set_ticket_status("Done").save())
        assert tree(spans()) == [
            ("Ticket.find_by_id", [("SELECT tickets", [])]),
            ("Ticket.save", [("UPDATE tickets", [])]),
        ]

    async def test_references_of_a_model(self, data_access, server, spans):
        server.get("/tickets").respond(json=[ticket()])
        server.get("/organizations").respond(json=[row("Organization", organization_id=PARENT_ID, name="x")])
        found = await maybe_await(data_access.Ticket.find_by_id(ID))
        await maybe_await(found.get_organization())
        assert tree(spans())[1] == ("Ticket.get_organization", [("SELECT organizations", [])])

    async def test_the_operations(self, data_access, server, spans):
        server.route().respond(json=[ticket()], headers={"Content-Range": "*/1"})
        tickets = data_access.Ticket
        await maybe_await(tickets.count())
        await maybe_await(tickets.create({"organization_id": PARENT_ID, **REQUIRED}))
        await maybe_await(tickets.create({"organization_id": PARENT_ID, **REQUIRED}, upsert=True))
        await maybe_await(tickets.remove_by_ids([ID]))
        names = [each.name for each in spans() if each.kind is trace.SpanKind.CLIENT]
        assert names == ["SELECT tickets", "INSERT tickets", "UPSERT tickets", "DELETE tickets"]

    async def test_a_function_of_the_database(self, data_access, server, spans):
        server.post("/rpc/wrpc_revoke_suggestion_grant").respond(json=[])
        await maybe_await(data_access.SuggestionGrant.invoke_revoke_suggestion_grant_rpc(ID))
        request, _ = spans()
        assert request.name == "CALL wrpc_revoke_suggestion_grant"
        assert request.attributes["db.stored_procedure.name"] == "wrpc_revoke_suggestion_grant"
        assert "db.collection.name" not in request.attributes

    async def test_an_iteration_is_one_call_and_the_callers_code_is_not_in_it(
        self, data_access, server, spans
    ):
        server.get("/tickets").respond(json=[ticket()])
        seen = []
        items = data_access.Ticket.iterate()
        if hasattr(items, "__aiter__"):
            seen += [trace.get_current_span() async for _ in items]
        else:
            seen += [trace.get_current_span() for _ in items]
        assert tree(spans()) == [("Ticket.iterate", [("SELECT tickets", [])])]
        assert seen == [trace.INVALID_SPAN]

    async def test_an_iteration_that_is_left_ends_its_span(self, data_access, server, spans):
        server.get("/tickets").respond(json=[ticket(), ticket() | {"id": OTHER_ID}])
        items = data_access.Ticket.iterate()
        if hasattr(items, "__aiter__"):
            await anext(items)
            await items.aclose()
        else:
            next(items)
            items.close()
        (call,) = [each for each in spans() if each.name == "Ticket.iterate"]
        assert call.status.status_code is trace.StatusCode.UNSET

    @pytest.mark.skipif("include" not in Options.__annotations__, reason="needs eager loading")
    async def test_related_entities_are_requests_of_the_call(self, data_access, server, spans):
        server.get("/tickets").respond(json=[ticket(), ticket() | {"id": OTHER_ID}])
        server.get("/organizations").respond(json=[row("Organization", organization_id=PARENT_ID, name="x")])
        server.get("/ticket_suggestions").respond(json=[])
        include = ["organization", "ticket_suggestions"]
        await maybe_await(data_access.Ticket.all_by_organization_id(PARENT_ID, include=include))
        ((name, requests),) = tree(spans())
        assert name == "Ticket.all_by_organization_id"
        assert sorted(requests) == [
            ("SELECT organizations", []),
            ("SELECT ticket_suggestions", []),
            ("SELECT tickets", []),
        ]

    async def test_a_span_of_the_program_is_the_parent(self, data_access, server, spans):
        server.get("/tickets").respond(json=[])
        with trace.get_tracer("program").start_as_current_span("handler"):
            await maybe_await(data_access.Ticket.all())
        assert tree(spans()) == [("handler", [("Ticket.all", [("SELECT tickets", [])])])]

    async def test_concurrent_calls_do_not_mix(self, server, spans):
        server.get("/tickets").respond(json=[])
        server.get("/sites").respond(json=[])
        data_access = create_async_data_access(postgrest_url=URL)
        await asyncio.gather(data_access.Ticket.all(), data_access.Site.all(), data_access.Ticket.all())
        assert sorted(tree(spans())) == [
            ("Site.all", [("SELECT sites", [])]),
            ("Ticket.all", [("SELECT tickets", [])]),
            ("Ticket.all", [("SELECT tickets", [])]),
        ]

    @pytest.mark.usefixtures("film_entity")
    async def test_methods_of_your_own(self, data_access, server, spans):
        server.get("/films").respond(json=[])
        await maybe_await(data_access.Film.newest())
        assert tree(spans()) == [("Film.newest", [("SELECT films", [])])]


class Film(BaseModel):
    ENTITY_NAME = "Film"


class FilmCollection(BaseCollection):
    COLLECTION_NAME = "FilmCollection"

    async def newest(self):
        return await self._newest()

    async def _newest(self):
        return await self.first({})


@pytest.fixture
def film_entity():
    EntityRegistry.register_entity(SchemaBuilder(Film, FilmCollection).build())
    yield
    EntityRegistry.reset_entities()


REQUIRED = {
    "task_management_connection_id": ID,
    "external_ticket_id": "1",
    "ticket_key": "ASO-1",
    "ticket_url": "https://example.com/1",
    "ticket_provider": "jira_cloud",
    "created_by": "somebody",
}


class TestFailures:
    async def test_resends_are_counted(self, data_access, server, spans):
        replies = [httpx.Response(503), httpx.ConnectError("refused"), httpx.Response(200, json=[])]
        server.get("/tickets").mock(side_effect=replies)
        await maybe_await(data_access.Ticket.all())
        request, call = spans()
        assert request.attributes["http.request.resend_count"] == 2
        assert "error.type" not in request.attributes
        assert "http.request.resend_count" not in call.attributes

    async def test_a_renewed_key_is_a_resend(self, server, spans):
        server.get("/tickets").mock(side_effect=[httpx.Response(401), httpx.Response(200, json=[])])
        with create_data_access(postgrest_url=URL, postgrest_api_key=lambda: "key") as data_access:
            data_access.Ticket.all()
        assert spans()[0].attributes["http.request.resend_count"] == 1

    async def test_an_error_of_the_database(self, data_access, server, spans):
        server.post("/tickets").mock(return_value=error_response(409, "23505", "Key (x)=(s3cret) exists"))
        with pytest.raises(ConflictError):
            await maybe_await(data_access.Ticket.create({"organization_id": PARENT_ID, **REQUIRED}))
        request, call = spans()
        for span in (request, call):
            assert span.status.status_code is trace.StatusCode.ERROR
            assert span.attributes["error.type"] == "23505"
            assert "s3cret" not in span.to_json()
        assert request.attributes["db.response.status_code"] == "23505"

    @pytest.mark.parametrize(
        ("reply", "kind"), [(httpx.Response(502), "502"), (httpx.ReadTimeout("late"), "ReadTimeout")]
    )
    async def test_an_unavailable_server(self, data_access, server, spans, reply, kind):
        server.get("/tickets").mock(side_effect=[reply] * 4)
        with pytest.raises(UnavailableError):
            await maybe_await(data_access.Ticket.all())
        request, call = spans()
        assert (request.attributes["error.type"], call.attributes["error.type"])[0] == kind
        assert request.attributes["http.request.resend_count"] == 3

    async def test_an_invalid_argument(self, data_access, spans):
        with pytest.raises(ValidationError):
            await maybe_await(data_access.Ticket.find_by_id("no UUID"))
        (call,) = spans()
        assert call.attributes["error.type"] == "ValidationError"
        assert not call.events

    async def test_a_cancelled_call(self, server, spans):
        started = asyncio.Event()

        async def never(_request):
            started.set()
            await asyncio.Event().wait()

        server.get("/tickets").mock(side_effect=never)
        data_access = create_async_data_access(postgrest_url=URL)
        task = asyncio.create_task(data_access.Ticket.all())
        await started.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert [each.attributes["error.type"] for each in spans()] == ["CancelledError"] * 2


async def test_no_value_key_or_filter_is_in_a_span(data_access, server, spans):
    server.route().respond(json=[ticket(ticket_status="s3cret-status")])
    tickets = data_access.Ticket
    found = await maybe_await(
        tickets.all_by_organization_id(
            PARENT_ID, where=lambda attrs, op: op.eq(attrs.ticket_key, "s3cret-filter")
        )
    )
    await maybe_await(found[0].set_ticket_status("s3cret-value").save())
    await maybe_await(
        tickets.create({"organization_id": PARENT_ID, **REQUIRED, "created_by": "s3cret-creator"})
    )
    await collect(tickets.iterate({"ticket_key": "s3cret-key"}))
    text = "".join(each.to_json() for each in spans())
    assert len(spans()) >= 8
    assert [value for value in ("s3cret", PARENT_ID, ID, "ASO-1") if value in text] == []


class TestS3:
    def test_a_call_has_a_span(self, spans, monkeypatch):
        stored = ConfigurationObject("bucket", "us-east-1", connect_timeout=1, read_timeout=1)
        body = type("Body", (), {"read": lambda self: b"{}"})()
        client = type("Client", (), {"get_object": lambda self, **_: {"Body": body}})()
        monkeypatch.setattr(stored, "_client", lambda: client)
        stored.read()
        (span,) = spans()
        assert (span.name, span.kind) == ("S3.GetObject", trace.SpanKind.CLIENT)
        assert dict(span.attributes) == {
            "db.system.name": "aws.s3",
            "db.collection.name": "bucket",
            "db.operation.name": "GetObject",
            "rpc.system": "aws-api",
            "rpc.service": "S3",
            "rpc.method": "GetObject",
        }


class TestWithoutSdk:
    @pytest.mark.parametrize("installed", [True, False])
    def test_there_are_no_spans(self, monkeypatch, server, installed):
        monkeypatch.setattr(trace, "_TRACER_PROVIDER", None)
        if not installed:
            monkeypatch.delitem(sys.modules, "opentelemetry.trace")
        server.get("/tickets").respond(json=[])
        with create_data_access(postgrest_url=URL) as data_access:
            assert data_access.Ticket.all() == []
        assert not tracing.begins_call()

    def test_it_takes_less_than_three_microseconds(self):
        # In a process of its own, which measures no coverage. CPU time, since other processes use the machine too.
        program = """
import time, timeit
from opentelemetry import trace
from spacecat_shared_data_access.postgrest import tracing

assert trace._TRACER_PROVIDER is None

def call():
    tracing.begins_call()
    with tracing.request_span(None):
        pass

print(min(timeit.repeat(call, number=100, repeat=200, timer=time.thread_time)) / 100)
"""
        environment = {
            name: value for name, value in os.environ.items() if not name.startswith(("COV", "OTEL"))
        }
        printed = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-c", program], capture_output=True, text=True, check=True, env=environment
        ).stdout
        assert float(printed) < 3e-6
