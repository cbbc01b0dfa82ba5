"""The life of a session, the same for users and members."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Literal, Protocol

import attrs

from stytch_async.converter import converter
from stytch_async.emulator.claims import merge_claims
from stytch_async.emulator.ids import expect_token, is_id
from stytch_async.emulator.refusals import refuse
from stytch_async.emulator.rows import Account, Session
from stytch_async.schemas.factors import AuthenticationFactor
from stytch_async.schemas.shared import Attributes

if TYPE_CHECKING:
    from stytch_async.emulator.project import Project

__all__ = [
    "SESSION_CLAIM",
    "OwnerKind",
    "SessionArguments",
    "active_sessions",
    "add_factors",
    "check_session_arguments",
    "mint",
    "name_in_one_way",
    "new_session",
    "own_session",
    "passed_session",
    "registered_claims",
    "required_session",
    "revoke_sessions",
    "session_by_id",
    "session_claim",
    "touch",
]

OwnerKind = Literal["member", "user"]

SESSION_CLAIM = "https://stytch.com/session"
JWT_LIFETIME = dt.timedelta(minutes=5)


class SessionArguments(Protocol):
    """The arguments of every endpoint that may start a session; most also take one to extend, some `Attributes`."""

    session_duration_minutes: int | None
    session_custom_claims: dict[str, Any] | None


def active_sessions(project: "Project", owner_id: str | None = None) -> list[Session]:
    """Return the sessions that have not expired, of one owner or of all."""
    sessions = (session for session in project.sessions.values() if session.expires_at > project.now)
    return [session for session in sessions if owner_id in {None, session.owner_id}]


def passed_session(project: "Project", kind: OwnerKind, arguments: object) -> Session | None:
    """Return the session whose token or JWT is among the arguments, ``None`` where neither is, or refuse."""
    token: str | None = getattr(arguments, "session_token", None)
    session_jwt: str | None = getattr(arguments, "session_jwt", None)
    if token is not None and session_jwt is not None:
        raise refuse("too_many_session_arguments")
    if token is not None:
        expect_token(token, "invalid_session_token")
        return _find(project, kind, lambda session: session.token == token)
    if session_jwt is not None:
        session_id = _session_id(project.keys.read(session_jwt))
        return _find(project, kind, lambda session: session.id == session_id)
    return None


def required_session(project: "Project", kind: OwnerKind, arguments: object) -> Session:
    """Return the session whose token or JWT is among the arguments, or refuse."""
    session = passed_session(project, kind, arguments)
    if session is None:
        raise refuse("no_session_arguments")
    return session


def session_by_id(project: "Project", kind: OwnerKind, session_id: str) -> Session:
    """Return an active session, or refuse."""
    if not is_id("session", session_id):
        raise refuse("invalid_session_id")
    return _find(project, kind, lambda session: session.id == session_id)


def name_in_one_way(*names: str | None) -> str:
    """Return the one name that is given for what to revoke, or refuse none and several."""
    given = [name for name in names if name is not None]
    if len(given) != 1:
        raise refuse("too_many_session_revoke_arguments" if given else "no_session_revoke_arguments")
    return given[0]


def _session_id(claims: dict[str, Any]) -> str:
    try:
        session_id: str = claims[SESSION_CLAIM]["id"]
    except (KeyError, TypeError):
        raise refuse("unable_to_parse_session_jwt") from None
    return session_id


def _find(project: "Project", kind: OwnerKind, fits: Callable[[Session], bool]) -> Session:
    """Return the active session that fits, or refuse."""
    for session in active_sessions(project):
        if fits(session):
            if session.owner_kind != kind:
                raise refuse("incompatible_session_type")
            return session
    raise refuse("session_not_found")


def check_session_arguments(project: "Project", kind: OwnerKind, arguments: SessionArguments) -> None:
    """Refuse arguments that no session can be started or extended with, before anything changes."""
    session = passed_session(project, kind, arguments)
    merge_claims(session.custom_claims if session else {}, arguments.session_custom_claims)


def own_session(project: "Project", account: Account, kind: OwnerKind, arguments: object) -> Session | None:
    """Return the session that was passed if it is this user's or member's; anybody else's is ignored."""
    session = passed_session(project, kind, arguments)
    return session if session is not None and session.owner_id == account.id else None


