"""Tags of the LLM optimizer that say something well known: ``market: ch``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_WELL_KNOWN: Final = re.compile(r"(market|product|topic):(\s?.+)")


def extract_well_known_tags(tags: Iterable[str]) -> dict[str, str]:
    """Give what tags say of market, product and topic.

    Args:
        tags: Such as ``["market: ch", "product: firefly", "summer"]``; of several that say the same, the
            last counts.

    Returns:
        ``{"market": "ch", "product": "firefly"}``.
    """
    found: dict[str, str] = {}
    for tag in tags:
        match = _WELL_KNOWN.match(tag) if isinstance(tag, str) else None
        # What follows the colon may go on in another line.
        value = tag[match.start(2) :].strip() if match is not None else ""
        if match is not None and value:
            found[match[1]] = value
    return found
