"""Logins by single sign-on."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = [
    "DUPLICATE_SAML_RESPONSE",
    "EXPIRED_OIDC_RESPONSE",
    "EXPIRED_SAML_RESPONSE",
    "FAILED_SAML_RESPONSE",
    "INDETERMINATE_SSO_CONNECTION_FOR_ORGANIZATION",
    "INVALID_AUDIENCE_SAML_RESPONSE",
    "INVALID_CONNECTION_FOR_JIT_PROVISIONING",
    "INVALID_SAML_RESPONSE",
    "INVALID_SAML_RESPONSE_EMAIL",
    "INVALID_SIGNATURE_SAML_RESPONSE",
    "INVALID_XML_SAML_RESPONSE",
    "MISSING_OIDC_STATE_PARAM",
    "MISSING_SAML_RESPONSE",
    "MISSING_SIGNATURE_SAML_RESPONSE",
    "MISSING_SSO_CONNECTION_LOCATOR",
    "NOT_YET_VALID_SAML_RESPONSE",
    "NO_SSO_CONNECTION_EXISTS_FOR_ORGANIZATION",
    "OIDC_AUTH_CODE_ERROR",
    "OIDC_INVALID_CALLBACK_REQUEST",
    "OIDC_INVALID_ID_TOKEN",
    "OIDC_INVALID_USERINFO",
    "OIDC_RESPONSE_EMAIL_MISSING",
    "OIDC_RESPONSE_SUBJECT_MISMATCH",
    "OIDC_RESPONSE_SUBJECT_MISSING",
    "OIDC_RESPONSE_UNVERIFIED_EMAIL",
    "SAML_IDP_INITIATED_AUTH_DISABLED",
    "SSO_TOKEN_NOT_FOUND",
    "TOO_MANY_SSO_CONNECTION_LOCATORS",
    "UNSOLICITED_OIDC_RESPONSE",
    "UNSOLICITED_SAML_RESPONSE",
]

DUPLICATE_SAML_RESPONSE: Final = Reason(
    400, "duplicate_saml_response", "The identity provider's answer was used before."
)
EXPIRED_OIDC_RESPONSE: Final = Reason(400, "expired_oidc_response", "The identity provider's answer comes too late.")
EXPIRED_SAML_RESPONSE: Final = Reason(400, "expired_saml_response", "The identity provider's answer has expired.")
FAILED_SAML_RESPONSE: Final = Reason(400, "failed_saml_response", "The identity provider did not let the person in.")
INDETERMINATE_SSO_CONNECTION_FOR_ORGANIZATION: Final = Reason(
    400,
    "indeterminate_sso_connection_for_organization",
    "The organization has several connections and none is its default.",
)
INVALID_AUDIENCE_SAML_RESPONSE: Final = Reason(
    400, "invalid_audience_saml_response", "The identity provider's answer is meant for somebody else."
)
INVALID_CONNECTION_FOR_JIT_PROVISIONING: Final = Reason(
    400, "invalid_connection_for_jit_provisioning", "The organization lets nobody join by that connection."
)
INVALID_SAML_RESPONSE: Final = Reason(400, "invalid_saml_response", "The identity provider's answer is no use.")
INVALID_SAML_RESPONSE_EMAIL: Final = Reason(
    400, "invalid_saml_response_email", "The identity provider's answer has no email address."
)
INVALID_SIGNATURE_SAML_RESPONSE: Final = Reason(
    400, "invalid_signature_saml_response", "The signature does not fit the connection's certificates."
)
INVALID_XML_SAML_RESPONSE: Final = Reason(
    400, "invalid_xml_saml_response", "The identity provider's answer is not XML."
)
MISSING_OIDC_STATE_PARAM: Final = Reason(400, "missing_oidc_state_param", "The callback has no state.")
MISSING_SAML_RESPONSE: Final = Reason(400, "missing_saml_response", "The callback has no SAMLResponse.")
MISSING_SIGNATURE_SAML_RESPONSE: Final = Reason(
    400, "missing_signature_saml_response", "The identity provider's answer is not signed."
)
MISSING_SSO_CONNECTION_LOCATOR: Final = Reason(
    400, "missing_sso_connection_locator", "Give a connection_id or an organization_id."
)
NOT_YET_VALID_SAML_RESPONSE: Final = Reason(
    400, "not_yet_valid_saml_response", "The identity provider's answer is not valid yet."
)
NO_SSO_CONNECTION_EXISTS_FOR_ORGANIZATION: Final = Reason(
    400, "no_sso_connection_exists_for_organization", "The organization has no active connection."
)
OIDC_AUTH_CODE_ERROR: Final = Reason(400, "oidc_auth_code_error", "The identity provider did not take its code back.")
OIDC_INVALID_CALLBACK_REQUEST: Final = Reason(
    400, "oidc_invalid_callback_request", "The identity provider sent no code."
)
OIDC_INVALID_ID_TOKEN: Final = Reason(400, "oidc_invalid_id_token", "The ID token is not valid.")
OIDC_INVALID_USERINFO: Final = Reason(400, "oidc_invalid_userinfo", "The identity provider's userinfo cannot be read.")
OIDC_RESPONSE_EMAIL_MISSING: Final = Reason(
    400, "oidc_response_email_missing", "The identity provider told no email address."
)
OIDC_RESPONSE_SUBJECT_MISMATCH: Final = Reason(
    400, "oidc_response_subject_mismatch", "ID token and userinfo are about two people."
)
OIDC_RESPONSE_SUBJECT_MISSING: Final = Reason(
    400, "oidc_response_subject_missing", "The identity provider did not tell who it is."
)
OIDC_RESPONSE_UNVERIFIED_EMAIL: Final = Reason(
    400, "oidc_response_unverified_email", "The identity provider has not verified the email address."
)
SAML_IDP_INITIATED_AUTH_DISABLED: Final = Reason(
    400, "saml_idp_initiated_auth_disabled", "Logins by that connection begin at the app."
)
SSO_TOKEN_NOT_FOUND: Final = Reason(404, "sso_token_not_found", "There is no such token: it is unknown, old or used.")
TOO_MANY_SSO_CONNECTION_LOCATORS: Final = Reason(
    400, "too_many_sso_connection_locators", "Give a connection_id or an organization_id, and not both."
)
UNSOLICITED_OIDC_RESPONSE: Final = Reason(
    400, "unsolicited_oidc_response", "The identity provider answers a question that was not asked."
)
UNSOLICITED_SAML_RESPONSE: Final = Reason(
    400, "unsolicited_saml_response", "The identity provider answers a question that was not asked."
)
