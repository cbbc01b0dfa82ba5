"""Sessions of members, read from their JWTs."""

from collections.abc import Mapping
from typing import Any

import attrs

from stytch_async.errors import TokenReason
from stytch_async.schemas.b2b.members import Member
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.sessions import MemberSession
from stytch_async.tokens.claims import refuse
from stytch_async.tokens.readers import organization_of, session_fields, structured

__all__ = ["AuthenticatedMemberSession", "read_member_session"]


@attrs.frozen(kw_only=True)
class AuthenticatedMemberSession:
    """A member's session, and the JWT to keep for it.

    Attributes:
        member_session: The session, as the API shows it.
        session_jwt: The JWT to send back to the browser: the one given, or a new one.
        refreshed: Whether it is a new one, because the API was asked.
        member: The session's member, where the API was asked.
        organization: The member's organization, where the API was asked.

    """

    member_session: MemberSession
    session_jwt: str = attrs.field(repr=False)
    refreshed: bool
    member: Member | None = None
    organization: Organization | None = None


def read_member_session(claims: Mapping[str, Any]) -> MemberSession:
    """Read a member's session."""
    fields, organization = session_fields(claims), organization_of(claims)
    if organization is None:
        refuse(TokenReason.MISSING_CLAIM, "it belongs to no organization")
    fields |= {"organization_id": organization.get("organization_id"), "organization_slug": organization.get("slug")}
    return structured({**fields, "member_id": claims["sub"], "member_session_id": fields["session_id"]}, MemberSession)
