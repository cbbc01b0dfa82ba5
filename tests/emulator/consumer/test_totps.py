import re
from collections.abc import Awaitable, Callable

import pytest

from stytch_async.clients import Client
from stytch_async.emulator import Project
from stytch_async.emulator.world.authenticator import Authenticator
from stytch_async.schemas.consumer.passwords import CreateResponse as LoginResponse
from stytch_async.schemas.consumer.totps import CreateResponse

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

UNKNOWN = "totp-test-00000000-0000-4000-8000-000000000001"


@pytest.fixture
async def ada(client: Client) -> LoginResponse:
    """Return the login of a user who has just signed up with a password."""
    return await client.passwords.create(
        email="ada@example.com", password="a long and quiet river", session_duration_minutes=60
    )


@pytest.fixture
def authenticator(project: Project) -> Authenticator:
    """Return Ada's authenticator app."""
    return Authenticator(project)


@pytest.fixture
async def pending(client: Client, ada: LoginResponse, authenticator: Authenticator) -> CreateResponse:
    """Return Ada's authenticator app as it was set up; it waits for its first code."""
    created = await client.totps.create(user_id=ada.user_id)
    authenticator.add(created.secret)
    return created


@pytest.fixture
async def app(client: Client, pending: CreateResponse, authenticator: Authenticator) -> CreateResponse:
    """Return Ada's authenticator app, after its first code."""
    await client.totps.authenticate(user_id=pending.user_id, totp_code=authenticator.code())
    return pending


async def test_setup_is_shown_once(pending: CreateResponse) -> None:
    """The app belongs to the user from the beginning, and is not verified yet."""
    (shown,) = pending.user.totps

    assert re.fullmatch(r"totp-test-[0-9a-f-]{36}", pending.totp_id)
    assert (shown.totp_id, shown.verified) == (pending.totp_id, False)
    assert re.fullmatch(r"[A-Z2-7]{32}", pending.secret)
    assert pending.qr_code.startswith("data:image/png;base64,")
    assert len(pending.recovery_codes) == 10


async def test_first_code_completes_the_setup(
    client: Client, ada: LoginResponse, pending: CreateResponse, authenticator: Authenticator
) -> None:
    """In a session it is the second factor."""
    login = await client.totps.authenticate(
        user_id=ada.user_id, totp_code=authenticator.code(), session_token=ada.session_token
    )

    assert login.totp_id == pending.totp_id
    assert login.user.totps[0].verified
    assert login.session is not None
    password, totp = login.session.authentication_factors
    assert (password.type, totp.type, totp.delivery_method) == ("password", "totp", "authenticator_app")
    assert totp.authenticator_app_factor is not None
    assert totp.authenticator_app_factor.totp_id == pending.totp_id


async def test_code_starts_a_session_where_one_is_wanted(
    client: Client, app: CreateResponse, authenticator: Authenticator, project: Project
) -> None:
    """As every login of a user."""
    project.clock.advance(seconds=30)
    without = await client.totps.authenticate(user_id=app.user_id, totp_code=authenticator.code())
    project.clock.advance(seconds=30)

    login = await client.totps.authenticate(
        user_id=app.user_id, totp_code=authenticator.code(), session_duration_minutes=5
    )

    assert (without.session, without.session_token) == (None, "")
    assert login.session is not None


async def test_code_is_good_once(
    client: Client, app: CreateResponse, authenticator: Authenticator, refusal: Refusal
) -> None:
    """The same half minute brings no second login."""
    refused = await refusal(client.totps.authenticate(user_id=app.user_id, totp_code=authenticator.code()))

    assert refused == (400, "totp_code_already_authenticated")


async def test_setup_lasts_a_day(
    client: Client, pending: CreateResponse, authenticator: Authenticator, refusal: Refusal, project: Project
) -> None:
    """Then the first code is too late, and another app may be set up."""
    second = await refusal(client.totps.create(user_id=pending.user_id))
    project.clock.advance(days=1)

    late = await refusal(client.totps.authenticate(user_id=pending.user_id, totp_code=authenticator.code()))
    again = await client.totps.create(user_id=pending.user_id, expiration_minutes=5)

    assert second == (400, "pending_totp_exists")
    assert late == (400, "expired_totp")
    assert [totp.totp_id for totp in again.user.totps] == [again.totp_id]


async def test_second_app_is_refused(client: Client, app: CreateResponse, refusal: Refusal) -> None:
    """A user has one at most."""
    assert await refusal(client.totps.create(user_id=app.user_id)) == (400, "active_totp_exists")


async def test_app_is_for_active_users(client: Client, refusal: Refusal) -> None:
    """Somebody who has never logged in is refused."""
    pending = await client.users.create(email="grace@example.com", create_user_as_pending=True)

    assert await refusal(client.totps.create(user_id=pending.user_id)) == (400, "invalid_user_id")


