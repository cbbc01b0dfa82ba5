"""What the frontend SDKs may do in an environment of a Consumer project."""

import attrs

from stytch_async.schemas.management.sdk.settings import (
    CookiesConfig,
    DFPPAConfig,
    OAuthConfig,
    PasswordsConfig,
    SessionsConfig,
    SMSAutofillMetadata,
    TOTPsConfig,
)

__all__ = [
    "ConsumerBasicConfig",
    "ConsumerBiometricsConfig",
    "ConsumerConfig",
    "ConsumerCryptoWalletsConfig",
    "ConsumerMagicLinksConfig",
    "ConsumerOTPsConfig",
    "ConsumerWebAuthnConfig",
    "GetConsumerConfigRequest",
    "GetConsumerConfigResponse",
    "SetConsumerConfigRequest",
    "SetConsumerConfigResponse",
]


@attrs.define(kw_only=True)
class ConsumerBasicConfig:
    """Whether the SDKs may be used at all, and by whom.

    Attributes:
        domains: The websites that may use an SDK.
        bundle_ids: The mobile apps that may use one.

    """

    __schema__ = "pwa_sdk_v3_ConsumerBasicConfig"

    enabled: bool
    domains: list[str]
    bundle_ids: list[str]


@attrs.define(kw_only=True)
class ConsumerBiometricsConfig:
    """Fingerprints and faces.

    Attributes:
        create_biometrics_enabled: Whether an SDK may register one.

    """

    __schema__ = "pwa_sdk_v3_ConsumerBiometricsConfig"

    create_biometrics_enabled: bool
    enabled: bool


@attrs.define(kw_only=True)
class ConsumerMagicLinksConfig:
    """Emailed links.

    Attributes:
        login_or_create_enabled: Whether an SDK may have a link sent to somebody unknown.
        send_enabled: Whether it may have one sent to a user.

    """

    __schema__ = "pwa_sdk_v3_ConsumerMagicLinksConfig"

    login_or_create_enabled: bool
    send_enabled: bool
    pkce_required: bool


@attrs.define(kw_only=True)
class ConsumerOTPsConfig:
    """Texted and emailed codes, and those sent by WhatsApp.

    With ``…_login_or_create_enabled`` an SDK may have a code sent to somebody unknown, with ``…_send_enabled`` to a
    user.
    """

    __schema__ = "pwa_sdk_v3_ConsumerOTPsConfig"

    sms_login_or_create_enabled: bool
    whatsapp_login_or_create_enabled: bool
    email_login_or_create_enabled: bool
    sms_send_enabled: bool
    whatsapp_send_enabled: bool
    email_send_enabled: bool
    sms_autofill_metadata: list[SMSAutofillMetadata]


@attrs.define(kw_only=True)
class ConsumerWebAuthnConfig:
    """Passkeys and security keys.

    Attributes:
        create_webauthns: Whether an SDK may register one.

    """

    __schema__ = "pwa_sdk_v3_ConsumerWebAuthnConfig"

    create_webauthns: bool
    enabled: bool


@attrs.define(kw_only=True)
class ConsumerCryptoWalletsConfig:
    """Crypto wallets.

    Attributes:
        siwe_required: Whether the message to sign must follow Sign-In with Ethereum (EIP-4361).

    """

    __schema__ = "pwa_sdk_v3_ConsumerCryptoWalletsConfig"

    enabled: bool
    siwe_required: bool


@attrs.define(kw_only=True)
class ConsumerConfig:
    """All settings of the SDKs, product by product."""

    __schema__ = "pwa_sdk_v3_ConsumerConfig"

    basic: ConsumerBasicConfig | None = None
    sessions: SessionsConfig | None = None
    magic_links: ConsumerMagicLinksConfig | None = None
    otps: ConsumerOTPsConfig | None = None
    oauth: OAuthConfig | None = None
    totps: TOTPsConfig | None = None
    webauthn: ConsumerWebAuthnConfig | None = None
    crypto_wallets: ConsumerCryptoWalletsConfig | None = None
    dfppa: DFPPAConfig | None = None
    biometrics: ConsumerBiometricsConfig | None = None
    passwords: PasswordsConfig | None = None
    cookies: CookiesConfig | None = None


@attrs.define(kw_only=True)
class GetConsumerConfigRequest:
    """Look up what the frontend SDKs may do in a Consumer environment.

    Raises:
        BadRequestError: ``bad_vertical_for_stytch_sdk``.

    Source: `GET /pwa/v3/projects/{project_slug}/environments/{environment_slug}/sdk/consumer
    <https://stytch.com/docs/api-reference/pwa/api/v3/sdk/get-consumer-sdk-config>`_
    """

    __schema__ = "pwa_sdk_v3_GetConsumerConfigRequest"

    project_slug: str
    environment_slug: str


@attrs.define(kw_only=True)
class GetConsumerConfigResponse:
    """The settings."""

    __schema__ = "pwa_sdk_v3_GetConsumerConfigResponse"

    request_id: str
    config: ConsumerConfig
    status_code: int


@attrs.define(kw_only=True)
class SetConsumerConfigRequest:
    """Write what the frontend SDKs may do in a Consumer environment.

    To change one setting, get them all, change it, and send them all.

    Raises:
        BadRequestError: ``cname_required_to_enable_http_only_cookies``, ``bad_vertical_for_stytch_sdk``.

    Source: `PUT /pwa/v3/projects/{project_slug}/environments/{environment_slug}/sdk/consumer
    <https://stytch.com/docs/api-reference/pwa/api/v3/sdk/set-consumer-sdk-config>`_
    """

    __schema__ = "pwa_sdk_v3_SetConsumerConfigRequest"

    project_slug: str
    environment_slug: str
    config: ConsumerConfig | None = None


@attrs.define(kw_only=True)
class SetConsumerConfigResponse:
    """The settings as they are now."""

    __schema__ = "pwa_sdk_v3_SetConsumerConfigResponse"

    request_id: str
    config: ConsumerConfig
    status_code: int
