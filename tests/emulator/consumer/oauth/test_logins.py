from collections.abc import Awaitable, Callable

import attrs
import pytest

from stytch_async.callbacks import read_callback
from stytch_async.clients import Client
from stytch_async.emulator import Project
from stytch_async.emulator.rules.providers import CONSUMER_PROVIDERS
from stytch_async.emulator.state.sandbox import OAUTH_TOKEN, USER_ID
from stytch_async.emulator.world.person import Person
from stytch_async.errors import NotFoundError
from stytch_async.schemas.consumer.oauth import AuthenticateResponse
from stytch_async.schemas.consumer.users import Email, Name, OAuthProvider
from stytch_async.transports.memory import InMemoryTransport

EMAIL = "ada@example.com"
FIRST = "a long and quiet river"

LogIn = Callable[..., Awaitable[AuthenticateResponse]]
Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]


async def test_a_new_user_is_what_the_provider_tells(ada: Person, log_in: LogIn) -> None:
    """The name, the address that the provider vouches for, and the account stand in the user."""
    login = await log_in(ada)

    user = login.user
    assert user.status == "active"
    assert user.name == Name(first_name="Ada", middle_name="", last_name="Lovelace")
    assert user.emails == [Email(email_id=user.emails[0].email_id, email=EMAIL, verified=True)]
    assert user.providers == [
        OAuthProvider(
            provider_type="Google",
            provider_subject=login.provider_subject,
            profile_picture_url="",
            locale="",
            oauth_user_registration_id=login.oauth_user_registration_id,
        )
    ]
    assert (login.provider_type, login.reset_sessions) == ("Google", False)


async def test_the_session_holds_the_account(ada: Person, log_in: LogIn) -> None:
    """The factor names the registration, the provider's subject and the address."""
    login = await log_in(ada)

    assert login.user_session is not None
    factor = login.user_session.authentication_factors[0]
    assert (factor.type, factor.delivery_method) == ("oauth", "oauth_google")
    assert factor.google_oauth_factor is not None
    assert factor.google_oauth_factor.id == login.oauth_user_registration_id
    assert factor.google_oauth_factor.provider_subject == ada.account("google").subject
    assert factor.google_oauth_factor.email_id == login.user.emails[0].email_id


async def test_without_a_duration_only_the_providers_tokens_come(client: Client, ada: Person) -> None:
    """No session was asked for, and none is there."""
    token = read_callback(ada.visit(client.oauth.start_url("google", custom_scopes=["calendar", "email"]))).token

    login = await client.oauth.authenticate(token=token)

    assert (login.user_session, login.session_token) == (None, "")
    assert login.provider_values.scopes == ["openid", "email", "profile", "calendar"]
    assert all((login.provider_values.access_token, login.provider_values.id_token))


async def test_the_same_account_is_the_same_user(ada: Person, log_in: LogIn) -> None:
    """The subject counts, and not the address, which may change."""
    first = await log_in(ada)
    ada.account("google").email = "countess@example.com"

    second = await log_in(ada)

    assert second.user_id == first.user_id
    assert [email.email for email in second.user.emails] == [EMAIL, "countess@example.com"]
    assert len(second.user.providers) == 1


async def test_one_address_is_one_user(ada: Person, log_in: LogIn) -> None:
    """Two providers that vouch for an address lead to one user."""
    first = await log_in(ada, "google")
    second = await log_in(ada, "microsoft")

    assert second.user_id == first.user_id
    assert [one.provider_type for one in second.user.providers] == ["Google", "Microsoft"]
    assert not second.reset_sessions


@pytest.mark.parametrize("provider", ["google", "amazon"])
async def test_an_address_without_a_voucher_is_not_kept(ada: Person, log_in: LogIn, provider: str) -> None:
    """The account makes a user of its own, whatever address it tells; Amazon never vouches for one."""
    known = await log_in(ada, "github")
    ada.account(provider).email_verified = provider == "amazon"

    login = await log_in(ada, provider)

    assert login.user_id != known.user_id
    assert login.user.emails == []
    assert login.user_session is not None
    assert "email_id=''" in repr(login.user_session.authentication_factors[0])


async def test_an_unproven_user_is_taken_over(client: Client, ada: Person, log_in: LogIn) -> None:
    """Whoever has signed up with somebody else's address loses the session, and the password must be reset."""
    squatter = await client.passwords.create(email=EMAIL, password=FIRST, session_duration_minutes=60)

    login = await log_in(ada)

    assert (login.user_id, login.reset_sessions) == (squatter.user_id, True)
    assert login.user.emails[0].verified
    assert login.user.password is not None
    assert login.user.password.requires_reset
    with pytest.raises(NotFoundError):
        await client.sessions.authenticate(session_token=squatter.session_token)


async def test_a_proven_user_keeps_all_sessions(client: Client, transport: InMemoryTransport, log_in: LogIn) -> None:
    """Nothing is taken over where the address was proven before."""
    before = transport.sign_in(EMAIL)

    login = await log_in(transport.person(EMAIL))

    assert (login.user_id, login.reset_sessions) == (before.user_id, False)
    checked = await client.sessions.authenticate(session_token=before.session_token)
    assert checked.session.user_id == login.user_id


