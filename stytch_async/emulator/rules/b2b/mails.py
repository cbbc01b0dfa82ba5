"""The mails of B2B projects: links and codes for members, and for whoever has an address."""

from typing import Final

from stytch_async.emulator.rules.addresses import checked_email
from stytch_async.emulator.rules.b2b.organizations import organization_of
from stytch_async.emulator.rules.codes import send_code
from stytch_async.emulator.rules.links import Link, send_link
from stytch_async.emulator.rules.redirects import Purpose
from stytch_async.emulator.state.email_templates import EmailTemplate
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.accounts import Address
from stytch_async.emulator.state.rows.credentials import Credential
from stytch_async.emulator.state.rows.members import Member

__all__ = ["MEMBER_LINK", "address_of", "anybodys", "mail_code", "mail_link"]

MEMBER_LINK: Final = "multi_tenant_magic_links"
"""What links call the tokens that log members in (behaviour-more A7)."""


def mail_link(
    project: Project,
    member: Member,
    address: Address,
    purpose: Purpose,
    *,
    url: str,
    minutes: int,
    token_type: str = MEMBER_LINK,
    login_url: str | None = None,
    template: EmailTemplate | None = None,
    code_challenge: str | None = None,
) -> None:
    """Mail a link into an organization, which says what it is for and names the organization (behaviour-more A2).

    A mail about a password has a second one, a magic link to the ``login_url`` (behaviour-more A9).
    """
    slug = organization_of(project, member).slug

    def link(name: str, url: str, token_type: str) -> Link:
        return Link(url=url, token_type=token_type, place={"stytch_redirect_type": name, "slug": slug})

    send_link(
        project,
        member,
        address,
        link(purpose.name, url, token_type),
        login_link=None if login_url is None else link("login", login_url, MEMBER_LINK),
        minutes=minutes,
        template=template,
        code_challenge=code_challenge,
    )


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
