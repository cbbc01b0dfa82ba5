"""Logins that end at a redirect URL of an app on the Starlette kit."""

import pytest
from httpx import AsyncClient
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from stytch_async.integrations.outcomes import ChooseOrganization, LoggedIn, NewPassword
from stytch_async.integrations.starlette import MemberAuth, UserAuth
from tests.kits.callers import come_back, come_back_as_a_member, come_back_to_a_form, send_a_strange_callback
from tests.kits.world import MEMBER_COOKIES, World


@pytest.fixture
def app(world: World) -> Starlette:
    """Return an app with the pages that logins lead through."""
    users, members = UserAuth(), MemberAuth(lambda _: world.b2b, cookies=MEMBER_COOKIES)

    async def google(request: Request) -> Response:
        return RedirectResponse(world.client.oauth.start_url("google", pkce=users.begin(request)))

    async def forgotten(request: Request) -> Response:
        email = request.query_params["email"]
        await world.client.passwords.email.reset_start(email=email, code_challenge=users.begin(request).challenge)
        return Response()

    async def callback(request: Request) -> Response:
        match await users.complete(request, session_duration_minutes=30):
            case LoggedIn(login=login):
                return PlainTextResponse(login.user_id)
            case NewPassword(token=token):
                pkce = users.recall(request)
                return PlainTextResponse(f"{token} {pkce and pkce.verifier}")

    async def session(request: Request) -> Response:
        await users.session(request)
        return PlainTextResponse("welcome")

    async def discovery(request: Request) -> Response:
        return RedirectResponse(world.b2b.oauth.discovery.start_url("google", pkce=members.begin(request)))

    async def members_callback(request: Request) -> Response:
        outcome = await members.complete(request)
        assert isinstance(outcome, ChooseOrganization)
        exchanged = await world.b2b.discovery.intermediate_sessions.exchange(
            intermediate_session_token=outcome.intermediate_session_token,
            organization_id=outcome.organizations[0].organization.organization_id,  # type: ignore[union-attr]
        )
        return PlainTextResponse(type(members.conclude(request, exchanged)).__name__)

    pages = [google, forgotten, callback, session, discovery]
    routes = [Route(f"/{page.__name__}", page) for page in pages]
    app = Starlette(routes=[*routes, Route("/members", members_callback)])
    app.state.stytch = world.client
    users.install(app)
    members.install(app)
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
