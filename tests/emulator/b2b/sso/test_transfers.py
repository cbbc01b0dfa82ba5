"""Logins by single sign-on that are taken to another organization."""

from typing import Any

import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Project
from stytch_async.emulator.world.saml import SAMLProvider
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.sso import Connection, ConnectionImplicitRoleAssignment, SAMLConnection
from tests.emulator.b2b.sso.conftest import Enter
from tests.emulator.conftest import Refusal

ADA = "ada@example.com"


@pytest.fixture
async def subsidiary(b2b: B2BClient) -> Organization:
    """Return another organization that Ada is a member of."""
    subsidiary = (await b2b.organizations.create(organization_name="Subsidiary")).organization
    await b2b.organizations.members.create(organization_id=subsidiary.organization_id, email_address=ADA)
    return subsidiary


@pytest.fixture
async def external(b2b: B2BClient, subsidiary: Organization, saml: SAMLConnection, okta: SAMLProvider) -> Connection:
    """Let it use the connection of the first."""
    assert okta
    created = await b2b.sso.external.create_connection(
        organization_id=subsidiary.organization_id,
        external_organization_id=saml.organization_id,
        external_connection_id=saml.connection_id,
        connection_implicit_role_assignments=[ConnectionImplicitRoleAssignment(role_id="stytch_admin")],
    )
    assert created.connection is not None
    return created.connection


async def test_single_sign_on_stays_at_home(
    b2b: B2BClient, okta: SAMLProvider, subsidiary: Organization, enter: Enter, refusal: Refusal
) -> None:
    """An organization of its own ways does not take another's word."""
    login = await enter(okta.log_in(ADA))

    refused = await refusal(
        b2b.sessions.exchange(organization_id=subsidiary.organization_id, session_token=login.session_token)
    )

    assert refused == (400, "insufficient_factors_for_session_exchange")


async def test_single_sign_on_goes_where_the_connection_is_used(
    b2b: B2BClient, okta: SAMLProvider, external: Connection, enter: Enter
) -> None:
    """The factor names the connection of that organization; without a registration there, it implies no role."""
    login = await enter(okta.log_in(ADA))

    there = await b2b.sessions.exchange(organization_id=external.organization_id, session_token=login.session_token)

    assert there.member_session is not None
    (factor,) = there.member_session.authentication_factors
    assert (factor.delivery_method, there.member_session.roles) == ("sso_saml", ["stytch_member"])
    assert factor.saml_sso_factor is not None
    assert factor.saml_sso_factor.provider_id == external.connection_id


async def test_a_member_arrives_with_the_registration_that_they_have_there(
    b2b: B2BClient, project: Project, okta: SAMLProvider, external: Connection, enter: Enter
) -> None:
    """Whoever has come by that connection before has its roles again."""
    start = f"{project.base_url}/v1/public/sso/start?public_token={project.public_token}"
    before = await enter(okta.log_in(ADA, start_url=f"{start}&connection_id={external.connection_id}"))
    login = await enter(okta.log_in(ADA))

    there = await b2b.sessions.exchange(organization_id=external.organization_id, session_token=login.session_token)
    back = await b2b.sessions.exchange(organization_id=login.organization_id, session_token=there.session_token)

    sessions: list[Any] = [back.member_session, there.member_session]
    named = [session.authentication_factors[0].saml_sso_factor.id for session in sessions]
    assert named == [one.member.sso_registrations[0].registration_id for one in (login, before)]
    assert sessions[1].roles == ["stytch_member", "stytch_admin"]


async def test_a_half_login_goes_where_the_connection_is_used(
    b2b: B2BClient, okta: SAMLProvider, external: Connection, enter: Enter
) -> None:
    """A login that lacks a second factor at home is whole where none is asked for."""
    home = (await b2b.sso.get_connections(organization_id=external.external_organization_id)).saml_connections[0]
    await b2b.organizations.update(organization_id=home.organization_id, mfa_policy="REQUIRED_FOR_ALL")
    half = await enter(okta.log_in(ADA))

    listed = await b2b.discovery.organizations.list(intermediate_session_token=half.intermediate_session_token)
    login = await b2b.discovery.intermediate_sessions.exchange(
        intermediate_session_token=half.intermediate_session_token, organization_id=external.organization_id
    )

    assert {
        one.organization.organization_name: one.member_authenticated
        for one in listed.discovered_organizations
        if one.organization
    } == {"Analytical Engines": False, "Subsidiary": True}
    assert (half.member_authenticated, login.member_authenticated) == (False, True)
