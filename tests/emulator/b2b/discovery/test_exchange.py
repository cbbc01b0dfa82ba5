from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Project
from stytch_async.schemas.b2b.magic_links import DiscoveryAuthenticateResponse
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.passwords import EmailResetResponse

Arrive = Callable[[str], Awaitable[DiscoveryAuthenticateResponse]]
ByProvider = Callable[..., str]
Enrol = Callable[[str, str], Awaitable[EmailResetResponse]]
Found = Callable[..., Awaitable[Organization]]
Read = Callable[[str], str]
Refused = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

ADA = "ada@example.com"
UNKNOWN_TOKEN = "A" * 44


async def test_member_gets_a_session(b2b: B2BClient, ada: EmailResetResponse, arrive: Arrive, refusal: Refused) -> None:
    """What discovery has proven opens a session in the organization that is chosen, and is spent."""
    begun = (await arrive(ADA)).intermediate_session_token
    exchange = b2b.discovery.intermediate_sessions.exchange

    login = await exchange(
        intermediate_session_token=begun,
        organization_id=ada.organization.organization_slug,
        session_duration_minutes=30,
        session_custom_claims={"plan": "pro"},
    )

    assert (login.member_id, login.member_authenticated) == (ada.member_id, True)
    assert (login.intermediate_session_token, login.primary_required, login.mfa_required) == ("", None, None)
    assert login.member_session is not None
    assert login.member_session.custom_claims == {"plan": "pro"}
    assert (login.member_session.expires_at - login.member_session.started_at).total_seconds() == 30 * 60
    assert await refusal(exchange(intermediate_session_token=begun, organization_id=ada.organization_id)) == (
        404,
        "intermediate_session_not_found",
    )


async def test_factor_names_the_members_own_address(
    b2b: B2BClient, ada: EmailResetResponse, arrive: Arrive, link_to: Read
) -> None:
    """A later link renews the factor that came from discovery: both are mails to the same address."""
    begun = (await arrive(ADA)).intermediate_session_token
    login = await b2b.discovery.intermediate_sessions.exchange(
        intermediate_session_token=begun, organization_id=ada.organization_id
    )
    await b2b.magic_links.email.login_or_signup(organization_id=ada.organization_id, email_address=ADA)

    later = await b2b.magic_links.authenticate(magic_links_token=link_to(ADA), session_token=login.session_token)

    assert later.member_session is not None
    (factor,) = later.member_session.authentication_factors
    assert factor.email_factor is not None
    assert factor.email_factor.email_id == later.method_id


@pytest.mark.parametrize("invited", [False, True])
async def test_pending_and_invited_members_become_active(
    b2b: B2BClient, organization: Organization, arrive: Arrive, project: Project, *, invited: bool
) -> None:
    """The exchange accepts an invitation, and is told once."""
    names = {"organization_id": organization.organization_id, "email_address": ADA}
    await b2b.organizations.members.create(create_member_as_pending=True, **names)
    if invited:
        await b2b.magic_links.email.invite(**names)
    begun = (await arrive(ADA)).intermediate_session_token
    before = len(project.events)

    login = await b2b.discovery.intermediate_sessions.exchange(
        intermediate_session_token=begun, organization_id=organization.organization_id
    )

    assert login.member_authenticated
    assert (login.member.status, login.member.email_address_verified) == ("active", True)
    assert [event.type for event in list(project.events)[before:]] == ["direct.member.update"]


async def test_stranger_joins_by_email_domain(
    b2b: B2BClient, open_organization: Organization, arrive: Arrive, project: Project
) -> None:
    """Whoever may join becomes an active member at once, even the first one at the domain; that is told once."""
    begun = (await arrive(ADA)).intermediate_session_token
    before = len(project.events)

    login = await b2b.discovery.intermediate_sessions.exchange(
        intermediate_session_token=begun, organization_id=open_organization.organization_id
    )

    assert login.member_authenticated
    assert (login.member.status, login.member.email_address_verified) == ("active", True)
    assert [event.type for event in list(project.events)[before:]] == ["direct.member.create"]


