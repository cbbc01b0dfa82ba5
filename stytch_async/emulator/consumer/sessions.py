"""Sessions of users."""

from typing import TYPE_CHECKING, Any

from stytch_async.api.consumer.sessions import Sessions
from stytch_async.emulator import sandbox
from stytch_async.emulator.claims import merge_claims
from stytch_async.emulator.consumer.users import find_user, view
from stytch_async.emulator.ids import is_id
from stytch_async.emulator.refusals import refuse
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rows import Session, User
from stytch_async.emulator.sessions import (
    SESSION_CLAIM,
    SessionArguments,
    active_sessions,
    claimed_factors,
    claimed_time,
    find_session,
    mint,
    named_session,
    start_or_extend,
    touch,
)
from stytch_async.schemas.consumer import sessions as schemas
from stytch_async.schemas.factors import AuthenticationFactor

if TYPE_CHECKING:
    from stytch_async.emulator.project import Project

__all__ = ["log_in", "session_fields"]


def log_in(
    project: "Project", user: User, factor: AuthenticationFactor, arguments: SessionArguments
) -> dict[str, Any]:
    """Start or extend a session with a proven factor; return what every login answers."""
    session = start_or_extend(project, user.id, factor, arguments)
    return {"user_id": user.id, "user": view(project, user), **session_fields(project, session)}


def session_fields(project: "Project", session: Session | None) -> dict[str, Any]:
    """Return a session, its token and its JWT, as every answer names them."""
    if session is None:
        return {"session": None, "session_token": "", "session_jwt": ""}
    return {"session": _view(session), "session_token": session.token, "session_jwt": _jwt(project, session)}


def _view(session: Session) -> schemas.Session:
    return schemas.Session(
        session_id=session.id,
        user_id=session.owner_id,
        authentication_factors=session.factors,
        roles=["stytch_user"],
        started_at=session.started_at,
        last_accessed_at=session.last_accessed_at,
        expires_at=session.expires_at,
        attributes=session.attributes,
        custom_claims=session.custom_claims,
    )


def _jwt(project: "Project", session: Session) -> str:
    attributes = session.attributes
    claim = {
        "id": session.id,
        "started_at": claimed_time(session.started_at),
        "last_accessed_at": claimed_time(session.last_accessed_at),
        "expires_at": claimed_time(session.expires_at),
        "attributes": {
            "user_agent": (attributes and attributes.user_agent) or "",
            "ip_address": (attributes and attributes.ip_address) or "",
        },
        "authentication_factors": claimed_factors(session),
        "roles": ["stytch_user"],
    }
    return mint(project, session, {SESSION_CLAIM: claim})


@handles(Sessions.get)
def get(project: "Project", request: schemas.GetRequest) -> schemas.GetResponse:
    """List a user's active sessions."""
    user = find_user(project, request.user_id)
    sessions = [_view(session) for session in active_sessions(project, user.id)]
    return schemas.GetResponse(sessions=sessions, **project.envelope())


@handles(Sessions.authenticate)
def authenticate(project: "Project", request: schemas.AuthenticateRequest) -> schemas.AuthenticateResponse:
    """Check that a session is active, and let it last longer if that is asked for."""
    if request.session_token == sandbox.SESSION_TOKEN:
        sandbox.sandbox_session(project)
    session = named_session(project, request.session_token, request.session_jwt)
    if session is None:
        raise refuse("no_session_arguments")
    session.custom_claims = merge_claims(session.custom_claims, request.session_custom_claims)
    touch(project, session, request.session_duration_minutes)
    user = find_user(project, session.owner_id)
    return schemas.AuthenticateResponse(
        user=view(project, user), **session_fields(project, session), **project.envelope()
    )


@handles(Sessions.revoke)
def revoke(project: "Project", request: schemas.RevokeRequest) -> schemas.RevokeResponse:
    """End a session, named in one way."""
    given = [value for value in (request.session_id, request.session_token, request.session_jwt) if value is not None]
    if len(given) != 1:
        raise refuse("too_many_session_revoke_arguments" if given else "no_session_revoke_arguments")
    session = named_session(project, request.session_token, request.session_jwt) or _by_id(project, given[0])
    del project.sessions[session.id]
    return schemas.RevokeResponse(**project.envelope())


def _by_id(project: "Project", session_id: str) -> Session:
    if not is_id("session", session_id):
        raise refuse("invalid_session_id")
    return find_session(project, lambda session: session.id == session_id)


@handles(Sessions.get_jwks)
def get_jwks(project: "Project", request: schemas.GetJWKSRequest) -> schemas.GetJWKSResponse:
    """Serve the key that session JWTs are signed with."""
    if not request.project_id.startswith(("project-test-", "project-live-")):
        raise refuse("invalid_project_id")
    if request.project_id != project.project_id:
        raise refuse("project_not_found")
    key = schemas.JWK(key_ops=["verify"], x5c=[], x5tS256="", **project.key.public())
    return schemas.GetJWKSResponse(keys=[key], **project.envelope())
