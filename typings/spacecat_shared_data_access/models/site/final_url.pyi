"""Where a site's base URL leads to in the end."""

import httpx

async def final_url(
    url: str,
    *,
    blocking: bool,
    timeout: float,
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
