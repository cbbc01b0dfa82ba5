"""The settings that the frontend SDKs of both kinds of project have.

With ``pkce_required`` a flow must end on the device that it began on. The mobile SDKs see to that in any case.
"""

from typing import ClassVar, Literal

import attrs

__all__ = [
    "AutofillMetadataType",
    "CookiesConfig",
    "DFPPAConfig",
    "DFPPAOnChallengeAction",
    "DFPPASetting",
    "HTTPOnlySetting",
    "OAuthConfig",
    "PasswordsConfig",
    "SMSAutofillMetadata",
    "SessionsConfig",
    "TOTPsConfig",
]


@attrs.define(kw_only=True)
class SessionsConfig:
    """Sessions.

    Attributes:
        max_session_duration_minutes: The longest session that an SDK can ask for.

    """

    __schema__: ClassVar[tuple[str, ...]] = (
        "pwa_sdk_v3_B2BSessionsConfig",
        "pwa_sdk_v3_ConsumerSessionsConfig",
    )

    max_session_duration_minutes: int


@attrs.define(kw_only=True)
class OAuthConfig:
    """Logins through other services."""

    __schema__: ClassVar[tuple[str, ...]] = (
        "pwa_sdk_v3_B2BOAuthConfig",
        "pwa_sdk_v3_ConsumerOAuthConfig",
    )

    enabled: bool
    pkce_required: bool


@attrs.define(kw_only=True)
class TOTPsConfig:
    """Authenticator apps.

    Attributes:
        create_totps: Whether an SDK may register one.

    """

    __schema__: ClassVar[tuple[str, ...]] = (
        "pwa_sdk_v3_B2BTOTPsConfig",
        "pwa_sdk_v3_ConsumerTOTPsConfig",
    )

    create_totps: bool
    enabled: bool


AutofillMetadataType = Literal["domain", "hash"]
"""How a phone learns that a text message is for an app: by a domain (iOS, web) or the app's hash (Android)."""


@attrs.define(kw_only=True)
class SMSAutofillMetadata:
    """What a text message says so that a phone fills its code in.

    Attributes:
        metadata_value: The domain, or the hash of the app.
        bundle_id: The app that it is for.

    """

    __schema__ = "pwa_sdk_v3_SMSAutofillMetadata"

    metadata_type: AutofillMetadataType | str
    metadata_value: str
    bundle_id: str


DFPPASetting = Literal["ENABLED", "PASSIVE", "DISABLED"]
"""Whether devices are judged (``PASSIVE``) and the verdict acted upon (``ENABLED``)."""


DFPPAOnChallengeAction = Literal["ALLOW", "BLOCK", "TRIGGER_CAPTCHA"]
"""What to do with a device whose verdict is ``CHALLENGE``."""


@attrs.define(kw_only=True)
class DFPPAConfig:
    """Device fingerprinting before a login: Protected Auth."""

    __schema__: ClassVar[tuple[str, ...]] = (
        "pwa_sdk_v3_B2BDFPPAConfig",
        "pwa_sdk_v3_ConsumerDFPPAConfig",
    )

    enabled: DFPPASetting | str | None = None
    on_challenge: DFPPAOnChallengeAction | str | None = None


@attrs.define(kw_only=True)
class PasswordsConfig:
    """Passwords."""

    __schema__: ClassVar[tuple[str, ...]] = (
        "pwa_sdk_v3_B2BPasswordsConfig",
        "pwa_sdk_v3_ConsumerPasswordsConfig",
    )

    enabled: bool
    pkce_required_for_password_resets: bool


HTTPOnlySetting = Literal["DISABLED", "ENABLED", "ENFORCED"]
"""Whether session cookies are ``HttpOnly``: never, where the SDK asks for it, or always."""


@attrs.define(kw_only=True)
class CookiesConfig:
    """The cookies that hold a session.

    Attributes:
        http_only: Anything but ``DISABLED`` takes a domain of the project's own.

    """

    __schema__: ClassVar[tuple[str, ...]] = (
        "pwa_sdk_v3_B2BCookiesConfig",
        "pwa_sdk_v3_ConsumerCookiesConfig",
    )

    http_only: HTTPOnlySetting | str
