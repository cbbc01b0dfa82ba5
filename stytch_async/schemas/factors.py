"""The authentication factors that a session is made of."""

import datetime as dt
from typing import ClassVar, Literal

import attrs

__all__ = [
    "AuthenticationFactor",
    "AuthenticationFactorDeliveryMethod",
    "AuthenticationFactorType",
    "AuthenticatorAppFactor",
    "BiometricFactor",
    "CryptoWalletFactor",
    "EmailFactor",
    "EmbeddableMagicLinkFactor",
    "ImpersonatedFactor",
    "OAuthAccessTokenExchangeFactor",
    "OAuthExchangeFactor",
    "OAuthFactor",
    "PhoneNumberFactor",
    "RecoveryCodeFactor",
    "SSOFactor",
    "TrustedAuthTokenFactor",
    "WebAuthnFactor",
]


AuthenticationFactorType = Literal[
    "magic_link",
    "otp",
    "oauth",
    "webauthn",
    "totp",
    "crypto",
    "password",
    "signature_challenge",
    "sso",
    "imported",
    "recovery_codes",
    "email_otp",
    "impersonated",
    "trusted_auth_token",
]
"""What kind of proof a factor is."""


AuthenticationFactorDeliveryMethod = Literal[
    "email",
    "sms",
    "whatsapp",
    "embedded",
    "oauth_google",
    "oauth_microsoft",
    "oauth_apple",
    "webauthn_registration",
    "authenticator_app",
    "oauth_github",
    "recovery_code",
    "oauth_facebook",
    "crypto_wallet",
    "oauth_amazon",
    "oauth_bitbucket",
    "oauth_coinbase",
    "oauth_discord",
    "oauth_figma",
    "oauth_gitlab",
    "oauth_instagram",
    "oauth_linkedin",
    "oauth_shopify",
    "oauth_slack",
    "oauth_snapchat",
    "oauth_spotify",
    "oauth_steam",
    "oauth_tiktok",
    "oauth_twitch",
    "oauth_twitter",
    "knowledge",
    "biometric",
    "sso_saml",
    "sso_oidc",
    "oauth_salesforce",
    "oauth_yahoo",
    "oauth_hubspot",
    "imported_auth0",
    "oauth_exchange_slack",
    "oauth_exchange_hubspot",
    "oauth_exchange_github",
    "oauth_exchange_google",
    "impersonation",
    "oauth_access_token_exchange",
    "trusted_token_exchange",
]
"""How a factor reached the person, or who vouched for it."""


@attrs.define(kw_only=True)
class AuthenticatorAppFactor:
    """A passcode of an authenticator app."""

    __schema__ = "api_session_v1_AuthenticatorAppFactor"

    totp_id: str


@attrs.define(kw_only=True)
class BiometricFactor:
    """A fingerprint or face, checked by a phone."""

    __schema__ = "api_session_v1_BiometricFactor"

    biometric_registration_id: str


@attrs.define(kw_only=True)
class CryptoWalletFactor:
    """A signature by a crypto wallet.

    Attributes:
        crypto_wallet_type: ``ethereum`` or ``solana``.

    """

    __schema__ = "api_session_v1_CryptoWalletFactor"

    crypto_wallet_id: str
    crypto_wallet_address: str
    crypto_wallet_type: str


@attrs.define(kw_only=True)
class EmailFactor:
    """A message to an email address."""

    __schema__ = "api_session_v1_EmailFactor"

    email_id: str
    email_address: str


@attrs.define(kw_only=True)
class EmbeddableMagicLinkFactor:
    """A magic link that the app delivered itself."""

    __schema__ = "api_session_v1_EmbeddableMagicLinkFactor"

    embedded_id: str


@attrs.define(kw_only=True)
class ImpersonatedFactor:
    """Someone of the app's own team who acts as the person.

    Attributes:
        impersonator_id: Their member id in Stytch's dashboard.

    """

    __schema__ = "api_session_v1_ImpersonatedFactor"

    impersonator_id: str
    impersonator_email_address: str


@attrs.define(kw_only=True)
class OAuthAccessTokenExchangeFactor:
    """An access token that a Connected App traded for a session.

    Attributes:
        client_id: The Connected App.

    """

    __schema__ = "api_session_v1_OAuthAccessTokenExchangeFactor"

    client_id: str


@attrs.define(kw_only=True)
class PhoneNumberFactor:
    """A message to a phone."""

    __schema__ = "api_session_v1_PhoneNumberFactor"

    phone_id: str
    phone_number: str


@attrs.define(kw_only=True)
class RecoveryCodeFactor:
    """A recovery code in place of an authenticator app."""

    __schema__ = "api_session_v1_RecoveryCodeFactor"

    totp_recovery_code_id: str


@attrs.define(kw_only=True)
class TrustedAuthTokenFactor:
    """A token of an issuer that the project trusts."""

    __schema__ = "api_session_v1_TrustedAuthTokenFactor"

    token_id: str


@attrs.define(kw_only=True)
class WebAuthnFactor:
    """A passkey or security key.

    Attributes:
        domain: The domain that it was registered for.

    """

    __schema__ = "api_session_v1_WebAuthnFactor"

    webauthn_registration_id: str
    domain: str
    user_agent: str | None = None


