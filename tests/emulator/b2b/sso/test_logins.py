import datetime as dt
from typing import Any

import pytest

from stytch_async.callbacks import read_callback
from stytch_async.clients import B2BClient
from stytch_async.emulator import Project
from stytch_async.emulator.world.oidc import OIDCProvider
from stytch_async.emulator.world.saml import SAMLProvider
from stytch_async.schemas.b2b.members import RetiredEmail, SSORegistration
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.sso import OIDCConnection, SAMLConnection
from stytch_async.schemas.factors import AuthenticationFactor, SSOFactor
from stytch_async.transports.memory import InMemoryTransport
from tests.emulator.b2b.sso.conftest import Enter
from tests.emulator.conftest import Enrol, Refusal


async def test_somebody_new_becomes_a_member(
    okta: SAMLProvider, saml: SAMLConnection, transport: InMemoryTransport, enter: Enter, project: Project
) -> None:
    """They are active, their address counts as proven, and the name is what the identity provider calls them."""
    back = okta.log_in(
        transport.person("Ada@Example.com", name="Ada Lovelace"), attributes={"team": ["a", "b"]}, subject="00u1"
    )

    login = await enter(back, session_duration_minutes=30, session_custom_claims={"via": "sso"})

    member, session = login.member, login.member_session
    registration = member.sso_registrations[0]
    assert (member.email_address, member.name, member.status) == ("ada@example.com", "Ada Lovelace", "active")
    assert member.email_address_verified
    assert login.organization_id == login.organization.organization_id == saml.organization_id
    assert registration == SSORegistration(
        connection_id=saml.connection_id,
        external_id="00u1",
        registration_id=registration.registration_id,
        sso_attributes={"mail": "Ada@Example.com", "displayName": "Ada Lovelace", "team": ["a", "b"]},
    )
    assert registration.registration_id.startswith("sso-registration-test-")
    assert session is not None
    assert session.expires_at == project.now + dt.timedelta(minutes=30)
    assert session.custom_claims == {"via": "sso"}
    assert session.authentication_factors == [
        AuthenticationFactor(
            type="sso",
            delivery_method="sso_saml",
            created_at=project.now,
            last_authenticated_at=project.now,
            updated_at=project.now,
            saml_sso_factor=SSOFactor(
                id=registration.registration_id, provider_id=saml.connection_id, external_id="00u1"
            ),
        )
    ]
    assert not login.reset_session
    assert [event.action for event in project.events.of("member")] == ["CREATE"]


async def test_openid_connect_logs_in_as_well(
    google: OIDCProvider, oidc: OIDCConnection, transport: InMemoryTransport, enter: Enter
) -> None:
    """The factor says by which protocol it was."""
    login = await enter(google.log_in(transport.person("ada@example.com", name="Ada Lovelace"), subject="1"))

    registration = login.member.sso_registrations[0]
    assert (login.member.name, registration.external_id) == ("Ada Lovelace", "1")
    assert login.member_session is not None
    factor = login.member_session.authentication_factors[0]
    assert (factor.type, factor.delivery_method) == ("sso", "sso_oidc")
    assert factor.oidc_sso_factor == SSOFactor(
        id=registration.registration_id, provider_id=oidc.connection_id, external_id="1"
    )


async def test_claims_land_in_the_members_metadata(
    b2b: B2BClient, google: OIDCProvider, oidc: OIDCConnection, enter: Enter
) -> None:
    """OpenID Connect maps them; what is there already stays."""
    await b2b.organizations.members.create(
        organization_id=oidc.organization_id, email_address="ada@example.com", trusted_metadata={"plan": "pro"}
    )
    await b2b.sso.oidc.update_connection(
        organization_id=oidc.organization_id,
        connection_id=oidc.connection_id,
        attribute_mapping={"team": "department", "badge": "badge"},
    )

    login = await enter(google.log_in("ada@example.com", attributes={"department": "Engines"}))

    assert login.member.trusted_metadata == {"plan": "pro", "team": "Engines"}
    assert login.member.sso_registrations[0].sso_attributes == {"team": "Engines"}


