"""Users of the Consumer API."""

from typing import TYPE_CHECKING, Final

from stytch_async.lazy import lazy_modules
from stytch_async.schemas.shared import ResultsMetadata

if TYPE_CHECKING:
    from stytch_async.schemas.consumer.users.connected_apps import (
        ConnectedAppsRequest,
        ConnectedAppsResponse,
        RevokeRequest,
        RevokeResponse,
        UserConnectedApp,
    )
    from stytch_async.schemas.consumer.users.factors import (
        DeleteBiometricRegistrationRequest,
        DeleteCryptoWalletRequest,
        DeleteEmailRequest,
        DeleteFactorResponse,
        DeleteOAuthRegistrationRequest,
        DeletePasswordRequest,
        DeletePhoneNumberRequest,
        DeleteTOTPRequest,
        DeleteWebAuthnRegistrationRequest,
        ExchangePrimaryFactorRequest,
        ExchangePrimaryFactorResponse,
    )
    from stytch_async.schemas.consumer.users.lifecycle import (
        CreateRequest,
        CreateResponse,
        DeleteExternalIdRequest,
        DeleteExternalIdResponse,
        DeleteRequest,
        DeleteResponse,
        GetRequest,
        GetResponse,
        UpdateRequest,
        UpdateResponse,
    )
    from stytch_async.schemas.consumer.users.search import SearchRequest, SearchResponse, SearchUsersQuery
    from stytch_async.schemas.consumer.users.user import (
        TOTP,
        BiometricRegistration,
        CryptoWallet,
        Email,
        Name,
        OAuthProvider,
        Password,
        PhoneNumber,
        User,
        WebAuthnRegistration,
    )

__all__ = [
    "TOTP",
    "BiometricRegistration",
    "ConnectedAppsRequest",
    "ConnectedAppsResponse",
    "CreateRequest",
    "CreateResponse",
    "CryptoWallet",
    "DeleteBiometricRegistrationRequest",
    "DeleteCryptoWalletRequest",
    "DeleteEmailRequest",
    "DeleteExternalIdRequest",
    "DeleteExternalIdResponse",
    "DeleteFactorResponse",
    "DeleteOAuthRegistrationRequest",
    "DeletePasswordRequest",
    "DeletePhoneNumberRequest",
    "DeleteRequest",
    "DeleteResponse",
    "DeleteTOTPRequest",
    "DeleteWebAuthnRegistrationRequest",
    "Email",
    "ExchangePrimaryFactorRequest",
    "ExchangePrimaryFactorResponse",
    "GetRequest",
    "GetResponse",
    "Name",
    "OAuthProvider",
    "Password",
    "PhoneNumber",
    "ResultsMetadata",
    "RevokeRequest",
    "RevokeResponse",
    "SearchRequest",
    "SearchResponse",
    "SearchUsersQuery",
    "UpdateRequest",
    "UpdateResponse",
    "User",
    "UserConnectedApp",
    "WebAuthnRegistration",
]

__getattr__: Final = lazy_modules(__name__, "user", "connected_apps", "factors", "lifecycle", "search")
