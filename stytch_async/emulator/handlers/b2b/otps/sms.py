"""Codes that are texted to members, as a second factor."""

from stytch_async.api.b2b.otps import Sms
from stytch_async.emulator.refusals.codes import OTP_CODE_NOT_FOUND
from stytch_async.emulator.refusals.members import MEMBER_PHONE_NUMBER_NOT_FOUND
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.addresses import check_country
from stytch_async.emulator.rules.b2b.changes import record_member
from stytch_async.emulator.rules.b2b.members import member_fields, phone_for
from stytch_async.emulator.rules.b2b.mfa import SMS, Step, check_second, complete, enrolling, enrolment, second_step
from stytch_async.emulator.rules.b2b.organizations import organization_of
from stytch_async.emulator.rules.codes import check_code, send_code, unspent_code
from stytch_async.emulator.rules.factors import phone_factor
from stytch_async.emulator.rules.proofs import Proof
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.accounts import Address
from stytch_async.schemas.b2b import otps as schemas

__all__: list[str] = []


@handles(Sms.send)
def send(project: Project, request: schemas.SmsSendRequest) -> schemas.SmsSendResponse:
    """Text a code to a member's phone, or to a number that becomes the member's."""
    step = enrolling(project, request, SMS)
    member, phone = step.member, _phone(project, step, request.mfa_phone_number)
    if member.phone is None:
        check_second(project, step)
        member.phone = phone
        record_member(project, member)
    send_code(project, "sms", member, phone)
    return schemas.SmsSendResponse(**member_fields(project, member), **project.envelope())


def _phone(project: Project, step: Step, number: str | None) -> Address:
    """Return the phone that a member has or is to have, or refuse (behaviour-more L6)."""
    phone = step.member.phone
    wanted = number or (phone.value if phone else None)
    if wanted is None:
        raise Refusal(MEMBER_PHONE_NUMBER_NOT_FOUND)
    check_country(project, "sms", wanted)
    return phone_for(project, organization_of(project, step.member), step.member, wanted)


@handles(Sms.authenticate)
def authenticate(project: Project, request: schemas.SmsAuthenticateRequest) -> schemas.SmsAuthenticateResponse:
    """Complete a login, or strengthen a session, with a texted code."""
    check_code(request.code)
    step, wished = second_step(project, request, SMS), enrolment(SMS, request)
    member, phone = step.member, step.member.phone
    if phone is None:
        raise Refusal(OTP_CODE_NOT_FOUND)
    passcode = unspent_code(project, member, phone.id, request.code)
    factor = phone_factor(project, "sms", phone)
    proof = Proof(account=member, factor=factor, address=phone, credential=passcode)
    return schemas.SmsAuthenticateResponse(**complete(project, proof, step.plan, wished), **project.envelope())