async def test_the_second_login_finds_the_member(okta: SAMLProvider, enter: Enter, project: Project) -> None:
    """It renews the registration, and tells of no change where there is none."""
    first = await enter(okta.log_in("ada@example.com", subject="00u1"))

    second = await enter(okta.log_in("ada@example.com", subject="00u1"))
    third = await enter(okta.log_in("ada@example.com", subject="00u1", attributes={"team": "a"}))

    assert first.member == second.member
    assert third.member_id == first.member_id
    assert [one.sso_attributes["team"] for one in third.member.sso_registrations] == ["a"]
    assert third.member.sso_registrations[0].registration_id == first.member.sso_registrations[0].registration_id
    assert [event.action for event in project.events.of("member")] == ["CREATE", "UPDATE"]
    assert len(project.members) == 1


@pytest.mark.parametrize("pending", [True, False])
async def test_a_member_is_found_by_address(
    b2b: B2BClient, okta: SAMLProvider, saml: SAMLConnection, enter: Enter, *, pending: bool
) -> None:
    """Whoever was a member before keeps the name, is active now, and has a proven address."""
    made = await b2b.organizations.members.create(
        organization_id=saml.organization_id,
        email_address="ada@example.com",
        name="Countess",
        create_member_as_pending=pending,
    )

    login = await enter(okta.log_in("ada@example.com", attributes={"displayName": "Ada"}))

    assert login.member_id == made.member_id
    assert (login.member.name, login.member.status) == ("Countess", "active")
    assert login.member.email_address_verified


async def test_a_new_address_takes_the_place_of_the_old(okta: SAMLProvider, enter: Enter) -> None:
    """The identity provider knows the member by something else; the old address is retired."""
    first = await enter(okta.log_in("ada@example.com", subject="00u1"))

    login = await enter(okta.log_in("countess@example.com", subject="00u1"))

    member = login.member
    assert login.member_id == first.member_id
    assert (member.email_address, member.email_address_verified) == ("countess@example.com", True)
    assert [one.email_address for one in member.retired_email_addresses] == ["ada@example.com"]
    assert isinstance(member.retired_email_addresses[0], RetiredEmail)


async def test_an_address_that_somebody_has_is_not_taken(okta: SAMLProvider, enter: Enter, refusal: Refusal) -> None:
    """The identity provider cannot give one member the address of another."""
    await enter(okta.log_in("ada@example.com", subject="00u1"))
    await enter(okta.log_in("grace@example.com", subject="00u2"))
    back = okta.log_in("grace@example.com", subject="00u1")

    assert await refusal(enter(back)) == (400, "duplicate_member_email")


async def test_a_domain_that_others_claim_is_not_entered(
    okta: SAMLProvider, enter: Enter, b2b: B2BClient, refusal: Refusal
) -> None:
    """Nobody from there becomes a member of this organization."""
    await b2b.organizations.create(organization_name="Other", claimed_email_domains=["example.com"])
    back = okta.log_in("ada@example.com")

    assert await refusal(enter(back)) == (400, "action_not_allowed_email_domain_is_claimed")


@pytest.mark.parametrize(
    ("provisioning", "listed", "joins"),
    [
        ("ALL_ALLOWED", False, True),
        ("RESTRICTED", True, True),
        ("RESTRICTED", False, False),
        ("NOT_ALLOWED", True, False),
    ],
)
async def test_the_organization_decides_who_joins(
    okta: SAMLProvider,
    saml: SAMLConnection,
    project: Project,
    enter: Enter,
    refusal: Refusal,
    *,
    provisioning: str,
    listed: bool,
    joins: bool,
) -> None:
    """Members log in all the same."""
    member = await enter(okta.log_in("grace@example.com"))
    settings = project.organizations[saml.organization_id].settings
    settings.sso_jit_provisioning = provisioning
    settings.sso_jit_provisioning_allowed_connections = [saml.connection_id] if listed else ["another"]
    back = okta.log_in("ada@example.com")

    outcome = (await enter(back)).member.email_address if joins else await refusal(enter(back))
    again = await enter(okta.log_in("grace@example.com"))

    assert outcome == ("ada@example.com" if joins else (400, "invalid_connection_for_jit_provisioning"))
    assert again.member_id == member.member_id


