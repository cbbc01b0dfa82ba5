"""How somebody becomes a member by mail: by asking for one, or by an invitation."""

from typing import Any, Protocol

from stytch_async.emulator.refusals.members import DUPLICATE_MEMBER_EMAIL
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.rules.addresses import checked_email
from stytch_async.emulator.rules.b2b.changes import record_member
from stytch_async.emulator.rules.b2b.members import NewMember, change_member, member_by_email, new_member
from stytch_async.emulator.rules.b2b.provisioning import check_email_provisioning, check_invitation
from stytch_async.emulator.rules.b2b.requirements import is_asked
from stytch_async.emulator.rules.b2b.settings import refuse_method
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.members import Member
from stytch_async.emulator.state.rows.organizations import Organization
from stytch_async.emulator.state.sandbox import MEMBER_ID

__all__ = ["invite", "sign_up"]


class Invitation(Protocol):
    """What an invitation says of whom it is for."""

    email_address: str
    name: str | None
    trusted_metadata: dict[str, Any] | None
    untrusted_metadata: dict[str, Any] | None
    roles: list[str] | None


def sign_up(project: Project, organization: Organization, email: str, method: str) -> tuple[Member, bool]:
    """Return the member whom a mail is for, and whether they are new and wait for its answer; or refuse (J2, J15).

    A mail goes out, too, where a login of the member would ask for it, whatever else is no way in (J16, inferred).
    """
    known = member_by_email(project, organization, email)
    if known is None or not is_asked(organization, known, method):
        refuse_method(organization, known, method)
    if known is not None:
        return known, False
    check_email_provisioning(organization, checked_email(email))
    member = new_member(project, organization, NewMember(email_address=email))
    member.status = "pending"
    record_member(project, member, "CREATE")
    return member, True


def invite(project: Project, organization: Organization, invitation: Invitation) -> Member:
    """Return the member who is invited from now on, or refuse (behaviour-more J3, J4, J6).

    Whoever is invited once more is described anew as well (inferred); the sandbox member is invited again and again.
    """
    check_invitation(organization, checked_email(invitation.email_address))
    known = member_by_email(project, organization, invitation.email_address)
    if known is not None and known.id == MEMBER_ID:
        return known
    if known is not None and known.status == "active":
        raise Refusal(DUPLICATE_MEMBER_EMAIL)
    described = NewMember(
        email_address=invitation.email_address,
        name=invitation.name,
        trusted_metadata=invitation.trusted_metadata,
        untrusted_metadata=invitation.untrusted_metadata,
        roles=invitation.roles,
    )
    if known is not None:
        change_member(project, organization, known, described)
    member = known or new_member(project, organization, described)
    member.status = "invited"
    record_member(project, member, "CREATE" if known is None else "UPDATE")
    return member
