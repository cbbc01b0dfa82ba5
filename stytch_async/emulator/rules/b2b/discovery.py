"""Discovery: which organizations somebody belongs to or may join, before one is chosen."""

from collections.abc import Iterator

from stytch_async.emulator.rules.addresses import domain_of
from stytch_async.emulator.rules.b2b import members, organizations
from stytch_async.emulator.rules.b2b.members import namesakes
from stytch_async.emulator.rules.b2b.organizations import organization_of
from stytch_async.emulator.rules.b2b.provisioning import Eligibility, eligibility
from stytch_async.emulator.rules.b2b.requirements import missing
from stytch_async.emulator.rules.b2b.verifying import verifies_email
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.factors import Factor
from stytch_async.emulator.state.rows.members import Member
from stytch_async.emulator.state.rows.organizations import Organization
from stytch_async.emulator.state.rows.sessions import IntermediateSession
from stytch_async.schemas.b2b import discovery as schemas

__all__ = ["discovered", "memberships"]


def memberships(project: Project, email: str, factors: list[Factor]) -> list[schemas.DiscoveredOrganization]:
    """Return the organizations that somebody is a member of, or is invited to."""
    found = (member for member in namesakes(project, email) if member.status != "deleted")
    return [_as_member(project, member, factors) for member in found]


def discovered(project: Project, begun: IntermediateSession) -> list[schemas.DiscoveredOrganization]:
    """Return also the organizations that somebody may join (behaviour-more K3)."""
    own = {member.organization_id for member in namesakes(project, begun.email) if member.status != "deleted"}
    open_ones = _open_organizations(project, begun, own)
    return [
        *memberships(project, begun.email, begun.factors),
        *(_as_stranger(organization, why, begun) for organization, why in open_ones),
    ]


def _open_organizations(
    project: Project, begun: IntermediateSession, own: set[str]
) -> Iterator[tuple[Organization, Eligibility]]:
    for organization in project.organizations:
        why = None if organization.id in own else eligibility(organization, begun)
        if why is None:
            continue
        if "domain" not in why.details or _has_verified_member(project, organization, why.details["domain"]):
            yield organization, why


def _has_verified_member(project: Project, organization: Organization, domain: str) -> bool:
    """Whether somebody there has a proven address at a domain; discovery alone asks for that (behaviour-more K4)."""
    return any(
        member.email.verified and member.status == "active" and domain_of(member.email.value) == domain
        for member in project.members.by_organization.all(organization.id)
    )


def _as_member(project: Project, member: Member, factors: list[Factor]) -> schemas.DiscoveredOrganization:
    organization = organization_of(project, member)
    verified = member.email.verified or any(map(verifies_email, factors))
    lack = missing(organization, member, factors, verified=verified)
    return schemas.DiscoveredOrganization(
        member_authenticated=lack.primary is None and lack.mfa is None,
        organization=organizations.view(organization),
        membership=schemas.Membership(type=f"{member.status}_member", member=members.view(project, member)),
        primary_required=lack.primary,
        mfa_required=lack.mfa,
    )


def _as_stranger(
    organization: Organization, why: Eligibility, begun: IntermediateSession
) -> schemas.DiscoveredOrganization:
    lack = missing(organization, None, begun.factors, verified=any(map(verifies_email, begun.factors)))
    return schemas.DiscoveredOrganization(
        member_authenticated=lack.primary is None and lack.mfa is None,
        organization=organizations.view(organization),
        membership=schemas.Membership(type=why.type, details=why.details),
        primary_required=lack.primary,
        mfa_required=lack.mfa,
    )
