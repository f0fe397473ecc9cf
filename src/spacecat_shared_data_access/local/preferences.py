"""The `Prefer` header: what is asked for, and what of it was applied.

https://docs.postgrest.org/en/latest/references/api/preferences.html
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from spacecat_shared_data_access.local.errors import PostgrestError
from spacecat_shared_data_access.local.parsing.scanner import LONGEST_NUMBER

_VALUES = {
    "resolution": ("merge-duplicates", "ignore-duplicates"),
    "missing": ("default", "null"),
    "return": ("representation", "minimal", "headers-only"),
    "count": ("exact", "planned", "estimated"),
    "tx": ("commit", "rollback"),
    "handling": ("strict", "lenient"),
}
_MAX_AFFECTED = "max-affected"
# In this order PostgREST lists what it applied; `tx` is accepted and, as by default there, without effect.
_APPLIED = ("resolution", "missing", "return", "count", "handling", "timezone", _MAX_AFFECTED)


@dataclass(frozen=True, slots=True)
class Preferences:
    """What a request prefers.

    Attributes:
        values: The accepted preferences by name, the first of each.
        unknown: Those that are not known, as they were written.
    """

    values: dict[str, str]
    unknown: tuple[str, ...]

    @classmethod
    def parse(cls, headers: Iterable[str]) -> Self:
        """Read the values of all `Prefer` headers.

        Args:
            headers: One text a header, in order.
        """
        values: dict[str, str] = {}
        unknown: list[str] = []
        for text in ",".join(headers).split(","):
            preference = text.strip()
            name, _, value = preference.partition("=")
            if value in _VALUES.get(name, ()) or _free_value(name, value):
                values.setdefault(name, value)
            elif preference and name != _MAX_AFFECTED:
                unknown.append(preference)
        return cls(values, tuple(unknown))

    def get(self, name: str) -> str | None:
        """The value preferred for `name`, or None."""
        return self.values.get(name)

    @property
    def strict(self) -> bool:
        """Whether an unknown preference is an error."""
        return self.values.get("handling") == "strict"

    @property
    def max_affected(self) -> int | None:
        """How many rows a request may change, counted under handling=strict only."""
        return int(self.values[_MAX_AFFECTED]) if self.strict and _MAX_AFFECTED in self.values else None

    def check(self) -> None:
        """Refuse unknown preferences where handling=strict.

        Raises:
            PostgrestError: PGRST122.
        """
        if self.strict and self.unknown:
            details = f"Invalid preferences: {', '.join(self.unknown)}"
            raise PostgrestError(400, "PGRST122", "Invalid preferences given with handling=strict", details)

    def applied(self, *names: str) -> str | None:
        """The `Preference-Applied` header.

        Args:
            names: The preferences that mean something to this kind of request.

        Returns:
            The header's value, or None where nothing was applied.
        """
        texts = [
            f"{name}={self.values[name]}"
            for name in _APPLIED
            if name in names and name in self.values and (name != _MAX_AFFECTED or self.strict)
        ]
        return ", ".join(texts) or None


def _free_value(name: str, value: str) -> bool:
    if name == _MAX_AFFECTED:
        return value.isascii() and value.isdecimal() and len(value) <= LONGEST_NUMBER
    if name != "timezone":
        return False
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # OSError: the name of a folder of zones
        return False
    return True
