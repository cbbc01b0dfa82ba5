"""Setting up SSO connections."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = [
    "CANNOT_DELETE_DEFAULT_SSO_CONNECTION",
    "CANNOT_DELETE_LAST_SSO_VERIFICATION_KEY",
    "DUPLICATE_EXTERNAL_SSO_CONNECTION",
    "EXTERNAL_CONNECTION_ID_NOT_FOUND",
    "EXTERNAL_CONNECTION_NOT_ACTIVE",
    "EXTERNAL_ORGANIZATION_ID_SAME_AS_ORGANIZATION_ID",
    "INVALID_IDP_ENTITY_ID",
    "INVALID_SAML_METADATA_URL",
    "INVALID_SSO_IDP",
    "INVALID_X509_CERTIFICATE",
    "INVALID_XML_FROM_SAML_METADATA_URL",
    "OIDC_CONNECTION_AUTHORIZATION_URL_INVALID_FORMAT",
    "OIDC_CONNECTION_AUTHORIZATION_URL_REQUIRED",
    "OIDC_CONNECTION_CLIENT_ID_REQUIRED",
    "OIDC_CONNECTION_CLIENT_SECRET_REQUIRED",
    "OIDC_CONNECTION_ISSUER_REQUIRED",
    "OIDC_CONNECTION_ISSUER_URL_INVALID_FORMAT",
    "OIDC_CONNECTION_JWKS_URL_INVALID_FORMAT",
    "OIDC_CONNECTION_JWKS_URL_REQUIRED",
    "OIDC_CONNECTION_NOT_FOUND",
    "OIDC_CONNECTION_TOKEN_URL_INVALID_FORMAT",
    "OIDC_CONNECTION_TOKEN_URL_REQUIRED",
    "OIDC_CONNECTION_USERINFO_URL_INVALID_FORMAT",
    "SAML_CONNECTION_ATTRIBUTE_MAPPING_MISSING_GROUPS_KEY",
    "SAML_CONNECTION_ATTRIBUTE_MAPPING_REQUIRED",
    "SAML_CONNECTION_EMAIL_MAPPING_REQUIRED",
    "SAML_CONNECTION_IDP_SSO_URL_INVALID_FORMAT",
    "SAML_CONNECTION_IDP_SSO_URL_NOT_HTTPS",
    "SAML_CONNECTION_IDP_SSO_URL_REQUIRED",
    "SAML_CONNECTION_METADATA_INVALID_FORMAT",
    "SAML_CONNECTION_NAME_MAPPING_REQUIRED",
    "SAML_CONNECTION_NOT_FOUND",
    "SAML_CONNECTION_NO_NESTED_KEYS_IN_ATTRIBUTE_MAPPING",
    "SAML_SIGNING_PRIVATE_KEY_FORMAT_NOT_SUPPORTED",
    "SAML_SIGNING_PRIVATE_KEY_INVALID",
    "SSO_CONNECTION_NOT_FOUND",
    "SSO_ENCRYPTION_PRIVATE_KEY_NOT_FOUND",
    "SSO_VERIFICATION_KEY_NOT_FOUND",
    "TOO_MANY_ENCRYPTION_CERTIFICATES",
    "TOO_MANY_SSO_VERIFICATION_CERTIFICATES",
]

CANNOT_DELETE_DEFAULT_SSO_CONNECTION: Final = Reason(
    400, "cannot_delete_default_sso_connection", "Make another connection the organization's default first."
)
CANNOT_DELETE_LAST_SSO_VERIFICATION_KEY: Final = Reason(
    400, "cannot_delete_last_sso_verification_key", "An active connection needs a verification certificate."
)
DUPLICATE_EXTERNAL_SSO_CONNECTION: Final = Reason(
    400, "duplicate_external_sso_connection", "The organization uses that external connection already."
)
EXTERNAL_CONNECTION_ID_NOT_FOUND: Final = Reason(
    404, "external_connection_id_not_found", "The other organization has no such connection."
)
EXTERNAL_CONNECTION_NOT_ACTIVE: Final = Reason(
    400, "external_connection_not_active", "The other organization's connection is not active."
)
EXTERNAL_ORGANIZATION_ID_SAME_AS_ORGANIZATION_ID: Final = Reason(
    400, "external_organization_id_same_as_organization_id", "The connection must belong to another organization."
)
INVALID_IDP_ENTITY_ID: Final = Reason(400, "invalid_idp_entity_id", "idp_entity_id is empty.")
INVALID_SAML_METADATA_URL: Final = Reason(
    400, "invalid_saml_metadata_url", "metadata_url is not an https URL, or nothing can be read there."
)
INVALID_SSO_IDP: Final = Reason(400, "invalid_sso_idp", "identity_provider names a product that is not known.")
INVALID_X509_CERTIFICATE: Final = Reason(
    400, "invalid_x509_certificate", "x509_certificate is not a certificate in PEM form."
)
INVALID_XML_FROM_SAML_METADATA_URL: Final = Reason(
    400, "invalid_xml_from_saml_metadata_url", "The document at metadata_url is not XML."
)
OIDC_CONNECTION_AUTHORIZATION_URL_INVALID_FORMAT: Final = Reason(
    400, "oidc_connection_authorization_url_invalid_format", "authorization_url is not a URL."
)
OIDC_CONNECTION_AUTHORIZATION_URL_REQUIRED: Final = Reason(
    400, "oidc_connection_authorization_url_required", "An active connection needs an authorization_url."
)
OIDC_CONNECTION_CLIENT_ID_REQUIRED: Final = Reason(
    400, "oidc_connection_client_id_required", "An active connection needs a client_id."
)
OIDC_CONNECTION_CLIENT_SECRET_REQUIRED: Final = Reason(
    400, "oidc_connection_client_secret_required", "An active connection needs a client_secret."
)
OIDC_CONNECTION_ISSUER_REQUIRED: Final = Reason(
    400, "oidc_connection_issuer_required", "An active connection needs an issuer."
)
OIDC_CONNECTION_ISSUER_URL_INVALID_FORMAT: Final = Reason(
    400, "oidc_connection_issuer_url_invalid_format", "issuer is not an https URL."
)
OIDC_CONNECTION_JWKS_URL_INVALID_FORMAT: Final = Reason(
    400, "oidc_connection_jwks_url_invalid_format", "jwks_url is not a URL."
)
OIDC_CONNECTION_JWKS_URL_REQUIRED: Final = Reason(
    400, "oidc_connection_jwks_url_required", "An active connection needs a jwks_url."
)
OIDC_CONNECTION_NOT_FOUND: Final = Reason(
    404, "oidc_connection_not_found", "The organization has no such OpenID Connect connection."
)
OIDC_CONNECTION_TOKEN_URL_INVALID_FORMAT: Final = Reason(
    400, "oidc_connection_token_url_invalid_format", "token_url is not a URL."
)
OIDC_CONNECTION_TOKEN_URL_REQUIRED: Final = Reason(
    400, "oidc_connection_token_url_required", "An active connection needs a token_url."
)
OIDC_CONNECTION_USERINFO_URL_INVALID_FORMAT: Final = Reason(
    400, "oidc_connection_userinfo_url_invalid_format", "userinfo_url is not a URL."
)
SAML_CONNECTION_ATTRIBUTE_MAPPING_MISSING_GROUPS_KEY: Final = Reason(
    400,
    "saml_connection_attribute_mapping_missing_groups_key",
    "Roles by group need groups in the attribute_mapping of the connection.",
)
SAML_CONNECTION_ATTRIBUTE_MAPPING_REQUIRED: Final = Reason(
    400, "saml_connection_attribute_mapping_required", "An active connection needs an attribute_mapping."
)
SAML_CONNECTION_EMAIL_MAPPING_REQUIRED: Final = Reason(
    400, "saml_connection_email_mapping_required", "attribute_mapping needs email."
)
SAML_CONNECTION_IDP_SSO_URL_INVALID_FORMAT: Final = Reason(
    400, "saml_connection_idp_sso_url_invalid_format", "idp_sso_url is not a URL."
)
SAML_CONNECTION_IDP_SSO_URL_NOT_HTTPS: Final = Reason(
    400, "saml_connection_idp_sso_url_not_https", "idp_sso_url is not an https URL."
)
SAML_CONNECTION_IDP_SSO_URL_REQUIRED: Final = Reason(
    400, "saml_connection_idp_sso_url_required", "An active connection needs an idp_sso_url."
)
SAML_CONNECTION_METADATA_INVALID_FORMAT: Final = Reason(
    400, "saml_connection_metadata_invalid_format", "The document at metadata_url is not that of an identity provider."
)
SAML_CONNECTION_NAME_MAPPING_REQUIRED: Final = Reason(
    400, "saml_connection_name_mapping_required", "attribute_mapping needs full_name, or first_name and last_name."
)
SAML_CONNECTION_NOT_FOUND: Final = Reason(
    404, "saml_connection_not_found", "The organization has no such SAML connection."
)
SAML_CONNECTION_NO_NESTED_KEYS_IN_ATTRIBUTE_MAPPING: Final = Reason(
    400, "saml_connection_no_nested_keys_in_attribute_mapping", "attribute_mapping holds texts, and nothing in them."
)
SAML_SIGNING_PRIVATE_KEY_FORMAT_NOT_SUPPORTED: Final = Reason(
    400, "saml_signing_private_key_format_not_supported", "A private key is an RSA key in PKCS #1 form."
)
SAML_SIGNING_PRIVATE_KEY_INVALID: Final = Reason(
    400, "saml_signing_private_key_invalid", "The private key cannot be read."
)
SSO_CONNECTION_NOT_FOUND: Final = Reason(404, "sso_connection_not_found", "There is no such SSO connection.")
SSO_ENCRYPTION_PRIVATE_KEY_NOT_FOUND: Final = Reason(
    404, "sso_encryption_private_key_not_found", "The connection has no such private key."
)
SSO_VERIFICATION_KEY_NOT_FOUND: Final = Reason(
    404, "sso_verification_key_not_found", "The connection has no such verification certificate."
)
TOO_MANY_ENCRYPTION_CERTIFICATES: Final = Reason(
    400, "too_many_encryption_certificates", "A connection has room for five private keys."
)
TOO_MANY_SSO_VERIFICATION_CERTIFICATES: Final = Reason(
    400, "too_many_sso_verification_certificates", "A connection has room for five verification certificates."
)
