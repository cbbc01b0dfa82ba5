"""People who log in with two factors, and lose one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from stytch_async.emulator.world.authenticator import Authenticator
from stytch_async.errors import BadRequestError, NotFoundError

if TYPE_CHECKING:
    from tests.flows.conftest import Stytch

EMAIL = "ada@example.com"
PASSWORD = "a long and quiet river"


async def test_user_adds_an_app_to_the_password_and_loses_it(stytch: Stytch) -> None:
    """Each session is the password's first and the app's second, until a recovery code takes the app's place."""
    client, app = stytch.client, Authenticator(stytch.project)
    signed_up = await client.passwords.create(email=EMAIL, password=PASSWORD)
    created = await client.totps.create(user_id=signed_up.user_id)
    app.add(created.secret)
    await client.totps.authenticate(user_id=signed_up.user_id, totp_code=app.code())

    login = await client.passwords.authenticate(email=EMAIL, password=PASSWORD, session_duration_minutes=60)
    with pytest.raises(BadRequestError) as replayed:
        await client.totps.authenticate(
            user_id=signed_up.user_id, totp_code=app.code(), session_token=login.session_token
        )
    assert replayed.value.error_type == "totp_code_already_authenticated"
    stytch.project.clock.advance(seconds=30)
    strong = await client.totps.authenticate(
        user_id=signed_up.user_id, totp_code=app.code(), session_token=login.session_token
    )
    assert strong.session is not None
    assert [one.type for one in strong.session.authentication_factors] == ["password", "totp"]
    assert strong.session_token == login.session_token

    second = await client.passwords.authenticate(email=EMAIL, password=PASSWORD, session_duration_minutes=60)
    back = await client.totps.recover(
        user_id=signed_up.user_id, recovery_code=created.recovery_codes[3], session_jwt=second.session_jwt
    )
    assert back.session is not None
    assert [one.type for one in back.session.authentication_factors] == ["password", "recovery_codes"]

    await client.users.delete_totp(totp_id=created.totp_id)
    with pytest.raises(NotFoundError) as gone:
        await client.totps.authenticate(user_id=signed_up.user_id, totp_code=app.code())
    assert gone.value.error_type == "totps_not_found_for_user"
