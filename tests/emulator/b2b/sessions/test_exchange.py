from collections.abc import Awaitable, Callable

import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Project
from stytch_async.schemas.b2b.magic_links import AuthenticateResponse
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.passwords import EmailResetResponse

Found = Callable[..., Awaitable[Organization]]
Read = Callable[[str], str]
Refused = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

ADA = "ada@example.com"
PHONE = "+12025550162"


@pytest.fixture
async def login(b2b: B2BClient, organization: Organization, link_to: Read) -> AuthenticateResponse:
    """Return Ada's login by a link, which holds in other organizations as well."""
    names = {"organization_id": organization.organization_id, "email_address": ADA}
    await b2b.organizations.members.create(**names)
    await b2b.magic_links.email.login_or_signup(**names)
    return await b2b.magic_links.authenticate(magic_links_token=link_to(ADA), session_custom_claims={"plan": "pro"})


async def test_member_of_two_organizations_switches(b2b: B2BClient, login: AuthenticateResponse, found: Found) -> None:
    """A session opens another in an organization of the same person, and goes on itself."""
    other = await found("Other")
    member = await b2b.organizations.members.create(organization_id=other.organization_id, email_address=ADA)

    switched = await b2b.sessions.exchange(
        organization_id=other.organization_slug, session_token=login.session_token, session_duration_minutes=30
    )

    session, old = switched.member_session, login.member_session
    assert session is not None
    assert old is not None
    assert (switched.member_id, switched.member_authenticated) == (member.member_id, True)
    assert session.member_session_id != old.member_session_id
    assert (session.organization_id, session.custom_claims) == (other.organization_id, {})
    assert [one.type for one in session.authentication_factors] == ["magic_link"]
    assert (await b2b.sessions.authenticate(session_token=login.session_token)).member.member_id == login.member_id
    assert (await b2b.sessions.authenticate(session_jwt=switched.session_jwt)).member.member_id == member.member_id


@pytest.mark.parametrize("invited", [False, True])
async def test_exchange_accepts_an_invitation(
    b2b: B2BClient, login: AuthenticateResponse, found: Found, project: Project, *, invited: bool
) -> None:
    """A pending or invited member becomes active with a proven address, and that is told once."""
    other = await found("Other")
    names = {"organization_id": other.organization_id, "email_address": ADA}
    await b2b.organizations.members.create(create_member_as_pending=True, **names)
    if invited:
        await b2b.magic_links.email.invite(**names)
    before = len(project.events)

    switched = await b2b.sessions.exchange(organization_id=other.organization_id, session_jwt=login.session_jwt)

    assert (switched.member.status, switched.member.email_address_verified) == ("active", True)
    assert [event.type for event in list(project.events)[before:]] == ["direct.member.update"]


async def test_nobody_joins_by_exchange(
    b2b: B2BClient, login: AuthenticateResponse, open_organization: Organization, refusal: Refused
) -> None:
    """An organization that is open to the domain has to be joined by discovery."""
    refused = await refusal(
        b2b.sessions.exchange(organization_id=open_organization.organization_id, session_token=login.session_token)
    )

    assert refused == (404, "member_not_found")


async def test_password_opens_no_other_organization(
    b2b: B2BClient, ada: EmailResetResponse, found: Found, refusal: Refused, project: Project
) -> None:
    """An organization's own password counts there alone; one that all share goes along, and proves no address."""
    other = await found("Other")
    await b2b.organizations.members.create(organization_id=other.organization_id, email_address=ADA)
    arguments = {"organization_id": other.organization_id, "session_token": ada.session_token}

    refused = await refusal(b2b.sessions.exchange(**arguments))
    project.settings.cross_org_passwords_enabled = True
    shared = await b2b.sessions.exchange(**arguments)

    assert refused == (400, "insufficient_factors_for_session_exchange")
    assert shared.primary_required is not None
    assert not shared.member.email_address_verified


async def test_session_is_renewed_in_its_own_organization(b2b: B2BClient, ada: EmailResetResponse) -> None:
    """At home every factor counts, a password too."""
    renewed = await b2b.sessions.exchange(organization_id=ada.organization_id, session_token=ada.session_token)

    assert (renewed.member_id, renewed.member_authenticated) == (ada.member_id, True)
    assert renewed.session_token != ada.session_token


async def test_what_is_missing_is_asked_for(
    b2b: B2BClient, login: AuthenticateResponse, found: Found, code_to: Read, project: Project
) -> None:
    """The other organization asks for its methods, or for a second factor; then a code is texted at once."""
    sso = await found("SSO", auth_methods="RESTRICTED", allowed_auth_methods=["sso"])
    strict = await found("Strict", mfa_policy="REQUIRED_FOR_ALL")
    for one in (sso, strict):
        await b2b.organizations.members.create(
            organization_id=one.organization_id, email_address=ADA, mfa_phone_number=PHONE
        )

    first = await b2b.sessions.exchange(organization_id=sso.organization_id, session_token=login.session_token)
    second = await b2b.sessions.exchange(organization_id=strict.organization_id, session_token=login.session_token)

    assert (first.member_authenticated, first.session_token, first.member_session) == (False, "", None)
    assert first.primary_required is not None
    assert first.primary_required.allowed_auth_methods == ["sso"]
    assert (second.member_authenticated, second.primary_required) == (False, None)
    assert second.mfa_required is not None
    assert second.mfa_required.secondary_auth_initiated == "sms_otp"
    assert len(project.outbox.to(PHONE)) == 1
    assert code_to(PHONE)


async def test_half_exchange_goes_on_in_discovery(b2b: B2BClient, login: AuthenticateResponse, found: Found) -> None:
    """The token of an exchange that lacks something serves to found an organization."""
    strict = await found("Strict", mfa_policy="REQUIRED_FOR_ALL")
    await b2b.organizations.members.create(organization_id=strict.organization_id, email_address=ADA)
    half = await b2b.sessions.exchange(organization_id=strict.organization_id, session_token=login.session_token)

    founded = await b2b.discovery.organizations.create(intermediate_session_token=half.intermediate_session_token)

    assert founded.member_authenticated


async def test_exchange_needs_a_session_and_an_organization(
    b2b: B2BClient, login: AuthenticateResponse, refusal: Refused
) -> None:
    """One session that is there, and an organization that is there."""
    exchange, home = b2b.sessions.exchange, login.organization_id

    assert await refusal(exchange(organization_id=home)) == (400, "no_session_arguments")
    assert await refusal(
        exchange(organization_id=home, session_token=login.session_token, session_jwt=login.session_jwt)
    ) == (400, "too_many_session_arguments")
    assert await refusal(exchange(organization_id=home, session_token="A" * 44)) == (404, "session_not_found")
    assert await refusal(exchange(organization_id="nowhere", session_token=login.session_token)) == (
        404,
        "organization_not_found",
    )
