"""The life of a session, the same for users and members."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, Protocol

import attrs

from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.sessions import (
    INCOMPATIBLE_SESSION_TYPE,
    INVALID_SESSION_ID,
    NO_SESSION_ARGUMENTS,
    NO_SESSION_REVOKE_ARGUMENTS,
    SESSION_NOT_FOUND,
    TOO_MANY_SESSION_ARGUMENTS,
    TOO_MANY_SESSION_REVOKE_ARGUMENTS,
    UNABLE_TO_PARSE_SESSION_JWT,
)
from stytch_async.emulator.rules.factors import with_factor
from stytch_async.emulator.rules.identifiers import check_id, check_session_token
from stytch_async.emulator.rules.impersonation import refuse_extension
from stytch_async.emulator.rules.metadata import merge_claims
from stytch_async.emulator.rules.tokens import SESSION_CLAIM
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.accounts import Account
from stytch_async.emulator.state.rows.factors import Factor, Fingerprint
from stytch_async.emulator.state.rows.sessions import Owner, Session

__all__ = [
    "Plan",
    "SessionArguments",
    "SessionBearer",
    "SessionWishes",
    "active_sessions",
    "new_plan",
    "new_session",
    "passed_session",
    "plan",
    "prove",
    "required",
    "revoke_sessions",
    "session_by_id",
    "the_only",
    "touch",
]


class SessionBearer(Protocol):
    """The arguments that name a session by what its bearer holds."""

    session_token: str | None
    session_jwt: str | None


class SessionWishes(Protocol):
    """The arguments of every endpoint that may start a session."""

    session_duration_minutes: int | None
    session_custom_claims: dict[str, Any] | None


class SessionArguments(SessionBearer, SessionWishes, Protocol):
    """The arguments of every endpoint that may start a session or extend one."""


@attrs.frozen
class Plan:
    """What a login is to do about a session; all that could be refused of it has been looked at.

    Attributes:
        session: The session that was passed.
        minutes: How long the session is to last from now on; ``None`` where nothing was asked for.
        custom_claims: What to merge into its claims.
        browser: Where the login comes from.

    """

    session: Session | None
    minutes: int | None
    custom_claims: dict[str, Any] | None
    browser: Fingerprint = attrs.field(factory=Fingerprint)

    def session_of(self, account: Account) -> Session | None:
        """Return the session that was passed if it is this user's or member's; anybody else's is ignored."""
        return self.session if self.session is not None and self.session.owner_id == account.id else None


def plan(project: Project, owner: Owner, arguments: SessionArguments, browser: Fingerprint | None = None) -> Plan:
    """Read what a request wants of a session, or refuse; the session's JWT is verified here and nowhere else."""
    session = passed_session(project, owner, arguments)
    refuse_extension(session, arguments.session_duration_minutes)
    return _plan(session, arguments, browser)


def new_plan(arguments: SessionWishes, browser: Fingerprint | None = None) -> Plan:
    """Read what a request that names no session wants of a new one, or refuse."""
    return _plan(None, arguments, browser)


def _plan(session: Session | None, arguments: SessionWishes, browser: Fingerprint | None) -> Plan:
    merge_claims(session.custom_claims if session else {}, arguments.session_custom_claims)
    return Plan(session, arguments.session_duration_minutes, arguments.session_custom_claims, browser or Fingerprint())


def active_sessions(project: Project, account: Account) -> list[Session]:
    """Return the sessions of a user or member that have not expired."""
    return [session for session in project.sessions.by_owner.all(account.id) if session.expires_at > project.now]


def passed_session(project: Project, owner: Owner, bearer: SessionBearer) -> Session | None:
    """Return the session whose token or JWT was passed, ``None`` where neither was, or refuse."""
    if bearer.session_token is not None and bearer.session_jwt is not None:
        raise Refusal(TOO_MANY_SESSION_ARGUMENTS)
    if bearer.session_token is not None:
        check_session_token(bearer.session_token)
        return _active(project, owner, project.sessions.by_token.first(bearer.session_token), bearer.session_token)
    if bearer.session_jwt is not None:
        session_id = _session_id(project, bearer.session_jwt)
        return _active(project, owner, project.sessions.get(session_id), session_id)
    return None


def required(session: Session | None) -> Session:
    """Return the session that was passed, or refuse where none was."""
    if session is None:
        raise Refusal(NO_SESSION_ARGUMENTS)
    return session


def session_by_id(project: Project, owner: Owner, session_id: str) -> Session:
    """Return an active session, or refuse."""
    check_id("session", session_id, INVALID_SESSION_ID)
    return _active(project, owner, project.sessions.get(session_id), session_id)


def the_only(*names: str | None) -> str:
    """Return the one name that is given for what to revoke, or refuse none and several."""
    given = [name for name in names if name is not None]
    if len(given) != 1:
        raise Refusal(TOO_MANY_SESSION_REVOKE_ARGUMENTS if given else NO_SESSION_REVOKE_ARGUMENTS)
    return given[0]


def _session_id(project: Project, session_jwt: str) -> str:
    claims = project.keys.read(session_jwt)
    if claims is None or SESSION_CLAIM not in claims:
        raise Refusal(UNABLE_TO_PARSE_SESSION_JWT)
    session_id: str = claims[SESSION_CLAIM]["id"]
    return session_id


def _active(project: Project, owner: Owner, stored: Session | None, name: str) -> Session:
    """Return the sandbox's session or one that was found by a name; refuse where there is none that is active."""
    session = project.sandbox.session_with(name, project.now) or stored
    if session is None or session.expires_at <= project.now:
        raise Refusal(SESSION_NOT_FOUND)
    if session.owner != owner:
        raise Refusal(INCOMPATIBLE_SESSION_TYPE)
    return session


def new_session(
    project: Project, account: Account, minutes: int, browser: Fingerprint, organization_id: str | None = None
) -> Session:
    """Return a session that begins now and is not stored yet."""
    return Session(
        id=project.ids.new("session"),
        owner_id=account.id,
        organization_id=organization_id,
        token=project.ids.token(),
        started_at=project.now,
        last_accessed_at=project.now,
        expires_at=project.now + dt.timedelta(minutes=minutes),
        browser=browser,
    )


def prove(project: Project, session: Session, factors: Sequence[Factor], plan: Plan) -> None:
    """Store a session, new or known, with what has just been proven."""
    for one in factors:
        session.factors = with_factor(session.factors, one)
    touch(project, session, plan)


def touch(project: Project, session: Session, plan: Plan) -> None:
    """Note that a session was used, merge claims in, and let it last from now on if that was asked for."""
    session.custom_claims = merge_claims(session.custom_claims, plan.custom_claims)
    session.last_accessed_at = project.now
    if plan.minutes is not None:
        session.expires_at = project.now + dt.timedelta(minutes=plan.minutes)
    project.sessions.save(session)


def revoke_sessions(project: Project, account: Account, *, keep: Session | None = None) -> None:
    """End the sessions of a user or member, but for one that is to stay."""
    for session in project.sessions.by_owner.all(account.id):
        if session is not keep:
            project.sessions.remove(session)
