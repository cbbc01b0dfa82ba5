"""TODO"""

import attrs

from stytch_async.schemas.b2b.members import Member
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.sessions import MemberSession, MfaRequired

__all__ = ["AuthenticateRequest", "AuthenticateResponse"]


@attrs.define(kw_only=True)
class AuthenticateRequest:
    """TODO

    Source: `POST /v1/b2b/impersonation/authenticate <TODO>`_
    """

    __schema__ = "api_b2b_impersonation_v1_AuthenticateRequest"

    impersonation_token: str = attrs.field(repr=False)


@attrs.define(kw_only=True)
class AuthenticateResponse:
    """TODO"""

    __schema__ = "api_b2b_impersonation_v1_AuthenticateResponse"

    request_id: str
    member_id: str
    organization_id: str
    member: Member
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    organization: Organization
    intermediate_session_token: str = attrs.field(repr=False)
    member_authenticated: bool
    status_code: int
    member_session: MemberSession | None = None
    mfa_required: MfaRequired | None = None
