"""TODO"""

import enum

import attrs

__all__ = [
    "AuthorizedB2BDomain",
    "B2BBasicConfig",
    "B2BConfig",
    "B2BCookiesConfig",
    "B2BCookiesConfigHttpOnly",
    "B2BDFPPAConfig",
    "B2BMagicLinksConfig",
    "B2BOAuthConfig",
    "B2BOTPsConfig",
    "B2BPasswordsConfig",
    "B2BSSOConfig",
    "B2BSessionsConfig",
    "B2BTOTPsConfig",
    "ConsumerBasicConfig",
    "ConsumerBiometricsConfig",
    "ConsumerConfig",
    "ConsumerCookiesConfig",
    "ConsumerCryptoWalletsConfig",
    "ConsumerDFPPAConfig",
    "ConsumerMagicLinksConfig",
    "ConsumerOAuthConfig",
    "ConsumerOTPsConfig",
    "ConsumerPasswordsConfig",
    "ConsumerSessionsConfig",
    "ConsumerTOTPsConfig",
    "ConsumerWebAuthnConfig",
    "DFPPAOnChallengeAction",
    "DFPPASetting",
    "GetB2BConfigRequest",
    "GetB2BConfigResponse",
    "GetConsumerConfigRequest",
    "GetConsumerConfigResponse",
    "SMSAutofillMetadata",
    "SMSAutofillMetadataMetadataType",
    "SetB2BConfigRequest",
    "SetB2BConfigResponse",
    "SetConsumerConfigRequest",
    "SetConsumerConfigResponse",
]


@attrs.define(kw_only=True)
class AuthorizedB2BDomain:
    """TODO"""

    __schema__ = "pwa_sdk_v3_AuthorizedB2BDomain"

    domain: str
    slug_pattern: str


@attrs.define(kw_only=True)
class B2BBasicConfig:
    """TODO"""

    __schema__ = "pwa_sdk_v3_B2BBasicConfig"

    enabled: bool
    allow_self_onboarding: bool
    enable_member_permissions: bool
    domains: list[AuthorizedB2BDomain]
    bundle_ids: list[str]


@attrs.define(kw_only=True)
class B2BSessionsConfig:
    """TODO"""

    __schema__ = "pwa_sdk_v3_B2BSessionsConfig"

    max_session_duration_minutes: int


@attrs.define(kw_only=True)
class B2BMagicLinksConfig:
    """TODO"""

    __schema__ = "pwa_sdk_v3_B2BMagicLinksConfig"

    enabled: bool
    pkce_required: bool


@attrs.define(kw_only=True)
class B2BOAuthConfig:
    """TODO"""

    __schema__ = "pwa_sdk_v3_B2BOAuthConfig"

    enabled: bool
    pkce_required: bool


@attrs.define(kw_only=True)
class B2BTOTPsConfig:
    """TODO"""

    __schema__ = "pwa_sdk_v3_B2BTOTPsConfig"

    create_totps: bool
    enabled: bool


@attrs.define(kw_only=True)
class B2BSSOConfig:
    """TODO"""

    __schema__ = "pwa_sdk_v3_B2BSSOConfig"

    enabled: bool
    pkce_required: bool


class SMSAutofillMetadataMetadataType(enum.StrEnum):
    """TODO"""

    __schema__ = "pwa_sdk_v3_SMSAutofillMetadataMetadataType"

    DOMAIN = "domain"
    HASH = "hash"


@attrs.define(kw_only=True)
class SMSAutofillMetadata:
    """TODO"""

    __schema__ = "pwa_sdk_v3_SMSAutofillMetadata"

    metadata_type: SMSAutofillMetadataMetadataType | str
    metadata_value: str
    bundle_id: str


@attrs.define(kw_only=True)
class B2BOTPsConfig:
    """TODO"""

    __schema__ = "pwa_sdk_v3_B2BOTPsConfig"

    sms_enabled: bool
    sms_autofill_metadata: list[SMSAutofillMetadata]
    email_enabled: bool


class DFPPASetting(enum.StrEnum):
    """TODO"""

    __schema__ = "pwa_sdk_v3_DFPPASetting"

    ENABLED = "ENABLED"
    PASSIVE = "PASSIVE"
    DISABLED = "DISABLED"


