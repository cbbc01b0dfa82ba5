"""The life of a session, the same for users and members."""

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

import attrs

from stytch_async.converter import converter
from stytch_async.emulator.claims import merge_claims
from stytch_async.emulator.ids import expect_token
from stytch_async.emulator.refusals import refuse
from stytch_async.emulator.rows import Session
from stytch_async.schemas.factors import AuthenticationFactor

if TYPE_CHECKING:
    from stytch_async.emulator.project import Project

__all__ = [
    "SESSION_CLAIM",
    "SessionArguments",
    "active_sessions",
    "claimed_factors",
    "claimed_time",
    "find_session",
    "mint",
    "named_session",
    "passed_session",
    "revoke_sessions",
    "start_or_extend",
    "touch",
]

SESSION_CLAIM = "https://stytch.com/session"
JWT_LIFETIME = dt.timedelta(minutes=5)


class SessionArguments(Protocol):
    """The arguments of every endpoint that may start a session; most also take one to extend, some `Attributes`."""

    session_duration_minutes: int | None
    session_custom_claims: dict[str, Any] | None


def active_sessions(project: "Project", owner_id: str | None = None) -> list[Session]:
    """Return the sessions that have not expired, of one owner or of all; forget the others."""
    project.sessions = {key: session for key, session in project.sessions.items() if session.expires_at > project.now}
    return [session for session in project.sessions.values() if owner_id in {None, session.owner_id}]


def named_session(project: "Project", token: str | None, session_jwt: str | None) -> Session | None:
    """Return the session that a token or a JWT stands for, ``None`` where neither is given, or refuse."""
    if token is not None and session_jwt is not None:
        raise refuse("too_many_session_arguments")
    if token is not None:
        expect_token(token, "invalid_session_token")
        return find_session(project, lambda session: session.token == token)
    if session_jwt is not None:
        session_id = _session_id(project.key.read(session_jwt))
        return find_session(project, lambda session: session.id == session_id)
    return None


def passed_session(project: "Project", arguments: SessionArguments) -> Session | None:
    """Return the session that a login is to be added to, if one was passed, or refuse."""
    return named_session(project, getattr(arguments, "session_token", None), getattr(arguments, "session_jwt", None))


def _session_id(claims: dict[str, Any]) -> str:
    try:
        return claims[SESSION_CLAIM]["id"]
    except (KeyError, TypeError):
        raise refuse("unable_to_parse_session_jwt") from None


def find_session(project: "Project", fits: Callable[[Session], bool]) -> Session:
    """Return the active session that fits, or refuse."""
    for session in active_sessions(project):
        if fits(session):
            return session
    raise refuse("session_not_found")


def start_or_extend(  # noqa: PLR0913 - all that a login knows
    project: "Project",
    owner_id: str,
    factor: AuthenticationFactor,
    arguments: SessionArguments,
    *,
    organization_id: str | None = None,
    default_minutes: int | None = None,
) -> Session | None:
    """Add a proven factor to the session that was passed, or start one; ``None`` where none was asked for."""
    session = passed_session(project, arguments)
    minutes = arguments.session_duration_minutes
    if session is None or session.owner_id != owner_id:
        if (minutes := minutes or default_minutes) is None:
            return None
        session = Session(
            id=project.ids.new("session"),
            owner_id=owner_id,
            organization_id=organization_id,
            token=project.ids.token(),
            started_at=project.now,
            last_accessed_at=project.now,
            expires_at=project.now,
            attributes=getattr(arguments, "attributes", None),
        )
    session.custom_claims = merge_claims(session.custom_claims, arguments.session_custom_claims)
    touch(project, session, minutes)
    _add_factor(session, factor)
    project.sessions[session.id] = session
    return session


def touch(project: "Project", session: Session, minutes: int | None) -> None:
    """Note that a session was used, and let it last from now on if that was asked for."""
    session.last_accessed_at = project.now
    if minutes is not None:
        session.expires_at = project.now + dt.timedelta(minutes=minutes)


def _add_factor(session: Session, factor: AuthenticationFactor) -> None:
    """Add a factor; one that was proven before is only renewed."""
    for index, known in enumerate(session.factors):
        times = {"last_authenticated_at": None, "created_at": None, "updated_at": None}
        if attrs.evolve(known, **times) == attrs.evolve(factor, **times):
            session.factors[index] = attrs.evolve(factor, created_at=known.created_at)
            return
    session.factors.append(factor)


def revoke_sessions(project: "Project", owner_id: str, *, keep: Session | None = None) -> None:
    """End the sessions of a user or member, but for one that is to stay."""
    for session in active_sessions(project, owner_id):
        if session is not keep:
            del project.sessions[session.id]


def claimed_time(moment: dt.datetime) -> str:
    """Write a time as it stands in JWTs: without fractions of a second."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def claimed_factors(session: Session) -> list[dict[str, Any]]:
    """Return the factors as they stand in JWTs: when each was last proven, and what it was."""
    unclaimed = {"created_at", "updated_at"}
    factors = [converter.unstructure(attrs.evolve(f, last_authenticated_at=_whole(f))) for f in session.factors]
    return [{name: value for name, value in factor.items() if name not in unclaimed} for factor in factors]


def _whole(factor: AuthenticationFactor) -> dt.datetime | None:
    return factor.last_authenticated_at and factor.last_authenticated_at.replace(microsecond=0)


def mint(project: "Project", session: Session, claims: dict[str, Any]) -> str:
    """Return a session JWT, good for five minutes."""
    issued = int(project.now.timestamp())
    registered = {
        "iss": f"stytch.com/{project.project_id}",
        "sub": session.owner_id,
        "aud": [project.project_id],
        "iat": issued,
        "nbf": issued,
        "exp": issued + int(JWT_LIFETIME.total_seconds()),
    }
    return project.key.sign({**session.custom_claims, **claims, **registered})
