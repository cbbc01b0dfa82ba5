"""Members changed, field by field."""

from collections.abc import Mapping
from typing import Final

from stytch_async.api.b2b.members import Members
from stytch_async.emulator.refusals.members import (
    DEFAULT_MFA_MEMBER_MISSING_FACTOR,
    INVALID_MFA_DEFAULT_METHOD,
    MEMBER_CANNOT_UPDATE_THEIR_EMAIL_ADDRESS,
)
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.users import INVALID_USER_ID
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.b2b.access import given_actions, named_member, refuse_trusted_metadata
from stytch_async.emulator.rules.b2b.changes import record_member
from stytch_async.emulator.rules.b2b.emails import move, new_address
from stytch_async.emulator.rules.b2b.members import change_known_member, member_fields, refuse_taken_external_id
from stytch_async.emulator.rules.b2b.organizations import organization_of
from stytch_async.emulator.rules.b2b.roles import acting_member
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.accounts import Address
from stytch_async.emulator.state.rows.members import Member
from stytch_async.schemas.b2b import members as schemas

__all__: list[str] = []

ACTIONS: Final[Mapping[str, str]] = {
    "default_mfa_method": "update.settings.default-mfa-method",
    "email_address": "update.info.email",
    "external_id": "update.info.external-id",
    "is_breakglass": "update.settings.is-breakglass",
    "mfa_enrolled": "update.settings.mfa-enrolled",
    "mfa_phone_number": "update.info.mfa-phone",
    "name": "update.info.name",
    "roles": "update.settings.roles",
    "untrusted_metadata": "update.info.untrusted-metadata",
}
"""What a member must be permitted to change each field (behaviour 25); that of the external id is inferred."""


@handles(Members.update, invalid={"external_id": INVALID_USER_ID})
def update(project: Project, request: schemas.UpdateRequest) -> schemas.UpdateResponse:
    """Change a member; a new address has to be proven again, and the password goes."""
    member = named_member(project, request, *given_actions(request, ACTIONS))
    refuse_trusted_metadata(request)
    organization = organization_of(project, member)
    refuse_taken_external_id(project, organization, request.external_id, member)
    address = _new_address(project, member, request)
    _check_default_method(member, request)
    change_known_member(project, organization, member, request)
    if address is not None:
        move(project, member, address, retire=not request.unlink_email)
        member.password = None
    for field in ("is_breakglass", "mfa_enrolled", "default_mfa_method", "external_id"):
        given = getattr(request, field)
        setattr(member, field, getattr(member, field) if given is None else given)
    record_member(project, member)
    return schemas.UpdateResponse(**member_fields(project, member), **project.envelope())


def _new_address(project: Project, member: Member, request: schemas.UpdateRequest) -> Address | None:
    """Return the address that a member is to have, ``None`` where that stays as it is, or refuse (R9)."""
    if request.email_address is None:
        return None
    caller = acting_member(project, request.authorization)
    if caller is not None and caller.member is member:
        raise Refusal(MEMBER_CANNOT_UPDATE_THEIR_EMAIL_ADDRESS)
    address = new_address(project, member, request.email_address)
    return None if address.value == member.email.value else address


def _check_default_method(member: Member, request: schemas.UpdateRequest) -> None:
    """Refuse a second factor that comes first and that the member does not have."""
    phone = member.phone is not None or request.mfa_phone_number is not None
    app = member.totp is not None and member.totp.verified
    method = request.default_mfa_method
    if method not in {None, "sms_otp", "totp"}:
        raise Refusal(INVALID_MFA_DEFAULT_METHOD)
    if (method == "sms_otp" and not phone) or (method == "totp" and not app):
        raise Refusal(DEFAULT_MFA_MEMBER_MISSING_FACTOR)
