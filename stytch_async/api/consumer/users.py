"""Consumer users."""

from collections.abc import AsyncIterator
from typing import Final

from stytch_async.endpoint import IDEMPOTENT, ONCE, SAFE, Resource, endpoint
from stytch_async.pages import all_items
from stytch_async.schemas.consumer import users as schemas

__all__ = ["Users"]


class Users(Resource):
    """Create, read, change, delete and search users."""

    create: Final = endpoint("POST", "/v1/users", schemas.CreateRequest, schemas.CreateResponse, ONCE)
    get: Final = endpoint("GET", "/v1/users/{user_id}", schemas.GetRequest, schemas.GetResponse, SAFE)
    update: Final = endpoint("PUT", "/v1/users/{user_id}", schemas.UpdateRequest, schemas.UpdateResponse, IDEMPOTENT)
    delete: Final = endpoint("DELETE", "/v1/users/{user_id}", schemas.DeleteRequest, schemas.DeleteResponse, IDEMPOTENT)
    search: Final = endpoint("POST", "/v1/users/search", schemas.SearchRequest, schemas.SearchResponse, SAFE)
    exchange_primary_factor: Final = endpoint(
        "PUT",
        "/v1/users/{user_id}/exchange_primary_factor",
        schemas.ExchangePrimaryFactorRequest,
        schemas.ExchangePrimaryFactorResponse,
        ONCE,
    )
    delete_email: Final = endpoint(
        "DELETE", "/v1/users/emails/{email_id}", schemas.DeleteEmailRequest, schemas.DeleteFactorResponse, IDEMPOTENT
    )
    delete_phone_number: Final = endpoint(
        "DELETE",
        "/v1/users/phone_numbers/{phone_id}",
        schemas.DeletePhoneNumberRequest,
        schemas.DeleteFactorResponse,
        IDEMPOTENT,
    )
    delete_webauthn_registration: Final = endpoint(
        "DELETE",
        "/v1/users/webauthn_registrations/{webauthn_registration_id}",
        schemas.DeleteWebAuthnRegistrationRequest,
        schemas.DeleteFactorResponse,
        IDEMPOTENT,
    )
    delete_biometric_registration: Final = endpoint(
        "DELETE",
        "/v1/users/biometric_registrations/{biometric_registration_id}",
        schemas.DeleteBiometricRegistrationRequest,
        schemas.DeleteFactorResponse,
        IDEMPOTENT,
    )
    delete_totp: Final = endpoint(
        "DELETE", "/v1/users/totps/{totp_id}", schemas.DeleteTOTPRequest, schemas.DeleteFactorResponse, IDEMPOTENT
    )
    delete_crypto_wallet: Final = endpoint(
        "DELETE",
        "/v1/users/crypto_wallets/{crypto_wallet_id}",
        schemas.DeleteCryptoWalletRequest,
        schemas.DeleteFactorResponse,
        IDEMPOTENT,
    )
    delete_password: Final = endpoint(
        "DELETE",
        "/v1/users/passwords/{password_id}",
        schemas.DeletePasswordRequest,
        schemas.DeleteFactorResponse,
        IDEMPOTENT,
    )
    delete_oauth_registration: Final = endpoint(
        "DELETE",
        "/v1/users/oauth/{oauth_user_registration_id}",
        schemas.DeleteOAuthRegistrationRequest,
        schemas.DeleteFactorResponse,
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

    def search_all(
        self,
        *,
        query: schemas.SearchUsersQuery | None = None,
        limit: int | None = None,
        max_pages: int | None = None,
    ) -> AsyncIterator[schemas.User]:
        """Go through all users that a search finds; each page is fetched when it is needed.

        The arguments are those of `search`; ``max_pages`` stops after so many pages.
        """
        return all_items(
            lambda cursor: self.search(cursor=cursor, limit=limit, query=query),
            lambda page: page.results,
            lambda page: page.results_metadata.next_cursor,
            max_pages,
        )
