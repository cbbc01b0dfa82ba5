"""Members who log in with identity providers."""

from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.sessions import MEMBER_SESSION_MEMBER_ID_MISMATCH
from stytch_async.emulator.rules.b2b.emails import move, new_address
from stytch_async.emulator.rules.b2b.login import MemberLogin, log_in
from stytch_async.emulator.rules.b2b.members import member_by_email
from stytch_async.emulator.rules.b2b.plans import MemberPlan, check_method, refuse_foreign_login
from stytch_async.emulator.rules.b2b.provisioning import join
from stytch_async.emulator.rules.b2b.settings import refuse_method
from stytch_async.emulator.rules.locks import check_lock
from stytch_async.emulator.rules.oauth import account_factor, new_registration
from stytch_async.emulator.rules.proofs import Proof
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.factors import Factor
from stytch_async.emulator.state.rows.members import Member
from stytch_async.emulator.state.rows.oauth import OAuthRegistration, OAuthToken
from stytch_async.emulator.state.rows.organizations import Organization
from stytch_async.emulator.state.rows.sessions import IntermediateSession

__all__ = ["known_member", "log_in_with", "shown_account"]


def _vouches(token: OAuthToken) -> bool:
    """Whether the provider vouches for the address: Microsoft, and Google for a Workspace (behaviour-more M6)."""
    account = token.account
    is_trusted = token.provider == "microsoft" or (token.provider == "google" and bool(account.hosted_domain))
    return is_trusted and account.email_verified


def shown_account(project: Project, token: OAuthToken) -> tuple[OAuthRegistration, Factor]:
    """Return an account that has just been shown, not stored yet, and what it adds to a session.

    An empty ``email_id`` says that nobody vouches for the address: until something else does, the login is not a
    member's.
    """
    email_id = project.ids.new("email") if _vouches(token) else ""
    registration = new_registration(project, token, "oauth-member", email_id)
    return registration, account_factor(project, registration)


def known_member(project: Project, organization: Organization, token: OAuthToken) -> Member | None:
    """Return the member of an organization who has an account at a provider, or else its address."""
    key = (organization.id, token.provider, token.account.subject)
    known = project.members.by_organization_and_oauth_subject.first(key)
    return known or member_by_email(project, organization, token.account.email)


def log_in_with(project: Project, organization: Organization, token: OAuthToken, plan: MemberPlan) -> MemberLogin:
    """Log in to an organization with an account: as a member, or just in time; or refuse."""
    registration, factor = shown_account(project, token)
    member, method = known_member(project, organization, token), f"{token.provider}_oauth"
    if member is None:
        refuse_method(organization, None, method)
        _refuse_foreign_arrival(token, plan)
        arrival = _arrival(project, token, registration, factor)
        member, changed = join(project, organization, arrival), False
    else:
        check_lock(project, member)
        check_method(project, member, method, plan)
        refuse_foreign_login(project, member, plan)
        changed = _follow(project, member, token)
    address = member.email if _vouches(token) else None
    proof = Proof(account=member, factor=factor, address=address, credential=token)
    return log_in(project, proof, plan, accounts=[registration], changed=changed)


def _arrival(
    project: Project, token: OAuthToken, registration: OAuthRegistration, factor: Factor
) -> IntermediateSession:
    """Return what is known of somebody who is not a member, as joining asks for it; nothing is stored."""
    account = token.account
    return IntermediateSession(
        token=token.value,
        member_id=None,
        email=account.email,
        name=account.name or None,
        oauth=[registration],
        expires_at=project.now,
        factors=[factor],
    )


def _refuse_foreign_arrival(token: OAuthToken, plan: MemberPlan) -> None:
    """Refuse to go on with a login that another person has begun."""
    begun = plan.begun
    if begun is not None and (begun.member_id is not None or begun.email != token.account.email):
        raise Refusal(MEMBER_SESSION_MEMBER_ID_MISMATCH)


def _follow(project: Project, member: Member, token: OAuthToken) -> bool:
    """Move a member to the new address of the account, if the provider vouches for it, or refuse (M16)."""
    if not _vouches(token) or token.account.email == member.email.value:
        return False
    address = new_address(project, member, token.account.email)
    address.verified = True
    move(project, member, address)
    return True
