"""Well-known tags of the LLM Optimizer, such as ``market: ch``."""

from collections.abc import Iterable

def extract_well_known_tags(tags: Iterable[str]) -> dict[str, str]:
    """Return the market, product and topic given by tags.

    Args:
        tags: Such as ``["market: ch", "product: firefly", "summer"]``. If several give the same
            property, the last one is used.

    Returns:
        Such as ``{"market": "ch", "product": "firefly"}``.
    """
