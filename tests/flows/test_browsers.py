from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from stytch_async import PKCE
from stytch_async.callbacks import read_callback
from stytch_async.errors import AuthenticationError, BadRequestError, NotFoundError

if TYPE_CHECKING:
    from tests.flows.conftest import Stytch

EMAIL = "ada@example.com"
PASSWORD = "a long and quiet river"
CALLBACK = "https://app.example.com/callback"


async def test_google_takes_over_an_unproven_user(stytch: Stytch) -> None:
    """Somebody has signed up with Ada's address; once she logs in with Google, the account is hers alone."""
    client, pkce = stytch.client, PKCE.generate()
    squatter = await client.passwords.create(email=EMAIL, password=PASSWORD, session_duration_minutes=60)

    url = client.oauth.start_url(
        "google", login_redirect_url=CALLBACK, signup_redirect_url=f"{CALLBACK}/new", pkce=pkce
    )
    landed = await stytch.visit(EMAIL, url)
    assert landed.startswith(f"{CALLBACK}?stytch_token_type=oauth&token=")
    token = read_callback(landed).token
    with pytest.raises(BadRequestError) as stolen:
        await client.oauth.authenticate(token=token)
    assert stolen.value.error_type == "pkce_expected_code_verifier"

    login = await client.oauth.authenticate(token=token, code_verifier=pkce.verifier, session_duration_minutes=60)
    assert (login.user_id, login.reset_sessions) == (squatter.user_id, True)
    assert [(one.email, one.verified) for one in login.user.emails] == [(EMAIL, True)]

    with pytest.raises(NotFoundError) as ended:
        await client.sessions.authenticate(session_token=squatter.session_token)
    assert ended.value.error_type == "session_not_found"
    with pytest.raises(BadRequestError) as stale:
        await client.passwords.authenticate(email=EMAIL, password=PASSWORD)
    assert stale.value.error_type == "reset_password"


async def test_an_app_delivers_a_link_itself(stytch: Stytch) -> None:
    """The link logs a user in once, and proves no address."""
    client = stytch.client
    stytch.project.settings.embeddable_magic_links_enabled = True
    created = await client.users.create(email=EMAIL)

    made = await client.magic_links.create(user_id=created.user_id)
    login = await client.magic_links.authenticate(token=made.token, session_duration_minutes=60)
    assert login.session is not None
    assert [one.delivery_method for one in login.session.authentication_factors] == ["embedded"]
    assert not login.user.emails[0].verified

    with pytest.raises(AuthenticationError) as used:
        await client.magic_links.authenticate(token=made.token)
    assert used.value.error_type == "unable_to_auth_magic_link"


async def test_discovery_leads_to_an_organization(stytch: Stytch) -> None:
    """The first to come founds it; a colleague is let in by the domain, and next time by Google alone."""
    b2b = stytch.b2b
    founder = await b2b.oauth.discovery.authenticate(
        discovery_oauth_token=read_callback(await stytch.visit(EMAIL, b2b.oauth.discovery.start_url("google"))).token
    )
    assert founder.discovered_organizations == []
    founded = await b2b.discovery.organizations.create(
        intermediate_session_token=founder.intermediate_session_token,
        organization_name="Analytical Engines",
        email_jit_provisioning="RESTRICTED",
        email_allowed_domains=["example.com"],
    )
    assert founded.organization is not None
    slug, organization_id = founded.organization.organization_slug, founded.organization.organization_id

    url = b2b.oauth.discovery.start_url("microsoft", discovery_redirect_url=CALLBACK)
    landed = read_callback(await stytch.visit("grace@example.com", url))
    assert (landed.token_type, landed.slug) == ("discovery_oauth", None)
    colleague = await b2b.oauth.discovery.authenticate(discovery_oauth_token=landed.token)
    memberships = [one.membership for one in colleague.discovered_organizations]
    assert [one.type for one in memberships if one] == ["eligible_to_join_by_email_domain"]

    joined = await b2b.discovery.intermediate_sessions.exchange(
        intermediate_session_token=colleague.intermediate_session_token, organization_id=organization_id
    )
    assert (joined.member_authenticated, joined.member.email_address) == (True, "grace@example.com")

    again = read_callback(
        await stytch.visit("grace@example.com", b2b.oauth.start_url("google", organization_slug=slug))
    )
    login = await b2b.oauth.authenticate(oauth_token=again.token)
    assert (again.slug, login.member_id, login.member_authenticated) == (slug, joined.member_id, True)
