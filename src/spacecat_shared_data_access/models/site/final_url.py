"""Where a site's base URL leads to in the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import httpx

from spacecat_shared_data_access._version import __version__
from spacecat_shared_data_access.errors import UnavailableError
from spacecat_shared_data_access.postgrest.environment import proxies_of_environment, ssl_context

if TYPE_CHECKING:
    from collections.abc import Mapping

_SCHEMES: Final = ("http://", "https://")
_USER_AGENT: Final = f"spacecat-shared-data-access/{__version__}"


async def final_url(
    url: str,
    *,
    blocking: bool,
    timeout: float,  # noqa: ASYNC109 - httpx's own timeouts, which both faces have
    user_agent: str | None = None,
    client: httpx.Client | httpx.AsyncClient | None = None,
) -> str:
    """Follow the redirects of a URL, without reading the page.

    Args:
        url: Where to begin; https where it has no scheme.
        blocking: Whether the client blocks.
        timeout: Seconds to connect, and to wait for each answer.
        user_agent: Who asks.
        client: What to ask with, of the kind that fits; one of its own where not given.

    Returns:
        The last URL, without its scheme, and without the slash of an empty path.

    Raises:
        ValidationError: The environment names a proxy or certificates that cannot be used.
        UnavailableError: A server did not answer, or the redirects do not end. What the last one
            answered does not matter.
    """
    url = url if url.startswith(_SCHEMES) else f"https://{url}"
    headers = {"User-Agent": user_agent or _USER_AGENT}
    try:
        reached = await (
            _reached_blocking(client, url, headers, timeout)
            if blocking
            else _reached(client, url, headers, timeout)
        )
    except (httpx.RequestError, httpx.InvalidURL) as error:
        raise UnavailableError(f"Failed to resolve the final URL of {url}", cause=error) from error
    return _without_root_slash(reached.split("://")[1])


async def _reached(client: Any, url: str, headers: Mapping[str, str], seconds: float) -> str:
    if client is None:
        async with _new_client(httpx.AsyncClient) as own:
            return await _reached(own, url, headers, seconds)
    async with client.stream("GET", url, headers=headers, timeout=seconds, follow_redirects=True) as response:
        return str(response.url)


async def _reached_blocking(client: Any, url: str, headers: Mapping[str, str], seconds: float) -> str:
    if client is None:
        with _new_client(httpx.Client) as own:
            return await _reached_blocking(own, url, headers, seconds)
    with client.stream("GET", url, headers=headers, timeout=seconds, follow_redirects=True) as response:
        return str(response.url)


def _new_client(kind: type[Any]) -> Any:
    verify = ssl_context()
    with proxies_of_environment():
        return kind(verify=verify)


def _without_root_slash(url: str) -> str:
    return url.removesuffix("/") if url.count("/") == 1 else url
