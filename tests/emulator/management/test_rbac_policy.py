from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from stytch_async.clients import B2BClient, Client, ManagementClient
from stytch_async.emulator import Project
from stytch_async.schemas.b2b.rbac import OrgPolicy, PolicyRole, PolicyRolePermission
from stytch_async.schemas.consumer.sessions import AuthorizationCheck
from stytch_async.schemas.management.rbac_policy import DefaultRole, Permission, Resource, Role, Scope
from stytch_async.transports.memory import InMemoryTransport

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]
Place = dict[str, str]

DOCUMENTS = Resource(resource_id="documents", description="Papers", available_actions=["read", "write"])
READ = Permission(resource_id="documents", actions=["read"])
READER = Role(role_id="reader", description="Reads", permissions=[READ])
SCOPE = Scope(scope="read:documents", description="Read them", permissions=[READ])


async def test_a_policy_decides_until_it_is_emptied(
    management: ManagementClient, client: Client, project: Project, refusal: Refusal, shop: Place
) -> None:
    """What a role permits is permitted, to whoever has the role."""
    written = await management.rbac_policy.set(
        **shop, custom_roles=[READER], custom_resources=[DOCUMENTS], custom_scopes=[SCOPE]
    )
    ada = InMemoryTransport(project).sign_in("ada@example.com", roles=["reader"])

    async def check(action: str) -> object:
        asked = AuthorizationCheck(resource_id="documents", action=action)
        return await client.sessions.authenticate(session_token=ada.session_token, authorization_check=asked)

    await check("read")
    write = await refusal(check("write"))
    emptied = await management.rbac_policy.set(**shop)

    assert (written.policy.custom_roles, written.policy.custom_resources) == ([READER], [DOCUMENTS])
    assert written.policy.custom_scopes == [SCOPE]
    assert write == await refusal(check("read")) == (403, "consumer_session_authorization_error")
    assert emptied.policy.custom_roles == emptied.policy.custom_resources == emptied.policy.custom_scopes == []
    assert (await management.rbac_policy.get(**shop)).policy == emptied.policy


async def test_everybody_may_do_what_the_default_role_permits(
    management: ManagementClient, client: Client, project: Project, shop: Place
) -> None:
    """It is sent and shown as permissions alone; the app's own view of the policy has it, too."""
    role = DefaultRole(permissions=[READ])

    written = await management.rbac_policy.set(**shop, stytch_user=role, custom_resources=[DOCUMENTS])

    ada = InMemoryTransport(project).sign_in("ada@example.com")
    asked = AuthorizationCheck(resource_id="documents", action="read")
    await client.sessions.authenticate(session_token=ada.session_token, authorization_check=asked)
    shown = await client.rbac.policy()
    assert written.policy.stytch_user == role
    assert written.policy.stytch_resources == []
    assert [one.role_id for one in shown.policy.roles] == ["stytch_user"]


async def test_a_b2b_policy_begins_with_stytchs_own(management: ManagementClient, office: Place) -> None:
    """What was got can be set: it changes nothing; and the admin may be permitted more."""
    before = (await management.rbac_policy.get(**office)).policy
    assert before.stytch_admin is not None

    same = await management.rbac_policy.set(
        **office, stytch_member=before.stytch_member, stytch_admin=before.stytch_admin
    )
    more = DefaultRole(permissions=[*before.stytch_admin.permissions, READ])
    added = await management.rbac_policy.set(**office, stytch_admin=more, custom_resources=[DOCUMENTS])

    assert same.policy == before
    assert "stytch.member" in [one.resource_id for one in before.stytch_resources]
    assert before.stytch_user is None
    assert added.policy.stytch_admin == more


