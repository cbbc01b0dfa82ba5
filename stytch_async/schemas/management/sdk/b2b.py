"""What the frontend SDKs may do in an environment of a B2B project."""

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
    "AuthorizedB2BDomain",
    "B2BBasicConfig",
    "B2BConfig",
    "B2BMagicLinksConfig",
    "B2BOTPsConfig",
    "B2BSSOConfig",
    "GetB2BConfigRequest",
    "GetB2BConfigResponse",
    "SetB2BConfigRequest",
    "SetB2BConfigResponse",
]


@attrs.define(kw_only=True)
class AuthorizedB2BDomain:
    """A website that may use an SDK.

    Attributes:
        domain: Compared by the same-origin policy.
        slug_pattern: For a site of each organization, for example ``https://{{slug}}.example.com``.

    """

    __schema__ = "pwa_sdk_v3_AuthorizedB2BDomain"

    domain: str
    slug_pattern: str


@attrs.define(kw_only=True)
class B2BBasicConfig:
    """Whether the SDKs may be used at all, and by whom.

    Attributes:
        allow_self_onboarding: Whether a visitor may create an organization.
        enable_member_permissions: Whether a member may act as far as their roles permit.
        bundle_ids: The mobile apps that may use an SDK.

    """

    __schema__ = "pwa_sdk_v3_B2BBasicConfig"

    enabled: bool
    allow_self_onboarding: bool
    enable_member_permissions: bool
    domains: list[AuthorizedB2BDomain]
    bundle_ids: list[str]


@attrs.define(kw_only=True)
class B2BMagicLinksConfig:
    """Emailed links."""

    __schema__ = "pwa_sdk_v3_B2BMagicLinksConfig"

    enabled: bool
    pkce_required: bool


@attrs.define(kw_only=True)
class B2BSSOConfig:
    """Single sign-on."""

    __schema__ = "pwa_sdk_v3_B2BSSOConfig"

    enabled: bool
    pkce_required: bool


@attrs.define(kw_only=True)
class B2BOTPsConfig:
    """Texted and emailed codes."""

    __schema__ = "pwa_sdk_v3_B2BOTPsConfig"

    sms_enabled: bool
    sms_autofill_metadata: list[SMSAutofillMetadata]
    email_enabled: bool


@attrs.define(kw_only=True)
class B2BConfig:
    """All settings of the SDKs, product by product."""

    __schema__ = "pwa_sdk_v3_B2BConfig"

    basic: B2BBasicConfig | None = None
    sessions: SessionsConfig | None = None
    magic_links: B2BMagicLinksConfig | None = None
    oauth: OAuthConfig | None = None
    totps: TOTPsConfig | None = None
    sso: B2BSSOConfig | None = None
    otps: B2BOTPsConfig | None = None
    dfppa: DFPPAConfig | None = None
    passwords: PasswordsConfig | None = None
    cookies: CookiesConfig | None = None


@attrs.define(kw_only=True)
class GetB2BConfigRequest:
    """Look up what the frontend SDKs may do in a B2B environment.

    Raises:
        BadRequestError: ``bad_vertical_for_stytch_sdk``.

    Source: `GET /pwa/v3/projects/{project_slug}/environments/{environment_slug}/sdk/b2b
    <https://stytch.com/docs/api-reference/pwa/api/v3/sdk/get-b2b-sdk-config>`_
    """

    __schema__ = "pwa_sdk_v3_GetB2BConfigRequest"

    project_slug: str
    environment_slug: str


@attrs.define(kw_only=True)
class GetB2BConfigResponse:
    """The settings."""

    __schema__ = "pwa_sdk_v3_GetB2BConfigResponse"

    request_id: str
    config: B2BConfig
    status_code: int


@attrs.define(kw_only=True)
class SetB2BConfigRequest:
    """Write what the frontend SDKs may do in a B2B environment.

    To change one setting, get them all, change it, and send them all.

    Raises:
        BadRequestError: ``cname_required_to_enable_http_only_cookies``, ``bad_vertical_for_stytch_sdk``.

    Source: `PUT /pwa/v3/projects/{project_slug}/environments/{environment_slug}/sdk/b2b
    <https://stytch.com/docs/api-reference/pwa/api/v3/sdk/set-b2b-sdk-config>`_
    """

    __schema__ = "pwa_sdk_v3_SetB2BConfigRequest"

    project_slug: str
    environment_slug: str
    config: B2BConfig | None = None


@attrs.define(kw_only=True)
class SetB2BConfigResponse:
    """The settings as they are now."""

    __schema__ = "pwa_sdk_v3_SetB2BConfigResponse"

    request_id: str
    config: B2BConfig
    status_code: int
