"""The private attributes of httpx that this package needs, all in one place.

httpx has no public names for a client's transports and for their connection pools. With a version of httpx that
names them differently, these functions raise AttributeError.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx


def transports_of(client: httpx.Client | httpx.AsyncClient) -> list[Any]:
    """Return the transports of a client: its own, and those of proxies."""
    return [each for each in (client._transport, *client._mounts.values()) if each]  # noqa: SLF001 - see above


def transport_for(client: httpx.AsyncClient, url: httpx.URL) -> httpx.AsyncBaseTransport:
    """Return the transport that a client uses for a URL, which depends on the environment's proxies."""
    return client._transport_for_url(url)  # noqa: SLF001 - see above


def pool_sizes_of(client: httpx.Client | httpx.AsyncClient) -> list[int]:
    """Return the maximum number of connections of each of a client's connection pools."""
    kinds = httpx.HTTPTransport | httpx.AsyncHTTPTransport
    return [each._pool._max_connections for each in transports_of(client) if isinstance(each, kinds)]  # noqa: SLF001 - see above


def replace_network(
    transport: httpx.HTTPTransport | httpx.AsyncHTTPTransport, replace: Callable[[Any], Any]
) -> None:
    """Replace the network backend of a transport's connection pool.

    httpcore's pools take a `network_backend`, but httpx does not pass one on. Building the pools here would mean
    repeating how httpx reads HTTP_PROXY, NO_PROXY and the like, and its three kinds of pools.

    Args:
        transport: A transport that has not sent anything yet.
        replace: Returns the new backend for the present one.
    """
    transport._pool._network_backend = replace(transport._pool._network_backend)  # noqa: SLF001 - see above
