from __future__ import annotations

import datetime as dt
import json
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

import pytest

from stytch_async.clients import Client
from stytch_async.emulator import Project
from stytch_async.emulator.rules.consumer.webauthn.challenges import LIFETIME
from stytch_async.emulator.world.passkeys import Passkeys
from stytch_async.transports.memory import InMemoryTransport

if TYPE_CHECKING:
    from tests.emulator.consumer.webauthn.conftest import KeyHolder

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

UNABLE = (401, "unable_to_auth_webauthn_registration")
NOT_FOUND = (404, "webauthn_registration_not_found")

pytestmark = pytest.mark.usefixtures("registered")


@pytest.mark.parametrize("named", [{}, {"user_id": "ada"}], ids=["anybody", "named"])
async def test_a_key_logs_in(ada: KeyHolder, client: Client, passkeys: Passkeys, named: dict[str, str]) -> None:
    """Whether the user was named or the key tells."""
    credential = passkeys.get(await ada.ask_for_known(**named))

    login = await client.webauthn.authenticate(public_key_credential=credential, session_duration_minutes=60)

    (registration,) = login.user.webauthn_registrations
    assert (login.user_id, login.webauthn_registration_id) == (ada.user.id, registration.webauthn_registration_id)
    assert login.session is not None
    (factor,) = login.session.authentication_factors
    assert (factor.type, factor.delivery_method) == ("webauthn", "webauthn_registration")
    assert factor.webauthn_factor is not None
    assert factor.webauthn_factor.webauthn_registration_id == registration.webauthn_registration_id


async def test_a_key_logs_in_again_and_again(ada: KeyHolder, passkeys: Passkeys) -> None:
    """Without a session where none is asked for."""
    logins = [await ada.log_in(passkeys) for _ in range(3)]

    assert [login.session for login in logins] == [None] * 3
    assert passkeys.keys[0].sign_count == 3


async def test_a_key_is_a_second_factor(ada: KeyHolder, transport: InMemoryTransport, passkeys: Passkeys) -> None:
    """It joins the session that was passed."""
    signed_in = transport.sign_in("ada@example.com", factors=["password"])

    login = await ada.log_in(passkeys, session_jwt=signed_in.session_jwt)

    assert [factor.type for factor in login.session.authentication_factors] == ["password", "webauthn"]


async def test_a_login_changes_nothing_that_is_shown(ada: KeyHolder, project: Project, passkeys: Passkeys) -> None:
    """No event tells of it."""
    before = len(project.events)

    await ada.log_in(passkeys)

    assert len(project.events) == before


@pytest.mark.parametrize("verifies_user", [True, False])
async def test_user_verification_is_preferred(ada: KeyHolder, passkeys: Passkeys, *, verifies_user: bool) -> None:
    """An authenticator that cannot do it is good enough."""
    passkeys.verifies_user = verifies_user

    login = await ada.log_in(passkeys)

    assert login.user_id == ada.user.id


async def test_each_of_several_keys_logs_in(ada: KeyHolder, passkeys: Passkeys) -> None:
    """The registration says which one it was."""
    other = Passkeys(attachment="cross-platform")
    made = await ada.register(other)

    logins = [await ada.log_in(one) for one in (passkeys, other)]

    assert logins[0].webauthn_registration_id != made.webauthn_registration_id
    assert logins[1].webauthn_registration_id == made.webauthn_registration_id


async def test_a_challenge_is_signed_once(ada: KeyHolder, client: Client, passkeys: Passkeys, refusal: Refusal) -> None:
    """A login that is sent twice is refused the second time."""
    credential = passkeys.get(await ada.ask_for_known())
    await client.webauthn.authenticate(public_key_credential=credential)

    found = await refusal(client.webauthn.authenticate(public_key_credential=credential))

    assert found == NOT_FOUND


async def test_a_challenge_waits_for_a_while(
    ada: KeyHolder, client: Client, project: Project, passkeys: Passkeys, refusal: Refusal
) -> None:
    """A moment before its end it is good, and then no more."""
    first, second = [passkeys.get(options) for options in [await ada.ask_for_known(), await ada.ask_for_known()]]
    project.clock.advance(seconds=(LIFETIME - dt.timedelta(seconds=1)).total_seconds())
    await client.webauthn.authenticate(public_key_credential=first)
    project.clock.advance(seconds=1)

    found = await refusal(client.webauthn.authenticate(public_key_credential=second))

    assert found == NOT_FOUND


