import pytest

from stytch_async.clients import Client
from stytch_async.emulator import Policy, Project
from stytch_async.errors import PermissionDeniedError
from stytch_async.schemas.consumer.passwords import CreateResponse
from stytch_async.schemas.consumer.sessions import AuthorizationCheck
from stytch_async.schemas.shared import AuthorizationVerdict


@pytest.fixture
async def editor(client: Client, project: Project, password: str) -> CreateResponse:
    """Return the login of a user whose role permits writing documents."""
    project.settings.policy = Policy({"editor": {"documents": {"write"}}})
    login = await client.passwords.create(email="ada@example.com", password=password, session_duration_minutes=5)
    await client.users.update(user_id=login.user_id, roles=["editor"])
    return login


async def test_user_is_granted_what_a_role_permits(client: Client, editor: CreateResponse) -> None:
    """A role that the user has been given counts in the session, and the verdict names it."""
    check = AuthorizationCheck(resource_id="documents", action="write")

    checked = await client.sessions.authenticate(session_token=editor.session_token, authorization_check=check)

    assert checked.session.roles == ["stytch_user", "editor"]
    assert checked.verdict == AuthorizationVerdict(authorized=True, granting_roles=["editor"])


@pytest.mark.parametrize(("resource_id", "action"), [("documents", "delete"), ("invoices", "write")])
async def test_user_is_denied_what_no_role_permits(
    client: Client, editor: CreateResponse, resource_id: str, action: str
) -> None:
    """Neither another action nor another resource is granted."""
    check = AuthorizationCheck(resource_id=resource_id, action=action)

    with pytest.raises(PermissionDeniedError) as caught:
        await client.sessions.authenticate(session_token=editor.session_token, authorization_check=check)

    assert caught.value.error_type == "consumer_session_authorization_error"


async def test_role_of_every_user_permits_nothing_by_itself(client: Client, password: str) -> None:
    """Without a policy of the project's own, users may do nothing that is asked about."""
    login = await client.passwords.create(email="ada@example.com", password=password, session_duration_minutes=5)
    check = AuthorizationCheck(resource_id="documents", action="write")

    with pytest.raises(PermissionDeniedError) as caught:
        await client.sessions.authenticate(session_token=login.session_token, authorization_check=check)

    assert caught.value.error_type == "consumer_session_authorization_error"


async def test_role_of_every_user_can_be_given_permissions(client: Client, project: Project, password: str) -> None:
    """The project's policy may let everybody do something."""
    project.settings.policy = Policy({"stytch_user": {"documents": {"read"}}})
    login = await client.passwords.create(email="ada@example.com", password=password, session_duration_minutes=5)
    check = AuthorizationCheck(resource_id="documents", action="read")

    checked = await client.sessions.authenticate(session_token=login.session_token, authorization_check=check)

    assert checked.verdict == AuthorizationVerdict(authorized=True, granting_roles=["stytch_user"])
