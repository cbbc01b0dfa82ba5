from collections.abc import Awaitable, Callable

import pytest

from stytch_async import PKCE
from stytch_async.clients import B2BClient
from stytch_async.emulator import Project
from stytch_async.schemas.b2b.magic_links import DiscoveryAuthenticateResponse
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.passwords import EmailResetResponse

Arrive = Callable[[str], Awaitable[DiscoveryAuthenticateResponse]]
Found = Callable[..., Awaitable[Organization]]
Read = Callable[[str], str]
Refused = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]
Send = Callable[..., Awaitable[str]]

ADA = "ada@example.com"
UNKNOWN_TOKEN = "A" * 44


@pytest.fixture
def send(b2b: B2BClient, organization: Organization, link_to: Read) -> Send:
    """Return a function that mails Ada a link into the organization and returns its token."""

    async def mail(pkce_code_challenge: str | None = None) -> str:
        await b2b.magic_links.email.login_or_signup(
            organization_id=organization.organization_id, email_address=ADA, pkce_code_challenge=pkce_code_challenge
        )
        return link_to(ADA)

    return mail


async def test_link_logs_a_member_in(
    b2b: B2BClient,
    organization: Organization,
    *,
    ada: EmailResetResponse,
    send: Send,
) -> None:
    """A link starts a session whose factor names the address."""
    login = await b2b.magic_links.authenticate(
        magic_links_token=await send(), session_duration_minutes=30, session_custom_claims={"plan": "pro"}
    )

    assert (login.member_id, login.organization_id) == (ada.member_id, organization.organization_id)
    assert (login.member_authenticated, login.reset_sessions) == (True, False)
    assert login.member_session is not None
    assert login.member_session.custom_claims == {"plan": "pro"}
    (factor,) = login.member_session.authentication_factors
    assert (factor.type, factor.delivery_method) == ("magic_link", "email")
    assert factor.email_factor is not None
    assert (factor.email_factor.email_id, factor.email_factor.email_address) == (login.method_id, ADA)


@pytest.mark.parametrize("status", ["pending", "invited"])
async def test_link_lets_a_new_member_in(
    b2b: B2BClient, organization: Organization, link_to: Read, project: Project, status: str
) -> None:
    """Whoever is pending or invited becomes active with a proven address, and that is told once."""
    names = {"organization_id": organization.organization_id, "email_address": ADA}
    await b2b.organizations.members.create(create_member_as_pending=True, **names)
    if status == "invited":
        await b2b.magic_links.email.invite(**names)
    else:
        await b2b.magic_links.email.login_or_signup(**names)
    before = len(project.events)

    login = await b2b.magic_links.authenticate(magic_links_token=link_to(ADA))

    assert (login.member.status, login.member.email_address_verified) == ("active", True)
    assert [event.type for event in list(project.events)[before:]] == ["direct.member.update"]


async def test_link_works_once(b2b: B2BClient, ada: EmailResetResponse, send: Send, refusal: Refused) -> None:
    """A link that was used is no use any more."""
    token = await send()
    login = await b2b.magic_links.authenticate(magic_links_token=token)

    assert login.member_id == ada.member_id
    assert await refusal(b2b.magic_links.authenticate(magic_links_token=token)) == (401, "unable_to_auth_magic_link")


async def test_link_works_for_an_hour(
    b2b: B2BClient, ada: EmailResetResponse, send: Send, refusal: Refused, project: Project
) -> None:
    """A link that is too old is no use any more."""
    assert ada.member_authenticated
    token = await send()
    project.clock.advance(hours=1)

    assert await refusal(b2b.magic_links.authenticate(magic_links_token=token)) == (401, "unable_to_auth_magic_link")


async def test_newer_link_leaves_the_older_one(b2b: B2BClient, ada: EmailResetResponse, send: Send) -> None:
    """Both links of two mails work."""
    older = await send()
    await send()

    login = await b2b.magic_links.authenticate(magic_links_token=older)

    assert login.member_id == ada.member_id


