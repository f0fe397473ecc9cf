"""Which tokens there are: how many of a type a site gets in one cycle."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

@dataclass(frozen=True, slots=True)
class TokenGrant:
    """What a site gets of one type of token.

    Attributes:
        token_type: Such as ``grant_cwv``.
        tokens_per_cycle: How many in one cycle.
    """

    token_type: str
    tokens_per_cycle: int

    @property
    def current_cycle(self) -> str:
        """The cycle that it is now: the month in UTC, such as ``2026-07``."""

def token_type_for(opportunity_type: str) -> str:
    """Give the type of the tokens that pay for an opportunity's suggestions.

    Args:
        opportunity_type: Such as ``broken-backlinks``, which gives ``grant_broken_backlinks``.
    """

TOKEN_GRANTS: Final[Mapping[str, TokenGrant]]
"The grants by type of token."
