"""Members whom a trusted issuer vouches for."""

from stytch_async.emulator.refusals.members import MEMBER_NOT_FOUND
from stytch_async.emulator.refusals.migration import (
    INVALID_TOKEN_ORGANIZATION_ID_CLAIM,
    TOKEN_MISSING_ORGANIZATION_ID_CLAIM,
)
from stytch_async.emulator.refusals.organizations import ORGANIZATION_NOT_FOUND
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.rules.addresses import domain_of
from stytch_async.emulator.rules.b2b.changes import record_member
from stytch_async.emulator.rules.b2b.emails import refuse_claimed
from stytch_async.emulator.rules.b2b.founding import found_for_tenant
from stytch_async.emulator.rules.b2b.members import NewMember, member_by_email, new_member
from stytch_async.emulator.rules.b2b.organizations import (
    find_organization,
    known_organization,
    organization_of,
    policy_of,
)
from stytch_async.emulator.rules.trusted_tokens import Attestation, adopt
from stytch_async.emulator.state.profiles import TrustedTokenProfile
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.members import Member
from stytch_async.emulator.state.rows.organizations import Organization

__all__ = ["attested_member"]


def attested_member(
    project: Project, profile: TrustedTokenProfile, said: Attestation, organization_id: str | None
) -> Member:
    """Return the member whom a token speaks of, a new one where the profile allows it; or refuse (H6, H7).

    Somebody is known by the address, or else by the external id (inferred).
    """
    organization = _organization(project, profile, said, organization_id)
    holder = known = None
    if organization is not None:
        holder = project.members.by_organization_and_external_id.first((organization.id, said.external_id))
        known = member_by_email(project, organization, said.email) or holder
    member = known or _provisioned(project, profile, said, organization)
    is_changed = adopt(member, holder, policy_of(project, organization_of(project, member)), said)
    if known is None or is_changed:
        record_member(project, member)
    return member


def _organization(
    project: Project, profile: TrustedTokenProfile, said: Attestation, organization_id: str | None
) -> Organization | None:
    """Return the organization that call and token name, ``None`` for one that is to be made; or refuse (H8)."""
    named = None if organization_id is None else find_organization(project, organization_id)
    if said.organization_id is None:
        if named is None:
            raise Refusal(TOKEN_MISSING_ORGANIZATION_ID_CLAIM)
        return named
    told = known_organization(project, said.organization_id)
    if named is not None and told is not named:
        raise Refusal(INVALID_TOKEN_ORGANIZATION_ID_CLAIM)
    if told is None and not profile.can_jit_provision:
        raise Refusal(ORGANIZATION_NOT_FOUND)
    return told


def _provisioned(
    project: Project, profile: TrustedTokenProfile, said: Attestation, organization: Organization | None
) -> Member:
    """Store a new member, in a new organization where there is none yet, or refuse."""
    if not profile.can_jit_provision:
        raise Refusal(MEMBER_NOT_FOUND)
    if said.organization_id is None:
        raise Refusal(TOKEN_MISSING_ORGANIZATION_ID_CLAIM)
    refuse_claimed(project, organization, domain_of(said.email))
    place = organization or found_for_tenant(project, said.organization_id)
    return new_member(project, place, NewMember(email_address=said.email))
