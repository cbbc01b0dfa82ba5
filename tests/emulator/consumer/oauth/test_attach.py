from collections.abc import Awaitable, Callable

import pytest

from stytch_async.callbacks import read_callback
from stytch_async.clients import Client
from stytch_async.emulator import Project
from stytch_async.emulator.world.person import Person
from stytch_async.emulator.world.traveller import Traveller
from stytch_async.errors import APIError
from stytch_async.schemas.consumer.oauth import AuthenticateResponse
from stytch_async.transports.memory import InMemoryTransport

LogIn = Callable[..., Awaitable[AuthenticateResponse]]
Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]


@pytest.fixture
def grace(transport: InMemoryTransport) -> Traveller:
    """Return a user who is signed in."""
    return transport.sign_in("grace@example.com")


@pytest.mark.parametrize("name", ["user_id", "session_token", "session_jwt"])
async def test_the_login_is_the_users_in_any_case(client: Client, ada: Person, grace: Traveller, name: str) -> None:
    """The provider's address is nobody's, and even unverified; the user logs in with the account from then on."""
    ada.account("github").email_verified = False
    attached = await client.oauth.attach(provider="github", **{name: getattr(grace, name)})
    url = client.oauth.start_url("github", oauth_attach_token=attached.oauth_attach_token)

    login = await client.oauth.authenticate(token=read_callback(ada.visit(url)).token)

    assert login.user_id == grace.user_id
    assert [one.provider_type for one in login.user.providers] == ["GitHub"]
    assert [email.email for email in login.user.emails] == ["grace@example.com"]


async def test_users_are_not_merged(
    client: Client, ada: Person, grace: Traveller, log_in: LogIn, project: Project
) -> None:
    """An account that belongs to another user is not attached."""
    await log_in(ada, "github")
    attached = await client.oauth.attach(provider="github", user_id=grace.user_id)
    url = client.oauth.start_url("github", oauth_attach_token=attached.oauth_attach_token)

    with pytest.raises(APIError) as caught:
        ada.visit(url)

    assert caught.value.error_type == "invalid_oauth_attach_token"
    assert len(project.users) == 2


async def test_an_account_that_was_taken_meanwhile_is_not_attached(
    client: Client, ada: Person, grace: Traveller, log_in: LogIn, refusal: Refusal
) -> None:
    """Between the browser's return and the call somebody else may have logged in with it."""
    attached = await client.oauth.attach(provider="github", user_id=grace.user_id)
    back = ada.visit(client.oauth.start_url("github", oauth_attach_token=attached.oauth_attach_token))
    await log_in(ada, "github")

    found = await refusal(client.oauth.authenticate(token=read_callback(back).token))

    assert found == (400, "invalid_oauth_attach_token")


@pytest.mark.parametrize("how", ["used", "old", "unknown", "other"])
async def test_the_token_is_good_once_with_its_provider(
    client: Client, ada: Person, grace: Traveller, project: Project, how: str
) -> None:
    """One that is used, old, unknown, or for another provider lets no login begin."""
    attached = await client.oauth.attach(provider="github", user_id=grace.user_id)
    token = "unknown" if how == "unknown" else attached.oauth_attach_token
    if how == "used":
        ada.visit(client.oauth.start_url("github", oauth_attach_token=token))
    if how == "old":
        project.clock.advance(minutes=10)

    with pytest.raises(APIError) as caught:
        ada.visit(client.oauth.start_url("gitlab" if how == "other" else "github", oauth_attach_token=token))

    assert caught.value.error_type == "invalid_oauth_attach_token"


async def test_exactly_one_user_is_named(client: Client, grace: Traveller, refusal: Refusal) -> None:
    """None and several are refused, as is a provider that does not exist."""
    found = [
        await refusal(client.oauth.attach(provider="github")),
        await refusal(client.oauth.attach(provider="github", user_id=grace.user_id, session_token=grace.session_token)),
        await refusal(client.oauth.attach(provider="hubspot", user_id=grace.user_id)),
    ]

    assert found == [
        (400, "no_user_selection_arguments"),
        (400, "too_many_user_selection_arguments"),
        (400, "invalid_oauth_provider"),
    ]


async def test_a_deleted_user_is_not_logged_in(client: Client, ada: Person, grace: Traveller, refusal: Refusal) -> None:
    """The logins that were under way are gone with the user."""
    attached = await client.oauth.attach(provider="github", user_id=grace.user_id)
    back = ada.visit(client.oauth.start_url("github", oauth_attach_token=attached.oauth_attach_token))
    await client.users.delete(user_id=str(grace.user_id))

    found = await refusal(client.oauth.authenticate(token=read_callback(back).token))

    assert found == (400, "oauth_token_not_found")
