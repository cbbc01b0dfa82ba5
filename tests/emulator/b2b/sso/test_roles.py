from collections.abc import Sequence

import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Policy, Project
from stytch_async.emulator.world.saml import SAMLProvider
from stytch_async.schemas.b2b.members import MemberRole, MemberRoleSource
from stytch_async.schemas.b2b.sessions import AuthorizationCheck
from stytch_async.schemas.b2b.sso import (
    ConnectionImplicitRoleAssignment,
    GroupImplicitRoleAssignment,
    SAMLConnection,
)
from stytch_async.schemas.shared import Authorization
from stytch_async.transports.memory import InMemoryTransport
from tests.emulator.b2b.sso.conftest import Enter
from tests.emulator.conftest import Refusal


@pytest.fixture
async def roles(b2b: B2BClient, okta: SAMLProvider, saml: SAMLConnection, project: Project) -> SAMLProvider:
    """Let the connection imply a role for everybody, and one for a group; return the identity provider."""
    project.settings.policy = Policy({"editor": {"documents": {"write"}}, "reader": {"documents": {"read"}}})
    await b2b.sso.saml.update_connection(
        organization_id=saml.organization_id,
        connection_id=saml.connection_id,
        saml_connection_implicit_role_assignments=[ConnectionImplicitRoleAssignment(role_id="reader")],
        saml_group_implicit_role_assignments=[
            GroupImplicitRoleAssignment(role_id="editor", group="authors"),
            GroupImplicitRoleAssignment(role_id="stytch_admin", group="admins"),
        ],
    )
    return okta


def sources(roles: Sequence[MemberRole]) -> dict[str, list[MemberRoleSource]]:
    """Return what brings each role."""
    return {role.role_id: list(role.sources) for role in roles}


async def test_connection_and_groups_imply_roles(roles: SAMLProvider, saml: SAMLConnection, enter: Enter) -> None:
    """The member shows them with their reasons, and the session has them."""
    login = await enter(roles.log_in("ada@example.com", groups=["authors", "staff"]))

    place = {"connection_id": saml.connection_id}
    assert sources(login.member.roles) == {
        "stytch_member": [MemberRoleSource(type="direct_assignment", details={})],
        "reader": [MemberRoleSource(type="sso_connection", details=place)],
        "editor": [MemberRoleSource(type="sso_connection_group", details={**place, "group": "authors"})],
    }
    assert login.member_session is not None
    assert login.member_session.roles == ["stytch_member", "reader", "editor"]


async def test_groups_are_those_of_the_last_login(roles: SAMLProvider, enter: Enter) -> None:
    """Who has left a group has lost its role."""
    first = await enter(roles.log_in("ada@example.com", groups=["admins"]))

    second = await enter(roles.log_in("ada@example.com"))

    assert (first.member.is_admin, second.member.is_admin) == (True, False)
    assert second.member_session is not None
    assert second.member_session.roles == ["stytch_member", "reader"]


async def test_implied_roles_count_where_the_session_came_by_the_connection(
    b2b: B2BClient,
    roles: SAMLProvider,
    saml: SAMLConnection,
    enter: Enter,
    transport: InMemoryTransport,
    *,
    refusal: Refusal,
) -> None:
    """Another session of the same member lacks them: in itself, in checks, and in calls on the member's behalf."""
    login = await enter(roles.log_in("ada@example.com", groups=["authors", "admins"]))
    other = transport.sign_in_member("ada@example.com", organization=saml.organization_id)
    check = AuthorizationCheck(organization_id=saml.organization_id, resource_id="documents", action="write")
    authenticate, listing = b2b.sessions.authenticate, b2b.sso.get_connections

    allowed = await authenticate(session_token=login.session_token, authorization_check=check)
    seen = await authenticate(session_token=other.session_token)

    assert allowed.verdict is not None
    assert allowed.verdict.granting_roles == ["editor"]
    assert seen.member_session.roles == ["stytch_member"]
    assert seen.member.is_admin
    refused = [
        await refusal(authenticate(session_token=other.session_token, authorization_check=check)),
        await refusal(
            listing(
                organization_id=saml.organization_id, authorization=Authorization(session_token=other.session_token)
            )
        ),
    ]
    assert refused == [(403, "session_authorization_error")] * 2
    listed = await listing(
        organization_id=saml.organization_id, authorization=Authorization(session_token=login.session_token)
    )
    assert [one.connection_id for one in listed.saml_connections] == [saml.connection_id]