async def test_an_organization_may_not_allow_it(
    okta: SAMLProvider, saml: SAMLConnection, project: Project, enter: Enter, refusal: Refusal
) -> None:
    """Single sign-on is one of the ways to log in, and may be left out; break-glass members may use any."""
    login = await enter(okta.log_in("ada@example.com"))
    settings = project.organizations[saml.organization_id].settings
    settings.auth_methods, settings.allowed_auth_methods = "RESTRICTED", ["password"]
    method = "operation_restricted_by_organization_auth_methods"

    known, new = okta.log_in("ada@example.com"), okta.log_in("grace@example.com")

    assert [await refusal(enter(back)) for back in (known, new)] == [(400, method)] * 2
    project.members[login.member_id].is_breakglass = True
    assert (await enter(known)).member_authenticated


async def test_a_token_is_good_once_and_for_five_minutes(
    okta: SAMLProvider, enter: Enter, project: Project, refusal: Refusal
) -> None:
    """Unknown, used and old tokens are refused alike."""
    used, old = okta.log_in("ada@example.com"), okta.log_in("ada@example.com")
    await enter(used)
    project.clock.advance(minutes=5)

    refused = [await refusal(enter(back)) for back in ("token=x&stytch_token_type=sso", used, old)]

    assert refused == [(404, "sso_token_not_found")] * 3


async def test_a_token_goes_with_its_connection(
    b2b: B2BClient, okta: SAMLProvider, saml: SAMLConnection, enter: Enter, refusal: Refusal
) -> None:
    """Members forget a deleted connection; sessions go on."""
    login = await enter(okta.log_in("ada@example.com"))
    back = okta.log_in("ada@example.com")

    await b2b.sso.delete_connection(organization_id=saml.organization_id, connection_id=saml.connection_id)

    assert await refusal(enter(back)) == (404, "sso_token_not_found")
    session = await b2b.sessions.authenticate(session_token=login.session_token)
    assert session.member.sso_registrations == []


async def test_a_second_factor_is_asked_for(
    okta: SAMLProvider, saml: SAMLConnection, project: Project, enter: Enter
) -> None:
    """The rule is that of every login: a session of the member that is passed spares it."""
    login = await enter(okta.log_in("ada@example.com"))
    project.organizations[saml.organization_id].settings.mfa_policy = "REQUIRED_FOR_ALL"

    half = await enter(okta.log_in("ada@example.com"))
    full = await enter(okta.log_in("ada@example.com"), session_token=login.session_token)

    assert (half.member_authenticated, half.member_session, half.session_token) == (False, None, "")
    assert half.mfa_required is not None
    assert half.intermediate_session_token
    assert full.session_token == login.session_token


async def test_it_completes_a_login_that_lacks_a_proven_address(
    b2b: B2BClient,
    okta: SAMLProvider,
    saml: SAMLConnection,
    enter: Enter,
    enrol: Enrol,
    *,
    project: Project,
    password: str,
) -> None:
    """The intermediate session goes on to a session with both factors, and another member's does not."""
    grace = await enrol_member(b2b, enrol, saml.organization_id, "grace@example.com")
    project.members[grace].email.verified = False
    begun = await b2b.passwords.authenticate(
        organization_id=saml.organization_id, email_address="grace@example.com", password=password
    )

    login = await enter(okta.log_in("grace@example.com"), intermediate_session_token=begun.intermediate_session_token)

    assert not begun.member_authenticated
    assert login.member_session is not None
    assert [one.type for one in login.member_session.authentication_factors] == ["password", "sso"]


