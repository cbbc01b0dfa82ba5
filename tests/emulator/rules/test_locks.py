import datetime as dt
from collections.abc import Awaitable, Callable

import pytest

from stytch_async.clients import B2BClient, Client
from stytch_async.emulator import Project
from stytch_async.errors import AuthenticationError
from stytch_async.schemas.consumer.passwords import CreateResponse
from stytch_async.transports.memory import InMemoryTransport

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


@pytest.fixture
def _self_serve(project: Project) -> None:
    """Let whoever is locked lift the lock by mail."""
    project.settings.user_lock_self_serve_enabled = True


@pytest.mark.usefixtures("ada", "_self_serve")
async def test_a_mailed_link_lifts_the_lock(
    client: Client, transport: InMemoryTransport, fail: Fail, refusal: Refusal, password: str
) -> None:
    """The link is mailed once, with the lock, and is good once."""
    await fail(10)
    await refusal(client.passwords.authenticate(email=EMAIL, password=password))
    person = transport.person(EMAIL)
    (mail,) = person.inbox

    landed = person.visit(mail.url or "")

    login = await client.passwords.authenticate(email=EMAIL, password=password)
    with pytest.raises(AuthenticationError) as again:
        person.visit(mail.url or "")
    assert (mail.purpose, landed) == ("unlock", "http://localhost:3000/authenticate")
    assert not login.user.is_locked
    assert again.value.error_type == "unable_to_auth_magic_link"


@pytest.mark.usefixtures("_self_serve")
async def test_a_member_lifts_the_lock_by_mail(transport: InMemoryTransport, b2b: B2BClient, refusal: Refusal) -> None:
    """The same as a user does."""
    member = transport.add_member(transport.add_organization("Engines", slug="engines"), EMAIL, password="a long river")
    for _ in range(10):
        await refusal(b2b.passwords.authenticate(organization_id="engines", email_address=EMAIL, password="wrong"))
    was_locked = member.locked_at is not None

    transport.person(EMAIL).visit(transport.project.outbox.last(EMAIL, "unlock").url or "")

    assert (was_locked, member.locked_at) == (True, None)


@pytest.mark.usefixtures("_self_serve")
async def test_nobody_is_mailed_without_an_address(
    transport: InMemoryTransport, client: Client, project: Project, refusal: Refusal
) -> None:
    """Somebody who has a phone alone waits for the end of the lock."""
    user = transport.add_user(phone_number="+12025550162")
    sent = await client.otps.sms.send(phone_number="+12025550162")
    wrong = "000000" if project.outbox.last("+12025550162").code != "000000" else "111111"

    for _ in range(10):
        await refusal(client.otps.authenticate(method_id=sent.phone_id, code=wrong))

    assert user.locked_at is not None
    assert [message.purpose for message in project.outbox] == ["otp"]
