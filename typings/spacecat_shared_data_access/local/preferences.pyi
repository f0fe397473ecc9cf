"""The `Prefer` header, and the `Preference-Applied` header of the response.

https://docs.postgrest.org/en/latest/references/api/preferences.html
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

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

    def get(self, name: str) -> str | None:
        """Return the value of a preference, or None."""

    @property
    def strict(self) -> bool:
        """Whether an unknown preference is an error."""

    @property
    def max_affected(self) -> int | None:
        """The most rows that a request may change; None without handling=strict."""

    def check(self) -> None:
        """Check for unknown preferences with handling=strict.

        Raises:
            PostgrestError: PGRST122.
        """

    def applied(self, *names: str) -> str | None:
        """Return the value of the `Preference-Applied` header, or None if no preference was applied.

        Args:
            names: The preferences that apply to this kind of request.
        """
