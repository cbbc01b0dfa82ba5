"""Stories of people who find, join, switch and found organizations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from stytch_async import read_callback
from stytch_async.emulator.world.authenticator import Authenticator
from stytch_async.errors import AuthenticationError, BadRequestError, NotFoundError
from stytch_async.schemas.shared import Authorization

if TYPE_CHECKING:
    from stytch_async.schemas.b2b.magic_links import AuthenticateResponse
    from stytch_async.schemas.b2b.organizations import Organization
    from tests.flows.conftest import Stytch

ADA = "ada@example.com"
GRACE = "grace@example.com"
PHONE = "+12025550162"
PASSWORD = "a long and quiet river"


async def organization(stytch: Stytch, name: str) -> Organization:
    """Make an organization."""
    return (await stytch.b2b.organizations.create(organization_name=name)).organization


async def join(stytch: Stytch, place: Organization, email_address: str) -> AuthenticateResponse:
    """Add somebody to an organization and log them in by a link."""
    names = {"organization_id": place.organization_id, "email_address": email_address}
    await stytch.b2b.organizations.members.create(**names)
    await stytch.b2b.magic_links.email.login_or_signup(**names)
    return await stytch.b2b.magic_links.authenticate(magic_links_token=stytch.token_for(email_address))


async def test_visitor_discovers_nothing_and_founds_an_organization(stytch: Stytch) -> None:
    """A visitor proves an address, founds an organization, opens it to the domain, and a colleague joins."""
    b2b = stytch.b2b

    await b2b.magic_links.email.discovery.send(email_address=ADA)
    landed = read_callback(stytch.project.outbox.last(ADA).url or "")
    assert landed.token_type == "discovery"
    arrived = await b2b.magic_links.discovery.authenticate(discovery_magic_links_token=landed.token)
    assert arrived.discovered_organizations == []

    founded = await b2b.discovery.organizations.create(
        intermediate_session_token=arrived.intermediate_session_token, organization_name="Analytical Engines"
    )
    assert (founded.member_authenticated, founded.member.is_admin) == (True, True)
    await b2b.organizations.update(
        organization_id=founded.organization.organization_id,
        email_jit_provisioning="RESTRICTED",
        email_allowed_domains=["example.com"],
        authorization=Authorization(session_token=founded.session_token),
    )

    await b2b.otps.email.discovery.send(email_address=GRACE)
    found = await b2b.otps.email.discovery.authenticate(email_address=GRACE, code=stytch.code_for(GRACE))
    (shown,) = found.discovered_organizations
    assert shown.membership is not None
    assert (shown.membership.type, shown.member_authenticated) == ("eligible_to_join_by_email_domain", True)
    joined = await b2b.discovery.intermediate_sessions.exchange(
        intermediate_session_token=found.intermediate_session_token,
        organization_id=founded.organization.organization_id,
    )
    assert (joined.member_authenticated, joined.member.is_admin) == (True, False)

    with pytest.raises(NotFoundError) as spent:
        await b2b.discovery.organizations.list(intermediate_session_token=found.intermediate_session_token)
    assert spent.value.error_type == "intermediate_session_not_found"


async def test_admin_invites_a_colleague(stytch: Stytch) -> None:
    """An invitation is sent, sent again, taken up by its link, and taken up once."""
    b2b, place = stytch.b2b, await organization(stytch, "Analytical Engines")
    admin = await join(stytch, place, ADA)
    await b2b.organizations.members.update(
        organization_id=place.organization_id, member_id=admin.member_id, roles=["stytch_admin"]
    )
    arguments = {
        "organization_id": place.organization_id,
        "email_address": GRACE,
        "authorization": Authorization(session_token=admin.session_token),
    }

    invited = await b2b.magic_links.email.invite(name="Grace", roles=["stytch_admin"], **arguments)
    assert (invited.member.status, invited.member.email_address_verified) == ("invited", False)
    stytch.project.clock.advance(days=7)
    with pytest.raises(AuthenticationError) as late:
        await b2b.magic_links.authenticate(magic_links_token=stytch.token_for(GRACE))
    assert late.value.error_type == "unable_to_auth_magic_link"

    admin = await join_again(stytch, place, ADA)
    arguments["authorization"] = Authorization(session_token=admin.session_token)
    await b2b.magic_links.email.invite(**arguments)
    landed = read_callback(stytch.project.outbox.last(GRACE).url or "")
    assert (landed.redirect_type, landed.slug) == ("invite", place.organization_slug)
    login = await b2b.magic_links.authenticate(magic_links_token=landed.token)
    assert (login.member_id, login.member.status, login.member.is_admin) == (invited.member_id, "active", True)

    with pytest.raises(BadRequestError) as active:
        await b2b.magic_links.email.invite(**arguments)
    assert active.value.error_type == "duplicate_member_email"


async def join_again(stytch: Stytch, place: Organization, email_address: str) -> AuthenticateResponse:
    """Log a member in by a link once more."""
    await stytch.b2b.magic_links.email.login_or_signup(
        organization_id=place.organization_id, email_address=email_address
    )
    return await stytch.b2b.magic_links.authenticate(magic_links_token=stytch.token_for(email_address))


async def test_unverified_address_is_proven_on_the_way(stytch: Stytch) -> None:
    """A shared password finds an organization that does not know the address yet; a code finishes the login."""
    stytch.project.settings.cross_org_passwords_enabled = True
    b2b, first, second = stytch.b2b, await organization(stytch, "First"), await organization(stytch, "Second")
    await join(stytch, first, ADA)
    names = {"organization_id": second.organization_id, "email_address": ADA}
    await b2b.organizations.members.create(create_member_as_pending=True, **names)
    await b2b.passwords.email.reset_start(organization_id=first.organization_id, email_address=ADA)
    await b2b.passwords.email.reset(password_reset_token=stytch.token_for(ADA), password=PASSWORD)

    found = await b2b.passwords.discovery.authenticate(email_address=ADA, password=PASSWORD)
    assert [one.member_authenticated for one in found.discovered_organizations] == [True, False]
    begun = found.intermediate_session_token
    half = await b2b.discovery.intermediate_sessions.exchange(
        intermediate_session_token=begun, organization_id=second.organization_id
    )
    assert (half.member.status, half.intermediate_session_token) == ("pending", begun)
    assert half.primary_required is not None
    assert "email_otp" in half.primary_required.allowed_auth_methods

    await b2b.otps.email.login_or_signup(**names)
    login = await b2b.otps.email.authenticate(code=stytch.code_for(ADA), intermediate_session_token=begun, **names)
    assert (login.member_authenticated, login.member.status) == (True, "active")
    assert login.member_session is not None
    assert [one.type for one in login.member_session.authentication_factors] == ["password", "email_otp"]

    again = await b2b.passwords.authenticate(password=PASSWORD, **names)
    assert again.member_authenticated


async def test_member_of_two_organizations_switches(stytch: Stytch) -> None:
    """One login opens both organizations, with a session in each, until one of them wants more."""
    b2b, first, second = stytch.b2b, await organization(stytch, "First"), await organization(stytch, "Second")
    login = await join(stytch, first, ADA)
    await b2b.organizations.members.create(organization_id=second.organization_id, email_address=ADA)

    listed = await b2b.discovery.organizations.list(session_token=login.session_token)
    assert [one.organization.organization_name for one in listed.discovered_organizations if one.organization] == [
        "First",
        "Second",
    ]
    there = await b2b.sessions.exchange(organization_id=second.organization_id, session_token=login.session_token)
    back = await b2b.sessions.exchange(organization_id=first.organization_id, session_jwt=there.session_jwt)
    assert there.member_id != back.member_id == login.member_id

    await b2b.sessions.revoke(session_token=there.session_token)
    for token in (login.session_token, back.session_token):
        assert (await b2b.sessions.authenticate(session_token=token)).member.member_id == login.member_id

    await b2b.organizations.update(
        organization_id=second.organization_id, auth_methods="RESTRICTED", allowed_auth_methods=["password"]
    )
    half = await b2b.sessions.exchange(organization_id=second.organization_id, session_token=login.session_token)
    assert half.primary_required is not None
    assert half.primary_required.allowed_auth_methods == ["password"]


async def test_second_factor_is_switched_on_for_existing_members(stytch: Stytch) -> None:
    """Sessions of before go on; the next login asks for a second factor, which is set up or given on the way."""
    b2b, place = stytch.b2b, await organization(stytch, "Analytical Engines")
    login = await join(stytch, place, ADA)
    await b2b.organizations.members.create(
        organization_id=place.organization_id, email_address=GRACE, mfa_phone_number=PHONE
    )

    await b2b.organizations.update(organization_id=place.organization_id, mfa_policy="REQUIRED_FOR_ALL")

    assert (await b2b.sessions.authenticate(session_token=login.session_token)).member.member_id == login.member_id
    first = await join_again(stytch, place, ADA)
    assert (first.member_authenticated, first.session_token) == (False, "")
    assert first.mfa_required is not None
    assert first.mfa_required.member_options is None
    second = await join_again(stytch, place, GRACE)
    assert second.mfa_required is not None
    assert second.mfa_required.member_options is not None
    assert second.mfa_required.member_options.mfa_phone_number == PHONE
    assert second.mfa_required.secondary_auth_initiated == "sms_otp"
    grace = {"organization_id": place.organization_id, "member_id": second.member_id}
    login = await b2b.otps.sms.authenticate(
        **grace, code=stytch.code_for(PHONE), intermediate_session_token=second.intermediate_session_token
    )
    assert (login.member.mfa_enrolled, login.member.mfa_phone_number_verified) == (True, True)

    app, ada = Authenticator(stytch.project), {**grace, "member_id": first.member_id}
    half = first.intermediate_session_token
    app.add((await b2b.totps.create(**ada, intermediate_session_token=half)).secret)
    login = await b2b.totps.authenticate(**ada, code=app.code(), intermediate_session_token=half)
    assert (login.member.mfa_enrolled, login.member.default_mfa_method) == (True, "totp")

    await b2b.organizations.update(organization_id=place.organization_id, mfa_policy="OPTIONAL")
    third = await join_again(stytch, place, ADA)
    assert third.mfa_required is not None
