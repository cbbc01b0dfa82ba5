"""Passkeys and security keys."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = [
    "CANNOT_USE_WEBAUTHN_WITH_PENDING_USER",
    "DUPLICATE_WEBAUTHN_REGISTRATION",
    "EMPTY_WEBAUTHN_REGISTRATION_NAME",
    "INVALID_AUTHENTICATOR_TYPE",
    "INVALID_PUBLIC_KEY_CREDENTIAL",
    "INVALID_PUBLIC_KEY_CREDENTIAL_INVALID_AUTHENTICATOR_DATA",
    "INVALID_PUBLIC_KEY_CREDENTIAL_INVALID_ID",
    "INVALID_PUBLIC_KEY_CREDENTIAL_INVALID_SIGNATURE",
    "INVALID_PUBLIC_KEY_CREDENTIAL_MALFORMED_ATTESTATION_OBJECT",
    "INVALID_PUBLIC_KEY_CREDENTIAL_MALFORMED_CLIENT_DATA_JSON",
    "INVALID_PUBLIC_KEY_CREDENTIAL_MISSING_ATTESTATION_OBJECT_FIELD",
    "INVALID_PUBLIC_KEY_CREDENTIAL_MISSING_AUTHENTICATOR_DATA_FIELD",
    "INVALID_PUBLIC_KEY_CREDENTIAL_MISSING_CLIENT_DATA_JSON_FIELD",
    "INVALID_PUBLIC_KEY_CREDENTIAL_MISSING_ID_FIELD",
    "INVALID_PUBLIC_KEY_CREDENTIAL_MISSING_RESPONSE_FIELD",
    "INVALID_PUBLIC_KEY_CREDENTIAL_MISSING_SIGNATURE_FIELD",
    "INVALID_WEBAUTHN_REGISTRATION_DOMAIN",
    "INVALID_WEBAUTHN_REGISTRATION_ID",
    "NO_ACTIVE_WEBAUTHN_REGISTRATIONS",
    "NO_PENDING_WEBAUTHN_REGISTRATION",
    "TOO_MANY_USER_REGISTRATIONS_FOR_DOMAIN",
    "UNABLE_TO_AUTH_WEBAUTHN_REGISTRATION",
    "UNABLE_TO_REGISTER_WEBAUTHN_REGISTRATION",
    "WEBAUTHN_REGISTRATION_NOT_FOUND",
]

CANNOT_USE_WEBAUTHN_WITH_PENDING_USER: Final = Reason(
    400, "cannot_use_webauthn_with_pending_user", "The user is pending, and so cannot register a key."
)
DUPLICATE_WEBAUTHN_REGISTRATION: Final = Reason(
    400, "duplicate_webauthn_registration", "That key is registered already."
)
EMPTY_WEBAUTHN_REGISTRATION_NAME: Final = Reason(
    400, "empty_webauthn_registration_name", "A registration needs a name."
)
INVALID_AUTHENTICATOR_TYPE: Final = Reason(
    400, "invalid_authenticator_type", "The authenticator_type is platform or cross-platform."
)
INVALID_PUBLIC_KEY_CREDENTIAL: Final = Reason(
    400, "invalid_public_key_credential", "The public_key_credential is not the JSON of a credential."
)
INVALID_PUBLIC_KEY_CREDENTIAL_INVALID_AUTHENTICATOR_DATA: Final = Reason(
    400, "invalid_public_key_credential_invalid_authenticator_data", "The authenticatorData cannot be read."
)
INVALID_PUBLIC_KEY_CREDENTIAL_INVALID_ID: Final = Reason(
    400, "invalid_public_key_credential_invalid_id", "The id of the credential is not base64, or not its rawId."
)
INVALID_PUBLIC_KEY_CREDENTIAL_INVALID_SIGNATURE: Final = Reason(
    400, "invalid_public_key_credential_invalid_signature", "The signature of the credential is not base64."
)
INVALID_PUBLIC_KEY_CREDENTIAL_MALFORMED_ATTESTATION_OBJECT: Final = Reason(
    400, "invalid_public_key_credential_malformed_attestation_object", "The attestationObject cannot be read."
)
INVALID_PUBLIC_KEY_CREDENTIAL_MALFORMED_CLIENT_DATA_JSON: Final = Reason(
    400, "invalid_public_key_credential_malformed_client_data_json", "The clientDataJSON cannot be read."
)
INVALID_PUBLIC_KEY_CREDENTIAL_MISSING_ATTESTATION_OBJECT_FIELD: Final = Reason(
    400, "invalid_public_key_credential_missing_attestation_object_field", "The response lacks attestationObject."
)
INVALID_PUBLIC_KEY_CREDENTIAL_MISSING_AUTHENTICATOR_DATA_FIELD: Final = Reason(
    400, "invalid_public_key_credential_missing_authenticator_data_field", "The response lacks authenticatorData."
)
INVALID_PUBLIC_KEY_CREDENTIAL_MISSING_CLIENT_DATA_JSON_FIELD: Final = Reason(
    400, "invalid_public_key_credential_missing_client_data_json_field", "The response lacks clientDataJSON."
)
INVALID_PUBLIC_KEY_CREDENTIAL_MISSING_ID_FIELD: Final = Reason(
    400, "invalid_public_key_credential_missing_id_field", "The credential lacks an id."
)
INVALID_PUBLIC_KEY_CREDENTIAL_MISSING_RESPONSE_FIELD: Final = Reason(
    400, "invalid_public_key_credential_missing_response_field", "The credential lacks a response."
)
INVALID_PUBLIC_KEY_CREDENTIAL_MISSING_SIGNATURE_FIELD: Final = Reason(
    400, "invalid_public_key_credential_missing_signature_field", "The response lacks a signature."
)
INVALID_WEBAUTHN_REGISTRATION_DOMAIN: Final = Reason(
    400, "invalid_webauthn_registration_domain", "That is not a domain, or not the one that the key is for."
)
INVALID_WEBAUTHN_REGISTRATION_ID: Final = Reason(
    400, "invalid_webauthn_registration_id", "That is not the id of a registration."
)
NO_ACTIVE_WEBAUTHN_REGISTRATIONS: Final = Reason(
    400, "no_active_webauthn_registrations", "The user has no key for that domain."
)
NO_PENDING_WEBAUTHN_REGISTRATION: Final = Reason(
    400, "no_pending_webauthn_registration", "No registration was begun, or it was begun too long ago."
)
TOO_MANY_USER_REGISTRATIONS_FOR_DOMAIN: Final = Reason(
    400, "too_many_user_registrations_for_domain", "The user has as many keys for that domain as there may be."
)
UNABLE_TO_AUTH_WEBAUTHN_REGISTRATION: Final = Reason(
    401, "unable_to_auth_webauthn_registration", "The key has not signed what it was asked to."
)
UNABLE_TO_REGISTER_WEBAUTHN_REGISTRATION: Final = Reason(
    401, "unable_to_register_webauthn_registration", "The new key has not attested what it was asked to."
)
WEBAUTHN_REGISTRATION_NOT_FOUND: Final = Reason(
    404, "webauthn_registration_not_found", "There is no such registration, or no login with it was begun."
)
