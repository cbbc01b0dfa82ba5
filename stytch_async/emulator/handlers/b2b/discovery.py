"""Discovery: log in first, choose the organization second."""

import attrs

from stytch_async.api.b2b.discovery import IntermediateSessions, Organizations
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.sessions import NO_SESSION_ARGUMENTS, TOO_MANY_SESSION_ARGUMENTS
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.addresses import domain_of
from stytch_async.emulator.rules.b2b.discovery import discovered, memberships
from stytch_async.emulator.rules.b2b.emails import refuse_claimed
from stytch_async.emulator.rules.b2b.founding import INVALID, derived_name, found
from stytch_async.emulator.rules.b2b.intermediate import carried, intermediate_session
from stytch_async.emulator.rules.b2b.login import conclude
from stytch_async.emulator.rules.b2b.organizations import find_organization
from stytch_async.emulator.rules.b2b.plans import intermediate_plan
from stytch_async.emulator.rules.b2b.provisioning import join, new_arrival
from stytch_async.emulator.rules.b2b.verifying import proven_before
from stytch_async.emulator.rules.sessions import passed_session
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.sessions import IntermediateSession, Session
from stytch_async.schemas.b2b import discovery as schemas

__all__: list[str] = []


@handles(Organizations.list)
def list_organizations(
    project: Project, request: schemas.OrganizationsListRequest
) -> schemas.OrganizationsListResponse:
    """List the organizations that somebody belongs to or may join; nothing is spent."""
    token = request.intermediate_session_token
    if [token, request.session_token, request.session_jwt].count(None) < 2:
        raise Refusal(TOO_MANY_SESSION_ARGUMENTS)
    session = passed_session(project, "member", request)
    if session is not None:
        begun, hint = _as_login(project, session), None
        shown = memberships(project, begun)
    elif token is not None:
        begun = intermediate_session(project, token)
        shown, hint = discovered(project, begun), _bound_to(project, begun)
    else:
        raise Refusal(NO_SESSION_ARGUMENTS)
    return schemas.OrganizationsListResponse(
        email_address=begun.email, discovered_organizations=shown, organization_id_hint=hint, **project.envelope()
    )


def _as_login(project: Project, session: Session) -> IntermediateSession:
    """Return the login, not stored, that a member would go on with from a session."""
    return IntermediateSession(
        token=session.token,
        member_id=session.owner_id,
        email=project.members[session.owner_id].email.value,
        expires_at=session.expires_at,
        factors=session.factors,
    )


def _bound_to(project: Project, begun: IntermediateSession) -> str | None:
    """Return the organization that a login is bound to; one from discovery is bound to none (behaviour-more K14)."""
    return None if begun.member_id is None else project.members[begun.member_id].organization_id


@handles(IntermediateSessions.exchange)
def exchange(
    project: Project, request: schemas.IntermediateSessionsExchangeRequest
) -> schemas.IntermediateSessionsExchangeResponse:
    """Log in to an organization with what was proven before: as a member, by an invitation, or just in time."""
    planned = intermediate_plan(project, request)
    organization = find_organization(project, request.organization_id)
    begun = carried(project, planned.begun, organization)
    member = join(project, organization, begun)
    proven = proven_before(member, begun)
    login = conclude(project, member, begun.factors, attrs.evolve(planned, begun=begun), proven=proven)
    return schemas.IntermediateSessionsExchangeResponse(**login, **project.envelope())


@handles(Organizations.create, invalid=INVALID)
def create(project: Project, request: schemas.OrganizationsCreateRequest) -> schemas.OrganizationsCreateResponse:
    """Found an organization, and log in to it as its first member, who is an admin (behaviour-more K18)."""
    planned = intermediate_plan(project, request)
    begun = carried(project, planned.begun, None)
    refuse_claimed(project, None, domain_of(begun.email))
    derived = derived_name(begun.email)
    organization = found(project, request, request.organization_name or derived, called=derived)
    member = new_arrival(project, organization, begun, roles=["stytch_admin"])
    login = conclude(project, member, begun.factors, attrs.evolve(planned, begun=begun))
    return schemas.OrganizationsCreateResponse(**login, **project.envelope())