def new_session(
    project: "Project",
    account: Account,
    minutes: int,
    *,
    organization_id: str | None = None,
    attributes: Attributes | None = None,
) -> Session:
    """Return a session that begins now."""
    return Session(
        id=project.ids.new("session"),
        owner_id=account.id,
        organization_id=organization_id,
        token=project.ids.token(),
        started_at=project.now,
        last_accessed_at=project.now,
        expires_at=project.now + dt.timedelta(minutes=minutes),
        attributes=attributes,
    )


def add_factors(
    project: "Project", session: Session, factors: Sequence[AuthenticationFactor], arguments: SessionArguments
) -> None:
    """Store a session, new or known, with what has just been proven."""
    touch(project, session, arguments)
    for factor in factors:
        _add_factor(session, factor)
    project.sessions[session.id] = session


def touch(project: "Project", session: Session, arguments: SessionArguments) -> None:
    """Note that a session was used, merge claims in, and let it last from now on if that was asked for."""
    session.custom_claims = merge_claims(session.custom_claims, arguments.session_custom_claims)
    session.last_accessed_at = project.now
    if arguments.session_duration_minutes is not None:
        session.expires_at = project.now + dt.timedelta(minutes=arguments.session_duration_minutes)


def _add_factor(session: Session, factor: AuthenticationFactor) -> None:
    """Add a factor; one that was proven before is only renewed."""
    for index, known in enumerate(session.factors):
        if _timeless(known) == _timeless(factor):
            session.factors[index] = attrs.evolve(factor, created_at=known.created_at)
            return
    session.factors.append(factor)


def _timeless(factor: AuthenticationFactor) -> AuthenticationFactor:
    return attrs.evolve(factor, last_authenticated_at=None, created_at=None, updated_at=None)


def revoke_sessions(project: "Project", owner_id: str, *, keep: Session | None = None) -> None:
    """End the sessions of a user or member, but for one that is to stay."""
    for session in active_sessions(project, owner_id):
        if session is not keep:
            del project.sessions[session.id]


def session_claim(session: Session, roles: Sequence[str]) -> dict[str, Any]:
    """Return what the JWTs of users and members alike say of a session."""
    return {
        "id": session.id,
        "started_at": _claimed_time(session.started_at),
        "last_accessed_at": _claimed_time(session.last_accessed_at),
        "expires_at": _claimed_time(session.expires_at),
        "authentication_factors": _claimed_factors(session),
        "roles": roles,
    }


def _claimed_time(moment: dt.datetime) -> str:
    """Write a time as it stands in JWTs: without fractions of a second."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _claimed_factors(session: Session) -> list[dict[str, Any]]:
    """Return the factors as they stand in JWTs: when each was last proven, and what it was."""
    unclaimed = {"created_at", "updated_at"}
    factors = [converter.unstructure(attrs.evolve(f, last_authenticated_at=_whole(f))) for f in session.factors]
    return [{name: value for name, value in factor.items() if name not in unclaimed} for factor in factors]


def _whole(factor: AuthenticationFactor) -> dt.datetime | None:
    return factor.last_authenticated_at and factor.last_authenticated_at.replace(microsecond=0)


def registered_claims(project: "Project", subject: str, seconds: int) -> dict[str, Any]:
    """Return what every token of a project says first."""
    issued = int(project.now.timestamp())
    return {
        "iss": f"stytch.com/{project.project_id}",
        "sub": subject,
        "aud": [project.project_id],
        "iat": issued,
        "nbf": issued,
        "exp": issued + seconds,
    }


def mint(project: "Project", session: Session, claims: dict[str, Any]) -> str:
    """Return a session JWT, good for five minutes."""
    registered = registered_claims(project, session.owner_id, int(JWT_LIFETIME.total_seconds()))
    return project.keys.sign({**session.custom_claims, **claims, **registered})
