"""Logins that end at a redirect URL of an app on the aiohttp kit."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from httpx import AsyncClient

from stytch_async.integrations.aiohttp_web import STYTCH, STYTCH_B2B, MemberAuth, UserAuth
from stytch_async.integrations.outcomes import ChooseOrganization, LoggedIn, NewPassword
from tests.kits.callers import come_back, come_back_as_a_member, come_back_to_a_form, send_a_strange_callback
from tests.kits.world import MEMBER_COOKIES, World

users = UserAuth()
members = MemberAuth(cookies=MEMBER_COOKIES)
routes = web.RouteTableDef()


@routes.get("/google")
async def google(request: web.Request) -> web.Response:
    """Send the visitor to Google."""
    raise web.HTTPFound(request.app[STYTCH].oauth.start_url("google", pkce=users.begin(request)))


@routes.get("/forgotten")
async def forgotten(request: web.Request) -> web.Response:
    """Send a mail about a forgotten password."""
    challenge = users.begin(request).challenge
    await request.app[STYTCH].passwords.email.reset_start(email=request.query["email"], code_challenge=challenge)
    return web.Response()


@routes.get("/callback")
async def callback(request: web.Request) -> web.Response:
    """Complete a login."""
    match await users.complete(request, session_duration_minutes=30):
        case LoggedIn(login=login):
            return web.Response(text=login.user_id)
        case NewPassword(token=token):
            pkce = users.recall(request)
            return web.Response(text=f"{token} {pkce and pkce.verifier}")


@routes.get("/session")
async def session(request: web.Request) -> web.Response:
    """Be open to who is signed in."""
    await users.session(request)
    return web.Response(text="welcome")


@routes.get("/discovery")
async def discovery(request: web.Request) -> web.Response:
    """Send a member to Google."""
    raise web.HTTPFound(request.app[STYTCH_B2B].oauth.discovery.start_url("google", pkce=members.begin(request)))


@routes.get("/members")
async def members_callback(request: web.Request) -> web.Response:
    """Choose the first organization."""
    outcome = await members.complete(request)
    assert isinstance(outcome, ChooseOrganization)
    exchanged = await request.app[STYTCH_B2B].discovery.intermediate_sessions.exchange(
        intermediate_session_token=outcome.intermediate_session_token,
        organization_id=outcome.organizations[0].organization.organization_id,  # type: ignore[union-attr]
    )
    return web.Response(text=type(members.conclude(request, exchanged)).__name__)


@pytest.fixture
async def browser(world: World) -> AsyncIterator[AsyncClient]:
    """Visit an app with the pages that logins lead through."""
    app = web.Application()
    app.add_routes(routes)
    users.setup(app, lambda: world.client)
    members.setup(app, lambda: world.b2b)
    async with TestServer(app) as server, AsyncClient(base_url=str(server.make_url("/"))) as browser:
        yield browser


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