@pytest.mark.parametrize(
    ("policy", "error"),
    [
        ({"custom_roles": [Role(role_id="", description="", permissions=[READ])]}, "empty_rbac_role_id"),
        ({"custom_roles": [READER, READER]}, "rbac_role_duplicate"),
        (
            {"custom_roles": [Role(role_id="stytch_x", description="", permissions=[READ])]},
            "invalid_rbac_stytch_role_edit",
        ),
        ({"custom_roles": [Role(role_id="x", description="", permissions=[])]}, "rbac_role_missing_permissions"),
        ({"custom_roles": [Role(role_id="x", description="", permissions=[READ, READ])]}, "rbac_resource_duplicate"),
        (
            {
                "custom_roles": [
                    Role(role_id="x", description="", permissions=[Permission(resource_id="y", actions=["z"])])
                ]
            },
            "invalid_permission_resource",
        ),
        *(
            ({"stytch_user": DefaultRole(permissions=[Permission(resource_id="documents", actions=actions)])}, error)
            for actions, error in (
                ([], "rbac_permission_missing_actions"),
                (["read", "read"], "rbac_action_duplicate"),
                (["*", "read"], "cannot_specify_wildcard_with_other_actions"),
                (["burn"], "invalid_permission_action"),
            )
        ),
        ({"custom_resources": [DOCUMENTS, DOCUMENTS]}, "rbac_resource_duplicate"),
        (
            {"custom_resources": [Resource(resource_id="", description="", available_actions=["a"])]},
            "empty_rbac_resource_id",
        ),
        (
            {"custom_resources": [Resource(resource_id="stytch.x", description="", available_actions=["a"])]},
            "invalid_stytch_prefixed_resource",
        ),
        (
            {"custom_resources": [Resource(resource_id="x", description="", available_actions=[])]},
            "rbac_resource_missing_actions",
        ),
        (
            {"custom_resources": [Resource(resource_id="x", description="", available_actions=["a", "a"])]},
            "rbac_action_duplicate",
        ),
        ({"custom_scopes": [SCOPE, SCOPE]}, "rbac_scope_duplicate"),
        ({"custom_scopes": [Scope(scope="", description="", permissions=[READ])]}, "empty_rbac_scope"),
        ({"custom_scopes": [Scope(scope="openid", description="", permissions=[READ])]}, "rbac_reserved_scope"),
        ({"custom_scopes": [Scope(scope="x", description="", permissions=[])]}, "rbac_scope_missing_permissions"),
        ({"stytch_admin": DefaultRole(permissions=[READ])}, "invalid_role_for_vertical"),
    ],
)
async def test_what_is_no_policy_is_refused(
    management: ManagementClient, refusal: Refusal, shop: Place, policy: dict[str, Any], error: str
) -> None:
    """Names are given once, and permissions are of what there is."""
    call = management.rbac_policy.set(**shop, **{"custom_resources": [DOCUMENTS], **policy})

    assert await refusal(call) == (400, error)


async def test_stytchs_own_roles_keep_what_is_theirs(
    management: ManagementClient, refusal: Refusal, office: Place
) -> None:
    """What they permit of Stytch's resources is neither widened nor narrowed."""
    for actions in (["create"], ["*"]):
        wider = DefaultRole(permissions=[Permission(resource_id="stytch.sso", actions=actions)])
        found = await refusal(management.rbac_policy.set(**office, stytch_member=wider))
        assert found == (400, "invalid_rbac_stytch_role_edit")


async def test_what_an_organization_permits_stays(
    management: ManagementClient, b2b: B2BClient, refusal: Refusal, office: Place
) -> None:
    """A resource or action that a role of its own speaks of does not go."""
    await management.rbac_policy.set(**office, custom_resources=[DOCUMENTS])
    made = (await b2b.organizations.create(organization_name="Engines")).organization
    permission = PolicyRolePermission(resource_id="documents", actions=["write"])
    role = PolicyRole(role_id="clerk", description="", permissions=[permission])
    await b2b.rbac.organizations.set_org_policy(
        organization_id=made.organization_id, org_policy=OrgPolicy(roles=[role])
    )
    smaller = Resource(resource_id="documents", description="", available_actions=["read"])

    gone = await refusal(management.rbac_policy.set(**office))
    shrunk = await refusal(management.rbac_policy.set(**office, custom_resources=[smaller]))

    assert gone == shrunk == (400, "rbac_cannot_delete_attribute_used_in_org_policy")