async def test_tokens_of_other_links_are_not_found(
    b2b: B2BClient, organization: Organization, ada: EmailResetResponse, link_to: Read, refusal: Refused
) -> None:
    """Neither an unknown token, nor one of discovery, nor one for a new password logs a member in."""
    await b2b.passwords.email.reset_start(
        organization_id=organization.organization_id, email_address=ada.member.email_address
    )
    reset = link_to(ADA)
    await b2b.magic_links.email.discovery.send(email_address=ADA)

    for token in (UNKNOWN_TOKEN, reset, link_to(ADA)):
        assert await refusal(b2b.magic_links.authenticate(magic_links_token=token)) == (404, "magic_link_not_found")


async def test_verifier_belongs_to_the_challenge(
    b2b: B2BClient, ada: EmailResetResponse, send: Send, refusal: Refused
) -> None:
    """A link that was asked for with a challenge takes its verifier, and one without takes none."""
    pkce, other = PKCE.generate(), PKCE.generate()
    plain, guarded = await send(), await send(pkce_code_challenge=pkce.challenge)
    authenticate = b2b.magic_links.authenticate

    assert await refusal(authenticate(magic_links_token=plain, pkce_code_verifier=pkce.verifier)) == (
        400,
        "pkce_did_not_expect_code_verifier",
    )
    assert await refusal(authenticate(magic_links_token=guarded)) == (400, "pkce_expected_code_verifier")
    assert await refusal(authenticate(magic_links_token=guarded, pkce_code_verifier=other.verifier)) == (
        400,
        "pkce_mismatch",
    )
    login = await authenticate(magic_links_token=guarded, pkce_code_verifier=pkce.verifier)
    assert login.member_id == ada.member_id


async def test_locked_member_cannot_use_a_link(
    b2b: B2BClient,
    organization: Organization,
    ada: EmailResetResponse,
    send: Send,
    *,
    refusal: Refused,
    project: Project,
) -> None:
    """Too many wrong passwords lock a member for every way in."""
    project.settings.user_lock_threshold = 1
    await refusal(
        b2b.passwords.authenticate(
            organization_id=organization.organization_id, email_address=ada.member.email_address, password="wrong"
        )
    )

    refused = await refusal(b2b.magic_links.authenticate(magic_links_token=await send()))

    assert refused == (429, "user_lock_limit_reached")


async def test_link_is_refused_where_links_are_no_longer_allowed(
    b2b: B2BClient, organization: Organization, ada: EmailResetResponse, send: Send, refusal: Refused
) -> None:
    """The organization may have changed its mind since the mail was sent, and the link stays unspent."""
    token = await send()
    names = {"organization_id": organization.organization_id}
    await b2b.organizations.update(auth_methods="RESTRICTED", allowed_auth_methods=["sso"], **names)

    refused = await refusal(b2b.magic_links.authenticate(magic_links_token=token))
    await b2b.organizations.update(auth_methods="ALL_ALLOWED", **names)
    login = await b2b.magic_links.authenticate(magic_links_token=token)

    assert refused == (400, "operation_restricted_by_organization_auth_methods")
    assert login.member_id == ada.member_id


async def test_link_adds_to_the_session_that_is_passed(
    b2b: B2BClient, organization: Organization, ada: EmailResetResponse, send: Send
) -> None:
    """A session of the member gets the factor, and spares the second one."""
    await b2b.organizations.update(organization_id=organization.organization_id, mfa_policy="REQUIRED_FOR_ALL")

    login = await b2b.magic_links.authenticate(magic_links_token=await send(), session_token=ada.session_token)

    assert (login.session_token, login.mfa_required) == (ada.session_token, None)
    assert login.member_session is not None
    assert [one.type for one in login.member_session.authentication_factors] == ["password", "magic_link"]


async def test_link_stops_short_of_the_second_factor(
    b2b: B2BClient, organization: Organization, ada: EmailResetResponse, send: Send
) -> None:
    """Where a second factor is wanted, the link starts an intermediate session, and the member is in already."""
    await b2b.organizations.update(organization_id=organization.organization_id, mfa_policy="REQUIRED_FOR_ALL")

    login = await b2b.magic_links.authenticate(magic_links_token=await send())

    assert (login.member_id, login.member_authenticated, login.member_session) == (ada.member_id, False, None)
    assert (login.session_token, login.session_jwt, login.primary_required) == ("", "", None)
    assert login.mfa_required is not None
    assert login.intermediate_session_token


