"""TODO"""

import attrs

from stytch_async.schemas.b2b.members import Member
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.sessions import MemberSession
from stytch_async.schemas.markers import CustomClaims, SessionMinutes
from stytch_async.schemas.shared import DeviceInfo

__all__ = ["GetRequest", "GetResponse", "RecoverRequest", "RecoverResponse", "RotateRequest", "RotateResponse"]


@attrs.define(kw_only=True)
class RecoverRequest:
    """TODO

    Source: `POST /v1/b2b/recovery_codes/recover <TODO>`_
    """

    __schema__ = "api_b2b_recovery_codes_v1_RecoverRequest"

    organization_id: str
    member_id: str
    recovery_code: str = attrs.field(repr=False)
    intermediate_session_token: str | None = attrs.field(default=None, repr=False)
    session_token: str | None = attrs.field(default=None, repr=False)
    session_jwt: str | None = attrs.field(default=None, repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_custom_claims: CustomClaims | None = None
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class RecoverResponse:
    """TODO"""

    __schema__ = "api_b2b_recovery_codes_v1_RecoverResponse"

    request_id: str
    member_id: str
    member: Member
    organization: Organization
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    recovery_codes_remaining: int
    status_code: int
    member_session: MemberSession | None = None
    member_device: DeviceInfo | None = None


@attrs.define(kw_only=True)
class GetRequest:
    """TODO

    Source: `GET /v1/b2b/recovery_codes/{organization_id}/{member_id} <TODO>`_
    """

    organization_id: str
    member_id: str


@attrs.define(kw_only=True)
class GetResponse:
    """TODO"""

    __schema__ = "api_b2b_recovery_codes_v1_GetResponse"

    request_id: str
    member_id: str
    member: Member
    organization: Organization
    recovery_codes: list[str] = attrs.field(repr=False)
    status_code: int


@attrs.define(kw_only=True)
class RotateRequest:
    """TODO

    Source: `POST /v1/b2b/recovery_codes/rotate <TODO>`_
    """

    __schema__ = "api_b2b_recovery_codes_v1_RotateRequest"

    organization_id: str
    member_id: str


@attrs.define(kw_only=True)
class RotateResponse:
    """TODO"""

    __schema__ = "api_b2b_recovery_codes_v1_RotateResponse"

    request_id: str
    member_id: str
    member: Member
    organization: Organization
    recovery_codes: list[str] = attrs.field(repr=False)
    status_code: int
