"""Sessions of members."""

from typing import TYPE_CHECKING, Any, Final

from stytch_async.api.b2b.sessions import Sessions
from stytch_async.emulator.b2b.members import find_member, member_by_id, member_fields, organization_of
from stytch_async.emulator.b2b.organizations import find_organization
from stytch_async.emulator.b2b.roles import acting_member, check_permission, role_ids
from stytch_async.emulator.key_sets import key_set
from stytch_async.emulator.rbac import authorize
from stytch_async.emulator.refusals import refuse
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rows import Member, Session
from stytch_async.emulator.sessions import (
    SESSION_CLAIM,
    active_sessions,
    mint,
    name_in_one_way,
    passed_session,
    required_session,
    session_by_id,
    session_claim,
    touch,
)
from stytch_async.schemas.b2b import sessions as schemas
from stytch_async.schemas.shared import AuthorizationVerdict

if TYPE_CHECKING:
    from stytch_async.emulator.project import Project

__all__ = ["session_fields"]

ORGANIZATION_CLAIM: Final = "https://stytch.com/organization"


def session_fields(project: "Project", session: Session) -> dict[str, Any]:
    """Return a session, its token and its JWT, as every answer names them."""
    member = project.members[session.owner_id]
    organization = organization_of(project, member)
    claims = {
        SESSION_CLAIM: session_claim(session, role_ids(project, member)),
        ORGANIZATION_CLAIM: {"organization_id": organization.id, "slug": organization.slug},
    }
    return {
        "member_session": _view(project, member, session),
        "session_token": session.token,
        "session_jwt": mint(project, session, claims),
    }


def _view(project: "Project", member: Member, session: Session) -> schemas.MemberSession:
    organization = organization_of(project, member)
    return schemas.MemberSession(
        member_session_id=session.id,
        member_id=member.id,
        organization_id=organization.id,
        organization_slug=organization.slug,
        authentication_factors=session.factors,
        roles=role_ids(project, member),
        started_at=session.started_at,
        last_accessed_at=session.last_accessed_at,
        expires_at=session.expires_at,
        custom_claims=session.custom_claims,
    )


@handles(Sessions.get)
def get(project: "Project", request: schemas.GetRequest) -> schemas.GetResponse:
    """List a member's active sessions."""
    member = find_member(project, find_organization(project, request.organization_id), request.member_id)
    sessions = [_view(project, member, session) for session in active_sessions(project, member.id)]
    return schemas.GetResponse(member_sessions=sessions, **project.envelope())


@handles(Sessions.authenticate)
def authenticate(project: "Project", request: schemas.AuthenticateRequest) -> schemas.AuthenticateResponse:
    """Check that a session is active and may do what is asked, and let it last longer if that is asked for."""
    session = required_session(project, "member", request)
    member = project.members[session.owner_id]
    verdict = _verdict(project, member, request.authorization_check)
    touch(project, session, request)
    fields = {**member_fields(project, member), **session_fields(project, session)}
    return schemas.AuthenticateResponse(verdict=verdict, **fields, **project.envelope())


def _verdict(
    project: "Project", member: Member, check: schemas.AuthorizationCheck | None
) -> AuthorizationVerdict | None:
    if check is None:
        return None
    if check.organization_id != member.organization_id:
        raise refuse("session_authorization_tenancy_error")
    roles, error_type = role_ids(project, member), "session_authorization_error"
    return authorize(project.settings.policy, roles, check.resource_id, check.action, error_type)


@handles(Sessions.revoke)
def revoke(project: "Project", request: schemas.RevokeRequest) -> schemas.RevokeResponse:
    """End one session, or all of a member, named in one way."""
    name = name_in_one_way(request.member_session_id, request.session_token, request.session_jwt, request.member_id)
    caller = acting_member(project, request.authorization)
    if request.member_id is not None:
        member = member_by_id(project, request.member_id)
        sessions = active_sessions(project, member.id)
    else:
        sessions = [passed_session(project, "member", request) or session_by_id(project, "member", name)]
        member = project.members[sessions[0].owner_id]
    check_permission(project, caller, organization_of(project, member), "revoke-sessions", member)
    for session in sessions:
        del project.sessions[session.id]
    return schemas.RevokeResponse(**project.envelope())


@handles(Sessions.get_jwks)
def get_jwks(project: "Project", request: schemas.GetJWKSRequest) -> schemas.GetJWKSResponse:
    """Serve the keys that session JWTs are signed with."""
    return schemas.GetJWKSResponse(keys=key_set(project, request.project_id), **project.envelope())
