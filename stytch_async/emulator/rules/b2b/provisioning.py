"""Who may join an organization: by an invitation, or just in time by email domain or OAuth tenant."""

from typing import Any

import attrs

from stytch_async.emulator.refusals.provisioning import (
    EMAIL_JIT_PROVISIONING_NOT_ALLOWED,
    INVALID_EMAIL_FOR_INVITES,
    INVALID_EMAIL_FOR_JIT_PROVISIONING,
    INVALID_OAUTH_TENANT_FOR_JIT_PROVISIONING,
    OAUTH_TENANT_JIT_PROVISIONING_NOT_ALLOWED,
)
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.rules.addresses import domain_of
from stytch_async.emulator.rules.b2b.members import NewMember, member_by_email, new_member
from stytch_async.emulator.rules.b2b.verifying import proves_email
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.members import Member
from stytch_async.emulator.state.rows.organizations import Organization
from stytch_async.emulator.state.rows.sessions import IntermediateSession

__all__ = ["Eligibility", "check_email_provisioning", "check_invitation", "eligibility", "join", "new_arrival"]


@attrs.frozen
class Eligibility:
    """Why somebody may join: the type of membership that they could have, and what makes them eligible."""

    type: str
    details: dict[str, Any]


def check_invitation(organization: Organization, email: str) -> None:
    """Refuse to invite somebody whom the organization does not let in by invitation (behaviour-more J7)."""
    allowed = organization.settings.email_invites
    if allowed == "NOT_ALLOWED" or (allowed == "RESTRICTED" and not _lists_domain(organization, email)):
        raise Refusal(INVALID_EMAIL_FOR_INVITES)


def check_email_provisioning(organization: Organization, email: str) -> None:
    """Refuse to let somebody join by the domain of an address, unless the organization allows it (behaviour 19)."""
    settings = organization.settings
    if settings.email_jit_provisioning != "RESTRICTED":
        raise Refusal(EMAIL_JIT_PROVISIONING_NOT_ALLOWED)
    if not _lists_domain(organization, email):
        raise Refusal(INVALID_EMAIL_FOR_JIT_PROVISIONING)


def _lists_domain(organization: Organization, email: str) -> bool:
    return domain_of(email) in {domain.lower() for domain in organization.settings.email_allowed_domains}


def eligibility(organization: Organization, begun: IntermediateSession) -> Eligibility | None:
    """Tell why somebody who is not a member may join, ``None`` where they may not.

    An address need not be proven for that; the login then asks for a proof (behaviour 20, behaviour-more M9).
    """
    settings = organization.settings
    if settings.email_jit_provisioning == "RESTRICTED" and _lists_domain(organization, begun.email):
        return Eligibility("eligible_to_join_by_email_domain", {"domain": domain_of(begun.email)})
    if settings.oauth_tenant_jit_provisioning != "RESTRICTED":
        return None
    for provider, tenants in begun.tenants.items():
        for tenant in settings.allowed_oauth_tenants.get(provider, []):
            if tenant in tenants:
                return Eligibility("eligible_to_join_by_oauth_tenant", {"provider": provider, "tenant": tenant})
    return None


def _refuse_stranger(organization: Organization, begun: IntermediateSession) -> None:
    """Refuse somebody who may not join; whoever has tenants hears of them, where domains let nobody in (M8)."""
    settings = organization.settings
    if not begun.tenants or settings.email_jit_provisioning == "RESTRICTED":
        check_email_provisioning(organization, begun.email)
    if settings.oauth_tenant_jit_provisioning != "RESTRICTED":
        raise Refusal(OAUTH_TENANT_JIT_PROVISIONING_NOT_ALLOWED)
    raise Refusal(INVALID_OAUTH_TENANT_FOR_JIT_PROVISIONING)


def join(project: Project, organization: Organization, begun: IntermediateSession) -> Member:
    """Return the member that somebody is or becomes by joining, or refuse.

    A new one is active at once, where the address is proven (behaviour-more K9; the rest as in K18, inferred).
    """
    known = member_by_email(project, organization, begun.email)
    if known is not None:
        return known
    if eligibility(organization, begun) is None:
        _refuse_stranger(organization, begun)
    return new_arrival(project, organization, begun)


def new_arrival(
    project: Project, organization: Organization, begun: IntermediateSession, roles: list[str] | None = None
) -> Member:
    """Store a member who arrives by a login, which then tells of them; or refuse.

    The member is pending as long as the address is not proven.
    """
    member = new_member(project, organization, NewMember(email_address=begun.email, name=begun.name, roles=roles))
    member.email.verified = proves_email(begun)
    member.status = "active" if member.email.verified else "pending"
    project.members.save(member)
    return member