@pytest.mark.parametrize("from_discovery", [False, True])
async def test_link_finishes_a_login_that_waits_for_the_address(
    b2b: B2BClient,
    found: Found,
    ada: EmailResetResponse,
    link_to: Read,
    *,
    refusal: Refused,
    project: Project,
    password: str,
    from_discovery: bool,
) -> None:
    """A shared password proves no address: a link does, which alone is no way in to this organization."""
    project.settings.cross_org_passwords_enabled = True
    other = await found("Other", auth_methods="RESTRICTED", allowed_auth_methods=["password"])
    names = {"organization_id": other.organization_id, "email_address": ada.member.email_address}
    await b2b.organizations.members.create(**names)
    if from_discovery:
        discovered = await b2b.passwords.discovery.authenticate(email_address=ADA, password=password)
        begun = discovered.intermediate_session_token
    else:
        begun = (await b2b.passwords.authenticate(password=password, **names)).intermediate_session_token
    await b2b.magic_links.email.login_or_signup(**names)

    alone = await refusal(b2b.magic_links.authenticate(magic_links_token=link_to(ADA)))
    login = await b2b.magic_links.authenticate(magic_links_token=link_to(ADA), intermediate_session_token=begun)
    later = await refusal(b2b.magic_links.email.login_or_signup(**names))

    assert alone == later == (400, "operation_restricted_by_organization_auth_methods")
    assert (login.member_authenticated, login.member.email_address_verified) == (True, True)


async def test_address_that_discovery_has_proven_counts_in_the_organization(
    b2b: B2BClient, found: Found, ada: EmailResetResponse, arrive: Arrive, *, project: Project, password: str
) -> None:
    """A password that is added to a login from discovery completes it: the link has proven the address."""
    project.settings.cross_org_passwords_enabled = True
    other = await found("Other", auth_methods="RESTRICTED", allowed_auth_methods=["password"])
    names = {"organization_id": other.organization_id, "email_address": ada.member.email_address}
    await b2b.organizations.members.create(**names)
    begun = await arrive(ADA)

    login = await b2b.passwords.authenticate(
        password=password, intermediate_session_token=begun.intermediate_session_token, **names
    )

    assert (login.member_authenticated, login.member.email_address_verified) == (True, True)


async def test_link_goes_on_with_a_login_from_discovery(
    b2b: B2BClient, ada: EmailResetResponse, send: Send, arrive: Arrive
) -> None:
    """Whoever comes from discovery may go on with a link of the organization, without an exchange."""
    begun = await arrive(ADA)

    login = await b2b.magic_links.authenticate(
        magic_links_token=await send(), intermediate_session_token=begun.intermediate_session_token
    )

    assert login.member_session is not None
    assert login.member_id == ada.member_id
    assert [one.type for one in login.member_session.authentication_factors] == ["magic_link"]


async def test_link_moves_a_member_to_a_new_address(
    b2b: B2BClient, organization: Organization, ada: EmailResetResponse, link_to: Read
) -> None:
    """The link to a new address makes it the member's, and retires the old one."""
    names = {"organization_id": organization.organization_id, "member_id": ada.member_id}
    await b2b.organizations.members.start_email_update(email_address="lovelace@example.com", **names)

    login = await b2b.magic_links.authenticate(magic_links_token=link_to("lovelace@example.com"))

    assert (login.member.email_address, login.member.email_address_verified) == ("lovelace@example.com", True)
    assert [one.email_address for one in login.member.retired_email_addresses] == [ADA]


async def test_login_with_links_alone_lacks_nothing(
    b2b: B2BClient, open_organization: Organization, link_to: Read
) -> None:
    """A stranger signs up by the link that was mailed, and the session stands."""
    await b2b.magic_links.email.login_or_signup(organization_id=open_organization.organization_id, email_address=ADA)

    login = await b2b.magic_links.authenticate(magic_links_token=link_to(ADA))

    checked = await b2b.sessions.authenticate(session_token=login.session_token)
    assert checked.member == login.member
