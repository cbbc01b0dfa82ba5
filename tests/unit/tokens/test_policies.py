"""Policies from which something is missing."""

from typing import Any

import pytest

from stytch_async import B2BClient, Client, PermissionDeniedError
from stytch_async.schemas.consumer.sessions import AuthorizationCheck
from tests.unit.tokens.conftest import Altered

CHECK = AuthorizationCheck(resource_id="documents", action="read")
ROLE = {"role_id": "stytch_user", "description": ""}


@pytest.mark.parametrize(
    "policy",
    [
        None,
        {},
        {"roles": None, "resources": None, "scopes": None},
        {"roles": [ROLE], "scopes": [{"scope": "openid"}]},
        {"roles": [{**ROLE, "permissions": [{"resource_id": "documents", "actions": None}]}]},
        {"roles": [{**ROLE, "permissions": [{"actions": ["read"]}]}]},
        {"roles": [{"permissions": [{"resource_id": "documents", "actions": ["*"]}]}]},
    ],
    ids=str,
)
async def test_what_a_policy_leaves_out_permits_nothing(
    client: Client, transport: Altered, session_jwt: str, policy: dict[str, Any] | None
) -> None:
    """A list that is missing is an empty one."""
    transport.documents["/rbac/policy"] = {"policy": policy}

    with pytest.raises(PermissionDeniedError):
        await client.sessions.authenticate_jwt_local(session_jwt, authorization_check=CHECK)


@pytest.mark.parametrize("answer", [{}, {"org_policy": {}}, {"org_policy": {"roles": None}}], ids=str)
async def test_an_organization_may_add_no_roles(b2b: B2BClient, transport: Altered, answer: dict[str, Any]) -> None:
    """Those of the project hold all the same."""
    transport.documents["/rbac/organizations/"] = answer

    merged = await b2b.sessions._tokens.policy("organization-test-1")

    assert "stytch_member" in merged.roles
