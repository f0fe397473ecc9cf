"""API keys that a function returns: called for each request, and again if the server rejects the key."""

from __future__ import annotations

import asyncio
import inspect
import logging
from collections.abc import AsyncGenerator, Awaitable, Callable, Generator
from typing import Any, Final

import httpx
from pydantic import SecretStr

from spacecat_shared_data_access.errors import DataAccessError, ValidationError
from spacecat_shared_data_access.postgrest.headers import check_header_value
from spacecat_shared_data_access.postgrest.log_events import LogEvent, log_fields
from spacecat_shared_data_access.postgrest.tracing import count_resend

ApiKeyFunction = Callable[[], str | SecretStr | Awaitable[str | SecretStr]]
"""Returns the current key. It may be an ``async def`` for an asynchronous data access."""

_UNAUTHORIZED: Final = 401
_RENEWALS: Final = "spacecat_renewals"


class ApiKeyAuth(httpx.Auth):
    """Signs each request with the key that a function returns.

    After a 401 the function is called again and the request is sent once more: the key may have been replaced.
    That is safe for writes too, since the server did not execute the first request.

    Args:
        function: Returns the key.
        log: The logger of requests that are sent again.

    Raises (each request):
        ValidationError: The function did not return a valid key.
        DataAccessError: The function raised an error, which is the `cause`.
    """

    def __init__(self, function: ApiKeyFunction, log: logging.Logger) -> None:
        self._function = function
        self._log = log

    def sync_auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response]:
        """Sign a request, and again after a 401."""
        _sign(request, self._call())
        response = yield request
        if response.status_code == _UNAUTHORIZED:
            self._renew(request)
            _sign(request, self._call())
            yield request

    async def async_auth_flow(self, request: httpx.Request) -> AsyncGenerator[httpx.Request, httpx.Response]:
        """Sign a request, and again after a 401."""
        _sign(request, await self._call_async(request))
        response = yield request
        if response.status_code == _UNAUTHORIZED:
            self._renew(request)
            _sign(request, await self._call_async(request))
            yield request

    def _call(self) -> Any:
        try:
            return self._function()
        except Exception as error:
            raise _function_failed(error) from error

    async def _call_async(self, request: httpx.Request) -> Any:
        key = self._call()
        if not inspect.isawaitable(key):
            return key
        try:
            async with asyncio.timeout(request.extensions.get("timeout", {}).get("read")):
                return await key
        except Exception as error:
            raise _function_failed(error) from error

    def _renew(self, request: httpx.Request) -> None:
        request.extensions[_RENEWALS] = renewals_of(request) + 1
        count_resend()
        table = request.url.path.rpartition("/")[2]
        self._log.warning(
            "%s %s: HTTP 401; sending it again with a new key",
            request.method,
            table,
            extra=log_fields(LogEvent.API_KEY_RENEWED, http_method=request.method, table=table),
        )


def key_headers(key: str) -> dict[str, str]:
    """Return the headers of a key."""
    return {"apikey": key, "authorization": f"Bearer {key}"}


def renewals_of(request: httpx.Request) -> int:
    """Return how often a request was sent again with a new key."""
    renewals = request.extensions.get(_RENEWALS, 0)
    return renewals if isinstance(renewals, int) else 0


def _sign(request: httpx.Request, key: object) -> None:
    request.headers.update(key_headers(_checked(key)))


def _checked(key: object) -> str:
    # The messages quote nothing that the function returned.
    if inspect.isawaitable(key):
        if inspect.iscoroutine(key):
            key.close()
        raise ValidationError("postgrest_api_key must return a string: only asyncio awaits a coroutine")
    text = key.get_secret_value() if isinstance(key, SecretStr) else key
    if not isinstance(text, str):
        raise ValidationError(f"postgrest_api_key must return a string, not {type(text).__name__}")
    try:
        text = check_header_value(text)
    except ValueError as error:
        raise ValidationError(f"the key that postgrest_api_key returns {error}") from None
    if not text:
        raise ValidationError("postgrest_api_key returned an empty string")
    return text


def _function_failed(error: Exception) -> DataAccessError:
    return DataAccessError(f"postgrest_api_key could not be read: {type(error).__name__}", cause=error)
