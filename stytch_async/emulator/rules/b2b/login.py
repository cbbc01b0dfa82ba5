"""What a member's login comes to: a session, or an intermediate one while something is missing."""

import datetime as dt
from typing import Final, TypedDict

import attrs

from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.sessions import (
    INTERMEDIATE_SESSION_NOT_FOUND,
    INVALID_INTERMEDIATE_SESSION_TOKEN_FOR_ORGANIZATION,
    MEMBER_SESSION_MEMBER_ID_MISMATCH,
)
from stytch_async.emulator.rules.addresses import reaches
from stytch_async.emulator.rules.b2b.members import member_fields
from stytch_async.emulator.rules.b2b.organizations import organization_of
from stytch_async.emulator.rules.b2b.roles import role_ids
from stytch_async.emulator.rules.b2b.settings import allows_mfa_method, refuse_method
from stytch_async.emulator.rules.codes import send_code
from stytch_async.emulator.rules.factors import views
from stytch_async.emulator.rules.identifiers import check_session_token
from stytch_async.emulator.rules.proofs import Proof, spend
from stytch_async.emulator.rules.sessions import Plan, SessionArguments, new_session, plan, prove
from stytch_async.emulator.rules.tokens import SESSION_CLAIM, mint, session_claim
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.factors import Factor
from stytch_async.emulator.state.rows.members import Member
from stytch_async.emulator.state.rows.sessions import IntermediateSession, Session
from stytch_async.schemas.b2b.members import Member as MemberSchema
from stytch_async.schemas.b2b.organizations import Organization as OrganizationSchema
from stytch_async.schemas.b2b.sessions import MemberOptions, MemberSession, MfaRequired, PrimaryRequired

__all__ = [
    "FullLogin",
    "MemberLogin",
    "MemberPlan",
    "check_method",
    "full_login",
    "log_in",
    "member_plan",
    "refuse_foreign_login",
    "session_fields",
    "session_view",
]

DEFAULT_MINUTES: Final = 60
INTERMEDIATE: Final = dt.timedelta(minutes=10)
ORGANIZATION_CLAIM: Final = "https://stytch.com/organization"

VERIFYING_METHODS: Final = ("sso", "magic_link", "password", "google_oauth", "microsoft_oauth", "email_otp")
"""The methods that can prove an email address; a password does so when it is set by email."""


class SessionFields(TypedDict):
    """A session, as every answer names it."""

    member_session: MemberSession
    session_token: str
    session_jwt: str


class FullLogin(TypedDict):
    """What a login answers that can lack a second factor at the most."""

    member_id: str
    member: MemberSchema
    organization: OrganizationSchema
    member_authenticated: bool
    member_session: MemberSession | None
    session_token: str
    session_jwt: str
    intermediate_session_token: str
    mfa_required: MfaRequired | None


class MemberLogin(FullLogin):
    """What every other login of a member answers."""

    primary_required: PrimaryRequired | None


@attrs.frozen
class MemberPlan(Plan):
    """What a member's login is to do about a session.

    Attributes:
        begun: The login that was passed, to go on with.

    """

    begun: IntermediateSession | None = None


def member_plan(
    project: Project, arguments: SessionArguments, intermediate_session_token: str | None = None
) -> MemberPlan:
    """Read what a request wants of a session and of a login that was begun before, or refuse."""
    planned = plan(project, "member", arguments)
    begun = _begun(project, intermediate_session_token)
    return MemberPlan(planned.session, planned.minutes, planned.custom_claims, planned.browser, begun)


def _begun(project: Project, token: str | None) -> IntermediateSession | None:
    if token is None:
        return None
    check_session_token(token)
    begun = project.intermediate_sessions.get(token)
    if begun is None or begun.expires_at <= project.now:
        raise Refusal(INTERMEDIATE_SESSION_NOT_FOUND)
    return begun


def refuse_foreign_login(project: Project, member: Member, plan: MemberPlan) -> None:
    """Refuse to go on with a login that another member has begun."""
    member_id = plan.begun.member_id if plan.begun is not None else None
    if member_id is None or member_id == member.id:
        return
    beginner = project.members.get(member_id)
    if beginner is None or beginner.organization_id != member.organization_id:
        raise Refusal(INVALID_INTERMEDIATE_SESSION_TOKEN_FOR_ORGANIZATION)
    raise Refusal(MEMBER_SESSION_MEMBER_ID_MISMATCH)


def log_in(project: Project, proof: Proof[Member], plan: MemberPlan) -> MemberLogin:
    """Go on from a proof as far as organization and member allow.

    A member whose email address nobody has proven must do that first. Then comes the second factor, where one is
    required and no session of the member is passed (behaviour 19 to 21).
    """
    member = proof.account
    refuse_foreign_login(project, member, plan)
    spend(proof)
    if proof.address is not None:
        proof.address.verified = True
    factors = [*(plan.begun.factors if plan.begun else []), proof.factor]
    primary = _missing_primary(project, member)
    mfa = _missing_mfa(project, member) if plan.session_of(member) is None else None
    if primary is not None:  # which comes first: no code is sent yet (behaviour-more K6)
        return {**_half_login(project, member, factors, plan, mfa), "primary_required": primary}
    member.status = "active"
    if mfa is not None:
        asked = _ask_for_code(project, member, mfa)
        return {**_half_login(project, member, factors, plan, asked), "primary_required": None}
    return {**full_login(project, member, factors, plan), "primary_required": None}


