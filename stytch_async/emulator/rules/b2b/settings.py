"""The settings of an organization: who may join it, and how its members log in."""

from collections.abc import Mapping
from typing import Any, Final, Protocol

import attrs

from stytch_async.emulator.refusals.organizations import (
    ALLOWED_AUTH_METHODS_REQUIRED_FOR_RESTRICTED,
    ALLOWED_MFA_METHODS_REQUIRED_FOR_RESTRICTED,
    INVALID_OAUTH_ALLOWED_TENANTS_FORMAT,
    INVALID_ORGANIZATION_ALLOWED_AUTH_METHODS,
    INVALID_ORGANIZATION_ALLOWED_MFA_METHODS,
    INVALID_ORGANIZATION_AUTH_FACTOR_SETTING,
    INVALID_ORGANIZATION_AUTH_FACTOR_SETTING_FOR_EMAIL_JIT_PROVISIONING,
    INVALID_ORGANIZATION_AUTH_FACTOR_SETTING_FOR_OAUTH_TENANT_JIT_PROVISIONING,
    INVALID_ORGANIZATION_AUTH_METHOD_SETTINGS,
    INVALID_ORGANIZATION_MFA_FACTOR_SETTING,
    INVALID_ORGANIZATION_MFA_POLICY,
    INVALID_RESTRICTED_EMAIL_SETTING,
    INVALID_RESTRICTED_OAUTH_TENANTS_SETTING,
    INVALID_RESTRICTED_SSO_SETTING,
    OPERATION_RESTRICTED_BY_ORGANIZATION_AUTH_METHODS,
    ORGANIZATION_SETTINGS_CLAIMED_DOMAIN_TOO_COMMON,
    ORGANIZATION_SETTINGS_DOMAIN_TOO_COMMON,
    ORGANIZATION_SETTINGS_DUPLICATE_CLAIMED_DOMAIN,
    ORGANIZATION_SETTINGS_DUPLICATE_DOMAIN,
    ORGANIZATION_SETTINGS_INVALID_CLAIMED_DOMAIN,
    ORGANIZATION_SETTINGS_INVALID_DOMAIN,
)
from stytch_async.emulator.refusals.rbac import INVALID_RBAC_ROLE_ID, RBAC_DOMAIN_TOO_COMMON, RBAC_INVALID_DOMAIN
from stytch_async.emulator.refusals.refusal import Reason, Refusal
from stytch_async.emulator.rules.b2b.domains import check_domain, refuse_disposable, refuse_duplicates
from stytch_async.emulator.state.policy import Policy
from stytch_async.emulator.state.rows.members import Member
from stytch_async.emulator.state.rows.organizations import DomainRole, Organization, OrganizationSettings
from stytch_async.schemas.b2b.organizations import EmailImplicitRoleAssignment

__all__ = [
    "AUTH_METHODS",
    "SettingArguments",
    "allows_method",
    "allows_mfa_method",
    "changed_settings",
    "new_settings",
    "refuse_method",
]

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
    invalid: Reason
    needed_list: str = ""
    list_missing: Reason | None = None


SETTINGS: Final[Mapping[str, Setting]] = {
    "auth_methods": Setting(
        frozenset({ALL, RESTRICTED}),
        INVALID_ORGANIZATION_AUTH_METHOD_SETTINGS,
        "allowed_auth_methods",
        ALLOWED_AUTH_METHODS_REQUIRED_FOR_RESTRICTED,
    ),
    "email_invites": Setting(
        frozenset({ALL, RESTRICTED, NONE}),
        INVALID_ORGANIZATION_AUTH_FACTOR_SETTING,
        "email_allowed_domains",
        INVALID_RESTRICTED_EMAIL_SETTING,
    ),
    "email_jit_provisioning": Setting(
        frozenset({RESTRICTED, NONE}),
        INVALID_ORGANIZATION_AUTH_FACTOR_SETTING_FOR_EMAIL_JIT_PROVISIONING,
        "email_allowed_domains",
        INVALID_RESTRICTED_EMAIL_SETTING,
    ),
    "first_party_connected_apps_allowed_type": Setting(
        frozenset({ALL, RESTRICTED, NONE}), INVALID_ORGANIZATION_AUTH_FACTOR_SETTING
    ),
    "mfa_methods": Setting(
        frozenset({ALL, RESTRICTED}),
        INVALID_ORGANIZATION_MFA_FACTOR_SETTING,
        "allowed_mfa_methods",
        ALLOWED_MFA_METHODS_REQUIRED_FOR_RESTRICTED,
    ),
    "mfa_policy": Setting(frozenset({"OPTIONAL", "REQUIRED_FOR_ALL"}), INVALID_ORGANIZATION_MFA_POLICY),
    "oauth_tenant_jit_provisioning": Setting(
        frozenset({RESTRICTED, NONE}),
        INVALID_ORGANIZATION_AUTH_FACTOR_SETTING_FOR_OAUTH_TENANT_JIT_PROVISIONING,
        "allowed_oauth_tenants",
        INVALID_RESTRICTED_OAUTH_TENANTS_SETTING,
    ),
    "sso_jit_provisioning": Setting(
        frozenset({ALL, RESTRICTED, NONE}),
        INVALID_ORGANIZATION_AUTH_FACTOR_SETTING,
        "sso_jit_provisioning_allowed_connections",
        INVALID_RESTRICTED_SSO_SETTING,
    ),
    "third_party_connected_apps_allowed_type": Setting(
        frozenset({ALL, RESTRICTED, NONE}), INVALID_ORGANIZATION_AUTH_FACTOR_SETTING
    ),
}