async def test_stranger_joins_by_tenant_and_proves_the_address(
    b2b: B2BClient, found: Found, by_provider: ByProvider, code_to: Read
) -> None:
    """A tenant makes a member, who is pending until the address is proven; the login then goes on by code."""
    organization = await found(oauth_tenant_jit_provisioning="RESTRICTED", allowed_oauth_tenants={"slack": ["T1"]})
    names = {"organization_id": organization.organization_id}
    begun = by_provider("slack", tenants={"slack": ["T0", "T1"]})
    listed = await b2b.discovery.organizations.list(intermediate_session_token=begun)

    joined = await b2b.discovery.intermediate_sessions.exchange(intermediate_session_token=begun, **names)
    await b2b.otps.email.login_or_signup(email_address=ADA, **names)
    login = await b2b.otps.email.authenticate(
        email_address=ADA, code=code_to(ADA), intermediate_session_token=begun, **names
    )

    (shown,) = listed.discovered_organizations
    assert shown.membership is not None
    assert shown.membership.type == "eligible_to_join_by_oauth_tenant"
    assert shown.membership.details == {"provider": "slack", "tenant": "T1"}
    assert (joined.member.status, joined.member.name, joined.member_authenticated) == (
        "pending",
        "Ada Lovelace",
        False,
    )
    assert joined.intermediate_session_token == begun
    assert joined.primary_required is not None
    assert "email_otp" in joined.primary_required.allowed_auth_methods
    assert (login.member_id, login.member.status, login.member_authenticated) == (joined.member_id, "active", True)


@pytest.mark.parametrize(
    ("settings", "error_type"),
    [
        ({}, "email_jit_provisioning_not_allowed"),
        (
            {"email_jit_provisioning": "RESTRICTED", "email_allowed_domains": ["example.org"]},
            "invalid_email_for_jit_provisioning",
        ),
    ],
)
async def test_stranger_is_refused(
    b2b: B2BClient, found: Found, arrive: Arrive, refusal: Refused, *, settings: dict[str, Any], error_type: str
) -> None:
    """Nobody joins an organization that does not let them in, and what was proven is kept."""
    closed = await found("Closed", **settings)
    begun = (await arrive(ADA)).intermediate_session_token

    refused = await refusal(
        b2b.discovery.intermediate_sessions.exchange(
            intermediate_session_token=begun, organization_id=closed.organization_id
        )
    )

    assert refused == (400, error_type)
    assert (await b2b.discovery.organizations.list(intermediate_session_token=begun)).email_address == ADA


@pytest.mark.parametrize(
    ("settings", "error_type"),
    [
        ({}, "oauth_tenant_jit_provisioning_not_allowed"),
        (
            {"oauth_tenant_jit_provisioning": "RESTRICTED", "allowed_oauth_tenants": {"slack": ["T9"]}},
            "invalid_oauth_tenant_for_jit_provisioning",
        ),
        (
            {"email_jit_provisioning": "RESTRICTED", "email_allowed_domains": ["example.org"]},
            "invalid_email_for_jit_provisioning",
        ),
    ],
)
async def test_stranger_from_another_tenant_is_refused(
    b2b: B2BClient,
    found: Found,
    by_provider: ByProvider,
    refusal: Refused,
    *,
    settings: dict[str, Any],
    error_type: str,
) -> None:
    """A tenant that is not let in is told, unless the organization goes by domains."""
    closed = await found("Closed", **settings)

    refused = await refusal(
        b2b.discovery.intermediate_sessions.exchange(
            intermediate_session_token=by_provider("slack", tenants={"slack": ["T1"]}),
            organization_id=closed.organization_id,
        )
    )

    assert refused == (400, error_type)


