"""Logins that end at a redirect URL of an app on the FastAPI kit."""

from typing import Annotated

import pytest
from fastapi import Depends, FastAPI, Request, Response
from fastapi.responses import PlainTextResponse, RedirectResponse
from httpx import AsyncClient

from stytch_async import Client
from stytch_async.integrations.fastapi import MemberAuth, UserAuth, stytch_client
from stytch_async.integrations.outcomes import ChooseOrganization, LoggedIn, NewPassword
from tests.kits.callers import come_back, come_back_as_a_member, come_back_to_a_form, send_a_strange_callback
from tests.kits.world import MEMBER_COOKIES, World

Stytch = Annotated[Client, Depends(stytch_client)]


@pytest.fixture
def app(world: World) -> FastAPI:
    """Return an app with the pages that logins lead through."""
    users, members, app = UserAuth(), MemberAuth(cookies=MEMBER_COOKIES), FastAPI()
    app.state.stytch = world.client
    users.install(app)
    members.install(app)

    @app.get("/google")
    async def google(request: Request, stytch: Stytch) -> Response:
        return RedirectResponse(stytch.oauth.start_url("google", pkce=users.begin(request)))

    @app.get("/forgotten")
    async def forgotten(request: Request, stytch: Stytch, email: str) -> Response:
        await stytch.passwords.email.reset_start(email=email, code_challenge=users.begin(request).challenge)
        return Response()

    @app.get("/callback")
    async def callback(request: Request, stytch: Stytch) -> Response:
        match await users.complete(request, stytch, session_duration_minutes=30):
            case LoggedIn(login=login):
                return PlainTextResponse(login.user_id)
            case NewPassword(token=token):
                pkce = users.recall(request)
                return PlainTextResponse(f"{token} {pkce and pkce.verifier}")

    @app.get("/session", dependencies=[Depends(users.session)])
    async def session() -> str:
        return "welcome"

    @app.get("/discovery")
    async def discovery(request: Request) -> Response:
        return RedirectResponse(world.b2b.oauth.discovery.start_url("google", pkce=members.begin(request)))

    @app.get("/members")
    async def members_callback(request: Request) -> Response:
        outcome = await members.complete(request, world.b2b)
        assert isinstance(outcome, ChooseOrganization)
        exchanged = await world.b2b.discovery.intermediate_sessions.exchange(
            intermediate_session_token=outcome.intermediate_session_token,
            organization_id=outcome.organizations[0].organization.organization_id,  # type: ignore[union-attr]
        )
        return PlainTextResponse(type(members.conclude(request, exchanged)).__name__)

    return app


async def test_a_login_with_google_ends_in_a_session(browser: AsyncClient, world: World) -> None:
    """From the button to the page behind the login."""
    await come_back(browser, world)


async def test_a_stranger_is_refused_and_changes_nothing(browser: AsyncClient, world: World) -> None:
    """By 400, and who is signed in stays signed in."""
    await send_a_strange_callback(browser, world)


async def test_a_forgotten_password_leads_to_a_form(browser: AsyncClient, world: World) -> None:
    """With the token, while the browser keeps what the reset began with."""
    await come_back_to_a_form(browser, world)


async def test_a_member_chooses_an_organization(browser: AsyncClient, world: World) -> None:
    """And is then signed in with the members' cookies."""
    await come_back_as_a_member(browser, world)
