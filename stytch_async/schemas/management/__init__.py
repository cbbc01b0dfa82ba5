"""The schemas of the Management API, a module for each product; its objects are importable from here too.

These mean the same wherever they occur, and are told here:

``project_slug``
    Which project of the workspace: the short name that `Projects.create` was given or made up. Error:
    ``project_not_found``.
``environment_slug``
    Which of the project's environments. Slugs are no ids: the ``project_id`` that a `Client` takes belongs to one
    environment, and `Environments.get` tells it. Error: ``environment_not_found``.
``name``
    For people to read; two may bear the same.

Any call may be refused with `AuthenticationError` ``unauthorized_credentials`` (a wrong workspace key), with
`BadRequestError` ``bad_request`` or ``invalid_authorization_header``, or with `RateLimitError` ``too_many_requests``.
"""

from typing import TYPE_CHECKING, Final

from stytch_async.lazy import lazy_names

if TYPE_CHECKING:
    from stytch_async.schemas.management.email_templates import (
        CustomHTMLCustomization,
        EmailTemplate,
        FontFamily,
        PrebuiltCustomization,
        SenderInformation,
        TemplateType,
        TextAlignment,
    )
    from stytch_async.schemas.management.environments import Environment, EnvironmentType, Metrics
    from stytch_async.schemas.management.event_log_streaming import (
        DatadogConfig,
        DatadogConfigMasked,
        DatadogSite,
        DestinationConfig,
        DestinationConfigMasked,
        DestinationType,
        EventLogStreaming,
        EventLogStreamingMasked,
        GrafanaLokiConfig,
        GrafanaLokiConfigMasked,
        StreamingStatus,
    )
    from stytch_async.schemas.management.jwt_templates import JWTTemplate, JWTTemplateType
    from stytch_async.schemas.management.password_strength_config import PasswordStrengthConfig, ValidationPolicy
    from stytch_async.schemas.management.projects import Project, Vertical
    from stytch_async.schemas.management.public_tokens import PublicToken
    from stytch_async.schemas.management.rbac_policy import DefaultRole, Permission, Policy, Resource, Role, Scope
    from stytch_async.schemas.management.redirect_urls import RedirectURL, RedirectURLType, URLType
    from stytch_async.schemas.management.sdk.b2b import (
        AuthorizedB2BDomain,
        B2BBasicConfig,
        B2BConfig,
        B2BMagicLinksConfig,
        B2BOTPsConfig,
        B2BSSOConfig,
    )
    from stytch_async.schemas.management.sdk.consumer import (
        ConsumerBasicConfig,
        ConsumerBiometricsConfig,
        ConsumerConfig,
        ConsumerCryptoWalletsConfig,
        ConsumerMagicLinksConfig,
        ConsumerOTPsConfig,
        ConsumerWebAuthnConfig,
    )
    from stytch_async.schemas.management.sdk.settings import (
        AutofillMetadataType,
        CookiesConfig,
        DFPPAConfig,
        DFPPAOnChallengeAction,
        DFPPASetting,
        HTTPOnlySetting,
        OAuthConfig,
        PasswordsConfig,
        SessionsConfig,
        SMSAutofillMetadata,
        TOTPsConfig,
    )
    from stytch_async.schemas.management.secrets import MaskedSecret, Secret
    from stytch_async.schemas.management.trusted_token_profiles import PEMFile, PublicKeyType, TrustedTokenProfile

__all__ = [
    "AuthorizedB2BDomain",
    "AutofillMetadataType",
    "B2BBasicConfig",
    "B2BConfig",
    "B2BMagicLinksConfig",
    "B2BOTPsConfig",
    "B2BSSOConfig",
    "ConsumerBasicConfig",
    "ConsumerBiometricsConfig",
    "ConsumerConfig",
    "ConsumerCryptoWalletsConfig",
    "ConsumerMagicLinksConfig",
    "ConsumerOTPsConfig",
    "ConsumerWebAuthnConfig",
    "CookiesConfig",
    "CustomHTMLCustomization",
    "DFPPAConfig",
    "DFPPAOnChallengeAction",
    "DFPPASetting",
    "DatadogConfig",
    "DatadogConfigMasked",
    "DatadogSite",
    "DefaultRole",
    "DestinationConfig",
    "DestinationConfigMasked",
    "DestinationType",
    "EmailTemplate",
    "Environment",
    "EnvironmentType",
    "EventLogStreaming",
    "EventLogStreamingMasked",
    "FontFamily",
    "GrafanaLokiConfig",
    "GrafanaLokiConfigMasked",
    "HTTPOnlySetting",
    "JWTTemplate",
    "JWTTemplateType",
    "MaskedSecret",
    "Metrics",
    "OAuthConfig",
    "PEMFile",
    "PasswordStrengthConfig",
    "PasswordsConfig",
    "Permission",
    "Policy",
    "PrebuiltCustomization",
    "Project",
    "PublicKeyType",
    "PublicToken",
    "RedirectURL",
    "RedirectURLType",
    "Resource",
    "Role",
    "SMSAutofillMetadata",
    "Scope",
    "Secret",
    "SenderInformation",
    "SessionsConfig",
    "StreamingStatus",
    "TOTPsConfig",
    "TemplateType",
    "TextAlignment",
    "TrustedTokenProfile",
    "URLType",
    "ValidationPolicy",
    "Vertical",
]

