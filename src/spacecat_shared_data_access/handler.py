"""data_access_wrapper: a data access for AWS Lambda handlers."""

from __future__ import annotations

import asyncio
import math
import os
import threading
from collections.abc import Callable, Coroutine, Hashable, Mapping, MutableMapping
from contextlib import AbstractContextManager
from contextvars import copy_context
from functools import partial, wraps
from inspect import isasyncgenfunction, iscoroutinefunction, isgeneratorfunction, signature, unwrap
from types import SimpleNamespace
from typing import Any, Final, Protocol, TypeVar, cast

from spacecat_shared_data_access.config import DataAccessConfig
from spacecat_shared_data_access.data_access import (
    AsyncDataAccess,
    DataAccess,
    create_async_data_access,
    create_data_access,
)
from spacecat_shared_data_access.postgrest.deadline import invocation_deadline

Handler = TypeVar("Handler", bound=Callable[..., Any])
D = TypeVar("D", DataAccess, AsyncDataAccess)


# What is kept of the remaining time for answering that a request failed.
_MARGIN: Final = 0.1
_LONGEST_MARGIN: Final = 0.5

_LOG_METHODS: Final = ("debug", "info", "warning", "error", "exception")
_MOST_KEPT: Final = 16

# One data access, and so one HTTP client, for a process and configuration: warm invocations reuse it. Only
# the latest are kept: a service may make a new logger for each invocation.
_made: Final[dict[Hashable, DataAccess | AsyncDataAccess]] = {}


class InvocationContext(Protocol):
    """What AWS Lambda's context object offers, as its documentation describes it."""

    @property
    def function_name(self) -> str:
        """The function's name."""

    @property
    def function_version(self) -> str:
        """The function's version."""

    @property
    def invoked_function_arn(self) -> str:
        """The ARN by which the function was invoked."""

    @property
    def memory_limit_in_mb(self) -> Any:
        """The function's memory in MB. Lambda passes it as text."""

    @property
    def aws_request_id(self) -> str:
        """The invocation's identifier."""

    @property
    def log_group_name(self) -> str:
        """The function's log group."""

    @property
    def log_stream_name(self) -> str:
        """The log stream of the function's instance."""

    def get_remaining_time_in_millis(self) -> int:
        """Return how many milliseconds are left of the invocation."""


class LambdaContext(InvocationContext, Protocol):
    """The context of a wrapped ``def`` handler: an annotation for its parameter."""

    @property
    def data_access(self) -> DataAccess:
        """The data access that the wrapper provides."""


class AsyncLambdaContext(InvocationContext, Protocol):
    """The context of a wrapped ``async def`` handler: an annotation for its parameter."""

    @property
    def data_access(self) -> AsyncDataAccess:
        """The data access that the wrapper provides."""


class _KeptLoop(threading.local):
    # Lambda's runtime awaits nothing. A connection belongs to the loop that opened it, so this one, of each
    # thread that invokes handlers, stays over warm invocations; and with it the async HTTP client.
    def __init__(self) -> None:
        self._process = os.getpid()
        self.runner = asyncio.Runner(loop_factory=_new_loop)

    def run(self, call: Coroutine[Any, Any, Any]) -> Any:
        if self._process != os.getpid():
            self.__init__()  # type: ignore[misc] # a forked process shares its parent's loop and descriptors
        return self.runner.run(call, context=copy_context())  # by itself it keeps the first caller's


def _new_loop() -> asyncio.AbstractEventLoop:
    # Closing a loop, which its finalizer does too, unregisters its descriptors from the selector. In a forked
    # process that would be the parent's selector: there the loop is left as it is.
    loop, process = asyncio.new_event_loop(), os.getpid()
    close = loop.close

    def close_in_this_process() -> None:
        if os.getpid() == process:
            close()

    loop.close = close_in_this_process  # type: ignore[method-assign]
    return loop


_kept_loop: Final = _KeptLoop()


def data_access_wrapper(handler: Handler) -> Handler:
    """Provide a Lambda handler with ``context.data_access``.

    The configuration is read from ``context.env`` where there is one, else from the process's
    environment: POSTGREST_URL (required), POSTGREST_SCHEMA, POSTGREST_API_KEY, S3_CONFIG_BUCKET,
    AWS_REGION and S2S_ALLOWED_IMS_ORG_IDS. A context that has a data access already keeps it. The data
    access writes to ``context.log`` if that is a logger: of `logging`, of Powertools for AWS Lambda, or any
    object with the methods ``debug``, ``info``, ``warning``, ``error`` and ``exception``.

    A context that is a mapping is read and extended by its keys. A context that is None or cannot be
    extended is replaced for the handler by one with the same contents and the data access.

    No request, with all of its attempts, takes longer than the context says that the invocation may
    (``get_remaining_time_in_millis``), less a margin for answering: a tenth, half a second at most.

    An ``async def`` handler may be called with or without an event loop. Where one is running, calling it
    returns the coroutine, to be awaited there. Where none is, as in Lambda, whose runtime awaits nothing,
    the call runs it to its end and returns its result, on a loop that is kept for the next one.

    Args:
        handler: A function or method of (event, context), or an object that can be called so. A ``def``
            gets a `DataAccess`, an ``async def`` an `AsyncDataAccess`. `LambdaContext` and
            `AsyncLambdaContext` are annotations for the context.

    Returns:
        A function of the same signature, whose ``__wrapped__`` is the handler. It is a plain function
        for an ``async def`` too. Calling it raises ValidationError, naming the variable, where the
        configuration is missing or wrong.

    Raises:
        TypeError: The handler is a class, a static or class method object, or a generator function, or
            does not take an event and a context.
    """
    place = _place_of_context(handler)
    if _is_async(handler):

        async def invoke(*args: Any, **kwargs: Any) -> Any:
            context, args, kwargs = _provide(create_async_data_access, *place, args, kwargs)
            with _while_time_is_left(context):
                return await handler(*args, **kwargs)

        @wraps(handler)
        def handle_async(*args: Any, **kwargs: Any) -> Any:
            invoked = invoke(*args, **kwargs)
            return invoked if _in_a_loop() else _kept_loop.run(invoked)

        return cast("Handler", handle_async)

    @wraps(handler)
    def handle(*args: Any, **kwargs: Any) -> Any:
        context, args, kwargs = _provide(create_data_access, *place, args, kwargs)
        with _while_time_is_left(context):
            return handler(*args, **kwargs)

    return cast("Handler", handle)


