from collections.abc import Awaitable, Callable

import pytest

from stytch_async.clients import Client
from stytch_async.emulator import Project
from stytch_async.schemas.consumer.passwords import CreateResponse

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]
EMAIL = "ada@example.com"
NEW = "another long and quiet river"


async def test_reset_from_a_session_keeps_that_session_only(
    client: Client, ada: CreateResponse, refusal: Refusal, password: str
) -> None:
    """The session that was used goes on; the user's others are over."""
    other = await client.passwords.authenticate(email=EMAIL, password=password, session_duration_minutes=5)

    reset = await client.passwords.sessions.reset(password=NEW, session_token=ada.session_token)

    found = await refusal(client.sessions.authenticate(session_token=other.session_token))
    assert (reset.session_token, found) == (ada.session_token, (404, "session_not_found"))


async def test_reset_from_a_session_needs_a_session(client: Client, refusal: Refusal) -> None:
    """Neither token nor JWT is refused."""
    found = await refusal(client.passwords.sessions.reset(password=NEW))

    assert found == (400, "no_session_arguments")


@pytest.mark.parametrize(("seconds", "error"), [(300, None), (301, (400, "session_too_old_to_reset_password"))])
async def test_reset_from_a_session_needs_a_fresh_factor(
    client: Client,
    ada: CreateResponse,
    refusal: Refusal,
    project: Project,
    *,
    seconds: int,
    error: tuple[int, str] | None,
) -> None:
    """Five minutes after the login the session no longer vouches for a new password."""
    project.clock.advance(seconds=seconds)

    call = client.passwords.sessions.reset(password=NEW, session_token=ada.session_token)

    if error is None:
        assert (await call).status_code == 200
    else:
        assert await refusal(call) == error


async def test_code_by_email_vouches_for_a_new_password(client: Client, project: Project) -> None:
    """A session that began with a code by email is enough for a first password."""
    sent = await client.otps.email.login_or_create(email=EMAIL)
    code = project.outbox.last(EMAIL).code or ""
    login = await client.otps.authenticate(method_id=sent.email_id, code=code, session_duration_minutes=5)

    reset = await client.passwords.sessions.reset(password=NEW, session_token=login.session_token)

    assert reset.user.password is not None


async def test_code_by_sms_does_not_vouch_for_a_new_password(
    client: Client, refusal: Refusal, project: Project
) -> None:
    """A session that began with a code by SMS is not enough."""
    sent = await client.otps.sms.login_or_create(phone_number="+12025550162")
    code = project.outbox.last("+12025550162").code or ""
    login = await client.otps.authenticate(method_id=sent.phone_id, code=code, session_duration_minutes=5)

    found = await refusal(client.passwords.sessions.reset(password=NEW, session_token=login.session_token))

    assert found == (400, "session_too_old_to_reset_password")
