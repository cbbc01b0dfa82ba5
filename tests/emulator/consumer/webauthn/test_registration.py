from __future__ import annotations

import datetime as dt
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

import pytest

from stytch_async.clients import Client
from stytch_async.emulator import Project
from stytch_async.emulator.rules.consumer.webauthn.challenges import LIFETIME
from stytch_async.emulator.rules.consumer.webauthn.registrations import MOST
from stytch_async.emulator.state.rows.users import User
from stytch_async.emulator.world.passkeys import Passkeys
from stytch_async.schemas.consumer.users import WebAuthnRegistration
from stytch_async.transports.memory import InMemoryTransport

if TYPE_CHECKING:
    from tests.emulator.consumer.webauthn.conftest import KeyHolder

Begin = Callable[..., Awaitable[str]]
Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]


async def test_a_new_key_is_the_users(client: Client, user: User, ask_for_new: Begin, passkeys: Passkeys) -> None:
    """It is kept with what was said when it was asked for, and is good at once."""
    credential = passkeys.create(await ask_for_new(user_agent="Firefox", authenticator_type="platform"))

    made = await client.webauthn.register(user_id="ada", public_key_credential=credential)

    found = await client.users.get(user_id=user.id)
    expected = WebAuthnRegistration(
        webauthn_registration_id=made.webauthn_registration_id,
        domain="example.com",
        user_agent="Firefox",
        verified=True,
        authenticator_type="platform",
        name=f"WebAuthN {made.webauthn_registration_id[-8:]}",
    )
    assert made.webauthn_registration_id.startswith("webauthn-registration-test-")
    assert (made.user_id, made.session, made.session_token) == (user.id, None, "")
    assert made.user.webauthn_registrations == found.webauthn_registrations == [expected]


async def test_what_was_not_said_is_empty(ada: KeyHolder, passkeys: Passkeys) -> None:
    """Neither browser nor type of authenticator is made up."""
    made = await ada.register(passkeys)

    (registration,) = made.user.webauthn_registrations
    assert (registration.user_agent, registration.authenticator_type) == ("", "")


async def test_a_new_key_logs_in(ada: KeyHolder, passkeys: Passkeys) -> None:
    """Where a session is asked for, the key is its factor."""
    made = await ada.register(passkeys, session_duration_minutes=60)

    (factor,) = made.session.authentication_factors
    assert (factor.type, factor.delivery_method) == ("webauthn", "webauthn_registration")
    assert factor.webauthn_factor.webauthn_registration_id == made.webauthn_registration_id
    assert (factor.webauthn_factor.domain, factor.webauthn_factor.user_agent) == ("example.com", "")


async def test_a_new_key_joins_a_session(ada: KeyHolder, transport: InMemoryTransport, passkeys: Passkeys) -> None:
    """It is the second factor of whoever is signed in."""
    signed_in = transport.sign_in("ada@example.com")

    made = await ada.register(passkeys, session_token=signed_in.session_token)

    assert made.session_token == signed_in.session_token
    assert [factor.type for factor in made.session.authentication_factors] == ["otp", "webauthn"]


async def test_a_new_key_is_told_as_an_event(ada: KeyHolder, project: Project, passkeys: Passkeys) -> None:
    """Once, and with the key; beginning is nothing to tell."""
    await ada.ask_for_new()
    before = len(project.events)

    made = await ada.register(passkeys)

    (event,) = [*project.events][before:]
    assert (event.type, event.id) == ("direct.user.update", ada.user.id)
    assert event.document is not None
    shown = event.document["webauthn_registrations"]
    assert [one["webauthn_registration_id"] for one in shown] == [made.webauthn_registration_id]


async def test_a_user_has_several_keys(ada: KeyHolder, passkeys: Passkeys) -> None:
    """One on each of several authenticators."""
    await ada.register(passkeys)

    made = await ada.register(Passkeys(attachment="cross-platform", verifies_user=False))

    assert len(made.user.webauthn_registrations) == 2


@pytest.mark.parametrize("origin", ["https://app.example.com", "https://example.com:8443"])
async def test_a_page_below_the_domain_may_ask(ada: KeyHolder, client: Client, passkeys: Passkeys, origin: str) -> None:
    """As browsers permit it, on any port."""
    credential = passkeys.create(await ada.ask_for_new(), origin=origin)

    made = await client.webauthn.register(user_id="ada", public_key_credential=credential)

    assert len(made.user.webauthn_registrations) == 1


