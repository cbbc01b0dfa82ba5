import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Policy, Project
from stytch_async.errors import PermissionDeniedError
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.passwords import EmailResetResponse
from stytch_async.schemas.b2b.sessions import AuthorizationCheck
from stytch_async.schemas.shared import AuthorizationVerdict
from tests.emulator.b2b.sessions.conftest import session_of


async def test_admin_may_do_what_stytch_says(
    b2b: B2BClient, organization: Organization, grace: EmailResetResponse
) -> None:
    """An action that a role of the session permits is granted, with the role's name."""
    check = AuthorizationCheck(
        organization_id=organization.organization_id, resource_id="stytch.member", action="create"
    )

    checked = await b2b.sessions.authenticate(session_token=grace.session_token, authorization_check=check)

    assert checked.verdict == AuthorizationVerdict(authorized=True, granting_roles=["stytch_admin"])


async def test_every_granting_role_is_named(
    b2b: B2BClient, organization: Organization, grace: EmailResetResponse, project: Project
) -> None:
    """Where several roles permit an action, by name or by wildcard, the verdict lists them all."""
    project.settings.policy = Policy({"stytch_member": {"documents": {"read"}}, "stytch_admin": {"documents": {"*"}}})
    check = AuthorizationCheck(organization_id=organization.organization_id, resource_id="documents", action="read")

    checked = await b2b.sessions.authenticate(session_token=grace.session_token, authorization_check=check)

    assert checked.verdict is not None
    assert checked.verdict.granting_roles == ["stytch_member", "stytch_admin"]


@pytest.mark.parametrize(("resource_id", "action"), [("stytch.member", "create"), ("*", "read"), ("documents", "*")])
async def test_action_without_a_permission_is_denied(
    b2b: B2BClient,
    organization: Organization,
    ada: EmailResetResponse,
    project: Project,
    *,
    resource_id: str,
    action: str,
) -> None:
    """What no role permits is denied, and the session is not touched; asking for a wildcard grants nothing."""
    project.settings.policy = Policy({"stytch_member": {"documents": {"read"}}})
    check = AuthorizationCheck(organization_id=organization.organization_id, resource_id=resource_id, action=action)

    with pytest.raises(PermissionDeniedError) as caught:
        await b2b.sessions.authenticate(
            session_token=ada.session_token, session_duration_minutes=600, authorization_check=check
        )

    assert caught.value.error_type == "session_authorization_error"
    checked = await b2b.sessions.authenticate(session_token=ada.session_token)
    assert checked.member_session.expires_at == session_of(ada).expires_at


async def test_check_for_another_organization_is_denied(b2b: B2BClient, grace: EmailResetResponse) -> None:
    """Roles count for nothing in an organization that the session is not in."""
    other = (await b2b.organizations.create(organization_name="Other")).organization
    check = AuthorizationCheck(organization_id=other.organization_id, resource_id="stytch.member", action="create")

    with pytest.raises(PermissionDeniedError) as caught:
        await b2b.sessions.authenticate(session_token=grace.session_token, authorization_check=check)

    assert caught.value.error_type == "session_authorization_tenancy_error"
