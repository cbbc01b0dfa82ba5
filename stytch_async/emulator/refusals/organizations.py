"""Organizations and their settings."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = [
    "ACTION_NOT_ALLOWED_EMAIL_DOMAIN_IS_CLAIMED",
    "ALLOWED_AUTH_METHODS_REQUIRED_FOR_RESTRICTED",
    "ALLOWED_MFA_METHODS_REQUIRED_FOR_RESTRICTED",
    "INVALID_OAUTH_ALLOWED_TENANTS_FORMAT",
    "INVALID_ORGANIZATION_ALLOWED_AUTH_METHODS",
    "INVALID_ORGANIZATION_ALLOWED_MFA_METHODS",
    "INVALID_ORGANIZATION_AUTH_FACTOR_SETTING",
    "INVALID_ORGANIZATION_AUTH_FACTOR_SETTING_FOR_EMAIL_JIT_PROVISIONING",
    "INVALID_ORGANIZATION_AUTH_FACTOR_SETTING_FOR_OAUTH_TENANT_JIT_PROVISIONING",
    "INVALID_ORGANIZATION_AUTH_METHOD_SETTINGS",
    "INVALID_ORGANIZATION_EXTERNAL_ID",
    "INVALID_ORGANIZATION_ID",
    "INVALID_ORGANIZATION_MFA_FACTOR_SETTING",
    "INVALID_ORGANIZATION_MFA_POLICY",
    "INVALID_ORGANIZATION_NAME",
    "INVALID_ORGANIZATION_SLUG",
    "INVALID_RESTRICTED_EMAIL_SETTING",
    "INVALID_RESTRICTED_OAUTH_TENANTS_SETTING",
    "INVALID_RESTRICTED_SSO_SETTING",
    "INVALID_SSO_DEFAULT_CONNECTION_ID",
    "OPERATION_RESTRICTED_BY_ORGANIZATION_AUTH_METHODS",
    "ORGANIZATION_EXTERNAL_ID_ALREADY_USED",
    "ORGANIZATION_NOT_FOUND",
    "ORGANIZATION_SETTINGS_CLAIMED_DOMAIN_TOO_COMMON",
    "ORGANIZATION_SETTINGS_DISPOSABLE_DOMAIN",
    "ORGANIZATION_SETTINGS_DOMAIN_TOO_COMMON",
    "ORGANIZATION_SETTINGS_DUPLICATE_CLAIMED_DOMAIN",
    "ORGANIZATION_SETTINGS_DUPLICATE_DOMAIN",
    "ORGANIZATION_SETTINGS_INVALID_CLAIMED_DOMAIN",
    "ORGANIZATION_SETTINGS_INVALID_DOMAIN",
    "ORGANIZATION_SLUG_ALREADY_USED",
]

ACTION_NOT_ALLOWED_EMAIL_DOMAIN_IS_CLAIMED: Final = Reason(
    400, "action_not_allowed_email_domain_is_claimed", "Another organization claims the domain of that address."
)
ALLOWED_AUTH_METHODS_REQUIRED_FOR_RESTRICTED: Final = Reason(
    400, "allowed_auth_methods_required_for_restricted", "Restricted auth_methods need allowed_auth_methods."
)
ALLOWED_MFA_METHODS_REQUIRED_FOR_RESTRICTED: Final = Reason(
    400, "allowed_mfa_methods_required_for_restricted", "Restricted mfa_methods need allowed_mfa_methods."
)
INVALID_OAUTH_ALLOWED_TENANTS_FORMAT: Final = Reason(
    400, "invalid_oauth_allowed_tenants_format", "Tenants are lists under github, hubspot and slack."
)
INVALID_ORGANIZATION_ALLOWED_AUTH_METHODS: Final = Reason(
    400, "invalid_organization_allowed_auth_methods", "allowed_auth_methods names a method that is not known."
)
INVALID_ORGANIZATION_ALLOWED_MFA_METHODS: Final = Reason(
    400, "invalid_organization_allowed_mfa_methods", "allowed_mfa_methods names a method that is not known."
)
INVALID_ORGANIZATION_AUTH_FACTOR_SETTING: Final = Reason(
    400, "invalid_organization_auth_factor_setting", "The setting is ALL_ALLOWED, RESTRICTED or NOT_ALLOWED."
)
INVALID_ORGANIZATION_AUTH_FACTOR_SETTING_FOR_EMAIL_JIT_PROVISIONING: Final = Reason(
    400,
    "invalid_organization_auth_factor_setting_for_email_jit_provisioning",
    "email_jit_provisioning is RESTRICTED or NOT_ALLOWED.",
)
INVALID_ORGANIZATION_AUTH_FACTOR_SETTING_FOR_OAUTH_TENANT_JIT_PROVISIONING: Final = Reason(
    400,
    "invalid_organization_auth_factor_setting_for_oauth_tenant_jit_provisioning",
    "oauth_tenant_jit_provisioning is RESTRICTED or NOT_ALLOWED.",
)
INVALID_ORGANIZATION_AUTH_METHOD_SETTINGS: Final = Reason(
    400, "invalid_organization_auth_method_settings", "auth_methods is ALL_ALLOWED or RESTRICTED."
)
INVALID_ORGANIZATION_EXTERNAL_ID: Final = Reason(
    400, "invalid_organization_external_id", "An external id is 1 to 128 letters, digits or characters of . _ | -"
)
INVALID_ORGANIZATION_ID: Final = Reason(400, "invalid_organization_id", "That is not an organization id.")
INVALID_ORGANIZATION_MFA_FACTOR_SETTING: Final = Reason(
    400, "invalid_organization_mfa_factor_setting", "mfa_methods is ALL_ALLOWED or RESTRICTED."
)
INVALID_ORGANIZATION_MFA_POLICY: Final = Reason(
    400, "invalid_organization_mfa_policy", "mfa_policy is OPTIONAL or REQUIRED_FOR_ALL."
)
INVALID_ORGANIZATION_NAME: Final = Reason(400, "invalid_organization_name", "A name is 1 to 128 characters.")
INVALID_ORGANIZATION_SLUG: Final = Reason(
    400, "invalid_organization_slug", "A slug is 2 to 128 characters, letters and digits among them."
)
INVALID_RESTRICTED_EMAIL_SETTING: Final = Reason(
    400, "invalid_restricted_email_setting", "Restricted email settings need email_allowed_domains."
)
INVALID_RESTRICTED_OAUTH_TENANTS_SETTING: Final = Reason(
    400, "invalid_restricted_oauth_tenants_setting", "Restricted provisioning by tenant needs allowed_oauth_tenants."
)
INVALID_RESTRICTED_SSO_SETTING: Final = Reason(
    400, "invalid_restricted_sso_setting", "Restricted provisioning by SSO needs connections to restrict it to."
)
INVALID_SSO_DEFAULT_CONNECTION_ID: Final = Reason(
    400, "invalid_sso_default_connection_id", "The organization has no active SSO connection with that id."
)
OPERATION_RESTRICTED_BY_ORGANIZATION_AUTH_METHODS: Final = Reason(
    400, "operation_restricted_by_organization_auth_methods", "The organization does not allow that way to log in."
)
ORGANIZATION_EXTERNAL_ID_ALREADY_USED: Final = Reason(
    400, "organization_external_id_already_used", "Another organization has that external id."
)
ORGANIZATION_NOT_FOUND: Final = Reason(404, "organization_not_found", "There is no such organization.")
ORGANIZATION_SETTINGS_CLAIMED_DOMAIN_TOO_COMMON: Final = Reason(
    400,
    "organization_settings_claimed_domain_too_common",
    "Anybody can have an address at that domain, so nobody can claim it.",
)
ORGANIZATION_SETTINGS_DISPOSABLE_DOMAIN: Final = Reason(
    400, "organization_settings_disposable_domain", "Addresses at that domain are thrown away after use."
)
ORGANIZATION_SETTINGS_DOMAIN_TOO_COMMON: Final = Reason(
    400, "organization_settings_domain_too_common", "Anybody can have an address at that domain."
)
ORGANIZATION_SETTINGS_DUPLICATE_CLAIMED_DOMAIN: Final = Reason(
    400, "organization_settings_duplicate_claimed_domain", "A claimed domain is named twice."
)
ORGANIZATION_SETTINGS_DUPLICATE_DOMAIN: Final = Reason(
    400, "organization_settings_duplicate_domain", "An allowed domain is named twice."
)
ORGANIZATION_SETTINGS_INVALID_CLAIMED_DOMAIN: Final = Reason(
    400, "organization_settings_invalid_claimed_domain", "A claimed domain is not a domain."
)
ORGANIZATION_SETTINGS_INVALID_DOMAIN: Final = Reason(
    400, "organization_settings_invalid_domain", "An allowed domain is not a domain."
)
ORGANIZATION_SLUG_ALREADY_USED: Final = Reason(
    400, "organization_slug_already_used", "Another organization has that slug."
)
