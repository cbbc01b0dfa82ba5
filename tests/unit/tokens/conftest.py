"""Tokens to verify: a project's own, and forged ones."""

import asyncio
import base64
import json
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from joserfc import jwt
from joserfc.jwk import RSAKey

from stytch_async import B2BClient, Client, HTTPRequest, HTTPResponse, InMemoryTransport, Transport
from stytch_async.emulator import Project

PASSWORD = "a long and winding road 42"


class Altered(InMemoryTransport):
    """A Stytch of which some answers are others, and some have to be waited for.

    Attributes:
        documents: By a part of the URL, what to answer besides request id and status.
        gates: By a part of the URL, what must be set before anything is answered.
        timeouts: The timeout of each request, by URL.
        arrivals: Released once for each request that comes to a gate.

    """

    def __init__(self, project: Project | None = None) -> None:
        super().__init__(project)
        self.documents: dict[str, dict[str, Any]] = {}
        self.gates: dict[str, asyncio.Event] = {}
        self.timeouts: dict[str, float | None] = {}
        self.arrivals = asyncio.Semaphore(0)

    async def send(self, request: HTTPRequest, /) -> HTTPResponse:
        """Wait at the gate, and answer."""
        self.timeouts[request.url] = request.timeout
        for part, gate in self.gates.items():
            if part in request.url:
                self.arrivals.release()
                await gate.wait()
        for part, document in self.documents.items():
            if part in request.url:
                answer = {"request_id": "request-id-test-1", "status_code": 200, **document}
                return HTTPResponse(200, {}, json.dumps(answer).encode())
        return await super().send(request)


class Network:
    """Carries requests as a network would: what is behind cannot be seen, only what it answers."""

    def __init__(self, behind: Transport, headers: dict[str, str] | None = None) -> None:
        self.requests: list[HTTPRequest] = []
        self._behind = behind
        self._headers = headers or {}

    async def send(self, request: HTTPRequest, /) -> HTTPResponse:
        """Note the request, and add headers to the answer."""
        self.requests.append(request)
        response = await self._behind.send(request)
        return attrs.evolve(response, headers={**response.headers, **self._headers})

    async def aclose(self) -> None:
        """Close what is behind."""
        await self._behind.aclose()


@pytest.fixture
def project() -> Project:
    """Return an empty project."""
    return Project()


@pytest.fixture
def transport(project: Project) -> Altered:
    """Return a transport to it."""
    return Altered(project)


@pytest.fixture
def client(transport: InMemoryTransport) -> Client:
    """Return a Consumer client of it."""
    return Client(transport=transport)


@pytest.fixture
def b2b(transport: InMemoryTransport) -> B2BClient:
    """Return a B2B client of it."""
    return B2BClient(transport=transport)


@pytest.fixture
async def session_jwt(client: Client) -> str:
    """Return the JWT of a session that has just begun."""
    response = await client.passwords.create(email="ada@example.com", password=PASSWORD, session_duration_minutes=60)
    return response.session_jwt


@pytest.fixture
def claims(project: Project) -> dict[str, Any]:
    """Return the claims of a valid session JWT."""
    now = int(project.now.timestamp())
    return {
        "iss": f"stytch.com/{project.project_id}",
        "sub": "user-test-00000000-0000-4000-8000-000000000001",
        "aud": [project.project_id],
        "iat": now,
        "nbf": now,
        "exp": now + 300,
        "https://stytch.com/session": {
            "id": "session-test-00000000-0000-4000-8000-000000000001",
            "started_at": "2026-01-01T00:00:00Z",
            "last_accessed_at": "2026-01-01T00:00:00Z",
            "expires_at": "2036-01-01T00:00:00Z",
            "attributes": {"user_agent": "", "ip_address": ""},
            "authentication_factors": [],
            "roles": ["stytch_user"],
        },
    }


@pytest.fixture
def machine_claims(claims: dict[str, Any]) -> dict[str, Any]:
    """Return the claims of a valid machine token."""
    registered = {name: claims[name] for name in ("iss", "aud", "iat", "nbf", "exp")}
    return {**registered, "sub": "m2m-client-test-1", "scope": "read:users write:*"}


@pytest.fixture
def app_claims(claims: dict[str, Any]) -> dict[str, Any]:
    """Return the claims of a valid access token of a Connected App."""
    registered = {name: claims[name] for name in ("iss", "sub", "aud", "iat", "nbf", "exp")}
    return {**registered, "client_id": "connected-app-test-1", "jti": "1", "scope": "openid read:users"}


@pytest.fixture
def sign(project: Project) -> Callable[[dict[str, Any]], str]:
    """Return the function that signs claims with the project's key."""
    return project.keys.sign


def forged(header: dict[str, Any], claims: dict[str, Any], key: RSAKey) -> str:
    """Sign claims with another key."""
    return jwt.encode(header, claims, key, algorithms=["RS256"])


def raw(header: dict[str, Any], claims: object, signature: str = "c2ln") -> str:
    """Write a token without signing it."""
    parts = (json.dumps(part).encode() for part in (header, claims))
    return ".".join([*(base64.urlsafe_b64encode(part).decode().rstrip("=") for part in parts), signature])


def claims_of(token: str) -> dict[str, Any]:
    """Read what a token says."""
    payload = token.split(".")[1]
    claims: dict[str, Any] = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    return claims
