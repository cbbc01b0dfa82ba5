"""The FastAPI example, run on the in-memory transport."""

from collections.abc import AsyncIterator

import pytest
from httpx import ASGITransport, AsyncClient

from examples.fastapi_login import app
from stytch_async import Client, InMemoryTransport
from stytch_async.integrations.fastapi import stytch_client as client_of

PASSWORD = "a long and quiet river"


@pytest.fixture
async def visitor(stytch_client: Client) -> AsyncIterator[AsyncClient]:
    """Visit the app, which uses the test's own Stytch."""
    app.dependency_overrides[client_of] = lambda: stytch_client
    async with AsyncClient(transport=ASGITransport(app), base_url="https://app.example.com") as visitor:
        yield visitor
    app.dependency_overrides.clear()


async def test_an_emailed_code_logs_a_visitor_in(visitor: AsyncClient, stytch: InMemoryTransport) -> None:
    """The code that arrives by email opens the protected page."""
    sent = await visitor.post("/login", json={"email": "ada@example.com"})
    code = stytch.project.outbox.last("ada@example.com").code

    await visitor.post("/login/code", json={**sent.json(), "code": code})

    page = await visitor.get("/")
    assert page.json() == {"greeting": "Hello, ada@example.com!"}


async def test_an_outage_is_not_a_logout(
    visitor: AsyncClient, stytch: InMemoryTransport, stytch_client: Client
) -> None:
    """While Stytch is down the app answers 503, and the visitor is still logged in afterwards."""
    await visitor.post("/signup", json={"email": "ada@example.com", "password": PASSWORD})
    stytch.fail_next(stytch_client.sessions.authenticate, status=503)

    during = await visitor.get("/")

    after = await visitor.get("/")
    assert (during.status_code, after.status_code) == (503, 200)


async def test_a_code_works_for_its_lifetime_only(visitor: AsyncClient, stytch: InMemoryTransport) -> None:
    """A code that was read too late is refused."""
    sent = await visitor.post("/login", json={"email": "ada@example.com"})
    code = stytch.project.outbox.last("ada@example.com").code
    stytch.project.clock.advance(minutes=11)

    late = await visitor.post("/login/code", json={**sent.json(), "code": code})

    assert (late.status_code, late.json()) == (401, {"detail": "unable_to_auth_otp_code"})


async def test_the_page_is_closed_to_strangers(visitor: AsyncClient) -> None:
    """Without a session, and with a made-up one, the page answers 401."""
    without = await visitor.get("/")
    forged = await visitor.get("/", headers={"Cookie": "stytch_session=made-up"})

    assert (without.status_code, forged.status_code) == (401, 401)


async def test_a_weak_password_is_explained(visitor: AsyncClient) -> None:
    """A refusal that the visitor can mend keeps Stytch's name for it."""
    refused = await visitor.post("/signup", json={"email": "ada@example.com", "password": "password"})

    assert (refused.status_code, refused.json()) == (400, {"detail": "weak_password"})


async def test_a_password_is_changed_by_a_fresh_login_only(visitor: AsyncClient, stytch: InMemoryTransport) -> None:
    """Within five minutes of the login the password changes; after that it takes a new login."""
    await visitor.post("/signup", json={"email": "ada@example.com", "password": PASSWORD})

    fresh = await visitor.post("/password", json={"password": "another long and quiet river"})
    stytch.project.clock.advance(minutes=6)
    stale = await visitor.post("/password", json={"password": "one more long and quiet river"})

    assert (fresh.status_code, stale.status_code) == (200, 403)


async def test_a_logout_ends_the_session_for_good(visitor: AsyncClient) -> None:
    """Neither this browser nor a copy of its cookies opens the page afterwards."""
    await visitor.post("/signup", json={"email": "ada@example.com", "password": PASSWORD})
    copy = {"Cookie": "; ".join(f"{name}={value}" for name, value in visitor.cookies.items())}

    await visitor.post("/logout")

    here, elsewhere = await visitor.get("/"), await visitor.get("/", headers=copy)
    assert (here.status_code, elsewhere.status_code) == (401, 401)