async def test_localhost_needs_no_tls(ada: KeyHolder, client: Client, passkeys: Passkeys) -> None:
    """A developer's machine is as good as a secure page."""
    credential = passkeys.create(await ada.ask_for_new(domain="localhost"), origin="http://localhost:3000")

    made = await client.webauthn.register(user_id="ada", public_key_credential=credential)

    assert [one.domain for one in made.user.webauthn_registrations] == ["localhost"]


@pytest.mark.parametrize(
    "origin", ["https://example.org", "https://evil-example.com", "http://example.com", "https://[", "example.com", ""]
)
async def test_a_page_elsewhere_is_refused(
    ada: KeyHolder, client: Client, passkeys: Passkeys, refusal: Refusal, origin: str
) -> None:
    """What another site, or one without TLS, has lured out of somebody is worth nothing."""
    credential = passkeys.create(await ada.ask_for_new(), origin=origin or "null")

    found = await refusal(client.webauthn.register(user_id="ada", public_key_credential=credential))

    assert found == (401, "unable_to_register_webauthn_registration")


async def test_a_challenge_is_signed_once(ada: KeyHolder, client: Client, passkeys: Passkeys, refusal: Refusal) -> None:
    """A registration that is sent twice is refused the second time."""
    credential = passkeys.create(await ada.ask_for_new())
    await client.webauthn.register(user_id="ada", public_key_credential=credential)

    found = await refusal(client.webauthn.register(user_id="ada", public_key_credential=credential))

    assert found == (400, "no_pending_webauthn_registration")


async def test_another_challenge_does_not_help(
    ada: KeyHolder, client: Client, passkeys: Passkeys, refusal: Refusal
) -> None:
    """Where another registration waits, what was signed is not it."""
    credential = passkeys.create(await ada.ask_for_new())
    await client.webauthn.register(user_id="ada", public_key_credential=credential)
    await ada.ask_for_new()

    found = await refusal(client.webauthn.register(user_id="ada", public_key_credential=credential))

    assert found == (401, "unable_to_register_webauthn_registration")


async def test_a_challenge_waits_for_a_while(
    ada: KeyHolder, client: Client, project: Project, passkeys: Passkeys, refusal: Refusal
) -> None:
    """A moment before its end it is good, and then no more."""
    first, second = [passkeys.create(options) for options in [await ada.ask_for_new(), await ada.ask_for_new()]]
    project.clock.advance(seconds=(LIFETIME - dt.timedelta(seconds=1)).total_seconds())
    await client.webauthn.register(user_id="ada", public_key_credential=first)
    project.clock.advance(seconds=1)

    found = await refusal(client.webauthn.register(user_id="ada", public_key_credential=second))

    assert found == (400, "no_pending_webauthn_registration")


async def test_a_registration_is_for_one_user(
    ada: KeyHolder, client: Client, transport: InMemoryTransport, passkeys: Passkeys, refusal: Refusal
) -> None:
    """Nobody else completes it."""
    grace = transport.add_user("grace@example.com")
    credential = passkeys.create(await ada.ask_for_new())

    found = await refusal(client.webauthn.register(user_id=grace.id, public_key_credential=credential))

    assert found == (400, "no_pending_webauthn_registration")


async def test_a_key_is_registered_once(
    ada: KeyHolder, client: Client, passkeys: Passkeys, refusal: Refusal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A key that calls itself what another one is called is refused, whoever made it."""
    monkeypatch.setattr("secrets.token_bytes", bytes)
    await ada.register(passkeys)
    credential = Passkeys().create(await ada.ask_for_new())

    found = await refusal(client.webauthn.register(user_id="ada", public_key_credential=credential))

    assert found == (400, "duplicate_webauthn_registration")


async def test_there_is_a_limit_for_each_domain(
    ada: KeyHolder, project: Project, passkeys: Passkeys, refusal: Refusal
) -> None:
    """Another domain has one of its own."""
    await ada.register(passkeys)
    user = project.users[ada.user.id]
    user.webauthn *= MOST
    project.users.save(user)

    found = await refusal(ada.ask_for_new())

    assert found == (400, "too_many_user_registrations_for_domain")
    assert await ada.ask_for_new(domain="example.org")


async def test_what_is_begun_goes_with_the_user(ada: KeyHolder, client: Client, project: Project) -> None:
    """Nothing waits for somebody who is gone."""
    await ada.ask_for_new()

    await client.users.delete(user_id=ada.user.id)

    assert len(project.webauthn_challenges) == 0
