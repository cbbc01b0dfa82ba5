"""TODO"""

import attrs

from stytch_async.schemas.consumer.sessions import Session
from stytch_async.schemas.consumer.users import Name, User
from stytch_async.schemas.hashes import (
    Argon2Config,
    HashType,
    MD5Config,
    PBKDF2Config,
    ScryptConfig,
    SHA1Config,
    SHA512Config,
)
from stytch_async.schemas.markers import CustomClaims, ExternalID, LinkMinutes, Metadata, SessionMinutes
from stytch_async.schemas.shared import Attributes, DeviceInfo, Locale, LUDSRequirements, Options

__all__ = [
    "AuthenticateRequest",
    "AuthenticateResponse",
    "CreateRequest",
    "CreateResponse",
    "EmailResetRequest",
    "EmailResetResponse",
    "EmailResetStartRequest",
    "EmailResetStartResponse",
    "ExistingPasswordResetRequest",
    "ExistingPasswordResetResponse",
    "Feedback",
    "MigrateRequest",
    "MigrateResponse",
    "SessionResetRequest",
    "SessionResetResponse",
    "StrengthCheckRequest",
    "StrengthCheckResponse",
]


@attrs.define(kw_only=True)
class Feedback:
    """TODO"""

    __schema__ = "api_password_v1_Feedback"

    warning: str
    suggestions: list[str]
    luds_requirements: LUDSRequirements | None = None


@attrs.define(kw_only=True)
class CreateRequest:
    """TODO

    Source: `POST /v1/passwords <TODO>`_
    """

    __schema__ = "api_password_v1_CreateRequest"

    email: str
    password: str = attrs.field(repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_custom_claims: CustomClaims | None = None
    trusted_metadata: Metadata | None = None
    untrusted_metadata: Metadata | None = None
    name: Name | None = None
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class CreateResponse:
    """TODO"""

    __schema__ = "api_password_v1_CreateResponse"

    request_id: str
    user_id: str
    email_id: str
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    user: User
    status_code: int
    session: Session | None = None
    user_device: DeviceInfo | None = None


@attrs.define(kw_only=True)
class AuthenticateRequest:
    """TODO

    Source: `POST /v1/passwords/authenticate <TODO>`_
    """

    __schema__ = "api_password_v1_AuthenticateRequest"

    email: str
    password: str = attrs.field(repr=False)
    session_token: str | None = attrs.field(default=None, repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_jwt: str | None = attrs.field(default=None, repr=False)
    session_custom_claims: CustomClaims | None = None
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class AuthenticateResponse:
    """TODO"""

    __schema__ = "api_password_v1_AuthenticateResponse"

    request_id: str
    user_id: str
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    user: User
    status_code: int
    session: Session | None = None
    user_device: DeviceInfo | None = None


@attrs.define(kw_only=True)
class StrengthCheckRequest:
    """TODO

    Source: `POST /v1/passwords/strength_check <TODO>`_
    """

    __schema__ = "api_password_v1_StrengthCheckRequest"

    password: str = attrs.field(repr=False)
    email: str | None = None


@attrs.define(kw_only=True)
class StrengthCheckResponse:
    """TODO"""

    __schema__ = "api_password_v1_StrengthCheckResponse"

    request_id: str
    valid_password: bool
    score: int
    breached_password: bool
    strength_policy: str
    breach_detection_on_create: bool
    status_code: int
    feedback: Feedback | None = None


@attrs.define(kw_only=True)
class MigrateRequest:
    """TODO

    Source: `POST /v1/passwords/migrate <TODO>`_
    """

    __schema__ = "api_password_v1_MigrateRequest"

    email: str
    hash: str = attrs.field(repr=False)
    hash_type: HashType | str
    md_5_config: MD5Config | None = None
    argon_2_config: Argon2Config | None = None
    sha_1_config: SHA1Config | None = None
    sha_512_config: SHA512Config | None = None
    scrypt_config: ScryptConfig | None = None
    pbkdf_2_config: PBKDF2Config | None = None
    trusted_metadata: Metadata | None = None
    untrusted_metadata: Metadata | None = None
    set_email_verified: bool | None = None
    name: Name | None = None
    phone_number: str | None = None
    set_phone_number_verified: bool | None = None
    external_id: ExternalID | None = None
    roles: list[str] | None = None


@attrs.define(kw_only=True)
class MigrateResponse:
    """TODO"""

    __schema__ = "api_password_v1_MigrateResponse"

    request_id: str
    user_id: str
    email_id: str
    user_created: bool
    user: User
    status_code: int


@attrs.define(kw_only=True)
class EmailResetStartRequest:
    """TODO

    Source: `POST /v1/passwords/email/reset/start <TODO>`_
    """

    __schema__ = "api_password_v1_passwords_email_ResetStartRequest"

    email: str
    reset_password_redirect_url: str | None = None
    reset_password_expiration_minutes: LinkMinutes | None = None
    code_challenge: str | None = None
    attributes: Attributes | None = None
    login_redirect_url: str | None = None
    locale: Locale | str | None = None
    reset_password_template_id: str | None = None


@attrs.define(kw_only=True)
class EmailResetStartResponse:
    """TODO"""

    __schema__ = "api_password_v1_passwords_email_ResetStartResponse"

    request_id: str
    user_id: str
    email_id: str
    status_code: int


@attrs.define(kw_only=True)
class EmailResetRequest:
    """TODO

    Source: `POST /v1/passwords/email/reset <TODO>`_
    """

    __schema__ = "api_password_v1_passwords_email_ResetRequest"

    token: str = attrs.field(repr=False)
    password: str = attrs.field(repr=False)
    session_token: str | None = attrs.field(default=None, repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_jwt: str | None = attrs.field(default=None, repr=False)
    code_verifier: str | None = attrs.field(default=None, repr=False)
    session_custom_claims: CustomClaims | None = None
    attributes: Attributes | None = None
    options: Options | None = None
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class EmailResetResponse:
    """TODO"""

    __schema__ = "api_password_v1_passwords_email_ResetResponse"

    request_id: str
    user_id: str
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    user: User
    status_code: int
    session: Session | None = None
    user_device: DeviceInfo | None = None


@attrs.define(kw_only=True)
class ExistingPasswordResetRequest:
    """TODO

    Source: `POST /v1/passwords/existing_password/reset <TODO>`_
    """

    __schema__ = "api_password_v1_passwords_existing_password_ResetRequest"

    email: str
    existing_password: str = attrs.field(repr=False)
    new_password: str = attrs.field(repr=False)
    session_token: str | None = attrs.field(default=None, repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_jwt: str | None = attrs.field(default=None, repr=False)
    session_custom_claims: CustomClaims | None = None
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class ExistingPasswordResetResponse:
    """TODO"""

    __schema__ = "api_password_v1_passwords_existing_password_ResetResponse"

    request_id: str
    user_id: str
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    user: User
    status_code: int
    session: Session | None = None
    user_device: DeviceInfo | None = None


@attrs.define(kw_only=True)
class SessionResetRequest:
    """TODO

    Source: `POST /v1/passwords/session/reset <TODO>`_
    """

    __schema__ = "api_password_v1_passwords_session_ResetRequest"

    password: str = attrs.field(repr=False)
    session_token: str | None = attrs.field(default=None, repr=False)
    session_jwt: str | None = attrs.field(default=None, repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_custom_claims: CustomClaims | None = None
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class SessionResetResponse:
    """TODO"""

    __schema__ = "api_password_v1_passwords_session_ResetResponse"

    request_id: str
    user_id: str
    user: User
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    status_code: int
    session: Session | None = None
    user_device: DeviceInfo | None = None