async def enrol_member(b2b: B2BClient, enrol: Enrol, organization_id: str, email: str) -> str:
    """Make a member who has a password, and return their id."""
    made = await b2b.organizations.members.create(organization_id=organization_id, email_address=email)
    await enrol(organization_id, email)
    return made.member_id


async def test_the_login_of_somebody_else_cannot_be_completed(
    b2b: B2BClient,
    okta: SAMLProvider,
    saml: SAMLConnection,
    enter: Enter,
    enrol: Enrol,
    *,
    project: Project,
    password: str,
    refusal: Refusal,
) -> None:
    """Nobody new becomes a member by it, either."""
    grace = await enrol_member(b2b, enrol, saml.organization_id, "grace@example.com")
    project.members[grace].email.verified = False
    begun = await b2b.passwords.authenticate(
        organization_id=saml.organization_id, email_address="grace@example.com", password=password
    )
    back = okta.log_in("ada@example.com")

    refused = await refusal(enter(back, intermediate_session_token=begun.intermediate_session_token))

    assert refused == (400, "member_session_member_id_mismatch")
    assert len(project.members) == 1


async def test_an_external_connection_enters_the_other_organization(
    b2b: B2BClient, okta: SAMLProvider, saml: SAMLConnection, enter: Enter, project: Project
) -> None:
    """The same identity provider answers, and factor and registration name the external connection."""
    other = (await b2b.organizations.create(organization_name="Subsidiary")).organization
    created = await b2b.sso.external.create_connection(
        organization_id=other.organization_id,
        external_organization_id=saml.organization_id,
        external_connection_id=saml.connection_id,
    )
    assert created.connection is not None
    connection_id = created.connection.connection_id
    token = "public-token-test-1"
    url = f"{project.base_url}/v1/public/sso/start?public_token={token}&connection_id={connection_id}"

    back = okta.log_in("ada@example.com", start_url=url)
    login = await enter(back)

    assert read_callback(back).slug == other.organization_slug
    assert login.organization_id == other.organization_id
    assert [one.connection_id for one in login.member.sso_registrations] == [connection_id]
    assert login.member_session is not None
    factor = login.member_session.authentication_factors[0]
    assert (factor.delivery_method, factor.saml_sso_factor and factor.saml_sso_factor.provider_id) == (
        "sso_saml",
        connection_id,
    )


async def test_the_served_url_is_where_browsers_come_back_to(
    b2b: B2BClient, organization: Organization, project: Project
) -> None:
    """A project that is reached elsewhere tells identity providers so."""
    project.served_at = "http://localhost:8787"

    created: Any = await b2b.sso.saml.create_connection(organization_id=organization.organization_id)

    assert created.connection.acs_url.startswith("http://localhost:8787/v1/b2b/sso/callback/saml-connection-")


async def test_a_person_goes_to_the_identity_provider_and_back(
    b2b: B2BClient, okta: SAMLProvider, transport: InMemoryTransport, enter: Enter
) -> None:
    """The start URL is all that they need, with either protocol."""
    connection_id = okta.entity_id.rpartition("/")[2]
    url = b2b.sso.start_url(connection_id=connection_id)

    login = await enter(transport.person("ada@example.com", name="Ada Lovelace").visit(url))

    assert (login.member.email_address, login.member.name) == ("ada@example.com", "Ada Lovelace")


async def test_a_connection_has_one_identity_provider(
    b2b: B2BClient, google: OIDCProvider, transport: InMemoryTransport, enter: Enter
) -> None:
    """A person goes to the one that the test plays."""
    url = b2b.sso.start_url(connection_id=google.issuer.rpartition("/")[2])
    google.tells_by_userinfo = True

    first = await enter(transport.person("ada@example.com").visit(url))
    second = await enter(google.log_in("grace@example.com"))

    assert [one.member.email_address for one in (first, second)] == ["ada@example.com", "grace@example.com"]