async def test_an_address_that_is_about_to_be_added_is_not_anybodys_yet(
    client: Client, transport: InMemoryTransport, log_in: LogIn
) -> None:
    """Whoever has typed it in does not get its owner's account."""
    mallory = transport.sign_in("mallory@example.com")
    await client.otps.email.send(email=EMAIL, user_id=mallory.user_id)

    login = await log_in(transport.person(EMAIL))

    assert login.user_id != mallory.user_id
    others = await client.users.get(user_id=str(mallory.user_id))
    assert [email.email for email in others.emails] == ["mallory@example.com"]


async def test_a_session_that_is_passed_goes_on(client: Client, transport: InMemoryTransport) -> None:
    """The account is added to its factors."""
    before = transport.sign_in(EMAIL)
    token = read_callback(transport.person(EMAIL).visit(client.oauth.start_url("github"))).token

    login = await client.oauth.authenticate(token=token, session_token=before.session_token)

    assert login.session_token == before.session_token
    assert login.user_session is not None
    assert [one.delivery_method for one in login.user_session.authentication_factors] == ["email", "oauth_github"]


async def test_a_token_is_good_once_and_for_five_minutes(
    client: Client, ada: Person, project: Project, refusal: Refusal
) -> None:
    """Used, old and unknown ones are refused alike."""
    url = client.oauth.start_url("google")
    used, old = read_callback(ada.visit(url)).token, read_callback(ada.visit(url)).token
    await client.oauth.authenticate(token=used)
    found = [await refusal(client.oauth.authenticate(token=used)), await refusal(client.oauth.authenticate(token="?"))]
    project.clock.advance(minutes=5)

    found.append(await refusal(client.oauth.authenticate(token=old)))

    assert found == [(400, "oauth_token_not_found")] * 3


async def test_a_locked_user_stays_out(client: Client, ada: Person, log_in: LogIn, refusal: Refusal) -> None:
    """The lock holds for every way to log in."""
    await client.passwords.create(email=EMAIL, password=FIRST)
    for _ in range(10):
        await refusal(client.passwords.authenticate(email=EMAIL, password="wrong"))

    found = await refusal(log_in(ada))

    assert found == (429, "user_lock_limit_reached")


async def test_the_sandbox_token_always_works(client: Client) -> None:
    """It logs the sandbox user in, again and again."""
    logins = [await client.oauth.authenticate(token=OAUTH_TOKEN) for _ in range(2)]

    assert [login.user_id for login in logins] == [USER_ID, USER_ID]


async def test_an_account_is_parted_from_its_user(client: Client, ada: Person, log_in: LogIn, refusal: Refusal) -> None:
    """It is gone then, and the second time it is not found."""
    login = await log_in(ada)
    registration_id = login.oauth_user_registration_id

    parted = await client.users.delete_oauth_registration(oauth_user_registration_id=registration_id)

    assert (parted.user_id, parted.user.providers) == (login.user_id, [])
    found = await refusal(client.users.delete_oauth_registration(oauth_user_registration_id=registration_id))
    assert found == (404, "oauth_user_registration_not_found")
    misspelt = await refusal(client.users.delete_oauth_registration(oauth_user_registration_id="one"))
    assert misspelt == (400, "invalid_oauth_user_registration_id")


async def test_the_last_account_stays(client: Client, ada: Person, log_in: LogIn, refusal: Refusal) -> None:
    """A user without an address must have something left to log in with."""
    ada.account("google").email = ""
    login = await log_in(ada)

    found = await refusal(
        client.users.delete_oauth_registration(oauth_user_registration_id=login.oauth_user_registration_id)
    )

    assert found == (400, "cannot_delete_last_primary_factor")


async def test_a_deleted_address_is_not_the_accounts_any_more(client: Client, ada: Person, log_in: LogIn) -> None:
    """The user keeps the account and can lose the address."""
    login = await log_in(ada)

    shown = await client.users.delete_email(email_id=login.user.emails[0].email_id)

    assert shown.user.emails == []
    assert len(shown.user.providers) == 1


@pytest.mark.parametrize("provider", sorted(CONSUMER_PROVIDERS))
async def test_each_provider_has_a_factor_of_its_own(client: Client, ada: Person, provider: str) -> None:
    """It tells the account, whichever way the API spells the provider there."""
    token = read_callback(ada.visit(client.oauth.start_url(provider))).token

    login = await client.oauth.authenticate(token=token, session_duration_minutes=5)

    assert login.user_session is not None
    (factor,) = login.user_session.authentication_factors
    parts = attrs.asdict(factor, recurse=False).items()
    accounts = [part for name, part in parts if name.endswith("_oauth_factor") and part is not None]
    assert factor.delivery_method == f"oauth_{provider}"
    assert [account.id for account in accounts] == [login.oauth_user_registration_id]
