"""Versions and content hashes of brand profiles."""

from __future__ import annotations

import hashlib
import json
from typing import Any, Final

from spacecat_shared_data_access.schema.validation import is_number
from spacecat_shared_data_access.schema.values import now

_METADATA_KEYS: Final = ("version", "updatedAt", "contentHash")
_MAX_ARRAY_INDEX: Final = 2**32 - 2
# JavaScript writes numbers with an exponent from 1e21 up and below 1e-6.
_EXPONENT_FROM: Final = 1e21
_EXPONENT_BELOW: Final = 1e-6


def merge_brand_profile(stored: Any, new: Any) -> dict[str, Any]:
    """Return a brand profile with new properties, and a new version if they differ.

    Args:
        stored: The stored profile.
        new: The properties to set, as JSON. Their hash is compared with that of the last update.
    """
    profile = stored if isinstance(stored, dict) else {}
    given = new if isinstance(new, dict) else {}
    content = {key: value for key, value in given.items() if key not in _METADATA_KEYS}
    content_hash = hashlib.sha256(_to_json(content).encode("utf-8", "surrogatepass")).hexdigest()
    if profile.get("contentHash") == content_hash:
        return {**profile, **content}
    version = profile["version"] if is_number(profile.get("version")) else 0
    return {
        **profile,
        **content,
        "version": version + 1,
        "contentHash": content_hash,
        "updatedAt": now(),
    }


def _to_json(value: Any) -> str:
    # The same text as JSON.stringify, so that hashes equal those of the original.
    if isinstance(value, dict):
        items = sorted(value.items(), key=_key_position)
        return f"{{{','.join(f'{_to_json(key)}:{_to_json(item)}' for key, item in items)}}}"
    if isinstance(value, list):
        return f"[{','.join(map(_to_json, value))}]"
    if isinstance(value, float):
        return _number_to_json(value)
    return json.dumps(value, ensure_ascii=False)


def _key_position(item: tuple[str, Any]) -> float:
    # JavaScript puts integer keys first, in ascending order; the others keep their order of insertion.
    key = item[0]
    is_index = key.isdecimal() and key.isascii() and str(int(key)) == key
    return int(key) if is_index and int(key) <= _MAX_ARRAY_INDEX else float("inf")


def _number_to_json(value: float) -> str:
    text = repr(value)
    if value.is_integer() and abs(value) < _EXPONENT_FROM:
        # JavaScript writes the shortest digits that identify the number, followed by zeros.
        mantissa, _, exponent = text.lstrip("-").partition("e+")
        digits = mantissa.replace(".", "").ljust(int(exponent) + 1, "0") if exponent else str(int(abs(value)))
        return f"-{digits}" if value < 0 else digits
    if "e-" in text:
        mantissa, _, exponent = text.partition("e-")
        if abs(value) < _EXPONENT_BELOW:
            return f"{mantissa}e-{int(exponent)}"
        return f"{value:.{len(mantissa.lstrip('-').replace('.', '')) - 1 + int(exponent)}f}"
    return text
