"""Authentication: bearer tokens, roles and the database's own grants."""

import time
from collections.abc import Iterator
from typing import Any

import httpx
import jwt
import pytest

from spacecat_shared_data_access.local import LocalPostgrest

SECRET = "local-dev-jwt-secret-for-postgrest-only"


LONG_AGO = 1_000_000_000
FAR_AHEAD = 4_102_444_800


def bearer(secret: str = SECRET, algorithm: str = "HS256", **claims: Any) -> dict[str, str]:
    return {"Authorization": f"Bearer {jwt.encode(claims, secret, algorithm=algorithm)}"}


class TestRoles:
    @pytest.mark.parametrize(
        ("headers", "role"),
        [
            ({}, "cinema_clerk"),
            (bearer(role="cinema_guest"), "cinema_guest"),
            (bearer(sub="somebody"), "cinema_clerk"),
            ({"Authorization": "Basic YTpi"}, "cinema_clerk"),
        ],
    )
    def test_the_token_names_the_role(self, cinema: httpx.Client, headers: dict[str, str], role: str) -> None:
        assert cinema.get("/rpc/whoami", headers=headers).json()["role"] == role

    def test_the_scheme_may_be_written_in_any_case(self, cinema: httpx.Client) -> None:
        headers = {"Authorization": bearer(role="cinema_guest")["Authorization"].replace("Bearer", "bEARER")}
        assert cinema.get("/rpc/whoami", headers=headers).json()["role"] == "cinema_guest"

    def test_the_database_sees_the_claims(self, cinema: httpx.Client) -> None:
        claims = {"role": "cinema_guest", "sub": "a'b\"c\\", "nested": {"x": [1, None]}}
        assert cinema.get("/rpc/whoami", headers=bearer(**claims)).json()["claims"] == claims

    def test_a_role_does_not_outlive_its_request(self, cinema: httpx.Client) -> None:
        roles = [
            cinema.get("/rpc/whoami", headers=headers).json()["role"]
            for headers in (bearer(role="cinema_guest"), {}) * 5
        ]
        assert roles == ["cinema_guest", "cinema_clerk"] * 5

    @pytest.mark.parametrize("role", ["nobody", "none", "NONE", 'x"; DROP TABLE films; --', 7])
    def test_unknown_ones_are_refused(self, cinema: httpx.Client, role: Any) -> None:
        response = cinema.get("/films", headers=bearer(role=role))
        assert (response.status_code, response.json()["code"]) == (401, "22023")
        assert response.headers["www-authenticate"] == "Bearer"


class TestGrants:
    def test_decide_what_a_role_may_do(self, cinema: httpx.Client) -> None:
        guest = bearer(role="cinema_guest")
        response = cinema.post("/logs", json={"at": 1}, headers=guest)
        assert (response.status_code, response.json()["code"]) == (403, "42501")
        assert "www-authenticate" not in response.headers
        assert cinema.get("/vault", headers=guest).status_code == 403

    def test_the_anonymous_may_sign_in_first(self, cinema: httpx.Client) -> None:
        response = cinema.get("/vault")
        assert (response.status_code, response.headers["www-authenticate"]) == (401, "Bearer")


class TestTokens:
    @pytest.mark.parametrize(
        ("headers", "code", "message"),
        [
            ({"Authorization": "Bearer"}, "PGRST301", "Empty JWT is sent in Authorization header"),
            ({"Authorization": "Bearer a.b"}, "PGRST301", "Expected 3 parts in JWT; got 2"),
            ({"Authorization": "Bearer a.b.c"}, "PGRST301", "JWT cryptographic operation failed"),
            (bearer("x" * 40), "PGRST301", "No suitable key or wrong key type"),
            (bearer(SECRET * 2, "HS512"), "PGRST301", "Wrong or unsupported encoding algorithm"),
            (bearer("", "none"), "PGRST301", "Wrong or unsupported encoding algorithm"),
            (bearer(exp=LONG_AGO), "PGRST303", "JWT expired"),
            (bearer(nbf=FAR_AHEAD), "PGRST303", "JWT not yet valid"),
            (bearer(iat=FAR_AHEAD), "PGRST303", "JWT issued at future"),
            (bearer(exp="soon"), "PGRST303", "The JWT 'exp' claim must be a number"),
            (bearer(nbf=True), "PGRST303", "The JWT 'nbf' claim must be a number"),
            (bearer(aud=[1]), "PGRST303", "The JWT 'aud' claim must be a string or an array of strings"),
        ],
    )
    def test_that_do_not_hold_are_refused(
        self, cinema: httpx.Client, headers: dict[str, str], code: str, message: str
    ) -> None:
        response = cinema.get("/films", headers=headers)
        body = response.json()
        assert (response.status_code, body["code"], body["message"]) == (401, code, message)
        challenge = f'Bearer error="invalid_token", error_description="{message}"'
        assert response.headers["www-authenticate"] == challenge

    @pytest.mark.parametrize(("claim", "seconds"), [("exp", -5), ("nbf", 5), ("iat", 5)])
    def test_clocks_may_differ_by_half_a_minute(self, cinema: httpx.Client, claim: str, seconds: int) -> None:
        headers = bearer(**{claim: time.time() + seconds})
        assert cinema.get("/films?limit=1", headers=headers).status_code == 200

    @pytest.mark.parametrize("claims", [{"aud": "anyone"}, {"aud": ["a", "b"]}, {"exp": None}])
    def test_other_claims_are_taken_as_they_are(self, cinema: httpx.Client, claims: dict[str, Any]) -> None:
        assert cinema.get("/films?limit=1", headers=bearer(**claims)).status_code == 200


@pytest.fixture(scope="module")
def open_server(cinema_server: LocalPostgrest) -> Iterator[LocalPostgrest]:
    with LocalPostgrest(
        database_url=cinema_server.database_url, anon_role="cinema_guest", schema="SELECT 1"
    ) as server:
        yield server


class TestWithoutSecret:
    def test_no_token_is_accepted(self, open_server: LocalPostgrest) -> None:
        response = httpx.get(f"{open_server.url}/films", headers=bearer(role="cinema_clerk"))
        assert (response.status_code, response.json()["code"]) == (500, "PGRST300")

    def test_everyone_is_anonymous(self, open_server: LocalPostgrest) -> None:
        assert httpx.get(f"{open_server.url}/rpc/whoami").json()["role"] == "cinema_guest"
        assert httpx.post(f"{open_server.url}/logs", json={"at": 1}).status_code == 401
