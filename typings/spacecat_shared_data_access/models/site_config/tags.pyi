"""Tags of the LLM optimizer that say something well known: ``market: ch``."""

from collections.abc import Iterable

def extract_well_known_tags(tags: Iterable[str]) -> dict[str, str]:
    """Give what tags say of market, product and topic.

    Args:
        tags: Such as ``["market: ch", "product: firefly", "summer"]``; of several that say the same, the
            last counts.

    Returns:
        ``{"market": "ch", "product": "firefly"}``.
    """