async def test_recovery_code_is_good_once(
    client: Client, ada: LoginResponse, app: CreateResponse, refusal: Refusal
) -> None:
    """It takes the app's place, and is not listed any more."""
    code, *others = app.recovery_codes

    login = await client.totps.recover(user_id=ada.user_id, recovery_code=code, session_token=ada.session_token)
    again = await refusal(client.totps.recover(user_id=ada.user_id, recovery_code=code))
    listed = await client.totps.recovery_codes(user_id=ada.user_id)

    assert login.totp_id == app.totp_id
    assert login.session is not None
    factor = login.session.authentication_factors[-1]
    assert (factor.type, factor.delivery_method) == ("recovery_codes", "recovery_code")
    assert again == (401, "unable_to_authenticate_recovery_code")
    assert [(totp.totp_id, totp.verified, totp.recovery_codes) for totp in listed.totps] == [
        (app.totp_id, True, others)
    ]


async def test_codes_of_an_app_that_waits_open_nothing(
    client: Client, pending: CreateResponse, refusal: Refusal
) -> None:
    """They can be read, and count from the app's first code on."""
    listed = await client.totps.recovery_codes(user_id=pending.user_id)

    refused = await refusal(
        client.totps.recover(user_id=pending.user_id, recovery_code=listed.totps[0].recovery_codes[0])
    )

    assert refused == (400, "no_active_recovery_code_backed_factor")


async def test_codes_are_told_apart(client: Client, app: CreateResponse, refusal: Refusal) -> None:
    """Whoever gives one for the other is told so."""
    by_app = await refusal(client.totps.authenticate(user_id=app.user_id, totp_code=app.recovery_codes[0]))
    by_code = await refusal(client.totps.recover(user_id=app.user_id, recovery_code="123456"))

    assert by_app == (400, "recovery_code_used_as_totp_code")
    assert by_code == (400, "totp_code_used_as_recovery_code")


async def test_user_without_an_app_is_told(client: Client, ada: LoginResponse, refusal: Refusal) -> None:
    """Whatever is asked of it."""
    calls = [
        client.totps.authenticate(user_id=ada.user_id, totp_code="123456"),
        client.totps.recover(user_id=ada.user_id, recovery_code="abcd-1234-efgh"),
        client.totps.recovery_codes(user_id=ada.user_id),
    ]

    assert {await refusal(call) for call in calls} == {(404, "totps_not_found_for_user")}


async def test_wrong_codes_lock_the_user(
    client: Client, app: CreateResponse, refusal: Refusal, project: Project
) -> None:
    """Codes of both sorts count together."""
    for _ in range(project.settings.user_lock_threshold):
        await refusal(client.totps.recover(user_id=app.user_id, recovery_code="abcd-1234-efgh"))

    refused = await refusal(client.totps.recover(user_id=app.user_id, recovery_code=app.recovery_codes[0]))

    assert refused == (429, "user_lock_limit_reached")


async def test_deleted_app_takes_its_recovery_codes_along(
    client: Client, app: CreateResponse, refusal: Refusal
) -> None:
    """Another one may be set up then."""
    deleted = await client.users.delete_totp(totp_id=app.totp_id)

    recovered = await refusal(client.totps.recover(user_id=app.user_id, recovery_code=app.recovery_codes[0]))
    again = await refusal(client.users.delete_totp(totp_id=app.totp_id))
    created = await client.totps.create(user_id=app.user_id)
    assert deleted.user.totps == []
    assert recovered == (404, "totps_not_found_for_user")
    assert again == (404, "totp_not_found")
    assert created.totp_id != app.totp_id


@pytest.mark.parametrize(
    ("totp_id", "expected"), [("totp-1", (400, "invalid_totp_id")), (UNKNOWN, (404, "totp_not_found"))]
)
async def test_unknown_app_is_not_deleted(
    client: Client, refusal: Refusal, totp_id: str, expected: tuple[int, str]
) -> None:
    """A misspelt id is told from one that nobody has."""
    assert await refusal(client.users.delete_totp(totp_id=totp_id)) == expected


async def test_each_change_of_the_user_is_one_event(
    client: Client, app: CreateResponse, authenticator: Authenticator, project: Project
) -> None:
    """So are the user's creation, setup, first code and deletion; a login is not."""
    project.clock.advance(seconds=30)
    await client.totps.authenticate(user_id=app.user_id, totp_code=authenticator.code())
    await client.users.delete_totp(totp_id=app.totp_id)

    shown = [event.document["totps"] for event in project.events.of("user") if event.document is not None]

    assert [[totp["verified"] for totp in totps] for totps in shown] == [[], [False], [True], []]