def _place_of_context(handler: Callable[..., Any]) -> tuple[int, str]:
    # The position and the name of the parameter.
    name = getattr(handler, "__qualname__", repr(handler))
    if isinstance(handler, type):
        raise TypeError(f"{name} is a class: decorate its method, or wrap an object of it")
    if isinstance(handler, staticmethod | classmethod):
        raise TypeError(f"Put @{type(handler).__name__} above @data_access_wrapper, not below: {name}")
    if not callable(handler):
        raise TypeError(f"data_access_wrapper takes a function, not {handler!r}")
    for each in (handler, type(handler).__call__):
        if isgeneratorfunction(each) or isasyncgenfunction(each):
            raise TypeError(f"{name} is a generator function: a handler must return its response")
    try:
        taken = signature(handler)
    except ValueError:  # a function written in C may have none
        return 1, "context"
    names = list(taken.parameters)
    position = 2 if names[:1] in (["self"], ["cls"]) else 1
    try:
        taken.bind(*range(position + 1))
    except TypeError as error:
        raise TypeError(f"{name}{taken} cannot be called with an event and a context") from error
    return position, names[position] if len(names) > position else "context"


def _is_async(handler: Any) -> bool:
    written = unwrap(handler)  # so that a decorated one is known, and one that is wrapped already
    while isinstance(written, partial):
        written = unwrap(written.func)
    return iscoroutinefunction(written) or iscoroutinefunction(unwrap(type(written).__call__))


def _while_time_is_left(context: Any) -> AbstractContextManager[None]:
    # No request of this invocation takes longer than Lambda lets it run, but for what it takes to answer.
    ask = _value(context, "get_remaining_time_in_millis")
    left = ask() if callable(ask) else None
    if not isinstance(left, int | float):
        return invocation_deadline(math.inf)
    seconds = left / 1000
    return invocation_deadline(seconds - min(_LONGEST_MARGIN, seconds * _MARGIN))


def _in_a_loop() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


def _provide(
    create: Callable[..., D], position: int, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]
) -> tuple[Any, tuple[Any, ...], dict[str, Any]]:
    # The context with a data access, and the arguments with that context.
    if len(args) > position:
        context = _extended(args[position], create)
        args = (*args[:position], context, *args[position + 1 :])
    elif name in kwargs:
        context = _extended(kwargs[name], create)
        kwargs = {**kwargs, name: context}
    else:
        context = None  # calling the handler raises TypeError
    return context, args, kwargs


def _extended(context: Any, create: Callable[..., D]) -> Any:
    if _value(context, "data_access") is not None:
        return context
    data_access = _data_access_for(context, create)
    if context is None:
        return SimpleNamespace(data_access=data_access)
    if isinstance(context, Mapping):
        if not isinstance(context, MutableMapping):
            return {**context, "data_access": data_access}
        context["data_access"] = data_access
        return context
    try:
        context.data_access = data_access
    except (AttributeError, TypeError):
        return _ExtendedContext(context, data_access)
    return context


class _ExtendedContext:
    # In place of a context that takes no further attributes.
    def __init__(self, context: Any, data_access: DataAccess | AsyncDataAccess) -> None:
        self._context = context
        self.data_access = data_access

    def __getattr__(self, name: str) -> Any:
        return getattr(self._context, name)


def _data_access_for(context: Any, create: Callable[..., D]) -> DataAccess | AsyncDataAccess:
    environment, log = _value(context, "env"), _value(context, "log")
    config = DataAccessConfig.from_environment(
        environment if isinstance(environment, Mapping) else os.environ
    )
    if not all(callable(getattr(log, method, None)) for method in _LOG_METHODS):
        log = None
    aws = (config.s3_bucket, config.region)
    # A logger need not be hashable. A data access keeps its own alive, so that no other has its identity.
    key = (create, config.service_settings(), aws, config.s2s_allowed_ims_org_ids, id(log))
    data_access = _made.get(key)
    if data_access is None or data_access.closed:
        data_access = _made[key] = create(config, log=log)
        if len(_made) > _MOST_KEPT:
            _made.pop(next(iter(_made)), None)
    return data_access


def _value(context: Any, name: str) -> Any:
    return context.get(name) if isinstance(context, Mapping) else getattr(context, name, None)
