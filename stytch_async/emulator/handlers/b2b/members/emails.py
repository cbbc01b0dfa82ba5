"""The addresses of members, changed and let go."""

from stytch_async.api.b2b.members import Members
from stytch_async.emulator.refusals.members import (
    DESIRED_EMAIL_DEACTIVATED_BY_DIFFERENT_MEMBER,
    DUPLICATE_MEMBER_EMAIL,
    EMAIL_UPDATES_AVAILABLE_ONLY_FOR_ACTIVE_MEMBERS,
    MEMBER_HAS_NO_ACTIVE_VERIFIED_EMAIL,
    RETIRED_EMAIL_MISSING_EMAIL_IDENTIFIERS,
)
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.requests import BAD_REQUEST
from stytch_async.emulator.refusals.users import EMAIL_NOT_FOUND, INVALID_EMAIL_ID
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.addresses import checked_email
from stytch_async.emulator.rules.b2b.access import named_member
from stytch_async.emulator.rules.b2b.changes import record_member
from stytch_async.emulator.rules.b2b.emails import MOVE_MINUTES, begin_move, new_address
from stytch_async.emulator.rules.b2b.mails import mail_code, mail_link
from stytch_async.emulator.rules.b2b.members import member_fields
from stytch_async.emulator.rules.identifiers import check_id
from stytch_async.emulator.rules.redirects import LOGIN, redirect_url
from stytch_async.emulator.rules.templates import template_for
from stytch_async.emulator.state.project import Project
from stytch_async.schemas.b2b import members as schemas

__all__: list[str] = []


@handles(Members.start_email_update)
def start_email_update(project: Project, request: schemas.StartEmailUpdateRequest) -> schemas.StartEmailUpdateResponse:
    """Write to a new address; who answers from there moves to it (behaviour-more R10)."""
    member = named_member(project, request, "update.info.email")
    if member.status != "active":
        raise Refusal(EMAIL_UPDATES_AVAILABLE_ONLY_FOR_ACTIVE_MEMBERS)
    if not member.email.verified:
        raise Refusal(MEMBER_HAS_NO_ACTIVE_VERIFIED_EMAIL)
    address = new_address(project, member, request.email_address, retired=DESIRED_EMAIL_DEACTIVATED_BY_DIFFERENT_MEMBER)
    if address.value == member.email.value:
        raise Refusal(DUPLICATE_MEMBER_EMAIL)
    url = redirect_url(project, request.login_redirect_url, LOGIN)
    if request.delivery_method not in {None, "EMAIL_MAGIC_LINK", "EMAIL_OTP"}:
        raise Refusal(BAD_REQUEST)
    is_code = request.delivery_method == "EMAIL_OTP"
    template = template_for(project, "ONE_TIME_PASSCODE" if is_code else "LOGIN", request.login_template_id)
    begin_move(project, member, address)
    if is_code:
        mail_code(project, member, address, MOVE_MINUTES, template=template)
    else:
        mail_link(project, member, address, LOGIN, url=url, minutes=MOVE_MINUTES, template=template)
    return schemas.StartEmailUpdateResponse(**member_fields(project, member), **project.envelope())


@handles(Members.unlink_retired_email)
def unlink_retired_email(
    project: Project, request: schemas.UnlinkRetiredEmailRequest
) -> schemas.UnlinkRetiredEmailResponse:
    """Let go of an address that a member used to have; one that is named in two ways must be the same (R12)."""
    member = named_member(project, request, "update.info.unlink.retired-email")
    if request.email_id is None and request.email_address is None:
        raise Refusal(RETIRED_EMAIL_MISSING_EMAIL_IDENTIFIERS)
    if request.email_id is not None:
        check_id("email", request.email_id, INVALID_EMAIL_ID)
    value = None if request.email_address is None else checked_email(request.email_address)
    unlinked = [
        one for one in member.retired_emails if request.email_id in {None, one.id} and value in {None, one.value}
    ]
    if not unlinked:
        raise Refusal(EMAIL_NOT_FOUND, "The member has no such retired address.")
    member.retired_emails = [one for one in member.retired_emails if one not in unlinked]
    record_member(project, member)
    return schemas.UnlinkRetiredEmailResponse(
        organization_id=member.organization_id, **member_fields(project, member), **project.envelope()
    )
