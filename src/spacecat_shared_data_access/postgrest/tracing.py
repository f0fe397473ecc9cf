"""OpenTelemetry spans of calls and requests, if the program has set up OpenTelemetry.

There is a span for each call of a collection or model, and below it one for each request, by the semantic
conventions for database clients: https://opentelemetry.io/docs/specs/semconv/database/. Attributes contain no values,
keys or filters.

OpenTelemetry is not imported here: a program whose spans are exported has imported it. Without a tracer provider
nothing is created.
"""

from __future__ import annotations

import sys
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, Final, TypeVar

from spacecat_shared_data_access._version import __version__
from spacecat_shared_data_access.errors import DataAccessError
from spacecat_shared_data_access.postgrest.request import Operation, is_call, operation_of

if TYPE_CHECKING:
    from spacecat_shared_data_access.postgrest.request import Query

T = TypeVar("T")

TRACING_API: Final = "opentelemetry.trace"
"""The module that a program with spans has imported. Callers check this first: a call without spans costs nothing."""

_SCOPE: Final = "spacecat_shared_data_access"
_OPERATIONS: Final = {
    Operation.READ: "SELECT",
    Operation.UPSERT: "UPSERT",
    Operation.UPDATE: "UPDATE",
    Operation.DELETE: "DELETE",
    Operation.COUNTED_DELETE: "DELETE",
}
_RESENDS: Final = "http.request.resend_count"
_OFF: Final = nullcontext()

# Whether a call of a collection or model is running: those that it makes itself have no spans of their own.
_is_in_call: Final[ContextVar[bool]] = ContextVar("_is_in_call", default=False)


def begins_call() -> bool:
    """Return whether a call gets a span: spans are created, and it is not a part of another call."""
    return _tracer() is not None and not _is_in_call.get()


async def trace_call(result: Awaitable[T], owner: object, name: str) -> T:
    """Await the result of a method in a span.

    Args:
        result: What the method returned.
        owner: The collection or model.
        name: The method's name.
    """
    with _in_span(_start_call(owner, name), ends=True), _in_call():
        return await result


async def trace_items(items: AsyncGenerator[T, None], owner: object, name: str) -> AsyncIterator[T]:
    """Yield the items of an asynchronous generator in a span. The caller's code between items is not in it.

    Args:
        items: The generator that the method returned.
        owner: The collection or model.
        name: The method's name.
    """
    span = _start_call(owner, name)
    try:
        while True:
            with _in_span(span, ends=False), _in_call():
                try:
                    item = await anext(items)
                except StopAsyncIteration:
                    return
            yield item
    finally:
        span.end()
        await items.aclose()


def request_span(query: Query) -> AbstractContextManager[Any]:
    """Return a context manager of the span of one request to PostgREST, with all its attempts."""
    tracer = _tracer()
    return _OFF if tracer is None else _in_span(_start_request(tracer, query), ends=True)


def s3_span(operation: str, bucket: str) -> AbstractContextManager[Any]:
    """Return a context manager of the span of one call of S3.

    Args:
        operation: Its name in AWS's API, such as ``GetObject``.
        bucket: The bucket's name.
    """
    attributes = {
        "db.system.name": "aws.s3",
        "db.operation.name": operation,
        "db.collection.name": bucket,
        "rpc.system": "aws-api",
        "rpc.service": "S3",
        "rpc.method": operation,
    }
    tracer = _tracer()
    return _OFF if tracer is None else _in_span(_start(tracer, f"S3.{operation}", attributes), ends=True)


def count_resend() -> None:
    """Count in the current span that its request is sent again."""
    if _tracer() is None:
        return
    span = _api().get_current_span()
    if span.is_recording():
        span.set_attribute(_RESENDS, (getattr(span, "attributes", None) or {}).get(_RESENDS, 0) + 1)


def _api() -> Any:
    return sys.modules[TRACING_API]


def _tracer() -> Any:
    # Looked up for each span, as a provider may be set at any time. Not by `get_tracer_provider`, which looks into
    # os.environ as long as there is none: that takes 4 µs.
    provider = getattr(sys.modules.get(TRACING_API), "_TRACER_PROVIDER", None)
    return None if provider is None else provider.get_tracer(_SCOPE, __version__)


def _start_call(owner: object, name: str) -> Any:
    kind = type(owner)
    entity = getattr(kind, "ENTITY_NAME", None) or kind.__name__.removesuffix("Collection")
    attributes = {"spacecat.entity.name": entity, "code.function.name": name}
    return _tracer().start_span(f"{entity}.{name}", attributes=attributes)


def _start_request(tracer: Any, query: Query) -> Any:
    request = query.request
    target, url = request.path.name, request.path
    attributes: dict[str, str | int] = {"db.system.name": "postgresql", "server.address": url.host or ""}
    if url.port is not None:
        attributes["server.port"] = url.port
    if is_call(query):
        operation, attributes["db.stored_procedure.name"] = "CALL", target
    else:
        operation = _OPERATIONS.get(operation_of(query), "INSERT")
        if target:
            attributes["db.collection.name"] = target
    attributes["db.operation.name"] = operation
    return _start(tracer, f"{operation} {target}".strip(), attributes)


def _start(tracer: Any, name: str, attributes: Mapping[str, str | int]) -> Any:
    return tracer.start_span(name, kind=_api().SpanKind.CLIENT, attributes=attributes)


@contextmanager
def _in_span(span: Any, *, ends: bool) -> Iterator[None]:
    # Exceptions are not recorded: their messages may quote values.
    with _api().use_span(span, end_on_exit=ends, record_exception=False, set_status_on_exception=False):
        try:
            yield
        except BaseException as error:
            span.set_status(_api().StatusCode.ERROR)
            span.set_attributes(_error_attributes(error))
            raise


@contextmanager
def _in_call() -> Iterator[None]:
    token = _is_in_call.set(True)
    try:
        yield
    finally:
        _is_in_call.reset(token)


def _error_attributes(error: BaseException) -> dict[str, str]:
    if not isinstance(error, DataAccessError) or (error.code is None and error.status is None):
        cause = error.cause if isinstance(error, DataAccessError) and error.cause is not None else error
        return {"error.type": type(cause).__name__}
    code = error.code or str(error.status)
    return {"error.type": code, "db.response.status_code": code}