async def test_claimed_domain_keeps_strangers_out(
    b2b: B2BClient, open_organization: Organization, found: Found, arrive: Arrive, refusal: Refused
) -> None:
    """Whoever has an address at a claimed domain joins the claimant only; members of before stay."""
    await b2b.organizations.members.create(
        organization_id=open_organization.organization_id, email_address="grace@example.com"
    )
    claimant = await found("Claimant")
    await b2b.organizations.update(organization_id=claimant.organization_id, claimed_email_domains=["example.com"])
    exchange = b2b.discovery.intermediate_sessions.exchange

    refused = await refusal(
        exchange(
            intermediate_session_token=(await arrive(ADA)).intermediate_session_token,
            organization_id=open_organization.organization_id,
        )
    )
    login = await exchange(
        intermediate_session_token=(await arrive("grace@example.com")).intermediate_session_token,
        organization_id=open_organization.organization_id,
    )

    assert refused == (400, "action_not_allowed_email_domain_is_claimed")
    assert login.member_authenticated


async def test_login_that_lacks_the_second_factor_goes_on(
    b2b: B2BClient, found: Found, arrive: Arrive, organization: Organization
) -> None:
    """The same token is answered where something is missing, and opens another organization still."""
    strict = await found("Strict", mfa_policy="REQUIRED_FOR_ALL")
    for one in (strict, organization):
        await b2b.organizations.members.create(organization_id=one.organization_id, email_address=ADA)
    begun = (await arrive(ADA)).intermediate_session_token
    exchange = b2b.discovery.intermediate_sessions.exchange

    half = await exchange(intermediate_session_token=begun, organization_id=strict.organization_id)
    full = await exchange(intermediate_session_token=begun, organization_id=organization.organization_id)

    assert (half.member_authenticated, half.intermediate_session_token) == (False, begun)
    assert half.mfa_required is not None
    assert (full.member_authenticated, full.organization.organization_id) == (True, organization.organization_id)


async def test_password_stays_in_its_organization(
    b2b: B2BClient, found: Found, enrol: Enrol, ada: EmailResetResponse, refusal: Refused
) -> None:
    """A login by an organization's password goes on there, and neither in another nor in a new one."""
    strict = await found("Strict", mfa_policy="REQUIRED_FOR_ALL")
    await b2b.organizations.members.create(
        organization_id=strict.organization_id, email_address=ada.member.email_address
    )
    begun = (await enrol(strict.organization_id, ADA)).intermediate_session_token
    exchange = b2b.discovery.intermediate_sessions.exchange

    at_home = await exchange(intermediate_session_token=begun, organization_id=strict.organization_id)
    elsewhere = await refusal(exchange(intermediate_session_token=begun, organization_id=ada.organization_id))
    founding = await refusal(b2b.discovery.organizations.create(intermediate_session_token=begun))

    assert at_home.intermediate_session_token == begun
    assert (elsewhere, founding) == ((400, "invalid_intermediate_session_token_for_organization"),) * 2


async def test_only_what_holds_everywhere_goes_along(
    b2b: B2BClient, found: Found, enrol: Enrol, link_to: Read, arrive: Arrive
) -> None:
    """Of a password and a link that were given in one organization, the link alone counts in another."""
    strict, other = await found("Strict", mfa_policy="REQUIRED_FOR_ALL"), await found("Other")
    for one in (strict, other):
        await b2b.organizations.members.create(organization_id=one.organization_id, email_address=ADA)
    begun = (await enrol(strict.organization_id, ADA)).intermediate_session_token
    await b2b.magic_links.email.login_or_signup(organization_id=strict.organization_id, email_address=ADA)
    await b2b.magic_links.authenticate(magic_links_token=link_to(ADA), intermediate_session_token=begun)

    login = await b2b.discovery.intermediate_sessions.exchange(
        intermediate_session_token=begun, organization_id=other.organization_id
    )

    assert login.member_session is not None
    assert [one.type for one in login.member_session.authentication_factors] == ["magic_link"]
    assert (await arrive(ADA)).intermediate_session_token != begun


