"""The authentication factors that a session is made of."""

import datetime as dt
import enum
from typing import ClassVar

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


class AuthenticationFactorType(enum.StrEnum):
    """What kind of proof a factor is."""

    __schema__ = "api_session_v1_AuthenticationFactorType"

    MAGIC_LINK = "magic_link"
    OTP = "otp"
    OAUTH = "oauth"
    WEBAUTHN = "webauthn"
    TOTP = "totp"
    CRYPTO = "crypto"
    PASSWORD = "password"
    SIGNATURE_CHALLENGE = "signature_challenge"
    SSO = "sso"
    IMPORTED = "imported"
    RECOVERY_CODES = "recovery_codes"
    EMAIL_OTP = "email_otp"
    IMPERSONATED = "impersonated"
    TRUSTED_AUTH_TOKEN = "trusted_auth_token"


class AuthenticationFactorDeliveryMethod(enum.StrEnum):
    """How a factor reached the person, or who vouched for it."""

    __schema__ = "api_session_v1_AuthenticationFactorDeliveryMethod"

    EMAIL = "email"
    SMS = "sms"
    WHATSAPP = "whatsapp"
    EMBEDDED = "embedded"
    OAUTH_GOOGLE = "oauth_google"
    OAUTH_MICROSOFT = "oauth_microsoft"
    OAUTH_APPLE = "oauth_apple"
    WEBAUTHN_REGISTRATION = "webauthn_registration"
    AUTHENTICATOR_APP = "authenticator_app"
    OAUTH_GITHUB = "oauth_github"
    RECOVERY_CODE = "recovery_code"
    OAUTH_FACEBOOK = "oauth_facebook"
    CRYPTO_WALLET = "crypto_wallet"
    OAUTH_AMAZON = "oauth_amazon"
    OAUTH_BITBUCKET = "oauth_bitbucket"
    OAUTH_COINBASE = "oauth_coinbase"
    OAUTH_DISCORD = "oauth_discord"
    OAUTH_FIGMA = "oauth_figma"
    OAUTH_GITLAB = "oauth_gitlab"
    OAUTH_INSTAGRAM = "oauth_instagram"
    OAUTH_LINKEDIN = "oauth_linkedin"
    OAUTH_SHOPIFY = "oauth_shopify"
    OAUTH_SLACK = "oauth_slack"
    OAUTH_SNAPCHAT = "oauth_snapchat"
    OAUTH_SPOTIFY = "oauth_spotify"
    OAUTH_STEAM = "oauth_steam"
    OAUTH_TIKTOK = "oauth_tiktok"
    OAUTH_TWITCH = "oauth_twitch"
    OAUTH_TWITTER = "oauth_twitter"
    KNOWLEDGE = "knowledge"
    BIOMETRIC = "biometric"
    SSO_SAML = "sso_saml"
    SSO_OIDC = "sso_oidc"
    OAUTH_SALESFORCE = "oauth_salesforce"
    OAUTH_YAHOO = "oauth_yahoo"
    OAUTH_HUBSPOT = "oauth_hubspot"
    IMPORTED_AUTH0 = "imported_auth0"
    OAUTH_EXCHANGE_SLACK = "oauth_exchange_slack"
    OAUTH_EXCHANGE_HUBSPOT = "oauth_exchange_hubspot"
    OAUTH_EXCHANGE_GITHUB = "oauth_exchange_github"
    OAUTH_EXCHANGE_GOOGLE = "oauth_exchange_google"
    IMPERSONATION = "impersonation"
    OAUTH_ACCESS_TOKEN_EXCHANGE = "oauth_access_token_exchange"
    TRUSTED_TOKEN_EXCHANGE = "trusted_token_exchange"


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
