"""What a request wants of a member's login, read before anything comes of it."""

from typing import Protocol

import attrs

from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.sessions import (
    INVALID_INTERMEDIATE_SESSION_TOKEN_FOR_ORGANIZATION,
    MEMBER_SESSION_MEMBER_ID_MISMATCH,
)
from stytch_async.emulator.rules.b2b.intermediate import intermediate_session
from stytch_async.emulator.rules.b2b.organizations import organization_of
from stytch_async.emulator.rules.b2b.requirements import is_asked
from stytch_async.emulator.rules.b2b.settings import refuse_method
from stytch_async.emulator.rules.sessions import Plan, SessionArguments, SessionWishes, new_plan, plan
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.members import Member
from stytch_async.emulator.state.rows.sessions import IntermediateSession

__all__ = ["MemberPlan", "check_method", "intermediate_plan", "member_plan", "refuse_foreign_login"]


class IntermediateArguments(SessionWishes, Protocol):
    """The arguments of the endpoints that go on with a login in any case."""

    intermediate_session_token: str


@attrs.frozen
class MemberPlan(Plan):
    """What a member's login is to do about a session.

    Attributes:
        begun: The login that was passed, to go on with.

    """

    begun: IntermediateSession | None = None


def member_plan(
    project: Project, arguments: SessionArguments, intermediate_session_token: str | None = None
) -> MemberPlan:
    """Read what a request wants of a session and of a login that was begun before, or refuse."""
    planned = plan(project, "member", arguments)
    token = intermediate_session_token
    begun = None if token is None else intermediate_session(project, token)
    return MemberPlan(planned.session, planned.minutes, planned.custom_claims, planned.browser, begun)


@attrs.frozen
class IntermediatePlan(MemberPlan):
    """What a login is to do that goes on with one in any case."""

    begun: IntermediateSession = attrs.field(kw_only=True)


def intermediate_plan(project: Project, arguments: IntermediateArguments) -> IntermediatePlan:
    """Read what a request wants that goes on with a login in any case, or refuse."""
    planned = new_plan(arguments)
    begun = intermediate_session(project, arguments.intermediate_session_token)
    return IntermediatePlan(None, planned.minutes, planned.custom_claims, planned.browser, begun=begun)


def refuse_foreign_login(project: Project, member: Member, plan: MemberPlan) -> None:
    """Refuse to go on with a login that another person has begun; one from discovery is bound to the address only."""
    begun = plan.begun
    if begun is None or begun.member_id == member.id:
        return
    if begun.member_id is None:
        if begun.email != member.email.value:
            raise Refusal(MEMBER_SESSION_MEMBER_ID_MISMATCH)
        return
    beginner = project.members.get(begun.member_id)
    if beginner is None or beginner.organization_id != member.organization_id:
        raise Refusal(INVALID_INTERMEDIATE_SESSION_TOKEN_FOR_ORGANIZATION)
    raise Refusal(MEMBER_SESSION_MEMBER_ID_MISMATCH)


def check_method(project: Project, member: Member, method: str, plan: MemberPlan) -> None:
    """Refuse a way to log in that the organization does not allow.

    To go on with a login of the member, what that login asks for will do (behaviour-more J16).
    """
    organization, begun = organization_of(project, member), plan.begun
    goes_on = begun is not None and begun.member_id in {None, member.id}
    shown = begun.factors if begun is not None else []
    if not (goes_on and is_asked(organization, member, method, shown)):
        refuse_method(organization, member, method)
