"""What users log in with, exchanged and deleted."""

from typing import ClassVar

import attrs

from stytch_async.schemas.consumer.users.user import User

__all__ = [
    "DeleteBiometricRegistrationRequest",
    "DeleteCryptoWalletRequest",
    "DeleteEmailRequest",
    "DeleteFactorResponse",
    "DeleteOAuthRegistrationRequest",
    "DeletePasswordRequest",
    "DeletePhoneNumberRequest",
    "DeleteTOTPRequest",
    "DeleteWebAuthnRegistrationRequest",
    "ExchangePrimaryFactorRequest",
    "ExchangePrimaryFactorResponse",
]


@attrs.define(kw_only=True)
class ExchangePrimaryFactorRequest:
    """Put another email address or phone number in the place of the one that a user has.

    Meant for administrators. The user must have exactly one factor. The new one may be of the other kind: a number
    instead of an address, or the reverse.

    Args:
        user_id: Or the user's external id.
        email_address: Give this or ``phone_number``.
        phone_number: In E.164 form.

    Raises:
        BadRequestError: ``invalid_exchange_primary_factor_fields`` (neither, or both),
            ``invalid_exchange_primary_factor_user`` (not exactly one factor), ``duplicate_email``,
            ``duplicate_phone_number``, ``invalid_email``, ``invalid_phone_number``.
        NotFoundError: ``user_not_found``.

    Source: `PUT /v1/users/{user_id}/exchange_primary_factor
    <https://stytch.com/docs/api-reference/consumer/api/users/exchange-primary-factor>`_
    """

    __schema__ = "api_user_v1_ExchangePrimaryFactorRequest"

    user_id: str
    email_address: str | None = None
    phone_number: str | None = None


@attrs.define(kw_only=True)
class ExchangePrimaryFactorResponse:
    """The user, with the new factor."""

    __schema__ = "api_user_v1_ExchangePrimaryFactorResponse"

    request_id: str
    user_id: str
    user: User
    status_code: int


@attrs.define(kw_only=True)
class DeleteEmailRequest:
    """Take an email address from a user.

    Raises:
        BadRequestError: ``cannot_delete_last_primary_factor`` (nothing would be left to log in with),
            ``cannot_delete_email``, ``invalid_email_id``.
        NotFoundError: ``email_not_found``, also the second time.

    Source: `DELETE /v1/users/emails/{email_id}
    <https://stytch.com/docs/api-reference/consumer/api/users/delete/delete-user-email>`_
    """

    email_id: str


@attrs.define(kw_only=True)
class DeletePhoneNumberRequest:
    """Take a phone number from a user.

    Raises:
        BadRequestError: ``cannot_delete_last_primary_factor`` (nothing would be left to log in with),
            ``invalid_phone_id``.
        NotFoundError: ``phone_number_not_found``, also the second time.

    Source: `DELETE /v1/users/phone_numbers/{phone_id}
    <https://stytch.com/docs/api-reference/consumer/api/users/delete/delete-user-phone-number>`_
    """

    phone_id: str


@attrs.define(kw_only=True)
class DeleteWebAuthnRegistrationRequest:
    """Take a passkey or security key from a user.

    Raises:
        BadRequestError: ``invalid_webauthn_registration_id``.
        NotFoundError: ``webauthn_registration_not_found``, also the second time.

    Source: `DELETE /v1/users/webauthn_registrations/{webauthn_registration_id}
    <https://stytch.com/docs/api-reference/consumer/api/users/delete/delete-user-webauthn-registration>`_
    """

    webauthn_registration_id: str


@attrs.define(kw_only=True)
class DeleteBiometricRegistrationRequest:
    """Take a fingerprint or face from a user.

    Raises:
        BadRequestError: ``invalid_biometric_registration_id``.
        NotFoundError: ``biometric_registration_not_found``, also the second time.

    Source: `DELETE /v1/users/biometric_registrations/{biometric_registration_id}
    <https://stytch.com/docs/api-reference/consumer/api/users/delete/delete-user-biometric-registration>`_
    """

    biometric_registration_id: str


@attrs.define(kw_only=True)
class DeleteTOTPRequest:
    """Take an authenticator app from a user.

    Raises:
        BadRequestError: ``invalid_totp_id``.
        NotFoundError: ``totp_not_found``, also the second time.

    Source: `DELETE /v1/users/totps/{totp_id}
    <https://stytch.com/docs/api-reference/consumer/api/users/delete/delete-user-totp>`_
    """

    totp_id: str


@attrs.define(kw_only=True)
class DeleteCryptoWalletRequest:
    """Take a crypto wallet from a user.

    Raises:
        BadRequestError: ``cannot_delete_last_primary_factor`` (nothing would be left to log in with),
            ``invalid_crypto_wallet_id``.
        NotFoundError: ``crypto_wallet_not_found``, also the second time.

    Source: `DELETE /v1/users/crypto_wallets/{crypto_wallet_id}
    <https://stytch.com/docs/api-reference/consumer/api/users/delete/delete-user-crypto-wallet>`_
    """

    crypto_wallet_id: str


@attrs.define(kw_only=True)
class DeletePasswordRequest:
    """Take the password from a user.

    Raises:
        NotFoundError: ``password_not_found``, also the second time.
        BadRequestError: ``invalid_password_id``.

    Source: `DELETE /v1/users/passwords/{password_id}
    <https://stytch.com/docs/api-reference/consumer/api/users/delete/delete-user-password>`_
    """

    password_id: str


@attrs.define(kw_only=True)
class DeleteOAuthRegistrationRequest:
    """Part a user from another service that they log in with.

    Raises:
        BadRequestError: ``cannot_delete_last_primary_factor`` (nothing would be left to log in with),
            ``invalid_oauth_user_registration_id``.
        NotFoundError: ``oauth_user_registration_not_found``, also the second time.

    Source: `DELETE /v1/users/oauth/{oauth_user_registration_id}
    <https://stytch.com/docs/api-reference/consumer/api/users/delete/delete-user-oauth-registration>`_
    """

    oauth_user_registration_id: str


@attrs.define(kw_only=True)
class DeleteFactorResponse:
    """The user, without the factor."""

    __schema__: ClassVar[tuple[str, ...]] = (
        "api_user_v1_DeleteBiometricRegistrationResponse",
        "api_user_v1_DeleteCryptoWalletResponse",
        "api_user_v1_DeleteEmailResponse",
        "api_user_v1_DeleteOAuthRegistrationResponse",
        "api_user_v1_DeletePasswordResponse",
        "api_user_v1_DeletePhoneNumberResponse",
        "api_user_v1_DeleteTOTPResponse",
        "api_user_v1_DeleteWebAuthnRegistrationResponse",
    )

    request_id: str
    user_id: str
    user: User
    status_code: int