async def test_a_challenge_of_a_registration_is_not_for_a_login(
    ada: KeyHolder, client: Client, passkeys: Passkeys, refusal: Refusal
) -> None:
    """What is asked for one is not answered by the other."""
    asked = json.loads(await ada.ask_for_known())
    challenge = json.loads(await ada.ask_for_new())["challenge"]

    credential = passkeys.get(json.dumps({**asked, "challenge": challenge}))

    assert await refusal(client.webauthn.authenticate(public_key_credential=credential)) == NOT_FOUND


async def test_an_unknown_key_is_not_found(ada: KeyHolder, refusal: Refusal) -> None:
    """Such as one whose registration was never completed."""
    unknown = Passkeys()
    unknown.create(await ada.ask_for_new())

    found = await refusal(ada.log_in(unknown))

    assert found == NOT_FOUND


async def test_a_cloned_authenticator_is_noticed(ada: KeyHolder, passkeys: Passkeys, refusal: Refusal) -> None:
    """Two that count apart: whichever comes second says a number that has been."""
    cloned = passkeys.clone()
    await ada.log_in(passkeys)

    found = await refusal(ada.log_in(cloned))

    assert found == UNABLE
    assert await ada.log_in(passkeys)


async def test_an_authenticator_need_not_count(ada: KeyHolder, passkeys: Passkeys) -> None:
    """One that says 0 each time, since its keys are on several devices, is used again and again."""
    passkeys.counts = False

    logins = [await ada.log_in(one) for one in (passkeys, passkeys.clone(), passkeys)]

    assert {login.user_id for login in logins} == {ada.user.id}


@pytest.mark.parametrize("origin", ["https://example.org", "https://example.com.example.org", "http://example.com"])
async def test_a_page_elsewhere_is_refused(
    ada: KeyHolder, client: Client, passkeys: Passkeys, refusal: Refusal, origin: str
) -> None:
    """What another site has lured out of somebody is worth nothing."""
    credential = passkeys.get(await ada.ask_for_known(), origin=origin)

    found = await refusal(client.webauthn.authenticate(public_key_credential=credential))

    assert found == UNABLE


async def test_a_key_of_another_domain_is_refused(
    ada: KeyHolder, client: Client, passkeys: Passkeys, refusal: Refusal
) -> None:
    """The challenge says which domain it is about."""
    asked = json.loads(await ada.ask_for_known(domain="example.org"))

    credential = passkeys.get(json.dumps({**asked, "rpId": "example.com"}))

    found = await refusal(client.webauthn.authenticate(public_key_credential=credential))
    assert found == (400, "invalid_webauthn_registration_domain")


async def test_a_key_of_somebody_else_is_refused(
    ada: KeyHolder, client: Client, transport: InMemoryTransport, passkeys: Passkeys, refusal: Refusal
) -> None:
    """Where a user was named, it must be theirs."""
    grace, keys = transport.add_user("grace@example.com"), Passkeys()
    made = keys.create(await ada.ask_for_new(user_id=grace.id))
    await client.webauthn.register(user_id=grace.id, public_key_credential=made)
    asked = json.loads(await ada.ask_for_known(user_id=grace.id))

    credential = passkeys.get(json.dumps({**asked, "allowCredentials": []}))

    assert await refusal(client.webauthn.authenticate(public_key_credential=credential)) == UNABLE


@pytest.mark.parametrize("change", [{"userHandle": "R3JhY2U"}, {"signature": "MAYCAQECAQE"}])
async def test_a_changed_answer_is_refused(
    ada: KeyHolder, client: Client, passkeys: Passkeys, refusal: Refusal, change: dict[str, str]
) -> None:
    """Neither whose key it is nor the signature can be exchanged."""
    credential = json.loads(passkeys.get(await ada.ask_for_known()))
    credential["response"] |= change

    found = await refusal(client.webauthn.authenticate(public_key_credential=json.dumps(credential)))

    assert found == UNABLE


async def test_wrong_signatures_lock_the_user(
    ada: KeyHolder, project: Project, passkeys: Passkeys, refusal: Refusal
) -> None:
    """As wrong codes do, and a right one does not help before the lock is over."""
    project.settings.user_lock_threshold = 2
    cloned = passkeys.clone()
    for _ in range(2):
        await ada.log_in(passkeys)
    for _ in range(2):
        await refusal(ada.log_in(cloned))

    found = await refusal(ada.log_in(passkeys))

    assert found == (429, "user_lock_limit_reached")
