"""The `Prefer` header: what is asked for, and what of it was applied.

https://docs.postgrest.org/en/latest/references/api/preferences.html
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

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

    def get(self, name: str) -> str | None:
        """The value preferred for `name`, or None."""

    @property
    def strict(self) -> bool:
        """Whether an unknown preference is an error."""

    @property
    def max_affected(self) -> int | None:
        """How many rows a request may change, counted under handling=strict only."""

    def check(self) -> None:
        """Refuse unknown preferences where handling=strict.

        Raises:
            PostgrestError: PGRST122.
        """

    def applied(self, *names: str) -> str | None:
        """The `Preference-Applied` header.

        Args:
            names: The preferences that mean something to this kind of request.

        Returns:
            The header's value, or None where nothing was applied.
        """