class DFPPAOnChallengeAction(enum.StrEnum):
    """TODO"""

    __schema__ = "pwa_sdk_v3_DFPPAOnChallengeAction"

    ALLOW = "ALLOW"
    BLOCK = "BLOCK"
    TRIGGER_CAPTCHA = "TRIGGER_CAPTCHA"


@attrs.define(kw_only=True)
class B2BDFPPAConfig:
    """TODO"""

    __schema__ = "pwa_sdk_v3_B2BDFPPAConfig"

    enabled: DFPPASetting | str | None = None
    on_challenge: DFPPAOnChallengeAction | str | None = None


@attrs.define(kw_only=True)
class B2BPasswordsConfig:
    """TODO"""

    __schema__ = "pwa_sdk_v3_B2BPasswordsConfig"

    enabled: bool
    pkce_required_for_password_resets: bool


class B2BCookiesConfigHttpOnly(enum.StrEnum):
    """TODO"""

    __schema__ = "pwa_sdk_v3_B2BCookiesConfigHttpOnly"

    DISABLED = "DISABLED"
    ENABLED = "ENABLED"
    ENFORCED = "ENFORCED"


@attrs.define(kw_only=True)
class B2BCookiesConfig:
    """TODO"""

    __schema__ = "pwa_sdk_v3_B2BCookiesConfig"

    http_only: B2BCookiesConfigHttpOnly | str


@attrs.define(kw_only=True)
class B2BConfig:
    """TODO"""

    __schema__ = "pwa_sdk_v3_B2BConfig"

    basic: B2BBasicConfig | None = None
    sessions: B2BSessionsConfig | None = None
    magic_links: B2BMagicLinksConfig | None = None
    oauth: B2BOAuthConfig | None = None
    totps: B2BTOTPsConfig | None = None
    sso: B2BSSOConfig | None = None
    otps: B2BOTPsConfig | None = None
    dfppa: B2BDFPPAConfig | None = None
    passwords: B2BPasswordsConfig | None = None
    cookies: B2BCookiesConfig | None = None


@attrs.define(kw_only=True)
class ConsumerBasicConfig:
    """TODO"""

    __schema__ = "pwa_sdk_v3_ConsumerBasicConfig"

    enabled: bool
    domains: list[str]
    bundle_ids: list[str]


@attrs.define(kw_only=True)
class ConsumerBiometricsConfig:
    """TODO"""

    __schema__ = "pwa_sdk_v3_ConsumerBiometricsConfig"

    create_biometrics_enabled: bool
    enabled: bool


@attrs.define(kw_only=True)
class ConsumerSessionsConfig:
    """TODO"""

    __schema__ = "pwa_sdk_v3_ConsumerSessionsConfig"

    max_session_duration_minutes: int


@attrs.define(kw_only=True)
class ConsumerMagicLinksConfig:
    """TODO"""

    __schema__ = "pwa_sdk_v3_ConsumerMagicLinksConfig"

    login_or_create_enabled: bool
    send_enabled: bool
    pkce_required: bool


@attrs.define(kw_only=True)
class ConsumerOTPsConfig:
    """TODO"""

    __schema__ = "pwa_sdk_v3_ConsumerOTPsConfig"

    sms_login_or_create_enabled: bool
    whatsapp_login_or_create_enabled: bool
    email_login_or_create_enabled: bool
    sms_send_enabled: bool
    whatsapp_send_enabled: bool
    email_send_enabled: bool
    sms_autofill_metadata: list[SMSAutofillMetadata]


@attrs.define(kw_only=True)
class ConsumerOAuthConfig:
    """TODO"""

    __schema__ = "pwa_sdk_v3_ConsumerOAuthConfig"

    enabled: bool
    pkce_required: bool


@attrs.define(kw_only=True)
class ConsumerTOTPsConfig:
    """TODO"""

    __schema__ = "pwa_sdk_v3_ConsumerTOTPsConfig"

    create_totps: bool
    enabled: bool


@attrs.define(kw_only=True)
class ConsumerWebAuthnConfig:
    """TODO"""

    __schema__ = "pwa_sdk_v3_ConsumerWebAuthnConfig"

    create_webauthns: bool
    enabled: bool


