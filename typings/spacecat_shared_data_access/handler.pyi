"""data_access_wrapper: a data access for AWS Lambda handlers."""

from collections.abc import Callable
from typing import Any, TypeVar

from spacecat_shared_data_access.data_access import AsyncDataAccess, DataAccess

Handler = TypeVar("Handler", bound=Callable[..., Any])
D = TypeVar("D", DataAccess, AsyncDataAccess)

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