@attrs.define(kw_only=True)
class OAuthFactor:
    """A login with another service.

    Attributes:
        id: The registration of the service with the user or member.
        provider_subject: Who the person is to the service: its ``sub``.
        email_id: The address that the service vouched for, if it did.

    """

    __schema__: ClassVar[tuple[str, ...]] = (
        "api_session_v1_AmazonOAuthFactor",
        "api_session_v1_AppleOAuthFactor",
        "api_session_v1_BitbucketOAuthFactor",
        "api_session_v1_CoinbaseOAuthFactor",
        "api_session_v1_DiscordOAuthFactor",
        "api_session_v1_FacebookOAuthFactor",
        "api_session_v1_FigmaOAuthFactor",
        "api_session_v1_GitLabOAuthFactor",
        "api_session_v1_GithubOAuthFactor",
        "api_session_v1_GoogleOAuthFactor",
        "api_session_v1_HubspotOAuthFactor",
        "api_session_v1_InstagramOAuthFactor",
        "api_session_v1_LinkedInOAuthFactor",
        "api_session_v1_MicrosoftOAuthFactor",
        "api_session_v1_SalesforceOAuthFactor",
        "api_session_v1_ShopifyOAuthFactor",
        "api_session_v1_SlackOAuthFactor",
        "api_session_v1_SnapchatOAuthFactor",
        "api_session_v1_SpotifyOAuthFactor",
        "api_session_v1_SteamOAuthFactor",
        "api_session_v1_TikTokOAuthFactor",
        "api_session_v1_TwitchOAuthFactor",
        "api_session_v1_TwitterOAuthFactor",
        "api_session_v1_YahooOAuthFactor",
    )

    id: str
    provider_subject: str
    email_id: str | None = None


@attrs.define(kw_only=True)
class OAuthExchangeFactor:
    """A login with a service that does not vouch for addresses, carried over from another organization."""

    __schema__: ClassVar[tuple[str, ...]] = (
        "api_session_v1_GithubOAuthExchangeFactor",
        "api_session_v1_GoogleOAuthExchangeFactor",
        "api_session_v1_HubspotOAuthExchangeFactor",
        "api_session_v1_SlackOAuthExchangeFactor",
    )

    email_id: str


@attrs.define(kw_only=True)
class SSOFactor:
    """A login with an organization's identity provider.

    Attributes:
        id: The registration of the connection with the member.
        provider_id: The connection.
        external_id: Who the person is to the identity provider.

    """

    __schema__: ClassVar[tuple[str, ...]] = (
        "api_session_v1_OIDCSSOFactor",
        "api_session_v1_SAMLSSOFactor",
    )

    id: str
    provider_id: str
    external_id: str


@attrs.define(kw_only=True)
class AuthenticationFactor:
    """One proof that a person gave, and when.

    Of the fields whose names end in ``_factor``, the one that fits ``delivery_method`` is set; a password has none but
    ``email_factor``.

    Attributes:
        created_at: When the factor was first proven in this session.
        last_authenticated_at: When it was proven most recently.

    """

    __schema__ = "api_session_v1_AuthenticationFactor"

    type: AuthenticationFactorType | str
    delivery_method: AuthenticationFactorDeliveryMethod | str
    last_authenticated_at: dt.datetime | None = None
    created_at: dt.datetime | None = None
    updated_at: dt.datetime | None = None
    email_factor: EmailFactor | None = None
    phone_number_factor: PhoneNumberFactor | None = None
    google_oauth_factor: OAuthFactor | None = None
    microsoft_oauth_factor: OAuthFactor | None = None
    apple_oauth_factor: OAuthFactor | None = None
    webauthn_factor: WebAuthnFactor | None = None
    authenticator_app_factor: AuthenticatorAppFactor | None = None
    github_oauth_factor: OAuthFactor | None = None
    recovery_code_factor: RecoveryCodeFactor | None = None
    facebook_oauth_factor: OAuthFactor | None = None
    crypto_wallet_factor: CryptoWalletFactor | None = None
    amazon_oauth_factor: OAuthFactor | None = None
    bitbucket_oauth_factor: OAuthFactor | None = None
    coinbase_oauth_factor: OAuthFactor | None = None
    discord_oauth_factor: OAuthFactor | None = None
    figma_oauth_factor: OAuthFactor | None = None
    git_lab_oauth_factor: OAuthFactor | None = None
    instagram_oauth_factor: OAuthFactor | None = None
    linked_in_oauth_factor: OAuthFactor | None = None
    shopify_oauth_factor: OAuthFactor | None = None
    slack_oauth_factor: OAuthFactor | None = None
    snapchat_oauth_factor: OAuthFactor | None = None
    spotify_oauth_factor: OAuthFactor | None = None
    steam_oauth_factor: OAuthFactor | None = None
    tik_tok_oauth_factor: OAuthFactor | None = None
    twitch_oauth_factor: OAuthFactor | None = None
    twitter_oauth_factor: OAuthFactor | None = None
    embeddable_magic_link_factor: EmbeddableMagicLinkFactor | None = None
    biometric_factor: BiometricFactor | None = None
    saml_sso_factor: SSOFactor | None = None
    oidc_sso_factor: SSOFactor | None = None
    salesforce_oauth_factor: OAuthFactor | None = None
    yahoo_oauth_factor: OAuthFactor | None = None
    hubspot_oauth_factor: OAuthFactor | None = None
    slack_oauth_exchange_factor: OAuthExchangeFactor | None = None
    hubspot_oauth_exchange_factor: OAuthExchangeFactor | None = None
    github_oauth_exchange_factor: OAuthExchangeFactor | None = None
    google_oauth_exchange_factor: OAuthExchangeFactor | None = None
    impersonated_factor: ImpersonatedFactor | None = None
    oauth_access_token_exchange_factor: OAuthAccessTokenExchangeFactor | None = None
    trusted_auth_token_factor: TrustedAuthTokenFactor | None = None
