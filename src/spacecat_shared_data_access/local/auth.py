"""Authentication by bearer token, and the role that a token names.

https://docs.postgrest.org/en/latest/references/auth.html
"""

import json
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import jwt

from spacecat_shared_data_access.local.errors import RequestError

SHORTEST_SECRET = 32  # characters, as PostgREST requires
_SKEW = 30  # seconds by which clocks may differ
_PARTS = 3
_SURROGATE = re.compile("[\ud800-\udfff]")
# The claims are checked here, with PostgREST's own leeway and messages.
_UNCHECKED: Any = {f"verify_{claim}": False for claim in ("exp", "nbf", "iat", "aud", "iss", "sub", "jti")}


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

    def __init__(self, anon_role: str, jwt_secret: str | None) -> None:
        self._anon_role = anon_role
        self._secret = jwt_secret

    def caller(self, authorization: str | None) -> Caller:
        """Return the role and the claims of a request.

        Args:
            authorization: The Authorization header; a scheme other than Bearer is ignored.

        Raises:
            RequestError: PGRST300 without a secret, PGRST301 for a malformed or forged token,
                PGRST303 for invalid claims.
        """
        scheme, _, token = (authorization or "").partition(" ")
        claims: dict[str, Any] = {}
        if scheme.lower() == "bearer":
            claims = self._claims(token.strip())
            _check_claims(claims)
        role = claims.get("role", self._anon_role)
        if not isinstance(role, str):
            role = json.dumps(role)
        # SET ROLE "none" would switch to the server's own login, and PostgreSQL stores no lone surrogate.
        if role.lower() == "none" or _SURROGATE.search(role):
            raise RequestError(
                401, "22023", f'role "{role}" does not exist', headers={"www-authenticate": "Bearer"}
            )
        return Caller(role, {**claims, "role": role}, anonymous=role == self._anon_role)

    def _claims(self, token: str) -> dict[str, Any]:
        if self._secret is None:
            raise RequestError(500, "PGRST300", "Server lacks JWT secret")
        if not token:
            raise _refusal("PGRST301", "Empty JWT is sent in Authorization header")
        parts = len(token.split("."))
        if parts != _PARTS:
            raise _refusal("PGRST301", f"Expected {_PARTS} parts in JWT; got {parts}")
        try:
            claims: dict[str, Any] = jwt.decode(token, self._secret, algorithms=["HS256"], options=_UNCHECKED)
        except jwt.InvalidSignatureError:
            details = "None of the keys was able to decode the JWT"
            raise _refusal("PGRST301", "No suitable key or wrong key type", details) from None
        except jwt.InvalidAlgorithmError:
            raise _refusal("PGRST301", "Wrong or unsupported encoding algorithm") from None
        except (jwt.PyJWTError, RecursionError):
            raise _refusal("PGRST301", "JWT cryptographic operation failed") from None
        return claims


def _check_claims(claims: Mapping[str, Any]) -> None:
    now = time.time()
    for name in ("exp", "nbf", "iat"):
        value = claims.get(name)
        if value is None:
            continue
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise _refusal("PGRST303", f"The JWT '{name}' claim must be a number")
        if name == "exp" and value < now - _SKEW:
            raise _refusal("PGRST303", "JWT expired")
        if name != "exp" and value > now + _SKEW:
            late = "JWT not yet valid" if name == "nbf" else "JWT issued at future"
            raise _refusal("PGRST303", late)
    audience = claims.get("aud")
    texts = audience if isinstance(audience, list) else [audience]
    if audience is not None and not all(isinstance(text, str) for text in texts):
        raise _refusal("PGRST303", "The JWT 'aud' claim must be a string or an array of strings")


def _refusal(code: str, message: str, details: str | None = None) -> RequestError:
    challenge = f'Bearer error="invalid_token", error_description="{message}"'
    return RequestError(401, code, message, details, headers={"www-authenticate": challenge})
