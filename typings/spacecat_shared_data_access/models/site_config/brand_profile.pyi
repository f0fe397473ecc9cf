"""Versions and content hashes of brand profiles."""

from typing import Any

def merge_brand_profile(stored: Any, new: Any) -> dict[str, Any]:
    """Return a brand profile with new properties, and a new version if they differ.

    Args:
        stored: The stored profile.
        new: The properties to set, as JSON. Their hash is compared with that of the last update.
    """
