"""The ASGI application."""

from collections.abc import Awaitable, Callable

from starlette.types import ASGIApp

from spacecat_shared_data_access.local.request import RawRequest
from spacecat_shared_data_access.local.responses import ApiResponse

def create_app(respond: Callable[[RawRequest], Awaitable[ApiResponse]]) -> ASGIApp:
    """Create the application.

    Args:
        respond: Returns the response to a request, and never raises.
    """
