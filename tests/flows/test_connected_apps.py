"""Connected Apps from their registration to their revocation, by each way to the project."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlencode, urlsplit

import aiohttp
import pytest

from stytch_async.clients import B2BClient, Client
from stytch_async.errors import BadRequestError, TokenError, TokenReason
from stytch_async.pkce import PKCE
from stytch_async.transports.memory import InMemoryTransport

if TYPE_CHECKING:
    from collections.abc import Mapping

    from stytch_async.emulator import Project
    from tests.flows.conftest import Stytch

EMAIL = "ada@example.com"
PASSWORD = "a long and quiet river"
CALLBACK = "https://notes.example.com/callback"
SCOPES = ["openid", "email", "offline_access"]


async def consent(stytch: Client | B2BClient, query: Mapping[str, Any], session_token: str) -> str:
    """Answer an authorization request as the app's own page does, and return the URL that the browser is sent to."""
    asked = {
        "client_id": query["client_id"],
        "redirect_uri": query["redirect_uri"],
        "response_type": query["response_type"],
        "scopes": query["scope"].split(),
        "session_token": session_token,
    }
    page = await stytch.idp.oauth.authorize_start(**asked)
    assert page.consent_required
    answered = await stytch.idp.oauth.authorize(
        **asked, consent_granted=True, state=query["state"], code_challenge=query["code_challenge"]
    )
    return answered.redirect_uri


def told(url: str) -> dict[str, str]:
    """Return what an app is told in its redirect."""
    return {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}


async def tell_the_story(stytch: Client | B2BClient, project_id: str, who: str, session_token: str) -> str:
    """Let a public app act for somebody, and return the app's id; the caller takes back what it was allowed."""
    made = await stytch.connected_app.clients.create(client_type="third_party_public", redirect_urls=[CALLBACK])
    app, pkce = {"client_id": made.connected_app.client_id}, PKCE.generate()
    place = {"redirect_uri": CALLBACK, "response_type": "code", "state": "here", "scope": " ".join(SCOPES)}

    back = told(await consent(stytch, {**app, **place, "code_challenge": pkce.challenge}, session_token))

    assert back["state"] == "here"
    oauth2 = stytch.idp.oauth2
    first = await oauth2.token(
        **app,
        project_id=project_id,
        grant_type="authorization_code",
        code=back["code"],
        redirect_uri=CALLBACK,
        code_verifier=pkce.verifier,
    )
    again = await oauth2.token(
        **app, project_id=project_id, grant_type="refresh_token", refresh_token=first.refresh_token
    )
    remote = await stytch.idp.introspect_token_network(again.access_token, **app)
    assert (remote.subject, remote.scopes) == (who, SCOPES)
    assert remote == await stytch.idp.introspect_access_token_local(again.access_token)
    await oauth2.revoke(**app, project_id=project_id, token=first.access_token)
    with pytest.raises(TokenError) as refused:
        await stytch.idp.introspect_token_network(first.access_token, **app)
    assert refused.value.reason is TokenReason.INACTIVE
    with pytest.raises(BadRequestError) as spent:
        await oauth2.token(**app, project_id=project_id, grant_type="refresh_token", refresh_token=first.refresh_token)
    assert spent.value.error_type == "invalid_grant"
    return app["client_id"]


async def test_an_app_acts_for_a_user(stytch: Stytch) -> None:
    """Until the user takes that back."""
    client = stytch.client
    ada = await client.passwords.create(email=EMAIL, password=PASSWORD, session_duration_minutes=60)

    app_id = await tell_the_story(client, stytch.project.project_id, ada.user_id, ada.session_token)

    (listed,) = (await client.users.connected_apps(user_id=ada.user_id)).connected_apps
    assert (listed.connected_app_id, listed.scopes_granted) == (app_id, " ".join(SCOPES))
    await client.users.revoke(user_id=ada.user_id, connected_app_id=app_id)
    assert (await client.users.connected_apps(user_id=ada.user_id)).connected_apps == []


async def test_an_app_acts_for_a_member(stytch: Stytch) -> None:
    """Until the member takes that back; the organization sees it meanwhile."""
    b2b = stytch.b2b
    ada = InMemoryTransport(stytch.project)
    place = ada.add_organization("Analytical Engines").id
    session = ada.sign_in_member(EMAIL, organization=place)
    names = {"organization_id": place, "member_id": str(session.member_id)}

    app_id = await tell_the_story(b2b, stytch.project.project_id, names["member_id"], session.session_token)

    (listed,) = (await b2b.organizations.connected_apps(organization_id=place)).connected_apps
    assert listed.connected_app_id == app_id
    await b2b.organizations.members.connected_apps.revoke(**names, connected_app_id=app_id)
    assert (await b2b.organizations.members.get_connected_apps(**names)).connected_apps == []


async def test_an_app_that_knows_nothing_but_the_address(base_url: str, project: Project) -> None:
    """It reads how to go about it, registers itself, and finds out who has logged in."""
    project.settings.idp_authorization_url = "https://app.example.com/authorize"
    project.settings.idp_dynamic_client_registration_enabled = True
    stytch, pkce = InMemoryTransport(project), PKCE.generate()
    session = stytch.sign_in(EMAIL)
    async with aiohttp.ClientSession() as app:
        async with app.get(f"{base_url}/.well-known/oauth-authorization-server") as answer:
            server = await answer.json()
        async with app.post(server["registration_endpoint"], json={"redirect_uris": [CALLBACK]}) as answer:
            client_id = (await answer.json())["client_id"]
        place = {"client_id": client_id, "redirect_uri": CALLBACK}
        asked = {**place, "response_type": "code", "scope": "openid email", "code_challenge": pkce.challenge}
        back = told(stytch.person(EMAIL).visit(f"{server['authorization_endpoint']}?{urlencode(asked)}"))
        shown = {
            **place,
            "grant_type": "authorization_code",
            "code": back["code"],
            "code_verifier": pkce.verifier,
        }
        async with app.post(server["token_endpoint"], data=shown) as answer:
            tokens = await answer.json()
        headers = {"Authorization": f"Bearer {tokens['access_token']}"}
        async with app.get(server["userinfo_endpoint"], headers=headers) as answer:
            who = await answer.json()

    assert (who["sub"], who["email"]) == (session.user_id, EMAIL)
    assert server["issuer"] == base_url
    async with Client(project.project_id, project.secret, base_url=base_url) as client:
        claims = await client.idp.introspect_access_token_local(tokens["access_token"])
    assert (claims.issuer, claims.client_id) == (base_url, client_id)