def _half_login(
    project: Project, member: Member, factors: list[Factor], plan: MemberPlan, mfa: MfaRequired | None
) -> FullLogin:
    """Keep what was proven until the rest comes."""
    begun = plan.begun or IntermediateSession(
        token=project.ids.token(),
        member_id=member.id,
        email=member.email.value,
        expires_at=project.now + INTERMEDIATE,
    )
    begun.factors = factors
    project.intermediate_sessions.save(begun)
    return {
        **member_fields(project, member),
        "member_authenticated": False,
        "member_session": None,
        "session_token": "",
        "session_jwt": "",
        "intermediate_session_token": begun.token,
        "mfa_required": mfa,
    }


def full_login(project: Project, member: Member, factors: list[Factor], plan: Plan) -> FullLogin:
    """Start or extend a session with proven factors; a login that was begun before has ended with it."""
    session = plan.session_of(member) or new_session(
        project, member, DEFAULT_MINUTES, plan.browser, member.organization_id
    )
    prove(project, session, factors, plan)
    if isinstance(plan, MemberPlan) and plan.begun is not None:
        project.intermediate_sessions.remove(plan.begun)
    return {
        **member_fields(project, member),
        "member_authenticated": True,
        **session_fields(project, member, session),
        "intermediate_session_token": "",
        "mfa_required": None,
    }


def _missing_primary(project: Project, member: Member) -> PrimaryRequired | None:
    """Return how to prove the email address, ``None`` where that is done.

    Where none of the methods that the organization allows proves an address, any that does will do (behaviour-more
    J16). A password proves one only when it is set by email.
    """
    if member.email.verified:
        return None
    settings = organization_of(project, member).settings
    allowed = settings.allowed_auth_methods if settings.auth_methods == "RESTRICTED" else VERIFYING_METHODS
    methods = [method for method in VERIFYING_METHODS if method in allowed]
    return PrimaryRequired(allowed_auth_methods=list(VERIFYING_METHODS) if methods in ([], ["password"]) else methods)


def check_method(project: Project, member: Member, method: str, plan: MemberPlan) -> None:
    """Refuse a way to log in that the organization does not allow.

    To go on with a login of the member, what that login asks for will do (behaviour-more J16).
    """
    begun, primary = plan.begun, _missing_primary(project, member)
    if begun is not None and begun.member_id == member.id and primary and method in primary.allowed_auth_methods:
        return
    refuse_method(organization_of(project, member), member, method)


def _missing_mfa(project: Project, member: Member) -> MfaRequired | None:
    """Return which second factor to give, ``None`` where none is needed."""
    organization, phone = organization_of(project, member), member.phone
    if organization.settings.mfa_policy != "REQUIRED_FOR_ALL" and not member.mfa_enrolled:
        return None
    if phone is None:
        return MfaRequired()
    return MfaRequired(member_options=MemberOptions(mfa_phone_number=phone.value, totp_registration_id=""))


def _ask_for_code(project: Project, member: Member, mfa: MfaRequired) -> MfaRequired:
    """Text a code to a member's phone at once, where codes may be texted there (behaviour 21)."""
    phone = member.phone
    if phone is None or not allows_mfa_method(organization_of(project, member), member, "sms_otp"):
        return mfa
    if not reaches(project, "sms", phone.value):
        return mfa
    send_code(project, "sms", member, phone)
    return attrs.evolve(mfa, secondary_auth_initiated="sms_otp")


def session_fields(project: Project, member: Member, session: Session) -> SessionFields:
    """Return a session, its token and its JWT."""
    organization = organization_of(project, member)
    claims = {
        SESSION_CLAIM: session_claim(session, role_ids(project, member)),
        ORGANIZATION_CLAIM: {"organization_id": organization.id, "slug": organization.slug},
    }
    return {
        "member_session": session_view(project, member, session),
        "session_token": session.token,
        "session_jwt": mint(project, session, claims),
    }


def session_view(project: Project, member: Member, session: Session) -> MemberSession:
    """Show a member's session."""
    organization = organization_of(project, member)
    return MemberSession(
        member_session_id=session.id,
        member_id=member.id,
        organization_id=organization.id,
        organization_slug=organization.slug,
        authentication_factors=views(session.factors),
        roles=role_ids(project, member),
        started_at=session.started_at,
        last_accessed_at=session.last_accessed_at,
        expires_at=session.expires_at,
        custom_claims=session.custom_claims,
    )
