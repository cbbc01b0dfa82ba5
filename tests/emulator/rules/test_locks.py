import datetime as dt
from collections.abc import Awaitable, Callable

import pytest

from stytch_async.clients import Client
from stytch_async.emulator import Project
from stytch_async.schemas.consumer.passwords import CreateResponse

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

EMAIL = "ada@example.com"
LOCKED = (429, "user_lock_limit_reached")


@pytest.fixture
async def ada(client: Client, password: str) -> CreateResponse:
    """Return the sign-up of a user with a password and a session of an hour."""
    return await client.passwords.create(email=EMAIL, password=password, session_duration_minutes=60)


@pytest.fixture
def fail(client: Client, refusal: Refusal) -> Callable[[int], Awaitable[None]]:
    """Return a function that tries a wrong password so many times."""

    async def attempt(times: int) -> None:
        for _ in range(times):
            found = await refusal(client.passwords.authenticate(email=EMAIL, password="wrong"))
            assert found == (401, "unauthorized_credentials")

    return attempt


Fail = Callable[[int], Awaitable[None]]


@pytest.mark.usefixtures("ada")
async def test_ten_failures_lock_a_user(client: Client, fail: Fail, refusal: Refusal, password: str) -> None:
    """After the tenth wrong password even the right one is refused."""
    await fail(10)

    found = await refusal(client.passwords.authenticate(email=EMAIL, password=password))

    assert found == LOCKED


@pytest.mark.usefixtures("ada")
async def test_success_starts_the_count_again(client: Client, fail: Fail, password: str) -> None:
    """Nine failures, a login and nine more lock nobody."""
    await fail(9)
    await client.passwords.authenticate(email=EMAIL, password=password)
    await fail(9)

    login = await client.passwords.authenticate(email=EMAIL, password=password)

    assert not login.user.is_locked


async def test_lock_is_shown(client: Client, ada: CreateResponse, fail: Fail, project: Project) -> None:
    """The user tells since when and until when the lock holds: for an hour."""
    await fail(10)

    shown = await client.users.get(user_id=ada.user_id)

    assert (shown.is_locked, shown.lock_created_at) == (True, project.now)
    assert shown.lock_expires_at == project.now + dt.timedelta(hours=1)


async def test_lock_ends_by_itself(
    client: Client, ada: CreateResponse, fail: Fail, project: Project, password: str
) -> None:
    """After an hour the user may log in, and nothing is left of the lock."""
    await fail(10)
    project.clock.advance(hours=1)

    shown = await client.users.get(user_id=ada.user_id)
    login = await client.passwords.authenticate(email=EMAIL, password=password)

    assert (shown.is_locked, shown.lock_created_at, shown.lock_expires_at) == (False, None, None)
    assert login.user_id == ada.user_id


@pytest.mark.usefixtures("ada")
async def test_count_starts_again_after_a_lock(client: Client, fail: Fail, project: Project, password: str) -> None:
    """One failure after the lock does not lock again."""
    await fail(10)
    project.clock.advance(hours=1)
    await fail(9)

    login = await client.passwords.authenticate(email=EMAIL, password=password)

    assert not login.user.is_locked


@pytest.mark.usefixtures("ada")
async def test_project_sets_threshold_and_duration(
    client: Client, fail: Fail, refusal: Refusal, project: Project, password: str
) -> None:
    """A stricter project locks sooner and for longer."""
    project.settings.user_lock_threshold, project.settings.user_lock_ttl = 2, 86_400
    await fail(2)
    project.clock.advance(hours=23)

    found = await refusal(client.passwords.authenticate(email=EMAIL, password=password))

    assert found == LOCKED


@pytest.mark.parametrize(
    ("name", "value"), [("user_lock_threshold", 0), ("user_lock_threshold", 101), ("user_lock_ttl", 299)]
)
def test_threshold_and_duration_have_bounds(project: Project, name: str, value: object) -> None:
    """What Stytch does not let a project set cannot be set here."""
    with pytest.raises(ValueError, match=name):
        setattr(project.settings, name, value)


@pytest.mark.usefixtures("ada")
async def test_wrong_codes_count(client: Client, refusal: Refusal, project: Project, password: str) -> None:
    """Wrong codes and wrong passwords are counted together."""
    project.settings.user_lock_threshold = 2
    sent = await client.otps.email.send(email=EMAIL)
    code = project.outbox.last(EMAIL).code or ""
    wrong = f"{(int(code) + 1) % 1_000_000:06}"
    await refusal(client.passwords.authenticate(email=EMAIL, password="wrong"))

    found = await refusal(client.otps.authenticate(method_id=sent.email_id, code=wrong))

    by_code = await refusal(client.otps.authenticate(method_id=sent.email_id, code=code))
    by_password = await refusal(client.passwords.authenticate(email=EMAIL, password=password))
    assert found == (404, "otp_code_not_found")
    assert by_code == by_password == LOCKED


@pytest.mark.usefixtures("ada")
async def test_locked_user_cannot_change_the_password(
    client: Client, fail: Fail, refusal: Refusal, password: str
) -> None:
    """The present password is not looked at while the lock holds."""
    await fail(10)

    found = await refusal(
        client.passwords.existing_password.reset(
            email=EMAIL, existing_password=password, new_password="another long and quiet river"
        )
    )

    assert found == LOCKED


async def test_lock_leaves_sessions_alone(client: Client, ada: CreateResponse, fail: Fail) -> None:
    """A session that began before goes on."""
    await fail(10)

    checked = await client.sessions.authenticate(session_token=ada.session_token)

    assert checked.user.is_locked
