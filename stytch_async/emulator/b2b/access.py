"""The settings of an organization: who may join it, and how its members log in."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

import attrs

from stytch_async.emulator.b2b.domains import check_domain, refuse_duplicates
from stytch_async.emulator.refusals import refuse
from stytch_async.emulator.rows import Member, Organization, OrganizationSettings
from stytch_async.schemas.b2b.organizations import CreateRequest, EmailImplicitRoleAssignment

if TYPE_CHECKING:
    from stytch_async.emulator.project import Project

__all__ = ["AUTH_METHODS", "allows_mfa_method", "read_settings", "refuse_method"]

ALL, RESTRICTED, NONE = "ALL_ALLOWED", "RESTRICTED", "NOT_ALLOWED"

AUTH_METHODS: Final = frozenset({"sso", "magic_link", "email_otp", "password"}) | {
    f"{provider}_oauth" for provider in ("github", "google", "hubspot", "microsoft", "slack")
}
MFA_METHODS: Final = frozenset({"sms_otp", "totp"})
OAUTH_TENANTS: Final = frozenset({"github", "hubspot", "slack"})


@attrs.frozen
class Setting:
    """What a setting may say, and which list it needs to say ``RESTRICTED``."""

    choices: frozenset[str]
    refusal: str
    needed_list: str | None = None
    lack: str = ""


SETTINGS: Final[Mapping[str, Setting]] = {
    "auth_methods": Setting(
        frozenset({ALL, RESTRICTED}),
        "invalid_organization_auth_method_settings",
        "allowed_auth_methods",
        "allowed_auth_methods_required_for_restricted",
    ),
    "email_invites": Setting(
        frozenset({ALL, RESTRICTED, NONE}),
        "invalid_organization_auth_factor_setting",
        "email_allowed_domains",
        "invalid_restricted_email_setting",
    ),
    "email_jit_provisioning": Setting(
        frozenset({RESTRICTED, NONE}),
        "invalid_organization_auth_factor_setting_for_email_jit_provisioning",
        "email_allowed_domains",
        "invalid_restricted_email_setting",
    ),
    "first_party_connected_apps_allowed_type": Setting(
        frozenset({ALL, RESTRICTED, NONE}), "invalid_organization_auth_factor_setting"
    ),
    "mfa_methods": Setting(
        frozenset({ALL, RESTRICTED}),
        "invalid_organization_mfa_factor_setting",
        "allowed_mfa_methods",
        "allowed_mfa_methods_required_for_restricted",
    ),
    "mfa_policy": Setting(frozenset({"OPTIONAL", "REQUIRED_FOR_ALL"}), "invalid_organization_mfa_policy"),
    "oauth_tenant_jit_provisioning": Setting(
        frozenset({RESTRICTED, NONE}),
        "invalid_organization_auth_factor_setting_for_oauth_tenant_jit_provisioning",
        "allowed_oauth_tenants",
        "invalid_restricted_oauth_tenants_setting",
    ),
    "sso_jit_provisioning": Setting(
        frozenset({ALL, RESTRICTED, NONE}),
        "invalid_organization_auth_factor_setting",
        "sso_jit_provisioning_allowed_connections",
        "invalid_restricted_sso_setting",
    ),
    "third_party_connected_apps_allowed_type": Setting(
        frozenset({ALL, RESTRICTED, NONE}), "invalid_organization_auth_factor_setting"
    ),
}


def read_settings(project: "Project", request: CreateRequest) -> OrganizationSettings:
    """Return the settings of a new organization, or refuse.

    Without any setting, everybody may be invited, so that there is a way to gain members. Lists are no settings: they
    matter only where a setting is restricted to them.
    """
    names = [field.name for field in attrs.fields(OrganizationSettings)]
    given = {name: value for name in names if (value := getattr(request, name, None)) is not None}
    if given.keys().isdisjoint(SETTINGS):
        given["email_invites"] = ALL
    _check_choices(given)
    settings = OrganizationSettings(**given)
    _check_lists(settings)
    _check_domains(settings)
    _check_assignments(project, settings.rbac_email_implicit_role_assignments)
    return settings


def _check_choices(given: Mapping[str, Any]) -> None:
    for name, setting in SETTINGS.items():
        if name not in given:
            continue
        if given[name] not in setting.choices:
            raise refuse(setting.refusal)
        if given[name] == RESTRICTED and setting.needed_list is not None and not given.get(setting.needed_list):
            raise refuse(setting.lack)


def _check_lists(settings: OrganizationSettings) -> None:
    if not AUTH_METHODS.issuperset(settings.allowed_auth_methods):
        raise refuse("invalid_organization_allowed_auth_methods")
    if not MFA_METHODS.issuperset(settings.allowed_mfa_methods):
        raise refuse("invalid_organization_allowed_mfa_methods")
    tenants = settings.allowed_oauth_tenants
    if not OAUTH_TENANTS.issuperset(tenants) or not all(isinstance(ids, list) for ids in tenants.values()):
        raise refuse("invalid_oauth_allowed_tenants_format")
    if {settings.sso_jit_provisioning, settings.email_jit_provisioning, settings.email_invites} == {NONE}:
        raise refuse("invalid_organization_auth_factor_setting", "There must be a way for new members to join.")


def _check_domains(settings: OrganizationSettings) -> None:
    for domain in settings.email_allowed_domains:
        check_domain(
            domain,
            invalid="organization_settings_invalid_domain",
            common="organization_settings_domain_too_common",
        )
    for domain in settings.claimed_email_domains:
        check_domain(
            domain,
            invalid="organization_settings_invalid_claimed_domain",
            common="organization_settings_claimed_domain_too_common",
        )
    refuse_duplicates(settings.email_allowed_domains, "organization_settings_duplicate_domain")
    refuse_duplicates(settings.claimed_email_domains, "organization_settings_duplicate_claimed_domain")


def _check_assignments(project: "Project", assignments: list[EmailImplicitRoleAssignment]) -> None:
    for assignment in assignments:
        check_domain(assignment.domain, invalid="rbac_invalid_domain", common="rbac_domain_too_common")
        if not project.settings.policy.knows(assignment.role_id):
            raise refuse("invalid_rbac_role_id")


def refuse_method(organization: Organization, member: Member, method: str) -> None:
    """Refuse a way to log in that the organization does not allow; break-glass members may use any."""
    settings = organization.settings
    if settings.auth_methods == RESTRICTED and not member.is_breakglass and method not in settings.allowed_auth_methods:
        raise refuse("operation_restricted_by_organization_auth_methods")


def allows_mfa_method(organization: Organization, member: Member, method: str) -> bool:
    """Whether a member may give such a second factor; break-glass members may give any."""
    settings = organization.settings
    return settings.mfa_methods == ALL or member.is_breakglass or method in settings.allowed_mfa_methods
