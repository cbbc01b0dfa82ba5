"""A Stytch with somebody signed in, and the requests that an app has to answer in one way or another."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Literal

import attrs
from httpx import AsyncClient

from stytch_async import B2BClient, Client, HTTPRequest, HTTPResponse, InMemoryTransport
from stytch_async.integrations.cookies import Cookies

PASSWORD = "a long and quiet river"
ORIGIN = "https://app.example.com"
HOST = "app.example.com"

MEMBER_COOKIES = Cookies(token="org_session", jwt="org_session_jwt")
"""Members are kept apart from users where an app has both."""

Kind = Literal["http", "websocket"]


@attrs.frozen
class Reply:
    """What a request or handshake came to.

    Attributes:
        status: Its status; 101 for a websocket that was opened.
        error: The error that the app names, or what else is in the answer.
        headers: The headers, by name in lower case.
        set_cookies: The ``Set-Cookie`` headers.

    """

    status: int
    error: str
    headers: Mapping[str, str]
    set_cookies: list[str]

    @classmethod
    def of(cls, status: int, content: bytes, headers: list[tuple[str, str]]) -> "Reply":
        """Read an answer, whether the app writes JSON or text."""
        text = content.decode()
        error = next(iter(json.loads(text).values())) if text.startswith('{"') else text
        lower = [(name.lower(), value) for name, value in headers]
        return cls(status, error, dict(lower), [value for name, value in lower if name == "set-cookie"])

    @property
    def cleared(self) -> bool:
        """Whether both cookies were deleted."""
        return len(self.set_cookies) == 2 and all("=; Path=/; Max-Age=0;" in line for line in self.set_cookies)


Knock = Callable[[Kind, str, Mapping[str, str]], Awaitable[Reply]]
"""Sends a POST, or shakes hands for a websocket."""


class GatedTransport(InMemoryTransport):
    """Holds back the calls that ask for a session while its gate is shut.

    Attributes:
        gate: Opens and shuts.
        arrived: Whether such a call has come.
        garbled: Whether the answers to such calls cannot be read.

    """

    def __init__(self) -> None:
        super().__init__()
        self.gate = asyncio.Event()
        self.gate.set()
        self.arrived = asyncio.Event()
        self.garbled = False

    async def send(self, request: HTTPRequest, /) -> HTTPResponse:
        """Carry out the request, once the gate is open."""
        if request.url.endswith("/sessions/authenticate"):
            self.arrived.set()
            await self.gate.wait()
            if self.garbled:
                return HTTPResponse(200, {}, b"<html>")
        return await super().send(request)


@attrs.frozen
class World:
    """A project of Stytch, and clients of it."""

    stytch: GatedTransport
    client: Client
    b2b: B2BClient

    async def sign_in(self, email: str = "ada@example.com") -> dict[str, str]:
        """Return the cookies of a user who has just signed up."""
        login = await self.client.passwords.create(email=email, password=PASSWORD, session_duration_minutes=60)
        return {"stytch_session": login.session_token, "stytch_session_jwt": login.session_jwt}

    async def sign_in_member(self) -> tuple[str, dict[str, str]]:
        """Return the organization and the cookies of a member who has just set a password."""
        name = f"Engines {len(self.stytch.calls)}"
        organization_id = (await self.b2b.organizations.create(organization_name=name)).organization.organization_id
        who = {"organization_id": organization_id, "email_address": "ada@example.com"}
        await self.b2b.organizations.members.create(**who)
        await self.b2b.passwords.email.reset_start(**who)
        token = self.stytch.project.outbox.last("ada@example.com").token
        assert token is not None
        login = await self.b2b.passwords.email.reset(password_reset_token=token, password=PASSWORD)
        return organization_id, {"org_session": login.session_token, "org_session_jwt": login.session_jwt}

    def asked(self) -> int:
        """Count the calls that ask Stytch for a session."""
        return sum(call.request.url.endswith("/sessions/authenticate") for call in self.stytch.calls)


def cookie_header(cookies: Mapping[str, str]) -> dict[str, str]:
    """Return the header that a browser sends cookies in, from a page of the app's own."""
    pairs = "; ".join(f"{name}={value}" for name, value in cookies.items())
    return {"Cookie": pairs, "Sec-Fetch-Site": "same-origin"}


def wear(browser: AsyncClient, cookies: Mapping[str, str]) -> None:
    """Give a browser cookies as if the app had set them."""
    for name, value in cookies.items():
        browser.cookies.set(name, value, domain=HOST)
