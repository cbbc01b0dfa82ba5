"""Members who log in with two factors, and lose one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from stytch_async.emulator.world.authenticator import Authenticator
from stytch_async.errors import AuthenticationError, BadRequestError

if TYPE_CHECKING:
    from tests.flows.conftest import Stytch

EMAIL = "ada@example.com"
PHONE = "+12025550162"
PASSWORD = "a long and quiet river"


async def test_member_enrols_by_phone_then_by_app_and_loses_the_phone(stytch: Stytch) -> None:
    """Whoever has lost phone and app comes back with a recovery code, and sets another app up."""
    b2b, app = stytch.b2b, Authenticator(stytch.project)
    made = await b2b.organizations.create(organization_name="Analytical Engines", mfa_policy="REQUIRED_FOR_ALL")
    organization_id = made.organization.organization_id
    member = await b2b.organizations.members.create(organization_id=organization_id, email_address=EMAIL)
    ada = {"organization_id": organization_id, "member_id": member.member_id}

    await b2b.passwords.email.reset_start(organization_id=organization_id, email_address=EMAIL)
    begun = await b2b.passwords.email.reset(password_reset_token=stytch.token_for(EMAIL), password=PASSWORD)
    assert begun.mfa_required is not None
    assert begun.mfa_required.member_options is None

    token = begun.intermediate_session_token
    await b2b.otps.sms.send(**ada, mfa_phone_number=PHONE, intermediate_session_token=token)
    enrolled = await b2b.otps.sms.authenticate(**ada, code=stytch.code_for(PHONE), intermediate_session_token=token)
    assert (enrolled.member.mfa_enrolled, enrolled.member.default_mfa_method) == (True, "sms_otp")

    with pytest.raises(BadRequestError) as alone:
        await b2b.totps.create(**ada)
    assert alone.value.error_type == "session_enforced_factor_matching_session_required"
    created = await b2b.totps.create(**ada, session_jwt=enrolled.session_jwt)
    app.add(created.secret)
    strong = await b2b.totps.authenticate(
        **ada, code=app.code(), session_jwt=enrolled.session_jwt, set_default_mfa=True
    )
    assert strong.member_session is not None
    assert [one.type for one in strong.member_session.authentication_factors] == ["password", "otp", "totp"]
    await b2b.sessions.revoke(member_id=member.member_id)

    sent = len(stytch.project.outbox)
    login = await b2b.passwords.authenticate(organization_id=organization_id, email_address=EMAIL, password=PASSWORD)
    assert login.mfa_required is not None
    assert login.mfa_required.secondary_auth_initiated is None
    assert len(stytch.project.outbox) == sent

    back = await b2b.recovery_codes.recover(
        **ada,
        recovery_code=created.recovery_codes[0],
        intermediate_session_token=login.intermediate_session_token,
    )
    assert back.recovery_codes_remaining == 9
    await b2b.organizations.members.delete_mfa_phone_number(**ada)
    await b2b.organizations.members.delete_totp(**ada)
    anew = await b2b.totps.create(**ada, session_token=back.session_token)
    app.add(anew.secret)
    checked = await b2b.totps.authenticate(**ada, code=app.code(), session_token=back.session_token)
    assert checked.member.totp_registration_id == anew.totp_registration_id

    with pytest.raises(AuthenticationError) as old:
        await b2b.recovery_codes.recover(
            **ada, recovery_code=created.recovery_codes[1], session_token=back.session_token
        )
    assert old.value.error_type == "unable_to_authenticate_recovery_code"
