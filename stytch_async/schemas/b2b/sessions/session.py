"""A session of a member, and what may be missing for one."""

import datetime as dt
from typing import Any

import attrs

from stytch_async.schemas.factors import AuthenticationFactor

__all__ = ["MemberOptions", "MemberSession", "MfaRequired", "PrimaryRequired"]


@attrs.define(kw_only=True)
class MemberSession:
    """A member's session, in one organization.

    Attributes:
        authentication_factors: What the member has proven in it.
        roles: Ids of the roles that count in it; those from SSO only beside a login through their connection.
        last_accessed_at: When it was last authenticated with Stytch.

    """

    __schema__ = "api_b2b_session_v1_MemberSession"

    member_session_id: str
    member_id: str
    started_at: dt.datetime
    last_accessed_at: dt.datetime
    expires_at: dt.datetime
    authentication_factors: list[AuthenticationFactor]
    organization_id: str
    roles: list[str]
    organization_slug: str
    custom_claims: dict[str, Any] | None = None


@attrs.define(kw_only=True)
class PrimaryRequired:
    """What a member still has to log in with before anything else.

    Attributes:
        allowed_auth_methods: Any one of these will do. Pass the ``intermediate_session_token`` along.

    """

    __schema__ = "api_b2b_session_v1_PrimaryRequired"

    allowed_auth_methods: list[str]


@attrs.define(kw_only=True)
class MemberOptions:
    """What a member can give as a second factor.

    Attributes:
        mfa_phone_number: Empty where the member has none.
        totp_registration_id: Empty where the member has no authenticator app.

    """

    __schema__ = "api_b2b_mfa_v1_MemberOptions"

    mfa_phone_number: str
    totp_registration_id: str


@attrs.define(kw_only=True)
class MfaRequired:
    """That a second factor is missing, and how to give it.

    Attributes:
        member_options: ``None`` for a member who has yet to enrol.
        secondary_auth_initiated: ``sms_otp`` where a code is already on its way to the member's phone, else ``None``.

    """

    __schema__ = "api_b2b_mfa_v1_MfaRequired"

    member_options: MemberOptions | None = None
    secondary_auth_initiated: str | None = None
