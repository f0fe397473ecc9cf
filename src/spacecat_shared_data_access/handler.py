"""data_access_wrapper: a data access for AWS Lambda handlers."""

from __future__ import annotations

import asyncio
import logging
import math
import os
import threading
from collections.abc import Callable, Coroutine, Hashable, Mapping
from contextlib import AbstractContextManager
from contextvars import copy_context
from functools import wraps
from inspect import iscoroutinefunction, unwrap
from typing import Any, Final, TypeVar, cast

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


class _KeptLoop(threading.local):
    # Lambda's runtime awaits nothing. A connection belongs to the loop that opened it, so this one, of each
    # thread that invokes handlers, stays over warm invocations; and with it the async HTTP client.
    def __init__(self) -> None:
        self.runner = asyncio.Runner()

    def run(self, call: Coroutine[Any, Any, Any]) -> Any:
        return self.runner.run(call, context=copy_context())  # by itself it keeps the first caller's


_kept_loop: Final = _KeptLoop()

# One data access, and so one HTTP client, for a process and configuration: warm invocations reuse it.
_made: Final[dict[Hashable, DataAccess | AsyncDataAccess]] = {}


def data_access_wrapper(handler: Handler) -> Handler:
    """Give a handler ``context.data_access``.

    The configuration is read from ``context.env`` where there is one, else from the process's
    environment: POSTGREST_URL (required), POSTGREST_SCHEMA, POSTGREST_API_KEY, S3_CONFIG_BUCKET,
    AWS_REGION and S2S_ALLOWED_IMS_ORG_IDS. A context that has a data access already keeps it. Where the
    context has a ``log``, that is where the data access writes.

    No request, with all of its attempts, takes longer than the context says that the invocation may
    (``get_remaining_time_in_millis``), less a margin for answering: a tenth, half a second at most.

    An ``async def`` handler may be called with or without an event loop. Where one is running, calling it
    gives the coroutine, to be awaited there. Where none is, as in Lambda, whose runtime awaits nothing,
    the call runs it to its end and gives its result, on a loop that is kept for the next one.

    Args:
        handler: A function of (event, context). A ``def`` gets a `DataAccess`, an ``async def`` an
            `AsyncDataAccess`.

    Returns:
        A function of the same signature, whose ``__wrapped__`` is the handler. It is a plain function
        for an ``async def`` too. Calling it raises ValidationError, naming the variable, where the
        configuration is missing or wrong.
    """
    if iscoroutinefunction(unwrap(handler)):  # unwrapped, so that one that is wrapped already is known

        async def invoke(event: Any, context: Any, *args: Any, **kwargs: Any) -> Any:
            _provide(context, create_async_data_access)
            with _while_time_is_left(context):
                return await handler(event, context, *args, **kwargs)

        @wraps(handler)
        def handle_async(event: Any, context: Any, *args: Any, **kwargs: Any) -> Any:
            invoked = invoke(event, context, *args, **kwargs)
            return invoked if _in_a_loop() else _kept_loop.run(invoked)

        return cast("Handler", handle_async)

    @wraps(handler)
    def handle(event: Any, context: Any, *args: Any, **kwargs: Any) -> Any:
        _provide(context, create_data_access)
        with _while_time_is_left(context):
            return handler(event, context, *args, **kwargs)

    return cast("Handler", handle)


def _while_time_is_left(context: Any) -> AbstractContextManager[None]:
    # No request of this invocation takes longer than Lambda lets it run, but for what it takes to answer.
    ask = getattr(context, "get_remaining_time_in_millis", None)
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


def _provide(context: Any, create: Callable[..., D]) -> None:
    if getattr(context, "data_access", None) is not None:
        return
    environment = getattr(context, "env", None)
    config = DataAccessConfig.from_environment(
        environment if isinstance(environment, Mapping) else os.environ
    )
    log = getattr(context, "log", None)
    log = log if isinstance(log, logging.Logger) else None
    aws = (config.s3_bucket, config.region)
    key = (create, config.service_settings(), aws, config.s2s_allowed_ims_org_ids, log)
    data_access = _made.get(key)
    if data_access is None or data_access.closed:
        data_access = _made[key] = create(config, log=log)
    context.data_access = data_access
