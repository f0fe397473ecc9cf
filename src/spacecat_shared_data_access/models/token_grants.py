"""The types of tokens, and how many of each a site gets per cycle."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from spacecat_shared_data_access.schema.values import now

_YEAR_AND_MONTH: Final = len("2026-07")


@dataclass(frozen=True, slots=True)
class TokenGrant:
    """The number of tokens of a type that a site gets.

    Attributes:
        token_type: Such as ``grant_cwv``.
        tokens_per_cycle: The number of tokens in one cycle.
    """

    token_type: str
    tokens_per_cycle: int

    @property
    def current_cycle(self) -> str:
        """The current cycle: the month in UTC, such as ``2026-07``."""
        return now()[:_YEAR_AND_MONTH]


def token_type_for(opportunity_type: str) -> str:
    """Return the type of the tokens that an opportunity's suggestions are granted for.

    Args:
        opportunity_type: Such as ``broken-backlinks``, whose token type is ``grant_broken_backlinks``.
    """
    return f"grant_{opportunity_type.replace('-', '_')}"


_OPPORTUNITY_GRANTS: Final = {"cwv": 3, "broken-backlinks": 3, "alt-text": 3}

TOKEN_GRANTS: Final[Mapping[str, TokenGrant]] = MappingProxyType(
    {
        token_type_for(opportunity_type): TokenGrant(token_type_for(opportunity_type), tokens_per_cycle)
        for opportunity_type, tokens_per_cycle in _OPPORTUNITY_GRANTS.items()
    }
)
"""The grants by token type."""
