"""Crypto wallets of the Consumer API."""

import datetime as dt
from typing import Literal

import attrs

from stytch_async.schemas.consumer.sessions import Session
from stytch_async.schemas.consumer.users import User
from stytch_async.schemas.markers import CustomClaims, SessionMinutes
from stytch_async.schemas.shared import DeviceInfo

__all__ = [
    "AuthenticateRequest",
    "AuthenticateResponse",
    "AuthenticateStartRequest",
    "AuthenticateStartResponse",
    "CryptoWalletType",
    "SIWEParams",
    "SIWEParamsResponse",
]

CryptoWalletType = Literal["ethereum", "solana"]
"""The chain of a wallet; those that are compatible with Ethereum count as it."""


@attrs.define(kw_only=True)
class SIWEParams:
    """What a Sign-In with Ethereum message is to say.

    Attributes:
        domain: The site that asks for the signature; wallets warn where it is not the page's own.
        uri: What the signing is about.
        resources: URIs that the message lists.
        chain_id: The chain's EIP-155 number as text, from 1 to 9223372036854775771; 1 by default.
        statement: A sentence for the person to read: ASCII, without line breaks or tabs.
        issued_at: Now by default.
        not_before: When the login becomes valid; now by default.
        message_request_id: The app's own id of the login.

    """

    __schema__ = "api_crypto_wallet_v1_SIWEParams"

    domain: str
    uri: str
    resources: list[str]
    chain_id: str | None = None
    statement: str | None = None
    issued_at: dt.datetime | None = None
    not_before: dt.datetime | None = None
    message_request_id: str | None = None


@attrs.define(kw_only=True)
class SIWEParamsResponse:
    """What the signed Sign-In with Ethereum message said.

    Attributes:
        request_id: Not in Stytch's reference; its own SDK for Python expects it.

    """

    __schema__ = "api_crypto_wallet_v1_SIWEParamsResponse"

    domain: str
    uri: str
    chain_id: str
    resources: list[str]
    status_code: int
    issued_at: dt.datetime | None = None
    message_request_id: str | None = None
    request_id: str | None = None


@attrs.define(kw_only=True)
class AuthenticateStartRequest:
    """Begin to log in with a crypto wallet, and create the user if nobody has it.

    The wallet signs the answer's challenge; ``authenticate`` takes the signature. Without ``siwe_params`` the challenge
    is the project's name and a random text. With a ``user_id``, ``session_token`` or ``session_jwt`` the wallet is
    added to that user.

    Args:
        crypto_wallet_type: ``ethereum`` (any chain with its virtual machine) or ``solana``.
        user_id: Or the user's external id.
        siwe_params: Make the challenge a Sign-In with Ethereum message; ``ethereum`` only.

    Raises:
        BadRequestError: ``invalid_wallet_type``, ``invalid_crypto_wallet_address``, ``invalid_ethereum_address``,
            ``invalid_solana_address``, ``duplicate_wallet_address`` (another user has it),
            ``duplicate_wallet_address_for_user`` (this user has it), ``crypto_wallet_type_incompatible_with_siwe``,
            ``invalid_siwe_*``, ``too_many_user_selection_arguments``.
        NotFoundError: ``user_not_found``, ``session_not_found``.

    Source: `POST /v1/crypto_wallets/authenticate/start
    <https://stytch.com/docs/api-reference/consumer/api/crypto-wallets/authenticate-start>`_
    """

    __schema__ = "api_crypto_wallet_v1_AuthenticateStartRequest"

    crypto_wallet_type: CryptoWalletType | str
    crypto_wallet_address: str
    user_id: str | None = None
    session_token: str | None = attrs.field(default=None, repr=False)
    session_jwt: str | None = attrs.field(default=None, repr=False)
    siwe_params: SIWEParams | None = None


@attrs.define(kw_only=True)
class AuthenticateStartResponse:
    """The challenge to sign.

    Attributes:
        user_created: Whether the user is new.

    """

    __schema__ = "api_crypto_wallet_v1_AuthenticateStartResponse"

    request_id: str
    user_id: str
    challenge: str
    user_created: bool
    status_code: int


@attrs.define(kw_only=True)
class AuthenticateRequest:
    """Complete a login with a crypto wallet.

    A session starts when ``session_duration_minutes`` is given.

    Args:
        crypto_wallet_type: As it was begun with.
        crypto_wallet_address: As it was begun with.
        signature: The challenge, signed by the wallet.

    Raises:
        AuthenticationError: ``unable_to_authenticate_crypto_wallet`` (the signature does not verify).
        BadRequestError: ``invalid_wallet_type``, ``invalid_crypto_wallet_address``, ``invalid_ethereum_address``,
            ``invalid_solana_address``, ``invalid_signature``, ``signature_missing``, ``signature_is_incorrect_size``,
            ``siwe_message_expired``, ``siwe_message_not_valid_yet``.
        NotFoundError: ``crypto_wallet_not_found``.
        RateLimitError: ``user_lock_limit_reached``.

    Source: `POST /v1/crypto_wallets/authenticate
    <https://stytch.com/docs/api-reference/consumer/api/crypto-wallets/authenticate>`_
    """

    __schema__ = "api_crypto_wallet_v1_AuthenticateRequest"

    crypto_wallet_type: CryptoWalletType | str
    crypto_wallet_address: str
    signature: str = attrs.field(repr=False)
    session_token: str | None = attrs.field(default=None, repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_jwt: str | None = attrs.field(default=None, repr=False)
    session_custom_claims: CustomClaims | None = None
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class AuthenticateResponse:
    """The user and, where it was asked for, the session.

    Attributes:
        session_token: Empty without a session, as is ``session_jwt``.
        session: ``None`` where no session was asked for.
        siwe_params: ``None`` where the challenge was not a Sign-In with Ethereum message.

    """

    __schema__ = "api_crypto_wallet_v1_AuthenticateResponse"

    request_id: str
    user_id: str
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    user: User
    status_code: int
    session: Session | None = None
    siwe_params: SIWEParamsResponse | None = None
    user_device: DeviceInfo | None = None
