"""The HTTP side: Starlette's request to ours, our answer to Starlette's response."""

from collections.abc import Awaitable, Callable

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from spacecat_shared_data_access.local.answers import Answer, error_answer
from spacecat_shared_data_access.local.errors import PostgrestError
from spacecat_shared_data_access.local.request import METHODS, RawRequest


def make_app(answer: Callable[[RawRequest], Awaitable[Answer]]) -> Starlette:
    """Make the application.

    Args:
        answer: Answers a request, and never raises.
    """

    async def endpoint(request: Request) -> Response:
        raw = RawRequest(
            request.method,
            tuple(segment for segment in request.path_params["path"].split("/") if segment),
            request.scope["query_string"].decode("latin-1"),
            [(name.decode("latin-1"), value.decode("latin-1")) for name, value in request.headers.raw],
            await request.body(),
        )
        return _response(await answer(raw))

    async def refuse(request: Request, _error: Exception) -> Response:
        error = PostgrestError(405, "PGRST117", f"Unsupported HTTP method: {request.method}")
        return _response(error_answer(error))

    return Starlette(
        routes=[Route("/{path:path}", endpoint, methods=list(METHODS))],
        exception_handlers={HTTPException: refuse},
    )


def _response(answer: Answer) -> Response:
    return Response(answer.body, answer.status, answer.headers)