__getattr__: Final = lazy_names(
    __name__,
    AuthorizedB2BDomain="stytch_async.schemas.management.sdk.b2b",
    AutofillMetadataType="stytch_async.schemas.management.sdk.settings",
    B2BBasicConfig="stytch_async.schemas.management.sdk.b2b",
    B2BConfig="stytch_async.schemas.management.sdk.b2b",
    B2BMagicLinksConfig="stytch_async.schemas.management.sdk.b2b",
    B2BOTPsConfig="stytch_async.schemas.management.sdk.b2b",
    B2BSSOConfig="stytch_async.schemas.management.sdk.b2b",
    ConsumerBasicConfig="stytch_async.schemas.management.sdk.consumer",
    ConsumerBiometricsConfig="stytch_async.schemas.management.sdk.consumer",
    ConsumerConfig="stytch_async.schemas.management.sdk.consumer",
    ConsumerCryptoWalletsConfig="stytch_async.schemas.management.sdk.consumer",
    ConsumerMagicLinksConfig="stytch_async.schemas.management.sdk.consumer",
    ConsumerOTPsConfig="stytch_async.schemas.management.sdk.consumer",
    ConsumerWebAuthnConfig="stytch_async.schemas.management.sdk.consumer",
    CookiesConfig="stytch_async.schemas.management.sdk.settings",
    CustomHTMLCustomization="stytch_async.schemas.management.email_templates",
    DFPPAConfig="stytch_async.schemas.management.sdk.settings",
    DFPPAOnChallengeAction="stytch_async.schemas.management.sdk.settings",
    DFPPASetting="stytch_async.schemas.management.sdk.settings",
    DatadogConfig="stytch_async.schemas.management.event_log_streaming",
    DatadogConfigMasked="stytch_async.schemas.management.event_log_streaming",
    DatadogSite="stytch_async.schemas.management.event_log_streaming",
    DefaultRole="stytch_async.schemas.management.rbac_policy",
    DestinationConfig="stytch_async.schemas.management.event_log_streaming",
    DestinationConfigMasked="stytch_async.schemas.management.event_log_streaming",
    DestinationType="stytch_async.schemas.management.event_log_streaming",
    EmailTemplate="stytch_async.schemas.management.email_templates",
    Environment="stytch_async.schemas.management.environments",
    EnvironmentType="stytch_async.schemas.management.environments",
    EventLogStreaming="stytch_async.schemas.management.event_log_streaming",
    EventLogStreamingMasked="stytch_async.schemas.management.event_log_streaming",
    FontFamily="stytch_async.schemas.management.email_templates",
    GrafanaLokiConfig="stytch_async.schemas.management.event_log_streaming",
    GrafanaLokiConfigMasked="stytch_async.schemas.management.event_log_streaming",
    HTTPOnlySetting="stytch_async.schemas.management.sdk.settings",
    JWTTemplate="stytch_async.schemas.management.jwt_templates",
    JWTTemplateType="stytch_async.schemas.management.jwt_templates",
    MaskedSecret="stytch_async.schemas.management.secrets",
    Metrics="stytch_async.schemas.management.environments",
    OAuthConfig="stytch_async.schemas.management.sdk.settings",
    PEMFile="stytch_async.schemas.management.trusted_token_profiles",
    PasswordStrengthConfig="stytch_async.schemas.management.password_strength_config",
    PasswordsConfig="stytch_async.schemas.management.sdk.settings",
    Permission="stytch_async.schemas.management.rbac_policy",
    Policy="stytch_async.schemas.management.rbac_policy",
    PrebuiltCustomization="stytch_async.schemas.management.email_templates",
    Project="stytch_async.schemas.management.projects",
    PublicKeyType="stytch_async.schemas.management.trusted_token_profiles",
    PublicToken="stytch_async.schemas.management.public_tokens",
    RedirectURL="stytch_async.schemas.management.redirect_urls",
    RedirectURLType="stytch_async.schemas.management.redirect_urls",
    Resource="stytch_async.schemas.management.rbac_policy",
    Role="stytch_async.schemas.management.rbac_policy",
    SMSAutofillMetadata="stytch_async.schemas.management.sdk.settings",
    Scope="stytch_async.schemas.management.rbac_policy",
    Secret="stytch_async.schemas.management.secrets",
    SenderInformation="stytch_async.schemas.management.email_templates",
    SessionsConfig="stytch_async.schemas.management.sdk.settings",
    StreamingStatus="stytch_async.schemas.management.event_log_streaming",
    TOTPsConfig="stytch_async.schemas.management.sdk.settings",
    TemplateType="stytch_async.schemas.management.email_templates",
    TextAlignment="stytch_async.schemas.management.email_templates",
    TrustedTokenProfile="stytch_async.schemas.management.trusted_token_profiles",
    URLType="stytch_async.schemas.management.redirect_urls",
    ValidationPolicy="stytch_async.schemas.management.password_strength_config",
    Vertical="stytch_async.schemas.management.projects",
)
