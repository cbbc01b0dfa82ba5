"""Consumer users."""

from typing import Final

from stytch_async.endpoint import IDEMPOTENT, ONCE, SAFE, Resource, endpoint
from stytch_async.schemas.consumer import users as schemas

__all__ = ["Users"]


class Users(Resource):
    """Create, read, change, delete and search users."""

    create: Final = endpoint("POST", "/v1/users", schemas.CreateRequest, schemas.CreateResponse, ONCE)
    get: Final = endpoint("GET", "/v1/users/{user_id}", schemas.GetRequest, schemas.GetResponse, SAFE)
    search: Final = endpoint("POST", "/v1/users/search", schemas.SearchRequest, schemas.SearchResponse, SAFE)
    update: Final = endpoint("PUT", "/v1/users/{user_id}", schemas.UpdateRequest, schemas.UpdateResponse, IDEMPOTENT)
    delete: Final = endpoint("DELETE", "/v1/users/{user_id}", schemas.DeleteRequest, schemas.DeleteResponse, IDEMPOTENT)
    exchange_primary_factor: Final = endpoint(
        "PUT",
        "/v1/users/{user_id}/exchange_primary_factor",
        schemas.ExchangePrimaryFactorRequest,
        schemas.ExchangePrimaryFactorResponse,
        IDEMPOTENT,
    )
    delete_email: Final = endpoint(
        "DELETE", "/v1/users/emails/{email_id}", schemas.DeleteEmailRequest, schemas.DeleteEmailResponse, IDEMPOTENT
    )
    delete_phone_number: Final = endpoint(
        "DELETE",
        "/v1/users/phone_numbers/{phone_id}",
        schemas.DeletePhoneNumberRequest,
        schemas.DeletePhoneNumberResponse,
        IDEMPOTENT,
    )
    delete_webauthn_registration: Final = endpoint(
        "DELETE",
        "/v1/users/webauthn_registrations/{webauthn_registration_id}",
        schemas.DeleteWebAuthnRegistrationRequest,
        schemas.DeleteWebAuthnRegistrationResponse,
        IDEMPOTENT,
    )
    delete_biometric_registration: Final = endpoint(
        "DELETE",
        "/v1/users/biometric_registrations/{biometric_registration_id}",
        schemas.DeleteBiometricRegistrationRequest,
        schemas.DeleteBiometricRegistrationResponse,
        IDEMPOTENT,
    )
    delete_totp: Final = endpoint(
        "DELETE", "/v1/users/totps/{totp_id}", schemas.DeleteTOTPRequest, schemas.DeleteTOTPResponse, IDEMPOTENT
    )
    delete_crypto_wallet: Final = endpoint(
        "DELETE",
        "/v1/users/crypto_wallets/{crypto_wallet_id}",
        schemas.DeleteCryptoWalletRequest,
        schemas.DeleteCryptoWalletResponse,
        IDEMPOTENT,
    )
    delete_password: Final = endpoint(
        "DELETE",
        "/v1/users/passwords/{password_id}",
        schemas.DeletePasswordRequest,
        schemas.DeletePasswordResponse,
        IDEMPOTENT,
    )
    delete_oauth_registration: Final = endpoint(
        "DELETE",
        "/v1/users/oauth/{oauth_user_registration_id}",
        schemas.DeleteOAuthRegistrationRequest,
        schemas.DeleteOAuthRegistrationResponse,
        IDEMPOTENT,
    )
    delete_external_id: Final = endpoint(
        "DELETE",
        "/v1/users/{user_id}/external_id",
        schemas.DeleteExternalIdRequest,
        schemas.DeleteExternalIdResponse,
        IDEMPOTENT,
    )
    connected_apps: Final = endpoint(
        "GET", "/v1/users/{user_id}/connected_apps", schemas.ConnectedAppsRequest, schemas.ConnectedAppsResponse, SAFE
    )
    revoke: Final = endpoint(
        "POST",
        "/v1/users/{user_id}/connected_apps/{connected_app_id}/revoke",
        schemas.RevokeRequest,
        schemas.RevokeResponse,
        IDEMPOTENT,
    )
