"""The mails of B2B projects: links and codes for members, and for whoever has an address."""

from typing import Final

from stytch_async.emulator.rules.addresses import checked_email
from stytch_async.emulator.rules.b2b.organizations import organization_of
from stytch_async.emulator.rules.codes import send_code
from stytch_async.emulator.rules.links import Link, send_link
from stytch_async.emulator.rules.redirects import DISCOVERY, Purpose
from stytch_async.emulator.state.email_templates import EmailTemplate
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.accounts import Address
from stytch_async.emulator.state.rows.credentials import Credential
from stytch_async.emulator.state.rows.members import Member

__all__ = [
    "DISCOVERY_LINK",
    "MEMBER_LINK",
    "address_of",
    "anybodys",
    "discovery_link",
    "mail_code",
    "mail_link",
    "member_link",
]

MEMBER_LINK: Final = "multi_tenant_magic_links"
"""What links call the tokens that log members in (behaviour-more A7)."""

DISCOVERY_LINK: Final = "discovery"
"""What they call those that choose an organization later."""


def member_link(project: Project, member: Member, url: str, purpose: Purpose, token_type: str = MEMBER_LINK) -> Link:
    """Return a link into an organization, which says what it is for and names the organization (behaviour-more A2)."""
    slug = organization_of(project, member).slug
    return Link(url=url, token_type=token_type, place={"stytch_redirect_type": purpose.name, "slug": slug})


def mail_link(
    project: Project,
    member: Member,
    address: Address,
    purpose: Purpose,
    *,
    url: str,
    minutes: int,
    template: EmailTemplate | None = None,
    code_challenge: str | None = None,
) -> None:
    """Mail a magic link."""
    link = member_link(project, member, url, purpose)
    send_link(project, member, address, link, minutes=minutes, template=template, code_challenge=code_challenge)


def discovery_link(url: str, purpose: Purpose = DISCOVERY, spent_on: str | None = None) -> Link:
    """Return a link that leads to discovery, or to a password that organizations share (behaviour-more A7)."""
    place = {"stytch_redirect_type": purpose.name}
    return Link(url=url, token_type=DISCOVERY_LINK, spent_on=spent_on, place=place)


def mail_code(
    project: Project, member: Member | None, address: Address, minutes: int, *, template: EmailTemplate | None
) -> None:
    """Mail a code, for discovery where no member is named; all codes mailed to the address before are void (J14)."""
    send_code(project, "email", member, address, minutes=minutes, slot=address.value, template=template)


def anybodys(project: Project, email: str) -> Address:
    """Return an address that a mail is for, whoever has it, or refuse."""
    return Address(id=project.ids.new("email"), value=checked_email(email))


def address_of(credential: Credential) -> Address:
    """Return the address that a mail went to."""
    return Address(id=credential.address_id, value=credential.recipient)
