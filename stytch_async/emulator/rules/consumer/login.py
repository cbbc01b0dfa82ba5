"""What a user's login comes to, whatever the method."""

from collections.abc import Sequence
from typing import Any, Final, Literal, TypedDict

from stytch_async.emulator.rules.consumer.changes import record_user
from stytch_async.emulator.rules.consumer.users import roles_of, view
from stytch_async.emulator.rules.factors import views
from stytch_async.emulator.rules.proofs import Proof, spend
from stytch_async.emulator.rules.sessions import Plan, new_session, prove
from stytch_async.emulator.rules.tokens import SESSION_CLAIM, mint, session_claim
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.accounts import Address
from stytch_async.emulator.state.rows.factors import Factor
from stytch_async.emulator.state.rows.sessions import Session
from stytch_async.emulator.state.rows.users import User
from stytch_async.schemas.consumer import sessions as schemas
from stytch_async.schemas.consumer.users import User as UserSchema
from stytch_async.schemas.shared import Attributes

__all__ = ["UserLogin", "log_in", "session_fields", "session_view", "start_session", "verify_address"]


class SessionFields(TypedDict):
    """A session, as every answer names it."""

    session: schemas.Session
    session_token: str
    session_jwt: str


class NoSession(TypedDict):
    """What answers say instead where no session was asked for (behaviour 9)."""

    session: None
    session_token: Literal[""]
    session_jwt: Literal[""]


class UserLogin(TypedDict):
    """What every login of a user answers."""

    user_id: str
    user: UserSchema
    session: schemas.Session | None
    session_token: str
    session_jwt: str


NO_SESSION: Final[NoSession] = {"session": None, "session_token": "", "session_jwt": ""}


def log_in(project: Project, proof: Proof[User], plan: Plan, *, changed: bool = False) -> UserLogin:
    """Spend a proof and start or extend a session with it, where one is wanted.

    Args:
        project: The project.
        proof: What was shown.
        plan: What is to come of it.
        changed: Whether the call has changed the user already.

    """
    user = proof.account
    spend(proof)
    if proof.address is not None:
        changed = verify_address(user, proof.address) or changed
    return start_session(project, user, [proof.factor], plan, changed=changed)


def start_session(
    project: Project, user: User, factors: Sequence[Factor], plan: Plan, *, changed: bool = False
) -> UserLogin:
    """Start or extend a session with proven factors, where one is wanted; see `log_in` for ``changed``."""
    if changed or user.status != "active":
        user.status = "active"
        record_user(project, user)
    session = plan.session_of(user)
    if session is None and plan.minutes is not None:
        session = new_session(project, user, plan.minutes, plan.browser)
    if session is not None:
        prove(project, session, factors, plan)
    if session is None:
        return {"user_id": user.id, "user": view(project, user), **NO_SESSION}
    return {"user_id": user.id, "user": view(project, user), **session_fields(project, user, session)}


def verify_address(user: User, address: Address) -> bool:
    """Note that an address is the user's, and return whether that is new.

    A password set before anybody had proven it must be reset (behaviour 8.1). That does not hold for an address that
    was added later: the others had to be proven by then.
    """
    if address.verified:
        return False
    if address.lapses_at is None and address in user.emails and user.password is not None:
        user.password.requires_reset = True
    address.verified, address.lapses_at = True, None
    return True


def session_fields(project: Project, user: User, session: Session) -> SessionFields:
    """Return a session, its token and its JWT."""
    return {
        "session": session_view(user, session),
        "session_token": session.token,
        "session_jwt": _jwt(project, user, session),
    }


def session_view(user: User, session: Session) -> schemas.Session:
    """Show a user's session."""
    browser = session.browser
    return schemas.Session(
        session_id=session.id,
        user_id=session.owner_id,
        authentication_factors=views(session.factors),
        roles=roles_of(user),
        started_at=session.started_at,
        last_accessed_at=session.last_accessed_at,
        expires_at=session.expires_at,
        attributes=Attributes(ip_address=browser.ip_address, user_agent=browser.user_agent),
        custom_claims=session.custom_claims,
    )


def _jwt(project: Project, user: User, session: Session) -> str:
    browser = session.browser
    attributes: dict[str, Any] = {"user_agent": browser.user_agent, "ip_address": browser.ip_address}
    claims = {SESSION_CLAIM: {**session_claim(session, roles_of(user)), "attributes": attributes}}
    return mint(project, session, claims, lambda: {"user": view(project, user)})