class SettingArguments(Protocol):
    """The arguments of the endpoints that set up an organization; those that are its settings are read by name."""

    rbac_email_implicit_role_assignments: list[EmailImplicitRoleAssignment] | None


def new_settings(policy: Policy, arguments: SettingArguments) -> OrganizationSettings:
    """Return the settings of a new organization, or refuse.

    Without any setting, everybody may be invited, so that there is a way to gain members. A list by itself
    sets nothing: it matters only where a setting is restricted to it.
    """
    given = _given(arguments)
    if given.keys().isdisjoint(SETTINGS):
        given["email_invites"] = ALL
    return _checked(policy, OrganizationSettings(), given)


def changed_settings(
    policy: Policy, settings: OrganizationSettings, arguments: SettingArguments
) -> OrganizationSettings:
    """Return an organization's settings with what is given in its place, or refuse (behaviour-more R1)."""
    return _checked(policy, settings, _given(arguments))


def _given(arguments: SettingArguments) -> dict[str, Any]:
    names = [field.name for field in attrs.fields(OrganizationSettings)]
    given = {name: value for name in names if (value := getattr(arguments, name, None)) is not None}
    roles = arguments.rbac_email_implicit_role_assignments
    if roles is not None:
        given["rbac_email_implicit_role_assignments"] = [DomainRole(role.domain, role.role_id) for role in roles]
    return given


def _checked(policy: Policy, settings: OrganizationSettings, given: Mapping[str, Any]) -> OrganizationSettings:
    """Return settings with what is given in its place, or refuse what they would come to."""
    changed = attrs.evolve(settings, **given)
    _check_choices(changed)
    _check_lists(changed)
    _check_domains(changed)
    _check_assignments(policy, given.get("rbac_email_implicit_role_assignments", []))
    return changed


def _check_choices(settings: OrganizationSettings) -> None:
    for name, setting in SETTINGS.items():
        chosen = getattr(settings, name)
        if chosen not in setting.choices:
            raise Refusal(setting.invalid)
        if chosen == RESTRICTED and setting.list_missing is not None and not getattr(settings, setting.needed_list):
            raise Refusal(setting.list_missing)


def _check_lists(settings: OrganizationSettings) -> None:
    if not AUTH_METHODS.issuperset(settings.allowed_auth_methods):
        raise Refusal(INVALID_ORGANIZATION_ALLOWED_AUTH_METHODS)
    if not MFA_METHODS.issuperset(settings.allowed_mfa_methods):
        raise Refusal(INVALID_ORGANIZATION_ALLOWED_MFA_METHODS)
    tenants = settings.allowed_oauth_tenants
    if not OAUTH_TENANTS.issuperset(tenants) or not all(isinstance(ids, list) for ids in tenants.values()):
        raise Refusal(INVALID_OAUTH_ALLOWED_TENANTS_FORMAT)
    if {settings.sso_jit_provisioning, settings.email_jit_provisioning, settings.email_invites} == {NONE}:
        raise Refusal(INVALID_ORGANIZATION_AUTH_FACTOR_SETTING, "There must be a way for new members to join.")


def _check_domains(settings: OrganizationSettings) -> None:
    for domain in settings.email_allowed_domains:
        check_domain(
            domain,
            invalid=ORGANIZATION_SETTINGS_INVALID_DOMAIN,
            common=ORGANIZATION_SETTINGS_DOMAIN_TOO_COMMON,
        )
    for domain in settings.claimed_email_domains:
        check_domain(
            domain,
            invalid=ORGANIZATION_SETTINGS_INVALID_CLAIMED_DOMAIN,
            common=ORGANIZATION_SETTINGS_CLAIMED_DOMAIN_TOO_COMMON,
        )
    for domain in [*settings.email_allowed_domains, *settings.claimed_email_domains]:
        refuse_disposable(domain)
    refuse_duplicates(settings.email_allowed_domains, ORGANIZATION_SETTINGS_DUPLICATE_DOMAIN)
    refuse_duplicates(settings.claimed_email_domains, ORGANIZATION_SETTINGS_DUPLICATE_CLAIMED_DOMAIN)


def _check_assignments(policy: Policy, assignments: list[DomainRole]) -> None:
    for assignment in assignments:
        check_domain(assignment.domain, invalid=RBAC_INVALID_DOMAIN, common=RBAC_DOMAIN_TOO_COMMON)
        if not policy.knows(assignment.role_id):
            raise Refusal(INVALID_RBAC_ROLE_ID)


def allows_method(organization: Organization, member: Member | None, method: str) -> bool:
    """Whether somebody may log in that way; break-glass members may use any."""
    settings = organization.settings
    is_free = settings.auth_methods == ALL or (member is not None and member.is_breakglass)
    return is_free or method in settings.allowed_auth_methods


def refuse_method(organization: Organization, member: Member | None, method: str) -> None:
    """Refuse a way to log in that the organization does not allow."""
    if not allows_method(organization, member, method):
        raise Refusal(OPERATION_RESTRICTED_BY_ORGANIZATION_AUTH_METHODS)


def allows_mfa_method(organization: Organization, member: Member, method: str) -> bool:
    """Whether a member may give such a second factor; break-glass members may give any."""
    settings = organization.settings
    return settings.mfa_methods == ALL or member.is_breakglass or method in settings.allowed_mfa_methods
