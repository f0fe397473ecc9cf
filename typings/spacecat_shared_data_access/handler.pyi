"""data_access_wrapper: a data access for AWS Lambda handlers."""

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from spacecat_shared_data_access.data_access import AsyncDataAccess, DataAccess

Handler = TypeVar("Handler", bound=Callable[..., Any])
D = TypeVar("D", DataAccess, AsyncDataAccess)

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
