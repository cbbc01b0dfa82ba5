from collections.abc import Awaitable, Callable

import pytest

from stytch_async.clients import Client
from stytch_async.emulator import Project
from stytch_async.schemas.consumer.passwords import CreateResponse

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]
EMAIL = "ada@example.com"
NEW = "another long and quiet river"
BREACHED = "correct horse battery staple"


async def test_sign_up_makes_an_active_user_with_an_unproven_address(client: Client, password: str) -> None:
    """The new user has the password, and the address is not verified."""
    created = await client.passwords.create(email="Ada@Example.com", password=password)

    assert [(e.email_id, e.email, e.verified) for e in created.user.emails] == [(created.email_id, EMAIL, False)]
    assert (created.user_id, created.user.status) == (created.user.user_id, "active")
    assert created.user.password is not None
    assert not created.user.password.requires_reset


async def test_sign_up_starts_no_session_unasked(client: Client, password: str) -> None:
    """Without a duration there is neither session nor token nor JWT."""
    created = await client.passwords.create(email=EMAIL, password=password)

    assert (created.session, created.session_token, created.session_jwt) == (None, "", "")


async def test_sign_up_starts_the_session_that_it_is_asked_for(ada: CreateResponse) -> None:
    """The session has one factor, the password."""
    assert ada.session is not None
    assert ada.session.user_id == ada.user_id
    assert [(f.type, f.delivery_method) for f in ada.session.authentication_factors] == [("password", "knowledge")]


async def test_sign_up_stores_name_and_metadata(client: Client, password: str) -> None:
    """What is said of the new user is kept."""
    created = await client.passwords.create(
        email=EMAIL, password=password, trusted_metadata={"plan": "pro"}, untrusted_metadata={"theme": "dark"}
    )

    shown = await client.users.get(user_id=created.user_id)

    assert (shown.trusted_metadata, shown.untrusted_metadata) == ({"plan": "pro"}, {"theme": "dark"})


async def test_sign_up_needs_an_address_that_nobody_has(client: Client, refusal: Refusal, password: str) -> None:
    """Not even a user without a password can be given one by a second sign-up."""
    await client.users.create(email=EMAIL)

    found = await refusal(client.passwords.create(email=EMAIL, password=password))

    assert found == (400, "duplicate_email")


@pytest.mark.parametrize(("weak", "error_type"), [("password1", "weak_password"), (BREACHED, "breached_password")])
async def test_sign_up_refuses_a_bad_password(client: Client, refusal: Refusal, weak: str, error_type: str) -> None:
    """A weak or breached password is refused, and no user is made."""
    found = await refusal(client.passwords.create(email=EMAIL, password=weak))

    everybody = await client.users.search()
    assert found == (400, error_type)
    assert everybody.results == []


async def test_breached_passwords_pass_where_that_is_switched_off(client: Client, project: Project) -> None:
    """Without detection on create a breached password is as good as any."""
    project.settings.password_strength_config.check_breach_on_creation = False

    created = await client.passwords.create(email=EMAIL, password=BREACHED)

    assert created.user.password is not None


async def test_login_finds_the_user_whatever_the_case_of_the_address(
    client: Client, ada: CreateResponse, password: str
) -> None:
    """Addresses are compared without regard to case."""
    login = await client.passwords.authenticate(email="ADA@example.com", password=password)

    assert login.user_id == ada.user_id
    assert login.session is None


async def test_login_refuses_an_address_that_nobody_has(client: Client, refusal: Refusal, password: str) -> None:
    """An unknown address is not found."""
    found = await refusal(client.passwords.authenticate(email=EMAIL, password=password))

    assert found == (404, "email_not_found")


async def test_login_refuses_a_user_without_a_password(client: Client, refusal: Refusal, password: str) -> None:
    """A user without a password is told from a wrong password."""
    await client.users.create(email=EMAIL)

    found = await refusal(client.passwords.authenticate(email=EMAIL, password=password))

    assert found == (400, "no_user_password")


@pytest.mark.usefixtures("ada")
async def test_login_refuses_a_wrong_password(client: Client, refusal: Refusal) -> None:
    """A wrong password is a failed authentication."""
    found = await refusal(client.passwords.authenticate(email=EMAIL, password=NEW))

    assert found == (401, "unauthorized_credentials")


@pytest.mark.usefixtures("ada")
async def test_login_with_a_password_that_was_breached_since_asks_for_a_reset(
    client: Client, refusal: Refusal, project: Project, password: str
) -> None:
    """Even the right password is refused once it is known from a breach."""
    project.settings.breached_passwords.add(password)

    found = await refusal(client.passwords.authenticate(email=EMAIL, password=password))

    assert found == (400, "reset_password")


async def test_login_ignores_breaches_where_that_is_switched_off(
    client: Client, ada: CreateResponse, project: Project, password: str
) -> None:
    """Without detection on authentication a breached password still logs in."""
    project.settings.breached_passwords.add(password)
    project.settings.password_strength_config.check_breach_on_authentication = False

    login = await client.passwords.authenticate(email=EMAIL, password=password)

    assert login.user_id == ada.user_id


async def test_login_extends_the_session_that_is_passed(client: Client, ada: CreateResponse, password: str) -> None:
    """A passed session goes on; the factor is renewed and not doubled."""
    login = await client.passwords.authenticate(email=EMAIL, password=password, session_token=ada.session_token)

    assert login.session is not None
    assert ada.session is not None
    assert login.session.session_id == ada.session.session_id
    assert len(login.session.authentication_factors) == 1


async def test_login_ignores_a_session_of_somebody_else(client: Client, ada: CreateResponse, password: str) -> None:
    """With another user's session passed, a new one is started."""
    await client.passwords.create(email="grace@example.com", password=password)

    login = await client.passwords.authenticate(
        email="grace@example.com", password=password, session_token=ada.session_token, session_duration_minutes=5
    )

    assert login.session is not None
    assert ada.session is not None
    assert login.session.session_id != ada.session.session_id
    assert login.session.user_id != ada.user_id
