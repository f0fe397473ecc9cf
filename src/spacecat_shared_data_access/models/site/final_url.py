"""Resolution of the URL that a site's base URL redirects to."""

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
    timeout: float,  # noqa: ASYNC109 - passed to httpx, in the sync API too
    user_agent: str | None = None,
    client: httpx.Client | httpx.AsyncClient | None = None,
) -> str:
    """Follow the redirects of a URL, without reading the page.

    Args:
        url: The first URL. Without a scheme it is an https URL.
        blocking: Whether to use an httpx.Client rather than an httpx.AsyncClient.
        timeout: The time to connect, and to wait for each response, in seconds.
        user_agent: The User-Agent to send.
        client: The client to use. The default is a new one.

    Returns:
        The last URL, without its scheme, and without the slash of an empty path. The status of its
        response does not matter.

    Raises:
        ValidationError: The environment has unusable settings for proxies or certificates.
        UnavailableError: A server did not respond, or there are too many redirects.
    """
    url = url if url.startswith(_SCHEMES) else f"https://{url}"
    headers = {"User-Agent": user_agent or _USER_AGENT}
    try:
        resolved = await (
            _resolve_sync(client, url, headers, timeout)
            if blocking
            else _resolve_async(client, url, headers, timeout)
        )
    except (httpx.RequestError, httpx.InvalidURL) as error:
        raise UnavailableError(f"Failed to resolve the final URL of {url}", cause=error) from error
    final = resolved.split("://")[1]
    return final.removesuffix("/") if final.count("/") == 1 else final


async def _resolve_async(client: Any, url: str, headers: Mapping[str, str], seconds: float) -> str:
    if client is None:
        async with _new_client(httpx.AsyncClient) as new:
            return await _resolve_async(new, url, headers, seconds)
    async with client.stream("GET", url, headers=headers, timeout=seconds, follow_redirects=True) as response:
        return str(response.url)


async def _resolve_sync(client: Any, url: str, headers: Mapping[str, str], seconds: float) -> str:
    if client is None:
        with _new_client(httpx.Client) as new:
            return await _resolve_sync(new, url, headers, seconds)
    with client.stream("GET", url, headers=headers, timeout=seconds, follow_redirects=True) as response:
        return str(response.url)


def _new_client(kind: type[Any]) -> Any:
    verify = ssl_context()
    with proxies_of_environment():
        return kind(verify=verify)
