"""Second factors of members: who may set one up, and what giving one comes to (behaviour 21)."""

from typing import Final, Protocol

import attrs

from stytch_async.emulator.refusals.mfa import (
    ACTION_AVAILABLE_ONLY_FOR_ACTIVE_MEMBERS,
    ACTION_AVAILABLE_ONLY_ONCE_PRIMARY_AUTHENTICATION_IS_MET,
    OPERATION_RESTRICTED_BY_ORGANIZATION_MFA_METHODS,
    SESSION_ENFORCED_FACTOR_MATCHING_SESSION_REQUIRED,
)
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.requests import BAD_REQUEST
from stytch_async.emulator.refusals.sessions import (
    MEMBER_SESSION_MEMBER_ID_MISMATCH,
    NO_SESSION_ARGUMENTS,
    TOO_MANY_SESSION_ARGUMENTS,
)
from stytch_async.emulator.rules.b2b.changes import record_member
from stytch_async.emulator.rules.b2b.intermediate import intermediate_session
from stytch_async.emulator.rules.b2b.login import SessionLogin, open_session, prove_address
from stytch_async.emulator.rules.b2b.members import find_member
from stytch_async.emulator.rules.b2b.organizations import find_organization, organization_of
from stytch_async.emulator.rules.b2b.plans import MemberPlan, member_plan, refuse_foreign_login
from stytch_async.emulator.rules.b2b.requirements import has_second, is_second, missing
from stytch_async.emulator.rules.b2b.settings import allows_mfa_method
from stytch_async.emulator.rules.b2b.verifying import at_home, proven_before, proves_email
from stytch_async.emulator.rules.factors import with_factor
from stytch_async.emulator.rules.proofs import Proof, spend
from stytch_async.emulator.rules.sessions import SessionBearer, SessionWishes, passed_session
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.factors import Factor
from stytch_async.emulator.state.rows.members import Member
from stytch_async.emulator.state.rows.sessions import IntermediateSession

__all__ = [
    "SMS",
    "TOTP",
    "Enrolment",
    "Step",
    "active_member",
    "check_second",
    "complete",
    "enrolling",
    "enrolment",
    "second_step",
]

SMS: Final = "sms_otp"
TOTP: Final = "totp"
"""The methods, as organizations allow them."""


class MemberLocator(Protocol):
    """The arguments that name a member."""

    organization_id: str
    member_id: str


class MemberBearer(MemberLocator, SessionBearer, Protocol):
    """The arguments that name a member, and what the member has shown before."""

    intermediate_session_token: str | None


class StepArguments(MemberBearer, SessionWishes, Protocol):
    """The arguments of every endpoint that takes a second factor."""


class EnrolmentArguments(Protocol):
    """What an endpoint that takes a second factor may change for later logins."""

    set_mfa_enrollment: str | None
    set_default_mfa: bool | None


@attrs.frozen
class Step:
    """A member on the way to a second factor, and what is to come of it."""

    member: Member
    plan: MemberPlan

    @property
    def factors(self) -> list[Factor]:
        """What the member has shown before."""
        before = self.plan.session or self.plan.begun
        return before.factors if before else []


@attrs.frozen
class Enrolment:
    """What a second factor changes for later logins.

    Attributes:
        method: What was given.
        enrolled: Whether later logins shall need a second factor; ``None`` leaves that as it is.
        comes_first: Whether they shall ask for this one; the first that is ever given is that anyway (L13).

    """

    method: str
    enrolled: bool | None
    comes_first: bool


def enrolment(method: str, arguments: EnrolmentArguments) -> Enrolment:
    """Read what a second factor is to change for later logins, or refuse; the type is inferred."""
    wanted = arguments.set_mfa_enrollment
    if wanted not in {None, "enroll", "unenroll"}:
        raise Refusal(BAD_REQUEST, "set_mfa_enrollment is enroll or unenroll.")
    enrolled = None if wanted is None else wanted == "enroll"
    return Enrolment(method, enrolled, comes_first=bool(arguments.set_default_mfa))


def active_member(project: Project, locator: MemberLocator) -> Member:
    """Return the member whose second factor is meant, or refuse one who is not active."""
    member = find_member(project, find_organization(project, locator.organization_id), locator.member_id)
    if member.status != "active":
        raise Refusal(ACTION_AVAILABLE_ONLY_FOR_ACTIVE_MEMBERS)
    return member


