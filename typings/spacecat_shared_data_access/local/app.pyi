"""The HTTP side: an ASGI request to ours, our answer to a response."""

from collections.abc import Awaitable, Callable

from starlette.types import ASGIApp

from spacecat_shared_data_access.local.answers import Answer
from spacecat_shared_data_access.local.request import RawRequest

def make_app(answer: Callable[[RawRequest], Awaitable[Answer]]) -> ASGIApp:
    """Make the application.

    Args:
        answer: Answers a request, and never raises.
    """