async def test_an_assigned_role_counts_everywhere(
    roles: SAMLProvider, saml: SAMLConnection, enter: Enter, transport: InMemoryTransport
) -> None:
    """That a connection implies it too takes nothing away."""
    login = await enter(roles.log_in("ada@example.com"))

    other = transport.sign_in_member("ada@example.com", organization=saml.organization_id, roles=["reader"])

    member = transport.project.members[login.member_id]
    session = transport.project.sessions.by_token.first(other.session_token)
    assert member.roles == ["reader"]
    assert session is not None
    from stytch_async.emulator.rules.b2b.roles import session_roles

    assert session_roles(transport.project, member, session) == ["stytch_member", "reader"]


async def test_a_deleted_connection_implies_nothing(
    b2b: B2BClient, roles: SAMLProvider, saml: SAMLConnection, enter: Enter
) -> None:
    """Sessions that came by it have lost its roles."""
    login = await enter(roles.log_in("ada@example.com"))

    await b2b.sso.delete_connection(organization_id=saml.organization_id, connection_id=saml.connection_id)

    seen = await b2b.sessions.authenticate(session_token=login.session_token)
    assert seen.member_session.roles == ["stytch_member"]


@pytest.mark.parametrize(("kept", "by_migration"), [(False, False), (False, True), (True, False)])
async def test_a_role_that_is_taken_away_ends_the_sessions_that_would_keep_it(
    b2b: B2BClient,
    roles: SAMLProvider,
    enter: Enter,
    transport: InMemoryTransport,
    *,
    kept: bool,
    by_migration: bool,
) -> None:
    """A session by a connection that implies the role ends, unless it is to stay; others lose the role and go on."""
    login = await enter(roles.log_in("ada@example.com"))
    place, name = login.organization_id, {"organization_id": login.organization_id}
    other = transport.sign_in_member("ada@example.com", organization=place, roles=["reader"])
    assert len((await b2b.sessions.get(**name, member_id=login.member_id)).member_sessions) == 2

    if by_migration:
        digest = "$argon2i$v=19$m=16,t=2,p=1$c29tZXNhbHQ$k38pnLpCjeGBGU5OWOcHHA"
        await b2b.passwords.migrate(
            **name, email_address="ada@example.com", hash=digest, hash_type="argon_2i", roles=["editor"]
        )
    else:
        await b2b.organizations.members.update(
            **name, member_id=login.member_id, roles=["editor"], preserve_existing_sessions=kept
        )

    left = (await b2b.sessions.get(**name, member_id=login.member_id)).member_sessions
    ids = [session.authentication_factors[0].type for session in left]
    assert ids == (["sso", "email_otp"] if kept else ["email_otp"])
    assert (await b2b.sessions.authenticate(session_token=other.session_token)).member_session.roles == [
        "stytch_member",
        "editor",
    ]


async def test_a_role_that_no_connection_implies_ends_nothing(
    b2b: B2BClient, roles: SAMLProvider, saml: SAMLConnection, enter: Enter, transport: InMemoryTransport
) -> None:
    """The connection implies it for a group that the member is not in."""
    login = await enter(roles.log_in("ada@example.com"))
    transport.sign_in_member("ada@example.com", organization=saml.organization_id, roles=["editor"])
    name = {"organization_id": saml.organization_id, "member_id": login.member_id}

    await b2b.organizations.members.update(**name, roles=[])

    assert len((await b2b.sessions.get(**name)).member_sessions) == 2
