"""Impersonation of the B2B API."""

import attrs

from stytch_async.schemas.b2b.members import Member
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.sessions import MemberSession, MfaRequired

__all__ = ["AuthenticateRequest", "AuthenticateResponse"]


@attrs.define(kw_only=True)
class AuthenticateRequest:
    """Log in as a member, to see the app as they do.

    The session lasts 60 minutes and cannot be made longer. No second factor is asked for.

    Args:
        impersonation_token: From Stytch's dashboard; good once, within 5 minutes.

    Raises:
        AuthenticationError: ``unable_to_auth_impersonation_token`` (used before, or expired).
        BadRequestError: ``member_impersonation_not_allowed``.

    Source: `POST /v1/b2b/impersonation/authenticate
    <https://stytch.com/docs/api-reference/b2b/api/impersonation/authenticate-token>`_
    """

    __schema__ = "api_b2b_impersonation_v1_AuthenticateRequest"

    impersonation_token: str = attrs.field(repr=False)


@attrs.define(kw_only=True)
class AuthenticateResponse:
    """The member, the organization and the session.

    Attributes:
        member_authenticated: Always true.
        intermediate_session_token: Always empty.
        mfa_required: Always ``None``.

    """

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
