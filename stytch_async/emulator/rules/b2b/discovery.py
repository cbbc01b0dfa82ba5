"""Discovery: which organizations somebody belongs to or may join, before one is chosen."""

from collections.abc import Iterator, Sequence
from typing import TypedDict

import attrs

from stytch_async.emulator.rules.addresses import domain_of
from stytch_async.emulator.rules.b2b import members, organizations
from stytch_async.emulator.rules.b2b.intermediate import new_intermediate_session
from stytch_async.emulator.rules.b2b.members import namesakes
from stytch_async.emulator.rules.b2b.organizations import organization_of
from stytch_async.emulator.rules.b2b.provisioning import Eligibility, eligibility
from stytch_async.emulator.rules.b2b.requirements import missing, settled
from stytch_async.emulator.rules.b2b.transfers import transferred
from stytch_async.emulator.rules.b2b.verifying import proves_email
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.factors import Factor
from stytch_async.emulator.state.rows.members import Member
from stytch_async.emulator.state.rows.oauth import OAuthRegistration
from stytch_async.emulator.state.rows.organizations import Organization
from stytch_async.emulator.state.rows.sessions import IntermediateSession
from stytch_async.schemas.b2b import discovery as schemas

__all__ = ["Discovery", "discover", "discovered", "memberships"]


class Discovery(TypedDict):
    """What every login answers that comes before the choice of an organization."""

    intermediate_session_token: str
    email_address: str
    discovered_organizations: list[schemas.DiscoveredOrganization]


def discover(
    project: Project,
    email: str,
    factor: Factor,
    *,
    verified: bool = False,
    name: str | None = None,
    accounts: Sequence[OAuthRegistration] = (),
) -> Discovery:
    """Begin a login that belongs to an address alone; no member is touched (behaviour-more J17, K1).

    Args:
        project: The project.
        email: The address.
        factor: What was shown.
        verified: Whether the address was proven in a way that no factor tells.
        name: What a provider calls whoever logs in.
        accounts: The accounts at providers that were shown.

    """
    begun = new_intermediate_session(project, email, [factor])
    begun.verified, begun.name, begun.oauth = verified, name, list(accounts)
    return {
        "intermediate_session_token": begun.token,
        "email_address": email,
        "discovered_organizations": discovered(project, begun),
    }


def memberships(project: Project, begun: IntermediateSession) -> list[schemas.DiscoveredOrganization]:
    """Return the organizations that somebody is a member of, or is invited to."""
    return [_as_member(project, member, begun) for member in namesakes(project, begun.email)]


def discovered(project: Project, begun: IntermediateSession) -> list[schemas.DiscoveredOrganization]:
    """Return also the organizations that somebody may join (behaviour-more K3)."""
    own = {member.organization_id for member in namesakes(project, begun.email)}
    strange = [
        _as_stranger(project, organization, why, begun)
        for organization, why in _open_organizations(project, begun)
        if organization.id not in own
    ]
    return [*memberships(project, begun), *strange]


def _open_organizations(project: Project, begun: IntermediateSession) -> Iterator[tuple[Organization, Eligibility]]:
    table, domain = project.organizations, domain_of(begun.email)
    tenants = [(provider, tenant) for provider, names in begun.tenants.items() for tenant in names]
    candidates = [*table.by_open_domain.all(domain), *(one for key in tenants for one in table.by_open_tenant.all(key))]
    for organization in {one.id: one for one in candidates}.values():
        why = eligibility(organization, begun)
        if why is not None and ("domain" not in why.details or _has_verified_member(project, organization, domain)):
            yield organization, why


def _has_verified_member(project: Project, organization: Organization, domain: str) -> bool:
    """Whether somebody there has a proven address at a domain; discovery alone asks for that (behaviour-more K4)."""
    return any(
        member.email.verified and member.status == "active" and domain_of(member.email.value) == domain
        for member in project.members.by_organization.all(organization.id)
    )


def _as_member(project: Project, member: Member, begun: IntermediateSession) -> schemas.DiscoveredOrganization:
    membership = schemas.Membership(type=f"{member.status}_member", member=members.view(project, member))
    return _shown(project, organization_of(project, member), membership, begun, member)


def _as_stranger(
    project: Project, organization: Organization, why: Eligibility, begun: IntermediateSession
) -> schemas.DiscoveredOrganization:
    return _shown(project, organization, schemas.Membership(type=why.type, details=why.details), begun)


def _shown(
    project: Project,
    organization: Organization,
    membership: schemas.Membership,
    begun: IntermediateSession,
    member: Member | None = None,
) -> schemas.DiscoveredOrganization:
    """Show an organization, and what a login still lacks there; away from home not every factor counts (K11)."""
    at_home = begun.member_id is None or (member is not None and member.id == begun.member_id)
    factors = begun.factors if at_home else transferred(project, begun.factors, organization)
    factors = factors if member is None else settled(member, factors)
    known = member is not None and member.email.verified
    verified = known or proves_email(attrs.evolve(begun, factors=factors))
    lack = missing(organization, member, factors, verified=verified)
    return schemas.DiscoveredOrganization(
        member_authenticated=lack.primary is None and lack.mfa is None,
        organization=organizations.view(project, organization),
        membership=membership,
        primary_required=lack.primary,
        mfa_required=lack.mfa,
    )
