"""Well-known tags of the LLM Optimizer, such as ``market: ch``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from spacecat_shared_data_access.errors import ValidationError

_WELL_KNOWN: Final = re.compile(r"(market|product|topic):(\s?.+)")


def extract_well_known_tags(tags: Iterable[str]) -> dict[str, str]:
    """Return the market, product and topic given by tags.

    Args:
        tags: Such as ``["market: ch", "product: firefly", "summer"]``. If several give the same
            property, the last one is used.

    Returns:
        Such as ``{"market": "ch", "product": "firefly"}``.

    Raises:
        ValidationError: `tags` is not a list.
    """
    if not isinstance(tags, Iterable):
        raise ValidationError("tags must be an array")
    found: dict[str, str] = {}
    for tag in tags:
        match = _WELL_KNOWN.match(tag) if isinstance(tag, str) else None
        # The value may continue on another line, where the pattern's dot does not match.
        value = tag[match.start(2) :].strip() if match is not None else ""
        if match is not None and value:
            found[match[1]] = value
    return found