@attrs.define(kw_only=True)
class ConsumerCryptoWalletsConfig:
    """TODO"""

    __schema__ = "pwa_sdk_v3_ConsumerCryptoWalletsConfig"

    enabled: bool
    siwe_required: bool


@attrs.define(kw_only=True)
class ConsumerDFPPAConfig:
    """TODO"""

    __schema__ = "pwa_sdk_v3_ConsumerDFPPAConfig"

    enabled: DFPPASetting | str | None = None
    on_challenge: DFPPAOnChallengeAction | str | None = None


@attrs.define(kw_only=True)
class ConsumerPasswordsConfig:
    """TODO"""

    __schema__ = "pwa_sdk_v3_ConsumerPasswordsConfig"

    enabled: bool
    pkce_required_for_password_resets: bool


@attrs.define(kw_only=True)
class ConsumerCookiesConfig:
    """TODO"""

    __schema__ = "pwa_sdk_v3_ConsumerCookiesConfig"

    http_only: B2BCookiesConfigHttpOnly | str


@attrs.define(kw_only=True)
class ConsumerConfig:
    """TODO"""

    __schema__ = "pwa_sdk_v3_ConsumerConfig"

    basic: ConsumerBasicConfig | None = None
    sessions: ConsumerSessionsConfig | None = None
    magic_links: ConsumerMagicLinksConfig | None = None
    otps: ConsumerOTPsConfig | None = None
    oauth: ConsumerOAuthConfig | None = None
    totps: ConsumerTOTPsConfig | None = None
    webauthn: ConsumerWebAuthnConfig | None = None
    crypto_wallets: ConsumerCryptoWalletsConfig | None = None
    dfppa: ConsumerDFPPAConfig | None = None
    biometrics: ConsumerBiometricsConfig | None = None
    passwords: ConsumerPasswordsConfig | None = None
    cookies: ConsumerCookiesConfig | None = None


@attrs.define(kw_only=True)
class GetConsumerConfigRequest:
    """TODO

    Source: `GET /pwa/v3/projects/{project_slug}/environments/{environment_slug}/sdk/consumer <TODO>`_
    """

    __schema__ = "pwa_sdk_v3_GetConsumerConfigRequest"

    project_slug: str
    environment_slug: str


@attrs.define(kw_only=True)
class GetConsumerConfigResponse:
    """TODO"""

    __schema__ = "pwa_sdk_v3_GetConsumerConfigResponse"

    request_id: str
    config: ConsumerConfig
    status_code: int


@attrs.define(kw_only=True)
class SetConsumerConfigRequest:
    """TODO

    Source: `PUT /pwa/v3/projects/{project_slug}/environments/{environment_slug}/sdk/consumer <TODO>`_
    """

    __schema__ = "pwa_sdk_v3_SetConsumerConfigRequest"

    project_slug: str
    environment_slug: str
    config: ConsumerConfig | None = None


@attrs.define(kw_only=True)
class SetConsumerConfigResponse:
    """TODO"""

    __schema__ = "pwa_sdk_v3_SetConsumerConfigResponse"

    request_id: str
    config: ConsumerConfig
    status_code: int


@attrs.define(kw_only=True)
class GetB2BConfigRequest:
    """TODO

    Source: `GET /pwa/v3/projects/{project_slug}/environments/{environment_slug}/sdk/b2b <TODO>`_
    """

    __schema__ = "pwa_sdk_v3_GetB2BConfigRequest"

    project_slug: str
    environment_slug: str


@attrs.define(kw_only=True)
class GetB2BConfigResponse:
    """TODO"""

    __schema__ = "pwa_sdk_v3_GetB2BConfigResponse"

    request_id: str
    config: B2BConfig
    status_code: int


@attrs.define(kw_only=True)
class SetB2BConfigRequest:
    """TODO

    Source: `PUT /pwa/v3/projects/{project_slug}/environments/{environment_slug}/sdk/b2b <TODO>`_
    """

    __schema__ = "pwa_sdk_v3_SetB2BConfigRequest"

    project_slug: str
    environment_slug: str
    config: B2BConfig | None = None


@attrs.define(kw_only=True)
class SetB2BConfigResponse:
    """TODO"""

    __schema__ = "pwa_sdk_v3_SetB2BConfigResponse"

    request_id: str
    config: B2BConfig
    status_code: int
