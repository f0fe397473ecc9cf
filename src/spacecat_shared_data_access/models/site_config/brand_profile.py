"""The brand profile of a configuration, which counts its versions."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any, Final

from spacecat_shared_data_access.models.site_config.state import ConfigState
from spacecat_shared_data_access.schema.validation import is_number
from spacecat_shared_data_access.schema.values import now, plain

# What is said about a profile; all else is the profile itself.
_ABOUT: Final = ("version", "updatedAt", "contentHash")
_GREATEST_ARRAY_INDEX: Final = 2**32 - 2
# From here on JavaScript writes an exponent.
_GREAT: Final = 1e21
_SMALL: Final = 1e-6


class BrandProfile(ConfigState):
    """What a configuration says of the brand's profile."""

    __slots__ = ()

    def get_brand_profile(self) -> dict[str, Any] | None:
        """Give the brand's profile, with its ``version``, ``updatedAt`` and ``contentHash``."""
        return self._at("brandProfile")  # type: ignore[no-any-return] # a map where it is valid

    def update_brand_profile(self, new_profile: Mapping[str, Any] | None = None) -> None:
        """Set the brand's profile. Its version is counted up only where the content is another one.

        Args:
            new_profile: Replaces the profile's properties of the same names; the others stay.
        """
        given = plain(new_profile)
        new = given if isinstance(given, dict) else {}
        present = self._at("brandProfile")
        prior = present if isinstance(present, dict) else {}
        content = {key: value for key, value in new.items() if key not in _ABOUT}
        content_hash = hashlib.sha256(_compact_json(content).encode("utf-8", "surrogatepass")).hexdigest()
        if prior.get("contentHash") == content_hash:
            about = {key: prior[key] for key in _ABOUT if key in prior}
        else:
            version = prior["version"] if is_number(prior.get("version")) else 0
            about = {
                "version": version + 1,
                "contentHash": content_hash,
                "updatedAt": now(),
            }
        self._data["brandProfile"] = {**prior, **content, **about}


def _compact_json(value: Any) -> str:
    # The hash is over the text that JavaScript's JSON.stringify writes.
    if isinstance(value, dict):
        items = sorted(value.items(), key=_place_of_key)
        return f"{{{','.join(f'{_text(key)}:{_compact_json(item)}' for key, item in items)}}}"
    if isinstance(value, list):
        return f"[{','.join(map(_compact_json, value))}]"
    if isinstance(value, float):
        return _number(value)
    return _text(value)


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _place_of_key(item: tuple[str, Any]) -> float:
    # Whole numbers come first, by size; all other keys stay in the order in which they were inserted.
    key = item[0]
    is_index = key.isdecimal() and key.isascii() and str(int(key)) == key
    return int(key) if is_index and int(key) <= _GREATEST_ARRAY_INDEX else float("inf")


def _number(value: float) -> str:
    text = repr(value)
    if value.is_integer() and abs(value) < _GREAT:
        # JavaScript writes the shortest digits that mean the number, then zeros.
        mantissa, _, exponent = text.lstrip("-").partition("e+")
        digits = mantissa.replace(".", "").ljust(int(exponent) + 1, "0") if exponent else str(int(abs(value)))
        return f"-{digits}" if value < 0 else digits
    if "e-" in text:
        mantissa, _, exponent = text.partition("e-")
        if abs(value) < _SMALL:
            return f"{mantissa}e-{int(exponent)}"
        return f"{value:.{len(mantissa.lstrip('-').replace('.', '')) - 1 + int(exponent)}f}"
    return text
