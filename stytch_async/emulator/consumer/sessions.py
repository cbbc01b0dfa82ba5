"""Sessions of users."""

from typing import TYPE_CHECKING, Any

from stytch_async.api.consumer.sessions import Sessions
from stytch_async.emulator import sandbox
from stytch_async.emulator.consumer.users import find_user, roles_of, view
from stytch_async.emulator.key_sets import key_set
from stytch_async.emulator.locks import count_success
from stytch_async.emulator.rbac import authorize
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rows import Session, User
from stytch_async.emulator.sessions import (
    SESSION_CLAIM,
    SessionArguments,
    active_sessions,
    add_factors,
    mint,
    name_in_one_way,
    new_session,
    own_session,
    passed_session,
    required_session,
    session_by_id,
    session_claim,
    touch,
)
from stytch_async.schemas.consumer import sessions as schemas
from stytch_async.schemas.factors import AuthenticationFactor
from stytch_async.schemas.shared import AuthorizationVerdict

if TYPE_CHECKING:
    from stytch_async.emulator.project import Project

__all__ = ["log_in", "session_fields"]


def log_in(project: "Project", user: User, factor: AuthenticationFactor, arguments: SessionArguments) -> dict[str, Any]:
    """Start or extend a session with a proven factor; return what every login answers.

    Whoever changes something first calls `check_session_arguments` before that: here it could be refused still.
    """
    session = own_session(project, user, "user", arguments) or _begun(project, user, arguments)
    if session is not None:
        add_factors(project, session, [factor], arguments)
    user.status = "active"
    count_success(user)
    return {"user_id": user.id, "user": view(project, user), **session_fields(project, user, session)}


def _begun(project: "Project", user: User, arguments: SessionArguments) -> Session | None:
    """Return a new session, ``None`` where none was asked for."""
    minutes, attributes = arguments.session_duration_minutes, getattr(arguments, "attributes", None)
    return None if minutes is None else new_session(project, user, minutes, attributes=attributes)


def session_fields(project: "Project", user: User, session: Session | None) -> dict[str, Any]:
    """Return a session, its token and its JWT, as every answer names them."""
    if session is None:
        return {"session": None, "session_token": "", "session_jwt": ""}
    return {
        "session": _view(user, session),
        "session_token": session.token,
        "session_jwt": _jwt(project, user, session),
    }


def _view(user: User, session: Session) -> schemas.Session:
    return schemas.Session(
        session_id=session.id,
        user_id=session.owner_id,
        authentication_factors=session.factors,
        roles=roles_of(user),
        started_at=session.started_at,
        last_accessed_at=session.last_accessed_at,
        expires_at=session.expires_at,
        attributes=session.attributes,
        custom_claims=session.custom_claims,
    )


def _jwt(project: "Project", user: User, session: Session) -> str:
    attributes = {
        "user_agent": (session.attributes and session.attributes.user_agent) or "",
        "ip_address": (session.attributes and session.attributes.ip_address) or "",
    }
    claim = {**session_claim(session, roles_of(user)), "attributes": attributes}
    return mint(project, session, {SESSION_CLAIM: claim})


@handles(Sessions.get)
def get(project: "Project", request: schemas.GetRequest) -> schemas.GetResponse:
    """List a user's active sessions."""
    user = find_user(project, request.user_id)
    sessions = [_view(user, session) for session in active_sessions(project, user.id)]
    return schemas.GetResponse(sessions=sessions, **project.envelope())


@handles(Sessions.authenticate)
def authenticate(project: "Project", request: schemas.AuthenticateRequest) -> schemas.AuthenticateResponse:
    """Check that a session is active, and let it last longer if that is asked for."""
    if request.session_token == sandbox.SESSION_TOKEN:
        sandbox.sandbox_session(project)
    session = required_session(project, "user", request)
    user = find_user(project, session.owner_id)
    verdict = _verdict(project, user, request.authorization_check)
    touch(project, session, request)
    return schemas.AuthenticateResponse(
        user=view(project, user), verdict=verdict, **session_fields(project, user, session), **project.envelope()
    )


def _verdict(project: "Project", user: User, check: schemas.AuthorizationCheck | None) -> AuthorizationVerdict | None:
    if check is None:
        return None
    error_type = "consumer_session_authorization_error"
    return authorize(project.settings.policy, roles_of(user), check.resource_id, check.action, error_type)


@handles(Sessions.revoke)
def revoke(project: "Project", request: schemas.RevokeRequest) -> schemas.RevokeResponse:
    """End a session, named in one way."""
    name = name_in_one_way(request.session_id, request.session_token, request.session_jwt)
    session = passed_session(project, "user", request) or session_by_id(project, "user", name)
    del project.sessions[session.id]
    return schemas.RevokeResponse(**project.envelope())


@handles(Sessions.get_jwks)
def get_jwks(project: "Project", request: schemas.GetJWKSRequest) -> schemas.GetJWKSResponse:
    """Serve the keys that session JWTs are signed with."""
    return schemas.GetJWKSResponse(keys=key_set(project, request.project_id), **project.envelope())
