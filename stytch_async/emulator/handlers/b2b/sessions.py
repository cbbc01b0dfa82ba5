"""Sessions of members."""

from stytch_async.api.b2b.sessions import Sessions
from stytch_async.emulator.refusals.migration import MIGRATE_FROM_EXTERNAL_EMAIL_DOES_NOT_EXIST
from stytch_async.emulator.refusals.rbac import SESSION_AUTHORIZATION_ERROR, SESSION_AUTHORIZATION_TENANCY_ERROR
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.sessions import INSUFFICIENT_FACTORS_FOR_SESSION_EXCHANGE
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.b2b.attestation import attested_member
from stytch_async.emulator.rules.b2b.login import conclude, open_session
from stytch_async.emulator.rules.b2b.members import (
    find_member,
    find_member_by_email,
    member_by_email,
    member_by_id,
    member_fields,
)
from stytch_async.emulator.rules.b2b.organizations import find_organization, organization_of, policy_of
from stytch_async.emulator.rules.b2b.plans import MemberPlan
from stytch_async.emulator.rules.b2b.roles import acting_member, check_permission, session_roles
from stytch_async.emulator.rules.b2b.sessions import session_fields, session_view
from stytch_async.emulator.rules.b2b.transfers import transferred
from stytch_async.emulator.rules.b2b.verifying import proven_address
from stytch_async.emulator.rules.idp.exchange import exchangeable
from stytch_async.emulator.rules.migration import imported_factor, migrated_email
from stytch_async.emulator.rules.rbac import authorize
from stytch_async.emulator.rules.sessions import (
    active_sessions,
    new_plan,
    passed_session,
    plan,
    required,
    session_by_id,
    the_only,
    touch,
)
from stytch_async.emulator.rules.tokens import key_set
from stytch_async.emulator.rules.trusted_tokens import attested, profile_of, trusted_factor
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.members import Member
from stytch_async.emulator.state.rows.sessions import Session
from stytch_async.schemas.b2b import sessions as schemas
from stytch_async.schemas.shared import AuthorizationVerdict

__all__: list[str] = []


@handles(Sessions.get)
def get(project: Project, request: schemas.GetRequest) -> schemas.GetResponse:
    """List a member's active sessions."""
    member = find_member(project, find_organization(project, request.organization_id), request.member_id)
    sessions = [session_view(project, member, session) for session in active_sessions(project, member)]
    return schemas.GetResponse(member_sessions=sessions, **project.envelope())


@handles(Sessions.authenticate)
def authenticate(project: Project, request: schemas.AuthenticateRequest) -> schemas.AuthenticateResponse:
    """Check that a session is active and may do what is asked, and let it last longer if that is asked for."""
    planned = plan(project, "member", request)
    session = required(planned.session)
    member = project.members[session.owner_id]
    verdict = _verdict(project, member, session, request.authorization_check)
    touch(project, session, planned)
    shown = member_fields(project, member)
    return schemas.AuthenticateResponse(
        member=shown["member"],
        organization=shown["organization"],
        verdict=verdict,
        **session_fields(project, member, session),
        **project.envelope(),
    )


def _verdict(
    project: Project, member: Member, session: Session, check: schemas.AuthorizationCheck | None
) -> AuthorizationVerdict | None:
    if check is None:
        return None
    if check.organization_id != member.organization_id:
        raise Refusal(SESSION_AUTHORIZATION_TENANCY_ERROR)
    policy, roles = policy_of(project, organization_of(project, member)), session_roles(project, member, session)
    return authorize(policy, roles, check.resource_id, check.action, SESSION_AUTHORIZATION_ERROR)


@handles(Sessions.revoke)
def revoke(project: Project, request: schemas.RevokeRequest) -> schemas.RevokeResponse:
    """End one session, or all of a member, named in one way."""
    name = the_only(request.member_session_id, request.session_token, request.session_jwt, request.member_id)
    caller = acting_member(project, request.authorization)
    if request.member_id is not None:
        member = member_by_id(project, request.member_id, organization_of(project, caller.member) if caller else None)
        sessions = active_sessions(project, member)
    else:
        sessions = [passed_session(project, "member", request) or session_by_id(project, "member", name)]
        member = project.members[sessions[0].owner_id]
    check_permission(project, caller, organization_of(project, member), "revoke-sessions", member)
    for session in sessions:
        project.sessions.remove(session)
    return schemas.RevokeResponse(**project.envelope())


@handles(Sessions.get_jwks)
def get_jwks(project: Project, _: schemas.GetJWKSRequest) -> schemas.GetJWKSResponse:
    """Serve the keys that session JWTs are signed with."""
    return schemas.GetJWKSResponse(keys=key_set(project), **project.envelope())


@handles(Sessions.exchange)
def exchange(project: Project, request: schemas.ExchangeRequest) -> schemas.ExchangeResponse:
    """Go from one organization to another, as a member there or by an invitation; the old session stays (K19)."""
    planned = plan(project, "member", request)
    session = required(planned.session)
    organization = find_organization(project, request.organization_id)
    member = find_member_by_email(project, organization, project.members[session.owner_id].email.value)
    at_home = member.id == session.owner_id
    factors = session.factors if at_home else transferred(project, session.factors, organization)
    if not factors:
        raise Refusal(INSUFFICIENT_FACTORS_FOR_SESSION_EXCHANGE)
    fresh = MemberPlan(None, planned.minutes, planned.custom_claims)
    login = conclude(project, member, factors, fresh, proven=proven_address(member, factors))
    return schemas.ExchangeResponse(**login, **project.envelope())


@handles(Sessions.exchange_access_token)
def exchange_access_token(
    project: Project, request: schemas.ExchangeAccessTokenRequest
) -> schemas.ExchangeAccessTokenResponse:
    """Log in a member with the token of an app that has full access; no second factor is asked for (I7)."""
    planned = new_plan(request)
    exchange = exchangeable(project, request.access_token, "member")
    exchange.token.spent = True
    login = open_session(project, project.members[exchange.owner_id], exchange.factors, planned)
    return schemas.ExchangeAccessTokenResponse(**login, **project.envelope())


@handles(Sessions.migrate)
def migrate(project: Project, request: schemas.MigrateRequest) -> schemas.MigrateResponse:
    """Log in a member who is logged in with another system; that MFA does not count is inferred."""
    planned = new_plan(request)
    organization = find_organization(project, request.organization_id)
    member = member_by_email(project, organization, migrated_email(project, request.session_token))
    if member is None:
        raise Refusal(MIGRATE_FROM_EXTERNAL_EMAIL_DOES_NOT_EXIST)
    login = open_session(project, member, [imported_factor(project)], planned)
    return schemas.MigrateResponse(**login, **project.envelope())


@handles(Sessions.attest)
def attest(project: Project, request: schemas.AttestRequest) -> schemas.AttestResponse:
    """Log in a member whom a trusted issuer vouches for; neither MFA nor allowed methods count (H10)."""
    planned = plan(project, "member", request)
    profile = profile_of(project, request.profile_id)
    said = attested(project, profile, request.token, "external_member_id")
    member = attested_member(project, profile, said, request.organization_id)
    login = open_session(project, member, [trusted_factor(project, said)], planned)
    return schemas.AttestResponse(**login, **project.envelope())
