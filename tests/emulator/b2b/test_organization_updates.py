from collections.abc import Awaitable, Callable
from typing import Any

import attrs
import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Policy, Project
from stytch_async.schemas.b2b.organizations import EmailImplicitRoleAssignment, Organization
from stytch_async.schemas.b2b.passwords import EmailResetResponse
from stytch_async.schemas.b2b.rbac import OrgPolicy, PolicyRole, PolicyRolePermission
from stytch_async.schemas.shared import Authorization

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

CHANGES: dict[str, Any] = {
    "organization_name": "Difference Engines",
    "organization_slug": "difference",
    "organization_logo_url": "https://example.com/logo.png",
    "organization_external_id": "crm-1",
    "sso_jit_provisioning": "NOT_ALLOWED",
    "sso_jit_provisioning_allowed_connections": ["saml-connection-test-1"],
    "email_allowed_domains": ["example.com"],
    "email_jit_provisioning": "NOT_ALLOWED",
    "email_invites": "ALL_ALLOWED",
    "auth_methods": "ALL_ALLOWED",
    "allowed_auth_methods": ["password"],
    "mfa_policy": "REQUIRED_FOR_ALL",
    "rbac_email_implicit_role_assignments": [EmailImplicitRoleAssignment(domain="example.com", role_id="stytch_admin")],
    "mfa_methods": "ALL_ALLOWED",
    "allowed_mfa_methods": ["totp"],
    "oauth_tenant_jit_provisioning": "NOT_ALLOWED",
    "allowed_oauth_tenants": {"slack": ["T1"]},
    "claimed_email_domains": ["example.com"],
    "first_party_connected_apps_allowed_type": "NOT_ALLOWED",
    "allowed_first_party_connected_apps": ["connected-app-test-1"],
    "third_party_connected_apps_allowed_type": "NOT_ALLOWED",
    "allowed_third_party_connected_apps": ["connected-app-test-2"],
}


@pytest.mark.parametrize("field", CHANGES)
async def test_a_field_changes_and_the_others_stay(
    b2b: B2BClient, organization: Organization, project: Project, field: str
) -> None:
    """What is given takes the place of the old value, and the time of the last change moves."""
    project.clock.advance(minutes=1)

    updated = await b2b.organizations.update(organization_id=organization.organization_id, **{field: CHANGES[field]})

    before, after = attrs.asdict(organization, recurse=False), attrs.asdict(updated.organization, recurse=False)
    assert after == {**before, field: CHANGES[field], "updated_at": project.now.replace(microsecond=0)}


async def test_metadata_is_merged(b2b: B2BClient, organization: Organization) -> None:
    """Keys that are not named stay, and a null deletes one."""
    update = b2b.organizations.update
    await update(organization_id=organization.organization_id, trusted_metadata={"plan": "pro", "seats": 5})

    updated = await update(
        organization_id=organization.organization_id, trusted_metadata={"plan": None, "region": "eu"}
    )

    assert updated.organization.trusted_metadata == {"seats": 5, "region": "eu"}


async def test_new_names_find_the_organization(b2b: B2BClient, organization: Organization) -> None:
    """A new slug is good at once, and the old one is free."""
    await b2b.organizations.update(
        organization_id=organization.organization_slug, organization_slug="difference", organization_external_id="crm-1"
    )

    found = [(await b2b.organizations.get(organization_id=name)).organization for name in ("difference", "crm-1")]
    other = await b2b.organizations.create(organization_name="Other", organization_slug=organization.organization_slug)

    assert [one.organization_id for one in found] == [organization.organization_id] * 2
    assert other.organization.organization_slug == organization.organization_slug


async def test_names_may_be_kept(b2b: B2BClient, organization: Organization) -> None:
    """A slug and an external id are not taken by the organization that has them."""
    organization_id = organization.organization_id
    names = {"organization_slug": organization.organization_slug, "organization_external_id": "crm-1"}
    await b2b.organizations.update(organization_id=organization_id, **names)

    updated = await b2b.organizations.update(organization_id=organization_id, **names)

    assert updated.organization.organization_external_id == "crm-1"