def enrolling(project: Project, arguments: MemberBearer, method: str) -> Step:
    """Return the member whom a second factor is set up for, or refuse; a session or login may be passed."""
    _refuse_two(arguments)
    token = arguments.intermediate_session_token
    session = passed_session(project, "member", arguments)
    begun = None if token is None else intermediate_session(project, token)
    return _checked(project, arguments, MemberPlan(session, None, None, begun=begun), method)


def second_step(project: Project, arguments: StepArguments, method: str) -> Step:
    """Return the member who gives a second factor, in exactly one session or login (L9); or refuse."""
    _refuse_two(arguments)
    plan = member_plan(project, arguments, arguments.intermediate_session_token)
    if plan.session is None and plan.begun is None:
        raise Refusal(NO_SESSION_ARGUMENTS)
    return _checked(project, arguments, plan, method)


def _refuse_two(arguments: MemberBearer) -> None:
    """Refuse a login together with a session."""
    is_in_session = arguments.session_token is not None or arguments.session_jwt is not None
    if is_in_session and arguments.intermediate_session_token is not None:
        raise Refusal(TOO_MANY_SESSION_ARGUMENTS)


def _checked(project: Project, locator: MemberLocator, plan: MemberPlan, method: str) -> Step:
    """Return a member and a plan, or refuse where the one is not the other's, or the method is not open to them."""
    member = active_member(project, locator)
    if plan.session is not None and plan.session.owner_id != member.id:
        raise Refusal(MEMBER_SESSION_MEMBER_ID_MISMATCH)
    refuse_foreign_login(project, member, plan)
    if plan.begun is not None:
        _check_primary(project, member, plan.begun)
    if not allows_mfa_method(organization_of(project, member), member, method):
        raise Refusal(OPERATION_RESTRICTED_BY_ORGANIZATION_MFA_METHODS)
    return Step(member, plan)


def _check_primary(project: Project, member: Member, begun: IntermediateSession) -> None:
    """Refuse the second factor before the first; one from discovery is good where it satisfies (L10, L11)."""
    verified = member.email.verified or proves_email(begun)
    organization = organization_of(project, member)
    lack = missing(organization, member, begun.factors, verified=verified, stepped_up=begun.stepped_up)
    if lack.primary is not None:
        raise Refusal(ACTION_AVAILABLE_ONLY_ONCE_PRIMARY_AUTHENTICATION_IS_MET)


def check_second(project: Project, step: Step) -> None:
    """Refuse another second factor to a member who has one and has not given any in the session that is passed (L7).

    A recovery code will do: it stands in for an authenticator app (inferred).
    """
    if has_second(organization_of(project, step.member), step.member) and not any(map(is_second, step.factors)):
        raise Refusal(SESSION_ENFORCED_FACTOR_MATCHING_SESSION_REQUIRED)


def complete(project: Project, proof: Proof[Member], plan: MemberPlan, wished: Enrolment | None = None) -> SessionLogin:
    """Start the session of a login that lacked a second factor, or strengthen a session with one."""
    member = proof.account
    before, shown = _enrolled(member), at_home(member, plan.begun.factors) if plan.begun else []
    spend(proof)
    for address in (proof.address, proven_before(member, plan.begun)):
        prove_address(project, member, address)
    _enrol(project, member, wished)
    if _enrolled(member) != before:
        record_member(project, member)
    return open_session(project, member, with_factor(shown, proof.factor), plan)


def _enrol(project: Project, member: Member, wished: Enrolment | None) -> None:
    """Note what later logins need; where everybody needs a second factor, whoever has given one is enrolled (L12)."""
    if organization_of(project, member).settings.mfa_policy == "REQUIRED_FOR_ALL":
        member.mfa_enrolled = True
    elif wished is not None and wished.enrolled is not None:
        member.mfa_enrolled = wished.enrolled
    if wished is not None and (wished.comes_first or not member.default_mfa_method):
        member.default_mfa_method = wished.method


def _enrolled(member: Member) -> tuple[object, ...]:
    """Return what a second factor may change of a member."""
    phone, totp = member.phone, member.totp
    proven = (member.email.verified, phone is not None and phone.verified, totp is not None and totp.verified)
    return (member.mfa_enrolled, member.default_mfa_method, *proven)
