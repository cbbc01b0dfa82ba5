from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from stytch_async.errors import AuthenticationError, BadRequestError, InvalidRequestError, NotFoundError, RateLimitError

if TYPE_CHECKING:
    from tests.flows.conftest import Stytch

EMAIL = "ada@example.com"
FIRST = "a long and quiet river"
SECOND = "another long and quiet river"
THIRD = "one more long and quiet river"


async def test_user_signs_up_forgets_the_password_and_comes_back(stytch: Stytch) -> None:
    """A sign-up, a reset by email and a login by code lead to a session that lives until it is revoked."""
    client = stytch.client

    signed_up = await client.passwords.create(email=EMAIL, password=FIRST, session_duration_minutes=60)
    with pytest.raises(AuthenticationError) as wrong:
        await client.passwords.authenticate(email=EMAIL, password="wrong")
    assert wrong.value.error_type == "unauthorized_credentials"

    await client.passwords.email.reset_start(email=EMAIL)
    await client.passwords.email.reset(token=stytch.token_for(EMAIL), password=SECOND)
    with pytest.raises(NotFoundError) as ended:
        await client.sessions.authenticate(session_token=signed_up.session_token)
    assert ended.value.error_type == "session_not_found"

    sent = await client.otps.email.login_or_create(email=EMAIL)
    assert not sent.user_created
    login = await client.otps.authenticate(
        method_id=sent.email_id,
        code=stytch.code_for(EMAIL),
        session_duration_minutes=30,
        session_custom_claims={"plan": "pro", "limits": {"seats": 5}},
    )
    checked = await client.sessions.authenticate(
        session_jwt=login.session_jwt, session_custom_claims={"limits": {"seats": None, "gb": 1}}
    )
    assert checked.session.custom_claims == {"plan": "pro", "limits": {"gb": 1}}
    assert checked.user.user_id == signed_up.user_id

    await client.sessions.revoke(session_id=checked.session.session_id)
    with pytest.raises(NotFoundError) as revoked:
        await client.sessions.authenticate(session_token=login.session_token)
    assert revoked.value.error_type == "session_not_found"


async def test_user_is_locked_out_for_an_hour(stytch: Stytch) -> None:
    """Too many wrong passwords lock a user, and the lock ends by itself."""
    client = stytch.client
    created = await client.passwords.create(email=EMAIL, password=FIRST)

    for _ in range(10):
        with pytest.raises(AuthenticationError):
            await client.passwords.authenticate(email=EMAIL, password="wrong")
    with pytest.raises(RateLimitError) as locked:
        await client.passwords.authenticate(email=EMAIL, password=FIRST)
    assert (locked.value.error_type, locked.value.attempts) == ("user_lock_limit_reached", 1)
    assert (await client.users.get(user_id=created.user_id)).is_locked

    stytch.project.clock.advance(hours=1)
    login = await client.passwords.authenticate(email=EMAIL, password=FIRST)
    assert not login.user.is_locked


async def test_user_is_kept_by_the_apps_own_id(stytch: Stytch) -> None:
    """A user is created, found, changed and deleted by an external id that has to be escaped in a path."""
    client = stytch.client

    created = await client.users.create(email=EMAIL, external_id="app|1", trusted_metadata={"plan": "free"})
    updated = await client.users.update(user_id="app|1", trusted_metadata={"plan": "pro"})
    assert (updated.user_id, updated.user.trusted_metadata) == (created.user_id, {"plan": "pro"})

    found = await client.users.search(limit=1)
    assert [user.external_id for user in found.results] == ["app|1"]

    await client.users.delete(user_id="app|1")
    with pytest.raises(NotFoundError) as gone:
        await client.users.get(user_id="app|1")
    assert gone.value.error_type == "user_not_found"


async def test_refusals_arrive_whole(stytch: Stytch) -> None:
    """What is refused before and after it is sent says why."""
    client = stytch.client

    with pytest.raises(InvalidRequestError) as unsent:
        await client.passwords.create(email=EMAIL, password=FIRST, session_duration_minutes=1)
    assert unsent.value.field == "session_duration_minutes"

    with pytest.raises(BadRequestError) as refused:
        await client.passwords.create(email=EMAIL, password="password1")
    error = refused.value
    assert (error.status_code, error.error_type) == (400, "weak_password")
    assert error.error_url == "https://stytch.com/docs/api/errors/400#weak_password"
    assert error.request_id is not None
    assert error.operation == "POST /v1/passwords"


async def test_member_gets_and_changes_a_password(stytch: Stytch) -> None:
    """An organization, a member in it, a first password by email and a second with the first."""
    b2b = stytch.b2b

    made = await b2b.organizations.create(organization_name="Analytical Engines")
    organization_id = made.organization.organization_id
    member = await b2b.organizations.members.create(organization_id=organization_id, email_address=EMAIL)

    await b2b.passwords.email.reset_start(organization_id=organization_id, email_address=EMAIL)
    first = await b2b.passwords.email.reset(password_reset_token=stytch.token_for(EMAIL), password=SECOND)
    assert (first.member_id, first.member_authenticated) == (member.member_id, True)

    changed = await b2b.passwords.existing_password.reset(
        organization_id=organization_id, email_address=EMAIL, existing_password=SECOND, new_password=THIRD
    )
    with pytest.raises(NotFoundError) as ended:
        await b2b.sessions.authenticate(session_token=first.session_token)
    assert ended.value.error_type == "session_not_found"

    checked = await b2b.sessions.authenticate(session_jwt=changed.session_jwt)
    assert checked.member.member_id == member.member_id
    assert checked.organization.organization_slug == "analytical-engines"
