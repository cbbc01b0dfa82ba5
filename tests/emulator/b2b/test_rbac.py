from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Policy, Project
from stytch_async.schemas.b2b.organizations import CustomRole, CustomRolePermission, Organization
from stytch_async.schemas.b2b.passwords import EmailResetResponse
from stytch_async.schemas.b2b.rbac import OrgPolicy, PolicyResource, PolicyRole, PolicyRolePermission
from stytch_async.schemas.b2b.sessions import AuthorizationCheck
from stytch_async.schemas.shared import Authorization, AuthorizationVerdict

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]
Enrol = Callable[[str, str], Awaitable[EmailResetResponse]]


def role(role_id: str = "auditor", *permissions: tuple[str, list[str]]) -> PolicyRole:
    """Return a role; without permissions named, one that reads invoices."""
    given = permissions or (("invoices", ["read"]),)
    return PolicyRole(
        role_id=role_id,
        description="Looks at things.",
        permissions=[PolicyRolePermission(resource_id=resource, actions=actions) for resource, actions in given],
    )


@pytest.fixture(autouse=True)
def policy(project: Project) -> None:
    """Give the project a role and a resource of its own."""
    project.settings.policy = Policy({"editor": {"documents": {"write"}}}, resources={"invoices": {"read", "pay"}})


@pytest.fixture
async def with_auditors(b2b: B2BClient, organization: Organization) -> Organization:
    """Return an organization with a role of its own."""
    await b2b.rbac.organizations.set_org_policy(
        organization_id=organization.organization_id, org_policy=OrgPolicy(roles=[role()])
    )
    return organization


@pytest.fixture
async def auditor(b2b: B2BClient, with_auditors: Organization, enrol: Enrol) -> EmailResetResponse:
    """Return the login of a member who has that role."""
    await b2b.organizations.members.create(
        organization_id=with_auditors.organization_id, email_address="joan@example.com", roles=["auditor"]
    )
    return await enrol(with_auditors.organization_id, "joan@example.com")


async def test_policy_lists_stytchs_resources_and_the_projects_own(b2b: B2BClient) -> None:
    """Each resource comes with its actions, whether it was declared or only spoken of by a role."""
    found = (await b2b.rbac.policy()).policy

    assert found is not None
    resources = {resource.resource_id: resource for resource in found.resources}
    stytchs = ["stytch.organization", "stytch.member", "stytch.sso", "stytch.self", "stytch.scim"]
    assert list(resources) == [*stytchs, "documents", "invoices"]
    assert resources["invoices"] == PolicyResource(resource_id="invoices", description="", actions=["pay", "read"])
    assert resources["documents"].actions == ["write"]
    assert resources["stytch.sso"].actions == ["create", "delete", "get", "update"]
    assert {"create", "update.settings.roles", "search"} <= set(resources["stytch.member"].actions)
    assert all(resources[name].description for name in stytchs)


async def test_stytchs_roles_are_described(b2b: B2BClient) -> None:
    """The roles that are always there say what they are."""
    found = (await b2b.rbac.policy()).policy

    assert found is not None
    roles = {one.role_id: one.description for one in found.roles}
    assert list(roles) == ["stytch_member", "stytch_admin", "editor"]
    assert roles["stytch_member"]
    assert roles["stytch_admin"]


async def test_organization_shows_its_roles(b2b: B2BClient, with_auditors: Organization) -> None:
    """The roles that it adds are part of the organization, and the project's are not."""
    shown = (await b2b.organizations.get(organization_id=with_auditors.organization_id)).organization

    assert shown.custom_roles == [
        CustomRole(
            role_id="auditor",
            description="Looks at things.",
            permissions=[CustomRolePermission(resource_id="invoices", actions=["read"])],
        )
    ]


async def test_member_may_do_what_the_organizations_role_permits(b2b: B2BClient, auditor: EmailResetResponse) -> None:
    """A role of the organization is assigned and judged like one of the project."""
    check = AuthorizationCheck(organization_id=auditor.organization_id, resource_id="invoices", action="read")

    checked = await b2b.sessions.authenticate(session_token=auditor.session_token, authorization_check=check)

    assert checked.member_session.roles == ["stytch_member", "auditor"]
    assert checked.verdict == AuthorizationVerdict(authorized=True, granting_roles=["auditor"])


@pytest.mark.parametrize(("resource_id", "action"), [("invoices", "pay"), ("documents", "write")])
async def test_member_may_not_do_what_it_does_not(
    b2b: B2BClient, auditor: EmailResetResponse, refusal: Refusal, resource_id: str, action: str
) -> None:
    """Neither another action nor another resource is granted."""
    check = AuthorizationCheck(organization_id=auditor.organization_id, resource_id=resource_id, action=action)

    found = await refusal(b2b.sessions.authenticate(session_token=auditor.session_token, authorization_check=check))

    assert found == (403, "session_authorization_error")