@pytest.mark.parametrize(
    ("changes", "error_type"),
    [
        ({"organization_slug": "taken"}, "organization_slug_already_used"),
        ({"organization_slug": "-~-"}, "invalid_organization_slug"),
        ({"organization_external_id": "taken"}, "organization_external_id_already_used"),
        ({"sso_default_connection_id": "saml-connection-test-1"}, "invalid_sso_default_connection_id"),
        ({"auth_methods": "RESTRICTED"}, "allowed_auth_methods_required_for_restricted"),
        ({"mfa_methods": "RESTRICTED"}, "allowed_mfa_methods_required_for_restricted"),
        ({"email_invites": "RESTRICTED"}, "invalid_restricted_email_setting"),
        ({"sso_jit_provisioning": "RESTRICTED"}, "invalid_restricted_sso_setting"),
        ({"oauth_tenant_jit_provisioning": "RESTRICTED"}, "invalid_restricted_oauth_tenants_setting"),
        (
            {"email_invites": "NOT_ALLOWED", "sso_jit_provisioning": "NOT_ALLOWED"},
            "invalid_organization_auth_factor_setting",
        ),
        ({"mfa_policy": "SOMETIMES"}, "invalid_organization_mfa_policy"),
        ({"email_allowed_domains": ["gmail.com"]}, "organization_settings_domain_too_common"),
        (
            {"rbac_email_implicit_role_assignments": [EmailImplicitRoleAssignment(domain="a.example", role_id="b")]},
            "invalid_rbac_role_id",
        ),
    ],
)
async def test_what_cannot_be_is_refused(
    b2b: B2BClient, organization: Organization, refusal: Refusal, changes: dict[str, Any], error_type: str
) -> None:
    """A change is held against the same rules as a new organization, and a refused one changes nothing."""
    await b2b.organizations.create(
        organization_name="Taken", organization_slug="taken", organization_external_id="taken"
    )

    refused = await refusal(b2b.organizations.update(organization_id=organization.organization_id, **changes))

    unchanged = await b2b.organizations.get(organization_id=organization.organization_id)
    assert refused == (400, error_type)
    assert unchanged.organization == organization


async def test_a_list_in_use_cannot_be_emptied(b2b: B2BClient, organization: Organization, refusal: Refusal) -> None:
    """The result counts: a restriction needs its list for as long as it holds."""
    organization_id = organization.organization_id
    await b2b.organizations.update(
        organization_id=organization_id, auth_methods="RESTRICTED", allowed_auth_methods=["password"]
    )

    refused = await refusal(b2b.organizations.update(organization_id=organization_id, allowed_auth_methods=[]))

    assert refused == (400, "allowed_auth_methods_required_for_restricted")


async def test_a_list_that_is_there_will_do(b2b: B2BClient, organization: Organization) -> None:
    """A restriction may come after its list."""
    organization_id = organization.organization_id
    await b2b.organizations.update(organization_id=organization_id, allowed_mfa_methods=["totp"])

    updated = await b2b.organizations.update(organization_id=organization_id, mfa_methods="RESTRICTED")

    assert updated.organization.mfa_methods == "RESTRICTED"


async def test_a_role_of_the_organizations_own_may_follow_from_a_domain(
    b2b: B2BClient, organization: Organization, project: Project
) -> None:
    """What the organization's policy adds counts as well as the project's."""
    organization_id = organization.organization_id
    project.settings.policy = Policy(resources={"documents": {"write"}})
    permissions = [PolicyRolePermission(resource_id="documents", actions=["write"])]
    editor = PolicyRole(role_id="editor", description="Edits", permissions=permissions)
    await b2b.rbac.organizations.set_org_policy(organization_id=organization_id, org_policy=OrgPolicy(roles=[editor]))
    assignments = [EmailImplicitRoleAssignment(domain="example.com", role_id="editor")]

    updated = await b2b.organizations.update(
        organization_id=organization_id, rbac_email_implicit_role_assignments=assignments
    )

    assert updated.organization.rbac_email_implicit_role_assignments == assignments


async def test_a_stricter_policy_leaves_sessions_running(
    b2b: B2BClient, organization: Organization, ada: EmailResetResponse
) -> None:
    """Who has logged in before a second factor was asked for stays logged in."""
    await b2b.organizations.update(organization_id=organization.organization_id, mfa_policy="REQUIRED_FOR_ALL")

    session = await b2b.sessions.authenticate(session_token=ada.session_token)

    assert session.member.member_id == ada.member_id


