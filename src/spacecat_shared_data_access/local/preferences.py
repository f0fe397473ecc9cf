"""The `Prefer` header, and the `Preference-Applied` header of the response.

https://docs.postgrest.org/en/latest/references/api/preferences.html
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from spacecat_shared_data_access.local.errors import RequestError
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
# The order in which PostgREST lists them. `tx` is accepted without effect, as in PostgREST by default.
_APPLIED = ("resolution", "missing", "return", "count", "handling", "timezone", _MAX_AFFECTED)


@dataclass(frozen=True, slots=True)
class Preferences:
    """The preferences of a request.

    Attributes:
        values: The known preferences by name; the first one of each counts.
        unknown: The unknown ones, as they were written.
    """

    values: dict[str, str]
    unknown: tuple[str, ...]

    @classmethod
    def parse(cls, headers: Iterable[str]) -> Self:
        """Parse all `Prefer` headers.

        Args:
            headers: The value of each header, in order.
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
        """Return the value of a preference, or None."""
        return self.values.get(name)

    @property
    def strict(self) -> bool:
        """Whether an unknown preference is an error."""
        return self.values.get("handling") == "strict"

    @property
    def max_affected(self) -> int | None:
        """The most rows that a request may change; None without handling=strict."""
        return int(self.values[_MAX_AFFECTED]) if self.strict and _MAX_AFFECTED in self.values else None

    @property
    def counts(self) -> bool:
        """Whether to count all rows. The response to an estimate is the exact count too."""
        return self.values.get("count") in {"exact", "estimated"}

    def check(self) -> None:
        """Check for unknown preferences with handling=strict.

        Raises:
            RequestError: PGRST122.
        """
        if self.strict and self.unknown:
            details = f"Invalid preferences: {', '.join(self.unknown)}"
            raise RequestError(400, "PGRST122", "Invalid preferences given with handling=strict", details)

    def applied(self, *names: str) -> str | None:
        """Return the value of the `Preference-Applied` header, or None if no preference was applied.

        Args:
            names: The preferences that apply to this kind of request.
        """
        texts = [
            f"{name}={self.values[name]}"
            for name in _APPLIED
            if name in names and name in self.values and (name != _MAX_AFFECTED or self.strict)
        ]
        return ", ".join(texts) or None


def _free_value(name: str, value: str) -> bool:
    # Whether there is such a time zone is for PostgreSQL to say.
    is_number = value.isascii() and value.isdecimal() and len(value) <= LONGEST_NUMBER
    return name == "timezone" or (name == _MAX_AFFECTED and is_number)