async def test_providers_that_prove_no_address_go_along_by_another_name(
    b2b: B2BClient, found: Found, by_provider: ByProvider, organization: Organization, link_to: Read
) -> None:
    """GitHub arrives as an exchanged factor in the next organization, Google as it is.

    GitHub's account is the member's only once a link has proven the address.
    """
    strict = await found("Strict", mfa_policy="REQUIRED_FOR_ALL")
    for one in (strict, organization):
        await b2b.organizations.members.create(organization_id=one.organization_id, email_address=ADA)
    sessions = {}
    for provider in ("google", "github"):
        begun = by_provider(provider)
        if provider == "github":
            await b2b.magic_links.email.login_or_signup(organization_id=strict.organization_id, email_address=ADA)
            await b2b.magic_links.authenticate(magic_links_token=link_to(ADA), intermediate_session_token=begun)
        for place in (strict, organization):
            login = await b2b.discovery.intermediate_sessions.exchange(
                intermediate_session_token=begun, organization_id=place.organization_id
            )
        sessions[provider] = login.member_session

    google, github = sessions["google"], sessions["github"]
    assert google is not None
    assert github is not None
    assert [one.delivery_method for one in google.authentication_factors] == ["oauth_google"]
    assert [one.delivery_method for one in github.authentication_factors] == ["oauth_exchange_github", "email"]
    assert github.authentication_factors[0].github_oauth_exchange_factor is not None


async def test_step_up_counts_where_it_was_asked_for_only(
    b2b: B2BClient, found: Found, by_provider: ByProvider, link_to: Read
) -> None:
    """A method that one organization took to prove the address is no way into another that does not allow it."""
    first = await found(
        "First", auth_methods="RESTRICTED", allowed_auth_methods=["github_oauth"], mfa_policy="REQUIRED_FOR_ALL"
    )
    second = await found("Second", auth_methods="RESTRICTED", allowed_auth_methods=["sso"])
    for one in (first, second):
        await b2b.organizations.members.create(organization_id=one.organization_id, email_address=ADA)
    begun = by_provider("github")
    await b2b.discovery.intermediate_sessions.exchange(
        intermediate_session_token=begun, organization_id=first.organization_id
    )
    await b2b.magic_links.email.login_or_signup(organization_id=first.organization_id, email_address=ADA)
    stepped_up = await b2b.magic_links.authenticate(magic_links_token=link_to(ADA), intermediate_session_token=begun)

    login = await b2b.discovery.intermediate_sessions.exchange(
        intermediate_session_token=begun, organization_id=second.organization_id
    )

    assert stepped_up.primary_required is None
    assert stepped_up.mfa_required is not None
    assert login.primary_required is not None
    assert login.primary_required.allowed_auth_methods == ["sso"]


async def test_exchange_needs_a_live_login_and_an_organization(
    b2b: B2BClient, ada: EmailResetResponse, arrive: Arrive, refusal: Refused, project: Project
) -> None:
    """A token that is malformed, unknown or too old, and an organization that is not there, are refused."""
    begun = (await arrive(ADA)).intermediate_session_token
    exchange, home = b2b.discovery.intermediate_sessions.exchange, ada.organization_id

    nowhere = await refusal(exchange(intermediate_session_token=begun, organization_id="nowhere"))
    malformed = await refusal(exchange(intermediate_session_token="short", organization_id=home))
    unknown = await refusal(exchange(intermediate_session_token=UNKNOWN_TOKEN, organization_id=home))
    project.clock.advance(minutes=10)
    late = await refusal(exchange(intermediate_session_token=begun, organization_id=home))

    assert nowhere == (404, "organization_not_found")
    assert malformed == (400, "invalid_session_token")
    assert (unknown, late) == ((404, "intermediate_session_not_found"),) * 2
