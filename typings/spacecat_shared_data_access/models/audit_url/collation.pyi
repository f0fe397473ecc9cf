"""Text in the order in which people expect it: the root order of the Unicode collation algorithm.

The source of the order: Unicode Technical Standards 10 and 35 (CLDR's root collation). It is exact for
what URLs and timestamps consist of, which is ASCII, and for Latin letters with their accents. Other
scripts come after Latin, each by its code points without regard to case and accents. A library for all of
Unicode would weigh tens of megabytes, or ignore punctuation, which is much of a URL.
"""

from typing import TypeAlias

CollationKey: TypeAlias = tuple[tuple[tuple[int, int], ...], tuple[int, ...], tuple[int, ...]]
"What tells texts apart, in this order: letters, then accents, then case."

def collation_key(text: str) -> CollationKey:
    """Give what to sort a text by.

    Args:
        text: Any text. Canonically equivalent texts (NFC, NFD) have equal keys.
    """
