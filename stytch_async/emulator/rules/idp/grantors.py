"""Who authorizes a Connected App: a user, or a member in an organization."""

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

import attrs

from stytch_async.emulator.refusals.idp import (
    NO_OAUTH_AUTHORIZE_MEMBER_SELECTOR,
    NO_OAUTH_AUTHORIZE_USER_SELECTOR,
    TOO_MANY_USER_SELECTION_ARGUMENTS,
)
from stytch_async.emulator.refusals.refusal import Reason, Refusal
from stytch_async.emulator.rules.b2b.members import find_member
from stytch_async.emulator.rules.b2b.organizations import find_organization, organization_of, policy_of
from stytch_async.emulator.rules.b2b.roles import role_ids, session_roles
from stytch_async.emulator.rules.consumer.users import find_user, roles_of
from stytch_async.emulator.rules.sessions import SessionBearer, passed_session
from stytch_async.emulator.state.policy import Policy
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.accounts import Account
from stytch_async.emulator.state.rows.members import Member
from stytch_async.emulator.state.rows.organizations import Organization
from stytch_async.emulator.state.rows.sessions import Session
from stytch_async.emulator.state.rows.users import User

__all__ = ["Grantor", "MemberSelector", "UserSelector", "member_grantor", "user_grantor"]

A = TypeVar("A", bound=Account)


class UserSelector(SessionBearer, Protocol):
    """The arguments that name a user in one of three ways."""

    user_id: str | None


class MemberSelector(SessionBearer, Protocol):
    """The arguments that name a member in one of three ways."""

    organization_id: str | None
    member_id: str | None


@attrs.frozen(kw_only=True)
class Grantor(Generic[A]):
    """Somebody who is asked to authorize an app.

    Attributes:
        session: The session that names them; ``None`` where they are named by an id.
        roles: What they may hand on at the most.
        policy: What these roles permit.
        organization: The organization of a member.

    """

    account: A
    session: Session | None
    roles: Sequence[str]
    policy: Policy
    organization: Organization | None = None


def user_grantor(project: Project, selector: UserSelector) -> Grantor[User]:
    """Return the user that is named, or refuse (behaviour-more T26)."""
    _check_one([selector.user_id], selector, NO_OAUTH_AUTHORIZE_USER_SELECTOR)
    session = passed_session(project, "user", selector)
    user = find_user(project, session.owner_id if session is not None else selector.user_id or "")
    return Grantor(account=user, session=session, roles=roles_of(user), policy=project.settings.policy)


def member_grantor(project: Project, selector: MemberSelector) -> Grantor[Member]:
    """Return the member that is named, or refuse (behaviour-more T26)."""
    ids = (selector.organization_id, selector.member_id)
    if any(ids) and not all(ids):
        raise Refusal(NO_OAUTH_AUTHORIZE_MEMBER_SELECTOR)
    _check_one(ids[:1], selector, NO_OAUTH_AUTHORIZE_MEMBER_SELECTOR)
    session = passed_session(project, "member", selector)
    if session is not None:
        member = project.members[session.owner_id]
    else:
        member = find_member(project, find_organization(project, ids[0] or ""), ids[1] or "")
    organization = organization_of(project, member)
    return Grantor(
        account=member,
        session=session,
        roles=role_ids(project, member) if session is None else session_roles(project, member, session),
        policy=policy_of(project, organization),
        organization=organization,
    )


def _check_one(ids: Sequence[str | None], bearer: SessionBearer, missing: Reason) -> None:
    """Refuse none and several ways to name somebody."""
    given = [name for name in (*ids, bearer.session_token, bearer.session_jwt) if name is not None]
    if len(given) != 1:
        raise Refusal(TOO_MANY_USER_SELECTION_ARGUMENTS if given else missing)
