"""TODO"""

import attrs

from stytch_async.schemas.b2b.members import Member
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.sessions import MemberSession
from stytch_async.schemas.markers import CustomClaims, SessionMinutes
from stytch_async.schemas.shared import DeviceInfo

__all__ = [
    "AuthenticateRequest",
    "AuthenticateResponse",
    "CreateRequest",
    "CreateResponse",
    "MigrateRequest",
    "MigrateResponse",
]


@attrs.define(kw_only=True)
class CreateRequest:
    """TODO

    Source: `POST /v1/b2b/totp <TODO>`_
    """

    __schema__ = "api_b2b_totp_v1_CreateRequest"

    organization_id: str
    member_id: str
    expiration_minutes: int | None = None
    intermediate_session_token: str | None = attrs.field(default=None, repr=False)
    session_token: str | None = attrs.field(default=None, repr=False)
    session_jwt: str | None = attrs.field(default=None, repr=False)


@attrs.define(kw_only=True)
class CreateResponse:
    """TODO"""

    __schema__ = "api_b2b_totp_v1_CreateResponse"

    request_id: str
    member_id: str
    totp_registration_id: str
    secret: str = attrs.field(repr=False)
    qr_code: str
    recovery_codes: list[str] = attrs.field(repr=False)
    member: Member
    organization: Organization
    status_code: int


@attrs.define(kw_only=True)
class AuthenticateRequest:
    """TODO

    Source: `POST /v1/b2b/totp/authenticate <TODO>`_
    """

    __schema__ = "api_b2b_totp_v1_AuthenticateRequest"

    organization_id: str
    member_id: str
    code: str = attrs.field(repr=False)
    intermediate_session_token: str | None = attrs.field(default=None, repr=False)
    session_token: str | None = attrs.field(default=None, repr=False)
    session_jwt: str | None = attrs.field(default=None, repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_custom_claims: CustomClaims | None = None
    set_mfa_enrollment: str | None = None
    set_default_mfa: bool | None = None
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class AuthenticateResponse:
    """TODO"""

    __schema__ = "api_b2b_totp_v1_AuthenticateResponse"

    request_id: str
    member_id: str
    member: Member
    organization: Organization
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    status_code: int
    member_session: MemberSession | None = None
    member_device: DeviceInfo | None = None


@attrs.define(kw_only=True)
class MigrateRequest:
    """TODO

    Source: `POST /v1/b2b/totp/migrate <TODO>`_
    """

    __schema__ = "api_b2b_totp_v1_MigrateRequest"

    organization_id: str
    member_id: str
    secret: str = attrs.field(repr=False)
    recovery_codes: list[str] = attrs.field(repr=False)


@attrs.define(kw_only=True)
class MigrateResponse:
    """TODO"""

    __schema__ = "api_b2b_totp_v1_MigrateResponse"

    request_id: str
    member_id: str
    member: Member
    organization: Organization
    totp_registration_id: str
    recovery_codes: list[str] = attrs.field(repr=False)
    status_code: int
