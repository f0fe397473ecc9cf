"""Sort keys of strings in the root order of the Unicode collation algorithm.

The order is that of Unicode Technical Standards 10 and 35 (CLDR's root collation). It is exact for ASCII, of
which URLs and timestamps consist, and for Latin letters with accents. Other scripts sort after Latin by code
point. The libraries for all of Unicode take tens of megabytes, or ignore punctuation.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final
from unicodedata import category, decimal, normalize

CollationKey = tuple[tuple[tuple[int, int], ...], tuple[int, ...], tuple[int, ...]]
"""The weights that are compared, in this order: letters, accents, case."""

_SPACES: Final = "\t\n\v\f\r\x85 "
_PUNCTUATION: Final = "_-,;:!¡?¿.·'\"«»()[]{}§¶@*/\\&#%"
_SYMBOLS: Final = "`´^¯¨¸°©®+±÷×<=>¬|¦~"  # noqa: RUF001 - similar characters sort differently
_CURRENCIES: Final = "¤¢$£¥"
_ORDER: Final = {
    character: (group, place)
    for group, characters in enumerate((_SPACES, _PUNCTUATION, _SYMBOLS, _CURRENCIES))
    for place, character in enumerate(characters)
}
_DIGITS: Final = 4
_LETTERS: Final = 5
_GROUPS: Final = {"Z": 0, "P": 1, "S": 2}

# The order of common accents; all others follow by code point.
_MARKS: Final = "\u0301\u0300\u0306\u0302\u030c\u030a\u0308\u030b\u0303\u0307\u0338\u0335\u0327\u0328\u0304"
_PLAIN: Final = 0
_LIGATURE: Final = len(_MARKS) + 1
# Letters that sort like others, although Unicode does not decompose them.
_SORTED_AS: Final = {
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o\u0338",
    "ł": "l\u0335",
    "đ": "d\u0335",
    "ð": "d\u0335",
    "ħ": "h\u0335",
}


@lru_cache(maxsize=4_096)
def _elements(character: str) -> tuple[tuple[tuple[int, int] | None, int, int], ...]:
    # The weights of one character at the three levels. The first may be None.
    lower = character.lower()
    case = int(lower != character)
    expanded = _SORTED_AS.get(lower)
    if expanded is not None:
        letters = [_element(each, case) for each in expanded]
        return (*letters, (None, _LIGATURE, case))
    parts = normalize("NFKD", character)
    is_variant = len(parts) == 1 and parts != character
    found = [_element(part.lower(), 2 * is_variant + (part.lower() != part)) for part in parts]
    return tuple(each for each in found if each[0] is not None or each[1])


def _element(character: str, case: int) -> tuple[tuple[int, int] | None, int, int]:
    known = _ORDER.get(character)
    if known is not None:
        return known, _PLAIN, case
    kind = category(character)
    if kind[0] == "M":
        place = _MARKS.find(character)
        return None, place + 1 if place >= 0 else _LIGATURE + ord(character), case
    if kind[0] == "C":
        return None, _PLAIN, case
    value = decimal(character, None)
    if value is not None:
        return (_DIGITS, value), _PLAIN, case
    if kind == "Sc":
        return (3, ord(character)), _PLAIN, case
    return (_GROUPS.get(kind[0], _LETTERS), ord(character[0])), _PLAIN, case


def collation_key(text: str) -> CollationKey:
    """Return the key to sort a string by.

    Args:
        text: Any string. Canonically equivalent strings (NFC, NFD) have equal keys.
    """
    elements = [element for character in normalize("NFD", text) for element in _elements(character)]
    return (
        tuple(primary for primary, _, _ in elements if primary is not None),
        tuple(secondary for _, secondary, _ in elements),
        tuple(case for _, _, case in elements),
    )
