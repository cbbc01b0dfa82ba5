"""Session JWTs of members, and the policies of their organizations."""

import pytest

from stytch_async import B2BClient, InMemoryTransport, PermissionDeniedError, TenancyError
from stytch_async.emulator import Policy, Project
from stytch_async.schemas.b2b.rbac import OrgPolicy, PolicyRole, PolicyRolePermission
from stytch_async.schemas.b2b.sessions import AuthorizationCheck
from tests.unit.tokens.conftest import PASSWORD, Network


@pytest.fixture
async def organization_id(b2b: B2BClient) -> str:
    """Return the id of an organization with one member."""
    made = await b2b.organizations.create(organization_name="Analytical Engines")
    await b2b.organizations.members.create(
        organization_id=made.organization.organization_id, email_address="ada@example.com"
    )
    return made.organization.organization_id


@pytest.fixture
async def member_jwt(b2b: B2BClient, organization_id: str, project: Project) -> str:
    """Return the JWT of the member's session."""
    await b2b.passwords.email.reset_start(organization_id=organization_id, email_address="ada@example.com")
    token = project.outbox.last("ada@example.com").token or ""
    return (await b2b.passwords.email.reset(password_reset_token=token, password=PASSWORD)).session_jwt


async def test_a_members_session_is_read_locally(b2b: B2BClient, member_jwt: str, organization_id: str) -> None:
    """The local session is the one that the API shows."""
    remote = (await b2b.sessions.authenticate(session_jwt=member_jwt)).member_session

    local = await b2b.sessions.authenticate_jwt_local(member_jwt)

    assert remote.member_session_id == local.member_session_id
    assert (organization_id, "analytical-engines") == (local.organization_id, local.organization_slug)
    assert remote.roles == local.roles


async def test_an_expired_token_of_a_member_is_refreshed(b2b: B2BClient, member_jwt: str, project: Project) -> None:
    """The API gives a new token while the session goes on."""
    project.clock.advance(minutes=6)

    result = await b2b.sessions.authenticate_jwt(member_jwt)

    assert result.refreshed
    assert result.member_session.roles
    assert result.member is not None
    assert result.member.email_address == "ada@example.com"
    assert result.organization is not None
    assert result.organization.organization_id == result.member_session.organization_id


async def test_another_organization_is_refused(b2b: B2BClient, member_jwt: str) -> None:
    """The organization is checked before the roles, and has an error type of its own."""
    check = AuthorizationCheck(organization_id="organization-other", resource_id="stytch.self", action="delete")

    with pytest.raises(TenancyError) as caught:
        await b2b.sessions.authenticate_jwt_local(member_jwt, authorization_check=check)

    assert caught.value.error_type == "session_authorization_tenancy_error"


async def test_local_and_remote_refusals_are_alike(b2b: B2BClient, member_jwt: str, organization_id: str) -> None:
    """A refusal on this machine is the same error as one from Stytch."""
    check = AuthorizationCheck(organization_id=organization_id, resource_id="stytch.organization", action="delete")
    errors: list[PermissionDeniedError] = []

    for verify in (b2b.sessions.authenticate_jwt_local, b2b.sessions.authenticate):
        with pytest.raises(PermissionDeniedError) as caught:
            await verify(session_jwt=member_jwt, authorization_check=check)
        errors.append(caught.value)

    assert [error.error_type for error in errors] == ["session_authorization_error"] * 2
    assert [error.status_code for error in errors] == [403, 403]
    assert "stytch_member" in str(errors[0])


async def test_stytchs_own_roles_permit_what_they_do(
    member_jwt: str, organization_id: str, transport: InMemoryTransport
) -> None:
    """A member may do anything to itself; the policy of the real Stytch is fetched once for many checks."""
    check = AuthorizationCheck(organization_id=organization_id, resource_id="stytch.self", action="delete")
    b2b = B2BClient(*transport.credentials, transport=Network(transport))

    for _ in range(10):
        await b2b.sessions.authenticate_jwt_local(member_jwt, authorization_check=check)

    assert sum("/rbac/" in call.request.url for call in transport.calls) == 2


async def test_an_organizations_roles_are_merged_in(
    b2b: B2BClient, member_jwt: str, organization_id: str, project: Project
) -> None:
    """A role that an organization adds counts for its own members, once the cached policy is renewed."""
    project.settings.policy = Policy(resources={"documents": {"read"}})
    next(iter(project.members)).roles = ["reader"]  # as an update would
    check = AuthorizationCheck(organization_id=organization_id, resource_id="documents", action="read")
    with pytest.raises(PermissionDeniedError):
        await b2b.sessions.authenticate_jwt_local(member_jwt, authorization_check=check)
    permission = PolicyRolePermission(resource_id="documents", actions=["*"])
    role = PolicyRole(role_id="reader", description="", permissions=[permission])
    await b2b.rbac.organizations.set_org_policy(organization_id=organization_id, org_policy=OrgPolicy(roles=[role]))
    project.clock.advance(minutes=61)
    login = await b2b.passwords.authenticate(
        organization_id=organization_id, email_address="ada@example.com", password=PASSWORD
    )

    session = await b2b.sessions.authenticate_jwt_local(login.session_jwt, authorization_check=check)

    assert session.organization_id == organization_id


async def test_a_verified_session_is_asked_what_it_allows(
    b2b: B2BClient, organization_id: str, member_jwt: str, project: Project
) -> None:
    """The organization's own roles count beside the project's."""
    project.settings.policy = Policy(resources={"documents": {"read"}})
    session = await b2b.sessions.authenticate_jwt_local(member_jwt)
    permission = PolicyRolePermission(resource_id="documents", actions=["*"])
    role = PolicyRole(role_id="reader", description="", permissions=[permission])
    await b2b.rbac.organizations.set_org_policy(organization_id=organization_id, org_policy=OrgPolicy(roles=[role]))

    before = await b2b.rbac.allows(session, "documents", "read")
    session.roles.append("reader")
    after = await b2b.rbac.allows(session, "documents", "read")

    assert (before, after) == (False, True)
