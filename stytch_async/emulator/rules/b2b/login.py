"""What a member's login comes to: a session, or an intermediate one while something is missing."""

from collections.abc import Sequence
from typing import Final

import attrs

from stytch_async.emulator.rules.addresses import reaches
from stytch_async.emulator.rules.b2b.changes import record_member
from stytch_async.emulator.rules.b2b.emails import finish_move
from stytch_async.emulator.rules.b2b.intermediate import new_intermediate_session
from stytch_async.emulator.rules.b2b.members import MemberFields, member_fields
from stytch_async.emulator.rules.b2b.organizations import organization_of
from stytch_async.emulator.rules.b2b.plans import MemberPlan, refuse_foreign_login
from stytch_async.emulator.rules.b2b.requirements import missing, settled
from stytch_async.emulator.rules.b2b.sessions import SessionFields, session_fields
from stytch_async.emulator.rules.b2b.verifying import proven_before
from stytch_async.emulator.rules.codes import send_code
from stytch_async.emulator.rules.events import is_told
from stytch_async.emulator.rules.factors import with_factor
from stytch_async.emulator.rules.oauth import keep
from stytch_async.emulator.rules.proofs import Proof, spend
from stytch_async.emulator.rules.sessions import Plan, new_session, prove
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.accounts import Address
from stytch_async.emulator.state.rows.factors import Factor
from stytch_async.emulator.state.rows.members import Member
from stytch_async.emulator.state.rows.oauth import OAuthRegistration
from stytch_async.schemas.b2b.sessions import MemberSession, MfaRequired, PrimaryRequired

__all__ = [
    "FullLogin",
    "MemberLogin",
    "SessionLogin",
    "conclude",
    "full_login",
    "log_in",
    "open_session",
    "prove_address",
]

DEFAULT_MINUTES: Final = 60


class SessionLogin(MemberFields, SessionFields):
    """What a login answers that lacks nothing."""


class FullLogin(MemberFields):
    """What a login answers that can lack a second factor at the most."""

    member_authenticated: bool
    member_session: MemberSession | None
    session_token: str
    session_jwt: str
    intermediate_session_token: str
    mfa_required: MfaRequired | None


class MemberLogin(FullLogin):
    """What every other login of a member answers."""

    primary_required: PrimaryRequired | None


def log_in(
    project: Project,
    proof: Proof[Member],
    plan: MemberPlan,
    *,
    accounts: Sequence[OAuthRegistration] = (),
    changed: bool = False,
) -> MemberLogin:
    """Go on from a proof as far as organization and member allow (behaviour 19 to 21).

    Args:
        project: The project.
        proof: What was shown.
        plan: What is to come of it.
        accounts: The accounts at providers that were shown with it.
        changed: Whether the call has changed the member already.

    """
    member = proof.account
    refuse_foreign_login(project, member, plan)
    spend(proof)
    begun = plan.begun.factors if plan.begun else []
    if plan.begun is not None and proof.address is not None and not proof.address.verified:
        plan.begun.stepped_up = True
    factors, proven = with_factor(begun, proof.factor), proof.address or proven_before(member, plan.begun)
    return conclude(project, member, factors, plan, proven=proven, accounts=accounts, changed=changed)


def conclude(
    project: Project,
    member: Member,
    factors: Sequence[Factor],
    plan: MemberPlan,
    *,
    proven: Address | None = None,
    accounts: Sequence[OAuthRegistration] = (),
    changed: bool = False,
) -> MemberLogin:
    """Start or extend a session with what was proven, or keep it until the rest comes.

    A primary factor that the organization takes comes first, with a proven address; then comes the second factor, where
    one is required and no session of the member is passed.

    Args:
        project: The project.
        member: Who logs in.
        factors: What they have shown, now and before.
        plan: What is to come of it.
        proven: The address or number that is proven by it.
        accounts: The accounts at providers that were shown now.
        changed: Whether the call has changed the member already.

    """
    changed = prove_address(project, member, proven) or changed or not is_told(project, member.id)
    factors, shown = settled(member, factors), [*(plan.begun.oauth if plan.begun else ()), *accounts]
    lack = missing(
        organization_of(project, member),
        member,
        factors,
        verified=member.email.verified,
        stepped_up=plan.begun is not None and plan.begun.stepped_up,
        in_session=plan.session_of(member) is not None,
    )
    if lack.primary is not None:
        if changed:
            record_member(project, member)
        return {
            **_half_login(project, member, factors, plan, shown=shown, mfa=lack.mfa),
            "primary_required": lack.primary,
        }
    changed = _keep_accounts(project, member, shown) or changed
    factors = settled(member, factors)
    _activate(project, member, changed=changed)
    if lack.mfa is not None:
        asked = _with_code(project, member, lack.mfa)
        return {**_half_login(project, member, factors, plan, shown=shown, mfa=asked), "primary_required": None}
    return {**full_login(project, member, factors, plan), "primary_required": None}


def prove_address(project: Project, member: Member, address: Address | None) -> bool:
    """Note that an address is the member's, and move to it where they are about to; return whether that is new."""
    if address is None or address.verified:
        return False
    address.verified = True
    if address is member.new_email:
        finish_move(project, member)
    return True


def _activate(project: Project, member: Member, *, changed: bool = False) -> None:
    """Let a pending or invited member in: the login accepts the invitation (behaviour 19)."""
    if changed or member.status != "active":
        member.status = "active"
        record_member(project, member)


def _keep_accounts(project: Project, member: Member, shown: Sequence[OAuthRegistration]) -> bool:
    """Keep accounts that have turned out to be the member's; return whether there were any."""
    for one in shown:
        keep(member, attrs.evolve(one, id=project.ids.new("oauth-member"), email_id=member.email.id))
    return bool(shown)


def _half_login(
    project: Project,
    member: Member,
    factors: Sequence[Factor],
    plan: MemberPlan,
    *,
    shown: Sequence[OAuthRegistration],
    mfa: MfaRequired | None,
) -> FullLogin:
    """Keep what was proven until the rest comes."""
    begun = plan.begun or new_intermediate_session(project, member.email.value, factors, member)
    begun.factors, begun.oauth, begun.member_id = list(factors), list(shown), member.id
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


def full_login(project: Project, member: Member, factors: Sequence[Factor], plan: Plan) -> FullLogin:
    """Start or extend a session with proven factors, as logins answer that could have lacked something."""
    return {
        **open_session(project, member, factors, plan),
        "member_authenticated": True,
        "intermediate_session_token": "",
        "mfa_required": None,
    }


def open_session(project: Project, member: Member, factors: Sequence[Factor], plan: Plan) -> SessionLogin:
    """Start or extend a session with proven factors; a login that was begun before has ended with it."""
    _activate(project, member)
    session = plan.session_of(member) or new_session(
        project, member, DEFAULT_MINUTES, plan.browser, member.organization_id
    )
    prove(project, session, factors, plan)
    if isinstance(plan, MemberPlan) and plan.begun is not None:
        project.intermediate_sessions.remove(plan.begun)
    return {**member_fields(project, member), **session_fields(project, member, session)}


def _with_code(project: Project, member: Member, mfa: MfaRequired) -> MfaRequired:
    """Text a code to a member's phone at once, unless an authenticator app comes first (behaviour-more L4)."""
    phone, options = member.phone, mfa.member_options
    if phone is None or options is None or not options.mfa_phone_number or not reaches(project, "sms", phone.value):
        return mfa
    if member.default_mfa_method == "totp" and options.totp_registration_id:
        return mfa
    send_code(project, "sms", member, phone)
    return attrs.evolve(mfa, secondary_auth_initiated="sms_otp")
