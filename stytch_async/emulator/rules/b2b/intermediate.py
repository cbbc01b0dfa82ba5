"""Logins that lack something: begun, found again by their token, and taken along to another organization."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

import attrs

from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.sessions import (
    INTERMEDIATE_SESSION_NOT_FOUND,
    INVALID_INTERMEDIATE_SESSION_TOKEN_FOR_ORGANIZATION,
)
from stytch_async.emulator.rules.b2b.transfers import transferred
from stytch_async.emulator.rules.identifiers import check_session_token
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.factors import Factor
from stytch_async.emulator.state.rows.members import Member
from stytch_async.emulator.state.rows.organizations import Organization
from stytch_async.emulator.state.rows.sessions import IntermediateSession

__all__ = ["carried", "intermediate_session", "new_intermediate_session"]

LIFETIME: Final = dt.timedelta(minutes=10)


def new_intermediate_session(
    project: Project, email: str, factors: Sequence[Factor], member: Member | None = None
) -> IntermediateSession:
    """Store a login that lacks something, for ten minutes; more factors do not renew it (behaviour-more K2)."""
    begun = IntermediateSession(
        token=project.ids.token(),
        member_id=None if member is None else member.id,
        email=email,
        expires_at=project.now + LIFETIME,
        factors=list(factors),
    )
    project.intermediate_sessions.save(begun)
    return begun


def intermediate_session(project: Project, token: str) -> IntermediateSession:
    """Return the login that a token stands for, or refuse one that is unknown, over or spent."""
    check_session_token(token)
    begun = project.intermediate_sessions.get(token)
    if begun is None or begun.expires_at <= project.now:
        raise Refusal(INTERMEDIATE_SESSION_NOT_FOUND)
    return begun


def carried(project: Project, begun: IntermediateSession, organization: Organization | None) -> IntermediateSession:
    """Return a login as it goes on in an organization, or in a new one, or refuse (behaviour-more K11).

    One that is bound to another organization takes along what holds there, too.
    """
    member = None if begun.member_id is None else project.members.get(begun.member_id)
    if member is None or (organization is not None and member.organization_id == organization.id):
        return begun
    factors = transferred(project, begun.factors, organization)
    if not factors:
        raise Refusal(INVALID_INTERMEDIATE_SESSION_TOKEN_FOR_ORGANIZATION)
    return attrs.evolve(begun, member_id=None, factors=factors, stepped_up=False)
