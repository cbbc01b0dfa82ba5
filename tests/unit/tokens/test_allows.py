"""Whether a session that is verified already may do something."""

import pytest

from stytch_async import Client, InMemoryTransport, UnavailableError
from stytch_async.emulator import Policy, Project
from tests.unit.tokens.conftest import Network


@pytest.mark.parametrize(
    ("check", "allowed"), [("documents.read", True), ("documents.delete", False), ("bills.read", False)]
)
async def test_a_users_roles_allow_what_the_policy_says(
    check: str,
    allowed: bool,  # noqa: FBT001 - a parameter of the test
    client: Client,
    project: Project,
    session_jwt: str,
) -> None:
    """A role permits an action on a resource, and nothing beside it."""
    project.settings.policy = Policy({"stytch_user": {"documents": {"read"}}})
    session = await client.sessions.authenticate_jwt_local(session_jwt)

    actual = await client.rbac.allows(session, *check.split("."))

    assert actual is allowed


async def test_many_questions_take_one_fetch(transport: InMemoryTransport, session_jwt: str) -> None:
    """Neither is the JWT verified again, nor the policy of the real Stytch fetched."""
    client = Client(*transport.credentials, transport=Network(transport))
    session = await client.sessions.authenticate_jwt_local(session_jwt)
    before = len(transport.calls)

    for action in ("read", "write", "delete"):
        await client.rbac.allows(session, "documents", action)

    assert len(transport.calls) - before == 1


async def test_an_outage_is_not_a_no(client: Client, transport: InMemoryTransport, session_jwt: str) -> None:
    """Where the policy cannot be fetched, nobody can tell."""
    session = await client.sessions.authenticate_jwt_local(session_jwt)
    transport.fail_next(client.rbac.policy, error_type="unauthorized_credentials")

    with pytest.raises(UnavailableError):
        await client.rbac.allows(session, "documents", "read")
