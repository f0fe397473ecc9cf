"""Who asks: bearer tokens, and the role that a token names.

https://docs.postgrest.org/en/latest/references/auth.html
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

SHORTEST_SECRET: int

@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks.

    Attributes:
        role: The database role that the request runs as.
        claims: The token's claims, role included, for `request.jwt.claims`.
        anonymous: Whether the role is the one of requests without a token.
    """

    role: str
    claims: Mapping[str, Any]
    anonymous: bool

class Authenticator:
    """Turns an Authorization header into a caller.

    Args:
        anon_role: The role of requests without a token, and of tokens without a role.
        jwt_secret: What tokens are signed with (HS256); None where tokens are not accepted.
    """

    def __init__(self, anon_role: str, jwt_secret: str | None) -> None: ...
    def caller(self, authorization: str | None) -> Caller:
        """Who asks.

        Args:
            authorization: The header; another scheme than Bearer counts as none.

        Raises:
            PostgrestError: PGRST300 without a secret, PGRST301 for a token that cannot be read,
                PGRST303 for claims that do not hold.
        """
