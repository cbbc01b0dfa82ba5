"""What a login leads to: a session, or an intermediate one while something is missing."""

import datetime as dt
from typing import TYPE_CHECKING, Any, Final

from stytch_async.emulator.b2b.access import allows_mfa_method
from stytch_async.emulator.b2b.members import member_fields, organization_of
from stytch_async.emulator.b2b.sessions import session_fields
from stytch_async.emulator.ids import expect_token
from stytch_async.emulator.passcodes import send_code
from stytch_async.emulator.refusals import refuse
from stytch_async.emulator.rows import IntermediateSession, Member
from stytch_async.emulator.sessions import (
    SessionArguments,
    add_factors,
    check_session_arguments,
    new_session,
    own_session,
)
from stytch_async.schemas.b2b.sessions import MemberOptions, MfaRequired, PrimaryRequired
from stytch_async.schemas.factors import AuthenticationFactor

if TYPE_CHECKING:
    from stytch_async.emulator.project import Project

__all__ = ["check_login", "full_login", "log_in"]

DEFAULT_MINUTES: Final = 60
INTERMEDIATE: Final = dt.timedelta(minutes=10)

VERIFYING_METHODS: Final = ("sso", "magic_link", "password", "google_oauth", "microsoft_oauth", "email_otp")
"""The methods that can prove an email address; a password does so when it is set by email."""


def check_login(project: "Project", member: Member, arguments: SessionArguments) -> IntermediateSession:
    """Return the login that goes on, or a new one; refuse arguments that none can be made with."""
    check_session_arguments(project, "member", arguments)
    return _begun(project, member, arguments)


def log_in(
    project: "Project", member: Member, factor: AuthenticationFactor, arguments: SessionArguments
) -> dict[str, Any]:
    """Go on from a proven factor as far as organization and member allow; return what every login answers.

    A member whose email address nobody has proven must do that first. Then comes the second factor, where one is
    required and no session of the member is passed.
    """
    begun = check_login(project, member, arguments)
    session = own_session(project, member, "member", arguments)
    primary, mfa = _missing_primary(project, member), None
    if primary is None:
        member.status = "active"
        mfa = _ask_for_mfa(project, member) if session is None else None
    if primary is None and mfa is None:
        project.intermediate_sessions.pop(begun.token, None)
        return {"primary_required": None, **full_login(project, member, [*begun.factors, factor], arguments)}
    begun.factors.append(factor)
    project.intermediate_sessions[begun.token] = begun
    return {
        "member_id": member.id,
        **member_fields(project, member),
        "member_authenticated": False,
        "session_token": "",
        "session_jwt": "",
        "intermediate_session_token": begun.token,
        "mfa_required": mfa,
        "primary_required": primary,
    }


def full_login(
    project: "Project", member: Member, factors: list[AuthenticationFactor], arguments: SessionArguments
) -> dict[str, Any]:
    """Start or extend a session with proven factors; return what every login answers."""
    session = own_session(project, member, "member", arguments) or new_session(
        project, member, DEFAULT_MINUTES, organization_id=member.organization_id
    )
    add_factors(project, session, factors, arguments)
    return {
        "member_id": member.id,
        **member_fields(project, member),
        "member_authenticated": True,
        **session_fields(project, session),
        "intermediate_session_token": "",
        "mfa_required": None,
    }


def _begun(project: "Project", member: Member, arguments: SessionArguments) -> IntermediateSession:
    """Return the login of the member that was begun before and passed, or refuse it; or a new one."""
    token: str | None = getattr(arguments, "intermediate_session_token", None)
    if token is None:
        expires_at = project.now + INTERMEDIATE
        return IntermediateSession(token=project.ids.token(), member_id=member.id, expires_at=expires_at)
    begun = project.intermediate_sessions.get(expect_token(token, "invalid_session_token"))
    if begun is None or begun.expires_at <= project.now:
        raise refuse("intermediate_session_not_found")
    if project.members[begun.member_id].organization_id != member.organization_id:
        raise refuse("invalid_intermediate_session_token_for_organization")
    if begun.member_id != member.id:
        raise refuse("member_session_member_id_mismatch")
    return begun


def _missing_primary(project: "Project", member: Member) -> PrimaryRequired | None:
    """Return how to prove the email address, ``None`` where that is done."""
    if member.email.verified:
        return None
    settings = organization_of(project, member).settings
    allowed = settings.allowed_auth_methods if settings.auth_methods == "RESTRICTED" else VERIFYING_METHODS
    return PrimaryRequired(allowed_auth_methods=[method for method in VERIFYING_METHODS if method in allowed])


def _ask_for_mfa(project: "Project", member: Member) -> MfaRequired | None:
    """Return which second factor to give, ``None`` where none is needed; a member's phone gets a code at once."""
    organization, phone = organization_of(project, member), member.phone
    if organization.settings.mfa_policy != "REQUIRED_FOR_ALL" and not member.mfa_enrolled:
        return None
    if phone is None:
        return MfaRequired()
    texts = allows_mfa_method(organization, member, "sms_otp")
    if texts:
        send_code(project, "sms", member.id, phone)
    return MfaRequired(
        member_options=MemberOptions(mfa_phone_number=phone.value, totp_registration_id=""),
        secondary_auth_initiated="sms_otp" if texts else None,
    )
