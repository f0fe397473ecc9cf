"""data_access_wrapper: provides AWS Lambda handlers with a data access."""

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


# The part of the remaining time that is kept for responding after a failed request, and its maximum in seconds.
_MARGIN: Final = 0.1
_MAX_MARGIN: Final = 0.5

_LOG_METHODS: Final = ("debug", "info", "warning", "error", "exception")
_MAX_CACHED: Final = 16

# Warm invocations with the same configuration reuse a data access, and so its HTTP client. The number is limited,
# since a service may create a new logger for each invocation.
_cache: Final[dict[Hashable, DataAccess | AsyncDataAccess]] = {}


class InvocationContext(Protocol):
    """The context object of AWS Lambda, as its documentation describes it."""

    @property
    def function_name(self) -> str:
        """The function's name."""

    @property
    def function_version(self) -> str:
        """The function's version."""

    @property
    def invoked_function_arn(self) -> str:
        """The ARN that the function was invoked with."""

    @property
    def memory_limit_in_mb(self) -> Any:
        """The function's memory in MB, as a string."""

    @property
    def aws_request_id(self) -> str:
        """The invocation's ID."""

    @property
    def log_group_name(self) -> str:
        """The function's log group."""

    @property
    def log_stream_name(self) -> str:
        """The log stream of the function's instance."""

    def get_remaining_time_in_millis(self) -> int:
        """Return the remaining time of the invocation in milliseconds."""


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


class _LoopRunner(threading.local):
    # Lambda's runtime does not await coroutines. A connection belongs to the event loop that opened it, so each
    # thread that invokes handlers keeps an event loop for warm invocations, and with it the async HTTP client.
    def __init__(self) -> None:
        self._process = os.getpid()
        self.runner = asyncio.Runner(loop_factory=_new_loop)

    def run(self, call: Coroutine[Any, Any, Any]) -> Any:
        if self._process != os.getpid():
            self.__init__()  # type: ignore[misc] # the event loop belongs to the parent process
        # By default a Runner runs all calls in the same context.
        return self.runner.run(call, context=copy_context())


def _new_loop() -> asyncio.AbstractEventLoop:
    # Closing an event loop, which its finalizer does too, unregisters its file descriptors from the selector. In a
    # forked process that is the parent's selector, so the event loop is not closed there.
    loop, process = asyncio.new_event_loop(), os.getpid()
    close = loop.close

    def close_in_this_process() -> None:
        if os.getpid() == process:
            close()

    loop.close = close_in_this_process  # type: ignore[method-assign] # see the comment above
    return loop


_loop_runner: Final = _LoopRunner()


def data_access_wrapper(handler: Handler) -> Handler:
    """Provide a Lambda handler with ``context.data_access``.

    The configuration is read from ``context.env`` if it exists, otherwise from ``os.environ``: POSTGREST_URL
    (required), POSTGREST_SCHEMA, POSTGREST_API_KEY, S3_CONFIG_BUCKET, AWS_REGION and
    S2S_ALLOWED_IMS_ORG_IDS. A context that already has a data access keeps it. The data access logs to
    ``context.log`` if that is a logger: of `logging`, of Powertools for AWS Lambda, or any object with the
    methods ``debug``, ``info``, ``warning``, ``error`` and ``exception``, which take logging's arguments.

    If the context is a mapping, its keys are used instead of attributes. If it is None or cannot be changed,
    the handler gets a new context with the same contents and the data access.

    All attempts of a request end before the invocation does (``get_remaining_time_in_millis``), with a margin
    of a tenth of the remaining time, at most half a second, for the response.

    An ``async def`` handler can be called with or without a running event loop. With one, the call returns a
    coroutine. Without one, as in Lambda, the call runs the handler and returns its result. It uses an event
    loop that is kept for later calls.

    Args:
        handler: A function or method that takes (event, context), or another callable. A ``def`` gets a
            `DataAccess`, an ``async def`` an `AsyncDataAccess`. `LambdaContext` and `AsyncLambdaContext` are
            annotations for the context.

    Returns:
        A function with the same signature, whose ``__wrapped__`` is the handler. It is a plain function,
        even for an ``async def``. Calling it raises ValidationError, which names the variable, if the
        configuration is invalid.

    Raises:
        TypeError: The handler is a class, a static or class method object, or a generator function, or
            does not take an event and a context.
    """
    parameter = _context_parameter(handler)
    if _is_async(handler):

        async def invoke(*args: Any, **kwargs: Any) -> Any:
            context, args, kwargs = _provide(create_async_data_access, *parameter, args, kwargs)
            with _invocation_deadline(context):
                return await handler(*args, **kwargs)

        @wraps(handler)
        def handle_async(*args: Any, **kwargs: Any) -> Any:
            invoked = invoke(*args, **kwargs)
            return invoked if _is_loop_running() else _loop_runner.run(invoked)

        return cast("Handler", handle_async)

    @wraps(handler)
    def handle(*args: Any, **kwargs: Any) -> Any:
        context, args, kwargs = _provide(create_data_access, *parameter, args, kwargs)
        with _invocation_deadline(context):
            return handler(*args, **kwargs)

    return cast("Handler", handle)


def _context_parameter(handler: Callable[..., Any]) -> tuple[int, str]:
    # Return the position and the name of the context parameter.
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
        parameters = signature(handler)
    except ValueError:  # some functions in C have no signature
        return 1, "context"
    names = list(parameters.parameters)
    position = 2 if names[:1] in (["self"], ["cls"]) else 1
    try:
        parameters.bind(*range(position + 1))
    except TypeError as error:
        raise TypeError(f"{name}{parameters} cannot be called with an event and a context") from error
    return position, names[position] if len(names) > position else "context"


def _is_async(handler: Any) -> bool:
    function = unwrap(handler)  # it may be decorated, or wrapped already
    while isinstance(function, partial):
        function = unwrap(function.func)
    return iscoroutinefunction(function) or iscoroutinefunction(unwrap(type(function).__call__))


def _invocation_deadline(context: Any) -> AbstractContextManager[None]:
    get_remaining_time = _value(context, "get_remaining_time_in_millis")
    milliseconds = get_remaining_time() if callable(get_remaining_time) else None
    if not isinstance(milliseconds, int | float):
        return invocation_deadline(math.inf)
    seconds = milliseconds / 1000
    return invocation_deadline(seconds - min(_MAX_MARGIN, seconds * _MARGIN))


def _is_loop_running() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


def _provide(
    create: Callable[..., D], position: int, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]
) -> tuple[Any, tuple[Any, ...], dict[str, Any]]:
    # Return the context with a data access, and the arguments with that context.
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
    # Replaces a context whose attributes cannot be set.
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
    # A logger may not be hashable. Its id is not reused, since the data access keeps a reference to it.
    key = (create, config.service_settings(), aws, config.s2s_allowed_ims_org_ids, id(log))
    data_access = _cache.get(key)
    if data_access is None or data_access.closed:
        data_access = _cache[key] = create(config, log=log)
        if len(_cache) > _MAX_CACHED:
            _cache.pop(next(iter(_cache)), None)
    return data_access


def _value(context: Any, name: str) -> Any:
    return context.get(name) if isinstance(context, Mapping) else getattr(context, name, None)
