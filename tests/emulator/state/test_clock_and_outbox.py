import datetime as dt
import re

import pytest

from stytch_async.clients import Client
from stytch_async.emulator import Clock, NoMessageError, Project
from stytch_async.transports.memory import InMemoryTransport

EMAIL = "ada@example.com"
START = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


def test_clock_stands_still() -> None:
    """Time passes only when it is told to."""
    clock = Clock(START)

    moments = [clock.now(), clock.now()]

    assert moments == [START, START]


def test_clock_starts_at_the_real_time() -> None:
    """Unless it is told otherwise a project lives now, in UTC."""
    before = dt.datetime.now(dt.UTC)

    now = Project().now

    assert before <= now <= dt.datetime.now(dt.UTC)
    assert now.tzinfo is dt.UTC


@pytest.mark.parametrize(
    "units", [{"days": 1}, {"hours": 24}, {"minutes": 1440}, {"seconds": 86400}, {"hours": 23, "minutes": 60}]
)
def test_clock_advances_by_any_unit(units: dict[str, int]) -> None:
    """Units add up."""
    clock = Clock(START)

    clock.advance(**units)

    assert clock.now() == START + dt.timedelta(days=1)


def test_clock_advances_by_a_timedelta() -> None:
    """A timedelta does as well."""
    clock = Clock(START)

    clock.advance(dt.timedelta(minutes=5))

    assert clock.now() == START + dt.timedelta(minutes=5)


def test_clock_does_not_go_back() -> None:
    """A negative step is refused, and the clock stays where it was."""
    clock = Clock(START)

    with pytest.raises(ValueError, match="back"):
        clock.advance(hours=1, minutes=-61)

    assert clock.now() == START


def test_running_clock_keeps_what_it_was_advanced_by() -> None:
    """A clock that runs is moved as well."""
    clock = Clock(START, runs=True)

    clock.advance(days=1)

    assert START + dt.timedelta(days=1) <= clock.now() < START + dt.timedelta(days=2)


async def test_outbox_keeps_what_was_sent_in_order(client: Client, project: Project) -> None:
    """Messages are told apart by recipient and purpose, whatever the case of an address."""
    await client.otps.email.login_or_create(email=EMAIL)
    await client.passwords.email.reset_start(email=EMAIL)
    await client.otps.sms.login_or_create(phone_number="+12025550162")

    sent = [(message.recipient, message.purpose) for message in project.outbox]

    assert sent == [(EMAIL, "otp"), (EMAIL, "reset_password"), ("+12025550162", "otp")]
    assert [message.purpose for message in project.outbox.to("ADA@example.com")] == ["otp", "reset_password"]
    assert project.outbox.last(EMAIL).purpose == "reset_password"
    assert project.outbox.last(EMAIL, "otp").code is not None
    assert len(project.outbox) == 3


async def test_missing_message_fails_a_test(client: Client, project: Project) -> None:
    """Who reads what was never sent is told whom messages went to instead."""
    await client.otps.email.login_or_create(email=EMAIL)

    with pytest.raises(AssertionError) as caught:
        project.outbox.last("grace@example.com")

    assert isinstance(caught.value, NoMessageError)
    assert str(caught.value) == f"no message was sent to grace@example.com; messages went to {EMAIL}"


async def test_outbox_can_be_cleared(client: Client, project: Project) -> None:
    """After that nothing was sent."""
    await client.otps.email.login_or_create(email=EMAIL)

    project.outbox.clear()

    assert list(project.outbox) == []


async def test_message_shows_no_secret(client: Client, project: Project, password: str) -> None:
    """Neither code nor token nor link is in the repr."""
    await client.passwords.create(email=EMAIL, password=password)
    await client.otps.email.send(email=EMAIL)
    await client.passwords.email.reset_start(email=EMAIL)

    shown = repr(list(project.outbox))

    messages = list(project.outbox)
    secrets = [secret for m in messages for secret in (m.code, m.token, m.url) if secret is not None]
    assert len(secrets) == 3
    assert not any(secret in shown for secret in secrets)


async def test_rows_show_no_secret(client: Client, project: Project, password: str) -> None:
    """Neither passwords nor tokens nor codes are in the repr of what is stored."""
    created = await client.passwords.create(email=EMAIL, password=password, session_duration_minutes=5)
    await client.otps.email.send(email=EMAIL)
    await client.passwords.email.reset_start(email=EMAIL)

    shown = repr([*project.users, *project.sessions, *project.passcodes, *project.tokens, project])

    codes = [message.code or message.token or "" for message in project.outbox]
    assert not any(secret in shown for secret in (password, created.session_token, *codes))


async def test_reset_forgets_everything(client: Client, project: Project) -> None:
    """Nobody and no message is left, and the clock is back where it was."""
    now = project.now
    await client.otps.email.login_or_create(email=EMAIL)
    project.clock.advance(days=1)

    project.reset()

    left = (len(project.users), len(project.passcodes), len(project.outbox))
    assert (left, project.now) == ((0, 0, 0), now)


async def _ids(project: Project) -> list[str]:
    """Log somebody in and return every id, token and code that this made up."""
    async with Client(transport=InMemoryTransport(project)) as client:
        sent = await client.otps.email.login_or_create(email=EMAIL)
        code = project.outbox.last(EMAIL).code or ""
        login = await client.otps.authenticate(method_id=sent.email_id, code=code, session_duration_minutes=5)
    assert login.session is not None
    return [
        code,
        sent.request_id,
        sent.user_id,
        sent.email_id,
        login.request_id,
        login.session_token,
        login.session.session_id,
    ]


async def test_seed_makes_ids_the_same() -> None:
    """Two projects of one seed make up the same ids, tokens and codes; of another seed, others."""
    first = await _ids(Project(seed=1))

    second = await _ids(Project(seed=1))

    other = await _ids(Project(seed=2))
    assert first == second
    assert set(first).isdisjoint(other)


async def test_projects_without_a_seed_share_no_id() -> None:
    """Without a seed no two runs are the same."""
    first = await _ids(Project())

    second = await _ids(Project())

    assert set(first[1:]).isdisjoint(second[1:])


async def test_ids_have_stytchs_form() -> None:
    """Ids name what they are of, and the environment; a token is 44 characters of base64url."""
    _, request_id, user_id, email_id, _, token, session_id = await _ids(Project())

    uuid = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
    ids = {"request-id": request_id, "user": user_id, "email": email_id, "session": session_id}
    assert all(re.fullmatch(f"{prefix}-test-{uuid}", value) for prefix, value in ids.items())
    assert re.fullmatch("[A-Za-z0-9_-]{44}", token)
