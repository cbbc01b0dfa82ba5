"""Single sign-on from end to end, as a team that builds a B2B app meets it."""

import base64
from typing import Any

import aiohttp

from stytch_async.callbacks import read_callback
from stytch_async.emulator.world.oidc import OIDCProvider
from stytch_async.schemas.shared import Authorization
from tests.flows.conftest import Stytch, connect_saml


async def test_a_group_makes_an_admin(stytch: Stytch) -> None:
    """The first login makes a member; a group at the identity provider permits what an admin may, and then no more."""
    organization_id, okta = await connect_saml(stytch, "Analytical Engines")

    async def log_in(*groups: str) -> Authorization:
        back = read_callback(okta.log_in("ada@example.com", groups=groups))
        login = await stytch.b2b.sso.authenticate(sso_token=back.token)
        return Authorization(session_token=login.session_token)

    as_admin = await log_in("admins")
    created: Any = await stytch.b2b.sso.oidc.create_connection(organization_id=organization_id, authorization=as_admin)
    google = OIDCProvider(stytch.project, created.connection.connection_id)
    updated: Any = await stytch.b2b.sso.oidc.update_connection(
        organization_id=organization_id,
        connection_id=created.connection.connection_id,
        issuer=google.issuer,
        client_id=google.client_id,
        client_secret=google.client_secret,
        authorization=as_admin,
    )
    login = await stytch.b2b.sso.authenticate(sso_token=read_callback(google.log_in("ada@example.com")).token)
    as_member = await log_in()

    assert updated.connection.status == "active"
    assert len(login.member.sso_registrations) == 2
    members = stytch.project.members.by_organization.all(organization_id)
    assert [member.email.value for member in members] == ["ada@example.com"]
    assert not (await stytch.b2b.sessions.authenticate(session_token=as_member.session_token)).member.is_admin


async def test_a_real_browser_goes_to_the_identity_provider_and_back(stytch: Stytch, base_url: str) -> None:
    """The pages answer over HTTP: by GET to what stands for the identity provider, and by POST to the app."""
    _, okta = await connect_saml(stytch, "Analytical Engines")
    connection_id = okta.entity_id.rpartition("/")[2]
    start = f"{base_url}/v1/public/sso/start?public_token=public-token-test-1&connection_id={connection_id}"
    callback = f"{base_url}/v1/b2b/sso/callback/{connection_id}"
    form = {"SAMLResponse": base64.b64encode(b"<x/>").decode()}

    async with aiohttp.ClientSession() as browser:
        asked = await browser.get(start, allow_redirects=False)
        refused = await browser.post(callback, data=form, headers={"Origin": "https://idp.example.com"})
        document = await refused.json()

    assert asked.status == 302
    assert asked.headers["Location"].startswith(f"{base_url}/_emulator/identity_provider?login=")
    assert (refused.status, document["error_type"]) == (400, "invalid_saml_response")
    assert stytch.project.base_url == base_url