ACTIONS = {
    "organization_name": "update.info.name",
    "organization_slug": "update.info.slug",
    "organization_logo_url": "update.info.logo-url",
    "sso_jit_provisioning": "update.settings.sso-jit-provisioning",
    "sso_jit_provisioning_allowed_connections": "update.settings.sso-jit-provisioning",
    "email_allowed_domains": "update.settings.allowed-domains",
    "email_jit_provisioning": "update.settings.email-jit-provisioning",
    "email_invites": "update.settings.email-invites",
    "auth_methods": "update.settings.allowed-auth-methods",
    "allowed_auth_methods": "update.settings.allowed-auth-methods",
    "mfa_policy": "update.settings.mfa-policy",
    "rbac_email_implicit_role_assignments": "update.settings.implicit-roles",
    "mfa_methods": "update.settings.allowed-mfa-methods",
    "allowed_mfa_methods": "update.settings.allowed-mfa-methods",
    "oauth_tenant_jit_provisioning": "update.settings.oauth-tenant-jit-provisioning",
    "allowed_oauth_tenants": "update.settings.allowed-oauth-tenants",
}


@pytest.mark.parametrize("field", CHANGES)
async def test_a_member_needs_a_permission_for_each_field(
    b2b: B2BClient, ada: EmailResetResponse, project: Project, refusal: Refusal, field: str
) -> None:
    """Whoever has all permissions but the one for a field may not change it."""
    others = {action for name, action in ACTIONS.items() if action != ACTIONS.get(field)}
    project.settings.policy = Policy({"stytch_member": {"stytch.organization": others}})

    refused = await refusal(
        b2b.organizations.update(
            organization_id=ada.organization_id,
            authorization=Authorization(session_token=ada.session_token),
            **{field: CHANGES[field]},
        )
    )

    assert refused == (403, "session_authorization_error")


@pytest.mark.parametrize("field", ACTIONS)
async def test_one_permission_is_enough_for_its_field(
    b2b: B2BClient, organization: Organization, ada: EmailResetResponse, project: Project, field: str
) -> None:
    """A role with the documented action alone may change the field."""
    project.settings.policy = Policy({"stytch_member": {"stytch.organization": {ACTIONS[field]}}})

    updated = await b2b.organizations.update(
        organization_id=organization.organization_id,
        authorization=Authorization(session_token=ada.session_token),
        **{field: CHANGES[field]},
    )

    assert getattr(updated.organization, field) == CHANGES[field]


async def test_one_missing_permission_refuses_all_changes(
    b2b: B2BClient, organization: Organization, ada: EmailResetResponse, project: Project, refusal: Refusal
) -> None:
    """A call that changes two fields needs both permissions, or changes neither."""
    project.settings.policy = Policy({"stytch_member": {"stytch.organization": {"update.info.name"}}})

    refused = await refusal(
        b2b.organizations.update(
            organization_id=organization.organization_id,
            organization_name="Renamed",
            mfa_policy="REQUIRED_FOR_ALL",
            authorization=Authorization(session_token=ada.session_token),
        )
    )

    found = await b2b.organizations.get(organization_id=organization.organization_id)
    assert refused == (403, "session_authorization_error")
    assert found.organization == organization


async def test_trusted_metadata_is_not_for_members(
    b2b: B2BClient, organization: Organization, grace: EmailResetResponse, refusal: Refusal
) -> None:
    """Not even an admin writes it with a session."""
    refused = await refusal(
        b2b.organizations.update(
            organization_id=organization.organization_id,
            trusted_metadata={"plan": "pro"},
            authorization=Authorization(session_token=grace.session_token),
        )
    )

    assert refused == (401, "cannot_update_trusted_metadata")


async def test_unknown_organization_cannot_be_changed(b2b: B2BClient, refusal: Refusal) -> None:
    """There must be one."""
    refused = await refusal(b2b.organizations.update(organization_id="nowhere", organization_name="Anything"))

    assert refused == (404, "organization_not_found")
