from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Project
from stytch_async.schemas.b2b.magic_links import DiscoveryAuthenticateResponse
from stytch_async.schemas.b2b.organizations import Organization

Arrive = Callable[[str], Awaitable[DiscoveryAuthenticateResponse]]
ByProvider = Callable[..., str]
Found = Callable[..., Awaitable[Organization]]
Read = Callable[[str], str]
Refused = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

ADA = "ada@example.com"


async def test_founder_is_an_admin_with_a_session(
    b2b: B2BClient, arrive: Arrive, refusal: Refused, project: Project
) -> None:
    """Whoever has proven an address founds an organization and is logged in; both are told, and the token is spent."""
    begun = (await arrive(ADA)).intermediate_session_token

    founded = await b2b.discovery.organizations.create(
        intermediate_session_token=begun,
        session_duration_minutes=30,
        organization_name="Analytical Engines",
        organization_slug="engines",
        trusted_metadata={"plan": "pro"},
    )

    organization, member = founded.organization, founded.member
    assert (organization.organization_name, organization.organization_slug) == ("Analytical Engines", "engines")
    assert (organization.trusted_metadata, organization.email_invites) == ({"plan": "pro"}, "ALL_ALLOWED")
    assert (member.email_address, member.status, member.email_address_verified) == (ADA, "active", True)
    assert member.is_admin
    assert [role.role_id for role in member.roles] == ["stytch_member", "stytch_admin"]
    assert (founded.member_authenticated, founded.intermediate_session_token) == (True, "")
    assert founded.member_session is not None
    assert founded.member_session.roles == ["stytch_member", "stytch_admin"]
    assert [event.type for event in project.events] == ["direct.organization.create", "direct.member.create"]
    assert await refusal(b2b.discovery.organizations.create(intermediate_session_token=begun)) == (
        404,
        "intermediate_session_not_found",
    )


@pytest.mark.parametrize(
    ("email", "name", "slug"),
    [
        (ADA, "example", "example"),
        ("ada@mail.example.com", "mail", "mail"),
        ("ada.lovelace@gmail.com", "ada.lovelace", "ada-lovelace"),
        ("ada@cambridge.edu", "ada", "ada"),
    ],
)
async def test_organization_is_called_after_its_founder(
    b2b: B2BClient, arrive: Arrive, email: str, name: str, slug: str
) -> None:
    """Without a name it is called after the domain, or after the person where many people share the domain."""
    begun = (await arrive(email)).intermediate_session_token

    founded = await b2b.discovery.organizations.create(intermediate_session_token=begun)

    assert (founded.organization.organization_name, founded.organization.organization_slug) == (name, slug)


async def test_slug_is_made_of_the_address_and_free(b2b: B2BClient, arrive: Arrive, found: Found) -> None:
    """Without a slug one is made of the address, whatever the name is, and numbered where it is taken."""
    await found("Example")
    begun = (await arrive(ADA)).intermediate_session_token

    founded = await b2b.discovery.organizations.create(
        intermediate_session_token=begun, organization_name="Analytical Engines"
    )

    assert founded.organization.organization_slug == "example-2"


async def test_founder_enrols_where_a_second_factor_is_wanted(b2b: B2BClient, arrive: Arrive) -> None:
    """With the strict policy the founder is a member already, and the same login goes on."""
    begun = (await arrive(ADA)).intermediate_session_token

    founded = await b2b.discovery.organizations.create(intermediate_session_token=begun, mfa_policy="REQUIRED_FOR_ALL")

    assert (founded.member_authenticated, founded.intermediate_session_token) == (False, begun)
    assert (founded.member.status, founded.primary_required) == ("active", None)
    assert founded.mfa_required is not None
    assert founded.mfa_required.member_options is None


