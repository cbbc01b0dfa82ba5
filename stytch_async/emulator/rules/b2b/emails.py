"""The email addresses of members: who has one, and how a member moves to another."""

import datetime as dt
from typing import Final

from stytch_async.emulator.refusals.members import (
    DESIRED_EMAIL_UPDATING_FOR_DIFFERENT_MEMBER,
    DUPLICATE_MEMBER_EMAIL,
    RETIRED_MEMBER_EMAIL,
    UNABLE_TO_VERIFY_MEMBER_EMAIL_UPDATE,
)
from stytch_async.emulator.refusals.organizations import ACTION_NOT_ALLOWED_EMAIL_DOMAIN_IS_CLAIMED
from stytch_async.emulator.refusals.refusal import Reason, Refusal
from stytch_async.emulator.rules.addresses import checked_email, domain_of
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.accounts import Address
from stytch_async.emulator.state.rows.members import Member
from stytch_async.emulator.state.rows.organizations import Organization

__all__ = [
    "MOVE_MINUTES",
    "address_with_id",
    "addressee",
    "begin_move",
    "finish_move",
    "holders_of",
    "move",
    "new_address",
    "refuse_claimed",
    "refuse_taken",
]

MOVE_MINUTES: Final = 5
"""How long a new address is kept free for the member who was written to there (behaviour-more R10)."""


def holders_of(project: Project, organization_id: str, email: str) -> list[Member]:
    """Return the members of an organization who have an address, have had it, or are moving to it."""
    key, members = (organization_id, email), project.members
    moving = [member for member in members.by_organization_and_new_email.all(key) if _is_moving(project, member)]
    return [*members.by_organization_and_email.all(key), *members.by_organization_and_retired_email.all(key), *moving]


def refuse_taken(
    project: Project,
    organization_id: str,
    email: str,
    *,
    member: Member | None = None,
    retired: Reason = RETIRED_MEMBER_EMAIL,
) -> None:
    """Refuse an address that anybody but the member has, has had and not let go, or is moving to.

    Args:
        project: The project.
        organization_id: Where it must be free.
        email: The address, as it is stored.
        member: Who is to have it; ``None`` for a new member.
        retired: Why an address is refused that somebody has had.

    """
    for holder in holders_of(project, organization_id, email):
        if holder is member:
            continue
        if holder.email.value == email:
            raise Refusal(DUPLICATE_MEMBER_EMAIL)
        raise Refusal(retired if _retired(holder, email) else DESIRED_EMAIL_UPDATING_FOR_DIFFERENT_MEMBER)


def refuse_claimed(project: Project, organization: Organization | None, domain: str) -> None:
    """Refuse an address at a domain that other organizations claim and this one does not (behaviour 17)."""
    claimants = project.organizations.by_claimed_domain.all(domain)
    if claimants and organization not in claimants:
        raise Refusal(ACTION_NOT_ALLOWED_EMAIL_DOMAIN_IS_CLAIMED)


def _retired(member: Member, email: str) -> bool:
    return any(address.value == email for address in member.retired_emails)


def _is_moving(project: Project, member: Member) -> bool:
    """Whether a member may still prove a new address."""
    address = member.new_email
    return address is not None and address.lapses_at is not None and address.lapses_at > project.now


def addressee(project: Project, organization_id: str, email: str) -> tuple[Member, Address] | None:
    """Return the member who proves an address, and the address: the present one, or one to move to.

    An address to move to is refused once the time for that is over (behaviour-more R10).
    """
    key = (organization_id, email)
    member = project.members.by_organization_and_email.first(key)
    if member is not None:
        return member, member.email
    moving = project.members.by_organization_and_new_email.first(key)
    if moving is None or moving.new_email is None:
        return None
    if not _is_moving(project, moving):
        raise Refusal(UNABLE_TO_VERIFY_MEMBER_EMAIL_UPDATE)
    return moving, moving.new_email


def address_with_id(member: Member, address_id: str) -> Address:
    """Return the address of a member that a mail went to: the present one, or the one to move to."""
    moving = member.new_email
    return moving if moving is not None and moving.id == address_id else member.email


def new_address(project: Project, member: Member, email: str, *, retired: Reason = RETIRED_MEMBER_EMAIL) -> Address:
    """Return an unproven address that a member may have, which may be an old or the present one; or refuse."""
    value, home = checked_email(email), member.organization_id
    refuse_taken(project, home, value, member=member, retired=retired)
    refuse_claimed(project, project.organizations[home], domain_of(value))
    return Address(id=project.ids.new("email"), value=value)


def begin_move(project: Project, member: Member, address: Address) -> None:
    """Keep an address free for a member; links and codes to one before it are void."""
    _forget_move(project, member)
    address.lapses_at = project.now + dt.timedelta(minutes=MOVE_MINUTES)
    member.new_email = address
    project.members.save(member)


def finish_move(project: Project, member: Member) -> None:
    """Make the address that a member was moving to, and has just proven, the present one; retire the old one.

    Whoever calls this records the change of the member.
    """
    if member.new_email is not None:
        move(project, member, member.new_email)


def move(project: Project, member: Member, address: Address, *, retire: bool = True) -> None:
    """Put an address in the place of a member's; links and codes to the old one are void.

    Whoever calls this records the change of the member.
    """
    old, retired = member.email, member.retired_emails
    _forget_move(project, member)
    project.forget_address(old.id)
    member.email, address.lapses_at = address, None
    member.retired_emails = [email for email in [*retired, *([old] if retire else [])] if email.value != address.value]


def _forget_move(project: Project, member: Member) -> None:
    if member.new_email is not None:
        project.forget_address(member.new_email.id)
        member.new_email = None
