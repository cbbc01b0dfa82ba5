"""The sessions of members, as answers and JWTs show them."""

from typing import Final, TypedDict

from stytch_async.emulator.rules.b2b.members import view as member_view
from stytch_async.emulator.rules.b2b.organizations import organization_of
from stytch_async.emulator.rules.b2b.organizations import view as organization_view
from stytch_async.emulator.rules.b2b.roles import session_roles
from stytch_async.emulator.rules.factors import views
from stytch_async.emulator.rules.tokens import SESSION_CLAIM, mint, session_claim
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.members import Member
from stytch_async.emulator.state.rows.organizations import Organization
from stytch_async.emulator.state.rows.sessions import Session
from stytch_async.schemas.b2b.sessions import MemberSession

__all__ = ["SessionFields", "organization_claim", "session_fields", "session_view"]

ORGANIZATION_CLAIM: Final = "https://stytch.com/organization"


class SessionFields(TypedDict):
    """A session, as every answer names it."""

    member_session: MemberSession
    session_token: str
    session_jwt: str


def organization_claim(organization: Organization) -> dict[str, dict[str, str]]:
    """Return what the tokens of members say of their organization."""
    return {ORGANIZATION_CLAIM: {"organization_id": organization.id, "slug": organization.slug}}


def session_fields(project: Project, member: Member, session: Session) -> SessionFields:
    """Return a session, its token and its JWT."""
    organization = organization_of(project, member)
    claims = {
        SESSION_CLAIM: session_claim(session, session_roles(project, member, session)),
        **organization_claim(organization),
    }
    return {
        "member_session": session_view(project, member, session),
        "session_token": session.token,
        "session_jwt": mint(
            project,
            session,
            claims,
            lambda: {"member": member_view(project, member), "organization": organization_view(project, organization)},
        ),
    }


def session_view(project: Project, member: Member, session: Session) -> MemberSession:
    """Show a member's session."""
    organization = organization_of(project, member)
    return MemberSession(
        member_session_id=session.id,
        member_id=member.id,
        organization_id=organization.id,
        organization_slug=organization.slug,
        authentication_factors=views(session.factors),
        roles=session_roles(project, member, session),
        started_at=session.started_at,
        last_accessed_at=session.last_accessed_at,
        expires_at=session.expires_at,
        custom_claims=session.custom_claims,
    )
