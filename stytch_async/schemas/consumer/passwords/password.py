"""Passwords set, checked, brought over from another system, and logged in with."""

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
from stytch_async.schemas.markers import CustomClaims, ExternalID, Metadata, SessionMinutes
from stytch_async.schemas.shared import DeviceInfo, LUDSRequirements

__all__ = [
    "AuthenticateRequest",
    "AuthenticateResponse",
    "CreateRequest",
    "CreateResponse",
    "Feedback",
    "MigrateRequest",
    "MigrateResponse",
    "StrengthCheckRequest",
    "StrengthCheckResponse",
]


@attrs.define(kw_only=True)
class Feedback:
    """How a password could be better.

    Attributes:
        warning: What is wrong with it, fit for the user's eyes; empty where nothing is. zxcvbn policies only.
        suggestions: What would help, fit for the user's eyes. zxcvbn policies only.
        luds_requirements: Set under a LUDS policy only.

    """

    __schema__ = "api_password_v1_Feedback"

    warning: str
    suggestions: list[str]
    luds_requirements: LUDSRequirements | None = None


@attrs.define(kw_only=True)
class CreateRequest:
    """Add a user who logs in with a password.

    The address stays unverified. A session starts when ``session_duration_minutes`` is given.

    Args:
        email: Must belong to no user yet, not even to one without a password; add a password to such a user by a reset.
        password: Any Unicode text; the project's strength policy applies.

    Raises:
        BadRequestError: ``duplicate_email``, ``weak_password``, ``breached_password``, ``invalid_email``.

    Source: `POST /v1/passwords <https://stytch.com/docs/api-reference/consumer/api/passwords/create>`_
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
    """The new user and, where it was asked for, a session.

    Attributes:
        session_token: Empty without a session, as is ``session_jwt``.

    """

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
    """Log in with an email address and a password.

    A session starts when ``session_duration_minutes`` is given. A wrong password counts towards the lock that keeps a
    user out for a while.

    Raises:
        AuthenticationError: ``unauthorized_credentials`` (wrong password).
        BadRequestError: ``no_user_password``; ``reset_password`` (the password is right, but known from a breach, or
            the user has since logged in by other means at the same address).
        NotFoundError: ``email_not_found``.
        RateLimitError: ``user_lock_limit_reached``.

    Source: `POST /v1/passwords/authenticate
    <https://stytch.com/docs/api-reference/consumer/api/passwords/authenticate>`_
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
    """The user and, where it was asked for, the session.

    Attributes:
        session_token: Empty without a session, as is ``session_jwt``.
        session: ``None`` where no session was asked for.

    """

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
    """Judge a password by the project's policy, and store nothing.

    Args:
        email: Has the password looked up among breached ones, too; such a one is not valid.

    Raises:
        BadRequestError: ``invalid_email``.

    Source: `POST /v1/passwords/strength_check
    <https://stytch.com/docs/api-reference/consumer/api/passwords/strength-check>`_
    """

    __schema__ = "api_password_v1_StrengthCheckRequest"

    password: str = attrs.field(repr=False)
    email: str | None = None


@attrs.define(kw_only=True)
class StrengthCheckResponse:
    """What the policy says of a password.

    Attributes:
        valid_password: Whether it would be accepted.
        score: zxcvbn's, 0 to 4; 3 is enough.
        breached_password: Whether Have I Been Pwned knows it; always false without an ``email``, or where the project
            turned the check off.
        strength_policy: ``zxcvbn`` or ``luds``.
        breach_detection_on_create: Whether a new password is looked up among breached ones.

    """

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
    """Bring a user's password over from another system, as a hash.

    A user is created where none has the address; a user who has one must not have a password. 100 calls a second are
    allowed.

    Args:
        hash: As the other system stored it; in base64 for PBKDF2, and for scrypt unless it is in PHC form.
        md_5_config: May be left out where no salt was added.
        argon_2_config: Needed unless ``hash`` is in the encoded form that begins with ``$argon2``.
        sha_1_config: May be left out where no salt was added.
        sha_512_config: May be left out where no salt was added.
        scrypt_config: Needed unless ``hash`` is in PHC form.
        pbkdf_2_config: Always needed for PBKDF2.
        set_email_verified: Say that the user owns the address; false by default. If that is not known for certain,
            someone else's account may be merged into this one.
        phone_number: In E.164 form.
        set_phone_number_verified: Say that the user owns the number; false by default.
        external_id: The app's own id, for a user who is created by this call.
        roles: Ids of roles to assign.

    Raises:
        BadRequestError: ``password_already_exists``, ``invalid_hash_type``, ``invalid_hash``, ``invalid_*_hash``,
            ``invalid_argon_2_*``, ``invalid_pbkdf_2_*``, ``invalid_phpass_*``, ``invalid_*scrypt_*``,
            ``*_key_length_mismatch``, ``duplicate_phone_number``, ``duplicate_user_external_id``, ``invalid_user_id``
            (the external id).

    Source: `POST /v1/passwords/migrate <https://stytch.com/docs/api-reference/consumer/api/passwords/migrate>`_
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
    """The user who has the password now.

    Attributes:
        user_created: Whether the user is new.

    """

    __schema__ = "api_password_v1_MigrateResponse"

    request_id: str
    user_id: str
    email_id: str
    user_created: bool
    user: User
    status_code: int
