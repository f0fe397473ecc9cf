"""Authentication by bearer token, and the role that a token names.

https://docs.postgrest.org/en/latest/references/auth.html
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

SHORTEST_SECRET: int

@dataclass(frozen=True, slots=True)
class Caller:
    """The role and the claims that a request runs with.

    Attributes:
        role: The database role.
        claims: The token's claims, including the role, for `request.jwt.claims`.
        anonymous: Whether the role is the one for requests without a token.
    """

    role: str
    claims: Mapping[str, Any]
    anonymous: bool

class Authenticator:
    """Reads the Authorization header.

    Args:
        anon_role: The role for requests without a token, and for tokens without a role.
        jwt_secret: The key that tokens are signed with (HS256); None to accept no tokens.
    """

    def __init__(self, anon_role: str, jwt_secret: str | None) -> None: ...
    def caller(self, authorization: str | None) -> Caller:
        """Return the role and the claims of a request.

        Args:
            authorization: The Authorization header; a scheme other than Bearer is ignored.

        Raises:
            PostgrestError: PGRST300 without a secret, PGRST301 for a malformed or forged token,
                PGRST303 for invalid claims.
        """