async def test_organizations_role_may_administer_members(
    b2b: B2BClient, organization: Organization, enrol: Enrol
) -> None:
    """A role may permit some of what only admins may do by default."""
    await b2b.rbac.organizations.set_org_policy(
        organization_id=organization.organization_id,
        org_policy=OrgPolicy(roles=[role("recruiter", ("stytch.member", ["create"]))]),
    )
    names = {"organization_id": organization.organization_id, "email_address": "joan@example.com"}
    await b2b.organizations.members.create(**names, roles=["recruiter"])
    joan = await enrol(organization.organization_id, "joan@example.com")

    created = await b2b.organizations.members.create(
        organization_id=organization.organization_id,
        email_address="new@example.com",
        authorization=Authorization(session_token=joan.session_token),
    )

    assert created.member.email_address == "new@example.com"


async def test_role_is_known_in_its_organization_only(
    b2b: B2BClient, with_auditors: Organization, refusal: Refusal
) -> None:
    """Another organization of the project cannot assign it."""
    other = (await b2b.organizations.create(organization_name="Other")).organization

    found = await refusal(
        b2b.organizations.members.create(
            organization_id=other.organization_id, email_address="joan@example.com", roles=["auditor"]
        )
    )

    assert with_auditors.organization_id != other.organization_id
    assert found == (400, "invalid_rbac_role_id")


async def test_members_lose_a_role_that_is_gone(b2b: B2BClient, auditor: EmailResetResponse) -> None:
    """Roles are replaced as a whole, and whoever had one that is gone has it no longer."""
    await b2b.rbac.organizations.set_org_policy(
        organization_id=auditor.organization_id, org_policy=OrgPolicy(roles=[role("cashier", ("invoices", ["pay"]))])
    )

    checked = await b2b.sessions.authenticate(session_token=auditor.session_token)

    assert checked.member_session.roles == ["stytch_member"]


@pytest.mark.parametrize(
    ("roles", "error_type"),
    [
        ([role("")], "empty_rbac_role_id"),
        ([role("stytch_admin")], "invalid_rbac_stytch_role_edit"),
        ([role("stytch.auditor")], "invalid_rbac_stytch_role_edit"),
        ([role("editor")], "rbac_role_duplicate"),
        ([role(), role()], "rbac_role_duplicate"),
        ([PolicyRole(role_id="auditor", description="", permissions=[])], "rbac_role_missing_permissions"),
        ([role("auditor", ("shoes", ["wear"]))], "invalid_permission_resource"),
        ([role("auditor", ("stytch.shoes", ["wear"]))], "invalid_permission_resource"),
        ([role("auditor", ("invoices", ["read"]), ("invoices", ["pay"]))], "rbac_resource_duplicate"),
        ([role("auditor", ("invoices", []))], "rbac_permission_missing_actions"),
        ([role("auditor", ("invoices", ["burn"]))], "invalid_permission_action"),
        ([role("auditor", ("stytch.sso", ["burn"]))], "invalid_permission_action"),
        ([role("auditor", ("invoices", ["read", "read"]))], "rbac_action_duplicate"),
        ([role("auditor", ("invoices", ["*", "read"]))], "cannot_specify_wildcard_with_other_actions"),
    ],
)
async def test_policy_that_makes_no_sense_is_refused(
    b2b: B2BClient, with_auditors: Organization, refusal: Refusal, roles: list[PolicyRole], error_type: str
) -> None:
    """An organization adds roles of its own about resources that there are, and a refused policy changes nothing."""
    names: dict[str, Any] = {"organization_id": with_auditors.organization_id}

    found = await refusal(b2b.rbac.organizations.set_org_policy(**names, org_policy=OrgPolicy(roles=roles)))

    kept = (await b2b.rbac.organizations.get_org_policy(**names)).org_policy
    assert (found, [one.role_id for one in kept.roles]) == ((400, error_type), ["auditor"])


async def test_role_may_permit_all_actions(b2b: B2BClient, organization: Organization) -> None:
    """A star alone stands for every action."""
    set_policy = await b2b.rbac.organizations.set_org_policy(
        organization_id=organization.organization_id,
        org_policy=OrgPolicy(roles=[role("cashier", ("invoices", ["*"]))]),
    )

    assert [one.permissions[0].actions for one in set_policy.org_policy.roles] == [["*"]]
