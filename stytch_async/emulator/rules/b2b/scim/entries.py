"""What follows for members from the entries of a directory."""

import hmac
from collections.abc import Mapping
from typing import Any

import attrs

from stytch_async.emulator.refusals.members import DUPLICATE_MEMBER_EMAIL
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.rules.addresses import checked_email
from stytch_async.emulator.rules.b2b.changes import record_member
from stytch_async.emulator.rules.b2b.emails import move, new_address
from stytch_async.emulator.rules.b2b.lifecycle import delete_member, reactivate_member
from stytch_async.emulator.rules.b2b.members import draft_member, member_by_email, take_in
from stytch_async.emulator.rules.b2b.scim.groups import leave_all
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.accounts import Address
from stytch_async.emulator.state.rows.members import Member
from stytch_async.emulator.state.rows.registrations import SCIMRegistration
from stytch_async.emulator.state.rows.scim import SCIMConnection

__all__ = ["Entry", "add_entry", "change_entry", "is_bearer_token", "remove_entry"]


@attrs.frozen(kw_only=True)
class Entry:
    """What a directory says of somebody.

    Attributes:
        email: What the directory tells them apart by (behaviour-more Q2).
        name: What they are called; empty where the directory does not say.
        external_id: The directory's own id of them; empty where it does not say.
        active: Whether they may log in; ``None`` where the directory does not say, and nothing changes.
        told: All of it, as `SCIMRegistration.entry`.

    """

    email: str
    name: str
    external_id: str
    active: bool | None
    told: Mapping[str, Any] = attrs.field(repr=False)


def is_bearer_token(project: Project, connection: SCIMConnection, given: str) -> bool:
    """Whether a text is the token of a connection; during a rotation there are two (behaviour-more P8)."""
    tokens = [one for one in (connection.token, connection.next_token) if one and one.expires_at > project.now]
    return any(hmac.compare_digest(one.value.encode(), given.encode(errors="replace")) for one in tokens)


def add_entry(project: Project, connection: SCIMConnection, entry: Entry) -> Member:
    """Return the member that an entry makes, or refuse an address that is taken.

    Whoever is a member already is linked (behaviour-more Q4); domains that may join do not matter (Q10). The member is
    active and the address proven (Q3), whatever went before (inferred).
    """
    organization, email = project.organizations[connection.organization_id], checked_email(entry.email)
    known = member_by_email(project, organization, email)
    if project.members.by_directory_and_email.first((connection.id, email)) or (known is not None and known.scim):
        raise Refusal(DUPLICATE_MEMBER_EMAIL)
    member = known or draft_member(project, organization, email)
    member.status, member.email.verified = "active", True
    _take_on(project, connection, member, entry)
    if known is None:
        take_in(project, member)
    record_member(project, member, "UPDATE" if known else "CREATE", source="SCIM")
    if entry.active is False:
        delete_member(project, member, source="SCIM")
    return member


def change_entry(project: Project, connection: SCIMConnection, member: Member, entry: Entry) -> None:
    """Change a member as the directory says, or refuse and change nothing.

    Whoever is not active any more loses sessions and roles (behaviour-more Q5); whoever is active again gets back only
    what is implied (Q6). Another address takes the place of the old one, which is retired, as with SSO (inferred).
    """
    address = _address(project, connection, member, entry)
    if address is not None:
        move(project, member, address)
    member.email.verified = True
    _take_on(project, connection, member, entry)
    if entry.active and member.status == "deleted":
        reactivate_member(project, member, source="SCIM")
    elif entry.active is False and member.status != "deleted":
        delete_member(project, member, source="SCIM")
    else:
        record_member(project, member, source="SCIM")


def remove_entry(project: Project, member: Member) -> None:
    """Delete a member whom the directory does not know any more, and who is in none of its groups then (Q5).

    The directory may add somebody with the same address later: another member (inferred).
    """
    leave_all(project, member)
    member.scim = None
    if member.status != "deleted":
        delete_member(project, member, source="SCIM")
    project.members.save(member)


def _address(project: Project, connection: SCIMConnection, member: Member, entry: Entry) -> Address | None:
    """Return the address to move to, ``None`` where it stays as it is; refuse one that is somebody else's."""
    email = checked_email(entry.email)
    if project.members.by_directory_and_email.first((connection.id, email)) not in {None, member}:
        raise Refusal(DUPLICATE_MEMBER_EMAIL)
    returns = entry.active and member.status == "deleted"
    if member.email.value == email and not returns:
        return None
    address = new_address(project, member, email)
    return None if member.email.value == email else address


def _take_on(project: Project, connection: SCIMConnection, member: Member, entry: Entry) -> None:
    """Note with a member what the directory says."""
    member.name = entry.name or member.name
    member.scim = SCIMRegistration(
        id=project.ids.new("scim-registration") if member.scim is None else member.scim.id,
        connection_id=connection.id,
        email=checked_email(entry.email),
        external_id=entry.external_id,
        entry=entry.told,
    )