async def test_founder_proves_the_address_first(
    b2b: B2BClient, by_provider: ByProvider, link_to: Read, project: Project
) -> None:
    """After a provider that proves no address the founder is pending, and a link finishes the login."""
    begun = by_provider("github")

    founded = await b2b.discovery.organizations.create(intermediate_session_token=begun)
    organization_id = founded.organization.organization_id
    await b2b.magic_links.email.login_or_signup(organization_id=organization_id, email_address=ADA)
    login = await b2b.magic_links.authenticate(magic_links_token=link_to(ADA), intermediate_session_token=begun)

    assert (founded.member_authenticated, founded.member_session) == (False, None)
    assert (founded.member.status, founded.member.email_address_verified) == ("pending", False)
    assert founded.primary_required is not None
    assert set(founded.primary_required.allowed_auth_methods) == {
        *("sso", "magic_link", "password", "google_oauth", "microsoft_oauth", "email_otp"),
    }
    assert (login.member.status, login.member.is_admin, login.member_authenticated) == ("active", True, True)
    assert [event.type for event in project.events.of("member")] == ["direct.member.create", "direct.member.update"]


async def test_login_in_an_organization_may_found_another(b2b: B2BClient, found: Found, link_to: Read) -> None:
    """A link that stopped short of a second factor is enough to found an organization."""
    strict = await found("Strict", mfa_policy="REQUIRED_FOR_ALL")
    names = {"organization_id": strict.organization_id, "email_address": ADA}
    await b2b.organizations.members.create(**names)
    await b2b.magic_links.email.login_or_signup(**names)
    begun = await b2b.magic_links.authenticate(magic_links_token=link_to(ADA))

    founded = await b2b.discovery.organizations.create(intermediate_session_token=begun.intermediate_session_token)

    assert founded.member_authenticated
    assert founded.organization.organization_id != strict.organization_id


@pytest.mark.parametrize(
    ("arguments", "error_type"),
    [
        ({"organization_slug": "taken"}, "organization_slug_already_used"),
        ({"organization_slug": "--"}, "invalid_organization_slug"),
        ({"organization_external_id": "crm-1"}, "organization_external_id_already_used"),
        ({"email_allowed_domains": ["gmail.com"]}, "organization_settings_domain_too_common"),
        ({"auth_methods": "RESTRICTED"}, "allowed_auth_methods_required_for_restricted"),
        ({"session_custom_claims": {"sub": "ada"}}, "reserved_claims_in_custom_claims"),
    ],
)
async def test_nothing_is_founded_with_unusable_arguments(
    b2b: B2BClient, arrive: Arrive, found: Found, refusal: Refused, *, arguments: dict[str, Any], error_type: str
) -> None:
    """The organization is checked as any other, and what was proven is kept."""
    await found("Taken", organization_external_id="crm-1")
    begun = (await arrive(ADA)).intermediate_session_token

    refused = await refusal(b2b.discovery.organizations.create(intermediate_session_token=begun, **arguments))
    founded = await b2b.discovery.organizations.create(intermediate_session_token=begun)

    assert refused == (400, error_type)
    assert founded.member_authenticated


async def test_nobody_founds_with_an_address_at_a_claimed_domain(
    b2b: B2BClient, arrive: Arrive, found: Found, refusal: Refused
) -> None:
    """Whoever has an address at a claimed domain belongs to the claimant."""
    claimant = await found("Claimant")
    await b2b.organizations.update(organization_id=claimant.organization_id, claimed_email_domains=["example.com"])
    begun = (await arrive(ADA)).intermediate_session_token

    refused = await refusal(b2b.discovery.organizations.create(intermediate_session_token=begun))

    assert refused == (400, "action_not_allowed_email_domain_is_claimed")


async def test_founding_needs_a_live_login(b2b: B2BClient, arrive: Arrive, refusal: Refused, project: Project) -> None:
    """A token that is malformed, unknown or too old founds nothing."""
    begun = (await arrive(ADA)).intermediate_session_token
    create = b2b.discovery.organizations.create

    malformed = await refusal(create(intermediate_session_token="short"))
    unknown = await refusal(create(intermediate_session_token="A" * 44))
    project.clock.advance(minutes=10)
    late = await refusal(create(intermediate_session_token=begun))

    assert malformed == (400, "invalid_session_token")
    assert (unknown, late) == ((404, "intermediate_session_not_found"),) * 2
