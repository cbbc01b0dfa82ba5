"""What members log in with, deleted: sessions go on, and the next login asks anew (behaviour-more R16)."""

from stytch_async.api.b2b.members import Members
from stytch_async.emulator.refusals.members import MEMBER_PHONE_NUMBER_NOT_FOUND
from stytch_async.emulator.refusals.passwords import CROSS_ORG_PASSWORDS_ENABLED, MEMBER_PASSWORD_NOT_FOUND
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.totps import TOTP_NOT_FOUND
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.b2b.access import named_member, named_organization
from stytch_async.emulator.rules.b2b.changes import record_member
from stytch_async.emulator.rules.b2b.members import member_fields
from stytch_async.emulator.rules.b2b.roles import acting_member, check_permission
from stytch_async.emulator.rules.totp import remove_totp
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.members import Member
from stytch_async.schemas.b2b import members as schemas

__all__: list[str] = []


@handles(Members.delete_mfa_phone_number)
def delete_mfa_phone_number(
    project: Project, request: schemas.DeleteMFAPhoneNumberRequest
) -> schemas.DeleteFactorResponse:
    """Take the phone number from a member, and with it the codes that were texted there."""
    member = named_member(project, request, "update.info.delete.mfa-phone")
    if member.phone is None:
        raise Refusal(MEMBER_PHONE_NUMBER_NOT_FOUND)
    project.forget_address(member.phone.id)
    member.phone = None
    return _without(project, member, "sms_otp")


@handles(Members.delete_totp)
def delete_totp(project: Project, request: schemas.DeleteTOTPRequest) -> schemas.DeleteFactorResponse:
    """Take the authenticator app from a member, and the recovery codes that stand in for it."""
    member = named_member(project, request, "update.info.delete.mfa-totp")
    if member.totp is None:
        raise Refusal(TOTP_NOT_FOUND)
    remove_totp(member)
    return _without(project, member, "totp")


def _without(project: Project, member: Member, method: str) -> schemas.DeleteFactorResponse:
    """Show a member without a second factor, which no longer comes first (inferred)."""
    if member.default_mfa_method == method:
        member.default_mfa_method = ""
    return _changed(project, member)


def _changed(project: Project, member: Member) -> schemas.DeleteFactorResponse:
    record_member(project, member)
    return schemas.DeleteFactorResponse(**member_fields(project, member), **project.envelope())


@handles(Members.delete_password)
def delete_password(project: Project, request: schemas.DeletePasswordRequest) -> schemas.DeleteFactorResponse:
    """Take the password from a member, unless it is good in other organizations as well (behaviour-more R17)."""
    organization = named_organization(project, request)
    if project.settings.cross_org_passwords_enabled:
        raise Refusal(CROSS_ORG_PASSWORDS_ENABLED)
    member = project.members.by_password_id.first(request.member_password_id)
    if member is None or member.organization_id != organization.id:
        raise Refusal(MEMBER_PASSWORD_NOT_FOUND)
    caller = acting_member(project, request.authorization)
    check_permission(project, caller, organization, "update.info.delete.password", member)
    member.password = None
    return _changed(project, member)
